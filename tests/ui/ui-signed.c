/* Records that are signed, for the tests and pictures of verifying. */

#include "ui-signed.h"

static void
run (const char *command)
{
  int status = 1;
  g_autofree char *said = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &said, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

/* Returns: (transfer full): a folder with signed.pdf, its twin, changed.pdf (one character is another) and the
 * authority.pem above the signer; the program's data are there too */
char *
ui_signed_new (void)
{
  const char *source = g_getenv ("EUP_SOURCE"), *build = g_getenv ("EUP_BUILD");
  g_autofree char *word = NULL, *certificate = NULL, *record = NULL, *signed_pdf = NULL, *changed = NULL;
  g_autofree char *data = NULL, *authority = NULL, *path = NULL;
  gsize size;

  char *folder = g_dir_make_tmp ("euphoria-verify-XXXXXX", NULL);
  path = g_build_filename (folder, "data", NULL);
  g_setenv ("EUPHORIA_DATA", path, TRUE);
  word = g_build_filename (folder, "word", NULL);
  signed_pdf = g_build_filename (folder, "signed.pdf", NULL);
  changed = g_build_filename (folder, "changed.pdf", NULL);
  authority = g_build_filename (folder, "authority.pem", NULL);
  g_assert_true (g_file_set_contents (word, "hemligt", -1, NULL));
  certificate =
      g_strdup_printf ("'%s/build-aux/dev/certificate.sh' '%s/c.p12' '%s' 'Lars Öberg' --authority '%s'",
                       source, folder, word, authority);
  run (certificate);
  record = g_strdup_printf ("'%s/src/cli/euphoria-cli' record '%s/tests/data/cases/gps-alarm.json' -o '%s' "
                            "--sign '%s/c.p12' --password-file '%s'",
                            build, source, signed_pdf, folder, word);
  run (record);
  g_assert_true (g_file_get_contents (signed_pdf, &data, &size, NULL));
  data[size / 2] ^= 1;
  g_assert_true (g_file_set_contents (changed, data, (gssize) size, NULL));
  return folder;
}

void
ui_signed_free (char *folder)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  run (command);
  g_free (folder);
}
