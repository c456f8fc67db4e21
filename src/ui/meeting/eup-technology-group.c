/* The catalogue is a list with search; nothing is chosen beforehand. Functions are switches, and the
 * level that follows is said in words: it decides how much is asked. */

#include "ui/meeting/eup-technology-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"

struct _EupTechnologyGroup
{
  AdwPreferencesGroup parent_instance;

  EupCase *kase;
  gboolean filling;
  AdwComboRow *technology;
  GtkEditable *product;
  AdwActionRow *level;
  GPtrArray *functions; /* AdwSwitchRow of the chosen technology, named by the function's id */
  char *shown;          /* the technology whose functions and sheet are shown */
  GPtrArray *sheet;     /* AdwExpanderRow: what the catalogue says of it */
};

G_DEFINE_FINAL_TYPE (EupTechnologyGroup, eup_technology_group, ADW_TYPE_PREFERENCES_GROUP)

static const EupCard *
card (EupTechnologyGroup *self)
{
  return eup_case_get_assessment (self->kase)->card;
}

static EupCard *
edit_card (EupTechnologyGroup *self)
{
  return eup_case_edit (self->kase, EUP_PART_CARD, eup_case_get_id (self->kase));
}

/* The switches that are on, in their order. */
static char **
dup_functions (EupTechnologyGroup *self)
{
  g_autoptr (GStrvBuilder) on = g_strv_builder_new ();

  for (guint i = 0; i < self->functions->len; i++)
    if (adw_switch_row_get_active (self->functions->pdata[i]))
      g_strv_builder_add (on, gtk_widget_get_name (self->functions->pdata[i]));
  return g_strv_builder_end (on);
}

static void
function_cb (EupTechnologyGroup *self)
{
  EupCard *edited;

  if (self->filling)
    return;
  edited = edit_card (self);
  g_strfreev (edited->functions);
  edited->functions = dup_functions (self);
  eup_case_put (self->kase, EUP_PART_CARD, edited);
}

/* One switch a function; a function that raises the level says so. */
static void
add_function (EupTechnologyGroup *self, const EupTechnology *technology, const EupFunction *function)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 eup_text_get (function->name, eup_ui_language ()));
  if (function->level > technology->level)
    {
      g_autofree char *raises = g_strdup_printf (_ ("Makes it level %d"), function->level);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), raises);
    }
  gtk_widget_set_name (row, function->id);
  g_signal_connect_swapped (row, "notify::active", G_CALLBACK (function_cb), self);
  g_ptr_array_add (self->functions, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* One part of the technology's sheet, folded together: there to read when somebody wants to. */
static void
add_sheet (EupTechnologyGroup *self, const char *title, const char *subtitle, GPtrArray *texts)
{
  GtkWidget *expander;

  if (texts->len == 0)
    return;
  expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  for (guint i = 0; i < texts->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *words =
          eup_rules_say (texts->pdata[i], eup_ui_language (), eup_case_get_assessment (self->kase),
                         eup_case_get_model (self->kase));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
    }
  g_ptr_array_add (self->sheet, expander);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), expander);
}

static void
show_sheet (EupTechnologyGroup *self, const EupTechnology *technology)
{
  for (guint i = 0; i < self->sheet->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->sheet->pdata[i]);
  g_ptr_array_set_size (self->sheet, 0);
  if (technology == NULL)
    return;
  add_sheet (self, _ ("What to weigh"), _ ("Where one good stands against another"), technology->tensions);
  add_sheet (self, _ ("What it notes"), _ ("Data that come into being"), technology->data);
  add_sheet (self, _ ("Who can see it"), NULL, technology->viewers);
  add_sheet (self, _ ("What is less intrusive"), _ ("Try or consider this first"),
             technology->less_intrusive);
}

/* The level row comes after the functions, the sheet last. */
static void
show_functions (EupTechnologyGroup *self, const EupTechnology *technology)
{
  const char *id = technology != NULL ? technology->id : NULL;

  if (g_strcmp0 (self->shown, id) == 0)
    return;
  g_set_str (&self->shown, id);
  for (guint i = 0; i < self->functions->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->functions->pdata[i]);
  g_ptr_array_set_size (self->functions, 0);
  g_object_ref (self->level);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->level));
  for (guint i = 0; technology != NULL && i < technology->functions->len; i++)
    add_function (self, technology, technology->functions->pdata[i]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->level));
  g_object_unref (self->level);
  show_sheet (self, technology);
}

static void
show_level (EupTechnologyGroup *self, const EupTechnology *technology)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  const EupLevel *level = NULL;
  g_autofree char *title = NULL, *meaning = NULL;

  if (technology != NULL)
    level = eup_method_get_level (model->method, eup_rules_level (assessment, model));
  gtk_widget_set_visible (GTK_WIDGET (self->level), level != NULL);
  if (level == NULL)
    return;
  title = g_strdup_printf (_ ("Level %d: %s"), level->level, eup_text_get (level->title, eup_ui_language ()));
  meaning = eup_rules_say (level->meaning, eup_ui_language (), assessment, model);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->level), title);
  adw_action_row_set_subtitle (self->level, meaning);
}

/* The list's first line stands for none: a combo row always has something selected, whatever it is
 * told, and would else show a technology that nobody chose. */
static guint
position_of (EupTechnologyGroup *self, const char *id)
{
  GPtrArray *technologies = eup_catalogue_get_technologies (eup_case_get_model (self->kase)->catalogue);

  for (guint i = 0; i < technologies->len; i++)
    if (g_strcmp0 (((EupTechnology *) technologies->pdata[i])->id, id) == 0)
      return i + 1;
  return 0;
}

static void
refresh (EupTechnologyGroup *self)
{
  const EupCard *values = card (self);
  const EupTechnology *technology =
      eup_catalogue_find (eup_case_get_model (self->kase)->catalogue, values->technology);
  const char *product = values->product != NULL ? values->product : "";

  self->filling = TRUE;
  adw_combo_row_set_selected (self->technology, position_of (self, values->technology));
  if (g_strcmp0 (gtk_editable_get_text (self->product), product) != 0)
    gtk_editable_set_text (self->product, product);
  show_functions (self, technology);
  for (guint i = 0; i < self->functions->len; i++)
    {
      AdwSwitchRow *row = self->functions->pdata[i];
      const char *id = gtk_widget_get_name (GTK_WIDGET (row));

      adw_switch_row_set_active (row, values->functions != NULL &&
                                          g_strv_contains ((const char *const *) values->functions, id));
    }
  show_level (self, technology);
  self->filling = FALSE;
}

/* What most installations have switched on: a beginning, not an answer. */
static char **
dup_usual_functions (const EupTechnology *technology)
{
  g_autoptr (GStrvBuilder) usual = g_strv_builder_new ();

  for (guint i = 0; i < technology->functions->len; i++)
    {
      const EupFunction *function = technology->functions->pdata[i];

      if (function->usual)
        g_strv_builder_add (usual, function->id);
    }
  return g_strv_builder_end (usual);
}

/* Another technology has other functions: those switched on for the old one are taken back. */
static void
technology_cb (EupTechnologyGroup *self)
{
  guint position = adw_combo_row_get_selected (self->technology);
  GPtrArray *technologies;
  EupCard *edited;

  if (self->filling || self->kase == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  technologies = eup_catalogue_get_technologies (eup_case_get_model (self->kase)->catalogue);
  edited = edit_card (self);
  g_set_str (&edited->technology,
             position > 0 ? ((EupTechnology *) technologies->pdata[position - 1])->id : NULL);
  g_clear_pointer (&edited->functions, g_strfreev);
  if (position > 0)
    edited->functions = dup_usual_functions (technologies->pdata[position - 1]);
  eup_case_put (self->kase, EUP_PART_CARD, edited);
}

static void
product_cb (EupTechnologyGroup *self)
{
  EupCard *edited;

  if (self->filling)
    return;
  edited = edit_card (self);
  g_set_str (&edited->product, gtk_editable_get_text (self->product));
  eup_case_put (self->kase, EUP_PART_CARD, edited);
}

static void
eup_technology_group_dispose (GObject *object)
{
  EupTechnologyGroup *self = EUP_TECHNOLOGY_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->functions, g_ptr_array_unref);
  g_clear_pointer (&self->sheet, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_technology_group_parent_class)->dispose (object);
}

static void
eup_technology_group_class_init (EupTechnologyGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_technology_group_dispose;
}

static void
eup_technology_group_init (EupTechnologyGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *row;

  self->functions = g_ptr_array_new ();
  self->sheet = g_ptr_array_new ();
  adw_preferences_group_set_title (group, _ ("The technology"));
  row = adw_combo_row_new ();
  self->technology = ADW_COMBO_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Kind"));
  adw_combo_row_set_enable_search (self->technology, TRUE);
  adw_combo_row_set_search_match_mode (self->technology, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_preferences_group_add (group, row);

  row = adw_entry_row_new ();
  self->product = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Make and model"));
  adw_preferences_group_add (group, row);

  row = adw_action_row_new ();
  self->level = ADW_ACTION_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (self->level, 0);
  gtk_widget_add_css_class (row, "level");
  adw_preferences_group_add (group, row);

  g_signal_connect_swapped (self->technology, "notify::selected", G_CALLBACK (technology_cb), self);
  g_signal_connect_swapped (self->product, "changed", G_CALLBACK (product_cb), self);
}

/**
 * eup_technology_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose technology; set once
 */
void
eup_technology_group_set_case (EupTechnologyGroup *self, EupCase *kase)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = NULL;
  GPtrArray *technologies;

  g_return_if_fail (EUP_IS_TECHNOLOGY_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  technologies = eup_catalogue_get_technologies (eup_case_get_model (kase)->catalogue);
  gtk_string_list_append (names, _ ("Choose what the meeting is about"));
  for (guint i = 0; i < technologies->len; i++)
    {
      const EupTechnology *technology = technologies->pdata[i];

      gtk_string_list_append (names, eup_text_get (technology->name, eup_ui_language ()));
    }
  self->filling = TRUE;
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  adw_combo_row_set_expression (self->technology, expression);
  adw_combo_row_set_model (self->technology, G_LIST_MODEL (names));
  self->filling = FALSE;
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
