/* Who is read their own sentences, which of them, and what has been said of them. */

#include "eup-whole.h"

#define REVEALED(question) "reveal " question " at=2026-11-26T14:00:00Z"
#define SAID(statement, person, answer)                                                                      \
  "confirmation " statement " person=" person " | confirmation " statement " at=2026-11-26T15:00:00Z | "     \
  "confirmation " statement " answer=" answer

/* "anna 2/3 per 0/1-1": heard of those shown, "-" how many are covered, "!" objections, "~" not here */
static char *
describe (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) all = eup_rules_own_words (assessment, model);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const EupOwnWords *own = all->pdata[i];

      g_string_append_printf (words, "%s%s %u/%u", i > 0 ? " " : "", own->person->id, own->n_heard,
                              own->statements->len);
      if (own->n_covered > 0)
        g_string_append_printf (words, "-%u", own->n_covered);
      if (own->n_objections > 0)
        g_string_append_printf (words, "!%u", own->n_objections);
      if (!own->here)
        g_string_append_c (words, '~');
    }
  return g_string_free_and_steal (words);
}

typedef struct
{
  const char *edits;
  const char *expected;
} OwnCase;

static const OwnCase own_cases[] = {
  { "card purpose=x", "anna 0/0-5 per 0/0-2 maria 0/0-3" },
  { REVEALED ("q10") " | " REVEALED ("q20"), "anna 0/2-3 per 0/1-1 maria 0/1-2" },
  { REVEALED ("q10") " | " SAID ("q10-anna", "anna", "yes"), "anna 1/1-4 per 0/0-2 maria 0/0-3" },
  { REVEALED ("q10") " | " SAID ("q10-anna", "anna", "objects"), "anna 1/1-4!1 per 0/0-2 maria 0/0-3" },
  { REVEALED ("q10") " | " SAID ("q10-anna", "per", "yes"), "anna 0/1-4 per 0/0-2 maria 0/0-3" },
  { REVEALED (
        "q10") " | " SAID ("q10-anna", "anna", "yes") " | statement q10-anna changed=2026-11-26T16:00:00Z",
    "anna 0/1-4 per 0/0-2 maria 0/0-3" },
  { "person per presence=absent", "anna 0/0-5 per 0/0-2~ maria 0/0-3" },
  { "person per presence=later", "anna 0/0-5 per 0/0-2~ maria 0/0-3" },
  { "person per presence=absent | attendance a1 person=per | attendance a1 joined=2026-11-26T14:00:00Z",
    "anna 0/0-5 per 0/0-2 maria 0/0-3" },
  { "attendance a1 person=per | attendance a1 joined=2026-11-26T14:00:00Z | attendance a1 "
    "left=2026-11-26T14:30:00Z",
    "anna 0/0-5 per 0/0-2~ maria 0/0-3" },
  { "-statement q20-per | -statement q21-per", "anna 0/0-5 maria 0/0-3" },
};

static void
everybody_who_said_something_hears_what_is_shown_of_it (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (own_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autofree char *words = NULL;

      eup_edit (assessment, own_cases[i].edits);
      words = describe (assessment, model);
      g_assert_cmpstr (words, ==, own_cases[i].expected);
    }
}

static void
objections_are_found_with_their_words (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) objections = NULL;

  eup_edit (assessment, REVEALED ("q10") " | " REVEALED ("q20") " | " SAID ("q10-anna", "anna", "yes"));
  eup_edit (assessment, SAID ("q20-per", "per", "objects") " | confirmation q20-per words=Inte så");
  objections = eup_rules_objections (assessment, model);
  g_assert_cmpuint (objections->len, ==, 1);
  g_assert_cmpstr (((EupConfirmation *) objections->pdata[0])->words, ==, "Inte så");
}

static void
who_has_heard_all_has_heard (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) all = NULL;

  eup_edit (assessment, REVEALED ("q20") " | " REVEALED ("q21"));
  eup_edit (assessment, SAID ("q20-per", "per", "yes") " | " SAID ("q21-per", "per", "objects"));
  all = eup_rules_own_words (assessment, model);
  g_assert_false (eup_own_words_are_heard (all->pdata[0]));
  g_assert_true (eup_own_words_are_heard (all->pdata[1]));
}

#define CASE(name) g_test_add_func ("/own-words/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE (everybody_who_said_something_hears_what_is_shown_of_it);
  CASE (objections_are_found_with_their_words);
  CASE (who_has_heard_all_has_heard);
  return g_test_run ();
}
