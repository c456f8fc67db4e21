#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *eup_card_program_get (void);
void eup_card_program_set (const char *path);

G_END_DECLS
