#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The fixed words of the reading back, for one person or for several who speak as one. */
typedef enum
{
  EUP_READ_TITLE,    /* {name} */
  EUP_READ_OWN,      /* under the title */
  EUP_READ_PROGRESS, /* {page}, {pages} */
  EUP_READ_POINT,    /* only one sentence is wrong */
  EUP_READ_POINTED,  /* {number} */
  EUP_READ_WHICH_CHANGE,
  EUP_READ_WHICH_OBJECTION,
  EUP_READ_WRITING,
  EUP_READ_NOT_HERE, /* {name} */
  EUP_READ_END,
  EUP_READ_EARLIER,
  EUP_READ_LATER,
  EUP_READ_RETURN, /* back to the answers */
  EUP_READ_YES,
  EUP_READ_YES_MEANING,
  EUP_READ_CHANGE,
  EUP_READ_CHANGE_MEANING,
  EUP_READ_OBJECT,
  EUP_READ_OBJECT_MEANING,
  EUP_READ_SAID_YES,
  EUP_READ_SAID_CHANGED,
  EUP_READ_SAID_OBJECTS,
  EUP_READ_ANSWERS, /* the name of the three answers together */
  EUP_READ_N_WORDS,
} EupReadWord;

char *eup_read_back_word (EupReadWord word, const char *language, const EupPerson *person, ...)
    G_GNUC_NULL_TERMINATED;
char *eup_read_back_sentence (EupCase *kase, const EupStatement *statement, const char *language);
char *eup_read_back_source (EupCase *kase, const EupStatement *statement, const char *language);

G_END_DECLS
