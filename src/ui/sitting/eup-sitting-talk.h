#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One sitting as it goes on: which topic is asked now, and what can be done. Everything that is answered
 * goes to the case at once; only the place in the row of topics is kept here.
 *
 * Signals: "changed": another topic, or another state of the sitting; what is answered is told by the case.
 * "gone": the sitting was taken away. */
#define EUP_TYPE_SITTING_TALK (eup_sitting_talk_get_type ())
G_DECLARE_FINAL_TYPE (EupSittingTalk, eup_sitting_talk, EUP, SITTING_TALK, GObject)

typedef enum
{
  EUP_TALK_ASKING,
  EUP_TALK_OFFERING, /* to stop, as the resident would rather not talk */
  EUP_TALK_THANKING,
} EupTalkState;

EupSittingTalk *eup_sitting_talk_new (EupCase *kase, const char *sitting);

EupCase *eup_sitting_talk_get_case (EupSittingTalk *self);
const char *eup_sitting_talk_get_sitting (EupSittingTalk *self);
const char *eup_sitting_talk_get_language (EupSittingTalk *self);
EupTalkState eup_sitting_talk_get_state (EupSittingTalk *self);
guint eup_sitting_talk_get_n_topics (EupSittingTalk *self);
guint eup_sitting_talk_get_place (EupSittingTalk *self);
const EupSittingTopic *eup_sitting_talk_get_topic (EupSittingTalk *self);
const EupSittingAnswer *eup_sitting_talk_get_answer (EupSittingTalk *self);
gboolean eup_sitting_talk_is_answered (EupSittingTalk *self);
GPtrArray *eup_sitting_talk_get_options (EupSittingTalk *self);
char *eup_sitting_talk_say (EupSittingTalk *self, const EupText *text);

void eup_sitting_talk_choose (EupSittingTalk *self, const char *option);
void eup_sitting_talk_decline (EupSittingTalk *self, const char *non_answer);
void eup_sitting_talk_write (EupSittingTalk *self, const char *words);
void eup_sitting_talk_next (EupSittingTalk *self);
void eup_sitting_talk_previous (EupSittingTalk *self);
void eup_sitting_talk_stop (EupSittingTalk *self);
void eup_sitting_talk_go_on (EupSittingTalk *self);

G_END_DECLS
