/* The latest day follows from the level of the technology; it is said, and the gate holds it. */

#include "ui/meeting/eup-follow-up-group.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"

struct _EupFollowUpGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  EupDateRow *date;
  EupNameRow *owner;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupFollowUpGroup, eup_follow_up_group, ADW_TYPE_PREFERENCES_GROUP)

static void
written_cb (EupFollowUpGroup *self)
{
  EupDecision *decision;

  if (self->filling)
    return;
  decision = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);
  g_set_str (&decision->follow_up_date, eup_date_row_get_date (self->date));
  g_set_str (&decision->follow_up_owner, gtk_editable_get_text (GTK_EDITABLE (self->owner)));
  eup_case_put (self->kase, EUP_PART_DECISION, decision);
}

static void
show_limit (EupFollowUpGroup *self)
{
  g_autofree char *limit = eup_follow_up_limit (self->kase);
  g_autofree char *words = eup_rules_date (limit, eup_ui_language ());
  g_autofree char *title = NULL;

  title = limit != NULL ? g_strdup_printf (_ ("Date, %s at the latest"), words) : g_strdup (_ ("Date"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date), title);
}

static void
refresh (EupFollowUpGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupDecision *decision = assessment->decision;
  const char *owner = decision->follow_up_owner != NULL ? decision->follow_up_owner : "";
  g_auto (GStrv) names = eup_names_of_people (assessment);

  self->filling = TRUE;
  eup_date_row_set_date (self->date, decision->follow_up_date);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->owner)), owner) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->owner), owner);
  eup_name_row_set_names (self->owner, (const char *const *) names);
  show_limit (self);
  self->filling = FALSE;
}

static void
changed_cb (EupFollowUpGroup *self)
{
  refresh (self);
}

static void
eup_follow_up_group_dispose (GObject *object)
{
  g_clear_object (&EUP_FOLLOW_UP_GROUP (object)->kase);
  G_OBJECT_CLASS (eup_follow_up_group_parent_class)->dispose (object);
}

static void
eup_follow_up_group_class_init (EupFollowUpGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_follow_up_group_dispose;
}

static void
eup_follow_up_group_init (EupFollowUpGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Follow-up"));
  self->date = EUP_DATE_ROW (eup_date_row_new (_ ("Date")));
  self->owner = g_object_new (EUP_TYPE_NAME_ROW, "title", _ ("Who sees to it"), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->date));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->owner));
  g_signal_connect_swapped (self->date, "notify::date", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->owner, "changed", G_CALLBACK (written_cb), self);
}

/**
 * eup_follow_up_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose follow-up; set once
 */
void
eup_follow_up_group_set_case (EupFollowUpGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_FOLLOW_UP_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * eup_follow_up_limit:
 * @kase: a case
 *
 * Returns: (transfer full) (nullable): the latest day of the follow-up, YYYY-MM-DD; %NULL while the
 *   level or the day of the meeting is not known
 */
char *
eup_follow_up_limit (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupLevel *level = eup_method_get_level (eup_case_get_model (kase)->method,
                                                eup_rules_level (assessment, eup_case_get_model (kase)));
  int year, month, day;
  GDate date;

  if (level == NULL || level->follow_up_days <= 0 || assessment->card->meeting == NULL ||
      sscanf (assessment->card->meeting, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_add_days (&date, (guint) level->follow_up_days);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}
