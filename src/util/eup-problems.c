/* What is wrong with data files: every problem with its place, not only the first. */

#include "util/eup-problems.h"

struct _EupProblems
{
  char *file;
  GPtrArray *problems;
  EupDataError first_code;
};

G_DEFINE_QUARK (eup-data-error-quark, eup_data_error)

static void
problem_free (gpointer data)
{
  EupProblem *problem = data;

  g_free (problem->file);
  g_free (problem->path);
  g_free (problem->message);
  g_free (problem);
}

/**
 * eup_problems_new:
 * @file: what to call the file in messages
 */
EupProblems *
eup_problems_new (const char *file)
{
  EupProblems *self = g_new0 (EupProblems, 1);

  self->file = g_strdup (file);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
eup_problems_free (EupProblems *self)
{
  g_free (self->file);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * eup_problems_set_file:
 * @file: what to call the file that the problems from now on are in
 */
void
eup_problems_set_file (EupProblems *self, const char *file)
{
  g_set_str (&self->file, file);
}

/**
 * eup_problems_add:
 * @path: where in the file
 * @format: what was found and what was expected
 */
void
eup_problems_add (EupProblems *self, EupDataError code, const char *path, const char *format, ...)
{
  EupProblem *problem = g_new0 (EupProblem, 1);
  va_list args;

  va_start (args, format);
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);
  problem->file = g_strdup (self->file);
  problem->path = g_strdup (path);

  if (self->problems->len == 0)
    self->first_code = code;
  g_ptr_array_add (self->problems, problem);
}

/* Adds a copy of what is wrong in @others. */
void
eup_problems_take (EupProblems *self, const EupProblems *others)
{
  if (self->problems->len == 0)
    self->first_code = others->first_code;
  for (guint i = 0; i < others->problems->len; i++)
    {
      const EupProblem *problem = others->problems->pdata[i];
      EupProblem *copy = g_new0 (EupProblem, 1);

      copy->file = g_strdup (problem->file);
      copy->path = g_strdup (problem->path);
      copy->message = g_strdup (problem->message);
      g_ptr_array_add (self->problems, copy);
    }
}

guint
eup_problems_get_n (const EupProblems *self)
{
  return self->problems->len;
}

const EupProblem *
eup_problems_get (const EupProblems *self, guint i)
{
  g_return_val_if_fail (i < self->problems->len, NULL);

  return self->problems->pdata[i];
}

/**
 * eup_problem_to_line:
 *
 * Returns: (transfer full): "file: place: message", one line: what a file says must not break the
 *   line nor steer a terminal
 */
char *
eup_problem_to_line (const EupProblem *problem)
{
  g_autofree char *text = g_strdup_printf ("%s: %s: %s", problem->file, problem->path, problem->message);
  GString *line = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      g_string_append_printf (line, "\\u%04x", g_utf8_get_char (c));
    else
      g_string_append_unichar (line, g_utf8_get_char (c));
  return g_string_free_and_steal (line);
}

/**
 * eup_problems_to_error:
 * @error: an EUP_DATA_ERROR when there are problems: the first one, and how many more there are
 *
 * Returns: %TRUE when there are none
 */
gboolean
eup_problems_to_error (const EupProblems *self, GError **error)
{
  g_autofree char *line = NULL;

  if (self->problems->len == 0)
    return TRUE;

  line = eup_problem_to_line (eup_problems_get (self, 0));
  if (self->problems->len == 1)
    g_set_error_literal (error, EUP_DATA_ERROR, (gint) self->first_code, line);
  else
    g_set_error (error, EUP_DATA_ERROR, (gint) self->first_code, "%s (and %u more)", line,
                 self->problems->len - 1);
  return FALSE;
}
