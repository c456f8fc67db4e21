/* Who said what when, what people are called in a sentence, and people who answer without their names. */

#include "eup-sample.h"

#include "assessment/eup-rules.h"

typedef struct
{
  EupModel *model;
  EupAssessment *said;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = eup_sample_model ();
  fixture->said = eup_sample_case ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  eup_model_unref (fixture->model);
  eup_assessment_free (fixture->said);
}

static EupPerson *
person (Fixture *fixture, const char *id)
{
  return eup_assessment_find (fixture->said, EUP_PART_PERSON, id);
}

static void
say_at (Fixture *fixture, const char *who, const char *said)
{
  EupStatement *statement = eup_sample_say (fixture->said, "calm", who, NULL, "Ja");

  g_set_str (&statement->said, said);
}

static void
people_stand_in_the_order_in_which_they_spoke (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *calm = eup_method_find_question (fixture->model->method, "calm");
  g_autoptr (GPtrArray) order = NULL;
  GString *people = g_string_new (NULL);

  say_at (fixture, "maria", NULL); /* nobody knows when */
  say_at (fixture, "anna", "2026-11-26T13:40:00+01:00");
  say_at (fixture, "mei", "2026-11-26T12:35:00+00:00"); /* five minutes before, by another clock */
  eup_sample_no_answer (fixture->said, "calm", "per", "unknown", NULL);
  order = eup_rules_speaking_order (fixture->said, calm);
  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (people, "%s ", ((EupStatement *) order->pdata[i])->person);
  g_assert_cmpstr (people->str, ==, "mei anna maria ");
  g_assert_cmpuint (eup_rules_speaking_place (fixture->said, calm, "anna"), ==, 2);
  g_assert_cmpuint (eup_rules_speaking_place (fixture->said, calm, "per"), ==, 0);
  g_string_free (people, TRUE);
}

static void
who_was_heard_another_day_spoke_before (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *calm = eup_method_find_question (fixture->model->method, "calm");

  say_at (fixture, "per", "2026-11-26T13:40:00+01:00");
  say_at (fixture, "anna", "2026-11-20"); /* nobody wrote down at what hour */
  g_assert_cmpuint (eup_rules_speaking_place (fixture->said, calm, "anna"), ==, 1);
  g_assert_cmpuint (eup_rules_speaking_place (fixture->said, calm, "per"), ==, 2);
}

static void
two_of_the_same_moment_stand_as_they_were_written_down (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *calm = eup_method_find_question (fixture->model->method, "calm");

  say_at (fixture, "per", "2026-11-26T13:40:00+01:00");
  say_at (fixture, "anna", "2026-11-26T13:40:00+01:00");
  g_assert_cmpuint (eup_rules_speaking_place (fixture->said, calm, "per"), ==, 1);
  g_assert_cmpuint (eup_rules_speaking_place (fixture->said, calm, "anna"), ==, 2);
}

typedef struct
{
  const char *per, *per_role, *mei, *mei_role; /* the names of two relatives */
  const char *name_of_mei;
} NameCase;

static const NameCase name_cases[] = {
  { "Per", "son", "Mei", "granne", "Mei" },
  { "Eva", "dotter", "Eva", "granne", "Eva (granne)" },
  { "Eva", "dotter", "Eva", "dotter", "Eva (2)" },
  { "Eva", NULL, "Eva", "granne", "Eva (2)" },
  { "Per", NULL, "فاطمة", NULL, "\342\200\216\342\201\250فاطمة\342\201\251" },
  { "فاطمة", "dotter", "فاطمة", "granne", "\342\200\216\342\201\250فاطمة\342\201\251 (granne)" },
  { "Per", NULL, "Mei 🌻", NULL, "Mei 🌻" },
  { "Per", NULL, "<b>", NULL, "<b>" },
};

static void
people_of_the_same_name_are_told_apart (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_autofree char *name = NULL;

      g_set_str (&person (fixture, "per")->name, name_cases[i].per);
      g_set_str (&person (fixture, "per")->role, name_cases[i].per_role);
      g_set_str (&person (fixture, "mei")->name, name_cases[i].mei);
      g_set_str (&person (fixture, "mei")->role, name_cases[i].mei_role);
      name = eup_rules_name (fixture->said, person (fixture, "mei"));
      g_assert_cmpstr (name, ==, name_cases[i].name_of_mei);
    }
}

static void
people_without_names_answer_in_counts (Fixture *fixture, gconstpointer data)
{
  EupStatement *statement = eup_sample_say (fixture->said, "calm", "maria", NULL, NULL);
  g_autofree char *none = NULL, *sv = NULL, *en = NULL;

  g_set_str (&person (fixture, "maria")->size, "5");
  g_assert_true (eup_statement_is_empty (statement));
  none = eup_rules_stance_words (statement, fixture->said, fixture->model, "sv");
  g_assert_cmpstr (none, ==, "");
  eup_statement_set_count (statement, EUP_ITEM_ANSWER, "same", 2);
  eup_statement_set_count (statement, EUP_ITEM_ANSWER, "worse", 3);
  g_assert_true (eup_statement_is_answer (statement));
  sv = eup_rules_stance_words (statement, fixture->said, fixture->model, "sv");
  en = eup_rules_stance_words (statement, fixture->said, fixture->model, "en");
  g_assert_cmpstr (sv, ==, "3 av 5: sämre · 2 av 5: ingen skillnad");
  g_assert_cmpstr (en, ==, "3 of 5: worse · 2 of 5: no difference");
  g_assert_cmpuint (eup_rules_counted (fixture->said, "maria"), ==, 5);
  g_assert_cmpuint (eup_rules_counted (fixture->said, "per"), ==, 0);
  eup_statement_set_count (statement, EUP_ITEM_ANSWER, "same", 0);
  eup_statement_set_count (statement, EUP_ITEM_ANSWER, "worse", 0);
  g_assert_true (eup_statement_is_empty (statement));
}

static void
counts_of_several_things_stand_with_each (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupModel) model = eup_model_new_shipped ("SE");
  EupStatement *statement = eup_sample_say (fixture->said, "q4", "maria", NULL, NULL);
  g_autofree char *en = NULL, *zh = NULL;

  g_set_str (&person (fixture, "maria")->size, "5");
  eup_statement_set_count (statement, "security", "mostly", 4);
  eup_statement_set_count (statement, "security", "partly", 1);
  en = eup_rules_stance_words (statement, fixture->said, model, "en");
  zh = eup_rules_stance_words (statement, fixture->said, model, "zh");
  g_assert_true (g_str_has_suffix (en, ": partly (1 of 5), mostly (4 of 5)"));
  g_assert_nonnull (g_strstr_len (zh, -1, "（5 人中 1 人）、"));
}

typedef struct
{
  const char *how, *said, *presence, *size;
  gboolean wants;
} ConfirmCase;

static const ConfirmCase confirm_cases[] = {
  { "meeting", "2026-11-26T13:40:00+01:00", "room", NULL, FALSE },
  { "video", "2026-11-26T13:40:00+01:00", "video", NULL, FALSE },
  { "meeting", "2026-11-20T13:40:00+01:00", "room", NULL, TRUE }, /* another day */
  { "told", "2026-11-26T13:40:00+01:00", "room", NULL, TRUE },
  { "observed", "2026-11-26T13:40:00+01:00", "phone", NULL, TRUE },
  { "letter", NULL, "room", NULL, TRUE },
  { "told", "2026-11-26T13:40:00+01:00", "absent", NULL, FALSE },
  { "told", "2026-11-26T13:40:00+01:00", "later", NULL, FALSE },
  { "told", "2026-11-26T13:40:00+01:00", "room", "5", FALSE }, /* nobody of them alone can */
};

static void
what_came_another_way_is_theirs_to_confirm (Fixture *fixture, gconstpointer data)
{
  EupStatement *statement = eup_sample_say (fixture->said, "calm", "per", "better", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (confirm_cases); i++)
    {
      g_test_message ("%s %s", confirm_cases[i].how, confirm_cases[i].presence);
      g_set_str (&statement->how, confirm_cases[i].how);
      g_set_str (&statement->said, confirm_cases[i].said);
      g_set_str (&person (fixture, "per")->presence, confirm_cases[i].presence);
      g_set_str (&person (fixture, "per")->size, confirm_cases[i].size);
      g_assert_cmpint (eup_rules_wants_confirmation (fixture->said, statement, "2026-11-26"), ==,
                       confirm_cases[i].wants);
    }
}

#define ADD(name) g_test_add ("/said/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (people_stand_in_the_order_in_which_they_spoke);
  ADD (who_was_heard_another_day_spoke_before);
  ADD (two_of_the_same_moment_stand_as_they_were_written_down);
  ADD (people_of_the_same_name_are_told_apart);
  ADD (people_without_names_answer_in_counts);
  ADD (counts_of_several_things_stand_with_each);
  ADD (what_came_another_way_is_theirs_to_confirm);
  return g_test_run ();
}
