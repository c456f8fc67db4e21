#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

char *eup_difference_describe (EupCase *kase, const EupDifference *difference, const char *language);
char *eup_difference_say_one (EupCase *kase,
                              const EupDifference *difference,
                              const EupStatement *statement,
                              const char *language);
char *eup_difference_say (EupCase *kase, const EupQuestion *question, const char *language);

G_END_DECLS
