/* Whom it is about, what was considered and who took part. */

#include "record/eup-table.h"

#define ROW_RULE 0.4

static void
add (EupLayout *self, GPtrArray *paragraphs, const char *text)
{
  if (eup_layout_is_said (text))
    g_ptr_array_add (paragraphs, eup_layout_text (self, text, EUP_STYLE_TEXT, EUP_TEXT_WIDTH));
}

/* Draws the row unless nothing is known about it. */
static void
end_row (EupLayout *self, const char *label, GPtrArray *paragraphs, double thickness)
{
  if (paragraphs->len > 0)
    eup_layout_row (self, eup_layout_word (self, label), (EupParagraph **) paragraphs->pdata, paragraphs->len,
                    thickness);
  g_ptr_array_set_size (paragraphs, 0);
}

/* Two facts as one line: "Sjöviks kommun, Granliden". */
static void
add_two (EupLayout *self, GPtrArray *paragraphs, const char *first, const char *second)
{
  g_autofree char *both = eup_layout_who (self, first, second);

  add (self, paragraphs, eup_layout_is_said (first) ? both : second);
}

static void
add_resident (EupLayout *self, GPtrArray *paragraphs)
{
  const EupCard *card = self->assessment->card;
  gboolean named = eup_layout_is_said (card->name);
  g_autofree char *called = eup_words_fill ("called", self->language, "alias", card->alias, NULL);

  add_two (self, paragraphs, named ? card->name : card->alias, card->personal_number);
  if (named && g_strcmp0 (card->name, card->alias) != 0)
    add (self, paragraphs, called);
}

static void
add_technology (EupLayout *self, GPtrArray *paragraphs)
{
  const EupCard *card = self->assessment->card;
  g_autofree char *technology = eup_layout_technology (self);
  g_autofree char *product = eup_words_fill ("label-product", self->language, "product", card->product, NULL);
  g_autofree char *level = eup_layout_level (self, FALSE);
  g_autofree char *on = eup_layout_functions (self, TRUE);
  g_autofree char *off = eup_layout_functions (self, FALSE);

  add (self, paragraphs, technology);
  if (eup_layout_is_said (card->product))
    add (self, paragraphs, product);
  add (self, paragraphs, level);
  add (self, paragraphs, on);
  add (self, paragraphs, off);
}

static void
add_facts (EupLayout *self)
{
  const EupCard *card = self->assessment->card;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  g_autofree char *time = eup_layout_time (self, card->meeting);

  add (self, paragraphs, card->number);
  end_row (self, "label-case", paragraphs, 1);
  add_resident (self, paragraphs);
  end_row (self, "label-resident", paragraphs, ROW_RULE);
  add_two (self, paragraphs, card->authority, card->unit);
  end_row (self, "label-authority", paragraphs, ROW_RULE);
  add_two (self, paragraphs, time, card->place);
  end_row (self, "label-time-place", paragraphs, ROW_RULE);
  add (self, paragraphs, card->facilitator);
  end_row (self, "label-facilitator", paragraphs, ROW_RULE);
  add_technology (self, paragraphs);
  end_row (self, "label-technology", paragraphs, ROW_RULE);
  add (self, paragraphs, card->purpose);
  end_row (self, "label-purpose", paragraphs, ROW_RULE);
}

static void
add_cell (EupLayout *self, EupTable *table, const char *tag, guint column, EupStyle style, const char *text)
{
  EupCell *cell = eup_table_add_cell (table, tag);

  if (eup_layout_is_said (text))
    eup_cell_add (cell, eup_layout_text (self, text, style, eup_table_get_width (table, column)), NULL);
}

/* "Personal, kontaktperson": the voice, and what the person is. */
static EupParagraph *
make_role (EupLayout *self, const EupPerson *person)
{
  static const char *const voices[] = { "voice-resident", "voice-relatives", "voice-staff",
                                        "label-facilitator" };
  EupVoice voice = eup_person_voice (person);
  gboolean leads = voice == EUP_VOICE_FACILITATOR && eup_layout_is_said (person->role);
  const char *const rest[] = { leads ? NULL : person->role,
                               person->decides ? eup_layout_word (self, "decides-mark") : NULL };
  EupParagraph *role = eup_paragraph_new (self->typeface, self->language);

  eup_paragraph_add (role, leads ? person->role : eup_layout_word (self, voices[voice]), EUP_STYLE_TABLE);
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (eup_layout_is_said (rest[i]))
      {
        eup_paragraph_add (role, eup_layout_word (self, "list-comma"), EUP_STYLE_TABLE);
        eup_paragraph_add (role, rest[i], EUP_STYLE_TABLE_GREY);
      }
  eup_paragraph_set (role, EUP_COLUMN_WIDTH, 0);
  return role;
}

static void
add_person (EupLayout *self, EupTable *table, const EupPerson *person)
{
  g_autofree char *key = g_strconcat ("presence-", person->presence, NULL);
  g_autofree char *language =
      eup_layout_is_said (person->language) ? eup_layout_language_name (self, person->language) : NULL;
  EupCell *cell;

  eup_table_set_symbol (table, eup_person_voice (person));
  add_cell (self, table, "TH", 0, EUP_STYLE_TABLE_STRONG, eup_layout_name (self, person));
  eup_cell_add (eup_table_add_cell (table, "TD"), make_role (self, person), NULL);
  add_cell (self, table, "TD", 2, EUP_STYLE_TABLE, eup_words_has (key) ? eup_layout_word (self, key) : NULL);
  cell = eup_table_add_cell (table, "TD");
  if (language != NULL)
    eup_cell_add (cell, eup_layout_text (self, language, EUP_STYLE_TABLE, EUP_COLUMN_WIDTH), NULL);
  if (eup_layout_is_said (person->reason))
    eup_cell_add (cell, eup_layout_text (self, person->reason, EUP_STYLE_TABLE, EUP_COLUMN_WIDTH), NULL);
  eup_table_end_row (table);
}

static void
add_people (EupLayout *self)
{
  const char *const heads[] = { eup_layout_word (self, "head-name"), eup_layout_word (self, "head-voice"),
                                eup_layout_word (self, "head-presence"),
                                eup_layout_word (self, "head-note") };
  static const guint columns[] = { 1, 1, 1, 1 };
  EupTable *table;

  if (self->assessment->people->len == 0)
    return;
  eup_layout_section (self, eup_layout_word (self, "participants"), NULL, 80);
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
  for (guint voice = 0; voice < EUP_N_VOICES; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (self->assessment, (EupVoice) voice);

      for (guint i = 0; i < people->len; i++)
        add_person (self, table, g_ptr_array_index (people, i));
    }
  eup_table_end (table);
}

/**
 * eup_layout_meeting:
 *
 * Draws the facts of the case and the list of those who took part.
 */
void
eup_layout_meeting (EupLayout *self)
{
  EupParagraph *intro =
      eup_layout_text (self, eup_layout_word (self, "meeting-intro"), EUP_STYLE_TEXT_GREY, EUP_TEXT_WIDTH);

  eup_paper_begin (self->paper, "Sect");
  eup_layout_heading (self, eup_layout_word (self, "meeting"), eup_layout_word (self, "meeting"), intro,
                      "meeting");
  add_facts (self);
  add_people (self);
  eup_paper_end (self->paper);
}
