/* Facts of whose words they are: signs that an answer was written for somebody, not said by them.
 * They only warn; nothing here is a judgement of anybody. */

#include "assessment/eup-facts-private.h"

#define FIVE_MINUTES (5 * 60)

/* Words that anybody says, such as "Ja" and "不要", may be alike. */
#define SHORTEST_OWN_WORDS 4

typedef struct
{
  const EupStatement *statement;
  EupVoice voice;
  gint64 time; /* seconds; when it was entered */
} Entered;

/* The three voices' answers of which it is known who entered them and when. */
static GArray *
entered (const EupAssessment *assessment)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Entered));

  for (guint i = 0; i < assessment->statements->len; i++)
    {
      const EupStatement *statement = assessment->statements->pdata[i];
      const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
      const char *iso = eup_has_text (statement->changed) ? statement->changed : statement->said;
      Entered one = { statement, EUP_VOICE_NONE, 0 };

      if (person == NULL || !eup_has_text (statement->entered_by) || !eup_time_read (iso, &one.time) ||
          !eup_statement_is_answer (statement))
        continue;
      one.voice = eup_person_voice (person);
      if (one.voice < EUP_VOICE_FACILITATOR)
        g_array_append_val (found, one);
    }
  return found;
}

/* How many voices the same person entered for this question within five minutes from @first on. */
static int
voices_from (GArray *all, const Entered *first)
{
  guint voices = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Entered *one = &g_array_index (all, Entered, i);

      if (one->time >= first->time && one->time - first->time <= FIVE_MINUTES &&
          g_strcmp0 (one->statement->question, first->statement->question) == 0 &&
          g_strcmp0 (one->statement->entered_by, first->statement->entered_by) == 0)
        voices |= 1u << one->voice;
    }
  return (int) ((voices & 1) + (voices >> 1 & 1) + (voices >> 2 & 1));
}

static int
quick_voices (const EupAssessment *assessment)
{
  g_autoptr (GArray) all = entered (assessment);
  int most = 0;

  for (guint i = 0; i < all->len; i++)
    most = MAX (most, voices_from (all, &g_array_index (all, Entered, i)));
  return most;
}

static gboolean
begins_with_any (const char *at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == *at && g_str_has_prefix (at, words[i]))
      return TRUE;
  return FALSE;
}

/* A word of the profession stands where a word begins: "insatsen" has it, "storinsats" has not. Chinese
 * has no spaces, so there any place will do. */
static gboolean
has_any_word (const char *text, const char *const *words)
{
  gboolean inside = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if ((!inside || (guchar) *at >= 0xE0) && begins_with_any (at, words))
        return TRUE;
      inside = g_unichar_isalnum (g_utf8_get_char (at));
    }
  return FALSE;
}

/* (transfer none): the profession's words in @language, folded, once for all statements in it */
static const char *const *
jargon_of (GHashTable *folded, const EupModel *model, const char *language)
{
  g_autofree char *code = g_strndup (language, strcspn (language, "-_"));
  char **words = g_hash_table_lookup (folded, code);
  const char *const *jargon;
  g_autoptr (GStrvBuilder) builder = NULL;

  if (words != NULL)
    return (const char *const *) words;
  builder = g_strv_builder_new ();
  jargon = eup_method_get_jargon (model->method, code);
  for (guint i = 0; jargon != NULL && jargon[i] != NULL; i++)
    g_strv_builder_take (builder, g_utf8_casefold (jargon[i], -1));
  words = g_strv_builder_end (builder);
  g_hash_table_insert (folded, g_steal_pointer (&code), words);
  return (const char *const *) words;
}

static gboolean
has_jargon (const EupFacts *facts, const EupStatement *statement, gpointer folded)
{
  const char *language =
      eup_has_text (statement->language) ? statement->language : facts->assessment->card->language;
  const char *const *jargon = jargon_of (folded, facts->model, language ? language : "");
  g_autofree char *words = g_utf8_casefold (statement->words, -1);

  return has_any_word (words, jargon);
}

/* The next letter or digit, small; 0 at the end. */
static gunichar
next_letter (const char **at)
{
  while (**at != '\0')
    {
      gunichar letter = g_utf8_get_char (*at);

      *at = g_utf8_next_char (*at);
      if (g_unichar_isalnum (letter))
        return g_unichar_tolower (letter);
    }
  return 0;
}

/* Whether two say the same, letter by letter: a full stop or a capital makes no difference. */
static gboolean
are_same_words (const char *one, const char *other)
{
  guint length = 0;
  gunichar letter;

  while ((letter = next_letter (&one)) == next_letter (&other))
    {
      if (letter == 0)
        return length >= SHORTEST_OWN_WORDS;
      length++;
    }
  return FALSE;
}

static gboolean
has_words_of_another (const EupFacts *facts, const EupStatement *statement, gpointer unused)
{
  GPtrArray *statements = facts->assessment->statements;

  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *other = statements->pdata[i];

      if (g_strcmp0 (other->question, statement->question) == 0 &&
          g_strcmp0 (other->person, statement->person) != 0 && eup_has_text (other->words) &&
          are_same_words (statement->words, other->words))
        return TRUE;
    }
  return FALSE;
}

typedef gboolean (*IsOne) (const EupFacts *facts, const EupStatement *statement, gpointer data);

static int
count_of_resident (const EupFacts *facts, IsOne is_one, gpointer data)
{
  int n = 0;

  for (guint i = 0; i < facts->assessment->statements->len; i++)
    {
      const EupStatement *statement = facts->assessment->statements->pdata[i];
      const EupPerson *person = eup_assessment_find_person (facts->assessment, statement->person);

      n += person != NULL && eup_person_voice (person) == EUP_VOICE_RESIDENT &&
           eup_has_text (statement->words) && is_one (facts, statement, data);
    }
  return n;
}

static int
count_jargon (const EupFacts *facts)
{
  g_autoptr (GHashTable) folded =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);

  return count_of_resident (facts, has_jargon, folded);
}

void
eup_facts_of_words (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  const EupFacts *facts = data;

  if (fact == EUP_FACT_QUICK_VOICES)
    value->number = quick_voices (facts->assessment);
  else if (fact == EUP_FACT_RESIDENT_JARGON)
    value->number = count_jargon (facts);
  else if (fact == EUP_FACT_SAME_WORDS)
    value->number = count_of_resident (facts, has_words_of_another, NULL);
  else
    g_assert_not_reached ();
}
