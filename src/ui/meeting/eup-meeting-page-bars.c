/* The bars around the question: saved or not, what the wall shows, who is missing, what comes next;
 * and what gives way in a narrow window. */

#include "ui/meeting/eup-meeting-page-private.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-full-words.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-attendance-words.h"
#include "ui/meeting/eup-place-words.h"

/* Widths as in the pictures, growing with the text: below them the panel, the rail, two of the lanes
 * give way. */
#define PANEL_AWAY "max-width: 1899sp"
#define RAIL_AWAY "max-width: 1599sp"
#define ONE_LANE "max-width: 1199sp"
#define ICONS_ONLY "max-width: 759sp"
#define FEW_NAMES "max-width: 479sp"

static void
update_saved (EupMeetingPage *self)
{
  gboolean problem = eup_case_get_problem (self->kase) != NULL;
  gboolean saved = eup_case_get_saved (self->kase);

  gtk_label_set_label (self->saved, problem ? _ ("Not saved") : saved ? _ ("Saved") : _ ("Saving …"));
  gtk_image_set_from_icon_name (self->saved_icon,
                                problem ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_opacity (GTK_WIDGET (self->saved_icon), saved || problem ? 1 : 0);
  if (problem)
    gtk_widget_add_css_class (self->saved_box, "problem");
  else
    gtk_widget_remove_css_class (self->saved_box, "problem");
}

static void
update_title (EupMeetingPage *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  const EupTechnology *technology =
      eup_catalogue_find (eup_case_get_model (self->kase)->catalogue, card->technology);
  gboolean rail = !adw_overlay_split_view_get_collapsed (self->rail_split);
  g_autofree char *day = card->meeting ? eup_rules_date (card->meeting, eup_ui_language ()) : NULL;
  g_autofree char *meeting = day ? g_strdup_printf (_ ("Meeting %s"), day) : g_strdup (_ ("Meeting"));
  g_autofree char *who = g_strdup_printf (
      "%s · %s", card->alias, technology ? eup_text_get (technology->name, eup_ui_language ()) : "");
  g_autofree char *leads = card->facilitator != NULL && *card->facilitator != '\0'
                               ? g_strdup_printf (_ ("%s leads the talk"), card->facilitator)
                               : g_strdup ("");

  adw_window_title_set_title (self->title, rail ? meeting : who);
  adw_window_title_set_subtitle (self->title, leads);
}

/* What the wall shows at this place. */
static const char *
describe_view (EupMeetingPage *self)
{
  if (self->paused)
    return _ ("Shared view shows the pause");
  switch (self->place.kind)
    {
    case EUP_PLACE_QUESTION:
      return eup_rules_is_revealed (eup_case_get_assessment (self->kase), self->place.question)
                 ? _ ("Shared view shows the answers")
                 : _ ("Shared view shows the question");
    case EUP_PLACE_DIFFERENCES:
      return _ ("Shared view shows the differences");
    case EUP_PLACE_WEIGH:
      return _ ("Shared view shows the alternatives");
    case EUP_PLACE_READ_BACK:
      return _ ("Shared view reads back");
    case EUP_PLACE_DECIDE:
    default:
      return _ ("Shared view shows what you arrive at");
    }
}

static void
update_wall (EupMeetingPage *self)
{
  gboolean blank = eup_shared_state_get_blank (self->state);
  const char *words = self->shared_window == NULL                     ? _ ("Open the shared view")
                      : eup_shared_state_get_one_screen (self->state) ? _ ("One screen only")
                      : blank                                         ? _ ("Shared view is blank")
                                                                      : describe_view (self);

  gtk_label_set_label (self->shared_label, words);
  gtk_label_set_label (self->blank_label, blank ? _ ("Show Again") : _ ("Blank"));
  gtk_image_set_from_icon_name (self->blank_icon, blank ? "view-reveal-symbolic" : "view-conceal-symbolic");
}

static void
update_people (EupMeetingPage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  /* Translators: how many of the people of the case are in the meeting */
  g_autofree char *words = g_strdup_printf (_ ("%1$d of %2$u are here"),
                                            (int) eup_attendance_count (assessment), assessment->people->len);

  gtk_label_set_label (self->panel_label, words);
}

/* What is switched on, or an answer, may close the question while it is shown. */
static gboolean
is_open (EupMeetingPage *self)
{
  g_autoptr (GPtrArray) open =
      eup_rules_open_questions (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));

  return g_ptr_array_find (open, self->place.question, NULL);
}

static void
update_missing (EupMeetingPage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *words = NULL;
  gboolean revealed;

  gtk_widget_set_visible (self->reveal, self->place.question != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), self->place.question != NULL);
  gtk_widget_set_visible (self->decision_bar,
                          self->place.kind == EUP_PLACE_DECIDE || self->place.kind == EUP_PLACE_READ_BACK);
  if (self->place.question == NULL)
    return;
  revealed = eup_rules_is_revealed (assessment, self->place.question);
  missing = eup_rules_missing_people (assessment, eup_case_get_model (self->kase), self->place.question);
  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (names, ((EupPerson *) missing->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  joined = eup_names_join ((const char *const *) names->pdata);
  words = !is_open (self)    ? g_strdup (_ ("This question is no longer asked. What is written stays."))
          : revealed         ? g_strdup (_ ("The answers are shown"))
          : missing->len > 0 ? g_strdup_printf (_ ("Waiting for %s"), joined)
                             : g_strdup (_ ("All have answered"));
  gtk_label_set_label (self->missing_label, words);
  gtk_label_set_label (self->reveal_label, revealed ? _ ("Hide Answers") : _ ("Show Answers"));
}

/* The words stay its name where there is room for its arrow only. */
static void
set_neighbour (GtkWidget *button, GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words);
  eup_full_words_set_tooltip (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_neighbours (EupMeetingPage *self)
{
  EupPlace place;
  gboolean previous = eup_meeting_page_neighbour (self, -1, &place);
  gboolean next;

  gtk_widget_set_visible (GTK_WIDGET (self->previous), previous);
  if (previous)
    set_neighbour (GTK_WIDGET (self->previous), self->previous_label, eup_place_get_title (&place));
  next = eup_meeting_page_neighbour (self, 1, &place);
  gtk_widget_set_visible (self->next, next);
  if (next)
    set_neighbour (self->next, self->next_label, eup_place_get_title (&place));
}

void
eup_meeting_page_update_bars (EupMeetingPage *self)
{
  update_saved (self);
  update_title (self);
  update_wall (self);
  update_people (self);
  update_missing (self);
  update_neighbours (self);
}

static void
narrow (EupMeetingPage *self, gboolean panel, gboolean rail, gboolean one_lane, gboolean icons_only)
{
  adw_overlay_split_view_set_collapsed (self->panel_split, panel);
  adw_overlay_split_view_set_show_sidebar (self->panel_split, !panel);
  adw_overlay_split_view_set_collapsed (self->rail_split, rail);
  adw_overlay_split_view_set_show_sidebar (self->rail_split, !rail);
  gtk_widget_set_visible (self->panel_button,
                          panel && !self->paused && !eup_shared_state_get_one_screen (self->state));
  gtk_widget_set_visible (self->rail_button, rail);
  gtk_widget_set_visible (GTK_WIDGET (self->shared_label), !one_lane);
  gtk_widget_set_visible (GTK_WIDGET (self->blank_label), !one_lane);
  gtk_widget_set_visible (GTK_WIDGET (self->panel_label), !one_lane);
  gtk_widget_set_visible (GTK_WIDGET (self->saved), !icons_only);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !icons_only);
  gtk_widget_set_visible (self->undo, !icons_only);
  gtk_widget_set_visible (self->shared, !icons_only);
  gtk_widget_set_visible (GTK_WIDGET (self->previous_label), !icons_only);
  gtk_widget_set_visible (GTK_WIDGET (self->next_label), !icons_only);
  gtk_widget_set_visible (self->missing, !icons_only);
  gtk_widget_set_visible (GTK_WIDGET (self->park_label), !one_lane);
  gtk_widget_set_visible (self->pause_label, !rail);
  eup_question_page_set_narrow (self->question_page, rail, one_lane, icons_only);
  if (self->kase != NULL)
    update_title (self);
}

static void
no_breakpoint_cb (AdwBreakpointBin *bin, GParamSpec *pspec, EupMeetingPage *self)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_bin_get_current_breakpoint (bin);
  int step = breakpoint ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (breakpoint), "step")) : 0;

  narrow (self, step >= 1, step >= 2, step >= 3, step >= 4);
  eup_question_page_set_few_names (self->question_page, step >= 5);
}

/* The last breakpoint that holds is the one that counts, so they go from wide to narrow. */
void
eup_meeting_page_add_breakpoints (EupMeetingPage *self)
{
  static const char *const conditions[] = { PANEL_AWAY, RAIL_AWAY, ONE_LANE, ICONS_ONLY, FEW_NAMES };

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (conditions[i]));

      g_object_set_data (G_OBJECT (breakpoint), "step", GINT_TO_POINTER ((int) i + 1));
      adw_breakpoint_bin_add_breakpoint (self->bin, breakpoint);
    }
  g_signal_connect (self->bin, "notify::current-breakpoint", G_CALLBACK (no_breakpoint_cb), self);
}
