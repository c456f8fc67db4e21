#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* An open PDF; all its object handles go with it. */
typedef qpdf_data EupQpdf;

EupQpdf eup_qpdf_open (GBytes *pdf, char **reason);
gboolean eup_qpdf_check (EupQpdf q, char **reason);
void eup_qpdf_close (EupQpdf q);

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (EupQpdf, eup_qpdf_close, NULL)

void eup_qpdf_put_name (EupQpdf q, qpdf_oh dict, const char *key, const char *name);
void eup_qpdf_put_text (EupQpdf q, qpdf_oh dict, const char *key, const char *utf8);
void eup_qpdf_put_integer (EupQpdf q, qpdf_oh dict, const char *key, long long value);
void
eup_qpdf_put_rectangle (EupQpdf q, qpdf_oh dict, const char *key, double x1, double y1, double x2, double y2);

qpdf_oh eup_qpdf_get (EupQpdf q, qpdf_oh object, const char *key);
char *eup_qpdf_dup_text (EupQpdf q, qpdf_oh dict, const char *key);
double eup_qpdf_get_number (EupQpdf q, qpdf_oh number);
GBytes *eup_qpdf_get_string (EupQpdf q, qpdf_oh dict, const char *key);
GBytes *eup_qpdf_get_stream (EupQpdf q, qpdf_oh stream, gboolean decoded);
GBytes *eup_qpdf_get_bounded (EupQpdf q, qpdf_oh stream, gsize most);
gboolean eup_qpdf_is_bounded (GBytes *pdf);
qpdf_oh eup_qpdf_add_stream (EupQpdf q, gconstpointer data, gsize length);

int eup_qpdf_count_objects (EupQpdf q);
qpdf_oh eup_qpdf_list_item (EupQpdf q, qpdf_oh object, int index);
int eup_qpdf_list_length (EupQpdf q, qpdf_oh object);
qpdf_oh eup_qpdf_make_list (EupQpdf q, qpdf_oh dict, const char *key);

G_END_DECLS
