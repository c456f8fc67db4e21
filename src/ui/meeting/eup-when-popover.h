#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* When something was said: now, or on another day.
 *
 * Signal "picked" (const char *date): YYYY-MM-DD; empty for now. */
#define EUP_TYPE_WHEN_POPOVER (eup_when_popover_get_type ())
G_DECLARE_FINAL_TYPE (EupWhenPopover, eup_when_popover, EUP, WHEN_POPOVER, GtkPopover)

void eup_when_popover_set_date (EupWhenPopover *self, const char *iso, const char *today);

G_END_DECLS
