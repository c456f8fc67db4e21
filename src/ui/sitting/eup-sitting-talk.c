/* A sitting as it goes on. Both windows may show it, so where it stands is kept in one place. */

#include "ui/sitting/eup-sitting-talk.h"

struct _EupSittingTalk
{
  GObject parent_instance;

  EupCase *kase;
  char *sitting;
  GPtrArray *topics; /* EupSittingTopic */
  guint place;
  gboolean refuses; /* it is noted at this topic that the resident would rather not */
  gboolean offering;
};

enum
{
  CHANGED,
  GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSittingTalk, eup_sitting_talk, G_TYPE_OBJECT)

static const EupAssessment *
assessment (EupSittingTalk *self)
{
  return eup_case_get_assessment (self->kase);
}

static const EupSitting *
sitting (EupSittingTalk *self)
{
  return eup_assessment_find (assessment (self), EUP_PART_SITTING, self->sitting);
}

static gboolean
is_refused_here (EupSittingTalk *self)
{
  const EupSittingTopic *topic = eup_sitting_talk_get_topic (self);

  return topic != NULL &&
         eup_rules_sign (assessment (self), "refuses", self->sitting, topic->question->id) != NULL;
}

static void
go_to (EupSittingTalk *self, guint place)
{
  self->place = place;
  self->offering = FALSE;
  self->refuses = is_refused_here (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* To stop is offered at the moment when it is noted, not once more at each step back. */
static void
case_changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupSittingTalk *self)
{
  gboolean refuses;

  if (kind == EUP_PART_SITTING && sitting (self) == NULL)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  if (kind != EUP_PART_SIGN && kind != EUP_PART_SITTING)
    return;
  refuses = is_refused_here (self);
  self->offering = refuses && (self->offering || !self->refuses);
  self->refuses = refuses;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
eup_sitting_talk_dispose (GObject *object)
{
  g_clear_object (&EUP_SITTING_TALK (object)->kase);
  G_OBJECT_CLASS (eup_sitting_talk_parent_class)->dispose (object);
}

static void
eup_sitting_talk_finalize (GObject *object)
{
  EupSittingTalk *self = EUP_SITTING_TALK (object);

  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_free (self->sitting);
  G_OBJECT_CLASS (eup_sitting_talk_parent_class)->finalize (object);
}

static void
eup_sitting_talk_class_init (EupSittingTalkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_sitting_talk_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_sitting_talk_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
eup_sitting_talk_init (EupSittingTalk *self)
{
}

/* Where to go on: at the first topic that is not answered in this sitting. */
static guint
find_place (EupSittingTalk *self)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      const EupSittingTopic *topic = self->topics->pdata[i];

      if (eup_rules_sitting_answer (assessment (self), self->sitting, topic->question->id,
                                    eup_sitting_topic_item (topic)) == NULL)
        return i;
    }
  return self->topics->len > 0 ? self->topics->len - 1 : 0;
}

/**
 * eup_sitting_talk_new:
 * @sitting: the id of a sitting of @kase
 *
 * Returns: (transfer full): the sitting, where it stood
 */
EupSittingTalk *
eup_sitting_talk_new (EupCase *kase, const char *id)
{
  EupSittingTalk *self = g_object_new (EUP_TYPE_SITTING_TALK, NULL);

  self->kase = g_object_ref (kase);
  self->sitting = g_strdup (id);
  self->topics = eup_rules_sitting_chosen (sitting (self), eup_case_get_model (kase));
  self->place = find_place (self);
  self->refuses = is_refused_here (self);
  g_signal_connect_object (kase, "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_DEFAULT);
  return self;
}

EupCase *
eup_sitting_talk_get_case (EupSittingTalk *self)
{
  return self->kase;
}

const char *
eup_sitting_talk_get_sitting (EupSittingTalk *self)
{
  return self->sitting;
}

/* The resident's, not the interface's. */
const char *
eup_sitting_talk_get_language (EupSittingTalk *self)
{
  return eup_rules_resident_language (assessment (self));
}

EupTalkState
eup_sitting_talk_get_state (EupSittingTalk *self)
{
  const EupSitting *now = sitting (self);

  if (self->topics->len == 0 || now == NULL || (now->ended != NULL && *now->ended != '\0'))
    return EUP_TALK_THANKING;
  return self->offering ? EUP_TALK_OFFERING : EUP_TALK_ASKING;
}

guint
eup_sitting_talk_get_n_topics (EupSittingTalk *self)
{
  return self->topics->len;
}

/* From 0 */
guint
eup_sitting_talk_get_place (EupSittingTalk *self)
{
  return self->place;
}

/* (nullable): what is asked now */
const EupSittingTopic *
eup_sitting_talk_get_topic (EupSittingTalk *self)
{
  return self->place < self->topics->len ? self->topics->pdata[self->place] : NULL;
}

/* (nullable): what was answered to it in this sitting */
const EupSittingAnswer *
eup_sitting_talk_get_answer (EupSittingTalk *self)
{
  const EupSittingTopic *topic = eup_sitting_talk_get_topic (self);

  return topic ? eup_rules_sitting_answer (assessment (self), self->sitting, topic->question->id,
                                           eup_sitting_topic_item (topic))
               : NULL;
}

gboolean
eup_sitting_talk_is_answered (EupSittingTalk *self)
{
  return eup_sitting_talk_get_answer (self) != NULL;
}

/**
 * eup_sitting_talk_get_options:
 *
 * Returns: (transfer container) (element-type EupOption): what the resident can choose; not what only
 *   others can note. Empty where the answer is in words.
 */
GPtrArray *
eup_sitting_talk_get_options (EupSittingTalk *self)
{
  const EupSittingTopic *topic = eup_sitting_talk_get_topic (self);
  const EupScale *scale = topic ? eup_sitting_topic_scale (topic) : NULL;
  GPtrArray *options = g_ptr_array_new ();

  for (guint i = 0; scale != NULL && i < scale->options->len; i++)
    if (!((EupOption *) scale->options->pdata[i])->noted)
      g_ptr_array_add (options, scale->options->pdata[i]);
  return options;
}

/* (transfer full): words of the method in the resident's language */
char *
eup_sitting_talk_say (EupSittingTalk *self, const EupText *text)
{
  return eup_rules_say (text, eup_sitting_talk_get_language (self), assessment (self),
                        eup_case_get_model (self->kase));
}

void
eup_sitting_talk_choose (EupSittingTalk *self, const char *option)
{
  const EupSittingTopic *topic = eup_sitting_talk_get_topic (self);

  if (topic != NULL)
    eup_case_answer_in_sitting (self->kase, self->sitting, topic, option, NULL);
}

/* @non_answer: (nullable): %NULL takes it back */
void
eup_sitting_talk_decline (EupSittingTalk *self, const char *non_answer)
{
  const EupSittingTopic *topic = eup_sitting_talk_get_topic (self);

  if (topic != NULL)
    eup_case_answer_in_sitting (self->kase, self->sitting, topic, NULL, non_answer);
}

void
eup_sitting_talk_write (EupSittingTalk *self, const char *words)
{
  const EupSittingTopic *topic = eup_sitting_talk_get_topic (self);

  if (topic != NULL)
    eup_case_write_in_sitting (self->kase, self->sitting, topic, words);
}

/* After the last topic the sitting is done. */
void
eup_sitting_talk_next (EupSittingTalk *self)
{
  if (eup_sitting_talk_get_state (self) != EUP_TALK_ASKING)
    return;
  if (self->place + 1 < self->topics->len)
    go_to (self, self->place + 1);
  else
    eup_case_end_sitting (self->kase, self->sitting, TRUE);
}

void
eup_sitting_talk_previous (EupSittingTalk *self)
{
  if (eup_sitting_talk_get_state (self) == EUP_TALK_ASKING && self->place > 0)
    go_to (self, self->place - 1);
}

void
eup_sitting_talk_stop (EupSittingTalk *self)
{
  self->offering = FALSE;
  eup_case_end_sitting (self->kase, self->sitting, FALSE);
}

/* On with the topic, after the offer to stop or after all. */
void
eup_sitting_talk_go_on (EupSittingTalk *self)
{
  gboolean ended = eup_sitting_talk_get_state (self) == EUP_TALK_THANKING;

  self->offering = FALSE;
  if (ended)
    eup_case_go_on_with_sitting (self->kase, self->sitting);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}
