/* make-signed FOLDER: writes unsigned.pdf, sealed.pdf (one signature), signed.pdf (two) and the two
 * authorities' certificates, for the tools that check-signed.py asks. */

#include "sample-signed.h"

static void
write_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  const char *folder = argc > 1 ? argv[1] : ".";
  g_autoptr (EupSigner) first = sample_signer ("Åsa Ek", "--key rsa");
  g_autoptr (GBytes) first_authority = sample_authority ();
  g_autoptr (EupSigner) second = sample_signer ("Bo Dahl", "--key ec");
  g_autoptr (GBytes) second_authority = sample_authority ();
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (GBytes) one = sample_sign (pdf, NULL, first, TRUE);
  g_autoptr (GBytes) two = sample_sign (one, NULL, second, FALSE);

  write_file (folder, "unsigned.pdf", pdf);
  write_file (folder, "sealed.pdf", one);
  write_file (folder, "signed.pdf", two);
  write_file (folder, "authority-1.pem", first_authority);
  write_file (folder, "authority-2.pem", second_authority);
  return 0;
}
