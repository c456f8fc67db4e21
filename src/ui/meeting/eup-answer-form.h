#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What one person says to one question: stances, ticks, own words, the question's fields, how it was obtained, or why
 * there is no answer. Every change goes to the case at once; nothing is kept here. */
#define EUP_TYPE_ANSWER_FORM (eup_answer_form_get_type ())
G_DECLARE_FINAL_TYPE (EupAnswerForm, eup_answer_form, EUP, ANSWER_FORM, GtkBox)

void eup_answer_form_show (EupAnswerForm *self,
                           EupCase *kase,
                           const EupQuestion *question,
                           const EupPerson *person);
void eup_answer_form_refresh (EupAnswerForm *self);
void eup_answer_form_set_wide (EupAnswerForm *self, gboolean wide);
void eup_answer_form_set_beside (EupAnswerForm *self);

G_END_DECLS
