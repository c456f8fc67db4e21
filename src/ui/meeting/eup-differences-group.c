/* Both can be true: nothing is weighed here, only set beside each other. Questions whose answers are
 * still covered stay out. What is missing waits in an expander of its own. */

#include "ui/meeting/eup-differences-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-difference.h"

struct _EupDifferencesGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  GPtrArray *rows;
  AdwExpanderRow *lacking; /* (nullable): among the rows */
  char *shown;             /* what the rows say */
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupDifferencesGroup, eup_differences_group, ADW_TYPE_PREFERENCES_GROUP)

/* "Anna: Don't know." of those who could not say */
static char *
say_unknown (EupDifferencesGroup *self, const EupDifference *difference)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < difference->statements->len; i++)
    {
      const EupStatement *statement = difference->statements->pdata[i];
      const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
      g_autofree char *stance =
          eup_rules_stance_words (statement, assessment, eup_case_get_model (self->kase), eup_ui_language ());

      if (person == NULL || eup_statement_is_answer (statement) || *stance == '\0')
        continue;
      /* Translators: who, and what that person answered */
      g_string_append_printf (words, "%s", words->len > 0 ? " · " : "");
      g_string_append_printf (words, C_ ("name and answer", "%1$s: %2$s"), person->name, stance);
    }
  return g_string_free_and_steal (words);
}

/* "Nobody has answered for Eva." */
static char *
say_missing (EupDifferencesGroup *self, const EupDifference *difference)
{
  g_autoptr (GPtrArray) missing = eup_rules_missing_people (
      eup_case_get_assessment (self->kase), eup_case_get_model (self->kase), difference->question);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                            ((EupPerson *) missing->pdata[i])->name);
  if (words->len == 0)
    g_string_append (words, _ ("A voice has no answer here"));
  else
    {
      g_autofree char *names = g_string_free_and_steal (g_steal_pointer (&words));

      /* Translators: %s is one name, or several with a dot between them */
      return g_strdup_printf (_ ("No answer from %s"), names);
    }
  return g_string_free_and_steal (words);
}

static char *
say (EupDifferencesGroup *self, const EupDifference *difference)
{
  switch (difference->kind)
    {
    case EUP_DIFFERENCE_SIDES:
      return eup_difference_say (self->kase, difference->question, eup_ui_language ());
    case EUP_DIFFERENCE_UNKNOWN:
      return say_unknown (self, difference);
    case EUP_DIFFERENCE_MISSING:
    default:
      return say_missing (self, difference);
    }
}

static GtkWidget *
new_row (EupDifferencesGroup *self, const EupDifference *difference, const char *words)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
      eup_rules_say (difference->question->title, eup_ui_language (), eup_case_get_assessment (self->kase),
                     eup_case_get_model (self->kase));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "difference.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", difference->question->id);
  return row;
}

static void
add_lacking (EupDifferencesGroup *self, GtkWidget *row)
{
  if (self->lacking == NULL)
    {
      self->lacking = ADW_EXPANDER_ROW (adw_expander_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lacking),
                                     _ ("Where an answer is missing, or nobody knows"));
    }
  adw_expander_row_add_row (self->lacking, row);
}

static void
rebuild (EupDifferencesGroup *self, GPtrArray *differences, GPtrArray *sentences)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  self->lacking = NULL;
  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = differences->pdata[i];
      GtkWidget *row;

      if (sentences->pdata[i] == NULL)
        continue;
      row = new_row (self, difference, sentences->pdata[i]);
      if (difference->kind != EUP_DIFFERENCE_SIDES)
        {
          add_lacking (self, row);
          continue;
        }
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
  if (self->lacking != NULL)
    {
      g_ptr_array_add (self->rows, self->lacking);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->lacking));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
refresh (EupDifferencesGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) differences = eup_rules_differences (assessment, eup_case_get_model (self->kase));
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) shown = g_string_new ("-");

  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = differences->pdata[i];
      char *words = eup_rules_is_revealed (assessment, difference->question) ? say (self, difference) : NULL;

      g_ptr_array_add (sentences, words);
      g_string_append_printf (shown, "%s %d %s\n", difference->question->id, difference->kind,
                              words != NULL ? words : "");
    }
  if (g_set_str (&self->shown, shown->str))
    rebuild (self, differences, sentences);
}

static void
changed_cb (EupDifferencesGroup *self)
{
  refresh (self);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_GO_TO], 0, g_variant_get_string (parameter, NULL));
}

static void
eup_differences_group_dispose (GObject *object)
{
  EupDifferencesGroup *self = EUP_DIFFERENCES_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_differences_group_parent_class)->dispose (object);
}

static void
eup_differences_group_class_init (EupDifferencesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_differences_group_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_DIFFERENCES_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "difference.go-to", "s", go_to_cb);
}

static void
eup_differences_group_init (EupDifferencesGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Where we differ"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _ ("Both can be true."));
}

/**
 * eup_differences_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose voices; set once
 */
void
eup_differences_group_set_case (EupDifferencesGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_DIFFERENCES_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}
