/* The window and its pages. Only one case is open at a time; the archive page holds it, the pages
 * above work on it. Closing hides the window and waits for the disk. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-full-words.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-settings.h"
#include "ui/eup-application.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-prepare-page.h"
#include "ui/record/eup-record-page.h"

G_DEFINE_FINAL_TYPE (EupWindow, eup_window, ADW_TYPE_APPLICATION_WINDOW)

EupCase *
eup_window_get_case (EupWindow *self)
{
  return self->archive != NULL ? eup_archive_page_get_case (self->archive) : NULL;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A new case that nobody wrote anything in. */
static gboolean
is_blank (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupCard *card = assessment->card;

  return is_empty (card->alias) && is_empty (card->number) && is_empty (card->name) &&
         is_empty (card->technology) && assessment->statements->len == 0;
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!eup_store_remove_case_finish (EUP_STORE (source), result, &error))
    g_warning ("A blank case can't be removed: %s", error->message);
  if (self->archive != NULL)
    eup_archive_page_reload (self->archive);
}

static void
blank_flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) self = data;

  if (eup_case_flush_finish (EUP_CASE (source), result, NULL) && self->workspace != NULL)
    eup_store_remove_case_async (eup_workspace_get_store (self->workspace),
                                 eup_case_get_id (EUP_CASE (source)), NULL, removed_cb, g_object_ref (self));
}

/* Whoever opens a new case and goes back leaves nothing behind. */
static void
popped_cb (EupWindow *self)
{
  EupCase *kase = eup_window_get_case (self);

  if (kase != NULL && is_blank (kase) &&
      adw_navigation_view_get_visible_page (self->view) == ADW_NAVIGATION_PAGE (self->archive))
    {
      eup_case_flush_async (kase, NULL, blank_flushed_cb, g_object_ref (self));
      eup_archive_page_show_case (self->archive, NULL);
    }
  eup_archive_page_reload (self->archive);
}

static void
case_changed_cb (EupWindow *self)
{
  eup_window_update_actions (self);
  eup_window_follow_case (self);
}

static void
try_again_cb (EupWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  gtk_stack_set_visible_child_name (self->stack, "opening");
  eup_application_open_workspace (EUP_APPLICATION (application));
}

/* Whoever came from the meeting goes back to it. */
static void
begin_cb (EupWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  if (page != NULL && EUP_IS_MEETING_PAGE (adw_navigation_view_get_previous_page (self->view, page)))
    adw_navigation_view_pop (self->view);
  else
    eup_window_meet (self);
}

static void
rules_chosen_cb (EupWindow *self, const char *country)
{
  EupCase *kase = eup_window_get_case (self);
  g_autoptr (GError) error = NULL;

  if (kase == NULL || eup_workspace_set_rules (self->workspace, kase, country, &error))
    return;
  g_message ("The rules can't be changed: %s", error->message);
  eup_window_say (self, eup_error_words (error));
}

/* The record takes the meeting's place. */
static void
sealed_cb (EupWindow *self)
{
  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->archive));
  eup_archive_page_show_case (self->archive, eup_window_get_case (self));
  eup_archive_page_reload (self->archive);
  adw_toast_overlay_dismiss_all (self->toasts); /* nothing that they offer to take back can be any more */
  eup_window_say (self, _ ("The case is sealed"));
}

static void
leave (EupWindow *self)
{
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
leave_anyway_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (answer, "leave") == 0)
    leave (self);
  else
    eup_meeting_page_stay (adw_navigation_view_get_visible_page (self->view), eup_window_get_case (self));
}

static void
ask_to_leave (EupWindow *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Not Everything Is Saved"), eup_error_words (error));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _ ("_Stay"), "leave",
                                  _ ("_Leave and lose it"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, leave_anyway_cb,
                           g_object_ref (self));
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (eup_case_flush_finish (EUP_CASE (source), result, &error))
    leave (self);
  else
    ask_to_leave (self, error);
}

static void
close_other_windows (EupWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GList) windows =
      application != NULL ? g_list_copy (gtk_application_get_windows (application)) : NULL;

  for (GList *item = windows; item != NULL; item = item->next)
    if (item->data != self)
      gtk_window_destroy (item->data);
}

static gboolean
eup_window_close_request (GtkWindow *window)
{
  EupWindow *self = EUP_WINDOW (window);
  EupCase *kase = eup_window_get_case (self);

  if (kase != NULL && !self->leaving)
    eup_meeting_page_leave (adw_navigation_view_get_visible_page (self->view), kase);
  if (kase != NULL && !self->leaving && !eup_case_get_saved (kase))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      eup_case_flush_async (kase, NULL, flushed_cb, g_object_ref (self));
      return GDK_EVENT_STOP;
    }
  close_other_windows (self);
  return GTK_WINDOW_CLASS (eup_window_parent_class)->close_request (window);
}

static void
eup_window_dispose (GObject *object)
{
  EupWindow *self = EUP_WINDOW (object);

  self->archive = NULL;
  eup_window_dispose_awake (self);
  g_clear_weak_pointer (&self->focus);
  g_clear_error (&self->error);
  g_clear_slist (&self->coming, g_object_unref);
  g_clear_slist (&self->to_take_in, g_object_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_WINDOW);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eup_window_parent_class)->dispose (object);
}

static void
eup_window_class_init (EupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eup_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EupWindow, rehearsal);
  gtk_widget_class_bind_template_child (widget_class, EupWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EupWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EupWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, EupWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  eup_window_class_install_actions (widget_class);
}

static void
eup_window_init (EupWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (eup_window_remember_focus), NULL);
  eup_settings_bind ("window-width", self, "default-width");
  eup_settings_bind ("window-height", self, "default-height");
  eup_settings_bind ("window-maximized", self, "maximized");
  eup_window_init_awake (self);
  eup_window_take_drops (self);
  eup_full_words_install (GTK_WIDGET (self));
  eup_window_update_actions (self);
}

/* A page of each kind as it stands in this window. */

EupArchivePage *
eup_window_new_archive (EupWindow *self)
{
  EupArchivePage *page = EUP_ARCHIVE_PAGE (eup_archive_page_new (self->workspace));

  g_signal_connect_object (page, "notify::case", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  return page;
}

GtkWidget *
eup_window_new_preparation (EupWindow *self)
{
  GtkWidget *page = eup_prepare_page_new (eup_window_get_case (self));

  g_signal_connect_object (page, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "rules-chosen", G_CALLBACK (rules_chosen_cb), self, G_CONNECT_SWAPPED);
  return page;
}

GtkWidget *
eup_window_take_meeting (EupWindow *self, EupMeetingPage *page)
{
  g_signal_connect_object (page, "sealed", G_CALLBACK (sealed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

/**
 * eup_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window that says that the cases are being opened
 */
EupWindow *
eup_window_new (GtkApplication *application)
{
  return g_object_new (EUP_TYPE_WINDOW, "application", application, NULL);
}

/**
 * eup_window_set_workspace:
 * @self: the window
 * @workspace: (transfer none): the opened data folder; its cases are shown, in place of those of another
 */
void
eup_window_set_workspace (EupWindow *self, EupWorkspace *workspace)
{
  EupCase *kase;

  g_return_if_fail (EUP_IS_WINDOW (self));
  kase = eup_window_get_case (self);
  if (self->workspace == workspace)
    return;
  if (kase != NULL)
    eup_meeting_page_leave (adw_navigation_view_get_visible_page (self->view), kase);
  g_set_object (&self->workspace, workspace);
  self->archive = eup_window_new_archive (self);
  adw_navigation_view_replace (self->view, (AdwNavigationPage *[]) { ADW_NAVIGATION_PAGE (self->archive) },
                               1);
  gtk_stack_set_visible_child_name (self->stack, "ready");
  eup_window_say_rehearsal (self);
  eup_window_update_actions (self);
  eup_window_follow_case (self);
  eup_window_catch_up (self);
}

/**
 * eup_window_fail:
 * @self: the window
 * @error: why the data folder can't be opened
 *
 * Says so, and what to do.
 */
void
eup_window_fail (EupWindow *self, const GError *error)
{
  g_return_if_fail (EUP_IS_WINDOW (self) && error != NULL);
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  adw_status_page_set_description (self->failed, eup_error_words (error));
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

EupWorkspace *
eup_window_get_workspace (EupWindow *self)
{
  g_return_val_if_fail (EUP_IS_WINDOW (self), NULL);
  return self->workspace;
}

EupArchivePage *
eup_window_get_archive (EupWindow *self)
{
  g_return_val_if_fail (EUP_IS_WINDOW (self), NULL);
  return self->archive;
}

/**
 * eup_window_say:
 * @self: the window
 * @words: shown for a moment and announced
 */
void
eup_window_say (EupWindow *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  eup_window_toast (self, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * eup_window_toast:
 * @self: the window
 * @toast: (transfer full): what to show at its foot
 */
void
eup_window_toast (EupWindow *self, AdwToast *toast)
{
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What a new case starts with, from the preferences. */
static void
fill_defaults (EupWindow *self, EupCase *kase)
{
  g_autofree char *country = eup_settings_get ("country");
  g_autoptr (GError) error = NULL;
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);
  EupPerson *facilitator;

  g_free (card->authority);
  g_free (card->unit);
  g_free (card->facilitator);
  card->authority = eup_settings_get ("authority");
  card->unit = eup_settings_get ("unit");
  card->facilitator = eup_settings_get ("facilitator");
  facilitator = eup_case_edit (kase, EUP_PART_PERSON, "facilitator");
  g_set_str (&facilitator->name, card->facilitator);
  g_set_str (&facilitator->voice, eup_voice_to_id (EUP_VOICE_FACILITATOR));
  eup_case_put (kase, EUP_PART_CARD, card);
  eup_case_put (kase, EUP_PART_PERSON, facilitator);
  if (*country != '\0' && !eup_workspace_set_rules (self->workspace, kase, country, &error))
    g_message ("The rules of the preferences can't be used: %s", error->message);
}

/**
 * eup_window_new_case:
 * @self: the window
 *
 * Begins a case and shows its preparation, from wherever the window is; once the cases are there.
 */
void
eup_window_new_case (EupWindow *self)
{
  g_autoptr (EupCase) kase = NULL;

  g_return_if_fail (EUP_IS_WINDOW (self));
  self->begins_case = self->workspace == NULL;
  if (self->begins_case)
    return;
  kase = eup_workspace_new_case (self->workspace, eup_ui_language ());
  fill_defaults (self, kase);
  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->archive));
  eup_archive_page_show_case (self->archive, kase);
  eup_window_prepare (self);
}

void
eup_window_prepare (EupWindow *self)
{
  eup_window_prepare_at (self, NULL);
}

/**
 * eup_window_prepare_at:
 * @place: (nullable): where on the page: eup_prepare_page_go_to()
 *
 * Shows the preparation of the case that is open, above the page that is shown.
 */
void
eup_window_prepare_at (EupWindow *self, const char *place)
{
  EupCase *kase = eup_window_get_case (self);
  GtkWidget *page;

  if (kase == NULL || eup_case_is_sealed (kase))
    return;
  page = eup_window_new_preparation (self);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
  if (place != NULL)
    eup_prepare_page_go_to (EUP_PREPARE_PAGE (page), place);
}

void
eup_window_meet (EupWindow *self)
{
  EupCase *kase = eup_window_get_case (self);
  GtkWidget *page;

  if (kase == NULL || eup_case_is_sealed (kase))
    return;
  page = eup_window_take_meeting (self, eup_meeting_page_new (kase));
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
}

/* The record as it would be now. */
void
eup_window_preview (EupWindow *self)
{
  EupCase *kase = eup_window_get_case (self);

  if (kase != NULL && !eup_case_is_sealed (kase))
    adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (eup_record_page_new (kase)));
}

/**
 * eup_window_go_back:
 * @self: the window
 *
 * Returns: whether there was a page to go back from
 */
gboolean
eup_window_go_back (EupWindow *self)
{
  return adw_navigation_view_pop (self->view) ||
         (self->archive != NULL && eup_archive_page_go_back (self->archive));
}
