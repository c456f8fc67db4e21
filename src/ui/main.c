/* Euphoria's windows. EUPHORIA_DATA names another data folder, EUPHORIA_LOCALEDIR another folder of
 * translations; both are meant for trying things out. */

#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>
#include "eup-config.h"
#include "ui/common/eup-language.h"
#include "ui/eup-application.h"
#include "util/eup-worker.h"

/* Longer than any page is drawn or record verified; a card or a slow disk may take longer still. */
#define LAST_SECONDS 10

int
main (int argc, char *argv[])
{
  const char *localedir = g_getenv ("EUPHORIA_LOCALEDIR");
  g_autoptr (EupApplication) application = NULL;
  int status;

  eup_ui_language_begin ();
  setlocale (LC_ALL, "");
  bindtextdomain (EUP_GETTEXT_DOMAIN, localedir != NULL ? localedir : EUP_LOCALEDIR);
  bind_textdomain_codeset (EUP_GETTEXT_DOMAIN, "UTF-8");
  textdomain (EUP_GETTEXT_DOMAIN);
  g_set_prgname (EUP_APPLICATION_ID);
  application = eup_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  if (!eup_worker_wait_for_all (LAST_SECONDS))
    _exit (status); /* files are written whole or not at all, so nothing is lost */
  return status;
}
