/* The guide in a window of its own. */

#include "ui/help/eup-help-window.h"

#include <glib/gi18n.h>
#include "ui/help/eup-help-page.h"

struct _EupHelpWindow
{
  AdwWindow parent_instance;
  AdwNavigationView *view;
};

G_DEFINE_FINAL_TYPE (EupHelpWindow, eup_help_window, ADW_TYPE_WINDOW)

static void
go_cb (GtkWidget *widget, const char *name, GVariant *place)
{
  eup_help_window_go (EUP_HELP_WINDOW (widget), g_variant_get_string (place, NULL));
}

static void
eup_help_window_class_init (EupHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "help.go", "s", go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eup_help_window_init (EupHelpWindow *self)
{
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->view));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 780);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 300);
  adw_navigation_view_push (self->view, eup_help_page_new ("index"));
}

/**
 * eup_help_window_new:
 *
 * Returns: (transfer floating): the guide, at its first page
 */
GtkWindow *
eup_help_window_new (void)
{
  return g_object_new (EUP_TYPE_HELP_WINDOW, NULL);
}

/**
 * eup_help_window_go:
 * @self: the guide
 * @place: a page, or "page#section"
 *
 * Opens the page. One that is open below the others is gone back to.
 */
void
eup_help_window_go (EupHelpWindow *self, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "#", 2);

  g_return_if_fail (EUP_IS_HELP_WINDOW (self));
  if (adw_navigation_view_find_page (self->view, parts[0]) == NULL)
    adw_navigation_view_push (self->view, eup_help_page_new (parts[0]));
  else if (g_strcmp0 (eup_help_window_get_page (self), parts[0]) != 0)
    adw_navigation_view_pop_to_tag (self->view, parts[0]);
  eup_help_page_show_section (adw_navigation_view_get_visible_page (self->view), parts[1]);
}

/**
 * eup_help_window_speak:
 * @self: the guide
 *
 * Shows the same pages in the language that the windows speak now.
 */
void
eup_help_window_speak (EupHelpWindow *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) old = g_list_model_get_item (stack, i);

      g_ptr_array_add (fresh, eup_help_page_new (adw_navigation_page_get_tag (old)));
    }
  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  adw_navigation_view_replace (self->view, (AdwNavigationPage **) fresh->pdata, (int) fresh->len);
}

/**
 * eup_help_window_get_page:
 * @self: the guide
 *
 * Returns: (transfer none): the name of the page that is shown
 */
const char *
eup_help_window_get_page (EupHelpWindow *self)
{
  return adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->view));
}
