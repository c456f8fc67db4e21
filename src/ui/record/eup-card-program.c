/* Which PKCS#11 module speaks with the cards: the one in the settings, else one that is there. */

#include "ui/record/eup-card-program.h"

#include "ui/common/eup-settings.h"

/* SITHS and other cards of Net iD, then every card that OpenSC knows; a Flatpak brings OpenSC along. */
static const char *const usual[] = {
  "/usr/lib/libiidp11.so",
  "/usr/lib/x86_64-linux-gnu/libiidp11.so",
  "/usr/lib/personal/libtokenapi.so",
  "/app/lib/opensc-pkcs11.so",
  "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
  "/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so",
  "/usr/lib64/opensc-pkcs11.so",
  "/usr/lib64/pkcs11/opensc-pkcs11.so",
  "/usr/lib/opensc-pkcs11.so",
};

/**
 * eup_card_program_get:
 *
 * Returns: (transfer full) (nullable): the module's file; %NULL when none is chosen and none is known here
 */
char *
eup_card_program_get (void)
{
  g_autofree char *chosen = eup_settings_get ("card-module");

  if (*chosen != '\0')
    return g_steal_pointer (&chosen);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_file_test (usual[i], G_FILE_TEST_IS_REGULAR))
      return g_strdup (usual[i]);
  return NULL;
}

void
eup_card_program_set (const char *path)
{
  eup_settings_set ("card-module", path);
}
