#pragma once

#include <adwaita.h>
#include "casework/eup-workspace.h"
#include "ui/archive/eup-archive-page.h"

G_BEGIN_DECLS

/* The facilitator's window: cases at the root, preparation and meeting pushed above them. */
#define EUP_TYPE_WINDOW (eup_window_get_type ())
G_DECLARE_FINAL_TYPE (EupWindow, eup_window, EUP, WINDOW, AdwApplicationWindow)

EupWindow *eup_window_new (GtkApplication *application);
void eup_window_set_workspace (EupWindow *self, EupWorkspace *workspace);
void eup_window_fail (EupWindow *self, const GError *error);

EupWorkspace *eup_window_get_workspace (EupWindow *self);
EupArchivePage *eup_window_get_archive (EupWindow *self);
void eup_window_new_case (EupWindow *self);
void eup_window_prepare (EupWindow *self);
void eup_window_prepare_at (EupWindow *self, const char *place);
void eup_window_meet (EupWindow *self);
void eup_window_sit (EupWindow *self);
void eup_window_preview (EupWindow *self);
gboolean eup_window_go_back (EupWindow *self);
void eup_window_say (EupWindow *self, const char *words);
void eup_window_toast (EupWindow *self, AdwToast *toast);

/* eup-window-open.c */
void eup_window_open_files (EupWindow *self, GSList *files);
void eup_window_choose_to_open (EupWindow *self);

/* eup-window-awake.c */
gboolean eup_window_is_talking (EupWindow *self);

/* eup-window-rehearsal.c */
void eup_window_show_follow_ups (EupWindow *self);

/* eup-window-save.c */
void eup_window_save_copy (EupWindow *self);
void eup_window_save_copy_to (EupWindow *self, const char *path);

/* eup-window-verify.c */
void eup_window_choose_to_verify (EupWindow *self);
void eup_window_verify_case (EupWindow *self);

/* eup-window-acknowledge.c */
void eup_window_acknowledge (EupWindow *self, const char *person);

/* eup-window-language.c */
void eup_window_speak (EupWindow *self);

/* eup-window-actions.c */
void eup_window_class_install_actions (GtkWidgetClass *widget_class);
void eup_window_update_actions (EupWindow *self);
void eup_window_remove_case (EupWindow *self, const char *id);

G_END_DECLS
