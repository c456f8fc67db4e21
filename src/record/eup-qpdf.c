/* The few things that finish, sign and verify do again and again with qpdf's C interface.
 *
 * A file is read strictly: no recovery, and a warning counts as an error. Object handles are freed with
 * the document; strings are copied at once, because qpdf keeps one only until its next call. */

#include "record/eup-qpdf.h"

/* Far above any record; keeps a forged /Size from costing time. */
#define MOST_OBJECTS 200000

/**
 * eup_qpdf_open:
 * @pdf: a document; must outlive the answer
 * @reason: (out): for the log, why it can't be read
 *
 * Returns: (transfer full) (nullable): the document, opened without a warning
 */
EupQpdf
eup_qpdf_open (GBytes *pdf, char **reason)
{
  g_auto (EupQpdf) q = NULL;
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  if (!eup_qpdf_is_bounded (pdf))
    {
      if (reason)
        *reason = g_strdup ("it would unpack to more than any record");
      return NULL;
    }
  q = qpdf_init ();
  qpdf_silence_errors (q);
  qpdf_set_suppress_warnings (q, QPDF_TRUE);
  qpdf_set_attempt_recovery (q, QPDF_FALSE);
  qpdf_read_memory (q, "record", data ? data : "", size, NULL);
  if (!eup_qpdf_check (q, reason))
    return NULL;

  return g_steal_pointer (&q);
}

/**
 * eup_qpdf_check:
 * @reason: (out): for the log, what went wrong
 *
 * Returns: whether nothing went wrong and nothing was warned of since the last check
 */
gboolean
eup_qpdf_check (EupQpdf q, char **reason)
{
  qpdf_error problem = NULL;

  if (qpdf_has_error (q))
    problem = qpdf_get_error (q);
  else if (qpdf_more_warnings (q))
    problem = qpdf_next_warning (q);
  if (problem == NULL)
    return TRUE;

  if (reason)
    *reason = g_utf8_make_valid (qpdf_get_error_full_text (q, problem), -1);
  return FALSE;
}

void
eup_qpdf_close (EupQpdf q)
{
  qpdf_cleanup (&q);
}

void
eup_qpdf_put_name (EupQpdf q, qpdf_oh dict, const char *key, const char *name)
{
  g_autofree char *slashed = g_strconcat ("/", name, NULL);

  qpdf_oh_replace_key (q, dict, key, qpdf_oh_new_name (q, slashed));
}

void
eup_qpdf_put_text (EupQpdf q, qpdf_oh dict, const char *key, const char *utf8)
{
  qpdf_oh_replace_key (q, dict, key, qpdf_oh_new_unicode_string (q, utf8));
}

void
eup_qpdf_put_integer (EupQpdf q, qpdf_oh dict, const char *key, long long value)
{
  qpdf_oh_replace_key (q, dict, key, qpdf_oh_new_integer (q, value));
}

/* The corners are in points with the origin at the bottom left, as PDF counts. */
void
eup_qpdf_put_rectangle (EupQpdf q, qpdf_oh dict, const char *key, double x1, double y1, double x2, double y2)
{
  const double corners[] = { x1, y1, x2, y2 };
  qpdf_oh array = qpdf_oh_new_array (q);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    qpdf_oh_append_item (q, array, qpdf_oh_new_real_from_double (q, corners[i], 3));
  qpdf_oh_replace_key (q, dict, key, array);
}

/**
 * eup_qpdf_get:
 * @object: anything
 *
 * qpdf warns when a thing that is no dictionary is asked for a key; this asks quietly.
 *
 * Returns: the value, or null
 */
qpdf_oh
eup_qpdf_get (EupQpdf q, qpdf_oh object, const char *key)
{
  return qpdf_oh_is_dictionary (q, object) ? qpdf_oh_get_key (q, object, key) : qpdf_oh_new_null (q);
}

/**
 * eup_qpdf_dup_text:
 *
 * Returns: (transfer full) (nullable): the text string under @key as UTF-8; %NULL when there is none
 */
char *
eup_qpdf_dup_text (EupQpdf q, qpdf_oh dict, const char *key)
{
  qpdf_oh value = eup_qpdf_get (q, dict, key);

  if (!qpdf_oh_is_string (q, value))
    return NULL;
  return g_utf8_make_valid (qpdf_oh_get_utf8_value (q, value), -1);
}

/**
 * eup_qpdf_get_string:
 *
 * Returns: (transfer full) (nullable): the bytes of the string under @key
 */
GBytes *
eup_qpdf_get_string (EupQpdf q, qpdf_oh dict, const char *key)
{
  qpdf_oh value = eup_qpdf_get (q, dict, key);
  const char *data;
  size_t length;

  if (!qpdf_oh_is_string (q, value))
    return NULL;
  data = qpdf_oh_get_binary_string_value (q, value, &length);
  return g_bytes_new (data, length);
}

/**
 * eup_qpdf_get_stream:
 * @decoded: whether to undo the filters
 *
 * Returns: (transfer full) (nullable): what the stream holds
 */
GBytes *
eup_qpdf_get_stream (EupQpdf q, qpdf_oh stream, gboolean decoded)
{
  unsigned char *data = NULL;
  size_t length = 0;
  GBytes *bytes;

  if (!qpdf_oh_is_stream (q, stream))
    return NULL;
  if (qpdf_oh_get_stream_data (q, stream, decoded ? qpdf_dl_generalized : qpdf_dl_none, NULL, &data,
                               &length) != QPDF_SUCCESS)
    {
      qpdf_oh_free_buffer (&data); /* after a warning there is one */
      return NULL;
    }
  bytes = g_bytes_new (data, length);
  qpdf_oh_free_buffer (&data);
  return bytes;
}

/* Returns: a new indirect stream without filter */
qpdf_oh
eup_qpdf_add_stream (EupQpdf q, gconstpointer data, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (q);
  qpdf_oh null = qpdf_oh_new_null (q);

  qpdf_oh_replace_stream_data (q, stream, data, length, null, null);
  return stream;
}

/* Returns: one more than the highest object number, as the trailer says; 0 when it is beyond reason */
int
eup_qpdf_count_objects (EupQpdf q)
{
  qpdf_oh size = qpdf_oh_get_key (q, qpdf_get_trailer (q), "/Size");
  long long count = qpdf_oh_is_integer (q, size) ? qpdf_oh_get_int_value (q, size) : 0;

  return count > 0 && count <= MOST_OBJECTS ? (int) count : 0;
}

/* PDF often allows one thing or an array of things: both are read as a list here. */
qpdf_oh
eup_qpdf_list_item (EupQpdf q, qpdf_oh object, int index)
{
  return qpdf_oh_is_array (q, object) ? qpdf_oh_get_array_item (q, object, index) : object;
}

int
eup_qpdf_list_length (EupQpdf q, qpdf_oh object)
{
  if (qpdf_oh_is_array (q, object))
    return qpdf_oh_get_array_n_items (q, object);
  return qpdf_oh_is_null (q, object) ? 0 : 1;
}

/* Returns: the array under @key, made of what was there when it was none */
qpdf_oh
eup_qpdf_make_list (EupQpdf q, qpdf_oh dict, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (q, dict, key);
  qpdf_oh array;

  if (qpdf_oh_is_array (q, value))
    return value;
  array = qpdf_oh_new_array (q);
  if (!qpdf_oh_is_null (q, value))
    qpdf_oh_append_item (q, array, value);
  qpdf_oh_replace_key (q, dict, key, array);
  return array;
}

/* qpdf's own conversion follows the language of the desktop: in Swedish it would read 841.89 as 841. */
double
eup_qpdf_get_number (EupQpdf q, qpdf_oh number)
{
  if (qpdf_oh_is_integer (q, number))
    return (double) qpdf_oh_get_int_value (q, number);
  return qpdf_oh_is_real (q, number) ? g_ascii_strtod (qpdf_oh_get_real_value (q, number), NULL) : 0;
}
