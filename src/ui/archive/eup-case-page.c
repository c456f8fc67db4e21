/* Beside the list: preparation, meeting and draft of one case, with how far each has come. */

#include "ui/archive/eup-case-page.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules-session.h"
#include "assessment/eup-rules.h"
#include "ui/archive/eup-versions-group.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-pause-words.h"
#include "ui/meeting/eup-prepare-page.h"
#include "ui/sitting/eup-sittings-group.h"

struct _EupCasePage
{
  AdwNavigationPage parent_instance;

  EupCase *kase;
  AdwWindowTitle *title;
  AdwActionRow *prepare;
  AdwActionRow *meeting;
  GtkButton *meet;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (EupCasePage, eup_case_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
or_else (const char *text, const char *otherwise)
{
  return text != NULL && *text != '\0' ? text : otherwise;
}

/* "GPS alarm · 4 people" */
static char *
describe_preparation (EupCasePage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupTechnology *technology =
      eup_catalogue_find (eup_case_get_model (self->kase)->catalogue, assessment->card->technology);
  guint n = assessment->people->len;
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

  if (technology == NULL)
    return n > 0 ? g_steal_pointer (&people) : g_strdup (_ ("Who, what, where and when"));
  return g_strdup_printf ("%s · %s", eup_text_get (technology->name, eup_ui_language ()), people);
}

static char *
describe_going_on (const EupAssessment *assessment)
{
  g_autofree char *time =
      eup_rules_time_of_day (eup_rules_open_session (assessment)->began, eup_ui_language ());

  return g_strdup_printf (_ ("The meeting is going on, since %s"), time);
}

static char *
describe_pause (EupCase *kase)
{
  g_autofree char *paused = eup_pause_describe (kase);
  g_autofree char *resumes = eup_pause_describe_resumes (kase);

  return resumes != NULL ? g_strdup_printf ("%s\n%s", paused, resumes) : g_steal_pointer (&paused);
}

static char *
describe_meeting (EupCasePage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupCard *card = assessment->card;
  const EupQuestion *question =
      eup_method_find_question (eup_case_get_model (self->kase)->method, card->question);
  char *missing = eup_prepare_page_describe_missing (self->kase);

  if (missing != NULL)
    return missing;
  if (eup_rules_open_session (assessment) != NULL)
    return describe_going_on (assessment);
  if (assessment->sessions->len > 0)
    return describe_pause (self->kase);
  if (question != NULL)
    return g_strdup_printf (_ ("You stopped at question %d, %s"), question->number,
                            eup_text_get (question->title, eup_ui_language ()));
  return g_strdup (_ ("Ready to begin"));
}

static gboolean
has_begun (EupCasePage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);

  return assessment->statements->len > 0 || *or_else (assessment->card->question, "") != '\0';
}

static void
refresh (EupCasePage *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  g_autofree char *preparation = describe_preparation (self);
  g_autofree char *meeting = describe_meeting (self);
  g_autofree char *missing = eup_prepare_page_describe_missing (self->kase);
  gboolean ready = missing == NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), or_else (card->alias, _ ("New case")));
  adw_window_title_set_title (self->title, or_else (card->alias, _ ("New case")));
  adw_window_title_set_subtitle (self->title, or_else (card->number, ""));
  adw_action_row_set_subtitle (self->prepare, preparation);
  adw_action_row_set_subtitle (self->meeting, meeting);
  gtk_button_set_label (self->meet, has_begun (self) ? _ ("Go On") : _ ("Begin"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->meet), ready);
  if (ready)
    gtk_widget_add_css_class (GTK_WIDGET (self->meet), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->meet), "suggested-action");
}

static void
changed_cb (EupCasePage *self)
{
  refresh (self);
}

static void
eup_case_page_dispose (GObject *object)
{
  EupCasePage *self = EUP_CASE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_CASE_PAGE);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_case_page_parent_class)->dispose (object);
}

static void
eup_case_page_class_init (EupCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_case_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupCasePage, title);
  gtk_widget_class_bind_template_child (widget_class, EupCasePage, prepare);
  gtk_widget_class_bind_template_child (widget_class, EupCasePage, meeting);
  gtk_widget_class_bind_template_child (widget_class, EupCasePage, meet);
  gtk_widget_class_bind_template_child (widget_class, EupCasePage, groups);
}

static void
eup_case_page_init (EupCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->prepare), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->meeting), FALSE);
}

/**
 * eup_case_page_new:
 * @workspace: (transfer none) (nullable): whose case it is
 * @kase: (transfer none): a case that is not sealed
 *
 * Returns: (transfer floating): a page to show beside the list
 */
GtkWidget *
eup_case_page_new (EupWorkspace *workspace, EupCase *kase)
{
  EupCasePage *self = g_object_new (EUP_TYPE_CASE_PAGE, NULL);

  self->kase = g_object_ref (kase);
  gtk_box_append (self->groups, eup_sittings_group_new (kase));
  gtk_box_append (self->groups, eup_versions_group_new (workspace, kase));
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
