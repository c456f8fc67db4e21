/* The window in another language, while it is open. A template speaks the language of the moment when
 * it is made, so all pages are made anew, each of what it was of, and take over what the old ones
 * knew besides; then they stand in the same order. The case is the same object all the time: what was
 * typed, and what can be undone, is not touched. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-handover.h"
#include "ui/common/eup-preferences-dialog.h"
#include "ui/meeting/eup-prepare-page.h"
#include "ui/record/eup-record-page.h"
#include "ui/sitting/eup-sitting-page.h"

/* Returns: (transfer floating): the same page made anew; @old itself where nobody knows how */
static GtkWidget *
make_anew (EupWindow *self, GtkWidget *old)
{
  if (EUP_IS_PREPARE_PAGE (old))
    return eup_window_new_preparation (self);
  if (EUP_IS_MEETING_PAGE (old))
    return eup_window_take_meeting (self, eup_meeting_page_new_from (EUP_MEETING_PAGE (old)));
  if (EUP_IS_SITTING_PAGE (old))
    return eup_sitting_page_new_from (EUP_SITTING_PAGE (old));
  if (EUP_IS_RECORD_PAGE (old))
    return eup_record_page_new (eup_window_get_case (self));
  return old;
}

/* The root keeps the case, so it comes first. */
static GtkWidget *
make_archive_anew (EupWindow *self)
{
  g_autoptr (EupCase) kase = eup_window_get_case (self) ? g_object_ref (eup_window_get_case (self)) : NULL;

  self->archive = eup_window_new_archive (self);
  if (kase != NULL)
    eup_archive_page_show_case (self->archive, kase);
  return GTK_WIDGET (self->archive);
}

static void
make_pages_anew (EupWindow *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    g_ptr_array_add (old, g_list_model_get_item (stack, i));
  for (guint i = 0; i < old->len; i++)
    {
      GtkWidget *page = i == 0 ? make_archive_anew (self) : make_anew (self, old->pdata[i]);
      GtkWidget *here = page != old->pdata[i] ? eup_handover (old->pdata[i], page, self->focus) : NULL;

      g_ptr_array_add (fresh, g_object_ref_sink (page));
      found = here != NULL ? here : found;
    }
  adw_navigation_view_replace (self->view, (AdwNavigationPage **) fresh->pdata, (int) fresh->len);
  eup_handover_focus (found);
}

/* What is made once with the window. */
static void
say_own_words (EupWindow *self)
{
  eup_window_say_rehearsal (self);
  adw_status_page_set_title (self->failed, _ ("The Cases Can’t Be Opened"));
  gtk_button_set_label (GTK_BUTTON (adw_status_page_get_child (self->failed)), _ ("Try _again"));
  if (self->error != NULL)
    adw_status_page_set_description (self->failed, eup_error_words (self->error));
}

/* (nullable): what is open over the pages, the newest of them; the preferences belong to no page */
static AdwDialog *
dialog_of_page (EupWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  return dialog != NULL && !EUP_IS_PREFERENCES_DIALOG (dialog) ? dialog : NULL;
}

static void
dialog_changed_cb (EupWindow *self)
{
  if (dialog_of_page (self) == NULL)
    eup_window_speak (self);
}

static void
show_preferences_anew (EupWindow *self, AdwDialog *old)
{
  AdwDialog *fresh = eup_preferences_dialog_new (self->workspace);

  adw_dialog_force_close (old);
  adw_dialog_present (fresh, GTK_WIDGET (self));
  eup_preferences_dialog_focus_language (EUP_PREFERENCES_DIALOG (fresh));
}

/**
 * eup_window_remember_focus:
 *
 * Called when the focus moves. Whoever chooses a language in a menu goes back to where they were.
 */
void
eup_window_remember_focus (EupWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_MENU_BUTTON) != NULL ||
      gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL)
    return;
  g_set_weak_pointer (&self->focus, focus);
}

/**
 * eup_window_speak:
 * @self: the window
 *
 * Shows all again in the language that the program speaks now: the same pages at the same place. A
 * dialog that somebody fills in comes first; the window follows when it is closed.
 */
void
eup_window_speak (EupWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (EUP_IS_WINDOW (self));
  g_clear_signal_handler (&self->waiting, self);
  if (dialog_of_page (self) != NULL)
    {
      self->waiting = g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (dialog_changed_cb), NULL);
      return;
    }
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  say_own_words (self);
  if (self->archive != NULL)
    make_pages_anew (self);
  if (dialog != NULL)
    show_preferences_anew (self, dialog);
  eup_window_update_actions (self);
  /* Translators: write the name of your own language in place of English */
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), _ ("This window is in English now"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
