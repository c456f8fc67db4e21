#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What a record was written with. */
typedef enum
{
  EUP_EXPORTED_NOTHING,
  EUP_EXPORTED_DATA_BESIDE,
  EUP_EXPORTED_DATA_INSIDE,
  EUP_EXPORTED_WITHOUT_DATA,
} EupExported;

/* Told what to say when an export is done or did not work; not when it was called off. */
typedef void (*EupExportedFunc) (gpointer target, const char *words);

void
eup_export_record (EupCase *kase, EupStore *store, GtkWindow *parent, EupExportedFunc said, gpointer target);
EupExported eup_export_write (const EupStoreRecord *record, const char *path, GError **error);

G_END_DECLS
