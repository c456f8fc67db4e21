#pragma once

#include <adwaita.h>
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-words.h"
#include "ui/sitting/eup-sitting-chips.h"

G_BEGIN_DECLS

struct _EupAnswerForm
{
  GtkBox parent_instance;

  EupCase *kase;
  const EupQuestion *question;
  char *person;
  EupVoice voice;
  gboolean refreshing;
  GSimpleActionGroup *actions;

  GtkBox *scales;
  GtkBox *ticks;
  GtkBox *body; /* words and fields: below each other, side by side in a wide lane */
  GtkBox *fields;
  GtkBox *non_answer;
  GtkLabel *non_answer_label;
  GtkEntry *reason;
  GtkLabel *words_title;
  GtkMenuButton *none_button;
  EupWords *words;
  GtkBox *translation;
  GtkLabel *translation_title;
  EupWords *translation_words;
  GtkEntry *translator;
  GtkBox *provenance;
  GtkMenuButton *how;
  GtkImage *how_icon;
  GtkLabel *how_label;
  GtkMenuButton *exact;
  GtkLabel *exact_label;
  EupSittingChips *chips;
  GtkEntry *source;
};

const EupPerson *eup_answer_form_get_person (EupAnswerForm *self);

/* eup-answer-form-edit.c: from the widgets to the case */
void eup_answer_form_install_actions (EupAnswerForm *self);
void eup_answer_form_update_actions (EupAnswerForm *self, const EupStatement *statement);
void eup_answer_form_chosen_cb (GtkWidget *choice, const char *option, EupAnswerForm *self);
void eup_answer_form_ticked_cb (GtkCheckButton *button, EupAnswerForm *self);
void eup_answer_form_filled_cb (GtkWidget *input, const char *value, EupAnswerForm *self);
void eup_answer_form_take_back_cb (GtkWidget *button, EupAnswerForm *self);
void eup_answer_form_reason_changed_cb (GtkEditable *editable, EupAnswerForm *self);
void eup_answer_form_written_cb (GtkWidget *words, EupAnswerForm *self);
void eup_answer_form_translation_changed_cb (GtkEditable *editable, EupAnswerForm *self);
void eup_answer_form_source_changed_cb (GtkEditable *editable, EupAnswerForm *self);

G_END_DECLS
