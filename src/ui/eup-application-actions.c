/* What can be done from everywhere: a new case, preferences, the language, keys, about, quit. */

#include "ui/eup-application-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-about.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-preferences-dialog.h"
#include "ui/common/eup-settings.h"
#include "ui/common/eup-shortcuts-dialog.h"
#include "ui/help/eup-help-window.h"
#include "ui/help/eup-help.h"

static GtkWidget *
active_window (gpointer application)
{
  return GTK_WIDGET (gtk_application_get_active_window (application));
}

/* These are asked for from outside too, where the program has no window yet (DBusActivatable). */

static void
new_case_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  eup_window_new_case (eup_application_show_window (application));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  eup_window_choose_to_open (eup_application_show_window (application));
}

static void
verify_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  eup_window_choose_to_verify (eup_application_show_window (application));
}

/* Where a reminder leads. Nobody is led out of a meeting. */
static void
follow_ups_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  eup_window_show_follow_ups (eup_application_show_window (application));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWidget *window = active_window (application);

  adw_dialog_present (eup_preferences_dialog_new (
                          EUP_IS_WINDOW (window) ? eup_window_get_workspace (EUP_WINDOW (window)) : NULL),
                      window);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  adw_dialog_present (eup_shortcuts_dialog_new (), active_window (application));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  eup_help_open (application, "index");
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWidget *window = active_window (application);

  adw_dialog_present (eup_about_dialog_new (window), window);
}

/* Each window says goodbye in its own way: the main one flushes first. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

/* One choice in a menu is still on its way when it is heard of, so the windows follow after it. */
static gboolean
speak_cb (gpointer application)
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    {
      if (EUP_IS_WINDOW (item->data))
        eup_window_speak (item->data);
      else if (EUP_IS_HELP_WINDOW (item->data))
        eup_help_window_speak (item->data);
    }
  return G_SOURCE_REMOVE;
}

static void
language_cb (GSimpleAction *action, GVariant *value, gpointer application)
{
  const char *id = g_variant_get_string (value, NULL);
  g_autoptr (GVariant) now = g_action_get_state (G_ACTION (action));

  if (!eup_ui_language_is_ours (id) || g_variant_equal (now, value))
    return;
  if (!eup_ui_language_set (id))
    g_warning ("This system has no locale in which programs are translated");
  g_simple_action_set_state (action, value);
  eup_settings_set ("language", id);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, speak_cb, g_object_ref (application), g_object_unref);
}

/* Before the first window: as it was chosen the last time. */
static void
remember_language (EupApplication *self)
{
  g_autofree char *id = eup_settings_get ("language");

  if (*id == '\0' || !eup_ui_language_is_ours (id))
    return;
  eup_ui_language_set (id);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "language")),
                             g_variant_new_string (id));
}

static const GActionEntry entries[] = {
  { .name = "new-case", .activate = new_case_cb },
  { .name = "open", .activate = open_cb },
  { .name = "verify", .activate = verify_cb },
  { .name = "follow-ups", .activate = follow_ups_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "help", .activate = help_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "language", .parameter_type = "s", .state = "''", .change_state = language_cb },
};

/**
 * eup_application_add_actions:
 * @self: the program; its keys stand in eup-shortcuts.c
 */
void
eup_application_add_actions (EupApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  eup_application_add_rehearsal_actions (self);
  remember_language (self);
}
