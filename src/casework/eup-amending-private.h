#pragma once

#include "casework/eup-amending.h"
#include "casework/eup-case-private.h"

struct _EupAmending
{
  GObject parent_instance;

  EupCase *kase;
  EupAmendment *amendment;
  GPtrArray *documents; /* EupCaseDocument: those that are there */

  GPtrArray *undo;    /* EupAmendment: how it was, oldest first */
  char *last_field;   /* the one field that the last change changed */
  gint64 last_change; /* monotonic microseconds */

  gboolean dirty; /* not on its way to the store yet */
  guint writes;   /* not answered yet */
  guint save_source;
  char *problem;
  gboolean busy; /* being sealed or thrown away: nothing may change */
  gboolean done;
  GPtrArray *flush_tasks; /* GTask: waiting until all is on disk */
};

void eup_amending_touch (EupAmending *self);
void eup_amending_emit_changed (EupAmending *self);
void eup_amending_set_done (EupAmending *self, gboolean sealed);
