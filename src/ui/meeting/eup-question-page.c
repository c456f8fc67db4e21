/* One question: its words, the lanes of the voices that it asks, and where they differ once shown. */

#include "ui/meeting/eup-question-page.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-difference.h"
#include "ui/meeting/eup-lane.h"
#include "ui/meeting/eup-prompts.h"
#include "ui/meeting/eup-shared-state.h"
#include "ui/meeting/eup-weight-row.h"
#include "ui/meeting/eup-wordings.h"

struct _EupQuestionPage
{
  AdwBin parent_instance;

  EupCase *kase;
  const EupQuestion *question;
  int turn;
  int shown_lane; /* where there is room for one */
  gboolean compact;
  gboolean one_lane;
  gboolean tiny;
  gboolean few_names;
  EupLane *lane[EUP_N_VOICES];
  GtkWidget *lane_button[EUP_N_VOICES];
  GtkWidget *lane_label[EUP_N_VOICES]; /* in them */
  GtkWidget *spacer;

  GtkLabel *topic;
  GtkLabel *place;
  GtkWidget *time_box;
  GtkLabel *time;
  GtkMenuButton *explain;
  GtkWidget *explain_label;
  GtkLabel *why;
  GtkLabel *example;
  GtkLabel *question_label;
  GtkLabel *resident_wording;
  GtkBox *lane_switch;
  GtkGrid *lanes;
  GtkWidget *differences;
  GtkLabel *differences_label;
  GtkListBox *weights;
  GtkWidget *wordings_box;
  GtkBox *wordings;
  GtkWidget *prompts_box;
  GtkBox *prompts;
};

enum
{
  WANTS_WORD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupQuestionPage, eup_question_page, ADW_TYPE_BIN)

/* The resident's lane is the widest. What the meeting writes together stands below, in full width. */
static const int lane_spans[EUP_N_VOICES] = { 4, 3, 3, 3 };

static char *
say (EupQuestionPage *self, const EupText *text)
{
  return eup_rules_say (text, eup_ui_language (), eup_case_get_assessment (self->kase),
                        eup_case_get_model (self->kase));
}

static void
say_on (EupQuestionPage *self, GtkLabel *label, const EupText *text)
{
  g_autofree char *words = say (self, text);

  gtk_label_set_label (label, words);
}

/* Counts what this case asks, which an answer may change. */
static void
update_place (EupQuestionPage *self)
{
  EupModel *model = eup_case_get_model (self->kase);
  const EupStage *stage = eup_method_get_stages (model->method)->pdata[self->question->stage];
  g_autofree char *stage_title = say (self, stage->title);
  guint n_open;
  guint at = eup_rules_place_in_stage (eup_case_get_assessment (self->kase), model, self->question, &n_open);
  /* Translators: "Question 16 · 2 of 6 in Values" */
  g_autofree char *place = g_strdup_printf (_ ("Question %1$d · %2$d of %3$d in %4$s"),
                                            self->question->number, (int) at, (int) n_open, stage_title);

  gtk_label_set_label (self->place, place);
}

static void
update_words (EupQuestionPage *self)
{
  g_autofree char *to_resident = say (self, self->question->resident);
  g_autofree char *wording =
      g_strdup_printf (_ ("To %1$s: %2$s"), eup_case_get_assessment (self->kase)->card->alias, to_resident);

  say_on (self, self->topic, self->question->title);
  say_on (self, self->question_label, self->question->question);
  say_on (self, self->why, self->question->why);
  say_on (self, self->example, self->question->example);
  gtk_label_set_label (self->resident_wording, wording);
  gtk_widget_set_visible (self->wordings_box, eup_wordings_fill (self->wordings, self->kase, self->question));
  /* Chinese has no slanted letters. */
  if (g_str_equal (eup_ui_language (), "zh"))
    gtk_widget_add_css_class (GTK_WIDGET (self->resident_wording), "upright");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->resident_wording), "upright");
}

/* A lane that is alone has the whole width where there is something to stand beside the words: what is
 * filled in. The meeting's own always has it. */
static gboolean
is_wide (const EupQuestion *question, EupVoice voice)
{
  gboolean fills = voice == EUP_VOICE_FACILITATOR;

  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (i != voice && eup_question_page_has_lane (question, (EupVoice) i))
      return FALSE;
  for (guint i = 0; i < question->fields->len; i++)
    fills = fills || (((EupQuestionField *) question->fields->pdata[i])->voices & (1u << voice)) != 0;
  return fills;
}

static void
place_lanes (EupQuestionPage *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->lanes));
  gboolean joint = self->question->kind != EUP_QUESTION_STATEMENT && !self->one_lane;
  int column = 0, n = 0;
  gboolean wide = FALSE, spaced;

  for (guint i = 0; i < EUP_N_VOICES; i++)
    {
      gboolean asked = eup_question_page_has_lane (self->question, (EupVoice) i);
      gboolean visible = asked && (!self->one_lane || self->shown_lane == (int) i);
      GtkLayoutChild *child = gtk_layout_manager_get_layout_child (layout, GTK_WIDGET (self->lane[i]));

      gtk_widget_set_visible (GTK_WIDGET (self->lane[i]), visible);
      gtk_widget_set_visible (self->lane_button[i], asked);
      gtk_widget_set_visible (self->lane_label[i], !self->few_names || self->shown_lane == (int) i);
      n += visible ? 1 : 0;
      if (joint && i == EUP_VOICE_FACILITATOR)
        {
          g_object_set (child, "row", 1, "column", 0, "column-span", column, NULL);
          gtk_widget_set_vexpand (GTK_WIDGET (self->lane[i]), FALSE);
          continue;
        }
      g_object_set (child, "row", 0, "column", visible ? column : 0, "column-span",
                    visible ? lane_spans[i] : 1, NULL);
      if (visible)
        column += lane_spans[i];
      if (self->shown_lane == (int) i)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->lane_button[i]), TRUE);
    }
  for (guint i = 0; i < EUP_N_VOICES; i++)
    {
      gboolean alone =
          eup_question_page_has_lane (self->question, (EupVoice) i) && is_wide (self->question, (EupVoice) i);

      eup_lane_set_wide (self->lane[i], alone && !self->one_lane);
      wide = wide || alone;
    }
  /* Else a lane alone keeps the width that it has among others: lines stay short enough to read. */
  spaced = n == 1 && !self->one_lane && !wide;
  gtk_widget_set_visible (self->spacer, spaced);
  /* A grid makes columns for what is not seen too, and the lane would ask for their width as well. */
  g_object_set (gtk_layout_manager_get_layout_child (layout, self->spacer), "column", spaced ? column : 0,
                "column-span", spaced ? 3 : 1, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->lane_switch), self->one_lane && !wide);
}

static void
update_differences (EupQuestionPage *self)
{
  g_autofree char *words = NULL;

  if (eup_rules_is_revealed (eup_case_get_assessment (self->kase), self->question))
    words = eup_difference_say (self->kase, self->question, eup_ui_language ());
  gtk_widget_set_visible (self->differences, words != NULL);
  if (words != NULL)
    gtk_label_set_label (self->differences_label, words);
}

/* What the meeting weighs together comes when the answers are side by side, and goes with them. */
static void
update_weight (EupQuestionPage *self)
{
  gboolean weighs =
      self->question->weigh && eup_rules_is_revealed (eup_case_get_assessment (self->kase), self->question);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->weights, 0);

  if (row != NULL && g_strcmp0 (eup_weight_row_get_question (EUP_WEIGHT_ROW (row)), self->question->id) != 0)
    {
      gtk_list_box_remove (self->weights, GTK_WIDGET (row));
      row = NULL;
    }
  if (weighs && row == NULL)
    gtk_list_box_append (self->weights, eup_weight_row_new (self->kase, self->question));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->weights)), weighs);
}

static void
update_prompts (EupQuestionPage *self)
{
  g_autoptr (GPtrArray) prompts = eup_rules_prompts (eup_case_get_assessment (self->kase),
                                                     eup_case_get_model (self->kase), self->question);

  eup_prompts_fill (self->prompts, prompts, self->kase);
  gtk_widget_set_visible (self->prompts_box, prompts->len > 0);
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupQuestionPage *self)
{
  if (self->question == NULL)
    return;
  if (kind == EUP_PART_CARD || kind == EUP_PART_PERSON)
    update_words (self);
  if (kind == EUP_PART_CARD)
    update_prompts (self);
  update_place (self);
  update_differences (self);
  update_weight (self);
}

static void
wants_word_cb (EupLane *lane, EupQuestionPage *self)
{
  g_signal_emit (self, signals[WANTS_WORD], 0, (int) eup_lane_get_voice (lane));
}

static void
lane_toggled_cb (GtkToggleButton *button, EupQuestionPage *self)
{
  int voice = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "voice"));

  if (!gtk_toggle_button_get_active (button) || voice == self->shown_lane)
    return;
  self->shown_lane = voice;
  place_lanes (self);
  g_signal_emit (self, signals[WANTS_WORD], 0, voice);
}

static GtkWidget *
new_lane_button (EupQuestionPage *self, EupVoice voice)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (eup_voice_get_title (voice));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (eup_voice_get_icon (voice)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, eup_voice_get_title (voice));
  gtk_widget_set_hexpand (button, TRUE);
  self->lane_label[voice] = label;
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eup_voice_get_title (voice), -1);
  eup_voice_mark (button, voice);
  g_object_set_data (G_OBJECT (button), "voice", GINT_TO_POINTER ((int) voice));
  if (voice > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->lane_button[0]));
  g_signal_connect (button, "toggled", G_CALLBACK (lane_toggled_cb), self);
  return button;
}

static void
eup_question_page_dispose (GObject *object)
{
  EupQuestionPage *self = EUP_QUESTION_PAGE (object);

  if (self->kase != NULL)
    g_signal_handlers_disconnect_by_data (self->kase, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_QUESTION_PAGE);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_question_page_parent_class)->dispose (object);
}

static void
eup_question_page_class_init (EupQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_question_page_dispose;
  signals[WANTS_WORD] = g_signal_new ("wants-word", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, topic);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, place);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, time_box);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, time);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, explain);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, explain_label);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, why);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, example);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, resident_wording);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, lane_switch);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, lanes);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, differences);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, differences_label);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, weights);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, wordings_box);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, wordings);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, prompts_box);
  gtk_widget_class_bind_template_child (widget_class, EupQuestionPage, prompts);
}

static void
eup_question_page_init (EupQuestionPage *self)
{
  self->turn = EUP_NO_VOICE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_question_page_set_case:
 *
 * Called once, before anything is shown.
 */
void
eup_question_page_set_case (EupQuestionPage *self, EupCase *kase)
{
  self->kase = g_object_ref (kase);
  for (guint i = 0; i < EUP_N_VOICES; i++)
    {
      self->lane[i] = EUP_LANE (eup_lane_new (kase, (EupVoice) i));
      gtk_grid_attach (self->lanes, GTK_WIDGET (self->lane[i]), (int) i, 0, 1, 1);
      g_signal_connect (self->lane[i], "wants-word", G_CALLBACK (wants_word_cb), self);
      self->lane_button[i] = new_lane_button (self, (EupVoice) i);
      gtk_box_append (self->lane_switch, self->lane_button[i]);
    }
  self->spacer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_grid_attach (self->lanes, self->spacer, 0, 0, 1, 1);
  g_signal_connect (kase, "changed", G_CALLBACK (changed_cb), self);
}

/**
 * eup_question_page_show:
 * @question: the question
 * @turn: the voice that has the word, or %EUP_NO_VOICE
 */
void
eup_question_page_show (EupQuestionPage *self, const EupQuestion *question, int turn)
{
  gboolean new_question = question != self->question;

  self->question = question;
  self->turn = turn;
  if (turn != EUP_NO_VOICE)
    self->shown_lane = turn;
  for (guint i = 0; new_question && !eup_question_page_has_lane (question, (EupVoice) self->shown_lane) &&
                    i < EUP_N_VOICES;
       i++)
    self->shown_lane = (int) i;
  if (new_question)
    update_words (self);
  update_place (self);
  place_lanes (self);
  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (eup_question_page_has_lane (question, (EupVoice) i))
      eup_lane_show (self->lane[i], question, turn == (int) i);
  if (new_question)
    update_prompts (self);
  update_differences (self);
  update_weight (self);
}

/**
 * eup_question_page_focus_lane:
 *
 * Returns: whether the question has that lane and focus is in it now
 */
gboolean
eup_question_page_focus_lane (EupQuestionPage *self, EupVoice voice)
{
  if (self->question == NULL || !eup_question_page_has_lane (self->question, voice))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->lane[voice]));
}

/**
 * eup_question_page_get_lane:
 *
 * Returns: (transfer none): the lane of @voice, shown or not
 */
GtkWidget *
eup_question_page_get_lane (EupQuestionPage *self, EupVoice voice)
{
  return GTK_WIDGET (self->lane[voice]);
}

/**
 * eup_question_page_take_over:
 * @old: a page that shows the same question
 *
 * Shows the same people's answers as @old, and the same lane where there is room for one.
 */
void
eup_question_page_take_over (EupQuestionPage *self, EupQuestionPage *old)
{
  if (self->question == NULL || self->question != old->question)
    return;
  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (eup_question_page_has_lane (self->question, (EupVoice) i) &&
        eup_lane_get_person (old->lane[i]) != NULL)
      eup_lane_show_person (self->lane[i], eup_lane_get_person (old->lane[i]));
  self->shown_lane = old->shown_lane;
  eup_question_page_set_narrow (self, old->compact, old->one_lane, old->tiny);
  eup_question_page_set_few_names (self, old->few_names);
}

void
eup_question_page_explain (EupQuestionPage *self)
{
  gtk_menu_button_popup (self->explain);
}

/**
 * eup_question_page_set_narrow:
 * @compact: whether the window has the size of a laptop: smaller type, the clock above the question
 * @one_lane: whether there is room for one lane only
 * @tiny: whether there is no room for the clock either
 */
void
eup_question_page_set_narrow (EupQuestionPage *self, gboolean compact, gboolean one_lane, gboolean tiny)
{
  self->compact = compact;
  self->one_lane = one_lane;
  self->tiny = tiny;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  gtk_widget_set_visible (self->time_box, compact && !tiny);
  gtk_widget_set_visible (GTK_WIDGET (self->resident_wording), !compact);
  gtk_widget_set_visible (self->explain_label, !one_lane);
  if (self->question != NULL)
    place_lanes (self);
}

/**
 * eup_question_page_set_few_names:
 * @few_names: whether there is room for the name of the lane that is seen alone
 */
void
eup_question_page_set_few_names (EupQuestionPage *self, gboolean few_names)
{
  self->few_names = few_names;
  gtk_box_set_homogeneous (self->lane_switch, !few_names);
  if (self->question != NULL)
    place_lanes (self);
}

/**
 * eup_question_page_set_time:
 * @time: "6 of 15 min"
 */
void
eup_question_page_set_time (EupQuestionPage *self, const char *time)
{
  gtk_label_set_label (self->time, time);
}

/**
 * eup_question_page_has_lane:
 *
 * Returns: whether @voice has a lane at @question: it is asked, or it is where the meeting writes
 *   the purpose or the alternatives
 */
gboolean
eup_question_page_has_lane (const EupQuestion *question, EupVoice voice)
{
  return eup_question_asks (question, voice) ||
         (voice == EUP_VOICE_FACILITATOR && question->kind != EUP_QUESTION_STATEMENT);
}
