#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"
#include "ui/meeting/eup-shared-state.h"

G_BEGIN_DECLS

/* The meeting as the facilitator sees it: the road, one question at a time, the decision.
 *
 * Everything is done through the actions of the group "meeting" (eup-meeting-page-actions.c).
 * Signal "sealed": the case has just been sealed. */
#define EUP_TYPE_MEETING_PAGE (eup_meeting_page_get_type ())
G_DECLARE_FINAL_TYPE (EupMeetingPage, eup_meeting_page, EUP, MEETING_PAGE, AdwNavigationPage)

EupMeetingPage *eup_meeting_page_new (EupCase *kase);
EupMeetingPage *eup_meeting_page_new_from (EupMeetingPage *old);
void eup_meeting_page_leave (AdwNavigationPage *page, EupCase *kase);
void eup_meeting_page_stay (AdwNavigationPage *page, EupCase *kase);
EupCase *eup_meeting_page_get_case (EupMeetingPage *self);
const EupQuestion *eup_meeting_page_get_question (EupMeetingPage *self);
int eup_meeting_page_get_turn (EupMeetingPage *self);
EupSharedState *eup_meeting_page_get_shared_state (EupMeetingPage *self);
GtkWindow *eup_meeting_page_get_shared_window (EupMeetingPage *self);

G_END_DECLS
