/* In a Flatpak, files come in and go out through the desktop's portal alone. Without it the toolkit's own
 * dialog shows folders that nobody else sees and that are gone when the program ends: better to say so at
 * once than to lose a record that somebody believes to have saved. */

#include "ui/common/eup-sandbox.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MARK "/.flatpak-info" /* Flatpak lays it into each sandbox */
#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define FILES "org.freedesktop.portal.FileChooser"

static void
say_what_is_missing (GtkWindow *window)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Files Can’t Be Opened or Saved"),
      _ ("Everything else works, and the cases are kept. But this computer lacks the part through which a "
         "program in a sandbox reaches the person’s files. Ask whoever looks after the computer to install "
         "xdg-desktop-portal and the portal of the desktop, such as xdg-desktop-portal-gnome."));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "go-on", _ ("_Go On"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "go-on");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "go-on");
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* A portal without a part for files has the name, but not this interface with its version. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusProxy) proxy = g_dbus_proxy_new_for_bus_finish (result, &error);
  g_autoptr (GVariant) version = proxy != NULL ? g_dbus_proxy_get_cached_property (proxy, "version") : NULL;

  if (version != NULL)
    return;
  g_message ("No portal for files: %s", error != NULL ? error->message : "nobody answers");
  if (gtk_widget_get_visible (GTK_WIDGET (window)))
    say_what_is_missing (window);
}

/**
 * eup_sandbox_look:
 * @window: over what to say it
 *
 * In a sandbox, looks whether files can be reached, and says what is missing when they can't.
 */
void
eup_sandbox_look (GtkWindow *window)
{
  if (!g_file_test (MARK, G_FILE_TEST_EXISTS))
    return;
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_CONNECT_SIGNALS, NULL, PORTAL,
                            PORTAL_PATH, FILES, NULL, looked_cb, g_object_ref (window));
}
