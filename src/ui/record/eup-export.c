/* The sealed record as files: the PDF where somebody wants it, and its twin beside it where it does not stand
 * inside. Each is written whole or not at all. Where the desktop gives single files only, the twin is asked
 * for by itself. */

#include "ui/record/eup-export.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "record/eup-verify.h"
#include "util/eup-file.h"
#include "util/eup-worker.h"

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

typedef struct
{
  EupStoreRecord *record;
  char *path;
  gboolean only_data; /* the PDF is written already */
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
 * @path: where the PDF goes; the twin goes beside it, with ".json" in place of ".pdf", unless it stands
 *   inside or only the one file may be written there
 *
 * Returns: what was written; %EUP_EXPORTED_NOTHING with an error
 */
EupExported
eup_export_write (const EupStoreRecord *record, const char *path, GError **error)
{
  g_autofree char *stem =
      g_str_has_suffix (path, ".pdf") ? g_strndup (path, strlen (path) - 4) : g_strdup (path);
  g_autofree char *twin = g_strconcat (stem, ".json", NULL);
  gboolean inside = holds_twin (record);
  gboolean alone = eup_file_stands_alone (path);

  if (!inside && !alone && !eup_file_replace (twin, record->twin, 0600, error))
    return EUP_EXPORTED_NOTHING;
  if (!eup_file_replace (path, record->pdf, 0600, error))
    return EUP_EXPORTED_NOTHING;
  return inside ? EUP_EXPORTED_DATA_INSIDE : alone ? EUP_EXPORTED_WITHOUT_DATA : EUP_EXPORTED_DATA_BESIDE;
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;
  EupExported wrote = EUP_EXPORTED_NOTHING;

  if (!writing->only_data)
    wrote = eup_export_write (writing->record, writing->path, &error);
  else if (eup_file_replace (writing->path, writing->record->twin, 0600, &error))
    wrote = EUP_EXPORTED_DATA_BESIDE;
  if (wrote != EUP_EXPORTED_NOTHING)
    g_task_return_int (task, wrote);
  else
    g_task_return_error (task, error);
}

/* Takes over @self; its dialog was answered. */
static void
write_chosen (Export *self, GFile *file, gboolean only_data, GAsyncReadyCallback written_cb)
{
  Writing *writing = g_new0 (Writing, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, self);

  writing->record = eup_store_record_copy (self->record);
  writing->path = g_file_get_path (file);
  writing->only_data = only_data;
  g_task_set_source_tag (task, eup_export_record);
  g_task_set_task_data (task, writing, writing_free);
  eup_worker_run (task, write_thread);
}

/* Takes over @self. */
static void
ask_where (Export *self, const char *title, const char *suffix, GAsyncReadyCallback answered_cb)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (self->record->document_id, suffix, NULL);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, self->parent, NULL, answered_cb, self);
}

static void
say_failed (Export *self, const GError *error)
{
  g_warning ("A record can't be exported: %s", error->message);
  self->said (self->target, eup_error_words (error));
}

static void
data_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_int (G_TASK (result), &error) == EUP_EXPORTED_DATA_BESIDE)
    self->said (self->target, _ ("The record is saved, and its data in a second file"));
  else
    say_failed (self, error);
}

static void
data_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || g_file_peek_path (file) == NULL)
    self->said (self->target, _ ("The record is saved, without the file of its data"));
  else
    write_chosen (g_steal_pointer (&self), file, TRUE, data_written_cb);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;

  switch ((int) g_task_propagate_int (G_TASK (result), &error))
    {
    case EUP_EXPORTED_DATA_BESIDE:
      self->said (self->target, _ ("The record is saved, with its data beside it"));
      break;
    case EUP_EXPORTED_DATA_INSIDE:
      self->said (self->target, _ ("The record is saved, with its data inside it"));
      break;
    case EUP_EXPORTED_WITHOUT_DATA:
      ask_where (g_steal_pointer (&self), _ ("Save the Record’s Data"), ".json", data_chosen_cb);
      break;
    default:
      say_failed (self, error);
    }
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    write_chosen (g_steal_pointer (&self), file, FALSE, written_cb);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;

  self->record = eup_store_document_finish (EUP_STORE (source), result, &error);
  if (self->record == NULL)
    {
      self->said (self->target, eup_error_words (error));
      return;
    }
  ask_where (g_steal_pointer (&self), _ ("Save the Record"), ".pdf", chosen_cb);
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
