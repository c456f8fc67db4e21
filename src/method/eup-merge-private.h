#pragma once

#include "util/eup-json.h"

G_BEGIN_DECLS

/* JSON put together from several files, where each part still knows which place of which file it came
 * from: so that what is wrong with the whole is told to the one who wrote it. */
typedef struct _EupMerge EupMerge;

/* A place in one of the files. */
typedef struct
{
  guint file;
  char *path;
} EupPlace;

EupMerge *eup_merge_new (const char *const *files);
void eup_merge_free (EupMerge *self);
const char *eup_merge_get_file (const EupMerge *self, guint file);

JsonNode *eup_merge_take (EupMerge *self, JsonNode *node, guint file, const char *path, guint depth);
const EupPlace *eup_merge_find_place (const EupMerge *self, JsonNode *node);
EupPlace *eup_merge_place_of (const EupMerge *self, JsonNode *root, guint file, const char *path);
void eup_merge_hand_over (
    const EupMerge *self, JsonNode *root, guint file, const EupProblems *found, EupProblems *problems);

void eup_place_free (EupPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupMerge, eup_merge_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupPlace, eup_place_free)

G_END_DECLS
