/* Start and end of the program. Opening the data folder happens on the store's thread while the
 * window is already there; at the end the window is hidden at once and the program stays until the
 * last word is on disk. */

#include "ui/eup-application-private.h"

#include <glib/gi18n.h>
#include "eup-config.h"
#include "ui/common/eup-looks.h"
#include "ui/common/eup-sandbox.h"
#include "ui/common/eup-shortcuts.h"

G_DEFINE_FINAL_TYPE (EupApplication, eup_application, ADW_TYPE_APPLICATION)

/* (transfer none) (nullable): the facilitator's window */
EupWindow *
eup_application_find_window (EupApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (EUP_IS_WINDOW (item->data))
      return item->data;
  return NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupApplication) self = data;
  g_autoptr (GError) error = NULL;
  EupWindow *window = eup_application_find_window (self);

  self->opening = FALSE;
  self->workspace = eup_workspace_open_finish (result, &error);
  g_application_release (G_APPLICATION (self));
  if (self->workspace == NULL)
    g_warning ("The data folder can't be opened: %s", error->message);
  eup_application_update_rehearsal (self);
  if (self->workspace != NULL)
    eup_application_begin_reminding (self);
  if (window == NULL)
    return;
  if (self->workspace != NULL)
    eup_window_set_workspace (window, self->workspace);
  else
    eup_window_fail (window, error);
}

/* With "--new-case" it goes on as if started without, unless it runs already. */
static int
begin_case (GApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (self, NULL, &error))
    {
      g_printerr ("euphoria: %s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (self), "new-case", NULL);
  return g_application_get_is_remote (self) ? 0 : -1;
}

static int
handle_local_options_cb (EupApplication *self, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "new-case"))
    return begin_case (G_APPLICATION (self));
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Euphoria %s\n", EUP_VERSION);
  return 0;
}

/**
 * eup_application_show_window:
 * @self: the program
 *
 * Returns: (transfer none): the one window, in front; made, and the cases opened, where it is not there
 */
EupWindow *
eup_application_show_window (EupApplication *self)
{
  EupWindow *window = eup_application_find_window (self);

  g_return_val_if_fail (EUP_IS_APPLICATION (self), NULL);
  if (window == NULL)
    {
      window = eup_window_new (GTK_APPLICATION (self));
      eup_sandbox_look (GTK_WINDOW (window));
    }
  gtk_window_present (GTK_WINDOW (window));
  if (self->workspace == NULL)
    eup_application_open_workspace (self);
  else if (eup_window_get_workspace (window) == NULL)
    eup_window_set_workspace (window, self->workspace);
  eup_application_update_rehearsal (self);
  return window;
}

static void
eup_application_activate (GApplication *application)
{
  eup_application_show_window (EUP_APPLICATION (application));
}

/* By double click, or named on the command line. */
static void
eup_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  EupWindow *window = eup_application_show_window (EUP_APPLICATION (application));
  g_autoptr (GSList) list = NULL;

  for (int i = n_files - 1; i >= 0; i--)
    list = g_slist_prepend (list, files[i]);
  eup_window_open_files (window, list);
}

static void
eup_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (eup_application_parent_class)->startup (application);
  eup_looks_follow ();
  eup_shortcuts_set_on_application (GTK_APPLICATION (application));
  eup_application_add_actions (EUP_APPLICATION (application));
}

/* All windows have flushed their cases; the store itself ends with its last word. */
static void
eup_application_shutdown (GApplication *application)
{
  EupApplication *self = EUP_APPLICATION (application);

  eup_application_end_reminding (self);
  if (self->workspace != NULL)
    eup_store_close (eup_workspace_get_store (self->workspace));
  if (self->rehearsal != NULL)
    eup_store_close (eup_workspace_get_store (self->rehearsal));
  g_clear_object (&self->workspace);
  g_clear_object (&self->rehearsal);
  G_APPLICATION_CLASS (eup_application_parent_class)->shutdown (application);
}

static void
eup_application_class_init (EupApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = eup_application_activate;
  application_class->open = eup_application_open;
  application_class->startup = eup_application_startup;
  application_class->shutdown = eup_application_shutdown;
}

static void
eup_application_init (EupApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 N_ ("Say which version this is"), NULL);
  g_application_add_main_option (G_APPLICATION (self), "new-case", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 N_ ("Begin a new case"), NULL);
  g_signal_connect (self, "handle-local-options", G_CALLBACK (handle_local_options_cb), NULL);
}

/**
 * eup_application_new:
 *
 * Returns: (transfer full): the program, not yet running
 */
EupApplication *
eup_application_new (void)
{
  return g_object_new (EUP_TYPE_APPLICATION, "application-id", EUP_APPLICATION_ID, "resource-base-path",
                       "/io/github/euphoria_care/Euphoria", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * eup_application_open_workspace:
 * @self: the program
 *
 * Begins to open the data folder, again when it did not work before. The window shows what came of it.
 */
void
eup_application_open_workspace (EupApplication *self)
{
  g_autoptr (EupClock) clock = NULL;
  g_autofree char *folder = NULL;

  g_return_if_fail (EUP_IS_APPLICATION (self));
  if (self->opening || self->workspace != NULL)
    return;
  self->opening = TRUE;
  clock = eup_clock_new_default ();
  folder = eup_workspace_default_folder ();
  g_application_hold (G_APPLICATION (self));
  eup_workspace_open_async (folder, clock, NULL, opened_cb, g_object_ref (self));
}
