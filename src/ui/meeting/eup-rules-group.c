/* The list's first line stands for none, as long as none is chosen: a combo row always has something
 * selected. What is not asked for is not seen, unless something is written in it already. */

#include "ui/meeting/eup-rules-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-references-dialog.h"

struct _EupRulesGroup
{
  AdwPreferencesGroup parent_instance;

  EupCase *kase;
  gboolean filling;
  GPtrArray *packs; /* EupRulePack */
  AdwComboRow *country;
  AdwActionRow *references;
  GtkEditable *impact;
  GtkEditable *reader;
  GtkEditable *reader_role;
  GtkEditable *reader_view;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupRulesGroup, eup_rules_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* The pack of the case: 0 as long as none is pinned. */
static guint
position_of (EupRulesGroup *self)
{
  const EupPin *pin = eup_case_get_assessment (self->kase)->rules;

  for (guint i = 0; pin != NULL && !is_empty (pin->id) && i < self->packs->len; i++)
    if (g_str_equal (eup_rule_pack_get_id (self->packs->pdata[i]), pin->id))
      return i + 1;
  return 0;
}

static void
chosen_cb (EupRulesGroup *self)
{
  guint position = adw_combo_row_get_selected (self->country);

  if (self->filling || self->kase == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  if (position == position_of (self))
    return;
  if (position > 0)
    g_signal_emit (self, signals[CHOSEN], 0, eup_rule_pack_get_country (self->packs->pdata[position - 1]));
  eup_rules_group_refresh (self);
}

static void
references_cb (EupRulesGroup *self)
{
  adw_dialog_present (eup_references_dialog_new (eup_case_get_model (self->kase)->rules), GTK_WIDGET (self));
}

static void
written_cb (EupRulesGroup *self)
{
  EupCard *card;

  if (self->filling || self->kase == NULL)
    return;
  card = eup_case_edit (self->kase, EUP_PART_CARD, NULL);
  g_set_str (&card->impact_assessment, gtk_editable_get_text (self->impact));
  g_set_str (&card->second_reader, gtk_editable_get_text (self->reader));
  g_set_str (&card->second_reader_role, gtk_editable_get_text (self->reader_role));
  g_set_str (&card->second_reader_view, gtk_editable_get_text (self->reader_view));
  eup_case_put (self->kase, EUP_PART_CARD, card);
}

static void
show_text (GtkEditable *row, const char *text)
{
  text = text != NULL ? text : "";
  if (g_strcmp0 (gtk_editable_get_text (row), text) != 0)
    gtk_editable_set_text (row, text);
}

static gboolean
asks_for (EupRulesGroup *self, EupFact fact)
{
  return eup_rules_asks_for (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase), fact);
}

static void
show_impact (EupRulesGroup *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  EupRulePack *rules = eup_case_get_model (self->kase)->rules;
  const EupText *title = rules != NULL ? eup_rule_pack_get_impact_assessment (rules) : NULL;
  g_autofree char *words = NULL;

  if (title != NULL)
    /* Translators: %s is what the country calls an impact assessment */
    words = g_strdup_printf (_ ("%s: number, or where it is"), eup_text_get (title, eup_ui_language ()));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->impact),
                                 words ? words : _ ("Impact assessment: number, or where it is"));
  show_text (self->impact, card->impact_assessment);
  gtk_widget_set_visible (GTK_WIDGET (self->impact),
                          asks_for (self, EUP_FACT_IMPACT_ASSESSMENT) || !is_empty (card->impact_assessment));
}

static void
show_reader (EupRulesGroup *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  gboolean asked = asks_for (self, EUP_FACT_SECOND_READER) || !is_empty (card->second_reader) ||
                   !is_empty (card->second_reader_view);

  show_text (self->reader, card->second_reader);
  show_text (self->reader_role, card->second_reader_role);
  show_text (self->reader_view, card->second_reader_view);
  gtk_widget_set_visible (GTK_WIDGET (self->reader), asked);
  gtk_widget_set_visible (GTK_WIDGET (self->reader_role), asked);
  gtk_widget_set_visible (GTK_WIDGET (self->reader_view), asked);
}

static void
eup_rules_group_dispose (GObject *object)
{
  EupRulesGroup *self = EUP_RULES_GROUP (object);

  self->filling = TRUE;
  g_clear_object (&self->kase);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_rules_group_parent_class)->dispose (object);
}

static void
eup_rules_group_class_init (EupRulesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_rules_group_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkEditable *
add_entry (EupRulesGroup *self, const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", title, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (written_cb), self);
  return GTK_EDITABLE (row);
}

static void
fill_countries (EupRulesGroup *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Choose the country"));
  for (guint i = 0; i < self->packs->len; i++)
    gtk_string_list_append (list, eup_text_get (eup_rule_pack_get_title (self->packs->pdata[i]),
                                                eup_ui_language ()));
  adw_combo_row_set_model (self->country, G_LIST_MODEL (list));
}

static void
eup_rules_group_init (EupRulesGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->filling = TRUE;
  self->packs = eup_rule_packs_new_shipped ();
  adw_preferences_group_set_title (group, _ ("The rules"));
  self->country = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("The rules of"), NULL);
  fill_countries (self);
  self->references = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("What they rest on"), "use-markup", FALSE,
                                   "subtitle-lines", 0, "activatable", TRUE, NULL);
  adw_action_row_add_suffix (self->references, gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (group, GTK_WIDGET (self->country));
  adw_preferences_group_add (group, GTK_WIDGET (self->references));
  self->impact = add_entry (self, "");
  self->reader = add_entry (self, _ ("Second reader: somebody outside the meeting"));
  self->reader_role = add_entry (self, _ ("Their role: nurse, ethics group, another unit’s manager …"));
  self->reader_view = add_entry (self, _ ("What they say"));
  self->filling = FALSE;
  g_signal_connect_swapped (self->country, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->references, "activated", G_CALLBACK (references_cb), self);
}

/**
 * eup_rules_group_set_case:
 * @kase: (transfer none): the case; set once
 */
void
eup_rules_group_set_case (EupRulesGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_RULES_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (eup_rules_group_refresh));
  eup_rules_group_refresh (self);
}

/**
 * eup_rules_group_refresh:
 *
 * Shows the case as it is: also after a choice that could not be carried out.
 */
void
eup_rules_group_refresh (EupRulesGroup *self)
{
  EupModel *model = eup_case_get_model (self->kase);
  guint position = position_of (self);
  g_autofree char *described = model->rules != NULL ? eup_references_describe (model->rules) : NULL;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->country, position);
  gtk_widget_set_visible (GTK_WIDGET (self->references), position > 0 && described != NULL);
  adw_action_row_set_subtitle (self->references, described ? described : "");
  show_impact (self);
  show_reader (self);
  self->filling = FALSE;
}
