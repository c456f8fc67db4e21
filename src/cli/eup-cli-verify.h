#pragma once

#include "record/eup-inspection.h"

G_BEGIN_DECLS

/* Files named one by one, folders, and a list. */
typedef struct _EupCliFiles EupCliFiles;

EupCliFiles *eup_cli_files_new (char **paths, const char *list, gboolean nul);
void eup_cli_files_free (EupCliFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCliFiles, eup_cli_files_free)
char *eup_cli_files_next (EupCliFiles *self);
gboolean eup_cli_files_are_good (const EupCliFiles *self);

void eup_cli_verify_say (const EupInspection *found);
void eup_cli_verify_say_json (const EupInspection *found, gboolean must_be_known);

/* What is told while and after many files are verified. */
typedef struct
{
  gboolean progress, summary, terminal;
  guint total;               /* 0: not known */
  guint kinds[8], unread, n; /* by EupVerdictKind */
  guint good;
  gint64 begun, told;
} EupCliTally;

void eup_cli_tally_count (EupCliTally *self, const EupInspection *found, gboolean good);
void eup_cli_tally_end (EupCliTally *self);

G_END_DECLS
