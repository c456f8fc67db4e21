/* What people are called in the record: names, roles, languages, and what ties them to the choice. */

#include "record/eup-layout-private.h"

#include <string.h>

/**
 * eup_layout_language_name:
 * @code: (nullable): "sv", "zh-CN" …
 *
 * Returns: (transfer full): what the language is called; the code where the record has no word for it
 */
char *
eup_layout_language_name (const EupLayout *self, const char *code)
{
  g_autofree char *plain = g_strndup (code ? code : "", strcspn (code ? code : "", "-_"));
  g_autofree char *key = g_strconcat ("language-", plain, NULL);

  return g_strdup (eup_words_has (key) ? eup_layout_word (self, key) : code);
}

/**
 * eup_layout_who:
 * @role: (nullable)
 *
 * Returns: (transfer full): "Karin Lund, enhetschef"
 */
char *
eup_layout_who (const EupLayout *self, const char *name, const char *role)
{
  if (!eup_layout_is_said (role))
    return g_strdup (name ? name : "");
  return eup_words_fill ("decided-by", self->language, "name", name, "role", role, NULL);
}

/**
 * eup_layout_name:
 *
 * Returns: (transfer none): what @person is called; the resident without a name by the alias, the
 *   one who leads by that word, so that nobody's words stand without a speaker
 */
const char *
eup_layout_name (const EupLayout *self, const EupPerson *person)
{
  if (eup_layout_is_said (person->name))
    return person->name;
  if (eup_person_voice (person) == EUP_VOICE_RESIDENT && eup_layout_is_said (self->assessment->card->alias))
    return self->assessment->card->alias;
  if (eup_person_voice (person) == EUP_VOICE_FACILITATOR)
    return eup_layout_word (self, "label-facilitator");
  return eup_layout_is_said (person->role) ? person->role : "–";
}

/**
 * eup_layout_role:
 *
 * Returns: (transfer full): what @person is here: "dotter"; for the resident the form's own word
 */
char *
eup_layout_role (const EupLayout *self, const EupPerson *person)
{
  if (eup_person_get_size (person) > 0)
    {
      const char *role = eup_layout_is_said (person->role) ? person->role : NULL;

      return eup_words_fill (role ? "role-several" : "several", self->language, "role", role ? role : "", "n",
                             person->size, NULL);
    }
  if (eup_layout_is_said (person->role))
    return g_strdup (person->role);
  return g_strdup (eup_person_voice (person) == EUP_VOICE_RESIDENT ? eup_layout_word (self, "role-resident")
                                                                   : "");
}

/**
 * eup_layout_interest:
 *
 * Returns: (transfer full) (nullable): whether @person gains by the choice or is close to the supplier,
 *   as that person said; %NULL when nobody has asked
 */
char *
eup_layout_interest (const EupLayout *self, const EupPerson *person)
{
  if (eup_layout_is_said (person->interest_words))
    return eup_words_fill ("interest-words", self->language, "words", person->interest_words, NULL);
  if (!eup_layout_is_said (person->interest))
    return NULL;
  return g_strdup (
      eup_layout_word (self, g_str_equal (person->interest, "none") ? "interest-none" : "interest-some"));
}

/**
 * eup_layout_interest_both:
 *
 * Returns: (transfer full) (nullable): the same in both languages, unless it is in the person's own words
 */
char *
eup_layout_interest_both (const EupLayout *self, const EupPerson *person)
{
  if (eup_layout_is_said (person->interest_words))
    return eup_layout_interest (self, person);
  return EUP_BOTH (self, eup_layout_interest, person);
}
