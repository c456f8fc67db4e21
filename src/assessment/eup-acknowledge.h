#pragma once

#include "assessment/eup-drawing.h"
#include "assessment/eup-rules.h"

G_BEGIN_DECLS

/* Acknowledgements: that somebody has taken part of what was written down. They stand beside the decision
 * and hold nothing back: who does not wish to or can't is as much a part of the record as who draws. */

typedef enum
{
  EUP_ACKNOWLEDGED_OPEN, /* nothing is noted yet */
  EUP_ACKNOWLEDGED_DRAWN,
  EUP_ACKNOWLEDGED_SAID, /* by word of mouth, or with a sign */
  EUP_ACKNOWLEDGED_DECLINED,
  EUP_ACKNOWLEDGED_CANNOT,
  EUP_ACKNOWLEDGED_NOT_ASKED,
} EupAcknowledged;

EupAcknowledged eup_acknowledgement_kind (const EupAcknowledgement *self);
EupAcknowledged eup_acknowledged_from_id (const char *id);
const char *eup_acknowledged_to_id (EupAcknowledged kind);

EupDrawing *eup_acknowledgement_draw (const EupAcknowledgement *self);
char *eup_acknowledgement_problem (const EupAcknowledgement *self, const char *name, const char **member);

GPtrArray *eup_rules_who_may_acknowledge (const EupAssessment *assessment);
gboolean eup_rules_acknowledgement_is_of_outcome (const EupAcknowledgement *self,
                                                  const EupAssessment *assessment,
                                                  const EupModel *model);

G_END_DECLS
