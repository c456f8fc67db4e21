#pragma once

#include "record/eup-typeface.h"

G_BEGIN_DECLS

/* One line of a signature's place. */
typedef struct
{
  const char *text;
  EupStyle style;
} EupOutlineLine;

void eup_outlines_write_number (GString *out, double number);
char *
eup_outlines_draw (EupTypeface *typeface, const EupOutlineLine *lines, guint n, double width, double height);

G_END_DECLS
