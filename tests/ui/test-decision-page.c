/* The decision as one page: the resident's own words, the way to each section, and everybody asked. */

#include "ui-test.h"

#include "ui/meeting/eup-condition-row.h"
#include "ui/meeting/eup-conditions-group.h"
#include "ui/meeting/eup-consents-group.h"
#include "ui/meeting/eup-decider-group.h"
#include "ui/meeting/eup-decision-page.h"
#include "ui/meeting/eup-dissent-group.h"
#include "ui/meeting/eup-dissent-row.h"
#include "ui/meeting/eup-follow-up-group.h"
#include "ui/meeting/eup-outcome-group.h"
#include "ui/meeting/eup-reasons-box.h"
#include "ui/meeting/eup-retention-note.h"
#include "ui/meeting/eup-seal-bar.h"

static GtkWindow *
show (EupCase *kase, GtkWidget **page)
{
  *page = eup_decision_page_new (kase);
  return ui_test_present (*page, 1400, 900);
}

static void
forget_follow_up (EupDecision *decision)
{
  g_set_str (&decision->follow_up_owner, NULL);
}

static void
forget_number (EupCard *card)
{
  g_set_str (&card->personal_number, NULL);
}

static void
rename_with_marks (EupCard *card)
{
  g_set_str (&card->alias, "G & <B>");
}

static GtkWidget *
row_of (GtkWidget *page, EupCase *kase, const char *outcome)
{
  const EupOutcome *one = eup_method_find_outcome (eup_case_get_model (kase)->method, outcome);
  GtkWidget *row =
      ui_test_row (ui_test_find (page, EUP_TYPE_OUTCOME_GROUP, NULL), eup_text_get (one->label, "en"));

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
seal_of (GtkWidget *page)
{
  return ui_test_find (ui_test_find (page, EUP_TYPE_SEAL_BAR, NULL), GTK_TYPE_BUTTON, "_Seal …");
}

static void
a_name_with_an_ampersand_is_shown_as_it_is (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("night-camera.json");
  GtkWidget *page;
  GtkWindow *window;

  ui_test_edit_card (kase, rename_with_marks);
  window = show (kase, &page);
  g_assert_true (ui_test_holds (page, "G & <B>: No"));
  g_assert_true (ui_test_holds (page, "G &amp; &lt;B&gt; has said or shown no."));
  gtk_window_destroy (window);
}

static void
a_no_said_while_the_page_is_open_closes_every_yes_at_once (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  g_assert_true (gtk_widget_is_sensitive (row_of (page, kase, "trial")));
  ui_test_say (kase, "q10", "anna", "no", "Nej, nu vill jag inte.");
  g_assert_false (gtk_widget_is_sensitive (row_of (page, kase, "trial")));
  g_assert_true (ui_test_holds (page, "“Nej, nu vill jag inte.”"));
  g_assert_false (gtk_widget_is_sensitive (seal_of (page)));
  gtk_window_destroy (window);
}

static void
take_cb (EupDecisionPage *page, const char *target, char **taken)
{
  g_set_str (taken, target);
}

static void
where_the_resident_has_not_been_asked_the_page_leads_there (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *page;
  GtkWindow *window;

  ui_test_forget (kase, "q10");
  window = show (kase, &page);
  g_signal_connect (page, "go-to", G_CALLBACK (take_cb), &target);
  g_assert_true (ui_test_holds (page, "We don’t know yet what Anna wants."));
  ui_test_press (page, "Ask Anna");
  g_assert_cmpstr (target, ==, "q10");
  gtk_window_destroy (window);
}

static void
each_place_of_the_decision_takes_the_focus (void)
{
  const struct
  {
    const char *place;
    GType section;
  } places[] = {
    { "decision-outcome", EUP_TYPE_OUTCOME_GROUP },     { "decision-reasons", EUP_TYPE_REASONS_BOX },
    { "decision-follow-up", EUP_TYPE_FOLLOW_UP_GROUP }, { "decision-consents", EUP_TYPE_CONSENTS_GROUP },
    { "decision-dissent", EUP_TYPE_DISSENT_GROUP },     { "decision-conditions", EUP_TYPE_CONDITIONS_GROUP },
    { "decision-decider", EUP_TYPE_DECIDER_GROUP },
  };
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *focus;

      eup_decision_page_go_to (EUP_DECISION_PAGE (page), places[i].place);
      focus = gtk_window_get_focus (window);
      g_assert_nonnull (focus);
      g_assert_nonnull (gtk_widget_get_ancestor (focus, places[i].section));
    }
  gtk_window_destroy (window);
}

static void
a_gate_of_the_decision_stays_on_the_page (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *page, *focus;
  GtkWindow *window;

  ui_test_decide (kase, forget_follow_up);
  window = show (kase, &page);
  g_signal_connect (page, "go-to", G_CALLBACK (take_cb), &target);
  ui_test_press (ui_test_row (page, "Follow-up"), "Say who");
  focus = gtk_window_get_focus (window);
  g_assert_null (target);
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, EUP_TYPE_FOLLOW_UP_GROUP));
  gtk_window_destroy (window);
}

static void
what_the_preparation_holds_is_asked_for_outside (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *page;
  GtkWindow *window;

  ui_test_edit_card (kase, forget_number);
  window = show (kase, &page);
  g_signal_connect (page, "go-to", G_CALLBACK (take_cb), &target);
  ui_test_press (ui_test_find (page, EUP_TYPE_RETENTION_NOTE, NULL), "Write the birthday");
  g_assert_cmpstr (target, ==, "prepare-case");
  gtk_window_destroy (window);
}

static void
an_open_gate_lets_a_yes_be_chosen_but_not_sealed (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window;

  ui_test_decide (kase, forget_follow_up);
  window = show (kase, &page);
  g_assert_true (gtk_widget_is_sensitive (row_of (page, kase, "trial")));
  g_assert_true (ui_test_holds (row_of (page, kase, "trial"),
                                "Can be chosen, but not sealed until 1 thing is in place"));
  g_assert_false (gtk_widget_is_sensitive (seal_of (page)));
  gtk_window_destroy (window);
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
      GTK_CHECK_BUTTON (ui_test_find (ui_test_row (row, "Does not differ"), GTK_TYPE_CHECK_BUTTON, NULL)),
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

  g_assert_false (gtk_widget_get_visible (ui_test_row (anna, "Formal reservation")));
  g_assert_true (gtk_widget_get_visible (ui_test_row (karin, "Formal reservation")));
  gtk_window_destroy (window);
}

static void
whoever_decides_without_a_voice_may_reserve_too (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  EupPerson *karin = eup_case_edit (kase, EUP_PART_PERSON, "karin");
  GtkWidget *page, *row;
  GtkWindow *window;

  g_set_str (&karin->voice, "none");
  eup_case_put (kase, EUP_PART_PERSON, karin);
  window = show (kase, &page);
  row = ui_test_find (page, EUP_TYPE_DISSENT_ROW, "Karin Lund");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_visible (ui_test_row (row, "Formal reservation")));
  gtk_window_destroy (window);
}

static void
a_condition_that_is_open_stays_open_when_another_comes_and_goes (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page, *group, *row;
  GtkWindow *window = show (kase, &page);
  GPtrArray *conditions = eup_case_get_assessment (kase)->conditions;
  guint n = conditions->len;

  group = ui_test_find (page, EUP_TYPE_CONDITIONS_GROUP, NULL);
  row = ui_test_find (group, EUP_TYPE_CONDITION_ROW, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_test_settle ();
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_signal_emit_by_name (ui_test_row (group, "Add a condition"), "activated");
  ui_test_settle ();
  g_assert_cmpuint (conditions->len, ==, n + 1);
  g_assert_true (ui_test_find (group, EUP_TYPE_CONDITION_ROW, NULL) == row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  eup_case_undo (kase);
  g_assert_cmpuint (eup_case_get_assessment (kase)->conditions->len, ==, n);
  g_assert_true (ui_test_find (group, EUP_TYPE_CONDITION_ROW, NULL) == row);
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/decision-page/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (a_name_with_an_ampersand_is_shown_as_it_is);
  CASE (a_no_said_while_the_page_is_open_closes_every_yes_at_once);
  CASE (where_the_resident_has_not_been_asked_the_page_leads_there);
  CASE (each_place_of_the_decision_takes_the_focus);
  CASE (a_gate_of_the_decision_stays_on_the_page);
  CASE (what_the_preparation_holds_is_asked_for_outside);
  CASE (an_open_gate_lets_a_yes_be_chosen_but_not_sealed);
  CASE (not_to_have_been_asked_is_not_the_same_as_not_to_differ);
  CASE (a_formal_reservation_is_offered_to_officials_only);
  CASE (whoever_decides_without_a_voice_may_reserve_too);
  CASE (a_condition_that_is_open_stays_open_when_another_comes_and_goes);
  return ui_test_run ();
}
