#pragma once

#include "util/eup-problems.h"

G_BEGIN_DECLS

/* How a command ends, as the shell sees it. */
enum
{
  EUP_CLI_GOOD = 0,
  EUP_CLI_BAD = 1,   /* a file is wrong, or something could not be done */
  EUP_CLI_USAGE = 2, /* the command was called wrongly; nothing was done */
};

/* One command: its arguments without the program's name, beginning with the command's. */
typedef int (*EupCliFunc) (int argc, char **argv);

int eup_cli_amend (int argc, char **argv);
int eup_cli_cards (int argc, char **argv);
int eup_cli_check (int argc, char **argv);
int eup_cli_hand_off (int argc, char **argv);
int eup_cli_record (int argc, char **argv);
int eup_cli_sign (int argc, char **argv);
int eup_cli_take_back (int argc, char **argv);
int eup_cli_text (int argc, char **argv);
int eup_cli_time_stamp (int argc, char **argv);
int eup_cli_twin (int argc, char **argv);
int eup_cli_validation (int argc, char **argv);
int eup_cli_verify (int argc, char **argv);

gboolean eup_cli_parse (
    int *argc, char ***argv, const GOptionEntry *options, const char *parameters, const char *summary);
gboolean eup_cli_are_languages (const char *text);
void eup_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
void eup_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
void eup_cli_complain_error (const GError *error);
void eup_cli_complain_problems (const EupProblems *problems);

G_END_DECLS
