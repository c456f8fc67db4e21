/* One row a person with a voice, and one for whoever decides without having one; made anew only when
 * somebody comes or goes. */

#include "ui/meeting/eup-dissent-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-follow.h"
#include "ui/meeting/eup-dissent-row.h"

struct _EupDissentGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  GPtrArray *rows;
  char *shape; /* who the rows stand for */
};

G_DEFINE_FINAL_TYPE (EupDissentGroup, eup_dissent_group, ADW_TYPE_PREFERENCES_GROUP)

static void
rebuild (EupDissentGroup *self, GPtrArray *people)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < people->len; i++)
    {
      GtkWidget *row = eup_dissent_row_new (self->kase, ((EupPerson *) people->pdata[i])->id);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
refresh (EupDissentGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GString) shape = g_string_new (NULL);

  for (guint voice = 0; voice < EUP_N_VOICES; voice++)
    {
      g_autoptr (GPtrArray) some = eup_assessment_people_of (assessment, (EupVoice) voice);

      g_ptr_array_extend (people, some, NULL, NULL);
    }
  for (guint i = 0; i < assessment->people->len; i++)
    {
      EupPerson *person = assessment->people->pdata[i];

      if (person->decides && eup_person_voice (person) == EUP_VOICE_NONE)
        g_ptr_array_add (people, person);
    }
  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];

      g_string_append_printf (shape, "%s %s %d\n", person->id, person->voice, person->decides);
    }
  if (g_set_str (&self->shape, shape->str))
    rebuild (self, people);
  else
    for (guint i = 0; i < self->rows->len; i++)
      eup_dissent_row_refresh (self->rows->pdata[i]);
}

static void
eup_dissent_group_dispose (GObject *object)
{
  EupDissentGroup *self = EUP_DISSENT_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shape, g_free);
  G_OBJECT_CLASS (eup_dissent_group_parent_class)->dispose (object);
}

static void
eup_dissent_group_class_init (EupDissentGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_dissent_group_dispose;
}

static void
eup_dissent_group_init (EupDissentGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Differing opinions"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("Everybody is asked, the resident first."));
}

/**
 * eup_dissent_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose people; set once
 */
void
eup_dissent_group_set_case (EupDissentGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_DISSENT_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
