/* Asking an authority for a time stamp over the network, by OpenSSL's own HTTP (RFC 3161, section 3.4). Only in
 * a build that allows it (-Dnetwork=true): the program for meetings and the Flatpak never speak with a network. */

#include "cli/eup-cli-authority.h"

#ifdef EUP_NETWORK

#include <openssl/err.h>
#include <openssl/http.h>
#include <openssl/ssl.h>
#include <string.h>

#define SECONDS 15 /* so long it also tries to connect */
#define MAX_ANSWER (1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SSL_CTX, SSL_CTX_free)

typedef struct
{
  char *host;
  char *port;
  char *path;
  int is_safe; /* https */
  SSL_CTX *context;
} Place;

static void
place_clear (Place *place)
{
  OPENSSL_free (place->host);
  OPENSSL_free (place->port);
  OPENSSL_free (place->path);
  g_clear_pointer (&place->context, SSL_CTX_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
read_url (const char *url, Place *place, GError **error)
{
  char *user = NULL, *query = NULL;
  gboolean good = OSSL_HTTP_parse_url (url, &place->is_safe, &user, &place->host, &place->port, NULL,
                                       &place->path, &query, NULL) == 1;

  good = good && (user == NULL || *user == '\0') && *place->host != '\0' && strstr (url, "://") != NULL;
  if (good && query != NULL && *query != '\0')
    {
      g_autofree char *whole = g_strdup_printf ("%s?%s", place->path, query);

      OPENSSL_free (place->path);
      place->path = OPENSSL_strdup (whole);
    }
  OPENSSL_free (user);
  OPENSSL_free (query);
  if (!good)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 "“%s” is no address of an authority; one looks like http://tsa.example/stamp", url);
  return good;
}

/* Puts TLS between the connection and HTTP, and takes it away again; see OSSL_HTTP_open(3). The certificate of
 * the other side must be known to this machine and bear the name that was asked for. */
static BIO *
tls_cb (BIO *connection, void *data, int connecting, int detail)
{
  const Place *place = data;
  BIO *safe;
  SSL *ssl = NULL;

  if (!place->is_safe)
    return connection;
  if (!connecting)
    {
      BIO *below = BIO_pop (connection);

      BIO_free (connection);
      return below;
    }
  safe = BIO_new_ssl (place->context, 1);
  if (safe == NULL)
    return NULL;
  BIO_get_ssl (safe, &ssl);
  if (SSL_set1_host (ssl, place->host) != 1 || SSL_set_tlsext_host_name (ssl, place->host) != 1)
    {
      BIO_free (safe);
      return NULL;
    }
  return BIO_push (safe, connection);
}

static gboolean
prepare_tls (Place *place)
{
  if (!place->is_safe)
    return TRUE;
  place->context = SSL_CTX_new (TLS_client_method ());
  if (place->context == NULL)
    return FALSE;
  SSL_CTX_set_verify (place->context, SSL_VERIFY_PEER, NULL);
  return SSL_CTX_set_min_proto_version (place->context, TLS1_2_VERSION) == 1 &&
         SSL_CTX_set_default_verify_paths (place->context) == 1;
}

/* Why it did not work, in OpenSSL's words or those of the system: the first complaint is nearest to the cause. */
static void
set_reason (const char *url, GError **error)
{
  const char *data = NULL;
  int flags = 0;
  unsigned long code = ERR_peek_error_all (NULL, NULL, NULL, &data, &flags);
  const char *reason = code == 0 ? "no answer" : ERR_reason_error_string (code);
  gboolean more = (flags & ERR_TXT_STRING) != 0 && data != NULL && *data != '\0';

  if (reason == NULL)
    reason = ERR_SYSTEM_ERROR (code) ? g_strerror (ERR_GET_REASON (code)) : "no answer";
  g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE,
      "%s gave no time stamp: %s%s%s%s. Nothing was changed; try again, or write a request and take the "
      "answer by file.",
      url, reason, more ? " (" : "", more ? data : "", more ? ")" : "");
  ERR_clear_error ();
}

static GBytes *
read_all (BIO *bio)
{
  GByteArray *all = g_byte_array_new ();
  guint8 part[4096];
  int size;

  while ((size = BIO_read (bio, part, sizeof part)) > 0 && all->len <= MAX_ANSWER)
    g_byte_array_append (all, part, (guint) size);
  return g_byte_array_free_to_bytes (all);
}

/**
 * eup_cli_authority_ask:
 * @request: a request for a time stamp (DER)
 * @url: (type utf8): where the authority is, http or https
 * @error: G_IO_ERROR_NOT_SUPPORTED in a build without network, G_IO_ERROR_INVALID_ARGUMENT of a wrong address,
 *   G_IO_ERROR_HOST_UNREACHABLE with the reason when there is no answer within 15 seconds
 *
 * An EupStampTransport. A proxy is taken from the environment (http_proxy, no_proxy).
 *
 * Returns: (transfer full) (nullable): what came back, not looked at yet
 */
GBytes *
eup_cli_authority_ask (GBytes *request, gpointer url, GError **error)
{
  g_auto (Place) place = { NULL };
  gsize size;
  const void *data = g_bytes_get_data (request, &size);
  g_autoptr (BIO) asked = BIO_new_mem_buf (data, (int) size);
  g_autoptr (BIO) answer = NULL;

  ERR_clear_error ();
  if (!read_url (url, &place, error))
    return NULL;
  if (prepare_tls (&place))
    answer = OSSL_HTTP_transfer (NULL, place.host, place.port, place.path, place.is_safe, NULL, NULL, NULL,
                                 NULL, tls_cb, &place, 0, NULL, "application/timestamp-query", asked,
                                 "application/timestamp-reply", 1, MAX_ANSWER, SECONDS, 0);
  if (answer == NULL)
    return set_reason (url, error), NULL;
  return read_all (answer);
}

#else

GBytes *
eup_cli_authority_ask (GBytes *request, gpointer url, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               "This program speaks with no network, so it can't ask %s. Write a request with “time-stamp "
               "request”, let the authority answer it, and take the answer with “time-stamp import”.",
               (const char *) url);
  return NULL;
}

#endif
