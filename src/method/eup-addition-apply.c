/* Puts additions into a method and a catalogue: questions, gates, technologies and prompts come in, warnings
 * are left out, words change. What is checked here is what can't be seen any more when all has been put
 * together; the rest the loaders of method and catalogue find in the whole. */

#include "method/eup-addition-private.h"

/* (nullable) (transfer none): the entry with that id in a list of @root */
JsonObject *
eup_adding_find (JsonObject *root, const char *list, const char *id)
{
  JsonArray *array = json_object_get_array_member (root, list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *entry = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (entry, "id"), id))
        return entry;
    }
  return NULL;
}

/* (nullable) (transfer none) */
JsonObject *
eup_adding_find_question (JsonObject *method, const char *id)
{
  JsonArray *stages = json_object_get_array_member (method, "stages");
  JsonObject *found = NULL;

  for (guint i = 0; i < json_array_get_length (stages) && found == NULL; i++)
    found = eup_adding_find (json_array_get_object_element (stages, i), "questions", id);
  return found;
}

/* Where in @questions the question that follows @after goes: behind it, and behind what other additions have
 * put there before, in their order. */
static guint
index_after (EupAdding *self, JsonArray *questions, guint after)
{
  guint place = after + 1;
  const EupPlace *before = eup_merge_find_place (self->merge, json_array_get_element (questions, after));

  while (place < json_array_get_length (questions) && before->file < self->first &&
         eup_merge_find_place (self->merge, json_array_get_element (questions, place))->file >= self->first)
    place++;
  return place;
}

static guint
index_of_new (EupAdding *self, JsonArray *questions, JsonObject *entry, const char *path)
{
  const char *after = json_object_get_string_member_with_default (entry, "after", NULL);
  g_autofree char *place = eup_json_path_member (path, "after");

  for (guint i = 0; after != NULL && i < json_array_get_length (questions); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (questions, i), "id"),
                     after))
      return index_after (self, questions, i);
  if (after != NULL)
    EUP_ADDING_WRONG (self, place, "the stage “%s” has no question “%s”",
                      json_object_get_string_member (entry, "stage"), after);
  return json_array_get_length (questions);
}

static void
insert (JsonObject *stage, JsonNode *question, guint place)
{
  JsonArray *before = json_object_get_array_member (stage, "questions");
  JsonArray *whole = json_array_new ();

  for (guint i = 0; i < json_array_get_length (before); i++)
    {
      if (i == place)
        json_array_add_element (whole, json_node_ref (question));
      json_array_add_element (whole, json_node_ref (json_array_get_element (before, i)));
    }
  if (place >= json_array_get_length (before))
    json_array_add_element (whole, json_node_ref (question));
  json_object_set_array_member (stage, "questions", whole);
}

static void
add_question (EupAdding *self, JsonObject *entry, const char *path)
{
  const char *name = json_object_get_string_member (entry, "stage");
  JsonObject *stage = eup_adding_find (self->method, "stages", name);
  g_autofree char *place = eup_json_path_member (path, "question");
  g_autoptr (JsonNode) question =
      eup_merge_take (self->merge, json_object_get_member (entry, "question"), self->file, place, 1);

  if (stage != NULL)
    {
      insert (stage, question,
              index_of_new (self, json_object_get_array_member (stage, "questions"), entry, path));
    }
  else
    {
      g_autofree char *where = eup_json_path_member (path, "stage");
      JsonArray *stages = json_object_get_array_member (self->method, "stages");

      EUP_ADDING_WRONG (self, where, "the method has no stage “%s”", name);
      /* What else the addition says of this question can still be checked. */
      insert (json_array_get_object_element (stages, 0), question, G_MAXUINT);
    }
}

static void
add_to (EupAdding *self, JsonObject *target, const char *name)
{
  for (guint i = 0; i < EUP_ADDING_N (self, name); i++)
    {
      JsonNode *entry = json_array_get_element (json_object_get_array_member (self->root, name), i);
      g_autofree char *path = g_strdup_printf ("$.%s[%u]", name, i);

      json_array_add_element (json_object_get_array_member (target, name),
                              eup_merge_take (self->merge, entry, self->file, path, 2));
    }
}

/* The questions, gates and technologies of the addition at hand. */
void
eup_adding_new_parts (EupAdding *self)
{
  for (guint i = 0; i < EUP_ADDING_N (self, "questions"); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.questions[%u]", i);

      add_question (self,
                    json_array_get_object_element (json_object_get_array_member (self->root, "questions"), i),
                    path);
    }
  add_to (self, self->method, "gates");
  add_to (self, self->catalogue, "technologies");
}

void
eup_adding_prompts (EupAdding *self)
{
  for (guint i = 0; i < EUP_ADDING_N (self, "prompts"); i++)
    {
      JsonNode *entry = json_array_get_element (json_object_get_array_member (self->root, "prompts"), i);
      const char *id = json_object_get_string_member (json_node_get_object (entry), "technology");
      JsonObject *technology = eup_adding_find (self->catalogue, "technologies", id);
      g_autofree char *path = g_strdup_printf ("$.prompts[%u]", i);
      g_autofree char *where = eup_json_path_member (path, "technology");
      g_autoptr (JsonNode) prompt = eup_merge_take (self->merge, entry, self->file, path, 2);

      json_object_remove_member (json_node_get_object (prompt), "technology");
      if (technology != NULL)
        json_array_add_element (json_object_get_array_member (technology, "prompts"),
                                g_steal_pointer (&prompt));
      else
        EUP_ADDING_WRONG (self, where, "the catalogue has no technology “%s”", id);
    }
}

static void
check_ids_differ (EupAdding *self, GPtrArray *additions)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);

  for (guint i = 0; i < additions->len; i++)
    {
      const char *id = json_object_get_string_member (json_node_get_object (additions->pdata[i]), "id");
      const char *first = g_hash_table_lookup (seen, id);

      eup_problems_set_file (self->problems, eup_merge_get_file (self->merge, self->first + i));
      if (first != NULL)
        EUP_ADDING_WRONG (self, "$.id", "the id “%s” stands already at %s: $.id, expected each only once", id,
                          first);
      else
        g_hash_table_insert (seen, (gpointer) id,
                             (gpointer) eup_merge_get_file (self->merge, self->first + i));
    }
}

/**
 * eup_additions_apply:
 * @method: the root of a method, taken by @merge; is changed
 * @catalogue: the root of a catalogue, likewise
 * @additions: (element-type JsonNode): roots that eup_addition_read() has taken
 * @first: the index of the first addition among the files of @merge
 * @problems: takes what can't be put in
 */
void
eup_additions_apply (EupMerge *merge,
                     JsonNode *method,
                     JsonNode *catalogue,
                     GPtrArray *additions,
                     guint first,
                     EupProblems *problems)
{
  /* New parts first, so that prompts and words can speak of them whatever the order of the files. */
  static void (*const steps[]) (EupAdding *) = { eup_adding_new_parts, eup_adding_prompts,
                                                 eup_adding_removals, eup_adding_wording };
  g_autoptr (GHashTable) reworded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  EupAdding self = { .merge = merge,
                     .method = json_node_get_object (method),
                     .catalogue = json_node_get_object (catalogue),
                     .problems = problems,
                     .first = first,
                     .reworded = reworded,
                     .removed = removed };

  check_ids_differ (&self, additions);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint j = 0; j < additions->len; j++)
      {
        self.file = first + j;
        self.root = json_node_get_object (additions->pdata[j]);
        eup_problems_set_file (problems, eup_merge_get_file (merge, self.file));
        steps[i](&self);
      }
}
