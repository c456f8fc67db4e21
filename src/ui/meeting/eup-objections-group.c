/* One row an objection: whose, what they said is wrong, and the sentence that it is about. */

#include "ui/meeting/eup-objections-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-disc.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-read-back-words.h"

struct _EupObjectionsGroup
{
  EupListedGroup parent_instance;
  EupCase *kase;
};

G_DEFINE_FINAL_TYPE (EupObjectionsGroup, eup_objections_group, EUP_TYPE_LISTED_GROUP)

static char *
describe (EupObjectionsGroup *self, const EupConfirmation *objection, const EupStatement *statement)
{
  g_autofree char *sentence = eup_read_back_sentence (self->kase, statement, eup_ui_language ());

  if (objection->words == NULL || *objection->words == '\0')
    /* Translators: %s is the sentence that somebody objects to */
    return g_strdup_printf (_ ("About “%s”"), sentence);
  /* Translators: what somebody says is wrong, and the sentence that it is about */
  return g_strdup_printf (_ ("“%1$s” About “%2$s”"), objection->words, sentence);
}

static void
add_row (EupObjectionsGroup *self, const EupConfirmation *objection, const char *words)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupPerson *person = eup_assessment_find_person (assessment, objection->person);
  const EupStatement *statement = eup_assessment_find (assessment, EUP_PART_STATEMENT, objection->id);
  GtkWidget *row = eup_listed_row_new (person->name, words, statement->question);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), eup_disc_new (eup_person_voice (person)));
  eup_listed_group_add (EUP_LISTED_GROUP (self), row);
}

static void
refresh (EupObjectionsGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) objections = assessment->confirmations->len > 0
                                         ? eup_rules_objections (assessment, eup_case_get_model (self->kase))
                                         : g_ptr_array_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) says = g_string_new (NULL);

  for (guint i = 0; i < objections->len; i++)
    {
      const EupConfirmation *objection = objections->pdata[i];

      g_ptr_array_add (words, describe (self, objection,
                                        eup_assessment_find (assessment, EUP_PART_STATEMENT, objection->id)));
      g_string_append_printf (says, "%s %s\n", objection->id, (char *) words->pdata[i]);
    }
  if (!eup_listed_group_begin (EUP_LISTED_GROUP (self), says->str))
    return;
  for (guint i = 0; i < objections->len; i++)
    add_row (self, objections->pdata[i], words->pdata[i]);
  eup_listed_group_end (EUP_LISTED_GROUP (self));
}

static void
eup_objections_group_dispose (GObject *object)
{
  EupObjectionsGroup *self = EUP_OBJECTIONS_GROUP (object);

  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_objections_group_parent_class)->dispose (object);
}

static void
eup_objections_group_class_init (EupObjectionsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_objections_group_dispose;
}

static void
eup_objections_group_init (EupObjectionsGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Objections"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("Said when their own words were read to them. It holds nothing back, and stays in the record."));
}

/**
 * eup_objections_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose people; set once
 */
void
eup_objections_group_set_case (EupObjectionsGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_OBJECTIONS_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
