#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The few words of our own that the resident reads, in the resident's language, not the interface's. */
typedef enum
{
  EUP_SITTING_NEXT,
  EUP_SITTING_SKIP,
  EUP_SITTING_FINISH, /* after the last topic */
  EUP_SITTING_BACK,
  EUP_SITTING_STOP,
  EUP_SITTING_OFFER,
  EUP_SITTING_GO_ON,
  EUP_SITTING_THANKS, /* %s: the name */
  EUP_SITTING_KEPT,
  EUP_SITTING_CLOSE,
  EUP_SITTING_PLACE, /* %u of %u */
  EUP_SITTING_N_WORDS,
} EupSittingWord;

const char *eup_sitting_word (EupSittingWord word, const char *language);

G_END_DECLS
