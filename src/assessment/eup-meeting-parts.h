#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the talk went: when people sat together, who was there, what was left for later, what each
 * person said of their own sentences, and how the resident was asked before. Ids and times as in
 * eup-assessment.h. */

/* One time that the meeting sat; it may go on another day. */
typedef struct
{
  char *id;
  char *began;
  char *ended;          /* (nullable): still going on */
  char *resumes;        /* (nullable): when those who paused meant to go on */
  gboolean interrupted; /* the program was ended in the middle; @ended is the last thing that was kept */
} EupSession;

/* One stay of one person; who leaves and comes back has two. */
typedef struct
{
  char *id;
  char *person;
  char *joined;
  char *left; /* (nullable): still there */
  char *how;  /* room, video, phone */
} EupAttendance;

/* How long the meeting has been at one stage, over all its sessions. */
typedef struct
{
  char *id;      /* the stage */
  char *seconds; /* a whole number */
} EupStageTime;

/* A question that was left for later. */
typedef struct
{
  char *id; /* the question */
  char *at;
  char *reason;
} EupParked;

/* What a person said of a statement that stands in their name, when they heard it again. It holds as
 * long as the statement is not changed after it (eup_rules_confirmation()). */
typedef struct
{
  char *id; /* the statement */
  char *person;
  char *answer;   /* yes, changed, objects */
  char *occasion; /* meeting, read-back */
  char *before;   /* of “changed”: the words as they were */
  char *words;    /* of “objects”: what the person says is wrong */
  char *at;
  char *by; /* who read it to them */
} EupConfirmation;

/* One time that the resident was asked alone, before the meeting or beside it. */
typedef struct
{
  char *id;
  char *began;
  char *ended; /* (nullable): still going on */
  char *place;
  char *occasion; /* morning, midday, afternoon, evening, night */
  char *method;   /* talk, pictures, object: it was shown */
  char *by;
  char **topics; /* what was to be asked: "q10", or "q4/security" for an item; may be NULL */
  char *end;     /* done, stopped, tired, refused */
  char *note;
} EupSitting;

/* What the resident showed or said in one sitting; the next sitting has its own. */
typedef struct
{
  char *id;
  char *sitting;
  char *question;
  char *item;   /* EUP_ITEM_ANSWER where the question has no items */
  char *option; /* of the resident's scale; NULL with a non-answer */
  char *non_answer;
  char *words;
  char *at;
} EupSittingAnswer;

/* What was seen without being said. */
typedef struct
{
  char *id;
  char *sign;     /* tired, refuses */
  char *sitting;  /* (nullable): seen in a meeting */
  char *question; /* (nullable): at which it was seen */
  char *at;
  char *by;
} EupSign;

/* That a person has taken part of what was written down: drawn by hand, said, or not wished. No signature,
 * and not consent. */
typedef struct
{
  char *id;       /* the person */
  char *answer;   /* drawn, said, declined, cannot, not-asked */
  char *words;    /* their own, or why they were not asked */
  char **drawing; /* of “drawn”: eup_drawing_read(); may be NULL */
  char *witness;  /* who sat beside */
  char *at;
  char *outcome; /* what they were told that it comes to, in the record's language */
} EupAcknowledgement;

G_END_DECLS
