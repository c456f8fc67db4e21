/* The log of attempts to ask the resident: when, how and by whom. */

#include "ui/meeting/eup-attempts.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/common/eup-toasts.h"
#include "ui/meeting/eup-attempt-dialog.h"

struct _EupAttempts
{
  GtkBox parent_instance;
  EupCase *kase;
  const EupQuestion *question;
  GtkListBox *list;
  GtkButton *add;
};

G_DEFINE_FINAL_TYPE (EupAttempts, eup_attempts, GTK_TYPE_BOX)

static void
remove_cb (GtkButton *button, EupAttempts *self)
{
  eup_toast_removed (GTK_WIDGET (self), _ ("The attempt is removed"), self->kase, EUP_PART_ATTEMPT,
                     g_object_get_data (G_OBJECT (button), "attempt"));
}

static GtkWidget *
new_row (EupAttempts *self, const EupAttempt *attempt)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *date = eup_rules_date (attempt->date, eup_ui_language ());
  gboolean at = attempt->occasion != NULL && *attempt->occasion != '\0';
  gboolean noted = attempt->note != NULL && *attempt->note != '\0';
  /* Translators: date and time of day */
  g_autofree char *when =
      at ? g_strdup_printf (C_ ("date and occasion", "%1$s, %2$s"), date, attempt->occasion)
         : g_strdup (date);
  g_autofree char *how =
      g_strdup_printf ("%s · %s%s%s", attempt->method ? attempt->method : "", attempt->by ? attempt->by : "",
                       noted ? "\n" : "", noted ? attempt->note : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), how);
  g_object_set_data_full (G_OBJECT (remove), "attempt", g_strdup (attempt->id), g_free);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Remove this attempt"));
  gtk_widget_add_css_class (remove, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  return row;
}

static void
refresh (EupAttempts *self)
{
  GPtrArray *attempts = eup_case_get_assessment (self->kase)->attempts;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < attempts->len; i++)
    {
      const EupAttempt *attempt = attempts->pdata[i];

      if (g_strcmp0 (attempt->question, self->question->id) == 0)
        gtk_list_box_append (self->list, new_row (self, attempt));
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), !eup_case_is_sealed (self->kase));
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupAttempts *self)
{
  if (kind == EUP_PART_ATTEMPT)
    refresh (self);
}

static void
add_cb (GtkButton *button, EupAttempts *self)
{
  adw_dialog_present (eup_attempt_dialog_new (self->kase, self->question), GTK_WIDGET (self));
}

static void
eup_attempts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_ATTEMPTS);
  g_clear_object (&EUP_ATTEMPTS (object)->kase);
  G_OBJECT_CLASS (eup_attempts_parent_class)->dispose (object);
}

static void
eup_attempts_class_init (EupAttemptsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_attempts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-attempts.ui");
  gtk_widget_class_bind_template_child (widget_class, EupAttempts, list);
  gtk_widget_class_bind_template_child (widget_class, EupAttempts, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
eup_attempts_init (EupAttempts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_attempts_new:
 * @question: the question that was to be asked
 *
 * Returns: (transfer floating): the log; it follows the case
 */
GtkWidget *
eup_attempts_new (EupCase *kase, const EupQuestion *question)
{
  EupAttempts *self = g_object_new (EUP_TYPE_ATTEMPTS, NULL);

  self->kase = g_object_ref (kase);
  self->question = question;
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  refresh (self);
  return GTK_WIDGET (self);
}
