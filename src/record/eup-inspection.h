#pragma once

#include <gio/gio.h>

#include "record/eup-verify.h"

G_BEGIN_DECLS

/**
 * EupTwinState:
 * @EUP_TWIN_NONE: there is no twin beside the record
 * @EUP_TWIN_BELONGS: it is the record's
 * @EUP_TWIN_DIFFERS: it is another one
 * @EUP_TWIN_UNREADABLE: it can't be read
 */
typedef enum
{
  EUP_TWIN_NONE,
  EUP_TWIN_BELONGS,
  EUP_TWIN_DIFFERS,
  EUP_TWIN_UNREADABLE,
} EupTwinState;

/**
 * EupInspection:
 * @path: the file
 * @verdict: (nullable): what became of it; %NULL when it can't be read
 * @problem: (nullable): why it can't be read, with the file's name
 * @twin: about OUT.json beside OUT.pdf
 * @size: how long the file is, in bytes
 * @digest: (nullable): SHA-256 of the file, for looking it up in the archive
 * @states: (nullable) (element-type utf8): of a record: SHA-256 of the file and of what it once was
 */
typedef struct
{
  char *path;
  EupVerdict *verdict;
  char *problem;
  EupTwinState twin;
  gsize size;
  char *digest;
  GPtrArray *states;
} EupInspection;

EupInspection *eup_inspection_new (const char *path, const EupTrust *trust);
EupInspection *eup_inspection_new_bytes (const char *path, GBytes *pdf, GBytes *twin, const EupTrust *trust);
void eup_inspection_free (EupInspection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupInspection, eup_inspection_free)

gboolean eup_inspection_is_good (const EupInspection *self, gboolean must_be_known);
const char *eup_twin_state_to_nick (EupTwinState state);

/* Returns: (transfer full) (nullable): the next file; %NULL after the last. Called by one thread at a time. */
typedef char *(*EupInspectNextFunc) (gpointer data);

/* One file is done; in the order of the files, by one thread at a time. Takes @inspection. */
typedef void (*EupInspectDoneFunc) (EupInspection *inspection, gpointer data);

void eup_inspect_run (EupInspectNextFunc next,
                      EupInspectDoneFunc done,
                      gpointer data,
                      const EupTrust *trust,
                      GCancellable *cancellable);

G_END_DECLS
