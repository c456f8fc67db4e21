#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One voice's place in the meeting: who they are, where they stand, and the answer of the one
 * among them that is chosen. An answer is covered while another lane has the word.
 *
 * Signal "wants-word": focus came here, or the facilitator asked to see what is covered. */
#define EUP_TYPE_LANE (eup_lane_get_type ())
G_DECLARE_FINAL_TYPE (EupLane, eup_lane, EUP, LANE, GtkBox)

typedef enum
{
  EUP_LANE_WAITING,
  EUP_LANE_HAS_WORD,
  EUP_LANE_HAS_ANSWERED,
} EupLaneState;

GtkWidget *eup_lane_new (EupCase *kase, EupVoice voice);
EupVoice eup_lane_get_voice (EupLane *self);
EupLaneState eup_lane_get_state (EupLane *self);
void eup_lane_set_wide (EupLane *self, gboolean wide);
gboolean eup_lane_get_covered (EupLane *self);
void eup_lane_show (EupLane *self, const EupQuestion *question, gboolean has_word);
const char *eup_lane_get_person (EupLane *self);
void eup_lane_show_person (EupLane *self, const char *person);

G_END_DECLS
