#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One sentence of the reading back, to be pointed at; its size comes from where it stands (afterwards.css). */
typedef struct
{
  const char *language;
  const char *second; /* (nullable): a second language of the wall */
} EupSpoken;

GtkWidget *
eup_sentence_new (EupCase *kase, const EupStatement *statement, guint number, const EupSpoken *spoken);
char *eup_sentence_say_result (EupCase *kase, const EupStatement *statement, const char *language);

G_END_DECLS
