/* The time of day as a value that is passed in, so that tests and records can hold it still. */

#include "util/eup-clock.h"

struct _EupClock
{
  GObject parent_instance;

  GDateTime *fixed; /* NULL: the system's clock */
};

G_DEFINE_FINAL_TYPE (EupClock, eup_clock, G_TYPE_OBJECT)

static void
eup_clock_finalize (GObject *object)
{
  EupClock *self = EUP_CLOCK (object);

  g_clear_pointer (&self->fixed, g_date_time_unref);
  G_OBJECT_CLASS (eup_clock_parent_class)->finalize (object);
}

static void
eup_clock_class_init (EupClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_clock_finalize;
}

static void
eup_clock_init (EupClock *self)
{
}

EupClock *
eup_clock_new_system (void)
{
  return g_object_new (EUP_TYPE_CLOCK, NULL);
}

/**
 * eup_clock_new_fixed:
 * @now: (transfer none): the time that this clock always shows
 */
EupClock *
eup_clock_new_fixed (GDateTime *now)
{
  EupClock *self = eup_clock_new_system ();

  self->fixed = g_date_time_ref (now);
  return self;
}

/**
 * eup_clock_new_default:
 *
 * The system's clock, or the one that the environment variable EUPHORIA_NOW holds still
 * (an ISO 8601 time; for samples, pictures and tests).
 */
EupClock *
eup_clock_new_default (void)
{
  const char *wanted = g_getenv ("EUPHORIA_NOW");
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = wanted ? g_date_time_new_from_iso8601 (wanted, zone) : NULL;

  return now ? eup_clock_new_fixed (now) : eup_clock_new_system ();
}

/* Only for a clock made by eup_clock_new_fixed(): moves its hand. */
void
eup_clock_set_fixed (EupClock *self, GDateTime *now)
{
  g_return_if_fail (EUP_IS_CLOCK (self) && self->fixed != NULL);

  g_date_time_ref (now);
  g_date_time_unref (self->fixed);
  self->fixed = now;
}

/**
 * eup_clock_now:
 *
 * Returns: (transfer full): the time now, in the local time zone
 */
GDateTime *
eup_clock_now (EupClock *self)
{
  g_return_val_if_fail (EUP_IS_CLOCK (self), NULL);

  return self->fixed ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
}

/**
 * eup_clock_now_iso:
 *
 * Returns: (transfer full): the time now as ISO 8601 with seconds and offset, as case files carry it
 */
char *
eup_clock_now_iso (EupClock *self)
{
  g_autoptr (GDateTime) now = eup_clock_now (self);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * eup_clock_today:
 *
 * Returns: (transfer full): today's date as YYYY-MM-DD
 */
char *
eup_clock_today (EupClock *self)
{
  g_autoptr (GDateTime) now = eup_clock_now (self);

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * eup_clock_elapsed:
 * @since: g_get_monotonic_time() when somebody last looked; 0: nobody has yet
 * @now: g_get_monotonic_time() now
 * @interval: how often somebody looks, in microseconds
 *
 * Returns: the microseconds that have gone by, for adding up. The system's time of day has no say in
 *   it, and a machine that slept did not sit in the meeting: never less than nothing, never more than
 *   two intervals
 */
gint64
eup_clock_elapsed (gint64 since, gint64 now, gint64 interval)
{
  return since > 0 ? CLAMP (now - since, 0, 2 * interval) : 0;
}
