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
  g_assert_cmpint (gps->number, ==, 1);
  g_assert_cmpint (gps->functions->len, ==, 3);
  g_assert_true (((EupFunction *) gps->functions->pdata[0])->usual);
  g_assert_false (((EupFunction *) gps->functions->pdata[1])->usual);
  g_assert_true (gps->second_reader);
  g_assert_false (eup_catalogue_find (catalogue, "lamp")->second_reader);
  g_assert_cmpstr (eup_text_get (gps->tensions->pdata[0], "en"), ==, "Freedom against feeling secure");
  g_assert_cmpstr (eup_text_get (gps->data->pdata[1], "sv"), ==, "När");
  g_assert_cmpstr (eup_text_get (gps->viewers->pdata[0], "en"), ==, "Staff");
  g_assert_cmpstr (eup_text_get (gps->less_intrusive->pdata[0], "en"), ==, "Walk together");
  g_assert_cmpstr (((EupPrompt *) gps->prompts->pdata[0])->question, ==, "want");
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

static const Change wrong_catalogues[] = {
  /* what its schema refuses */
  { "\"kind\": \"catalogue\"", "\"kind\": \"method\"", "$.kind: found \"method\", expected \"catalogue\"" },
  { "\"format\": 1", "\"format\": 3",
    "$.format: made for a newer version of the program: format 3, this one reads 1" },
  { "\"level\": 3", "\"level\": 4", "$.technologies[0].functions[1].level: found 4, expected at most 3" },
  { "\"functions\": []", "\"function\": []",
    "$.technologies[1]: the key “functions” is missing\n"
    "$.technologies[1].function: this key is not known here" },
  { "\"viewers\": [{ \"sv\": \"Ingen\", \"en\": \"Nobody\" }],", "",
    "$.technologies[1]: the key “viewers” is missing" },
  { "\"data\": [{ \"sv\": \"Inget\", \"en\": \"Nothing\" }]", "\"data\": []",
    "$.technologies[1].data: the list has 0 entries, expected at least 1" },
  { "\"usual\": true", "\"usual\": \"yes\"",
    "$.technologies[0].functions[0].usual: found a text, expected true or false" },
  { "\"question\": \"want\"", "\"question\": \"Want\"",
    "$.technologies[0].prompts[0].question: found \"Want\", expected the form "
    "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },

  /* the same name twice */
  { "\"id\": \"lamp\"", "\"id\": \"gps\"",
    "$.technologies[1].id: the id “gps” stands already at $.technologies[0].id, expected each only once" },
  { "\"number\": 2", "\"number\": 1",
    "$.technologies[1].number: the number “1” stands already at $.technologies[0].number, expected each only "
    "once" },
  { "\"id\": \"area\"", "\"id\": \"talk\"",
    "$.technologies[0].functions[2].id: the id “talk” stands already at $.technologies[0].functions[0].id, "
    "expected each only once" },

  /* words */
  { "{ \"sv\": \"lampan\", \"en\": \"the lamp\" }", "{ \"sv\": \"lampan\" }",
    "$.technologies[1].definite: the English (en) words are missing" },
  { "{ \"sv\": \"Följa\", \"en\": \"Follow\" }", "{}",
    "$.technologies[0].functions[1].name: the Swedish (sv) words are missing\n"
    "$.technologies[0].functions[1].name: the English (en) words are missing" },
  { "{ \"sv\": \"När\", \"en\": \"When\" }", "{ \"sv\": \"När\" }",
    "$.technologies[0].data[1]: the English (en) words are missing" },
  { "Bär {person} den?", "Bär {name} den?",
    "$.technologies[0].prompts[0].text: the Swedish (sv) words have “{name}”, expected {person} or "
    "{technology}" },

  /* levels */
  { "\"level\": 1, \"usual\"", "\"level\": 0, \"usual\"",
    "$.technologies[0].functions[0].level: found 0, expected at least 1: a function can't lower the level of "
    "“gps”" },
};

static void
catalogue_that_is_wrong_is_refused_with_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong_catalogues); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("small.json");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = changed_node ("catalogues/small.json", &wrong_catalogues[i], &bytes);

      g_assert_null (eup_catalogue_new_from_node (node, bytes, problems));
      assert_problems (problems, wrong_catalogues[i].problems);
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
  g_assert_cmpint (technologies->len, ==, 14);
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
