#pragma once

#include "record/eup-layout-private.h"

G_BEGIN_DECLS

/* A table on the grid's four columns; heads repeat on each page. */
typedef struct _EupTable EupTable;

/**
 * EupCell:
 * @tag: "TH" for the head of a row, "TD"
 * @columns: how many columns of the grid it takes, 1 to 3
 * @paragraphs: (element-type EupParagraph): one under the other
 * @languages: (element-type utf8): of each paragraph, where it is not the record's; may hold %NULL
 * @gaps: (element-type double): above each paragraph
 * @done: how much of its height stands on earlier pages
 */
typedef struct
{
  const char *tag;
  guint columns;
  GPtrArray *paragraphs;
  GPtrArray *languages;
  GArray *gaps;
  double done;
} EupCell;

EupTable *
eup_table_new (EupLayout *layout, const char *const *heads, const guint *columns, guint n, gboolean voices);
EupCell *eup_table_add_cell (EupTable *self, const char *tag);
EupCell *eup_table_add_text (EupTable *self, const char *tag, EupStyle style, const char *text);
void eup_cell_add (EupCell *cell, EupParagraph *paragraph, const char *language);
void eup_cell_add_after (EupCell *cell, EupParagraph *paragraph, double gap);
double eup_table_get_width (const EupTable *self, guint column);
void eup_table_set_symbol (EupTable *self, EupVoice voice);
void eup_table_end_row (EupTable *self);
void eup_table_end (EupTable *self);

G_END_DECLS
