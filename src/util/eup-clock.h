#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define EUP_TYPE_CLOCK (eup_clock_get_type ())
G_DECLARE_FINAL_TYPE (EupClock, eup_clock, EUP, CLOCK, GObject)

EupClock *eup_clock_new_system (void);
EupClock *eup_clock_new_fixed (GDateTime *now);
EupClock *eup_clock_new_default (void);

GDateTime *eup_clock_now (EupClock *self);
char *eup_clock_now_iso (EupClock *self);
char *eup_clock_today (EupClock *self);
void eup_clock_set_fixed (EupClock *self, GDateTime *now);

gint64 eup_clock_elapsed (gint64 since, gint64 now, gint64 interval);

G_END_DECLS
