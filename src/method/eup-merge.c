/* Where the parts of a merged whole came from, and problems told at those places. */

#include "method/eup-merge-private.h"

#include <string.h>

struct _EupMerge
{
  char **files;
  GHashTable *places; /* JsonNode → EupPlace: of what was taken, and of the entries of lists in it */
};

static EupPlace *
place_new (guint file, const char *path)
{
  EupPlace *self = g_new0 (EupPlace, 1);

  self->file = file;
  self->path = g_strdup (path);
  return self;
}

void
eup_place_free (EupPlace *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * eup_merge_new:
 * @files: (array zero-terminated=1): what to call the files in messages
 */
EupMerge *
eup_merge_new (const char *const *files)
{
  EupMerge *self = g_new0 (EupMerge, 1);

  self->files = g_strdupv ((char **) files);
  self->places =
      g_hash_table_new_full (NULL, NULL, (GDestroyNotify) json_node_unref, (GDestroyNotify) eup_place_free);
  return self;
}

void
eup_merge_free (EupMerge *self)
{
  g_hash_table_unref (self->places);
  g_strfreev (self->files);
  g_free (self);
}

const char *
eup_merge_get_file (const EupMerge *self, guint file)
{
  g_return_val_if_fail (file < g_strv_length (self->files), NULL);

  return self->files[file];
}

/* The node is kept alive, so that no other can come to stand at its address. */
static void
remember (EupMerge *self, JsonNode *node, guint file, const char *path)
{
  g_hash_table_insert (self->places, json_node_ref (node), place_new (file, path));
}

static JsonNode *open_up (EupMerge *self, JsonNode *node, guint file, const char *path, guint depth);

static JsonNode *
open_object (EupMerge *self, JsonObject *object, guint file, const char *path, guint depth)
{
  g_autoptr (JsonObject) whole = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *place = eup_json_path_member (path, name);

      json_object_set_member (whole, name, open_up (self, member, file, place, depth));
    }
  return json_node_init_object (json_node_alloc (), whole);
}

static JsonNode *
open_array (EupMerge *self, JsonArray *array, guint file, const char *path, guint depth)
{
  g_autoptr (JsonArray) whole = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = eup_json_path_element (path, i);
      JsonNode *element = open_up (self, json_array_get_element (array, i), file, place, depth);

      remember (self, element, file, place);
      json_array_add_element (whole, element);
    }
  return json_node_init_array (json_node_alloc (), whole);
}

/* What lies deeper is shared: it never changes. */
static JsonNode *
open_up (EupMerge *self, JsonNode *node, guint file, const char *path, guint depth)
{
  if (depth > 0 && JSON_NODE_HOLDS_OBJECT (node))
    return open_object (self, json_node_get_object (node), file, path, depth - 1);
  if (depth > 0 && JSON_NODE_HOLDS_ARRAY (node))
    return open_array (self, json_node_get_array (node), file, path, depth - 1);
  return json_node_ref (node);
}

/**
 * eup_merge_take:
 * @node: what stands at @path of @file
 * @depth: how many objects and lists inside each other can be changed from now on: 1 is @node alone
 *
 * Returns: (transfer full): a copy as far as that; what lies deeper is shared and can't be changed
 */
JsonNode *
eup_merge_take (EupMerge *self, JsonNode *node, guint file, const char *path, guint depth)
{
  JsonNode *whole = open_up (self, node, file, path, depth);

  remember (self, whole, file, path);
  return whole;
}

/* (nullable) (transfer none): where @node of a merged whole came from, if it stands in a list or was put in. */
const EupPlace *
eup_merge_find_place (const EupMerge *self, JsonNode *node)
{
  return g_hash_table_lookup (self->places, node);
}

/* The part of @node that *@rest begins with, `.name` or `[3]`; moves *@rest behind it. %NULL when there is
 * no such part. */
static JsonNode *
step (JsonNode *node, const char **rest)
{
  const char *at = *rest;
  gsize length = strcspn (at + 1, ".[]");
  g_autofree char *key = g_strndup (at + 1, length);
  JsonNode *found = NULL;
  guint64 i;

  if (*at == '.' && JSON_NODE_HOLDS_OBJECT (node))
    {
      found = json_object_get_member (json_node_get_object (node), key);
      *rest = at + 1 + length;
    }
  else if (*at == '[' && at[1 + length] == ']' && JSON_NODE_HOLDS_ARRAY (node) &&
           g_ascii_string_to_unsigned (key, 10, 0, G_MAXUINT, &i, NULL) &&
           i < json_array_get_length (json_node_get_array (node)))
    {
      found = json_array_get_element (json_node_get_array (node), (guint) i);
      *rest = at + 2 + length;
    }
  return found;
}

/**
 * eup_merge_place_of:
 * @root: a merged whole, made of @file and of what was put in
 * @path: a place in it
 *
 * Returns: (transfer full): where that stands in the file it was written in
 */
EupPlace *
eup_merge_place_of (const EupMerge *self, JsonNode *root, guint file, const char *path)
{
  const char *rest = *path == '$' ? path + 1 : "";
  const char *behind = rest; /* what comes behind the last known place */
  const EupPlace *known = NULL;
  JsonNode *node = root;
  EupPlace *place;

  while (*rest != '\0' && (node = step (node, &rest)) != NULL)
    {
      const EupPlace *here = eup_merge_find_place (self, node);

      if (here != NULL)
        {
          known = here;
          behind = rest;
        }
    }
  place = place_new (known ? known->file : file, NULL);
  place->path = g_strconcat (known ? known->path : "$", behind, NULL);
  return place;
}

static char *
in_message (const EupMerge *self, const EupPlace *place, guint file)
{
  return place->file == file ? g_strdup (place->path)
                             : g_strdup_printf ("%s: %s", self->files[place->file], place->path);
}

/* A problem that speaks of a second place, as "the id “q6” stands already at $.stages[1].questions[2].id".
 * Whoever wrote an addition can change only that: it is told there, and the file it was added to is the other
 * place. */
static void
hand_over_one (
    const EupMerge *self, JsonNode *root, guint file, const EupProblem *problem, EupProblems *problems)
{
  g_autoptr (GRegex) paths = g_regex_new ("\\$(?:\\.[\\w-]+|\\[\\d+\\])+", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (EupPlace) place = eup_merge_place_of (self, root, file, problem->path);
  g_autofree char *message = g_strdup (problem->message);

  if (g_regex_match (paths, problem->message, 0, &match))
    {
      g_autofree char *path = g_match_info_fetch (match, 0);
      g_autoptr (EupPlace) second = eup_merge_place_of (self, root, file, path);
      g_autofree char *said = NULL;
      int start;
      int end;

      if (place->file == file && second->file != file)
        {
          EupPlace *own = g_steal_pointer (&place);

          place = g_steal_pointer (&second);
          second = own;
        }
      said = in_message (self, second, place->file);
      g_match_info_fetch_pos (match, 0, &start, &end);
      g_free (message);
      message = g_strdup_printf ("%.*s%s%s", start, problem->message, said, problem->message + end);
    }
  eup_problems_set_file (problems, self->files[place->file]);
  eup_problems_add (problems, EUP_DATA_ERROR_INVALID, place->path, "%s", message);
}

/**
 * eup_merge_hand_over:
 * @root: a merged whole, made of @file and of what was put in
 * @found: what is wrong with it
 * @problems: takes the same problems, each with the file and the place where it was written
 */
void
eup_merge_hand_over (
    const EupMerge *self, JsonNode *root, guint file, const EupProblems *found, EupProblems *problems)
{
  for (guint i = 0; i < eup_problems_get_n (found); i++)
    hand_over_one (self, root, file, eup_problems_get (found, i), problems);
}
