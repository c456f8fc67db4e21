#pragma once

#include <json-glib/json-glib.h>
#include "util/eup-problems.h"

G_BEGIN_DECLS

/* No method, catalogue or case comes near this; a case with a thousand long statements has 10 MB. */
#define EUP_JSON_MAX_SIZE (32 * 1024 * 1024)

JsonNode *eup_json_parse (GBytes *bytes, EupProblems *problems);
JsonNode *eup_json_load (const char *path, EupProblems **problems, GError **error);

char *eup_json_canonical (JsonNode *node);
char *eup_json_pretty (JsonNode *node);

char *eup_json_path_member (const char *path, const char *name);
char *eup_json_path_element (const char *path, guint i);

G_END_DECLS
