/* One voice's place in the meeting. What it shows follows from the case, the question and whether
 * the voice has the word; it is asked to show itself anew after each change. */

#include "ui/meeting/eup-lane.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-alternatives.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-attempts.h"
#include "ui/meeting/eup-lane-heard.h"
#include "ui/meeting/eup-person-choice.h"
#include "ui/meeting/eup-purpose.h"

struct _EupLane
{
  GtkBox parent_instance;

  EupCase *kase;
  EupVoice voice;
  const EupQuestion *question;
  char *person;
  EupLaneState state;
  gboolean has_word;
  gboolean covered;

  GtkImage *disc;
  GtkLabel *title;
  GtkLabel *names;
  GtkLabel *pill;
  EupPersonChoice *people;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *forms;
  EupAnswerForm *form;
  GtkWidget *joint; /* (nullable): the purpose or the alternatives, or the log of attempts */
  GtkLabel *covered_label;
  GtkLabel *heard_label;
  GtkBox *heard;
};

enum
{
  WANTS_WORD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupLane, eup_lane, GTK_TYPE_BOX)

static const EupAssessment *
assessment_of (EupLane *self)
{
  return eup_case_get_assessment (self->kase);
}

static gboolean
is_joint (EupLane *self)
{
  return self->voice == EUP_VOICE_FACILITATOR && self->question->kind != EUP_QUESTION_STATEMENT;
}

static const EupStatement *
statement_of (EupLane *self, const EupPerson *person)
{
  const EupStatement *statement =
      eup_assessment_find_statement (assessment_of (self), self->question->id, person->id);

  return statement != NULL && !eup_statement_is_empty (statement) ? statement : NULL;
}

static gboolean
anything_said (EupLane *self, GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    if (statement_of (self, people->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Who has neither an answer nor a reason yet: asked once for all of the lane. */
static GPtrArray *
missing_people (EupLane *self)
{
  return eup_rules_missing_people (assessment_of (self), eup_case_get_model (self->kase), self->question);
}

/* Whether the person has an answer, or a reason why there is none. */
static gboolean
is_done (EupLane *self, const EupPerson *person, GPtrArray *missing)
{
  return !g_ptr_array_find (missing, person, NULL) && statement_of (self, person) != NULL;
}

/* The one that is shown stays; else the first whose turn it is, or once all is shown, who answered. */
static const EupPerson *
choose_person (EupLane *self, GPtrArray *people, GPtrArray *missing, gboolean revealed)
{
  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (((EupPerson *) people->pdata[i])->id, self->person) == 0)
      return people->pdata[i];
  for (guint i = 0; i < people->len; i++)
    if (is_done (self, people->pdata[i], missing) == revealed &&
        (revealed || eup_person_takes_part (people->pdata[i])))
      return people->pdata[i];
  return people->len > 0 ? people->pdata[0] : NULL;
}

/* Once all is shown, where @person stands: (transfer full) (nullable) */
static char *
stance_of (EupLane *self, const EupPerson *person, gboolean revealed)
{
  const EupStatement *statement = revealed ? statement_of (self, person) : NULL;
  g_autofree char *words = statement
                               ? eup_rules_stance_words (statement, assessment_of (self),
                                                         eup_case_get_model (self->kase), eup_ui_language ())
                               : NULL;

  return words != NULL && *words != '\0' ? g_steal_pointer (&words) : NULL;
}

static void
update_people (EupLane *self, GPtrArray *people, GPtrArray *missing, gboolean revealed)
{
  gboolean shown = people->len > 1 && !self->covered && !is_joint (self);

  gtk_widget_set_visible (GTK_WIDGET (self->people), shown);
  if (!shown)
    return;
  eup_person_choice_show (self->people, assessment_of (self), people);
  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];
      g_autofree char *stance = stance_of (self, person, revealed);
      const EupStatement *statement = stance ? statement_of (self, person) : NULL;

      eup_person_choice_mark (self->people, person->id, is_done (self, person, missing), stance,
                              statement ? eup_side_get_icon (eup_rules_side (statement, assessment_of (self),
                                                                             eup_case_get_model (self->kase)))
                                        : NULL);
    }
  eup_person_choice_choose (self->people, self->person);
}

static void
update_cover (EupLane *self, GPtrArray *people)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *words = NULL;

  if (!self->covered)
    return;
  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];
      const EupStatement *statement = statement_of (self, person);

      if (statement == NULL)
        continue;
      g_ptr_array_add (names, eup_rules_name (assessment_of (self), person));
      g_ptr_array_add (statements, (gpointer) statement);
    }
  eup_lane_fill_heard (self->heard, names, statements);
  g_ptr_array_add (names, NULL);
  joined = eup_names_join ((const char *const *) names->pdata);
  words = g_strdup_printf (_ ("The words of %s are written down and saved. Nobody in the room sees them."),
                           joined);
  gtk_label_set_label (self->covered_label, words);
}

static void
set_state (EupLane *self, EupLaneState state)
{
  static const char *const classes[] = { "waiting", "has-word", "has-answered" };
  const char *words = state == EUP_LANE_HAS_WORD       ? _ ("Has the word")
                      : state == EUP_LANE_HAS_ANSWERED ? _ ("Has answered")
                                                       : _ ("Waiting");
  const char *title = gtk_label_get_label (self->title);
  const char *people = gtk_label_get_label (self->names);
  g_autofree char *name = NULL;

  self->state = state;
  /* One that is taken away, even to come back, has the style of all that is in the lane worked out anew. */
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i != state)
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[state]);
  gtk_label_set_label (self->pill, words);
  if (*people != '\0') /* Translators: the accessible name of a lane: voice, people, state */
    name = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), title, people, words);
  else
    name = g_strdup_printf (C_ ("who and how", "%1$s: %2$s"), title, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What stands beside the answer, or in its place: it shows the case by itself. */
static void
update_joint (EupLane *self)
{
  if (self->joint != NULL)
    gtk_box_remove (self->forms, self->joint);
  self->joint = NULL;
  if (is_joint (self))
    self->joint = self->question->kind == EUP_QUESTION_PURPOSE ? eup_purpose_new (self->kase)
                                                               : eup_alternatives_new (self->kase);
  else if (self->voice == EUP_VOICE_RESIDENT && self->question->attempts)
    self->joint = eup_attempts_new (self->kase, self->question);
  if (self->joint != NULL)
    gtk_box_append (self->forms, self->joint);
  gtk_widget_set_visible (GTK_WIDGET (self->form), !is_joint (self));
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, is_joint (self));
}

static gboolean
has_answered (EupLane *self)
{
  const EupAssessment *assessment = assessment_of (self);

  if (is_joint (self) && self->question->kind == EUP_QUESTION_ALTERNATIVES)
    return assessment->alternatives->len > 0;
  return eup_rules_has_answered (assessment, eup_case_get_model (self->kase), self->question, self->voice);
}

static void
update (EupLane *self, gboolean new_question)
{
  const EupAssessment *assessment = assessment_of (self);
  g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, self->voice);
  gboolean revealed = eup_rules_is_revealed (assessment, self->question);
  gboolean answered = has_answered (self);
  g_autoptr (GPtrArray) missing = missing_people (self);
  const EupPerson *person = choose_person (self, people, missing, revealed);
  g_autofree char *names = eup_voice_describe_people (self->voice, assessment, self->question);
  gboolean other = new_question || person == NULL || g_strcmp0 (person->id, self->person) != 0;

  g_set_str (&self->person, person ? person->id : NULL);
  self->covered =
      !revealed && !self->has_word && self->voice != EUP_VOICE_FACILITATOR && anything_said (self, people);
  gtk_label_set_label (self->names, names);
  gtk_widget_set_visible (GTK_WIDGET (self->names), *names != '\0');
  set_state (self, self->has_word && !revealed ? EUP_LANE_HAS_WORD
                   : answered                  ? EUP_LANE_HAS_ANSWERED
                                               : EUP_LANE_WAITING);
  if (new_question)
    {
      update_joint (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  if (person != NULL && other)
    eup_answer_form_show (self->form, self->kase, self->question, person);
  else if (person != NULL)
    eup_answer_form_refresh (self->form);
  /* What was said is read below where people stand: then it takes its room and the page scrolls. */
  gtk_scrolled_window_set_min_content_height (self->scroller, is_joint (self) ? 90 : revealed ? 260 : 160);
  update_people (self, people, missing, revealed);
  update_cover (self, people);
  gtk_stack_set_visible_child_name (self->stack, self->covered                        ? "covered"
                                                 : person == NULL && !is_joint (self) ? "nobody"
                                                                                      : "form");
}

/* What is said to another question does not show here; what goes may have been said to this one. */
static gboolean
concerns (EupLane *self, EupPartKind kind, const char *id)
{
  const EupStatement *statement =
      kind == EUP_PART_STATEMENT ? eup_assessment_find (assessment_of (self), kind, id) : NULL;

  return statement == NULL || g_strcmp0 (statement->question, self->question->id) == 0;
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupLane *self)
{
  if (self->question != NULL && concerns (self, kind, id))
    update (self, FALSE);
}

static void
person_chosen_cb (EupPersonChoice *choice, const char *person, EupLane *self)
{
  eup_lane_show_person (self, person);
}

static void
take_word_cb (GtkButton *button, EupLane *self)
{
  g_signal_emit (self, signals[WANTS_WORD], 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
focus_enter_cb (GtkEventControllerFocus *controller, EupLane *self)
{
  if (!self->covered)
    g_signal_emit (self, signals[WANTS_WORD], 0);
}

static gboolean
eup_lane_grab_focus (GtkWidget *widget)
{
  EupLane *self = EUP_LANE (widget);

  if (!self->covered && self->person != NULL && gtk_widget_get_visible (GTK_WIDGET (self->form)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->form));
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
eup_lane_dispose (GObject *object)
{
  EupLane *self = EUP_LANE (object);

  if (self->kase != NULL)
    g_signal_handlers_disconnect_by_data (self->kase, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_LANE);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_lane_parent_class)->dispose (object);
}

static void
eup_lane_finalize (GObject *object)
{
  g_free (EUP_LANE (object)->person);
  G_OBJECT_CLASS (eup_lane_parent_class)->finalize (object);
}

static void
eup_lane_class_init (EupLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_lane_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_lane_finalize;
  widget_class->grab_focus = eup_lane_grab_focus;
  signals[WANTS_WORD] = g_signal_new ("wants-word", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (EUP_TYPE_ANSWER_FORM);
  g_type_ensure (EUP_TYPE_PERSON_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-lane.ui");
  gtk_widget_class_bind_template_child (widget_class, EupLane, disc);
  gtk_widget_class_bind_template_child (widget_class, EupLane, title);
  gtk_widget_class_bind_template_child (widget_class, EupLane, names);
  gtk_widget_class_bind_template_child (widget_class, EupLane, pill);
  gtk_widget_class_bind_template_child (widget_class, EupLane, people);
  gtk_widget_class_bind_template_child (widget_class, EupLane, stack);
  gtk_widget_class_bind_template_child (widget_class, EupLane, scroller);
  gtk_widget_class_bind_template_child (widget_class, EupLane, forms);
  gtk_widget_class_bind_template_child (widget_class, EupLane, form);
  gtk_widget_class_bind_template_child (widget_class, EupLane, covered_label);
  gtk_widget_class_bind_template_child (widget_class, EupLane, heard_label);
  gtk_widget_class_bind_template_child (widget_class, EupLane, heard);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_word_cb);
}

static void
eup_lane_init (EupLane *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * eup_lane_new:
 * @kase: the case
 * @voice: whose lane it is
 *
 * Returns: (transfer floating): the lane; it shows nothing before eup_lane_show()
 */
GtkWidget *
eup_lane_new (EupCase *kase, EupVoice voice)
{
  EupLane *self = g_object_new (EUP_TYPE_LANE, NULL);

  self->kase = g_object_ref (kase);
  self->voice = voice;
  eup_voice_mark (GTK_WIDGET (self), voice);
  gtk_image_set_from_icon_name (self->disc, eup_voice_get_icon (voice));
  gtk_label_set_label (self->title, eup_voice_get_title (voice));
  g_signal_connect (kase, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

EupVoice
eup_lane_get_voice (EupLane *self)
{
  return self->voice;
}

EupLaneState
eup_lane_get_state (EupLane *self)
{
  return self->state;
}

/**
 * eup_lane_set_wide:
 * @wide: whether the lane has the room of all lanes, alone at a question of the meeting's own
 */
void
eup_lane_set_wide (EupLane *self, gboolean wide)
{
  eup_answer_form_set_wide (self->form, wide);
}

/**
 * eup_lane_get_covered:
 *
 * Returns: whether what was said is hidden from the room
 */
gboolean
eup_lane_get_covered (EupLane *self)
{
  return self->covered;
}

/**
 * eup_lane_show:
 * @question: the question that the meeting is at
 * @has_word: whether this voice speaks now
 */
void
eup_lane_show (EupLane *self, const EupQuestion *question, gboolean has_word)
{
  gboolean new_question = question != self->question;

  if (new_question)
    g_clear_pointer (&self->person, g_free);
  self->question = question;
  self->has_word = has_word;
  update (self, new_question);
}

/**
 * eup_lane_get_person:
 *
 * Returns: (transfer none) (nullable): the id of the person whose answer is shown
 */
const char *
eup_lane_get_person (EupLane *self)
{
  return self->person;
}

/**
 * eup_lane_show_person:
 * @person: the id of one who speaks with the lane's voice
 *
 * Shows that person's answer; several people of one voice have an answer each.
 */
void
eup_lane_show_person (EupLane *self, const char *person)
{
  const EupPerson *found = eup_assessment_find_person (assessment_of (self), person);

  g_return_if_fail (found != NULL && self->question != NULL);

  /* To choose the same again takes nothing away from under somebody's hand. */
  if (g_set_str (&self->person, person))
    eup_answer_form_show (self->form, self->kase, self->question, found);
  update (self, FALSE);
}
