#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Something in a record that an amendment can be about. */
typedef struct
{
  const char *part; /* eup_amendment_parts() */
  char *question;   /* (nullable) */
  char *person;     /* (nullable): by name */
  char *words;      /* (nullable): as they stand there */
  char *label;      /* in the language of the windows */
} EupAmendPart;

GPtrArray *eup_amend_parts_new (EupCase *kase);

G_END_DECLS
