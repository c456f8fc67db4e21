/* The preparation: each change is put at once, what is missing is said, and dates are read as people
 * write them. */

#include "ui-test.h"

#include "ui/common/eup-date-row.h"
#include "ui/meeting/eup-people-group.h"
#include "ui/meeting/eup-person-dialog.h"
#include "ui/meeting/eup-prepare-page.h"

static const EupAssessment *
assessment_of (EupCase *kase)
{
  return eup_case_get_assessment (kase);
}

static GtkWindow *
show (EupCase *kase, GtkWidget **page)
{
  *page = eup_prepare_page_new (kase);
  return ui_test_present (*page, 900, 1200);
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

static void
type (GtkWidget *root, const char *title, const char *text)
{
  GtkWidget *row = row_titled (root, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkWidget *
begin_of (GtkWidget *page)
{
  return ui_test_find (page, GTK_TYPE_BUTTON, "Begin the _meeting");
}

static void
each_change_is_put_at_once (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  type (page, "Case number", "2026-099");
  type (page, "Place", "Biblioteket");
  g_assert_cmpstr (assessment_of (kase)->card->number, ==, "2026-099");
  g_assert_cmpstr (assessment_of (kase)->card->place, ==, "Biblioteket");
  gtk_window_destroy (window);
}

static void
the_record_gets_a_second_language (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  AdwComboRow *row = ADW_COMBO_ROW (row_titled (page, "Second language in the record"));

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpstr (assessment_of (kase)->card->record_second_language, ==, "sv");
  g_assert_null (assessment_of (kase)->card->second_language);
  adw_combo_row_set_selected (row, 0);
  g_assert_null (assessment_of (kase)->card->record_second_language);
  gtk_window_destroy (window);
}

static void
what_is_undone_is_shown_again (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  g_autofree char *before = g_strdup (assessment_of (kase)->card->number);

  type (page, "Case number", "2026-099");
  eup_case_undo (kase);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_titled (page, "Case number"))), ==, before);
  gtk_window_destroy (window);
}

static void
what_is_missing_is_said_beside_the_button (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  g_assert_true (gtk_widget_is_sensitive (begin_of (page)));
  type (page, "Case number", "");
  g_assert_false (gtk_widget_is_sensitive (begin_of (page)));
  g_assert_true (ui_test_holds (page, "Still missing: the case number."));
  type (page, "First name or initials, as on the screen", "");
  g_assert_true (ui_test_holds (page, "Still missing: the name on the screen and the case number."));
  gtk_window_destroy (window);
}

static void
the_name_on_the_screen_is_also_the_residents_while_they_agree (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  EupPerson *anna = eup_case_edit (kase, EUP_PART_PERSON, "anna");
  GtkWidget *page;
  GtkWindow *window;

  g_set_str (&anna->name, "Anna");
  eup_case_put (kase, EUP_PART_PERSON, anna);
  window = show (kase, &page);
  type (page, "First name or initials, as on the screen", "Ann");
  g_assert_cmpstr (eup_assessment_find_person (assessment_of (kase), "anna")->name, ==, "Ann");
  anna = eup_case_edit (kase, EUP_PART_PERSON, "anna");
  g_set_str (&anna->name, "Anna Bergman");
  eup_case_put (kase, EUP_PART_PERSON, anna);
  type (page, "First name or initials, as on the screen", "A.");
  g_assert_cmpstr (eup_assessment_find_person (assessment_of (kase), "anna")->name, ==, "Anna Bergman");
  gtk_window_destroy (window);
}

static void
day_and_time_become_one_moment (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  GtkWidget *group = row_titled (page, "Begins at, such as 13:30");

  eup_date_row_set_date (EUP_DATE_ROW (row_titled (page, "Day")), "2026-12-03");
  gtk_editable_set_text (GTK_EDITABLE (group), "14.15");
  g_assert_cmpstr (assessment_of (kase)->card->meeting, ==, "2026-12-03T14:15:00+00:00");
  gtk_window_destroy (window);
}

static void
a_person_is_there_with_the_first_letter_of_the_name (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  AdwDialog *dialog = eup_person_dialog_new (kase, NULL, EUP_VOICE_RELATIVES);
  guint before = assessment_of (kase)->people->len;

  adw_dialog_present (dialog, page);
  ui_test_settle ();
  g_assert_cmpuint (assessment_of (kase)->people->len, ==, before);
  type (GTK_WIDGET (dialog), "Name", "J");
  g_assert_cmpuint (assessment_of (kase)->people->len, ==, before + 1);
  type (GTK_WIDGET (dialog), "Name", "Johan");
  g_assert_cmpuint (assessment_of (kase)->people->len, ==, before + 1);
  g_assert_true (ui_test_holds (page, "Johan"));
  gtk_window_destroy (window);
}

static void
one_person_decides (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  AdwDialog *dialog = eup_person_dialog_new (kase, "maria", EUP_VOICE_STAFF);

  adw_dialog_present (dialog, page);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row_titled (GTK_WIDGET (dialog), "Makes the decision")), TRUE);
  for (guint i = 0; i < assessment_of (kase)->people->len; i++)
    {
      const EupPerson *person = assessment_of (kase)->people->pdata[i];

      g_assert_true (person->decides == (g_strcmp0 (person->id, "maria") == 0));
    }
  gtk_window_destroy (window);
}

static void
a_reason_is_asked_of_those_who_are_not_here (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  AdwDialog *dialog = eup_person_dialog_new (kase, "per", EUP_VOICE_RELATIVES);
  GtkWidget *reason;

  adw_dialog_present (dialog, page);
  reason = row_titled (GTK_WIDGET (dialog), "Why not here");
  g_assert_false (gtk_widget_get_visible (reason));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row_titled (GTK_WIDGET (dialog), "Takes part")), 4);
  g_assert_true (gtk_widget_get_visible (reason));
  gtk_editable_set_text (GTK_EDITABLE (reason), "Arbetar");
  g_assert_cmpstr (eup_assessment_find_person (assessment_of (kase), "per")->presence, ==, "absent");
  g_assert_cmpstr (eup_assessment_find_person (assessment_of (kase), "per")->reason, ==, "Arbetar");
  gtk_window_destroy (window);
}

static void
dates_are_read_as_people_write_them (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* NULL: no date */
  } cases[] = {
    { "2026-12-15", "2026-12-15" },
    { " 2026-12-15 ", "2026-12-15" },
    { "2026-1-5", "2026-01-05" },
    { "15 December 2026", "2026-12-15" },
    { "2026-02-30", NULL },
    { "soon", NULL },
    { "", NULL },
    { "0026-12-15", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = eup_date_parse (cases[i].text);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
a_date_that_cant_be_read_is_marked_and_not_kept (void)
{
  GtkWidget *row = eup_date_row_new ("Day");
  GtkWidget *list = gtk_list_box_new ();
  GtkWindow *window = ui_test_present (list, 400, 100);

  gtk_list_box_append (GTK_LIST_BOX (list), row);

  gtk_editable_set_text (GTK_EDITABLE (row), "2026-12-15");
  g_assert_cmpstr (eup_date_row_get_date (EUP_DATE_ROW (row)), ==, "2026-12-15");
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  gtk_editable_set_text (GTK_EDITABLE (row), "soon");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_null (eup_date_row_get_date (EUP_DATE_ROW (row)));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_window_destroy (window);
}

static void
the_day_of_birth_is_asked_for_only_where_it_matters_and_is_not_known (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  g_assert_null (ui_test_find (page, EUP_TYPE_DATE_ROW, "Day of birth"));
  type (page, "Personal number, such as 19420314-0000", "");
  eup_date_row_set_date (EUP_DATE_ROW (ui_test_find (page, EUP_TYPE_DATE_ROW, "Day of birth")), "1942-03-14");
  g_assert_cmpstr (assessment_of (kase)->card->birthday, ==, "1942-03-14");
  gtk_window_destroy (window);
}

static void
no_day_of_birth_is_asked_for_where_nothing_depends_on_it (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.zh.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);

  type (page, "Identity number, 18 characters", "");
  g_assert_null (ui_test_find (page, EUP_TYPE_DATE_ROW, "Day of birth"));
  gtk_window_destroy (window);
}

static void
tasks_of_the_follow_up_come_with_a_follow_up (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page;
  GtkWindow *window = show (kase, &page);
  EupCard *card;

  g_assert_null (ui_test_find (page, ADW_TYPE_ACTION_ROW, "each consent still holds"));
  card = eup_case_edit (kase, EUP_PART_CARD, NULL);
  g_set_str (&card->occasion, "follow-up");
  eup_case_put (kase, EUP_PART_CARD, card);
  g_assert_nonnull (ui_test_find (page, ADW_TYPE_ACTION_ROW, "each consent still holds"));
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/prepare-page/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (each_change_is_put_at_once);
  CASE (the_record_gets_a_second_language);
  CASE (what_is_undone_is_shown_again);
  CASE (what_is_missing_is_said_beside_the_button);
  CASE (the_name_on_the_screen_is_also_the_residents_while_they_agree);
  CASE (day_and_time_become_one_moment);
  CASE (a_person_is_there_with_the_first_letter_of_the_name);
  CASE (one_person_decides);
  CASE (a_reason_is_asked_of_those_who_are_not_here);
  CASE (dates_are_read_as_people_write_them);
  CASE (a_date_that_cant_be_read_is_marked_and_not_kept);
  CASE (the_day_of_birth_is_asked_for_only_where_it_matters_and_is_not_known);
  CASE (no_day_of_birth_is_asked_for_where_nothing_depends_on_it);
  CASE (tasks_of_the_follow_up_come_with_a_follow_up);
  return ui_test_run ();
}
