/* Structs that are data: see the header. */

#include "util/eup-shape.h"

#define FIELD(data, field, type) (*(type *) ((char *) (data) + (field)->offset))
#define CONST_FIELD(data, field, type) (*(type const *) ((const char *) (data) + (field)->offset))

/**
 * eup_shape_new:
 *
 * Returns: (transfer full): an empty struct; free it with eup_shape_free()
 */
gpointer
eup_shape_new (const EupShape *shape)
{
  gpointer data = g_malloc0 (shape->size);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const EupField *field = &shape->fields[i];

      if (field->kind == EUP_FIELD_MAP)
        FIELD (data, field, GHashTable *) = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      else if (field->kind == EUP_FIELD_LIST)
        FIELD (data, field, GPtrArray *) = g_ptr_array_new ();
      else if (field->kind == EUP_FIELD_OBJECT)
        FIELD (data, field, gpointer) = eup_shape_new (field->of);
    }
  return data;
}

static void
free_list (const EupShape *shape, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    eup_shape_free (shape, list->pdata[i]);
  g_ptr_array_unref (list);
}

void
eup_shape_free (const EupShape *shape, gpointer data)
{
  if (data == NULL)
    return;

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const EupField *field = &shape->fields[i];

      switch (field->kind)
        {
        case EUP_FIELD_STRING:
          g_free (FIELD (data, field, char *));
          break;
        case EUP_FIELD_STRV:
          g_strfreev (FIELD (data, field, char **));
          break;
        case EUP_FIELD_MAP:
          g_hash_table_unref (FIELD (data, field, GHashTable *));
          break;
        case EUP_FIELD_LIST:
          free_list (field->of, FIELD (data, field, GPtrArray *));
          break;
        case EUP_FIELD_OBJECT:
          eup_shape_free (field->of, FIELD (data, field, gpointer));
          break;
        case EUP_FIELD_BOOLEAN:
        default:
          break;
        }
    }
  g_free (data);
}

static char **
read_strv (JsonArray *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static void
read_map (GHashTable *map, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    g_hash_table_insert (map, g_strdup (name), g_strdup (json_node_get_string (value)));
}

static void
read_field (gpointer data, const EupField *field, JsonNode *node)
{
  switch (field->kind)
    {
    case EUP_FIELD_STRING:
      FIELD (data, field, char *) = g_strdup (json_node_get_string (node));
      break;
    case EUP_FIELD_BOOLEAN:
      FIELD (data, field, gboolean) = json_node_get_boolean (node);
      break;
    case EUP_FIELD_STRV:
      FIELD (data, field, char **) = read_strv (json_node_get_array (node));
      break;
    case EUP_FIELD_MAP:
      read_map (FIELD (data, field, GHashTable *), json_node_get_object (node));
      break;
    case EUP_FIELD_LIST:
      {
        JsonArray *array = json_node_get_array (node);

        for (guint i = 0; i < json_array_get_length (array); i++)
          g_ptr_array_add (FIELD (data, field, GPtrArray *),
                           eup_shape_read (field->of, json_array_get_element (array, i)));
        break;
      }
    case EUP_FIELD_OBJECT:
      eup_shape_free (field->of, FIELD (data, field, gpointer));
      FIELD (data, field, gpointer) = eup_shape_read (field->of, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * eup_shape_read:
 * @node: an object that its schema has passed; keys that the shape does not name are passed over
 *
 * Returns: (transfer full): the struct
 */
gpointer
eup_shape_read (const EupShape *shape, JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  gpointer data = eup_shape_new (shape);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      JsonNode *member = json_object_get_member (object, shape->fields[i].name);

      if (member != NULL)
        read_field (data, &shape->fields[i], member);
    }
  return data;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static JsonNode *
write_map (GHashTable *map)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (map);

  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len; i++)
    json_object_set_string_member (object, names->pdata[i], g_hash_table_lookup (map, names->pdata[i]));
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
write_strv (char **strv)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; strv[i] != NULL; i++)
    json_array_add_string_element (array, strv[i]);
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
write_list (const EupShape *shape, GPtrArray *list)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    json_array_add_element (array, eup_shape_write (shape, list->pdata[i]));
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
write_field (gconstpointer data, const EupField *field)
{
  switch (field->kind)
    {
    case EUP_FIELD_STRING:
      {
        const char *text = CONST_FIELD (data, field, char *);

        return text && *text ? json_node_init_string (json_node_alloc (), text) : NULL;
      }
    case EUP_FIELD_BOOLEAN:
      return CONST_FIELD (data, field, gboolean) ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL;
    case EUP_FIELD_STRV:
      {
        char **strv = CONST_FIELD (data, field, char **);

        return strv && strv[0] ? write_strv (strv) : NULL;
      }
    case EUP_FIELD_MAP:
      {
        GHashTable *map = CONST_FIELD (data, field, GHashTable *);

        return g_hash_table_size (map) ? write_map (map) : NULL;
      }
    case EUP_FIELD_LIST:
      return write_list (field->of, CONST_FIELD (data, field, GPtrArray *));
    case EUP_FIELD_OBJECT:
      return eup_shape_write (field->of, CONST_FIELD (data, field, gpointer));
    default:
      g_assert_not_reached ();
    }
}

/**
 * eup_shape_write:
 *
 * Returns: (transfer full): an object with the fields that say something
 */
JsonNode *
eup_shape_write (const EupShape *shape, gconstpointer data)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < shape->n_fields; i++)
    {
      JsonNode *member = write_field (data, &shape->fields[i]);

      if (member != NULL)
        json_object_set_member (object, shape->fields[i].name, member);
    }
  json_node_take_object (node, object);
  return node;
}

gpointer
eup_shape_copy (const EupShape *shape, gconstpointer data)
{
  g_autoptr (JsonNode) node = eup_shape_write (shape, data);

  return eup_shape_read (shape, node);
}

gboolean
eup_shape_equal (const EupShape *shape, gconstpointer a, gconstpointer b)
{
  g_autoptr (JsonNode) first = eup_shape_write (shape, a);
  g_autoptr (JsonNode) second = eup_shape_write (shape, b);

  return json_node_equal (first, second);
}
