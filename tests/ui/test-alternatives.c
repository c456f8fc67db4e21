/* The alternatives and the log of attempts: written into the case, taken away with a way back. */

#include "ui-test.h"
#include "ui/meeting/eup-alternative-dialog.h"
#include "ui/meeting/eup-alternatives.h"
#include "ui/meeting/eup-attempt-dialog.h"
#include "ui/meeting/eup-attempts.h"

typedef struct
{
  EupCase *kase;
  GtkWidget *overlay;
  GtkWindow *window;
} Fixture;

static void
show (Fixture *fixture, GtkWidget *widget)
{
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), widget);
  fixture->window = ui_test_present (fixture->overlay, 800, 800);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static GPtrArray *
alternatives (Fixture *fixture)
{
  return eup_case_get_assessment (fixture->kase)->alternatives;
}

static GtkEditable *
entry (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  return GTK_EDITABLE (row);
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = ui_test_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
}

static void
a_new_alternative_comes_with_its_first_keystroke (Fixture *fixture, gconstpointer data)
{
  guint n = alternatives (fixture)->len;
  const EupAlternative *added;
  AdwDialog *dialog;

  show (fixture, eup_alternatives_new (fixture->kase));
  dialog = eup_alternative_dialog_new (fixture->kase, NULL);
  adw_dialog_present (dialog, fixture->overlay);
  ui_test_settle ();
  g_assert_cmpuint (alternatives (fixture)->len, ==, n);
  gtk_editable_set_text (entry (GTK_WIDGET (dialog), "What it is"), "En hund");
  gtk_editable_set_text (entry (GTK_WIDGET (dialog), "Why, or why not?"), "Anna är allergisk.");
  g_assert_cmpuint (alternatives (fixture)->len, ==, n + 1);
  added = alternatives (fixture)->pdata[n];
  g_assert_cmpstr (added->title, ==, "En hund");
  g_assert_cmpstr (added->reason, ==, "Anna är allergisk.");
  g_assert_nonnull (ui_test_find (fixture->overlay, ADW_TYPE_ACTION_ROW, "En hund"));
}

static void
an_alternative_is_changed_where_it_stands (Fixture *fixture, gconstpointer data)
{
  const EupAlternative *first = alternatives (fixture)->pdata[0];
  g_autofree char *id = g_strdup (first->id);
  AdwDialog *dialog;

  show (fixture, eup_alternatives_new (fixture->kase));
  dialog = eup_alternative_dialog_new (fixture->kase, id);
  adw_dialog_present (dialog, fixture->overlay);
  ui_test_settle ();
  gtk_editable_set_text (entry (GTK_WIDGET (dialog), "What does it cost?"), "40 kronor");
  first = alternatives (fixture)->pdata[0];
  g_assert_cmpstr (first->id, ==, id);
  g_assert_cmpstr (first->cost, ==, "40 kronor");
  g_assert_true (first->without_technology);
}

static guint
n_chosen (Fixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < alternatives (fixture)->len; i++)
    n += ((EupAlternative *) alternatives (fixture)->pdata[i])->chosen;
  return n;
}

static void
one_alternative_is_chosen_at_most (Fixture *fixture, gconstpointer data)
{
  const EupAlternative *first = alternatives (fixture)->pdata[0];
  g_autofree char *id = g_strdup (first->id);
  AdwDialog *dialog;
  GtkWidget *row;

  show (fixture, eup_alternatives_new (fixture->kase));
  g_assert_false (first->chosen);
  g_assert_cmpuint (n_chosen (fixture), ==, 1);
  dialog = eup_alternative_dialog_new (fixture->kase, id);
  adw_dialog_present (dialog, fixture->overlay);
  ui_test_settle ();
  row = ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, "This is what we choose");
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  g_assert_true (((EupAlternative *) alternatives (fixture)->pdata[0])->chosen);
  g_assert_cmpuint (n_chosen (fixture), ==, 1);
}

static void
a_removed_alternative_can_be_put_back (Fixture *fixture, gconstpointer data)
{
  guint n = alternatives (fixture)->len;

  show (fixture, eup_alternatives_new (fixture->kase));
  click (fixture->overlay, "Remove “");
  g_assert_cmpuint (alternatives (fixture)->len, ==, n - 1);
  click (fixture->overlay, "Undo");
  g_assert_cmpuint (alternatives (fixture)->len, ==, n);
}

static void
an_attempt_needs_a_date_a_way_and_a_name (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *question = ui_test_question (fixture->kase, "q10");
  GPtrArray *attempts = eup_case_get_assessment (fixture->kase)->attempts;
  guint n = attempts->len;
  AdwDialog *dialog;
  GtkWidget *add;

  show (fixture, eup_attempts_new (fixture->kase, question));
  dialog = eup_attempt_dialog_new (fixture->kase, question);
  adw_dialog_present (dialog, fixture->overlay);
  ui_test_settle ();
  add = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Add");
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (entry (GTK_WIDGET (dialog), "How: talk"), "Bilder");
  gtk_editable_set_text (entry (GTK_WIDGET (dialog), "Who asked"), "Maria Ek");
  g_assert_true (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (entry (GTK_WIDGET (dialog), "Date"), "i går");
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (entry (GTK_WIDGET (dialog), "Date"), "2026-11-25");
  click (GTK_WIDGET (dialog), "Add");
  g_assert_cmpuint (attempts->len, ==, n + 1);
  g_assert_cmpstr (((EupAttempt *) attempts->pdata[n])->question, ==, "q10");
  g_assert_nonnull (ui_test_find (fixture->overlay, ADW_TYPE_ACTION_ROW, "Bilder"));
}

#define ADD(name) g_test_add ("/alternatives/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (a_new_alternative_comes_with_its_first_keystroke);
  ADD (an_alternative_is_changed_where_it_stands);
  ADD (one_alternative_is_chosen_at_most);
  ADD (a_removed_alternative_can_be_put_back);
  ADD (an_attempt_needs_a_date_a_way_and_a_name);
  return ui_test_run ();
}
