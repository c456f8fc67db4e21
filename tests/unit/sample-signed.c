/* Throw-away certificates and documents signed with them; made when needed, gone with the test. */

#include "sample-signed.h"

#include "sample-pages.h"

#include "record/eup-finish.h"

#include <glib/gstdio.h>
#include <openssl/pkcs12.h>

static GBytes *
read_and_remove (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  g_unlink (path);
  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

static GBytes *last_authority, *last_authority_key;

/* Returns: (transfer full): a PKCS#12 file of certificate.sh with @options of that script */
GBytes *
sample_p12 (const char *name, const char *options)
{
  g_autofree char *folder = g_dir_make_tmp ("euphoria-p12.XXXXXX", NULL);
  g_autofree char *script =
      g_build_filename (g_getenv ("EUP_SOURCE"), "build-aux", "dev", "certificate.sh", NULL);
  g_autofree char *out = g_build_filename (folder, "out.p12", NULL);
  g_autofree char *word = g_build_filename (folder, "word", NULL);
  g_autofree char *authority = g_build_filename (folder, "authority.pem", NULL);
  g_autofree char *key = g_build_filename (folder, "authority.key", NULL);
  g_autofree char *command =
      g_strdup_printf ("'%s' '%s' '%s' '%s' --authority '%s' --authority-key '%s' %s", script, out, word,
                       name, authority, key, options ? options : "");
  g_autoptr (GError) error = NULL;
  GBytes *p12;
  int status = 0;

  g_assert_true (g_file_set_contents (word, SAMPLE_PASSWORD, -1, NULL));
  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  p12 = read_and_remove (out);
  g_clear_pointer (&last_authority, g_bytes_unref);
  last_authority = read_and_remove (authority);
  g_clear_pointer (&last_authority_key, g_bytes_unref);
  last_authority_key = read_and_remove (key);
  g_unlink (word);
  g_rmdir (folder);
  g_assert_nonnull (p12);
  return p12;
}

/* Returns: (transfer full): the authority, PEM, above the certificate made last */
GBytes *
sample_authority (void)
{
  return g_bytes_ref (last_authority);
}

/* Returns: (transfer full): that authority's key, PEM */
GBytes *
sample_authority_key (void)
{
  return g_bytes_ref (last_authority_key);
}

/* Returns: (transfer full): the certificate in the file, DER */
GBytes *
sample_certificate (GBytes *p12)
{
  const unsigned char *der = g_bytes_get_data (p12, NULL);
  PKCS12 *file = d2i_PKCS12 (NULL, &der, (long) g_bytes_get_size (p12));
  EVP_PKEY *key = NULL;
  X509 *certificate = NULL;
  unsigned char *out = NULL;
  int length;

  g_assert_true (PKCS12_parse (file, SAMPLE_PASSWORD, &key, &certificate, NULL));
  length = i2d_X509 (certificate, &out);
  PKCS12_free (file);
  EVP_PKEY_free (key);
  X509_free (certificate);
  {
    GBytes *bytes = g_bytes_new (out, (gsize) length);

    OPENSSL_free (out);
    return bytes;
  }
}

EupSigner *
sample_signer (const char *name, const char *options)
{
  g_autoptr (GBytes) p12 = sample_p12 (name, options);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  EupSigner *signer = eup_signer_new_pkcs12 (p12, SAMPLE_PASSWORD, now, &error);

  g_assert_no_error (error);
  return signer;
}

/* Signed now, because the certificates are from today. */
EupSignature *
sample_signature (const char *reason)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  EupSignature *details = eup_signature_new (time);

  details->reason = g_strdup (reason);
  details->role = g_strdup ("enhetschef");
  details->place = g_strdup ("Västerås");
  return details;
}

GBytes *
sample_finished (void)
{
  g_autoptr (EupPages) pages = sample_pages_new ();
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf = eup_finish_run (pages, info, &error);

  g_assert_no_error (error);
  return pdf;
}

GBytes *
sample_sign (GBytes *pdf, const char *slot, EupSigner *signer, gboolean certify)
{
  g_autoptr (EupSignature) details = sample_signature ("Beslut");
  g_autoptr (GError) error = NULL;
  GBytes *sealed;

  details->certify = certify;
  sealed = eup_sign_append (pdf, slot, signer, details, &error);
  g_assert_no_error (error);
  return sealed;
}
