/* Compares a document before and after a revision, object by object.
 *
 * What is allowed: one place that was empty holds a signature and its appearance; the first of them certifies;
 * or validation data was added to the catalog. Everything else is a change of content, also where no reader would show it. */

#include "record/eup-verify-private.h"

#include <string.h>

typedef struct
{
  EupQpdf before, after;
  int old_size;
  guint filled, extended;
  int new_field, new_annotation; /* a field of its own that another program signed in; 0 for none */
} Comparison;

static gboolean
bytes_are_equal (GBytes *one, GBytes *two)
{
  return one && two && g_bytes_equal (one, two);
}

static gboolean
text_is_equal (EupQpdf q1, qpdf_oh one, EupQpdf q2, qpdf_oh two)
{
  g_autofree char *text = g_strdup (qpdf_oh_unparse_resolved (q1, one));

  return strcmp (text, qpdf_oh_unparse_resolved (q2, two)) == 0;
}

static gboolean
object_is_equal (EupQpdf q1, qpdf_oh one, EupQpdf q2, qpdf_oh two)
{
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GBytes) other = NULL;

  if (qpdf_oh_is_stream (q1, one) != qpdf_oh_is_stream (q2, two))
    return FALSE;
  if (!qpdf_oh_is_stream (q1, one))
    return text_is_equal (q1, one, q2, two);
  if (!text_is_equal (q1, qpdf_oh_get_dict (q1, one), q2, qpdf_oh_get_dict (q2, two)))
    return FALSE;
  data = eup_qpdf_get_stream (q1, one, FALSE);
  other = eup_qpdf_get_stream (q2, two, FALSE);
  return bytes_are_equal (data, other);
}

/* Whether the two dictionaries agree on everything but @keys. */
static gboolean
agree_without (Comparison *c, qpdf_oh old, qpdf_oh new, const char *const *keys)
{
  qpdf_oh one = qpdf_oh_parse (c->before, "<< >>");
  qpdf_oh two = qpdf_oh_parse (c->after, "<< >>");

  qpdf_oh_begin_dict_key_iter (c->before, old);
  while (qpdf_oh_dict_more_keys (c->before))
    {
      g_autofree char *key = g_strdup (qpdf_oh_dict_next_key (c->before));

      if (!g_strv_contains (keys, key))
        qpdf_oh_replace_key (c->before, one, key, qpdf_oh_get_key (c->before, old, key));
    }
  qpdf_oh_begin_dict_key_iter (c->after, new);
  while (qpdf_oh_dict_more_keys (c->after))
    {
      g_autofree char *key = g_strdup (qpdf_oh_dict_next_key (c->after));

      if (!g_strv_contains (keys, key))
        qpdf_oh_replace_key (c->after, two, key, qpdf_oh_get_key (c->after, new, key));
    }
  return text_is_equal (c->before, one, c->after, two);
}

static gboolean
is_field (EupQpdf q, int id)
{
  qpdf_oh fields = eup_verify_get_fields (q);

  for (int i = 0; i < eup_qpdf_list_length (q, fields); i++)
    {
      qpdf_oh field = eup_qpdf_list_item (q, fields, i);

      if (qpdf_oh_is_indirect (q, field) && qpdf_oh_get_object_id (q, field) == id)
        return qpdf_oh_is_name_and_equals (q, eup_qpdf_get (q, field, "/FT"), "/Sig");
    }
  return FALSE;
}

/* Whether the value under @key is a thing that this revision brought. */
static gboolean
is_new (Comparison *c, qpdf_oh dict, const char *key)
{
  qpdf_oh value = eup_qpdf_get (c->after, dict, key);

  return qpdf_oh_is_indirect (c->after, value) && qpdf_oh_get_object_id (c->after, value) >= c->old_size;
}

/* Another program may leave the appearance as it was. */
static gboolean
place_was_filled (Comparison *c, int id, qpdf_oh old, qpdf_oh new)
{
  static const char *const value[] = { "/V", NULL };
  static const char *const value_and_appearance[] = { "/AP", "/V", NULL };

  if (!is_field (c->before, id) || !qpdf_oh_is_dictionary (c->after, new) ||
      !qpdf_oh_is_null (c->before, eup_qpdf_get (c->before, old, "/V")) || !is_new (c, new, "/V"))
    return FALSE;
  return agree_without (c, old, new, value) || (is_new (c, eup_qpdf_get (c->after, new, "/AP"), "/N") &&
                                                agree_without (c, old, new, value_and_appearance));
}

static gboolean
validation_was_added (Comparison *c, int id, qpdf_oh old, qpdf_oh new)
{
  static const char *const keys[] = { "/DSS", "/Extensions", NULL };

  return id == qpdf_oh_get_object_id (c->before, qpdf_get_root (c->before)) &&
         qpdf_oh_is_dictionary (c->before, old) && qpdf_oh_is_dictionary (c->after, new) &&
         agree_without (c, old, new, keys);
}

/* The first signature may also say that only signatures may follow. */
static gboolean
first_signature_certifies (Comparison *c, int id, qpdf_oh old, qpdf_oh new)
{
  static const char *const key[] = { "/Perms", NULL };
  qpdf_oh permissions = eup_qpdf_get (c->after, new, "/Perms");
  int signature = qpdf_oh_get_object_id (c->after, eup_qpdf_get (c->after, permissions, "/DocMDP"));
  g_autofree char *only = g_strdup_printf ("<< /DocMDP %d 0 R >>", signature);

  return id == qpdf_oh_get_object_id (c->before, qpdf_get_root (c->before)) &&
         eup_verify_count_filled (c->before) == 0 && !qpdf_oh_has_key (c->before, old, "/Perms") &&
         signature >= c->old_size && strcmp (qpdf_oh_unparse_resolved (c->after, permissions), only) == 0 &&
         agree_without (c, old, new, key);
}

/* The one thing that was added at the end of a list, or 0. */
static int
last_added (Comparison *c, qpdf_oh old, qpdf_oh new)
{
  int n = eup_qpdf_list_length (c->before, old);
  qpdf_oh last;

  if (!qpdf_oh_is_array (c->after, new) || qpdf_oh_get_array_n_items (c->after, new) != n + 1)
    return 0;
  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup (qpdf_oh_unparse (c->before, eup_qpdf_list_item (c->before, old, i)));

      if (strcmp (text, qpdf_oh_unparse (c->after, qpdf_oh_get_array_item (c->after, new, i))) != 0)
        return 0;
    }
  last = qpdf_oh_get_array_item (c->after, new, n);
  return qpdf_oh_is_indirect (c->after, last) && qpdf_oh_get_object_id (c->after, last) >= c->old_size
             ? qpdf_oh_get_object_id (c->after, last)
             : 0;
}

/* A service may sign in a field of its own, if it shows nothing that could lie over the record's words. */
static gboolean
is_hidden_signature (Comparison *c, int id)
{
  static const char *const actions[] = { "/A", "/AA", "/Kids", "/Parent" };
  qpdf_oh field = qpdf_get_object_by_id (c->after, id, 0);
  qpdf_oh corners = eup_qpdf_get (c->after, field, "/Rect");

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (!qpdf_oh_is_null (c->after, eup_qpdf_get (c->after, field, actions[i])))
      return FALSE;
  if (!qpdf_oh_is_array (c->after, corners) || qpdf_oh_get_array_n_items (c->after, corners) != 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      qpdf_oh corner = qpdf_oh_get_array_item (c->after, corners, i);

      if (!qpdf_oh_is_number (c->after, corner) || eup_qpdf_get_number (c->after, corner) != 0)
        return FALSE;
    }
  return qpdf_oh_is_name_and_equals (c->after, eup_qpdf_get (c->after, field, "/FT"), "/Sig") &&
         qpdf_oh_is_name_and_equals (c->after, eup_qpdf_get (c->after, field, "/Subtype"), "/Widget") &&
         is_new (c, field, "/V");
}

static gboolean
own_field_was_added (Comparison *c, int id, qpdf_oh old, qpdf_oh new)
{
  static const char *const fields[] = { "/Fields", NULL }, *const annotations[] = { "/Annots", NULL };
  qpdf_oh form = eup_qpdf_get (c->before, qpdf_get_root (c->before), "/AcroForm");
  gboolean is_form = id == qpdf_oh_get_object_id (c->before, form);
  const char *key = is_form ? fields[0] : annotations[0];
  int *found = is_form ? &c->new_field : &c->new_annotation;

  if (*found != 0 || !qpdf_oh_is_dictionary (c->after, new) ||
      qpdf_oh_has_key (c->before, qpdf_get_root (c->before), "/Perms") || /* only places that are there */
      (!is_form &&
       !qpdf_oh_is_name_and_equals (c->before, eup_qpdf_get (c->before, old, "/Type"), "/Page")) ||
      !agree_without (c, old, new, is_form ? fields : annotations))
    return FALSE;
  *found = last_added (c, eup_qpdf_get (c->before, old, key), eup_qpdf_get (c->after, new, key));
  return *found != 0 && is_hidden_signature (c, *found);
}

static gboolean
object_is_allowed (Comparison *c, int id)
{
  qpdf_oh old = qpdf_get_object_by_id (c->before, id, 0);
  qpdf_oh new = qpdf_get_object_by_id (c->after, id, 0);

  if (object_is_equal (c->before, old, c->after, new))
    {
      qpdf_oh_release (c->before, old);
      qpdf_oh_release (c->after, new);
      return TRUE;
    }
  if (qpdf_oh_is_dictionary (c->before, old) && place_was_filled (c, id, old, new))
    {
      c->filled++;
      return TRUE;
    }
  if (validation_was_added (c, id, old, new))
    {
      c->extended++;
      return TRUE;
    }
  if (qpdf_oh_is_dictionary (c->before, old) && own_field_was_added (c, id, old, new))
    return TRUE;
  return qpdf_oh_is_dictionary (c->before, old) && qpdf_oh_is_dictionary (c->after, new) &&
         first_signature_certifies (c, id, old, new);
}

static gboolean
trailer_is_allowed (Comparison *c)
{
  static const char *const keys[] = { "/Root", "/Info", "/Encrypt" };
  qpdf_oh old = qpdf_get_trailer (c->before), new = qpdf_get_trailer (c->after);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = g_strdup (qpdf_oh_unparse (c->before, eup_qpdf_get (c->before, old, keys[i])));

      if (strcmp (text, qpdf_oh_unparse (c->after, eup_qpdf_get (c->after, new, keys[i]))) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * eup_verify_compare:
 * @before: the document up to the end of a revision
 * @after: the same and one revision more
 *
 * Returns: the worst that the revision did
 */
EupChange
eup_verify_compare (EupQpdf before, EupQpdf after)
{
  Comparison c = { before, after, eup_qpdf_count_objects (before), 0, 0, 0, 0 };

  if (c.old_size == 0 || eup_qpdf_count_objects (after) < c.old_size || !trailer_is_allowed (&c))
    return EUP_CHANGE_CONTENT;
  for (int id = 1; id < c.old_size; id++)
    if (!object_is_allowed (&c, id) || c.filled > 1) /* at once: a forged list of fields is long */
      return EUP_CHANGE_CONTENT;
  if (c.new_annotation != 0 && c.new_annotation != c.new_field)
    return EUP_CHANGE_CONTENT;
  c.filled += c.new_field != 0;
  c.extended += c.new_field != 0;
  if (!eup_qpdf_check (before, NULL) || !eup_qpdf_check (after, NULL) || c.filled > 1)
    return EUP_CHANGE_CONTENT;
  if (c.extended > 0)
    return c.filled > 0 ? EUP_CHANGE_FILLED_AND_EXTENDED : EUP_CHANGE_EXTENDED;
  return c.filled == 1 ? EUP_CHANGE_FILLED : EUP_CHANGE_NONE;
}

/* Returns: the form's list of fields, or null */
qpdf_oh
eup_verify_get_fields (EupQpdf q)
{
  return eup_qpdf_get (q, eup_qpdf_get (q, qpdf_get_root (q), "/AcroForm"), "/Fields");
}

/* Returns: how many fields hold something */
guint
eup_verify_count_filled (EupQpdf q)
{
  qpdf_oh fields = eup_verify_get_fields (q);
  guint filled = 0;

  for (int i = 0; i < eup_qpdf_list_length (q, fields); i++)
    filled += !qpdf_oh_is_null (q, eup_qpdf_get (q, eup_qpdf_list_item (q, fields, i), "/V"));
  return filled;
}

static gboolean
is_value_of (EupQpdf q, qpdf_oh value, const EupRange *range, GBytes *room)
{
  const long long expected[] = { 0, (long long) range->hole, (long long) range->resume,
                                 (long long) (range->end - range->resume) };
  qpdf_oh numbers = eup_qpdf_get (q, value, "/ByteRange");
  g_autoptr (GBytes) contents = eup_qpdf_get_string (q, value, "/Contents");

  if (!bytes_are_equal (contents, room) || !qpdf_oh_is_array (q, numbers) ||
      qpdf_oh_get_array_n_items (q, numbers) != G_N_ELEMENTS (expected))
    return FALSE;
  for (int i = 0; i < (int) G_N_ELEMENTS (expected); i++)
    {
      qpdf_oh number = qpdf_oh_get_array_item (q, numbers, i);

      if (!qpdf_oh_is_integer (q, number) || qpdf_oh_get_int_value (q, number) != expected[i])
        return FALSE;
    }
  return TRUE;
}

/**
 * eup_verify_find_field:
 * @range: a signature whose room holds hexadecimal digits only
 *
 * Returns: the field that readers show for just this signature, or null
 */
qpdf_oh
eup_verify_find_field (EupQpdf q, GBytes *pdf, const EupRange *range)
{
  qpdf_oh fields = eup_verify_get_fields (q);
  g_autoptr (GBytes) room = eup_verify_get_room (pdf, range);

  for (int i = 0; i < eup_qpdf_list_length (q, fields); i++)
    {
      qpdf_oh field = eup_qpdf_list_item (q, fields, i);

      if (is_value_of (q, eup_qpdf_get (q, field, "/V"), range, room))
        return field;
    }
  return qpdf_oh_new_null (q);
}
