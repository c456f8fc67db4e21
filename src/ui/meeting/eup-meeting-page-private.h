#pragma once

#include "ui/common/eup-unsaved-banner.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-meeting-rail.h"
#include "ui/meeting/eup-question-page.h"
#include "ui/meeting/eup-shared-window.h"
#include "ui/meeting/eup-side-panel.h"

G_BEGIN_DECLS

struct _EupMeetingPage
{
  AdwNavigationPage parent_instance;

  EupCase *kase;
  EupSharedState *state;
  EupSharedWindow *shared_window; /* (nullable) */
  GSimpleActionGroup *actions;
  EupPlace place;
  int turn;
  gboolean paused;
  gboolean going;              /* to another place: shown once, when it is there */
  const EupStage *clock_stage; /* (nullable): whose time runs */
  gint64 clock_time;           /* of it, not in the case yet; microseconds */
  gint64 clock_since;
  guint clock_source;
  GtkWindow *hidden_window; /* (nullable): the facilitator's, while one screen shows the shared one */
  gboolean one_screen_offered;
  const EupModel *model; /* of the question; the case keeps it as long as it lives */

  AdwBreakpointBin *bin;
  AdwOverlaySplitView *rail_split;
  EupMeetingRail *rail;
  AdwWindowTitle *title;
  GtkWidget *rail_button;
  GtkMenuButton *menu_button;
  GMenu *screens;
  GMenu *wall_languages;
  GMenu *wall_second_languages;
  GMenu *languages;
  GtkWidget *saved_box;
  GtkImage *saved_icon;
  GtkLabel *saved;
  EupUnsavedBanner *unsaved;
  GtkButton *blank;
  GtkImage *blank_icon;
  GtkLabel *blank_label;
  GtkWidget *shared;
  GtkLabel *shared_label;
  GtkWidget *undo;
  GtkWidget *pause;
  GtkWidget *pause_label;
  GtkWidget *pause_page;
  GtkWidget *panel_button;
  GtkLabel *panel_label;
  GtkStack *stack;
  AdwOverlaySplitView *panel_split;
  EupQuestionPage *question_page;
  EupSidePanel *panel;
  GtkWidget *differences_page;
  GtkWidget *weigh_page;
  GtkWidget *decision_page;
  EupReadBack *read_back;
  GtkWidget *decision_bar;
  GtkBox *bar;
  GtkButton *previous;
  GtkLabel *previous_label;
  GtkWidget *park;
  GtkLabel *park_label;
  GtkWidget *missing;
  GtkLabel *missing_label;
  GtkWidget *reveal;
  GtkLabel *reveal_label;
  GtkWidget *next;
  GtkLabel *next_label;
};

/* eup-meeting-page.c */
EupMeetingPage *eup_meeting_page_new_with_state (EupCase *kase, EupSharedState *state);
void eup_meeting_page_show_place (EupMeetingPage *self, const EupPlace *place);
void eup_meeting_page_set_turn (EupMeetingPage *self, int voice);
void eup_meeting_page_update (EupMeetingPage *self);

/* eup-meeting-page-actions.c */
void eup_meeting_page_install_actions (EupMeetingPage *self);
void eup_meeting_page_update_actions (EupMeetingPage *self);
void eup_meeting_page_take_shared (EupMeetingPage *self, EupSharedWindow *window);
EupSharedWindow *eup_meeting_page_give_shared (EupMeetingPage *self);
void eup_meeting_page_open_shared (EupMeetingPage *self);
void eup_meeting_page_close_shared (EupMeetingPage *self);
void eup_meeting_page_focus_turn (EupMeetingPage *self);

/* eup-meeting-page-screens.c */
void eup_meeting_page_install_screen_actions (EupMeetingPage *self);
void eup_meeting_page_announce (EupMeetingPage *self, const char *words);
void eup_meeting_page_monitor_gone_cb (EupSharedWindow *window, EupMeetingPage *self);
void eup_meeting_page_offer_one_screen (EupMeetingPage *self);
void eup_meeting_page_update_screens (EupMeetingPage *self);
void eup_meeting_page_leave_one_screen (EupMeetingPage *self);

/* eup-meeting-page-bars.c: the header bar and the bar below */
void eup_meeting_page_update_bars (EupMeetingPage *self);
void eup_meeting_page_add_breakpoints (EupMeetingPage *self);

/* eup-meeting-page-agenda.c: pausing, going on, parking */
void eup_meeting_page_install_agenda (EupMeetingPage *self);
void eup_meeting_page_update_agenda (EupMeetingPage *self);
void eup_meeting_page_show_pause (EupMeetingPage *self);
void eup_meeting_page_end_pause (EupMeetingPage *self);
void eup_meeting_page_ask_who_is_here (EupMeetingPage *self);

/* eup-meeting-page-clock.c */
void eup_meeting_page_start_clock (EupMeetingPage *self);
void eup_meeting_page_stop_clock (EupMeetingPage *self);

/* The place @step (1, -1) after or before the one shown: whether there is one. */
gboolean eup_meeting_page_neighbour (EupMeetingPage *self, int step, EupPlace *place);

G_END_DECLS
