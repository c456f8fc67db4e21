/* The meeting as the facilitator sees it. This file holds where the meeting is and who has the
 * word; the actions and the bars around it have files of their own. */

#include "ui/meeting/eup-meeting-page-private.h"

#include <glib/gi18n.h>
#include "casework/eup-case-session.h"
#include "ui/common/eup-languages.h"
#include "ui/common/eup-shortcuts.h"
#include "ui/meeting/eup-decision-page.h"
#include "ui/meeting/eup-differences-page.h"
#include "ui/meeting/eup-pause-page.h"
#include "ui/meeting/eup-read-back-page.h"
#include "ui/meeting/eup-weigh-page.h"

enum
{
  SEALED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupMeetingPage, eup_meeting_page, ADW_TYPE_NAVIGATION_PAGE)

/* Who is asked next: the first voice that has neither an answer nor a reason. */
static int
first_turn (EupMeetingPage *self, const EupQuestion *question)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);

  if (eup_rules_is_revealed (assessment, question))
    return EUP_NO_VOICE;
  for (guint i = 0; i < EUP_N_VOICES; i++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, (EupVoice) i);
      gboolean can_speak = people->len > 0 || i == EUP_VOICE_FACILITATOR;

      if (can_speak && eup_question_asks (question, (EupVoice) i) &&
          !eup_rules_has_answered (assessment, eup_case_get_model (self->kase), question, (EupVoice) i))
        return (int) i;
    }
  return EUP_NO_VOICE;
}

gboolean
eup_meeting_page_neighbour (EupMeetingPage *self, int step, EupPlace *place)
{
  return eup_rules_next_place (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase),
                               &self->place, step, place);
}

/* What the meeting says together is the facilitator's statement, so there must be one. */
static void
ensure_facilitator (EupMeetingPage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, EUP_VOICE_FACILITATOR);
  const char *name = assessment->card->facilitator;
  EupPerson *person;

  if (people->len > 0 || eup_case_is_sealed (self->kase))
    return;
  person = eup_case_edit (self->kase, EUP_PART_PERSON, NULL);
  g_set_str (&person->name, name != NULL && *name != '\0' ? name : _ ("Facilitator"));
  g_set_str (&person->voice, eup_voice_to_id (EUP_VOICE_FACILITATOR));
  g_set_str (&person->role, _ ("facilitator"));
  g_set_str (&person->presence, "room");
  eup_case_put (self->kase, EUP_PART_PERSON, person);
}

void
eup_meeting_page_update (EupMeetingPage *self)
{
  if (self->going)
    return;
  eup_meeting_page_update_actions (self);
  eup_meeting_page_update_bars (self);
  eup_meeting_page_update_agenda (self);
  eup_meeting_page_update_screens (self);
}

void
eup_meeting_page_set_turn (EupMeetingPage *self, int voice)
{
  self->turn = voice;
  if (self->place.question != NULL)
    eup_question_page_show (self->question_page, self->place.question, voice);
  eup_shared_state_set_turn (self->state, voice);
}

static void
show_question (EupMeetingPage *self, const EupQuestion *question)
{
  if (eup_question_asks (question, EUP_VOICE_FACILITATOR))
    ensure_facilitator (self);
  /* Filled before it is shown: the focus must not come back to an answer of the question before. */
  eup_meeting_page_set_turn (self, first_turn (self, question));
  gtk_stack_set_visible_child_name (self->stack, "question");
}

/* The page of a place that is not a question, by its name in the stack. */
static const char *
page_of (EupPlaceKind kind)
{
  switch (kind)
    {
    case EUP_PLACE_DIFFERENCES:
      return "differences";
    case EUP_PLACE_WEIGH:
      return "weigh";
    case EUP_PLACE_READ_BACK:
      return "read-back";
    case EUP_PLACE_QUESTION:
    case EUP_PLACE_DECIDE:
    default:
      return "decision";
    }
}

/* What is being read back goes on where it is when only the page around it is another. */
static void
show_page (EupMeetingPage *self, const EupPlace *place)
{
  if (place->kind == EUP_PLACE_DIFFERENCES)
    eup_differences_page_show (EUP_DIFFERENCES_PAGE (self->differences_page), place->stage);
  if (place->kind == EUP_PLACE_READ_BACK && eup_shared_state_get_view (self->state) != EUP_VIEW_READ_BACK)
    eup_read_back_begin (self->read_back);
  gtk_stack_set_visible_child_name (self->stack, page_of (place->kind));
  eup_meeting_page_set_turn (self, EUP_NO_VOICE);
}

/* What the wall shows while the meeting is at a place. */
static void
show_view (EupMeetingPage *self, const EupPlace *place)
{
  switch (place->kind)
    {
    case EUP_PLACE_QUESTION:
      eup_shared_state_show (self->state, EUP_VIEW_QUESTION, place->question);
      break;
    case EUP_PLACE_DIFFERENCES:
      eup_shared_state_show_differences (self->state, place->stage);
      break;
    case EUP_PLACE_WEIGH:
      eup_shared_state_show (self->state, EUP_VIEW_WEIGH, NULL);
      break;
    case EUP_PLACE_READ_BACK:
      eup_shared_state_show (self->state, EUP_VIEW_READ_BACK, NULL);
      break;
    case EUP_PLACE_DECIDE:
    default:
      eup_shared_state_show (self->state, EUP_VIEW_DECIDE, NULL);
      break;
    }
}

void
eup_meeting_page_show_place (EupMeetingPage *self, const EupPlace *place)
{
  eup_meeting_page_stop_clock (self);
  eup_meeting_page_end_pause (self);
  self->place = *place;
  self->going = TRUE;
  eup_case_go_to (self->kase, place);
  if (place->question != NULL)
    show_question (self, place->question);
  else
    show_page (self, place);
  show_view (self, place);
  eup_meeting_rail_show (self->rail, &self->place);
  eup_side_panel_show (self->panel, place->question);
  eup_meeting_page_start_clock (self);
  self->going = FALSE;
  eup_meeting_page_update (self);
}

/* Taking over a newer method, and taking that back, gives all questions anew: the meeting stays at the
 * place with the same name, or goes to the first where there is none. */
static void
follow_model (EupMeetingPage *self)
{
  EupModel *model = eup_case_get_model (self->kase);
  EupPlace place;

  if (self->model == model)
    return;
  self->model = model;
  place = eup_rules_current_place (eup_case_get_assessment (self->kase), model);
  if (self->paused)
    {
      self->place = place;
      eup_meeting_page_show_pause (self);
    }
  else
    {
      eup_meeting_page_show_place (self, &place);
    }
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupMeetingPage *self)
{
  if (kind == EUP_PART_STAGE_TIME)
    return;
  follow_model (self);
  eup_meeting_page_update (self);
}

static void
state_changed_cb (EupCase *kase, GParamSpec *pspec, EupMeetingPage *self)
{
  eup_meeting_page_update (self);
}

static void
wants_word_cb (EupQuestionPage *page, int voice, EupMeetingPage *self)
{
  if (voice != self->turn &&
      !eup_rules_is_revealed (eup_case_get_assessment (self->kase), self->place.question))
    eup_meeting_page_set_turn (self, voice);
}

static void
go_to_cb (GtkWidget *page, const char *target, EupMeetingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "meeting.go-to", "s", target);
}

static void
sealed_cb (EupDecisionPage *page, EupMeetingPage *self)
{
  g_signal_emit (self, signals[SEALED], 0);
}

/* What nobody else wanted of the keyboard. B blanks the wall where nobody is writing. Escape, which would go
 * back a page, does nothing: a meeting, and its wall with it, is not left by one key. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EupMeetingPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (keyval == GDK_KEY_Escape)
    return GDK_EVENT_STOP;
  if ((keyval != GDK_KEY_b && keyval != GDK_KEY_B) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      (focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "meeting.blank", NULL);
}

/* A dialog lies over the page, not in it: its window has the actions too. */
static void
eup_meeting_page_root (GtkWidget *widget)
{
  EupMeetingPage *self = EUP_MEETING_PAGE (widget);
  GtkWidget *window;

  GTK_WIDGET_CLASS (eup_meeting_page_parent_class)->root (widget);
  window = GTK_WIDGET (gtk_widget_get_root (widget));
  gtk_widget_insert_action_group (window, "meeting", G_ACTION_GROUP (self->actions));
  g_object_set_data (G_OBJECT (window), "meeting", self);
}

/* Another page of the same meeting may have come before this one goes. */
static void
eup_meeting_page_unroot (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  if (g_object_get_data (G_OBJECT (window), "meeting") == widget)
    {
      gtk_widget_insert_action_group (window, "meeting", NULL);
      g_object_set_data (G_OBJECT (window), "meeting", NULL);
    }
  GTK_WIDGET_CLASS (eup_meeting_page_parent_class)->unroot (widget);
}

static void
eup_meeting_page_dispose (GObject *object)
{
  EupMeetingPage *self = EUP_MEETING_PAGE (object);

  eup_meeting_page_close_shared (self);
  g_clear_weak_pointer (&self->hidden_window);
  if (self->kase != NULL)
    g_signal_handlers_disconnect_by_data (self->kase, self);
  eup_meeting_page_stop_clock (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_MEETING_PAGE);
  g_clear_object (&self->kase);
  g_clear_object (&self->state);
  g_clear_object (&self->read_back);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (eup_meeting_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, bin);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, rail_split);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, rail);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, title);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, rail_button);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, screens);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, wall_languages);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, wall_second_languages);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, languages);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, saved_box);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, saved);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, unsaved);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, blank);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, blank_icon);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, blank_label);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, shared);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, shared_label);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, undo);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, pause);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, pause_label);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, panel_button);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, panel_label);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, panel_split);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, question_page);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, panel);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, previous);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, previous_label);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, bar);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, park);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, park_label);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, missing);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, missing_label);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, reveal);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, reveal_label);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, next);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingPage, next_label);
}

static void
eup_meeting_page_class_init (EupMeetingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_meeting_page_dispose;
  signals[SEALED] = g_signal_new ("sealed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  widget_class->root = eup_meeting_page_root;
  widget_class->unroot = eup_meeting_page_unroot;
  g_type_ensure (EUP_TYPE_MEETING_RAIL);
  g_type_ensure (EUP_TYPE_QUESTION_PAGE);
  g_type_ensure (EUP_TYPE_SIDE_PANEL);
  g_type_ensure (EUP_TYPE_UNSAVED_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-meeting-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, wants_word_cb);
}

static void
eup_meeting_page_init (EupMeetingPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->turn = EUP_NO_VOICE;
  gtk_widget_init_template (GTK_WIDGET (self));
  eup_meeting_page_install_actions (self);
  eup_languages_append_to_menu (self->wall_languages, "meeting.wall-language");
  eup_languages_append_to_menu (self->wall_second_languages, "meeting.wall-below");
  eup_languages_append_to_menu (self->languages, "app.language");
  eup_meeting_page_add_breakpoints (self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), eup_shortcuts_new_controller ("meeting"));
}

static GtkWidget *
add_page (EupMeetingPage *self, GtkWidget *page, const char *name)
{
  gtk_stack_add_named (self->stack, page, name);
  g_signal_connect (page, "go-to", G_CALLBACK (go_to_cb), self);
  return page;
}

/* What comes after the questions. A reading back that is under way goes on in a page that is made anew. */
static void
add_pages (EupMeetingPage *self)
{
  g_set_object (&self->read_back, eup_shared_state_get_read_back (self->state));
  if (self->read_back == NULL)
    self->read_back = eup_read_back_new (self->kase);
  eup_shared_state_set_read_back (self->state, self->read_back);
  self->differences_page = add_page (self, eup_differences_page_new (self->kase), "differences");
  self->weigh_page = add_page (self, eup_weigh_page_new (self->kase), "weigh");
  self->decision_page = add_page (self, eup_decision_page_new (self->kase), "decision");
  gtk_stack_add_named (self->stack, eup_read_back_page_new (self->read_back), "read-back");
  self->decision_bar = eup_decision_page_take_bar (EUP_DECISION_PAGE (self->decision_page));
  gtk_box_insert_child_after (self->bar, self->decision_bar, self->reveal);
  self->pause_page = eup_pause_page_new (self->kase);
  gtk_stack_add_named (self->stack, self->pause_page, "pause");
  g_signal_connect (self->decision_page, "sealed", G_CALLBACK (sealed_cb), self);
}

EupMeetingPage *
eup_meeting_page_new_with_state (EupCase *kase, EupSharedState *state)
{
  EupMeetingPage *self = g_object_new (EUP_TYPE_MEETING_PAGE, NULL);

  self->kase = g_object_ref (kase);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (eup_meeting_page_update), self, G_CONNECT_SWAPPED);
  eup_meeting_rail_set_case (self->rail, kase);
  eup_question_page_set_case (self->question_page, kase);
  eup_side_panel_set_case (self->panel, kase);
  eup_unsaved_banner_set_case (self->unsaved, kase);
  add_pages (self);
  g_signal_connect (kase, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (kase, "notify", G_CALLBACK (state_changed_cb), self);
  follow_model (self);
  return self;
}

/**
 * eup_meeting_page_new:
 * @kase: the case; the page keeps it
 *
 * Returns: (transfer floating): the meeting, at the place where it stood
 */
EupMeetingPage *
eup_meeting_page_new (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  gboolean goes_on = assessment->sessions->len > 0 && eup_rules_open_session (assessment) == NULL;
  g_autoptr (EupSharedState) state = eup_shared_state_new ();
  EupMeetingPage *self;

  eup_case_begin_session (kase);
  self = eup_meeting_page_new_with_state (kase, state);
  if (goes_on && !eup_case_is_sealed (kase))
    eup_meeting_page_ask_who_is_here (self);
  return self;
}

EupCase *
eup_meeting_page_get_case (EupMeetingPage *self)
{
  return self->kase;
}

/**
 * eup_meeting_page_get_question:
 *
 * Returns: (transfer none) (nullable): the question that the meeting is at; %NULL after the questions
 */
const EupQuestion *
eup_meeting_page_get_question (EupMeetingPage *self)
{
  return self->place.question;
}

/**
 * eup_meeting_page_get_turn:
 *
 * Returns: the voice that has the word, or %EUP_NO_VOICE
 */
int
eup_meeting_page_get_turn (EupMeetingPage *self)
{
  return self->turn;
}

EupSharedState *
eup_meeting_page_get_shared_state (EupMeetingPage *self)
{
  return self->state;
}

/**
 * eup_meeting_page_get_shared_window:
 *
 * Returns: (transfer none) (nullable): the shared view, where it is open
 */
GtkWindow *
eup_meeting_page_get_shared_window (EupMeetingPage *self)
{
  return self->shared_window ? GTK_WINDOW (self->shared_window) : NULL;
}
