#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Files that go out and come in around a record; read and written on worker threads, each whole or not at
 * all. Nobody is told when somebody calls it off. */

/* What was read. */
typedef struct
{
  char *path;
  GBytes *bytes;
} EupReadFile;

typedef void (*EupWrittenFunc) (gpointer target, const char *path, const GError *error);
typedef void (*EupReadFunc) (gpointer target, GPtrArray *files, const GError *error);

void eup_files_write (
    GBytes *bytes, const char *path, gboolean with_digest, EupWrittenFunc written, gpointer target);
void eup_files_save (GtkWidget *over,
                     const char *title,
                     const char *name,
                     GBytes *bytes,
                     gboolean with_digest,
                     EupWrittenFunc written,
                     gpointer target);
void eup_files_read (const char *const *paths, EupReadFunc read, gpointer target);
void eup_files_choose (
    GtkWidget *over, const char *title, const char *const *suffixes, EupReadFunc read, gpointer target);

G_END_DECLS
