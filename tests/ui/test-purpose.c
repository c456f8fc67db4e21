/* The purpose: what is written in its field is in the case at once, and stays in the field. */

#include "ui-test.h"
#include "ui/meeting/eup-lane.h"
#include "ui/meeting/eup-purpose.h"

static void
what_is_written_is_in_the_case_and_stays (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *lane = eup_lane_new (kase, EUP_VOICE_FACILITATOR);
  GtkWindow *window = ui_test_present (lane, 500, 400);
  GtkWidget *entry;

  eup_lane_show (EUP_LANE (lane), ui_test_question (kase, "q5"), TRUE);
  entry = ui_test_find (lane, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_cmpstr (eup_case_get_assessment (kase)->card->purpose, ==, "");
  gtk_editable_insert_text (GTK_EDITABLE (entry), "Gå ut", -1, &(int) { 0 });
  g_assert_cmpstr (eup_case_get_assessment (kase)->card->purpose, ==, "Gå ut");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Gå ut");
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/purpose/what_is_written_is_in_the_case_and_stays",
                   what_is_written_is_in_the_case_and_stays);
  return ui_test_run ();
}
