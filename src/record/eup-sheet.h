#pragma once

#include "record/eup-layout-error.h"
#include "record/eup-pages.h"
#include "record/eup-snapshot.h"

G_BEGIN_DECLS

/**
 * EupSheet:
 * @EUP_SHEET_RESIDENT: one page for the resident: what was decided, in large plain words; a second
 *   language on its back
 * @EUP_SHEET_SEND_OUT: the questions for a relative who can't come, with room to answer
 *
 * A paper beside the record, made from the same snapshot.
 */
typedef enum
{
  EUP_SHEET_RESIDENT,
  EUP_SHEET_SEND_OUT,
} EupSheet;

EupPages *eup_sheet_run (const EupSnapshot *snapshot, EupSheet sheet, GError **error);
EupDocumentInfo *eup_sheet_info (const EupSnapshot *snapshot, const char *twin_digest, EupSheet sheet);

G_END_DECLS
