/* The resident's sittings: what is asked in one, and what was shown and noted in it. */

#include "assessment/eup-sittings.h"

#include "assessment/eup-assessment-private.h"

/* (nullable): the person that the case is about; the first where several are written down */
const EupPerson *
eup_rules_resident (const EupAssessment *assessment)
{
  for (guint i = 0; i < assessment->people->len; i++)
    if (eup_person_voice (assessment->people->pdata[i]) == EUP_VOICE_RESIDENT)
      return assessment->people->pdata[i];
  return NULL;
}

/**
 * eup_rules_resident_language:
 *
 * Returns: (transfer none): the language in which the resident is asked: their own, else the record's
 */
const char *
eup_rules_resident_language (const EupAssessment *assessment)
{
  const EupPerson *resident = eup_rules_resident (assessment);

  return resident != NULL && eup_has_text (resident->language) ? resident->language
                                                               : assessment->card->language;
}

static void
add_topic (GPtrArray *topics, const EupQuestion *question, const EupItem *item)
{
  EupSittingTopic *topic = g_new0 (EupSittingTopic, 1);

  topic->question = question;
  topic->item = item;
  g_ptr_array_add (topics, topic);
}

static void
add_question (GPtrArray *topics, const EupQuestion *question)
{
  if (question->scales[EUP_VOICE_RESIDENT] == NULL || question->items->len == 0)
    add_topic (topics, question, NULL);
  else
    for (guint i = 0; i < question->items->len; i++)
      add_topic (topics, question, question->items->pdata[i]);
}

/**
 * eup_rules_sitting_topics:
 *
 * Returns: (transfer full) (element-type EupSittingTopic): what the resident can be asked about in this
 *   case: its open questions that ask the resident, each of their items for itself
 */
GPtrArray *
eup_rules_sitting_topics (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);
  GPtrArray *topics = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < open->len; i++)
    if (eup_question_asks (open->pdata[i], EUP_VOICE_RESIDENT))
      add_question (topics, open->pdata[i]);
  return topics;
}

/**
 * eup_rules_sitting_chosen:
 *
 * Returns: (transfer full) (element-type EupSittingTopic): what was to be asked in @sitting, in that
 *   order; what the method does not have (any more) is passed over
 */
GPtrArray *
eup_rules_sitting_chosen (const EupSitting *sitting, const EupModel *model)
{
  GPtrArray *topics = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; sitting->topics != NULL && sitting->topics[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (sitting->topics[i], "/", 2);
      const EupQuestion *question = eup_method_find_question (model->method, names[0]);
      const EupItem *item = NULL;

      for (guint j = 0; question != NULL && names[1] != NULL && j < question->items->len; j++)
        if (g_strcmp0 (((EupItem *) question->items->pdata[j])->id, names[1]) == 0)
          item = question->items->pdata[j];
      if (question != NULL && (names[1] == NULL || item != NULL))
        add_topic (topics, question, item);
    }
  return topics;
}

/* (transfer full): as it stands in EupSitting.topics */
char *
eup_sitting_topic_name (const EupSittingTopic *topic)
{
  return g_strjoin ("/", topic->question->id, topic->item ? topic->item->id : NULL, NULL);
}

const char *
eup_sitting_topic_item (const EupSittingTopic *topic)
{
  return topic->item ? topic->item->id : EUP_ITEM_ANSWER;
}

const EupText *
eup_sitting_topic_title (const EupSittingTopic *topic)
{
  return topic->item ? topic->item->label : topic->question->title;
}

/* In the resident's wording. */
const EupText *
eup_sitting_topic_words (const EupSittingTopic *topic)
{
  if (topic->item != NULL)
    return topic->item->resident ? topic->item->resident : topic->item->label;
  return topic->question->resident;
}

/* (nullable): %NULL where the answer is in words only */
const EupScale *
eup_sitting_topic_scale (const EupSittingTopic *topic)
{
  return topic->question->scales[EUP_VOICE_RESIDENT];
}

static gboolean
is_content (const EupSittingAnswer *answer)
{
  return eup_has_text (answer->option) || eup_has_text (answer->non_answer) || eup_has_text (answer->words);
}

/**
 * eup_rules_topic_is_answered:
 *
 * Returns: whether the resident has answered it already, in a sitting, in the meeting or otherwise
 */
gboolean
eup_rules_topic_is_answered (const EupAssessment *assessment, const EupSittingTopic *topic)
{
  const EupPerson *resident = eup_rules_resident (assessment);
  const EupStatement *statement =
      resident ? eup_assessment_find_statement (assessment, topic->question->id, resident->id) : NULL;

  for (guint i = 0; i < assessment->sitting_answers->len; i++)
    {
      const EupSittingAnswer *answer = assessment->sitting_answers->pdata[i];

      if (g_strcmp0 (answer->question, topic->question->id) == 0 &&
          g_strcmp0 (answer->item, eup_sitting_topic_item (topic)) == 0 && is_content (answer))
        return TRUE;
    }
  if (statement == NULL || eup_statement_is_empty (statement))
    return FALSE;
  return topic->item == NULL || eup_has_text (statement->non_answer) ||
         g_hash_table_contains (statement->stances, topic->item->id);
}

static gint
compare_began (gconstpointer one, gconstpointer other)
{
  gint64 first = 0, second = 0;

  eup_time_read ((*(EupSitting *const *) one)->began, &first);
  eup_time_read ((*(EupSitting *const *) other)->began, &second);
  return first < second ? -1 : first > second;
}

/**
 * eup_rules_sittings:
 *
 * Returns: (transfer container) (element-type EupSitting): the sittings, the earliest first
 */
GPtrArray *
eup_rules_sittings (const EupAssessment *assessment)
{
  GPtrArray *sittings = g_ptr_array_copy (assessment->sittings, NULL, NULL);

  g_ptr_array_set_free_func (sittings, NULL);
  g_ptr_array_sort (sittings, compare_began);
  return sittings;
}

/* (nullable): the sitting that goes on, or that was broken off without an end */
const EupSitting *
eup_rules_open_sitting (const EupAssessment *assessment)
{
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (assessment);

  for (guint i = sittings->len; i > 0; i--)
    if (!eup_has_text (((EupSitting *) sittings->pdata[i - 1])->ended))
      return sittings->pdata[i - 1];
  return NULL;
}

/**
 * eup_rules_sitting_of_day:
 * @day: YYYY-MM-DD
 *
 * Returns: (transfer none) (nullable): the open sitting, where it began on @day: another day is another
 *   sitting
 */
const EupSitting *
eup_rules_sitting_of_day (const EupAssessment *assessment, const char *day)
{
  const EupSitting *open = eup_rules_open_sitting (assessment);

  return open != NULL && g_str_has_prefix (open->began, day) ? open : NULL;
}

static void
take_later (const char **latest, const char *time)
{
  gint64 before = 0, now = 0;

  if (eup_time_read (*latest, &before) && eup_time_read (time, &now) && now > before)
    *latest = time;
}

/**
 * eup_rules_sitting_last_sign_of_life:
 *
 * Returns: (transfer none): when something was last noted in @sitting; that it began where nothing was
 */
const char *
eup_rules_sitting_last_sign_of_life (const EupAssessment *assessment, const EupSitting *sitting)
{
  const char *latest = sitting->began;

  for (guint i = 0; i < assessment->sitting_answers->len; i++)
    {
      const EupSittingAnswer *answer = assessment->sitting_answers->pdata[i];

      if (g_strcmp0 (answer->sitting, sitting->id) == 0)
        take_later (&latest, answer->at);
    }
  for (guint i = 0; i < assessment->signs->len; i++)
    {
      const EupSign *sign = assessment->signs->pdata[i];

      if (g_strcmp0 (sign->sitting, sitting->id) == 0)
        take_later (&latest, sign->at);
    }
  return latest;
}

/**
 * eup_rules_sitting_answer:
 * @item: of the question, EUP_ITEM_ANSWER where it has none
 *
 * Returns: (transfer none) (nullable): what was answered in @sitting
 */
const EupSittingAnswer *
eup_rules_sitting_answer (const EupAssessment *assessment,
                          const char *sitting,
                          const char *question,
                          const char *item)
{
  for (guint i = 0; i < assessment->sitting_answers->len; i++)
    {
      const EupSittingAnswer *answer = assessment->sitting_answers->pdata[i];

      if (g_strcmp0 (answer->sitting, sitting) == 0 && g_strcmp0 (answer->question, question) == 0 &&
          g_strcmp0 (answer->item, item) == 0)
        return answer;
    }
  return NULL;
}

/**
 * eup_rules_sitting_answers:
 *
 * Returns: (transfer container) (element-type EupSittingAnswer): what was answered to @question in all
 *   sittings, the earliest sitting first
 */
GPtrArray *
eup_rules_sitting_answers (const EupAssessment *assessment, const char *question)
{
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (assessment);
  GPtrArray *answers = g_ptr_array_new ();

  for (guint i = 0; i < sittings->len; i++)
    for (guint j = 0; j < assessment->sitting_answers->len; j++)
      {
        EupSittingAnswer *answer = assessment->sitting_answers->pdata[j];

        if (g_strcmp0 (answer->sitting, ((EupSitting *) sittings->pdata[i])->id) == 0 &&
            g_strcmp0 (answer->question, question) == 0 && is_content (answer))
          g_ptr_array_add (answers, answer);
      }
  return answers;
}

/* How many things were answered in @sitting; that somebody would rather not is an answer too. */
guint
eup_rules_sitting_n_answers (const EupAssessment *assessment, const char *sitting)
{
  guint n = 0;

  for (guint i = 0; i < assessment->sitting_answers->len; i++)
    {
      const EupSittingAnswer *answer = assessment->sitting_answers->pdata[i];

      n += g_strcmp0 (answer->sitting, sitting) == 0 && is_content (answer);
    }
  return n;
}

/* Ids that are empty or NULL are the same. */
static gboolean
is_same (const char *one, const char *other)
{
  return g_strcmp0 (one ? one : "", other ? other : "") == 0;
}

/**
 * eup_rules_sign:
 * @sign: "tired" or "refuses"
 * @sitting: (nullable): in which sitting; %NULL for a meeting
 * @question: (nullable): at which question
 *
 * Returns: (transfer none) (nullable): the sign that was noted there
 */
const EupSign *
eup_rules_sign (const EupAssessment *assessment, const char *sign, const char *sitting, const char *question)
{
  for (guint i = 0; i < assessment->signs->len; i++)
    {
      const EupSign *noted = assessment->signs->pdata[i];

      if (g_strcmp0 (noted->sign, sign) == 0 && is_same (noted->sitting, sitting) &&
          is_same (noted->question, question))
        return noted;
    }
  return NULL;
}

gboolean
eup_rules_sitting_has_sign (const EupAssessment *assessment, const char *sign, const char *sitting)
{
  for (guint i = 0; i < assessment->signs->len; i++)
    {
      const EupSign *noted = assessment->signs->pdata[i];

      if (g_strcmp0 (noted->sign, sign) == 0 && is_same (noted->sitting, sitting))
        return TRUE;
    }
  return FALSE;
}

/* (nullable): the question whose attempts are logged: what the resident wants */
const EupQuestion *
eup_rules_attempted_question (const EupModel *model)
{
  GPtrArray *questions = eup_method_get_questions (model->method);

  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = questions->pdata[i];

      if (question->attempts && eup_question_asks (question, EUP_VOICE_RESIDENT))
        return question;
    }
  return NULL;
}
