/* Documents of a case follow each other by digest. A document that is signed again after another one has
 * named it grows at its end, and begins with the very bytes that were named: so each state that a file has
 * passed through counts. */

#include "record/eup-chain.h"

#include <string.h>

#define END "%%EOF"

/* More states than this no record has: signatures, validation data and time stamps are fewer. */
#define MOST_STATES 64

static void
add_state (GPtrArray *states, const GChecksum *sum)
{
  g_autoptr (GChecksum) copy = g_checksum_copy (sum);

  g_ptr_array_add (states, g_strdup (g_checksum_get_string (copy)));
}

/* Where the state that @end opens ends: after its line; @end itself when there is none. */
static gsize
after_line (const char *data, gsize size, gsize end)
{
  if (end < size && data[end] == '\r')
    end++;
  return end < size && data[end] == '\n' ? end + 1 : end;
}

/**
 * eup_chain_states:
 * @pdf: a document, whatever it is
 *
 * Returns: (transfer full) (element-type utf8): SHA-256 of the file as it is, first, then as it was at the end
 *   of each of its revisions, oldest first; 64 lower-case hexadecimal digits each
 */
GPtrArray *
eup_chain_states (GBytes *pdf)
{
  gsize size, done = 0;
  const char *data = g_bytes_get_data (pdf, &size);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  const char *found;

  while (states->len < MOST_STATES && done < size &&
         (found = memmem (data + done, size - done, END, strlen (END))) != NULL)
    {
      gsize end = after_line (data, size, (gsize) (found - data) + strlen (END));

      g_checksum_update (sum, (const guchar *) data + done, (gssize) (end - done));
      done = end;
      add_state (states, sum);
    }
  if (done < size)
    g_checksum_update (sum, (const guchar *) data + done, (gssize) (size - done));
  g_ptr_array_insert (states, 0, g_strdup (g_checksum_get_string (sum)));
  return states;
}

/**
 * eup_chain_holds:
 * @earlier: the document that is named
 * @digest: by which digest
 *
 * Returns: whether @earlier is that file, or that file with something added at its end. What was added is
 *   another question: see eup_verify_run()
 */
gboolean
eup_chain_holds (GBytes *earlier, const char *digest)
{
  g_autoptr (GPtrArray) states = eup_chain_states (earlier);

  return g_ptr_array_find_with_equal_func (states, digest, g_str_equal, NULL);
}
