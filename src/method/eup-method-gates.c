/* Reads the gates of a method. A gate that could never do what its author meant is refused: one that
 * never counts, that nobody could close, or that holds nothing back. */

#include "method/eup-expression-private.h"
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

/* Adds what a case shall be; see eup_wanted_can_be(). */
static void
wish (GArray *wishes, const EupExpression *condition, gboolean truth, guint group)
{
  EupWanted wanted = { condition, truth, group };

  if (condition != NULL)
    g_array_append_val (wishes, wanted);
}

static gboolean
can_be (const GArray *wishes)
{
  return eup_wanted_can_be ((const EupWanted *) (gpointer) wishes->data, wishes->len);
}

/* Whether the wishes can come true with one more. */
static gboolean
can_be_with (GArray *wishes, const EupExpression *condition, gboolean truth)
{
  guint before = wishes->len;
  gboolean answer;

  wish (wishes, condition, truth, before);
  answer = can_be (wishes);
  g_array_set_size (wishes, before);
  return answer;
}

/* @counts: what must be so for the gate to count. */
static gboolean
check_need_can (EupDefinition *definition, const EupGateNeed *need, GArray *counts, const char *path)
{
  guint before = counts->len;
  const char *wrong = NULL;
  const char *name = "closed";

  wish (counts, need->when, TRUE, before);
  if (need->when != NULL && !can_be (counts))
    {
      name = "when";
      wrong = "this can never be so where the gate counts";
    }
  else if (!can_be_with (counts, need->closed, TRUE))
    {
      wrong = "this can never be so: nobody could close the gate";
    }
  else if (!can_be_with (counts, need->closed, FALSE))
    {
      wrong = "this is always so: the gate would hold nothing back";
    }
  g_array_set_size (counts, before);
  if (wrong != NULL)
    {
      g_autofree char *place = eup_json_path_member (path, name);

      EUP_DEFINITION_WRONG (definition, place, "%s", wrong);
    }
  return wrong == NULL;
}

static void
check_needs_can (EupDefinition *definition, const EupGate *gate, GArray *counts, const char *path)
{
  gboolean good = TRUE;

  for (guint i = 0; i < gate->needs->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.needs[%u]", path, i);

      good = check_need_can (definition, gate->needs->pdata[i], counts, place) && good;
    }
  for (guint i = 0; i < gate->needs->len; i++)
    {
      const EupGateNeed *need = gate->needs->pdata[i];
      guint group = counts->len;

      wish (counts, need->when, FALSE, group);
      wish (counts, need->closed, TRUE, group);
    }
  if (good && !can_be (counts))
    EUP_DEFINITION_WRONG (definition, path,
                          "its needs can never be met all at once: nobody could close the gate");
}

/* Of a gate whose conditions are good each by itself. */
static void
check_gate_can (EupDefinition *definition, const EupGate *gate, const char *path)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (EupWanted));
  g_autoptr (EupExpression) urgent = eup_expression_parse ("urgent", NULL, NULL, NULL);

  wish (counts, gate->when, TRUE, counts->len);
  wish (counts, gate->urgent ? NULL : urgent, FALSE, counts->len);
  if (can_be (counts))
    {
      check_needs_can (definition, gate, counts, path);
    }
  else
    {
      g_autofree char *place = eup_json_path_member (path, "when");

      EUP_DEFINITION_WRONG (definition, place, "this can never be so%s: the gate would never count",
                            gate->urgent ? "" : " in a case that is not urgent");
    }
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
    check_gate_can (definition, gate, path);
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
