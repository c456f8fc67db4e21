/* A time stamp on the whole document, in one of the places without size that wait for it. The revision
 * is the same each time it is made, so that the request can go out and the answer come back by file. */

#include "record/eup-sign-private.h"
#include "record/eup-stamp-private.h"
#include "record/eup-verify-private.h"

#include "eup-config.h"

#define PLACES "time-stamp-"

void
eup_stamp_archive_free (EupStampArchive *self)
{
  if (self->bytes)
    g_string_free (self->bytes, TRUE);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self);
}

static gboolean
find_place (EupQpdf q, qpdf_oh *place)
{
  qpdf_oh fields = eup_verify_get_fields (q);

  for (int i = 0; i < eup_qpdf_list_length (q, fields); i++)
    {
      g_autofree char *name = NULL;

      *place = eup_qpdf_list_item (q, fields, i);
      name = eup_qpdf_dup_text (q, *place, "/T");
      if (name && g_str_has_prefix (name, PLACES) && qpdf_oh_is_indirect (q, *place) &&
          qpdf_oh_is_null (q, eup_qpdf_get (q, *place, "/V")))
        return TRUE;
    }
  return FALSE;
}

static void
write_revision (EupIncrement *increment, EupQpdf q, qpdf_oh place, EupHole *hole)
{
  int id = eup_qpdf_count_objects (q);
  g_autofree char *value = g_strdup_printf ("/V %d 0 R", id);

  eup_increment_write_again (increment, q, place, value);
  eup_increment_begin (increment, id, 0);
  g_string_append (increment->bytes,
                   "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161\n");
  eup_sign_write_hole (increment->bytes, hole);
  g_string_append (increment->bytes,
                   "\n/Prop_Build << /App << /Name /Euphoria /REx (" EUP_VERSION ") >> >> >>");
  eup_increment_end (increment);
  eup_increment_finish (increment, q, id + 1);
}

/**
 * eup_stamp_archive_prepare:
 * @error: EUP_STAMP_ERROR_UNREADABLE or EUP_STAMP_ERROR_NO_PLACE
 *
 * Returns: (transfer full) (nullable): @pdf with one more revision, whose room waits for the stamp
 */
EupStampArchive *
eup_stamp_archive_prepare (GBytes *pdf, GError **error)
{
  g_autoptr (EupStampArchive) self = g_new0 (EupStampArchive, 1);
  g_autoptr (EupIncrement) increment = eup_increment_new (pdf, NULL);
  g_auto (EupQpdf) q = increment ? eup_qpdf_open (pdf, NULL) : NULL;
  qpdf_oh place;
  EupHole hole;

  if (q == NULL || eup_qpdf_count_objects (q) == 0)
    {
      g_set_error_literal (error, EUP_STAMP_ERROR, EUP_STAMP_ERROR_UNREADABLE,
                           "This document can't be stamped: it is not a whole record.");
      return NULL;
    }
  if (!find_place (q, &place))
    {
      g_set_error_literal (error, EUP_STAMP_ERROR, EUP_STAMP_ERROR_NO_PLACE,
                           "There is no place left for a time stamp on the whole document.");
      return NULL;
    }
  write_revision (increment, q, place, &hole);
  self->content = eup_sign_close_range (increment->bytes, &hole);
  self->room = hole.room;
  self->bytes = g_steal_pointer (&increment->bytes);
  return g_steal_pointer (&self);
}
