/* Conditions as rows that open; a new one opens at once with the cursor in it. */

#include "ui/meeting/eup-conditions-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-follow.h"
#include "ui/meeting/eup-condition-row.h"
#include "ui/common/eup-toasts.h"

struct _EupConditionsGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  GPtrArray *rows;
  GtkWidget *add;
  char *shape; /* the conditions that the rows stand for */
};

G_DEFINE_FINAL_TYPE (EupConditionsGroup, eup_conditions_group, ADW_TYPE_PREFERENCES_GROUP)

static void
remove_cb (EupConditionsGroup *self, EupConditionRow *row)
{
  g_autofree char *id = g_strdup (eup_condition_row_get_id (row));

  eup_toast_removed (GTK_WIDGET (self), _ ("The condition is taken away"), self->kase, EUP_PART_CONDITION,
                     id);
}

/* How many rows stand for the same conditions as before, from the first on. */
static guint
count_kept (EupConditionsGroup *self, GPtrArray *conditions)
{
  guint n = 0;

  while (n < self->rows->len && n < conditions->len &&
         g_strcmp0 (eup_condition_row_get_id (self->rows->pdata[n]),
                    ((EupCondition *) conditions->pdata[n])->id) == 0)
    n++;
  return n;
}

/* Rows that stay keep what is open and being written. */
static void
rebuild (EupConditionsGroup *self)
{
  GPtrArray *conditions = eup_case_get_assessment (self->kase)->conditions;
  guint kept = count_kept (self, conditions);

  for (guint i = kept; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, (int) kept);
  g_object_ref (self->add);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add);
  for (guint i = kept; i < conditions->len; i++)
    {
      GtkWidget *row = eup_condition_row_new (self->kase, ((EupCondition *) conditions->pdata[i])->id);

      g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
  g_object_unref (self->add);
}

static void
refresh (EupConditionsGroup *self)
{
  GPtrArray *conditions = eup_case_get_assessment (self->kase)->conditions;
  g_autoptr (GString) shape = g_string_new ("-");

  for (guint i = 0; i < conditions->len; i++)
    g_string_append_printf (shape, "%s\n", ((EupCondition *) conditions->pdata[i])->id);
  if (g_set_str (&self->shape, shape->str))
    rebuild (self);
  for (guint i = 0; i < self->rows->len; i++)
    eup_condition_row_refresh (self->rows->pdata[i]);
}

static void
add_cb (EupConditionsGroup *self)
{
  EupCondition *condition = eup_case_edit (self->kase, EUP_PART_CONDITION, NULL);
  AdwExpanderRow *row;

  g_set_str (&condition->text, "");
  eup_case_put (self->kase, EUP_PART_CONDITION, condition);
  if (self->rows->len == 0)
    return;
  row = self->rows->pdata[self->rows->len - 1];
  adw_expander_row_set_expanded (row, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
eup_conditions_group_dispose (GObject *object)
{
  EupConditionsGroup *self = EUP_CONDITIONS_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shape, g_free);
  G_OBJECT_CLASS (eup_conditions_group_parent_class)->dispose (object);
}

static void
eup_conditions_group_class_init (EupConditionsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_conditions_group_dispose;
}

static void
eup_conditions_group_init (EupConditionsGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Conditions"));
  self->add = adw_button_row_new ();
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add a condition"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_cb), self);
}

/**
 * eup_conditions_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose conditions; set once
 */
void
eup_conditions_group_set_case (EupConditionsGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_CONDITIONS_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
