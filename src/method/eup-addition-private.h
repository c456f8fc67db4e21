#pragma once

#include "method/eup-definition-private.h"
#include "method/eup-merge-private.h"
#include "method/eup-model.h"

G_BEGIN_DECLS

/* Reading a local addition and putting it into a method and a catalogue (docs/local-addition.md). */

EupAdditionPin *eup_addition_read (JsonNode *node, GBytes *bytes, JsonObject *method, EupProblems *problems);
void eup_addition_pin_free (gpointer data);

/* How deep additions change: $.stages[2].questions[3].title is the deepest, .title being new. */
#define EUP_ADDING_DEPTH 5

/* A method and a catalogue that additions are put into. */
typedef struct
{
  EupMerge *merge;
  JsonObject *method;
  JsonObject *catalogue;
  EupProblems *problems;
  guint first; /* the index of the first addition among the files of @merge */

  /* the addition at hand */
  guint file;
  JsonObject *root;

  GHashTable *reworded; /* "question q6 title" → where it was reworded */
  GHashTable *removed;  /* gate's id → where it was left out */
} EupAdding;

void eup_additions_apply (EupMerge *merge,
                          JsonNode *method,
                          JsonNode *catalogue,
                          GPtrArray *additions,
                          guint first,
                          EupProblems *problems);
void eup_adding_new_parts (EupAdding *self);
void eup_adding_prompts (EupAdding *self);
void eup_adding_removals (EupAdding *self);
void eup_adding_wording (EupAdding *self);

JsonObject *eup_adding_find (JsonObject *root, const char *list, const char *id);
JsonObject *eup_adding_find_question (JsonObject *method, const char *id);

#define EUP_ADDING_WRONG(self, path, ...)                                                                    \
  eup_problems_add ((self)->problems, EUP_DATA_ERROR_INVALID, path, __VA_ARGS__)

/* Runs through the list @name of the addition at hand: @entry at @path. */
#define EUP_ADDING_N(self, name)                                                                             \
  (json_object_has_member ((self)->root, name)                                                               \
       ? json_array_get_length (json_object_get_array_member ((self)->root, name))                           \
       : 0)

G_END_DECLS
