/* The store does the searching on its own thread; here only what came back is shown. A newer search
 * makes an older one's answer worthless. */

#include "ui/archive/eup-case-list.h"

#include <glib/gi18n.h>
#include "ui/archive/eup-case-item.h"
#include "ui/archive/eup-case-row.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-languages.h"

struct _EupCaseList
{
  AdwNavigationPage parent_instance;

  EupWorkspace *workspace;
  GListStore *items;
  GtkSingleSelection *selection;
  GCancellable *loading;
  char *selected;  /* the id of the case that is shown beside the list */
  char *asked;     /* what is searched for, or was last */
  char *found_for; /* what the cases in the list were found by */
  gboolean opens;  /* the first that is found, as soon as it is */
  gboolean filling;
  gboolean is_empty;

  AdwWindowTitle *title;
  GtkEditable *search;
  GtkStack *stack;
  GtkWidget *due_box;
  GtkListBox *due;
  GtkListView *list;
  AdwStatusPage *failed;
  GMenu *languages;
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupCaseList, eup_case_list, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_searching (EupCaseList *self)
{
  return *gtk_editable_get_text (self->search) != '\0';
}

static const char *
item_id (gpointer item)
{
  return eup_case_item_get_summary (item)->id;
}

/* Marks the case that is shown; whether it is among those found. */
static gboolean
restore_selection (EupCaseList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && self->selected != NULL; i++)
    {
      g_autoptr (EupCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_strcmp0 (item_id (item), self->selected) == 0)
        position = i;
    }
  gtk_single_selection_set_selected (self->selection, position);
  return position != GTK_INVALID_LIST_POSITION;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const EupStoreSummary *first = eup_case_item_get_summary (*(EupCaseItem **) a);
  const EupStoreSummary *second = eup_case_item_get_summary (*(EupCaseItem **) b);

  return g_strcmp0 (first->follow_up, second->follow_up);
}

static void
fill_due (EupCaseList *self, GPtrArray *due, const char *today)
{
  gtk_list_box_remove_all (self->due);
  g_ptr_array_sort (due, compare_due);
  for (guint i = 0; i < due->len; i++)
    gtk_list_box_append (self->due, eup_case_due_row_new (due->pdata[i], today));
  gtk_widget_set_visible (self->due_box, due->len > 0 && !is_searching (self));
}

static void
open_item (EupCaseList *self, EupCaseItem *item)
{
  eup_case_list_select (self, item_id (item));
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, item_id (item));
}

static void
open_first (EupCaseList *self)
{
  g_autoptr (EupCaseItem) first = g_list_model_get_item (G_LIST_MODEL (self->items), 0);

  self->opens = FALSE;
  if (first != NULL)
    open_item (self, first);
}

static void
fill (EupCaseList *self, GPtrArray *summaries)
{
  g_autofree char *today = eup_clock_today (eup_workspace_get_clock (self->workspace));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) due = g_ptr_array_new ();

  for (guint i = 0; i < summaries->len; i++)
    {
      EupCaseItem *item = eup_case_item_new (summaries->pdata[i]);

      if (eup_workspace_is_rehearsal (self->workspace))
        eup_case_item_set_rehearsal (item);
      g_ptr_array_add (found, item);
      if (eup_case_item_days_left (item, today) <= EUP_DUE_DAYS)
        g_ptr_array_add (due, item);
    }
  self->filling = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), found->pdata,
                       found->len);
  restore_selection (self);
  self->filling = FALSE;
  fill_due (self, due, today);
  self->is_empty = found->len == 0 && !is_searching (self);
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
  if (found->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "cases");
  else
    gtk_stack_set_visible_child_name (self->stack, is_searching (self) ? "nothing" : "empty");
  g_set_str (&self->found_for, self->asked);
  if (self->opens)
    open_first (self);
}

typedef struct
{
  EupCaseList *list;
  GCancellable *loading;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->list);
  g_object_unref (search->loading);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

/* What the store has read already it also tells, though nobody wants to know any more. */
static void
list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Search) search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = eup_store_list_finish (EUP_STORE (source), result, &error);
  EupCaseList *self = search->list;

  if (g_cancellable_is_cancelled (search->loading))
    return;
  if (summaries == NULL)
    {
      g_warning ("The list of cases: %s", error->message);
      adw_status_page_set_description (self->failed, eup_error_words (error));
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  fill (self, summaries);
}

/* It comes a moment after the last key; Enter may have been faster. */
static void
search_changed_cb (EupCaseList *self)
{
  if (g_strcmp0 (gtk_editable_get_text (self->search), self->asked) != 0)
    {
      self->opens = FALSE;
      eup_case_list_reload (self);
    }
}

static void
stop_search_cb (EupCaseList *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Enter in the search opens the first case that is found; never one that was there before the search. */
static void
search_activate_cb (EupCaseList *self)
{
  if (g_strcmp0 (gtk_editable_get_text (self->search), self->found_for) == 0)
    {
      open_first (self);
      return;
    }
  self->opens = TRUE;
  eup_case_list_reload (self);
}

static void
activate_cb (EupCaseList *self, guint position)
{
  g_autoptr (EupCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    open_item (self, item);
}

static void
due_activated_cb (EupCaseList *self, GtkListBoxRow *row)
{
  open_item (self, eup_case_due_row_get_item (GTK_WIDGET (row)));
}

static void
try_again_cb (EupCaseList *self)
{
  eup_case_list_reload (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, eup_case_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  EupCaseRow *row = EUP_CASE_ROW (gtk_list_item_get_child (list_item));
  EupCaseItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *title = eup_case_item_dup_title (item);
  g_autofree char *subtitle = eup_case_item_dup_subtitle (item);

  eup_case_row_show (row, item);
  gtk_list_item_set_accessible_label (list_item, title);
  gtk_list_item_set_accessible_description (list_item, subtitle);
}

static void
eup_case_list_dispose (GObject *object)
{
  EupCaseList *self = EUP_CASE_LIST (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_CASE_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->found_for, g_free);
  G_OBJECT_CLASS (eup_case_list_parent_class)->dispose (object);
}

static void
eup_case_list_class_init (EupCaseListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_case_list_dispose;
  signals[SIGNAL_OPEN] = g_signal_new ("open", EUP_TYPE_CASE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SIGNAL_FILLED] =
      g_signal_new ("filled", EUP_TYPE_CASE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-case-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EupCaseList, title);
  gtk_widget_class_bind_template_child (widget_class, EupCaseList, search);
  gtk_widget_class_bind_template_child (widget_class, EupCaseList, languages);
  gtk_widget_class_bind_template_child (widget_class, EupCaseList, stack);
  gtk_widget_class_bind_template_child (widget_class, EupCaseList, due_box);
  gtk_widget_class_bind_template_child (widget_class, EupCaseList, due);
  gtk_widget_class_bind_template_child (widget_class, EupCaseList, list);
  gtk_widget_class_bind_template_child (widget_class, EupCaseList, failed);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
eup_case_list_init (EupCaseList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  eup_languages_append_to_menu (self->languages, "app.language");
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  self->items = g_list_store_new (EUP_TYPE_CASE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->items));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->due, "row-activated", G_CALLBACK (due_activated_cb), self);
}

/**
 * eup_case_list_new:
 * @workspace: (transfer none): whose cases
 *
 * Returns: (transfer floating): the list; it reads the store at once
 */
GtkWidget *
eup_case_list_new (EupWorkspace *workspace)
{
  EupCaseList *self = g_object_new (EUP_TYPE_CASE_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  if (eup_workspace_is_rehearsal (workspace))
    {
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Rehearsals"));
      adw_window_title_set_title (self->title, _ ("Rehearsals"));
    }
  eup_case_list_reload (self);
  return GTK_WIDGET (self);
}

/**
 * eup_case_list_reload:
 * @self: the list
 *
 * Reads the store again, without taking away the selection or the search.
 */
void
eup_case_list_reload (EupCaseList *self)
{
  Search *search;

  g_return_if_fail (EUP_IS_CASE_LIST (self));
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  g_set_str (&self->asked, gtk_editable_get_text (self->search));
  search = g_new (Search, 1);
  search->list = g_object_ref (self);
  search->loading = g_object_ref (self->loading);
  eup_store_list_async (eup_workspace_get_store (self->workspace), self->asked, self->loading, list_cb,
                        search);
}

/* Whether there is no case at all, as at the very first start. */
gboolean
eup_case_list_is_empty (EupCaseList *self)
{
  g_return_val_if_fail (EUP_IS_CASE_LIST (self), FALSE);
  return self->is_empty;
}

/**
 * eup_case_list_show_due:
 * @self: the list
 *
 * Ends a search, and puts the focus on what is to be followed up first.
 */
void
eup_case_list_show_due (EupCaseList *self)
{
  GtkListBoxRow *first;

  g_return_if_fail (EUP_IS_CASE_LIST (self));
  gtk_editable_set_text (self->search, "");
  first = gtk_list_box_get_row_at_index (self->due, 0);
  gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : GTK_WIDGET (self->list));
}

/**
 * eup_case_list_select:
 * @self: the list
 * @id: (nullable): the case that is shown beside the list; one that has just come is looked for
 */
void
eup_case_list_select (EupCaseList *self, const char *id)
{
  g_return_if_fail (EUP_IS_CASE_LIST (self));
  g_set_str (&self->selected, id);
  if (!restore_selection (self) && id != NULL)
    eup_case_list_reload (self);
}
