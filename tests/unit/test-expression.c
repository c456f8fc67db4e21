/* The language of gates: what it says, and what it refuses. */

#include <string.h>

#include "method/eup-expression-private.h"

/* A case as the tests know it. */
typedef struct
{
  int asked; /* how many facts were asked */
  const char *purpose;
  const char *const *stance;
} Case;

static void
answer_cb (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  static const char *const ticks[] = { "wish", "risk", NULL };
  Case *facts = data;

  facts->asked++;
  switch ((int) fact)
    {
    case EUP_FACT_LEVEL:
      value->number = 2;
      break;
    case EUP_FACT_PURPOSE:
      value->text = g_strdup (facts->purpose);
      break;
    case EUP_FACT_STANCE:
      g_assert_cmpstr (name, ==, "want");
      g_assert_cmpstr (detail, ==, "resident");
      value->set = g_strdupv ((char **) facts->stance);
      break;
    case EUP_FACT_TICKS:
      g_assert_null (detail);
      value->set = g_strdupv ((char **) ticks);
      break;
    case EUP_FACT_ANSWERED:
      value->truth = g_str_equal (detail, "resident");
      break;
    case EUP_FACT_REASON:
      value->truth = 17; /* any true value */
      break;
    case EUP_FACT_ATTEMPTS:
    case EUP_FACT_ATTEMPT_DAYS:
      value->number = 2;
      break;
    case EUP_FACT_FOLLOW_UP_LIMIT:
      value->number = 90;
      break;
    case EUP_FACT_FIELD:
      g_assert_cmpstr (name, ==, "want");
      value->text = g_strdup (g_str_equal (detail, "ways") ? "talk pictures" : "");
      break;
    case EUP_FACT_CHOICES:
      g_assert_cmpstr (detail, ==, "ways");
      value->set = g_strsplit ("talk pictures", " ", -1);
      break;
    case EUP_FACT_CONSENT:
      g_assert_cmpstr (name, ==, "data");
      g_assert_null (detail);
      value->set = g_strsplit ("yes missing", " ", -1);
      break;
    case EUP_FACT_CONSENT_REQUIRED:
    case EUP_FACT_CONSENT_BY_OTHER:
      g_assert_cmpstr (name, ==, "data");
      value->truth = TRUE;
      break;
    case EUP_FACT_URGENT:
      value->truth = TRUE;
      break;
    case EUP_FACT_FOLLOW_UP_DAYS:
    case EUP_FACT_UNTIL_DAYS:
      value->number = -1;
      break;
    default:
      break; /* nothing there */
    }
}

/* Answers nothing, whatever is asked of whom. */
static void
answer_any_cb (EupFact fact, const char *question, const char *voice, EupValue *value, gpointer data)
{
}

static gboolean
is_known_cb (EupNameKind kind, const char *name, const char *detail, gpointer data)
{
  static const char *const voices[] = { "resident", "staff", NULL };

  switch (kind)
    {
    case EUP_NAME_QUESTION:
      return g_str_equal (name, "want");
    case EUP_NAME_VOICE:
      return g_str_equal (name, "want") && g_strv_contains (voices, detail);
    case EUP_NAME_FIELD:
      return g_str_equal (name, "want") && (g_str_equal (detail, "ways") || g_str_equal (detail, "when"));
    case EUP_NAME_CONSENT:
      return g_str_equal (name, "data");
    default:
      g_assert_not_reached ();
    }
}

static void
condition_holds_as_it_reads (void)
{
  static const struct
  {
    const char *text;
    gboolean expected;
  } table[] = {
    { "level = 2", TRUE },
    { "level != 2", FALSE },
    { "level < 2", FALSE },
    { "level <= 2", TRUE },
    { "level > 1", TRUE },
    { "level >= 3", FALSE },
    { "2 = level", TRUE },
    { "filled(purpose)", TRUE },
    { "filled(follow_up_owner)", FALSE },
    { "filled(' \t\n')", FALSE },
    { "purpose = 'go out'", TRUE },
    { "purpose != 'go out'", FALSE },
    { "follow_up_owner = ''", TRUE },
    { "follow_up_days <= follow_up_limit", TRUE },
    { "'no' in stance('want', 'resident')", TRUE },
    { "'yes' in stance('want', 'resident')", FALSE },
    { "stance('want', 'resident') = {'no'}", TRUE },
    { "stance('want','resident') != {'no','yes'}", TRUE },
    { "ticks('want') = {'risk', 'wish'}", TRUE },
    { "ticks('want') = {'risk', 'wish', 'risk'}", TRUE },
    { "ticks('want') = {'risk', 'other'}", FALSE },
    { "ticks('want') = {}", FALSE },
    { "'b' in {'a', 'b'}", TRUE },
    { "answered('want', 'resident')", TRUE },
    { "answered('want', 'staff')", FALSE },
    { "reason('want', 'staff') = answered('want', 'resident')", TRUE },
    { "reason('want', 'staff') != (1 = 2)", TRUE },
    { "attempts('want') >= 2 and attempt_days('want') >= 2", TRUE },
    { "attempt_methods('want') > 0", FALSE },
    { "alternatives = 0 and alternatives_without_technology = 0 and alternatives_without_reason = 0", TRUE },
    /* “and” binds closer than “or”, “not” closer than “and”, comparison closer than “not” */
    { "1 = 1 or 1 = 1 and 1 = 2", TRUE },
    { "(1 = 1 or 1 = 1) and 1 = 2", FALSE },
    { "not 1 = 2 and 1 = 1", TRUE },
    { "not (1 = 1 and 1 = 2)", TRUE },
    { "not not 1 = 1", TRUE },
    { "1 = 2 or 2 = 3 or 3 = 3", TRUE },
    { "1 = 1 and 2 = 2 and 3 = 4", FALSE },
    { "\n level\t=\r\n2 ", TRUE },
    { "2147483647 > 0", TRUE },
    { "purpose = 'å外'", FALSE },
    { "urgent", TRUE },
    { "not urgent", FALSE },
    { "urgent and level = 2", TRUE },
    { "follow_up_days < 0", TRUE },
    { "until_days >= 1 or urgent_limit > 0", FALSE },
    { "filled(field('want', 'ways'))", TRUE },
    { "filled(field('want', 'when'))", FALSE },
    { "field('want', 'ways') = 'talk pictures'", TRUE },
    { "'pictures' in choices('want', 'ways')", TRUE },
    { "choices('want', 'ways') = {'talk'}", FALSE },
    { "'missing' in consent('data')", TRUE },
    { "consent('data') = {'yes'}", FALSE },
    { "consent_required('data')", TRUE },
    { "consent_by_other('data')", TRUE },
    { "weight('want') = ''", TRUE },
    { "conditions_for('want') = 0", TRUE },
  };
  static const char *const stance[] = { "no", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      Case facts = { 0, "go out", stance };
      g_autoptr (EupExpression) expression = NULL;

      expression = eup_expression_parse (table[i].text, is_known_cb, NULL, &error);
      g_test_message ("%s", table[i].text);
      g_assert_no_error (error);
      g_assert_cmpint (eup_expression_evaluate (expression, answer_cb, &facts), ==, table[i].expected);
    }
}

static void
condition_that_has_no_meaning_is_refused_with_its_place (void)
{
  static const struct
  {
    const char *text;
    EupExpressionError code;
    const char *message;
  } table[] = {
    { "", EUP_EXPRESSION_ERROR_SYNTAX, "character 1: found the end, expected a value" },
    { "level =", EUP_EXPRESSION_ERROR_SYNTAX, "character 8: found the end, expected a value" },
    { "level = 2 3", EUP_EXPRESSION_ERROR_SYNTAX,
      "character 11: found “3”, expected “and”, “or” or the end" },
    { "1 < level < 3", EUP_EXPRESSION_ERROR_SYNTAX,
      "character 11: found “<”, expected “and”, “or” or the end" },
    { "(level = 2", EUP_EXPRESSION_ERROR_SYNTAX, "character 11: found the end, expected “)”" },
    { "level = 2)", EUP_EXPRESSION_ERROR_SYNTAX, "character 10: found “)”, expected “and”, “or” or the end" },
    { "and level = 2", EUP_EXPRESSION_ERROR_SYNTAX, "character 1: found “and”, expected a value" },
    { "level = 2 and", EUP_EXPRESSION_ERROR_SYNTAX, "character 14: found the end, expected a value" },
    { "not", EUP_EXPRESSION_ERROR_SYNTAX, "character 4: found the end, expected a value" },
    { "level == 2", EUP_EXPRESSION_ERROR_SYNTAX, "character 8: found “=”, expected a value" },
    { "level & 2", EUP_EXPRESSION_ERROR_SYNTAX, "character 7: “&” has no meaning here" },
    { "'å外' = 'a' ö", EUP_EXPRESSION_ERROR_SYNTAX, "character 12: “ö” has no meaning here" },
    { "purpose = 'go", EUP_EXPRESSION_ERROR_SYNTAX,
      "character 11: a text begins here and has no second ' to end it" },
    { "level = 99999999999999999999", EUP_EXPRESSION_ERROR_SYNTAX,
      "character 9: the number 99999999999999999999 is too large" },
    { "level = 2147483648", EUP_EXPRESSION_ERROR_SYNTAX, "character 9: the number 2147483648 is too large" },
    { "level = -1", EUP_EXPRESSION_ERROR_SYNTAX, "character 9: “-” has no meaning here" },
    { "'a' in {'a' 'b'}", EUP_EXPRESSION_ERROR_SYNTAX, "character 13: found 'b', expected “}”" },
    { "'a' in {'a', 2}", EUP_EXPRESSION_ERROR_SYNTAX, "character 14: found “2”, expected a text in quotes" },
    { "'a' in {'a'", EUP_EXPRESSION_ERROR_SYNTAX, "character 12: found the end, expected “}”" },
    { "filled purpose", EUP_EXPRESSION_ERROR_SYNTAX, "character 8: found “purpose”, expected “(”" },
    { "filled(purpose", EUP_EXPRESSION_ERROR_SYNTAX, "character 15: found the end, expected “)”" },
    { "answered(want, 'resident')", EUP_EXPRESSION_ERROR_SYNTAX,
      "character 10: found “want”, expected the id of a question in quotes" },
    { "answered('want', level)", EUP_EXPRESSION_ERROR_SYNTAX,
      "character 18: found “level”, expected a voice in quotes" },
    { "answered('want' 'staff')", EUP_EXPRESSION_ERROR_SYNTAX, "character 17: found 'staff', expected “,”" },
    { "ticks('want'", EUP_EXPRESSION_ERROR_SYNTAX, "character 13: found the end, expected “)”" },

    { "level", EUP_EXPRESSION_ERROR_TYPE, "character 1: the whole is a number, expected true or false" },
    { "purpose", EUP_EXPRESSION_ERROR_TYPE, "character 1: the whole is a text, expected true or false" },
    { "ticks('want')", EUP_EXPRESSION_ERROR_TYPE, "character 1: the whole is a set, expected true or false" },
    { "level = 'two'", EUP_EXPRESSION_ERROR_TYPE, "character 7: a number can't be compared with a text" },
    { "ticks('want') = 'risk'", EUP_EXPRESSION_ERROR_TYPE,
      "character 15: a set can't be compared with a text" },
    { "purpose < 3", EUP_EXPRESSION_ERROR_TYPE, "character 1: found a text, expected a number" },
    { "2 in ticks('want')", EUP_EXPRESSION_ERROR_TYPE, "character 1: found a number, expected a text" },
    { "'a' in purpose", EUP_EXPRESSION_ERROR_TYPE, "character 8: found a text, expected a set" },
    { "not level", EUP_EXPRESSION_ERROR_TYPE, "character 5: found a number, expected true or false" },
    { "level = 2 and purpose", EUP_EXPRESSION_ERROR_TYPE,
      "character 15: found a text, expected true or false" },
    { "purpose or level = 2", EUP_EXPRESSION_ERROR_TYPE,
      "character 1: found a text, expected true or false" },
    { "filled(level)", EUP_EXPRESSION_ERROR_TYPE, "character 8: found a number, expected a text" },
    { "lavel = 2", EUP_EXPRESSION_ERROR_TYPE, "character 1: the name “lavel” is not known" },
    { "level = 2 or dog('want')", EUP_EXPRESSION_ERROR_TYPE, "character 14: the name “dog” is not known" },
    { "level('want') = 2", EUP_EXPRESSION_ERROR_TYPE, "character 6: “level” takes nothing in parentheses" },
    { "answered", EUP_EXPRESSION_ERROR_TYPE,
      "character 9: “answered” is asked of a question and a voice: expected answered('question', 'voice')" },
    { "answered('want')", EUP_EXPRESSION_ERROR_TYPE,
      "character 16: “answered” takes a question and a voice, found only one" },
    { "answered('want', 'staff', 'staff')", EUP_EXPRESSION_ERROR_TYPE,
      "character 25: “answered” takes a question and a voice, found more" },
    { "'a' in ticks('want', 'staff')", EUP_EXPRESSION_ERROR_TYPE,
      "character 20: “ticks” takes a question, found more" },
    { "answered('wnt', 'staff')", EUP_EXPRESSION_ERROR_TYPE, "character 10: there is no question “wnt”" },
    { "answered('want', 'dog')", EUP_EXPRESSION_ERROR_TYPE,
      "character 18: the question “want” does not ask a voice “dog”" },
    { "filled(field('want', 'wen'))", EUP_EXPRESSION_ERROR_TYPE,
      "character 22: the question “want” has no field “wen”" },
    { "filled(field('wnt', 'when'))", EUP_EXPRESSION_ERROR_TYPE, "character 14: there is no question “wnt”" },
    { "field('want') = ''", EUP_EXPRESSION_ERROR_TYPE,
      "character 13: “field” takes a question and a field, found only one" },
    { "field = ''", EUP_EXPRESSION_ERROR_TYPE,
      "character 7: “field” is asked of a question and a field: expected field('question', 'field')" },
    { "field('want', 2) = ''", EUP_EXPRESSION_ERROR_SYNTAX,
      "character 15: found “2”, expected the id of a field in quotes" },
    { "consent_required('dta')", EUP_EXPRESSION_ERROR_TYPE, "character 18: there is no consent “dta”" },
    { "consent_required('data', 'staff')", EUP_EXPRESSION_ERROR_TYPE,
      "character 24: “consent_required” takes a consent, found more" },
    { "consent('data') = 'yes'", EUP_EXPRESSION_ERROR_TYPE,
      "character 17: a set can't be compared with a text" },
    { "urgent = 1", EUP_EXPRESSION_ERROR_TYPE, "character 8: true or false can't be compared with a number" },
    { "filled(weights)", EUP_EXPRESSION_ERROR_TYPE, "character 8: found a set, expected a text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", table[i].text);
      g_assert_null (eup_expression_parse (table[i].text, is_known_cb, NULL, &error));
      g_assert_error (error, EUP_EXPRESSION_ERROR, (gint) table[i].code);
      g_assert_cmpstr (error->message, ==, table[i].message);
    }
}

static char *
nested (const char *before, guint times, const char *inside, const char *after)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, before);
  g_string_append (text, inside);
  for (guint i = 0; i < times; i++)
    g_string_append (text, after);
  return g_string_free_and_steal (text);
}

static void
nesting_has_a_limit (void)
{
  static const struct
  {
    const char *before;
    const char *inside;
    const char *after;
  } table[] = { { "(", "level = 2", ")" }, { "not ", "level = 2", "" }, { "filled(", "purpose", ")" } };
  Case facts = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *deep = nested (table[i].before, 100000, table[i].inside, table[i].after);
      g_autoptr (GError) error = NULL;

      g_assert_null (eup_expression_parse (deep, NULL, NULL, &error));
      g_assert_error (error, EUP_EXPRESSION_ERROR, EUP_EXPRESSION_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "nested more than 64 times"));
    }

  {
    g_autofree char *fits = nested ("(", 64, "level = 2", ")");
    g_autoptr (EupExpression) expression = eup_expression_parse (fits, NULL, NULL, NULL);

    g_assert_nonnull (expression);
    g_assert_true (eup_expression_evaluate (expression, answer_cb, &facts));
  }
}

static void
long_chain_needs_no_deep_stack (void)
{
  g_autofree char *text = nested ("level = 1 or ", 100000, "level = 2", "");
  g_autoptr (EupExpression) expression = eup_expression_parse (text, NULL, NULL, NULL);
  Case facts = { 0 };

  g_assert_nonnull (expression);
  g_assert_true (eup_expression_evaluate (expression, answer_cb, &facts));
  g_assert_cmpint (facts.asked, ==, 100001);
}

static void
asking_stops_when_the_answer_is_clear (void)
{
  g_autoptr (EupExpression) either =
      eup_expression_parse ("level = 2 or level = 3 or filled(purpose)", NULL, NULL, NULL);
  g_autoptr (EupExpression) both =
      eup_expression_parse ("level = 3 and level = 2 and filled(purpose)", NULL, NULL, NULL);
  Case facts = { 0 };

  g_assert_true (eup_expression_evaluate (either, answer_cb, &facts));
  g_assert_cmpint (facts.asked, ==, 1);
  g_assert_false (eup_expression_evaluate (both, answer_cb, &facts));
  g_assert_cmpint (facts.asked, ==, 2);
}

static void
nothing_said_is_an_empty_text_and_an_empty_set (void)
{
  g_autoptr (EupExpression) expression = NULL;
  Case facts = { 0 };

  expression =
      eup_expression_parse ("purpose = '' and not filled(purpose) and stance('want', 'resident') = {} "
                            "and not 'no' in stance('want', 'resident')",
                            NULL, NULL, NULL);
  g_assert_nonnull (expression);
  g_assert_true (eup_expression_evaluate (expression, answer_cb, &facts));
}

/* Any heap of tokens is either a condition, which can then be evaluated, or is refused with a place in it. */
static void
heap_of_tokens_never_does_harm (void)
{
  static const char *const pieces[] = {
    "(",      ")", "{",      "}",        ",",     "and ",     "or ",        "not ",
    "in ",    "=", "!=",     "<",        ">=",    "level ",   "purpose",    "'a'",
    "'want'", "2", "filled", "stance",   "ticks", "answered", "'resident'", "'",
    "外",     "@", " ",      "attempts", "{}",    "filled(",  "'a' in ",    "level = 2 "
  };
  g_autoptr (GRand) chance = g_rand_new_with_seed (6954);
  guint good = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (EupExpression) expression = NULL;
      g_autoptr (GError) error = NULL;
      Case facts = { 0 };
      guint n = (guint) g_rand_int_range (chance, 1, 9);
      guint64 place;

      for (guint j = 0; j < n; j++)
        g_string_append (text, pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))]);
      expression = eup_expression_parse (text->str, NULL, NULL, &error);
      if (expression != NULL)
        {
          eup_expression_evaluate (expression, answer_any_cb, &facts);
          good++;
          continue;
        }
      g_assert_true (g_str_has_prefix (error->message, "character "));
      place = g_ascii_strtoull (error->message + strlen ("character "), NULL, 10);
      g_assert_cmpint (place, >=, 1);
      g_assert_cmpint (place, <=, g_utf8_strlen (text->str, -1) + 1);
    }
  g_assert_cmpint (good, >, 50);
}

static void
names_can_be_checked_after_parsing (void)
{
  static const struct
  {
    const char *text;
    const char *message; /* NULL: all is there */
  } table[] = {
    { "level = 2 and answered('want', 'staff')", NULL },
    { "level = 2 and answered('want', 'dog')",
      "character 32: the question “want” does not ask a voice “dog”" },
    { "not (filled(field('wnt', 'when')))", "character 19: there is no question “wnt”" },
    { "level = 1 or consent_required('dta')", "character 31: there is no consent “dta”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupExpression) expression = eup_expression_parse (table[i].text, NULL, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (expression);
      g_assert_cmpint (eup_expression_check_names (expression, is_known_cb, NULL, &error), ==,
                       table[i].message == NULL);
      if (table[i].message != NULL)
        g_assert_error (error, EUP_EXPRESSION_ERROR, EUP_EXPRESSION_ERROR_TYPE);
      g_assert_cmpstr (error ? error->message : NULL, ==, table[i].message);
    }
}

/* Who writes a method knows only what is written down. */
static void
everything_that_can_be_asked_is_documented (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("EUP_SOURCE"), "docs", "method-format.md", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (int fact = 0; fact <= EUP_FACT_CONSENT_BY_OTHER; fact++)
    {
      const EupFactInfo *info = eup_fact_get_info ((EupFact) fact);
      g_autofree char *row =
          g_strdup_printf ("| `%s%s", info->name, info->arguments == EUP_ARGUMENTS_NONE ? "` |" : "('");

      if (strstr (text, row) == NULL)
        g_error ("%s has no row for “%s”", path, info->name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/expression/" #name, name)
  ADD (condition_holds_as_it_reads);
  ADD (condition_that_has_no_meaning_is_refused_with_its_place);
  ADD (everything_that_can_be_asked_is_documented);
  ADD (names_can_be_checked_after_parsing);
  ADD (nesting_has_a_limit);
  ADD (long_chain_needs_no_deep_stack);
  ADD (heap_of_tokens_never_does_harm);
  ADD (asking_stops_when_the_answer_is_clear);
  ADD (nothing_said_is_an_empty_text_and_an_empty_set);
  return g_test_run ();
}
