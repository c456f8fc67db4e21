/* Whether a condition can ever be so. Each row is checked by hand; a heap of conditions is checked by
 * trying many cases. */

#include "method/eup-expression.h"

static void
what_can_never_be_is_known (void)
{
  static const struct
  {
    const char *text;
    gboolean can_be_true;
    gboolean can_be_false;
  } table[] = {
    { "level = 2", TRUE, TRUE },
    { "1 = 1", TRUE, FALSE },
    { "1 = 2", FALSE, TRUE },
    { "level >= 0", TRUE, FALSE },
    { "level > 3", FALSE, TRUE },
    { "level <= 3", TRUE, FALSE },
    { "level > 1 and level < 2", FALSE, TRUE },
    { "level > 0 and level < 2", TRUE, TRUE },
    { "level != 0 and level != 1 and level != 2 and level != 3", FALSE, TRUE },
    { "alternatives < 0", FALSE, TRUE },
    { "follow_up_days < 0", TRUE, TRUE },
    { "follow_up_days < follow_up_limit", TRUE, TRUE },
    { "follow_up_days < follow_up_limit and follow_up_limit < follow_up_days", FALSE, TRUE },
    { "follow_up_days < follow_up_limit and follow_up_limit < until_days and until_days < 2", TRUE, TRUE },
    { "follow_up_days < follow_up_limit and follow_up_limit < until_days and until_days < 1", FALSE, TRUE },
    { "follow_up_days > 3 and follow_up_days < until_days and until_days < 5", FALSE, TRUE },
    { "alternatives > 3 and alternatives < conditions and conditions < 6", TRUE, TRUE },
    { "conditions > 2147483646 and alternatives > conditions", FALSE, TRUE },
    { "purpose = '' and filled(purpose)", FALSE, TRUE },
    { "purpose != '' and not filled(purpose)", TRUE, TRUE },
    { "purpose = 'a' and purpose = 'b'", FALSE, TRUE },
    { "purpose != 'a' and purpose != 'b' and filled(purpose)", TRUE, TRUE },
    { "purpose = decider and decider = road and road != purpose", FALSE, TRUE },
    { "purpose != decider and decider != road and road != purpose", TRUE, TRUE },
    { "purpose in {'a', 'b'} and purpose != 'a'", TRUE, TRUE },
    { "purpose in {}", FALSE, TRUE },
    { "occasion = 'first' or occasion = 'follow-up'", TRUE, FALSE },
    { "occasion = 'first' and occasion = 'follow-up'", FALSE, TRUE },
    { "decider_interest = '' and decider_interest != 'some'", TRUE, TRUE },
    { "decider_interest != '' and decider_interest != 'some' and decider_interest != 'none'", FALSE, TRUE },
    { "urgent and not urgent", FALSE, TRUE },
    { "urgent or not urgent", TRUE, FALSE },
    { "urgent = birth_unknown", TRUE, TRUE },
    { "urgent = (not urgent)", FALSE, TRUE },
    { "'no' in stance('q', 'resident') and stance('q', 'resident') = {}", FALSE, TRUE },
    { "'no' in stance('q', 'resident') and stance('q', 'resident') = {'no', 'yes'}", TRUE, TRUE },
    { "stance('q', 'resident') = {'no'} and stance('q', 'resident') = {'yes'}", FALSE, TRUE },
    { "stance('q', 'resident') = {'no'} and stance('q', 'staff') = {'yes'}", TRUE, TRUE },
    { "stance('q', 'resident') = stance('q', 'staff') and 'a' in stance('q', 'staff') and not ('a' in "
      "stance('q', 'resident'))",
      FALSE, TRUE },
    { "consent('c') != {} and not ('yes' in consent('c') or 'no' in consent('c') or 'cannot' in consent('c') "
      "or 'withdrawn' in consent('c') or 'missing' in consent('c'))",
      FALSE, TRUE },
    { "consent_required('c') and not consent_required('d')", TRUE, TRUE },
    { "field('q', 'a') in choices('q', 'b') and choices('q', 'b') = {'x'} and field('q', 'a') != 'x'", FALSE,
      TRUE },
    { "field('q', 'a') = 'x' and field('q', 'b') != 'x'", TRUE, TRUE },
    { "not (level = 1 or level != 1)", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupExpression) expression = eup_expression_parse (table[i].text, NULL, NULL, NULL);

      g_test_message ("%s", table[i].text);
      g_assert_nonnull (expression);
      g_assert_cmpint (eup_expression_can_be (expression, TRUE), ==, table[i].can_be_true);
      g_assert_cmpint (eup_expression_can_be (expression, FALSE), ==, table[i].can_be_false);
    }
}

/* Where there is too much to try, “never” is not said, and the answer comes in good time. */
static void
too_much_to_try_is_perhaps (void)
{
  GString *many = g_string_new ("1 = 2");
  GString *set = g_string_new ("stance('q', 'staff') = {}");
  g_autoptr (EupExpression) first = NULL;
  g_autoptr (EupExpression) second = NULL;

  /* at least one of forty is ticked, and none of them is */
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (many, " or filled(field('q', 'f%u'))", i);
  g_string_prepend (many, "(");
  g_string_append (many, ") and level > 1 and level < 1");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (set, " and not ('o%u' in stance('q', 'staff'))", i);
  g_string_append (set, " and 'o1' in stance('q', 'staff')");

  first = eup_expression_parse (many->str, NULL, NULL, NULL);
  second = eup_expression_parse (set->str, NULL, NULL, NULL);
  g_assert_true (eup_expression_can_be (first, FALSE));
  eup_expression_can_be (first, TRUE); /* ends */
  g_assert_true (eup_expression_can_be (second, TRUE));
  g_string_free (many, TRUE);
  g_string_free (set, TRUE);
}

/* A case of chance: what each fact says follows from the case's number and the fact alone. */
static void
case_cb (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  static const char *const texts[] = { "", "a", "b", "c", " " };
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) chance = g_rand_new_with_seed (number * 1000 + (guint) fact);
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();

  switch (value->type)
    {
    case EUP_TYPE_TRUTH:
      value->truth = g_rand_boolean (chance);
      break;
    case EUP_TYPE_NUMBER:
      value->number = g_rand_int_range (chance, 0, 4);
      break;
    case EUP_TYPE_TEXT:
      value->text = g_strdup (texts[g_rand_int_range (chance, 0, G_N_ELEMENTS (texts))]);
      break;
    case EUP_TYPE_SET:
    default:
      for (guint i = 1; i <= 3; i++)
        if (g_rand_boolean (chance))
          g_strv_builder_add (members, texts[i]);
      value->set = g_strv_builder_end (members);
    }
}

static char *
random_condition (GRand *chance, guint depth)
{
  static const char *const leaves[] = {
    "level = 1",
    "level >= 2",
    "alternatives < conditions",
    "conditions <= 2",
    "urgent",
    "filled(purpose)",
    "purpose = 'a'",
    "purpose != road",
    "road in {'a', 'b'}",
    "'a' in weights",
    "weights = functions",
    "functions = {'a', 'b'}",
    "purpose in functions",
  };
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (depth == 0 || g_rand_int_range (chance, 0, 4) == 0)
    return g_strdup (leaves[g_rand_int_range (chance, 0, G_N_ELEMENTS (leaves))]);
  left = random_condition (chance, depth - 1);
  right = random_condition (chance, depth - 1);
  if (g_rand_int_range (chance, 0, 4) == 0)
    return g_strdup_printf ("not (%s)", left);
  return g_strdup_printf ("(%s) %s (%s)", left, g_rand_boolean (chance) ? "and" : "or", right);
}

/* What any case makes so can be so: “never” is never wrong. */
static void
never_is_never_wrong (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (6954);
  guint never = 0;

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *text = random_condition (chance, 4);
      g_autoptr (EupExpression) expression = eup_expression_parse (text, NULL, NULL, NULL);
      gboolean can[] = { eup_expression_can_be (expression, FALSE),
                         eup_expression_can_be (expression, TRUE) };

      never += !can[FALSE] + !can[TRUE];
      g_assert_true (can[FALSE] || can[TRUE]);
      for (guint number = 0; number < 60; number++)
        if (!can[!!eup_expression_evaluate (expression, case_cb, GUINT_TO_POINTER (number))])
          g_error ("A case makes it so, but that was said never to be: %s", text);
    }
  g_assert_cmpint (never, >, 10); /* else nothing was tried */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/expression-can-be/" #name, name)
  ADD (what_can_never_be_is_known);
  ADD (too_much_to_try_is_perhaps);
  ADD (never_is_never_wrong);
  return g_test_run ();
}
