/* How far each signature reaches in the levels of EN 319 142-1, and whether what the file itself holds says
 * that a certificate was revoked. */

#include "record/eup-verify-private.h"

static EupMaterialAnswer
ask (const EupMaterial *material, GBytes *encoded, const char *time)
{
  const unsigned char *der = encoded ? g_bytes_get_data (encoded, NULL) : NULL;
  g_autoptr (X509) certificate = der ? d2i_X509 (NULL, &der, (long) g_bytes_get_size (encoded)) : NULL;
  g_autoptr (GDateTime) when = time ? g_date_time_new_from_iso8601 (time, NULL) : NULL;

  return certificate && when ? eup_material_check (material, certificate, when, NULL, NULL)
                             : EUP_MATERIAL_MISSING;
}

static gboolean
is_stamped_later (const EupVerdict *verdict, GArray *ranges, gsize end)
{
  for (guint i = 0; i < verdict->signatures->len; i++)
    if (((EupVerdictSignature *) verdict->signatures->pdata[i])->is_stamp &&
        g_array_index (ranges, EupRange, i).dictionary > end)
      return TRUE;
  return FALSE;
}

/**
 * eup_verify_levels:
 * @verdict: of a record that is as it was signed
 * @ranges: (element-type EupRange): one for each signature
 * @material: (nullable): the validation data in it, in our form
 * @material_end: the first byte after it
 */
void
eup_verify_levels (EupVerdict *verdict, GArray *ranges, const EupMaterial *material, gsize material_end)
{
  gboolean archived = material && is_stamped_later (verdict, ranges, material_end);

  for (guint i = 0; material && i < verdict->signatures->len; i++)
    {
      EupVerdictSignature *signature = verdict->signatures->pdata[i];
      EupMaterialAnswer signer, stamper;

      if (signature->level != EUP_LEVEL_T || g_array_index (ranges, EupRange, i).end > material_end)
        continue;
      signer = ask (material, signature->certificate, signature->stamped);
      stamper = ask (material, signature->stamp_certificate, signature->stamped);
      signature->revoked = signer == EUP_MATERIAL_REVOKED;
      if (signature->revoked)
        {
          signature->known = FALSE;
          signature->standing = EUP_STANDING_REVOKED;
        }
      if (signer == EUP_MATERIAL_GOOD && stamper == EUP_MATERIAL_GOOD)
        signature->level = archived ? EUP_LEVEL_LTA : EUP_LEVEL_LT;
    }
}
