#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*EupPrintFailedFunc) (gpointer target, const char *words);

void eup_print (GBytes *pdf, const char *name, GtkWidget *over, EupPrintFailedFunc failed, gpointer target);

/* The two halves of it, for who has another road than the printer's dialog. */
void eup_print_prepare_async (GBytes *pdf, GAsyncReadyCallback callback, gpointer user_data);
GtkPrintOperation *eup_print_prepare_finish (GAsyncResult *result, const char *name, GError **error);

G_END_DECLS
