/* Reads the parts of a rule pack and refuses what can't hold: a reference that is not there, a day
 * that is none, a decision that can be appealed without a word on how. */

#include "method/eup-rule-pack-private.h"

#include <stdlib.h>
#include <string.h>

/* A year, a month or a day that exists; the schema has said which digits stand where. */
static gboolean
is_time (const char *read)
{
  gsize length = strlen (read);
  guint month = length >= 7 ? (guint) atoi (read + 5) : 1;
  guint day = length >= 10 ? (guint) atoi (read + 8) : 1;

  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) atoi (read));
}

static void
read_reference_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupRulePack *self = data;
  EupReference *reference = g_new0 (EupReference, 1);
  g_autofree char *place = eup_json_path_member (path, "read");

  reference->id = eup_definition_string (entry, "id");
  reference->citation = eup_definition_text (definition, entry, "citation", path);
  reference->title = eup_definition_text (definition, entry, "title", path);
  reference->says = eup_definition_text (definition, entry, "says", path);
  reference->source = eup_definition_string (entry, "source");
  reference->read = eup_definition_string (entry, "read");
  reference->verify = eup_definition_truth (entry, "verify");
  g_ptr_array_add (self->references, reference);

  if (!is_time (reference->read))
    EUP_DEFINITION_WRONG (definition, place, "found \"%s\", expected a year, a month or a day as 2026-11-26",
                          reference->read);
}

/* The ids in the list @name, each of which must be one of the pack's references. */
static char **
read_ids (EupRulePack *self, EupDefinition *definition, JsonObject *entry, const char *name, const char *path)
{
  char **ids = eup_definition_strings (entry, name);
  g_autofree char *list = eup_json_path_member (path, name);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *place = eup_json_path_element (list, i);

      if (eup_rule_pack_find_reference (self, ids[i]) == NULL)
        EUP_DEFINITION_WRONG (definition, place, "there is no reference “%s” in $.references", ids[i]);
    }
  return ids;
}

typedef struct
{
  EupRulePack *self;
  GHashTable *seen;
} Reading;

/* What the condition names is looked for in the method, when the two meet in a model. */
static void
read_consent_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  EupRequiredConsent *consent = g_new0 (EupRequiredConsent, 1);
  const char *when = json_object_get_string_member_with_default (entry, "when", NULL);
  g_autoptr (GError) error = NULL;

  consent->consent = eup_definition_string (entry, "consent");
  consent->references = read_ids (reading->self, definition, entry, "references", path);
  g_ptr_array_add (reading->self->consents, consent);
  eup_definition_once (definition, reading->seen, path, "consent", consent->consent);
  if (when == NULL)
    return;

  consent->when = eup_expression_parse (when, NULL, NULL, &error);
  if (consent->when == NULL)
    {
      g_autofree char *place = eup_json_path_member (path, "when");

      EUP_DEFINITION_WRONG (definition, place, "%s", error->message);
    }
}

static void
read_follow_up_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  int level = eup_definition_number (entry, "level");
  g_autofree char *key = g_strdup_printf ("%d", level);

  eup_definition_once (definition, reading->seen, path, "level", key);
  reading->self->follow_up[level].first_days = eup_definition_number (entry, "firstDays");
  reading->self->follow_up[level].then_days = eup_definition_number (entry, "thenDays");
}

static void
read_road_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupRulePack *self = data;
  EupRoad *road = g_new0 (EupRoad, 1);

  road->id = eup_definition_string (entry, "id");
  road->title = eup_definition_text (definition, entry, "title", path);
  road->meaning = eup_definition_text (definition, entry, "meaning", path);
  road->appealable = eup_definition_truth (entry, "appealable");
  road->appeal = eup_definition_text (definition, entry, "appeal", path);
  road->provisions = read_ids (self, definition, entry, "provisions", path);
  road->references = read_ids (self, definition, entry, "references", path);
  g_ptr_array_add (self->roads, road);

  if (road->appealable && road->appeal == NULL)
    EUP_DEFINITION_WRONG (definition, path,
                          "a decision on this road can be appealed, expected “appeal” to say how");
}

static int *
read_days (JsonObject *entry, const char *name)
{
  JsonArray *array = json_object_has_member (entry, name) ? json_object_get_array_member (entry, name) : NULL;
  guint n = array ? json_array_get_length (array) : 0;
  int *days = g_new0 (int, n + 1);

  for (guint i = 0; i < n; i++)
    days[i] = (int) json_array_get_int_element (array, i);
  return days;
}

static void
read_retention (EupRulePack *self, EupDefinition *definition, JsonObject *root)
{
  JsonObject *entry = json_object_get_object_member (root, "retention");
  const char *path = "$.retention";

  self->retention.years = eup_definition_number (entry, "years");
  self->retention.keep_birth_days = read_days (entry, "keepBirthDays");
  self->retention.note = eup_definition_text (definition, entry, "note", path);
  self->retention.references = read_ids (self, definition, entry, "references", path);
}

static void
read_impact_assessment (EupRulePack *self, EupDefinition *definition, JsonObject *root)
{
  JsonObject *entry = json_object_get_object_member (root, "impactAssessment");
  const char *path = "$.impactAssessment";

  self->impact_assessment = eup_definition_text (definition, entry, "title", path);
  self->impact_assessment_references = read_ids (self, definition, entry, "references", path);
}

static void
read_amendments (EupRulePack *self, EupDefinition *definition, JsonObject *root)
{
  JsonObject *entry =
      json_object_has_member (root, "amendments") ? json_object_get_object_member (root, "amendments") : NULL;
  JsonObjectIter iter;
  const char *kind;

  if (entry == NULL)
    return;
  json_object_iter_init (&iter, entry);
  while (json_object_iter_next (&iter, &kind, NULL))
    g_hash_table_insert (self->amendments, g_strdup (kind),
                         read_ids (self, definition, entry, kind, "$.amendments"));
}

static EupPersonalNumber
read_personal_number (JsonObject *root)
{
  const char *name = json_object_get_string_member_with_default (root, "personalNumber", "none");

  if (g_str_equal (name, "sv-personnummer"))
    return EUP_PERSONAL_NUMBER_SWEDISH;
  return g_str_equal (name, "zh-resident-id") ? EUP_PERSONAL_NUMBER_CHINESE : EUP_PERSONAL_NUMBER_NONE;
}

void
eup_rule_pack_read (EupRulePack *self, EupDefinition *definition, JsonObject *root)
{
  g_autoptr (GHashTable) consents = eup_definition_seen ();
  g_autoptr (GHashTable) levels = eup_definition_seen ();
  Reading of_consents = { self, consents };
  Reading of_levels = { self, levels };

  eup_definition_each (definition, root, "references", "$", NULL, read_reference_cb, self);
  eup_definition_each (definition, root, "consents", "$", NULL, read_consent_cb, &of_consents);
  eup_definition_each (definition, root, "followUp", "$", NULL, read_follow_up_cb, &of_levels);
  eup_definition_each (definition, root, "roads", "$", NULL, read_road_cb, self);
  self->urgent_days = eup_definition_number (root, "urgentDays");
  self->start_check_days = eup_definition_number (root, "startCheckDays");
  self->withdrawal_days = eup_definition_number (root, "withdrawalDays");
  read_retention (self, definition, root);
  read_amendments (self, definition, root);
  read_impact_assessment (self, definition, root);
  self->personal_number = read_personal_number (root);
  self->pdf_profile = eup_definition_string (root, "pdfProfile");
}
