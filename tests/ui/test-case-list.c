/* The list of cases: what it says, what it never says, and that a thousand cases stay light. */

#include "ui-test.h"

#include "casework/eup-workspace.h"
#include "ui/archive/eup-case-list.h"
#include "ui/archive/eup-case-row.h"

typedef struct
{
  EupWorkspace *workspace;
  GtkWidget *list;
  GtkWindow *window;
  gboolean done;
} Fixture;

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-21T15:24:00Z", NULL);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (now);

  fixture->workspace = ui_test_workspace (clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  eup_store_close (eup_workspace_get_store (fixture->workspace));
  g_clear_object (&fixture->workspace);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (eup_store_put_finish (EUP_STORE (source), result, &error));
  g_assert_no_error (error);
  fixture->done = TRUE;
}

/* A case as the store keeps it: a card full of what lists must not say, and the summary. */
static void
put (Fixture *fixture, const EupStoreSummary *summary)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);

  g_ptr_array_add (parts,
                   eup_store_part_new ("card", summary->id,
                                       "{\"name\":\"Anna Bergman\",\"personalNumber\":\"19420314-0000\","
                                       "\"technology\":\"gps-alarm\",\"purpose\":\"Hitta hem\"}"));
  fixture->done = FALSE;
  eup_store_put_async (eup_workspace_get_store (fixture->workspace), summary->id, parts, summary, NULL,
                       put_cb, fixture);
  ui_test_wait (is_done, fixture);
}

static void
put_case (Fixture *fixture, const char *id, const char *number, const char *alias, const char *follow_up)
{
  g_autoptr (EupStoreSummary) summary =
      eup_store_summary_new (id, number, alias, EUP_STORE_STATE_MEETING, follow_up,
                             follow_up != NULL ? "Maria Sund" : "", "2026-11-20T10:00:00Z");

  put (fixture, summary);
}

static void
show (Fixture *fixture)
{
  fixture->list = eup_case_list_new (fixture->workspace);
  fixture->window = ui_test_present (fixture->list, 400, 800);
  ui_test_settle ();
}

static GtkStack *
stack_of (Fixture *fixture)
{
  return GTK_STACK (ui_test_find (fixture->list, GTK_TYPE_STACK, NULL));
}

static gboolean
shows_cases (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack_of (data)), "cases") == 0;
}

static gboolean
shows_nothing (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack_of (data)), "nothing") == 0;
}

static guint
count (GtkWidget *root, GType type)
{
  guint n = G_OBJECT_TYPE (root) == type ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static void
an_empty_list_says_how_to_begin (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack_of (fixture)), ==, "empty");
  g_assert_true (ui_test_holds (gtk_stack_get_visible_child (stack_of (fixture)), "New _case"));
}

static void
a_row_says_alias_number_and_state_and_no_health_facts (Fixture *fixture, gconstpointer data)
{
  static const char *const never[] = { "Bergman", "19420314", "gps", "GPS", "Hitta hem" };

  put_case (fixture, "anna", "2026-014", "Anna", NULL);
  show (fixture);
  ui_test_wait (shows_cases, fixture);
  g_assert_true (ui_test_holds (fixture->list, "Anna"));
  g_assert_true (ui_test_holds (fixture->list, "2026-014 · meeting begun"));
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_false (ui_test_holds (fixture->list, never[i]));
}

static gboolean
shows_one_case (gpointer fixture)
{
  return count (((Fixture *) fixture)->list, EUP_TYPE_CASE_ROW) == 1;
}

static void
a_search_finds_by_number_and_says_when_nothing_is_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search;

  put_case (fixture, "anna", "2026-014", "Anna", NULL);
  put_case (fixture, "gun", "2026-011", "Gun", NULL);
  show (fixture);
  ui_test_wait (shows_cases, fixture);
  search = ui_test_find (fixture->list, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "2026-011");
  ui_test_wait (shows_one_case, fixture);
  g_assert_true (ui_test_holds (fixture->list, "Gun"));
  gtk_editable_set_text (GTK_EDITABLE (search), "finns inte");
  ui_test_wait (shows_nothing, fixture);
}

static void
what_is_due_stands_above_the_cases_the_latest_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *due, *first;

  put_case (fixture, "gun", "2026-011", "Gun", "2026-11-24");
  put_case (fixture, "ingvar", "2026-009", "Ingvar", "2026-11-20");
  put_case (fixture, "maj", "2026-008", "Maj", "2027-03-01");
  show (fixture);
  ui_test_wait (shows_cases, fixture);
  due = ui_test_find (fixture->list, GTK_TYPE_LIST_BOX, "Ingvar");
  g_assert_nonnull (due);
  first = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (due), 0));
  g_assert_true (ui_test_holds (first, "Ingvar · should have been followed up yesterday"));
  g_assert_true (ui_test_holds (due, "Gun · in 3 days, 24 November 2026"));
  g_assert_true (ui_test_holds (due, "Responsible: Maria Sund"));
  g_assert_false (ui_test_holds (due, "Maj"));
}

static void
take_cb (EupCaseList *list, const char *id, char **taken)
{
  g_set_str (taken, id);
}

static gboolean
is_opened (gpointer opened)
{
  return *(char **) opened != NULL;
}

/* Somebody who types fast presses Enter before the search has begun: another person's case must not open. */
static void
enter_in_the_search_opens_the_first_that_is_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *opened = NULL;
  GtkWidget *search;

  put_case (fixture, "anna", "2026-014", "Anna", NULL);
  put_case (fixture, "gun", "2026-011", "Gun", NULL);
  show (fixture);
  ui_test_wait (shows_cases, fixture);
  g_signal_connect (fixture->list, "open", G_CALLBACK (take_cb), &opened);
  search = ui_test_find (fixture->list, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "finns inte");
  g_signal_emit_by_name (search, "activate");
  ui_test_wait (shows_nothing, fixture);
  g_assert_null (opened);
  gtk_editable_set_text (GTK_EDITABLE (search), "Anna");
  g_signal_emit_by_name (search, "activate");
  ui_test_wait (is_opened, &opened);
  g_assert_cmpstr (opened, ==, "anna");
  g_clear_pointer (&opened, g_free);
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (opened, ==, "anna");
}

static void
a_thousand_cases_make_no_more_rows_than_a_screen_needs (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("case-%04u", i);
      g_autofree char *number = g_strdup_printf ("2026-%04u", i);
      g_autoptr (EupStoreSummary) summary = eup_store_summary_new (
          id, number, "Anna", EUP_STORE_STATE_PREPARING, NULL, "", "2026-11-20T10:00:00Z");
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);

      g_ptr_array_add (parts, eup_store_part_new ("card", id, "{}"));
      fixture->done = FALSE;
      eup_store_put_async (eup_workspace_get_store (fixture->workspace), id, parts, summary, NULL, put_cb,
                           fixture);
    }
  ui_test_wait (is_done, fixture);
  eup_store_flush_sync (eup_workspace_get_store (fixture->workspace));
  show (fixture);
  ui_test_wait (shows_cases, fixture);
  g_assert_cmpuint (count (fixture->list, EUP_TYPE_CASE_ROW), >, 5);
  g_assert_cmpuint (count (fixture->list, EUP_TYPE_CASE_ROW), <, 300);
}

#define CASE(name) g_test_add ("/case-list/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (an_empty_list_says_how_to_begin);
  CASE (a_row_says_alias_number_and_state_and_no_health_facts);
  CASE (a_search_finds_by_number_and_says_when_nothing_is_found);
  CASE (what_is_due_stands_above_the_cases_the_latest_first);
  CASE (enter_in_the_search_opens_the_first_that_is_found);
  CASE (a_thousand_cases_make_no_more_rows_than_a_screen_needs);
  return ui_test_run ();
}
