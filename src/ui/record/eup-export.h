#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Told what to say when an export is done or did not work; not when it was called off. */
typedef void (*EupExportedFunc) (gpointer target, const char *words);

void
eup_export_record (EupCase *kase, EupStore *store, GtkWindow *parent, EupExportedFunc said, gpointer target);
gboolean eup_export_write (const EupStoreRecord *record, const char *path, gboolean *beside, GError **error);

G_END_DECLS
