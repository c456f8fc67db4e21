/* No name is filled in beforehand: those who decide stand first in the menu, and only a name and a
 * reason open the button. */

#include "ui/meeting/eup-override-dialog.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"
#include "ui/meeting/eup-words.h"

struct _EupOverrideDialog
{
  AdwDialog parent_instance;
  EupCase *kase;
  const EupGate *gate; /* of the case's model */
  GtkLabel *heading;
  GtkLabel *missing;
  EupNameRow *name;
  GtkEditable *role;
  EupWords *reason;
  GtkWidget *go_ahead;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (EupOverrideDialog, eup_override_dialog, ADW_TYPE_DIALOG)

static void
update (EupOverrideDialog *self)
{
  g_autofree char *reason = eup_words_get_text (self->reason);

  gtk_widget_set_sensitive (self->go_ahead,
                            eup_entry_is_written (GTK_EDITABLE (self->name)) && eup_text_is_written (reason));
}

/* A name that is known brings its role along, into an empty row. */
static void
named_cb (EupOverrideDialog *self)
{
  const char *role = eup_names_role_of (eup_case_get_assessment (self->kase),
                                        gtk_editable_get_text (GTK_EDITABLE (self->name)));

  if (role != NULL && !eup_entry_is_written (self->role))
    eup_entry_show (self->role, role);
  update (self);
}

static void
written_cb (EupOverrideDialog *self)
{
  update (self);
}

static void
cancel_cb (EupOverrideDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
go_ahead_cb (EupOverrideDialog *self)
{
  g_autofree char *reason = eup_words_get_text (self->reason);
  g_autoptr (GError) error = NULL;

  if (eup_case_override_gate (self->kase, self->gate, gtk_editable_get_text (GTK_EDITABLE (self->name)),
                              gtk_editable_get_text (self->role), reason, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  g_message ("A gate can't be overridden: %s", error->message);
  gtk_label_set_label (self->problem, eup_error_words (error));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
eup_override_dialog_dispose (GObject *object)
{
  EupOverrideDialog *self = EUP_OVERRIDE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_OVERRIDE_DIALOG);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_override_dialog_parent_class)->dispose (object);
}

static void
eup_override_dialog_class_init (EupOverrideDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_NAME_ROW);
  g_type_ensure (EUP_TYPE_WORDS);
  G_OBJECT_CLASS (klass)->dispose = eup_override_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-override-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupOverrideDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, EupOverrideDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, EupOverrideDialog, name);
  gtk_widget_class_bind_template_child (widget_class, EupOverrideDialog, role);
  gtk_widget_class_bind_template_child (widget_class, EupOverrideDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, EupOverrideDialog, go_ahead);
  gtk_widget_class_bind_template_child (widget_class, EupOverrideDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_ahead_cb);
}

static void
eup_override_dialog_init (EupOverrideDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eup_words_set_label (self->reason, _ ("Why you go ahead all the same"));
  eup_words_set_placeholder (self->reason, _ ("Why you go ahead all the same"));
}

/* What is missing, a line each. */
static char *
list_missing (EupOverrideDialog *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  g_autoptr (GPtrArray) gates = eup_rules_gates (assessment, model);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];

      for (guint j = 0; state->gate == self->gate && j < state->needs->len; j++)
        {
          const EupGateNeed *need = state->needs->pdata[j];
          g_autofree char *missing = eup_rules_say (need->missing, eup_ui_language (), assessment, model);

          g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", missing);
        }
    }
  return g_string_free_and_steal (words);
}

/**
 * eup_override_dialog_new:
 * @kase: (transfer none): the case
 * @gate: an open gate that may be overridden
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_override_dialog_new (EupCase *kase, const EupGate *gate)
{
  EupOverrideDialog *self = g_object_new (EUP_TYPE_OVERRIDE_DIALOG, NULL);
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_auto (GStrv) names = eup_names_of_deciders_first (assessment);
  g_autofree char *heading = NULL, *missing = NULL;

  self->kase = g_object_ref (kase);
  self->gate = gate;
  heading = eup_rules_say (gate->title, eup_ui_language (), assessment, eup_case_get_model (kase));
  missing = list_missing (self);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->missing, missing);
  eup_name_row_set_names (self->name, (const char *const *) names);
  update (self);
  return ADW_DIALOG (self);
}
