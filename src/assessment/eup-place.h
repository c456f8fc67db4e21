#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* The places that the meeting comes to, in their order: the open questions stage by stage, after each
 * stage where people differ in it; when all are asked, the weighing, the decision, and the reading back. */
typedef enum
{
  EUP_PLACE_QUESTION,
  EUP_PLACE_DIFFERENCES, /* of one stage; only where a revealed question of it differs */
  EUP_PLACE_WEIGH,
  EUP_PLACE_DECIDE,
  EUP_PLACE_READ_BACK,
} EupPlaceKind;

/* A plain value: copy it as it is. Question and stage belong to the method. */
typedef struct
{
  EupPlaceKind kind;
  const EupQuestion *question; /* of EUP_PLACE_QUESTION; else NULL */
  const EupStage *stage;       /* of EUP_PLACE_DIFFERENCES; else NULL */
} EupPlace;

gboolean eup_place_equal (const EupPlace *a, const EupPlace *b);
const EupStage *eup_place_get_stage (const EupPlace *place, const EupModel *model);

/* Places by name, as the case keeps them: a question's id, "differences-STAGE", "weigh", "decide",
 * "read-back". */
char *eup_place_to_name (const EupPlace *place);
gboolean eup_place_from_name (const char *name, const EupModel *model, EupPlace *place);

GArray *eup_rules_places (const EupAssessment *assessment, const EupModel *model);
gboolean eup_rules_has_place (const EupAssessment *assessment, const EupModel *model, const EupPlace *place);
gboolean eup_rules_next_place (
    const EupAssessment *assessment, const EupModel *model, const EupPlace *from, int step, EupPlace *next);
EupPlace eup_rules_current_place (const EupAssessment *assessment, const EupModel *model);

G_END_DECLS
