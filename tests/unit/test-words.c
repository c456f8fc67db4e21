/* The record's own words: all there, in all three languages. */

#include "record/eup-words.h"

static const char *const languages[] = { "sv", "en", "zh" };

static void
every_key_has_words_in_all_three_languages (void)
{
  g_autoptr (GPtrArray) keys = eup_words_keys ();

  g_assert_cmpuint (keys->len, >, 100);
  for (guint i = 0; i < keys->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        const char *words = eup_words (g_ptr_array_index (keys, i), languages[j]);

        g_assert_nonnull (words);
        g_assert_cmpstr (words, !=, "");
      }
}

/* The names in braces that @words has, sorted, as one string. */
static char *
names_in (const char *words)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{[a-z]+\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (g_regex_match (regex, words, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 0);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
the_three_languages_fill_in_the_same_names (void)
{
  g_autoptr (GPtrArray) keys = eup_words_keys ();

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autofree char *expected = names_in (eup_words (key, "en"));

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autofree char *found = names_in (eup_words (key, languages[j]));

          if (g_strcmp0 (found, expected) != 0)
            g_error ("“%s” in “%s” has the names “%s”, in English “%s”", key, languages[j], found, expected);
        }
    }
}

static void
names_are_filled_in (void)
{
  g_autofree char *words = eup_words_fill ("page", "sv", "page", "7", NULL);

  g_assert_cmpstr (words, ==, "sida\302\2407");
}

static void
a_missing_key_ends_the_program (void)
{
  if (g_test_subprocess ())
    {
      eup_words ("there-is-no-such-key", "sv");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*there-is-no-such-key*");
}

static void
a_missing_language_ends_the_program (void)
{
  if (g_test_subprocess ())
    {
      eup_words ("page", "tlh");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*page*tlh*");
}

static void
tags_lead_to_the_closest_language (void)
{
  g_assert_cmpstr (eup_words_language ("sv"), ==, "sv");
  g_assert_cmpstr (eup_words_language ("zh-CN"), ==, "zh");
  g_assert_cmpstr (eup_words_language ("en-GB"), ==, "en");
  g_assert_cmpstr (eup_words_language (NULL), ==, "en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/every_key_has_words_in_all_three_languages",
                   every_key_has_words_in_all_three_languages);
  g_test_add_func ("/words/the_three_languages_fill_in_the_same_names",
                   the_three_languages_fill_in_the_same_names);
  g_test_add_func ("/words/names_are_filled_in", names_are_filled_in);
  g_test_add_func ("/words/a_missing_key_ends_the_program", a_missing_key_ends_the_program);
  g_test_add_func ("/words/a_missing_language_ends_the_program", a_missing_language_ends_the_program);
  g_test_add_func ("/words/tags_lead_to_the_closest_language", tags_lead_to_the_closest_language);
  return g_test_run ();
}
