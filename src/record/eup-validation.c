/* Validation data (PAdES B-LT): what is needed to check the certificates of a record when their authorities
 * are long gone, appended as one revision with a DSS. It comes from files; nothing is fetched. */

#include "record/eup-validation-private.h"

#include "record/eup-sign-private.h"
#include "record/eup-verify.h"

#include <openssl/x509.h>

G_DEFINE_QUARK (eup-validation-error-quark, eup_validation_error)

static gboolean
fail (GError **error, EupValidationError code, const char *message)
{
  g_set_error_literal (error, EUP_VALIDATION_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
fail_about (GError **error, EupMaterialAnswer answer, const char *name)
{
  if (answer == EUP_MATERIAL_REVOKED)
    g_set_error (error, EUP_VALIDATION_ERROR, EUP_VALIDATION_ERROR_REVOKED,
                 "The certificate of %s had been revoked before it signed.", name);
  else
    g_set_error (error, EUP_VALIDATION_ERROR, EUP_VALIDATION_ERROR_MISSING,
                 "For the certificate of %s, its authority or an up-to-date list of revoked certificates is "
                 "missing.",
                 name);
  return FALSE;
}

static gboolean
check_one (const EupMaterial *all, GBytes *encoded, const char *time, EupMaterial *used, GError **error)
{
  const unsigned char *der = g_bytes_get_data (encoded, NULL);
  g_autoptr (X509) certificate = d2i_X509 (NULL, &der, (long) g_bytes_get_size (encoded));
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (time, NULL);
  g_autofree char *about = NULL;
  EupMaterialAnswer answer = eup_material_check (all, certificate, when, used, &about);

  return answer == EUP_MATERIAL_GOOD || fail_about (error, answer, about);
}

/* Both whoever signed and whoever stamped that must be shown to have held at that time. */
static gboolean
check_signature (const EupMaterial *all,
                 const EupVerdictSignature *signature,
                 EupMaterial *used,
                 GError **error)
{
  if (signature->is_stamp)
    return check_one (all, signature->certificate, signature->time, used, error);
  if (signature->stamped == NULL)
    {
      g_set_error (error, EUP_VALIDATION_ERROR, EUP_VALIDATION_ERROR_RECORD,
                   "The signature of %s has no time stamp; that comes first.", signature->name);
      return FALSE;
    }
  return check_one (all, signature->certificate, signature->stamped, used, error) &&
         check_one (all, signature->stamp_certificate, signature->stamped, used, error);
}

static EupMaterial *
gather (const EupVerdict *verdict, GPtrArray *files, GError **error)
{
  g_autoptr (EupMaterial) all = eup_material_new ();
  g_autoptr (EupMaterial) used = eup_material_new ();

  for (guint i = 0; i < files->len; i++)
    if (!eup_material_add (all, files->pdata[i]))
      return fail (error, EUP_VALIDATION_ERROR_MATERIAL,
                   "One of the files is no certificate, list of revoked certificates or answer of OCSP."),
             NULL;
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i];

      eup_material_add_all (all, signature->others);
      eup_material_add_all (all, signature->stamp_others);
    }
  for (guint i = 0; i < verdict->signatures->len; i++)
    if (!check_signature (all, verdict->signatures->pdata[i], used, error))
      return NULL;
  return g_steal_pointer (&used);
}

/**
 * eup_validation_append:
 * @pdf: a record whose signatures have time stamps
 * @files: (element-type GBytes): certificates, lists of revoked ones (DER or PEM), answers of OCSP (DER)
 * @error: EUP_VALIDATION_ERROR
 *
 * Puts in what is needed and leaves out what is not.
 *
 * Returns: (transfer full) (nullable): @pdf as it is, followed by one revision with the validation data
 */
GBytes *
eup_validation_append (GBytes *pdf, GPtrArray *files, GError **error)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (pdf, NULL, NULL);
  g_auto (EupQpdf) q = NULL;
  g_autoptr (EupMaterial) used = NULL;

  if (verdict == NULL || !eup_verdict_is_good (verdict))
    return fail (error, EUP_VALIDATION_ERROR_RECORD, "This is no record that is signed and whole."), NULL;
  q = eup_qpdf_open (pdf, NULL);
  if (eup_validation_is_in (q))
    return fail (error, EUP_VALIDATION_ERROR_ALREADY, "The record holds validation data already."), NULL;
  used = gather (verdict, files, error);
  return used ? eup_validation_write (pdf, used) : NULL;
}
