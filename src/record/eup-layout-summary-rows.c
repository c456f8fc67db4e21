/* The rows of page 1: a label in column 1, what is to be known in columns 2 to 4. */

#include "record/eup-layout-summary-private.h"

/* The name and the number stand once. */
static void
add_second_case (EupLayout *second, EupParagraph *who)
{
  const EupCard *card = second ? second->assessment->card : NULL;
  g_autofree char *number =
      second ? eup_words_fill ("case", second->language, "number", card->number, NULL) : NULL;
  g_autofree char *earlier =
      second && eup_layout_is_said (card->earlier)
          ? eup_words_fill ("follows-up", second->language, "number", card->earlier, NULL)
          : NULL;

  eup_layout_add_second (second, who, number, EUP_STYLE_ROW);
  eup_layout_add_second (second, who, earlier ? " " : NULL, EUP_STYLE_ROW);
  eup_layout_add_second (second, who, earlier, EUP_STYLE_ROW);
}

/* Name, personal number, case. */
void
eup_summary_add_for_whom (EupSummary *page)
{
  EupLayout *layout = page->layout;
  const EupCard *card = layout->assessment->card;
  g_autofree char *number = eup_words_fill ("case", layout->language, "number", card->number, NULL);
  g_autofree char *earlier = eup_words_fill ("follows-up", layout->language, "number", card->earlier, NULL);
  const char *end = g_str_equal (layout->language, "zh") ? "。" : ". ";
  EupParagraph *who = eup_paragraph_new (layout->typeface, layout->language);

  eup_summary_begin_row (page, "for-whom");
  eup_paragraph_add (who, eup_layout_is_said (card->name) ? card->name : card->alias, EUP_STYLE_ROW_STRONG);
  if (eup_layout_is_said (card->personal_number))
    {
      eup_paragraph_add (who, g_str_equal (layout->language, "zh") ? "，" : ", ", EUP_STYLE_ROW);
      eup_paragraph_add (who, card->personal_number, EUP_STYLE_ROW);
    }
  eup_paragraph_add (who, end, EUP_STYLE_ROW);
  eup_paragraph_add (who, number, EUP_STYLE_ROW);
  if (eup_layout_is_said (card->earlier))
    {
      eup_paragraph_add (who, g_str_equal (layout->language, "zh") ? "" : " ", EUP_STYLE_ROW);
      eup_paragraph_add (who, earlier, EUP_STYLE_ROW);
    }
  add_second_case (layout->second, who);
  eup_paragraph_set (who, EUP_TEXT_WIDTH, page->limits.purpose + (layout->second ? 1 : 0));
  eup_summary_add_text (page, who, EUP_COLUMN_2);
  eup_summary_end_row (page);
}

/* Words as far as there is room for them. */
static void
add_limited (EupSummary *page, const char *text)
{
  EupParagraph *paragraph;

  if (!eup_layout_is_said (text))
    return;
  paragraph = eup_summary_limited (page, text, EUP_STYLE_ROW, EUP_TEXT_WIDTH, page->limits.purpose);
  page->cut = page->cut || eup_paragraph_is_cut (paragraph);
  eup_summary_add_text (page, paragraph, EUP_COLUMN_2);
}

/* The technology, how deep it goes, what is switched on. */
static char *
say_what (EupLayout *layout)
{
  g_autofree char *level = eup_layout_level (layout, TRUE);
  g_autofree char *functions = eup_layout_functions_brief (layout);

  return g_strjoin (g_str_equal (layout->language, "zh") ? "" : " ", level, functions, NULL);
}

/* The same in the second language. */
static void
add_second_what (EupSummary *page)
{
  EupLayout *second = page->layout->second;
  g_autofree char *technology = second ? eup_layout_technology (second) : NULL;
  g_autofree char *rest = second ? say_what (second) : NULL;
  g_autofree char *text =
      second ? g_strjoin (g_str_equal (second->language, "zh") ? "。" : ". ", technology, rest, NULL) : NULL;

  if (second == NULL)
    return;
  eup_summary_add_second (page, text, page->limits.what);
}

/* The technology, how deep it goes, what is switched on, the purpose, and why it can't wait. */
void
eup_summary_add_what (EupSummary *page)
{
  EupLayout *layout = page->layout;
  const EupCard *card = layout->assessment->card;
  g_autofree char *technology = eup_layout_technology (layout);
  g_autofree char *rest = say_what (layout);
  EupParagraph *what = eup_paragraph_new (layout->typeface, layout->language);

  eup_summary_begin_row (page, "what-why");
  eup_paragraph_add (what, technology, EUP_STYLE_ROW_STRONG);
  eup_paragraph_add (what, g_str_equal (layout->language, "zh") ? "。" : ". ", EUP_STYLE_ROW);
  eup_paragraph_add (what, rest, EUP_STYLE_ROW);
  eup_paragraph_set (what, EUP_TEXT_WIDTH, page->limits.what);
  page->cut = eup_paragraph_is_cut (what);
  eup_summary_add_text (page, what, EUP_COLUMN_2);
  add_second_what (page);
  add_limited (page, card->purpose);
  add_limited (page, card->urgent ? card->urgent_reason : NULL);
  eup_summary_add_pointer (page, "meeting", EUP_COLUMN_2);
  eup_summary_end_row (page);
}

/* Because, although, therefore. */
void
eup_summary_add_reasons (EupSummary *page)
{
  static const char *const keys[] = { "because", "although", "therefore" };
  const EupDecision *decision = page->layout->assessment->decision;
  const char *const texts[] = { decision->because, decision->although, decision->therefore };
  double width = eup_summary_widest (page, keys, G_N_ELEMENTS (keys));

  if (!eup_layout_is_said (texts[0]) && !eup_layout_is_said (texts[1]) && !eup_layout_is_said (texts[2]))
    return;
  eup_summary_begin_row (page, "reasons");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (eup_layout_is_said (texts[i]))
      eup_summary_add_pair (page, eup_layout_both (page->layout, keys[i]), width, texts[i], EUP_STYLE_ROW,
                            page->limits.reason, NULL, 0);
  eup_summary_add_pointer (page, "decision", EUP_COLUMN_2 + width);
  eup_summary_end_row (page);
}

/* The conditions, each with who sees to it. */
void
eup_summary_add_conditions (EupSummary *page)
{
  EupLayout *layout = page->layout;
  GPtrArray *conditions = layout->assessment->conditions;
  guint shown = MIN (conditions->len, page->limits.conditions);
  double owners = 0;

  eup_summary_begin_row (page, "conditions-owner");
  if (conditions->len == 0)
    eup_summary_add_text (page,
                          eup_summary_limited (page, eup_layout_both (layout, "no-conditions"), EUP_STYLE_ROW,
                                               EUP_TEXT_WIDTH, 1),
                          EUP_COLUMN_2);
  for (guint i = 0; i < shown; i++)
    {
      double width =
          eup_summary_owner_width (page, ((const EupCondition *) g_ptr_array_index (conditions, i))->owner);

      owners = MAX (owners, width);
    }
  for (guint i = 0; i < shown; i++)
    {
      const EupCondition *condition = g_ptr_array_index (conditions, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      eup_summary_add_pair (page, number, 14, condition->text, EUP_STYLE_ROW, page->limits.condition,
                            condition->owner, owners);
    }
  if (shown < conditions->len)
    {
      g_autofree char *more = eup_summary_say_more (layout, conditions->len - shown, "conditions");

      eup_summary_add_text (page, eup_summary_limited (page, more, EUP_STYLE_ROW_GREY, EUP_TEXT_WIDTH, 1),
                            EUP_COLUMN_2 + 14);
    }
  else
    eup_summary_add_pointer (page, "conditions", EUP_COLUMN_2 + 14);
  eup_summary_end_row (page);
}

/* When the same questions come back, and who sees to it. */
void
eup_summary_add_follow_up (EupSummary *page)
{
  EupLayout *layout = page->layout;
  const EupDecision *decision = layout->assessment->decision;
  g_autofree char *date = EUP_BOTH (layout, eup_layout_date, decision->follow_up_date);
  g_autofree char *what =
      eup_layout_fill (layout, "follow-up-what", "person", layout->assessment->card->alias, NULL);

  eup_summary_begin_row (page, "follow-up");
  if (*date != '\0')
    {
      g_autoptr (EupParagraph) name =
          eup_summary_limited (page, date, EUP_STYLE_ROW_STRONG, EUP_TEXT_WIDTH, 1);

      eup_summary_add_pair (page, date, eup_paragraph_get_width (name) + 12, what, EUP_STYLE_ROW, 2,
                            decision->follow_up_owner,
                            eup_summary_owner_width (page, decision->follow_up_owner));
    }
  else
    eup_summary_add_text (page,
                          eup_summary_limited (page, eup_layout_both (layout, "no-follow-up"), EUP_STYLE_ROW,
                                               EUP_TEXT_WIDTH, 1),
                          EUP_COLUMN_2);
  eup_summary_end_row (page);
}
