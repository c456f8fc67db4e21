#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* One case as lists show it: never a word about somebody's health. */
#define EUP_TYPE_CASE_ITEM (eup_case_item_get_type ())
G_DECLARE_FINAL_TYPE (EupCaseItem, eup_case_item, EUP, CASE_ITEM, GObject)

EupCaseItem *eup_case_item_new (const EupStoreSummary *summary);
const EupStoreSummary *eup_case_item_get_summary (EupCaseItem *self);
void eup_case_item_set_rehearsal (EupCaseItem *self);
gboolean eup_case_item_is_sealed (EupCaseItem *self);
char *eup_case_item_dup_title (EupCaseItem *self);
char *eup_case_item_dup_subtitle (EupCaseItem *self);
char *eup_case_item_dup_initial (EupCaseItem *self);
const char *eup_case_item_get_icon_name (EupCaseItem *self);

/* Follow-ups */
int eup_case_item_days_left (EupCaseItem *self, const char *today);
char *eup_case_item_dup_due_words (EupCaseItem *self, const char *today);

#define EUP_DUE_DAYS 14

G_END_DECLS
