/* The weight of one question. Nothing is chosen until the meeting chooses, and it can be taken back:
 * then the case has no weight for the question at all. Before the answers are shown the row waits. */

#include "ui/meeting/eup-weight-row.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-scale-choice.h"
#include "ui/meeting/eup-words.h"

struct _EupWeightRow
{
  AdwPreferencesRow parent_instance;

  EupCase *kase;
  char *question; /* its id: the method may be taken over meanwhile */
  gboolean filling;
  GtkLabel *waiting;
  GtkWidget *inputs;
  EupScaleChoice *choice;
  GtkWidget *reason_box;
  EupWords *reason;
  GtkWidget *safeguard_box;
  GtkLabel *safeguard_missing;
  EupWords *safeguard;
  GtkWidget *take_back;
};

G_DEFINE_FINAL_TYPE (EupWeightRow, eup_weight_row, ADW_TYPE_PREFERENCES_ROW)

static const EupScale *
scale_of (EupWeightRow *self)
{
  return eup_method_get_weight_scale (eup_case_get_model (self->kase)->method);
}

static EupWeight *
edit (EupWeightRow *self)
{
  return eup_case_edit (self->kase, EUP_PART_WEIGHT, self->question);
}

static void
chosen_cb (EupWeightRow *self, const char *option)
{
  EupWeight *weight;

  if (self->filling)
    return;
  weight = edit (self);
  g_set_str (&weight->weight, option);
  eup_case_put (self->kase, EUP_PART_WEIGHT, weight);
}

/* Without an option there is nothing to give a reason for: the fields are not seen then. */
static void
written_cb (EupWeightRow *self, EupWords *words)
{
  EupWeight *weight;
  char **text;

  if (self->filling)
    return;
  weight = edit (self);
  text = words == self->safeguard ? &weight->safeguard : &weight->reason;
  g_free (*text);
  *text = eup_words_get_text (words);
  eup_case_put (self->kase, EUP_PART_WEIGHT, weight);
}

static void
take_back_cb (EupWeightRow *self)
{
  eup_case_remove (self->kase, EUP_PART_WEIGHT, self->question);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
refresh (EupWeightRow *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupQuestion *question =
      eup_method_find_question (eup_case_get_model (self->kase)->method, self->question);
  const EupWeight *weight = eup_assessment_find (assessment, EUP_PART_WEIGHT, self->question);
  const EupOption *option = weight ? eup_scale_find_option (scale_of (self), weight->weight) : NULL;
  gboolean revealed = question != NULL && eup_rules_is_revealed (assessment, question);
  gboolean guarded = option != NULL && option->needs_safeguard;

  self->filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->waiting), !revealed);
  gtk_widget_set_visible (self->inputs, revealed);
  eup_scale_choice_set_chosen (self->choice, option ? option->id : NULL);
  eup_words_set_text (self->reason, weight ? weight->reason : NULL);
  eup_words_set_text (self->safeguard, weight ? weight->safeguard : NULL);
  gtk_widget_set_visible (self->reason_box, weight != NULL);
  gtk_widget_set_visible (self->safeguard_box, guarded || (weight != NULL && !is_empty (weight->safeguard)));
  gtk_widget_set_visible (GTK_WIDGET (self->safeguard_missing), guarded && is_empty (weight->safeguard));
  gtk_widget_set_visible (self->take_back, weight != NULL);
  gtk_widget_set_sensitive (self->inputs, !eup_case_is_sealed (self->kase));
  self->filling = FALSE;
}

static GtkWidget *
append_label (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
append_words (EupWeightRow *self, const char *title, const char *placeholder, EupWords **words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  append_label (box, title, "field-title");
  *words = EUP_WORDS (eup_words_new ());
  gtk_widget_add_css_class (GTK_WIDGET (*words), "small-words");
  gtk_widget_set_size_request (GTK_WIDGET (*words), -1, 64);
  eup_words_set_label (*words, title);
  eup_words_set_placeholder (*words, placeholder);
  g_signal_connect_swapped (*words, "written", G_CALLBACK (written_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*words));
  gtk_box_append (GTK_BOX (self->inputs), box);
  return box;
}

static void
build_inputs (EupWeightRow *self, const char *title)
{
  const EupScale *scale = scale_of (self);
  g_autofree char *heading = g_strdup_printf (C_ ("question and scale", "%1$s: %2$s"), title,
                                              scale ? eup_text_get (scale->title, eup_ui_language ()) : "");

  self->choice = EUP_SCALE_CHOICE (eup_scale_choice_new (scale, eup_ui_language (), heading, FALSE));
  g_signal_connect_swapped (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self->inputs), GTK_WIDGET (self->choice));
  self->reason_box =
      append_words (self, _ ("Why it weighs so"), _ ("In one or two sentences"), &self->reason);
  self->safeguard_box = append_words (self, _ ("Special protection"),
                                      _ ("What protects the person, and who sees to it"), &self->safeguard);
  self->safeguard_missing = GTK_LABEL (
      append_label (self->safeguard_box, _ ("This choice needs a protection to be written down."), "small"));
  self->take_back = gtk_button_new_with_label (_ ("Take Back"));
  gtk_widget_add_css_class (self->take_back, "flat");
  gtk_widget_set_halign (self->take_back, GTK_ALIGN_START);
  g_signal_connect_swapped (self->take_back, "clicked", G_CALLBACK (take_back_cb), self);
  gtk_box_append (GTK_BOX (self->inputs), self->take_back);
}

static void
build (EupWeightRow *self, const EupQuestion *question)
{
  const EupScale *scale = scale_of (self);
  const char *title = eup_text_get (question->title, eup_ui_language ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "weight");
  append_label (box, title, "heading");
  append_label (box, scale ? eup_text_get (scale->title, eup_ui_language ()) : "", "dimmed");
  self->waiting = GTK_LABEL (append_label (box, _ ("First show the answers to this question."), "dimmed"));
  self->inputs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (box), self->inputs);
  build_inputs (self, title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
eup_weight_row_dispose (GObject *object)
{
  EupWeightRow *self = EUP_WEIGHT_ROW (object);

  self->filling = TRUE;
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_weight_row_parent_class)->dispose (object);
}

static void
eup_weight_row_finalize (GObject *object)
{
  g_free (EUP_WEIGHT_ROW (object)->question);
  G_OBJECT_CLASS (eup_weight_row_parent_class)->finalize (object);
}

static void
eup_weight_row_class_init (EupWeightRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_weight_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_weight_row_finalize;
}

static void
eup_weight_row_init (EupWeightRow *self)
{
}

/**
 * eup_weight_row_new:
 * @kase: (transfer none): the case
 * @question: one that the meeting weighs
 *
 * Returns: (transfer floating): the row; it follows the case
 */
GtkWidget *
eup_weight_row_new (EupCase *kase, const EupQuestion *question)
{
  EupWeightRow *self = g_object_new (EUP_TYPE_WEIGHT_ROW, NULL);

  self->kase = g_object_ref (kase);
  self->question = g_strdup (question->id);
  build (self, question);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
  return GTK_WIDGET (self);
}

const char *
eup_weight_row_get_question (EupWeightRow *self)
{
  return self->question;
}
