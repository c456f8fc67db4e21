/* The record on the screen: pages with their text, what it is worth, and that a draft is called one. */

#include "ui-test.h"

#include <glib/gstdio.h>
#include "casework/eup-recording.h"
#include "ui/record/eup-export.h"
#include "ui/record/eup-judgement.h"
#include "ui/record/eup-pdf-leaf.h"
#include "ui/record/eup-pdf-view.h"
#include "ui/record/eup-record-page.h"

typedef struct
{
  GBytes *pdf;
  EupJudgement *judgement;
  GError *error;
  gboolean done;
} Answer;

static gboolean
is_done (gpointer data)
{
  return ((Answer *) data)->done;
}

static void
sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  eup_case_seal_finish (EUP_CASE (source), result, &answer->error);
  g_assert_no_error (answer->error);
  answer->done = TRUE;
}

static EupCase *
sealed_case (void)
{
  EupCase *kase = ui_test_case ("night-camera.json");
  Answer answer = { 0 };

  ui_test_keep (kase);
  eup_case_seal_async (kase, NULL, sealed_cb, &answer);
  ui_test_wait (is_done, &answer);
  return kase;
}

static void
record_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->pdf = eup_case_record_finish (EUP_CASE (source), result, &answer->error);
  g_assert_no_error (answer->error);
  answer->done = TRUE;
}

static GBytes *
record_of (EupCase *kase)
{
  Answer answer = { 0 };

  eup_case_record_async (kase, NULL, record_cb, &answer);
  ui_test_wait (is_done, &answer);
  return answer.pdf;
}

static gboolean
shows_pages (gpointer page)
{
  GtkStack *stack = GTK_STACK (ui_test_find (page, GTK_TYPE_STACK, NULL));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "record") == 0;
}

static gboolean
is_judged (gpointer page)
{
  return shows_pages (page) && ui_test_holds (page, "No signature yet");
}

static GtkWindow *
show (EupCase *kase, GtkWidget **page)
{
  GtkWindow *window;

  *page = eup_record_page_new (kase);
  window = ui_test_present (*page, 900, 900);
  ui_test_wait (shows_pages, *page);
  return window;
}

static void
a_draft_is_called_one_and_can_be_neither_signed_nor_verified (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "A draft: nothing is sealed."));
  g_assert_null (ui_test_find (page, GTK_TYPE_BUTTON, "_Verify again"));
  g_assert_null (ui_test_find (page, GTK_TYPE_BUTTON, "_Sign …"));
  gtk_window_destroy (window);
}

static void
each_page_says_its_number_and_its_text (void)
{
  g_autoptr (EupCase) kase = sealed_case ();
  GtkWidget *page, *pages, *leaf;
  GtkWindow *window = show (kase, &page);
  guint n;

  pages = ui_test_find (page, EUP_TYPE_PDF_VIEW, NULL);
  n = eup_pdf_view_get_n_pages (EUP_PDF_VIEW (pages));
  g_assert_cmpuint (n, >, 3);
  leaf = ui_test_find (pages, EUP_TYPE_PDF_LEAF, NULL);
  gtk_test_accessible_assert_role (leaf, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (ui_test_holds (leaf, "Page 1 of "));
  g_assert_true (ui_test_holds (leaf, "Gunnar Wallin"));
  gtk_window_destroy (window);
}

static void
zooming_makes_the_pages_larger_and_back (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page, *leaf;
  GtkWindow *window = show (kase, &page);
  int before;

  leaf = ui_test_find (page, EUP_TYPE_PDF_LEAF, NULL);
  ui_test_settle ();
  before = gtk_widget_get_width (leaf);
  gtk_widget_activate_action (page, "record.zoom-in", NULL);
  ui_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (leaf), >, before);
  gtk_widget_activate_action (page, "record.zoom-normal", NULL);
  ui_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (leaf), ==, before);
  gtk_window_destroy (window);
}

static void
a_sealed_record_says_when_and_what_it_is_worth (void)
{
  g_autoptr (EupCase) kase = sealed_case ();
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  ui_test_wait (is_judged, page);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Sealed 26 November 2026, 13:30"));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Whole and kept as it was sealed"));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Follow-up 14 December 2026"));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Responsible: Samira Haddad"));
  gtk_window_destroy (window);
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->judgement = eup_judgement_find_finish (result);
  answer->done = TRUE;
}

static EupJudgement *
judge (GBytes *pdf)
{
  Answer answer = { 0 };

  eup_judgement_find_async (pdf, judged_cb, &answer);
  ui_test_wait (is_done, &answer);
  return answer.judgement;
}

static void
another_file_is_not_called_ours (void)
{
  g_autoptr (GBytes) other = g_bytes_new_static ("not a record", 12);
  g_autoptr (EupJudgement) judgement = judge (other);

  g_assert_false (judgement->sound);
  g_assert_cmpstr (judgement->words, ==, "This is not one of our records.");
}

static void
a_whole_record_is_sound (void)
{
  g_autoptr (EupCase) kase = sealed_case ();
  g_autoptr (GBytes) pdf = record_of (kase);
  g_autoptr (EupJudgement) judgement = judge (pdf);

  g_assert_true (judgement->sound);
  g_assert_cmpstr (judgement->signatures, ==, "No signature yet");
}

static void
an_export_puts_the_data_beside_the_record (void)
{
  g_autofree char *folder = g_dir_make_tmp ("euphoria-export-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "SA-1.pdf", NULL);
  g_autofree char *twin = g_build_filename (folder, "SA-1.json", NULL);
  g_autoptr (GBytes) first = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GBytes) second = g_bytes_new_static ("{}", 2);
  g_autoptr (EupStoreRecord) record = eup_store_record_new ("SA-1", first, second, "2026-11-26T13:30:00Z");
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  g_assert_cmpint (eup_export_write (record, pdf, &error), ==, EUP_EXPORTED_DATA_BESIDE);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (twin, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, "{}");
  g_unlink (pdf);
  g_unlink (twin);
  g_rmdir (folder);
}

/* As the document portal gives it: anything else in that folder would vanish. */
static void
an_export_through_the_portal_is_one_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", NULL);
  g_autofree char *pdf = g_build_filename (folder, "SA-1.pdf", NULL);
  g_autofree char *twin = g_build_filename (folder, "SA-1.json", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autoptr (EupStoreRecord) record = eup_store_record_new ("SA-1", bytes, bytes, "2026-11-26T13:30:00Z");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (eup_export_write (record, pdf, &error), ==, EUP_EXPORTED_WITHOUT_DATA);
  g_assert_no_error (error);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (twin, G_FILE_TEST_EXISTS));
  g_unlink (pdf);
  g_rmdir (folder);
}

static void
an_export_of_a_record_that_holds_its_data_is_one_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("euphoria-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "SA-1.pdf", NULL);
  g_autofree char *twin = g_build_filename (folder, "SA-1.json", NULL);
  g_autoptr (EupCase) kase = sealed_case ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupRecording) recording = eup_recording_new (
      eup_case_get_assessment (kase), eup_case_get_model (kase), NULL, FALSE, EUP_PDF_PROFILE_TWIN, &error);
  g_autoptr (EupStoreRecord) record =
      eup_store_record_new ("SA-1", recording->pdf, recording->twin, recording->sealed);

  g_assert_true (recording->holds_twin);
  g_assert_cmpint (eup_export_write (record, path, &error), ==, EUP_EXPORTED_DATA_INSIDE);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (twin, G_FILE_TEST_EXISTS));
  g_unlink (path);
  g_rmdir (folder);
}

static void
an_export_into_a_folder_that_is_not_there_says_so (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autoptr (EupStoreRecord) record = eup_store_record_new ("SA-1", bytes, bytes, "2026-11-26T13:30:00Z");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (eup_export_write (record, "/nonexistent/SA-1.pdf", &error), ==, EUP_EXPORTED_NOTHING);
  g_assert_nonnull (error);
}

#define CASE(name) g_test_add_func ("/record-page/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (a_draft_is_called_one_and_can_be_neither_signed_nor_verified);
  CASE (each_page_says_its_number_and_its_text);
  CASE (zooming_makes_the_pages_larger_and_back);
  CASE (a_sealed_record_says_when_and_what_it_is_worth);
  CASE (another_file_is_not_called_ours);
  CASE (a_whole_record_is_sound);
  CASE (an_export_puts_the_data_beside_the_record);
  CASE (an_export_through_the_portal_is_one_file);
  CASE (an_export_of_a_record_that_holds_its_data_is_one_file);
  CASE (an_export_into_a_folder_that_is_not_there_says_so);
  return ui_test_run ();
}
