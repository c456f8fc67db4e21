/* Who is asked for which consent, and how each stands. A consent is not an opinion: what somebody
 * thinks of the technology says nothing here. */

#include "assessment/eup-facts-private.h"

/* A relative or somebody without a voice (a guardian, a helper appointed by a court) can speak for
 * the resident; staff and facilitator can't. The record says who gave the consent. */
static gboolean
may_speak_for_resident (const EupPerson *person)
{
  EupVoice voice = eup_person_voice (person);

  return (voice == EUP_VOICE_RELATIVES || voice == EUP_VOICE_NONE) && !person->interprets;
}

static EupConsentState
state_of (const EupConsent *consent)
{
  if (consent == NULL)
    return EUP_CONSENT_MISSING;
  if (eup_has_text (consent->withdrawn))
    return EUP_CONSENT_WITHDRAWN;
  if (g_strcmp0 (consent->answer, "yes") == 0)
    return EUP_CONSENT_YES;
  if (g_strcmp0 (consent->answer, "no") == 0)
    return EUP_CONSENT_NO;
  return g_strcmp0 (consent->answer, "cannot") == 0 ? EUP_CONSENT_CANNOT : EUP_CONSENT_MISSING;
}

/* What one person last answered: asked again after a withdrawal, the newer answer counts. */
static const EupConsent *
last_given (const EupAssessment *assessment, const char *consent, const char *person, const char *about)
{
  const EupConsent *last = NULL;

  for (guint i = 0; i < assessment->consents->len; i++)
    {
      const EupConsent *given = assessment->consents->pdata[i];

      if (g_strcmp0 (given->consent, consent) != 0 || g_strcmp0 (given->person, person) != 0 ||
          (about != NULL && g_strcmp0 (given->about, about) != 0))
        continue;
      if (last == NULL || given->at == NULL || last->at == NULL || g_strcmp0 (given->at, last->at) >= 0)
        last = given;
    }
  return last;
}

/* Among several who speak for the resident a refusal comes before a yes, and a yes before "cannot". */
static gboolean
counts_before (const EupConsent *one, const EupConsent *other)
{
  static const int ranks[] = {
    [EUP_CONSENT_NO] = 4,     [EUP_CONSENT_WITHDRAWN] = 4, [EUP_CONSENT_YES] = 3,
    [EUP_CONSENT_CANNOT] = 2, [EUP_CONSENT_MISSING] = 1,
  };

  return other == NULL || ranks[state_of (one)] > ranks[state_of (other)];
}

/* The resident's own yes, no or withdrawal counts; where there is none, or the resident can neither
 * give nor refuse it, the answer of somebody who speaks for the resident. Nobody answers about
 * themselves: whether they may be there and know is not theirs to say. */
static const EupConsent *
given_by_resident (const EupAssessment *assessment,
                   const char *consent,
                   const char *resident,
                   const char *about)
{
  const EupConsent *own = last_given (assessment, consent, resident, about);
  const EupConsent *best = NULL;

  if (state_of (own) != EUP_CONSENT_MISSING && state_of (own) != EUP_CONSENT_CANNOT)
    return own;
  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *person = assessment->people->pdata[i];
      gboolean may = may_speak_for_resident (person) && g_strcmp0 (person->id, about) != 0;
      const EupConsent *given = may ? last_given (assessment, consent, person->id, about) : NULL;

      if (given != NULL && state_of (given) != EUP_CONSENT_MISSING && counts_before (given, best))
        best = given;
    }
  return best ? best : own;
}

static void
ask (GPtrArray *asked,
     const EupConsentKind *kind,
     gboolean required,
     const EupPerson *person,
     const EupPerson *about,
     const EupConsent *given)
{
  EupConsentAsked *one = g_new0 (EupConsentAsked, 1);

  *one = (EupConsentAsked) { kind, person, about, given, state_of (given), required };
  g_ptr_array_add (asked, one);
}

/* Whom the resident's affairs are told to: relatives, interpreters, observers; staff are bound anyway. */
static gboolean
is_told (const EupPerson *person)
{
  EupVoice voice = eup_person_voice (person);

  return !eup_person_is_absent (person) && (voice == EUP_VOICE_RELATIVES || voice == EUP_VOICE_NONE ||
                                            (person->interprets && voice != EUP_VOICE_RESIDENT));
}

/* A rule pack's condition that asked for consents would ask for itself: it sees none. */
static gboolean
is_required (EupFacts *facts, const EupConsentKind *kind)
{
  GPtrArray *wanted = facts->model->rules ? eup_rule_pack_get_consents (facts->model->rules) : NULL;
  gboolean required = FALSE;

  facts->requiring = TRUE;
  for (guint i = 0; wanted != NULL && !required && i < wanted->len; i++)
    {
      const EupRequiredConsent *one = wanted->pdata[i];

      required = g_strcmp0 (one->consent, kind->id) == 0 && eup_facts_hold (facts, one->when);
    }
  facts->requiring = FALSE;
  return required;
}

static void
ask_each (EupFacts *facts, GPtrArray *asked, const EupConsentKind *kind, const EupPerson *resident)
{
  const EupAssessment *assessment = facts->assessment;
  gboolean required = is_required (facts, kind);

  if (kind->of == EUP_CONSENT_OF_RESIDENT && resident != NULL)
    ask (asked, kind, required, resident, NULL, given_by_resident (assessment, kind->id, resident->id, NULL));
  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *person = assessment->people->pdata[i];

      if (kind->of == EUP_CONSENT_OF_COHABITANT && person->cohabits && person != resident)
        ask (asked, kind, required, person, NULL, last_given (assessment, kind->id, person->id, NULL));
      else if (kind->of == EUP_CONSENT_OF_RESIDENT_ABOUT_EACH && resident != NULL && is_told (person))
        ask (asked, kind, required, resident, person,
             given_by_resident (assessment, kind->id, resident->id, person->id));
    }
}

/* (transfer container) (element-type EupConsentAsked): as eup_rules_consents(); kept, unless a
 * question's own condition is asked, for then it may be another answer */
GPtrArray *
eup_facts_consents (EupFacts *self)
{
  g_autoptr (GPtrArray) residents = NULL;
  GPtrArray *kinds = eup_method_get_consents (self->model->method);
  GPtrArray *asked;

  if (self->consents != NULL)
    return g_ptr_array_ref (self->consents);
  residents = eup_assessment_people_of (self->assessment, EUP_VOICE_RESIDENT);
  asked = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < kinds->len; i++)
    ask_each (self, asked, kinds->pdata[i], residents->len ? residents->pdata[0] : NULL);
  if (!self->opening)
    self->consents = g_ptr_array_ref (asked);
  return asked;
}

/**
 * eup_rules_consents:
 *
 * Who is asked for what: the resident for the service, the data and the pictures; each person who
 * lives there for the data; the resident about each relative, interpreter and observer who is or
 * will be present.
 *
 * Returns: (transfer full) (element-type EupConsentAsked): in the method's order, then the people's
 */
GPtrArray *
eup_rules_consents (const EupAssessment *assessment, const EupModel *model)
{
  g_auto (EupFacts) facts;

  eup_facts_init (&facts, assessment, model);
  return eup_facts_consents (&facts);
}

static const char *const state_names[] = {
  [EUP_CONSENT_MISSING] = "missing",
  [EUP_CONSENT_YES] = "yes",
  [EUP_CONSENT_NO] = "no",
  [EUP_CONSENT_CANNOT] = "cannot",
  [EUP_CONSENT_WITHDRAWN] = "withdrawn",
};

/* A consent of the resident is missing, not unneeded, in a case where no resident stands yet. */
static gboolean
is_missing_for_nobody (EupFacts *facts, const EupConsentKind *kind)
{
  g_autoptr (GPtrArray) residents = eup_assessment_people_of (facts->assessment, EUP_VOICE_RESIDENT);

  return residents->len == 0 && kind != NULL && kind->of == EUP_CONSENT_OF_RESIDENT &&
         is_required (facts, kind);
}

/* The states of one consent, of all who are asked for it because the rule pack requires it. */
static GPtrArray *
required_states (EupFacts *facts, const char *consent)
{
  GPtrArray *states = g_ptr_array_new ();
  g_autoptr (GPtrArray) asked = eup_facts_consents (facts);

  for (guint i = 0; i < asked->len; i++)
    {
      const EupConsentAsked *one = asked->pdata[i];

      if (one->required && g_strcmp0 (one->kind->id, consent) == 0)
        eup_set_add (states, state_names[one->state]);
    }
  if (is_missing_for_nobody (facts, eup_method_find_consent (facts->model->method, consent)))
    eup_set_add (states, state_names[EUP_CONSENT_MISSING]);
  return states;
}

/* Whether a yes that counts is somebody else's than the one's who is asked. */
static gboolean
is_given_by_other (EupFacts *facts, const char *consent)
{
  g_autoptr (GPtrArray) asked = eup_facts_consents (facts);

  for (guint i = 0; i < asked->len; i++)
    {
      const EupConsentAsked *one = asked->pdata[i];

      if (one->required && one->state == EUP_CONSENT_YES && g_strcmp0 (one->kind->id, consent) == 0 &&
          g_strcmp0 (one->consent->person, one->person->id) != 0)
        return TRUE;
    }
  return FALSE;
}

void
eup_facts_of_consents (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  EupFacts *facts = data;
  GPtrArray *states = facts->requiring ? g_ptr_array_new () : required_states (facts, name);
  g_auto (GStrv) set = NULL;

  if (fact == EUP_FACT_CONSENT_REQUIRED)
    value->truth = states->len > 0;
  else if (fact == EUP_FACT_CONSENT_BY_OTHER)
    value->truth = !facts->requiring && is_given_by_other (facts, name);
  set = eup_set_end (states);
  if (fact == EUP_FACT_CONSENT)
    value->set = g_steal_pointer (&set);
}
