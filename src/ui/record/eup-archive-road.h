#pragma once

#include "record/eup-verify.h"

G_BEGIN_DECLS

/* The steps on the way to the archive, in their order; after the last one is nothing left to do. */
typedef enum
{
  EUP_ROAD_SIGN,
  EUP_ROAD_STAMP,
  EUP_ROAD_VALIDATION,
  EUP_ROAD_ARCHIVE,
  EUP_ROAD_N_STEPS,
} EupRoadStep;

EupRoadStep eup_archive_road_next (const EupVerdict *verdict);
char *eup_archive_road_words (const EupVerdict *verdict, EupRoadStep step);
char *eup_archive_road_level (const EupVerdict *verdict);
const char *eup_archive_road_level_words (const EupVerdict *verdict);

G_END_DECLS
