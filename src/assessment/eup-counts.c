/* People who answer without their names: how many of them chose what. Never an average. */

#include "assessment/eup-assessment-private.h"

#include <stdlib.h>

static guint
read_number (const char *text)
{
  guint64 number = text ? g_ascii_strtoull (text, NULL, 10) : 0;

  return (guint) MIN (number, EUP_MOST_PEOPLE);
}

/* How many people @self stands for without their names; 0: one person with a name of their own */
guint
eup_person_get_size (const EupPerson *self)
{
  return read_number (self->size);
}

static char *
make_key (const char *item, const char *option)
{
  return g_strconcat (item, "/", option, NULL);
}

/* How many of those that the statement stands for chose @option of @item */
guint
eup_statement_get_count (const EupStatement *self, const char *item, const char *option)
{
  g_autofree char *key = make_key (item, option);

  return read_number (g_hash_table_lookup (self->counts, key));
}

/* 0 takes the count away */
void
eup_statement_set_count (EupStatement *self, const char *item, const char *option, guint count)
{
  char *key = make_key (item, option);

  if (count > 0)
    {
      g_hash_table_replace (self->counts, key, g_strdup_printf ("%u", count));
      return;
    }
  g_hash_table_remove (self->counts, key);
  g_free (key);
}

gboolean
eup_statement_has_counts (const EupStatement *self)
{
  GHashTableIter iter;
  gpointer count;

  if (g_hash_table_size (self->counts) == 0) /* gates ask this of every statement */
    return FALSE;
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    if (read_number (count) > 0)
      return TRUE;
  return FALSE;
}

/**
 * eup_rules_counted:
 *
 * Returns: how many at most have answered anything of those that @person stands for; they can't be fewer
 */
guint
eup_rules_counted (const EupAssessment *assessment, const char *person)
{
  guint most = 0;

  for (guint i = 0; i < assessment->statements->len; i++)
    {
      const EupStatement *statement = assessment->statements->pdata[i];
      g_autoptr (GHashTable) sums = NULL;
      GHashTableIter iter;
      gpointer key, count;

      if (g_strcmp0 (statement->person, person) != 0 || !eup_statement_has_counts (statement))
        continue;
      sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_iter_init (&iter, statement->counts);
      while (g_hash_table_iter_next (&iter, &key, &count))
        {
          char *item = g_strndup (key, strcspn (key, "/"));
          guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (sums, item)) + read_number (count);

          g_hash_table_replace (sums, item, GUINT_TO_POINTER (sum));
          most = MAX (most, sum);
        }
    }
  return most;
}

/* "Worse" stands inside a sentence here; a word in capitals, and the English "I", stay as they are. */
static char *
inside (const char *label)
{
  const char *next = *label ? g_utf8_next_char (label) : label;
  GString *words = g_string_new (NULL);

  if (!g_unichar_islower (g_utf8_get_char (next)))
    g_string_append (words, label);
  else
    {
      g_string_append_unichar (words, g_unichar_tolower (g_utf8_get_char (label)));
      g_string_append (words, next);
    }
  return g_string_free_and_steal (words);
}

static char *
say_one (const char *label, guint count, guint size, gboolean of_item, const char *language)
{
  g_autofree char *low = inside (label);

  if (language != NULL && g_str_has_prefix (language, "zh"))
    return of_item ? g_strdup_printf ("%s（%u 人中 %u 人）", label, size, count)
                   : g_strdup_printf ("%u 人中 %u 人：%s", size, count, label);
  if (language != NULL && g_str_has_prefix (language, "sv"))
    return of_item ? g_strdup_printf ("%s (%u av %u)", low, count, size)
                   : g_strdup_printf ("%u av %u: %s", count, size, low);
  return of_item ? g_strdup_printf ("%s (%u of %u)", low, count, size)
                 : g_strdup_printf ("%u of %u: %s", count, size, low);
}

/**
 * eup_counts_say:
 * @item: the item, or EUP_ITEM_ANSWER
 * @size: how many they are
 *
 * Returns: (transfer full): "3 of 5: worse · 2 of 5: no difference", of an item of several "mostly
 *   (3 of 5), partly (2 of 5)"; "" where nobody chose
 */
char *
eup_counts_say (
    const EupStatement *statement, const EupScale *scale, const char *item, guint size, const char *language)
{
  gboolean of_item = !g_str_equal (item, EUP_ITEM_ANSWER);
  gboolean chinese = language != NULL && g_str_has_prefix (language, "zh");
  const char *comma = !of_item ? " · " : chinese ? "、" : ", ";
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < scale->options->len; i++)
    {
      const EupOption *option = scale->options->pdata[i];
      guint count = eup_statement_get_count (statement, item, option->id);
      g_autofree char *one = NULL;

      if (count == 0)
        continue;
      one = say_one (eup_text_get (option->label, language), count, size, of_item, language);
      g_string_append_printf (words, "%s%s", words->len ? comma : "", one);
    }
  return g_string_free_and_steal (words);
}
