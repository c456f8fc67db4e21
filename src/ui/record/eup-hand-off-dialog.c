/* Three steps, of which the one in the middle happens elsewhere. */

#include "ui/record/eup-hand-off-dialog.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "casework/eup-case-later.h"
#include "ui/common/eup-error-words.h"
#include "ui/meeting/eup-obstacle-words.h"
#include "ui/record/eup-record-files.h"
#include "util/eup-file.h"

struct _EupHandOffDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  char *path; /* where the record goes once it is read; NULL to ask */
  GtkWidget *obstacle_box;
  GtkLabel *obstacles;
  GtkWidget *steps;
  GtkWidget *progress;
  GtkLabel *said;
};

enum
{
  SIGNAL_SIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupHandOffDialog, eup_hand_off_dialog, ADW_TYPE_DIALOG)

static void
set_busy (EupHandOffDialog *self, gboolean busy)
{
  if (self->kase == NULL)
    return;
  gtk_widget_set_sensitive (self->steps, !busy);
  gtk_widget_set_visible (self->progress, busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
}

static void
say (EupHandOffDialog *self, const char *words, const GError *error)
{
  if (error != NULL)
    g_message ("Signing elsewhere: %s", error->message);
  if (self->kase == NULL)
    return;
  gtk_label_set_label (self->said, error != NULL ? eup_error_words (error) : words);
  gtk_widget_set_visible (GTK_WIDGET (self->said), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->said),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
written_cb (gpointer target, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words =
      eup_file_stands_alone (path)
          /* Translators: the name of a file */
          ? g_strdup_printf (_ ("Saved as “%s”. Now let it be signed."), name)
          /* Translators: the name of a file, twice */
          : g_strdup_printf (_ ("Saved as “%s”, with “%s.sha256” beside it. Now let it be signed."), name,
                             name);

  say (target, words, error);
}

static void
record_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupHandOffDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_case_record_finish (EUP_CASE (source), result, &error);
  const char *number = eup_case_get_assessment (EUP_CASE (source))->card->number;
  g_autofree char *name = g_strconcat (
      number != NULL && *number != '\0' ? number : eup_case_get_id (EUP_CASE (source)), ".pdf", NULL);

  if (self->kase == NULL)
    return;
  set_busy (self, FALSE);
  g_strdelimit (name, "/", '-');
  if (pdf == NULL)
    say (self, NULL, error);
  else if (self->path != NULL)
    eup_files_write (pdf, self->path, TRUE, written_cb, self);
  else
    eup_files_save (GTK_WIDGET (self), _ ("Hand the Record Over"), name, pdf, TRUE, written_cb, self);
}

static void
save_cb (EupHandOffDialog *self)
{
  eup_hand_off_dialog_save_to (self, NULL);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupHandOffDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_case_revise_finish (EUP_CASE (source), result, &error);

  set_busy (self, FALSE);
  say (self, _ ("Taken back: it is the record that was handed over, with nothing but signatures added."),
       error);
  if (pdf != NULL)
    g_signal_emit (self, signals[SIGNAL_SIGNED], 0);
}

static void
read_cb (gpointer target, GPtrArray *files, const GError *error)
{
  EupHandOffDialog *self = target;

  if (files == NULL || self->kase == NULL)
    {
      say (self, NULL, error);
      return;
    }
  set_busy (self, TRUE);
  eup_case_take_back_async (self->kase, ((EupReadFile *) files->pdata[0])->bytes, NULL, taken_cb,
                            g_object_ref (self));
}

static void
take_cb (EupHandOffDialog *self)
{
  eup_files_choose (GTK_WIDGET (self), _ ("Choose the Signed File"), (const char *const[]) { "pdf", NULL },
                    read_cb, self);
}

static void
eup_hand_off_dialog_dispose (GObject *object)
{
  EupHandOffDialog *self = EUP_HAND_OFF_DIALOG (object);

  g_clear_object (&self->kase); /* what still speaks after this is not heard */
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_HAND_OFF_DIALOG);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (eup_hand_off_dialog_parent_class)->dispose (object);
}

static void
eup_hand_off_dialog_class_init (EupHandOffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_hand_off_dialog_dispose;
  signals[SIGNAL_SIGNED] = g_signal_new ("signed", EUP_TYPE_HAND_OFF_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-hand-off-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupHandOffDialog, obstacle_box);
  gtk_widget_class_bind_template_child (widget_class, EupHandOffDialog, obstacles);
  gtk_widget_class_bind_template_child (widget_class, EupHandOffDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, EupHandOffDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, EupHandOffDialog, said);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
eup_hand_off_dialog_init (EupHandOffDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What may not be signed here may not be signed elsewhere. */
static void
show_obstacles (EupHandOffDialog *self)
{
  g_autoptr (GPtrArray) obstacles =
      eup_rules_sign_obstacles (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autofree char *list = eup_obstacles_list (self->kase, obstacles);

  gtk_label_set_label (self->obstacles, list);
  gtk_widget_set_visible (self->obstacle_box, obstacles->len > 0);
  gtk_widget_set_sensitive (self->steps, obstacles->len == 0);
}

/**
 * eup_hand_off_dialog_new:
 * @kase: (transfer none): a sealed case
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_hand_off_dialog_new (EupCase *kase)
{
  EupHandOffDialog *self = g_object_new (EUP_TYPE_HAND_OFF_DIALOG, NULL);

  self->kase = g_object_ref (kase);
  show_obstacles (self);
  return ADW_DIALOG (self);
}

/**
 * eup_hand_off_dialog_save_to:
 * @path: (nullable): where the record goes; %NULL asks
 */
void
eup_hand_off_dialog_save_to (EupHandOffDialog *self, const char *path)
{
  g_return_if_fail (EUP_IS_HAND_OFF_DIALOG (self));
  g_set_str (&self->path, path);
  set_busy (self, TRUE);
  eup_case_record_async (self->kase, NULL, record_cb, g_object_ref (self));
}

/**
 * eup_hand_off_dialog_take_from:
 * @path: what came back
 */
void
eup_hand_off_dialog_take_from (EupHandOffDialog *self, const char *path)
{
  g_return_if_fail (EUP_IS_HAND_OFF_DIALOG (self));
  eup_files_read ((const char *const[]) { path, NULL }, read_cb, self);
}
