/* Text, owner, date and question of one condition, each put at each change. The list of questions
 * begins with none: a combo row always has something selected. */

#include "ui/meeting/eup-condition-row.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-entries.h"
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
  AdwComboRow *question;
  GStrv questions; /* the ids that the list stands for, after none */
  gboolean filling;
};

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupConditionRow, eup_condition_row, ADW_TYPE_EXPANDER_ROW)

/* The id of the question that is selected; %NULL for none */
static const char *
selected_question (EupConditionRow *self)
{
  guint selected = adw_combo_row_get_selected (self->question);

  if (selected == 0 || self->questions == NULL || selected > g_strv_length (self->questions))
    return NULL;
  return self->questions[selected - 1];
}

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
  g_set_str (&condition->question, selected_question (self));
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
  g_clear_pointer (&self->questions, g_strfreev);
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
  self->question = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->question), _ ("Answers to"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->question), _ ("The question where it came up"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (remove), _ ("Take away"));
  gtk_widget_add_css_class (remove, "destructive-action");
  adw_expander_row_add_row (expander, GTK_WIDGET (self->text));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->owner));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->date));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->question));
  adw_expander_row_add_row (expander, remove);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->owner, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->date, "notify::date", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->question, "notify::selected", G_CALLBACK (written_cb), self);
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

/* The questions that are open now, and the one that is linked even where it no longer is. */
static GPtrArray *
list_questions (EupConditionRow *self, const EupCondition *condition)
{
  EupModel *model = eup_case_get_model (self->kase);
  GPtrArray *questions = eup_rules_open_questions (eup_case_get_assessment (self->kase), model);
  const EupQuestion *linked = eup_method_find_question (model->method, condition->question);

  if (linked != NULL && !g_ptr_array_find (questions, linked, NULL))
    g_ptr_array_add (questions, (gpointer) linked);
  return questions;
}

/* Titles are filled in anew only when other questions are open. */
static void
fill_questions (EupConditionRow *self, GPtrArray *questions)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, C_ ("question", "None in particular"));
  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = questions->pdata[i];
      g_autofree char *title =
          eup_rules_say (question->title, eup_ui_language (), eup_case_get_assessment (self->kase),
                         eup_case_get_model (self->kase));

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->question, G_LIST_MODEL (titles));
}

static void
show_questions (EupConditionRow *self, const EupCondition *condition)
{
  g_autoptr (GPtrArray) questions = list_questions (self, condition);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;
  guint selected = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = questions->pdata[i];

      g_strv_builder_add (ids, question->id);
      if (g_strcmp0 (question->id, condition->question) == 0)
        selected = i + 1;
    }
  now = g_strv_builder_end (ids);
  if (self->questions == NULL ||
      !g_strv_equal ((const char *const *) now, (const char *const *) self->questions))
    {
      g_strfreev (self->questions);
      self->questions = g_steal_pointer (&now);
      fill_questions (self, questions);
    }
  adw_combo_row_set_selected (self->question, selected);
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
  eup_entry_show (self->text, condition->text);
  eup_entry_show (GTK_EDITABLE (self->owner), condition->owner);
  eup_date_row_set_date (self->date, condition->date);
  show_questions (self, condition);
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
