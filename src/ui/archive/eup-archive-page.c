/* Opens one case at a time, so that no case is ever open twice. A case that is put aside goes on
 * saving until all of it is on disk. */

#include "ui/archive/eup-archive-page.h"

#include <glib/gi18n.h>
#include "casework/eup-case-session.h"
#include "ui/archive/eup-case-list.h"
#include "ui/archive/eup-case-page.h"
#include "ui/archive/eup-no-case-page.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-toasts.h"
#include "ui/record/eup-record-page.h"

struct _EupArchivePage
{
  AdwNavigationPage parent_instance;

  EupWorkspace *workspace;
  EupCase *kase;
  EupCaseList *list;
  GCancellable *opening;

  AdwNavigationSplitView *split;
};

enum
{
  PROP_CASE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EupArchivePage, eup_archive_page, ADW_TYPE_NAVIGATION_PAGE)

static void
saved_cb (EupArchivePage *self)
{
  if (eup_case_get_saved (self->kase))
    eup_case_list_reload (self->list);
}

/* (transfer floating): always a new one. A page that comes back is told by GTK 4.24 what its parts are while a
 * screen reader may be reading them, and GTK complains. */
static GtkWidget *
new_content (EupArchivePage *self)
{
  if (self->kase == NULL)
    return eup_no_case_page_new (!eup_case_list_is_empty (self->list));
  if (eup_case_is_sealed (self->kase))
    return eup_record_page_new (self->kase);
  return eup_case_page_new (self->workspace, self->kase);
}

static void
show_content (EupArchivePage *self)
{
  if (self->kase != NULL || !EUP_IS_NO_CASE_PAGE (adw_navigation_split_view_get_content (self->split)))
    adw_navigation_split_view_set_content (self->split, ADW_NAVIGATION_PAGE (new_content (self)));
  adw_navigation_split_view_set_show_content (self->split, self->kase != NULL);
}

/* Sealing turns the ways on into the record. */
static void
changed_cb (EupArchivePage *self)
{
  if (!eup_case_is_sealed (self->kase) ||
      EUP_IS_RECORD_PAGE (adw_navigation_split_view_get_content (self->split)))
    return;
  show_content (self);
  eup_case_list_reload (self->list);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CASE]);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupArchivePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) kase = eup_workspace_open_case_finish (EUP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (kase == NULL)
    {
      g_warning ("A case can't be opened: %s", error->message);
      eup_toast_say (GTK_WIDGET (self), eup_error_words (error));
      eup_archive_page_reload (self);
      return;
    }
  eup_archive_page_show_case (self, kase);
}

static void
open_cb (EupArchivePage *self, const char *id)
{
  eup_archive_page_open (self, id);
}

static void
filled_cb (EupArchivePage *self)
{
  AdwNavigationPage *content = adw_navigation_split_view_get_content (self->split);

  if (EUP_IS_NO_CASE_PAGE (content))
    eup_no_case_page_set_has_cases (EUP_NO_CASE_PAGE (content), !eup_case_list_is_empty (self->list));
}

static void
forget_case (EupArchivePage *self)
{
  if (self->kase == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->kase, self);
  eup_case_close_session (self->kase, FALSE);
  if (!eup_case_get_saved (self->kase))
    eup_case_flush_async (self->kase, NULL, NULL, NULL);
  g_clear_object (&self->kase);
}

static void
eup_archive_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, EUP_ARCHIVE_PAGE (object)->kase);
}

static void
eup_archive_page_dispose (GObject *object)
{
  EupArchivePage *self = EUP_ARCHIVE_PAGE (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  forget_case (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_ARCHIVE_PAGE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eup_archive_page_parent_class)->dispose (object);
}

static void
eup_archive_page_class_init (EupArchivePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = eup_archive_page_get_property;
  object_class->dispose = eup_archive_page_dispose;
  properties[PROP_CASE] = g_param_spec_object (
      "case", NULL, NULL, EUP_TYPE_CASE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-archive-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupArchivePage, split);
}

static void
eup_archive_page_init (EupArchivePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_archive_page_new:
 * @workspace: (transfer none): whose cases
 *
 * Returns: (transfer floating): the page; it reads the list at once
 */
GtkWidget *
eup_archive_page_new (EupWorkspace *workspace)
{
  EupArchivePage *self = g_object_new (EUP_TYPE_ARCHIVE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->list = EUP_CASE_LIST (eup_case_list_new (workspace));
  g_signal_connect_object (self->list, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_split_view_set_sidebar (self->split, ADW_NAVIGATION_PAGE (self->list));
  show_content (self);
  return GTK_WIDGET (self);
}

/**
 * eup_archive_page_get_case:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the case that is open
 */
EupCase *
eup_archive_page_get_case (EupArchivePage *self)
{
  g_return_val_if_fail (EUP_IS_ARCHIVE_PAGE (self), NULL);
  return self->kase;
}

/**
 * eup_archive_page_show_case:
 * @self: the page
 * @kase: (transfer none) (nullable): the case to show; %NULL shows that none is chosen
 */
void
eup_archive_page_show_case (EupArchivePage *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_ARCHIVE_PAGE (self));
  g_cancellable_cancel (self->opening);
  if (kase != self->kase)
    {
      forget_case (self);
      if (kase != NULL)
        {
          self->kase = g_object_ref (kase);
          g_signal_connect_object (kase, "notify::saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
        }
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CASE]);
    }
  eup_case_list_select (self->list, kase != NULL ? eup_case_get_id (kase) : NULL);
  show_content (self);
}

/**
 * eup_archive_page_open:
 * @self: the page
 * @id: which case to read from the store and show
 */
void
eup_archive_page_open (EupArchivePage *self, const char *id)
{
  g_return_if_fail (EUP_IS_ARCHIVE_PAGE (self) && id != NULL);
  if (self->kase != NULL && g_strcmp0 (eup_case_get_id (self->kase), id) == 0)
    {
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      return;
    }
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  eup_workspace_open_case_async (self->workspace, id, self->opening, opened_cb, g_object_ref (self));
}

void
eup_archive_page_reload (EupArchivePage *self)
{
  g_return_if_fail (EUP_IS_ARCHIVE_PAGE (self));
  eup_case_list_reload (self->list);
}

/* Shows what is to be followed up, in the list. */
void
eup_archive_page_show_due (EupArchivePage *self)
{
  g_return_if_fail (EUP_IS_ARCHIVE_PAGE (self));
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  eup_case_list_show_due (self->list);
}

/**
 * eup_archive_page_go_back:
 * @self: the page
 *
 * Returns: whether there was something to go back from: on a narrow window the case over the list
 */
gboolean
eup_archive_page_go_back (EupArchivePage *self)
{
  if (!adw_navigation_split_view_get_collapsed (self->split) ||
      !adw_navigation_split_view_get_show_content (self->split))
    return FALSE;
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  return TRUE;
}
