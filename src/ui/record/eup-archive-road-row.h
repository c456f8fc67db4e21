#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How far a step is. */
typedef enum
{
  EUP_ROAD_DONE,
  EUP_ROAD_NEXT,
  EUP_ROAD_LATER,
} EupRoadState;

/* One step on the way to the archive: what it is for, how far it is, and what can be done. */
#define EUP_TYPE_ARCHIVE_ROAD_ROW (eup_archive_road_row_get_type ())
G_DECLARE_FINAL_TYPE (EupArchiveRoadRow, eup_archive_road_row, EUP, ARCHIVE_ROAD_ROW, AdwPreferencesRow)

GtkWidget *eup_archive_road_row_new (const char *title);
void eup_archive_road_row_add_button (EupArchiveRoadRow *self,
                                      const char *label,
                                      const char *action,
                                      const char *target);
void eup_archive_road_row_show (EupArchiveRoadRow *self, EupRoadState state, const char *words);

G_END_DECLS
