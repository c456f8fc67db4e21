#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean eup_text_is_written (const char *text);
gboolean eup_entry_is_written (GtkEditable *entry);
void eup_entry_show (GtkEditable *entry, const char *text);
void eup_entry_mark (GtkWidget *entry, gboolean wrong);

G_END_DECLS
