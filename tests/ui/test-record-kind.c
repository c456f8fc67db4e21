/* The kind of PDF: chosen once in the preferences, it holds for what is made afterwards. */

#include "ui-test.h"

#include "method/eup-rule-pack.h"
#include "record/eup-verify.h"
#include "ui/common/eup-preferences-dialog.h"
#include "ui/common/eup-record-kind.h"
#include "ui/meeting/eup-seal-bar.h"

/* The row in a dialog that is shown in @window. */
static AdwComboRow *
show (GtkWindow **window)
{
  AdwDialog *dialog = eup_preferences_dialog_new (NULL);
  GtkWidget *row;

  *window = ui_test_present (gtk_label_new ("Behind"), 900, 900);
  adw_dialog_present (dialog, GTK_WIDGET (*window));
  ui_test_settle ();
  row = ui_test_row (GTK_WIDGET (dialog), "Kind of PDF");
  g_assert_true (ADW_IS_COMBO_ROW (row));
  return ADW_COMBO_ROW (row);
}

static void
choose (guint position)
{
  GtkWindow *window;
  AdwComboRow *row = show (&window);

  adw_combo_row_set_selected (row, position);
  gtk_window_destroy (window);
}

static void
what_is_chosen_is_remembered (void)
{
  const char *const profiles[] = { NULL, EUP_PDF_PROFILE, EUP_PDF_PROFILE_TWIN };

  g_assert_cmpstr (eup_record_kind_get_profile (), ==, NULL);
  for (guint i = G_N_ELEMENTS (profiles); i-- > 0;)
    {
      GtkWindow *window;
      AdwComboRow *row;

      choose (i);
      g_assert_cmpstr (eup_record_kind_get_profile (), ==, profiles[i]);
      row = show (&window);
      g_assert_cmpuint (adw_combo_row_get_selected (row), ==, i);
      gtk_window_destroy (window);
    }
}

static gboolean
is_sealed (gpointer data)
{
  return eup_case_is_sealed (data);
}

static void
record_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GBytes **) data = eup_case_record_finish (EUP_CASE (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(GBytes **) data != NULL;
}

/* Whether the record of a case that is sealed now holds its data. */
static gboolean
seal_holds_data (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("night-camera.json");
  GtkWidget *bar = eup_seal_bar_new (kase);
  GtkWindow *window = ui_test_present (bar, 900, 300);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (EupVerdict) verdict = NULL;

  ui_test_keep (kase);
  ui_test_press (bar, "_Seal …");
  ui_test_settle ();
  ui_test_press (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))),
                 "_Seal");
  ui_test_wait (is_sealed, kase);
  eup_case_record_async (kase, NULL, record_cb, &pdf);
  ui_test_wait (is_there, &pdf);
  gtk_window_destroy (window);
  verdict = eup_verify_run (pdf, NULL, NULL);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_NOT_SIGNED);
  return verdict->twin != NULL;
}

static void
the_seal_follows_the_choice (void)
{
  choose (0);
  g_assert_false (seal_holds_data ());
  choose (2);
  g_assert_true (seal_holds_data ());
  choose (0);
}

#define CASE(name) g_test_add_func ("/record-kind/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (what_is_chosen_is_remembered);
  CASE (the_seal_follows_the_choice);
  return ui_test_run ();
}
