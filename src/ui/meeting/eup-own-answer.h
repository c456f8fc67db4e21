#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What the resident says to the question whose no closes every yes. */
const EupGateNeed *eup_own_answer_find_need (EupCase *kase);
const EupGateNeed *eup_own_answer_find_asking (EupCase *kase, const char *question);
const EupStatement *eup_own_answer_find (EupCase *kase);
char *eup_own_answer_title (EupCase *kase, const char *language);
char *eup_own_answer_sentence (EupCase *kase, const char *language);

G_END_DECLS
