/* The soft clock: how long the meeting has been at the stage, and how much is left of what was planned.
 * It counts what goes by here, whatever the system says of the time of day, and notes it in the case:
 * each minute, when the stage is left, and when the meeting pauses. */

#include "ui/meeting/eup-meeting-page-private.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "casework/eup-case-session.h"
#include "ui/common/eup-language.h"

#define TICK_SECONDS 15
#define NOTE_SECONDS 60

static void
take_time (EupMeetingPage *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->clock_stage != NULL)
    self->clock_time += eup_clock_elapsed (self->clock_since, now, TICK_SECONDS * G_USEC_PER_SEC);
  self->clock_since = now;
}

/* Whole seconds go into the case, the rest waits for the next. */
static void
note_time (EupMeetingPage *self)
{
  gint64 seconds = self->clock_time / G_USEC_PER_SEC;

  if (self->clock_stage == NULL || seconds == 0)
    return;
  self->clock_time -= seconds * G_USEC_PER_SEC;
  eup_case_add_stage_time (self->kase, self->clock_stage, seconds);
}

/* "45 minutes left until 15.30": only where somebody has planned it. */
static char *
describe_rest (EupMeetingPage *self)
{
  g_autofree char *end =
      eup_rules_planned_end (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autofree char *time = eup_rules_time_of_day (end, eup_ui_language ());
  g_autofree char *now = eup_case_now (self->kase);
  int minutes = end != NULL ? eup_rules_minutes_between (now, end) : 0;

  if (end == NULL)
    return g_strdup (_ ("No hurry. You can go on another day."));
  if (minutes <= 0)
    return g_strdup_printf (_ ("The planned end was %s. You can go on, or on another day."), time);
  return g_strdup_printf (ngettext ("%1$d minute left until %2$s, as planned. No hurry.",
                                    "%1$d minutes left until %2$s, as planned. No hurry.", minutes),
                          minutes, time);
}

static void
show_time (EupMeetingPage *self)
{
  g_autofree char *rest = describe_rest (self);
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;
  const EupStage *stage = self->clock_stage;
  gint64 spent;
  int minutes;

  eup_meeting_rail_set_rest (self->rail, rest);
  if (stage == NULL)
    return;
  minutes = eup_rules_minutes (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase), stage);
  spent = eup_rules_stage_seconds (eup_case_get_assessment (self->kase), stage) +
          self->clock_time / G_USEC_PER_SEC;
  time = g_strdup_printf (_ ("%1$d of %2$d min"), (int) (spent / 60), minutes);
  /* Translators: stage and time: "Values: 6 of 15 min" */
  words = g_strdup_printf (C_ ("stage and time", "%1$s: %2$s"),
                           eup_text_get (stage->title, eup_ui_language ()), time);
  eup_meeting_rail_set_time (self->rail, words, minutes > 0 ? (double) spent / 60 / minutes : 0);
  eup_question_page_set_time (self->question_page, time);
}

static gboolean
tick_cb (gpointer data)
{
  EupMeetingPage *self = data;

  take_time (self);
  if (self->clock_time >= NOTE_SECONDS * G_USEC_PER_SEC)
    note_time (self);
  show_time (self);
  return G_SOURCE_CONTINUE;
}

/* Starts to count for the stage of the question that is shown; at another place nothing is counted. */
void
eup_meeting_page_start_clock (EupMeetingPage *self)
{
  const EupQuestion *question = self->place.question;

  self->clock_stage =
      question ? eup_method_get_stages (eup_case_get_model (self->kase)->method)->pdata[question->stage]
               : NULL;
  self->clock_time = 0;
  self->clock_since = g_get_monotonic_time ();
  show_time (self);
  self->clock_source = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

void
eup_meeting_page_stop_clock (EupMeetingPage *self)
{
  if (self->clock_source == 0)
    return;
  take_time (self);
  note_time (self);
  self->clock_stage = NULL;
  g_clear_handle_id (&self->clock_source, g_source_remove);
}
