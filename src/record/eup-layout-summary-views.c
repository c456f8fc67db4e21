/* The last rows of page 1: who sees it in another way, who went past what, who decides. */

#include "record/eup-layout-summary-private.h"

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
  EupParagraph *name;
  double last;
  guint shown = people->len > page->limits.people ? page->limits.people : people->len;

  eup_block_add_symbol (page->row, voice, x, EUP_SUMMARY_FIRST, EUP_STYLE_TEXT);
  name = eup_summary_limited (page, eup_layout_both (page->layout, keys[voice]), EUP_STYLE_TEXT_GREY,
                              EUP_COLUMN_WIDTH, 1);
  last = EUP_SUMMARY_FIRST + eup_layout_second_depth (name);
  eup_block_add_text (page->row, "P", name, x, EUP_SUMMARY_FIRST);
  for (guint i = 0; i < shown; i++)
    last = eup_layout_stack (page->row, "P", make_view (page, g_ptr_array_index (people, i)), x, last, 0);
  if (shown < people->len)
    {
      g_autofree char *more = eup_summary_say_more (page->layout, people->len - shown, "dissents");

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

  eup_summary_begin_row (page, "differing");
  for (guint voice = 0; voice < G_N_ELEMENTS (columns); voice++)
    {
      double last = add_voice (page, (EupVoice) voice, columns[voice]);

      lowest = MAX (lowest, last);
    }
  page->last = lowest;
  eup_summary_end_row (page);
}

static char *
say_overrides (EupLayout *layout)
{
  g_autoptr (GPtrArray) gates = eup_rules_gates (layout->assessment, layout->snapshot->model);
  g_autofree char *where = eup_layout_page (layout, "gates");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = g_ptr_array_index (gates, i);
      const EupOverride *override =
          eup_assessment_find (layout->assessment, EUP_PART_OVERRIDE, state->gate->id);
      g_autofree char *title = eup_layout_say (layout, state->gate->title);
      g_autofree char *words = NULL;

      if (!state->overridden || override == NULL)
        continue;
      words = eup_words_fill ("override-brief", layout->language, "gate", title, "name", override->name,
                              "page", where, NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\302\240· " : "", words);
    }
  return g_string_free_and_steal (text);
}

/* Who went ahead past what, where somebody did. */
void
eup_summary_add_overrides (EupSummary *page)
{
  g_autofree char *text = say_overrides (page->layout);

  if (*text == '\0')
    return;
  eup_summary_begin_row (page, "overrides");
  eup_summary_add_text (
      page, eup_summary_limited (page, text, EUP_STYLE_ROW, EUP_TEXT_WIDTH, page->limits.overrides),
      EUP_COLUMN_2);
  if (page->layout->second != NULL)
    {
      g_autofree char *second = say_overrides (page->layout->second);

      eup_summary_add_second (page, second, page->limits.overrides);
    }
  eup_summary_end_row (page);
}

/* "Karin Lund, unit manager. Carrying out a granted service. Delegation: 4.12." */
static char *
make_decider (EupLayout *layout)
{
  const EupDecision *decision = layout->assessment->decision;
  EupRulePack *rules = layout->snapshot->model->rules;
  const EupRoad *road =
      rules && eup_layout_is_said (decision->road) ? eup_rule_pack_find_road (rules, decision->road) : NULL;
  g_autofree char *who = eup_layout_who (layout, decision->decider, decision->decider_role);
  GString *text = g_string_new (*who ? who : eup_layout_word (layout, "no-decider"));
  const char *stop = g_str_equal (layout->language, "zh") ? "。" : ". ";

  if (road != NULL)
    g_string_append_printf (text, "%s%s", stop, eup_text_get (road->title, layout->language));
  if (eup_layout_is_said (decision->delegation))
    {
      g_autofree char *rule =
          eup_words_fill ("delegation", layout->language, "delegation", decision->delegation, NULL);

      g_string_append_printf (text, "%s%s", stop, rule);
    }
  return g_string_free_and_steal (text);
}

static char *
say_places (EupLayout *layout)
{
  g_autofree char *time = eup_layout_time (layout, layout->snapshot->sealed);
  g_autofree char *where = eup_layout_page (layout, "signatures");

  return eup_words_fill ("sealed-places", layout->language, "time", time, "page", where, NULL);
}

/* Who decides, when it was sealed, where the places for signatures are. */
void
eup_summary_add_signatures (EupSummary *page)
{
  static const char *const keys[] = { "decides", "at-sealing" };
  EupLayout *layout = page->layout;
  g_autofree char *decider = EUP_BOTH (layout, make_decider);
  g_autofree char *places = EUP_BOTH (layout, say_places);
  double width = eup_summary_widest (page, keys, G_N_ELEMENTS (keys));

  eup_summary_begin_row (page, "signatures");
  eup_summary_add_pair (page, eup_layout_both (layout, "decides"), width, decider, EUP_STYLE_ROW, 2, NULL, 0);
  eup_summary_add_pair (page, eup_layout_both (layout, "at-sealing"), width,
                        layout->snapshot->sealed ? places : eup_layout_both (layout, "not-sealed"),
                        EUP_STYLE_ROW, 2, NULL, 0);
  eup_summary_end_row (page);
}
