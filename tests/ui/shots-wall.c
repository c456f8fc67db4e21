/* Pictures of what the room sees. */

#include "shots.h"

#include "shots-look.h"
#include "casework/eup-case-session.h"

/* The wall of a meeting that is paused. */
void
shoot_pause (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  g_autoptr (EupMeetingPage) page = g_object_ref_sink (eup_meeting_page_new (kase));
  GtkWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.shared", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.pause", NULL);
  eup_case_set_resumes (kase, "2026-12-03T14:00:00+01:00");
  window = eup_meeting_page_get_shared_window (page);
  gtk_window_set_default_size (window, shot->width, shot->height);
  shots_look_take (window, shot->name);
}

static void
shoot_wall (const Shot *shot, EupCase *kase)
{
  g_autoptr (EupMeetingPage) page = g_object_ref_sink (eup_meeting_page_new (kase));
  GtkWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.shared", NULL);
  window = eup_meeting_page_get_shared_window (page);
  gtk_window_set_default_size (window, shot->width, shot->height);
  shots_look_take (window, shot->name);
}

void
shoot_shared (const Shot *shot)
{
  g_autoptr (EupCase) kase =
      shot->reveal ? ui_test_case (shot->file) : shots_middle_of_meeting (shot->file, shot->question);

  shoot_wall (shot, kase);
}

/* The wall with its two languages the other way round. */
void
shoot_turned (const Shot *shot)
{
  g_autoptr (EupCase) kase =
      shot->reveal ? ui_test_case (shot->file) : shots_middle_of_meeting (shot->file, shot->question);

  eup_case_choose_wall_language (kase, FALSE,
                                 eup_rules_wall_second_language (eup_case_get_assessment (kase)));
  shoot_wall (shot, kase);
}

/* The wall as the only screen: what is said is typed in there. */
void
shoot_one_screen (const Shot *shot)
{
  g_autoptr (EupCase) kase =
      shot->reveal ? ui_test_case (shot->file) : shots_middle_of_meeting (shot->file, shot->question);
  EupMeetingPage *page = eup_meeting_page_new (kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);
  GtkWindow *wall;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.one-screen", NULL);
  wall = eup_meeting_page_get_shared_window (page);
  gtk_window_set_default_size (wall, shot->width, shot->height);
  shots_look_take (wall, shot->name);
  gtk_window_destroy (window);
}

void
shoot_shared_read_back (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  g_autoptr (EupMeetingPage) page = g_object_ref_sink (shots_begin_read_back (shot, kase));
  GtkWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.shared", NULL);
  window = eup_meeting_page_get_shared_window (page);
  gtk_window_set_default_size (window, shot->width, shot->height);
  shots_look_take (window, shot->name);
}
