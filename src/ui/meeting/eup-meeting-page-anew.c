/* The meeting's page in another language, in the middle of the meeting: a second page of the same case
 * takes over where it is, who has the word, and the wall, which does not notice. */

#include "ui/meeting/eup-meeting-page-private.h"

#include "ui/meeting/eup-pause-page.h"

/* With one screen only the facilitator's window, where the page stands, stays hidden. */
static void
take_wall (EupMeetingPage *self, EupMeetingPage *old)
{
  EupSharedWindow *window = eup_meeting_page_give_shared (old);

  self->one_screen_offered = old->one_screen_offered;
  g_set_weak_pointer (&self->hidden_window, old->hidden_window);
  g_clear_weak_pointer (&old->hidden_window);
  if (window == NULL)
    return;
  eup_meeting_page_take_shared (self, window);
  eup_shared_window_speak (window);
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
  if (old->paused)
    {
      eup_meeting_page_show_pause (self);
      eup_pause_page_take_over (EUP_PAUSE_PAGE (self->pause_page), EUP_PAUSE_PAGE (old->pause_page));
    }
  else
    {
      eup_meeting_page_set_turn (self, turn);
    }
  eup_question_page_take_over (self->question_page, old->question_page);
  take_wall (self, old);
  eup_meeting_page_update (self);
  return self;
}
