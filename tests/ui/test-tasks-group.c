/* Tasks before the meeting and at the follow-up: ticked off in the card, read only once sealed. */

#include "ui-test.h"
#include "ui/meeting/eup-tasks-group.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  GtkWidget *group;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer stage)
{
  EupCard *card;

  fixture->kase = ui_test_case ("gps-alarm.json");
  card = eup_case_edit (fixture->kase, EUP_PART_CARD, NULL);
  g_clear_pointer (&card->done, g_strfreev);
  eup_case_put (fixture->kase, EUP_PART_CARD, card);
  fixture->group = eup_tasks_group_new (fixture->kase, stage);
  fixture->window = ui_test_present (fixture->group, 600, 1000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static GtkCheckButton *
check (Fixture *fixture, const char *label)
{
  GtkWidget *found = ui_test_find (fixture->group, GTK_TYPE_CHECK_BUTTON, label);

  g_assert_nonnull (found);
  return GTK_CHECK_BUTTON (found);
}

static char **
done (Fixture *fixture)
{
  return eup_case_get_assessment (fixture->kase)->card->done;
}

static void
a_task_that_is_ticked_off_is_in_the_card (Fixture *fixture, gconstpointer data)
{
  gtk_check_button_set_active (check (fixture, "Book an interpreter"), TRUE);
  g_assert_cmpuint (g_strv_length (done (fixture)), ==, 1);
  g_assert_cmpstr (done (fixture)[0], ==, "interpreter");
  gtk_check_button_set_active (check (fixture, "Book an interpreter"), FALSE);
  g_assert_true (done (fixture) == NULL || done (fixture)[0] == NULL);
}

static void
tasks_of_other_stages_stay_ticked_off (Fixture *fixture, gconstpointer data)
{
  EupCard *card = eup_case_edit (fixture->kase, EUP_PART_CARD, NULL);

  card->done = g_strdupv ((char *[]) { (char *) "start-check", NULL });
  eup_case_put (fixture->kase, EUP_PART_CARD, card);
  gtk_check_button_set_active (check (fixture, "the fee"), TRUE);
  g_assert_true (g_strv_contains ((const char *const *) done (fixture), "start-check"));
  g_assert_true (g_strv_contains ((const char *const *) done (fixture), "fee"));
}

static void
how_many_are_done_is_said (Fixture *fixture, gconstpointer data)
{
  gtk_check_button_set_active (check (fixture, "the fee"), TRUE);
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (fixture->group)), ==,
                   "Preparation: 1 of 13 done");
}

static void
what_is_undone_is_no_longer_ticked (Fixture *fixture, gconstpointer data)
{
  ui_test_say (fixture->kase, "q16", "anna", "good",
               NULL); /* what was done to the card before is a step of its own */
  gtk_check_button_set_active (check (fixture, "the fee"), TRUE);
  eup_case_undo (fixture->kase);
  g_assert_false (gtk_check_button_get_active (check (fixture, "the fee")));
}

static void
names_stand_in_the_tasks (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (check (fixture, "Ask Anna which time of day is best"));
}

static void
a_sealed_case_shows_them_to_be_read (Fixture *fixture, gconstpointer data)
{
  EupDecision *decision = eup_case_edit (fixture->kase, EUP_PART_DECISION, NULL);

  g_set_str (&decision->sealed, "2026-11-26T16:00:00Z");
  eup_case_put (fixture->kase, EUP_PART_DECISION, decision);
  g_signal_emit_by_name (fixture->kase, "changed", EUP_PART_DECISION, "decision");
  g_assert_null (ui_test_find (fixture->group, GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_nonnull (ui_test_find (fixture->group, ADW_TYPE_ACTION_ROW, "each consent still holds"));
}

#define ADD(stage, name) g_test_add ("/tasks-group/" #name, Fixture, stage, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("prepare", a_task_that_is_ticked_off_is_in_the_card);
  ADD ("prepare", tasks_of_other_stages_stay_ticked_off);
  ADD ("prepare", how_many_are_done_is_said);
  ADD ("prepare", what_is_undone_is_no_longer_ticked);
  ADD ("prepare", names_stand_in_the_tasks);
  ADD ("follow-up", a_sealed_case_shows_them_to_be_read);
  return ui_test_run ();
}
