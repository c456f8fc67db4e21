/* Who decides: a known name brings its role along, and what somebody clears stays clear. */

#include "ui-test.h"
#include "ui/meeting/eup-decider-group.h"

static GtkEditable *
row (GtkWidget *group, const char *title)
{
  GtkWidget *found = ui_test_find (group, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (found);
  return GTK_EDITABLE (found);
}

static const EupDecision *
decision (EupCase *kase)
{
  return eup_case_get_assessment (kase)->decision;
}

static void
clear (EupCase *kase)
{
  EupDecision *edited = eup_case_edit (kase, EUP_PART_DECISION, NULL);

  g_clear_pointer (&edited->decider, g_free);
  g_clear_pointer (&edited->decider_role, g_free);
  eup_case_put (kase, EUP_PART_DECISION, edited);
}

static void
a_known_name_brings_its_role_and_the_role_can_be_changed (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group = g_object_new (EUP_TYPE_DECIDER_GROUP, NULL);
  GtkWindow *window;

  clear (kase);
  eup_decider_group_set_case (EUP_DECIDER_GROUP (group), kase);
  window = ui_test_present (group, 600, 400);
  gtk_editable_set_text (row (group, "Name"), "Karin Lund");
  g_assert_cmpstr (decision (kase)->decider_role, ==, "enhetschef");
  gtk_editable_set_text (row (group, "Role"), "");
  g_assert_cmpstr (gtk_editable_get_text (row (group, "Role")), ==, "");
  gtk_editable_set_text (row (group, "Role"), "områdeschef");
  g_assert_cmpstr (decision (kase)->decider_role, ==, "områdeschef");
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/decider-group/a_known_name_brings_its_role_and_the_role_can_be_changed",
                   a_known_name_brings_its_role_and_the_role_can_be_changed);
  return ui_test_run ();
}
