/* What the form says: dates, sentences and what follows from the case card, in the record's
 * language and with no-break spaces where a line must not end. */

#include "record/eup-layout-private.h"

#include <string.h>

#define NO_BREAK_SPACE "\302\240"

/**
 * eup_layout_word:
 *
 * Returns: (transfer none): the record's own words of that key
 */
const char *
eup_layout_word (const EupLayout *self, const char *key)
{
  return eup_words (key, self->language);
}

/**
 * eup_layout_say:
 * @text: words of the method or the catalogue
 *
 * Returns: (transfer full): the words about this person and this technology
 */
char *
eup_layout_say (const EupLayout *self, const EupText *text)
{
  return eup_rules_say (text, self->language, self->assessment, self->snapshot->model);
}

/* Whether somebody wrote something there. */
gboolean
eup_layout_is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * eup_layout_bind:
 *
 * Returns: (transfer full): @text with spaces at which no line breaks
 */
char *
eup_layout_bind (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv (NO_BREAK_SPACE, words);
}

/**
 * eup_layout_capital:
 *
 * Returns: (transfer full): @text with a capital letter
 */
char *
eup_layout_capital (const char *text)
{
  const char *rest;
  g_autofree char *first = NULL;

  if (!eup_layout_is_said (text))
    return g_strdup ("");
  rest = g_utf8_next_char (text);
  first = g_utf8_strup (text, (gssize) (rest - text));
  return g_strconcat (first, rest, NULL);
}

/**
 * eup_layout_date:
 * @iso: a date or time
 *
 * Returns: (transfer full): the date in its long form, which no line breaks
 */
char *
eup_layout_date (const EupLayout *self, const char *iso)
{
  g_autofree char *date = eup_rules_date (iso, self->language);

  return eup_layout_bind (date);
}

/**
 * eup_layout_time:
 * @iso: a time, or a date
 *
 * Returns: (transfer full): date and time of day as they were where it happened
 */
char *
eup_layout_time (const EupLayout *self, const char *iso)
{
  g_autofree char *date = eup_layout_date (self, iso);
  g_autoptr (GDateTime) time = iso ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autofree char *clock = NULL;

  if (time == NULL)
    return g_steal_pointer (&date);
  clock = g_date_time_format (time, g_str_equal (self->language, "sv") ? "%H.%M" : "%H:%M");
  if (g_str_equal (self->language, "sv"))
    return g_strdup_printf ("%s kl." NO_BREAK_SPACE "%s", date, clock);
  if (g_str_equal (self->language, "zh"))
    return g_strdup_printf ("%s%s", date, clock);
  return g_strdup_printf ("%s, %s", date, clock);
}

/**
 * eup_layout_page:
 * @anchor: what stands on that page
 *
 * Returns: (transfer full): "page 7"
 */
char *
eup_layout_page (const EupLayout *self, const char *anchor)
{
  g_autofree char *page = g_strdup_printf ("%u", eup_paper_find (self->paper, anchor));

  return eup_words_fill ("page", self->language, "page", page, NULL);
}

/**
 * eup_layout_tag_language:
 * @code: (nullable): the language of some words
 *
 * Returns: (nullable) (transfer none): what their tag has to say: nothing in the record's own language
 */
const char *
eup_layout_tag_language (const EupLayout *self, const char *code)
{
  if (!eup_layout_is_said (code) || strncmp (code, self->language, 2) == 0)
    return NULL;
  return g_str_equal (code, "zh") ? "zh-CN" : code;
}

/**
 * eup_layout_technology:
 *
 * Returns: (transfer full): what the technology is called where nothing stands before it
 */
char *
eup_layout_technology (const EupLayout *self)
{
  const EupTechnology *technology =
      eup_catalogue_find (self->snapshot->model->catalogue, self->assessment->card->technology);

  return eup_layout_capital (technology ? eup_text_get (technology->name, self->language)
                                        : self->assessment->card->technology);
}

/* A name from a list as it stands in a sentence: no capital, unless the whole word has them (GPS). */
static char *
lower (const char *name)
{
  const char *rest = g_utf8_next_char (name);
  g_autofree char *first = NULL;

  if (*name == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (name);
  first = g_utf8_strdown (name, (gssize) (rest - name));
  return g_strconcat (first, rest, NULL);
}

/**
 * eup_layout_functions:
 * @on: whether those that are switched on, or those that are off
 *
 * Returns: (transfer full) (nullable): a sentence that names them; %NULL if there are none
 */
char *
eup_layout_functions (const EupLayout *self, gboolean on)
{
  const EupCard *card = self->assessment->card;
  const EupTechnology *technology = eup_catalogue_find (self->snapshot->model->catalogue, card->technology);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autofree char *list = NULL;

  for (guint i = 0; technology != NULL && i < technology->functions->len; i++)
    {
      const EupFunction *function = g_ptr_array_index (technology->functions, i);
      gboolean is_on =
          card->functions && g_strv_contains ((const char *const *) card->functions, function->id);

      if (is_on == on)
        g_ptr_array_add (names, lower (eup_text_get (function->name, self->language)));
    }
  if (names->len == 0)
    return NULL;
  list = g_strjoinv (eup_layout_word (self, "list-comma"), (char **) names->pdata);
  return eup_words_fill (on ? "functions-on" : "functions-off", self->language, "functions", list, NULL);
}

/**
 * eup_layout_functions_brief:
 *
 * Returns: (transfer full) (nullable): what is switched on, and that the rest is not; %NULL for a
 *   technology without functions
 */
char *
eup_layout_functions_brief (const EupLayout *self)
{
  g_autofree char *on = eup_layout_functions (self, TRUE);
  g_autofree char *off = eup_layout_functions (self, FALSE);

  if (off == NULL)
    return g_steal_pointer (&on);
  if (on == NULL)
    return g_strdup (eup_layout_word (self, "functions-all-off"));
  return g_strjoin (g_str_equal (self->language, "zh") ? "" : " ", on,
                    eup_layout_word (self, "functions-rest-off"), NULL);
}

/**
 * eup_layout_level:
 * @brief: whether a few words are enough
 *
 * Returns: (transfer full): how deep the technology goes, in words
 */
char *
eup_layout_level (const EupLayout *self, gboolean brief)
{
  int level = eup_rules_level (self->assessment, self->snapshot->model);
  const EupLevel *meaning = eup_method_get_level (self->snapshot->model->method, level);
  g_autofree char *number = g_strdup_printf ("%d", level);
  g_autofree char *title = lower (eup_text_get (meaning->title, self->language));
  g_autofree char *sentence = g_strconcat (title, g_str_equal (self->language, "zh") ? "。" : ".", NULL);

  return eup_words_fill ("level", self->language, "level", number, "meaning",
                         brief ? sentence : eup_text_get (meaning->meaning, self->language), NULL);
}

/**
 * eup_layout_outcome:
 *
 * Returns: (transfer full): the outcome as a heading, its date unbroken; "" when none is chosen
 */
char *
eup_layout_outcome (const EupLayout *self)
{
  const EupSnapshot *snapshot = self->snapshot;
  g_autofree char *sentence = eup_rules_outcome_sentence (self->assessment, snapshot->model, self->language);
  g_autofree char *date = eup_rules_date (self->assessment->decision->until, self->language);
  g_autofree char *bound = eup_layout_bind (date);
  GString *outcome = g_string_new (sentence);

  if (*date != '\0')
    g_string_replace (outcome, date, bound, 0);
  return g_string_free_and_steal (outcome);
}

/**
 * eup_layout_sentence:
 *
 * Returns: (transfer full): @text with a full stop, unless somebody has ended it already
 */
char *
eup_layout_sentence (const EupLayout *self, const char *text)
{
  static const char *const ends[] = { ".", "!", "?", "…", "。", "！", "？" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return g_strdup (text);
  return g_strconcat (text, g_str_equal (self->language, "zh") ? "。" : ".", NULL);
}

/**
 * eup_layout_outcome_sentence:
 *
 * Returns: (transfer full): the outcome with its full stop; that there is none, where none is chosen
 */
char *
eup_layout_outcome_sentence (const EupLayout *self)
{
  g_autofree char *said = eup_layout_outcome (self);

  return eup_layout_sentence (self, *said ? said : eup_layout_word (self, "no-outcome"));
}

/**
 * eup_layout_stance:
 *
 * Returns: (transfer full): what was chosen, in words; a dot between two of them ends a line rather
 *   than beginning one
 */
char *
eup_layout_stance (const EupLayout *self, const EupStatement *statement)
{
  GString *stance = g_string_new (NULL);
  g_autofree char *words =
      eup_rules_stance_words (statement, self->assessment, self->snapshot->model, self->language);

  g_string_append (stance, words);
  g_string_replace (stance, " · ", NO_BREAK_SPACE "· ", 0);
  return g_string_free_and_steal (stance);
}
