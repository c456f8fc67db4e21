/* Both can be true: nothing is weighed here, only set beside each other. Questions whose answers are
 * still covered stay out. Where there is much it waits behind a row that says how much. */

#include "ui/meeting/eup-differences-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-difference.h"

#define MOST_OPEN 4 /* rows */

struct _EupDifferencesGroup
{
  EupListedGroup parent_instance;
  EupCase *kase;
};

G_DEFINE_FINAL_TYPE (EupDifferencesGroup, eup_differences_group, EUP_TYPE_LISTED_GROUP)

/* Who does not know, at the question or in one of its fields. */
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
      g_string_append (words, words->len > 0 ? " · " : "");
      /* Translators: who, and what that person answered */
      g_string_append_printf (words, C_ ("name and answer", "%1$s: %2$s"), person->name, stance);
    }
  if (words->len == 0)
    g_string_append (words, _ ("Somebody does not know"));
  return g_string_free_and_steal (words);
}

/* "No answer from Eva and Per" */
static char *
say_missing (EupDifferencesGroup *self, const EupDifference *difference)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint voice = 0; voice < EUP_N_VOICES; voice++)
    {
      g_autoptr (GPtrArray) people =
          eup_assessment_people_of (eup_case_get_assessment (self->kase), (EupVoice) voice);

      for (guint i = 0; (difference->missing & (1u << voice)) != 0 && i < people->len; i++)
        g_ptr_array_add (names, ((EupPerson *) people->pdata[i])->name);
    }
  g_ptr_array_add (names, NULL);
  joined = eup_names_join ((const char *const *) names->pdata);
  /* Translators: %s is one name, or several joined */
  return g_strdup_printf (_ ("No answer from %s"), joined);
}

static char *
say (EupDifferencesGroup *self, const EupDifference *difference)
{
  switch (difference->kind)
    {
    case EUP_DIFFERENCE_SIDES:
      return eup_difference_describe (self->kase, difference, eup_ui_language ());
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
  g_autofree char *title =
      eup_rules_say (difference->question->title, eup_ui_language (), eup_case_get_assessment (self->kase),
                     eup_case_get_model (self->kase));

  return eup_listed_row_new (title, words, difference->question->id);
}

/* Adds what @kinds holds: open to read where it is little, else behind a row that tells how much it is. */
static void
add_all (EupDifferencesGroup *self, GPtrArray *kinds, const char *title, gboolean fold, gboolean expanded)
{
  GtkWidget *expander = NULL;

  if (kinds->len > 0 && fold)
    {
      expander = adw_expander_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
      gtk_widget_set_name (expander, title);
      eup_listed_group_add (EUP_LISTED_GROUP (self), expander);
    }
  for (guint i = 0; i < kinds->len; i++)
    if (expander != NULL)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), kinds->pdata[i]);
    else
      eup_listed_group_add (EUP_LISTED_GROUP (self), kinds->pdata[i]);
  if (expander != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), expanded);
}

static gboolean
any_expanded (EupDifferencesGroup *self)
{
  GPtrArray *rows = eup_listed_group_get_rows (EUP_LISTED_GROUP (self));

  for (guint i = 0; i < rows->len; i++)
    if (ADW_IS_EXPANDER_ROW (rows->pdata[i]) && adw_expander_row_get_expanded (rows->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
rebuild (EupDifferencesGroup *self, GPtrArray *differences, GPtrArray *sentences, gboolean expanded)
{
  g_autoptr (GPtrArray) sides = g_ptr_array_new ();
  g_autoptr (GPtrArray) lacking = g_ptr_array_new ();
  g_autofree char *many = NULL, *few = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = differences->pdata[i];

      if (sentences->pdata[i] != NULL)
        g_ptr_array_add (difference->kind == EUP_DIFFERENCE_SIDES ? sides : lacking,
                         new_row (self, difference, sentences->pdata[i]));
    }
  many = g_strdup_printf (ngettext ("In %u question you see it differently",
                                    "In %u questions you see it differently", sides->len),
                          sides->len);
  few = g_strdup_printf (ngettext ("In %u question an answer is missing, or somebody does not know",
                                   "In %u questions an answer is missing, or somebody does not know",
                                   lacking->len),
                         lacking->len);
  add_all (self, sides, many, sides->len > MOST_OPEN, expanded);
  add_all (self, lacking, few, TRUE, FALSE);
  eup_listed_group_end (EUP_LISTED_GROUP (self));
}

static void
refresh (EupDifferencesGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) differences = eup_rules_differences (assessment, eup_case_get_model (self->kase));
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) says = g_string_new (NULL);
  gboolean expanded = any_expanded (self);

  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = differences->pdata[i];
      char *words = eup_rules_is_revealed (assessment, difference->question) ? say (self, difference) : NULL;

      g_ptr_array_add (sentences, words);
      g_string_append_printf (says, "%s %d %s\n", difference->question->id, difference->kind,
                              words != NULL ? words : "");
    }
  if (eup_listed_group_begin (EUP_LISTED_GROUP (self), says->str))
    rebuild (self, differences, sentences, expanded);
}

static void
eup_differences_group_dispose (GObject *object)
{
  EupDifferencesGroup *self = EUP_DIFFERENCES_GROUP (object);

  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_differences_group_parent_class)->dispose (object);
}

static void
eup_differences_group_class_init (EupDifferencesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_differences_group_dispose;
}

static void
eup_differences_group_init (EupDifferencesGroup *self)
{
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
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
