#pragma once

#include <adwaita.h>
#include "assessment/eup-amendment.h"

G_BEGIN_DECLS

/* What the form calls the words and the people of one kind of amendment. */
typedef struct
{
  const char *new_words, *asked_by, *decided_by;
} EupAmendWords;

EupAmendWords eup_amend_words (EupAmendmentKind kind);
char *eup_amend_missing (EupAmendmentLacks lacks);
void eup_amend_ask (AdwDialog *self,
                    const char *heading,
                    const char *body,
                    const char *id,
                    const char *label,
                    AdwResponseAppearance appearance,
                    GCallback answer);

G_END_DECLS
