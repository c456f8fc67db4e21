/* The resident's own page: one A4, 16 points or more, plain words, five headings, a picture of the
 * outcome; the second language of the case on the back. It never takes a second sheet: letters become
 * smaller, then promises are left to the long paper, which the page says. */

#include "record/eup-layout-private.h"

#include <string.h>

#define COLUMN (72 * EUP_MM)
#define LABEL_WIDTH (46 * EUP_MM)
#define WIDTH (EUP_RIGHT - COLUMN)
#define HEAD_BASELINE 56
#define TITLE_BASELINE 120
#define PICTURE 54
#define LOWEST 772
#define MOST_PROMISES 4
/* Longer own words would be a record again. */
#define OWN_WORDS 110

typedef struct
{
  EupLayout *layout;
  EupBlock *block;
  gboolean less; /* the smaller letters */
  guint n_promises;
  double y; /* the last baseline */
} Side;

static EupStyle
style (const Side *side, gboolean strong)
{
  if (side->less)
    return strong ? EUP_STYLE_PLAIN_LESS_STRONG : EUP_STYLE_PLAIN_LESS;
  return strong ? EUP_STYLE_PLAIN_STRONG : EUP_STYLE_PLAIN;
}

static char *
fill (const Side *side, const char *key, const char *name, const char *value)
{
  return eup_words_fill (key, side->layout->language, name, value ? value : "", NULL);
}

static EupParagraph *
limited (const Side *side, const char *text, EupStyle text_style, double width, guint lines)
{
  EupParagraph *paragraph = eup_paragraph_new (side->layout->typeface, side->layout->language);

  eup_paragraph_add (paragraph, text ? text : "", text_style);
  eup_paragraph_set (paragraph, width, lines);
  return paragraph;
}

/* One sentence, one paragraph. */
static void
add_sentence (Side *side, const char *text, gboolean strong, const char *language)
{
  EupParagraph *paragraph;
  double leading;

  if (!eup_layout_is_said (text))
    return;
  paragraph = limited (side, text, style (side, strong), WIDTH, 3);
  leading = eup_paragraph_get_leading (paragraph);
  eup_block_begin (side->block, "P")->lang = g_strdup (language);
  eup_block_add_lines (side->block, paragraph, COLUMN, side->y + leading, 0,
                       eup_paragraph_get_n_lines (paragraph));
  eup_block_end (side->block);
  side->y += eup_paragraph_get_n_lines (paragraph) * leading;
  eup_paragraph_unref (paragraph);
}

/* A rule and a heading beside which the sentences begin. */
static void
begin_row (Side *side, const char *key)
{
  EupParagraph *label =
      limited (side, eup_layout_word (side->layout, key), style (side, TRUE), LABEL_WIDTH, 2);

  side->y += side->less ? 13 : 15;
  eup_block_add_rule (side->block, EUP_COLUMN_1, side->y, EUP_FULL_WIDTH, 0.6, EUP_COLOUR_ROW);
  side->y += side->less ? 5 : 6;
  eup_block_add_text (side->block, "H2", label, EUP_COLUMN_1, side->y + eup_paragraph_get_leading (label));
}

/* How good words are for the page: those of the person's own wish before others, short ones alone. */
static int
rank (const EupLayout *layout, const EupStatement *statement, const char *words)
{
  const EupQuestion *question =
      eup_method_find_question (layout->snapshot->model->method, statement->question);
  glong length = eup_layout_is_said (words) ? g_utf8_strlen (words, -1) : 0;

  if (length == 0 || length > OWN_WORDS || strchr (words, '\n') != NULL || statement->summary ||
      question == NULL)
    return 0;
  return question->number == 10 ? 3 : question->number == 1 ? 2 : 1;
}

/* What the resident said, in this side's language where it was translated: (nullable) */
static const char *
choose_own_words (const EupLayout *layout, const char **language)
{
  const char *best = NULL;
  int best_rank = 0;

  for (guint i = 0; i < layout->assessment->statements->len; i++)
    {
      const EupStatement *statement = g_ptr_array_index (layout->assessment->statements, i);
      const EupPerson *person = eup_assessment_find_person (layout->assessment, statement->person);
      gboolean translated = eup_layout_is_said (statement->translation) &&
                            g_strcmp0 (statement->translation_language, layout->language) == 0;
      const char *words = translated ? statement->translation : statement->words;
      int r;

      if (person == NULL || eup_person_voice (person) != EUP_VOICE_RESIDENT)
        continue;
      r = rank (layout, statement, words);
      if (r > best_rank)
        {
          best = words;
          best_rank = r;
          *language = translated ? layout->language : statement->language;
        }
    }
  return best;
}

static void
add_head (Side *side)
{
  EupLayout *layout = side->layout;
  const EupCard *card = layout->assessment->card;
  const char *alias = card->alias ? card->alias : "";
  const char *decided = layout->assessment->decision->decided;
  g_autofree char *date = eup_layout_date (layout, eup_layout_is_said (decided) ? decided : card->meeting);
  g_autofree char *to = eup_words_fill ("own-page-to", layout->language, "person", alias, "date", date, NULL);
  g_autofree char *title = fill (side, "own-page-title", "person", alias);
  EupParagraph *from = limited (side, card->authority, EUP_STYLE_PLAIN_GREY, EUP_FULL_WIDTH / 2 - 10, 1);
  EupParagraph *heading = limited (side, title, EUP_STYLE_PLAIN_TITLE, EUP_FULL_WIDTH, 2);
  guint n = eup_paragraph_get_n_lines (heading);

  eup_block_add_text (side->block, "P", limited (side, to, EUP_STYLE_PLAIN_GREY, EUP_FULL_WIDTH / 2 + 10, 1),
                      EUP_COLUMN_1, HEAD_BASELINE);
  if (eup_layout_is_said (card->authority))
    eup_block_add_text (side->block, "P", from, EUP_RIGHT - eup_paragraph_get_width (from), HEAD_BASELINE);
  else
    eup_paragraph_unref (from);
  eup_block_add_text (side->block, "H1", heading, EUP_COLUMN_1, TITLE_BASELINE);
  side->y = TITLE_BASELINE + (n - 1) * 44 + 12;
}

static void
add_own_words (Side *side)
{
  const char *language = NULL;
  const char *words = choose_own_words (side->layout, &language);
  g_autofree char *quoted = words ? fill (side, "quoted", "words", words) : NULL;
  EupParagraph *paragraph;

  if (quoted == NULL)
    return;
  eup_block_add_symbol (side->block, EUP_VOICE_RESIDENT, EUP_COLUMN_1, side->y + 22, EUP_STYLE_PLAIN_GREY);
  eup_block_add_text (side->block, "P",
                      limited (side, eup_layout_word (side->layout, "own-page-said"), EUP_STYLE_PLAIN_GREY,
                               EUP_FULL_WIDTH, 1),
                      EUP_COLUMN_1, side->y + 22);
  paragraph = limited (side, quoted, EUP_STYLE_PLAIN_WORDS, EUP_FULL_WIDTH, 3);
  eup_block_begin (side->block, "P")->lang = g_strdup (eup_layout_tag_language (side->layout, language));
  eup_block_add_lines (side->block, paragraph, EUP_COLUMN_1, side->y + 22 + 34, 0,
                       eup_paragraph_get_n_lines (paragraph));
  eup_block_end (side->block);
  side->y += 26 + eup_paragraph_get_n_lines (paragraph) * eup_paragraph_get_leading (paragraph);
  eup_paragraph_unref (paragraph);
}

static EupPicture
choose_picture (const char *outcome)
{
  static const struct
  {
    const char *outcome;
    EupPicture picture;
  } pictures[] = {
    { "introduce", EUP_PICTURE_YES }, { "introduce-with-conditions", EUP_PICTURE_YES },
    { "continue", EUP_PICTURE_YES },  { "trial", EUP_PICTURE_TRIAL },
    { "refrain", EUP_PICTURE_NO },    { "end", EUP_PICTURE_NO },
    { "not-now", EUP_PICTURE_WAIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (g_strcmp0 (outcome, pictures[i].outcome) == 0)
      return pictures[i].picture;
  return eup_layout_is_said (outcome) ? EUP_PICTURE_OTHER : EUP_PICTURE_WAIT;
}

/* Who wanted something else: "Per B. saw it differently." */
static void
add_differing (Side *side)
{
  EupLayout *layout = side->layout;
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < layout->assessment->dissents->len; i++)
    {
      const EupDissent *dissent = g_ptr_array_index (layout->assessment->dissents, i);
      const EupPerson *person = eup_assessment_find_person (layout->assessment, dissent->id);

      if (person != NULL &&
          (g_strcmp0 (dissent->answer, "differs") == 0 || g_strcmp0 (dissent->answer, "reservation") == 0))
        g_ptr_array_add (names, (char *) eup_layout_name (layout, person));
    }
  if (names->len == 0)
    return;
  list = g_strjoinv (eup_layout_word (layout, "list-comma"), (char **) names->pdata);
  sentence = fill (side, "own-page-differs", "names", list);
  add_sentence (side, sentence, FALSE, NULL);
}

static void
add_outcome (Side *side)
{
  EupLayout *layout = side->layout;
  g_autofree char *outcome = eup_layout_outcome_sentence (layout);
  double top;

  begin_row (side, "own-page-outcome");
  top = side->y;
  add_sentence (side, outcome, TRUE, NULL);
  add_differing (side);
  eup_block_add_picture (side->block, choose_picture (layout->assessment->decision->outcome), EUP_COLUMN_1,
                         top + (side->less ? 32 : 36), PICTURE);
  side->y = MAX (side->y, top + (side->less ? 32 : 36) + PICTURE - 6);
}

static gboolean
is_refused (const EupLayout *layout)
{
  EupPicture picture = choose_picture (layout->assessment->decision->outcome);

  return picture == EUP_PICTURE_NO || picture == EUP_PICTURE_WAIT;
}

static void
add_seen (Side *side)
{
  EupLayout *layout = side->layout;
  g_autofree char *key =
      g_strdup_printf ("own-page-level-%d", eup_rules_level (layout->assessment, layout->snapshot->model));
  g_autofree char *on = eup_layout_functions (layout, TRUE);

  begin_row (side, "own-page-seen");
  if (is_refused (layout))
    {
      add_sentence (side, eup_layout_word (layout, "own-page-level-none"), FALSE, NULL);
      return;
    }
  add_sentence (side, eup_layout_word (layout, key), FALSE, NULL);
  add_sentence (side, on, FALSE, NULL);
}

/* The conditions as they were written, as many as there is room for; of more the page says so. */
static void
add_promises (Side *side)
{
  EupLayout *layout = side->layout;
  GPtrArray *conditions = layout->assessment->conditions;
  const char *language = eup_layout_tag_language (layout, layout->assessment->card->language);
  guint n = MIN (conditions->len, side->n_promises);

  if (conditions->len == 0)
    return;
  begin_row (side, "own-page-promise");
  for (guint i = 0; i < n; i++)
    add_sentence (side, ((EupCondition *) conditions->pdata[i])->text, FALSE, language);
  if (n < conditions->len)
    add_sentence (side, eup_layout_word (layout, n > 0 ? "own-page-more" : "own-page-elsewhere"), FALSE,
                  NULL);
}

static void
add_again (Side *side)
{
  const EupDecision *decision = side->layout->assessment->decision;
  g_autofree char *day = eup_layout_date (side->layout, decision->follow_up_date);
  g_autofree char *when = *day ? fill (side, "own-page-when", "date", day) : NULL;
  g_autofree char *ask = eup_layout_is_said (decision->follow_up_owner)
                             ? fill (side, "own-page-ask", "name", decision->follow_up_owner)
                             : NULL;
  g_autofree char *decider =
      eup_layout_is_said (decision->decider)
          ? fill (side, eup_layout_is_said (decision->decided) ? "own-page-decided" : "own-page-decides",
                  "name", decision->decider)
          : NULL;

  begin_row (side, "own-page-no");
  add_sentence (side, eup_layout_word (side->layout, "own-page-change"), FALSE, NULL);
  add_sentence (side, eup_layout_word (side->layout, "own-page-tell"), FALSE, NULL);
  begin_row (side, "own-page-again");
  add_sentence (side, when ? when : eup_layout_word (side->layout, "own-page-no-date"), when != NULL, NULL);
  add_sentence (side, ask, FALSE, NULL);
  add_sentence (side, decider, FALSE, NULL);
}

/* Fills a block with one side. */
static void
compose (Side *side, const char *language)
{
  side->block = eup_block_new ();
  eup_block_begin (side->block, "Sect")->lang = g_strdup (language);
  add_head (side);
  add_own_words (side);
  add_outcome (side);
  add_seen (side);
  add_promises (side);
  add_again (side);
  eup_block_end (side->block);
}

static void
draw_side (EupLayout *layout, const char *language)
{
  Side side = { layout, NULL, FALSE, MOST_PROMISES, 0 };

  compose (&side, language);
  while (side.y > LOWEST && (!side.less || side.n_promises > 0))
    {
      g_clear_pointer (&side.block, eup_block_free);
      if (side.less)
        side.n_promises--;
      side.less = TRUE;
      compose (&side, language);
    }
  eup_paper_put (layout->paper, g_steal_pointer (&side.block), 0);
}

/* Returns: (nullable) (transfer none): the language of the back */
const char *
eup_layout_own_page_back (const EupLayout *layout)
{
  static const char *const known[] = { "sv", "en", "zh", NULL };
  const EupCard *card = layout->assessment->card;
  const char *wanted[] = { card->second_language, card->language };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] != NULL && g_strv_contains (known, wanted[i]) &&
        g_strcmp0 (wanted[i], layout->language) != 0)
      return wanted[i];
  return NULL;
}

/**
 * eup_layout_own_page:
 *
 * Draws the resident's own page, and its back where the case has a second language.
 */
void
eup_layout_own_page (EupLayout *self)
{
  const char *front = self->language;
  const char *back = eup_layout_own_page_back (self);
  g_autofree char *name_key = g_strconcat ("own-name-", back ? back : front, NULL);
  g_autofree char *front_key = g_strconcat ("own-name-", front, NULL);
  g_autofree char *on_back = NULL, *on_front = NULL;

  if (back != NULL)
    {
      on_back = eup_words_fill ("own-page-back", front, "language", eup_words (name_key, back), NULL);
      on_front = eup_words_fill ("own-page-front", back, "language", eup_words (front_key, front), NULL);
      eup_paper_set_section (self->paper, on_back);
    }
  draw_side (self, NULL);
  if (back == NULL)
    return;
  eup_paper_turn (self->paper);
  eup_paper_set_section (self->paper, on_front);
  self->language = back;
  draw_side (self, g_str_equal (back, "zh") ? "zh-CN" : back);
  self->language = front;
}
