/* Who comes and who goes. Each is one step that can be undone. */

#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"

static void
put_stay (EupCase *self, const char *person, const char *how, const char *joined)
{
  EupAttendance *stay = eup_case_edit (self, EUP_PART_ATTENDANCE, NULL);

  g_set_str (&stay->person, person);
  g_set_str (&stay->how, how);
  g_set_str (&stay->joined, joined);
  eup_case_put (self, EUP_PART_ATTENDANCE, stay);
}

static void
set_presence (EupCase *self, const char *person, const char *how)
{
  EupPerson *copy = eup_case_copy_of (self, EUP_PART_PERSON, person);

  g_set_str (&copy->presence, how);
  g_set_str (&copy->reason, NULL);
  eup_case_put (self, EUP_PART_PERSON, copy);
}

/* Whoever goes over from the room to a link has two stays; within the same second it was a slip. */
static void
move_stay (EupCase *self, const EupAttendance *open, const char *how, const char *now)
{
  EupAttendance *stay = eup_case_edit (self, EUP_PART_ATTENDANCE, open->id);
  gboolean slip = eup_rules_compare_times (stay->joined, now) == 0;
  g_autofree char *person = g_strdup (stay->person);

  g_set_str (slip ? &stay->how : &stay->left, slip ? how : now);
  eup_case_put (self, EUP_PART_ATTENDANCE, stay);
  if (!slip)
    put_stay (self, person, how, now);
}

/**
 * eup_case_join:
 * @person: who is there from now on
 * @how: room, video or phone
 *
 * Only while the meeting sits; in a pause it is noted how the person takes part when it goes on.
 */
void
eup_case_join (EupCase *self, const char *person, const char *how)
{
  const EupPerson *known = eup_assessment_find_person (self->assessment, person);
  const EupAttendance *open = eup_rules_open_stay (self->assessment, person);
  g_autofree char *now = NULL;

  if (!eup_case_may_change (self) || known == NULL || (open != NULL && g_strcmp0 (open->how, how) == 0))
    return;
  now = eup_case_now (self);
  eup_case_begin_group (self);
  if (g_strcmp0 (known->presence, how) != 0)
    set_presence (self, person, how);
  if (open != NULL)
    move_stay (self, open, how, now);
  else if (eup_rules_open_session (self->assessment) != NULL)
    put_stay (self, person, how, now);
  eup_case_end_group (self);
}

/* Ends the stay of @person now. */
void
eup_case_leave (EupCase *self, const char *person)
{
  const EupAttendance *open = eup_rules_open_stay (self->assessment, person);
  EupAttendance *stay;

  if (!eup_case_may_change (self) || open == NULL)
    return;
  stay = eup_case_edit (self, EUP_PART_ATTENDANCE, open->id);
  stay->left = eup_case_now (self);
  eup_case_put (self, EUP_PART_ATTENDANCE, stay);
}

/**
 * eup_case_follow_presence:
 *
 * After somebody was added, or how they take part was changed, while the meeting sits: who now is in
 * the room or on a link comes, who now is not leaves.
 */
void
eup_case_follow_presence (EupCase *self, const char *person)
{
  const EupPerson *known = eup_assessment_find_person (self->assessment, person);
  g_autofree char *how = known != NULL ? g_strdup (known->presence) : NULL;

  if (known == NULL || eup_rules_open_session (self->assessment) == NULL)
    return;
  if (eup_person_is_planned (known))
    eup_case_join (self, person, how);
  else
    eup_case_leave (self, person);
}

static const char *const faults[] = {
  [EUP_STAY_NO_TIME] = "that is no time",
  [EUP_STAY_FUTURE] = "that is later than now",
  [EUP_STAY_BACKWARD] = "nobody leaves before they came",
  [EUP_STAY_ALONE] = "the meeting does not sit now",
};

/**
 * eup_case_change_stay:
 * @stay: which
 * @joined: ISO 8601
 * @left: (nullable): ISO 8601; %NULL: still there
 * @error: EUP_CASE_ERROR_REFUSED where the times can't be so (EupStayFault), EUP_CASE_ERROR_SEALED
 */
gboolean
eup_case_change_stay (EupCase *self, const char *stay, const char *joined, const char *left, GError **error)
{
  g_autofree char *now = eup_case_now (self);
  EupStayFault fault = eup_rules_check_stay (self->assessment, joined, left, now);
  EupAttendance *copy;

  if (fault != EUP_STAY_GOOD)
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED, faults[fault]);
      return FALSE;
    }
  if (!eup_case_may_change (self))
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED, "the case is sealed");
      return FALSE;
    }
  copy = eup_case_edit (self, EUP_PART_ATTENDANCE, stay);
  g_set_str (&copy->joined, joined);
  g_set_str (&copy->left, left);
  eup_case_put (self, EUP_PART_ATTENDANCE, copy);
  return TRUE;
}

/* Within a step back: a person who goes takes their stays along. */
void
eup_case_remove_stays (EupCase *self, const char *person)
{
  g_autoptr (GPtrArray) ids = eup_assessment_list_ids (self->assessment, EUP_PART_ATTENDANCE);

  for (guint i = 0; i < ids->len; i++)
    {
      const EupAttendance *stay = eup_assessment_find (self->assessment, EUP_PART_ATTENDANCE, ids->pdata[i]);

      if (g_strcmp0 (stay->person, person) == 0)
        eup_case_remove (self, EUP_PART_ATTENDANCE, ids->pdata[i]);
    }
}
