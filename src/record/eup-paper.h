#pragma once

#include "record/eup-block.h"

G_BEGIN_DECLS

/* The grid of an A4 page, in points: four columns of 37.5 mm with gutters of 6 mm. */
#define EUP_MM (72 / 25.4)
#define EUP_PAGE_WIDTH 595.28
#define EUP_PAGE_HEIGHT 841.89
#define EUP_COLUMN_1 (22 * EUP_MM)
#define EUP_COLUMN_2 (65.5 * EUP_MM)
#define EUP_COLUMN_3 (109 * EUP_MM)
#define EUP_COLUMN_4 (152.5 * EUP_MM)
#define EUP_RIGHT (190 * EUP_MM)
#define EUP_COLUMN_WIDTH (37.5 * EUP_MM)
#define EUP_TWO_COLUMNS (81 * EUP_MM)
#define EUP_TEXT_WIDTH (124.5 * EUP_MM)
#define EUP_FULL_WIDTH (168 * EUP_MM)
#define EUP_BAR_X (62.5 * EUP_MM)
#define EUP_TOP (27 * EUP_MM)
#define EUP_BOTTOM (273 * EUP_MM)

/**
 * EupFurniture:
 * @authority: @title: left and middle of the running head
 * @document: @subject: left and middle of the footer
 * @draft: (nullable): what marks each page of a draft or of a rehearsal
 * @rehearsal: that mark is to be seen from afar
 * @created: ISO 8601, for the file's own dates
 * @large: nothing below 16 points: no running head, and at the foot the section and the document
 *
 * What stands on every page; plain strings that outlive the paper.
 */
typedef struct
{
  const char *language;
  const char *authority;
  const char *title;
  const char *document;
  const char *subject;
  const char *draft;
  gboolean rehearsal;
  const char *created;
  gboolean large;
} EupFurniture;

/* Pages under way: a place that moves down, a stack of open elements, a head and a foot. */
typedef struct _EupPaper EupPaper;

EupPaper *
eup_paper_new (EupTypeface *typeface, const EupFurniture *furniture, guint n_pages, GHashTable *anchors);
void eup_paper_free (EupPaper *self);

void eup_paper_set_section (EupPaper *self, const char *section);
void eup_paper_turn (EupPaper *self);
double eup_paper_get_room (const EupPaper *self);
gboolean eup_paper_is_fresh (const EupPaper *self);
void eup_paper_skip (EupPaper *self, double height);
void eup_paper_begin (EupPaper *self, const char *tag);
void eup_paper_end (EupPaper *self);
void eup_paper_place (EupPaper *self, EupBlock *block);
void eup_paper_put (EupPaper *self, EupBlock *block, double top);

guint eup_paper_get_page (const EupPaper *self);
guint eup_paper_find (const EupPaper *self, const char *anchor);
GHashTable *eup_paper_get_anchors (const EupPaper *self);
EupPages *eup_paper_finish (EupPaper *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupPaper, eup_paper_free)

G_END_DECLS
