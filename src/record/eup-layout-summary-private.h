#pragma once

#include "record/eup-layout-private.h"

G_BEGIN_DECLS

/* The first baseline in a row. */
#define EUP_SUMMARY_FIRST 18

/* How much room each kind of text gets; tighter from step to step until the page holds all rows. */
typedef struct
{
  guint what, purpose, reason, condition, conditions, people, overrides;
} EupSummaryLimits;

typedef struct
{
  EupLayout *layout; /* of what the rows say: in one language where there is no room for two */
  EupLayout *labels;
  EupSummaryLimits limits;
  GPtrArray *rows; /* EupBlock */
  EupBlock *row;
  double least; /* the lowest baseline of the row's label */
  double last;  /* baseline of the last line in the row */
  gboolean cut; /* words of somebody in the row are shortened */
} EupSummary;

/* Pieces: eup-layout-summary-pieces.c */
EupParagraph *
eup_summary_limited (EupSummary *page, const char *text, EupStyle style, double width, guint lines);
void eup_summary_begin_row (EupSummary *page, const char *label);
void eup_summary_end_row (EupSummary *page);
void eup_summary_add_text (EupSummary *page, EupParagraph *paragraph, double x);
void eup_summary_add_second (EupSummary *page, const char *text, guint lines);
void eup_summary_add_pointer (EupSummary *page, const char *anchor, double x);
void eup_summary_add_pair (EupSummary *page,
                           const char *name,
                           double name_width,
                           const char *text,
                           EupStyle style,
                           guint lines,
                           const char *right,
                           double right_width);
char *eup_summary_say_more (EupLayout *layout, guint n, const char *anchor);
double eup_summary_widest (EupSummary *page, const char *const *keys, guint n);
double eup_summary_owner_width (EupSummary *page, const char *owner);

/* The rows of page 1 in their order; each adds one block, or none where nothing is to be said. */
void eup_summary_add_for_whom (EupSummary *page);
void eup_summary_add_what (EupSummary *page);
void eup_summary_add_reasons (EupSummary *page);
void eup_summary_add_conditions (EupSummary *page);
void eup_summary_add_follow_up (EupSummary *page);
void eup_summary_add_views (EupSummary *page);
void eup_summary_add_overrides (EupSummary *page);
void eup_summary_add_signatures (EupSummary *page);

G_END_DECLS
