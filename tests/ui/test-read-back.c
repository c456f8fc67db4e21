/* The reading back: everybody hears what is theirs, on the wall and in the facilitator's window, and what
 * they say of it is kept. */

#include "ui-test.h"

#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-read-back-people.h"
#include "ui/meeting/eup-read-back-view.h"
#include "ui/meeting/eup-sentence.h"
#include "ui/meeting/eup-words.h"

typedef struct
{
  EupCase *kase;
  EupMeetingPage *page;
  EupReadBack *read_back;
  GtkWindow *window;
  GtkWindow *wall;
} Fixture;

static void
act (Fixture *fixture, const char *action, const char *target)
{
  g_action_group_activate_action (eup_read_back_get_actions (fixture->read_back), action,
                                  g_variant_new_string (target));
  ui_test_settle ();
}

static void
open_page (Fixture *fixture)
{
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), 1600, 900);
  fixture->read_back = eup_shared_state_get_read_back (eup_meeting_page_get_shared_state (fixture->page));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.shared", NULL);
  fixture->wall = eup_meeting_page_get_shared_window (fixture->page);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.go-to", "s", "read-back");
  ui_test_settle ();
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

static const char *
person (Fixture *fixture)
{
  const EupPerson *read_to = eup_read_back_get_person (fixture->read_back);

  return read_to ? read_to->id : NULL;
}

/* The first sentence on the page. */
static const EupStatement *
sentence (Fixture *fixture, guint i)
{
  g_autoptr (GPtrArray) page = eup_read_back_get_page (fixture->read_back);

  g_assert_cmpuint (i, <, page->len);
  return page->pdata[i];
}

static const EupConfirmation *
said_of (Fixture *fixture, const char *statement)
{
  const EupAssessment *assessment = eup_case_get_assessment (fixture->kase);

  return eup_rules_confirmation (assessment, eup_assessment_find (assessment, EUP_PART_STATEMENT, statement));
}

/* Among what is seen now: other pages of the meeting may hold the same words. */
static gboolean
is_shown (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  if (ADW_IS_PREFERENCES_GROUP (root) &&
      g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (root)), words) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_shown (child, words))
      return TRUE;
  return FALSE;
}

static void
the_resident_is_read_to_first_and_both_windows_show_it (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  g_assert_cmpstr (person (fixture), ==, "anna");
  g_assert_true (is_shown (GTK_WIDGET (fixture->window), "Anna, is this what you mean?"));
  g_assert_true (is_shown (GTK_WIDGET (fixture->window), sentence (fixture, 0)->words));
  g_assert_true (is_shown (GTK_WIDGET (fixture->wall), "Anna, är det så här du menar?"));
  g_assert_true (is_shown (GTK_WIDGET (fixture->wall), sentence (fixture, 0)->words));
}

static void
a_yes_is_for_the_whole_page_and_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) page = NULL;

  open_page (fixture);
  page = eup_read_back_get_page (fixture->read_back);
  for (guint i = 0; i < page->len; i++)
    g_ptr_array_add (ids, g_strdup (((EupStatement *) page->pdata[i])->id));
  ui_test_press (GTK_WIDGET (fixture->wall), "Så menar jag");
  ui_test_settle ();
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpstr (said_of (fixture, ids->pdata[i])->answer, ==, "yes");
  g_assert_cmpstr (said_of (fixture, ids->pdata[0])->occasion, ==, "read-back");
  g_assert_cmpstr (sentence (fixture, 0)->id, !=, ids->pdata[0]);
  eup_case_undo (fixture->kase);
  for (guint i = 0; i < ids->len; i++)
    g_assert_null (said_of (fixture, ids->pdata[i]));
}

static void
a_yes_to_the_sentence_that_is_pointed_at_is_for_that_one_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  open_page (fixture);
  first = g_strdup (sentence (fixture, 0)->id);
  second = g_strdup (sentence (fixture, 1)->id);
  act (fixture, "choose", second);
  g_assert_true (is_shown (GTK_WIDGET (fixture->wall), "Svaret gäller mening 2."));
  act (fixture, "answer", "yes");
  g_assert_null (said_of (fixture, first));
  g_assert_nonnull (said_of (fixture, second));
  g_assert_cmpstr (sentence (fixture, 0)->id, ==, first); /* the page waits for the other one */
  act (fixture, "answer", "yes");
  g_assert_cmpstr (sentence (fixture, 0)->id, !=, first);
}

/* The field that is seen; NULL while nothing is asked for. */
static EupWords *
field_of (Fixture *fixture)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (gtk_widget_get_ancestor (
      ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_READ_BACK_PEOPLE, NULL), GTK_TYPE_STACK)));

  return (EupWords *) ui_test_find (page, EUP_TYPE_WORDS, NULL);
}

static void
a_change_is_written_in_the_facilitator_s_window (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *before = NULL, *draft = NULL;

  open_page (fixture);
  id = g_strdup (sentence (fixture, 1)->id);
  before = g_strdup (sentence (fixture, 1)->words);
  act (fixture, "answer", "changed");
  g_assert_true (is_shown (GTK_WIDGET (fixture->wall), "Vilken mening vill du ändra? Peka på den."));
  g_assert_null (field_of (fixture));
  act (fixture, "choose", id);
  g_assert_true (is_shown (GTK_WIDGET (fixture->wall), "Berätta. Vi skriver ner det du säger."));
  draft = eup_words_get_text (field_of (fixture));
  g_assert_cmpstr (draft, ==, before);
  eup_words_set_text (field_of (fixture), "Nu säger jag det så här");
  g_signal_emit_by_name (field_of (fixture), "written");
  ui_test_press (GTK_WIDGET (fixture->window), "_Write Down");
  g_assert_cmpstr (said_of (fixture, id)->answer, ==, "changed");
  g_assert_cmpstr (said_of (fixture, id)->before, ==, before);
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->wall), "Nu säger jag det så här"));
}

static void
an_objection_may_stand_without_words_and_stays_on_the_decision (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  open_page (fixture);
  id = g_strdup (sentence (fixture, 0)->id);
  act (fixture, "answer", "objects");
  act (fixture, "choose", id);
  ui_test_press (GTK_WIDGET (fixture->window), "_Write Down");
  g_assert_cmpstr (said_of (fixture, id)->answer, ==, "objects");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.go-to", "s", "decide");
  ui_test_settle ();
  g_assert_true (is_shown (GTK_WIDGET (fixture->window), "Objections"));
}

/* A page is said yes to as a whole; what its person said of one sentence before is not said otherwise by it. */
static void
a_yes_to_the_rest_of_a_page_leaves_the_objection (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  open_page (fixture);
  first = g_strdup (sentence (fixture, 0)->id);
  second = g_strdup (sentence (fixture, 1)->id);
  act (fixture, "answer", "objects");
  act (fixture, "choose", first);
  ui_test_press (GTK_WIDGET (fixture->window), "_Write Down");
  g_assert_cmpstr (sentence (fixture, 0)->id, ==, first);
  act (fixture, "answer", "yes");
  g_assert_cmpstr (said_of (fixture, first)->answer, ==, "objects");
  g_assert_cmpstr (said_of (fixture, second)->answer, ==, "yes");
  g_assert_cmpstr (sentence (fixture, 0)->id, !=, first);
  g_action_group_activate_action (eup_read_back_get_actions (fixture->read_back), "step",
                                  g_variant_new_int32 (-1));
  g_assert_cmpstr (sentence (fixture, 0)->id, ==, first);
  act (fixture, "answer", "yes"); /* heard again: nothing is left of the page */
  g_assert_cmpstr (said_of (fixture, first)->answer, ==, "objects");
  g_assert_cmpstr (sentence (fixture, 0)->id, !=, first);
}

static void
who_is_not_here_is_passed_over_with_a_word (Fixture *fixture, gconstpointer data)
{
  EupPerson *per = eup_case_edit (fixture->kase, EUP_PART_PERSON, "per");

  g_set_str (&per->presence, "absent");
  eup_case_put (fixture->kase, EUP_PART_PERSON, per);
  open_page (fixture);
  while (g_strcmp0 (person (fixture), "anna") == 0)
    g_action_group_activate_action (eup_read_back_get_actions (fixture->read_back), "step",
                                    g_variant_new_int32 (1));
  ui_test_settle ();
  g_assert_cmpstr (person (fixture), ==, "eva");
  g_assert_true (is_shown (GTK_WIDGET (fixture->wall), "Per B. är inte här nu."));
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->window), "Not here. Not read back"));
  g_action_group_activate_action (eup_read_back_get_actions (fixture->read_back), "step",
                                  g_variant_new_int32 (-1));
  g_assert_cmpstr (person (fixture), ==, "anna");
}

static void
at_the_end_it_is_said_that_all_have_heard (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  while (person (fixture) != NULL)
    g_action_group_activate_action (eup_read_back_get_actions (fixture->read_back), "answer",
                                    g_variant_new_string ("yes"));
  ui_test_settle ();
  g_assert_true (is_shown (GTK_WIDGET (fixture->wall), "Nu har alla som är här fått höra sina egna ord."));
  g_assert_true (is_shown (GTK_WIDGET (fixture->wall), "Karin Lund och Nattpersonalen är inte här nu."));
  g_assert_true (
      ui_test_holds (GTK_WIDGET (fixture->window), "Not read back to Karin Lund and Nattpersonalen."));
}

static void
what_is_still_covered_is_not_read (Fixture *fixture, gconstpointer data)
{
  const EupAssessment *assessment = eup_case_get_assessment (fixture->kase);
  const EupStatement *hidden;

  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q1"));
  hidden = eup_assessment_find_statement (assessment, "q1", "anna");
  open_page (fixture);
  g_assert_cmpstr (sentence (fixture, 0)->id, !=, hidden->id);
  while (person (fixture) != NULL)
    {
      g_assert_false (ui_test_holds (GTK_WIDGET (fixture->wall), hidden->words));
      g_action_group_activate_action (eup_read_back_get_actions (fixture->read_back), "step",
                                      g_variant_new_int32 (1));
      ui_test_settle ();
    }
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->window), "1 answer is not shown yet"));
}

static void
what_is_being_written_survives_a_look_at_another_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *draft = NULL;

  open_page (fixture);
  act (fixture, "choose", sentence (fixture, 0)->id);
  act (fixture, "answer", "objects");
  eup_words_set_text (field_of (fixture), "Så sade jag inte");
  g_signal_emit_by_name (field_of (fixture), "written");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.go-to", "s", "decide");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.go-to", "s", "read-back");
  ui_test_settle ();
  draft = eup_words_get_text (field_of (fixture));
  g_assert_cmpstr (draft, ==, "Så sade jag inte");
}

static void
on_one_screen_a_change_is_written_on_the_wall (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  GtkWidget *field;

  open_page (fixture);
  id = g_strdup (sentence (fixture, 0)->id);
  act (fixture, "choose", id);
  act (fixture, "answer", "changed");
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->wall), EUP_TYPE_WORDS, NULL));
  eup_shared_state_set_one_screen (eup_meeting_page_get_shared_state (fixture->page), TRUE);
  ui_test_settle ();
  field = ui_test_find (GTK_WIDGET (fixture->wall), EUP_TYPE_WORDS, NULL);
  g_assert_nonnull (field);
  eup_words_set_text (EUP_WORDS (field), "Så vill jag säga det");
  g_signal_emit_by_name (field, "written");
  ui_test_press (GTK_WIDGET (fixture->wall), "_Write Down");
  g_assert_cmpstr (said_of (fixture, id)->answer, ==, "changed");
}

/* Answers and sentences have roles, names and states, and are large enough to press. */
static void
assert_can_be_pressed (GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));
  g_assert_cmpfloat (bounds.size.height, >=, 44);
  g_assert_cmpfloat (bounds.size.width, >=, 44);
}

static void
all_can_be_pressed_and_heard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *roots[2], *button;

  open_page (fixture);
  roots[0] = GTK_WIDGET (fixture->window);
  roots[1] = GTK_WIDGET (fixture->wall);
  act (fixture, "choose", sentence (fixture, 0)->id);
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      GtkWidget *view = ui_test_find (roots[i], EUP_TYPE_READ_BACK_VIEW, NULL);

      button = ui_test_find (view, GTK_TYPE_TOGGLE_BUTTON, sentence (fixture, 0)->words);
      assert_can_be_pressed (button);
      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
      gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
      button = ui_test_find (view, GTK_TYPE_BUTTON, i == 0 ? "I object" : "Jag invänder");
      assert_can_be_pressed (button);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           i == 0 ? "I object" : "Jag invänder");
    }
}

#define ADD(name) g_test_add ("/read-back/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (the_resident_is_read_to_first_and_both_windows_show_it);
  ADD (a_yes_is_for_the_whole_page_and_goes_on);
  ADD (a_yes_to_the_sentence_that_is_pointed_at_is_for_that_one_alone);
  ADD (a_change_is_written_in_the_facilitator_s_window);
  ADD (an_objection_may_stand_without_words_and_stays_on_the_decision);
  ADD (a_yes_to_the_rest_of_a_page_leaves_the_objection);
  ADD (who_is_not_here_is_passed_over_with_a_word);
  ADD (at_the_end_it_is_said_that_all_have_heard);
  ADD (what_is_still_covered_is_not_read);
  ADD (what_is_being_written_survives_a_look_at_another_place);
  ADD (on_one_screen_a_change_is_written_on_the_wall);
  ADD (all_can_be_pressed_and_heard);
  return ui_test_run ();
}
