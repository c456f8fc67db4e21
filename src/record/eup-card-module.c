/* A module of PKCS#11: the library that comes with a card and speaks with it. */

#include "record/eup-card-private.h"

#include <p11-kit/p11-kit.h>
#include <string.h>

struct _EupCardModule
{
  char *path;
  guint users;
  CK_FUNCTION_LIST *functions;
};

G_DEFINE_QUARK (eup-card-error-quark, eup_card_error)

/* Modules need not bear two threads at once, and some don't in spite of saying so. Whoever lists, looks or signs
 * holds this for as long as it takes. */
static GRecMutex speaking;
/* Who uses which module. Never held while a card works, so that letting go of one does not wait for a card; the
 * last user takes the module down, when nobody can be speaking through it. */
static GMutex counting;
static GHashTable *modules; /* path → module */

/* Returns: (transfer none): held by whoever speaks with a card */
GRecMutex *
eup_card_speaking (void)
{
  return &speaking;
}

static gboolean
fail (GError **error, const char *path, const char *reason)
{
  g_set_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_MODULE, "The module for cards can't be used: %s: %s.",
               path, reason);
  return FALSE;
}

static gboolean
load (EupCardModule *self, GError **error)
{
  CK_RV status;

  self->functions = p11_kit_module_load (self->path, P11_KIT_MODULE_UNMANAGED);
  if (self->functions == NULL)
    return fail (error, self->path, "it is not there, or is no such module");
  status = p11_kit_module_initialize (self->functions);
  if (status == CKR_OK)
    return TRUE;
  p11_kit_module_release (self->functions);
  return fail (error, self->path, p11_kit_strerror (status));
}

/**
 * eup_card_module_open:
 * @path: the module's file
 * @error: EUP_CARD_ERROR_MODULE
 *
 * Returns: (transfer full) (nullable): the module
 */
EupCardModule *
eup_card_module_open (const char *path, GError **error)
{
  G_MUTEX_AUTO_LOCK (&counting, locker);
  EupCardModule *self;

  if (modules == NULL)
    modules = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (modules, path);
  if (self == NULL)
    {
      self = g_new0 (EupCardModule, 1);
      self->path = g_strdup (path);
      if (load (self, error))
        g_hash_table_insert (modules, self->path, self);
      else
        {
          g_free (self->path);
          g_clear_pointer (&self, g_free);
        }
    }
  if (self)
    self->users++;
  return self;
}

void
eup_card_module_close (EupCardModule *self)
{
  G_MUTEX_AUTO_LOCK (&counting, locker);

  if (--self->users == 0)
    {
      g_hash_table_remove (modules, self->path);
      if (g_hash_table_size (modules) == 0)
        g_clear_pointer (&modules, g_hash_table_unref);
      p11_kit_module_finalize (self->functions);
      p11_kit_module_release (self->functions);
      g_free (self->path);
      g_free (self);
    }
}

CK_FUNCTION_LIST *
eup_card_module_functions (EupCardModule *self)
{
  return self->functions;
}

/* Returns: (transfer full) (element-type CK_SLOT_ID): the readers in which there is a card now */
GArray *
eup_card_module_slots (EupCardModule *self)
{
  GArray *slots = g_array_new (FALSE, TRUE, sizeof (CK_SLOT_ID));
  CK_ULONG n = 0;

  if (self->functions->C_GetSlotList (CK_TRUE, NULL, &n) != CKR_OK || n > G_MAXUINT16)
    n = 0;
  g_array_set_size (slots, (guint) n);
  if (n > 0 && self->functions->C_GetSlotList (CK_TRUE, (CK_SLOT_ID *) (void *) slots->data, &n) != CKR_OK)
    n = 0;
  g_array_set_size (slots, MIN (slots->len, (guint) n));
  return slots;
}

/**
 * eup_card_module_look:
 * @self: the module
 *
 * Which cards are in a reader and what they say of their PINs: cheap, so that it can be asked every other
 * second. May wait for a card: not for the main loop's thread.
 *
 * Returns: (transfer full): a text that is another one as soon as something changed
 */
char *
eup_card_module_look (EupCardModule *self)
{
  G_REC_MUTEX_AUTO_LOCK (&speaking, locker);
  g_autoptr (GArray) slots = eup_card_module_slots (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      CK_SLOT_ID slot = g_array_index (slots, CK_SLOT_ID, i);
      g_autofree char *serial = NULL;
      CK_TOKEN_INFO token;

      if (self->functions->C_GetTokenInfo (slot, &token) != CKR_OK)
        continue;
      serial = eup_card_text (token.serialNumber, sizeof token.serialNumber);
      g_string_append_printf (text, "%lu %s %lx\n", slot, serial,
                              token.flags & (CKF_TOKEN_INITIALIZED | CKF_USER_PIN_COUNT_LOW |
                                             CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED));
    }
  return g_string_free_and_steal (text);
}

EupPinState
eup_card_pin_state (CK_FLAGS flags)
{
  EupPinState state = { EUP_PIN_TRIES_ENOUGH, (flags & CKF_USER_PIN_LOCKED) != 0,
                        (flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0 };

  if (flags & CKF_USER_PIN_FINAL_TRY)
    state.tries = EUP_PIN_TRIES_LAST;
  else if (flags & CKF_USER_PIN_COUNT_LOW)
    state.tries = EUP_PIN_TRIES_FEW;
  return state;
}

/* Returns: (transfer full): a text of PKCS#11, without the blanks that fill it up */
char *
eup_card_text (const CK_UTF8CHAR *padded, gsize length)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) padded, (gssize) length);

  return g_strdup (g_strchomp (text));
}
