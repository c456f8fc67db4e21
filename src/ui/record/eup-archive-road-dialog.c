/* Four steps; the verifier says how far the record is, so the list is true after whatever happened to it. */

#include "ui/record/eup-archive-road-dialog.h"

#include <glib/gi18n.h>
#include "casework/eup-case-later.h"
#include "ui/common/eup-error-words.h"
#include "ui/record/eup-archive-road-row.h"
#include "ui/record/eup-archive-road.h"
#include "ui/record/eup-record-files.h"
#include "util/eup-worker.h"

struct _EupArchiveRoadDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  EupVerdict *verdict;
  gboolean busy;
  char *save_to;  /* where the coming request goes; NULL to ask */
  char *request;  /* the file of the request that was saved last */
  GBytes *answer; /* waits for its request to be chosen */
  EupArchiveRoadRow *rows[EUP_ROAD_N_STEPS];
  GtkWidget *level_box;
  GtkLabel *level;
  GtkLabel *level_words;
  AdwPreferencesGroup *steps;
  GtkWidget *progress;
  GtkLabel *said;
};

enum
{
  SIGNAL_REVISED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupArchiveRoadDialog, eup_archive_road_dialog, ADW_TYPE_DIALOG)

static void
set_busy (EupArchiveRoadDialog *self, gboolean busy)
{
  self->busy = busy;
  if (self->kase == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), !busy);
  gtk_widget_set_visible (self->progress, busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
}

static void
say (EupArchiveRoadDialog *self, const char *words, const GError *error)
{
  if (error != NULL)
    g_message ("On the way to the archive: %s", error->message);
  if (error != NULL)
    words = eup_error_words (error);
  if (self->kase == NULL)
    return;
  gtk_label_set_label (self->said, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->said), words != NULL);
  if (words != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show (EupArchiveRoadDialog *self)
{
  EupRoadStep next = eup_archive_road_next (self->verdict);
  g_autofree char *level = eup_archive_road_level (self->verdict);

  for (guint i = 0; i < EUP_ROAD_N_STEPS; i++)
    {
      g_autofree char *words = eup_archive_road_words (self->verdict, i);
      EupRoadState state = i < next ? EUP_ROAD_DONE : i == next ? EUP_ROAD_NEXT : EUP_ROAD_LATER;

      eup_archive_road_row_show (self->rows[i], state, words);
    }
  gtk_widget_set_visible (self->level_box, level != NULL);
  gtk_label_set_label (self->level, level != NULL ? level : "");
  gtk_label_set_label (self->level_words, eup_archive_road_level_words (self->verdict));
}

/* Looking. */

static void
verify_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EupVerdict *verdict = eup_verify_run (data, NULL, &error);

  if (verdict != NULL)
    g_task_return_pointer (task, verdict, (GDestroyNotify) eup_verdict_free);
  else
    g_task_return_error (task, error);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EupArchiveRoadDialog *self = EUP_ARCHIVE_ROAD_DIALOG (source);
  g_autoptr (GError) error = NULL;
  EupVerdict *verdict = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->kase == NULL)
    {
      g_clear_pointer (&verdict, eup_verdict_free);
      return;
    }
  set_busy (self, FALSE);
  g_clear_pointer (&self->verdict, eup_verdict_free);
  self->verdict = verdict;
  if (verdict == NULL)
    say (self, NULL, error);
  else if (!eup_verdict_is_good (verdict) && verdict->kind != EUP_VERDICT_NOT_SIGNED)
    say (self,
         _ ("The record is not as it was signed, so nothing is added to it. Look at it with “Verify again”."),
         NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->steps),
                          verdict != NULL &&
                              (eup_verdict_is_good (verdict) || verdict->kind == EUP_VERDICT_NOT_SIGNED));
  if (verdict != NULL)
    show (self);
}

static void
verify (EupArchiveRoadDialog *self, GBytes *pdf)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, verified_cb, NULL);

  set_busy (self, TRUE);
  g_task_set_source_tag (task, verify);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  eup_worker_run (task, verify_thread);
}

static void
record_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupArchiveRoadDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_case_record_finish (EUP_CASE (source), result, &error);

  if (self->kase == NULL)
    return;
  if (pdf != NULL)
    {
      verify (self, pdf);
      return;
    }
  set_busy (self, FALSE);
  say (self, NULL, error);
}

/* Adding. */

static void
revised_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupArchiveRoadDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_case_revise_finish (EUP_CASE (source), result, &error);

  if (self->kase == NULL)
    return;
  if (pdf == NULL)
    {
      set_busy (self, FALSE);
      say (self, NULL, error);
      return;
    }
  say (self, _ ("It is in the record, and kept."), NULL);
  g_signal_emit (self, signals[SIGNAL_REVISED], 0);
  verify (self, pdf);
}

static EupStampKind
next_kind (EupArchiveRoadDialog *self)
{
  return eup_archive_road_next (self->verdict) == EUP_ROAD_STAMP ? EUP_STAMP_SIGNATURE : EUP_STAMP_ARCHIVE;
}

static void
request_written_cb (gpointer target, const char *path, const GError *error)
{
  EupArchiveRoadDialog *self = target;
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *words = g_strdup_printf (
      _ ("Saved as “%s”. Give it to the authority for time stamps, and keep it until its answer is taken."),
      name);

  if (error == NULL)
    g_set_str (&self->request, path);
  say (self, words, error);
}

static void
request_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupArchiveRoadDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) request = eup_case_stamp_request_finish (EUP_CASE (source), result, &error);
  g_autofree char *name = g_strconcat (eup_case_get_id (EUP_CASE (source)), ".tsq", NULL);

  set_busy (self, FALSE);
  if (self->kase == NULL)
    return;
  if (request == NULL)
    say (self, NULL, error);
  else if (self->save_to != NULL)
    eup_files_write (request, self->save_to, FALSE, request_written_cb, self);
  else
    eup_files_save (GTK_WIDGET (self), _ ("Save the Request"), name, request, FALSE, request_written_cb,
                    self);
}

static void
request_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_archive_road_dialog_save_request_to (EUP_ARCHIVE_ROAD_DIALOG (widget), NULL);
}

static void
stamp (EupArchiveRoadDialog *self, GBytes *request, GBytes *answer)
{
  if (self->kase == NULL)
    return;
  set_busy (self, TRUE);
  eup_case_stamp_async (self->kase, request, answer, NULL, revised_cb, g_object_ref (self));
}

static gboolean
is_request (const char *path)
{
  return g_str_has_suffix (path, ".tsq");
}

/* The request that was chosen after its answer. */
static void
request_read_cb (gpointer target, GPtrArray *files, const GError *error)
{
  EupArchiveRoadDialog *self = target;

  if (files == NULL)
    say (self, NULL, error);
  else if (self->answer != NULL)
    stamp (self, ((EupReadFile *) files->pdata[0])->bytes, self->answer);
  g_clear_pointer (&self->answer, g_bytes_unref);
}

/* The request lies beside its answer under the same name, or where it was saved a moment ago. */
static char *
find_request (EupArchiveRoadDialog *self, const char *answer)
{
  const char *dot = strrchr (answer, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (answer, (gsize) (dot - answer)) : g_strdup (answer);
  g_autofree char *beside = g_strconcat (stem, ".tsq", NULL);

  if (g_file_test (beside, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&beside);
  return g_strdup (self->request);
}

static void
answer_read_cb (gpointer target, GPtrArray *files, const GError *error)
{
  EupArchiveRoadDialog *self = target;
  EupReadFile *answer = NULL, *request = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    if (is_request (((EupReadFile *) files->pdata[i])->path))
      request = files->pdata[i];
    else
      answer = files->pdata[i];
  if (answer == NULL)
    {
      say (self, _ ("That is the request. Choose the answer that came to it."), error);
      return;
    }
  if (request != NULL)
    {
      stamp (self, request->bytes, answer->bytes);
      return;
    }
  if (self->kase == NULL)
    return;
  g_clear_pointer (&self->answer, g_bytes_unref);
  self->answer = g_bytes_ref (answer->bytes);
  path = find_request (self, answer->path);
  if (path != NULL)
    eup_files_read ((const char *const[]) { path, NULL }, request_read_cb, self);
  else
    eup_files_choose (GTK_WIDGET (self), _ ("Choose the Request That Was Sent"),
                      (const char *const[]) { "tsq", NULL }, request_read_cb, self);
}

static void
answer_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_files_choose (widget, _ ("Choose the Answer"), (const char *const[]) { "tsr", "tsq", NULL },
                    answer_read_cb, widget);
}

static void
material_read_cb (gpointer target, GPtrArray *files, const GError *error)
{
  EupArchiveRoadDialog *self = target;
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (files == NULL || self->kase == NULL)
    {
      say (self, NULL, error);
      return;
    }
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (bytes, g_bytes_ref (((EupReadFile *) files->pdata[i])->bytes));
  set_busy (self, TRUE);
  eup_case_add_validation_async (self->kase, bytes, NULL, revised_cb, g_object_ref (self));
}

static void
material_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const suffixes[] = { "cer", "crt", "pem", "der", "crl", "ors", "ocsp", NULL };

  eup_files_choose (widget, _ ("Choose Certificates, Lists and Answers"), suffixes, material_read_cb, widget);
}

static void
eup_archive_road_dialog_dispose (GObject *object)
{
  EupArchiveRoadDialog *self = EUP_ARCHIVE_ROAD_DIALOG (object);

  g_clear_object (&self->kase); /* what still speaks after this is not heard */
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_ARCHIVE_ROAD_DIALOG);
  g_clear_pointer (&self->verdict, eup_verdict_free);
  g_clear_pointer (&self->save_to, g_free);
  g_clear_pointer (&self->request, g_free);
  g_clear_pointer (&self->answer, g_bytes_unref);
  G_OBJECT_CLASS (eup_archive_road_dialog_parent_class)->dispose (object);
}

static void
eup_archive_road_dialog_class_init (EupArchiveRoadDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_archive_road_dialog_dispose;
  signals[SIGNAL_REVISED] = g_signal_new ("revised", EUP_TYPE_ARCHIVE_ROAD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/euphoria_care/Euphoria/ui/eup-archive-road-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupArchiveRoadDialog, level_box);
  gtk_widget_class_bind_template_child (widget_class, EupArchiveRoadDialog, level);
  gtk_widget_class_bind_template_child (widget_class, EupArchiveRoadDialog, level_words);
  gtk_widget_class_bind_template_child (widget_class, EupArchiveRoadDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, EupArchiveRoadDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, EupArchiveRoadDialog, said);
  gtk_widget_class_install_action (widget_class, "road.request", NULL, request_action_cb);
  gtk_widget_class_install_action (widget_class, "road.answer", NULL, answer_action_cb);
  gtk_widget_class_install_action (widget_class, "road.material", NULL, material_action_cb);
}

static void
eup_archive_road_dialog_init (EupArchiveRoadDialog *self)
{
  const char *titles[EUP_ROAD_N_STEPS] = { _ ("Signed"), _ ("Time stamp on the signature"),
                                           _ ("What the certificates can be checked with"),
                                           _ ("Time stamp on the whole record") };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < EUP_ROAD_N_STEPS; i++)
    {
      self->rows[i] = EUP_ARCHIVE_ROAD_ROW (eup_archive_road_row_new (titles[i]));
      adw_preferences_group_add (self->steps, GTK_WIDGET (self->rows[i]));
      if (i == EUP_ROAD_STAMP || i == EUP_ROAD_ARCHIVE)
        {
          eup_archive_road_row_add_button (self->rows[i], _ ("_Save the request …"), "road.request", NULL);
          eup_archive_road_row_add_button (self->rows[i], _ ("_Take the answer …"), "road.answer", NULL);
        }
    }
  eup_archive_road_row_add_button (self->rows[EUP_ROAD_VALIDATION], _ ("Choose the _files …"),
                                   "road.material", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), FALSE);
}

/**
 * eup_archive_road_dialog_new:
 * @kase: (transfer none): a sealed case
 *
 * Returns: (transfer floating): a dialog to present; it looks at the record at once
 */
AdwDialog *
eup_archive_road_dialog_new (EupCase *kase)
{
  EupArchiveRoadDialog *self = g_object_new (EUP_TYPE_ARCHIVE_ROAD_DIALOG, NULL);

  self->kase = g_object_ref (kase);
  set_busy (self, TRUE);
  eup_case_record_async (kase, NULL, record_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

gboolean
eup_archive_road_dialog_is_busy (EupArchiveRoadDialog *self)
{
  g_return_val_if_fail (EUP_IS_ARCHIVE_ROAD_DIALOG (self), FALSE);
  return self->busy;
}

/**
 * eup_archive_road_dialog_save_request_to:
 * @path: (nullable): where the request for the coming time stamp goes; %NULL asks
 */
void
eup_archive_road_dialog_save_request_to (EupArchiveRoadDialog *self, const char *path)
{
  g_return_if_fail (EUP_IS_ARCHIVE_ROAD_DIALOG (self));
  if (self->verdict == NULL || self->busy)
    return;
  g_set_str (&self->save_to, path);
  set_busy (self, TRUE);
  eup_case_stamp_request_async (self->kase, next_kind (self), NULL, request_cb, g_object_ref (self));
}

/**
 * eup_archive_road_dialog_take:
 * @paths: what came for the step that is next: the answer of an authority for time stamps, or what
 *   certificates can be checked with
 */
void
eup_archive_road_dialog_take (EupArchiveRoadDialog *self, const char *const *paths)
{
  g_return_if_fail (EUP_IS_ARCHIVE_ROAD_DIALOG (self));
  if (self->verdict != NULL && !self->busy)
    eup_files_read (paths,
                    eup_archive_road_next (self->verdict) == EUP_ROAD_VALIDATION ? material_read_cb
                                                                                 : answer_read_cb,
                    self);
}
