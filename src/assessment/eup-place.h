#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* The places that the meeting comes to, in their order: the open questions stage by stage and, when
 * all are asked, the decision. */
typedef enum
{
  EUP_PLACE_QUESTION,
  EUP_PLACE_DECIDE,
} EupPlaceKind;

/* A plain value: copy it as it is. The question belongs to the method. */
typedef struct
{
  EupPlaceKind kind;
  const EupQuestion *question; /* of EUP_PLACE_QUESTION; else NULL */
} EupPlace;

gboolean eup_place_equal (const EupPlace *a, const EupPlace *b);

/* Places by name, as the case keeps them: a question's id, "decide". */
char *eup_place_to_name (const EupPlace *place);
gboolean eup_place_from_name (const char *name, const EupModel *model, EupPlace *place);

GArray *eup_rules_places (const EupAssessment *assessment, const EupModel *model);
gboolean eup_rules_next_place (
    const EupAssessment *assessment, const EupModel *model, const EupPlace *from, int step, EupPlace *next);
EupPlace eup_rules_current_place (const EupAssessment *assessment, const EupModel *model);

G_END_DECLS
