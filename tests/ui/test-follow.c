/* What can't be seen is filled when it comes to be seen, and never later. */

#include "ui-test.h"
#include "ui/common/eup-follow.h"

typedef struct
{
  EupCase *kase;
  GtkWidget *stack;
  GtkWidget *label; /* on the page “behind” */
  GtkWindow *window;
} Fixture;

static guint filled;

static void
fill (GtkWidget *label)
{
  filled++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->kase = ui_test_case ("gps-alarm.json");
  fixture->stack = gtk_stack_new ();
  fixture->label = gtk_label_new ("what follows");
  gtk_box_append (GTK_BOX (box), fixture->label);
  gtk_stack_add_named (GTK_STACK (fixture->stack), gtk_label_new ("in front"), "front");
  gtk_stack_add_named (GTK_STACK (fixture->stack), box, "behind");
  eup_follow (fixture->kase, fixture->label, G_CALLBACK (fill));
  fixture->window = ui_test_present (fixture->stack, 400, 300);
  filled = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static void
show (Fixture *fixture, const char *page)
{
  gtk_stack_set_visible_child_name (GTK_STACK (fixture->stack), page);
  ui_test_settle ();
}

static void
what_is_seen_is_filled_at_once (Fixture *fixture, gconstpointer data)
{
  show (fixture, "behind");
  filled = 0;
  ui_test_keep (fixture->kase);
  g_assert_cmpuint (filled, ==, 1);
  ui_test_keep (fixture->kase);
  g_assert_cmpuint (filled, ==, 2);
}

static void
what_is_not_seen_waits_and_is_filled_once_when_it_is (Fixture *fixture, gconstpointer data)
{
  ui_test_keep (fixture->kase);
  ui_test_keep (fixture->kase);
  g_assert_cmpuint (filled, ==, 0);
  show (fixture, "behind");
  g_assert_cmpuint (filled, ==, 1);
  show (fixture, "front");
  show (fixture, "behind");
  g_assert_cmpuint (filled, ==, 1); /* nothing has changed since */
}

/* One that has hidden itself for having nothing to say must hear when there is something. */
static void
a_widget_that_hides_itself_is_still_filled (Fixture *fixture, gconstpointer data)
{
  show (fixture, "behind");
  gtk_widget_set_visible (fixture->label, FALSE);
  filled = 0;
  ui_test_keep (fixture->kase);
  g_assert_cmpuint (filled, ==, 1);
}

static void
a_widget_that_goes_while_it_waits_takes_its_waiting_along (Fixture *fixture, gconstpointer data)
{
  ui_test_keep (fixture->kase);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (fixture->label)), fixture->label);
  show (fixture, "behind");
  ui_test_keep (fixture->kase);
  g_assert_cmpuint (filled, ==, 0);
}

#define ADD(name) g_test_add ("/follow/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (what_is_seen_is_filled_at_once);
  ADD (what_is_not_seen_waits_and_is_filled_once_when_it_is);
  ADD (a_widget_that_hides_itself_is_still_filled);
  ADD (a_widget_that_goes_while_it_waits_takes_its_waiting_along);
  return ui_test_run ();
}
