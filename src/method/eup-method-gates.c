/* Reads the gates and outcomes of a method. A gate that could never do what its author meant is
 * refused: one that names what is not there, or waits for an answer nobody can give. */

#include "method/eup-expression-private.h"
#include "method/eup-method-private.h"

static const char *const places[] = { "decision-outcome", "decision-follow-up", "decision-alternatives",
                                      NULL };

typedef struct
{
  const EupMethod *method;
  EupDefinition *definition;
  const char *path;
} ChoiceCheck;

static gboolean
is_known_cb (const char *question, const char *voice, gpointer data)
{
  const EupQuestion *found = eup_method_find_question (data, question);
  EupVoice asked;

  if (voice == NULL)
    return found != NULL;
  return found != NULL && eup_voice_from_id (voice, &asked) && eup_question_asks (found, asked);
}

static gboolean
has_tick (const EupQuestion *question, const char *id)
{
  for (guint i = 0; i < question->ticks->len; i++)
    if (g_str_equal (((const EupItem *) question->ticks->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static void
check_choice_cb (
    EupFact fact, const char *question, const char *voice, const char *choice, guint place, gpointer data)
{
  ChoiceCheck *check = data;
  const EupQuestion *asked = eup_method_find_question (check->method, question);
  const EupScale *scale;
  EupVoice who;

  if (fact == EUP_FACT_TICKS)
    {
      if (!has_tick (asked, choice))
        EUP_DEFINITION_WRONG (check->definition, check->path,
                              "character %u: the question “%s” has no tick “%s”", place, question, choice);
      return;
    }
  eup_voice_from_id (voice, &who);
  scale = asked->scales[who];
  if (scale == NULL)
    EUP_DEFINITION_WRONG (check->definition, check->path,
                          "character %u: the voice “%s” has no scale in the question “%s”", place, voice,
                          question);
  else if (eup_scale_find_option (scale, choice) == NULL)
    EUP_DEFINITION_WRONG (check->definition, check->path, "character %u: the scale “%s” has no option “%s”",
                          place, scale->id, choice);
}

static EupExpression *
read_expression (
    EupMethod *self, EupDefinition *definition, JsonObject *entry, const char *name, const char *path)
{
  const char *text = json_object_get_string_member_with_default (entry, name, NULL);
  g_autofree char *place = eup_json_path_member (path, name);
  ChoiceCheck check = { self, definition, place };
  g_autoptr (GError) error = NULL;
  EupExpression *expression;

  if (text == NULL)
    return NULL;
  expression = eup_expression_parse (text, is_known_cb, self, &error);
  if (expression == NULL)
    EUP_DEFINITION_WRONG (definition, place, "%s", error->message);
  else
    eup_expression_foreach_choice (expression, check_choice_cb, &check);
  return expression;
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
read_gate_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupMethod *self = data;
  EupGate *gate = g_new0 (EupGate, 1);

  gate->id = eup_definition_string (entry, "id");
  gate->kind = read_kind (entry);
  gate->when = read_expression (self, definition, entry, "when", path);
  gate->closed = read_expression (self, definition, entry, "closed", path);
  gate->forbids = eup_definition_truth (entry, "forbids");
  gate->title = eup_definition_text (definition, entry, "title", path);
  gate->missing = eup_definition_text (definition, entry, "missing", path);
  gate->action = eup_definition_text (definition, entry, "action", path);
  gate->go_to = eup_definition_string (entry, "goto");
  g_ptr_array_add (self->gates, gate);

  if (gate->forbids && gate->kind != EUP_GATE_HARD)
    {
      g_autofree char *place = eup_json_path_member (path, "kind");

      EUP_DEFINITION_WRONG (definition, place, "found \"%s\", expected \"hard\" for a gate that forbids",
                            json_object_get_string_member (entry, "kind"));
    }
  if (!g_strv_contains (places, gate->go_to) && eup_method_find_question (self, gate->go_to) == NULL)
    {
      g_autofree char *place = eup_json_path_member (path, "goto");
      g_autofree char *list = g_strjoinv (", ", (char **) places);

      EUP_DEFINITION_WRONG (definition, place, "there is no question “%s”, expected a question or one of %s",
                            gate->go_to, list);
    }
}

static void
read_outcome_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupOutcome *outcome = g_new0 (EupOutcome, 1);

  outcome->id = eup_definition_string (entry, "id");
  outcome->label = eup_definition_text (definition, entry, "label", path);
  outcome->sentence = eup_definition_text (definition, entry, "sentence", path);
  outcome->yes = eup_definition_truth (entry, "yes");
  outcome->needs_date = eup_definition_truth (entry, "needsDate");
  g_ptr_array_add (data, outcome);
}

/* A gate that leads to a place must not lead to a question of that name. */
static void
check_id_is_no_place (EupDefinition *definition, const EupQuestion *question)
{
  g_autofree char *place = NULL;

  if (!g_strv_contains (places, question->id))
    return;
  place = g_strdup_printf ("$.stages[%u].questions[%u].id", question->stage, question->index_in_stage);
  EUP_DEFINITION_WRONG (definition, place, "“%s” is a place on the decision page, expected another id",
                        question->id);
}

/* The stages have been read before. */
void
eup_method_read_rules (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  eup_definition_each (definition, root, "gates", "$", NULL, read_gate_cb, self);
  eup_definition_each (definition, root, "outcomes", "$", NULL, read_outcome_cb, self->outcomes);
  for (guint i = 0; i < self->questions->len; i++)
    check_id_is_no_place (definition, self->questions->pdata[i]);
}
