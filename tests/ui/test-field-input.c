/* What is filled in at a question: it is in the case with each keystroke, nothing is chosen beforehand,
 * and a choice can be taken back. */

#include "ui-test.h"
#include "ui/common/eup-date-row.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-field-input.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  GtkWidget *form;
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
  g_object_unref (fixture->kase);
}

static void
show (Fixture *fixture, const char *question, const char *person)
{
  GtkWidget *lane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  ui_test_forget (fixture->kase, question);
  fixture->form = g_object_new (EUP_TYPE_ANSWER_FORM, NULL);
  eup_answer_form_show (EUP_ANSWER_FORM (fixture->form), fixture->kase,
                        ui_test_question (fixture->kase, question),
                        eup_assessment_find_person (eup_case_get_assessment (fixture->kase), person));
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  gtk_widget_add_css_class (lane, "lane");
  gtk_box_append (GTK_BOX (lane), fixture->form);
  fixture->window = ui_test_present (lane, 480, 900);
}

static GtkWidget *
input (Fixture *fixture, const char *id)
{
  GtkWidget *first = ui_test_find (fixture->form, EUP_TYPE_FIELD_INPUT, NULL);

  g_assert_nonnull (first);
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (eup_field_input_get_id (EUP_FIELD_INPUT (child)), id))
      return child;
  g_assert_not_reached ();
}

static const char *
filled (Fixture *fixture, const char *question, const char *person, const char *field)
{
  const EupStatement *statement =
      eup_assessment_find_statement (eup_case_get_assessment (fixture->kase), question, person);

  return statement != NULL ? eup_statement_get_field (statement, field) : NULL;
}

static void
refresh (Fixture *fixture)
{
  eup_answer_form_refresh (EUP_ANSWER_FORM (fixture->form));
}

static void
a_line_is_in_the_case_with_each_keystroke (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  show (fixture, "q3", "maria");
  entry = ui_test_find (input (fixture, "often"), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "T");
  g_assert_cmpstr (filled (fixture, "q3", "maria", "often"), ==, "T");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Tv");
  g_assert_cmpstr (filled (fixture, "q3", "maria", "often"), ==, "Tv");
  refresh (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Tv");
}

static void
what_is_emptied_is_not_filled_in_any_more (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  show (fixture, "q3", "maria");
  entry = ui_test_find (input (fixture, "often"), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ofta");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_null (filled (fixture, "q3", "maria", "often"));
}

static void
a_voice_sees_only_its_own_fields (Fixture *fixture, gconstpointer data)
{
  show (fixture, "q20", "maria");
  g_assert_nonnull (input (fixture, "before"));
  show (fixture, "q20", "per");
  g_assert_null (ui_test_find (fixture->form, EUP_TYPE_FIELD_INPUT, NULL));
}

static void
only_a_whole_number_is_taken (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  int end = 4;

  show (fixture, "q20", "maria");
  entry = ui_test_find (input (fixture, "before"), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), " 90 ");
  g_assert_cmpstr (filled (fixture, "q20", "maria", "before"), ==, "90");
  gtk_editable_insert_text (GTK_EDITABLE (entry), "min", -1, &end);
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (filled (fixture, "q20", "maria", "before"), ==, "90");
  refresh (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, " 90 min");
  gtk_editable_set_text (GTK_EDITABLE (entry), "0");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpstr (filled (fixture, "q20", "maria", "before"), ==, "0");
}

static GtkWidget *
toggle (Fixture *fixture, const char *field, const char *label)
{
  GtkWidget *found = ui_test_find (input (fixture, field), GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (found);
  return found;
}

static void
nothing_is_chosen_and_one_choice_takes_the_place_of_another (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *never, *justified;

  show (fixture, "q23", "maria");
  never = GTK_TOGGLE_BUTTON (toggle (fixture, "control", "Never"));
  justified = GTK_TOGGLE_BUTTON (toggle (fixture, "control", "for a reason"));
  g_assert_false (gtk_toggle_button_get_active (never));
  g_assert_false (gtk_toggle_button_get_active (justified));
  gtk_toggle_button_set_active (never, TRUE);
  g_assert_cmpstr (filled (fixture, "q23", "maria", "control"), ==, "never");
  gtk_toggle_button_set_active (justified, TRUE);
  g_assert_false (gtk_toggle_button_get_active (never));
  g_assert_cmpstr (filled (fixture, "q23", "maria", "control"), ==, "justified");
}

static void
a_choice_pressed_again_is_taken_back (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *never;

  show (fixture, "q23", "maria");
  never = GTK_TOGGLE_BUTTON (toggle (fixture, "control", "Never"));
  gtk_toggle_button_set_active (never, TRUE);
  gtk_toggle_button_set_active (never, FALSE);
  g_assert_null (filled (fixture, "q23", "maria", "control"));
}

static void
several_choices_stand_with_a_space_between (Fixture *fixture, gconstpointer data)
{
  GtkWidget *ways;

  show (fixture, "q9", "lena");
  ways = input (fixture, "ways");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (ways, GTK_TYPE_CHECK_BUTTON, "Could try it")),
                               TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (ways, GTK_TYPE_CHECK_BUTTON, "Pictures")),
                               TRUE);
  g_assert_cmpstr (filled (fixture, "q9", "lena", "ways"), ==, "pictures tried");
}

static void
many_options_are_a_list_that_begins_with_none (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *list;

  show (fixture, "q13", "lena");
  list = GTK_DROP_DOWN (ui_test_find (input (fixture, "representative"), GTK_TYPE_DROP_DOWN, NULL));
  g_assert_cmpuint (gtk_drop_down_get_selected (list), ==, 0);
  g_assert_null (filled (fixture, "q13", "lena", "representative"));
  gtk_drop_down_set_selected (list, 3);
  g_assert_cmpstr (filled (fixture, "q13", "lena", "representative"), ==, "god-man");
  gtk_drop_down_set_selected (list, 0);
  g_assert_null (filled (fixture, "q13", "lena", "representative"));
}

static void
a_date_is_kept_as_figures (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show (fixture, "q3", "per");
  row = ui_test_find (input (fixture, "last"), EUP_TYPE_DATE_ROW, NULL);
  eup_date_row_set_date (EUP_DATE_ROW (row), "2026-11-02");
  g_assert_cmpstr (filled (fixture, "q3", "per", "last"), ==, "2026-11-02");
}

static void
what_is_undone_is_shown_again (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *never;

  show (fixture, "q23", "maria");
  never = GTK_TOGGLE_BUTTON (toggle (fixture, "control", "Never"));
  gtk_toggle_button_set_active (never, TRUE);
  eup_case_undo (fixture->kase);
  refresh (fixture);
  g_assert_false (gtk_toggle_button_get_active (never));
}

static void
inputs_have_names_and_groups_a_role (Fixture *fixture, gconstpointer data)
{
  GtkWidget *number, *control;

  show (fixture, "q20", "maria");
  number = ui_test_find (input (fixture, "before"), GTK_TYPE_ENTRY, NULL);
  gtk_test_accessible_assert_property (number, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Time with people now, minutes a day");
  show (fixture, "q23", "maria");
  control = input (fixture, "control");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "May the data be used to check on staff?");
}

static void
every_target_is_44_pixels_or_more (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *question, *person;
  } cases[] = { { "q11", "maria" }, { "q9", "lena" }, { "q13", "lena" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *first;

      show (fixture, cases[i].question, cases[i].person);
      first = ui_test_find (fixture->form, EUP_TYPE_FIELD_INPUT, NULL);
      for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          GtkWidget *button = ui_test_find (child, GTK_TYPE_TOGGLE_BUTTON, NULL);
          graphene_rect_t bounds;

          button = button ? button : ui_test_find (child, GTK_TYPE_CHECK_BUTTON, NULL);
          button = button ? button : ui_test_find (child, GTK_TYPE_ENTRY, NULL);
          if (button == NULL || !gtk_widget_get_mapped (button))
            continue;
          g_assert_true (gtk_widget_compute_bounds (button, button, &bounds));
          g_assert_cmpfloat (bounds.size.height, >=, 44);
          g_assert_cmpfloat (bounds.size.width, >=, 44);
        }
    }
}

static void
a_sealed_case_is_only_for_reading (Fixture *fixture, gconstpointer data)
{
  EupDecision *decision = eup_case_edit (fixture->kase, EUP_PART_DECISION, NULL);

  show (fixture, "q23", "maria");
  g_set_str (&decision->sealed, "2026-11-26T16:00:00Z");
  eup_case_put (fixture->kase, EUP_PART_DECISION, decision);
  refresh (fixture);
  g_assert_false (gtk_widget_is_sensitive (toggle (fixture, "control", "Never")));
}

#define ADD(name) g_test_add ("/field-input/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (a_line_is_in_the_case_with_each_keystroke);
  ADD (what_is_emptied_is_not_filled_in_any_more);
  ADD (a_voice_sees_only_its_own_fields);
  ADD (only_a_whole_number_is_taken);
  ADD (nothing_is_chosen_and_one_choice_takes_the_place_of_another);
  ADD (a_choice_pressed_again_is_taken_back);
  ADD (several_choices_stand_with_a_space_between);
  ADD (many_options_are_a_list_that_begins_with_none);
  ADD (a_date_is_kept_as_figures);
  ADD (what_is_undone_is_shown_again);
  ADD (inputs_have_names_and_groups_a_role);
  ADD (every_target_is_44_pixels_or_more);
  ADD (a_sealed_case_is_only_for_reading);
  return ui_test_run ();
}
