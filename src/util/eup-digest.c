/* SHA-256 digests as the record prints them.
 *
 * By OpenSSL, which uses what the processor brings for it: several times faster than GLib, and digests are a third of
 * the work of verifying. */

#include "util/eup-digest.h"

#include <openssl/evp.h>

struct _EupDigest
{
  EVP_MD_CTX *context;
};

static char *
write_digits (const guint8 *value, guint length)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (2 * length + 1);

  for (guint i = 0; i < length; i++)
    {
      text[2 * i] = digits[value[i] >> 4];
      text[2 * i + 1] = digits[value[i] & 0x0f];
    }
  text[2 * length] = '\0';
  return text;
}

/* SHA-256 is always there; without it nothing could be trusted. */
#define MUST(what)                                                                                           \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    if ((what) != 1)                                                                                         \
      g_error ("SHA-256 does not work here");                                                                \
  }                                                                                                          \
  G_STMT_END

/**
 * eup_digest_bytes:
 * @bytes: what to digest
 *
 * Returns: (transfer full): the SHA-256 of @bytes, 64 lower-case hexadecimal digits
 */
char *
eup_digest_bytes (GBytes *bytes)
{
  g_autoptr (EupDigest) digest = eup_digest_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  eup_digest_add (digest, data, length);
  return eup_digest_so_far (digest);
}

/* Returns: (transfer full): the SHA-256 of nothing yet */
EupDigest *
eup_digest_new (void)
{
  EupDigest *self = g_new0 (EupDigest, 1);

  self->context = EVP_MD_CTX_new ();
  MUST (EVP_DigestInit_ex (self->context, EVP_sha256 (), NULL));
  return self;
}

void
eup_digest_add (EupDigest *self, gconstpointer data, gsize length)
{
  MUST (EVP_DigestUpdate (self->context, data, length));
}

/**
 * eup_digest_so_far:
 *
 * More can be added afterwards.
 *
 * Returns: (transfer full): the SHA-256 of all that was added, 64 lower-case hexadecimal digits
 */
char *
eup_digest_so_far (const EupDigest *self)
{
  guint8 value[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_MD_CTX *copy = EVP_MD_CTX_new ();

  MUST (EVP_MD_CTX_copy_ex (copy, self->context));
  MUST (EVP_DigestFinal_ex (copy, value, &length));
  EVP_MD_CTX_free (copy);
  return write_digits (value, length);
}

void
eup_digest_free (EupDigest *self)
{
  EVP_MD_CTX_free (self->context);
  g_free (self);
}

/**
 * eup_digest_grouped:
 * @digest: hexadecimal digits
 * @n_digits: how many of them to show from the start; 0 for all
 *
 * Returns: (transfer full): the digits in groups of four, so that a person can compare them
 */
char *
eup_digest_grouped (const char *digest, guint n_digits)
{
  GString *grouped = g_string_new (NULL);

  g_return_val_if_fail (digest != NULL, NULL);

  for (guint i = 0; digest[i] != '\0' && (n_digits == 0 || i < n_digits); i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (grouped, ' ');
      g_string_append_c (grouped, digest[i]);
    }

  return g_string_free_and_steal (grouped);
}
