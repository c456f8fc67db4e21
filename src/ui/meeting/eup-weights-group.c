/* One line a question, which opens on its weight. The lines stay as long as the same questions are
 * open, so that nothing closes while somebody writes a reason; only their words follow the case. */

#include "ui/meeting/eup-weights-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-weight-row.h"

struct _EupWeightsGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  GPtrArray *rows; /* AdwExpanderRow, named by their questions */
  char *shape;     /* the questions that the rows stand for */
};

G_DEFINE_FINAL_TYPE (EupWeightsGroup, eup_weights_group, ADW_TYPE_PREFERENCES_GROUP)

/* "Only with strong reason: she is alone at night", or what it waits for. */
static char *
describe (EupWeightsGroup *self, const EupQuestion *question)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupScale *scale = eup_method_get_weight_scale (eup_case_get_model (self->kase)->method);
  const EupWeight *weight = eup_assessment_find (assessment, EUP_PART_WEIGHT, question->id);
  const EupOption *option =
      weight != NULL && scale != NULL ? eup_scale_find_option (scale, weight->weight) : NULL;
  const char *label = option != NULL ? eup_text_get (option->label, eup_ui_language ()) : NULL;

  if (!eup_rules_is_revealed (assessment, question))
    return g_strdup (_ ("The answers are not shown yet"));
  if (option == NULL)
    return g_strdup (_ ("Not weighed yet"));
  if (option->needs_safeguard && !eup_text_is_written (weight->safeguard))
    /* Translators: %s is how heavily something weighs, such as "Only with strong reason" */
    return g_strdup_printf (_ ("%s. The special protection is not written yet."), label);
  if (eup_text_is_written (weight->reason))
    return g_strdup_printf (C_ ("answer and reason", "%1$s: %2$s"), label, weight->reason);
  return g_strdup (label);
}

static GtkWidget *
new_row (EupWeightsGroup *self, const EupQuestion *question)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title =
      eup_rules_say (question->title, eup_ui_language (), eup_case_get_assessment (self->kase),
                     eup_case_get_model (self->kase));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), eup_weight_row_new (self->kase, question));
  gtk_widget_set_name (row, question->id);
  return row;
}

/* The open questions that the meeting weighs. (transfer container) */
static GPtrArray *
list_weighed (EupWeightsGroup *self)
{
  GPtrArray *questions =
      eup_rules_open_questions (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));

  for (guint i = questions->len; i > 0; i--)
    if (!((EupQuestion *) questions->pdata[i - 1])->weigh)
      g_ptr_array_remove_index (questions, i - 1);
  return questions;
}

static void
rebuild (EupWeightsGroup *self, GPtrArray *questions)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < questions->len; i++)
    {
      GtkWidget *row = new_row (self, questions->pdata[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
refresh (EupWeightsGroup *self)
{
  g_autoptr (GPtrArray) questions = list_weighed (self);
  g_autoptr (GString) shape = g_string_new ("-");

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (shape, "%s\n", ((EupQuestion *) questions->pdata[i])->id);
  if (g_set_str (&self->shape, shape->str))
    rebuild (self, questions);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *words = describe (self, questions->pdata[i]);

      adw_expander_row_set_subtitle (self->rows->pdata[i], words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), questions->len > 0);
}

static void
eup_weights_group_dispose (GObject *object)
{
  EupWeightsGroup *self = EUP_WEIGHTS_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shape, g_free);
  G_OBJECT_CLASS (eup_weights_group_parent_class)->dispose (object);
}

static void
eup_weights_group_class_init (EupWeightsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_weights_group_dispose;
}

static void
eup_weights_group_init (EupWeightsGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What weighs, and how much"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("Agreed on together. Nothing is added up."));
}

/**
 * eup_weights_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose weights; set once
 */
void
eup_weights_group_set_case (EupWeightsGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_WEIGHTS_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
