#pragma once

#include "record/eup-layout-private.h"

G_BEGIN_DECLS

/* How much room each kind of text gets; tighter from step to step until the page holds all rows. */
typedef struct
{
  guint what, purpose, reason, condition, conditions, people;
} EupSummaryLimits;

typedef struct
{
  EupLayout *layout;
  EupSummaryLimits limits;
  GPtrArray *rows; /* EupBlock */
  EupBlock *row;
  double last;  /* baseline of the last line in the row */
  gboolean cut; /* words of somebody in the row are shortened */
} EupSummary;

EupParagraph *
eup_summary_limited (EupSummary *page, const char *text, EupStyle style, double width, guint lines);

/* The rows of page 1 in their order; each adds one block, or none where nothing is to be said. */
void eup_summary_add_for_whom (EupSummary *page);
void eup_summary_add_what (EupSummary *page);
void eup_summary_add_reasons (EupSummary *page);
void eup_summary_add_conditions (EupSummary *page);
void eup_summary_add_follow_up (EupSummary *page);
void eup_summary_add_views (EupSummary *page);
void eup_summary_add_signatures (EupSummary *page);

G_END_DECLS
