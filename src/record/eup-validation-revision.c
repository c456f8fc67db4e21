/* The revision that holds validation data, written in one form so that the verifier can write it again from
 * what it holds and compare every byte. */

#include "record/eup-validation-private.h"

#include "record/eup-sign-private.h"

#define MOST_PIECES 200

static const char *const lists[] = { "/Certs", "/CRLs", "/OCSPs" };

static GPtrArray *
encode (const EupMaterial *material, guint list)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (list == 0)
    for (int i = 0; i < sk_X509_num (material->certificates); i++)
      g_ptr_array_add (pieces, eup_certificate_encode (sk_X509_value (material->certificates, i)));
  if (list == 1)
    for (int i = 0; i < sk_X509_CRL_num (material->lists); i++)
      {
        unsigned char *der = NULL;
        int length = i2d_X509_CRL (sk_X509_CRL_value (material->lists, i), &der);

        g_ptr_array_add (pieces, g_bytes_new (der, length > 0 ? (gsize) length : 0));
        OPENSSL_free (der);
      }
  if (list == 2)
    for (guint i = 0; i < material->answers->len; i++)
      g_ptr_array_add (pieces, g_bytes_ref (material->answers->pdata[i]));
  return pieces;
}

static void
write_piece (EupIncrement *increment, int id, GBytes *piece)
{
  eup_increment_begin (increment, id, 0);
  g_string_append_printf (increment->bytes, "<< /Length %" G_GSIZE_FORMAT " >>\nstream\n",
                          g_bytes_get_size (piece));
  g_string_append_len (increment->bytes, g_bytes_get_data (piece, NULL), (gssize) g_bytes_get_size (piece));
  g_string_append (increment->bytes, "\nendstream");
  eup_increment_end (increment);
}

static void
write_catalog (EupIncrement *increment, EupQpdf q, int id)
{
  gboolean extended = qpdf_oh_has_key (q, qpdf_get_root (q), "/Extensions");
  g_autofree char *more =
      g_strdup_printf ("/DSS %d 0 R%s", id,
                       extended ? "" : " /Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 2 >> >>");

  eup_increment_write_again (increment, q, qpdf_get_root (q), more);
}

/**
 * eup_validation_write:
 *
 * Returns: (transfer full) (nullable): @pdf as it is, followed by a revision with @material; the same for the
 *   same input
 */
GBytes *
eup_validation_write (GBytes *pdf, const EupMaterial *material)
{
  g_autoptr (EupIncrement) increment = eup_increment_new (pdf, NULL);
  g_auto (EupQpdf) q = increment ? eup_qpdf_open (pdf, NULL) : NULL;
  int first = q ? eup_qpdf_count_objects (q) : 0, id = first + 1;
  g_autoptr (GString) store = g_string_new ("<< /Type /DSS");
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (first == 0)
    return NULL;
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      GPtrArray *pieces = encode (material, list);

      g_ptr_array_add (all, pieces);
      if (pieces->len > 0)
        g_string_append_printf (store, "\n%s [", lists[list]);
      for (guint i = 0; i < pieces->len; i++)
        g_string_append_printf (store, "%s%d 0 R", i ? " " : "", id++);
      if (pieces->len > 0)
        g_string_append_c (store, ']');
    }
  write_catalog (increment, q, first);
  eup_increment_begin (increment, first, 0);
  g_string_append_printf (increment->bytes, "%s >>", store->str);
  eup_increment_end (increment);
  id = first + 1;
  for (guint list = 0; list < all->len; list++)
    for (guint i = 0; i < ((GPtrArray *) all->pdata[list])->len; i++)
      write_piece (increment, id++, ((GPtrArray *) all->pdata[list])->pdata[i]);
  eup_increment_finish (increment, q, id);
  return g_string_free_to_bytes (g_steal_pointer (&increment->bytes));
}

/* Returns: whether there is validation data in the document */
gboolean
eup_validation_is_in (EupQpdf q)
{
  return !qpdf_oh_is_null (q, eup_qpdf_get (q, qpdf_get_root (q), "/DSS"));
}

/**
 * eup_validation_read:
 *
 * Ours is never packed, and what is packed is not unpacked here.
 *
 * Returns: (transfer full) (nullable): the validation data in the document; %NULL when there is none or it
 *   can't be read
 */
EupMaterial *
eup_validation_read (EupQpdf q)
{
  qpdf_oh store = eup_qpdf_get (q, qpdf_get_root (q), "/DSS");
  g_autoptr (EupMaterial) material = eup_material_new ();

  if (!qpdf_oh_is_dictionary (q, store))
    return NULL;
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      qpdf_oh pieces = eup_qpdf_get (q, store, lists[list]);
      int n = qpdf_oh_is_array (q, pieces) ? qpdf_oh_get_array_n_items (q, pieces) : 0;

      for (int i = 0; i < MIN (n, MOST_PIECES); i++)
        {
          g_autoptr (GBytes) piece = eup_qpdf_get_stream (q, qpdf_oh_get_array_item (q, pieces, i), FALSE);

          if (piece == NULL || !eup_material_add (material, piece))
            return NULL;
        }
    }
  return g_steal_pointer (&material);
}
