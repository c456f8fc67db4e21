#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The reading back as it goes: whose sentences, which page of them, which one is pointed at, and what is
 * being asked. Facilitator's page and wall show the same one and act through its actions.
 *
 * Actions: "answer" (s: yes, changed, objects), "choose" (s: a statement), "step" (i: pages), "person" (s),
 * "cancel".
 * Signals: "changed": after each change, also of the case; "noted" (const char *answer): an answer has just
 * been written down. */
#define EUP_TYPE_READ_BACK (eup_read_back_get_type ())
G_DECLARE_FINAL_TYPE (EupReadBack, eup_read_back, EUP, READ_BACK, GObject)

/* What waits for more than a press. */
typedef enum
{
  EUP_ASKED_NOTHING,
  EUP_ASKED_CHANGE,    /* which sentence is to be changed, then what it is to be */
  EUP_ASKED_OBJECTION, /* which sentence is objected to, then what is wrong with it */
} EupAsked;

EupReadBack *eup_read_back_new (EupCase *kase);
EupCase *eup_read_back_get_case (EupReadBack *self);
GActionGroup *eup_read_back_get_actions (EupReadBack *self);

void eup_read_back_begin (EupReadBack *self);
const EupPerson *eup_read_back_get_person (EupReadBack *self);
GPtrArray *eup_read_back_get_page (EupReadBack *self);
void eup_read_back_get_numbers (EupReadBack *self, guint *page, guint *n_pages, guint *first);
GPtrArray *eup_read_back_get_passed_over (EupReadBack *self);
const EupStatement *eup_read_back_get_chosen (EupReadBack *self);
EupAsked eup_read_back_get_asked (EupReadBack *self);

/* What is being written down, kept while the window shows something else. */
const char *eup_read_back_get_draft (EupReadBack *self);
void eup_read_back_set_draft (EupReadBack *self, const char *draft);
gboolean eup_read_back_can_write (EupReadBack *self);
void eup_read_back_write (EupReadBack *self);

G_END_DECLS
