/* The record as data: the whole case file, what it was made with and what follows from it, written in
 * the one canonical way, so that its digest can be printed on every page. */

#include "record/eup-twin.h"

#include <string.h>

#include "assessment/eup-rules.h"
#include "eup-config.h"
#include "util/eup-json.h"

#define FORMAT 1

static void
set_text (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, name, value);
}

static void
set_pin (JsonObject *root, const char *name, const char *id, const char *version, const char *digest)
{
  JsonObject *pin = json_object_new ();

  set_text (pin, "id", id);
  set_text (pin, "version", version);
  set_text (pin, "digest", digest);
  json_object_set_object_member (root, name, pin);
}

static const char *
kind_name (EupGateKind kind)
{
  switch (kind)
    {
    case EUP_GATE_HARD:
      return "hard";
    case EUP_GATE_HARD_WITH_OVERRIDE:
      return "hard-with-override";
    case EUP_GATE_WARNING:
    default:
      return "warning";
    }
}

static JsonArray *
write_gates (const EupSnapshot *snapshot)
{
  g_autoptr (GPtrArray) gates = eup_rules_gates (snapshot->assessment, snapshot->model);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = g_ptr_array_index (gates, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", state->gate->id);
      json_object_set_string_member (object, "kind", kind_name (state->gate->kind));
      json_object_set_string_member (object, "state", state->open ? "open" : "closed");
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
write_differences (const EupSnapshot *snapshot)
{
  static const char *const kinds[] = {
    [EUP_DIFFERENCE_SIDES] = "sides",
    [EUP_DIFFERENCE_MISSING] = "missing",
    [EUP_DIFFERENCE_UNKNOWN] = "unknown",
  };
  g_autoptr (GPtrArray) differences = eup_rules_differences (snapshot->assessment, snapshot->model);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = g_ptr_array_index (differences, i);
      JsonObject *object = json_object_new ();
      JsonArray *statements = json_array_new ();

      for (guint j = 0; j < difference->statements->len; j++)
        json_array_add_string_element (
            statements, ((const EupStatement *) g_ptr_array_index (difference->statements, j))->id);
      json_object_set_string_member (object, "question", difference->question->id);
      json_object_set_string_member (object, "kind", kinds[difference->kind]);
      json_object_set_array_member (object, "statements", statements);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
write_record (const EupSnapshot *snapshot)
{
  JsonObject *record = json_object_new ();

  json_object_set_int_member (record, "format", FORMAT);
  json_object_set_string_member (record, "documentId", snapshot->document_id);
  set_text (record, "sealed", snapshot->sealed);
  json_object_set_boolean_member (record, "draft", snapshot->draft);
  json_object_set_string_member (record, "language", snapshot->language);
  json_object_set_int_member (record, "level", eup_rules_level (snapshot->assessment, snapshot->model));
  json_object_set_array_member (record, "gates", write_gates (snapshot));
  json_object_set_array_member (record, "differences", write_differences (snapshot));
  json_object_set_string_member (record, "program", "Euphoria " EUP_VERSION);
  return record;
}

/**
 * eup_twin_new:
 * @snapshot: the frozen assessment
 *
 * Writes the case file with the digests of method and catalogue, and what the record says of itself
 * under "record". Private notes are no part of an assessment, so they can't be in it.
 *
 * Returns: (transfer full): canonical JSON; the same snapshot gives the same bytes
 */
GBytes *
eup_twin_new (const EupSnapshot *snapshot)
{
  g_autoptr (JsonNode) node = eup_assessment_write (snapshot->assessment);
  JsonObject *root = json_node_get_object (node);
  char *text;

  set_pin (root, "method", eup_method_get_id (snapshot->model->method),
           eup_method_get_version (snapshot->model->method), eup_method_get_digest (snapshot->model->method));
  set_pin (root, "catalogue", eup_catalogue_get_id (snapshot->model->catalogue),
           eup_catalogue_get_version (snapshot->model->catalogue),
           eup_catalogue_get_digest (snapshot->model->catalogue));
  json_object_set_object_member (root, "record", write_record (snapshot));
  text = eup_json_canonical (node);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * eup_twin_file_name:
 *
 * Returns: (transfer full): what the twin's file beside the PDF is called
 */
char *
eup_twin_file_name (const EupSnapshot *snapshot)
{
  return g_strconcat (snapshot->document_id, ".json", NULL);
}
