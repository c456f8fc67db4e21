/* A follow-up names the case that it follows. An urgent case says why, and what that means: a shorter
 * meeting, and a decision that holds for some days only. */

#include "ui/meeting/eup-occasion-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-follow.h"

struct _EupOccasionGroup
{
  AdwPreferencesGroup parent_instance;

  EupCase *kase;
  gboolean filling;
  AdwComboRow *occasion;
  GtkEditable *earlier;
  AdwSwitchRow *urgent;
  GtkEditable *reason;
};

G_DEFINE_FINAL_TYPE (EupOccasionGroup, eup_occasion_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  FIRST,
  FOLLOW_UP,
};

static void
written_cb (EupOccasionGroup *self)
{
  gboolean follow_up = adw_combo_row_get_selected (self->occasion) == FOLLOW_UP;
  EupCard *card;

  if (self->filling || self->kase == NULL)
    return;
  card = eup_case_edit (self->kase, EUP_PART_CARD, NULL);
  g_set_str (&card->occasion, follow_up ? "follow-up" : "first");
  g_set_str (&card->earlier, gtk_editable_get_text (self->earlier));
  card->urgent = adw_switch_row_get_active (self->urgent);
  g_set_str (&card->urgent_reason, gtk_editable_get_text (self->reason));
  eup_case_put (self->kase, EUP_PART_CARD, card);
}

static void
show_text (GtkEditable *row, const char *text)
{
  text = text != NULL ? text : "";
  if (g_strcmp0 (gtk_editable_get_text (row), text) != 0)
    gtk_editable_set_text (row, text);
}

static char *
describe_urgent (EupOccasionGroup *self)
{
  EupRulePack *rules = eup_case_get_model (self->kase)->rules;
  guint days = rules != NULL ? (guint) eup_rule_pack_get_urgent_days (rules) : 0;

  if (days == 0)
    return g_strdup (_ ("Fewer questions are asked, and the decision holds for a short time only."));
  return g_strdup_printf (
      ngettext ("Fewer questions are asked. The decision holds for %u day at most; within that time the "
                "whole assessment is made.",
                "Fewer questions are asked. The decision holds for %u days at most; within that time the "
                "whole assessment is made.",
                days),
      days);
}

static void
refresh (EupOccasionGroup *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  gboolean follow_up = g_strcmp0 (card->occasion, "follow-up") == 0;
  g_autofree char *urgent = describe_urgent (self);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->occasion, follow_up ? FOLLOW_UP : FIRST);
  show_text (self->earlier, card->earlier);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), follow_up);
  adw_switch_row_set_active (self->urgent, card->urgent);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->urgent), urgent);
  show_text (self->reason, card->urgent_reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), card->urgent);
  self->filling = FALSE;
}

static void
eup_occasion_group_dispose (GObject *object)
{
  EupOccasionGroup *self = EUP_OCCASION_GROUP (object);

  self->filling = TRUE;
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_occasion_group_parent_class)->dispose (object);
}

static void
eup_occasion_group_class_init (EupOccasionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_occasion_group_dispose;
}

static void
eup_occasion_group_init (EupOccasionGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  const char *const occasions[] = { _ ("The first assessment"), _ ("A follow-up"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (occasions);

  self->filling = TRUE;
  adw_preferences_group_set_title (group, _ ("The occasion"));
  self->occasion = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("This is"), "model", list, NULL);
  self->earlier =
      g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Number of the case that is followed up"), NULL);
  self->urgent = g_object_new (ADW_TYPE_SWITCH_ROW, "title", _ ("It can’t wait"), "use-markup", FALSE,
                               "subtitle-lines", 0, NULL);
  self->reason = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Why it can’t wait"), NULL);
  adw_preferences_group_add (group, GTK_WIDGET (self->occasion));
  adw_preferences_group_add (group, GTK_WIDGET (self->earlier));
  adw_preferences_group_add (group, GTK_WIDGET (self->urgent));
  adw_preferences_group_add (group, GTK_WIDGET (self->reason));
  self->filling = FALSE;
  g_signal_connect_swapped (self->occasion, "notify::selected", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->earlier, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->urgent, "notify::active", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (written_cb), self);
}

/**
 * eup_occasion_group_set_case:
 * @kase: (transfer none): the case; set once
 */
void
eup_occasion_group_set_case (EupOccasionGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_OCCASION_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
