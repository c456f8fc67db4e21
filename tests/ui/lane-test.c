#include "lane-test.h"

void
lane_test_show (LaneTest *self, EupVoice voice, const char *question, gboolean has_word)
{
  self->lane = EUP_LANE (eup_lane_new (self->kase, voice));
  eup_lane_show (self->lane, ui_test_question (self->kase, question), has_word);
  self->window = ui_test_present (GTK_WIDGET (self->lane), 500, 800);
}

void
lane_test_set_up (LaneTest *self, gconstpointer data)
{
  self->kase = ui_test_case ("gps-alarm.json");
  ui_test_forget (self->kase, "q16");
}

void
lane_test_tear_down (LaneTest *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_object_unref (self->kase);
}

const EupStatement *
lane_test_said (LaneTest *self, const char *question, const char *person)
{
  return eup_assessment_find_statement (eup_case_get_assessment (self->kase), question, person);
}
