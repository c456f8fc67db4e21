/* What holds a yes back: each missing thing with its way, going past with name and reason, and what
 * only tells kept apart. */

#include "ui-test.h"

#include "ui/meeting/eup-gates-group.h"
#include "ui/meeting/eup-override-dialog.h"

static GtkWindow *
show (EupCase *kase, GtkWidget **group)
{
  *group = g_object_new (EUP_TYPE_GATES_GROUP, NULL);
  eup_gates_group_set_case (EUP_GATES_GROUP (*group), kase);
  return ui_test_present (*group, 700, 900);
}

static void
take_cb (GtkWidget *group, const char *target, char **taken)
{
  g_set_str (taken, target);
}

static void
forget_assessment (EupCard *card)
{
  g_set_str (&card->impact_assessment, NULL);
}

static void
forget_delegation (EupDecision *decision)
{
  g_set_str (&decision->delegation, NULL);
}

static GtkWidget *
group_titled (GtkWidget *root, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ADW_IS_PREFERENCES_GROUP (child) &&
        g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (child)), title) == 0)
      return child;
  return NULL;
}

static void
a_gates_button_leads_to_its_question (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *group, *row;
  GtkWindow *window;

  ui_test_forget (kase, "q10");
  window = show (kase, &group);
  g_signal_connect (group, "go-to", G_CALLBACK (take_cb), &target);
  row = ui_test_row (group, "The person’s own answer");
  g_assert_nonnull (row);
  ui_test_press (row, "Ask Anna");
  g_assert_cmpstr (target, ==, "q10");
  gtk_window_destroy (window);
}

static void
further_things_wait_inside_each_with_its_own_button (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *group, *row, *inside;
  GtkWindow *window;

  ui_test_forget (kase, "q27");
  window = show (kase, &group);
  g_signal_connect (group, "go-to", G_CALLBACK (take_cb), &target);
  row = ui_test_row (group, "When it fails");
  g_assert_true (ADW_IS_EXPANDER_ROW (row));
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "And 2 more things."));
  inside = ui_test_row (row, "It does not say who goes to Anna when it is needed.");
  g_assert_nonnull (inside);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_test_settle ();
  ui_test_press (inside, "Say who goes there");
  g_assert_cmpstr (target, ==, "q27");
  gtk_window_destroy (window);
}

static void
what_is_opened_stays_open_when_a_gate_changes (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group;
  GtkWindow *window;

  ui_test_forget (kase, "q27");
  window = show (kase, &group);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_test_row (group, "When it fails")), TRUE);
  ui_test_edit_card (kase, forget_assessment);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (ui_test_row (group, "When it fails"))));
  gtk_window_destroy (window);
}

static AdwDialog *
open_override (GtkWidget *group, GtkWindow *window)
{
  GtkWidget *row = ui_test_row (group, "Impact assessment");
  AdwDialog *dialog;

  g_assert_true (ADW_IS_EXPANDER_ROW (row));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_test_settle ();
  ui_test_press (row, "Go ahead anyway …");
  ui_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (EUP_IS_OVERRIDE_DIALOG (dialog));
  return dialog;
}

static void
write_reason (AdwDialog *dialog, const char *reason)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), reason, -1);
}

static void
going_past_needs_a_name_and_a_reason_and_brings_the_role_along (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *go_ahead, *row;
  GtkWindow *window;
  AdwDialog *dialog;
  const EupOverride *override;

  ui_test_edit_card (kase, forget_assessment);
  window = show (kase, &group);
  dialog = open_override (group, window);
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "It does not say where the impact assessment"));
  go_ahead = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Go Ahead");
  g_assert_false (gtk_widget_is_sensitive (go_ahead));
  gtk_editable_set_text (
      GTK_EDITABLE (ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Name of the one who decides")),
      "Karin Lund");
  g_assert_false (gtk_widget_is_sensitive (go_ahead));
  write_reason (dialog, "Bedömningen görs i december.");
  g_signal_emit_by_name (go_ahead, "clicked");
  override = eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_OVERRIDE, "g13");
  g_assert_nonnull (override);
  g_assert_cmpstr (override->role, ==, "enhetschef");
  row = ui_test_row (group, "Impact assessment");
  g_assert_nonnull (
      strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
              "Karin Lund, enhetschef goes ahead without this: “Bedömningen görs i december.”"));
  gtk_window_destroy (window);
}

static void
what_was_gone_past_can_be_taken_back (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  const EupGate *gate = eup_method_find_gate (eup_case_get_model (kase)->method, "g13");
  g_autoptr (GError) error = NULL;
  GtkWidget *group;
  GtkWindow *window;

  ui_test_edit_card (kase, forget_assessment);
  eup_case_override_gate (kase, gate, "Karin Lund", "enhetschef", "Görs i december.", &error);
  g_assert_no_error (error);
  window = show (kase, &group);
  g_assert_true (ui_test_holds (group, "Everything is in place."));
  ui_test_press (ui_test_row (group, "Impact assessment"), "Take back");
  g_assert_null (eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_OVERRIDE, "g13"));
  g_assert_true (ui_test_holds (group, "1 thing. A no or a “not now” can be sealed at any time."));
  gtk_window_destroy (window);
}

static void
a_gate_that_nobody_may_go_past_offers_no_way_past (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group;
  GtkWindow *window;

  ui_test_forget (kase, "q27");
  window = show (kase, &group);
  g_assert_false (ui_test_holds (ui_test_row (group, "When it fails"), "Go ahead anyway"));
  gtk_window_destroy (window);
}

static void
a_warning_stands_apart_and_holds_nothing_back (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *warnings;
  GtkWindow *window = show (kase, &group);
  EupPerson *per;

  warnings = group_titled (group, "Worth a thought");
  g_assert_false (gtk_widget_get_visible (warnings));
  per = eup_case_edit (kase, EUP_PART_PERSON, "per");
  per->interprets = TRUE;
  eup_case_put (kase, EUP_PART_PERSON, per);
  g_assert_true (gtk_widget_get_visible (warnings));
  g_assert_true (ui_test_holds (warnings, "A relative interprets."));
  g_assert_null (ui_test_row (group_titled (group, "Before you can say yes"), "Language and interpreter"));
  gtk_window_destroy (window);
}

static void
what_only_the_signature_waits_for_stands_apart (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *signing;
  GtkWindow *window;

  ui_test_decide (kase, forget_delegation);
  window = show (kase, &group);
  signing = group_titled (group, "Before the record can be signed");
  g_assert_true (gtk_widget_get_visible (signing));
  g_assert_true (ui_test_holds (signing, "It does not say what gives the right to make the decision."));
  g_assert_true (ui_test_holds (group_titled (group, "Before you can say yes"), "Everything is in place."));
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/gates-group/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (a_gates_button_leads_to_its_question);
  CASE (further_things_wait_inside_each_with_its_own_button);
  CASE (what_is_opened_stays_open_when_a_gate_changes);
  CASE (going_past_needs_a_name_and_a_reason_and_brings_the_role_along);
  CASE (what_was_gone_past_can_be_taken_back);
  CASE (a_gate_that_nobody_may_go_past_offers_no_way_past);
  CASE (a_warning_stands_apart_and_holds_nothing_back);
  CASE (what_only_the_signature_waits_for_stands_apart);
  return ui_test_run ();
}
