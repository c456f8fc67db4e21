/* One row a person, made anew only when somebody comes or goes. */

#include "ui/acknowledge/eup-acknowledgements-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-acknowledge.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"

struct _EupAcknowledgementsGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  GPtrArray *rows;
  char *shape; /* who the rows stand for */
};

G_DEFINE_FINAL_TYPE (EupAcknowledgementsGroup, eup_acknowledgements_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
answer_words (EupAcknowledged kind)
{
  switch (kind)
    {
    case EUP_ACKNOWLEDGED_DRAWN:
      return _ ("Written on screen");
    case EUP_ACKNOWLEDGED_SAID:
      return _ ("Acknowledges by word or sign");
    case EUP_ACKNOWLEDGED_DECLINED:
      return _ ("Does not wish to");
    case EUP_ACKNOWLEDGED_CANNOT:
      return _ ("Can’t acknowledge");
    case EUP_ACKNOWLEDGED_NOT_ASKED:
      return _ ("Not asked");
    case EUP_ACKNOWLEDGED_OPEN:
      return _ ("Not asked yet");
    }
  return "";
}

/* "Written on screen 15:20, with Lena Sand", the own words, and that it was of another outcome. */
static char *
describe (EupAcknowledgementsGroup *self, const EupAcknowledgement *of)
{
  EupAcknowledged kind = eup_acknowledgement_kind (of);
  GString *words = g_string_new (answer_words (kind));

  if (of != NULL && of->at != NULL && strlen (of->at) >= 16 && eup_text_is_written (of->witness))
    {
      g_autofree char *time = g_strndup (of->at + 11, 5);

      /* Translators: after "Written on screen": a time of day, and who was the witness */
      g_string_append_printf (words, _ (" %1$s, with %2$s"), time, of->witness);
    }
  if (of != NULL && eup_text_is_written (of->words))
    g_string_append_printf (words, "\n%s", of->words);
  if (of != NULL && kind != EUP_ACKNOWLEDGED_NOT_ASKED &&
      !eup_rules_acknowledgement_is_of_outcome (of, eup_case_get_assessment (self->kase),
                                                eup_case_get_model (self->kase)))
    g_string_append_printf (words, "\n%s",
                            _ ("The outcome was another one then. Ask again; the record says so otherwise."));
  return g_string_free_and_steal (words);
}

static GtkWidget *
new_row (EupAcknowledgementsGroup *self, const EupPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *ask = gtk_button_new_with_mnemonic (_ ("_Ask …"));
  const char *name = eup_text_is_written (person->name) ? person->name : _ ("No name yet");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (ask, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (ask, "tall");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (ask), "win.acknowledge");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (ask), "s", person->id);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (ask), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), ask);
  g_object_set_data_full (G_OBJECT (row), "person", g_strdup (person->id), g_free);
  return row;
}

static void
rebuild (EupAcknowledgementsGroup *self, GPtrArray *people)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < people->len; i++)
    {
      GtkWidget *row = new_row (self, people->pdata[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
refresh (EupAcknowledgementsGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) people = eup_rules_who_may_acknowledge (assessment);
  g_autoptr (GString) shape = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];

      g_string_append_printf (shape, "%s %s\n", person->id, person->name ? person->name : "");
    }
  if (g_set_str (&self->shape, shape->str))
    rebuild (self, people);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *id = g_object_get_data (G_OBJECT (self->rows->pdata[i]), "person");
      g_autofree char *words =
          describe (self, eup_assessment_find (assessment, EUP_PART_ACKNOWLEDGEMENT, id));

      adw_action_row_set_subtitle (self->rows->pdata[i], words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), people->len > 0);
}

static void
eup_acknowledgements_group_dispose (GObject *object)
{
  EupAcknowledgementsGroup *self = EUP_ACKNOWLEDGEMENTS_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shape, g_free);
  G_OBJECT_CLASS (eup_acknowledgements_group_parent_class)->dispose (object);
}

static void
eup_acknowledgements_group_class_init (EupAcknowledgementsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_acknowledgements_group_dispose;
}

static void
eup_acknowledgements_group_init (EupAcknowledgementsGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Acknowledgements"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("Whoever wishes can show that they have taken part of what is written. Nothing waits for it."));
}

/**
 * eup_acknowledgements_group_set_case:
 * @kase: (transfer none): whose people; set once
 */
void
eup_acknowledgements_group_set_case (EupAcknowledgementsGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_ACKNOWLEDGEMENTS_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
