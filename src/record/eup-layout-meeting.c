/* Whom it is about, what was considered and who took part. */

#include "record/eup-layout-private.h"

#define ROW_RULE 0.4

static void
add (EupLayout *self, GPtrArray *paragraphs, const char *text)
{
  if (eup_layout_is_said (text))
    g_ptr_array_add (paragraphs, eup_layout_text (self, text, EUP_STYLE_TEXT, EUP_TEXT_WIDTH));
}

/* Draws the row unless nothing is known about it. */
static void
end_row (EupLayout *self, const char *label, GPtrArray *paragraphs, double thickness)
{
  if (paragraphs->len > 0)
    eup_layout_row (self, eup_layout_both (self, label), (EupParagraph **) paragraphs->pdata, paragraphs->len,
                    thickness);
  g_ptr_array_set_size (paragraphs, 0);
}

/* The same under a label that is not the record's own word. */
static void
end_named_row (EupLayout *self, const char *label, GPtrArray *paragraphs)
{
  eup_layout_row (self, label, (EupParagraph **) paragraphs->pdata, paragraphs->len, ROW_RULE);
  g_ptr_array_set_size (paragraphs, 0);
}

/* Two facts as one line: "Sjöviks kommun, Granliden". */
static void
add_two (EupLayout *self, GPtrArray *paragraphs, const char *first, const char *second)
{
  g_autofree char *both = eup_layout_who (self, first, second);

  add (self, paragraphs, eup_layout_is_said (first) ? both : second);
}

static void
add_resident (EupLayout *self, GPtrArray *paragraphs)
{
  const EupCard *card = self->assessment->card;
  gboolean named = eup_layout_is_said (card->name);
  g_autofree char *called = eup_layout_fill (self, "called", "alias", card->alias, NULL);

  add_two (self, paragraphs, named ? card->name : card->alias, card->personal_number);
  if (named && g_strcmp0 (card->name, card->alias) != 0)
    add (self, paragraphs, called);
}

static void
add_technology (EupLayout *self, GPtrArray *paragraphs)
{
  const EupCard *card = self->assessment->card;
  g_autofree char *technology = EUP_BOTH (self, eup_layout_technology);
  g_autofree char *product = eup_layout_fill (self, "label-product", "product", card->product, NULL);
  g_autofree char *level = EUP_BOTH (self, eup_layout_level, FALSE);
  g_autofree char *on = EUP_BOTH (self, eup_layout_functions, TRUE);
  g_autofree char *off = EUP_BOTH (self, eup_layout_functions, FALSE);

  add (self, paragraphs, technology);
  if (eup_layout_is_said (card->product))
    add (self, paragraphs, product);
  add (self, paragraphs, level);
  add (self, paragraphs, on);
  add (self, paragraphs, off);
}

/* Why it can't wait, and how long what is decided now may hold. */
static void
add_urgent (EupLayout *self, GPtrArray *paragraphs)
{
  const EupCard *card = self->assessment->card;
  EupRulePack *rules = self->snapshot->model->rules;
  g_autofree char *days = rules ? g_strdup_printf ("%d", eup_rule_pack_get_urgent_days (rules)) : NULL;
  g_autofree char *limit = days ? eup_layout_fill (self, "urgent-limit", "days", days, NULL) : NULL;

  if (!card->urgent)
    return;
  add (self, paragraphs, card->urgent_reason);
  add (self, paragraphs, limit);
}

/* Where the prior assessment of the processing is found, under the name that the country gives it. */
static void
add_impact_assessment (EupLayout *self, GPtrArray *paragraphs)
{
  EupRulePack *rules = self->snapshot->model->rules;
  g_autofree char *label = NULL;

  if (!eup_layout_is_said (self->assessment->card->impact_assessment) || rules == NULL)
    return;
  add (self, paragraphs, self->assessment->card->impact_assessment);
  if (eup_rule_pack_must_verify (rules, eup_rule_pack_get_impact_assessment_references (rules)))
    add (self, paragraphs, eup_layout_both (self, "verify"));
  label = eup_layout_get (self, eup_rule_pack_get_impact_assessment (rules));
  end_named_row (self, label, paragraphs);
}

/* Who else read it through, and what that person thinks, in own words. */
static void
add_second_reader (EupLayout *self, GPtrArray *paragraphs)
{
  const EupCard *card = self->assessment->card;
  g_auto (GStrv) view = g_strsplit (card->second_reader_view ? card->second_reader_view : "", "\n", -1);

  add_two (self, paragraphs, card->second_reader, card->second_reader_role);
  for (guint i = 0; view[i] != NULL; i++)
    if (*g_strstrip (view[i]) != '\0')
      g_ptr_array_add (paragraphs, eup_layout_text (self, view[i], EUP_STYLE_WORDS, EUP_TEXT_WIDTH));
}

/* The place is what somebody typed, and stands once. */
static void
add_time (EupLayout *self, GPtrArray *paragraphs)
{
  const EupCard *card = self->assessment->card;
  g_autofree char *time = eup_layout_time (self, card->meeting);
  g_autofree char *both = eup_layout_who (self, time, card->place);
  char *second = self->second ? eup_layout_time (self->second, card->meeting) : NULL;
  g_autofree char *text = eup_layout_join (self, g_strdup (*time ? both : time), second);

  add (self, paragraphs, *text ? text : card->place);
}

/* When the meeting sat; it may have gone on another day. */
static void
add_sessions (EupLayout *self, GPtrArray *paragraphs)
{
  for (guint i = 0; i < self->assessment->sessions->len; i++)
    {
      g_autofree char *when = EUP_BOTH (self, eup_layout_session, self->assessment->sessions->pdata[i]);

      add (self, paragraphs, when);
    }
}

/* Questions that were left for later, in the method's order. */
static void
add_parked (EupLayout *self, GPtrArray *paragraphs)
{
  GPtrArray *questions = eup_method_get_questions (self->snapshot->model->method);

  for (guint i = 0; i < questions->len; i++)
    {
      g_autofree char *words = eup_layout_parked (self, questions->pdata[i]);

      add (self, paragraphs, words);
    }
}

static void
add_facts (EupLayout *self)
{
  const EupCard *card = self->assessment->card;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  add (self, paragraphs, card->number);
  end_row (self, "label-case", paragraphs, 1);
  add (self, paragraphs, card->earlier);
  end_row (self, "label-occasion", paragraphs, ROW_RULE);
  add_urgent (self, paragraphs);
  end_row (self, "label-urgent", paragraphs, ROW_RULE);
  add_resident (self, paragraphs);
  end_row (self, "label-resident", paragraphs, ROW_RULE);
  add_two (self, paragraphs, card->authority, card->unit);
  end_row (self, "label-authority", paragraphs, ROW_RULE);
  add_time (self, paragraphs);
  end_row (self, "label-time-place", paragraphs, ROW_RULE);
  add_sessions (self, paragraphs);
  end_row (self, "label-sessions", paragraphs, ROW_RULE);
  add (self, paragraphs, card->facilitator);
  end_row (self, "label-facilitator", paragraphs, ROW_RULE);
  add_technology (self, paragraphs);
  end_row (self, "label-technology", paragraphs, ROW_RULE);
  add (self, paragraphs, card->purpose);
  end_row (self, "label-purpose", paragraphs, ROW_RULE);
  add_parked (self, paragraphs);
  end_row (self, "label-parked", paragraphs, ROW_RULE);
  add_impact_assessment (self, paragraphs);
  add_second_reader (self, paragraphs);
  end_row (self, "label-second-reader", paragraphs, ROW_RULE);
}

/**
 * eup_layout_meeting:
 *
 * Draws the facts of the case, the list of those who took part and how the resident was asked before.
 */
void
eup_layout_meeting (EupLayout *self)
{
  EupParagraph *intro =
      eup_layout_text (self, eup_layout_both (self, "meeting-intro"), EUP_STYLE_TEXT_GREY, EUP_TEXT_WIDTH);

  eup_paper_begin (self->paper, "Sect");
  eup_layout_heading (self, eup_layout_both (self, "meeting"), eup_layout_word (self, "meeting"), intro,
                      "meeting");
  add_facts (self);
  eup_layout_people (self);
  eup_layout_sittings (self);
  eup_paper_end (self->paper);
}
