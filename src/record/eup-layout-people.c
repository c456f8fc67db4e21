/* Who took part: name, voice and role, how, language; who decides, interprets, lives with the resident,
 * and whether somebody gains by the choice. */

#include "record/eup-table.h"

#include "assessment/eup-rules-session.h"

static void
add_part (EupLayout *self, EupParagraph *role, const char *text)
{
  if (!eup_layout_is_said (text))
    return;
  eup_paragraph_add (role, eup_layout_word (self, "list-comma"), EUP_STYLE_TABLE);
  eup_paragraph_add (role, text, EUP_STYLE_TABLE_GREY);
}

/* "Staff, contact person": the voice, and what the person is. Whoever leads or has no voice is called
 * by the role alone; that somebody with a voice interprets as well must be seen. */
static void
fill_role (EupLayout *self, EupParagraph *role, const EupPerson *person, gboolean typed)
{
  static const char *const voices[] = { "voice-resident", "voice-relatives", "voice-staff",
                                        "label-facilitator", "voice-none" };
  EupVoice voice = eup_person_voice (person);
  gboolean alone = voice >= EUP_VOICE_FACILITATOR && eup_layout_is_said (person->role);
  g_autofree char *cohabits =
      eup_words_fill ("cohabits-mark", self->language, "person", self->assessment->card->alias, NULL);

  if (!alone || typed)
    eup_paragraph_add (role, alone ? person->role : eup_layout_word (self, voices[voice]), EUP_STYLE_TABLE);
  add_part (self, role, alone || !typed ? NULL : person->role);
  add_part (self, role,
            person->interprets && voice != EUP_VOICE_NONE ? eup_layout_word (self, "interprets-mark") : NULL);
  add_part (self, role, person->cohabits ? cohabits : NULL);
  add_part (self, role, person->decides ? eup_layout_word (self, "decides-mark") : NULL);
}

/* In the second language what somebody typed does not stand again. */
static EupParagraph *
make_role (EupLayout *self, const EupPerson *person)
{
  EupParagraph *role = eup_paragraph_new (self->typeface, self->language);

  fill_role (self, role, person, TRUE);
  if (self->second != NULL)
    {
      eup_paragraph_begin_second (role, self->second->language);
      fill_role (self->second, role, person, FALSE);
    }
  eup_paragraph_set (role, EUP_COLUMN_WIDTH, 0);
  return role;
}

static void
add_note (EupLayout *self, EupCell *cell, const char *note)
{
  if (eup_layout_is_said (note))
    eup_cell_add (cell, eup_layout_text (self, note, EUP_STYLE_TABLE, EUP_COLUMN_WIDTH), NULL);
}

/* The stays of @person, and the same in the second language line by line. */
static void
add_stays (EupLayout *self, EupCell *cell, const EupPerson *person)
{
  g_autofree char *text = eup_layout_stays (self, person);
  g_autofree char *second = self->second ? eup_layout_stays (self->second, person) : NULL;
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  g_auto (GStrv) others = g_strsplit (second ? second : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *other = i < g_strv_length (others) ? others[i] : NULL;
      g_autofree char *both = eup_layout_join (self, g_strdup (lines[i]), g_strdup (other));

      add_note (self, cell, both);
    }
}

/* Whether everybody with a voice was asked and gains nothing: then one line says so for all. */
static gboolean
nobody_gains (EupLayout *self)
{
  for (guint i = 0; i < self->assessment->people->len; i++)
    {
      const EupPerson *person = g_ptr_array_index (self->assessment->people, i);
      gboolean asked = eup_layout_is_said (person->interest) || eup_layout_is_said (person->interest_words);

      if (!asked && eup_person_voice (person) == EUP_VOICE_NONE)
        continue;
      if (g_strcmp0 (person->interest, "none") != 0 || eup_layout_is_said (person->interest_words))
        return FALSE;
    }
  return self->assessment->people->len > 0;
}

static void
add_person (EupLayout *self, EupTable *table, const EupPerson *person, gboolean gains)
{
  g_autofree char *key = g_strconcat ("presence-", person->presence, NULL);
  g_autofree char *language = eup_layout_is_said (person->language)
                                  ? EUP_BOTH (self, eup_layout_language_name, person->language)
                                  : NULL;
  g_autofree char *interest = eup_layout_interest_both (self, person);
  g_autofree char *stays = eup_layout_stays (self, person);
  EupCell *cell;

  if (eup_person_voice (person) < EUP_N_VOICES)
    eup_table_set_symbol (table, eup_person_voice (person));
  eup_table_add_text (table, "TH", EUP_STYLE_TABLE_STRONG, eup_layout_name (self, person));
  eup_cell_add (eup_table_add_cell (table, "TD"), make_role (self, person), NULL);
  cell = eup_table_add_cell (table, "TD");
  /* Whoever was to be heard later and came after all was there: the stay says how. */
  if (eup_words_has (key) && (stays == NULL || eup_person_is_planned (person)))
    add_note (self, cell, eup_layout_both (self, key));
  add_stays (self, cell, person);
  cell = eup_table_add_cell (table, "TD");
  add_note (self, cell, language);
  add_note (self, cell, person->reason);
  add_note (self, cell, gains ? interest : NULL);
  eup_table_end_row (table);
}

/**
 * eup_layout_people:
 *
 * Draws the list of those who took part, voice by voice, then those present without a voice.
 */
void
eup_layout_people (EupLayout *self)
{
  const char *const heads[] = { eup_layout_both (self, "head-name"), eup_layout_both (self, "head-voice"),
                                eup_layout_both (self, "head-presence"),
                                eup_layout_both (self, "head-note") };
  static const guint columns[] = { 1, 1, 1, 1 };
  gboolean nobody = nobody_gains (self);
  EupTable *table;

  if (self->assessment->people->len == 0)
    return;
  eup_layout_section (self, eup_layout_both (self, "participants"),
                      nobody ? eup_layout_both (self, "interest-nobody") : NULL, 80);
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
  for (guint voice = 0; voice <= EUP_VOICE_NONE; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (self->assessment, (EupVoice) voice);

      for (guint i = 0; i < people->len; i++)
        add_person (self, table, g_ptr_array_index (people, i), !nobody);
    }
  eup_table_end (table);
}
