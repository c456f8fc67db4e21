/* The sealed record as files: the PDF where somebody wants it, and its twin beside it where it does not stand
 * inside. Each is written whole or not at all. */

#include "ui/record/eup-export.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "record/eup-verify.h"
#include "util/eup-file.h"

typedef struct
{
  EupStoreRecord *record;
  GObject *target;
  EupExportedFunc said;
  GtkWindow *parent;
} Export;

static void
export_free (Export *self)
{
  g_clear_pointer (&self->record, eup_store_record_free);
  g_clear_object (&self->target);
  g_clear_object (&self->parent);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* What a task answers. */
enum
{
  WROTE_ONE = 1,
  WROTE_BOTH,
};

typedef struct
{
  EupStoreRecord *record;
  char *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  eup_store_record_free (writing->record);
  g_free (writing->path);
  g_free (writing);
}

/* Whether its data stand in the record, as the very bytes that would lie beside it. */
static gboolean
holds_twin (const EupStoreRecord *record)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (record->pdf, NULL, NULL);

  return verdict != NULL && verdict->twin != NULL && g_bytes_equal (verdict->twin, record->twin);
}

/**
 * eup_export_write:
 * @record: what the store keeps
 * @path: where the PDF goes; the twin goes beside it, with ".json" in place of ".pdf", unless it stands inside
 * @beside: (out) (optional): whether it was written beside
 *
 * Returns: whether all is written
 */
gboolean
eup_export_write (const EupStoreRecord *record, const char *path, gboolean *beside, GError **error)
{
  g_autofree char *stem =
      g_str_has_suffix (path, ".pdf") ? g_strndup (path, strlen (path) - 4) : g_strdup (path);
  g_autofree char *twin = g_strconcat (stem, ".json", NULL);
  gboolean inside = holds_twin (record);

  if (beside != NULL)
    *beside = !inside;
  return (inside || eup_file_replace (twin, record->twin, 0600, error)) &&
         eup_file_replace (path, record->pdf, 0600, error);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;
  gboolean beside;

  if (eup_export_write (writing->record, writing->path, &beside, &error))
    g_task_return_int (task, beside ? WROTE_BOTH : WROTE_ONE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;
  gssize wrote = g_task_propagate_int (G_TASK (result), &error);

  if (wrote == WROTE_BOTH)
    self->said (self->target, _ ("The record is saved, with its data beside it"));
  else if (wrote == WROTE_ONE)
    self->said (self->target, _ ("The record is saved, with its data inside it"));
  else
    {
      g_warning ("A record can't be exported: %s", error->message);
      self->said (self->target, eup_error_words (error));
    }
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  writing = g_new0 (Writing, 1);
  writing->record = eup_store_record_copy (self->record);
  writing->path = g_file_get_path (file);
  task = g_task_new (NULL, NULL, written_cb, g_steal_pointer (&self));
  g_task_set_source_tag (task, eup_export_record);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  GtkWindow *parent;

  self->record = eup_store_document_finish (EUP_STORE (source), result, &error);
  if (self->record == NULL)
    {
      self->said (self->target, eup_error_words (error));
      return;
    }
  name = g_strconcat (self->record->document_id, ".pdf", NULL);
  gtk_file_dialog_set_title (dialog, _ ("Save the Record"));
  gtk_file_dialog_set_initial_name (dialog, name);
  parent = self->parent;
  gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, g_steal_pointer (&self));
}

/**
 * eup_export_record:
 * @kase: a sealed case
 * @store: where its record is kept
 * @parent: the window that asks
 * @said: told what to say in the end
 * @target: (type GObject): given to @said; kept until then
 */
void
eup_export_record (EupCase *kase, EupStore *store, GtkWindow *parent, EupExportedFunc said, gpointer target)
{
  Export *self = g_new0 (Export, 1);

  self->said = said;
  self->target = g_object_ref (target);
  self->parent = g_object_ref (parent);
  eup_store_document_async (store, eup_case_get_id (kase), eup_case_get_document (kase), NULL, loaded_cb,
                            self);
}
