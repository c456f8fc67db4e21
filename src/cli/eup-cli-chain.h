#pragma once

#include "record/eup-inspection.h"

G_BEGIN_DECLS

/* The documents among the files of one call, and how they follow each other. */
typedef struct _EupCliChain EupCliChain;

EupCliChain *eup_cli_chain_new (void);
void eup_cli_chain_free (EupCliChain *self);
void eup_cli_chain_add (EupCliChain *self, const EupInspection *found);
gboolean eup_cli_chain_say (const EupCliChain *self, gboolean json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCliChain, eup_cli_chain_free)

G_END_DECLS
