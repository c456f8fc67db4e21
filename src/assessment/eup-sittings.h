#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* How the resident was asked alone, and what follows from it. Pure, like eup-rules.h. */

/* One thing that the resident is asked about at a time: a question, or one item of it. */
typedef struct
{
  const EupQuestion *question;
  const EupItem *item; /* (nullable) */
} EupSittingTopic;

const EupPerson *eup_rules_resident (const EupAssessment *assessment);
const char *eup_rules_resident_language (const EupAssessment *assessment);

GPtrArray *eup_rules_sitting_topics (const EupAssessment *assessment, const EupModel *model);
GPtrArray *eup_rules_sitting_chosen (const EupSitting *sitting, const EupModel *model);
char *eup_sitting_topic_name (const EupSittingTopic *topic);
const char *eup_sitting_topic_item (const EupSittingTopic *topic);
const EupText *eup_sitting_topic_title (const EupSittingTopic *topic);
const EupText *eup_sitting_topic_words (const EupSittingTopic *topic);
const EupScale *eup_sitting_topic_scale (const EupSittingTopic *topic);
gboolean eup_rules_topic_is_answered (const EupAssessment *assessment, const EupSittingTopic *topic);

GPtrArray *eup_rules_sittings (const EupAssessment *assessment);
const EupSitting *eup_rules_open_sitting (const EupAssessment *assessment);
const EupSitting *eup_rules_sitting_of_day (const EupAssessment *assessment, const char *day);
const char *eup_rules_sitting_last_sign_of_life (const EupAssessment *assessment, const EupSitting *sitting);
const EupSittingAnswer *eup_rules_sitting_answer (const EupAssessment *assessment,
                                                  const char *sitting,
                                                  const char *question,
                                                  const char *item);
GPtrArray *eup_rules_sitting_answers (const EupAssessment *assessment, const char *question);
guint eup_rules_sitting_n_answers (const EupAssessment *assessment, const char *sitting);
const EupSign *
eup_rules_sign (const EupAssessment *assessment, const char *sign, const char *sitting, const char *question);
gboolean eup_rules_sitting_has_sign (const EupAssessment *assessment, const char *sign, const char *sitting);
const EupQuestion *eup_rules_attempted_question (const EupModel *model);

/* What the resident said, as a statement. */
EupStatement *eup_rules_said_in_sittings (const EupAssessment *assessment,
                                          const EupQuestion *question,
                                          const char *sitting);
gboolean eup_rules_is_said_in_sittings (const EupStatement *statement, const EupStatement *said);

/* Whether two answers to one question say the same; words alone can't be compared. */
typedef enum
{
  EUP_AGREEMENT_UNKNOWN,
  EUP_AGREEMENT_SAME,
  EUP_AGREEMENT_DIFFERENT,
} EupAgreement;

EupAgreement eup_rules_answers_agree (const EupStatement *one, const EupStatement *other);
EupAgreement eup_rules_sittings_agree (const EupAssessment *assessment, const EupQuestion *question);

G_END_DECLS
