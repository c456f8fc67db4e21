/* One row a person. Rows are made anew when somebody comes or goes and only filled again otherwise, so
 * that the focus stays where it is. */

#include "ui/meeting/eup-people-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-disc.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-languages.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-person-dialog.h"
#include "ui/common/eup-toasts.h"

struct _EupPeopleGroup
{
  AdwPreferencesGroup parent_instance;

  EupCase *kase;
  GPtrArray *rows; /* AdwActionRow, named by the person's id */
  GtkWidget *add;
  char *shape; /* ids and voices of the rows that are there */
};

G_DEFINE_FINAL_TYPE (EupPeopleGroup, eup_people_group, ADW_TYPE_PREFERENCES_GROUP)

static void
append_part (GString *line, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, words);
}

/* "Relatives · On video · English · makes the decision" */
static char *
describe (const EupPerson *person)
{
  GString *line = g_string_new (NULL);

  append_part (line, eup_person_voice (person) == EUP_VOICE_FACILITATOR
                         ? _ ("Leads or decides")
                         : eup_voice_get_title (eup_person_voice (person)));
  if (person->interprets)
    append_part (line, _ ("interprets"));
  append_part (line, eup_person_get_presence_words (person));
  append_part (line, person->reason);
  append_part (line, eup_languages_name (person->language));
  if (person->cohabits)
    append_part (line, _ ("lives with the resident"));
  if (g_strcmp0 (person->interest, "some") == 0)
    append_part (line, _ ("has an interest in the outcome"));
  if (person->decides)
    append_part (line, _ ("makes the decision"));
  return g_string_free (line, FALSE);
}

static void
remove_cb (EupPeopleGroup *self, const char *id)
{
  const EupPerson *person = eup_assessment_find_person (eup_case_get_assessment (self->kase), id);
  g_autofree char *title = NULL;

  if (person == NULL)
    return;
  title = g_strdup_printf (_ ("%s is taken away"), person->name);
  eup_toast_removed (GTK_WIDGET (self), title, self->kase, EUP_PART_PERSON, id);
}

static void
present (EupPeopleGroup *self, const char *id, EupVoice voice)
{
  AdwDialog *dialog = eup_person_dialog_new (self->kase, id, voice);

  g_signal_connect_object (dialog, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
row_cb (AdwActionRow *row, EupPeopleGroup *self)
{
  present (self, gtk_widget_get_name (GTK_WIDGET (row)), EUP_VOICE_RESIDENT);
}

/* The first one added is the resident; whoever comes after is most often a relative. */
static void
add_cb (EupPeopleGroup *self)
{
  g_autoptr (GPtrArray) residents =
      eup_assessment_people_of (eup_case_get_assessment (self->kase), EUP_VOICE_RESIDENT);

  present (self, NULL, residents->len == 0 ? EUP_VOICE_RESIDENT : EUP_VOICE_RELATIVES);
}

static void
add_row (EupPeopleGroup *self, const EupPerson *person)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_name (row, person->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), eup_disc_new (eup_person_voice (person)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_cb), self);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* The resident first, then relatives, staff, those who lead and those without a voice; within a voice as they were added. */
static GPtrArray *
in_order (EupPeopleGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  GPtrArray *people = g_ptr_array_new ();

  for (guint voice = 0; voice <= EUP_N_VOICES; voice++)
    {
      g_autoptr (GPtrArray) some = eup_assessment_people_of (assessment, (EupVoice) voice);

      g_ptr_array_extend (people, some, NULL, NULL);
    }
  return people;
}

static void
rebuild (EupPeopleGroup *self, GPtrArray *people)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add);
  if (gtk_widget_get_parent (self->add) != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add);
  for (guint i = 0; i < people->len; i++)
    add_row (self, people->pdata[i]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
  g_object_unref (self->add);
}

static void
refresh (EupPeopleGroup *self)
{
  g_autoptr (GPtrArray) people = in_order (self);
  g_autoptr (GString) shape = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];

      g_string_append_printf (shape, "%s %s\n", person->id, person->voice);
    }
  if (g_set_str (&self->shape, shape->str))
    rebuild (self, people);
  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];
      gboolean named = person->name != NULL && *person->name != '\0';
      g_autofree char *title = named ? eup_person_describe (person) : g_strdup (_ ("No name yet"));
      g_autofree char *subtitle = describe (person);

      adw_preferences_row_set_title (self->rows->pdata[i], title);
      adw_action_row_set_subtitle (self->rows->pdata[i], subtitle);
    }
}

static void
eup_people_group_dispose (GObject *object)
{
  EupPeopleGroup *self = EUP_PEOPLE_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shape, g_free);
  G_OBJECT_CLASS (eup_people_group_parent_class)->dispose (object);
}

static void
eup_people_group_class_init (EupPeopleGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_people_group_dispose;
}

static void
eup_people_group_init (EupPeopleGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Who takes part"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("Whoever can’t come is here too, with the reason: they can be heard before or after."));
  self->add = adw_button_row_new ();
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add a person"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_cb), self);
}

/**
 * eup_people_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose people; set once
 */
void
eup_people_group_set_case (EupPeopleGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_PEOPLE_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
