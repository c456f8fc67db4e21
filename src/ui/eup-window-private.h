#pragma once

#include "ui/eup-window.h"
#include "ui/meeting/eup-meeting-page.h"

G_BEGIN_DECLS

struct _EupWindow
{
  AdwApplicationWindow parent_instance;

  EupWorkspace *workspace;
  EupArchivePage *archive;
  GtkWidget *focus;     /* (nullable): the last that had it, menus apart */
  gulong waiting;       /* for its dialogs to close, to be in another language */
  GError *error;        /* (nullable): why the cases can't be opened */
  GSList *coming;       /* of GFile: to open once the cases are there */
  GSList *to_take_in;   /* of GFile: case files that wait for the one before them */
  gboolean taking_in;   /* one of them is on its way into the store */
  gboolean begins_case; /* as soon as the cases are there */
  gboolean leaving;     /* everything is on disk, or somebody said to leave anyway */

  GSignalGroup *case_signals;
  gboolean talking; /* people do, so the machine is asked to stay awake */
  guint awake;      /* what the desktop gave for that, 0 for nothing */

  AdwBanner *rehearsal;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed;
  AdwNavigationView *view;
  GtkRevealer *drop; /* shown while a file is held above the window */
};

/* eup-window.c */
EupCase *eup_window_get_case (EupWindow *self);
EupArchivePage *eup_window_new_archive (EupWindow *self);
GtkWidget *eup_window_new_preparation (EupWindow *self);
GtkWidget *eup_window_take_meeting (EupWindow *self, EupMeetingPage *page);

/* eup-window-awake.c */
void eup_window_init_awake (EupWindow *self);
void eup_window_dispose_awake (EupWindow *self);
void eup_window_follow_case (EupWindow *self);
void eup_window_stay_awake (EupWindow *self);

/* eup-window-rehearsal.c */
void eup_window_say_rehearsal (EupWindow *self);

/* eup-window-open.c */
gboolean eup_window_may_open (EupWindow *self);
void eup_window_catch_up (EupWindow *self);

/* eup-window-take-in.c */
void eup_window_take_in_files (EupWindow *self, GSList *files);

/* eup-window-verify.c */
void eup_window_verify_files (EupWindow *self, GSList *files);
void eup_window_take_drops (EupWindow *self);

/* eup-window-language.c */
void eup_window_remember_focus (EupWindow *self);

G_END_DECLS
