/* The rows of page 1: a label in column 1, what is to be known in columns 2 to 4. */

#include "record/eup-layout-summary-private.h"

#define ROW_FIRST 18
#define ROW_AFTER 13.5
#define GAP 3.5
#define OWNER_WIDTH EUP_COLUMN_WIDTH

/**
 * eup_summary_limited:
 * @lines: how many lines there may be; 0 for as many as needed
 *
 * Returns: (transfer full): @text in lines of @width, shortened at a word where it is longer
 */
EupParagraph *
eup_summary_limited (EupSummary *page, const char *text, EupStyle style, double width, guint lines)
{
  EupParagraph *paragraph = eup_paragraph_new (page->layout->typeface, page->layout->language);

  eup_paragraph_add (paragraph, text ? text : "", style);
  eup_paragraph_set (paragraph, width, lines);
  return paragraph;
}

static void
begin_row (EupSummary *page, const char *label)
{
  EupParagraph *name = eup_layout_text (page->layout, eup_layout_word (page->layout, label),
                                        EUP_STYLE_TEXT_STRONG, EUP_COLUMN_WIDTH);

  page->row = eup_block_new ();
  page->last = ROW_FIRST - 14.5;
  page->cut = FALSE;
  eup_block_add_rule (page->row, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 0.4, EUP_COLOUR_ROW);
  eup_block_begin (page->row, "Sect");
  eup_block_add_text (page->row, "H2", name, EUP_COLUMN_1, ROW_FIRST);
}

static void
end_row (EupSummary *page)
{
  eup_block_end (page->row);
  eup_block_set_height (page->row, page->last + ROW_AFTER);
  g_ptr_array_add (page->rows, g_steal_pointer (&page->row));
}

/* Adds a line or more under what stands in the row, at @x. */
static void
add_text (EupSummary *page, EupParagraph *paragraph, double x)
{
  double gap = page->last > ROW_FIRST - 1 ? GAP : 0;
  double leading = eup_paragraph_get_leading (paragraph);
  guint n = eup_paragraph_get_n_lines (paragraph);

  eup_block_add_text (page->row, "P", paragraph, x, page->last + gap + 14.5);
  page->last += gap + 14.5 + (n - 1) * leading;
}

/* Says where words that are shortened here stand whole. */
static void
add_pointer (EupSummary *page, const char *anchor, double x)
{
  g_autofree char *where = eup_layout_page (page->layout, anchor);
  g_autofree char *text = eup_words_fill ("whole-text", page->layout->language, "page", where, NULL);

  if (page->cut)
    add_text (page, eup_summary_limited (page, text, EUP_STYLE_ROW_GREY, EUP_TEXT_WIDTH, 1), x);
}

/* A name in Semibold and, where it ends, its text; returns where the text's lines begin. */
static void
add_pair (EupSummary *page,
          const char *name,
          double name_width,
          const char *text,
          EupStyle style,
          guint lines,
          const char *right,
          double right_width)
{
  double first = page->last + (page->last > ROW_FIRST - 1 ? GAP : 0) + 14.5;
  double x = EUP_COLUMN_2 + name_width;
  double width = EUP_RIGHT - x - (right_width > 0 ? right_width + 16 : 0);
  EupParagraph *paragraph = eup_summary_limited (page, text, style, width, lines);
  guint n = eup_paragraph_get_n_lines (paragraph);

  page->cut = page->cut || eup_paragraph_is_cut (paragraph);
  eup_block_begin (page->row, "P");
  if (name_width > 0)
    {
      g_autoptr (EupParagraph) strong = eup_summary_limited (page, name, EUP_STYLE_ROW_STRONG, name_width, 1);

      eup_block_add_lines (page->row, strong, EUP_COLUMN_2, first, 0, 1);
    }
  eup_block_add_lines (page->row, paragraph, x, first, 0, n);
  if (eup_layout_is_said (right))
    {
      g_autoptr (EupParagraph) owner = eup_summary_limited (page, right, EUP_STYLE_ROW_GREY, right_width, 1);

      eup_block_add_lines (page->row, owner, EUP_RIGHT - eup_paragraph_get_width (owner), first, 0, 1);
    }
  eup_block_end (page->row);
  page->last = first + (n - 1) * eup_paragraph_get_leading (paragraph);
  eup_paragraph_unref (paragraph);
}

/* Name, personal number, case. */
void
eup_summary_add_for_whom (EupSummary *page)
{
  EupLayout *layout = page->layout;
  const EupCard *card = layout->assessment->card;
  g_autofree char *number = eup_words_fill ("case", layout->language, "number", card->number, NULL);
  const char *end = g_str_equal (layout->language, "zh") ? "。" : ". ";
  EupParagraph *who = eup_paragraph_new (layout->typeface, layout->language);

  begin_row (page, "for-whom");
  eup_paragraph_add (who, eup_layout_is_said (card->name) ? card->name : card->alias, EUP_STYLE_ROW_STRONG);
  if (eup_layout_is_said (card->personal_number))
    {
      eup_paragraph_add (who, g_str_equal (layout->language, "zh") ? "，" : ", ", EUP_STYLE_ROW);
      eup_paragraph_add (who, card->personal_number, EUP_STYLE_ROW);
    }
  eup_paragraph_add (who, end, EUP_STYLE_ROW);
  eup_paragraph_add (who, number, EUP_STYLE_ROW);
  eup_paragraph_set (who, EUP_TEXT_WIDTH, page->limits.purpose);
  add_text (page, who, EUP_COLUMN_2);
  end_row (page);
}

/* The technology, how deep it goes, what is switched off, and the purpose. */
void
eup_summary_add_what (EupSummary *page)
{
  EupLayout *layout = page->layout;
  const EupCard *card = layout->assessment->card;
  g_autofree char *technology = eup_layout_technology (layout);
  g_autofree char *level = eup_layout_level (layout, TRUE);
  g_autofree char *off = eup_layout_functions (layout, FALSE);
  g_autofree char *rest = g_strjoin (g_str_equal (layout->language, "zh") ? "" : " ", level, off, NULL);
  EupParagraph *what = eup_paragraph_new (layout->typeface, layout->language);

  begin_row (page, "what-why");
  eup_paragraph_add (what, technology, EUP_STYLE_ROW_STRONG);
  eup_paragraph_add (what, g_str_equal (layout->language, "zh") ? "。" : ". ", EUP_STYLE_ROW);
  eup_paragraph_add (what, rest, EUP_STYLE_ROW);
  eup_paragraph_set (what, EUP_TEXT_WIDTH, page->limits.what);
  page->cut = eup_paragraph_is_cut (what);
  add_text (page, what, EUP_COLUMN_2);
  if (eup_layout_is_said (card->purpose))
    {
      EupParagraph *purpose =
          eup_summary_limited (page, card->purpose, EUP_STYLE_ROW, EUP_TEXT_WIDTH, page->limits.purpose);

      page->cut = page->cut || eup_paragraph_is_cut (purpose);
      add_text (page, purpose, EUP_COLUMN_2);
    }
  add_pointer (page, "meeting", EUP_COLUMN_2);
  end_row (page);
}

static double
widest_name (EupSummary *page, const char *const *keys, guint n)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupParagraph) name = eup_summary_limited (page, eup_layout_word (page->layout, keys[i]),
                                                           EUP_STYLE_ROW_STRONG, EUP_TEXT_WIDTH, 1);

      width = MAX (width, eup_paragraph_get_width (name));
    }
  return width + 14;
}

/* Because, although, therefore. */
void
eup_summary_add_reasons (EupSummary *page)
{
  static const char *const keys[] = { "because", "although", "therefore" };
  const EupDecision *decision = page->layout->assessment->decision;
  const char *const texts[] = { decision->because, decision->although, decision->therefore };
  double width = widest_name (page, keys, G_N_ELEMENTS (keys));

  if (!eup_layout_is_said (texts[0]) && !eup_layout_is_said (texts[1]) && !eup_layout_is_said (texts[2]))
    return;
  begin_row (page, "reasons");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (eup_layout_is_said (texts[i]))
      add_pair (page, eup_layout_word (page->layout, keys[i]), width, texts[i], EUP_STYLE_ROW,
                page->limits.reason, NULL, 0);
  add_pointer (page, "decision", EUP_COLUMN_2 + width);
  end_row (page);
}

static double
owner_width (EupSummary *page, const char *owner)
{
  g_autoptr (EupParagraph) name = NULL;

  if (!eup_layout_is_said (owner))
    return 0;
  name = eup_summary_limited (page, owner, EUP_STYLE_ROW_GREY, OWNER_WIDTH, 1);
  return eup_paragraph_get_width (name) + 1;
}

/* The conditions, each with who sees to it. */
void
eup_summary_add_conditions (EupSummary *page)
{
  EupLayout *layout = page->layout;
  GPtrArray *conditions = layout->assessment->conditions;
  guint shown = MIN (conditions->len, page->limits.conditions);
  double owners = 0;

  begin_row (page, "conditions-owner");
  if (conditions->len == 0)
    add_text (page,
              eup_summary_limited (page, eup_layout_word (layout, "no-conditions"), EUP_STYLE_ROW,
                                   EUP_TEXT_WIDTH, 1),
              EUP_COLUMN_2);
  for (guint i = 0; i < shown; i++)
    {
      double width = owner_width (page, ((const EupCondition *) g_ptr_array_index (conditions, i))->owner);

      owners = MAX (owners, width);
    }
  for (guint i = 0; i < shown; i++)
    {
      const EupCondition *condition = g_ptr_array_index (conditions, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add_pair (page, number, 14, condition->text, EUP_STYLE_ROW, page->limits.condition, condition->owner,
                owners);
    }
  if (shown < conditions->len)
    {
      g_autofree char *n = g_strdup_printf ("%u", conditions->len - shown);
      g_autofree char *where = eup_layout_page (layout, "conditions");
      g_autofree char *more =
          eup_words_fill ("more-conditions", layout->language, "n", n, "page", where, NULL);

      add_text (page, eup_summary_limited (page, more, EUP_STYLE_ROW_GREY, EUP_TEXT_WIDTH, 1),
                EUP_COLUMN_2 + 14);
    }
  else
    add_pointer (page, "conditions", EUP_COLUMN_2 + 14);
  end_row (page);
}

/* When the same questions come back, and who sees to it. */
void
eup_summary_add_follow_up (EupSummary *page)
{
  EupLayout *layout = page->layout;
  const EupDecision *decision = layout->assessment->decision;
  g_autofree char *date = eup_layout_date (layout, decision->follow_up_date);
  g_autofree char *what =
      eup_words_fill ("follow-up-what", layout->language, "person", layout->assessment->card->alias, NULL);

  begin_row (page, "follow-up");
  if (*date != '\0')
    {
      g_autoptr (EupParagraph) name =
          eup_summary_limited (page, date, EUP_STYLE_ROW_STRONG, EUP_TEXT_WIDTH, 1);

      add_pair (page, date, eup_paragraph_get_width (name) + 12, what, EUP_STYLE_ROW, 2,
                decision->follow_up_owner, owner_width (page, decision->follow_up_owner));
    }
  else
    add_text (page,
              eup_summary_limited (page, eup_layout_word (layout, "no-follow-up"), EUP_STYLE_ROW,
                                   EUP_TEXT_WIDTH, 1),
              EUP_COLUMN_2);
  end_row (page);
}

/* Which words say whether @person sees it in another way, and whether more stands on a later page. */
static const char *
view_key (const EupLayout *layout, const EupPerson *person, gboolean *more)
{
  const EupDissent *dissent = eup_assessment_find (layout->assessment, EUP_PART_DISSENT, person->id);
  const char *answer = dissent != NULL && eup_layout_is_said (dissent->answer) ? dissent->answer : "open";

  *more = g_str_equal (answer, "differs") || g_str_equal (answer, "reservation");
  if (g_str_equal (answer, "differs"))
    return "view-differs";
  if (g_str_equal (answer, "reservation"))
    return "view-reservation";
  if (g_str_equal (answer, "none"))
    return "view-none";
  return g_str_equal (answer, "not-asked") ? "view-not-asked" : "view-open";
}

/* One line for a person: who, and whether the position is theirs too. */
static EupParagraph *
make_view (EupSummary *page, const EupPerson *person)
{
  EupLayout *layout = page->layout;
  gboolean more;
  const char *key = view_key (layout, person, &more);
  g_autofree char *where = eup_layout_page (layout, "dissents");
  g_autofree char *words = eup_words_fill (key, layout->language, "page", where, NULL);
  EupParagraph *view = eup_paragraph_new (layout->typeface, layout->language);

  eup_paragraph_add (view, eup_layout_name (layout, person), EUP_STYLE_TEXT);
  eup_paragraph_add (view, g_str_equal (layout->language, "zh") ? "：" : ": ", EUP_STYLE_TEXT);
  eup_paragraph_add (view, words, more ? EUP_STYLE_TEXT_STRONG : EUP_STYLE_TEXT);
  eup_paragraph_set (view, EUP_COLUMN_WIDTH, 2);
  return view;
}

static double
add_voice (EupSummary *page, EupVoice voice, double x)
{
  static const char *const keys[] = { "voice-resident", "voice-relatives", "voice-staff" };
  g_autoptr (GPtrArray) people = eup_assessment_people_of (page->layout->assessment, voice);
  double last = ROW_FIRST;
  guint shown = people->len > page->limits.people ? page->limits.people : people->len;

  eup_block_add_symbol (page->row, voice, x, ROW_FIRST, EUP_STYLE_TEXT);
  eup_block_add_text (page->row, "P",
                      eup_summary_limited (page, eup_layout_word (page->layout, keys[voice]),
                                           EUP_STYLE_TEXT_GREY, EUP_COLUMN_WIDTH, 1),
                      x, ROW_FIRST);
  for (guint i = 0; i < shown; i++)
    last = eup_layout_stack (page->row, "P", make_view (page, g_ptr_array_index (people, i)), x, last, 0);
  if (shown < people->len)
    {
      g_autofree char *n = g_strdup_printf ("%u", people->len - shown);
      g_autofree char *where = eup_layout_page (page->layout, "dissents");
      g_autofree char *more =
          eup_words_fill ("more-conditions", page->layout->language, "n", n, "page", where, NULL);

      last = eup_layout_stack (page->row, "P",
                               eup_summary_limited (page, more, EUP_STYLE_TEXT_GREY, EUP_COLUMN_WIDTH, 1), x,
                               last, 0);
    }
  return last;
}

/* Who sees it in another way, voice by voice. */
void
eup_summary_add_views (EupSummary *page)
{
  static const double columns[] = { EUP_COLUMN_2, EUP_COLUMN_3, EUP_COLUMN_4 };
  double lowest = 0;

  begin_row (page, "differing");
  for (guint voice = 0; voice < G_N_ELEMENTS (columns); voice++)
    {
      double last = add_voice (page, (EupVoice) voice, columns[voice]);

      lowest = MAX (lowest, last);
    }
  page->last = lowest;
  end_row (page);
}

/* Who decides, when it was sealed, where the places for signatures are. */
void
eup_summary_add_signatures (EupSummary *page)
{
  static const char *const keys[] = { "decides", "at-sealing" };
  EupLayout *layout = page->layout;
  const EupDecision *decision = layout->assessment->decision;
  g_autofree char *who = eup_layout_who (layout, decision->decider, decision->decider_role);
  g_autofree char *rule =
      eup_layout_is_said (decision->delegation)
          ? eup_words_fill ("delegation", layout->language, "delegation", decision->delegation, NULL)
          : NULL;
  g_autofree char *decider = g_strjoin (g_str_equal (layout->language, "zh") ? "。" : ". ", who, rule, NULL);
  g_autofree char *time = eup_layout_time (layout, layout->snapshot->sealed);
  g_autofree char *where = eup_layout_page (layout, "signatures");
  g_autofree char *places =
      eup_words_fill ("sealed-places", layout->language, "time", time, "page", where, NULL);
  double width = widest_name (page, keys, G_N_ELEMENTS (keys));

  begin_row (page, "signatures");
  add_pair (page, eup_layout_word (layout, "decides"), width,
            *who ? decider : eup_layout_word (layout, "no-decider"), EUP_STYLE_ROW, 2, NULL, 0);
  add_pair (page, eup_layout_word (layout, "at-sealing"), width,
            layout->snapshot->sealed ? places : eup_layout_word (layout, "not-sealed"), EUP_STYLE_ROW, 2,
            NULL, 0);
  end_row (page);
}
