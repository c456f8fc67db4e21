#pragma once

#include "util/eup-json.h"
#include "util/eup-text.h"

G_BEGIN_DECLS

/* What reading a method and reading a catalogue share. */
typedef struct
{
  EupProblems *problems;
  char **languages; /* every text must have words in each of them */
} EupDefinition;

/* What an author may let the program fill in beside {person} and {technology}. */
typedef enum
{
  EUP_FILL_NOTHING_MORE,
  EUP_FILL_DATE,  /* {date}: in the sentence of an outcome */
  EUP_FILL_OTHER, /* {other}: in the question of a consent that is about somebody else */
  EUP_FILL_ANY,   /* where it is not known what stands there */
} EupFill;

/* The newest form of our files that this program reads. */
#define EUP_DEFINITION_FORMAT 1

typedef void (*EupEntryFunc) (EupDefinition *self, JsonObject *entry, const char *path, gpointer data);

#define EUP_DEFINITION_WRONG(self, path, ...)                                                                \
  eup_problems_add ((self)->problems, EUP_DATA_ERROR_INVALID, path, __VA_ARGS__)

gboolean eup_definition_open (
    EupDefinition *self, const char *kind, const char *schema, JsonNode *node, EupProblems *problems);
void eup_definition_close (EupDefinition *self);
GBytes *eup_definition_read (const char *path, JsonNode **node, EupProblems **problems, GError **error);
GBytes *eup_definition_bytes_shipped (const char *name);
GBytes *eup_definition_read_shipped (const char *name, JsonNode **node, EupProblems **problems);

EupText *eup_definition_text (EupDefinition *self, JsonObject *object, const char *name, const char *path);
EupText *eup_definition_text_filling (
    EupDefinition *self, JsonObject *object, const char *name, const char *path, EupFill fill);
const char *eup_definition_language_name (const char *code);
void eup_definition_check_words (EupDefinition *self, const EupText *text, const char *place, EupFill fill);
void eup_definition_look_on (EupDefinition *self, JsonNode *node);
GPtrArray *eup_definition_texts (EupDefinition *self, JsonObject *object, const char *name, const char *path);
char *eup_definition_string (JsonObject *object, const char *name);
int eup_definition_number (JsonObject *object, const char *name);
char **eup_definition_strings (JsonObject *object, const char *name);
gboolean eup_definition_truth (JsonObject *object, const char *name);
void eup_definition_each (EupDefinition *self,
                          JsonObject *object,
                          const char *name,
                          const char *path,
                          GHashTable *ids,
                          EupEntryFunc func,
                          gpointer data);
void eup_definition_once (
    EupDefinition *self, GHashTable *seen, const char *path, const char *name, const char *key);
GHashTable *eup_definition_seen (void);

G_END_DECLS
