/* Pictures of the facilitator's window before and in a meeting. */

#include "shots.h"

#include "shots-look.h"
#include "casework/eup-case-session.h"
#include "ui/archive/eup-case-page.h"
#include "ui/meeting/eup-prepare-page.h"

/* The meeting in the middle: the resident and the relatives have spoken, the staff have the word. */
EupCase *
shots_middle_of_meeting (const char *file, const char *question)
{
  EupCase *kase = ui_test_case (file);
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupQuestion *asked = ui_test_question (kase, question);
  g_autoptr (GPtrArray) staff = eup_assessment_people_of (assessment, EUP_VOICE_STAFF);
  g_autoptr (GPtrArray) questions =
      g_ptr_array_copy (eup_method_get_questions (eup_case_get_model (kase)->method), NULL, NULL);

  for (guint i = 0; i < questions->len; i++)
    if (((EupQuestion *) questions->pdata[i])->stage > asked->stage)
      ui_test_forget (kase, ((EupQuestion *) questions->pdata[i])->id);
  eup_case_hide (kase, asked);
  for (guint i = 0; i < staff->len; i++)
    {
      const EupStatement *statement =
          eup_assessment_find_statement (assessment, question, ((EupPerson *) staff->pdata[i])->id);

      if (statement != NULL)
        eup_case_remove (kase, EUP_PART_STATEMENT, statement->id);
    }
  eup_case_go_to (kase, &(EupPlace) { EUP_PLACE_QUESTION, asked, NULL });
  eup_case_set_note (kase, "Maria tvekar. Fråga henne om promenaderna när Karin inte sitter med.");
  return kase;
}

void
shoot_meeting (const Shot *shot)
{
  g_autoptr (EupCase) kase =
      shot->reveal ? ui_test_case (shot->file) : shots_middle_of_meeting (shot->file, shot->question);
  EupMeetingPage *page = eup_meeting_page_new (kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

/* The last person of a voice leaves early; who decides has not been asked about an interest. */
static void
let_somebody_leave (EupCase *kase, EupVoice voice, const char *interest)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (eup_case_get_assessment (kase), voice);
  g_autofree char *id = g_strdup (((EupPerson *) people->pdata[people->len - 1])->id);
  EupPerson *person = eup_case_edit (kase, EUP_PART_PERSON, id);

  person->decides = interest == NULL;
  g_set_str (&person->interest, interest);
  eup_case_put (kase, EUP_PART_PERSON, person);
  if (interest != NULL)
    eup_case_leave (kase, id);
}

/* Somebody has left, a question is parked, six minutes have gone; with @reveal the meeting is paused. */
void
shoot_agenda (const Shot *shot)
{
  g_autoptr (EupCase) kase = shots_middle_of_meeting (shot->file, shot->question);
  const EupQuestion *question = ui_test_question (kase, shot->question);
  GPtrArray *stages = eup_method_get_stages (eup_case_get_model (kase)->method);
  EupMeetingPage *page = eup_meeting_page_new (kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);

  let_somebody_leave (kase, EUP_VOICE_RELATIVES, "some");
  let_somebody_leave (kase, EUP_VOICE_STAFF, NULL);
  eup_case_add_stage_time (kase, stages->pdata[question->stage], 6 * 60);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.park", NULL);
  if (shot->reveal)
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "meeting.pause", NULL);
      eup_case_set_resumes (kase, "2026-12-03T14:00:00+01:00");
    }
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

/* The case beside the list, paused. */
void
shoot_case (const Shot *shot)
{
  g_autoptr (EupCase) kase = shots_middle_of_meeting (shot->file, shot->question);
  GtkWindow *window;

  eup_case_begin_session (kase);
  eup_case_park (kase, ui_test_question (kase, shot->question));
  eup_case_pause (kase);
  eup_case_set_resumes (kase, "2026-12-03T14:00:00+01:00");
  window = ui_test_present (eup_case_page_new (NULL, kase), shot->width, shot->height);
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

/* The reading back of @question's words; in the middle of a change where @reveal says so. */
EupMeetingPage *
shots_begin_read_back (const Shot *shot, EupCase *kase)
{
  EupMeetingPage *page = eup_meeting_page_new (kase);
  EupReadBack *read_back = eup_shared_state_get_read_back (eup_meeting_page_get_shared_state (page));
  GActionGroup *actions = eup_read_back_get_actions (read_back);
  g_autoptr (GPtrArray) sentences = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", "read-back");
  g_action_group_activate_action (actions, "answer", g_variant_new_string ("yes"));
  g_action_group_activate_action (actions, "person", g_variant_new_string (shot->question));
  sentences = eup_read_back_get_page (read_back);
  g_action_group_activate_action (
      actions, "choose", g_variant_new_string (((EupStatement *) sentences->pdata[sentences->len - 1])->id));
  if (shot->reveal)
    g_action_group_activate_action (actions, "answer", g_variant_new_string ("changed"));
  return page;
}

void
shoot_read_back (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  EupMeetingPage *page = shots_begin_read_back (shot, kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);

  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

/* A decision where much is still missing. */
void
shoot_open (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  EupDecision *decision = eup_case_edit (kase, EUP_PART_DECISION, NULL);
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);
  EupMeetingPage *page;
  GtkWindow *window;

  g_set_str (&decision->follow_up_date, NULL);
  g_set_str (&decision->follow_up_owner, NULL);
  g_set_str (&decision->delegation, NULL);
  eup_case_put (kase, EUP_PART_DECISION, decision);
  g_set_str (&card->impact_assessment, NULL);
  eup_case_put (kase, EUP_PART_CARD, card);
  ui_test_forget (kase, "q23");
  ui_test_forget (kase, "q27");
  page = eup_meeting_page_new (kase);
  window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

/* The preparation; of a place further down where @question names one. */
void
shoot_prepare (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  GtkWidget *page = eup_prepare_page_new (kase);
  GtkWindow *window = ui_test_present (page, shot->width, shot->height);
  GtkWidget *scroller = ui_test_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_window_set_focus (window, NULL);
  if (shot->question != NULL)
    gtk_adjustment_set_value (adjustment,
                              g_ascii_strtod (shot->question, NULL) * gtk_adjustment_get_upper (adjustment));
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}
