/* The record as data: the whole case file, what it was made with and what follows from it, written in
 * the one canonical way, so that its digest can be printed on every page. */

#include "record/eup-twin-private.h"

#include <string.h>

#include "assessment/eup-rules.h"
#include "eup-config.h"
#include "util/eup-json.h"

/* Leaves out what is not said. */
void
eup_twin_set_text (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, name, value);
}

static JsonObject *
make_pin (const char *id, const char *version, const char *digest)
{
  JsonObject *pin = json_object_new ();

  eup_twin_set_text (pin, "id", id);
  eup_twin_set_text (pin, "version", version);
  eup_twin_set_text (pin, "digest", digest);
  return pin;
}

/* What the case was assessed with, whatever its own pins still lack. */
void
eup_twin_set_pins (JsonObject *root, const EupModel *model)
{
  JsonArray *additions = json_array_new ();

  json_object_set_object_member (root, "method",
                                 make_pin (eup_method_get_id (model->method),
                                           eup_method_get_version (model->method),
                                           eup_method_get_digest (model->method)));
  json_object_set_object_member (root, "catalogue",
                                 make_pin (eup_catalogue_get_id (model->catalogue),
                                           eup_catalogue_get_version (model->catalogue),
                                           eup_catalogue_get_digest (model->catalogue)));
  if (model->rules != NULL)
    json_object_set_object_member (root, "rules",
                                   make_pin (eup_rule_pack_get_id (model->rules),
                                             eup_rule_pack_get_version (model->rules),
                                             eup_rule_pack_get_digest (model->rules)));
  for (guint i = 0; model->additions != NULL && i < model->additions->len; i++)
    {
      const EupAdditionPin *pin = g_ptr_array_index (model->additions, i);

      json_array_add_object_element (additions, make_pin (pin->id, pin->version, pin->digest));
    }
  if (json_array_get_length (additions) > 0)
    json_object_set_array_member (root, "additions", additions);
  else
    json_array_unref (additions);
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

static const char *
state_name (const EupGateState *state)
{
  if (state->overridden)
    return "overridden";
  return state->open ? "open" : "closed";
}

/* The places of the open needs in the gate's own list. */
static JsonArray *
write_needs (const EupGateState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->gate->needs->len; i++)
    if (g_ptr_array_find (state->needs, g_ptr_array_index (state->gate->needs, i), NULL))
      json_array_add_int_element (array, i);
  return array;
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
      json_object_set_string_member (object, "state", state_name (state));
      if (state->needs->len > 0)
        json_object_set_array_member (object, "needs", write_needs (state));
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

/* The first year in which it may be weeded, or that it is kept. Nothing while that is not known. */
void
eup_twin_set_retention (JsonObject *record, const EupSnapshot *snapshot)
{
  EupRetention retention = eup_rules_retention (snapshot->assessment, snapshot->model);
  g_autofree char *year = g_strdup_printf ("%d", retention.year);

  if (retention.always)
    json_object_set_string_member (record, "keepUntil", "always");
  else if (retention.year > 0 && !retention.birth_day_unknown)
    json_object_set_string_member (record, "keepUntil", year);
}

static JsonObject *
write_record (const EupSnapshot *snapshot)
{
  JsonObject *record = json_object_new ();

  json_object_set_int_member (record, "format", EUP_TWIN_FORMAT);
  json_object_set_string_member (record, "documentId", snapshot->document_id);
  eup_twin_set_text (record, "sealed", snapshot->sealed);
  json_object_set_boolean_member (record, "draft", snapshot->draft);
  json_object_set_string_member (record, "language", snapshot->language);
  eup_twin_set_text (record, "secondLanguage", snapshot->second_language);
  json_object_set_int_member (record, "level", eup_rules_level (snapshot->assessment, snapshot->model));
  json_object_set_array_member (record, "gates", write_gates (snapshot));
  json_object_set_array_member (record, "differences", write_differences (snapshot));
  eup_twin_set_retention (record, snapshot);
  json_object_set_string_member (record, "program", "Euphoria " EUP_VERSION);
  return record;
}

/**
 * eup_twin_new:
 * @snapshot: the frozen assessment
 *
 * Writes the case file with the digests of method, catalogue, rule pack and additions, and what the record says of itself
 * under "record"; of an amendment what it says and which document it follows. Private notes are no part of an assessment, so they can't be in it.
 *
 * Returns: (transfer full): canonical JSON; the same snapshot gives the same bytes
 */
GBytes *
eup_twin_new (const EupSnapshot *snapshot)
{
  g_autoptr (JsonNode) node = snapshot->amendment
                                  ? eup_amendment_file_write (snapshot->assessment, snapshot->amendment)
                                  : eup_assessment_write (snapshot->assessment);
  JsonObject *root = json_node_get_object (node);
  char *text;

  eup_twin_set_pins (root, snapshot->model);
  json_object_set_object_member (
      root, "record", snapshot->amendment ? eup_twin_amendment_record (snapshot) : write_record (snapshot));
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
