/* The latest day follows from the rule pack: from the level, the occasion and the urgency. It is said
 * with its reason, and the gate holds it. */

#include "ui/meeting/eup-follow-up-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"
#include "ui/meeting/eup-meeting-day.h"

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

/* Why it may not be later: the urgency, or how much the technology intrudes. */
static char *
describe_reason (EupFollowUpGroup *self, int days)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  int number = eup_rules_level (assessment, model);
  const EupLevel *level = eup_method_get_level (model->method, number);
  const char *title = level != NULL ? eup_text_get (level->title, eup_ui_language ()) : "";

  if (assessment->card->urgent)
    return g_strdup_printf (ngettext ("Within %d day, because the decision is an interim one.",
                                      "Within %d days, because the decision is an interim one.", days),
                            days);
  /* Translators: how soon it is followed up, and why: "Within 42 days. Level 2: place or pattern." */
  return g_strdup_printf (ngettext ("Within %1$d day. Level %2$d: %3$s.",
                                    "Within %1$d days. Level %2$d: %3$s.", days),
                          days, number, title);
}

/* The first look at how it goes comes before the follow-up itself. */
static char *
describe_start_check (EupFollowUpGroup *self)
{
  const EupRulePack *rules = eup_case_get_model (self->kase)->rules;
  int days = rules != NULL ? eup_rule_pack_get_start_check_days (rules) : 0;

  if (days <= 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("After a yes, see how it works within %d day of the start.",
                                    "After a yes, see how it works within %d days of the start.", days),
                          days);
}

static void
show_limit (EupFollowUpGroup *self)
{
  int days =
      eup_rules_follow_up_limit (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autofree char *limit = eup_follow_up_limit (self->kase);
  g_autofree char *words = eup_rules_date (limit, eup_ui_language ());
  g_autofree char *reason = days >= 0 ? describe_reason (self, days) : g_strdup ("");
  g_autofree char *start = describe_start_check (self);
  g_autofree char *both = g_strdup_printf ("%s\n%s", reason, start);
  g_autofree char *description = g_markup_escape_text (g_strstrip (both), -1);
  g_autofree char *title = NULL;

  title = limit != NULL ? g_strdup_printf (_ ("Date, %s at the latest"), words) : g_strdup (_ ("Date"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
}

static void
refresh (EupFollowUpGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupDecision *decision = assessment->decision;
  g_auto (GStrv) names = eup_names_of_people (assessment);

  self->filling = TRUE;
  eup_date_row_set_date (self->date, decision->follow_up_date);
  eup_entry_show (GTK_EDITABLE (self->owner), decision->follow_up_owner);
  eup_name_row_set_names (self->owner, (const char *const *) names);
  show_limit (self);
  self->filling = FALSE;
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
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}

/**
 * eup_follow_up_limit:
 * @kase: a case
 *
 * Returns: (transfer full) (nullable): the latest day of the follow-up, YYYY-MM-DD; %NULL while the
 *   rules or the day of the meeting are not known
 */
char *
eup_follow_up_limit (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  return eup_meeting_day_after (assessment,
                                eup_rules_follow_up_limit (assessment, eup_case_get_model (kase)));
}
