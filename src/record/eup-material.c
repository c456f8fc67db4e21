/* Whether certificates held at a time in the past, asked of what lies in the file and of nothing else. */

#include "record/eup-material.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>

/* Longer ways do not exist. */
#define LONGEST_WAY 8

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free)

EupMaterial *
eup_material_new (void)
{
  EupMaterial *self = g_new0 (EupMaterial, 1);

  self->certificates = sk_X509_new_null ();
  self->lists = sk_X509_CRL_new_null ();
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

void
eup_material_free (EupMaterial *self)
{
  eup_certificates_free (self->certificates);
  sk_X509_CRL_pop_free (self->lists, X509_CRL_free);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

/* What is there already is not added again. */
void
eup_material_add_certificate (EupMaterial *self, X509 *certificate)
{
  for (int i = 0; i < sk_X509_num (self->certificates); i++)
    if (X509_cmp (sk_X509_value (self->certificates, i), certificate) == 0)
      return;
  X509_up_ref (certificate);
  sk_X509_push (self->certificates, certificate);
}

static void
add_list (EupMaterial *self, X509_CRL *list)
{
  for (int i = 0; i < sk_X509_CRL_num (self->lists); i++)
    if (X509_CRL_match (sk_X509_CRL_value (self->lists, i), list) == 0)
      return;
  X509_CRL_up_ref (list);
  sk_X509_CRL_push (self->lists, list);
}

static void
add_answer (EupMaterial *self, GBytes *answer)
{
  if (!g_ptr_array_find_with_equal_func (self->answers, answer, g_bytes_equal, NULL))
    g_ptr_array_add (self->answers, g_bytes_ref (answer));
}

/* Certificates as DER. */
void
eup_material_add_all (EupMaterial *self, GPtrArray *encoded)
{
  for (guint i = 0; encoded && i < encoded->len; i++)
    eup_material_add (self, encoded->pdata[i]);
}

static gboolean
add_der (EupMaterial *self, GBytes *file)
{
  gsize size;
  const unsigned char *start = g_bytes_get_data (file, &size), *der = start;
  g_autoptr (X509) certificate = d2i_X509 (NULL, &der, (long) size);
  X509_CRL *list;
  OCSP_RESPONSE *answer;
  gboolean good = FALSE;

  if (certificate)
    {
      eup_material_add_certificate (self, certificate);
      return der == start + size;
    }
  der = start;
  list = d2i_X509_CRL (NULL, &der, (long) size);
  if (list)
    {
      add_list (self, list);
      X509_CRL_free (list);
      return der == start + size;
    }
  der = start;
  answer = d2i_OCSP_RESPONSE (NULL, &der, (long) size);
  if (answer && der == start + size && OCSP_response_status (answer) == OCSP_RESPONSE_STATUS_SUCCESSFUL)
    {
      add_answer (self, file);
      good = TRUE;
    }
  OCSP_RESPONSE_free (answer);
  return good;
}

static gboolean
add_pem (EupMaterial *self, GBytes *file)
{
  static const char *const kinds[] = { PEM_STRING_X509, PEM_STRING_X509_OLD, PEM_STRING_X509_CRL, NULL };
  g_autoptr (BIO) text = BIO_new_mem_buf (g_bytes_get_data (file, NULL), (int) g_bytes_get_size (file));
  char *name = NULL, *head = NULL;
  unsigned char *data = NULL;
  long length = 0;
  guint n = 0;
  gboolean good = TRUE;

  while (good && PEM_read_bio (text, &name, &head, &data, &length))
    {
      g_autoptr (GBytes) der = g_bytes_new (data, (gsize) length);

      if (g_strv_contains (kinds, name)) /* keys and the like may stand beside */
        {
          good = add_der (self, der);
          n++;
        }
      OPENSSL_free (name);
      OPENSSL_free (head);
      OPENSSL_free (data);
    }
  return good && n > 0;
}

/**
 * eup_material_add:
 * @file: a certificate, a list of revoked ones or an answer of OCSP as DER; any number of the first two as PEM
 *
 * Returns: whether it is one of them; whether it holds is another question
 */
gboolean
eup_material_add (EupMaterial *self, GBytes *file)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  gboolean good =
      size > 0 && size < G_MAXINT && (data[0] == 0x30 ? add_der (self, file) : add_pem (self, file));

  ERR_clear_error ();
  return good;
}

static X509_CRL *
find_list (const EupMaterial *self, X509 *issuer, time_t when)
{
  for (int i = 0; i < sk_X509_CRL_num (self->lists); i++)
    {
      X509_CRL *list = sk_X509_CRL_value (self->lists, i);
      const ASN1_TIME *next = X509_CRL_get0_nextUpdate (list);

      if (X509_NAME_cmp (X509_CRL_get_issuer (list), X509_get_subject_name (issuer)) == 0 &&
          X509_CRL_verify (list, X509_get0_pubkey (issuer)) == 1 && next && X509_cmp_time (next, &when) > 0)
        return list;
    }
  return NULL;
}

static EupMaterialAnswer
ask_lists (const EupMaterial *self, X509 *certificate, X509 *issuer, time_t when, EupMaterial *used)
{
  X509_CRL *list = find_list (self, issuer, when);
  X509_REVOKED *entry = NULL;

  if (list == NULL)
    return EUP_MATERIAL_MISSING;
  if (used)
    add_list (used, list);
  if (X509_CRL_get0_by_cert (list, &entry, certificate) == 1 &&
      X509_cmp_time (X509_REVOKED_get0_revocationDate (entry), &when) < 0)
    return EUP_MATERIAL_REVOKED;
  return EUP_MATERIAL_GOOD;
}

/**
 * eup_material_is_revoked:
 *
 * Returns: whether a list of @issuer, however old, says that @certificate was revoked before @when
 */
gboolean
eup_material_is_revoked (const EupMaterial *self, X509 *certificate, X509 *issuer, time_t when)
{
  for (int i = 0; i < sk_X509_CRL_num (self->lists); i++)
    {
      X509_CRL *list = sk_X509_CRL_value (self->lists, i);
      X509_REVOKED *entry = NULL;

      if (X509_CRL_get0_by_cert (list, &entry, certificate) == 1 &&
          X509_CRL_verify (list, X509_get0_pubkey (issuer)) == 1 &&
          X509_cmp_time (X509_REVOKED_get0_revocationDate (entry), &when) < 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * eup_material_check:
 * @when: when it signed
 * @used: (nullable): gets what was needed
 * @about: (out) (nullable): the name in the certificate that the answer is about
 *
 * Goes from @certificate up to an authority that signs itself.
 */
EupMaterialAnswer
eup_material_check (
    const EupMaterial *self, X509 *certificate, GDateTime *when, EupMaterial *used, char **about)
{
  time_t time = (time_t) g_date_time_to_unix (when);
  EupMaterialAnswer answer = EUP_MATERIAL_GOOD;

  for (guint i = 0; answer == EUP_MATERIAL_GOOD && !eup_certificate_is_signed_by (certificate, certificate);
       i++)
    {
      X509 *issuer = i < LONGEST_WAY ? eup_certificate_find_issuer (certificate, self->certificates) : NULL;

      answer =
          issuer ? eup_material_ask_answers (self, certificate, issuer, time, used) : EUP_MATERIAL_MISSING;
      if (issuer && answer == EUP_MATERIAL_MISSING)
        answer = ask_lists (self, certificate, issuer, time, used);
      if (answer != EUP_MATERIAL_GOOD && about)
        *about = eup_certificate_dup_name (certificate);
      if (used)
        eup_material_add_certificate (used, certificate);
      certificate = issuer;
    }
  if (answer == EUP_MATERIAL_GOOD && used)
    eup_material_add_certificate (used, certificate);
  ERR_clear_error ();
  return answer;
}

static gboolean
list_holds (const EupMaterial *self, X509_CRL *list)
{
  for (int i = 0; i < sk_X509_num (self->certificates); i++)
    {
      X509 *issuer = sk_X509_value (self->certificates, i);

      if (X509_NAME_cmp (X509_CRL_get_issuer (list), X509_get_subject_name (issuer)) == 0 &&
          X509_CRL_verify (list, X509_get0_pubkey (issuer)) == 1)
        return TRUE;
    }
  return FALSE;
}

/**
 * eup_material_holds:
 *
 * Returns: whether every piece of it is held by the signature of an authority in it, so that no byte of it
 *   can have changed unseen
 */
gboolean
eup_material_holds (const EupMaterial *self)
{
  gboolean good = TRUE;

  for (int i = 0; good && i < sk_X509_num (self->certificates); i++)
    {
      X509 *certificate = sk_X509_value (self->certificates, i);

      good = eup_certificate_is_signed_by (certificate, certificate) ||
             eup_certificate_find_issuer (certificate, self->certificates) != NULL;
    }
  for (int i = 0; good && i < sk_X509_CRL_num (self->lists); i++)
    good = list_holds (self, sk_X509_CRL_value (self->lists, i));
  for (guint i = 0; good && i < self->answers->len; i++)
    good = eup_material_answer_holds (self, self->answers->pdata[i]);
  ERR_clear_error ();
  return good;
}
