/* Writes one alternative; a new one comes into the case with its first keystroke. */

#include "ui/meeting/eup-alternative-dialog.h"

struct _EupAlternativeDialog
{
  AdwDialog parent_instance;
  EupCase *kase;
  char *id;
  gboolean filling;
  GtkEditable *title_row;
  AdwSwitchRow *without_technology;
  AdwSwitchRow *chosen;
  GtkEditable *meets_need;
  GtkEditable *intrusion;
  GtkEditable *human_time;
  GtkEditable *cost;
  GtkEditable *reason;
};

G_DEFINE_FINAL_TYPE (EupAlternativeDialog, eup_alternative_dialog, ADW_TYPE_DIALOG)

/* One alternative is chosen at most: the one before it no longer is. */
static void
unchoose_others (EupAlternativeDialog *self)
{
  const GPtrArray *alternatives = eup_case_get_assessment (self->kase)->alternatives;

  for (guint i = 0; i < alternatives->len; i++)
    {
      const EupAlternative *other = alternatives->pdata[i];
      EupAlternative *changed;

      if (!other->chosen || g_strcmp0 (other->id, self->id) == 0)
        continue;
      changed = eup_case_edit (self->kase, EUP_PART_ALTERNATIVE, other->id);
      changed->chosen = FALSE;
      eup_case_put (self->kase, EUP_PART_ALTERNATIVE, changed);
    }
}

static void
put (EupAlternativeDialog *self)
{
  const EupAlternative *old;
  EupAlternative *alternative;

  if (self->filling || self->kase == NULL)
    return;
  old = eup_assessment_find (eup_case_get_assessment (self->kase), EUP_PART_ALTERNATIVE, self->id);
  alternative = old ? eup_case_edit (self->kase, EUP_PART_ALTERNATIVE, self->id)
                    : eup_shape_new (eup_part_shape (EUP_PART_ALTERNATIVE));
  g_set_str (&alternative->id, self->id);
  g_set_str (&alternative->title, gtk_editable_get_text (self->title_row));
  alternative->without_technology = adw_switch_row_get_active (self->without_technology);
  g_set_str (&alternative->meets_need, gtk_editable_get_text (self->meets_need));
  g_set_str (&alternative->intrusion, gtk_editable_get_text (self->intrusion));
  g_set_str (&alternative->human_time, gtk_editable_get_text (self->human_time));
  g_set_str (&alternative->cost, gtk_editable_get_text (self->cost));
  g_set_str (&alternative->reason, gtk_editable_get_text (self->reason));
  alternative->chosen = adw_switch_row_get_active (self->chosen);
  if (alternative->chosen)
    unchoose_others (self);
  eup_case_put (self->kase, EUP_PART_ALTERNATIVE, alternative);
}

static void
changed_cb (GtkEditable *editable, EupAlternativeDialog *self)
{
  put (self);
}

static void
switched_cb (GObject *row, GParamSpec *pspec, EupAlternativeDialog *self)
{
  put (self);
}

static void
set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text ? text : "");
}

static void
fill (EupAlternativeDialog *self, const EupAlternative *alternative)
{
  self->filling = TRUE;
  set_text (self->title_row, alternative->title);
  adw_switch_row_set_active (self->without_technology, alternative->without_technology);
  set_text (self->meets_need, alternative->meets_need);
  set_text (self->intrusion, alternative->intrusion);
  set_text (self->human_time, alternative->human_time);
  set_text (self->cost, alternative->cost);
  set_text (self->reason, alternative->reason);
  adw_switch_row_set_active (self->chosen, alternative->chosen);
  self->filling = FALSE;
}

static void
eup_alternative_dialog_dispose (GObject *object)
{
  EupAlternativeDialog *self = EUP_ALTERNATIVE_DIALOG (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_ALTERNATIVE_DIALOG);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_alternative_dialog_parent_class)->dispose (object);
}

static void
eup_alternative_dialog_finalize (GObject *object)
{
  g_free (EUP_ALTERNATIVE_DIALOG (object)->id);
  G_OBJECT_CLASS (eup_alternative_dialog_parent_class)->finalize (object);
}

static void
eup_alternative_dialog_class_init (EupAlternativeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_alternative_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_alternative_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/euphoria_care/Euphoria/ui/eup-alternative-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupAlternativeDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, EupAlternativeDialog, without_technology);
  gtk_widget_class_bind_template_child (widget_class, EupAlternativeDialog, meets_need);
  gtk_widget_class_bind_template_child (widget_class, EupAlternativeDialog, intrusion);
  gtk_widget_class_bind_template_child (widget_class, EupAlternativeDialog, human_time);
  gtk_widget_class_bind_template_child (widget_class, EupAlternativeDialog, cost);
  gtk_widget_class_bind_template_child (widget_class, EupAlternativeDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, EupAlternativeDialog, chosen);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
eup_alternative_dialog_init (EupAlternativeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_alternative_dialog_new:
 * @id: (nullable): which alternative; %NULL for a new one
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
eup_alternative_dialog_new (EupCase *kase, const char *id)
{
  EupAlternativeDialog *self = g_object_new (EUP_TYPE_ALTERNATIVE_DIALOG, NULL);
  const EupAlternative *alternative = NULL;

  self->kase = g_object_ref (kase);
  self->id = id ? g_strdup (id) : eup_case_new_id (kase);
  if (id != NULL)
    alternative = eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_ALTERNATIVE, id);
  if (alternative != NULL)
    fill (self, alternative);
  return ADW_DIALOG (self);
}
