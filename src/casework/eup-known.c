/* The certificates that people here know: files in a folder beside the cases. They are no secret, so they lie
 * there as they are, and whoever looks after the computers may put them there as well. */

#include "casework/eup-known.h"

#include "casework/eup-workspace.h"
#include "record/eup-certificate.h"
#include "util/eup-digest.h"
#include "util/eup-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#define MOST_BYTES (4 * 1024 * 1024)
#define MODE_FILE 0600
#define MODE_FOLDER 0700

void
eup_known_free (EupKnown *self)
{
  g_free (self->file);
  g_clear_pointer (&self->certificate, eup_chain_link_free);
  g_free (self);
}

/* Returns: (transfer full): the folder; it need not be there */
char *
eup_known_folder (void)
{
  g_autofree char *data = eup_workspace_default_folder ();

  return g_build_filename (data, "certificates", NULL);
}

/**
 * eup_known_load:
 * @problems: (nullable) (element-type utf8): gets one sentence for each file that can't be used
 *
 * Returns: (transfer full): the certificates of the system and of the folder
 */
EupTrust *
eup_known_load (GPtrArray *problems)
{
  g_autofree char *folder = eup_known_folder ();
  EupTrust *trust = eup_trust_new ();

  eup_trust_add_system (trust);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    eup_trust_add_folder (trust, folder, problems, NULL);
  return trust;
}

/* The first certificate in PEM or DER, as DER. */
static GBytes *
first_certificate (GBytes *file)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  unsigned char *der = NULL;
  long length = 0;
  BIO *text;
  GBytes *first = NULL;

  if (size > 0 && data[0] == 0x30)
    return g_bytes_ref (file);
  text = BIO_new_mem_buf (data, (int) size);
  if (PEM_bytes_read_bio (&der, &length, NULL, PEM_STRING_X509, text, NULL, NULL) == 1)
    first = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  BIO_free (text);
  ERR_clear_error ();
  return first;
}

static EupKnown *
read_known (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = eup_file_read (path, MOST_BYTES, NULL);
  g_autoptr (GBytes) first = bytes ? first_certificate (bytes) : NULL;
  g_autoptr (EupTrust) trust = eup_trust_new ();
  EupKnown *self = g_new0 (EupKnown, 1);

  self->file = g_strdup (name);
  self->usable = bytes && eup_trust_add (trust, bytes, NULL);
  if (self->usable && first)
    self->certificate = eup_chain_link_describe (first);
  return self;
}

static int
compare_known (gconstpointer a, gconstpointer b)
{
  const EupKnown *one = *(const EupKnown *const *) a, *two = *(const EupKnown *const *) b;
  const char *first = one->certificate ? one->certificate->name : one->file;
  const char *second = two->certificate ? two->certificate->name : two->file;
  int order = g_utf8_collate (first, second);

  return order != 0 ? order : g_strcmp0 (one->file, two->file);
}

/* Returns: (transfer full) (element-type EupKnown): the files in the folder, by name */
GPtrArray *
eup_known_list (void)
{
  g_autofree char *folder = eup_known_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_known_free);

  for (const char *name; dir && (name = g_dir_read_name (dir)) != NULL;)
    if (*name != '.')
      g_ptr_array_add (list, read_known (folder, name));
  g_ptr_array_sort (list, compare_known);
  return list;
}

/**
 * eup_known_put_back:
 * @file: a name in the folder
 * @contents: what it held
 * @error: EUP_FILE_ERROR_UNWRITABLE
 *
 * Returns: whether it is there now
 */
gboolean
eup_known_put_back (const char *file, GBytes *contents, GError **error)
{
  g_autofree char *folder = eup_known_folder ();
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_mkdir_with_parents (folder, MODE_FOLDER);
  return eup_file_replace (path, contents, MODE_FILE, error);
}

/**
 * eup_known_add:
 * @path: a file with certificates or lists of revoked ones, PEM or DER
 * @error: EUP_TRUST_ERROR_UNUSABLE, or of EUP_FILE_ERROR
 *
 * Copies it into the folder, named by what it holds: the same file twice is one.
 *
 * Returns: whether it is known now
 */
gboolean
eup_known_add (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = eup_file_read (path, MOST_BYTES, error);
  g_autoptr (EupTrust) trust = eup_trust_new ();
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL || !eup_trust_add (trust, bytes, error))
    return FALSE;
  digest = eup_digest_bytes (bytes);
  name = g_strdup_printf ("%.16s.%s", digest,
                          *(const guint8 *) g_bytes_get_data (bytes, NULL) == 0x30 ? "der" : "pem");
  return eup_known_put_back (name, bytes, error);
}

/**
 * eup_known_remove:
 * @file: a name in the folder
 * @error: EUP_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): what the file held, to put it back
 */
GBytes *
eup_known_remove (const char *file, GError **error)
{
  g_autofree char *folder = eup_known_folder ();
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GBytes) held = eup_file_read (path, MOST_BYTES, error);

  if (held == NULL)
    return NULL;
  if (g_unlink (path) != 0)
    {
      g_set_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNWRITABLE, "%s: %s", path, g_strerror (errno));
      return NULL;
    }
  return g_steal_pointer (&held);
}
