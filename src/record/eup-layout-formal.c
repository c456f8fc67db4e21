/* The authority's decision, apart from the meeting's position: on which road, on which provision, who
 * decided with what right, how to appeal; then what comes after it: removal and follow-up. */

#include "record/eup-layout-private.h"

#define THIN 0.4

static void
add (EupLayout *self, GPtrArray *paragraphs, EupStyle style, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (paragraphs, eup_layout_text (self, lines[i], style, EUP_TEXT_WIDTH));
}

static void
add_filled (EupLayout *self, GPtrArray *paragraphs, const char *key, const char *name, const char *value)
{
  g_autofree char *text = NULL;

  if (!eup_layout_is_said (value))
    return;
  text = eup_layout_fill (self, key, name, value, NULL);
  add (self, paragraphs, EUP_STYLE_TEXT, text);
}

/* "" where there is no date. */
static char *
say_date (EupLayout *self, const char *key, const char *iso)
{
  g_autofree char *date = eup_layout_date (self, iso);

  return *date ? eup_words_fill (key, self->language, "date", date, NULL) : g_strdup ("");
}

static void
add_date (EupLayout *self, GPtrArray *paragraphs, const char *key, const char *iso)
{
  g_autofree char *text = EUP_BOTH (self, say_date, key, iso);

  add (self, paragraphs, EUP_STYLE_TEXT, text);
}

static void
add_own (EupLayout *self, GPtrArray *paragraphs, EupStyle style, const EupText *text)
{
  g_autofree char *both = eup_layout_get (self, text);

  add (self, paragraphs, style, both);
}

static void
end_row (EupLayout *self, const char *label, GPtrArray *paragraphs, double thickness)
{
  if (paragraphs->len > 0)
    eup_layout_row (self, eup_layout_both (self, label), (EupParagraph **) paragraphs->pdata, paragraphs->len,
                    thickness);
  g_ptr_array_set_size (paragraphs, 0);
}

static const EupRoad *
find_road (EupLayout *self)
{
  const char *road = self->assessment->decision->road;
  EupRulePack *rules = self->snapshot->model->rules;

  return rules != NULL && eup_layout_is_said (road) ? eup_rule_pack_find_road (rules, road) : NULL;
}

/* What was decided, in the words of the one who decided; else what the meeting came to, which then
 * became the decision on that day. */
static void
add_content (EupLayout *self, GPtrArray *paragraphs)
{
  const EupDecision *decision = self->assessment->decision;
  g_autofree char *outcome = EUP_BOTH (self, eup_layout_outcome_sentence);

  if (eup_layout_is_said (decision->content))
    add (self, paragraphs, EUP_STYLE_LEAD, decision->content);
  else if (eup_layout_is_said (decision->decided))
    add (self, paragraphs, EUP_STYLE_LEAD, outcome);
  else
    {
      add (self, paragraphs, EUP_STYLE_TEXT, eup_layout_both (self, "formal-none"));
      return;
    }
  add_date (self, paragraphs, "until", decision->until);
  add_date (self, paragraphs, "decided-on", decision->decided);
}

static void
add_road (EupLayout *self, GPtrArray *paragraphs)
{
  const EupRoad *road = find_road (self);

  if (road == NULL)
    return;
  add_own (self, paragraphs, EUP_STYLE_TEXT, road->title);
  add_own (self, paragraphs, EUP_STYLE_SMALL, road->meaning);
  if (eup_rule_pack_must_verify (self->snapshot->model->rules, (const char *const *) road->references))
    add (self, paragraphs, EUP_STYLE_TEXT_STRONG, eup_layout_both (self, "verify"));
}

static void
add_provision (EupLayout *self, GPtrArray *paragraphs)
{
  const char *provision = self->assessment->decision->provision;
  EupRulePack *rules = self->snapshot->model->rules;
  const EupReference *reference = rules != NULL && eup_layout_is_said (provision)
                                      ? eup_rule_pack_find_reference (rules, provision)
                                      : NULL;

  if (reference == NULL)
    return;
  add_own (self, paragraphs, EUP_STYLE_TEXT, reference->citation);
  add_own (self, paragraphs, EUP_STYLE_SMALL, reference->title);
  if (reference->verify)
    add (self, paragraphs, EUP_STYLE_TEXT_STRONG, eup_layout_both (self, "verify"));
}

/* The person who decides, as named among those who took part; only there stands an interest. */
static const EupPerson *
find_decider (EupLayout *self)
{
  for (guint i = 0; i < self->assessment->people->len; i++)
    {
      const EupPerson *person = g_ptr_array_index (self->assessment->people, i);

      if (person->decides)
        return person;
    }
  return NULL;
}

/* "" where nobody has asked. */
static char *
say_interest (EupLayout *self, const EupPerson *person)
{
  g_autofree char *interest = eup_layout_interest (self, person);
  g_autofree char *capital = eup_layout_capital (interest);

  return *capital ? eup_layout_sentence (self, capital) : g_strdup ("");
}

static void
add_decider (EupLayout *self, GPtrArray *paragraphs)
{
  const EupDecision *decision = self->assessment->decision;
  g_autofree char *who = eup_layout_who (self, decision->decider, decision->decider_role);
  const EupPerson *person = find_decider (self);
  g_autofree char *sentence = person == NULL ? NULL
                              : eup_layout_is_said (person->interest_words)
                                  ? say_interest (self, person)
                                  : EUP_BOTH (self, say_interest, person);

  add (self, paragraphs, EUP_STYLE_TEXT, *who ? who : eup_layout_both (self, "no-decider"));
  add_filled (self, paragraphs, "delegation", "delegation", decision->delegation);
  add (self, paragraphs, EUP_STYLE_TEXT, sentence);
}

static void
add_appeal (EupLayout *self, GPtrArray *paragraphs)
{
  const EupRoad *road = find_road (self);

  if (road == NULL)
    return;
  if (road->appeal != NULL)
    add_own (self, paragraphs, EUP_STYLE_TEXT, road->appeal);
  if (road->appeal != NULL || road->appealable)
    add (self, paragraphs, EUP_STYLE_SMALL,
         eup_layout_both (self, self->assessment->decision->appeal ? "appeal-told" : "appeal-not-told"));
}

/**
 * eup_layout_formal:
 *
 * Draws the formal decision. What is not filled in is left out, but that nobody has decided is said.
 */
void
eup_layout_formal (EupLayout *self)
{
  const EupDecision *decision = self->assessment->decision;
  const EupRoad *road = find_road (self);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  eup_paper_skip (self->paper, 8);
  add_content (self, paragraphs);
  end_row (self, "formal", paragraphs, 1);
  add_decider (self, paragraphs);
  end_row (self, "label-decider", paragraphs, THIN);
  add_road (self, paragraphs);
  end_row (self, "label-road", paragraphs, THIN);
  add_provision (self, paragraphs);
  end_row (self, "label-provision", paragraphs, THIN);
  add (self, paragraphs, EUP_STYLE_TEXT, decision->presenter);
  end_row (self, "label-presenter", paragraphs, THIN);
  add (self, paragraphs, EUP_STYLE_TEXT, decision->others);
  end_row (self, "label-others", paragraphs, THIN);
  add_appeal (self, paragraphs);
  end_row (self, road && road->appealable ? "label-appeal" : "label-objecting", paragraphs, THIN);
}

/**
 * eup_layout_removal:
 *
 * Draws when the technology was taken away and the data deleted, and who confirmed it.
 */
void
eup_layout_removal (EupLayout *self)
{
  const EupDecision *decision = self->assessment->decision;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  add_date (self, paragraphs, "removed-on", decision->removed);
  add_date (self, paragraphs, "data-deleted-on", decision->data_deleted);
  add_filled (self, paragraphs, "removal-by", "name", decision->removal_confirmed_by);
  end_row (self, "label-removal", paragraphs, 1);
}

/* The date, and who sees to it. */
static char *
say_follow_up (EupLayout *self)
{
  const EupDecision *decision = self->assessment->decision;
  g_autofree char *date = eup_layout_date (self, decision->follow_up_date);

  return eup_layout_who (self, *date ? date : eup_layout_word (self, "no-follow-up"),
                         decision->follow_up_owner);
}

/**
 * eup_layout_follow_up:
 *
 * Draws when the same questions come back, and who sees to it.
 */
void
eup_layout_follow_up (EupLayout *self)
{
  const EupDecision *decision = self->assessment->decision;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  g_autofree char *what =
      eup_layout_fill (self, "follow-up-what", "person", self->assessment->card->alias, NULL);
  g_autofree char *who = EUP_BOTH (self, say_follow_up);

  add (self, paragraphs, EUP_STYLE_TEXT, who);
  if (eup_layout_is_said (decision->follow_up_date))
    add (self, paragraphs, EUP_STYLE_SMALL, what);
  end_row (self, "follow-up", paragraphs, 1);
}
