/* All keys of the program in one table.
 *
 * Actions of the application ("app.") and of its windows ("win.") are set as accelerators of the
 * application. A page's own actions ("meeting.") are not seen from its window, so a page takes a
 * shortcut controller instead, which works wherever in the window the focus is. */

#include "ui/common/eup-shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const EupShortcut shortcuts[] = {
  { "meeting.lane(1)", "<Control>1", N_ ("The resident has the word"), N_ ("Meeting") },
  { "meeting.lane(2)", "<Control>2", N_ ("The relatives have the word"), N_ ("Meeting") },
  { "meeting.lane(3)", "<Control>3", N_ ("The staff have the word"), N_ ("Meeting") },
  { "meeting.lane(4)", "<Control>4", N_ ("The meeting answers together"), N_ ("Meeting") },
  { "meeting.next", "<Control>Return <Control>KP_Enter", N_ ("Next question"), N_ ("Meeting") },
  { "meeting.previous", "<Alt>Left", N_ ("Previous question"), N_ ("Meeting") },
  { "meeting.reveal", "<Control>r", N_ ("Show answers"), N_ ("Meeting") },
  { "meeting.park", "<Control>p", N_ ("Park the question, or take it up again"), N_ ("Meeting") },
  { "meeting.explain", "<Shift>F1", N_ ("Explain the question"), N_ ("Meeting") },
  { "meeting.pause", "F7", N_ ("Pause the meeting"), N_ ("Meeting") },
  { "meeting.shared", "F8", N_ ("Open or close the shared view"), N_ ("Meeting") },
  { "meeting.one-screen", "<Shift>F8", N_ ("One screen only, or two windows again"), N_ ("Meeting") },
  { "meeting.blank", "F9", N_ ("Blank the shared view, or show it again; also B, where nobody is writing"),
    N_ ("Meeting"), TRUE },
  { "meeting.full-screen", "F11", N_ ("Shared view in full screen, or in a window again"), N_ ("Meeting") },
  { "meeting.larger", "<Control>plus <Control>equal <Control>KP_Add", N_ ("Shared view larger"),
    N_ ("Meeting") },
  { "meeting.smaller", "<Control>minus <Control>KP_Subtract", N_ ("Shared view smaller"), N_ ("Meeting") },
  { "meeting.undo", "<Control>z", N_ ("Undo"), N_ ("Meeting") },
  { "sitting.choose(1)", "<Control>1", N_ ("First answer"), N_ ("Sitting") },
  { "sitting.choose(2)", "<Control>2", N_ ("Second answer"), N_ ("Sitting") },
  { "sitting.choose(3)", "<Control>3", N_ ("Third answer"), N_ ("Sitting") },
  { "sitting.choose(4)", "<Control>4", N_ ("Fourth answer"), N_ ("Sitting") },
  { "sitting.choose(5)", "<Control>5", N_ ("Fifth answer"), N_ ("Sitting") },
  { "sitting.next", "<Control>Return <Control>KP_Enter", N_ ("Next topic"), N_ ("Sitting") },
  { "sitting.previous", "<Alt>Left", N_ ("Previous topic"), N_ ("Sitting") },
  { "sitting.sign('tired')", "<Control>t", N_ ("Note that the resident is tired, or take it back"),
    N_ ("Sitting") },
  { "sitting.sign('refuses')", "<Control>e",
    N_ ("Note that the resident would rather not talk, or take it back"), N_ ("Sitting") },
  { "sitting.undo", "<Control>z", N_ ("Undo"), N_ ("Sitting") },
  { "acknowledge.undo", "<Control>z", N_ ("Take back the last stroke"), N_ ("Acknowledgement") },
  { "record.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", N_ ("Larger pages"), N_ ("Record") },
  { "record.zoom-out", "<Control>minus <Control>KP_Subtract", N_ ("Smaller pages"), N_ ("Record") },
  { "record.zoom-normal", "<Control>0 <Control>KP_0", N_ ("Pages in their normal size"), N_ ("Record") },
  { "record.print", "<Control>p", N_ ("Print"), N_ ("Record") },
  { "win.export", "<Control>s", N_ ("Save as a file"), N_ ("Record") },
  { "app.new-case", "<Control>n", N_ ("New case"), N_ ("Everywhere") },
  { "app.open", "<Control>o", N_ ("Open a case file"), N_ ("Everywhere") },
  { "app.preferences", "<Control>comma", N_ ("Preferences"), N_ ("Everywhere") },
  { "app.help", "F1", N_ ("Help"), N_ ("Everywhere") },
  { "app.shortcuts", "<Control>question", N_ ("Keyboard shortcuts"), N_ ("Everywhere") },
  { "app.quit", "<Control>q", N_ ("Quit"), N_ ("Everywhere") },
};

/**
 * eup_shortcuts_get:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: (array length=n_shortcuts) (transfer none): the table
 */
const EupShortcut *
eup_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/* A menu and a dialog keep the keyboard to themselves as long as they are open; the keys that can't wait
 * work there too. Called before there is a dialog of any kind: a kind has the keys of its parent. */
static void
reach_menus_and_dialogs (void)
{
  const GType types[] = { GTK_TYPE_POPOVER_MENU, GTK_TYPE_POPOVER, ADW_TYPE_DIALOG };
  GtkWidgetClass *classes[G_N_ELEMENTS (types)];

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    classes[t] = g_type_class_ref (types[t]);
  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
        if (shortcuts[i].urgent)
          {
            g_autoptr (GtkShortcut) shortcut =
                gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                                  gtk_named_action_new (shortcuts[i].action));

            gtk_widget_class_add_shortcut (classes[t], shortcut);
          }
      g_type_class_unref (classes[t]);
    }
}

/**
 * eup_shortcuts_set_on_application:
 * @application: the application
 *
 * Sets the keys of the actions of the application and of its windows.
 */
void
eup_shortcuts_set_on_application (GtkApplication *application)
{
  reach_menus_and_dialogs ();
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_has_prefix (shortcuts[i].action, "app.") || g_str_has_prefix (shortcuts[i].action, "win."))
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) keys);
      }
}

/**
 * eup_shortcuts_new_controller:
 * @action_group: the name of an action group, such as "meeting"
 *
 * Returns: (transfer full): a controller for the widget that has the action group: its keys work
 *   in the whole window as long as the widget is shown
 */
GtkEventController *
eup_shortcuts_new_controller (const char *action_group)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  g_autofree char *prefix = g_strconcat (action_group, ".", NULL);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);
      g_autofree char *name = NULL;
      GVariant *target = NULL;

      if (!g_str_has_prefix (shortcuts[i].action, prefix) ||
          !g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL))
        continue;
      for (guint k = 0; keys[k] != NULL; k++)
        {
          GtkShortcut *shortcut =
              gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[k]), gtk_named_action_new (name));

          gtk_shortcut_set_arguments (shortcut, target);
          gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
        }
      g_clear_pointer (&target, g_variant_unref);
    }
  return controller;
}
