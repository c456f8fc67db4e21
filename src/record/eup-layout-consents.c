/* Who agreed to what: each consent for itself, how it was explained, the answer, when, and whether it
 * was taken back. */

#include "record/eup-table.h"

static const char *
state_key (EupConsentState state)
{
  switch (state)
    {
    case EUP_CONSENT_YES:
      return "consent-yes";
    case EUP_CONSENT_NO:
      return "consent-no";
    case EUP_CONSENT_CANNOT:
      return "consent-cannot";
    case EUP_CONSENT_WITHDRAWN:
      return "consent-withdrawn";
    case EUP_CONSENT_MISSING:
    default:
      return "consent-missing";
    }
}

static const char *
answer_key (const EupConsent *consent)
{
  if (!eup_layout_is_said (consent->answer))
    return "consent-missing";
  if (g_str_equal (consent->answer, "yes"))
    return "consent-yes";
  return g_str_equal (consent->answer, "no") ? "consent-no" : "consent-cannot";
}

static void
add_words (EupLayout *self, EupCell *cell, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words ? words : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      eup_cell_add (cell, eup_layout_text (self, lines[i], EUP_STYLE_WORDS_TABLE, EUP_COLUMN_WIDTH), NULL);
}

static void
add_line (EupLayout *self, EupCell *cell, EupStyle style, const char *text)
{
  if (eup_layout_is_said (text))
    eup_cell_add (cell, eup_layout_text (self, text, style, EUP_COLUMN_WIDTH), NULL);
}

static void
add_filled (EupLayout *self, EupCell *cell, const char *key, const char *name, const char *value)
{
  g_autofree char *text = NULL;

  if (!eup_layout_is_said (value))
    return;
  text = eup_layout_fill (self, key, name, value, NULL);
  add_line (self, cell, EUP_STYLE_TABLE_GREY, text);
}

/* Whether a lawyer must look at what the consent is required by. */
static gboolean
must_verify (EupLayout *self, const EupConsentKind *kind)
{
  const EupRulePack *rules = self->snapshot->model->rules;
  GPtrArray *required = rules != NULL ? eup_rule_pack_get_consents (rules) : NULL;

  for (guint i = 0; required != NULL && i < required->len; i++)
    {
      const EupRequiredConsent *each = g_ptr_array_index (required, i);

      if (g_str_equal (each->consent, kind->id) &&
          eup_rule_pack_must_verify (rules, (const char *const *) each->references))
        return TRUE;
    }
  return FALSE;
}

static char *
say_question (EupLayout *self, const EupConsentAsked *asked)
{
  return eup_rules_consent_words (asked, self->assessment, self->snapshot->model, self->language);
}

/* What was asked, word for word. */
static void
add_question (EupLayout *self,
              EupCell *cell,
              const EupConsentKind *kind,
              const EupPerson *person,
              const EupPerson *about)
{
  const EupConsentAsked asked = { .kind = kind, .person = person, .about = about };
  g_autofree char *words = NULL;

  if (person == NULL && about == NULL)
    return;
  words = EUP_BOTH (self, say_question, &asked);
  add_line (self, cell, EUP_STYLE_TABLE_GREY, words);
}

/* "C4  Consent to others knowing", about whom, and how it was asked. */
static void
add_title (EupLayout *self,
           EupTable *table,
           const EupConsentKind *kind,
           const EupPerson *person,
           const EupPerson *about)
{
  g_autofree char *title = eup_layout_say_both (self, kind->title);
  g_autofree char *label = g_strdup_printf ("C%d\302\240\302\240%s", kind->number, title);
  EupCell *cell = eup_table_add_text (table, "TH", EUP_STYLE_TABLE, label);

  if (about != NULL)
    add_filled (self, cell, "consent-about", "name", eup_layout_name (self, about));
  add_question (self, cell, kind, person, about);
  if (must_verify (self, kind))
    add_line (self, cell, EUP_STYLE_TABLE_STRONG, eup_layout_both (self, "verify"));
}

/* What was answered before it was taken back. */
static char *
say_first (EupLayout *self, const EupConsent *consent)
{
  return eup_words_fill ("withdrawn-first", self->language, "answer",
                         eup_layout_word (self, answer_key (consent)), NULL);
}

/* The answer as it stands; a consent that was taken back keeps the first answer and its words. */
static void
add_answer (EupLayout *self, EupTable *table, EupConsentState state, const EupConsent *consent)
{
  EupStyle style = state == EUP_CONSENT_MISSING ? EUP_STYLE_TABLE_GREY : EUP_STYLE_TABLE_STRONG;
  EupCell *cell = eup_table_add_text (table, "TD", style, eup_layout_both (self, state_key (state)));

  if (consent == NULL)
    return;
  if (state == EUP_CONSENT_WITHDRAWN)
    {
      g_autofree char *first = EUP_BOTH (self, say_first, consent);

      add_words (self, cell, consent->withdrawn_words);
      add_line (self, cell, EUP_STYLE_TABLE_GREY, first);
    }
  add_words (self, cell, consent->words);
}

/* Two facts as one line, the first in front. */
static char *
join (EupLayout *self, const char *first, const char *second)
{
  const char *const both[] = { first, second };
  g_autoptr (GPtrArray) said = g_ptr_array_new_null_terminated (2, NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    if (eup_layout_is_said (both[i]))
      g_ptr_array_add (said, (gpointer) both[i]);
  return g_strjoinv (eup_layout_word (self, "list-comma"), (char **) said->pdata);
}

/* "7 January 2027, by word of mouth" */
static char *
say_when (EupLayout *self, const EupConsent *consent)
{
  g_autofree char *key = g_strconcat ("form-", consent->form, NULL);
  g_autofree char *date = eup_layout_date (self, consent->at);

  return join (self, date, eup_words_has (key) ? eup_layout_word (self, key) : NULL);
}

/* When it was taken back. */
static char *
say_back (EupLayout *self, const EupConsent *consent)
{
  g_autofree char *date = eup_layout_date (self, consent->withdrawn);

  return *date ? eup_words_fill ("withdrawn-when", self->language, "date", date, NULL) : g_strdup ("");
}

static void
add_who (EupLayout *self, EupTable *table, const EupPerson *person, const EupConsent *consent)
{
  EupCell *cell =
      eup_table_add_text (table, "TD", EUP_STYLE_TABLE, person ? eup_layout_name (self, person) : NULL);
  gboolean stands_for = person != NULL && eup_person_voice (person) != EUP_VOICE_RESIDENT;

  if (stands_for)
    add_line (self, cell, EUP_STYLE_TABLE_GREY, person->role);
  if (consent != NULL)
    {
      g_autofree char *when = EUP_BOTH (self, say_when, consent);
      g_autofree char *back = EUP_BOTH (self, say_back, consent);

      add_line (self, cell, EUP_STYLE_TABLE, when);
      add_filled (self, cell, "asked-by", "name", consent->asked_by);
      add_line (self, cell, EUP_STYLE_TABLE_GREY, back);
      add_filled (self, cell, "withdrawn-to", "name", consent->withdrawn_to);
    }
}

static void
add_row (EupLayout *self,
         EupTable *table,
         const EupConsentKind *kind,
         const EupPerson *person,
         const EupPerson *about,
         EupConsentState state,
         const EupConsent *consent)
{
  add_title (self, table, kind, person, about);
  add_answer (self, table, state, consent);
  add_who (self, table, person, consent);
  eup_table_add_text (table, "TD", EUP_STYLE_TABLE, consent ? consent->explained : NULL);
  eup_table_end_row (table);
}

/* The person that a consent is about where it is not the one who gives it, nor the resident. */
static const EupPerson *
other_person (const EupPerson *about, const EupPerson *person)
{
  return about == person || about == NULL || eup_person_voice (about) == EUP_VOICE_RESIDENT ? NULL : about;
}

/* Rows for what is asked: required, or given all the same. */
static guint
add_asked (EupLayout *self, EupTable *table, GPtrArray *asked, GHashTable *shown)
{
  guint n = 0;

  for (guint i = 0; i < asked->len; i++)
    {
      const EupConsentAsked *each = g_ptr_array_index (asked, i);
      const EupConsent *consent = each->consent;
      const EupPerson *giver =
          consent ? eup_assessment_find_person (self->assessment, consent->person) : NULL;

      if (!each->required && consent == NULL)
        continue;
      n++;
      if (table == NULL)
        continue;
      add_row (self, table, each->kind, giver ? giver : each->person,
               other_person (each->about, giver ? giver : each->person), each->state, consent);
      if (consent != NULL)
        g_hash_table_add (shown, (gpointer) consent);
    }
  return n;
}

static EupConsentState
read_state (const EupConsent *consent)
{
  if (eup_layout_is_said (consent->withdrawn))
    return EUP_CONSENT_WITHDRAWN;
  if (!eup_layout_is_said (consent->answer))
    return EUP_CONSENT_MISSING;
  if (g_str_equal (consent->answer, "yes"))
    return EUP_CONSENT_YES;
  return g_str_equal (consent->answer, "no") ? EUP_CONSENT_NO : EUP_CONSENT_CANNOT;
}

/* What was given beyond what is asked: earlier answers, and those about people who are no longer there. */
static void
add_others (EupLayout *self, EupTable *table, GHashTable *shown)
{
  for (guint i = 0; i < self->assessment->consents->len; i++)
    {
      const EupConsent *consent = g_ptr_array_index (self->assessment->consents, i);
      const EupConsentKind *kind = eup_method_find_consent (self->snapshot->model->method, consent->consent);
      const EupPerson *person = eup_assessment_find_person (self->assessment, consent->person);
      const EupPerson *about = eup_assessment_find_person (self->assessment, consent->about);

      if (kind != NULL && !g_hash_table_contains (shown, consent))
        add_row (self, table, kind, person, other_person (about, person), read_state (consent), consent);
    }
}

/**
 * eup_layout_consents:
 *
 * Draws every consent that is required or was given, with who, about whom, how it was explained, the
 * answer, the form, when, and whether it was withdrawn; nothing when none is.
 */
void
eup_layout_consents (EupLayout *self)
{
  const char *const heads[] = { eup_layout_both (self, "head-consent"), eup_layout_both (self, "head-answer"),
                                eup_layout_both (self, "head-who-when"),
                                eup_layout_both (self, "head-explained") };
  static const guint columns[] = { 1, 1, 1, 1 };
  g_autoptr (GPtrArray) asked = eup_rules_consents (self->assessment, self->snapshot->model);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  EupTable *table;

  if (add_asked (self, NULL, asked, shown) == 0 && self->assessment->consents->len == 0)
    return;
  eup_layout_section (self, eup_layout_both (self, "consents"), eup_layout_both (self, "consents-note"), 190);
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
  add_asked (self, table, asked, shown);
  add_others (self, table, shown);
  eup_table_end (table);
}
