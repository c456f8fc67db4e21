#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  EUP_HELP_PARAGRAPH,
  EUP_HELP_HEADING,
  EUP_HELP_ITEM,
  EUP_HELP_STEP,
  EUP_HELP_TERM,
  EUP_HELP_TERM_TEXT,
  EUP_HELP_NOTE,
  EUP_HELP_TOPIC,
} EupHelpKind;

/**
 * EupHelpBlock:
 * @kind: what it is
 * @number: of a step, from 1; 0 where it goes on with the one before
 * @name: (nullable): the id of the section that a heading opens, or the page that a topic leads to
 * @markup: (nullable): what it says, as Pango markup; a topic says nothing by itself
 */
typedef struct
{
  EupHelpKind kind;
  guint number;
  char *name;
  char *markup;
} EupHelpBlock;

/**
 * EupHelpText:
 * @title: of the page, as Pango markup
 * @description: (nullable): what it is about, in one sentence, as Pango markup
 * @blocks: (element-type EupHelpBlock): what stands on it
 * @see_also: (element-type utf8): pages to go on with
 */
typedef struct
{
  char *title;
  char *description;
  GPtrArray *blocks;
  GPtrArray *see_also;
} EupHelpText;

EupHelpText *eup_help_text_new (const char *page, gsize length, GError **error);
EupHelpText *eup_help_text_load (const char *language, const char *name, GError **error);
void eup_help_text_free (EupHelpText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupHelpText, eup_help_text_free)

G_END_DECLS
