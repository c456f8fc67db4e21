/* What one statement says on paper: the answer, the words, where they come from.
 *
 * Words of up to 1,500 characters stand in place and whole. Of longer ones, for every voice alike,
 * the opening stands in place with the page where the whole is. Nobody's words are made smaller or
 * shortened. */

#include "record/eup-statement.h"

#include <string.h>

#include "record/eup-layout-fields.h"
#include "record/eup-script.h"

#define LONG 1500
#define LONG_HAN 500
#define OPENING 600
#define OPENING_HAN 200
#define TRANSLATION_GAP 5
#define ANSWER_GAP 1
#define FIELD_GAP 2
#define SEPARATOR "\302\240· "

static EupStyle
words_style (const EupStatement *statement)
{
  return statement->summary ? EUP_STYLE_TEXT : EUP_STYLE_WORDS;
}

/**
 * eup_statement_is_long:
 *
 * Returns: whether @words are too long to stand whole where the question stands
 */
gboolean
eup_statement_is_long (const char *words)
{
  if (words == NULL)
    return FALSE;
  return g_utf8_strlen (words, -1) > (eup_script_is_mostly_han (words) ? LONG_HAN : LONG);
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x2026;
}

/**
 * eup_statement_opening:
 * @n_characters: how many characters there may be
 *
 * Returns: (transfer full): @words up to the last full sentence in the first @n_characters, or to the
 *   last full word with "…" where no sentence ends there; all of them if there are no more
 */
char *
eup_statement_opening (const char *words, guint n_characters)
{
  const char *sentence = NULL, *word = NULL, *c = words;
  guint n = 0;

  if (g_utf8_strlen (words, -1) <= n_characters)
    return g_strdup (words);
  for (; *c != '\0' && n < n_characters; c = g_utf8_next_char (c), n++)
    {
      const char *next = g_utf8_next_char (c);
      gunichar letter = g_utf8_get_char (c);

      if (ends_sentence (letter) &&
          (letter > 0x2e7f || *next == '\0' || g_unichar_isspace (g_utf8_get_char (next))))
        sentence = next;
      if (g_unichar_isspace (letter) || eup_script_is_han (letter))
        word = g_unichar_isspace (letter) ? c : next;
    }
  if (sentence != NULL)
    return g_strndup (words, (gsize) (sentence - words));
  if (word == NULL)
    word = c;
  return g_strdup_printf ("%.*s…", (int) (word - words), words);
}

/* Adds @words paragraph by paragraph; returns how many there are. */
static guint
add_words (EupLayout *layout,
           EupStatementFlow *flow,
           const char *words,
           EupStyle style,
           const char *language,
           double gap,
           gboolean numbered,
           guint first_number)
{
  g_auto (GStrv) paragraphs = g_strsplit (words, "\n", -1);
  guint n = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_strstrip (paragraphs[i]);
      if (*paragraphs[i] == '\0')
        continue;
      eup_statement_flow_add_numbered (
          flow,
          eup_paragraph_new_text (layout->typeface,
                                  eup_layout_is_said (language) ? language : layout->language, paragraphs[i],
                                  style, EUP_TEXT_WIDTH),
          n == 0 ? gap : 4, eup_layout_tag_language (layout, language), numbered ? first_number + n : 0);
      n++;
    }
  return n;
}

static guint
count_paragraphs (const char *words)
{
  g_auto (GStrv) paragraphs = g_strsplit (words, "\n", -1);
  guint n = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    n += *g_strstrip (paragraphs[i]) != '\0';
  return n;
}

static void
append (GString *line, const char *part)
{
  if (!eup_layout_is_said (part))
    return;
  if (line->len > 0)
    g_string_append (line, SEPARATOR);
  g_string_append (line, part);
}

static void
append_filled (const EupLayout *layout, GString *line, const char *key, const char *name, const char *value)
{
  g_autofree char *text = NULL;

  if (!eup_layout_is_said (value))
    return;
  text = eup_words_fill (key, layout->language, name, value, NULL);
  append (line, text);
}

/* (transfer full) (nullable): how it was obtained, with the name of who has a part in it: "told by Eva" */
static char *
say_how (const EupLayout *layout, const EupStatement *statement, gboolean *named)
{
  g_autofree char *by = g_strconcat ("how-", statement->how, "-by", NULL);
  g_autofree char *key = g_strconcat ("how-", statement->how, NULL);

  *named = FALSE;
  if (!eup_layout_is_said (statement->how))
    return NULL;
  if (eup_layout_is_said (statement->source) && eup_words_has (by))
    {
      *named = TRUE;
      return eup_words_fill (by, layout->language, "name", statement->source, NULL);
    }
  return eup_words_has (key) ? g_strdup (eup_layout_word (layout, key)) : NULL;
}

static void
append_how (const EupLayout *layout, GString *line, const EupStatement *statement)
{
  gboolean named;
  g_autofree char *word = say_how (layout, statement, &named);
  g_autofree char *how = word && line->len == 0 ? eup_layout_capital (word) : g_strdup (word);
  g_autofree char *time =
      eup_layout_is_said (statement->said) ? eup_layout_time (layout, statement->said) : NULL;
  g_autofree char *both =
      how && time ? eup_words_fill ("how-when", layout->language, "how", how, "time", time, NULL) : NULL;

  append (line, both ? both : how ? how : time);
  if (!named)
    append (line, statement->source);
}

static void
append_entry (const EupLayout *layout, GString *line, const EupStatement *statement)
{
  g_autofree char *writer = statement->entered_by ? eup_layout_bind (statement->entered_by) : NULL;
  g_autofree char *changed =
      eup_layout_is_said (statement->changed) ? eup_layout_time (layout, statement->changed) : NULL;

  append_filled (layout, line, "entered-by", "name", writer);
  if (g_strcmp0 (statement->changed, statement->said) != 0)
    append_filled (layout, line, "changed-at", "time", changed);
}

static gboolean
is_translated (const EupStatement *statement)
{
  return eup_layout_is_said (statement->translation);
}

/* Where the words come from, or the original where there is a translation. */
static char *
make_provenance (const EupLayout *layout,
                 const EupQuestion *question,
                 const EupPerson *person,
                 const EupStatement *statement)
{
  GString *line = g_string_new (NULL);
  gboolean translated = is_translated (statement);

  if (eup_layout_is_said (statement->words))
    append (line,
            eup_layout_word (layout, statement->summary ? (translated ? "original-summarised" : "summarised")
                                                        : (translated ? "original-verbatim" : "verbatim")));
  if (translated && eup_layout_is_said (statement->language))
    {
      g_autofree char *language = eup_layout_language_name (layout, statement->language);

      append (line, language);
    }
  append_how (layout, line, statement);
  if (question != NULL && question->belief && eup_person_voice (person) != EUP_VOICE_RESIDENT)
    append_filled (layout, line, "belief", "person", layout->assessment->card->alias);
  append_entry (layout, line, statement);
  return g_string_free_and_steal (line);
}

static char *
make_translation_line (const EupLayout *layout, const EupStatement *statement)
{
  g_autofree char *language =
      eup_layout_language_name (layout, eup_layout_is_said (statement->translation_language)
                                            ? statement->translation_language
                                            : layout->language);

  if (eup_layout_is_said (statement->translator))
    return eup_words_fill ("translation-by", layout->language, "language", language, "name",
                           statement->translator, NULL);
  return eup_words_fill ("translation", layout->language, "language", language, NULL);
}

static void
add_small (EupLayout *layout, EupStatementFlow *flow, const char *text, double gap)
{
  if (eup_layout_is_said (text))
    eup_statement_flow_add_source (flow, eup_layout_text (layout, text, EUP_STYLE_SMALL, EUP_TEXT_WIDTH),
                                   gap);
}

/* What the person said of it when they heard it again, and what it was before they changed it. */
static char *
say_confirmation (const EupLayout *layout, const EupPerson *person, const EupConfirmation *confirmation)
{
  g_autofree char *key = g_strconcat ("confirmed-", confirmation->answer, NULL);
  g_autofree char *time = eup_layout_time (layout, confirmation->at);
  g_autofree char *text =
      eup_words_fill (key, layout->language, "name", eup_layout_name (layout, person), "time", time, NULL);
  g_autoptr (GString) line = g_string_new (text);

  append_filled (layout, line, "confirmed-reader", "name", confirmation->by);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
add_confirmation (EupLayout *layout,
                  EupStatementFlow *flow,
                  const EupPerson *person,
                  const EupStatement *statement)
{
  const EupConfirmation *confirmation = eup_rules_confirmation (layout->assessment, statement);
  g_autofree char *text = NULL, *before = NULL, *wrong = NULL;

  if (confirmation == NULL)
    return;
  text = EUP_BOTH (layout, say_confirmation, person, confirmation);
  add_small (layout, flow, text, 1);
  if (eup_layout_is_said (confirmation->before))
    before = eup_words_fill ("confirmed-before", layout->language, "words", confirmation->before, NULL);
  if (eup_layout_is_said (confirmation->words))
    wrong = eup_words_fill ("confirmed-wrong", layout->language, "words", confirmation->words, NULL);
  add_small (layout, flow, before, 1);
  add_small (layout, flow, wrong, 1);
}

static char *
say_where (const EupLayout *layout, const EupStatement *statement, const char *key, const char *range)
{
  g_autofree char *anchor = g_strconcat ("whole-", statement->id, NULL);
  g_autofree char *page = eup_layout_page (layout, anchor);

  return eup_words_fill (key, layout->language, "page", page, "paragraphs", range, NULL);
}

/* Says where the whole stands: "The whole statement: page 9, paragraphs 1–14". */
static void
add_pointer (EupLayout *layout,
             EupStatementFlow *flow,
             const EupStatement *statement,
             const char *key,
             guint first,
             guint n)
{
  g_autofree char *range =
      n > 1 ? g_strdup_printf ("%u–%u", first, first + n - 1) : g_strdup_printf ("%u", first);
  g_autofree char *text = EUP_BOTH (layout, say_where, statement, key, range);

  eup_statement_flow_add (flow, eup_layout_text (layout, text, EUP_STYLE_TEXT, EUP_TEXT_WIDTH), 1, NULL);
}

/* The words in place: whole, or their opening and the page of the whole. */
static void
add_in_place (EupLayout *layout,
              EupStatementFlow *flow,
              const EupStatement *statement,
              const char *words,
              const char *language,
              gboolean is_translation,
              double gap)
{
  guint before =
      is_translation && eup_layout_is_said (statement->words) ? count_paragraphs (statement->words) : 0;
  g_autofree char *opening = NULL;

  if (!eup_layout_is_said (words))
    return;
  if (!eup_statement_is_long (words))
    {
      add_words (layout, flow, words, words_style (statement), language, gap, FALSE, 0);
      return;
    }
  opening = eup_statement_opening (words, eup_script_is_mostly_han (words) ? OPENING_HAN : OPENING);
  add_words (layout, flow, opening, words_style (statement), language, gap, FALSE, 0);
  add_pointer (layout, flow, statement, is_translation ? "whole-translation" : "whole-statement", before + 1,
               count_paragraphs (words));
}

/* "Vet inte." and what the person said beside it, on one line if there is room. */
static void
add_answer (EupLayout *layout, EupStatementFlow *flow, const EupStatement *statement)
{
  g_autofree char *stance = eup_layout_stance (layout, statement);
  g_autofree char *second = layout->second ? eup_layout_stance (layout->second, statement) : NULL;
  gboolean declined = eup_layout_is_said (statement->non_answer);
  const char *stop = g_str_equal (layout->language, "zh") ? "。" : ".";
  EupParagraph *answer;

  if (*stance == '\0' && !eup_layout_is_said (statement->reason))
    return;
  answer = eup_paragraph_new (layout->typeface, layout->language);
  if (*stance != '\0')
    eup_paragraph_add (answer, stance, EUP_STYLE_TEXT_STRONG);
  if (declined)
    eup_paragraph_add (answer, stop, EUP_STYLE_TEXT_STRONG);
  if (eup_layout_is_said (statement->reason))
    {
      eup_paragraph_add (answer, g_str_equal (layout->language, "zh") ? "" : "  ", EUP_STYLE_TEXT);
      eup_paragraph_add (answer, statement->reason, EUP_STYLE_TEXT);
    }
  eup_layout_add_second (layout->second, answer, second, EUP_STYLE_TEXT);
  eup_paragraph_set (answer, EUP_TEXT_WIDTH, 0);
  eup_statement_flow_add (flow, answer, 0, NULL);
}

static void
add_field_cb (EupParagraph *paragraph, const char *language, gpointer data)
{
  eup_statement_flow_add (data, paragraph, FIELD_GAP, language);
}

static char *
say_elsewhere (const EupLayout *layout)
{
  g_autofree char *page = eup_layout_page (layout, "sheet");

  return eup_words_fill ("fields-elsewhere", layout->language, "page", page, NULL);
}

/* What was filled in beside the words, or where it stands when the data sheet gathers it. */
static void
add_fields (EupLayout *layout,
            EupStatementFlow *flow,
            const EupQuestion *question,
            const EupStatement *statement)
{
  g_autofree char *pointer = NULL;

  if (!eup_layout_has_fields (question, statement))
    return;
  if (!question->sheet)
    {
      eup_layout_fields (layout, question, statement, EUP_TEXT_WIDTH, FALSE, add_field_cb, flow);
      return;
    }
  pointer = EUP_BOTH (layout, say_elsewhere);
  eup_statement_flow_add (flow, eup_layout_text (layout, pointer, EUP_STYLE_TEXT, EUP_TEXT_WIDTH), FIELD_GAP,
                          NULL);
}

/**
 * eup_statement_make_flow:
 *
 * Returns: (transfer full): what @person said to @question, ready to be placed
 */
EupStatementFlow *
eup_statement_make_flow (EupLayout *layout,
                         const EupQuestion *question,
                         const EupPerson *person,
                         const EupStatement *statement)
{
  EupStatementFlow *flow = eup_statement_flow_new (layout, person);
  g_autofree char *provenance = make_provenance (layout, question, person, statement);

  add_answer (layout, flow, statement);
  add_in_place (layout, flow, statement, statement->words, statement->language, FALSE, ANSWER_GAP);
  if (!is_translated (statement))
    add_fields (layout, flow, question, statement);
  add_small (layout, flow, provenance, 1);
  if (is_translated (statement))
    {
      g_autofree char *line = EUP_BOTH (layout, make_translation_line, statement);

      add_in_place (layout, flow, statement, statement->translation, statement->translation_language, TRUE,
                    TRANSLATION_GAP);
      add_small (layout, flow, line, 1);
      add_fields (layout, flow, question, statement);
    }
  add_confirmation (layout, flow, person, statement);
  return flow;
}

/**
 * eup_statement_make_missing:
 *
 * Returns: (transfer full): the line for somebody who was asked and has not answered yet
 */
EupStatementFlow *
eup_statement_make_missing (EupLayout *layout, const EupPerson *person)
{
  EupStatementFlow *flow = eup_statement_flow_new (layout, person);

  eup_statement_flow_add (flow,
                          eup_layout_text (layout, eup_layout_both (layout, "non-answer-missing"),
                                           EUP_STYLE_TEXT_GREY, EUP_TEXT_WIDTH),
                          0, NULL);
  return flow;
}

/**
 * eup_statement_make_whole:
 *
 * Returns: (transfer full): all words of a long statement and of its translation, paragraphs numbered
 */
EupStatementFlow *
eup_statement_make_whole (EupLayout *layout, const EupPerson *person, const EupStatement *statement)
{
  EupStatementFlow *flow = eup_statement_flow_new (layout, person);
  g_autofree char *provenance = make_provenance (layout, NULL, person, statement);
  guint n = 0;

  if (eup_layout_is_said (statement->words))
    n = add_words (layout, flow, statement->words, words_style (statement), statement->language, 0, TRUE, 1);
  add_small (layout, flow, provenance, 1);
  if (is_translated (statement))
    {
      g_autofree char *line = EUP_BOTH (layout, make_translation_line, statement);

      add_words (layout, flow, statement->translation, words_style (statement),
                 statement->translation_language, TRANSLATION_GAP, TRUE, n + 1);
      add_small (layout, flow, line, 1);
    }
  return flow;
}
