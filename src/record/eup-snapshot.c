/* An assessment frozen for its record. */

#include "record/eup-snapshot.h"

/* The number of the record itself; its amendments count on. */
#define FIRST_VERSION "1"

/* A case number as it can stand in a file's name: letters without their marks, figures, hyphens. */
static char *
make_document_id (const EupCard *card)
{
  g_autofree char *plain = g_utf8_normalize (card->number ? card->number : "", -1, G_NORMALIZE_ALL);
  GString *id = g_string_new (NULL);

  for (const char *c = plain; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (id, *c);
      else if (!g_unichar_ismark (g_utf8_get_char (c)) && id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  if (id->len == 0)
    g_string_assign (id, card->id && *card->id ? card->id : "record");
  if (id->str[id->len - 1] != '-')
    g_string_append_c (id, '-');
  g_string_append (id, FIRST_VERSION);
  if (card->rehearsal)
    g_string_prepend (id, EUP_DOCUMENT_OF_REHEARSAL);
  return g_string_free_and_steal (id);
}

/* Returns: (nullable) (transfer none): @language if the record knows it */
static const char *
know (const char *language)
{
  static const char *const known[] = { "sv", "en", "zh" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (known[i], language) == 0)
      return known[i];
  return NULL;
}

/* The languages that were asked for, else those on the card. A second one that is the first is none. */
static void
choose_languages (EupSnapshot *self, const EupCard *card, const char *languages)
{
  g_auto (GStrv) asked = g_strsplit (languages ? languages : "", ",", 2);
  const char *first = asked[0] ? know (asked[0]) : NULL;
  const char *second = first ? (asked[1] ? know (asked[1]) : NULL) : know (card->record_second_language);

  if (first == NULL)
    first = know (card->language);
  self->language = g_strdup (first ? first : "sv");
  self->second_language = g_strcmp0 (second, self->language) == 0 ? NULL : g_strdup (second);
}

/**
 * eup_snapshot_new:
 * @assessment: what was said; a copy is kept
 * @model: (transfer none): what it was assessed with; a reference is kept
 * @languages: (nullable): of the record: "sv", "en" or "zh", or two of them: "sv,zh"; else those on the
 *   case card
 * @draft: whether every page is marked as a draft
 *
 * Returns: (transfer full): values that nothing changes any more
 */
EupSnapshot *
eup_snapshot_new (const EupAssessment *assessment, EupModel *model, const char *languages, gboolean draft)
{
  EupSnapshot *self = g_new0 (EupSnapshot, 1);
  const char *sealed = assessment->decision->sealed;

  self->assessment = eup_assessment_copy (assessment);
  self->model = eup_model_ref (model);
  choose_languages (self, assessment->card, languages);
  self->document_id = make_document_id (assessment->card);
  self->sealed = !draft && sealed != NULL && *sealed != '\0' ? g_strdup (sealed) : NULL;
  self->draft = draft;
  self->profile = g_strdup (model->rules ? eup_rule_pack_get_pdf_profile (model->rules) : EUP_PDF_PROFILE);
  return self;
}

/* Who decides this document signs it in that place. */
static void
take_cover (EupAssessment *cover, const EupAmendment *amendment)
{
  g_set_str (&cover->decision->decider, amendment->decided_by);
  g_set_str (&cover->decision->decider_role, amendment->decided_by_role);
}

/**
 * eup_snapshot_new_amendment:
 * @cover: the case; only the card, what it is made with and the time of sealing are told
 * @languages: (nullable): as for eup_snapshot_new()
 * @amendment: what is said
 * @amends: the document before it
 *
 * Freezes an amendment: a document of its own, whose number is the one after that of the document before.
 * Its decision carries the time at which the amendment is sealed.
 *
 * Returns: (transfer full): values that nothing changes any more
 */
EupSnapshot *
eup_snapshot_new_amendment (const EupAssessment *cover,
                            EupModel *model,
                            const char *languages,
                            gboolean draft,
                            const EupAmendment *amendment,
                            const EupAmends *amends)
{
  EupSnapshot *self = eup_snapshot_new (cover, model, languages, draft);
  guint number = eup_document_number (amends->document_id) + 1;

  take_cover (self->assessment, amendment);
  self->amendment = eup_amendment_copy (amendment);
  self->amends = eup_amends_copy (amends);
  g_free (self->amendment->id);
  self->amendment->id = g_strdup_printf ("%u", number);
  g_free (self->document_id);
  self->document_id = eup_document_with_number (amends->document_id, number);
  return self;
}

/**
 * eup_snapshot_choose_profile:
 * @profile: (nullable): EUP_PDF_PROFILE_…; %NULL leaves what the rule pack says
 *
 * To be called before anything is made from the snapshot.
 */
void
eup_snapshot_choose_profile (EupSnapshot *self, const char *profile)
{
  if (profile != NULL)
    g_set_str (&self->profile, profile);
}

/**
 * eup_snapshot_holds_twin:
 *
 * Returns: whether the twin stands inside the record, not beside it
 */
gboolean
eup_snapshot_holds_twin (const EupSnapshot *self)
{
  return g_str_equal (self->profile, EUP_PDF_PROFILE_TWIN);
}

void
eup_snapshot_free (EupSnapshot *self)
{
  eup_assessment_free (self->assessment);
  eup_model_unref (self->model);
  g_free (self->language);
  g_free (self->second_language);
  g_free (self->document_id);
  g_free (self->sealed);
  g_clear_pointer (&self->amendment, eup_amendment_free);
  g_clear_pointer (&self->amends, eup_amends_free);
  g_free (self->profile);
  g_free (self);
}
