/* The meeting's page in another language, in the middle of the meeting: a second page of the same case
 * takes over where it is, who has the word, and the wall, which does not notice. */

#include "ui/meeting/eup-meeting-page-private.h"

/* The wall's own title is in the facilitator's language: it is what a video call lists. */
static void
take_wall (EupMeetingPage *self, EupMeetingPage *old)
{
  EupSharedWindow *window = eup_meeting_page_give_shared (old);

  if (window == NULL)
    return;
  eup_meeting_page_take_shared (self, window);
  eup_shared_window_say_title (window);
}

/**
 * eup_meeting_page_new_from:
 * @old: a meeting that goes on; its page is only good to be thrown away afterwards
 *
 * Returns: (transfer floating): the same meeting on a page in the language of the windows now
 */
EupMeetingPage *
eup_meeting_page_new_from (EupMeetingPage *old)
{
  EupMeetingPage *self;
  int turn = old->turn;

  eup_meeting_page_stop_clock (old);
  g_signal_handlers_disconnect_by_data (old->state, old);
  g_signal_handlers_disconnect_by_data (old->kase, old);
  self = eup_meeting_page_new_with_state (old->kase, old->state);
  eup_meeting_page_set_turn (self, turn);
  eup_question_page_take_over (self->question_page, old->question_page);
  take_wall (self, old);
  eup_meeting_page_update (self);
  return self;
}
