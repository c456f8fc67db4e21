/* A row a question, made anew only when what they say has changed. */

#include "ui/meeting/eup-parked-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules-session.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-attendance-words.h"

struct _EupParkedGroup
{
  EupListedGroup parent_instance;
  EupCase *kase;
};

G_DEFINE_FINAL_TYPE (EupParkedGroup, eup_parked_group, EUP_TYPE_LISTED_GROUP)

static void
add_row (EupParkedGroup *self, const EupQuestion *question, const char *words)
{
  g_autofree char *title =
      g_strdup_printf (C_ ("number and title of a question", "%1$d. %2$s"), question->number,
                       eup_text_get (question->title, eup_ui_language ()));
  GtkWidget *row = eup_listed_row_new (title, words, question->id);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "eup-parked-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  eup_listed_group_add (EUP_LISTED_GROUP (self), row);
}

static char *
describe (EupParkedGroup *self, const EupQuestion *question)
{
  return eup_parked_describe (
      eup_assessment_find (eup_case_get_assessment (self->kase), EUP_PART_PARKED, question->id));
}

static void
refresh (EupParkedGroup *self)
{
  g_autoptr (GPtrArray) parked =
      eup_rules_parked (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) says = g_string_new (NULL);

  for (guint i = 0; i < parked->len; i++)
    {
      g_ptr_array_add (words, describe (self, parked->pdata[i]));
      g_string_append_printf (says, "%s %s\n", ((EupQuestion *) parked->pdata[i])->id,
                              (char *) words->pdata[i]);
    }
  if (!eup_listed_group_begin (EUP_LISTED_GROUP (self), says->str))
    return;
  for (guint i = 0; i < parked->len; i++)
    add_row (self, parked->pdata[i], words->pdata[i]);
  eup_listed_group_end (EUP_LISTED_GROUP (self));
}

static void
eup_parked_group_dispose (GObject *object)
{
  EupParkedGroup *self = EUP_PARKED_GROUP (object);

  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_parked_group_parent_class)->dispose (object);
}

static void
eup_parked_group_class_init (EupParkedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_parked_group_dispose;
}

static void
eup_parked_group_init (EupParkedGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Parked questions"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("You left these for later. Take them up now, or let the record say that they stayed open."));
}

/**
 * eup_parked_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose questions; set once
 */
void
eup_parked_group_set_case (EupParkedGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_PARKED_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
