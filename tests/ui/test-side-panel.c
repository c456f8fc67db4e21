/* Who is here: rows, their menu, the dialog of times, interests. */

#include "ui-test.h"
#include "casework/eup-case-session.h"
#include "ui/common/eup-time-row.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-attendance-row.h"
#include "ui/meeting/eup-person-dialog.h"
#include "ui/meeting/eup-side-panel.h"
#include "ui/meeting/eup-stay-dialog.h"

typedef struct
{
  EupCase *kase;
  EupSidePanel *panel;
  GtkWindow *window;
} Fixture;

static void
set_clock (Fixture *fixture, const char *now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);

  eup_clock_set_fixed (eup_case_get_clock (fixture->kase), time);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  ui_test_forget (fixture->kase, "q16");
  set_clock (fixture, "2026-11-26T15:05:00Z");
  eup_case_begin_session (fixture->kase);
  fixture->panel = g_object_new (EUP_TYPE_SIDE_PANEL, NULL);
  eup_side_panel_set_case (fixture->panel, fixture->kase);
  eup_side_panel_show (fixture->panel, ui_test_question (fixture->kase, "q16"));
  fixture->window = ui_test_present (GTK_WIDGET (fixture->panel), 360, 1200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static GtkWidget *
row_of (Fixture *fixture, const char *name)
{
  GtkWidget *row = ui_test_find (GTK_WIDGET (fixture->panel), EUP_TYPE_ATTENDANCE_ROW, name);

  g_assert_nonnull (row);
  return row;
}

static gboolean
says (Fixture *fixture, const char *name, const char *words)
{
  return ui_test_find (row_of (fixture, name), GTK_TYPE_LABEL, words) != NULL;
}

static void
act (Fixture *fixture, const char *name, const char *action)
{
  ui_test_act (row_of (fixture, name), action);
}

static void
each_row_says_where_somebody_is_and_since_when (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "Anna B.", "Here since 15:05"));
  g_assert_true (says (fixture, "Eva B.", "On the phone since 15:05"));
  g_assert_true (says (fixture, "Karin Lund", "Comes later"));
  g_assert_true (says (fixture, "Nattpersonalen", "Not here"));
  g_assert_true (says (fixture, "Lena Sand", "Here since 15:05"));
}

static void
who_comes_and_who_leaves_can_be_undone (Fixture *fixture, gconstpointer data)
{
  set_clock (fixture, "2026-11-26T15:10:00Z");
  act (fixture, "Karin Lund", "stay.join::room");
  g_assert_true (says (fixture, "Karin Lund", "Here since 15:10"));
  act (fixture, "Per B.", "stay.leave");
  g_assert_true (says (fixture, "Per B.", "Left at 15:10"));
  eup_case_undo (fixture->kase);
  ui_test_settle ();
  g_assert_true (says (fixture, "Per B.", "Here since 15:05"));
  eup_case_undo (fixture->kase);
  ui_test_settle ();
  g_assert_true (says (fixture, "Karin Lund", "Comes later"));
}

static void
who_has_not_spoken_is_said_gently (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "Anna B.", "Has not spoken here yet"));
  ui_test_say (fixture->kase, "q16", "anna", "good", "Ja.");
  ui_test_settle ();
  g_assert_false (says (fixture, "Anna B.", "Has not spoken here yet"));
  g_assert_false (says (fixture, "Karin Lund", "Has not spoken here yet"));
  act (fixture, "Per B.", "stay.leave");
  g_assert_false (says (fixture, "Per B.", "Has not spoken here yet"));
}

static void
set_interest (Fixture *fixture, const char *id, const char *interest, gboolean decides)
{
  EupPerson *person = eup_case_edit (fixture->kase, EUP_PART_PERSON, id);

  g_set_str (&person->interest, interest);
  person->decides = decides;
  eup_case_put (fixture->kase, EUP_PART_PERSON, person);
  ui_test_settle ();
}

static void
an_interest_is_marked_in_words (Fixture *fixture, gconstpointer data)
{
  set_interest (fixture, "karin", "none", TRUE);
  g_assert_false (says (fixture, "Karin Lund", "nterest"));
  set_interest (fixture, "karin", NULL, TRUE);
  g_assert_true (says (fixture, "Karin Lund", "Interest: not asked yet"));
  set_interest (fixture, "per", "some", FALSE);
  g_assert_true (says (fixture, "Per B.", "Has an interest"));
  set_interest (fixture, "maria", NULL, FALSE);
  g_assert_false (says (fixture, "Maria Ek", "nterest"));
}

static void
a_name_is_never_markup (Fixture *fixture, gconstpointer data)
{
  EupPerson *person = eup_case_edit (fixture->kase, EUP_PART_PERSON, "per");

  g_set_str (&person->name, "<b>Per & Pia</b>");
  eup_case_put (fixture->kase, EUP_PART_PERSON, person);
  ui_test_settle ();
  g_assert_true (says (fixture, "<b>Per & Pia</b>", "<b>Per & Pia</b>"));
}

/* The facilitator is there from the first moment, and often named much later. */
static void
who_has_no_name_yet_is_said_all_the_same (Fixture *fixture, gconstpointer data)
{
  static const char *const table[][4] = {
    { "facilitator", NULL, NULL, "Facilitator" },
    { "relatives", "", NULL, "No name yet" },
    { "staff", "", "night nurse", "night nurse" },
    { "staff", "Bo", "night nurse", "Bo, night nurse" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      EupPerson *person = eup_case_edit (fixture->kase, EUP_PART_PERSON, NULL);
      g_autofree char *title = NULL;

      g_set_str (&person->voice, table[i][0]);
      g_set_str (&person->name, table[i][1]);
      g_set_str (&person->role, table[i][2]);
      title = eup_person_describe (person);
      g_assert_cmpstr (title, ==, table[i][3]);
      g_set_str (&person->presence, "room");
      eup_case_put (fixture->kase, EUP_PART_PERSON, person);
      row_of (fixture, table[i][3]);
    }
}

static void
targets_are_large_enough_and_named (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu = ui_test_find (row_of (fixture, "Anna B."), GTK_TYPE_MENU_BUTTON, NULL);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (menu, menu, &bounds));
  g_assert_cmpfloat (bounds.size.width, >=, 44);
  g_assert_cmpfloat (bounds.size.height, >=, 44);
  g_assert_true (ui_test_holds (menu, "Anna B., 84 år comes, leaves, and when"));
}

typedef struct
{
  const char *joined, *left;
  const char *fault; /* NULL: it can be written down */
} TimesCase;

static const TimesCase times_cases[] = {
  { "15.00", "", NULL },
  { "1500", "15:04", NULL },
  { "15", "15 05", NULL },
  { "15:06", "", "That is later than now." },
  { "15:04", "15:03", "Nobody leaves before they came." },
  { "quarter past", "", "Write a time of day, such as 14:05." },
  { "15:00", "25:00", "Write a time of day, such as 14:05." },
  { "", "", "Write a time of day, such as 14:05." },
};

static void
times_that_cannot_be_are_said_and_not_written_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (times_cases); i++)
    {
      const TimesCase *row = &times_cases[i];
      AdwDialog *dialog = eup_stay_dialog_new (fixture->kase, "per");
      GtkWidget *joined, *left, *note;

      g_test_message ("%s to %s", row->joined, row->left);
      adw_dialog_present (dialog, GTK_WIDGET (fixture->panel));
      ui_test_settle ();
      joined = ui_test_row (GTK_WIDGET (dialog), "Came at");
      left = ui_test_row (GTK_WIDGET (dialog), "Left at (empty: still here)");
      gtk_editable_set_text (GTK_EDITABLE (joined), row->joined);
      gtk_editable_set_text (GTK_EDITABLE (left), row->left);
      note = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Write Down");
      g_assert_cmpint (gtk_widget_get_sensitive (note), ==, row->fault == NULL);
      if (row->fault != NULL)
        g_assert_true (ui_test_holds (GTK_WIDGET (dialog), row->fault));
      adw_dialog_force_close (dialog);
      ui_test_settle ();
    }
}

static void
changed_times_can_be_undone (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = eup_stay_dialog_new (fixture->kase, "per");

  adw_dialog_present (dialog, GTK_WIDGET (fixture->panel));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_row (GTK_WIDGET (dialog), "Came at")), "14.50");
  ui_test_press (GTK_WIDGET (dialog), "Write Down");
  ui_test_settle ();
  g_assert_true (says (fixture, "Per B.", "Here since 14:50"));
  eup_case_undo (fixture->kase);
  ui_test_settle ();
  g_assert_true (says (fixture, "Per B.", "Here since 15:05"));
}

static void
who_is_taken_away_comes_back_with_the_stay (Fixture *fixture, gconstpointer data)
{
  eup_case_remove (fixture->kase, EUP_PART_PERSON, "per");
  ui_test_settle ();
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->panel), EUP_TYPE_ATTENDANCE_ROW, "Per B."));
  eup_case_undo (fixture->kase);
  ui_test_settle ();
  g_assert_true (says (fixture, "Per B.", "Here since 15:05"));
}

static void
forty_people_have_room (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("somebody-%u", i);
      EupPerson *person = eup_case_edit (fixture->kase, EUP_PART_PERSON, id);

      g_set_str (&person->name, "محمد 😀");
      g_set_str (&person->voice, "relatives");
      g_set_str (&person->presence, "room");
      eup_case_put (fixture->kase, EUP_PART_PERSON, person);
      eup_case_follow_presence (fixture->kase, id);
    }
  ui_test_settle ();
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->panel)), <=, 1200);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->panel)), <=, 360);
}

static void
times_of_day_are_read_as_people_write_them (void)
{
  static const char *const table[][2] = {
    { "14.05", "14:05" }, { "14:05", "14:05" },  { "1405", "14:05" },   { "905", "09:05" },
    { "9", "09:00" },     { " 9.05 ", "09:05" }, { "14：05", "14:05" }, { "14 05", "14:05" },
    { "0:00", "00:00" },  { "24:00", NULL },     { "14:60", NULL },     { "14:5", NULL },
    { "14:05:30", NULL }, { "", NULL },          { "now", NULL },       { "-1:00", NULL },
    { "١٤:٠٥", "14:05" }, { "123456", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *time = eup_time_parse (table[i][0]);

      g_test_message ("%s", table[i][0]);
      g_assert_cmpstr (time, ==, table[i][1]);
    }
}

#define ADD(name) g_test_add ("/side-panel/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/side-panel/times_of_day_are_read_as_people_write_them",
                   times_of_day_are_read_as_people_write_them);
  ADD (each_row_says_where_somebody_is_and_since_when);
  ADD (who_comes_and_who_leaves_can_be_undone);
  ADD (who_has_not_spoken_is_said_gently);
  ADD (an_interest_is_marked_in_words);
  ADD (a_name_is_never_markup);
  ADD (who_has_no_name_yet_is_said_all_the_same);
  ADD (targets_are_large_enough_and_named);
  ADD (times_that_cannot_be_are_said_and_not_written_down);
  ADD (changed_times_can_be_undone);
  ADD (who_is_taken_away_comes_back_with_the_stay);
  ADD (forty_people_have_room);
  return g_test_run ();
}
