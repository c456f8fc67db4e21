#pragma once

#include <gtk/gtk.h>
#include "method/eup-method.h"

G_BEGIN_DECLS

/* The few words of our own on the wall, in the case's languages, not the interface's. */
typedef enum
{
  EUP_WALL_STAGE,       /* %d, %s */
  EUP_WALL_QUESTION_OF, /* %d, %d */
  EUP_WALL_HAS_WORD,
  EUP_WALL_NAMED_WORD, /* %s has the word */
  EUP_WALL_WAITS,
  EUP_WALL_HAS_ANSWERED,
  EUP_WALL_DIFFER,
  EUP_WALL_ALL_TRUE,
  EUP_WALL_NO_ANSWER,
  EUP_WALL_OWN_WORDS,  /* %s */
  EUP_WALL_SUMMARY,    /* %s */
  EUP_WALL_TRANSLATED, /* %s */
  EUP_WALL_DECIDE,
  EUP_WALL_PAUSE,
  EUP_WALL_GOES_ON,     /* %s: a time of day */
  EUP_WALL_GOES_ON_DAY, /* %s, %s: a day, a time of day */
  EUP_WALL_COMMA,       /* %s, %s */
  EUP_WALL_AND,         /* %s, %s: the last two of a row */
  EUP_WALL_PEOPLE,      /* %u */
  EUP_WALL_SOME_OF,     /* %s, %u, %u: so many of those people */
  EUP_WALL_SPOKE_FIRST, /* in a row after whose words they are */
  EUP_WALL_SPOKE_AS,    /* %u */
  EUP_WALL_WITH_PICTURES,
  EUP_WALL_BY_INTERPRETER, /* %s */
  EUP_WALL_TOLD,           /* %s */
  EUP_WALL_SEEN,           /* %s */
  EUP_WALL_SOMEBODY,
  EUP_WALL_CONFIRMED, /* %s */
  EUP_WALL_CHANGED,   /* %s */
  EUP_WALL_OBJECTS,   /* %s */
  EUP_WALL_REHEARSAL,
  EUP_WALL_N_WORDS,
} EupWallWord;

const char *eup_wall_word (EupWallWord word, const char *language);
void eup_wall_set_words (GtkLabel *label, const char *text, const char *language);
void eup_wall_set_pair (
    GtkLabel *label, const char *text, const char *language, const char *below, const char *second);
char *eup_wall_join (GPtrArray *names, const char *language);
const char *eup_wall_voice (EupVoice voice, const char *language);

G_END_DECLS
