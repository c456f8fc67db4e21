/* What PDF/A asks of fonts, images and colour: how glyphs are found, no smoothing hints, and one colour
 * profile for the whole document. */

#include "record/eup-finish-private.h"

#include <lcms2.h>
#include <string.h>

/* Where a profile's header keeps the time it was made, and how long that is. */
#define PROFILE_DATE 24
#define PROFILE_DATE_LENGTH 12

static const char condition[] = "sRGB IEC61966-2.1";

/* A fixed date, 2026-01-01, or each run would write other bytes. */
static const guint8 profile_date[PROFILE_DATE_LENGTH] = { 0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0 };

static GByteArray *
make_profile (void)
{
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  GByteArray *bytes = g_byte_array_new ();
  cmsUInt32Number size = 0;

  g_assert (profile != NULL);
  cmsSetProfileVersion (profile, 4.2);
  cmsSaveProfileToMem (profile, NULL, &size);
  g_byte_array_set_size (bytes, size);
  g_assert (cmsSaveProfileToMem (profile, bytes->data, &size) && size > PROFILE_DATE + PROFILE_DATE_LENGTH);
  cmsCloseProfile (profile);
  memcpy (bytes->data + PROFILE_DATE, profile_date, sizeof profile_date);
  return bytes;
}

/**
 * eup_finish_output_intent:
 *
 * Says that the document's RGB is sRGB.
 */
void
eup_finish_output_intent (EupQpdf q)
{
  g_autoptr (GByteArray) profile = make_profile ();
  qpdf_oh stream = eup_qpdf_add_stream (q, profile->data, profile->len);
  qpdf_oh intent = qpdf_oh_new_dictionary (q);

  eup_qpdf_put_integer (q, qpdf_oh_get_dict (q, stream), "/N", 3);
  eup_qpdf_put_name (q, intent, "/Type", "OutputIntent");
  eup_qpdf_put_name (q, intent, "/S", "GTS_PDFA1");
  eup_qpdf_put_text (q, intent, "/OutputConditionIdentifier", condition);
  eup_qpdf_put_text (q, intent, "/Info", condition);
  qpdf_oh_replace_key (q, intent, "/DestOutputProfile", stream);
  qpdf_oh_replace_key (q, qpdf_get_root (q), "/OutputIntents", qpdf_oh_wrap_in_array (q, intent));
}

/**
 * eup_finish_fonts_and_images:
 *
 * cairo numbers the glyphs of a TrueType subset as they come, which /Identity says.
 */
void
eup_finish_fonts_and_images (EupQpdf q)
{
  int count = eup_qpdf_count_objects (q);

  for (int id = 1; id < count; id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (q, id, 0);
      qpdf_oh dict = qpdf_oh_is_stream (q, object) ? qpdf_oh_get_dict (q, object) : object;
      qpdf_oh subtype = eup_qpdf_get (q, dict, "/Subtype");

      if (qpdf_oh_is_name_and_equals (q, subtype, "/CIDFontType2") &&
          !qpdf_oh_has_key (q, dict, "/CIDToGIDMap"))
        eup_qpdf_put_name (q, dict, "/CIDToGIDMap", "Identity");
      if (qpdf_oh_is_name_and_equals (q, subtype, "/Image"))
        qpdf_oh_remove_key (q, dict, "/Interpolate");
    }
}
