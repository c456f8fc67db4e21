#pragma once

#include "ui/eup-application.h"

G_BEGIN_DECLS

struct _EupApplication
{
  AdwApplication parent_instance;
  EupWorkspace *workspace;
  EupWorkspace *rehearsal; /* (nullable): invented cases, once somebody rehearses */
  gboolean opening;
  gboolean opening_rehearsal;
  guint reminding; /* timeout, 0 for none */
  char *reminded;  /* (nullable): on which day the last reminder was sent */
};

EupWindow *eup_application_find_window (EupApplication *self);

/* eup-application-rehearsal.c */
void eup_application_add_rehearsal_actions (EupApplication *self);
void eup_application_update_rehearsal (EupApplication *self);

/* eup-application-reminder.c */
void eup_application_begin_reminding (EupApplication *self);
void eup_application_end_reminding (EupApplication *self);

G_END_DECLS
