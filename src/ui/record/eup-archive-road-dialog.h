#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What lets the signatures of a sealed record be checked after many years: how far it is, and what comes
 * next. Signal "revised": something was added to the record and is kept. */
#define EUP_TYPE_ARCHIVE_ROAD_DIALOG (eup_archive_road_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupArchiveRoadDialog, eup_archive_road_dialog, EUP, ARCHIVE_ROAD_DIALOG, AdwDialog)

AdwDialog *eup_archive_road_dialog_new (EupCase *kase);
gboolean eup_archive_road_dialog_is_busy (EupArchiveRoadDialog *self);
void eup_archive_road_dialog_save_request_to (EupArchiveRoadDialog *self, const char *path);
void eup_archive_road_dialog_take (EupArchiveRoadDialog *self, const char *const *paths);

G_END_DECLS
