/* Devices are often left on after the reason has gone; so ending asks for two days and a name. */

#include "ui/meeting/eup-removal-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"

struct _EupRemovalGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  EupDateRow *removed;
  EupDateRow *deleted;
  EupNameRow *confirmed_by;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupRemovalGroup, eup_removal_group, ADW_TYPE_PREFERENCES_GROUP)

static void
written_cb (EupRemovalGroup *self)
{
  EupDecision *decision;

  if (self->filling)
    return;
  decision = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);
  g_set_str (&decision->removed, eup_date_row_get_date (self->removed));
  g_set_str (&decision->data_deleted, eup_date_row_get_date (self->deleted));
  g_set_str (&decision->removal_confirmed_by, gtk_editable_get_text (GTK_EDITABLE (self->confirmed_by)));
  eup_case_put (self->kase, EUP_PART_DECISION, decision);
}

static void
refresh (EupRemovalGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupDecision *decision = assessment->decision;
  const EupOutcome *chosen =
      eup_method_find_outcome (eup_case_get_model (self->kase)->method, decision->outcome);
  g_auto (GStrv) names = eup_names_of_people (assessment);

  self->filling = TRUE;
  eup_date_row_set_date (self->removed, decision->removed);
  eup_date_row_set_date (self->deleted, decision->data_deleted);
  eup_entry_show (GTK_EDITABLE (self->confirmed_by), decision->removal_confirmed_by);
  eup_name_row_set_names (self->confirmed_by, (const char *const *) names);
  gtk_widget_set_visible (GTK_WIDGET (self), chosen != NULL && chosen->needs_removal);
  self->filling = FALSE;
}

static void
eup_removal_group_dispose (GObject *object)
{
  g_clear_object (&EUP_REMOVAL_GROUP (object)->kase);
  G_OBJECT_CLASS (eup_removal_group_parent_class)->dispose (object);
}

static void
eup_removal_group_class_init (EupRemovalGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_removal_group_dispose;
}

static void
eup_removal_group_init (EupRemovalGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _ ("Taking it away"));
  adw_preferences_group_set_description (group,
                                         _ ("It has ended when the technology is gone and its data too."));
  self->removed = EUP_DATE_ROW (eup_date_row_new (_ ("The day it was taken away")));
  self->deleted = EUP_DATE_ROW (eup_date_row_new (_ ("The day its data were deleted")));
  self->confirmed_by = g_object_new (EUP_TYPE_NAME_ROW, "title", _ ("Who has confirmed it"), NULL);
  adw_preferences_group_add (group, GTK_WIDGET (self->removed));
  adw_preferences_group_add (group, GTK_WIDGET (self->deleted));
  adw_preferences_group_add (group, GTK_WIDGET (self->confirmed_by));
  g_signal_connect_swapped (self->removed, "notify::date", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->deleted, "notify::date", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->confirmed_by, "changed", G_CALLBACK (written_cb), self);
}

/**
 * eup_removal_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose decision; set once
 */
void
eup_removal_group_set_case (EupRemovalGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_REMOVAL_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
