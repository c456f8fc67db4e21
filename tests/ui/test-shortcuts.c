/* The table of keys: each can be read, and none stands for two things. */

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

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shortcuts/every_key_and_action_can_be_read", every_key_and_action_can_be_read);
  g_test_add_func ("/shortcuts/no_key_stands_for_two_actions_at_once", no_key_stands_for_two_actions_at_once);
  g_test_add_func ("/shortcuts/a_page_gets_the_keys_of_its_own_actions_only",
                   a_page_gets_the_keys_of_its_own_actions_only);
  return g_test_run ();
}
