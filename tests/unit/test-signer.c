#include "record/eup-signer.h"

#include "sample-signed.h"

#include <openssl/cms.h>
#include <openssl/pkcs12.h>

static void
name_and_certificate_can_be_read (void)
{
  g_autoptr (EupSigner) signer = sample_signer ("Åsa Ek", NULL);

  g_assert_cmpstr (eup_signer_get_name (signer), ==, "Åsa Ek");
  g_assert_cmpuint (g_bytes_get_size (eup_signer_get_certificate (signer)), >, 500);
}

static void
rsa_and_elliptic_keys_sign (void)
{
  const char *const kinds[] = { "--key rsa", "--key ec" };
  g_autoptr (GBytes) content = g_bytes_new_static ("text", 4);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (EupSigner) signer = sample_signer ("Bo Dahl", kinds[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) cms = eup_signer_sign (signer, content, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (cms), >, 1000);
      g_assert_cmpuint (g_bytes_get_size (cms), <, 12288);
    }
}

/* What OpenSSL makes of it all by itself; RSA makes the same signature each time. */
static GBytes *
cms_of_openssl (GBytes *bytes, GBytes *content)
{
  const guint flags =
      CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES | CMS_NO_SIGNING_TIME;
  const unsigned char *der = g_bytes_get_data (bytes, NULL);
  PKCS12 *p12 = d2i_PKCS12 (NULL, &der, (long) g_bytes_get_size (bytes));
  BIO *data = BIO_new_mem_buf (g_bytes_get_data (content, NULL), (int) g_bytes_get_size (content));
  STACK_OF (X509) *authorities = NULL;
  EVP_PKEY *key = NULL;
  X509 *certificate = NULL;
  CMS_ContentInfo *cms;
  unsigned char *out = NULL;
  int length;

  g_assert_true (PKCS12_parse (p12, SAMPLE_PASSWORD, &key, &certificate, &authorities));
  cms = CMS_sign (NULL, NULL, authorities, NULL, flags);
  g_assert_nonnull (CMS_add1_signer (cms, certificate, key, EVP_sha256 (), flags));
  g_assert_true (CMS_final (cms, data, NULL, flags));
  length = i2d_CMS_ContentInfo (cms, &out);
  CMS_ContentInfo_free (cms);
  sk_X509_pop_free (authorities, X509_free);
  X509_free (certificate);
  EVP_PKEY_free (key);
  PKCS12_free (p12);
  BIO_free (data);
  return g_bytes_new_with_free_func (out, (gsize) length, (GDestroyNotify) free, out);
}

/* The key signs apart from the CMS, so that it may lie on a card; nobody can see that. */
static void
signatures_are_those_of_openssl (void)
{
  const char *const texts[] = { "text", "" };
  g_autoptr (GBytes) p12 = sample_p12 ("Åsa Ek", "--key rsa");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (EupSigner) signer = eup_signer_new_pkcs12 (p12, SAMPLE_PASSWORD, now, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GBytes) theirs = cms_of_openssl (p12, content);
      g_autoptr (GBytes) ours = eup_signer_sign (signer, content, NULL);

      g_assert_cmpmem (g_bytes_get_data (ours, NULL), g_bytes_get_size (ours),
                       g_bytes_get_data (theirs, NULL), g_bytes_get_size (theirs));
    }
}

static void
expect_refusal (GBytes *p12, const char *password, EupSignerError code)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupSigner) signer = eup_signer_new_pkcs12 (p12, password, now, &error);

  g_assert_null (signer);
  g_assert_error (error, EUP_SIGNER_ERROR, (int) code);
}

static void
wrong_password_is_told_apart (void)
{
  g_autoptr (GBytes) p12 = sample_p12 ("Åsa Ek", NULL);

  expect_refusal (p12, "fel", EUP_SIGNER_ERROR_WRONG_PASSWORD);
  expect_refusal (p12, "", EUP_SIGNER_ERROR_WRONG_PASSWORD);
}

/* The same key and certificate under another password, or none. */
static GBytes *
protect_with (const char *password)
{
  g_autoptr (GBytes) p12 = sample_p12 ("Åsa Ek", NULL);
  const unsigned char *der = g_bytes_get_data (p12, NULL);
  PKCS12 *old = d2i_PKCS12 (NULL, &der, (long) g_bytes_get_size (p12));
  EVP_PKEY *key = NULL;
  X509 *certificate = NULL;
  PKCS12 *new;
  unsigned char *out = NULL;
  int length;
  GBytes *bytes;

  g_assert_true (PKCS12_parse (old, SAMPLE_PASSWORD, &key, &certificate, NULL));
  new = PKCS12_create (password, NULL, key, certificate, NULL, 0, 0, 0, 0, 0);
  length = i2d_PKCS12 (new, &out);
  bytes = g_bytes_new (out, (gsize) length);
  OPENSSL_free (out);
  PKCS12_free (old);
  PKCS12_free (new);
  EVP_PKEY_free (key);
  X509_free (certificate);
  return bytes;
}

static void
unusual_passwords_open (void)
{
  const char *const passwords[] = { NULL, "", "räksmörgås", "安娜", " two words " };

  for (guint i = 0; i < G_N_ELEMENTS (passwords); i++)
    {
      g_autoptr (GBytes) p12 = protect_with (passwords[i]);
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
      g_autoptr (GError) error = NULL;
      g_autoptr (EupSigner) opened =
          eup_signer_new_pkcs12 (p12, passwords[i] ? passwords[i] : "", now, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (eup_signer_get_name (opened), ==, "Åsa Ek");
    }
}

static void
certificates_out_of_their_time_are_refused (void)
{
  g_autoptr (GBytes) past = sample_p12 ("Åsa Ek", "--from -400 --days 365");
  g_autoptr (GBytes) future = sample_p12 ("Åsa Ek", "--from 10");

  expect_refusal (past, SAMPLE_PASSWORD, EUP_SIGNER_ERROR_EXPIRED);
  expect_refusal (future, SAMPLE_PASSWORD, EUP_SIGNER_ERROR_EXPIRED);
}

static void
certificates_for_something_else_are_refused (void)
{
  g_autoptr (GBytes) other = sample_p12 ("Åsa Ek", "--usage keyEncipherment");
  g_autoptr (GBytes) keyless = sample_p12 ("Åsa Ek", "--no-key");

  expect_refusal (other, SAMPLE_PASSWORD, EUP_SIGNER_ERROR_UNUSABLE);
  expect_refusal (keyless, SAMPLE_PASSWORD, EUP_SIGNER_ERROR_UNUSABLE);
}

/* What issuers write into certificates for people, for machines and for authorities. */
static const struct
{
  const char *options;
  gboolean fit;
} purposes[] = {
  { "--usage digitalSignature", TRUE },
  { "--usage nonRepudiation", TRUE },
  { "--usage digitalSignature,nonRepudiation,keyEncipherment", TRUE },
  { "--usage keyEncipherment,keyAgreement", FALSE },
  { "--usage nonRepudiation --extended emailProtection", TRUE },
  { "--usage digitalSignature --extended anyExtendedKeyUsage", TRUE },
  { "--usage digitalSignature --extended 1.3.6.1.5.5.7.3.36", TRUE },          /* documents, RFC 9336 */
  { "--usage digitalSignature --extended 1.2.840.113583.1.1.5", TRUE },        /* the same, Adobe */
  { "--usage digitalSignature --extended 1.3.6.1.4.1.311.10.3.12", TRUE },     /* the same, Microsoft */
  { "--usage keyEncipherment --extended emailProtection", FALSE },             /* letters to that person */
  { "--usage digitalSignature --extended clientAuth", TRUE },                  /* a person's card */
  { "--usage digitalSignature --extended clientAuth,msSmartcardLogin", TRUE }, /* the same */
  { "--usage nonRepudiation,digitalSignature --extended clientAuth,serverAuth", TRUE },
  { "--usage digitalSignature --extended clientAuth,serverAuth", FALSE }, /* a machine's */
  { "--usage digitalSignature --extended clientAuth,codeSigning", FALSE },
  { "--usage digitalSignature --extended serverAuth", FALSE },
  { "--usage nonRepudiation --extended serverAuth", FALSE },
  { "--usage digitalSignature,nonRepudiation --extended timeStamping", FALSE },
  { "--usage digitalSignature,nonRepudiation --extended OCSPSigning", FALSE },
  { "--usage digitalSignature,nonRepudiation --extended codeSigning", FALSE },
  { "--usage digitalSignature --extended 1.2.3.4.5", FALSE }, /* nobody knows what for */
  { "--usage nonRepudiation --extended 1.2.3.4.5", TRUE },
  { "--usage nonRepudiation --extended 1.2.3.4.5,serverAuth", FALSE },
};

static void
purposes_of_certificates_are_told_apart (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autoptr (GBytes) p12 = sample_p12 ("Åsa Ek", purposes[i].options);
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
      g_autoptr (GError) error = NULL;
      g_autoptr (EupSigner) signer = eup_signer_new_pkcs12 (p12, SAMPLE_PASSWORD, now, &error);

      g_test_message ("%s", purposes[i].options);
      if (purposes[i].fit)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_UNUSABLE);
          g_assert_cmpstr (error->message, ==, "This certificate is not made for signing documents.");
        }
      g_assert_true ((signer != NULL) == purposes[i].fit);
    }
}

static void
damaged_files_are_refused (void)
{
  g_autoptr (GBytes) p12 = sample_p12 ("Åsa Ek", NULL);
  gsize size = g_bytes_get_size (p12);
  const gsize lengths[] = { 0, 1, 10, size / 2, size - 1 };
  g_autoptr (GBytes) text = g_bytes_new_static ("%PDF-1.7 and more", 17);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (p12, 0, lengths[i]);

      expect_refusal (part, SAMPLE_PASSWORD, EUP_SIGNER_ERROR_UNUSABLE);
    }
  expect_refusal (text, SAMPLE_PASSWORD, EUP_SIGNER_ERROR_UNUSABLE);
}

/* A flipped bit may hit what nobody reads (the friendly name); it must never crash or give a signer with
 * another name. */
static void
flipped_bits_never_give_another_signer (void)
{
  g_autoptr (GBytes) p12 = sample_p12 ("Åsa Ek", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; i < 200; i++)
    {
      gsize size = g_bytes_get_size (p12);
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (p12, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (EupSigner) signer = NULL;

      copy[g_test_rand_int_range (0, (gint32) size)] ^= (guint8) (1 << g_test_rand_int_range (0, 8));
      damaged = g_bytes_new (copy, size);
      signer = eup_signer_new_pkcs12 (damaged, SAMPLE_PASSWORD, now, &error);
      if (signer)
        g_assert_cmpstr (eup_signer_get_name (signer), ==, "Åsa Ek");
      else
        g_assert_true (error->domain == EUP_SIGNER_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/signer/" #name, name)
  ADD (name_and_certificate_can_be_read);
  ADD (rsa_and_elliptic_keys_sign);
  ADD (signatures_are_those_of_openssl);
  ADD (wrong_password_is_told_apart);
  ADD (unusual_passwords_open);
  ADD (certificates_out_of_their_time_are_refused);
  ADD (certificates_for_something_else_are_refused);
  ADD (purposes_of_certificates_are_told_apart);
  ADD (damaged_files_are_refused);
  ADD (flipped_bits_never_give_another_signer);
  return g_test_run ();
}
