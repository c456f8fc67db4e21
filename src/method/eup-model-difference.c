/* How two pieces of JSON differ: not at all, in words alone, or in what they ask for. */

#include "method/eup-model-private.h"

/* Words in several languages. */
static gboolean
is_text (JsonNode *node)
{
  static const char *const languages[] = { "sv", "en", "zh", NULL };
  JsonObjectIter iter;
  const char *name;
  JsonNode *words;
  gboolean any = FALSE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &words))
    {
      any = TRUE;
      if (!g_strv_contains (languages, name) || json_node_get_value_type (words) != G_TYPE_STRING)
        return FALSE;
    }
  return any;
}

/* The members of @a that @b has otherwise or not at all. */
static EupDifferenceOf
difference_of_members (JsonObject *a, JsonObject *b)
{
  EupDifferenceOf most = EUP_SAME;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, a);
  while (json_object_iter_next (&iter, &name, &member))
    most = MAX (most, eup_difference_of (member, json_object_get_member (b, name)));
  return most;
}

/* What to think of at a question: { question, text }. */
static gboolean
is_reminder (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && json_object_get_size (object) == 2 &&
         json_object_has_member (object, "question") && json_object_has_member (object, "text");
}

static gboolean
are_words (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!is_text (json_array_get_element (array, i)) && !is_reminder (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

/* A list of nothing but words, such as what a technology collects, asks for nothing. */
static EupDifferenceOf
difference_of_arrays (JsonArray *a, JsonArray *b)
{
  EupDifferenceOf most = EUP_SAME;

  if (json_array_get_length (a) != json_array_get_length (b))
    return are_words (a) && are_words (b) ? EUP_OTHER_WORDS : EUP_OTHER_RULE;
  for (guint i = 0; most != EUP_OTHER_RULE && i < json_array_get_length (a); i++)
    most = MAX (most, eup_difference_of (json_array_get_element (a, i), json_array_get_element (b, i)));
  return most;
}

/* @a or @b may be %NULL, not both. Words that came or went are other words: they change no rule. */
EupDifferenceOf
eup_difference_of (JsonNode *a, JsonNode *b)
{
  if (a == NULL || b == NULL)
    return is_text (a ? a : b) ? EUP_OTHER_WORDS : EUP_OTHER_RULE;
  if (json_node_equal (a, b))
    return EUP_SAME;
  if (is_text (a) && is_text (b))
    return EUP_OTHER_WORDS;
  if (JSON_NODE_HOLDS_OBJECT (a) && JSON_NODE_HOLDS_OBJECT (b))
    return MAX (difference_of_members (json_node_get_object (a), json_node_get_object (b)),
                difference_of_members (json_node_get_object (b), json_node_get_object (a)));
  if (JSON_NODE_HOLDS_ARRAY (a) && JSON_NODE_HOLDS_ARRAY (b))
    return difference_of_arrays (json_node_get_array (a), json_node_get_array (b));
  return EUP_OTHER_RULE;
}
