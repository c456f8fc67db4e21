#pragma once

#include "casework/eup-case.h"

typedef struct _EupAmending EupAmending; /* casework/eup-amending.h */

#define EUP_CASE_EVENT_WITHDRAWAL "withdrawal"

/* Something that happened to a sealed case, on its way to the store. */
typedef struct
{
  EupStorePart *part;
  char *follow_up; /* YYYY-MM-DD: the next follow-up is no later */
} EupCaseEvent;

struct _EupCase
{
  GObject parent_instance;

  EupStore *store;
  EupModel *model;
  EupClock *clock;
  EupAssessment *assessment;
  char *note;

  GPtrArray *models; /* EupModel: all it has had, so that nobody's pointer into one goes stale */

  GPtrArray *undo;  /* steps back, see eup-case-undo.c */
  guint undo_group; /* changes from here to the end of the group are one step */

  GHashTable *dirty; /* "kind id" → EupDirty: what is not on its way to the store yet */
  gboolean pinned;   /* what the model is made of is in the store */
  gboolean putting_definitions;
  gboolean model_changed; /* since they were put */
  GPtrArray *events;      /* EupCaseEvent: not on their way to the store yet */
  guint writes;           /* puts that the store has not answered yet */
  guint save_source;      /* the coming save */
  char *problem;          /* why the last write failed */
  gboolean sealing;       /* nothing may change while the record is made */
  gboolean revising;      /* something is being added to the sealed record */
  GPtrArray *flush_tasks; /* GTask: waiting until all is on disk */
  char *scheduled;        /* the case that was begun as this one was sealed */
  char *document;         /* of a sealed case: which one is shown; NULL: its record */
  EupAmending *amending;  /* weak: the amendment that is being written, if it is open */
  char *profile;          /* kind of PDF, when somebody chose one */
  char *ended_to_seal;    /* when the session was ended that sealing found open */
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

char *eup_case_time_of_change (EupCase *self, const EupStatement *statement);

void eup_case_undo_init (EupCase *self);
void eup_case_remember (EupCase *self, EupPartKind kind, const char *id);
void eup_case_remember_model (EupCase *self);
void eup_case_begin_group (EupCase *self);
void eup_case_end_group (EupCase *self);
void eup_case_end_stays_in_steps (EupCase *self, const char *at);

EupStatement *eup_case_derive_said (EupCase *self, const EupQuestion *question);
void eup_case_say_again (EupCase *self, const EupQuestion *question, EupStatement *before);

GHashTable *eup_case_dirty_new (void);
void eup_case_add_dirty (EupCase *self, const EupDirty *what);
GPtrArray *eup_case_take_dirty (EupCase *self);
void eup_case_touch (EupCase *self, EupPartKind kind, const char *id);
void eup_case_touch_note (EupCase *self);
#define EUP_CASE_SAVE_DELAY 150 /* milliseconds of gathering: far below the second that is promised */
void eup_case_save_later (EupCase *self, guint delay);
void eup_case_save_init (EupCase *self);
void eup_case_save_clear (EupCase *self);
void eup_case_set_note_from_store (EupCase *self, const char *note);
void eup_case_set_sealed (EupCase *self, const char *sealed);
EupStoreSummary *eup_case_summarize (EupCase *self);
GPtrArray *eup_case_all_parts (EupCase *self);
void eup_case_add_event (EupCase *self, EupCaseEvent *event);
void eup_case_event_free (EupCaseEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCaseEvent, eup_case_event_free)
void eup_case_touch_all (EupCase *self);

void eup_case_end_session_to_seal (EupCase *self);
void eup_case_go_on_unsealed (EupCase *self);
void eup_case_remove_stays (EupCase *self, const char *person);

void eup_case_set_model (EupCase *self, EupModel *model);
void eup_case_pin (EupAssessment *assessment, const EupModel *model);
void eup_case_pin_again (EupCase *self);
GPtrArray *eup_case_definitions (const EupModel *model);

void eup_case_apply_event (EupCase *self, const EupStoreChange *event);
EupCase *eup_case_new_full_assessment (EupCase *self, const char *sealed);
