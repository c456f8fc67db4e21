/* SHA-256 digests as the record prints them. */

#include "util/eup-digest.h"

/**
 * eup_digest_bytes:
 * @bytes: what to digest
 *
 * Returns: (transfer full): the SHA-256 of @bytes, 64 lower-case hexadecimal digits
 */
char *
eup_digest_bytes (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
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
