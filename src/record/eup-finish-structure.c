/* Walks the structure tree that cairo wrote and adds what cairo can't say: Alt, Lang, Scope, ColSpan,
 * ListNumbering, and the text of links.
 *
 * The list of tags was kept beside cairo_tag_begin(); the tree must have the same names in the same
 * order, or an attribute would land on the wrong element. */

#include "record/eup-finish-private.h"

#include <string.h>

/* Deeper than any page; a ring in the tree ends here. */
#define DEEPEST 64

typedef struct
{
  EupQpdf q;
  GPtrArray *tags;
  GArray *elements; /* of qpdf_oh, one for each tag */
} Walk;

static gboolean
is_named (EupQpdf q, qpdf_oh dict, const char *key, const char *name)
{
  return qpdf_oh_is_name_and_equals (q, eup_qpdf_get (q, dict, key), name);
}

static void
describe_link (EupQpdf q, qpdf_oh annotation, const EupTag *tag)
{
  g_autofree char *target = NULL;

  if (!is_named (q, annotation, "/Subtype", "/Link"))
    return;
  eup_qpdf_put_integer (q, annotation, "/F", 4); /* printed */
  target = eup_qpdf_dup_text (q, qpdf_oh_get_key (q, annotation, "/A"), "/URI");
  eup_qpdf_put_text (q, annotation, "/Contents", tag->alt ? tag->alt : target ? target : tag->name);
}

/* Returns: the first dictionary of attributes that @owner has on this element, made when missing */
static qpdf_oh
attributes (EupQpdf q, qpdf_oh element, const char *owner)
{
  qpdf_oh dict = qpdf_oh_new_dictionary (q);

  eup_qpdf_put_name (q, dict, "/O", owner);
  if (qpdf_oh_has_key (q, element, "/A"))
    qpdf_oh_append_item (q, eup_qpdf_make_list (q, element, "/A"), dict);
  else
    qpdf_oh_replace_key (q, element, "/A", dict);
  return dict;
}

static void
describe (EupQpdf q, qpdf_oh element, const EupTag *tag)
{
  gboolean cell = strcmp (tag->name, "TH") == 0 || strcmp (tag->name, "TD") == 0;

  if (tag->alt && strcmp (tag->name, "Link") != 0)
    eup_qpdf_put_text (q, element, "/Alt", tag->alt);
  if (tag->lang)
    qpdf_oh_replace_key (q, element, "/Lang", qpdf_oh_new_string (q, tag->lang));
  if (tag->list_numbering)
    eup_qpdf_put_name (q, attributes (q, element, "List"), "/ListNumbering", tag->list_numbering);
  if (cell && (tag->scope || tag->column_span > 1))
    {
      qpdf_oh dict = attributes (q, element, "Table");

      if (tag->scope)
        eup_qpdf_put_name (q, dict, "/Scope", tag->scope);
      if (tag->column_span > 1)
        eup_qpdf_put_integer (q, dict, "/ColSpan", tag->column_span);
    }
}

static gboolean
fail (GError **error, guint number, const char *found, const char *expected)
{
  g_set_error (error, EUP_FINISH_ERROR, EUP_FINISH_ERROR_STRUCTURE,
               "The tags do not fit the pages: element %u is %s, but %s was announced.", number + 1, found,
               expected);
  return FALSE;
}

static gboolean
visit (Walk *walk, qpdf_oh element, guint depth, GError **error)
{
  EupQpdf q = walk->q;
  guint number = walk->elements->len;
  const EupTag *tag = number < walk->tags->len ? g_ptr_array_index (walk->tags, number) : NULL;
  g_autofree char *found = g_strdup (qpdf_oh_get_name (q, qpdf_oh_get_key (q, element, "/S")) + 1);
  qpdf_oh kids = qpdf_oh_get_key (q, element, "/K");

  if (tag == NULL || strcmp (found, tag->name) != 0 || depth > DEEPEST)
    return fail (error, number, found, tag ? tag->name : "none");

  g_array_append_val (walk->elements, element);
  for (int i = 0; i < eup_qpdf_list_length (q, kids); i++)
    {
      qpdf_oh kid = eup_qpdf_list_item (q, kids, i);

      if (is_named (q, kid, "/Type", "/OBJR"))
        describe_link (q, qpdf_oh_get_key (q, kid, "/Obj"), tag);
      else if (qpdf_oh_is_dictionary (q, kid) && qpdf_oh_is_name (q, qpdf_oh_get_key (q, kid, "/S")) &&
               !visit (walk, kid, depth + 1, error))
        return FALSE;
    }
  describe (q, element, tag);
  return TRUE;
}

/**
 * eup_finish_structure:
 * @tags: (element-type EupTag): what layout kept beside
 * @error: EUP_FINISH_ERROR_STRUCTURE
 *
 * Returns: (transfer full) (nullable): the elements (qpdf_oh), one for each tag
 */
GArray *
eup_finish_structure (EupQpdf q, GPtrArray *tags, GError **error)
{
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_oh root = eup_qpdf_get (q, qpdf_get_root (q), "/StructTreeRoot");
  qpdf_oh kids = eup_qpdf_get (q, root, "/K");
  Walk walk = { q, tags, elements };

  for (int i = 0; i < eup_qpdf_list_length (q, kids); i++)
    {
      qpdf_oh kid = eup_qpdf_list_item (q, kids, i);

      if (!qpdf_oh_is_name (q, eup_qpdf_get (q, kid, "/S")))
        {
          fail (error, elements->len, "unnamed", "a name");
          return NULL;
        }
      if (!visit (&walk, kid, 0, error))
        return NULL;
    }
  if (elements->len < tags->len || tags->len == 0)
    {
      const EupTag *tag = elements->len < tags->len ? g_ptr_array_index (tags, elements->len) : NULL;

      fail (error, elements->len, "missing", tag ? tag->name : "a document");
      return NULL;
    }
  return g_steal_pointer (&elements);
}
