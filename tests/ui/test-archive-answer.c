/* What verifying says of a file beside the archive: the same, an earlier one, another one with the same number,
 * or none; and the record that is kept, told in full. */

#include "ui-record.h"

#include "sample-signed.h"
#include "casework/eup-case-documents.h"
#include "casework/eup-case-private.h"
#include "casework/eup-workspace.h"
#include "ui/eup-window.h"
#include "ui/record/eup-verify-dialog.h"

typedef struct
{
  EupCase *kase;
  EupSigner *signer;
  GtkWindow *window;
  char *path; /* a file that somebody brings */
  AdwDialog *dialog;
  const char *said;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_record_case ();
  fixture->signer = sample_signer ("Lars Öberg", NULL);
  fixture->window = ui_test_present (gtk_label_new (NULL), 900, 800);
  fixture->path = ui_record_path ("brought.pdf");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->signer);
  g_clear_object (&fixture->kase);
  g_free (fixture->path);
}

static gboolean
says (gpointer data)
{
  Fixture *fixture = data;

  return ui_test_holds (GTK_WIDGET (fixture->dialog), fixture->said);
}

static void
open_dialog (Fixture *fixture, AdwDialog *dialog, const char *said)
{
  fixture->dialog = dialog;
  fixture->said = said;
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_test_wait (says, fixture);
}

/* Verifies @pdf as a file from outside; waits until the archive's answer is @said. */
static void
expect (Fixture *fixture, GBytes *pdf, const char *said)
{
  const char *const paths[] = { fixture->path, NULL };

  ui_record_write (fixture->path, pdf);
  open_dialog (fixture, eup_verify_dialog_new (paths, fixture->kase->store), said);
  adw_dialog_force_close (fixture->dialog);
  ui_test_settle ();
}

#define SAME "The same as the one that is kept here"
#define EARLIER "An earlier version of the one that is kept here; something was added there since"
#define OTHER "Not the one that is kept here, though it carries the same number"
#define NONE "No record with this number is kept here"

static void
the_file_that_is_kept_is_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) kept = ui_record_get (fixture->kase);

  expect (fixture, kept, SAME);
}

static void
the_file_from_before_a_signature_is_an_earlier_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = ui_record_get (fixture->kase);
  g_autoptr (GBytes) once = NULL, twice = NULL;

  ui_record_sign (fixture->kase, fixture->signer, "decision-maker");
  once = ui_record_get (fixture->kase);
  expect (fixture, before, EARLIER);
  expect (fixture, once, SAME);
  ui_record_sign (fixture->kase, fixture->signer, "facilitator");
  twice = ui_record_get (fixture->kase);
  expect (fixture, before, EARLIER);
  expect (fixture, once, EARLIER);
  expect (fixture, twice, SAME);
}

/* The same case, sealed and signed somewhere else. */
static void
another_file_with_the_number_is_told_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) elsewhere = ui_record_case ();
  g_autoptr (GBytes) kept = NULL, other = NULL;

  ui_record_sign (fixture->kase, fixture->signer, "decision-maker");
  ui_record_sign (elsewhere, fixture->signer, "facilitator");
  kept = ui_record_get (fixture->kase);
  other = ui_record_get (elsewhere);
  expect (fixture, other, OTHER);
  expect (fixture, kept, SAME);
}

static void
a_record_of_another_case_is_not_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) other = ui_test_case ("night-camera.json");
  g_autoptr (GBytes) kept = ui_record_get (fixture->kase);

  expect (fixture, kept, SAME);
  fixture->kase = (g_object_unref (fixture->kase), g_object_ref (other));
  expect (fixture, kept, NONE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(EupStoreRecord **) data = eup_store_document_finish (EUP_STORE (source), result, NULL);
}

static gboolean
is_loaded (gpointer data)
{
  return *(EupStoreRecord **) data != NULL;
}

static void
the_record_that_is_kept_is_told_in_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupStoreRecord) record = NULL;
  GtkWidget *dialog;

  ui_record_sign (fixture->kase, fixture->signer, "decision-maker");
  eup_store_document_async (fixture->kase->store, eup_case_get_id (fixture->kase), NULL, NULL, loaded_cb,
                            &record);
  ui_test_wait (is_loaded, &record);
  open_dialog (fixture, eup_verify_dialog_new_record (record, fixture->kase->store), SAME);
  dialog = GTK_WIDGET (fixture->dialog);
  g_assert_true (ui_test_holds (dialog, "Sealed and unchanged"));
  g_assert_true (ui_test_holds (dialog, "1. Signed by Lars Öberg"));
  g_assert_true (ui_test_holds (dialog, "The data file beside it belongs to it"));
  g_assert_true (ui_test_holds (dialog, record->document_id));
  adw_dialog_force_close (fixture->dialog);
}

/* A twin that was changed where it is kept. */
static void
data_that_do_not_belong_are_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = ui_record_get (fixture->kase);
  g_autoptr (GBytes) other = g_bytes_new_static ("{}", 2);
  g_autoptr (EupStoreRecord) record = eup_store_record_new ("SA-1", pdf, other, "2026-11-26T13:30:00Z");

  open_dialog (fixture, eup_verify_dialog_new_record (record, fixture->kase->store),
               "The data file beside it is another one");
  adw_dialog_force_close (fixture->dialog);
}

static EupWorkspace *
open_workspace (void)
{
  g_autoptr (EupClock) clock = eup_clock_new_system ();

  return ui_test_workspace (clock);
}

/* The same case as in the other tests, kept and sealed in @workspace. */
static EupCase *
seal_in (EupWorkspace *workspace)
{
  g_autoptr (EupCase) like = ui_test_case ("night-camera.json");
  EupCase *kase = eup_case_new (eup_workspace_get_store (workspace), eup_case_get_model (like),
                                eup_case_get_clock (like), eup_assessment_copy (like->assessment));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ui_test_keep (kase);
  eup_case_seal_async (kase, NULL, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  eup_case_seal_finish (kase, result, &error);
  g_assert_no_error (error);
  return kase;
}

static gboolean
verifies (gpointer window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return EUP_IS_VERIFY_DIALOG (dialog) && ui_test_holds (GTK_WIDGET (dialog), SAME);
}

static void
the_open_record_is_verified_from_its_menu (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupWorkspace) workspace = open_workspace ();
  g_autoptr (EupCase) kase = seal_in (workspace);
  EupWindow *window = eup_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  eup_window_set_workspace (window, workspace);
  ui_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.verify-case", NULL); /* nothing is open */
  ui_test_settle ();
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  eup_archive_page_show_case (eup_window_get_archive (window), kase);
  ui_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.verify-case", NULL);
  ui_test_wait (verifies, window);
  gtk_window_destroy (GTK_WINDOW (window));
  eup_store_close (eup_workspace_get_store (workspace));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name) g_test_add ("/archive-answer/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (the_file_that_is_kept_is_the_same);
  ADD (the_file_from_before_a_signature_is_an_earlier_one);
  ADD (another_file_with_the_number_is_told_apart);
  ADD (a_record_of_another_case_is_not_there);
  ADD (the_record_that_is_kept_is_told_in_full);
  ADD (the_open_record_is_verified_from_its_menu);
  ADD (data_that_do_not_belong_are_told);
  return ui_test_run ();
}
