/* A record that is signed elsewhere: goes out with its digest, comes back with signatures and nothing else. */

#include "ui-record.h"

#include "sample-signed.h"
#include "record/eup-verify.h"
#include "store/eup-store.h"
#include "ui/record/eup-hand-off-dialog.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  EupHandOffDialog *dialog;
  char *path; /* the record that is handed over */
  const char *said;
  gboolean taken;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_record_case ();
  fixture->window = ui_test_present (gtk_label_new (NULL), 800, 800);
  fixture->dialog = EUP_HAND_OFF_DIALOG (eup_hand_off_dialog_new (fixture->kase));
  fixture->path = ui_record_path ("SA-1.pdf");
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window));
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->kase);
  g_free (fixture->path);
}

static gboolean
says (gpointer data)
{
  Fixture *fixture = data;

  return ui_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, fixture->said) != NULL;
}

static void
expect (Fixture *fixture, const char *words)
{
  fixture->said = words;
  ui_test_wait (says, fixture);
}

static GBytes *
hand_over (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  eup_hand_off_dialog_save_to (fixture->dialog, fixture->path);
  expect (fixture, "Saved as “SA-1.pdf”, with “SA-1.pdf.sha256” beside it.");
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, &error));
  return g_bytes_new_take (contents, size);
}

static void
take (Fixture *fixture, GBytes *returned, const char *words)
{
  g_autofree char *path = ui_record_path ("returned.pdf");

  ui_record_write (path, returned);
  eup_hand_off_dialog_take_from (fixture->dialog, path);
  expect (fixture, words);
}

static void
the_record_goes_out_with_its_digest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) kept = ui_record_get (fixture->kase);
  g_autoptr (GBytes) pdf = hand_over (fixture);
  g_autofree char *beside = g_strconcat (fixture->path, ".sha256", NULL);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autofree char *line = g_strdup_printf ("%s  SA-1.pdf\n", digest);
  g_autofree char *written = NULL;

  g_assert_true (g_bytes_equal (kept, pdf));
  g_assert_true (g_file_get_contents (beside, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, line);
}

static void
taken_cb (Fixture *fixture)
{
  fixture->taken = TRUE;
}

static void
it_comes_back_signed_and_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = hand_over (fixture);
  g_autoptr (EupSigner) signer = sample_signer ("Karin Lind", NULL);
  g_autoptr (GBytes) returned = sample_sign (pdf, "decision-maker", signer, FALSE);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (EupVerdict) verdict = NULL;

  g_signal_connect_swapped (fixture->dialog, "signed", G_CALLBACK (taken_cb), fixture);
  take (fixture, returned, "Taken back: it is the record that was handed over");
  g_assert_true (fixture->taken);
  kept = ui_record_get (fixture->kase);
  g_assert_true (g_bytes_equal (kept, returned));
  verdict = eup_verify_run (kept, NULL, NULL);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
}

static void
what_nobody_signed_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = hand_over (fixture);

  take (fixture, pdf, "Nobody has signed this file yet.");
}

static void
another_file_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupSigner) signer = sample_signer ("Karin Lind", NULL);
  g_autoptr (GBytes) other = sample_finished ();
  g_autoptr (GBytes) returned = sample_sign (other, NULL, signer, FALSE);
  g_autoptr (GBytes) before = ui_record_get (fixture->kase);
  g_autoptr (GBytes) after = NULL;

  take (fixture, returned, "This is not the record that was handed over");
  after = ui_record_get (fixture->kase);
  g_assert_true (g_bytes_equal (before, after));
}

/* A byte inside what was signed. */
static void
what_was_changed_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = hand_over (fixture);
  g_autoptr (EupSigner) signer = sample_signer ("Karin Lind", NULL);
  g_autoptr (GBytes) returned = sample_sign (pdf, "decision-maker", signer, FALSE);
  gsize size;
  guint8 *bytes = g_bytes_unref_to_data (g_steal_pointer (&returned), &size);
  char *role;

  role = g_strstr_len ((char *) bytes + g_bytes_get_size (pdf), (gssize) (size - g_bytes_get_size (pdf)),
                       "/Reason");
  g_assert_nonnull (role);
  role[1] = 'S';
  returned = g_bytes_new_take (bytes, size);
  take (fixture, returned, "More than signatures was added to this file");
}

static void
a_file_that_is_not_there_is_told (Fixture *fixture, gconstpointer data)
{
  eup_hand_off_dialog_take_from (fixture->dialog, "/nonexistent/returned.pdf");
  expect (fixture, "The file is not there, or may not be read.");
}

static void
a_folder_that_cant_be_written_is_told (Fixture *fixture, gconstpointer data)
{
  eup_hand_off_dialog_save_to (fixture->dialog, "/nonexistent/SA-1.pdf");
  expect (fixture, "The file can’t be written there.");
}

static void
forget_delegation (EupDecision *decision)
{
  g_set_str (&decision->delegation, NULL);
}

static void
what_may_not_be_signed_is_not_handed_over (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWindow *window = ui_test_present (gtk_label_new (NULL), 800, 800);
  AdwDialog *dialog;

  ui_test_decide (kase, forget_delegation);
  dialog = eup_hand_off_dialog_new (kase);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  ui_test_settle ();
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                  "It does not say what gives the right to make the decision."));
  g_assert_false (gtk_widget_is_sensitive (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Save …")));
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add ("/hand-off-dialog/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (the_record_goes_out_with_its_digest);
  CASE (it_comes_back_signed_and_is_kept);
  CASE (what_nobody_signed_is_refused);
  CASE (another_file_is_refused);
  CASE (what_was_changed_is_refused);
  CASE (a_file_that_is_not_there_is_told);
  CASE (a_folder_that_cant_be_written_is_told);
  g_test_add_func ("/hand-off-dialog/what_may_not_be_signed_is_not_handed_over",
                   what_may_not_be_signed_is_not_handed_over);
  return ui_test_run ();
}
