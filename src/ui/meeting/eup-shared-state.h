#pragma once

#include <glib-object.h>
#include "method/eup-method.h"
#include "ui/meeting/eup-read-back.h"

G_BEGIN_DECLS

/* What the wall is to show: which question, whose turn, or nothing; and whether it is the only screen that
 * there is, on which the facilitator then works. Whether the answers are shown
 * is not said here: it follows from the case (eup_rules_is_revealed()).
 *
 * Signal "changed": after each change. */
#define EUP_TYPE_SHARED_STATE (eup_shared_state_get_type ())
G_DECLARE_FINAL_TYPE (EupSharedState, eup_shared_state, EUP, SHARED_STATE, GObject)

#define EUP_NO_VOICE (-1)

/* What the wall can show. */
typedef enum
{
  EUP_VIEW_QUESTION,    /* the question, and its answers once they are revealed */
  EUP_VIEW_DIFFERENCES, /* where people differ in one stage */
  EUP_VIEW_WEIGH,       /* what else could meet the need */
  EUP_VIEW_DECIDE,      /* what the meeting arrives at */
  EUP_VIEW_READ_BACK,   /* each person's own sentences */
  EUP_VIEW_PAUSE,       /* the meeting is paused */
} EupView;
#define EUP_N_VIEWS 6

gboolean eup_view_works_alone (EupView view);

EupSharedState *eup_shared_state_new (void);

const EupQuestion *eup_shared_state_get_question (EupSharedState *self);
EupView eup_shared_state_get_view (EupSharedState *self);
void eup_shared_state_show (EupSharedState *self, EupView view, const EupQuestion *question);
const EupStage *eup_shared_state_get_stage (EupSharedState *self);
void eup_shared_state_show_differences (EupSharedState *self, const EupStage *stage);
EupReadBack *eup_shared_state_get_read_back (EupSharedState *self);
void eup_shared_state_set_read_back (EupSharedState *self, EupReadBack *read_back);
int eup_shared_state_get_turn (EupSharedState *self);
void eup_shared_state_set_turn (EupSharedState *self, int voice);
gboolean eup_shared_state_get_blank (EupSharedState *self);
void eup_shared_state_set_blank (EupSharedState *self, gboolean blank);
gboolean eup_shared_state_get_one_screen (EupSharedState *self);
void eup_shared_state_set_one_screen (EupSharedState *self, gboolean one_screen);
double eup_shared_state_get_zoom (EupSharedState *self);
void eup_shared_state_set_zoom (EupSharedState *self, double zoom);

G_END_DECLS
