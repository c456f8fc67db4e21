/* Name, role and delegation of the one who decides. The person marked in the preparation is offered
 * first; the name is only written when somebody says so. */

#include "ui/meeting/eup-decider-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"

struct _EupDeciderGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  EupNameRow *name;
  GtkEditable *role;
  GtkEditable *delegation;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupDeciderGroup, eup_decider_group, ADW_TYPE_PREFERENCES_GROUP)

/* The role that somebody of that name has in the case. */
static const char *
role_of (EupDeciderGroup *self, const char *name)
{
  GPtrArray *people = eup_case_get_assessment (self->kase)->people;

  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (((EupPerson *) people->pdata[i])->name, name) == 0)
      return ((EupPerson *) people->pdata[i])->role;
  return NULL;
}

static void
put (EupDeciderGroup *self, const char *role)
{
  EupDecision *decision = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);

  g_set_str (&decision->decider, gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_set_str (&decision->decider_role, role);
  g_set_str (&decision->delegation, gtk_editable_get_text (self->delegation));
  eup_case_put (self->kase, EUP_PART_DECISION, decision);
}

/* A name that is known brings its role along, into an empty row. */
static void
named_cb (EupDeciderGroup *self)
{
  const char *role = gtk_editable_get_text (self->role);
  const char *known = role_of (self, gtk_editable_get_text (GTK_EDITABLE (self->name)));

  if (!self->filling)
    put (self, *role == '\0' && known != NULL ? known : role);
}

/* A role that somebody clears stays empty. */
static void
written_cb (EupDeciderGroup *self)
{
  if (!self->filling)
    put (self, gtk_editable_get_text (self->role));
}

static void
show_text (GtkEditable *row, const char *text)
{
  text = text != NULL ? text : "";
  if (g_strcmp0 (gtk_editable_get_text (row), text) != 0)
    gtk_editable_set_text (row, text);
}

static gboolean
decides (const EupAssessment *assessment, const char *name)
{
  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *person = assessment->people->pdata[i];

      if (person->decides && g_strcmp0 (person->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Those marked as deciding come first in the menu. */
static void
offer_names (EupDeciderGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_auto (GStrv) names = eup_names_of_people (assessment);
  g_autoptr (GPtrArray) offered = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_insert (offered, decides (assessment, names[i]) ? 0 : -1, names[i]);
  g_ptr_array_add (offered, NULL);
  eup_name_row_set_names (self->name, (const char *const *) offered->pdata);
}

static void
refresh (EupDeciderGroup *self)
{
  const EupDecision *decision = eup_case_get_assessment (self->kase)->decision;

  self->filling = TRUE;
  show_text (GTK_EDITABLE (self->name), decision->decider);
  show_text (self->role, decision->decider_role);
  show_text (self->delegation, decision->delegation);
  offer_names (self);
  self->filling = FALSE;
}

static void
changed_cb (EupDeciderGroup *self)
{
  refresh (self);
}

static void
eup_decider_group_dispose (GObject *object)
{
  g_clear_object (&EUP_DECIDER_GROUP (object)->kase);
  G_OBJECT_CLASS (eup_decider_group_parent_class)->dispose (object);
}

static void
eup_decider_group_class_init (EupDeciderGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_decider_group_dispose;
}

static void
eup_decider_group_init (EupDeciderGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _ ("Who decides"));
  self->name = g_object_new (EUP_TYPE_NAME_ROW, "title", _ ("Name"), NULL);
  self->role = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Role"), NULL);
  self->delegation = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("By which delegation"), NULL);
  adw_preferences_group_add (group, GTK_WIDGET (self->name));
  adw_preferences_group_add (group, GTK_WIDGET (self->role));
  adw_preferences_group_add (group, GTK_WIDGET (self->delegation));
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (named_cb), self);
  g_signal_connect_swapped (self->role, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->delegation, "changed", G_CALLBACK (written_cb), self);
}

/**
 * eup_decider_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose decision; set once
 */
void
eup_decider_group_set_case (EupDeciderGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_DECIDER_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}
