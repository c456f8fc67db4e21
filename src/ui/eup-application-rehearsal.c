/* Rehearsing: the window shows a store of invented cases in place of the real one, and says so, until somebody
 * goes back. The two are never seen together. */

#include "ui/eup-application-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-language.h"

static gboolean
is_rehearsing (EupApplication *self)
{
  EupWindow *window = eup_application_find_window (self);

  return window != NULL && self->rehearsal != NULL && eup_window_get_workspace (window) == self->rehearsal;
}

static void
enable (EupApplication *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What can be done now is offered, and nothing else. */
void
eup_application_update_rehearsal (EupApplication *self)
{
  gboolean rehearsing = is_rehearsing (self);

  enable (self, "rehearse", self->workspace != NULL);
  enable (self, "end-rehearsal", rehearsing);
  enable (self, "forget-rehearsal", rehearsing);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupApplication) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) kase = eup_workspace_rehearse_finish (EUP_WORKSPACE (source), result, &error);
  EupWindow *window = eup_application_find_window (self);

  if (kase == NULL)
    g_warning ("A rehearsal can't be begun: %s", error->message);
  if (!is_rehearsing (self))
    return;
  if (kase == NULL)
    {
      eup_window_toast (window, adw_toast_new (eup_error_words (error)));
      return;
    }
  eup_archive_page_show_case (eup_window_get_archive (window), kase);
}

static void
begin_invented (EupApplication *self)
{
  eup_workspace_rehearse_async (self->rehearsal, eup_ui_language (), NULL, begun_cb, g_object_ref (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupApplication) self = data;
  g_autoptr (GPtrArray) cases = eup_store_list_finish (EUP_STORE (source), result, NULL);

  if (cases != NULL && cases->len == 0 && is_rehearsing (self))
    begin_invented (self);
}

static void
enter (EupApplication *self)
{
  EupWindow *window = eup_application_show_window (self);

  eup_window_set_workspace (window, self->rehearsal);
  eup_application_update_rehearsal (self);
  eup_window_toast (window, adw_toast_new (_ ("A rehearsal: nothing here counts"))); /* is read aloud too */
  eup_store_list_async (eup_workspace_get_store (self->rehearsal), NULL, NULL, listed_cb,
                        g_object_ref (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupApplication) self = data;
  g_autoptr (GError) error = NULL;
  EupWindow *window = eup_application_find_window (self);

  self->opening_rehearsal = FALSE;
  self->rehearsal = eup_workspace_open_finish (result, &error);
  g_application_release (G_APPLICATION (self));
  if (self->rehearsal != NULL)
    {
      eup_workspace_set_rehearsal (self->rehearsal);
      if (window != NULL)
        enter (self);
      return;
    }
  g_warning ("The folder of rehearsals can't be opened: %s", error->message);
  if (window != NULL)
    eup_window_toast (window, adw_toast_new (eup_error_words (error)));
}

/* The first time with the invented case; among rehearsals, one more of it. */
static void
rehearse_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  EupApplication *self = application;
  g_autofree char *folder = eup_workspace_rehearsal_folder ();

  if (is_rehearsing (self))
    begin_invented (self);
  else if (self->rehearsal != NULL)
    enter (self);
  else if (!self->opening_rehearsal)
    {
      self->opening_rehearsal = TRUE;
      g_application_hold (G_APPLICATION (self));
      eup_workspace_open_async (folder, eup_workspace_get_clock (self->workspace), NULL, opened_cb,
                                g_object_ref (self));
    }
}

static void
leave (EupApplication *self)
{
  eup_window_set_workspace (eup_application_find_window (self), self->workspace);
  eup_application_update_rehearsal (self);
}

static void
end_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  if (is_rehearsing (application))
    leave (application);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupApplication) self = data;
  g_autoptr (GError) error = NULL;
  EupWindow *window = eup_application_find_window (self);

  if (!eup_workspace_forget_rehearsal_finish (EUP_WORKSPACE (source), result, &error))
    g_warning ("Rehearsals can't be removed: %s", error->message);
  if (window != NULL)
    eup_window_toast (window,
                      adw_toast_new (error ? eup_error_words (error) : _ ("The rehearsal is thrown away")));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupApplication) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (EupWorkspace) rehearsal = NULL;

  if (g_strcmp0 (answer, "forget") != 0 || !is_rehearsing (self))
    return;
  leave (self);
  rehearsal = g_steal_pointer (&self->rehearsal);
  eup_workspace_forget_rehearsal_async (rehearsal, NULL, forgotten_cb, g_object_ref (self));
}

static void
forget_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  AdwDialog *dialog =
      adw_alert_dialog_new (_ ("Throw Away the Rehearsals?"),
                            _ ("All invented cases are deleted, also what was sealed in them. Real cases are "
                               "not touched."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep them"), "forget",
                                  _ ("_Throw away"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "forget", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (eup_application_find_window (application)),
                           NULL, answered_cb, g_object_ref (application));
}

static const GActionEntry entries[] = {
  { .name = "rehearse", .activate = rehearse_cb },
  { .name = "end-rehearsal", .activate = end_cb },
  { .name = "forget-rehearsal", .activate = forget_cb },
};

void
eup_application_add_rehearsal_actions (EupApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  eup_application_update_rehearsal (self);
}
