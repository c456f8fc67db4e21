/* The times at which the meeting sits. A session begins when the meeting is opened and ends in a pause,
 * with the program, or at the seal; a program that was killed is found with a session that goes on, and
 * that one then ends where its last word was kept. Who is there stands in eup-case-attendance.c. */

#include "casework/eup-case-session.h"

#include "casework/eup-case-private.h"

/**
 * eup_case_now:
 *
 * The time for all that the meeting notes of itself. Time does not run backwards in a case: while the
 * system's clock stands before the last time that the case has noted (it was set back, or a battery is
 * empty), that last time holds. So nobody leaves before they came, and the order in which people spoke
 * stays the order in which they spoke.
 *
 * Returns: (transfer full): ISO 8601 with seconds and offset
 */
char *
eup_case_now (EupCase *self)
{
  const char *last = eup_rules_last_time (self->assessment);
  g_autofree char *now = eup_clock_now_iso (self->clock);

  return last != NULL && eup_rules_compare_times (last, now) > 0 ? g_strdup (last) : g_steal_pointer (&now);
}

/**
 * eup_case_begin_session:
 *
 * Begins a session unless one goes on. Whoever is planned to be in the room or on a link is there from
 * now on; what is not so can be changed afterwards.
 */
void
eup_case_begin_session (EupCase *self)
{
  g_autofree char *now = NULL;
  EupSession *session;

  if (!eup_case_may_change (self) || eup_rules_open_session (self->assessment) != NULL)
    return;
  now = eup_case_now (self);
  session = eup_case_edit (self, EUP_PART_SESSION, NULL);
  session->began = g_strdup (now);
  eup_case_put_quietly (self, EUP_PART_SESSION, session);
  for (guint i = 0; i < self->assessment->people->len; i++)
    {
      const EupPerson *person = self->assessment->people->pdata[i];
      EupAttendance *stay;

      if (!eup_person_is_planned (person) || eup_rules_open_stay (self->assessment, person->id) != NULL)
        continue;
      stay = eup_case_edit (self, EUP_PART_ATTENDANCE, NULL);
      stay->person = g_strdup (person->id);
      stay->joined = g_strdup (now);
      stay->how = g_strdup (person->presence);
      eup_case_put_quietly (self, EUP_PART_ATTENDANCE, stay);
    }
}

static void
set_left (EupCase *self, const char *id, const char *left)
{
  EupAttendance *stay = eup_case_edit (self, EUP_PART_ATTENDANCE, id);

  g_set_str (&stay->left, left);
  eup_case_put_quietly (self, EUP_PART_ATTENDANCE, stay);
}

/* Sets when stays end that end at @before now (%NULL: those that go on). */
static void
move_ends (EupCase *self, const char *before, const char *after)
{
  g_autoptr (GPtrArray) ids = eup_assessment_list_ids (self->assessment, EUP_PART_ATTENDANCE);

  for (guint i = 0; i < ids->len; i++)
    {
      const EupAttendance *stay = eup_assessment_find (self->assessment, EUP_PART_ATTENDANCE, ids->pdata[i]);
      gboolean open = stay->left == NULL || *stay->left == '\0';

      if (before == NULL ? open : g_strcmp0 (stay->left, before) == 0)
        set_left (self, ids->pdata[i], after);
    }
}

static void
end_session (EupCase *self, const char *at, gboolean interrupted)
{
  const EupSession *open = eup_rules_open_session (self->assessment);
  EupSession *session = eup_case_edit (self, EUP_PART_SESSION, open->id);

  g_set_str (&session->ended, at);
  session->interrupted = interrupted;
  eup_case_put_quietly (self, EUP_PART_SESSION, session);
  move_ends (self, NULL, at);
  eup_case_end_stays_in_steps (self, at);
}

/**
 * eup_case_pause:
 *
 * Ends the session that goes on, and with it the stays of all who are there, now.
 */
void
eup_case_pause (EupCase *self)
{
  g_autofree char *now = NULL;

  if (!eup_case_may_change (self) || eup_rules_open_session (self->assessment) == NULL)
    return;
  now = eup_case_now (self);
  end_session (self, now, FALSE);
}

/**
 * eup_case_close_session:
 * @interrupted: the program was ended in the middle of it
 *
 * Ends the session that goes on at the last thing that is known of it.
 */
void
eup_case_close_session (EupCase *self, gboolean interrupted)
{
  g_autofree char *last = NULL;

  if (!eup_case_may_change (self) || eup_rules_open_session (self->assessment) == NULL)
    return;
  last = g_strdup (eup_rules_last_time (self->assessment));
  end_session (self, last, interrupted);
}

/**
 * eup_case_set_resumes:
 * @at: (nullable): ISO 8601; %NULL when nobody knows
 *
 * Notes in a pause when the meeting means to go on.
 */
void
eup_case_set_resumes (EupCase *self, const char *at)
{
  const EupSession *last = eup_rules_last_session (self->assessment);
  EupSession *session;

  if (!eup_case_may_change (self) || last == NULL || g_strcmp0 (last->resumes, at) == 0)
    return;
  session = eup_case_edit (self, EUP_PART_SESSION, last->id);
  g_set_str (&session->resumes, at);
  eup_case_put (self, EUP_PART_SESSION, session);
}

/**
 * eup_case_add_stage_time:
 * @seconds: how much longer the meeting has been at @stage
 */
void
eup_case_add_stage_time (EupCase *self, const EupStage *stage, gint64 seconds)
{
  EupStageTime *time;
  gint64 before = eup_rules_stage_seconds (self->assessment, stage);

  if (!eup_case_may_change (self) || seconds <= 0)
    return;
  time = eup_case_edit (self, EUP_PART_STAGE_TIME, stage->id);
  g_free (time->seconds);
  time->seconds = g_strdup_printf ("%" G_GINT64_FORMAT, before + seconds);
  eup_case_put_quietly (self, EUP_PART_STAGE_TIME, time);
}

/* Sealing ends the session first, so that the record says when it ended. */
void
eup_case_end_session_to_seal (EupCase *self)
{
  if (eup_rules_open_session (self->assessment) == NULL)
    return;
  eup_case_pause (self);
  g_set_str (&self->ended_to_seal, eup_rules_last_session (self->assessment)->ended);
}

/* The seal failed: those who sat there still do. */
void
eup_case_go_on_unsealed (EupCase *self)
{
  g_autofree char *ended = g_steal_pointer (&self->ended_to_seal);
  EupSession *session;

  if (ended == NULL)
    return;
  session = eup_case_edit (self, EUP_PART_SESSION, eup_rules_last_session (self->assessment)->id);
  g_set_str (&session->ended, NULL);
  eup_case_put_quietly (self, EUP_PART_SESSION, session);
  move_ends (self, ended, NULL);
}
