/* Where a record can be signed. */

#include "record/eup-sign-places.h"

#include "record/eup-qpdf.h"

void
eup_sign_place_free (EupSignPlace *self)
{
  g_free (self->name);
  g_free (self->label);
  g_free (self);
}

/* Fields without size wait for an archive's time stamps. */
static gboolean
is_seen (EupQpdf q, qpdf_oh field)
{
  qpdf_oh rectangle = eup_qpdf_get (q, field, "/Rect");
  double x[2] = { 0, 0 };

  for (int i = 0; i < 2 && qpdf_oh_is_array (q, rectangle); i++)
    {
      qpdf_oh corner = eup_qpdf_list_item (q, rectangle, 2 * i);

      if (qpdf_oh_is_number (q, corner))
        x[i] = eup_qpdf_get_number (q, corner);
    }
  return x[1] > x[0];
}

/**
 * eup_sign_places:
 * @pdf: a record, signed or not
 *
 * Returns: (transfer full) (element-type EupSignPlace): its places in the order in which they are printed;
 *   empty when it is no record
 */
GPtrArray *
eup_sign_places (GBytes *pdf)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_sign_place_free);
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  qpdf_oh fields;

  if (q == NULL)
    return places;
  fields = eup_qpdf_get (q, eup_qpdf_get (q, qpdf_get_root (q), "/AcroForm"), "/Fields");
  for (int i = 0; i < eup_qpdf_list_length (q, fields); i++)
    {
      qpdf_oh field = eup_qpdf_list_item (q, fields, i);
      EupSignPlace *place;

      if (!qpdf_oh_is_name_and_equals (q, eup_qpdf_get (q, field, "/FT"), "/Sig") || !is_seen (q, field))
        continue;
      place = g_new0 (EupSignPlace, 1);
      place->name = eup_qpdf_dup_text (q, field, "/T");
      place->label = eup_qpdf_dup_text (q, field, "/TU");
      place->is_filled = !qpdf_oh_is_null (q, eup_qpdf_get (q, field, "/V"));
      if (place->name != NULL && place->label != NULL)
        g_ptr_array_add (places, place);
      else
        eup_sign_place_free (place);
    }
  return places;
}
