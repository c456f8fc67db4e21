#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* What the page says to the person who holds it, in that person's language. */
typedef enum
{
  EUP_ACKNOWLEDGE_OUTCOME,
  EUP_ACKNOWLEDGE_ASK,
  EUP_ACKNOWLEDGE_AREA,
  EUP_ACKNOWLEDGE_EMPTY,
  EUP_ACKNOWLEDGE_DRAWN,
  EUP_ACKNOWLEDGE_UNDO,
  EUP_ACKNOWLEDGE_START_OVER,
  EUP_ACKNOWLEDGE_DONE,
  EUP_ACKNOWLEDGE_SAY,
  EUP_ACKNOWLEDGE_DECLINE,
  EUP_ACKNOWLEDGE_CANNOT,
  EUP_ACKNOWLEDGE_N_WORDS,
} EupAcknowledgeWord;

const char *eup_acknowledge_word (EupAcknowledgeWord word, const char *language);
const char *eup_acknowledge_language (const EupAssessment *assessment, const EupPerson *person);

G_END_DECLS
