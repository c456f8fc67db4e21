/* What is on the cards that are in a reader now. Certificates can be read without a PIN. */

#include "record/eup-card-private.h"

#include "record/eup-signer-private.h"

#include <openssl/x509v3.h>

/* More than any card holds. */
#define MOST_OBJECTS 64
#define MOST_BYTES 65536

void
eup_card_certificate_free (EupCardCertificate *self)
{
  g_free (self->token);
  g_free (self->serial);
  g_free (self->name);
  g_free (self->issuer);
  g_clear_pointer (&self->id, g_bytes_unref);
  g_clear_pointer (&self->certificate, g_bytes_unref);
  g_free (self);
}

static GBytes *
read_attribute (CK_FUNCTION_LIST *f,
                CK_SESSION_HANDLE session,
                CK_OBJECT_HANDLE object,
                CK_ATTRIBUTE_TYPE type)
{
  CK_ATTRIBUTE attribute = { type, NULL, 0 };
  g_autofree guint8 *data = NULL;

  if (f->C_GetAttributeValue (session, object, &attribute, 1) != CKR_OK ||
      attribute.ulValueLen == CK_UNAVAILABLE_INFORMATION || attribute.ulValueLen > MOST_BYTES)
    return NULL;
  data = g_malloc (attribute.ulValueLen + 1);
  attribute.pValue = data;
  if (f->C_GetAttributeValue (session, object, &attribute, 1) != CKR_OK)
    return NULL;
  return g_bytes_new (data, attribute.ulValueLen);
}

static EupCardCertificate *
read_certificate (CK_FUNCTION_LIST *f,
                  CK_SESSION_HANDLE session,
                  CK_OBJECT_HANDLE object,
                  const CK_TOKEN_INFO *token)
{
  g_autoptr (EupCardCertificate) self = g_new0 (EupCardCertificate, 1);
  const unsigned char *der;
  g_autoptr (X509) certificate = NULL;

  self->certificate = read_attribute (f, session, object, CKA_VALUE);
  self->id = read_attribute (f, session, object, CKA_ID);
  der = self->certificate ? g_bytes_get_data (self->certificate, NULL) : NULL;
  certificate = der ? d2i_X509 (NULL, &der, (long) g_bytes_get_size (self->certificate)) : NULL;
  if (certificate == NULL || self->id == NULL)
    return NULL;
  self->token = eup_card_text (token->label, sizeof token->label);
  self->serial = eup_card_text (token->serialNumber, sizeof token->serialNumber);
  self->name = eup_certificate_dup_name (certificate);
  self->issuer = eup_certificate_dup_issuer (certificate);
  self->pin = eup_card_pin_state (token->flags);
  self->for_documents = (X509_get_key_usage (certificate) & KU_NON_REPUDIATION) != 0;
  return g_steal_pointer (&self);
}

static void
read_session (CK_FUNCTION_LIST *f, CK_SESSION_HANDLE session, const CK_TOKEN_INFO *token, GPtrArray *found)
{
  CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
  CK_CERTIFICATE_TYPE type = CKC_X_509;
  CK_ATTRIBUTE wanted[] = { { CKA_CLASS, &kind, sizeof kind }, { CKA_CERTIFICATE_TYPE, &type, sizeof type } };
  CK_OBJECT_HANDLE objects[MOST_OBJECTS];
  CK_ULONG n = 0;

  if (f->C_FindObjectsInit (session, wanted, G_N_ELEMENTS (wanted)) != CKR_OK)
    return;
  if (f->C_FindObjects (session, objects, MOST_OBJECTS, &n) != CKR_OK)
    n = 0;
  f->C_FindObjectsFinal (session);
  for (CK_ULONG i = 0; i < n; i++)
    {
      EupCardCertificate *certificate = read_certificate (f, session, objects[i], token);

      if (certificate)
        g_ptr_array_add (found, certificate);
    }
}

/**
 * eup_card_read:
 *
 * Returns: (transfer full) (element-type EupCardCertificate): every certificate on the card in @slot
 */
GPtrArray *
eup_card_read (EupCardModule *self, CK_SLOT_ID slot)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_card_certificate_free);
  CK_FUNCTION_LIST *f = eup_card_module_functions (self);
  CK_SESSION_HANDLE session;
  CK_TOKEN_INFO token;

  if (f->C_GetTokenInfo (slot, &token) != CKR_OK || (token.flags & CKF_TOKEN_INITIALIZED) == 0 ||
      f->C_OpenSession (slot, CKF_SERIAL_SESSION, NULL, NULL, &session) != CKR_OK)
    return found;
  read_session (f, session, &token, found);
  f->C_CloseSession (session);
  return found;
}

/* Whether the card is (still) in the reader. One card may stand in several slots, one for each of its PINs, under the
 * same number but with names of their own. */
gboolean
eup_card_is_there (EupCardModule *self, CK_SLOT_ID slot, const char *token, const char *serial)
{
  CK_TOKEN_INFO info;
  g_autofree char *label = NULL, *number = NULL;

  if (eup_card_module_functions (self)->C_GetTokenInfo (slot, &info) != CKR_OK)
    return FALSE;
  label = eup_card_text (info.label, sizeof info.label);
  number = eup_card_text (info.serialNumber, sizeof info.serialNumber);
  return g_strcmp0 (label, token) == 0 && g_strcmp0 (number, serial) == 0;
}

/* Those that bind first, then by name. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const EupCardCertificate *one = *(EupCardCertificate *const *) a, *two = *(EupCardCertificate *const *) b;

  if (one->for_documents != two->for_documents)
    return one->for_documents ? -1 : 1;
  return g_utf8_collate (one->name, two->name);
}

/* Whether it belongs to a person who can sign, and to no authority. */
static gboolean
is_usable (EupCardCertificate *found, GDateTime *now)
{
  const unsigned char *der = g_bytes_get_data (found->certificate, NULL);
  g_autoptr (X509) certificate = d2i_X509 (NULL, &der, (long) g_bytes_get_size (found->certificate));
  g_autoptr (GError) error = NULL;

  if (certificate == NULL || X509_check_ca (certificate) == 1)
    return FALSE;
  found->holds = eup_signer_check (certificate, now, &error);
  return found->holds || g_error_matches (error, EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_EXPIRED);
}

/**
 * eup_card_list:
 * @module: the file of the module that speaks with the cards
 * @now: when something shall be signed
 * @error: EUP_CARD_ERROR_MODULE or EUP_CARD_ERROR_NONE
 *
 * Asks for no PIN. May wait for a card: not for the main loop's thread.
 *
 * Returns: (transfer full) (nullable) (element-type EupCardCertificate): the certificates that documents
 *   can be signed with, those made for documents first; never empty
 */
GPtrArray *
eup_card_list (const char *module, GDateTime *now, GError **error)
{
  G_REC_MUTEX_AUTO_LOCK (eup_card_speaking (), locker);
  g_autoptr (EupCardModule) opened = NULL;
  g_autoptr (GArray) slots = NULL;
  g_autoptr (GPtrArray) usable = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_card_certificate_free);

  g_return_val_if_fail (module != NULL && now != NULL, NULL);

  opened = eup_card_module_open (module, error);
  if (opened == NULL)
    return NULL;
  slots = eup_card_module_slots (opened);
  for (guint i = 0; i < slots->len; i++)
    {
      g_autoptr (GPtrArray) found = eup_card_read (opened, g_array_index (slots, CK_SLOT_ID, i));

      while (found->len > 0)
        {
          EupCardCertificate *certificate = g_ptr_array_steal_index (found, 0);

          if (is_usable (certificate, now))
            g_ptr_array_add (usable, certificate);
          else
            eup_card_certificate_free (certificate);
        }
    }
  g_ptr_array_sort (usable, compare);
  if (usable->len > 0)
    return g_steal_pointer (&usable);
  g_set_error_literal (error, EUP_CARD_ERROR, EUP_CARD_ERROR_NONE,
                       "There is no card in a reader with a certificate to sign documents with.");
  return NULL;
}
