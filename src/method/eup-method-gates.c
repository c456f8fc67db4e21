/* Reads the gates of a method. A gate that could never do what its author meant is refused: one that
 * never counts, that nobody could close, or that holds nothing back. */

#include "method/eup-method-private.h"

static const char *const places[] = { "decision-outcome",      "decision-reasons",  "decision-follow-up",
                                      "decision-alternatives", "decision-consents", "decision-weights",
                                      "decision-conditions",   "decision-dissent",  "decision-decider",
                                      "prepare-case",          "prepare-people",    NULL };

typedef struct
{
  EupMethod *method;
  EupGate *gate;     /* the one being read */
  JsonObject *entry; /* as it stands */
} Reading;

/* The places beside questions where the button of a gate can lead. */
const char *const *
eup_gate_places (void)
{
  return places;
}

static EupGateKind
read_kind (JsonObject *entry)
{
  const char *kind = json_object_get_string_member (entry, "kind");

  if (g_str_equal (kind, "hard"))
    return EUP_GATE_HARD;
  return g_str_equal (kind, "warning") ? EUP_GATE_WARNING : EUP_GATE_HARD_WITH_OVERRIDE;
}

static void
check_goto (const Reading *reading, EupDefinition *definition, const EupGateNeed *need, const char *path)
{
  g_autofree char *place = NULL;
  g_autofree char *list = NULL;

  if (g_strv_contains (places, need->go_to) ||
      eup_method_find_question (reading->method, need->go_to) != NULL)
    return;
  place = eup_json_path_member (path, "goto");
  list = g_strjoinv (", ", (char **) places);
  EUP_DEFINITION_WRONG (definition, place, "there is no question “%s”, expected a question or one of %s",
                        need->go_to, list);
}

static void
check_forbids (const Reading *reading, EupDefinition *definition, const EupGateNeed *need, const char *path)
{
  g_autofree char *place = eup_json_path_member (path, "forbids");

  if (need->forbids && reading->gate->kind != EUP_GATE_HARD)
    EUP_DEFINITION_WRONG (definition, place, "the gate is \"%s\", expected \"hard\" where a need forbids",
                          json_object_get_string_member (reading->entry, "kind"));
  if (need->forbids && reading->gate->at_signing)
    EUP_DEFINITION_WRONG (definition, place,
                          "the gate is closed at signing, expected \"at\": \"seal\" where a need forbids");
}

static void
read_need_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  EupGateNeed *need = g_new0 (EupGateNeed, 1);

  need->when = eup_method_read_condition (reading->method, definition, entry, "when", path);
  need->closed = eup_method_read_condition (reading->method, definition, entry, "closed", path);
  need->forbids = eup_definition_truth (entry, "forbids");
  need->missing = eup_definition_text (definition, entry, "missing", path);
  need->action = eup_definition_text (definition, entry, "action", path);
  need->go_to = eup_definition_string (entry, "goto");
  g_ptr_array_add (reading->gate->needs, need);
  check_goto (reading, definition, need, path);
  check_forbids (reading, definition, need, path);
}

/* Whether all of the conditions can hold at once. */
static gboolean
can_be (const char *first, const char *second, const char *third)
{
  g_autofree char *text = g_strconcat (first, " and ", second, " and ", third, NULL);
  g_autoptr (EupExpression) all = eup_expression_parse (text, NULL, NULL, NULL);

  return all == NULL || eup_expression_can_be (all, TRUE); /* NULL: nested too deep to join */
}

/* The condition @name of @entry in parentheses; one that always holds where there is none. */
static char *
condition_text (JsonObject *entry, const char *name)
{
  const char *text = json_object_get_string_member_with_default (entry, name, "1 = 1");

  return g_strconcat ("(", text, ")", NULL);
}

static gboolean
check_need_can (EupDefinition *definition, const char *when, JsonObject *entry, const char *path)
{
  g_autofree char *counts = condition_text (entry, "when");
  g_autofree char *closed = condition_text (entry, "closed");
  g_autofree char *open = g_strconcat ("not ", closed, NULL);
  g_autofree char *place = NULL;

  if (!can_be (when, counts, "1 = 1"))
    {
      place = eup_json_path_member (path, "when");
      EUP_DEFINITION_WRONG (definition, place, "this can never be so where the gate counts");
      return FALSE;
    }
  place = eup_json_path_member (path, "closed");
  if (!can_be (when, counts, closed))
    {
      EUP_DEFINITION_WRONG (definition, place, "this can never be so: nobody could close the gate");
      return FALSE;
    }
  if (!can_be (when, counts, open))
    {
      EUP_DEFINITION_WRONG (definition, place, "this is always so: the gate would hold nothing back");
      return FALSE;
    }
  return TRUE;
}

/* Of a gate whose conditions are good each by itself. */
static void
check_gate_can (EupDefinition *definition, const EupGate *gate, JsonObject *entry, const char *path)
{
  JsonArray *needs = json_object_get_array_member (entry, "needs");
  g_autofree char *own = condition_text (entry, "when");
  g_autofree char *when = g_strconcat (own, gate->urgent ? NULL : " and not urgent", NULL);
  g_autoptr (GString) all = g_string_new ("1 = 1");
  gboolean good = TRUE;

  if (!can_be (when, "1 = 1", "1 = 1"))
    {
      g_autofree char *place = eup_json_path_member (path, "when");

      EUP_DEFINITION_WRONG (definition, place, "this can never be so%s: the gate would never count",
                            gate->urgent ? "" : " in a case that is not urgent");
      return;
    }
  for (guint i = 0; i < json_array_get_length (needs); i++)
    {
      JsonObject *need = json_array_get_object_element (needs, i);
      g_autofree char *list = eup_json_path_member (path, "needs");
      g_autofree char *place = eup_json_path_element (list, i);
      g_autofree char *counts = condition_text (need, "when");
      g_autofree char *closed = condition_text (need, "closed");

      good = check_need_can (definition, when, need, place) && good;
      g_string_append_printf (all, " and (not %s or %s)", counts, closed);
    }
  if (good && !can_be (when, all->str, "1 = 1"))
    EUP_DEFINITION_WRONG (definition, path,
                          "its needs can never be met all at once: nobody could close the gate");
}

static void
read_gate_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupMethod *self = data;
  EupGate *gate = g_new0 (EupGate, 1);
  Reading reading = { self, gate, entry };
  guint before = eup_problems_get_n (definition->problems);

  gate->id = eup_definition_string (entry, "id");
  gate->kind = read_kind (entry);
  gate->urgent = eup_definition_truth (entry, "urgent");
  gate->at_signing = g_strcmp0 (json_object_get_string_member_with_default (entry, "at", NULL), "sign") == 0;
  gate->title = eup_definition_text (definition, entry, "title", path);
  gate->when = eup_method_read_condition (self, definition, entry, "when", path);
  gate->needs = g_ptr_array_new_with_free_func (eup_gate_need_free);
  g_ptr_array_add (self->gates, gate);
  eup_definition_each (definition, entry, "needs", path, NULL, read_need_cb, &reading);
  if (eup_problems_get_n (definition->problems) == before)
    check_gate_can (definition, gate, entry, path);
}

/* A gate that leads to a place must not lead to a question of that name. */
static void
check_id_is_no_place (EupDefinition *definition, const EupQuestion *question)
{
  g_autofree char *place = NULL;

  if (!g_strv_contains (places, question->id))
    return;
  place = g_strdup_printf ("$.stages[%u].questions[%u].id", question->stage, question->index_in_stage);
  EUP_DEFINITION_WRONG (definition, place, "“%s” is a place that gates lead to, expected another id",
                        question->id);
}

/* The stages and outcomes have been read before. */
void
eup_method_read_gates (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  eup_definition_each (definition, root, "gates", "$", NULL, read_gate_cb, self);
  eup_method_index (self, EUP_INDEX_GATE, self->gates);
  for (guint i = 0; i < self->questions->len; i++)
    check_id_is_no_place (definition, self->questions->pdata[i]);
}
