/* What is different between two models: what came, what went, what has other words and what has another
 * rule. Both are looked at as the JSON they were read from, so that no member is forgotten. */

#include "method/eup-model-private.h"

/* One sort of thing, listed by id. */
typedef struct
{
  const char *of;
  const char *title; /* the member that people call it by; (nullable) */
} Sort;

typedef struct
{
  JsonObject *method;
  JsonObject *catalogue;
  JsonObject *rules;
} Side;

typedef struct
{
  GPtrArray *changes;
  const Side *from;
  const Side *to;
} Comparison;

void
eup_model_change_free (EupModelChange *change)
{
  g_free (change->id);
  g_clear_pointer (&change->title, eup_text_free);
  g_free (change->part);
  g_free (change);
}

static void
add (Comparison *self,
     EupModelChangeKind kind,
     const Sort *sort,
     const char *id,
     JsonObject *entry,
     const char *part)
{
  EupModelChange *change = g_new0 (EupModelChange, 1);
  JsonNode *title = sort->title ? json_object_get_member (entry, sort->title) : NULL;

  change->kind = kind;
  change->of = sort->of;
  change->id = g_strdup (id);
  change->title = title ? eup_text_new_from_node (title) : NULL;
  change->part = g_strdup (part);
  g_ptr_array_add (self->changes, change);
}

static void
compare_member (
    Comparison *self, const Sort *sort, const char *id, JsonObject *from, JsonObject *to, const char *name)
{
  EupDifferenceOf found =
      eup_difference_of (json_object_get_member (from, name), json_object_get_member (to, name));

  if (found != EUP_SAME)
    add (self, found == EUP_OTHER_RULE ? EUP_MODEL_CHANGE_RULE : EUP_MODEL_CHANGE_REWORDED, sort, id, to,
         name);
}

/* Each member by itself, but not those in @skip. */
static void
compare_members (Comparison *self,
                 const Sort *sort,
                 const char *id,
                 JsonObject *from,
                 JsonObject *to,
                 const char *const *skip)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, to);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (skip, name))
      compare_member (self, sort, id, from, to, name);
  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (skip, name) && !json_object_has_member (to, name))
      compare_member (self, sort, id, from, to, name);
}

/* Levels have numbers instead of ids. */
static char *
id_of (JsonObject *entry)
{
  return json_object_has_member (entry, "id")
             ? g_strdup (json_object_get_string_member (entry, "id"))
             : g_strdup_printf ("%d", eup_definition_number (entry, "level"));
}

static JsonObject *
find (GPtrArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *found = id_of (entries->pdata[i]);

      if (g_str_equal (found, id))
        return entries->pdata[i];
    }
  return NULL;
}

/* What is in @to in its order, then what is gone. */
static void
compare_entries (Comparison *self, const Sort *sort, GPtrArray *from, GPtrArray *to)
{
  static const char *const skip[] = { "id", "questions", NULL };

  for (guint i = 0; i < to->len; i++)
    {
      g_autofree char *id = id_of (to->pdata[i]);
      JsonObject *before = find (from, id);

      if (before == NULL)
        add (self, EUP_MODEL_CHANGE_ADDED, sort, id, to->pdata[i], NULL);
      else
        compare_members (self, sort, id, before, to->pdata[i], skip);
    }
  for (guint i = 0; i < from->len; i++)
    {
      g_autofree char *id = id_of (from->pdata[i]);

      if (find (to, id) == NULL)
        add (self, EUP_MODEL_CHANGE_REMOVED, sort, id, from->pdata[i], NULL);
    }
}

/* (transfer full) (element-type JsonObject) */
static GPtrArray *
entries_of (JsonObject *root, const char *name)
{
  JsonArray *array = json_object_get_array_member (root, name);
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (entries, json_array_get_object_element (array, i));
  return entries;
}

static GPtrArray *
questions_of (JsonObject *method)
{
  g_autoptr (GPtrArray) stages = entries_of (method, "stages");
  GPtrArray *questions = g_ptr_array_new ();

  for (guint i = 0; i < stages->len; i++)
    g_ptr_array_extend_and_steal (questions, entries_of (stages->pdata[i], "questions"));
  return questions;
}

/* The stage that a question stands in. */
static const char *
stage_of (JsonObject *method, const char *question)
{
  JsonArray *stages = json_object_get_array_member (method, "stages");

  for (guint i = 0; i < json_array_get_length (stages); i++)
    {
      JsonObject *stage = json_array_get_object_element (stages, i);
      g_autoptr (GPtrArray) questions = entries_of (stage, "questions");

      if (find (questions, question) != NULL)
        return json_object_get_string_member (stage, "id");
    }
  return NULL;
}

static void
compare_questions (Comparison *self)
{
  static const Sort sort = { "question", "title" };
  g_autoptr (GPtrArray) from = questions_of (self->from->method);
  g_autoptr (GPtrArray) to = questions_of (self->to->method);

  compare_entries (self, &sort, from, to);
  for (guint i = 0; i < to->len; i++)
    {
      g_autofree char *id = id_of (to->pdata[i]);
      const char *before = stage_of (self->from->method, id);

      if (before != NULL && !g_str_equal (before, stage_of (self->to->method, id)))
        add (self, EUP_MODEL_CHANGE_RULE, &sort, id, to->pdata[i], "stage");
    }
}

static void
compare_list (Comparison *self, const Sort *sort, JsonObject *from, JsonObject *to, const char *name)
{
  g_autoptr (GPtrArray) before = entries_of (from, name);
  g_autoptr (GPtrArray) after = entries_of (to, name);

  compare_entries (self, sort, before, after);
}

static void
compare_method (Comparison *self)
{
  static const char *const skip[] = { "format",    "kind",     "id",     "version", "date",
                                      "languages", "scales",   "levels", "stages",  "consents",
                                      "gates",     "outcomes", NULL };
  static const Sort settings = { "method", "title" };
  static const struct
  {
    Sort sort;
    const char *list;
  } lists[] = {
    { { "scale", "title" }, "scales" }, { { "level", "title" }, "levels" },
    { { "stage", "title" }, "stages" }, { { "consent", "title" }, "consents" },
    { { "gate", "title" }, "gates" },   { { "outcome", "label" }, "outcomes" },
  };

  compare_members (self, &settings, json_object_get_string_member (self->to->method, "id"),
                   self->from->method, self->to->method, skip);
  compare_questions (self);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    compare_list (self, &lists[i].sort, self->from->method, self->to->method, lists[i].list);
}

/* The settings of a rule pack; that it has another id, version or date is known from its name. */
static void
compare_rules (Comparison *self)
{
  static const char *const skip[] = { "format",    "kind",       "id",    "version", "date",
                                      "languages", "references", "roads", NULL };
  static const Sort settings = { "rules", "title" };
  static const Sort references = { "reference", "citation" };
  static const Sort roads = { "road", "title" };
  JsonObject *from = self->from->rules;
  JsonObject *to = self->to->rules;

  compare_members (self, &settings, json_object_get_string_member (to, "id"), from, to, skip);
  compare_list (self, &roads, from, to, "roads");
  compare_list (self, &references, from, to, "references");
}

static void
side_read (Side *self, EupModelFiles *files, const EupModel *model)
{
  g_autoptr (EupProblems) problems = eup_problems_new (NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  files->bytes = g_ptr_array_ref (model->sources);
  for (guint i = 0; i < model->sources->len; i++)
    g_strv_builder_add (names, "");
  files->names = g_strv_builder_end (names);
  eup_model_files_parse (files, problems);
  if (files->nodes->len > EUP_MODEL_ADDITIONS)
    eup_model_files_merge (files, problems);
  g_assert (eup_problems_get_n (problems) == 0); /* a model was made of these files */

  self->method = json_node_get_object (files->method);
  self->catalogue = json_node_get_object (files->catalogue);
  self->rules = json_node_get_object (files->nodes->pdata[EUP_MODEL_RULES]);
}

/**
 * eup_model_compare:
 *
 * Returns: (transfer full) (element-type EupModelChange): what is otherwise in @to than in @from
 */
GPtrArray *
eup_model_compare (const EupModel *from, const EupModel *to)
{
  static const Sort technology = { "technology", "name" };
  g_auto (EupModelFiles) from_files = { NULL };
  g_auto (EupModelFiles) to_files = { NULL };
  Side before;
  Side after;
  Comparison self = { g_ptr_array_new_with_free_func ((GDestroyNotify) eup_model_change_free), &before,
                      &after };

  side_read (&before, &from_files, from);
  side_read (&after, &to_files, to);
  compare_method (&self);
  compare_list (&self, &technology, before.catalogue, after.catalogue, "technologies");
  compare_rules (&self);
  return self.changes;
}
