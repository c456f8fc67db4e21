#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_DATA_ERROR (eup_data_error_quark ())
GQuark eup_data_error_quark (void);

/**
 * EupDataError:
 * @EUP_DATA_ERROR_NOT_TEXT: the bytes are not UTF-8
 * @EUP_DATA_ERROR_NOT_JSON: the text is not JSON
 * @EUP_DATA_ERROR_INVALID: the JSON does not say what a file of its kind must say
 */
typedef enum
{
  EUP_DATA_ERROR_NOT_TEXT,
  EUP_DATA_ERROR_NOT_JSON,
  EUP_DATA_ERROR_INVALID,
} EupDataError;

/**
 * EupProblem:
 * @file: the file as the person named it
 * @path: where in it: a JSON path such as `$.stages[2].id`, or "line 3, column 7"
 * @message: what was found and what was expected, one sentence without a full stop
 */
typedef struct
{
  char *file;
  char *path;
  char *message;
} EupProblem;

/* All that is wrong with one file, or with several that belong together, in the order in which it was found. */
typedef struct _EupProblems EupProblems;

EupProblems *eup_problems_new (const char *file);
void eup_problems_free (EupProblems *self);
void eup_problems_set_file (EupProblems *self, const char *file);
void eup_problems_add (EupProblems *self, EupDataError code, const char *path, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void eup_problems_take (EupProblems *self, const EupProblems *others);
guint eup_problems_get_n (const EupProblems *self);
const EupProblem *eup_problems_get (const EupProblems *self, guint i);
char *eup_problem_to_line (const EupProblem *problem);
gboolean eup_problems_to_error (const EupProblems *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupProblems, eup_problems_free)

G_END_DECLS
