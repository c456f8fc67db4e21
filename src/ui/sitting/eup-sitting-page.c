/* A sitting alone in the window: no bar, no list, nothing that is not for the resident but the helper's few
 * small things. The window can be moved by its empty parts. */

#include "ui/sitting/eup-sitting-page.h"

#include <glib/gi18n.h>
#include "ui/sitting/eup-sitting-view.h"

struct _EupSittingPage
{
  AdwNavigationPage parent_instance;
  EupSittingTalk *talk;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (EupSittingPage, eup_sitting_page, ADW_TYPE_NAVIGATION_PAGE)

static void
closed_cb (EupSittingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
eup_sitting_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (EUP_SITTING_PAGE (page)->view);
}

static void
eup_sitting_page_dispose (GObject *object)
{
  g_clear_object (&EUP_SITTING_PAGE (object)->talk);
  G_OBJECT_CLASS (eup_sitting_page_parent_class)->dispose (object);
}

static void
eup_sitting_page_class_init (EupSittingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_sitting_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = eup_sitting_page_shown;
}

static void
eup_sitting_page_init (EupSittingPage *self)
{
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self), "sitting");
}

static GtkWidget *
new_with_talk (EupSittingTalk *talk)
{
  EupSittingPage *self = g_object_new (EUP_TYPE_SITTING_PAGE, NULL);
  const EupCard *card = eup_case_get_assessment (eup_sitting_talk_get_case (talk))->card;
  /* Translators: the title of a page; %s is a first name or initials */
  g_autofree char *title = g_strdup_printf (_ ("Sitting with %s"), card->alias ? card->alias : "");
  GtkWidget *handle = gtk_window_handle_new ();

  self->talk = g_object_ref (talk);
  self->view = eup_sitting_view_new (talk, TRUE);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), self->view);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), handle);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  g_signal_connect_object (self->view, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * eup_sitting_page_new:
 * @sitting: the id of a sitting of @kase
 *
 * Returns: (transfer floating): a page to push; it goes away by itself when the sitting is finished
 */
GtkWidget *
eup_sitting_page_new (EupCase *kase, const char *sitting)
{
  g_autoptr (EupSittingTalk) talk = eup_sitting_talk_new (kase, sitting);

  return new_with_talk (talk);
}

/**
 * eup_sitting_page_new_from:
 * @old: a page of a sitting that goes on
 *
 * Returns: (transfer floating): the same sitting at the same topic, with the helper's words in the
 *   language of the windows now
 */
GtkWidget *
eup_sitting_page_new_from (EupSittingPage *old)
{
  return new_with_talk (old->talk);
}
