#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What was answered in one sitting, beside what was answered in the others. */
AdwDialog *eup_sitting_answers_dialog_new (EupCase *kase, const char *sitting);

G_END_DECLS
