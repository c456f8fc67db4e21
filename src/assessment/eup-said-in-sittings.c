/* What the resident said, gathered from the sittings: the statement that stands in the meeting, and
 * whether one day's answer agrees with another's. */

#include "assessment/eup-sittings.h"

#include "assessment/eup-assessment-private.h"

/* The latest answer to each item, by item; *@last is the latest of all. */
static GHashTable *
latest_answers (const EupAssessment *assessment,
                const char *question,
                const char *sitting,
                const EupSittingAnswer **last)
{
  g_autoptr (GPtrArray) answers = eup_rules_sitting_answers (assessment, question);
  GHashTable *latest = g_hash_table_new (g_str_hash, g_str_equal);

  *last = NULL;
  for (guint i = 0; i < answers->len; i++)
    {
      EupSittingAnswer *answer = answers->pdata[i];

      if (sitting != NULL && g_strcmp0 (answer->sitting, sitting) != 0)
        continue;
      g_hash_table_replace (latest, answer->item ? answer->item : (char *) EUP_ITEM_ANSWER, answer);
      *last = answer;
    }
  return latest;
}

static void
take_answer (EupStatement *said, GString *words, const EupSittingAnswer *answer)
{
  if (answer == NULL)
    return;
  if (eup_has_text (answer->option))
    g_hash_table_replace (said->stances, g_strdup (answer->item ? answer->item : EUP_ITEM_ANSWER),
                          g_strdup (answer->option));
  if (eup_has_text (answer->words))
    g_string_append_printf (words, "%s%s", words->len ? "\n" : "", answer->words);
}

static void
take_sitting (EupStatement *said, const EupAssessment *assessment, const EupSittingAnswer *last)
{
  const EupSitting *sitting = eup_assessment_find (assessment, EUP_PART_SITTING, last->sitting);
  gboolean pictures = sitting != NULL && g_strcmp0 (sitting->method, "pictures") == 0;

  said->how = g_strdup (pictures ? "pictures" : "sitting");
  said->said = g_strdup (last->at);
  said->source = g_strdup (sitting ? sitting->by : NULL);
  said->entered_by = g_strdup (sitting ? sitting->by : NULL);
}

/**
 * eup_rules_said_in_sittings:
 * @sitting: (nullable): only what was said in this one
 *
 * Of several sittings the latest answer to each item stands, with the words that belong to it. To have
 * answered only that one would rather not is a non-answer.
 *
 * Returns: (transfer full) (nullable): what the resident said to @question, as a statement without an
 *   id; %NULL when nothing
 */
EupStatement *
eup_rules_said_in_sittings (const EupAssessment *assessment, const EupQuestion *question, const char *sitting)
{
  const EupPerson *resident = eup_rules_resident (assessment);
  const EupSittingAnswer *last;
  g_autoptr (GHashTable) latest = latest_answers (assessment, question->id, sitting, &last);
  g_autoptr (GString) words = g_string_new (NULL);
  EupStatement *said;

  if (resident == NULL || last == NULL)
    return NULL;
  said = eup_shape_new (eup_part_shape (EUP_PART_STATEMENT));
  said->question = g_strdup (question->id);
  said->person = g_strdup (resident->id);
  said->language = g_strdup (eup_rules_resident_language (assessment));
  take_answer (said, words, g_hash_table_lookup (latest, EUP_ITEM_ANSWER));
  for (guint i = 0; i < question->items->len; i++)
    take_answer (said, words, g_hash_table_lookup (latest, ((EupItem *) question->items->pdata[i])->id));
  if (g_hash_table_size (said->stances) == 0)
    g_set_str (&said->non_answer, last->non_answer);
  if (words->len > 0)
    said->words = g_strdup (words->str);
  take_sitting (said, assessment, last);
  return said;
}

static gboolean
is_in (GHashTable *part, GHashTable *whole)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (whole, key), value) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_same_text (const char *one, const char *other)
{
  return g_strcmp0 (one ? one : "", other ? other : "") == 0;
}

/* Whether somebody has added what no sitting asks for. */
static gboolean
has_more (const EupStatement *statement)
{
  return (statement->ticks != NULL && statement->ticks[0] != NULL) ||
         g_hash_table_size (statement->fields) > 0 || g_hash_table_size (statement->counts) > 0 ||
         statement->summary || eup_has_text (statement->reason) || eup_has_text (statement->translation);
}

/**
 * eup_rules_is_said_in_sittings:
 * @said: (nullable): what follows from the sittings
 *
 * Returns: whether @statement is just that and nothing else, so that a later sitting may take its
 *   place; what was said or changed in the meeting stays
 */
gboolean
eup_rules_is_said_in_sittings (const EupStatement *statement, const EupStatement *said)
{
  if (said == NULL)
    return FALSE;
  return g_hash_table_size (statement->stances) == g_hash_table_size (said->stances) &&
         is_in (statement->stances, said->stances) && !has_more (statement) &&
         is_same_text (statement->non_answer, said->non_answer) &&
         is_same_text (statement->words, said->words) && is_same_text (statement->how, said->how) &&
         is_same_text (statement->source, said->source) && is_same_text (statement->said, said->said);
}

/**
 * eup_rules_answers_agree:
 *
 * Only what both were asked is compared. Whether words mean the same is for people to say.
 *
 * Returns: whether the two say the same
 */
EupAgreement
eup_rules_answers_agree (const EupStatement *one, const EupStatement *other)
{
  GHashTableIter iter;
  gpointer item, option;
  gboolean compared = FALSE;

  if (eup_has_text (one->non_answer) || eup_has_text (other->non_answer))
    {
      gboolean both = g_hash_table_size (one->stances) == 0 && g_hash_table_size (other->stances) == 0;

      return both && is_same_text (one->non_answer, other->non_answer) ? EUP_AGREEMENT_SAME
                                                                       : EUP_AGREEMENT_DIFFERENT;
    }
  g_hash_table_iter_init (&iter, one->stances);
  while (g_hash_table_iter_next (&iter, &item, &option))
    {
      const char *chosen = g_hash_table_lookup (other->stances, item);

      if (chosen != NULL && !g_str_equal (chosen, option))
        return EUP_AGREEMENT_DIFFERENT;
      compared = compared || chosen != NULL;
    }
  return compared ? EUP_AGREEMENT_SAME : EUP_AGREEMENT_UNKNOWN;
}

/**
 * eup_rules_sittings_agree:
 *
 * Returns: whether the resident answered @question in the same way each time
 */
EupAgreement
eup_rules_sittings_agree (const EupAssessment *assessment, const EupQuestion *question)
{
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (assessment);
  EupStatement *before = NULL;
  EupAgreement all = EUP_AGREEMENT_UNKNOWN;

  for (guint i = 0; i < sittings->len && all != EUP_AGREEMENT_DIFFERENT; i++)
    {
      EupStatement *now =
          eup_rules_said_in_sittings (assessment, question, ((EupSitting *) sittings->pdata[i])->id);

      if (now == NULL)
        continue;
      if (before != NULL)
        {
          all = MAX (all, eup_rules_answers_agree (before, now));
          eup_shape_free (eup_part_shape (EUP_PART_STATEMENT), before);
        }
      before = now;
    }
  if (before != NULL)
    eup_shape_free (eup_part_shape (EUP_PART_STATEMENT), before);
  return all;
}
