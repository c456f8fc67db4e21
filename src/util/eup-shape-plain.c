/* What was typed or pasted into a struct, without control characters: the one place where they stop. */

#include "util/eup-shape.h"

#include "util/eup-text.h"

static void
make_plain (char **text)
{
  char *plain;

  if (*text == NULL || eup_text_is_plain (*text))
    return;
  plain = eup_text_make_plain (*text);
  g_free (*text);
  *text = plain;
}

static void
make_map_plain (GHashTable *map)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!eup_text_is_plain (value))
      g_hash_table_iter_replace (&iter, eup_text_make_plain (value));
}

/**
 * eup_shape_make_plain:
 * @data: a struct of @shape
 *
 * Takes the control characters out of its own texts; structs inside it are left alone.
 */
void
eup_shape_make_plain (const EupShape *shape, gpointer data)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      gpointer place = (char *) data + shape->fields[i].offset;

      switch (shape->fields[i].kind)
        {
        case EUP_FIELD_STRING:
          make_plain (place);
          break;
        case EUP_FIELD_STRV:
          for (char **text = *(char ***) place; text != NULL && *text != NULL; text++)
            make_plain (text);
          break;
        case EUP_FIELD_MAP:
          make_map_plain (*(GHashTable **) place);
          break;
        case EUP_FIELD_BOOLEAN:
        case EUP_FIELD_LIST:
        case EUP_FIELD_OBJECT:
        default:
          break;
        }
    }
}
