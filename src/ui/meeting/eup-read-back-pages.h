#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sentences by pages: at most three, fewer where they are long, so that they stand on the wall in full size. */
guint eup_read_back_count_pages (GPtrArray *statements);
gboolean eup_read_back_is_dense (GPtrArray *page);
GPtrArray *eup_read_back_cut_page (GPtrArray *statements, guint page, guint *first);

G_END_DECLS
