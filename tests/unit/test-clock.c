/* The clock, held still. */

#include "util/eup-clock.h"

static void
fixed_clock_stands_until_it_is_moved (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);
  g_autoptr (GDateTime) first = g_date_time_new (zone, 2026, 11, 26, 13, 30, 5);
  g_autoptr (GDateTime) later = g_date_time_add_hours (first, 12);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (first);
  g_autofree char *today = eup_clock_today (clock);
  g_autofree char *now = eup_clock_now_iso (clock);
  g_autofree char *tomorrow = NULL;

  g_assert_cmpstr (today, ==, "2026-11-26");
  g_assert_cmpstr (now, ==, "2026-11-26T13:30:05+01:00");
  eup_clock_set_fixed (clock, later);
  eup_clock_set_fixed (clock, later); /* also with the very same time */
  tomorrow = eup_clock_today (clock);
  g_assert_cmpstr (tomorrow, ==, "2026-11-27");
}

static void
system_clock_shows_the_time_of_now (void)
{
  g_autoptr (EupClock) clock = eup_clock_new_system ();
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  g_autoptr (GDateTime) now = eup_clock_now (clock);
  g_autoptr (GDateTime) after = g_date_time_new_now_local ();

  g_assert_cmpint (g_date_time_compare (before, now), <=, 0);
  g_assert_cmpint (g_date_time_compare (now, after), <=, 0);
}

static void
environment_can_hold_the_clock_still (void)
{
  static const struct
  {
    const char *value;
    const char *now;
  } table[] = {
    { "2026-11-26T13:30:05+01:00", "2026-11-26T13:30:05+01:00" },
    { "2026-11-26T13:30:05Z", "2026-11-26T13:30:05+00:00" },
  };
  g_autoptr (EupClock) moving = NULL;
  g_autoptr (GDateTime) now = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupClock) clock = NULL;
      g_autofree char *shown = NULL;

      g_assert_true (g_setenv ("EUPHORIA_NOW", table[i].value, TRUE));
      clock = eup_clock_new_default ();
      shown = eup_clock_now_iso (clock);
      g_assert_cmpstr (shown, ==, table[i].now);
    }

  g_assert_true (g_setenv ("EUPHORIA_NOW", "soon", TRUE));
  moving = eup_clock_new_default ();
  now = eup_clock_now (moving);
  g_assert_cmpint (ABS (g_date_time_to_unix (now) - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_unsetenv ("EUPHORIA_NOW");
}

static void
a_machine_that_slept_did_not_sit_in_the_meeting (void)
{
  static const struct
  {
    gint64 since, now, elapsed;
  } table[] = {
    { 100, 115, 15 }, { 100, 100, 0 }, { 100, 129, 29 }, { 100, 3700, 30 }, { 100, 90, 0 }, { 0, 500, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, table[i].since, table[i].now);
      g_assert_cmpint (eup_clock_elapsed (table[i].since, table[i].now, 15), ==, table[i].elapsed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/clock/" #name, name)
  ADD (fixed_clock_stands_until_it_is_moved);
  ADD (system_clock_shows_the_time_of_now);
  ADD (environment_can_hold_the_clock_still);
  ADD (a_machine_that_slept_did_not_sit_in_the_meeting);
  return g_test_run ();
}
