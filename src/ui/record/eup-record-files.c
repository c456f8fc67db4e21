/* Choosing, reading and writing; see the header. */

#include "ui/record/eup-record-files.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include "util/eup-digest.h"
#include "util/eup-file.h"
#include "util/eup-worker.h"

#define MOST_BYTES (512 * 1024 * 1024) /* as the verifier */

typedef struct
{
  GBytes *bytes;
  char *path;
  gboolean with_digest;
  EupWrittenFunc written;
  GObject *target;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_bytes_unref (writing->bytes);
  g_free (writing->path);
  g_object_unref (writing->target);
  g_free (writing);
}

/* In the form that sha256sum --check reads. */
static gboolean
write_digest (const Writing *writing, const char *beside, GError **error)
{
  g_autofree char *digest = eup_digest_bytes (writing->bytes);
  g_autofree char *name = g_path_get_basename (writing->path);
  char *line = g_strdup_printf ("%s  %s\n", digest, name);
  g_autoptr (GBytes) text = g_bytes_new_take (line, strlen (line));

  return eup_file_replace (beside, text, 0600, error);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  g_autofree char *beside = g_strconcat (writing->path, ".sha256", NULL);
  gboolean with_digest = writing->with_digest && !eup_file_stands_alone (writing->path);
  GError *error = NULL;

  if (with_digest && !write_digest (writing, beside, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (eup_file_replace (writing->path, writing->bytes, 0600, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (with_digest)
    g_unlink (beside);
  g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("A file can't be written: %s", error->message);
  writing->written (writing->target, writing->path, error);
}

/**
 * eup_files_write:
 * @path: where to
 * @with_digest: whether its SHA-256 goes beside it, to @path with ".sha256"; not where only the one file
 *   may be written (eup_file_stands_alone)
 * @written: told when it is there, or why not
 * @target: (type GObject): for @written; kept until then
 */
void
eup_files_write (
    GBytes *bytes, const char *path, gboolean with_digest, EupWrittenFunc written, gpointer target)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, NULL);
  Writing *writing = g_new0 (Writing, 1);

  writing->bytes = g_bytes_ref (bytes);
  writing->path = g_strdup (path);
  writing->with_digest = with_digest;
  writing->written = written;
  writing->target = g_object_ref (target);
  g_task_set_source_tag (task, eup_files_write);
  g_task_set_task_data (task, writing, writing_free);
  eup_worker_run (task, write_thread);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Writing *writing = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    eup_files_write (writing->bytes, g_file_peek_path (file), writing->with_digest, writing->written,
                     writing->target);
  writing_free (writing);
}

/**
 * eup_files_save:
 * @over: what asks
 * @title: of the dialog in which somebody says where to
 * @name: what the file may be called
 *
 * As eup_files_write(), where somebody wants it.
 */
void
eup_files_save (GtkWidget *over,
                const char *title,
                const char *name,
                GBytes *bytes,
                gboolean with_digest,
                EupWrittenFunc written,
                gpointer target)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Writing *writing = g_new0 (Writing, 1);

  writing->bytes = g_bytes_ref (bytes);
  writing->with_digest = with_digest;
  writing->written = written;
  writing->target = g_object_ref (target);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (over)), NULL, saved_cb, writing);
}

/* Reading. */

typedef struct
{
  char **paths;
  EupReadFunc read;
  GObject *target;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_strfreev (reading->paths);
  g_object_unref (reading->target);
  g_free (reading);
}

static void
read_file_free (gpointer data)
{
  EupReadFile *file = data;

  g_free (file->path);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_free (file);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (read_file_free);

  for (guint i = 0; reading->paths[i] != NULL; i++)
    {
      EupReadFile *file = g_new0 (EupReadFile, 1);
      GError *error = NULL;

      g_ptr_array_add (files, file);
      file->path = g_strdup (reading->paths[i]);
      file->bytes = eup_file_read (file->path, MOST_BYTES, &error);
      if (file->bytes == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), &error);

  if (files == NULL)
    g_message ("A file can't be read: %s", error->message);
  reading->read (reading->target, files, error);
}

/**
 * eup_files_read:
 * @read: told what is in them (GPtrArray of EupReadFile), or why they can't be read
 * @target: (type GObject): for @read; kept until then
 */
void
eup_files_read (const char *const *paths, EupReadFunc read, gpointer target)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->paths = g_strdupv ((char **) paths);
  reading->read = read;
  reading->target = g_object_ref (target);
  g_task_set_source_tag (task, eup_files_read);
  g_task_set_task_data (task, reading, reading_free);
  eup_worker_run (task, read_thread);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GListModel) chosen =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (chosen, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (builder, g_file_peek_path (file));
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] != NULL)
    eup_files_read ((const char *const *) paths, reading->read, reading->target);
  reading_free (reading);
}

/**
 * eup_files_choose:
 * @over: what asks
 * @title: of the dialog in which somebody chooses
 * @suffixes: (nullable): how names of such files end; others can be chosen as well
 *
 * As eup_files_read(), of one or several files that somebody chooses.
 */
void
eup_files_choose (
    GtkWidget *over, const char *title, const char *const *suffixes, EupReadFunc read, gpointer target)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) such = gtk_file_filter_new (), all = gtk_file_filter_new ();
  Reading *reading = g_new0 (Reading, 1);

  reading->read = read;
  reading->target = g_object_ref (target);
  gtk_file_filter_set_name (such, _ ("Files of this kind"));
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (such, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  if (suffixes != NULL)
    g_list_store_append (filters, such);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (over)), NULL, chosen_cb, reading);
}
