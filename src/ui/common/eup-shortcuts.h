#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EupShortcut:
 * @action: the detailed action name, such as "meeting.next" or "meeting.lane(1)"
 * @keys: accelerators separated by a space, as in gtk_shortcut_trigger_parse_string()
 * @title: what it does, to be translated
 * @group: where it works, to be translated
 * @urgent: whether it works under an open menu or dialog too; such an action has one key, no
 *   parameter, and a group that its window has too
 */
typedef struct
{
  const char *action;
  const char *keys;
  const char *title;
  const char *group;
  gboolean urgent;
} EupShortcut;

/* The one table of all keys: accelerators and the shortcuts dialog are made from it. */
const EupShortcut *eup_shortcuts_get (guint *n_shortcuts);
void eup_shortcuts_set_on_application (GtkApplication *application);
GtkEventController *eup_shortcuts_new_controller (const char *action_group);

G_END_DECLS
