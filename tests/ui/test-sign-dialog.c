/* Signing from the window: the right password signs, everything else gets a sentence of its own. */

#include "ui-test.h"

#include <glib/gstdio.h>
#include "record/eup-signer.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-settings.h"
#include "ui/record/eup-judgement.h"
#include "ui/record/eup-sign-dialog.h"
#include "util/eup-file.h"

#define PASSWORD "hemligt"

typedef struct
{
  EupCase *kase;
  char *folder;
  char *certificate;
  GtkWindow *window;
  AdwDialog *dialog;
  gboolean done;
} Fixture;

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

static void
sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  eup_case_seal_finish (EUP_CASE (source), result, &error);
  g_assert_no_error (error);
  ((Fixture *) data)->done = TRUE;
}

/* A certificate of today's, made by the developers' script. */
static void
make_certificate (Fixture *fixture)
{
  g_autofree char *script =
      g_build_filename (g_getenv ("EUP_SOURCE"), "build-aux", "dev", "certificate.sh", NULL);
  g_autofree char *word = g_build_filename (fixture->folder, "word", NULL);
  g_autofree char *command = NULL;
  int status = 1;

  g_assert_true (g_file_set_contents (word, PASSWORD, -1, NULL));
  command = g_strdup_printf ("'%s' '%s' '%s' 'Lars Öberg'", script, fixture->certificate, word);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_unlink (word);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  fixture->folder = g_dir_make_tmp ("euphoria-sign-XXXXXX", NULL);
  fixture->certificate = g_build_filename (fixture->folder, "lars.p12", NULL);
  make_certificate (fixture);
  fixture->kase = ui_test_case ("night-camera.json");
  eup_clock_set_fixed (eup_case_get_clock (fixture->kase), now);
  ui_test_keep (fixture->kase);
  eup_case_seal_async (fixture->kase, NULL, sealed_cb, fixture);
  ui_test_wait (is_done, fixture);
  fixture->done = FALSE;
  fixture->window = ui_test_present (gtk_label_new (NULL), 800, 600);
  fixture->dialog = eup_sign_dialog_new (fixture->kase);
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_unlink (fixture->certificate);
  g_rmdir (fixture->folder);
  g_free (fixture->certificate);
  g_free (fixture->folder);
  g_clear_object (&fixture->kase);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  return ui_test_find (GTK_WIDGET (fixture->dialog), type, label);
}

static void
sign (Fixture *fixture, const char *file, const char *password)
{
  GtkWidget *sign = find (fixture, GTK_TYPE_BUTTON, "_Sign");

  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, NULL)), file);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL)), password);
  g_assert_true (gtk_widget_is_sensitive (sign));
  g_signal_emit_by_name (sign, "clicked");
}

static void
signed_cb (EupSignDialog *dialog, Fixture *fixture)
{
  fixture->done = TRUE;
}

static gboolean
wrong_password_is_said (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "That is not the password of this certificate.") != NULL;
}

static gboolean
missing_file_is_said (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "The certificate file is not there") != NULL;
}

static gboolean
unusable_file_is_said (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "Nothing can be signed with this file.") != NULL;
}

static void
the_right_password_signs_and_the_place_is_remembered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *remembered = NULL;

  g_signal_connect (fixture->dialog, "signed", G_CALLBACK (signed_cb), fixture);
  sign (fixture, fixture->certificate, PASSWORD);
  ui_test_wait (is_done, fixture);
  remembered = eup_settings_get ("certificate");
  g_assert_cmpstr (remembered, ==, fixture->certificate);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GBytes **) data = eup_case_record_finish (EUP_CASE (source), result, NULL);
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(EupJudgement **) data = eup_judgement_find_finish (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* The unit's certificate seals what somebody answered; the window never counts that as a signature. */
static void
an_acknowledgement_is_sealed_and_is_no_signature (Fixture *fixture, gconstpointer data)
{
  EupAcknowledgement *of = eup_shape_new (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT));
  g_autoptr (GBytes) pdf = NULL;
  EupJudgement *judgement = NULL;

  of->answer = g_strdup ("drawn");
  of->drawing = g_strsplit ("1,1 5,9|7,7", "|", -1);
  of->witness = g_strdup ("Tomas Hed");
  of->at = g_strdup ("2026-12-03T10:05:00+01:00");
  adw_dialog_force_close (fixture->dialog);
  fixture->dialog = eup_sign_dialog_new_for_acknowledgement (fixture->kase, "Nora W.", of);
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  ui_test_settle ();
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Nora W. has answered. The unit’s certificate"));
  g_signal_connect (fixture->dialog, "signed", G_CALLBACK (signed_cb), fixture);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, NULL)), fixture->certificate);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL)), PASSWORD);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Seal"), "clicked");
  ui_test_wait (is_done, fixture);
  eup_case_record_async (fixture->kase, NULL, loaded_cb, &pdf);
  ui_test_wait (is_set, &pdf);
  eup_judgement_find_async (pdf, judged_cb, &judgement);
  ui_test_wait (is_set, &judgement);
  g_assert_true (judgement->sound);
  g_assert_cmpstr (judgement->signatures, ==, "No signature yet");
  g_assert_nonnull (
      strstr (judgement->names, "Acknowledgement of Nora W., with Tomas Hed; sealed by Lars Öberg"));
  eup_judgement_free (judgement);
}

static void
a_wrong_password_is_said_and_can_be_tried_again (Fixture *fixture, gconstpointer data)
{
  GtkEditable *password = GTK_EDITABLE (find (fixture, ADW_TYPE_PASSWORD_ENTRY_ROW, NULL));

  sign (fixture, fixture->certificate, "fel");
  g_assert_cmpstr (gtk_editable_get_text (password), ==, "");
  ui_test_wait (wrong_password_is_said, fixture);
  g_signal_connect (fixture->dialog, "signed", G_CALLBACK (signed_cb), fixture);
  sign (fixture, fixture->certificate, PASSWORD);
  ui_test_wait (is_done, fixture);
}

static void
a_file_that_is_not_there_is_said (Fixture *fixture, gconstpointer data)
{
  sign (fixture, "/nonexistent/lars.p12", PASSWORD);
  ui_test_wait (missing_file_is_said, fixture);
}

static void
a_file_that_is_no_certificate_is_said (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->certificate, "not a certificate", -1, NULL));
  sign (fixture, fixture->certificate, PASSWORD);
  ui_test_wait (unusable_file_is_said, fixture);
}

static void
without_a_file_nothing_can_be_signed (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, NULL)), "");
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Sign")));
}

static void
forget_delegation (EupDecision *decision)
{
  g_set_str (&decision->delegation, NULL);
}

/* A yes without its delegation: said at once, and no password helps. */
static void
what_the_signature_waits_for_is_said_at_once (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWindow *window = ui_test_present (gtk_label_new (NULL), 800, 600);
  AdwDialog *dialog;

  ui_test_decide (kase, forget_delegation);
  dialog = eup_sign_dialog_new (kase);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  ui_test_settle ();
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                  "It does not say what gives the right to make the decision."));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL)),
                         "/tmp/lars.p12");
  g_assert_false (gtk_widget_is_sensitive (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Sign")));
  gtk_window_destroy (window);
}

/* What people read differs wherever what they should do differs. */
static void
every_code_has_a_sentence_of_its_own (void)
{
  const struct
  {
    GQuark domain;
    int code;
  } errors[] = {
    { EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_WRONG_PASSWORD },
    { EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_EXPIRED },
    { EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_UNUSABLE },
    { EUP_FILE_ERROR, EUP_FILE_ERROR_UNREADABLE },
    { EUP_FILE_ERROR, EUP_FILE_ERROR_UNWRITABLE },
    { EUP_STORE_ERROR, EUP_STORE_ERROR_UNREADABLE },
    { EUP_STORE_ERROR, EUP_STORE_ERROR_NEWER },
    { EUP_STORE_ERROR, EUP_STORE_ERROR_FULL },
    { EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND },
    { EUP_STORE_ERROR, EUP_STORE_ERROR_IN_USE },
    { EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET },
    { EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED },
    { EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED },
    { EUP_CASE_ERROR, EUP_CASE_ERROR_UNKNOWN_MODEL },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (errors[i].domain, errors[i].code, "for the log");
      const char *words = eup_sign_words_for_error (error);

      g_assert_null (strstr (words, "for the log"));
      g_assert_true (g_hash_table_add (seen, (gpointer) words));
    }
}

#define CASE(name) g_test_add ("/sign-dialog/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (the_right_password_signs_and_the_place_is_remembered);
  CASE (an_acknowledgement_is_sealed_and_is_no_signature);
  CASE (a_wrong_password_is_said_and_can_be_tried_again);
  CASE (a_file_that_is_not_there_is_said);
  CASE (a_file_that_is_no_certificate_is_said);
  CASE (without_a_file_nothing_can_be_signed);
  g_test_add_func ("/sign-dialog/what_the_signature_waits_for_is_said_at_once",
                   what_the_signature_waits_for_is_said_at_once);
  g_test_add_func ("/sign-dialog/every_code_has_a_sentence_of_its_own", every_code_has_a_sentence_of_its_own);
  return ui_test_run ();
}
