/* Verifying happens on worker threads; what they find comes over in portions, so that ten thousand files do
 * not keep the window from being drawn. Closing the dialog ends them. */

#include "ui/record/eup-verify-dialog.h"

#include <glib/gi18n.h>
#include "casework/eup-known.h"
#include "ui/record/eup-finding-page.h"
#include "util/eup-worker.h"

/* How often what was found comes over, in milliseconds. */
#define BETWEEN_PORTIONS 60

/* What the threads and the window share. */
typedef struct
{
  gatomicrefcount references;
  GMutex lock;
  GPtrArray *found; /* of EupInspection: since the last portion */
  gboolean ended;
  char **paths;
  EupStoreRecord *record; /* (nullable): instead of files */
  guint next;             /* of the threads alone */
  GCancellable *cancellable;
} Work;

struct _EupVerifyDialog
{
  AdwDialog parent_instance;

  Work *work;
  guint timer;
  guint total;
  EupStore *store;
  GListStore *findings;
  AdwNavigationView *view;
  GtkWidget *spinner;
  GtkLabel *status;
  GtkProgressBar *progress;
  GtkWidget *stop;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (EupVerifyDialog, eup_verify_dialog, ADW_TYPE_DIALOG)

static Work *
work_new (const char *const *paths)
{
  Work *work = g_new0 (Work, 1);

  g_atomic_ref_count_init (&work->references);
  g_mutex_init (&work->lock);
  work->found = g_ptr_array_new ();
  work->paths = g_strdupv ((char **) paths);
  work->cancellable = g_cancellable_new ();
  return work;
}

static void
work_unref (gpointer data)
{
  Work *work = data;

  if (!g_atomic_ref_count_dec (&work->references))
    return;
  for (guint i = 0; i < work->found->len; i++)
    eup_inspection_free (work->found->pdata[i]);
  g_ptr_array_unref (work->found);
  g_mutex_clear (&work->lock);
  g_strfreev (work->paths);
  g_clear_pointer (&work->record, eup_store_record_free);
  g_object_unref (work->cancellable);
  g_free (work);
}

static char *
next_cb (gpointer data)
{
  Work *work = data;

  return work->paths[work->next] ? g_strdup (work->paths[work->next++]) : NULL;
}

static void
done_cb (EupInspection *inspection, gpointer data)
{
  Work *work = data;

  g_mutex_lock (&work->lock);
  g_ptr_array_add (work->found, inspection);
  g_mutex_unlock (&work->lock);
}

static void
verify_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EupTrust) trust = eup_known_load (problems);

  for (guint i = 0; i < problems->len; i++)
    g_message ("A known certificate can't be used: %s", (const char *) problems->pdata[i]);
  if (work->record != NULL)
    done_cb (eup_inspection_new_bytes (work->paths[0], work->record->pdf, work->record->twin, trust), work);
  else
    eup_inspect_run (next_cb, done_cb, work, trust, work->cancellable);
  g_mutex_lock (&work->lock);
  work->ended = TRUE;
  g_mutex_unlock (&work->lock);
}

static guint
count_good (EupVerifyDialog *self)
{
  guint good = 0, n = g_list_model_get_n_items (G_LIST_MODEL (self->findings));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->findings), i);

      good += eup_inspection_is_good (eup_finding_get (finding), FALSE);
    }
  return good;
}

static char *
summarise (EupVerifyDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->findings)), good = count_good (self);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", n), n);

  if (n < self->total)
    /* Translators: the first %s is “12 files” */
    return g_strdup_printf (_ ("Stopped after %s, %u of them signed and unchanged"), files, good);
  /* Translators: the first %s is “12 files” */
  return g_strdup_printf (_ ("%s, %u of them signed and unchanged"), files, good);
}

static void
open_page (EupVerifyDialog *self, EupFinding *finding, gboolean alone)
{
  AdwNavigationPage *page = eup_finding_page_new (finding, self->store);

  if (alone)
    adw_navigation_view_replace (self->view, &page, 1);
  else
    adw_navigation_view_push (self->view, page);
}

static void
finish (EupVerifyDialog *self)
{
  g_autofree char *words = NULL;
  g_autoptr (EupFinding) first = g_list_model_get_item (G_LIST_MODEL (self->findings), 0);

  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_visible (self->stop, FALSE);
  if (self->total == 1 && first != NULL)
    {
      open_page (self, first, TRUE);
      words = g_strdup (eup_finding_title (first));
    }
  else
    words = summarise (self);
  gtk_label_set_label (self->status, words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Takes over what was found since the last time. */
static gboolean
portion_cb (gpointer data)
{
  EupVerifyDialog *self = data;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean ended;
  guint n;

  g_mutex_lock (&self->work->lock);
  found = g_steal_pointer (&self->work->found);
  self->work->found = g_ptr_array_new ();
  ended = self->work->ended;
  g_mutex_unlock (&self->work->lock);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, eup_finding_new (found->pdata[i]));
  g_list_store_splice (self->findings, g_list_model_get_n_items (G_LIST_MODEL (self->findings)), 0,
                       items->pdata, items->len);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->findings));
  gtk_progress_bar_set_fraction (self->progress, self->total ? (double) n / self->total : 1);
  if (!ended)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

static void
stop_cb (EupVerifyDialog *self)
{
  g_cancellable_cancel (self->work->cancellable);
}

static void
activate_cb (EupVerifyDialog *self, guint position)
{
  g_autoptr (EupFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->findings), position);

  if (finding != NULL)
    open_page (self, finding, FALSE);
}

/* A symbol, the verdict, the file's name. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL), *subtitle = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (title), 8);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_top (row, 10);
  gtk_widget_set_margin_bottom (row, 10);
  gtk_widget_set_margin_start (row, 6);
  gtk_widget_set_margin_end (row, 6);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_box_append (GTK_BOX (row), gtk_image_new ());
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  EupFinding *finding = gtk_list_item_get_item (item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  g_autofree char *name = eup_finding_dup_file (finding);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), eup_finding_icon (finding));
  gtk_widget_set_css_classes (icon, (const char *[]) { eup_finding_style (finding), NULL });
  gtk_label_set_label (GTK_LABEL (title), eup_finding_title (finding));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), name);
  gtk_list_item_set_accessible_label (item, eup_finding_title (finding));
  gtk_list_item_set_accessible_description (item, name);
}

static void
build_list (EupVerifyDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->findings)));
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), g_object_ref (factory));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Verified files"),
                                  -1);
  self->list = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->list), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->list), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->list, TRUE);
}

static GtkWidget *
build_status (EupVerifyDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->spinner = adw_spinner_new ();
  self->status = GTK_LABEL (gtk_label_new (_ ("Verifying …")));
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->stop = gtk_button_new_with_mnemonic (_ ("_Stop"));
  gtk_label_set_wrap (self->status, TRUE);
  gtk_label_set_xalign (self->status, 0);
  gtk_label_set_width_chars (self->status, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->status), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How many files are verified"), -1);
  gtk_widget_add_css_class (self->stop, "tall");
  gtk_widget_set_valign (self->stop, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->stop, "clicked", G_CALLBACK (stop_cb), self);
  gtk_box_append (GTK_BOX (row), self->spinner);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (row), self->stop);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 12);
  return box;
}

static void
eup_verify_dialog_dispose (GObject *object)
{
  EupVerifyDialog *self = EUP_VERIFY_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->work != NULL)
    g_cancellable_cancel (self->work->cancellable);
  g_clear_pointer (&self->work, work_unref);
  g_clear_object (&self->findings);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (eup_verify_dialog_parent_class)->dispose (object);
}

static void
eup_verify_dialog_class_init (EupVerifyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_verify_dialog_dispose;
}

static void
eup_verify_dialog_init (EupVerifyDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = adw_toolbar_view_new ();

  self->findings = g_list_store_new (EUP_TYPE_FINDING);
  build_list (self);
  gtk_box_append (GTK_BOX (content), build_status (self));
  gtk_box_append (GTK_BOX (content), self->list);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_add (self->view, adw_navigation_page_new (view, _ ("Verify Records")));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Verify Records"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 640);
  adw_dialog_set_content_height (ADW_DIALOG (self), 720);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
}

/* @record: (nullable): instead of the file that @paths names */
static AdwDialog *
begin (const char *const *paths, const EupStoreRecord *record, EupStore *store)
{
  EupVerifyDialog *self = g_object_new (EUP_TYPE_VERIFY_DIALOG, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->store = store ? g_object_ref (store) : NULL;
  self->total = g_strv_length ((char **) paths);
  self->work = work_new (paths);
  self->work->record = record ? eup_store_record_copy (record) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), self->total > 1);
  gtk_widget_set_visible (self->list, self->total > 1);
  g_atomic_ref_count_inc (&self->work->references);
  g_task_set_task_data (task, self->work, work_unref);
  eup_worker_run (task, verify_thread);
  self->timer = g_timeout_add (BETWEEN_PORTIONS, portion_cb, self);
  return ADW_DIALOG (self);
}

/**
 * eup_verify_dialog_new:
 * @paths: the files
 * @store: (nullable) (transfer none): where records are looked for
 *
 * Returns: (transfer floating): a dialog that begins at once
 */
AdwDialog *
eup_verify_dialog_new (const char *const *paths, EupStore *store)
{
  return begin (paths, NULL, store);
}

/**
 * eup_verify_dialog_new_record:
 * @record: what is kept of it
 * @store: (transfer none): where it is kept
 *
 * Returns: (transfer floating): a dialog that tells of this one in full, and begins at once
 */
AdwDialog *
eup_verify_dialog_new_record (const EupStoreRecord *record, EupStore *store)
{
  g_autofree char *name = g_strconcat (record->document_id, ".pdf", NULL);

  return begin ((const char *const[]) { name, NULL }, record, store);
}

/* Returns: whether everything is told */
gboolean
eup_verify_dialog_is_done (EupVerifyDialog *self)
{
  g_return_val_if_fail (EUP_IS_VERIFY_DIALOG (self), FALSE);
  return self->timer == 0;
}
