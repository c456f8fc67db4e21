/* Places for certificate signatures: one for each whom the case gives a reason to sign (who decides, the
 * facilitator, others who decide, who presented the case, the second reader), and some that belong to nobody.
 * What stands in an empty place belongs to its field, so that signing replaces it. */

#include "record/eup-layout-private.h"

#define SLOT_WIDTH (81 * EUP_MM)
#define SLOT_HEIGHT (20.5 * EUP_MM)
#define FEWEST_PLACES 6 /* five sign, and rows are full */
#define FEWEST_SPARE 2
#define MOST_ROWS 6 /* that stand together on one page */
#define MOST_ROWS_OF_TWO 4

typedef struct
{
  char *id;
  char *label;
  const char *name;
  char *role;
} Place;

static void
place_free (Place *place)
{
  g_free (place->id);
  g_free (place->label);
  g_free (place->role);
  g_free (place);
}

/* "Unit manager, decides": what somebody is, and why they sign. */
static char *
as_what (EupLayout *self, const char *role, const char *word)
{
  const char *why = eup_layout_word (self, word);

  return eup_layout_is_said (role) ? eup_layout_who (self, role, why) : g_strdup (why);
}

/* @role: (nullable): what somebody is; @word: why they sign. What a screen reader says at the field is in
 * the record's language alone. */
static void
add_named (
    EupLayout *self, GPtrArray *places, const char *id, const char *name, const char *role, const char *word)
{
  g_autofree char *what = as_what (self, role, word);
  Place *place;

  if (!eup_layout_is_said (name))
    return;
  place = g_new0 (Place, 1);
  place->id = g_strdup (id);
  place->name = name;
  place->role = EUP_BOTH (self, as_what, role, word);
  place->label = eup_words_fill ("slot-label", self->language, "name", name, "role", what, NULL);
  g_ptr_array_add (places, place);
}

/* Nobody has two places but who decides and leads the talk as well: those are two reasons. */
static gboolean
has_place (const GPtrArray *places, const char *name)
{
  g_autofree char *folded = name ? g_utf8_casefold (name, -1) : g_strdup ("");

  g_strstrip (folded);
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (((const Place *) g_ptr_array_index (places, i))->name, -1);

      if (g_str_equal (g_strstrip (other), folded))
        return TRUE;
    }
  return FALSE;
}

static void
add_other (
    EupLayout *self, GPtrArray *places, const char *id, const char *name, const char *role, const char *word)
{
  if (!has_place (places, name))
    add_named (self, places, id, name, role, word);
}

/* Those who decide beside the one whose decision it is. */
static void
add_deciders (EupLayout *self, GPtrArray *places)
{
  const GPtrArray *people = self->assessment->people;

  for (guint i = 0, n = 1; i < people->len; i++)
    {
      const EupPerson *person = g_ptr_array_index (people, i);
      g_autofree char *id = g_strdup_printf ("decides-%u", n);
      guint before = places->len;

      if (person->decides && eup_person_get_size (person) <= 1)
        add_other (self, places, id, person->name, person->role, "sign-decides-too");
      n += places->len - before;
    }
}

static void
add_spare (EupLayout *self, GPtrArray *places, guint number)
{
  Place *place = g_new0 (Place, 1);
  g_autofree char *n = g_strdup_printf ("%u", number);

  place->id = g_strdup_printf ("spare-%u", number);
  place->name = "";
  place->role = g_strdup (eup_layout_both (self, "sign-spare"));
  place->label = eup_words_fill ("slot-label-spare", self->language, "n", n, NULL);
  g_ptr_array_add (places, place);
}

/* At least two, so many that five can sign, and the last row is full. */
static void
add_spares (EupLayout *self, GPtrArray *places)
{
  guint n = 0;

  while (n < FEWEST_SPARE || places->len < FEWEST_PLACES || places->len % 2 == 1)
    add_spare (self, places, ++n);
}

/* As whom the first place is signed; what somebody considers wrong is noted, not decided. */
static const char *
decider_key (EupLayout *self)
{
  const EupAmendment *amendment = self->snapshot->amendment;

  return amendment && eup_amendment_get_kind (amendment) == EUP_AMENDMENT_CONSIDERED_WRONG ? "sign-notes"
                                                                                           : "sign-decider";
}

/* Of an amendment the reasons are fewer: who decided or noted it, and who leads the talk. */
static GPtrArray *
list_places (EupLayout *self)
{
  const EupDecision *decision = self->assessment->decision;
  const EupCard *card = self->assessment->card;
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);

  add_named (self, places, "decision-maker", decision->decider, decision->decider_role, decider_key (self));
  if (self->snapshot->amendment != NULL)
    {
      add_other (self, places, "facilitator", card->facilitator, NULL, "sign-facilitator");
      add_spares (self, places);
      return places;
    }
  add_named (self, places, "facilitator", card->facilitator, NULL, "sign-facilitator");
  add_deciders (self, places);
  add_other (self, places, "presenter", decision->presenter, NULL, "sign-presenter");
  add_other (self, places, "second-reader", card->second_reader, card->second_reader_role,
             "sign-second-reader");
  add_spares (self, places);
  return places;
}

/* What is sealed into a place says it in both languages: three lines more. */
static double
slot_height (const EupLayout *self)
{
  return SLOT_HEIGHT + (self->second ? 33 : 0);
}

/* A role in two languages takes up to two lines more. */
static double
place_height (const EupLayout *self)
{
  return slot_height (self) + (self->second ? 60 : 40);
}

/* The place, the line under it, whose it is. */
static void
add_place (EupLayout *self, EupBlock *block, const Place *place, double x)
{
  double height = slot_height (self);
  EupSlot *slot = eup_slot_new (place->id, place->label, 0, x, 0, SLOT_WIDTH, height);
  double last = height + 2;

  eup_block_begin (block, "Sect");
  eup_block_add_slot (block, slot);
  eup_block_add_rule (block, x, height + 1.5, SLOT_WIDTH, 0.8, EUP_COLOUR_TEXT);
  if (*place->name != '\0')
    last = eup_layout_stack (
        block, "P", eup_layout_text (self, place->name, EUP_STYLE_TEXT_STRONG, SLOT_WIDTH), x, last, 0);
  eup_layout_stack (block, "P", eup_layout_text (self, place->role, EUP_STYLE_SMALL, SLOT_WIDTH), x, last, 1);
  eup_block_end (block);
}

/**
 * eup_layout_signatures:
 *
 * Draws the places for certificate signatures, two in a row.
 */
void
eup_layout_signatures (EupLayout *self)
{
  g_autoptr (GPtrArray) places = list_places (self);
  guint together = MIN (places->len / 2, self->second ? MOST_ROWS_OF_TWO : MOST_ROWS);

  eup_paper_begin (self->paper, "Sect");
  eup_layout_section (self, eup_layout_both (self, "certificates"), NULL, together * place_height (self) + 4);
  for (guint i = 0; i + 1 < places->len; i += 2)
    {
      EupBlock *block = eup_block_new ();

      if (i == 0)
        eup_block_add_anchor (block, "signatures");
      add_place (self, block, g_ptr_array_index (places, i), EUP_COLUMN_1);
      add_place (self, block, g_ptr_array_index (places, i + 1), EUP_COLUMN_3);
      eup_block_set_height (block, place_height (self));
      eup_paper_place (self->paper, block);
    }
  eup_paper_end (self->paper);
}
