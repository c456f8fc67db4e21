#pragma once

#include "record/eup-paragraph.h"

G_BEGIN_DECLS

struct _EupParagraph
{
  EupTypeface *typeface; /* outlives the paragraph */
  PangoLayout *layout;
  PangoAttrList *attributes;
  GString *text;
  char *language;
  double width; /* that the lines may have */
  double leading;
  double rise;
  guint n_lines;
  gboolean words; /* somebody's own */
  gboolean cut;
  gboolean ready;
};

G_END_DECLS
