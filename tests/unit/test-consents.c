/* Who is asked for which consent, and what counts as an answer. */

#include "eup-whole.h"

#include <string.h>

static const char *const state_names[] = {
  [EUP_CONSENT_MISSING] = "missing",
  [EUP_CONSENT_YES] = "yes",
  [EUP_CONSENT_NO] = "no",
  [EUP_CONSENT_CANNOT] = "cannot",
  [EUP_CONSENT_WITHDRAWN] = "withdrawn",
};

/* "c4 anna per yes": the consent, who is asked, about whom, and how it stands; "?" where it may be asked */
static char *
in_words (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) asked = eup_rules_consents (assessment, model);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < asked->len; i++)
    {
      const EupConsentAsked *one = asked->pdata[i];

      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", one->kind->id, one->person->id);
      if (one->about != NULL)
        g_string_append_printf (words, " %s", one->about->id);
      g_string_append_printf (words, " %s%s", state_names[one->state], one->required ? "" : "?");
    }
  return g_string_free_and_steal (words);
}

typedef struct
{
  const char *edits;
  const char *asked;
} ConsentCase;

#define OTHERS                                                                                               \
  "person hong voice=none | person hong interprets=true | person hong presence=phone | "                     \
  "person sven voice=none | person sven presence=later"
#define CALL "card technology=safety-button | card functions="

static const ConsentCase consent_cases[] = {
  { "card number=1", "c1 anna yes, c2 anna yes, c4 anna per yes, c5 anna missing?" },
  /* Each relative, interpreter and observer who is or will be there; staff are bound anyway. */
  { OTHERS, "c1 anna yes, c2 anna yes, c4 anna per yes, c4 anna hong missing, c4 anna sven missing, c5 anna "
            "missing?" },
  { "person per presence=absent", "c1 anna yes, c2 anna yes, c5 anna missing?" },
  { "person maria interprets=true",
    "c1 anna yes, c2 anna yes, c4 anna per yes, c4 anna maria missing, c5 anna missing?" },
  /* Everybody who lives there. */
  { "person per cohabits=true | person sven cohabits=true | person sven voice=none | person sven "
    "presence=absent",
    "c1 anna yes, c2 anna yes, c3 per missing, c3 sven missing, c4 anna per yes, c5 anna missing?" },
  { "person anna cohabits=true", "c1 anna yes, c2 anna yes, c4 anna per yes, c5 anna missing?" },
  /* Where nothing watches, the data need no consent. */
  { CALL " | -consent c2-anna | person per cohabits=true",
    "c1 anna yes, c2 anna missing?, c3 per missing?, c4 anna per yes, c5 anna missing?" },
  /* Nobody says for the resident that they themselves may be there; another who speaks for Anna may. */
  { "-consent c4-anna | consent c4-per about=per | consent c4-per answer=yes",
    "c1 anna yes, c2 anna yes, c4 anna per missing, c5 anna missing?" },
  { "-consent c4-anna | person eva voice=relatives | person eva presence=absent | consent c4-eva about=per | "
    "consent c4-eva answer=yes",
    "c1 anna yes, c2 anna yes, c4 anna per yes, c5 anna missing?" },
  /* An answer about somebody else is no answer. */
  { "consent c4-anna about=lena", "c1 anna yes, c2 anna yes, c4 anna per missing, c5 anna missing?" },
  { "consent c1-anna answer=", "c1 anna missing, c2 anna yes, c4 anna per yes, c5 anna missing?" },
  { "-person anna", "" },
};

static void
each_is_asked_for_what_concerns_them (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (consent_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autofree char *words = NULL;

      g_test_message ("%s", consent_cases[i].edits);
      eup_edit (assessment, consent_cases[i].edits);
      words = in_words (assessment, model);
      g_assert_cmpstr (words, ==, consent_cases[i].asked);
    }
}

typedef struct
{
  const char *edits;
  EupConsentState state; /* of c2 */
  const char *by;        /* (nullable): whose answer it is */
} GivenCase;

#define WITHDRAWN "consent c2-anna withdrawn=2026-11-27T09:00:00+01:00"
#define AGAIN(answer, at)                                                                                    \
  "consent again consent=c2 | consent again person=anna | consent again answer=" answer                      \
  " | consent again at=2026-" at "T09:00:00+01:00 | consent c2-anna at=2026-11-26T09:00:00+01:00"

static const GivenCase given_cases[] = {
  { "consent c2-anna answer=yes", EUP_CONSENT_YES, "anna" },
  { "consent c2-anna answer=no", EUP_CONSENT_NO, "anna" },
  { "consent c2-anna answer=cannot", EUP_CONSENT_CANNOT, "anna" },
  { WITHDRAWN, EUP_CONSENT_WITHDRAWN, "anna" },
  { "-consent c2-anna", EUP_CONSENT_MISSING, NULL },
  /* Asked again, the newer answer counts, wherever it stands in the list. */
  { WITHDRAWN " | " AGAIN ("yes", "11-28"), EUP_CONSENT_YES, "anna" },
  { AGAIN ("no", "11-28"), EUP_CONSENT_NO, "anna" },
  { AGAIN ("no", "11-20"), EUP_CONSENT_YES, "anna" },
  /* Somebody who speaks for the resident, where the resident has given no answer. */
  { "-consent c2-anna | consent c2-per answer=yes", EUP_CONSENT_YES, "per" },
  { "consent c2-anna answer=cannot | consent c2-per answer=yes", EUP_CONSENT_YES, "per" },
  { "consent c2-anna answer=cannot | consent c2-per answer=no", EUP_CONSENT_NO, "per" },
  { "consent c2-anna answer=cannot | person gode voice=none | consent c2-gode answer=yes", EUP_CONSENT_YES,
    "gode" },
  { "consent c2-anna answer=cannot | person gode voice=none | consent c2-gode answer=yes | consent c2-per "
    "answer=no",
    EUP_CONSENT_NO, "per" },
  /* The resident's own no holds against everybody. */
  { "consent c2-anna answer=no | consent c2-per answer=yes", EUP_CONSENT_NO, "anna" },
  { WITHDRAWN " | consent c2-per answer=yes", EUP_CONSENT_WITHDRAWN, "anna" },
  { "consent c2-anna answer=yes | consent c2-per answer=no", EUP_CONSENT_YES, "anna" },
  /* Staff, facilitator and interpreter never speak for the resident. */
  { "-consent c2-anna | consent c2-maria answer=yes", EUP_CONSENT_MISSING, NULL },
  { "-consent c2-anna | consent c2-lena answer=yes", EUP_CONSENT_MISSING, NULL },
  { "-consent c2-anna | person hong voice=none | person hong interprets=true | consent c2-hong answer=yes",
    EUP_CONSENT_MISSING, NULL },
};

static const EupConsentAsked *
find_asked (GPtrArray *asked, const char *consent)
{
  for (guint i = 0; i < asked->len; i++)
    if (g_str_equal (((EupConsentAsked *) asked->pdata[i])->kind->id, consent))
      return asked->pdata[i];
  return NULL;
}

static void
the_residents_own_answer_comes_first (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (given_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autoptr (GPtrArray) asked = NULL;
      const EupConsentAsked *one;

      g_test_message ("%s", given_cases[i].edits);
      eup_edit (assessment, given_cases[i].edits);
      asked = eup_rules_consents (assessment, model);
      one = find_asked (asked, "c2");
      g_assert_cmpstr (state_names[one->state], ==, state_names[given_cases[i].state]);
      g_assert_cmpstr (one->consent ? one->consent->person : NULL, ==, given_cases[i].by);
      g_assert_cmpstr (one->person->id, ==, "anna");
    }
}

/* What somebody thinks of the technology is no consent, and no consent is an opinion. */
static void
an_opinion_is_no_consent (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) asked = NULL;

  eup_edit (assessment, "-consent c1-anna | statement q10-anna stances.answer=yes");
  asked = eup_rules_consents (assessment, model);
  g_assert_cmpint (find_asked (asked, "c1")->state, ==, EUP_CONSENT_MISSING);
}

static void
a_consent_asks_in_words_about_the_person_it_is_about (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) asked = NULL;
  g_autofree char *sharing = NULL;
  g_autofree char *cohabitant = NULL;

  eup_edit (assessment, "person per name=Per Bergman | person per cohabits=true");
  asked = eup_rules_consents (assessment, model);
  sharing = eup_rules_consent_words (find_asked (asked, "c4"), assessment, model, "en");
  cohabitant = eup_rules_consent_words (find_asked (asked, "c3"), assessment, model, "en");
  g_assert_nonnull (strstr (sharing, "Per Bergman"));
  g_assert_nonnull (strstr (sharing, "the GPS alarm"));
  g_assert_nonnull (strstr (cohabitant, "Anna"));
  g_assert_null (strchr (sharing, '{'));
  g_assert_null (strchr (cohabitant, '{'));
}

#define ADD(name) g_test_add_func ("/consents/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (each_is_asked_for_what_concerns_them);
  ADD (the_residents_own_answer_comes_first);
  ADD (an_opinion_is_no_consent);
  ADD (a_consent_asks_in_words_about_the_person_it_is_about);
  return g_test_run ();
}
