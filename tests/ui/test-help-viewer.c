/* The guide where the desktop has a viewer for it: one that is played, and writes down what it is given. */

#include "ui-test.h"

#include <glib/gstdio.h>
#include "ui/common/eup-settings.h"
#include "ui/help/eup-help-window.h"
#include "ui/help/eup-help.h"

static char *data, *asked;

static void
put (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (data, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Before anything reads where the data of the system lie. */
static void
play_a_viewer (void)
{
  g_autofree char *entry = NULL, *folders = NULL;

  data = g_dir_make_tmp ("euphoria-viewer-XXXXXX", NULL);
  asked = g_build_filename (data, "asked", NULL);
  entry = g_strdup_printf (
      "[Desktop Entry]\nType=Application\nName=Viewer\nExec=sh -c \"echo $0 >%s.new; mv %s.new %s\" %%u\n"
      "MimeType=x-scheme-handler/help;\n",
      asked, asked, asked);
  put ("applications/viewer.desktop", entry);
  put ("applications/mimeapps.list", "[Default Applications]\nx-scheme-handler/help=viewer.desktop\n");
  folders = g_strconcat (
      data, ":", g_getenv ("XDG_DATA_DIRS") != NULL ? g_getenv ("XDG_DATA_DIRS") : "/usr/share", NULL);
  g_setenv ("XDG_DATA_DIRS", folders, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_CONFIG_HOME", data, TRUE);
}

static gboolean
has_own (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (EUP_IS_HELP_WINDOW (item->data))
      return TRUE;
  return FALSE;
}

static void
close_own (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (EUP_IS_HELP_WINDOW (item->data))
      {
        gtk_window_destroy (item->data);
        return;
      }
}

static gboolean
was_asked (gpointer nothing)
{
  return g_file_test (asked, G_FILE_TEST_EXISTS);
}

static gboolean
own_is_there (gpointer nothing)
{
  return has_own ();
}

static void
a_viewer_without_our_pages_is_not_asked (void)
{
  eup_help_open (GTK_APPLICATION (g_application_get_default ()), "index");
  ui_test_settle ();
  g_assert_true (has_own ());
  g_assert_false (was_asked (NULL));
  close_own ();
}

static void
a_viewer_that_finds_our_pages_opens_them (void)
{
  g_autofree char *said = NULL;

  put ("help/C/euphoria/index.page", "<page/>");
  eup_help_open (GTK_APPLICATION (g_application_get_default ()), "closing");
  ui_test_wait (was_asked, NULL);
  g_assert_true (g_file_get_contents (asked, &said, NULL, NULL));
  g_assert_cmpstr (g_strstrip (said), ==, "help:euphoria/closing");
  g_assert_false (has_own ());
  g_assert_cmpint (g_remove (asked), ==, 0);
}

static void
who_chose_a_language_reads_in_it (void)
{
  eup_settings_set ("language", "zh");
  eup_help_open (GTK_APPLICATION (g_application_get_default ()), "index");
  ui_test_settle ();
  g_assert_true (has_own ());
  g_assert_false (was_asked (NULL));
  close_own ();
  eup_settings_set ("language", "");
}

static void
a_viewer_that_does_not_start_is_made_up_for (void)
{
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*did not open*");
  put ("applications/viewer.desktop",
       "[Desktop Entry]\nType=Application\nName=Viewer\nExec=/nowhere/viewer %u\n"
       "MimeType=x-scheme-handler/help;\n");
  eup_help_open (GTK_APPLICATION (g_application_get_default ()), "index");
  ui_test_wait (own_is_there, NULL);
  close_own ();
}

int
main (int argc, char *argv[])
{
  play_a_viewer ();
  ui_test_init (&argc, &argv);
  g_test_add_func ("/help-viewer/a_viewer_without_our_pages_is_not_asked",
                   a_viewer_without_our_pages_is_not_asked);
  g_test_add_func ("/help-viewer/a_viewer_that_finds_our_pages_opens_them",
                   a_viewer_that_finds_our_pages_opens_them);
  g_test_add_func ("/help-viewer/who_chose_a_language_reads_in_it", who_chose_a_language_reads_in_it);
  g_test_add_func ("/help-viewer/a_viewer_that_does_not_start_is_made_up_for",
                   a_viewer_that_does_not_start_is_made_up_for);
  return ui_test_run ();
}
