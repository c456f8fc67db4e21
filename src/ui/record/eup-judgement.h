#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a record is worth, in translated words. */
typedef struct
{
  gboolean sound;   /* nothing is wrong with it */
  char *words;      /* "Unchanged since, verified just now" */
  char *signatures; /* "One signature" */
  char *names;      /* who signed, and what the certificates are worth */
} EupJudgement;

void eup_judgement_find_async (GBytes *pdf, GAsyncReadyCallback callback, gpointer user_data);
EupJudgement *eup_judgement_find_finish (GAsyncResult *result);
void eup_judgement_free (EupJudgement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupJudgement, eup_judgement_free)

G_END_DECLS
