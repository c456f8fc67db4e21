#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The same words in several languages. Immutable. */
typedef struct _EupText EupText;

EupText *eup_text_new_from_node (JsonNode *node);
EupText *eup_text_copy (const EupText *self);
void eup_text_free (EupText *self);
gboolean eup_text_has (const EupText *self, const char *language);
const char *eup_text_get (const EupText *self, const char *language);
char *eup_text_begin (const char *text);

/* What is typed or pasted */
gboolean eup_text_is_plain (const char *text);
char *eup_text_make_plain (const char *text);
char *eup_text_isolate (const char *name);

char *eup_text_fill (const char *text, const char *first_name, ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupText, eup_text_free)

G_END_DECLS
