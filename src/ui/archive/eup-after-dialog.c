/* Put together from the groups that preparation and decision use too. Who has taken a consent back is
 * told at once by when the next follow-up is due. */

#include "ui/archive/eup-after-dialog.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/archive/eup-versions-group.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-consents-group.h"
#include "ui/meeting/eup-tasks-group.h"

struct _EupAfterDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  AdwActionRow *follow_up;
};

G_DEFINE_FINAL_TYPE (EupAfterDialog, eup_after_dialog, ADW_TYPE_DIALOG)

/* (nullable): the latest day of the follow-up that taking back a consent has called for: the earliest
 * where several were taken back. */
static char *
dup_day_after_withdrawal (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  int days = eup_rule_pack_get_withdrawal_days (eup_case_get_model (kase)->rules);
  char *first = NULL;

  for (guint i = 0; i < assessment->consents->len; i++)
    {
      const EupConsent *consent = assessment->consents->pdata[i];
      g_autoptr (GDateTime) when =
          consent->withdrawn != NULL ? g_date_time_new_from_iso8601 (consent->withdrawn, NULL) : NULL;
      g_autoptr (GDateTime) then = when != NULL ? g_date_time_add_days (when, days) : NULL;
      char *day = then != NULL ? g_date_time_format (then, "%Y-%m-%d") : NULL;

      if (day != NULL && (first == NULL || strcmp (day, first) < 0))
        g_set_str (&first, day);
      g_free (day);
    }
  return first;
}

static void
refresh (EupAfterDialog *self)
{
  const EupDecision *decision = eup_case_get_assessment (self->kase)->decision;
  g_autofree char *sooner = dup_day_after_withdrawal (self->kase);
  const char *planned = decision->follow_up_date;
  gboolean has_plan = planned != NULL && *planned != '\0';
  gboolean moved = sooner != NULL && (!has_plan || strcmp (sooner, planned) < 0);
  g_autofree char *day = eup_rules_date (moved ? sooner : planned, eup_ui_language ());
  g_autofree char *words = NULL;

  if (moved)
    words = g_strdup_printf (_ ("A consent was taken back: by %s at the latest"), day);
  else if (has_plan && decision->follow_up_owner != NULL && *decision->follow_up_owner != '\0')
    /* Translators: the day of the follow-up and who sees to it */
    words = g_strdup_printf (_ ("%1$s, %2$s sees to it"), day, decision->follow_up_owner);
  else
    words = has_plan ? g_strdup (day) : g_strdup (_ ("No day is set"));
  adw_action_row_set_subtitle (self->follow_up, words);
  if (moved && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
changed_cb (EupAfterDialog *self)
{
  refresh (self);
}

static void
eup_after_dialog_dispose (GObject *object)
{
  g_clear_object (&EUP_AFTER_DIALOG (object)->kase);
  G_OBJECT_CLASS (eup_after_dialog_parent_class)->dispose (object);
}

static void
eup_after_dialog_class_init (EupAfterDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_after_dialog_dispose;
}

static void
eup_after_dialog_init (EupAfterDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("After the Meeting"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 640);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
}

static GtkWidget *
new_follow_up_group (EupAfterDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();

  self->follow_up = ADW_ACTION_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Next follow-up"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

/**
 * eup_after_dialog_new:
 * @workspace: (transfer none) (nullable): whose case it is
 * @kase: (transfer none): a sealed case
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_after_dialog_new (EupWorkspace *workspace, EupCase *kase)
{
  EupAfterDialog *self = g_object_new (EUP_TYPE_AFTER_DIALOG, NULL);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *consents = g_object_new (EUP_TYPE_CONSENTS_GROUP, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  self->kase = g_object_ref (kase);
  eup_consents_group_set_case (EUP_CONSENTS_GROUP (consents), kase);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (new_follow_up_group (self)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (consents));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (eup_tasks_group_new (kase, "follow-up")));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (eup_versions_group_new (workspace, kase)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_DIALOG (self);
}
