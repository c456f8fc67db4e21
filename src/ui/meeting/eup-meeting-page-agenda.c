/* The meeting's agenda: it pauses and goes on, a question is left for later. */

#include "ui/meeting/eup-meeting-page-private.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "casework/eup-case-session.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-toasts.h"
#include "ui/meeting/eup-pause-page.h"

/* Shows that the meeting is paused; it is. */
void
eup_meeting_page_show_pause (EupMeetingPage *self)
{
  eup_meeting_page_stop_clock (self);
  self->paused = TRUE;
  eup_meeting_page_set_turn (self, EUP_NO_VOICE);
  eup_shared_state_show (self->state, EUP_VIEW_PAUSE, NULL);
  gtk_stack_set_visible_child_name (self->stack, "pause");
}

static void
pause_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;

  eup_meeting_page_stop_clock (self);
  eup_case_pause (self->kase);
  eup_meeting_page_show_pause (self);
  eup_pause_page_begin (EUP_PAUSE_PAGE (self->pause_page));
  eup_meeting_page_announce (self, _ ("The meeting is paused"));
  eup_meeting_page_update (self);
}

/* Whoever goes to a place of the meeting in a pause goes on with it. */
void
eup_meeting_page_end_pause (EupMeetingPage *self)
{
  if (!self->paused)
    return;
  self->paused = FALSE;
  eup_case_begin_session (self->kase);
}

static void
resume_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;

  eup_meeting_page_show_place (self, &self->place);
  eup_meeting_page_ask_who_is_here (self);
}

/* The panel opens, also where it had given way: who is here is the first thing after a pause. */
void
eup_meeting_page_ask_who_is_here (EupMeetingPage *self)
{
  if (self->place.question != NULL)
    adw_overlay_split_view_set_show_sidebar (self->panel_split, TRUE);
  eup_side_panel_ask_who_is_here (self->panel);
}

/* Undo of a parked question leads back to it. */
static void
undo_park_cb (AdwToast *toast, EupMeetingPage *self)
{
  const char *id = g_object_get_data (G_OBJECT (toast), "question");
  EupPlace place;

  if (!eup_place_from_name (id, eup_case_get_model (self->kase), &place))
    return;
  eup_case_unpark (self->kase, place.question);
  eup_meeting_page_show_place (self, &place);
}

static void
offer_undo (EupMeetingPage *self, const EupQuestion *question)
{
  g_autofree char *title =
      g_strdup_printf (_ ("%s is parked"), eup_text_get (question->title, eup_ui_language ()));
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  g_object_set_data_full (G_OBJECT (toast), "question", g_strdup (question->id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_park_cb), self, G_CONNECT_DEFAULT);
  eup_toast_show (GTK_WIDGET (self->bin), toast);
}

/* Parks the question and goes on to the next; of one that is parked already, takes it up again. */
static void
park_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;
  const EupQuestion *question = self->place.question;
  EupPlace next;

  if (question == NULL)
    return;
  if (eup_rules_is_parked (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase), question))
    {
      eup_case_unpark (self->kase, question);
      eup_meeting_page_announce (self, _ ("The question is taken up again"));
      return;
    }
  eup_case_park (self->kase, question);
  offer_undo (self, question);
  if (!eup_meeting_page_neighbour (self, 1, &next))
    return;
  eup_meeting_page_show_place (self, &next);
  eup_side_panel_show_parked (self->panel, question);
  eup_meeting_page_focus_turn (self);
}

static const GActionEntry entries[] = {
  { .name = "pause", .activate = pause_cb },
  { .name = "resume", .activate = resume_cb },
  { .name = "park", .activate = park_cb },
};

void
eup_meeting_page_install_agenda (EupMeetingPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

static void
enable (EupMeetingPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

void
eup_meeting_page_update_agenda (EupMeetingPage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  const EupQuestion *question = self->place.question;
  gboolean sealed = eup_case_is_sealed (self->kase);
  gboolean parked = question != NULL && eup_rules_is_parked (assessment, model, question);
  gboolean waits = question != NULL && !eup_rules_is_revealed (assessment, question) &&
                   !eup_rules_may_reveal (assessment, model, question);
  const char *park = parked ? _ ("Take It Up Again") : _ ("Park the Question");

  enable (self, "pause", !self->paused && !sealed);
  enable (self, "resume", self->paused && !sealed);
  enable (self, "park", !self->paused && !sealed && waits);
  gtk_widget_set_visible (self->park, question != NULL);
  gtk_label_set_label (self->park_label, park);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->park), GTK_ACCESSIBLE_PROPERTY_LABEL, park, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !self->paused);
  gtk_widget_set_visible (self->pause, !self->paused);
}

/**
 * eup_meeting_page_leave:
 * @page: (nullable): the page that is shown while the program ends
 * @kase: the case that is open
 *
 * A meeting that is shown pauses now; one that was left earlier ended with its last word.
 */
void
eup_meeting_page_leave (AdwNavigationPage *page, EupCase *kase)
{
  if (EUP_IS_MEETING_PAGE (page))
    eup_case_pause (kase);
  else
    eup_case_close_session (kase, FALSE);
}

/* The program does not end after all: a meeting that is shown and was not paused before goes on. */
void
eup_meeting_page_stay (AdwNavigationPage *page, EupCase *kase)
{
  if (EUP_IS_MEETING_PAGE (page) && !EUP_MEETING_PAGE (page)->paused)
    eup_case_begin_session (kase);
}
