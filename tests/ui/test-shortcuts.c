/* The table of keys: each can be read, and none stands for two things. */

#include "ui-test.h"
#include "ui/common/eup-shortcuts-dialog.h"
#include "ui/common/eup-shortcuts.h"

static void
every_key_and_action_can_be_read (void)
{
  guint n = 0;
  const EupShortcut *shortcuts = eup_shortcuts_get (&n);

  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      g_assert_cmpstr (shortcuts[i].title, !=, "");
      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (keys[k]);

          g_assert_nonnull (trigger);
        }
    }
}

static gboolean
is_everywhere (const char *prefix)
{
  return g_str_equal (prefix, "app") || g_str_equal (prefix, "win");
}

/* Two pages are never shown at once, so each may use a key in its own way; what works everywhere may
 * not be used again. */
static void
no_key_stands_for_two_actions_at_once (void)
{
  guint n = 0;
  const EupShortcut *shortcuts = eup_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        g_auto (GStrv) some = g_strsplit (shortcuts[i].keys, " ", -1);
        g_auto (GStrv) others = g_strsplit (shortcuts[k].keys, " ", -1);
        g_auto (GStrv) first = g_strsplit (shortcuts[i].action, ".", 2);
        g_auto (GStrv) second = g_strsplit (shortcuts[k].action, ".", 2);

        if (!g_str_equal (first[0], second[0]) && !is_everywhere (first[0]) && !is_everywhere (second[0]))
          continue;
        for (guint key = 0; some[key] != NULL; key++)
          g_assert_false (g_strv_contains ((const char *const *) others, some[key]));
      }
}

static void
a_page_gets_the_keys_of_its_own_actions_only (void)
{
  g_autoptr (GtkEventController) controller = g_object_ref_sink (eup_shortcuts_new_controller ("meeting"));
  guint n_meeting = 0, n = 0;
  const EupShortcut *shortcuts = eup_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (shortcuts[i].action, "meeting."))
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

        n_meeting += g_strv_length (keys);
      }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (controller)), ==, n_meeting);
}

/* What people learn first; who changes one of these changes it for everybody who knows the program. */
static void
the_keys_that_people_learn_are_there (void)
{
  static const struct
  {
    const char *action, *key;
  } learned[] = {
    { "meeting.lane(1)", "<Control>1" },
    { "meeting.lane(2)", "<Control>2" },
    { "meeting.lane(3)", "<Control>3" },
    { "meeting.next", "<Control>Return" },
    { "meeting.previous", "<Alt>Left" },
    { "meeting.reveal", "<Control>r" },
    { "meeting.blank", "F9" },
    { "meeting.undo", "<Control>z" },
    { "meeting.shared", "F8" },
    { "meeting.one-screen", "<Shift>F8" },
    { "meeting.full-screen", "F11" },
    { "meeting.larger", "<Control>plus" },
    { "meeting.smaller", "<Control>minus" },
    { "app.help", "F1" },
    { "app.shortcuts", "<Control>question" },
    { "app.preferences", "<Control>comma" },
    { "app.quit", "<Control>q" },
  };
  guint n = 0;
  const EupShortcut *shortcuts = eup_shortcuts_get (&n);

  for (guint i = 0; i < G_N_ELEMENTS (learned); i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < n; k++)
        {
          g_auto (GStrv) keys = g_strsplit (shortcuts[k].keys, " ", -1);

          found = found || (g_str_equal (shortcuts[k].action, learned[i].action) &&
                            g_strv_contains ((const char *const *) keys, learned[i].key));
        }
      g_test_message ("%s: %s", learned[i].action, learned[i].key);
      g_assert_true (found);
    }
}

static void
the_list_shows_every_key_with_what_it_does (void)
{
  AdwDialog *dialog = eup_shortcuts_dialog_new ();
  GtkWindow *window = ui_test_present (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), 700, 600);
  guint n = 0;
  const EupShortcut *shortcuts = eup_shortcuts_get (&n);
  g_autofree char *held = NULL;

  adw_dialog_present (dialog, GTK_WIDGET (window));
  ui_test_settle ();
  held = ui_test_texts (GTK_WIDGET (dialog));
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (strstr (held, shortcuts[i].title));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/shortcuts/every_key_and_action_can_be_read", every_key_and_action_can_be_read);
  g_test_add_func ("/shortcuts/no_key_stands_for_two_actions_at_once", no_key_stands_for_two_actions_at_once);
  g_test_add_func ("/shortcuts/a_page_gets_the_keys_of_its_own_actions_only",
                   a_page_gets_the_keys_of_its_own_actions_only);
  g_test_add_func ("/shortcuts/the_keys_that_people_learn_are_there", the_keys_that_people_learn_are_there);
  g_test_add_func ("/shortcuts/the_list_shows_every_key_with_what_it_does",
                   the_list_shows_every_key_with_what_it_does);
  return ui_test_run ();
}
