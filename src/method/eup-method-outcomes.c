/* Reads the consents, the words of the profession and the outcomes of a method. */

#include "method/eup-method-private.h"

#include <string.h>

typedef struct
{
  GPtrArray *list;
  GHashTable *numbers;
} Reading;

static void
check_number (EupDefinition *definition, GHashTable *numbers, int number, const char *path)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  eup_definition_once (definition, numbers, path, "number", text);
}

static EupConsentOf
read_of (JsonObject *entry)
{
  const char *of = json_object_get_string_member (entry, "of");

  if (g_str_equal (of, "cohabitant"))
    return EUP_CONSENT_OF_COHABITANT;
  return g_str_equal (of, "resident") ? EUP_CONSENT_OF_RESIDENT : EUP_CONSENT_OF_RESIDENT_ABOUT_EACH;
}

static void
read_consent_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  EupConsentKind *consent = g_new0 (EupConsentKind, 1);
  EupFill fill;

  consent->id = eup_definition_string (entry, "id");
  consent->number = eup_definition_number (entry, "number");
  consent->of = read_of (entry);
  fill = consent->of == EUP_CONSENT_OF_RESIDENT ? EUP_FILL_NOTHING_MORE : EUP_FILL_OTHER;
  consent->title = eup_definition_text (definition, entry, "title", path);
  consent->question = eup_definition_text_filling (definition, entry, "question", path, fill);
  consent->why = eup_definition_text (definition, entry, "why", path);
  g_ptr_array_add (reading->list, consent);
  check_number (definition, reading->numbers, consent->number, path);
}

void
eup_method_read_consents (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  g_autoptr (GHashTable) numbers = eup_definition_seen ();
  Reading reading = { self->consents, numbers };

  eup_definition_each (definition, root, "consents", "$", NULL, read_consent_cb, &reading);
  eup_method_index (self, EUP_INDEX_CONSENT, self->consents);
}

/* A list for each language of the method, or for none. */
void
eup_method_read_jargon (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  static const char *const codes[] = { "sv", "en", "zh" };
  JsonObject *jargon =
      json_object_has_member (root, "jargon") ? json_object_get_object_member (root, "jargon") : NULL;

  for (guint i = 0; jargon != NULL && i < G_N_ELEMENTS (codes); i++)
    {
      gboolean spoken = g_strv_contains ((const char *const *) self->languages, codes[i]);
      g_autofree char *place = g_strconcat ("$.jargon.", codes[i], NULL);

      if (json_object_has_member (jargon, codes[i]))
        g_hash_table_insert (self->jargon, g_strdup (codes[i]), eup_definition_strings (jargon, codes[i]));
      else if (spoken)
        EUP_DEFINITION_WRONG (definition, "$.jargon", "the key “%s” is missing: the method has that language",
                              codes[i]);
      if (!spoken && json_object_has_member (jargon, codes[i]))
        EUP_DEFINITION_WRONG (definition, place, "the method does not have the language “%s” in $.languages",
                              codes[i]);
    }
}

/* The date is asked for where the sentence tells it, and nowhere else. */
static void
check_date (const EupMethod *self, const EupOutcome *outcome, EupDefinition *definition, const char *path)
{
  g_autofree char *place = eup_json_path_member (path, "sentence");

  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      const char *words = eup_text_get (outcome->sentence, self->languages[i]);
      const char *name = eup_definition_language_name (self->languages[i]);
      gboolean tells = strstr (words, "{date}") != NULL;

      if (!eup_text_has (outcome->sentence, self->languages[i]))
        continue;
      if (tells && !outcome->needs_date)
        EUP_DEFINITION_WRONG (definition, place,
                              "the %s (%s) words have {date}, but the outcome does not say needsDate", name,
                              self->languages[i]);
      if (!tells && outcome->needs_date)
        EUP_DEFINITION_WRONG (definition, place,
                              "the %s (%s) words lack {date}, which the outcome asks for with needsDate",
                              name, self->languages[i]);
    }
}

typedef struct
{
  EupMethod *method;
  GHashTable *numbers;
} OutcomeReading;

static void
read_outcome_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  OutcomeReading *reading = data;
  EupOutcome *outcome = g_new0 (EupOutcome, 1);

  outcome->id = eup_definition_string (entry, "id");
  outcome->number = eup_definition_number (entry, "number");
  outcome->label = eup_definition_text (definition, entry, "label", path);
  outcome->sentence = eup_definition_text_filling (definition, entry, "sentence", path, EUP_FILL_DATE);
  outcome->yes = eup_definition_truth (entry, "yes");
  outcome->follow_up =
      g_strcmp0 (json_object_get_string_member_with_default (entry, "occasion", NULL), "follow-up") == 0;
  outcome->needs_date = eup_definition_truth (entry, "needsDate");
  outcome->needs_condition = eup_definition_truth (entry, "needsCondition");
  outcome->needs_removal = eup_definition_truth (entry, "needsRemoval");
  g_ptr_array_add (reading->method->outcomes, outcome);

  check_date (reading->method, outcome, definition, path);
  if (outcome->number > 0)
    check_number (definition, reading->numbers, outcome->number, path);
  if (outcome->yes && outcome->needs_removal)
    {
      g_autofree char *place = eup_json_path_member (path, "needsRemoval");

      EUP_DEFINITION_WRONG (definition, place, "an outcome that takes the technology away can't be a yes");
    }
}

void
eup_method_read_outcomes (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  g_autoptr (GHashTable) numbers = eup_definition_seen ();
  OutcomeReading reading = { self, numbers };

  eup_definition_each (definition, root, "outcomes", "$", NULL, read_outcome_cb, &reading);
  eup_method_index (self, EUP_INDEX_OUTCOME, self->outcomes);
}
