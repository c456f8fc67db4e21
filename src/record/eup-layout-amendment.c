/* An amendment on paper: which document it follows, what stands there, what is so instead, who says so. The
 * paper can only know the documents before it; that others follow, the register says. */

#include "record/eup-layout-private.h"

#include "util/eup-digest.h"

#define THIN 0.4

/* What each kind is called, says first, and calls its words: keys of the record's words. */
static const struct
{
  const char *title, *lead, *new_words, *asked, *decided, *decided_on;
} keys[EUP_N_AMENDMENT_KINDS] = {
  [EUP_AMENDMENT_NONE] = { "amendment-title", NULL, "label-new-correction", "label-asked",
                           "label-amend-decided", "decided-on" },
  [EUP_AMENDMENT_CORRECTION] = { "amendment-correction", "amendment-lead-correction", "label-new-correction",
                                 "label-asked", "label-amend-decided", "decided-on" },
  [EUP_AMENDMENT_CHANGED_DECISION] = { "amendment-changed-decision", "amendment-lead-changed-decision",
                                       "label-new-changed", "label-asked", "label-amend-decided",
                                       "decided-on" },
  [EUP_AMENDMENT_CONSIDERED_WRONG] = { "amendment-considered-wrong", "amendment-lead-considered-wrong",
                                       "label-new-considered", "label-said-by", "label-noted-by",
                                       "noted-on" },
};

static EupAmendmentKind
kind_of (EupLayout *self)
{
  return eup_amendment_get_kind (self->snapshot->amendment);
}

/* Line by line, as it was typed. */
static void
add (EupLayout *self, GPtrArray *paragraphs, EupStyle style, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (paragraphs, eup_layout_text (self, lines[i], style, EUP_TEXT_WIDTH));
}

static void
end_row (EupLayout *self, const char *label, GPtrArray *paragraphs, double thickness)
{
  if (paragraphs->len > 0)
    eup_layout_row (self, label, (EupParagraph **) paragraphs->pdata, paragraphs->len, thickness);
  g_ptr_array_set_size (paragraphs, 0);
}

static char *
position_words (EupLayout *self)
{
  return eup_layout_fill (self, self->snapshot->draft ? "amendment-place" : "amendment-place-sealed", "n",
                          self->snapshot->amendment->id, NULL);
}

/* Which document this is, what kind it is, and what that means. */
static void
add_opening (EupLayout *self)
{
  const EupAmendment *amendment = self->snapshot->amendment;
  const char *lead_key = keys[kind_of (self)].lead;
  g_autofree char *position = position_words (self);
  g_autofree char *lead = lead_key ? eup_layout_fill (self, lead_key, "name",
                                                      amendment->asked_by ? amendment->asked_by : "", NULL)
                                   : NULL;
  EupBlock *block = eup_block_new ();
  double y;

  y = eup_layout_stack (block, "P", eup_layout_text (self, position, EUP_STYLE_TEXT_GREY, EUP_FULL_WIDTH),
                        EUP_COLUMN_1, 0, 0);
  y = eup_layout_stack (block, "H1",
                        eup_layout_text (self, eup_layout_both (self, keys[kind_of (self)].title),
                                         EUP_STYLE_OUTCOME_SMALL, EUP_FULL_WIDTH),
                        EUP_COLUMN_1, y, 6);
  if (lead != NULL)
    y = eup_layout_stack (block, "P", eup_layout_text (self, lead, EUP_STYLE_LEAD, EUP_TEXT_WIDTH),
                          EUP_COLUMN_1, y, 8);
  eup_block_set_height (block, y + 20);
  eup_paper_place (self->paper, block);
}

static char *
technology_words (const EupLayout *self)
{
  g_autofree char *technology = eup_layout_technology (self);

  return eup_layout_capital (technology);
}

static void
add_for_whom (EupLayout *self, GPtrArray *paragraphs)
{
  const EupCard *card = self->assessment->card;
  const char *name = eup_layout_is_said (card->name) ? card->name : card->alias;
  g_autofree char *who = eup_layout_is_said (card->personal_number)
                             ? g_strdup_printf ("%s, %s", name, card->personal_number)
                             : g_strdup (name);
  g_autofree char *number = eup_layout_fill (self, "case", "number", card->number, NULL);
  g_autofree char *technology = EUP_BOTH (self, technology_words);
  g_autofree char *authority = eup_layout_who (self, card->authority, card->unit);

  add (self, paragraphs, EUP_STYLE_ROW_STRONG, who);
  add (self, paragraphs, EUP_STYLE_TEXT, technology);
  if (eup_layout_is_said (card->number))
    add (self, paragraphs, EUP_STYLE_TEXT, number);
  add (self, paragraphs, EUP_STYLE_TEXT, authority);
  end_row (self, eup_layout_both (self, "for-whom"), paragraphs, 1);
}

static char *
amends_words (const EupLayout *self)
{
  const EupAmends *amends = self->snapshot->amends;
  g_autofree char *time = eup_layout_time (self, amends->sealed);

  return *time ? eup_words_fill ("amends-what", self->language, "id", amends->document_id, "time", time, NULL)
               : g_strdup (amends->document_id);
}

/* The document before it: number, time, and the digest of the whole file as it stood. */
static void
add_amends (EupLayout *self, GPtrArray *paragraphs)
{
  const EupAmends *amends = self->snapshot->amends;
  const char *concerns = self->snapshot->amendment->concerns;
  g_autofree char *what = EUP_BOTH (self, amends_words);
  g_autofree char *digits = eup_digest_grouped (amends->digest, 0);

  add (self, paragraphs, EUP_STYLE_TEXT_STRONG, what);
  add (self, paragraphs, EUP_STYLE_DIGITS, digits);
  add (self, paragraphs, EUP_STYLE_SMALL, eup_layout_both (self, "amends-digest"));
  end_row (self, eup_layout_both (self, "label-amends"), paragraphs, THIN);
  if (!eup_layout_is_said (concerns) || g_strcmp0 (concerns, amends->document_id) == 0)
    return;
  add (self, paragraphs, EUP_STYLE_TEXT_STRONG, concerns);
  end_row (self, eup_layout_both (self, "label-concerns"), paragraphs, THIN);
}

/* "The voices, question 4: Today", in the names that the record gives its parts. */
static char *
part_words (const EupLayout *self)
{
  const EupAmendment *amendment = self->snapshot->amendment;
  const char *key = g_strcmp0 (amendment->part, "decision") == 0 ? "formal" : amendment->part;
  const char *part = eup_layout_is_said (key) && eup_words_has (key) ? eup_layout_word (self, key) : "";
  const EupQuestion *question =
      eup_layout_is_said (amendment->question)
          ? eup_method_find_question (self->snapshot->model->method, amendment->question)
          : NULL;
  g_autofree char *number = question ? g_strdup_printf ("%d", question->number) : NULL;
  g_autofree char *title = question ? eup_layout_say (self, question->title) : NULL;

  if (question == NULL)
    return g_strdup (part);
  return eup_words_fill ("part-question", self->language, "part", part, "number", number, "title", title,
                         NULL);
}

static void
add_part (EupLayout *self, GPtrArray *paragraphs)
{
  const char *person = self->snapshot->amendment->person;
  g_autofree char *part = EUP_BOTH (self, part_words);
  g_autofree char *whose =
      eup_layout_is_said (person) ? eup_layout_fill (self, "part-person", "person", person, NULL) : NULL;

  add (self, paragraphs, EUP_STYLE_TEXT, part);
  add (self, paragraphs, EUP_STYLE_TEXT, whose);
  end_row (self, eup_layout_both (self, "label-part"), paragraphs, THIN);
}

/* What stands there, and what is so instead. Somebody's own words are set as such. */
static void
add_change (EupLayout *self, GPtrArray *paragraphs)
{
  const EupAmendment *amendment = self->snapshot->amendment;
  gboolean considered = kind_of (self) == EUP_AMENDMENT_CONSIDERED_WRONG;
  gboolean own = eup_layout_is_said (amendment->question) && eup_layout_is_said (amendment->person);
  g_autofree char *label = eup_layout_fill (self, keys[kind_of (self)].new_words, "name",
                                            amendment->asked_by ? amendment->asked_by : "", NULL);

  add (self, paragraphs, own ? EUP_STYLE_WORDS : EUP_STYLE_LEAD, amendment->old_words);
  end_row (self, eup_layout_both (self, "label-old"), paragraphs, 1);
  add (self, paragraphs, own || considered ? EUP_STYLE_WORDS : EUP_STYLE_LEAD, amendment->new_words);
  end_row (self, label, paragraphs, 1);
  add (self, paragraphs, EUP_STYLE_TEXT, amendment->reason);
  end_row (self, eup_layout_both (self, "reasons"), paragraphs, THIN);
}

static void
add_provisions (EupLayout *self, GPtrArray *paragraphs)
{
  const EupRulePack *rules = self->snapshot->model->rules;
  const char *const *ids =
      rules ? eup_rule_pack_get_amendment_references (rules, self->snapshot->amendment->kind) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const EupReference *reference = eup_rule_pack_find_reference (rules, ids[i]);

      g_autofree char *citation = eup_layout_get (self, reference->citation);
      g_autofree char *title = eup_layout_get (self, reference->title);

      add (self, paragraphs, EUP_STYLE_TEXT, citation);
      add (self, paragraphs, EUP_STYLE_SMALL, title);
    }
  if (rules != NULL && eup_rule_pack_must_verify (rules, ids))
    add (self, paragraphs, EUP_STYLE_TEXT_STRONG, eup_layout_both (self, "verify"));
  end_row (self, eup_layout_both (self, "label-provision"), paragraphs, THIN);
}

static char *
decided_words (const EupLayout *self, const char *key)
{
  g_autofree char *date = eup_layout_date (self, self->snapshot->amendment->decided);

  return eup_words_fill (key, self->language, "date", date, NULL);
}

static void
add_people (EupLayout *self, GPtrArray *paragraphs)
{
  const EupAmendment *amendment = self->snapshot->amendment;
  EupAmendmentKind kind = kind_of (self);
  g_autofree char *asked = eup_layout_who (self, amendment->asked_by, amendment->asked_by_role);
  g_autofree char *decided = eup_layout_who (self, amendment->decided_by, amendment->decided_by_role);
  g_autofree char *on = EUP_BOTH (self, decided_words, keys[kind].decided_on);

  add (self, paragraphs, EUP_STYLE_TEXT, asked);
  end_row (self, eup_layout_both (self, keys[kind].asked), paragraphs, THIN);
  add (self, paragraphs, EUP_STYLE_TEXT, decided);
  if (eup_layout_is_said (amendment->decided))
    add (self, paragraphs, EUP_STYLE_TEXT, on);
  end_row (self, eup_layout_both (self, keys[kind].decided), paragraphs, THIN);
  add_provisions (self, paragraphs);
  add (self, paragraphs, EUP_STYLE_TEXT, amendment->told);
  end_row (self, eup_layout_both (self, "label-told"), paragraphs, THIN);
}

/**
 * eup_layout_amendment:
 *
 * Draws an amendment: the whole document, one page unless the words are long.
 */
void
eup_layout_amendment (EupLayout *self)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  eup_paper_set_section (self->paper, eup_layout_word (self, keys[kind_of (self)].title));
  add_opening (self);
  add_for_whom (self, paragraphs);
  add_amends (self, paragraphs);
  add_part (self, paragraphs);
  add_change (self, paragraphs);
  add_people (self, paragraphs);
  eup_layout_signatures (self);
  eup_layout_provenance (self);
}
