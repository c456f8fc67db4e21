/* First or follow-up, and whether it can't wait: what follows from that is said at once. */

#include "ui-test.h"
#include "ui/meeting/eup-occasion-group.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  GtkWidget *group;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  fixture->group = g_object_new (EUP_TYPE_OCCASION_GROUP, NULL);
  eup_occasion_group_set_case (EUP_OCCASION_GROUP (fixture->group), fixture->kase);
  fixture->window = ui_test_present (fixture->group, 600, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static const EupCard *
card (Fixture *fixture)
{
  return eup_case_get_assessment (fixture->kase)->card;
}

static void
a_follow_up_names_the_case_before (Fixture *fixture, gconstpointer data)
{
  GtkWidget *occasion = ui_test_find (fixture->group, ADW_TYPE_COMBO_ROW, NULL);

  g_assert_null (ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "followed up"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (occasion), 1);
  g_assert_cmpstr (card (fixture)->occasion, ==, "follow-up");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "followed up")),
                         "SÄ 2026/3");
  g_assert_cmpstr (card (fixture)->earlier, ==, "SÄ 2026/3");
}

static void
an_urgent_case_says_why_and_what_it_means (Fixture *fixture, gconstpointer data)
{
  GtkWidget *urgent = ui_test_find (fixture->group, ADW_TYPE_SWITCH_ROW, "can’t wait");

  g_assert_true (ui_test_holds (urgent, "holds for 14 days at most"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (urgent), TRUE);
  g_assert_true (card (fixture)->urgent);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "Why it")),
                         "En natt i kylan");
  g_assert_cmpstr (card (fixture)->urgent_reason, ==, "En natt i kylan");
}

static void
no_longer_urgent_keeps_the_reason (Fixture *fixture, gconstpointer data)
{
  GtkWidget *urgent = ui_test_find (fixture->group, ADW_TYPE_SWITCH_ROW, "can’t wait");

  an_urgent_case_says_why_and_what_it_means (fixture, data);
  adw_switch_row_set_active (ADW_SWITCH_ROW (urgent), FALSE);
  g_assert_false (card (fixture)->urgent);
  g_assert_cmpstr (card (fixture)->urgent_reason, ==, "En natt i kylan");
}

#define ADD(name) g_test_add ("/occasion-group/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (a_follow_up_names_the_case_before);
  ADD (an_urgent_case_says_why_and_what_it_means);
  ADD (no_longer_urgent_keeps_the_reason);
  return ui_test_run ();
}
