#pragma once

#include "assessment/eup-rules.h"

#include <string.h>

/* What the files of this folder share; nobody else includes this. */

/* How one kind of part stands in the assessment. */
typedef struct
{
  const char *name;
  const EupShape *shape;
  gsize offset;    /* in EupAssessment: of the list, or of the one struct */
  gboolean many;   /* a list */
  gsize id_offset; /* in the part */
} EupPartType;

extern const EupShape eup_assessment_shape;
extern const EupPartType eup_part_types[EUP_N_PARTS];

/* Whether anything but blanks is written there. */
static inline gboolean
eup_has_text (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

static inline gboolean
eup_person_is_absent (const EupPerson *person)
{
  return g_strcmp0 (person->presence, "absent") == 0;
}

gboolean eup_statement_is_complete (const EupStatement *self, const EupMethod *method);
const EupScale *eup_question_scale_of (const EupQuestion *question, const EupPerson *person);
gboolean eup_assessment_has_joint_answer (const EupAssessment *self, const EupQuestion *question);
char *eup_counts_say (
    const EupStatement *statement, const EupScale *scale, const char *item, guint size, const char *language);
gboolean eup_condition_is_whole (const EupCondition *self);

/* Days by the calendar; points in time in seconds since 1970. */
gboolean eup_day_read (const char *iso, GDate *day);
gboolean eup_time_read (const char *iso, gint64 *seconds);
int eup_days_between (const char *from, const char *to);
