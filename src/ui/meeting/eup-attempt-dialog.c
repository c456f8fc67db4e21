/* Notes one attempt to ask the resident. */

#include "ui/meeting/eup-attempt-dialog.h"

struct _EupAttemptDialog
{
  AdwDialog parent_instance;
  EupCase *kase;
  const EupQuestion *question;
  GtkWidget *add;
  GtkEditable *date;
  GtkEditable *occasion;
  GtkEditable *method;
  GtkEditable *by;
  GtkEditable *note;
};

G_DEFINE_FINAL_TYPE (EupAttemptDialog, eup_attempt_dialog, ADW_TYPE_DIALOG)

static gboolean
is_date (const char *text)
{
  g_autofree char *iso = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (strlen (text) != 10)
    return FALSE;
  iso = g_strconcat (text, "T00:00:00Z", NULL);
  time = g_date_time_new_from_iso8601 (iso, NULL);
  return time != NULL;
}

static gboolean
has_words (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0';
}

static void
changed_cb (GtkEditable *editable, EupAttemptDialog *self)
{
  gboolean right = is_date (gtk_editable_get_text (self->date));

  if (right)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
  gtk_widget_set_sensitive (self->add, right && has_words (self->method) && has_words (self->by));
}

static void
cancel_cb (GtkButton *button, EupAttemptDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_cb (GtkButton *button, EupAttemptDialog *self)
{
  EupAttempt *attempt = eup_shape_new (eup_part_shape (EUP_PART_ATTEMPT));

  attempt->id = eup_case_new_id (self->kase);
  attempt->question = g_strdup (self->question->id);
  attempt->date = g_strdup (gtk_editable_get_text (self->date));
  attempt->occasion = g_strdup (gtk_editable_get_text (self->occasion));
  attempt->method = g_strdup (gtk_editable_get_text (self->method));
  attempt->by = g_strdup (gtk_editable_get_text (self->by));
  attempt->note = g_strdup (gtk_editable_get_text (self->note));
  eup_case_put (self->kase, EUP_PART_ATTEMPT, attempt);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
eup_attempt_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_ATTEMPT_DIALOG);
  g_clear_object (&EUP_ATTEMPT_DIALOG (object)->kase);
  G_OBJECT_CLASS (eup_attempt_dialog_parent_class)->dispose (object);
}

static void
eup_attempt_dialog_class_init (EupAttemptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_attempt_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-attempt-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupAttemptDialog, add);
  gtk_widget_class_bind_template_child (widget_class, EupAttemptDialog, date);
  gtk_widget_class_bind_template_child (widget_class, EupAttemptDialog, occasion);
  gtk_widget_class_bind_template_child (widget_class, EupAttemptDialog, method);
  gtk_widget_class_bind_template_child (widget_class, EupAttemptDialog, by);
  gtk_widget_class_bind_template_child (widget_class, EupAttemptDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
eup_attempt_dialog_init (EupAttemptDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_attempt_dialog_new:
 * @question: the question that was to be asked
 *
 * Returns: (transfer floating): the dialog, with today's date
 */
AdwDialog *
eup_attempt_dialog_new (EupCase *kase, const EupQuestion *question)
{
  EupAttemptDialog *self = g_object_new (EUP_TYPE_ATTEMPT_DIALOG, NULL);
  g_autofree char *today = eup_clock_today (eup_case_get_clock (kase));

  self->kase = g_object_ref (kase);
  self->question = question;
  gtk_editable_set_text (self->date, today);
  return ADW_DIALOG (self);
}
