/* The decision: the resident's no, gates that lead on, nothing chosen beforehand, and the seal. */

#include "ui-test.h"

#include "assessment/eup-rules.h"
#include "ui/meeting/eup-decision-page.h"
#include "ui/meeting/eup-dissent-row.h"
#include "ui/meeting/eup-follow-up-group.h"
#include "ui/meeting/eup-outcome-group.h"
#include "ui/meeting/eup-seal-bar.h"

static GtkWindow *
show (EupCase *kase, GtkWidget **page)
{
  *page = eup_decision_page_new (kase);
  return ui_test_present (*page, 1400, 900);
}

static void
edit_decision (EupCase *kase, void (*change) (EupDecision *decision))
{
  EupDecision *decision = eup_case_edit (kase, EUP_PART_DECISION, NULL);

  change (decision);
  eup_case_put (kase, EUP_PART_DECISION, decision);
}

static void
forget_outcome (EupDecision *decision)
{
  g_set_str (&decision->outcome, NULL);
}

static void
forget_follow_up (EupDecision *decision)
{
  g_set_str (&decision->follow_up_owner, NULL);
}

static void
forget_reasons (EupDecision *decision)
{
  g_set_str (&decision->because, NULL);
}

static const EupDecision *
decision_of (EupCase *kase)
{
  return eup_case_get_assessment (kase)->decision;
}

static GtkWidget *
row_titled (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = row_titled (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
row_of (GtkWidget *page, const EupOutcome *outcome)
{
  GtkWidget *row = row_titled (page, eup_text_get (outcome->label, "en"));

  g_assert_nonnull (row);
  return row;
}

static GtkCheckButton *
radio_of (GtkWidget *page, const EupOutcome *outcome)
{
  return GTK_CHECK_BUTTON (ui_test_find (row_of (page, outcome), GTK_TYPE_CHECK_BUTTON, NULL));
}

static GtkWidget *
seal_of (GtkWidget *page)
{
  return ui_test_find (ui_test_find (page, EUP_TYPE_SEAL_BAR, NULL), GTK_TYPE_BUTTON, NULL);
}

static void
nothing_is_chosen_beforehand (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GPtrArray *outcomes = eup_method_get_outcomes (eup_case_get_model (kase)->method);
  GtkWidget *page;
  GtkWindow *window;

  edit_decision (kase, forget_outcome);
  window = show (kase, &page);
  for (guint i = 0; i < outcomes->len; i++)
    g_assert_false (gtk_check_button_get_active (radio_of (page, outcomes->pdata[i])));
  g_assert_null (decision_of (kase)->outcome);
  gtk_window_destroy (window);
}

static void
a_residents_no_closes_every_yes_and_says_why (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("night-camera.json");
  GPtrArray *outcomes = eup_method_get_outcomes (eup_case_get_model (kase)->method);
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const EupOutcome *outcome = outcomes->pdata[i];

      g_assert_true (gtk_widget_is_sensitive (row_of (page, outcome)) == !outcome->yes);
      if (outcome->yes)
        gtk_test_accessible_assert_property (radio_of (page, outcome), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                             "Gunnar has said or shown no. Then nobody else can say yes.");
    }
  g_assert_true (ui_test_holds (page, "Gunnar has said or shown no."));
  gtk_window_destroy (window);
}

static void
a_name_with_an_ampersand_is_shown_as_it_is (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("night-camera.json");
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);
  GtkWidget *page;
  GtkWindow *window;

  g_set_str (&card->alias, "G & <B>");
  eup_case_put (kase, EUP_PART_CARD, card);
  window = show (kase, &page);
  g_assert_true (ui_test_holds (page, "G & <B>: No"));
  g_assert_true (ui_test_holds (page, "G &amp; &lt;B&gt; has said or shown no."));
  gtk_window_destroy (window);
}

static void
a_no_said_while_the_page_is_open_closes_them_at_once (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  const EupOutcome *trial = eup_method_find_outcome (eup_case_get_model (kase)->method, "trial");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  g_assert_true (gtk_widget_is_sensitive (row_of (page, trial)));
  ui_test_say (kase, "q10", "anna", "no", "Nej, nu vill jag inte.");
  g_assert_false (gtk_widget_is_sensitive (row_of (page, trial)));
  g_assert_true (ui_test_holds (page, "“Nej, nu vill jag inte.”"));
  g_assert_false (gtk_widget_is_sensitive (seal_of (page)));
  gtk_window_destroy (window);
}

static void
choosing_puts_the_outcome_and_asks_for_its_date (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  const EupOutcome *trial = eup_method_find_outcome (eup_case_get_model (kase)->method, "trial");
  const EupOutcome *refrain = eup_method_find_outcome (eup_case_get_model (kase)->method, "refrain");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  GtkWidget *outcomes = gtk_widget_get_ancestor (row_of (page, trial), EUP_TYPE_OUTCOME_GROUP);

  gtk_check_button_set_active (radio_of (page, refrain), TRUE);
  g_assert_cmpstr (decision_of (kase)->outcome, ==, "refrain");
  g_assert_false (gtk_widget_get_visible (row_titled (outcomes, "Until")));
  gtk_check_button_set_active (radio_of (page, trial), TRUE);
  g_assert_cmpstr (decision_of (kase)->outcome, ==, "trial");
  g_assert_true (gtk_widget_get_visible (row_titled (outcomes, "Until")));
  gtk_window_destroy (window);
}

static void
take_cb (EupDecisionPage *page, const char *target, char **taken)
{
  g_set_str (taken, target);
}

static void
a_gates_button_leads_to_its_question (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *page, *row;
  GtkWindow *window;

  ui_test_forget (kase, "q10");
  window = show (kase, &page);
  g_signal_connect (page, "go-to", G_CALLBACK (take_cb), &target);
  row = row_titled (page, "The person’s own answer");
  g_assert_nonnull (row);
  g_signal_emit_by_name (ui_test_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpstr (target, ==, "q10");
  gtk_window_destroy (window);
}

static void
a_gate_of_the_decision_moves_the_focus_to_its_section (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *page, *row, *focus;
  GtkWindow *window;

  edit_decision (kase, forget_follow_up);
  window = show (kase, &page);
  g_signal_connect (page, "go-to", G_CALLBACK (take_cb), &target);
  row = row_titled (page, "Follow-up");
  g_assert_nonnull (row);
  g_signal_emit_by_name (ui_test_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  focus = gtk_window_get_focus (window);
  g_assert_null (target);
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, EUP_TYPE_FOLLOW_UP_GROUP));
  gtk_window_destroy (window);
}

static void
the_seal_waits_for_everything_and_says_for_what (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  g_assert_true (gtk_widget_is_sensitive (seal_of (page)));
  edit_decision (kase, forget_reasons);
  g_assert_false (gtk_widget_is_sensitive (seal_of (page)));
  g_assert_true (ui_test_holds (page, "“Because” and “therefore” are not written yet."));
  edit_decision (kase, forget_outcome);
  g_assert_true (ui_test_holds (page, "What you arrive at is not chosen yet. And 1 more thing."));
  eup_case_undo (kase);
  g_assert_true (gtk_widget_is_sensitive (seal_of (page)));
  gtk_window_destroy (window);
}

static void
an_open_gate_lets_a_yes_be_chosen_but_not_sealed (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  const EupOutcome *trial = eup_method_find_outcome (eup_case_get_model (kase)->method, "trial");
  GtkWidget *page;
  GtkWindow *window;

  edit_decision (kase, forget_follow_up);
  window = show (kase, &page);
  g_assert_true (gtk_widget_is_sensitive (row_of (page, trial)));
  g_assert_true (
      ui_test_holds (row_of (page, trial), "Can be chosen, but not sealed until 1 thing is in place"));
  g_assert_false (gtk_widget_is_sensitive (seal_of (page)));
  gtk_window_destroy (window);
}

static void
the_limit_of_the_follow_up_is_counted_from_the_meeting (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *limit = eup_follow_up_limit (kase);

  g_assert_cmpstr (limit, ==, "2027-01-07");
}

static void
not_to_have_been_asked_is_not_the_same_as_not_to_differ (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page, *row;
  GtkWindow *window;

  eup_case_remove (kase, EUP_PART_DISSENT, "anna");
  window = show (kase, &page);
  row = ui_test_find (page, EUP_TYPE_DISSENT_ROW, "Anna B.");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Not asked yet");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ui_test_find (row_titled (row, "Does not differ"), GTK_TYPE_CHECK_BUTTON, NULL)),
      TRUE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Does not differ");
  gtk_window_destroy (window);
}

static void
a_formal_reservation_is_offered_to_officials_only (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  GtkWidget *anna = ui_test_find (page, EUP_TYPE_DISSENT_ROW, "Anna B.");
  GtkWidget *karin = ui_test_find (page, EUP_TYPE_DISSENT_ROW, "Karin Lund");

  g_assert_false (gtk_widget_get_visible (row_titled (anna, "Formal reservation")));
  g_assert_true (gtk_widget_get_visible (row_titled (karin, "Formal reservation")));
  gtk_window_destroy (window);
}

static gboolean
is_sealed (gpointer data)
{
  return eup_case_is_sealed (data);
}

static void
sealed_cb (EupDecisionPage *page, gboolean *sealed)
{
  *sealed = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
sealing_asks_once_and_then_tells (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("night-camera.json");
  gboolean sealed = FALSE;
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  AdwDialog *dialog;

  ui_test_keep (kase);
  g_signal_connect (page, "sealed", G_CALLBACK (sealed_cb), &sealed);
  g_signal_emit_by_name (seal_of (page), "clicked");
  ui_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (dialog)), ==, "cancel");
  g_assert_false (eup_case_is_sealed (kase));
  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Seal"), "clicked");
  ui_test_wait (is_sealed, kase);
  ui_test_wait (is_true, &sealed);
  g_assert_false (gtk_widget_is_sensitive (seal_of (page)));
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/decision-page/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (nothing_is_chosen_beforehand);
  CASE (a_residents_no_closes_every_yes_and_says_why);
  CASE (a_name_with_an_ampersand_is_shown_as_it_is);
  CASE (a_no_said_while_the_page_is_open_closes_them_at_once);
  CASE (choosing_puts_the_outcome_and_asks_for_its_date);
  CASE (a_gates_button_leads_to_its_question);
  CASE (a_gate_of_the_decision_moves_the_focus_to_its_section);
  CASE (the_seal_waits_for_everything_and_says_for_what);
  CASE (an_open_gate_lets_a_yes_be_chosen_but_not_sealed);
  CASE (the_limit_of_the_follow_up_is_counted_from_the_meeting);
  CASE (not_to_have_been_asked_is_not_the_same_as_not_to_differ);
  CASE (a_formal_reservation_is_offered_to_officials_only);
  CASE (sealing_asks_once_and_then_tells);
  return g_test_run ();
}
