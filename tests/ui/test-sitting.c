/* The resident's sitting: everything pressed is in the case at once, nothing goes on by itself, it can be
 * stopped at any time, and it speaks the resident's language. */

#include "ui-test.h"
#include "ui/common/eup-face.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/sitting/eup-mark.h"
#include "ui/sitting/eup-signs-bar.h"
#include "ui/sitting/eup-sitting-answers-dialog.h"
#include "ui/sitting/eup-sitting-chips.h"
#include "ui/sitting/eup-sitting-dialog.h"
#include "ui/sitting/eup-sitting-page.h"
#include "ui/sitting/eup-sitting-targets.h"
#include "ui/sitting/eup-sitting-view.h"
#include "ui/sitting/eup-sittings-group.h"

typedef struct
{
  EupCase *kase;
  char *sitting;
  GtkWindow *window;
  GtkWidget *page;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->page);
  g_free (fixture->sitting);
  g_object_unref (fixture->kase);
}

/* A sitting at @topic in a window of that size. */
static void
sit (Fixture *fixture, const char *topic, int width, int height)
{
  fixture->sitting = ui_test_sit (fixture->kase, topic);
  g_clear_object (&fixture->page);
  fixture->page = g_object_ref_sink (eup_sitting_page_new (fixture->kase, fixture->sitting));
  fixture->window = ui_test_present (fixture->page, width, height);
  fixture->view = ui_test_find (fixture->page, EUP_TYPE_SITTING_VIEW, NULL);
  g_assert_nonnull (fixture->view);
}

static const EupSitting *
sitting (Fixture *fixture)
{
  return eup_assessment_find (eup_case_get_assessment (fixture->kase), EUP_PART_SITTING, fixture->sitting);
}

static const EupSittingAnswer *
answer (Fixture *fixture, const char *question)
{
  return eup_rules_sitting_answer (eup_case_get_assessment (fixture->kase), fixture->sitting, question,
                                   EUP_ITEM_ANSWER);
}

static GtkWidget *
target (Fixture *fixture, const char *label)
{
  GtkWidget *targets = ui_test_find (fixture->view, EUP_TYPE_SITTING_TARGETS, NULL);

  g_assert_nonnull (targets);
  return ui_test_find (targets, GTK_TYPE_CHECK_BUTTON, label);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->view, action, NULL));
  ui_test_settle ();
}

/* Of what is seen. */
static guint
count (GtkWidget *root, GType type)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (root))
    return 0;
  n += g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static void
nothing_is_chosen_and_nothing_goes_on_by_itself (Fixture *fixture, gconstpointer data)
{
  sit (fixture, "q16", 1200, 800);
  g_assert_cmpuint (count (fixture->view, EUP_TYPE_FACE), ==, 3);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (target (fixture, "Bra"))));
  g_assert_true (ui_test_holds (fixture->view, "Hoppa över"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (target (fixture, "Bra")), TRUE);
  ui_test_settle ();
  g_assert_cmpstr (answer (fixture, "q16")->option, ==, "good");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (target (fixture, "Bra"))));
  g_assert_true (ui_test_holds (fixture->view, "Nästa"));
  g_assert_false (ui_test_holds (fixture->view, "Hoppa över"));
  ui_test_press (fixture->view, "Nästa");
  g_assert_null (target (fixture, "Mitt emellan"));
  ui_test_press (fixture->view, "Tillbaka");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (target (fixture, "Bra"))));
}

static void
it_is_named_and_has_roles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *targets, *signs;

  sit (fixture, "q16", 1200, 800);
  targets = ui_test_find (fixture->view, EUP_TYPE_SITTING_TARGETS, NULL);
  signs = ui_test_find (fixture->view, EUP_TYPE_SIGNS_BAR, NULL);
  gtk_test_accessible_assert_role (targets, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (targets, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Skulle GPS-larmet göra att du träffar andra mer – eller mindre?");
  gtk_test_accessible_assert_role (target (fixture, "Bra"), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (target (fixture, "Bra"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Bra");
  gtk_test_accessible_assert_state (target (fixture, "Bra"), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_test_accessible_assert_property (ui_test_find (fixture->view, GTK_TYPE_ENTRY, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Write what Anna says");
  gtk_test_accessible_assert_role (signs, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_state (ui_test_find (signs, GTK_TYPE_TOGGLE_BUTTON, "Tired"),
                                    GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
}

static void
it_speaks_the_residents_language (Fixture *fixture, gconstpointer data)
{
  EupPerson *anna = eup_case_edit (fixture->kase, EUP_PART_PERSON, "anna");

  g_set_str (&anna->language, "zh");
  eup_case_put (fixture->kase, EUP_PART_PERSON, anna);
  sit (fixture, "q16", 1200, 800);
  g_assert_nonnull (target (fixture, "不好"));
  g_assert_true (ui_test_holds (fixture->view, "今天到这里"));
  g_assert_false (ui_test_holds (fixture->view, "Sluta"));
}

static void
what_only_others_note_is_not_offered (Fixture *fixture, gconstpointer data)
{
  sit (fixture, "q10", 1200, 800);
  g_assert_cmpuint (count (fixture->view, EUP_TYPE_MARK), ==, 5);
  g_assert_nonnull (target (fixture, "Nej"));
  g_assert_null (target (fixture, "Gick inte att få svar"));
  g_assert_null (target (fixture, "Olika vid olika tillfällen"));
}

static void
whoever_would_rather_not_answer_says_so (Fixture *fixture, gconstpointer data)
{
  GtkWidget *declined;

  sit (fixture, "q16", 1200, 800);
  declined = ui_test_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, "Vill inte svara");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (declined), TRUE);
  g_assert_cmpstr (answer (fixture, "q16")->non_answer, ==, "declined");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (target (fixture, "Bra")), TRUE);
  g_assert_null (answer (fixture, "q16")->non_answer);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (declined)));
}

static void
what_the_resident_says_is_written_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  sit (fixture, "q16", 1200, 800);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (fixture->view, GTK_TYPE_ENTRY, NULL)), "Jag vill ut.");
  g_assert_cmpstr (answer (fixture, "q16")->words, ==, "Jag vill ut.");
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  g_clear_pointer (&fixture->sitting, g_free);

  sit (fixture, "q1", 1200, 800);
  g_assert_null (ui_test_find (fixture->view, EUP_TYPE_SITTING_TARGETS, NULL));
  view = ui_test_find (fixture->view, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Kaffe <b>", -1);
  g_assert_cmpstr (answer (fixture, "q1")->words, ==, "Kaffe <b>");
}

static void
a_sign_takes_one_press_and_a_refusal_offers_to_stop (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tired;

  sit (fixture, "q10", 1200, 800);
  tired = ui_test_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, "Tired");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tired), TRUE);
  g_assert_nonnull (
      eup_rules_sign (eup_case_get_assessment (fixture->kase), "tired", fixture->sitting, "q10"));
  gtk_test_accessible_assert_state (tired, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_cmpuint (count (ui_test_find (fixture->view, GTK_TYPE_STACK, NULL), GTK_TYPE_BUTTON), >, 0);
  gtk_widget_activate_action (fixture->view, "sitting.sign", "s", "refuses");
  ui_test_settle ();
  g_assert_null (answer (fixture, "q10"));
  ui_test_press (fixture->view, "Fortsätta");
  g_assert_null (sitting (fixture)->ended);
  g_assert_nonnull (ui_test_find (fixture->view, GTK_TYPE_TOGGLE_BUTTON, "Vill inte svara"));
  act (fixture, "sitting.stop");
  g_assert_cmpstr (sitting (fixture)->end, ==, "refused");
}

static void
it_can_be_stopped_at_any_time_and_gone_on_with (Fixture *fixture, gconstpointer data)
{
  sit (fixture, "q16", 1200, 800);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (target (fixture, "Bra")), TRUE);
  ui_test_press (fixture->view, "Sluta för i dag");
  ui_test_settle ();
  g_assert_cmpstr (sitting (fixture)->end, ==, "stopped");
  g_assert_true (ui_test_holds (fixture->view, "Tack, Anna!"));
  g_assert_cmpstr (answer (fixture, "q16")->option, ==, "good");
  act (fixture, "sitting.go-on");
  g_assert_null (sitting (fixture)->ended);
  for (guint i = 0; i < 5; i++)
    act (fixture, "sitting.next");
  g_assert_cmpstr (sitting (fixture)->end, ==, "done");
  act (fixture, "sitting.close");
  g_assert_false (gtk_widget_get_mapped (fixture->page));
}

static void
the_way_back_does_not_leave_it (Fixture *fixture, gconstpointer data)
{
  sit (fixture, "q16", 1200, 800);
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (fixture->page)));
  eup_case_remove_sitting (fixture->kase, fixture->sitting);
  ui_test_settle ();
  g_assert_false (gtk_widget_get_mapped (fixture->page)); /* but a sitting that is gone is left */
}

static void
it_goes_on_where_it_was_broken_off (Fixture *fixture, gconstpointer data)
{
  sit (fixture, "q16", 1200, 800);
  gtk_widget_activate_action (fixture->view, "sitting.choose", "i", 2);
  g_assert_cmpstr (answer (fixture, "q16")->option, ==, "between");
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->page);
  fixture->page = g_object_ref_sink (eup_sitting_page_new (fixture->kase, fixture->sitting));
  fixture->window = ui_test_present (fixture->page, 1200, 800);
  g_assert_true (ui_test_holds (fixture->page, "Är du rädd att GPS-larmet inte går att lita på?"));
}

static float
size_of (GtkWidget *widget, gboolean height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));
  return height ? bounds.size.height : bounds.size.width;
}

static void
check_targets (GtkWidget *root, float least)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_BUTTON (root) || GTK_IS_CHECK_BUTTON (root) || GTK_IS_ENTRY (root))
    {
      g_assert_cmpfloat (size_of (root, TRUE), >=, least);
      g_assert_cmpfloat (size_of (root, FALSE), >=, least);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_targets (child, least);
}

static void
everything_to_press_is_large (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int width, height;
  } sizes[] = { { 1920, 1080 }, { 1366, 768 }, { 800, 1200 }, { 360, 720 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      sit (fixture, "q16", sizes[i].width, sizes[i].height);
      ui_test_settle ();
      check_targets (fixture->view, 44);
      check_targets (ui_test_find (fixture->view, EUP_TYPE_SITTING_TARGETS, NULL), 64);
      g_assert_cmpfloat (size_of (GTK_WIDGET (fixture->window), FALSE), <=, sizes[i].width + 60);
      gtk_window_destroy (g_steal_pointer (&fixture->window));
      g_clear_pointer (&fixture->sitting, g_free);
    }
  sit (fixture, "q16", 1920, 1080);
  g_assert_cmpfloat (size_of (target (fixture, "Bra"), TRUE), >, 380);
  g_assert_cmpfloat (size_of (ui_test_find (fixture->view, EUP_TYPE_FACE, NULL), TRUE), >, 200);
}

static void
check_labels (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_LABEL (root))
    {
      int width, height;

      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (root)), &width, &height);
      g_assert_cmpint (gtk_widget_get_width (root), >=, width);
      g_assert_cmpint (gtk_widget_get_height (root), >=, height);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_labels (child);
}

static void
no_letter_is_cut_off_at_twice_the_size (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *stack;

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  sit (fixture, "q10", 1366, 768);
  ui_test_settle ();
  check_labels (fixture->view);
  stack = gtk_widget_get_first_child (fixture->view);
  g_assert_cmpfloat (size_of (stack, FALSE), <=, size_of (fixture->view, FALSE));
  g_assert_cmpfloat (size_of (stack, TRUE), <=, size_of (fixture->view, TRUE));
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
begin_cb (EupSittingDialog *dialog, const char *id, char **begun)
{
  *begun = g_strdup (id);
}

static void
it_begins_when_it_is_said_how (Fixture *fixture, gconstpointer data)
{
  GtkWidget *under = gtk_label_new (NULL);
  AdwDialog *dialog;
  g_autofree char *begun = NULL;
  GtkWidget *begin;

  ui_test_forget (fixture->kase, "q17");
  dialog = eup_sitting_dialog_new (fixture->kase);
  g_signal_connect (dialog, "begun", G_CALLBACK (begin_cb), &begun);
  fixture->window = ui_test_present (under, 900, 900);
  adw_dialog_present (dialog, under);
  ui_test_settle ();
  begin = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Begin");
  g_assert_false (gtk_widget_get_sensitive (begin));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Choose how it is done."));
  ui_test_choose (GTK_WIDGET (dialog), "With pictures");
  g_assert_true (gtk_widget_get_sensitive (begin));
  ui_test_press (GTK_WIDGET (dialog), "_Begin");
  fixture->sitting = g_strdup (begun);
  g_assert_nonnull (begun);
  g_assert_cmpstr (sitting (fixture)->method, ==, "pictures");
  g_assert_cmpstr (sitting (fixture)->occasion, ==, "midday");
  g_assert_true (g_strv_contains ((const char *const *) sitting (fixture)->topics, "q17"));
  g_assert_false (g_strv_contains ((const char *const *) sitting (fixture)->topics, "q16"));
}

static void
a_sitting_is_listed_and_taken_away (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group;

  g_object_unref (fixture->kase);
  fixture->kase = ui_test_case ("night-camera.json");
  group = eup_sittings_group_new (fixture->kase);
  fixture->window = ui_test_present (group, 700, 500);
  g_assert_nonnull (ui_test_row (group, "Sit with Gunnar"));
  g_assert_nonnull (ui_test_row (group, "16 November 2026, evening"));
  g_assert_true (ui_test_holds (group, "2 answers"));
  g_assert_true (ui_test_holds (group, "stopped early, tired"));
  ui_test_press (ui_test_row (group, "16 November 2026, evening"), "Remove this sitting");
  g_assert_null (ui_test_row (group, "16 November 2026, evening"));
  eup_case_undo (fixture->kase);
  g_assert_nonnull (ui_test_row (group, "16 November 2026, evening"));
}

static void
a_sitting_is_shown_beside_the_others (Fixture *fixture, gconstpointer data)
{
  GtkWidget *under = gtk_label_new (NULL);
  AdwDialog *dialog;

  g_object_unref (fixture->kase);
  fixture->kase = ui_test_case ("night-camera.json");
  dialog = eup_sitting_answers_dialog_new (fixture->kase, "sitting-2");
  fixture->window = ui_test_present (under, 700, 700);
  adw_dialog_present (dialog, under);
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Same answer 11 Nov: Feeling secure: Mostly"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Another answer 11 Nov: In between"));
}

static void
chips_say_what_was_said_before (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chips = eup_sitting_chips_new ();
  const EupAssessment *assessment;

  g_object_unref (fixture->kase);
  fixture->kase = ui_test_case ("night-camera.json");
  assessment = eup_case_get_assessment (fixture->kase);
  fixture->window = ui_test_present (chips, 500, 300);
  eup_sitting_chips_show (EUP_SITTING_CHIPS (chips), fixture->kase, ui_test_question (fixture->kase, "q15"),
                          eup_assessment_find_statement (assessment, "q15", "gunnar"));
  g_assert_true (gtk_widget_get_visible (chips));
  g_assert_true (ui_test_holds (chips, "Another answer 11 Nov: In between"));
  g_assert_true (ui_test_holds (chips, "Same answer 16 Nov"));
  eup_sitting_chips_show (EUP_SITTING_CHIPS (chips), fixture->kase, ui_test_question (fixture->kase, "q10"),
                          eup_assessment_find_statement (assessment, "q10", "gunnar"));
  g_assert_true (ui_test_holds (chips, "Hemma hos Gunnar, vid köksbordet, 11 Nov"));
  eup_sitting_chips_show (EUP_SITTING_CHIPS (chips), fixture->kase, ui_test_question (fixture->kase, "q15"),
                          eup_assessment_find_statement (assessment, "q15", "birgit"));
  g_assert_false (gtk_widget_get_visible (chips));
}

static void
signs_are_noted_in_a_meeting_too (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = eup_signs_bar_new ();

  fixture->window = ui_test_present (bar, 400, 100);
  eup_signs_bar_show (EUP_SIGNS_BAR (bar), fixture->kase, NULL, "q16");
  ui_test_press (bar, "Tired");
  g_assert_nonnull (eup_rules_sign (eup_case_get_assessment (fixture->kase), "tired", NULL, "q16"));
  eup_signs_bar_show (EUP_SIGNS_BAR (bar), fixture->kase, NULL, "q17");
  g_assert_false (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_test_find (bar, GTK_TYPE_TOGGLE_BUTTON, "Tired"))));
}

#define ADD(name) g_test_add ("/sitting/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD (nothing_is_chosen_and_nothing_goes_on_by_itself);
  ADD (it_is_named_and_has_roles);
  ADD (it_speaks_the_residents_language);
  ADD (what_only_others_note_is_not_offered);
  ADD (whoever_would_rather_not_answer_says_so);
  ADD (what_the_resident_says_is_written_down);
  ADD (a_sign_takes_one_press_and_a_refusal_offers_to_stop);
  ADD (it_can_be_stopped_at_any_time_and_gone_on_with);
  ADD (the_way_back_does_not_leave_it);
  ADD (it_goes_on_where_it_was_broken_off);
  ADD (everything_to_press_is_large);
  ADD (no_letter_is_cut_off_at_twice_the_size);
  ADD (it_begins_when_it_is_said_how);
  ADD (a_sitting_is_listed_and_taken_away);
  ADD (a_sitting_is_shown_beside_the_others);
  ADD (chips_say_what_was_said_before);
  ADD (signs_are_noted_in_a_meeting_too);
  return ui_test_run ();
}
