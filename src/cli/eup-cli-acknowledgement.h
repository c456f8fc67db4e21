#pragma once

#include "record/eup-sign.h"

G_BEGIN_DECLS

gboolean eup_cli_acknowledgement_load (const char *path, EupSignature *details);

G_END_DECLS
