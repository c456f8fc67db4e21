#pragma once

#include "record/eup-trust.h"

G_BEGIN_DECLS

/**
 * EupKnown:
 * @file: its name in the folder
 * @certificate: (nullable): the first certificate in it; %NULL for a list of revoked ones and for a file that
 *   can't be used
 * @usable: whether there is anything in it that can be used
 *
 * One file of the certificates that are known here.
 */
typedef struct
{
  char *file;
  EupChainLink *certificate;
  gboolean usable;
} EupKnown;

void eup_known_free (EupKnown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupKnown, eup_known_free)

char *eup_known_folder (void);
EupTrust *eup_known_load (GPtrArray *problems);
GPtrArray *eup_known_list (void);
gboolean eup_known_add (const char *path, GError **error);
GBytes *eup_known_remove (const char *file, GError **error);
gboolean eup_known_put_back (const char *file, GBytes *contents, GError **error);

G_END_DECLS
