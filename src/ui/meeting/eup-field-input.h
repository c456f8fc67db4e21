#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One thing more to fill in at a question: a line, words, a choice, choices, a number or a date.
 * Nothing is filled in until somebody does it.
 *
 * Signal "filled" (const char *value): after each keystroke and each choice; eup_field_input_set_value()
 * does not emit it. "" means that nothing is filled in any more. */
#define EUP_TYPE_FIELD_INPUT (eup_field_input_get_type ())
G_DECLARE_FINAL_TYPE (EupFieldInput, eup_field_input, EUP, FIELD_INPUT, GtkBox)

GtkWidget *eup_field_input_new (EupCase *kase, const EupQuestionField *field, EupVoice voice);
const char *eup_field_input_get_id (EupFieldInput *self);
void eup_field_input_set_value (EupFieldInput *self, const char *value);

G_END_DECLS
