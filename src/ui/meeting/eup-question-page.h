#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One question with its lanes.
 *
 * Signal "wants-word" (int voice): the facilitator turned to that lane. */
#define EUP_TYPE_QUESTION_PAGE (eup_question_page_get_type ())
G_DECLARE_FINAL_TYPE (EupQuestionPage, eup_question_page, EUP, QUESTION_PAGE, AdwBin)

void eup_question_page_set_case (EupQuestionPage *self, EupCase *kase);
void eup_question_page_show (EupQuestionPage *self, const EupQuestion *question, int turn);
gboolean eup_question_page_focus_lane (EupQuestionPage *self, EupVoice voice);
GtkWidget *eup_question_page_get_lane (EupQuestionPage *self, EupVoice voice);
void eup_question_page_take_over (EupQuestionPage *self, EupQuestionPage *old);
void eup_question_page_explain (EupQuestionPage *self);
void eup_question_page_set_narrow (EupQuestionPage *self, gboolean compact, gboolean one_lane, gboolean tiny);
void eup_question_page_set_few_names (EupQuestionPage *self, gboolean few_names);
void eup_question_page_set_time (EupQuestionPage *self, const char *time);

gboolean eup_question_page_has_lane (const EupQuestion *question, EupVoice voice);

G_END_DECLS
