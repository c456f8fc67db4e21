/* Lists that begin with "not chosen yet": a combo row always has something selected, and no road may
 * be chosen by nobody. What the chosen road means, and what its provision says, stands beneath. */

#include "ui/meeting/eup-road-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-reference-rows.h"

struct _EupRoadGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  AdwComboRow *road;
  AdwActionRow *meaning;
  AdwComboRow *provision;
  GtkWidget *reference; /* (nullable): what the chosen provision says */
  AdwSwitchRow *appeal;
  const EupRulePack *rules; /* whose roads are in the list; of the case's model */
  char *shown_road;         /* whose provisions are in the list */
  char *shown_provision;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupRoadGroup, eup_road_group, ADW_TYPE_PREFERENCES_GROUP)

static const EupDecision *
decision (EupRoadGroup *self)
{
  return eup_case_get_assessment (self->kase)->decision;
}

static const EupRoad *
chosen_road (EupRoadGroup *self)
{
  return self->rules != NULL ? eup_rule_pack_find_road (self->rules, decision (self)->road) : NULL;
}

/* Another road has other provisions; the chosen one stays where the new road has it too. */
static void
road_cb (EupRoadGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->road);
  GPtrArray *roads;
  const EupRoad *road = NULL;
  EupDecision *edited;

  if (self->filling || self->rules == NULL)
    return;
  roads = eup_rule_pack_get_roads (self->rules);
  if (selected > 0 && selected <= roads->len)
    road = roads->pdata[selected - 1];
  edited = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);
  g_set_str (&edited->road, road != NULL ? road->id : NULL);
  if (road == NULL || edited->provision == NULL || road->provisions == NULL ||
      !g_strv_contains ((const char *const *) road->provisions, edited->provision))
    g_set_str (&edited->provision, NULL);
  eup_case_put (self->kase, EUP_PART_DECISION, edited);
}

static void
provision_cb (EupRoadGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->provision);
  const EupRoad *road = chosen_road (self);
  EupDecision *edited;

  if (self->filling || road == NULL || road->provisions == NULL)
    return;
  edited = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);
  g_set_str (&edited->provision, selected > 0 && selected <= g_strv_length (road->provisions)
                                     ? road->provisions[selected - 1]
                                     : NULL);
  eup_case_put (self->kase, EUP_PART_DECISION, edited);
}

static void
appeal_cb (EupRoadGroup *self)
{
  EupDecision *edited;

  if (self->filling)
    return;
  edited = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);
  edited->appeal = adw_switch_row_get_active (self->appeal);
  eup_case_put (self->kase, EUP_PART_DECISION, edited);
}

static void
show_roads (EupRoadGroup *self)
{
  GPtrArray *roads = eup_rule_pack_get_roads (self->rules);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Not chosen yet"));
  for (guint i = 0; i < roads->len; i++)
    gtk_string_list_append (titles, eup_text_get (((EupRoad *) roads->pdata[i])->title, eup_ui_language ()));
  adw_combo_row_set_model (self->road, G_LIST_MODEL (titles));
}

static void
show_provisions (EupRoadGroup *self, const EupRoad *road)
{
  g_autoptr (GtkStringList) citations = gtk_string_list_new (NULL);

  gtk_string_list_append (citations, _ ("Not chosen yet"));
  for (guint i = 0; road->provisions != NULL && road->provisions[i] != NULL; i++)
    {
      const EupReference *reference = eup_rule_pack_find_reference (self->rules, road->provisions[i]);

      gtk_string_list_append (citations, reference != NULL
                                             ? eup_text_get (reference->citation, eup_ui_language ())
                                             : road->provisions[i]);
    }
  adw_combo_row_set_model (self->provision, G_LIST_MODEL (citations));
}

static guint
position_of_road (EupRoadGroup *self, const EupRoad *road)
{
  guint position = 0;

  return g_ptr_array_find (eup_rule_pack_get_roads (self->rules), road, &position) ? position + 1 : 0;
}

static guint
position_of_provision (const EupRoad *road, const char *provision)
{
  for (guint i = 0; road->provisions != NULL && road->provisions[i] != NULL; i++)
    if (g_strcmp0 (road->provisions[i], provision) == 0)
      return i + 1;
  return 0;
}

/* The row under the provision is made anew when another one is chosen. */
static void
show_reference (EupRoadGroup *self, const char *provision)
{
  const EupReference *reference =
      provision != NULL ? eup_rule_pack_find_reference (self->rules, provision) : NULL;

  if (!g_set_str (&self->shown_provision, provision))
    return;
  if (self->reference != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->reference);
  self->reference = NULL;
  if (reference == NULL)
    return;
  self->reference = eup_reference_row_new (reference);
  g_object_ref (self->appeal); /* it stays last */
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->appeal));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->reference);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->appeal));
  g_object_unref (self->appeal);
}

static void
show_appeal (EupRoadGroup *self, const EupRoad *road)
{
  const char *words =
      road != NULL && road->appeal != NULL ? eup_text_get (road->appeal, eup_ui_language ()) : "";

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->appeal),
                                 road != NULL && road->appealable
                                     ? _ ("It has been told how to appeal")
                                     : _ ("It has been told what one can do if one is not satisfied"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->appeal), words);
  adw_switch_row_set_active (self->appeal, decision (self)->appeal);
  gtk_widget_set_visible (GTK_WIDGET (self->appeal), road != NULL);
}

static void
show_road (EupRoadGroup *self)
{
  const EupRoad *road = chosen_road (self);

  adw_combo_row_set_selected (self->road, road != NULL ? position_of_road (self, road) : 0);
  adw_action_row_set_subtitle (self->meaning,
                               road != NULL ? eup_text_get (road->meaning, eup_ui_language ()) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), road != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->provision), road != NULL);
  if (g_set_str (&self->shown_road, road != NULL ? road->id : NULL) && road != NULL)
    show_provisions (self, road);
  if (road != NULL)
    adw_combo_row_set_selected (self->provision, position_of_provision (road, decision (self)->provision));
  show_reference (self, road != NULL && eup_text_is_written (decision (self)->provision)
                            ? decision (self)->provision
                            : NULL);
  show_appeal (self, road);
}

/* The rule pack changes when another country is chosen, or a newer one is taken over. */
static void
refresh (EupRoadGroup *self)
{
  const EupRulePack *rules = eup_case_get_model (self->kase)->rules;

  self->filling = TRUE;
  if (rules != self->rules)
    {
      self->rules = rules;
      g_clear_pointer (&self->shown_road, g_free);
      if (rules != NULL)
        show_roads (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), rules != NULL);
  if (rules != NULL)
    show_road (self);
  self->filling = FALSE;
}

static void
eup_road_group_dispose (GObject *object)
{
  EupRoadGroup *self = EUP_ROAD_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->shown_road, g_free);
  g_clear_pointer (&self->shown_provision, g_free);
  G_OBJECT_CLASS (eup_road_group_parent_class)->dispose (object);
}

static void
eup_road_group_class_init (EupRoadGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_road_group_dispose;
}

static void
eup_road_group_init (EupRoadGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _ ("How it is decided"));
  self->road = ADW_COMBO_ROW (adw_combo_row_new ());
  self->provision = ADW_COMBO_ROW (adw_combo_row_new ());
  self->appeal = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->road), _ ("The road"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->provision), _ ("The provision it rests on"));
  self->meaning = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->meaning), _ ("What it means"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->meaning), FALSE);
  adw_action_row_set_subtitle_lines (self->meaning, 0);
  adw_combo_row_set_use_subtitle (self->road, TRUE); /* titles and citations are long */
  adw_combo_row_set_use_subtitle (self->provision, TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->road), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->provision), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->provision), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->appeal), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->appeal), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->road), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->appeal), FALSE);
  adw_preferences_group_add (group, GTK_WIDGET (self->road));
  adw_preferences_group_add (group, GTK_WIDGET (self->meaning));
  adw_preferences_group_add (group, GTK_WIDGET (self->provision));
  adw_preferences_group_add (group, GTK_WIDGET (self->appeal));
  g_signal_connect_swapped (self->road, "notify::selected", G_CALLBACK (road_cb), self);
  g_signal_connect_swapped (self->provision, "notify::selected", G_CALLBACK (provision_cb), self);
  g_signal_connect_swapped (self->appeal, "notify::active", G_CALLBACK (appeal_cb), self);
}

/**
 * eup_road_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose decision; set once
 */
void
eup_road_group_set_case (EupRoadGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_ROAD_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
