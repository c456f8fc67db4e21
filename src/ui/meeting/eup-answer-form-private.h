#pragma once

#include <adwaita.h>
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-when-popover.h"
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
  gboolean changing; /* the person puts in other words what stands in their name */
  GSimpleActionGroup *actions;
  EupModel *menus_of; /* what the menus were made for; only compared */

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
  GtkMenuButton *when;
  GtkLabel *when_label;
  EupWhenPopover *when_popover;
  GtkMenuButton *speech;
  GtkLabel *speech_label;
  GtkWidget *order;
  GtkLabel *order_label;
  GtkMenuButton *confirmed;
  GtkImage *confirmed_icon;
  GtkLabel *confirmed_label;
  GtkBox *sources;
  GtkEntry *source;
  GtkMenuButton *source_pick;
  GtkLabel *source_hint;
  GtkBox *confirm;
  GtkLabel *confirm_label;
  GtkWidget *confirm_answers;
  GtkWidget *confirm_done;
  GtkEntry *objection;
};

const EupPerson *eup_answer_form_get_person (EupAnswerForm *self);
void eup_answer_form_set_entry (GtkEntry *entry, const char *text);

/* eup-answer-form-menus.c */
void eup_answer_form_fill_menus (EupAnswerForm *self);
char *eup_answer_form_short_date (const char *iso);

/* eup-answer-form-origin.c: how the words came here, in which language they are */
void eup_answer_form_refresh_origin (EupAnswerForm *self, const EupStatement *statement);
void eup_answer_form_refresh_translation (EupAnswerForm *self, const EupStatement *statement);
const char *eup_answer_form_translation_target (EupAnswerForm *self, const EupStatement *statement);
void eup_answer_form_source_changed_cb (GtkEditable *editable, EupAnswerForm *self);
void eup_answer_form_translator_changed_cb (GtkEditable *editable, EupAnswerForm *self);
void eup_answer_form_when_picked_cb (GtkWidget *popover, const char *date, EupAnswerForm *self);
void eup_answer_form_add_origin_actions (EupAnswerForm *self);

/* eup-answer-form-confirm.c: what the person says of it when they hear it again */
void eup_answer_form_refresh_confirmation (EupAnswerForm *self, const EupStatement *statement);
void eup_answer_form_finish_change (EupAnswerForm *self);
void eup_answer_form_done_cb (GtkWidget *button, EupAnswerForm *self);
void eup_answer_form_objection_changed_cb (GtkEditable *editable, EupAnswerForm *self);
void eup_answer_form_add_confirm_actions (EupAnswerForm *self);

/* eup-answer-form-edit.c: from the widgets to the case */
void eup_answer_form_install_actions (EupAnswerForm *self);
void eup_answer_form_update_actions (EupAnswerForm *self, const EupStatement *statement);
void eup_answer_form_chosen_cb (GtkWidget *choice, const char *option, EupAnswerForm *self);
void eup_answer_form_ticked_cb (GtkCheckButton *button, EupAnswerForm *self);
void eup_answer_form_filled_cb (GtkWidget *input, const char *value, EupAnswerForm *self);
void eup_answer_form_take_back_cb (GtkWidget *button, EupAnswerForm *self);
void eup_answer_form_reason_changed_cb (GtkEditable *editable, EupAnswerForm *self);
void eup_answer_form_written_cb (GtkWidget *words, EupAnswerForm *self);
void eup_answer_form_counted_cb (GtkWidget *counts, const char *option, guint count, EupAnswerForm *self);
EupStatement *eup_answer_form_begin (EupAnswerForm *self);
void eup_answer_form_end (EupAnswerForm *self, EupStatement *statement);

G_END_DECLS
