/* A module of PKCS#11 that does what SoftHSM can't: it counts wrong PINs and blocks itself at the third,
 * and its card can be pulled. Everything else SoftHSM does.
 *
 * In the folder EUP_CARD_FOLDER: the file "wrong" holds as many bytes as wrong PINs were typed; while "gone"
 * is there, the card is not; while "pull" is there, the card goes away when it shall sign; while "deaf" is
 * there, it refuses to sign; with "digests" it signs nothing that somebody else digested; with "keys" its reader has
 * keys of its own, on which the right PIN is typed, with "slip" a wrong one; with "one" all cards are one, with a PIN and a slot for each. */

#include <dlfcn.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <p11-kit/pkcs11.h>

#define MOST_WRONG 3

static CK_FUNCTION_LIST *real;
static CK_FUNCTION_LIST ours;
static gboolean digesting; /* for an elliptic key */

static char *
place (const char *name)
{
  return g_build_filename (g_getenv ("EUP_CARD_FOLDER"), name, NULL);
}

static gboolean
is_there (const char *name)
{
  g_autofree char *path = place (name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static guint
count_wrong (void)
{
  g_autofree char *path = place ("wrong");
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (guint) status.st_size : 0;
}

static void
set_wrong (guint wrong)
{
  g_autofree char *path = place ("wrong");
  g_autofree char *bytes = g_strnfill (wrong, 'x');

  g_file_set_contents (path, bytes, -1, NULL);
}

static void
pull (void)
{
  g_autofree char *path = place ("gone");

  g_file_set_contents (path, "", 0, NULL);
}

static CK_RV
get_slot_list (CK_BBOOL present, CK_SLOT_ID *slots, CK_ULONG *n)
{
  if (!present || !is_there ("gone"))
    return real->C_GetSlotList (present, slots, n);
  *n = 0;
  return CKR_OK;
}

static CK_RV
get_token_info (CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
  const CK_FLAGS all = CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED;
  guint wrong = count_wrong ();
  CK_RV status;

  if (is_there ("gone"))
    return CKR_TOKEN_NOT_PRESENT;
  status = real->C_GetTokenInfo (slot, info);
  info->flags &= ~all;
  if (wrong > 0)
    info->flags |= CKF_USER_PIN_COUNT_LOW;
  if (wrong == MOST_WRONG - 1)
    info->flags |= CKF_USER_PIN_FINAL_TRY;
  if (wrong >= MOST_WRONG)
    info->flags |= CKF_USER_PIN_LOCKED;
  if (is_there ("one"))
    memset (info->serialNumber, '1', sizeof info->serialNumber);
  if (is_there ("keys"))
    info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
  return status;
}

static CK_RV
open_session (CK_SLOT_ID slot, CK_FLAGS flags, void *data, CK_NOTIFY notify, CK_SESSION_HANDLE *session)
{
  if (is_there ("gone"))
    return CKR_TOKEN_NOT_PRESENT;
  return real->C_OpenSession (slot, flags, data, notify, session);
}

static CK_RV
login (CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR *pin, CK_ULONG length)
{
  guint wrong = count_wrong ();
  CK_RV status;

  if (is_there ("gone"))
    return CKR_DEVICE_REMOVED;
  if (wrong >= MOST_WRONG)
    return CKR_PIN_LOCKED;
  if (is_there ("keys") && is_there ("slip"))
    {
      set_wrong (wrong + 1);
      return CKR_PIN_INCORRECT;
    }
  if (is_there ("keys"))
    return pin ? CKR_PIN_INVALID : real->C_Login (session, user, (CK_UTF8CHAR *) "123456", 6);
  status = real->C_Login (session, user, pin, length);
  if (status == CKR_PIN_INCORRECT || status == CKR_PIN_LEN_RANGE)
    set_wrong (wrong + 1);
  else if (status == CKR_OK)
    set_wrong (0);
  return status;
}

static gboolean
is_raw (CK_MECHANISM_TYPE type)
{
  return type == CKM_RSA_PKCS || type == CKM_ECDSA;
}

static CK_RV
sign_init (CK_SESSION_HANDLE session, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key)
{
  if (is_there ("pull"))
    pull ();
  if (is_there ("gone"))
    return CKR_DEVICE_REMOVED;
  if (is_raw (mechanism->mechanism) && is_there ("digests"))
    return CKR_MECHANISM_INVALID;
  digesting = mechanism->mechanism == CKM_ECDSA_SHA256;
  if (digesting)
    mechanism->mechanism = CKM_ECDSA;
  return is_there ("deaf") ? CKR_FUNCTION_FAILED : real->C_SignInit (session, mechanism, key);
}

/* SoftHSM digests for keys of RSA only. */
static CK_RV
sign (CK_SESSION_HANDLE session, CK_BYTE *data, CK_ULONG length, CK_BYTE *signature, CK_ULONG *size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n = sizeof digest;

  if (!digesting)
    return real->C_Sign (session, data, length, signature, size);
  g_checksum_update (checksum, data, (gssize) length);
  g_checksum_get_digest (checksum, digest, &n);
  return real->C_Sign (session, digest, n, signature, size);
}

static CK_RV
get_mechanism_info (CK_SLOT_ID slot, CK_MECHANISM_TYPE type, CK_MECHANISM_INFO *info)
{
  if (!is_there ("digests"))
    return real->C_GetMechanismInfo (slot, type, info);
  if (is_raw (type))
    return CKR_MECHANISM_INVALID;
  return real->C_GetMechanismInfo (slot, type == CKM_ECDSA_SHA256 ? CKM_ECDSA : type, info);
}

CK_RV
C_GetFunctionList (CK_FUNCTION_LIST **list)
{
  const char *path = g_getenv ("EUP_SOFTHSM");
  void *library = path ? dlopen (path, RTLD_NOW | RTLD_LOCAL) : NULL;
  CK_RV (*get) (CK_FUNCTION_LIST **) =
      library ? (CK_RV (*) (CK_FUNCTION_LIST **)) dlsym (library, "C_GetFunctionList") : NULL;

  if (get == NULL || get (&real) != CKR_OK)
    return CKR_GENERAL_ERROR;
  ours = *real;
  ours.C_GetFunctionList = C_GetFunctionList;
  ours.C_GetSlotList = get_slot_list;
  ours.C_GetTokenInfo = get_token_info;
  ours.C_OpenSession = open_session;
  ours.C_GetMechanismInfo = get_mechanism_info;
  ours.C_Login = login;
  ours.C_Sign = sign;
  ours.C_SignInit = sign_init;
  *list = &ours;
  return CKR_OK;
}
