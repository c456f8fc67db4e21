/* The catalogue of technologies: what is read from it, and what is refused. */

#include "method/eup-catalogue.h"

#include "tests/unit/changed.h"
#include "util/eup-file.h"

static EupCatalogue *
small_catalogue (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "catalogues", "small.json", NULL);
  g_autoptr (GError) error = NULL;
  EupCatalogue *catalogue = eup_catalogue_load (path, NULL, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
technology_is_read_as_it_stands (void)
{
  g_autoptr (EupCatalogue) catalogue = small_catalogue ();
  const EupTechnology *gps = eup_catalogue_find (catalogue, "gps");

  g_assert_cmpstr (eup_catalogue_get_id (catalogue), ==, "small");
  g_assert_cmpstr (eup_catalogue_get_version (catalogue), ==, "0.3");
  g_assert_cmpint (eup_catalogue_get_technologies (catalogue)->len, ==, 2);
  g_assert_nonnull (gps);
  g_assert_cmpstr (eup_text_get (gps->name, "sv"), ==, "GPS-larm");
  g_assert_cmpstr (eup_text_get (gps->definite, "en"), ==, "the GPS alarm");
  g_assert_cmpstr (eup_text_get (gps->purpose, "en"), ==, "To find home");
  g_assert_cmpint (gps->functions->len, ==, 3);
  g_assert_null (eup_catalogue_find (catalogue, "camera"));
  g_assert_null (eup_catalogue_find (catalogue, NULL));
}

static void
level_is_the_highest_of_what_is_on (void)
{
  static const struct
  {
    const char *on;
    int level;
  } table[] = {
    { "", 1 },          { "talk", 1 }, { "area", 2 }, { "area,follow", 3 }, { "follow,talk,area", 3 },
    { "not-there", 1 },
  };
  g_autoptr (EupCatalogue) catalogue = small_catalogue ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) on = g_strsplit (table[i].on, ",", -1);

      g_assert_cmpint (eup_technology_level (eup_catalogue_find (catalogue, "gps"), (const char *const *) on),
                       ==, table[i].level);
    }
  g_assert_cmpint (eup_technology_level (eup_catalogue_find (catalogue, "lamp"), NULL), ==, 0);
}

static void
catalogue_that_is_wrong_is_refused_with_its_place (void)
{
  static const Change table[] = {
    { "\"id\": \"lamp\"", "\"id\": \"gps\"",
      "$.technologies[1].id: the id “gps” stands already at $.technologies[0].id, expected each only once" },
    { "\"id\": \"area\"", "\"id\": \"talk\"",
      "$.technologies[0].functions[2].id: the id “talk” stands already at $.technologies[0].functions[0].id, "
      "expected "
      "each only once" },
    { "{ \"sv\": \"lampan\", \"en\": \"the lamp\" }", "{ \"sv\": \"lampan\" }",
      "$.technologies[1].definite: the English (en) words are missing" },
    { "{ \"sv\": \"Följa\", \"en\": \"Follow\" }", "{}",
      "$.technologies[0].functions[1].name: the Swedish (sv) words are missing\n"
      "$.technologies[0].functions[1].name: the English (en) words are missing" },
    { "\"level\": 3", "\"level\": 4", "$.technologies[0].functions[1].level: found 4, expected at most 3" },
    { "\"kind\": \"catalogue\"", "\"kind\": \"method\"", "$.kind: found \"method\", expected \"catalogue\"" },
    { "\"functions\": []", "\"function\": []",
      "$.technologies[1]: the key “functions” is missing\n$.technologies[1].function: this key is not known "
      "here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("small.json");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = changed_node ("catalogues/small.json", &table[i], &bytes);

      g_assert_null (eup_catalogue_new_from_node (node, bytes, problems));
      assert_problems (problems, table[i].problems);
    }
}

static void
file_that_is_not_there_is_an_error_without_problems (void)
{
  g_autoptr (GError) error = NULL;
  EupProblems *problems = (EupProblems *) &error; /* must be overwritten */

  g_assert_null (eup_catalogue_load ("/nowhere/catalogue.json", &problems, &error));
  g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNREADABLE);
  g_assert_null (problems);
}

static void
shared_catalogue_lives_until_the_last_lets_go (void)
{
  EupCatalogue *catalogue = small_catalogue ();
  EupCatalogue *other = eup_catalogue_ref (catalogue);

  eup_catalogue_unref (catalogue);
  g_assert_cmpstr (eup_catalogue_get_id (other), ==, "small");
  eup_catalogue_unref (other);
}

static void
shipped_catalogue_has_technologies_of_every_level (void)
{
  g_autoptr (EupCatalogue) catalogue = eup_catalogue_new_shipped ();
  GPtrArray *technologies = eup_catalogue_get_technologies (catalogue);
  guint levels = 0;

  for (guint i = 0; i < technologies->len; i++)
    {
      const EupTechnology *technology = technologies->pdata[i];

      levels |= 1u << technology->level;
      for (guint j = 0; j < technology->functions->len; j++)
        levels |= 1u << ((EupFunction *) technology->functions->pdata[j])->level;
    }
  g_assert_cmpint (levels, ==, 0xf);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/catalogue/" #name, name)
  ADD (technology_is_read_as_it_stands);
  ADD (level_is_the_highest_of_what_is_on);
  ADD (catalogue_that_is_wrong_is_refused_with_its_place);
  ADD (file_that_is_not_there_is_an_error_without_problems);
  ADD (shipped_catalogue_has_technologies_of_every_level);
  ADD (shared_catalogue_lives_until_the_last_lets_go);
  return g_test_run ();
}
