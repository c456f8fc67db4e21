#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

char *eup_pause_describe (EupCase *kase);
char *eup_pause_describe_resumes (EupCase *kase);

G_END_DECLS
