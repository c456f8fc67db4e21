/* Text, owner and date of one condition, each put at each change. */

#include "ui/meeting/eup-condition-row.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"

struct _EupConditionRow
{
  AdwExpanderRow parent_instance;
  EupCase *kase;
  char *id;
  GtkEditable *text;
  EupNameRow *owner;
  EupDateRow *date;
  gboolean filling;
};

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupConditionRow, eup_condition_row, ADW_TYPE_EXPANDER_ROW)

static void
written_cb (EupConditionRow *self)
{
  EupCondition *condition;

  if (self->filling)
    return;
  condition = eup_case_edit (self->kase, EUP_PART_CONDITION, self->id);
  g_set_str (&condition->text, gtk_editable_get_text (self->text));
  g_set_str (&condition->owner, gtk_editable_get_text (GTK_EDITABLE (self->owner)));
  g_set_str (&condition->date, eup_date_row_get_date (self->date));
  eup_case_put (self->kase, EUP_PART_CONDITION, condition);
}

static void
remove_cb (EupConditionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
eup_condition_row_dispose (GObject *object)
{
  EupConditionRow *self = EUP_CONDITION_ROW (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (eup_condition_row_parent_class)->dispose (object);
}

static void
eup_condition_row_class_init (EupConditionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_condition_row_dispose;
  signals[SIGNAL_REMOVE] =
      g_signal_new ("remove", EUP_TYPE_CONDITION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eup_condition_row_init (EupConditionRow *self)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);
  GtkWidget *remove = adw_button_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_title_lines (expander, 3);
  self->text = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("What must hold"), NULL);
  self->owner = g_object_new (EUP_TYPE_NAME_ROW, "title", _ ("Who sees to it"), NULL);
  self->date = EUP_DATE_ROW (eup_date_row_new (_ ("Until")));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (remove), _ ("Take away"));
  gtk_widget_add_css_class (remove, "destructive-action");
  adw_expander_row_add_row (expander, GTK_WIDGET (self->text));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->owner));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->date));
  adw_expander_row_add_row (expander, remove);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->owner, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->date, "notify::date", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (remove, "activated", G_CALLBACK (remove_cb), self);
}

/**
 * eup_condition_row_new:
 * @kase: (transfer none): the case
 * @id: which condition
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
eup_condition_row_new (EupCase *kase, const char *id)
{
  EupConditionRow *self = g_object_new (EUP_TYPE_CONDITION_ROW, NULL);

  self->kase = g_object_ref (kase);
  self->id = g_strdup (id);
  eup_condition_row_refresh (self);
  return GTK_WIDGET (self);
}

static void
show_text (GtkEditable *row, const char *text)
{
  text = text != NULL ? text : "";
  if (g_strcmp0 (gtk_editable_get_text (row), text) != 0)
    gtk_editable_set_text (row, text);
}

/* "Maria Sund · 15 December 2026" */
static char *
describe (const EupCondition *condition)
{
  gboolean owned = condition->owner != NULL && *condition->owner != '\0';
  g_autofree char *date = eup_rules_date (condition->date, eup_ui_language ());

  if (owned && *date != '\0')
    return g_strdup_printf ("%s · %s", condition->owner, date);
  if (owned || *date != '\0')
    return g_strdup (owned ? condition->owner : date);
  return g_strdup (_ ("Who sees to it, and until when?"));
}

/**
 * eup_condition_row_refresh:
 * @self: the row
 *
 * Shows what the case says now.
 */
void
eup_condition_row_refresh (EupConditionRow *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupCondition *condition = eup_assessment_find (assessment, EUP_PART_CONDITION, self->id);
  g_auto (GStrv) names = eup_names_of_people (assessment);
  g_autofree char *subtitle = NULL;

  if (condition == NULL)
    return;
  self->filling = TRUE;
  show_text (self->text, condition->text);
  show_text (GTK_EDITABLE (self->owner), condition->owner);
  eup_date_row_set_date (self->date, condition->date);
  eup_name_row_set_names (self->owner, (const char *const *) names);
  subtitle = describe (condition);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 condition->text != NULL && *condition->text != '\0' ? condition->text
                                                                                     : _ ("New condition"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  self->filling = FALSE;
}

const char *
eup_condition_row_get_id (EupConditionRow *self)
{
  return self->id;
}
