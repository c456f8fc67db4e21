/* Which languages the shared window speaks, and what choosing one does to the other. */

#include "eup-whole.h"

#include "assessment/eup-rules.h"

static EupCard *
card_with (const char *language, const char *wall, const char *second)
{
  EupAssessment *assessment = eup_assessment_new ();
  EupCard *card = g_steal_pointer (&assessment->card);

  assessment->card = eup_shape_new (eup_part_shape (EUP_PART_CARD));
  eup_assessment_free (assessment);
  g_set_str (&card->language, language);
  g_set_str (&card->wall_language, wall);
  g_set_str (&card->second_language, second);
  return card;
}

/* Puts @card into an empty case and asks it. */
static void
assert_speaks (EupCard *card, const char *first, const char *second)
{
  g_autoptr (EupAssessment) assessment = eup_assessment_new ();

  eup_shape_free (eup_part_shape (EUP_PART_CARD), assessment->card);
  assessment->card = card;
  g_assert_cmpstr (eup_rules_wall_language (assessment), ==, first);
  g_assert_cmpstr (eup_rules_wall_second_language (assessment), ==, second);
}

static void
the_wall_speaks_the_records_language_until_another_is_chosen (void)
{
  static const struct
  {
    const char *language, *wall, *second; /* as they stand in the card */
    const char *first, *below;
  } rows[] = {
    { "sv", NULL, NULL, "sv", NULL }, { "sv", "", "", "sv", NULL },     { "sv", NULL, "zh", "sv", "zh" },
    { "sv", "zh", NULL, "zh", NULL }, { "sv", "zh", "sv", "zh", "sv" }, { "sv", NULL, "sv", "sv", NULL },
    { "sv", "zh", "zh", "zh", NULL }, { "zh", NULL, "en", "zh", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_speaks (card_with (rows[i].language, rows[i].wall, rows[i].second), rows[i].first, rows[i].below);
}

static void
choosing_a_language_never_says_the_same_twice (void)
{
  static const struct
  {
    const char *wall, *second;
    gboolean below;
    const char *chosen;
    const char *first, *after;
  } rows[] = {
    { NULL, NULL, FALSE, "zh", "zh", NULL }, /* of a record in Swedish */
    { NULL, NULL, TRUE, "zh", "sv", "zh" },  { NULL, "zh", FALSE, "zh", "zh", "sv" },
    { NULL, "zh", TRUE, "sv", "zh", "sv" },  { NULL, NULL, TRUE, "sv", "sv", NULL },
    { NULL, "zh", TRUE, NULL, "sv", NULL },  { "zh", "sv", FALSE, "sv", "sv", "zh" },
    { "zh", "sv", FALSE, "en", "en", "sv" }, { "en", "zh", TRUE, "sv", "en", "sv" },
    { "zh", NULL, FALSE, "sv", "sv", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EupCard *card = card_with ("sv", rows[i].wall, rows[i].second);

      eup_rules_choose_wall_language (card, rows[i].below, rows[i].chosen);
      assert_speaks (card, rows[i].first, rows[i].after);
    }
}

static void
the_records_own_language_is_not_noted_so_that_the_wall_follows_it (void)
{
  EupCard *card = card_with ("sv", "zh", NULL);

  eup_rules_choose_wall_language (card, FALSE, "sv");
  g_assert_null (card->wall_language);
  g_set_str (&card->language, "en");
  assert_speaks (card, "en", NULL);
}

static void
a_day_is_written_as_each_language_does (void)
{
  static const struct
  {
    const char *iso, *language, *words;
  } rows[] = {
    { "2026-11-24T14:05:00+01:00", "sv", "24 nov." },
    { "2026-11-24", "en", "24 Nov" },
    { "2026-11-24", "zh", "11月24日" },
    { "2026-05-03", "sv", "3 maj" },
    { "2026-13-03", "sv", NULL },
    { "soon", "en", NULL },
    { NULL, "en", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = eup_rules_day (rows[i].iso, rows[i].language);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall-languages/the_wall_speaks_the_records_language_until_another_is_chosen",
                   the_wall_speaks_the_records_language_until_another_is_chosen);
  g_test_add_func ("/wall-languages/choosing_a_language_never_says_the_same_twice",
                   choosing_a_language_never_says_the_same_twice);
  g_test_add_func ("/wall-languages/the_records_own_language_is_not_noted_so_that_the_wall_follows_it",
                   the_records_own_language_is_not_noted_so_that_the_wall_follows_it);
  g_test_add_func ("/wall-languages/a_day_is_written_as_each_language_does",
                   a_day_is_written_as_each_language_does);
  return g_test_run ();
}
