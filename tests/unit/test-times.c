/* Follow-up limits, and how long a record is kept. */

#include "eup-whole.h"

#include "assessment/eup-assessment-private.h"

typedef struct
{
  const char *edits;
  int days;
} LimitCase;

static const LimitCase limit_cases[] = {
  { "card technology=memory-aid | card functions=", 183 },
  { "card functions=talk", 92 },
  { "card functions=position-on-press", 42 },
  { "card functions=auto-answer", 28 },
  { "card occasion=follow-up | card technology=memory-aid | card functions=", 365 },
  { "card occasion=follow-up | card functions=auto-answer", 183 },
  { "card urgent=true", 14 },
  { "card urgent=true | card occasion=follow-up", 14 },
};

static void
the_level_limits_the_days_to_the_follow_up (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (limit_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);

      g_test_message ("%s", limit_cases[i].edits);
      eup_edit (assessment, limit_cases[i].edits);
      g_assert_cmpint (eup_rules_follow_up_limit (assessment, model), ==, limit_cases[i].days);
    }
}

typedef struct
{
  const char *from, *to;
  int days;
} DayCase;

static const DayCase day_cases[] = {
  { "2026-11-26", "2026-11-26", 0 },
  { "2026-11-26T23:30:00+01:00", "2026-11-27", 1 }, /* days of the calendar, not of the clock */
  { "2026-11-27", "2026-11-26", -1 },
  { "2028-02-28", "2028-03-01", 2 },
  { "2027-02-28", "2027-03-01", 1 },
  { NULL, "2026-11-26", -1 },
  { "2026-11-26", "", -1 },
  { "2026-11-26", "2026-02-30", -1 },
  { "2026-11-26", "soon", -1 },
  { "2026-11-26", "2026-13-01", -1 },
  { "2026-11-26", "2026-11-2x", -1 },
  { "2026-11-26", "2026-11-261", -1 },
};

static void
days_are_counted_by_the_calendar (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      g_test_message ("%s to %s", day_cases[i].from, day_cases[i].to);
      g_assert_cmpint (eup_days_between (day_cases[i].from, day_cases[i].to), ==, day_cases[i].days);
    }
}

typedef struct
{
  const char *country;
  const char *number, *birthday;
  int keeps; /* 1: for ever, 0: not, -1: can't be told */
} KeptCase;

static const KeptCase kept_cases[] = {
  { "SE", "19420314-0000", NULL, 0 },
  { "SE", "19420315-0000", NULL, 1 },
  { "SE", "420315-0000", NULL, 1 },
  { "SE", "240305+0000", NULL, 1 }, /* past a hundred */
  { "SE", "194203250000", NULL, 1 },
  { "SE", "4203250000", NULL, 1 },
  { "SE", " 19420305-0000 ", NULL, 1 },
  { "SE", "19420375-0000", NULL, 1 }, /* lent: 60 is added to the day */
  { "SE", "19420374-0000", NULL, 0 },
  { "SE", "20000229-0000", NULL, 0 },
  { "SE", "19420230-0000", NULL, -1 }, /* no such day */
  { "SE", "19420314-000", NULL, -1 },
  { "SE", "19420314-00000", NULL, -1 },
  { "SE", "1942-03-14", NULL, -1 },
  { "SE", "LSS 311", NULL, -1 },
  { "SE", NULL, NULL, -1 },
  { "SE", NULL, "1942-03-25", 1 },
  { "SE", NULL, "1942-03-14", 0 },
  { "SE", NULL, "1942-02-30", -1 },
  { "SE", "19420314-0000", "1942-03-25", 0 }, /* the number tells it */
  { "SE", "unknown", "1942-03-25", 1 },
  { "SE", "620502194203150028", NULL, -1 }, /* not a number of this country */
  { "CN", "620502194203150028", NULL, 0 },  /* here no birthday is kept */
  { "CN", NULL, NULL, 0 },
};

static void
records_of_some_birthdays_are_kept_for_ever (void)
{
  g_autoptr (EupModel) sweden = eup_whole_model ("SE");
  g_autoptr (EupModel) china = eup_whole_model ("CN");

  for (guint i = 0; i < G_N_ELEMENTS (kept_cases); i++)
    {
      const KeptCase *row = &kept_cases[i];
      const EupModel *model = g_str_equal (row->country, "SE") ? sweden : china;
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      EupRetention retention;

      g_test_message ("%s: %s, %s", row->country, row->number, row->birthday);
      g_set_str (&assessment->card->personal_number, row->number);
      g_set_str (&assessment->card->birthday, row->birthday);
      retention = eup_rules_retention (assessment, model);
      g_assert_cmpint (retention.birth_day_unknown, ==, row->keeps < 0);
      g_assert_cmpint (retention.always, ==, row->keeps > 0);
    }
}

/* The shipped Chinese pack keeps no birthdays, so its numbers are read with a pack that does. */
static EupModel *
china_that_keeps_the_fifteenth (void)
{
  g_autoptr (EupModel) shipped = eup_whole_model ("CN");
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GBytes) rules = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (shipped->sources->pdata[2], &length);
  EupModel *model;

  text = g_strndup (bytes, length);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "\"years\": 5,", "\"years\": 5, \"keepBirthDays\": [15],", 0),
                    ==, 1);
  rules = g_bytes_new (changed->str, changed->len);
  model =
      eup_model_new (shipped->sources->pdata[0], shipped->sources->pdata[1], rules, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return model;
}

static void
a_chinese_number_tells_the_birthday (void)
{
  static const struct
  {
    const char *number;
    int keeps;
  } rows[] = {
    { "620502194203150028", 1 },   { "62050219420315002X", 1 },  { "62050219420315002x", 1 },
    { "620502194203140028", 0 },   { "620502194202300028", -1 }, { "6205021942031500", -1 },
    { "6205021942031500281", -1 }, { "X20502194203150028", -1 }, { "19420315-0000", -1 },
  };
  g_autoptr (EupModel) model = china_that_keeps_the_fifteenth ();
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EupRetention retention;

      g_test_message ("%s", rows[i].number);
      g_set_str (&assessment->card->personal_number, rows[i].number);
      retention = eup_rules_retention (assessment, model);
      g_assert_cmpint (retention.birth_day_unknown, ==, rows[i].keeps < 0);
      g_assert_cmpint (retention.always, ==, rows[i].keeps > 0);
    }
}

static void
a_record_may_be_weeded_after_whole_years (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);

  g_assert_cmpint (eup_rules_retention (assessment, model).year, ==, 0); /* not sealed yet */
  eup_edit (assessment, "decision sealed=2026-11-26T15:00:00+01:00");
  g_assert_cmpint (eup_rules_retention (assessment, model).year, ==, 2032);
  eup_edit (assessment, "consent c2-anna withdrawn=2027-02-01T09:00:00+01:00"); /* a later entry */
  g_assert_cmpint (eup_rules_retention (assessment, model).year, ==, 2033);
}

#define ADD(name) g_test_add_func ("/times/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (the_level_limits_the_days_to_the_follow_up);
  ADD (days_are_counted_by_the_calendar);
  ADD (records_of_some_birthdays_are_kept_for_ever);
  ADD (a_chinese_number_tells_the_birthday);
  ADD (a_record_may_be_weeded_after_whole_years);
  return g_test_run ();
}
