#pragma once

#include "assessment/eup-assessment.h"

/* How one kind of part stands in the assessment. */
typedef struct
{
  const char *name;
  const EupShape *shape;
  gsize offset;    /* in EupAssessment: of the list, or of the one struct */
  gboolean many;   /* a list */
  gsize id_offset; /* in the part */
} EupPartType;

extern const EupShape eup_assessment_shape;
extern const EupPartType eup_part_types[EUP_N_PARTS];
