/* What the commands share: options, and lines to the person. Lines are UTF-8 whatever the locale,
 * since other programs read them too. */

#include "cli/eup-cli.h"

#include <stdio.h>

static void
write_line (FILE *stream, const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  for (char *c = text; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r')
      *c = ' ';
  fprintf (stream, "%s\n", text);
}

/* One line on the standard output. */
void
eup_cli_say (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  write_line (stdout, format, args);
  va_end (args);
}

/* One line on the standard error. */
void
eup_cli_complain (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  write_line (stderr, format, args);
  va_end (args);
}

void
eup_cli_complain_error (const GError *error)
{
  eup_cli_complain ("%s", error->message);
}

/* Every problem on its own line. */
void
eup_cli_complain_problems (const EupProblems *problems)
{
  for (guint i = 0; i < eup_problems_get_n (problems); i++)
    {
      g_autofree char *line = eup_problem_to_line (eup_problems_get (problems, i));

      eup_cli_complain ("%s", line);
    }
}

/**
 * eup_cli_parse:
 * @argc: (inout): how many arguments there are, the command's name first
 * @argv: (inout): the arguments; what remains are the name and the parameters
 * @options: (nullable): the command's options
 * @parameters: what stands behind the options, for --help
 * @summary: what the command does, for --help
 *
 * Returns: whether the arguments could be read; if not, the person has been told. --help prints and
 *   ends the program.
 */
gboolean
eup_cli_parse (
    int *argc, char ***argv, const GOptionEntry *options, const char *parameters, const char *summary)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *name = g_strdup_printf ("euphoria-cli %s", (*argv)[0]);
  g_autoptr (GError) error = NULL;

  g_set_prgname (name);
  g_option_context_set_summary (context, summary);
  g_option_context_set_strict_posix (context, FALSE);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, NULL);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  eup_cli_complain ("%s: %s; %s --help says how it is called", name, error->message, name);
  return FALSE;
}

/**
 * eup_cli_are_languages:
 *
 * Returns: whether @text names a language of documents, or two different ones: "sv", "sv,zh"
 */
gboolean
eup_cli_are_languages (const char *text)
{
  static const char *const known[] = { "sv", "en", "zh", NULL };
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    if (!g_strv_contains (known, parts[i]))
      return FALSE;
  return n == 1 || (n == 2 && !g_str_equal (parts[0], parts[1]));
}
