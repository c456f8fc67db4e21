/* Documents of a case follow each other by digest. A document that is signed again after another one has
 * named it grows at its end, and begins with the very bytes that were named: so each state that a file has
 * passed through counts. */

#include "record/eup-chain.h"

#include "util/eup-digest.h"

#include <string.h>

#define END "%%EOF"

/* More states than this no record has: signatures, validation data and time stamps are fewer. */
#define MOST_STATES 64

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
  g_autoptr (EupDigest) digest = eup_digest_new ();
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  const char *found;

  while (states->len < MOST_STATES && done < size &&
         (found = memmem (data + done, size - done, END, strlen (END))) != NULL)
    {
      gsize end = after_line (data, size, (gsize) (found - data) + strlen (END));

      eup_digest_add (digest, data + done, end - done);
      done = end;
      g_ptr_array_add (states, eup_digest_so_far (digest));
    }
  if (done < size)
    eup_digest_add (digest, data + done, size - done);
  g_ptr_array_insert (states, 0, eup_digest_so_far (digest));
  return states;
}
