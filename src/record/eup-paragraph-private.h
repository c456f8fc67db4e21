#pragma once

#include "record/eup-paragraph.h"

G_BEGIN_DECLS

struct _EupParagraph
{
  EupTypeface *typeface; /* outlives the paragraph */
  PangoLayout *layout;
  PangoAttrList *attributes;
  GString *text;
  GString *key; /* all that decides how the lines become */
  char *language;
  double width; /* that the lines may have */
  double leading;
  double rise;
  guint n_lines;
  gsize second;          /* where the second language begins in the text; 0 where there is none */
  char *second_language; /* set once its words come */
  double second_leading;
  gboolean words; /* somebody's own */
  gboolean cut;
  gboolean ready;
};

/* The length in bytes of the mark between two languages. */
#define EUP_MARK_LENGTH 3

const char *eup_paragraph_split (const char *text, const char **language);

G_END_DECLS
