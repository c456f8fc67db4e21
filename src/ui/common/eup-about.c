/* About the program. What somebody copies into a report of a fault names versions, and nothing of the person, the
 * machine or the cases. */

#include "ui/common/eup-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <poppler.h>
#include "casework/eup-versions.h"
#include "eup-config.h"
#include "ui/common/eup-language.h"

/**
 * eup_about_describe:
 * @widget: (nullable): what is shown on the screen that is meant
 *
 * Returns: (transfer full): versions and looks, a line each, in English
 */
char *
eup_about_describe (GtkWidget *widget)
{
  g_autofree char *core = eup_versions_describe ();
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  GtkNative *native = widget ? gtk_widget_get_native (widget) : NULL;
  GskRenderer *renderer = native ? gtk_native_get_renderer (native) : NULL;
  AdwStyleManager *style = adw_style_manager_get_default ();

  return g_strdup_printf (
      "%s"
      "GTK %u.%u.%u\n"
      "libadwaita %u.%u.%u\n"
      "Poppler %s\n"
      "\n"
      "System: %s\n"
      "In a sandbox: %s\n"
      "Display: %s\n"
      "Drawn by: %s\n"
      "Looks: %s%s\n"
      "Language: %s\n",
      core, gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
      adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (), poppler_get_version (),
      system ? system : "unknown", g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no",
      G_OBJECT_TYPE_NAME (gdk_display_get_default ()), renderer ? G_OBJECT_TYPE_NAME (renderer) : "unknown",
      adw_style_manager_get_dark (style) ? "dark" : "light",
      adw_style_manager_get_high_contrast (style) ? ", high contrast" : "", eup_ui_language ());
}

/**
 * eup_about_dialog_new:
 * @widget: (nullable): what it will be shown over
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_about_dialog_new (GtkWidget *widget)
{
  AdwDialog *about = adw_about_dialog_new ();
  g_autofree char *details = eup_about_describe (widget);

  g_object_set (about, "application-name", _ ("Euphoria"), "application-icon", EUP_APPLICATION_ID, "version",
                EUP_VERSION, "developer-name", _ ("The Euphoria maintainers"), "license-type",
                GTK_LICENSE_GPL_3_0, "comments",
                _ ("Deciding together, and in the open, about technology in one person’s life."), "website",
                "https://github.com/euphoria-care/euphoria", "issue-url",
                "https://github.com/euphoria-care/euphoria/issues", "debug-info", details,
                "debug-info-filename", "euphoria-versions.txt", NULL);
  /* Translators: your names, one a line */
  adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (about), _ ("translator-credits"));
  return about;
}
