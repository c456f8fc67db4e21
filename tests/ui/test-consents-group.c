/* Consents: asked one at a time in the person's own language, never answered beforehand, taken back
 * without a reason. */

#include "ui-test.h"

#include "ui/meeting/eup-consent-dialog.h"
#include "ui/meeting/eup-consents-group.h"
#include "ui/meeting/eup-withdraw-dialog.h"

#define SERVICE "Consent to the service"

static GtkWindow *
show (EupCase *kase, GtkWidget **group)
{
  *group = g_object_new (EUP_TYPE_CONSENTS_GROUP, NULL);
  eup_consents_group_set_case (EUP_CONSENTS_GROUP (*group), kase);
  return ui_test_present (*group, 800, 900);
}

static const EupConsent *
consent (EupCase *kase, const char *id)
{
  return eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_CONSENT, id);
}

static GtkWidget *
dialog_of (GtkWindow *window)
{
  ui_test_settle ();
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

static GtkWidget *
open_asking (GtkWidget *group, GtkWindow *window, const char *title, const char *button)
{
  GtkWidget *dialog;

  ui_test_press (ui_test_row (group, title), button);
  dialog = dialog_of (window);
  g_assert_true (EUP_IS_CONSENT_DIALOG (dialog));
  return dialog;
}

static void
write_down (GtkWidget *dialog)
{
  ui_test_press (dialog, "_Write Down");
}

static void
nothing_is_answered_beforehand_and_what_is_missing_is_said (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *dialog, *note;
  GtkWindow *window;

  eup_case_remove (kase, EUP_PART_CONSENT, "k1");
  window = show (kase, &group);
  g_assert_true (ui_test_holds (ui_test_row (group, SERVICE), "Not asked yet"));
  dialog = open_asking (group, window, SERVICE, "Ask …");
  note = ui_test_find (dialog, GTK_TYPE_BUTTON, "_Write Down");
  g_assert_false (gtk_widget_is_sensitive (note));
  g_assert_true (ui_test_holds (dialog, "The answer is missing."));
  ui_test_choose (dialog, "Yes");
  g_assert_true (ui_test_holds (dialog, "How was it answered?"));
  ui_test_choose (dialog, "In speech");
  g_assert_true (ui_test_holds (dialog, "Who asked?"));
  g_assert_false (gtk_widget_is_sensitive (note));
  gtk_window_destroy (window);
}

static void
an_answer_is_written_down_with_who_asked_and_how (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupConsent *given;
  GtkWidget *group, *dialog;
  GtkWindow *window;

  eup_case_remove (kase, EUP_PART_CONSENT, "k1");
  window = show (kase, &group);
  dialog = open_asking (group, window, SERVICE, "Ask …");
  ui_test_choose (dialog, "No");
  ui_test_choose (dialog, "Shown with gestures or pictures");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Who asked")), "Maria Ek");
  write_down (dialog);
  given = assessment->consents->pdata[assessment->consents->len - 1];
  g_assert_cmpstr (given->consent, ==, "c1");
  g_assert_cmpstr (given->person, ==, "anna");
  g_assert_cmpstr (given->answer, ==, "no");
  g_assert_cmpstr (given->form, ==, "shown");
  g_assert_cmpstr (given->asked_by, ==, "Maria Ek");
  g_assert_nonnull (given->at);
  g_assert_true (ui_test_holds (ui_test_row (group, SERVICE), "asked by Maria Ek"));
  gtk_window_destroy (window);
}

static void
to_be_unable_to_answer_needs_no_form (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *dialog;
  GtkWindow *window;

  eup_case_remove (kase, EUP_PART_CONSENT, "k1");
  window = show (kase, &group);
  dialog = open_asking (group, window, SERVICE, "Ask …");
  ui_test_choose (dialog, "Can’t answer");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Who asked")), "Maria Ek");
  write_down (dialog);
  g_assert_true (ui_test_holds (ui_test_row (group, SERVICE), "Can’t answer"));
  gtk_window_destroy (window);
}

static void
the_question_is_shown_in_the_persons_own_language (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  EupPerson *anna = eup_case_edit (kase, EUP_PART_PERSON, "anna");
  GtkWidget *group, *dialog, *question;
  GtkWindow *window;

  g_set_str (&anna->language, "zh");
  eup_case_put (kase, EUP_PART_PERSON, anna);
  eup_case_remove (kase, EUP_PART_CONSENT, "k1");
  window = show (kase, &group);
  dialog = open_asking (group, window, SERVICE, "Ask …");
  question = ui_test_find (dialog, GTK_TYPE_LABEL, "您愿意吗？您随时可以改主意。");
  g_assert_nonnull (question);
  gtk_test_accessible_assert_role (question, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (gtk_widget_has_css_class (question, "consent-question"));
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_LABEL, "Do you say yes to that?"));
  gtk_window_destroy (window);
}

static void
a_consent_about_somebody_names_them_in_the_question (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *dialog;
  GtkWindow *window;

  eup_case_remove (kase, EUP_PART_CONSENT, "k4-per");
  window = show (kase, &group);
  dialog = open_asking (group, window, "Consent to others knowing: Per B.", "Ask …");
  g_assert_true (ui_test_holds (dialog, "Får Per B. vara med när vi pratar om dig?"));
  gtk_window_destroy (window);
}

static void
taking_back_needs_only_who_was_told (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *dialog;
  GtkWindow *window = show (kase, &group);

  ui_test_press (ui_test_row (group, SERVICE), "Withdraw …");
  dialog = dialog_of (window);
  g_assert_true (EUP_IS_WITHDRAW_DIALOG (dialog));
  g_assert_true (ui_test_holds (dialog, "A follow-up is then due within 7 days."));
  g_assert_false (gtk_widget_is_sensitive (ui_test_find (dialog, GTK_TYPE_BUTTON, "_Withdraw")));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), "Maria Ek");
  ui_test_press (dialog, "_Withdraw");
  g_assert_nonnull (consent (kase, "k1")->withdrawn);
  g_assert_cmpstr (consent (kase, "k1")->withdrawn_to, ==, "Maria Ek");
  g_assert_true (ui_test_holds (ui_test_row (group, SERVICE), "told to Maria Ek"));
  gtk_window_destroy (window);
}

static void
asking_again_leaves_what_was_withdrawn_as_it_is (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autoptr (GError) error = NULL;
  guint before;
  GtkWidget *group, *dialog;
  GtkWindow *window;

  eup_case_withdraw_consent (kase, "k1", "Maria Ek", NULL, &error);
  g_assert_no_error (error);
  before = eup_case_get_assessment (kase)->consents->len;
  window = show (kase, &group);
  dialog = open_asking (group, window, SERVICE, "Ask again …");
  g_assert_true (ui_test_holds (dialog, "The answer is missing."));
  ui_test_choose (dialog, "Yes");
  ui_test_choose (dialog, "In writing");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Who asked")), "Maria Ek");
  write_down (dialog);
  g_assert_cmpuint (eup_case_get_assessment (kase)->consents->len, ==, before + 1);
  g_assert_nonnull (consent (kase, "k1")->withdrawn);
  g_assert_null (ui_test_find (ui_test_row (group, SERVICE), GTK_TYPE_LABEL, "Withdrawn"));
  gtk_window_destroy (window);
}

static void
changing_an_answer_keeps_its_place (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  guint before = eup_case_get_assessment (kase)->consents->len;
  GtkWidget *group, *dialog;
  GtkWindow *window = show (kase, &group);

  gtk_widget_activate (ui_test_row (group, SERVICE));
  dialog = dialog_of (window);
  g_assert_true (EUP_IS_CONSENT_DIALOG (dialog));
  ui_test_choose (dialog, "No");
  write_down (dialog);
  g_assert_cmpuint (eup_case_get_assessment (kase)->consents->len, ==, before);
  g_assert_cmpstr (consent (kase, "k1")->answer, ==, "no");
  gtk_window_destroy (window);
}

static void
what_is_not_required_waits_apart (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *others;
  GtkWindow *window = show (kase, &group);

  others = ui_test_row (group, "May be asked too");
  g_assert_nonnull (others);
  g_assert_nonnull (ui_test_row (others, "Consent to a picture and to evaluation"));
  g_assert_null (ui_test_row (others, SERVICE));
  gtk_window_destroy (window);
}

static void
the_one_who_lives_there_too_is_asked (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("urgent-door-lock.json");
  GtkWidget *group, *dialog;
  GtkWindow *window;

  eup_case_remove (kase, EUP_PART_CONSENT, "k3");
  window = show (kase, &group);
  dialog = open_asking (group, window, "Consent of whoever lives there too", "Ask …");
  g_assert_true (ui_test_holds (dialog, "Ingrid L."));
  g_assert_true (ui_test_holds (dialog, "Du bor med Sven."));
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/consents-group/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (nothing_is_answered_beforehand_and_what_is_missing_is_said);
  CASE (an_answer_is_written_down_with_who_asked_and_how);
  CASE (to_be_unable_to_answer_needs_no_form);
  CASE (the_question_is_shown_in_the_persons_own_language);
  CASE (a_consent_about_somebody_names_them_in_the_question);
  CASE (taking_back_needs_only_who_was_told);
  CASE (asking_again_leaves_what_was_withdrawn_as_it_is);
  CASE (changing_an_answer_keeps_its_place);
  CASE (what_is_not_required_waits_apart);
  CASE (the_one_who_lives_there_too_is_asked);
  return ui_test_run ();
}
