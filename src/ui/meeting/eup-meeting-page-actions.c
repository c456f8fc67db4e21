/* What can be done in the meeting. Buttons, keys, menus and tests all come this way. */

#include "ui/meeting/eup-meeting-page-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-shortcuts.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-decision-page.h"
#include "ui/meeting/eup-wall-language-words.h"
#include "ui/meeting/eup-weigh-page.h"

#define ZOOM_STEP 0.125

void
eup_meeting_page_focus_turn (EupMeetingPage *self)
{
  if (eup_shared_state_get_one_screen (self->state) && self->shared_window != NULL)
    eup_shared_window_focus_page (self->shared_window);
  else if (self->turn != EUP_NO_VOICE)
    eup_question_page_focus_lane (self->question_page, (EupVoice) self->turn);
}

static void
step (EupMeetingPage *self, int by)
{
  EupPlace place;

  if (!eup_meeting_page_neighbour (self, by, &place))
    return;
  eup_meeting_page_show_place (self, &place);
  eup_meeting_page_focus_turn (self);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, 1);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, -1);
}

/* To a place of the meeting, to the preparation, or to a section of the weighing or the decision. */
static void
go_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;
  const char *target = g_variant_get_string (parameter, NULL);
  EupPlace place = { EUP_PLACE_DECIDE, NULL, NULL };

  if (g_str_has_prefix (target, "prepare-"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.prepare-at", "s", target);
      return;
    }
  if (eup_place_from_name (target, eup_case_get_model (self->kase), &place))
    {
      eup_meeting_page_show_place (self, &place);
      eup_meeting_page_focus_turn (self);
      return;
    }
  if (eup_weigh_page_has (target))
    place.kind = EUP_PLACE_WEIGH;
  eup_meeting_page_show_place (self, &place);
  if (place.kind == EUP_PLACE_WEIGH)
    eup_weigh_page_go_to (EUP_WEIGH_PAGE (self->weigh_page), target);
  else
    eup_decision_page_go_to (EUP_DECISION_PAGE (self->decision_page), target);
}

static void
give_word (EupMeetingPage *self, EupVoice voice)
{
  /* Translators: %s is a voice, such as “Relatives” */
  g_autofree char *words = g_strdup_printf (_ ("The word goes to: %s"), eup_voice_get_title (voice));

  eup_meeting_page_set_turn (self, (int) voice);
  eup_meeting_page_announce (self, words);
}

static void
lane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;
  int voice = g_variant_get_int32 (parameter) - 1;

  if (self->place.question == NULL || voice < 0 || voice >= EUP_N_VOICES ||
      !eup_question_page_has_lane (self->place.question, (EupVoice) voice))
    return;
  if (!eup_rules_is_revealed (eup_case_get_assessment (self->kase), self->place.question))
    give_word (self, (EupVoice) voice);
  if (eup_shared_state_get_one_screen (self->state))
    eup_meeting_page_focus_turn (self);
  else
    eup_question_page_focus_lane (self->question_page, (EupVoice) voice);
}

/* Shows the answers; where they are shown, hides them again. */
static void
reveal_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;
  g_autoptr (GError) error = NULL;

  if (self->place.question == NULL)
    return;
  if (eup_rules_is_revealed (eup_case_get_assessment (self->kase), self->place.question))
    {
      eup_case_hide (self->kase, self->place.question);
      eup_meeting_page_announce (self, _ ("The answers are hidden again"));
    }
  else if (eup_case_reveal (self->kase, self->place.question, &error))
    {
      eup_meeting_page_set_turn (self, EUP_NO_VOICE);
      eup_meeting_page_announce (self, _ ("The answers are shown side by side"));
    }
  else
    {
      g_debug ("not shown: %s", error->message);
    }
  eup_meeting_page_set_turn (self, self->turn);
  eup_meeting_page_update (self);
}

static void
blank_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;
  gboolean blank = !eup_shared_state_get_blank (self->state);

  eup_shared_state_set_blank (self->state, blank);
  eup_meeting_page_announce (self, blank ? _ ("The shared view is blank")
                                         : _ ("The shared view shows the question"));
}

static void
larger_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupSharedState *state = EUP_MEETING_PAGE (data)->state;

  eup_shared_state_set_zoom (state, eup_shared_state_get_zoom (state) + ZOOM_STEP);
}

static void
smaller_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupSharedState *state = EUP_MEETING_PAGE (data)->state;

  eup_shared_state_set_zoom (state, eup_shared_state_get_zoom (state) - ZOOM_STEP);
}

static gboolean
shared_closed_cb (EupSharedWindow *window, EupMeetingPage *self)
{
  eup_meeting_page_close_shared (self);
  eup_meeting_page_update (self);
  return GDK_EVENT_STOP;
}

/* @window is the wall of this meeting from now on: what is done there comes here. */
void
eup_meeting_page_take_shared (EupMeetingPage *self, EupSharedWindow *window)
{
  self->shared_window = window;
  g_signal_connect (window, "close-request", G_CALLBACK (shared_closed_cb), self);
  g_signal_connect (window, "monitor-gone", G_CALLBACK (eup_meeting_page_monitor_gone_cb), self);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "meeting", G_ACTION_GROUP (self->actions));
}

/* Returns: (transfer none) (nullable): the open wall, which this page forgets */
EupSharedWindow *
eup_meeting_page_give_shared (EupMeetingPage *self)
{
  EupSharedWindow *window = g_steal_pointer (&self->shared_window);

  if (window != NULL)
    g_signal_handlers_disconnect_by_data (window, self);
  return window;
}

void
eup_meeting_page_open_shared (EupMeetingPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  eup_meeting_page_take_shared (self, EUP_SHARED_WINDOW (eup_shared_window_new (self->kase, self->state)));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_application (GTK_WINDOW (self->shared_window),
                                gtk_window_get_application (GTK_WINDOW (root)));
  gtk_widget_add_controller (GTK_WIDGET (self->shared_window), eup_shortcuts_new_controller ("meeting"));
  gtk_window_present (GTK_WINDOW (self->shared_window));
}

void
eup_meeting_page_close_shared (EupMeetingPage *self)
{
  EupSharedWindow *window = eup_meeting_page_give_shared (self);

  if (window == NULL)
    return;
  eup_shared_state_set_one_screen (self->state, FALSE);
  eup_meeting_page_leave_one_screen (self);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shared_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;

  if (self->shared_window != NULL)
    eup_meeting_page_close_shared (self);
  else
    {
      eup_meeting_page_open_shared (self);
      eup_meeting_page_offer_one_screen (self);
    }
  eup_meeting_page_update (self);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  eup_case_undo (EUP_MEETING_PAGE (data)->kase);
}

static void
explain_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;

  if (self->place.question != NULL)
    eup_question_page_explain (self->question_page);
}

static void
wall_language_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  EupMeetingPage *self = data;
  const char *language = g_variant_get_string (value, NULL);
  gboolean below = g_str_equal (g_action_get_name (G_ACTION (action)), "wall-below");
  g_autofree char *words = NULL;

  if (*language == '\0' && !below)
    return;
  eup_case_choose_wall_language (self->kase, below, *language != '\0' ? language : NULL);
  words = eup_wall_say_languages (eup_case_get_assessment (self->kase));
  eup_meeting_page_announce (self, words);
}

static const GActionEntry entries[] = {
  { .name = "next", .activate = next_cb },
  { .name = "previous", .activate = previous_cb },
  { .name = "go-to", .activate = go_to_cb, .parameter_type = "s" },
  { .name = "lane", .activate = lane_cb, .parameter_type = "i" },
  { .name = "reveal", .activate = reveal_cb },
  { .name = "blank", .activate = blank_cb },
  { .name = "shared", .activate = shared_cb },
  { .name = "larger", .activate = larger_cb },
  { .name = "smaller", .activate = smaller_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "explain", .activate = explain_cb },
  { .name = "wall-language", .parameter_type = "s", .state = "''", .change_state = wall_language_cb },
  { .name = "wall-below", .parameter_type = "s", .state = "''", .change_state = wall_language_cb },
};

void
eup_meeting_page_install_actions (EupMeetingPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  eup_meeting_page_install_agenda (self);
  eup_meeting_page_install_screen_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "meeting", G_ACTION_GROUP (self->actions));
}

static void
enable (EupMeetingPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* The dot in a menu stands where the case says. */
static void
choose (EupMeetingPage *self, const char *name, const char *language, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (language ? language : ""));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
eup_meeting_page_update_actions (EupMeetingPage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupQuestion *question = self->paused ? NULL : self->place.question;
  gboolean sealed = eup_case_is_sealed (self->kase);
  gboolean revealed = question != NULL && eup_rules_is_revealed (assessment, question);
  EupPlace place;

  enable (self, "next", !self->paused && eup_meeting_page_neighbour (self, 1, &place));
  enable (self, "previous", !self->paused && eup_meeting_page_neighbour (self, -1, &place));
  enable (self, "lane", question != NULL);
  enable (self, "reveal",
          question != NULL && !sealed &&
              (revealed || eup_rules_may_reveal (assessment, eup_case_get_model (self->kase), question)));
  enable (self, "explain", question != NULL && !eup_shared_state_get_one_screen (self->state));
  enable (self, "blank", TRUE);
  enable (self, "undo", eup_case_get_can_undo (self->kase));
  choose (self, "wall-language", eup_rules_wall_language (assessment), !sealed);
  choose (self, "wall-below", eup_rules_wall_second_language (assessment), !sealed);
}
