/* The papers beside the record: shown in the language that somebody chooses, saved as they are shown, and
 * reached from the pages where they belong. */

#include "ui-record.h"

#include "ui/meeting/eup-prepare-page.h"
#include "ui/record/eup-pdf-leaf.h"
#include "ui/record/eup-pdf-view.h"
#include "ui/record/eup-record-page.h"
#include "ui/record/eup-sheet-dialog.h"

typedef struct
{
  GtkWidget *root;
  const char *words; /* on the first page */
  char *path;
} Wish;

static gboolean
shows (gpointer data)
{
  const Wish *wish = data;
  GtkWidget *pages = ui_test_find (wish->root, EUP_TYPE_PDF_VIEW, NULL);
  GtkWidget *leaf = pages != NULL ? ui_test_find (pages, EUP_TYPE_PDF_LEAF, NULL) : NULL;

  return leaf != NULL && ui_test_holds (leaf, wish->words);
}

static void
expect (GtkWidget *root, const char *words)
{
  Wish wish = { root, words, NULL };

  ui_test_wait (shows, &wish);
}

static GtkWindow *
show (EupCase *kase, EupSheet sheet, AdwDialog **dialog)
{
  GtkWindow *window = ui_test_present (gtk_label_new (NULL), 900, 900);

  *dialog = eup_sheet_dialog_new (kase, sheet);
  adw_dialog_present (*dialog, GTK_WIDGET (window));
  return window;
}

static gboolean
is_written (gpointer data)
{
  return g_file_test (((Wish *) data)->path, G_FILE_TEST_EXISTS);
}

static void
the_residents_page_is_shown_in_the_cases_language_and_in_others (void)
{
  g_autoptr (EupCase) kase = ui_record_case ();
  AdwDialog *dialog;
  GtkWindow *window = show (kase, EUP_SHEET_RESIDENT, &dialog);
  GtkWidget *root = GTK_WIDGET (dialog);

  expect (root, "så här");
  g_assert_nonnull (ui_test_find (root, GTK_TYPE_LABEL, "What was decided, in large plain words"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_find (root, ADW_TYPE_COMBO_ROW, NULL)), 1);
  expect (root, "this is");
  gtk_window_destroy (window);
}

static void
before_sealing_it_is_called_a_draft (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  AdwDialog *dialog;
  GtkWindow *window = show (kase, EUP_SHEET_RESIDENT, &dialog);

  expect (GTK_WIDGET (dialog), "Utkast");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "A draft: it may still change."));
  gtk_window_destroy (window);
}

static void
what_is_saved_is_what_is_shown (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  Wish wish = { NULL, NULL, ui_record_path ("sheet.pdf") };
  AdwDialog *dialog;
  GtkWindow *window = show (kase, EUP_SHEET_SEND_OUT, &dialog);
  g_autofree char *contents = NULL;

  expect (GTK_WIDGET (dialog), "Frågor till dig");
  g_assert_true (gtk_widget_is_sensitive (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Print …")));
  eup_sheet_dialog_save_to (EUP_SHEET_DIALOG (dialog), wish.path);
  ui_test_wait (is_written, &wish);
  g_assert_true (g_file_get_contents (wish.path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  gtk_window_destroy (window);
  g_free (wish.path);
}

static void
the_record_and_the_preparation_lead_there (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page = eup_record_page_new (kase);
  GtkWindow *window = ui_test_present (page, 900, 900);

  ui_test_act (page, "record.own-page");
  g_assert_true (ui_test_holds (GTK_WIDGET (window), "The Resident’s Page"));
  gtk_window_destroy (window);
  page = eup_prepare_page_new (kase);
  window = ui_test_present (page, 900, 900);
  ui_test_act (page, "prepare.send-out");
  g_assert_true (ui_test_holds (GTK_WIDGET (window), "Questions to Send Out"));
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/sheet-dialog/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (the_residents_page_is_shown_in_the_cases_language_and_in_others);
  CASE (before_sealing_it_is_called_a_draft);
  CASE (what_is_saved_is_what_is_shown);
  CASE (the_record_and_the_preparation_lead_there);
  return ui_test_run ();
}
