/* Places for certificate signatures: one for the person who decides, one for the facilitator, two
 * more. What stands in an empty place belongs to its field, so that signing replaces it. */

#include "record/eup-layout-private.h"

#define SLOT_WIDTH (81 * EUP_MM)
#define SLOT_HEIGHT (20.5 * EUP_MM)
#define PLACE_HEIGHT (SLOT_HEIGHT + 40)
#define N_SPARE 2

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

/* What a screen reader says at the field is in the record's language alone. */
static void
add_named (EupLayout *self,
           GPtrArray *places,
           const char *id,
           const char *name,
           char *(*say_role) (const EupLayout *self))
{
  g_autofree char *role = say_role (self);
  Place *place;

  if (!eup_layout_is_said (name))
    return;
  place = g_new0 (Place, 1);
  place->id = g_strdup (id);
  place->name = name;
  place->role = EUP_BOTH (self, say_role);
  place->label = eup_words_fill ("slot-label", self->language, "name", name, "role", role, NULL);
  g_ptr_array_add (places, place);
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

/* "unit manager, decides" */
static char *
say_decider (const EupLayout *self)
{
  const EupDecision *decision = self->assessment->decision;
  const char *decides = eup_layout_word (self, "sign-decider");

  return eup_layout_is_said (decision->decider_role) ? eup_layout_who (self, decision->decider_role, decides)
                                                     : g_strdup (decides);
}

static char *
say_facilitator (const EupLayout *self)
{
  return g_strdup (eup_layout_word (self, "sign-facilitator"));
}

static GPtrArray *
list_places (EupLayout *self)
{
  const EupDecision *decision = self->assessment->decision;
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);

  add_named (self, places, "decision-maker", decision->decider, say_decider);
  add_named (self, places, "facilitator", self->assessment->card->facilitator, say_facilitator);
  for (guint i = 1; i <= N_SPARE; i++)
    add_spare (self, places, i);
  return places;
}

/* A role in two languages takes up to two lines more. */
static double
place_height (const EupLayout *self)
{
  return PLACE_HEIGHT + (self->second ? 20 : 0);
}

/* The place, the line under it, whose it is. */
static void
add_place (EupLayout *self, EupBlock *block, const Place *place, double x)
{
  EupSlot *slot = eup_slot_new (place->id, place->label, 0, x, 0, SLOT_WIDTH, SLOT_HEIGHT);
  double last = SLOT_HEIGHT + 2;

  eup_block_begin (block, "Sect");
  eup_block_add_slot (block, slot);
  eup_block_add_rule (block, x, SLOT_HEIGHT + 1.5, SLOT_WIDTH, 0.8, EUP_COLOUR_TEXT);
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

  eup_paper_begin (self->paper, "Sect");
  eup_layout_section (self, eup_layout_both (self, "certificates"), NULL,
                      (places->len + 1) / 2 * place_height (self) + 4); /* all together on one page */
  for (guint i = 0; i < places->len; i += 2)
    {
      EupBlock *block = eup_block_new ();

      if (i == 0)
        eup_block_add_anchor (block, "signatures");
      add_place (self, block, g_ptr_array_index (places, i), EUP_COLUMN_1);
      if (i + 1 < places->len)
        add_place (self, block, g_ptr_array_index (places, i + 1), EUP_COLUMN_3);
      eup_block_set_height (block, place_height (self));
      eup_paper_place (self->paper, block);
    }
  eup_paper_end (self->paper);
}
