/* Reads our own properties out of a document's metadata. */

#include "record/eup-verify-private.h"

#include "record/eup-finish.h"
#include "record/eup-xmp.h"

#include <string.h>

typedef struct
{
  EupVerdict *verdict;
  gboolean ours; /* the namespace was declared */
} Reading;

static char **
find_place (Reading *reading, const char *element)
{
  if (strcmp (element, "euphoria:documentId") == 0)
    return &reading->verdict->document_id;
  if (strcmp (element, "euphoria:twinDigest") == 0)
    return &reading->verdict->twin_digest;
  if (strcmp (element, "euphoria:method") == 0)
    return &reading->verdict->method;
  if (strcmp (element, "euphoria:amends") == 0)
    return &reading->verdict->amends;
  if (strcmp (element, "euphoria:amendsDigest") == 0)
    return &reading->verdict->amends_digest;
  return NULL;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Reading *reading = user_data;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "xmlns:euphoria") == 0 && strcmp (values[i], EUP_FINISH_NAMESPACE) == 0)
      reading->ours = TRUE;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  char **place = reading->ours ? find_place (reading, g_markup_parse_context_get_element (context)) : NULL;

  if (place && *place == NULL)
    *place = g_strndup (text, length);
}

/**
 * eup_verify_read_xmp:
 * @verdict: gets the document's number, the twin's digest and the method
 *
 * Returns: whether the metadata is that of one of our records
 */
gboolean
eup_verify_read_xmp (EupQpdf q, EupVerdict *verdict)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .text = text_cb };
  Reading reading = { verdict, FALSE };
  gboolean read = eup_xmp_parse (q, &parser, &reading);

  if (read && reading.ours && verdict->document_id && verdict->twin_digest)
    return TRUE;
  g_clear_pointer (&verdict->document_id, g_free);
  g_clear_pointer (&verdict->twin_digest, g_free);
  g_clear_pointer (&verdict->method, g_free);
  g_clear_pointer (&verdict->amends, g_free);
  g_clear_pointer (&verdict->amends_digest, g_free);
  return FALSE;
}
