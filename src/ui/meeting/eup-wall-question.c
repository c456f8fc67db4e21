/* The question on the wall: what is asked and of whom, then what was answered. The words of an answer
 * are read only when its question is revealed. */

#include "ui/meeting/eup-wall-question.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-difference.h"
#include "ui/meeting/eup-question-page.h"
#include "ui/meeting/eup-wall-desk.h"
#include "ui/meeting/eup-wall-lane.h"
#include "ui/meeting/eup-wall-words.h"

struct _EupWallQuestion
{
  GtkBox parent_instance;

  EupCase *kase;
  EupSharedState *state;

  GtkLabel *stage;
  GtkLabel *stage_below;
  GtkLabel *count;
  GtkLabel *count_below;
  GtkBox *dots;
  guint dot, n_dots;
  GtkLabel *topic;
  GtkLabel *question_label;
  GtkLabel *second_label;
  GtkGrid *lanes;
  GtkWidget *lane[EUP_N_VOICES]; /* (nullable) */
  char *shown[EUP_N_VOICES];     /* what each lane was made of */
  GtkWidget *differences;
  GtkLabel *differ_title;
  GtkLabel *differ_words;
  GtkLabel *differ_note;
};

G_DEFINE_FINAL_TYPE (EupWallQuestion, eup_wall_question, GTK_TYPE_BOX)

static const int lane_spans[EUP_N_VOICES] = { 4, 3, 3, 3 };
#define DESK_SPAN 8
#define BESIDE_DESK_SPAN 2

static char *
say (EupWallQuestion *self, const EupText *text, const char *language)
{
  return eup_rules_say (text, language, eup_case_get_assessment (self->kase),
                        eup_case_get_model (self->kase));
}

static void
update_dots (EupWallQuestion *self, guint place, guint n)
{
  GtkWidget *child;

  if (place == self->dot && n == self->n_dots)
    return;
  self->dot = place;
  self->n_dots = n;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->dots))) != NULL)
    gtk_box_remove (self->dots, child);
  for (guint i = 1; i <= n; i++)
    {
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "wall-dot");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      if (i == place)
        gtk_widget_add_css_class (dot, "now");
      else if (i < place)
        gtk_widget_add_css_class (dot, "past");
      gtk_box_append (self->dots, dot);
    }
}

/* Where the meeting is, in one language. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
say_place (GtkLabel *stage_label,
           GtkLabel *count_label,
           const EupStage *stage,
           guint at,
           guint n,
           const char *language)
{
  g_autofree char *place = g_strdup_printf (eup_wall_word (EUP_WALL_STAGE, language), stage->number,
                                            eup_text_get (stage->title, language));
  g_autofree char *count =
      g_strdup_printf (eup_wall_word (EUP_WALL_QUESTION_OF, language), (int) at, (int) n);

  eup_wall_set_words (stage_label, place, language);
  eup_wall_set_words (count_label, count, language);
}
#pragma GCC diagnostic pop

static void
update_head (EupWallQuestion *self, const EupQuestion *question)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const char *language = eup_rules_wall_language (assessment);
  const char *second = eup_rules_wall_second_language (assessment);
  EupModel *model = eup_case_get_model (self->kase);
  const EupStage *stage = eup_method_get_stages (model->method)->pdata[question->stage];
  guint n_open;
  guint at = eup_rules_place_in_stage (assessment, model, question, &n_open);

  say_place (self->stage, self->count, stage, at, n_open, language);
  if (second != NULL)
    say_place (self->stage_below, self->count_below, stage, at, n_open, second);
  else
    gtk_label_set_label (self->stage_below, "");
  eup_wall_set_pair (self->topic, eup_text_get (question->title, language), language,
                     second ? eup_text_get (question->title, second) : NULL, second);
  update_dots (self, at, n_open);
}

static void
update_question (EupWallQuestion *self, const EupQuestion *question, gboolean revealed)
{
  const char *language = eup_rules_wall_language (eup_case_get_assessment (self->kase));
  const char *second = eup_rules_wall_second_language (eup_case_get_assessment (self->kase));
  g_autofree char *words = say (self, revealed ? question->question : question->resident, language);

  eup_wall_set_words (self->question_label, words, language);
  gtk_widget_set_visible (GTK_WIDGET (self->second_label), second != NULL);
  if (second != NULL)
    {
      g_autofree char *other = say (self, revealed ? question->question : question->resident, second);

      eup_wall_set_words (self->second_label, other, second);
    }
}

/* Which lane is open: on one screen only the one that has the word. */
static int
open_lane (EupWallQuestion *self, const EupQuestion *question, gboolean revealed)
{
  int turn = eup_shared_state_get_turn (self->state);

  if (revealed || turn == EUP_NO_VOICE || !eup_shared_state_get_one_screen (self->state) ||
      !eup_question_page_has_lane (question, (EupVoice) turn) ||
      !eup_wall_desk_is_needed (self->kase, question, (EupVoice) turn))
    return EUP_NO_VOICE;
  return turn;
}

/* On one screen a lane is pressed to give it the word. */
static GtkWidget *
make_pressable (GtkWidget *lane, EupVoice voice)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: %s is a voice, such as “Relatives” */
  g_autofree char *name = g_strdup_printf (_ ("Give the word: %s"), eup_voice_get_title (voice));

  gtk_button_set_child (GTK_BUTTON (button), lane);
  gtk_widget_add_css_class (button, "wall-lane-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) voice + 1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "meeting.lane");
  return button;
}

/* All that a lane is made of, but for what was said once it is shown: the case tells when that changes.
 * (transfer full) (nullable): %NULL where the voice has no lane */
static char *
describe_lane (
    EupWallQuestion *self, const EupQuestion *question, EupVoice voice, gboolean revealed, int open)
{
  gboolean has_word = eup_shared_state_get_turn (self->state) == (int) voice;
  g_autofree char *state = NULL;

  if (!eup_question_page_has_lane (question, voice))
    return NULL;
  if (open == (int) voice)
    return g_strdup_printf ("open %p", (gconstpointer) question);
  if (revealed)
    return eup_wall_lane_describe_revealed (self->kase, question, voice);
  state = eup_wall_lane_describe (self->kase, question, voice, has_word);
  return g_strdup_printf ("%d %s", eup_shared_state_get_one_screen (self->state), state);
}

static GtkWidget *
new_lane (EupWallQuestion *self, const EupQuestion *question, EupVoice voice, gboolean revealed, int open)
{
  gboolean has_word = eup_shared_state_get_turn (self->state) == (int) voice;
  GtkWidget *lane;

  if (open == (int) voice)
    return eup_wall_desk_new (self->kase, question, voice);
  if (revealed)
    return eup_wall_lane_new_revealed (self->kase, question, voice);
  lane = eup_wall_lane_new (self->kase, question, voice, has_word);
  return eup_shared_state_get_one_screen (self->state) ? make_pressable (lane, voice) : lane;
}

/* Only a lane that shows something else now is made anew: the others need not be measured again, and in the
 * open one somebody may be typing. Returns whether it was. */
static gboolean
update_lane (EupWallQuestion *self, const EupQuestion *question, EupVoice voice, gboolean revealed, int open)
{
  g_autofree char *shown = describe_lane (self, question, voice, revealed, open);
  GtkWidget *before = NULL;

  if (!g_set_str (&self->shown[voice], shown) && (shown != NULL || self->lane[voice] == NULL))
    return FALSE;
  if (self->lane[voice] != NULL)
    gtk_grid_remove (self->lanes, self->lane[voice]);
  self->lane[voice] = shown != NULL ? new_lane (self, question, voice, revealed, open) : NULL;
  if (self->lane[voice] == NULL)
    return TRUE;
  gtk_widget_set_hexpand (self->lane[voice], TRUE);
  gtk_grid_attach (self->lanes, self->lane[voice], 0, 0, 1, 1);
  for (guint i = 0; i < (guint) voice; i++)
    before = self->lane[i] != NULL ? self->lane[i] : before;
  gtk_widget_insert_after (self->lane[voice], GTK_WIDGET (self->lanes), before); /* the order of reading */
  return TRUE;
}

/* Letters begin large again; they shrink when they are too many (eup-wall-lane.c). */
static void
begin_large (EupWallQuestion *self)
{
  static const char *const steps[] = { "much", "more", "most" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), steps[i]);
}

static void
update_lanes (EupWallQuestion *self, const EupQuestion *question, gboolean revealed)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->lanes));
  int open = open_lane (self, question, revealed);
  gboolean changed = FALSE;
  int column = 0;

  if (open != EUP_NO_VOICE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "writing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "writing");
  for (guint i = 0; i < EUP_N_VOICES; i++)
    {
      int span = open == (int) i ? DESK_SPAN : open != EUP_NO_VOICE ? BESIDE_DESK_SPAN : lane_spans[i];

      changed = update_lane (self, question, (EupVoice) i, revealed, open) || changed;
      if (self->lane[i] == NULL)
        continue;
      g_object_set (gtk_layout_manager_get_layout_child (layout, self->lane[i]), "column", column,
                    "column-span", span, NULL);
      column += span;
    }
  if (changed)
    begin_large (self);
}

static void
update_differences (EupWallQuestion *self, const EupQuestion *question, gboolean revealed)
{
  const char *language = eup_rules_wall_language (eup_case_get_assessment (self->kase));
  g_autofree char *words = revealed ? eup_difference_say (self->kase, question, language) : NULL;

  gtk_widget_set_visible (self->differences, words != NULL);
  eup_wall_set_words (self->differ_title, words ? eup_wall_word (EUP_WALL_DIFFER, language) : "", language);
  eup_wall_set_words (self->differ_words, words ? words : "", language);
  eup_wall_set_words (self->differ_note, words ? eup_wall_word (EUP_WALL_ALL_TRUE, language) : "", language);
}

static void
update (EupWallQuestion *self)
{
  const EupQuestion *question = eup_shared_state_get_question (self->state);
  gboolean revealed;

  if (question == NULL)
    return;
  revealed = eup_rules_is_revealed (eup_case_get_assessment (self->kase), question);
  if (revealed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "revealed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "revealed");
  update_head (self, question);
  update_question (self, question, revealed);
  update_lanes (self, question, revealed);
  update_differences (self, question, revealed);
}

/* What was said is shown anew where it changed: of one statement in its lane alone. */
static void
forget_shown (EupWallQuestion *self, EupPartKind kind, const char *id)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupStatement *statement =
      kind == EUP_PART_STATEMENT ? eup_assessment_find (assessment, kind, id) : NULL;
  const EupPerson *person = statement ? eup_assessment_find_person (assessment, statement->person) : NULL;
  const EupQuestion *question = eup_shared_state_get_question (self->state);

  if (question == NULL || (statement != NULL && g_strcmp0 (statement->question, question->id) != 0))
    return;
  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (self->shown[i] != NULL && eup_wall_lane_is_revealed (self->shown[i]) &&
        (person == NULL || eup_person_voice (person) == (EupVoice) i))
      g_clear_pointer (&self->shown[i], g_free);
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupWallQuestion *self)
{
  if (kind == EUP_PART_STAGE_TIME)
    return;
  forget_shown (self, kind, id);
  update (self);
}

static gboolean
eup_wall_question_grab_focus (GtkWidget *widget)
{
  EupWallQuestion *self = EUP_WALL_QUESTION (widget);

  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (self->lane[i] != NULL && EUP_IS_WALL_DESK (self->lane[i]))
      return gtk_widget_grab_focus (self->lane[i]);
  return FALSE;
}

static void
eup_wall_question_dispose (GObject *object)
{
  EupWallQuestion *self = EUP_WALL_QUESTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_WALL_QUESTION);
  for (guint i = 0; i < EUP_N_VOICES; i++)
    g_clear_pointer (&self->shown[i], g_free);
  g_clear_object (&self->kase);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (eup_wall_question_parent_class)->dispose (object);
}

static void
eup_wall_question_class_init (EupWallQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_wall_question_dispose;
  widget_class->grab_focus = eup_wall_question_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-wall-question.ui");
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, stage);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, stage_below);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, count);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, count_below);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, dots);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, topic);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, question_label);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, second_label);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, lanes);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, differences);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, differ_title);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, differ_words);
  gtk_widget_class_bind_template_child (widget_class, EupWallQuestion, differ_note);
}

static void
eup_wall_question_init (EupWallQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_wall_question_new:
 *
 * Returns: (transfer floating): the question that @state names, as the case has it now and later
 */
GtkWidget *
eup_wall_question_new (EupCase *kase, EupSharedState *state)
{
  EupWallQuestion *self = g_object_new (EUP_TYPE_WALL_QUESTION, NULL);

  self->kase = g_object_ref (kase);
  self->state = g_object_ref (state);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
