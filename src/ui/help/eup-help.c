/* Opens the guide: with the desktop's viewer where that finds our pages, otherwise by ourselves. */

#include "ui/help/eup-help.h"

#include "ui/common/eup-settings.h"
#include "ui/help/eup-help-window.h"

typedef struct
{
  GtkApplication *application;
  char *page;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->application);
  g_free (wish->page);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

/* A viewer looks for pages in the folders of the system's data, and speaks the system's language. */
static gboolean
viewer_has_it (void)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  g_autofree char *language = eup_settings_get ("language");
  const char *const *folders = g_get_system_data_dirs ();

  if (viewer == NULL || *language != '\0' || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return FALSE;
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *index = g_build_filename (folders[i], "help", "C", "euphoria", "index.page", NULL);

      if (g_file_test (index, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }
  return FALSE;
}

/* One guide for the program. It is no child of another window, so that both can be seen side by side;
 * it goes when the window goes that was there first. */
static void
show_own (GtkApplication *application, const char *page)
{
  GtkWindow *first = NULL, *guide = NULL;

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    {
      if (EUP_IS_HELP_WINDOW (item->data))
        guide = item->data;
      else if (GTK_IS_APPLICATION_WINDOW (item->data))
        first = item->data;
    }
  if (guide == NULL)
    {
      guide = eup_help_window_new ();
      gtk_window_set_application (guide, application);
      if (first != NULL)
        g_signal_connect_object (first, "destroy", G_CALLBACK (gtk_window_destroy), guide, G_CONNECT_SWAPPED);
    }
  gtk_window_present (guide);
  eup_help_window_go (EUP_HELP_WINDOW (guide), page);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    return;
  g_message ("The viewer for help did not open: %s", error->message);
  show_own (wish->application, wish->page);
}

/**
 * eup_help_open:
 * @application: the program
 * @page: a page of the guide, such as "index"
 */
void
eup_help_open (GtkApplication *application, const char *page)
{
  g_autofree char *uri = g_strconcat ("help:euphoria/", page, NULL);
  g_autoptr (GtkUriLauncher) launcher = NULL;
  Wish *wish;

  if (!viewer_has_it ())
    {
      show_own (application, page);
      return;
    }
  launcher = gtk_uri_launcher_new (uri);
  wish = g_new0 (Wish, 1);
  wish->application = g_object_ref (application);
  wish->page = g_strdup (page);
  gtk_uri_launcher_launch (launcher, gtk_application_get_active_window (application), NULL, launched_cb,
                           wish);
}
