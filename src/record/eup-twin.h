#pragma once

#include "record/eup-snapshot.h"

G_BEGIN_DECLS

GBytes *eup_twin_new (const EupSnapshot *snapshot);
char *eup_twin_file_name (const EupSnapshot *snapshot);

G_END_DECLS
