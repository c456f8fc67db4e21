#pragma once

#include "casework/eup-case.h"

/* One step back: the part as it was before (NULL: it was not there). */
typedef struct
{
  EupPartKind kind;
  char *id;
  gpointer before;
  guint index; /* its place in its list */
  gint64 when; /* monotonic, microseconds */
} EupUndoStep;

struct _EupCase
{
  GObject parent_instance;

  EupStore *store;
  EupModel *model;
  EupClock *clock;
  EupAssessment *assessment;
  char *note;

  GPtrArray *undo; /* EupUndoStep */

  GHashTable *dirty;      /* "kind id" → EupDirty: what is not on its way to the store yet */
  guint writes;           /* puts that the store has not answered yet */
  guint save_source;      /* the coming save */
  char *problem;          /* why the last write failed */
  gboolean sealing;       /* nothing may change while the record is made */
  GPtrArray *flush_tasks; /* GTask: waiting until all is on disk */
};

/* A part that is to be written; its text is taken from the assessment when it is. */
typedef struct
{
  EupPartKind kind;
  char *id;
  gboolean is_note;
} EupDirty;

gboolean eup_case_may_change (EupCase *self);
void eup_case_emit_changed (EupCase *self, EupPartKind kind, const char *id);
gpointer eup_case_copy_of (EupCase *self, EupPartKind kind, const char *id);
void eup_case_put_quietly (EupCase *self, EupPartKind kind, gpointer part);

void eup_case_undo_init (EupCase *self);
void eup_case_remember (EupCase *self, EupPartKind kind, const char *id);

void eup_case_touch (EupCase *self, EupPartKind kind, const char *id);
void eup_case_touch_note (EupCase *self);
void eup_case_save_init (EupCase *self);
void eup_case_save_clear (EupCase *self);
void eup_case_set_note_from_store (EupCase *self, const char *note);
void eup_case_set_sealed (EupCase *self, const char *sealed);
EupStoreSummary *eup_case_summarize (EupCase *self);
void eup_case_touch_all (EupCase *self);
