/* Structs that are data: read, written, copied and compared by their shape. */

#include "util/eup-shape.h"

#include "util/eup-json.h"

typedef struct
{
  char *id;
  gboolean chosen;
} Leaf;

typedef struct
{
  char *name;
  gboolean sealed;
  char **words;
  GHashTable *stances;
  GPtrArray *leaves;
  Leaf *leaf;
} Tree;

static const EupField leaf_fields[] = {
  { "id", EUP_FIELD_STRING, G_STRUCT_OFFSET (Leaf, id), NULL },
  { "chosen", EUP_FIELD_BOOLEAN, G_STRUCT_OFFSET (Leaf, chosen), NULL },
};
static const EupShape leaf_shape = EUP_SHAPE (Leaf, leaf_fields);

static const EupField tree_fields[] = {
  { "name", EUP_FIELD_STRING, G_STRUCT_OFFSET (Tree, name), NULL },
  { "sealed", EUP_FIELD_BOOLEAN, G_STRUCT_OFFSET (Tree, sealed), NULL },
  { "words", EUP_FIELD_STRV, G_STRUCT_OFFSET (Tree, words), NULL },
  { "stances", EUP_FIELD_MAP, G_STRUCT_OFFSET (Tree, stances), NULL },
  { "leaves", EUP_FIELD_LIST, G_STRUCT_OFFSET (Tree, leaves), &leaf_shape },
  { "leaf", EUP_FIELD_OBJECT, G_STRUCT_OFFSET (Tree, leaf), &leaf_shape },
};
static const EupShape tree_shape = EUP_SHAPE (Tree, tree_fields);

static const char full[] =
    "{\"leaf\":{\"chosen\":true,\"id\":\"z\"},\"leaves\":[{\"id\":\"a\"},{\"chosen\":true,\"id\":\"b\"}],"
    "\"name\":\"å外\",\"sealed\":true,\"stances\":{\"p\":\"yes\",\"q\":\"no\"},\"words\":[\"x\",\"y\"]}";

static Tree *
read_tree (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);
  return eup_shape_read (&tree_shape, node);
}

static char *
written (const Tree *tree)
{
  g_autoptr (JsonNode) node = eup_shape_write (&tree_shape, tree);

  return eup_json_canonical (node);
}

static void
struct_is_read_as_it_stands (void)
{
  Tree *tree = read_tree (full);

  g_assert_cmpstr (tree->name, ==, "å外");
  g_assert_true (tree->sealed);
  g_assert_cmpstr (tree->words[1], ==, "y");
  g_assert_null (tree->words[2]);
  g_assert_cmpstr (g_hash_table_lookup (tree->stances, "q"), ==, "no");
  g_assert_cmpint (tree->leaves->len, ==, 2);
  g_assert_true (((Leaf *) tree->leaves->pdata[1])->chosen);
  g_assert_cmpstr (tree->leaf->id, ==, "z");
  eup_shape_free (&tree_shape, tree);
}

static void
what_was_read_is_written_again (void)
{
  static const struct
  {
    const char *json;
    const char *written;
  } table[] = {
    { full, full },
    { "{}", "{\"leaf\":{},\"leaves\":[]}" },
    { "{\"name\":\"\",\"sealed\":false,\"words\":[],\"stances\":{},\"other\":1}",
      "{\"leaf\":{},\"leaves\":[]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Tree *tree = read_tree (table[i].json);
      g_autofree char *json = written (tree);

      g_assert_cmpstr (json, ==, table[i].written);
      eup_shape_free (&tree_shape, tree);
    }
}

static void
new_struct_is_empty_and_complete (void)
{
  Tree *tree = eup_shape_new (&tree_shape);

  g_assert_null (tree->name);
  g_assert_null (tree->words);
  g_assert_cmpint (g_hash_table_size (tree->stances), ==, 0);
  g_assert_cmpint (tree->leaves->len, ==, 0);
  g_assert_null (tree->leaf->id);
  eup_shape_free (&tree_shape, tree);
  eup_shape_free (&tree_shape, NULL);
}

static void
copy_shares_nothing_with_the_original (void)
{
  Tree *tree = read_tree (full);
  Tree *copy = eup_shape_copy (&tree_shape, tree);
  g_autofree char *json = NULL;

  g_assert_true (eup_shape_equal (&tree_shape, tree, copy));
  eup_shape_free (&tree_shape, tree);
  json = written (copy);
  g_assert_cmpstr (json, ==, full);
  eup_shape_free (&tree_shape, copy);
}

static void
structs_that_differ_anywhere_are_not_equal (void)
{
  static const char *const others[] = {
    "{\"name\":\"b\"}",
    "{\"name\":\"a\",\"sealed\":true}",
    "{\"name\":\"a\",\"words\":[\"x\"]}",
    "{\"name\":\"a\",\"stances\":{\"p\":\"yes\"}}",
    "{\"name\":\"a\",\"leaves\":[{}]}",
    "{\"name\":\"a\",\"leaf\":{\"chosen\":true}}",
    "{}",
  };
  Tree *tree = read_tree ("{\"name\":\"a\"}");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      Tree *other = read_tree (others[i]);

      g_assert_false (eup_shape_equal (&tree_shape, tree, other));
      eup_shape_free (&tree_shape, other);
    }
  eup_shape_free (&tree_shape, tree);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/shape/" #name, name)
  ADD (struct_is_read_as_it_stands);
  ADD (what_was_read_is_written_again);
  ADD (new_struct_is_empty_and_complete);
  ADD (copy_shares_nothing_with_the_original);
  ADD (structs_that_differ_anywhere_are_not_equal);
  return g_test_run ();
}
