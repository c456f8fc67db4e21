/* Cards for tests: SoftHSM behind tests/record/card-module.c, in a folder that goes with the test. */

#include "sample-card.h"

#include <glib/gstdio.h>

static char *folder, *module;

static void
spawn (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  int status = 0;

  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &complaint, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s: %s", arguments[0], complaint);
  g_assert_cmpint (status, ==, 0);
}

/* Returns: whether SoftHSM is there */
gboolean
sample_cards_begin (void)
{
  static const char *const places[] = { "/usr/lib/softhsm/libsofthsm2.so",
                                        "/usr/lib64/pkcs11/libsofthsm2.so" };
  g_autofree char *settings = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_file_test (places[i], G_FILE_TEST_EXISTS))
      {
        folder = g_dir_make_tmp ("euphoria-card.XXXXXX", NULL);
        module = g_build_filename (g_getenv ("EUP_BUILD"), "tests", "record", "card-module.so", NULL);
        settings = g_build_filename (folder, "softhsm2.conf", NULL);
        g_setenv ("SOFTHSM2_CONF", settings, TRUE);
        g_setenv ("EUP_SOFTHSM", places[i], TRUE);
        g_setenv ("EUP_CARD_FOLDER", folder, TRUE);
        return TRUE;
      }
  return FALSE;
}

void
sample_cards_end (void)
{
  char *arguments[] = { (char *) "rm", (char *) "-rf", folder, NULL };

  spawn (arguments);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&module, g_free);
}

/* Puts a certificate of certificate.sh with @options on @card; @id is in hexadecimal digits. */
void
sample_card_add (const char *card, const char *name, const char *id, const char *options)
{
  g_autofree char *script = g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "record", "card.sh", NULL);
  g_autofree char *words = g_strdup_printf ("%s", options ? options : "");
  g_auto (GStrv) more = g_strsplit (words, " ", -1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, script);
  g_ptr_array_add (arguments, folder);
  g_ptr_array_add (arguments, (char *) card);
  g_ptr_array_add (arguments, (char *) name);
  g_ptr_array_add (arguments, (char *) id);
  for (guint i = 0; more[i] && *more[i]; i++)
    g_ptr_array_add (arguments, more[i]);
  g_ptr_array_add (arguments, NULL);
  spawn ((char **) arguments->pdata);
}

const char *
sample_card_module (void)
{
  return module;
}

/* Makes or removes one of the files that tell the module what the card does. */
void
sample_card_put (const char *file, gboolean there)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (there)
    g_assert_true (g_file_set_contents (path, "", 0, NULL));
  else
    g_unlink (path);
}

/* Returns: (transfer full): the authority above the certificate with @id, PEM */
GBytes *
sample_card_authority (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".pem", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

static char *
give_pin (EupPinTries tries, guint wrong, gpointer data)
{
  return g_strdup (SAMPLE_PIN);
}

EupSigner *
sample_card_signer (const char *name)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = eup_card_list (module, now, &error);
  EupSigner *signer;

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (((EupCardCertificate *) found->pdata[i])->name, name))
      {
        signer = eup_signer_new_card (module, found->pdata[i], give_pin, NULL, now, &error);
        g_assert_no_error (error);
        return signer;
      }
  g_assert_not_reached ();
}
