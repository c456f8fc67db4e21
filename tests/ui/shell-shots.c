/* Pictures of the application around the meeting: shell-shots FOLDER LANGUAGE CASE.json…
 *
 * Starts the real program with an invented archive and takes each page as it stands, in the looks of
 * shots-look.c. EUPHORIA_NOW says what day it is. */

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include "assessment/eup-assessment.h"
#include "casework/eup-workspace.h"
#include "eup-config.h"
#include "shots-look.h"
#include "ui/common/eup-about.h"
#include "ui/common/eup-preferences-dialog.h"
#include "ui/common/eup-shortcuts-dialog.h"
#include "ui/eup-application.h"
#include "ui/eup-window.h"
#include "ui/meeting/eup-decision-page.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-person-dialog.h"
#include "casework/eup-amending.h"
#include "ui/record/eup-amend-dialog.h"
#include "ui/record/eup-sign-dialog.h"

static gboolean
timeout_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets threads come to rest. */
static void
settle (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, timeout_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
take (GtkWidget *window, const char *name)
{
  shots_look_settle (window);
  shots_look_take (GTK_WINDOW (window), name);
}

static void
resize (GtkWidget *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  shots_look_settle (window);
}

static void
close_dialog (GtkWidget *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  shots_look_settle (window);
}

static void
sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!eup_case_seal_finish (EUP_CASE (source), result, &error))
    g_printerr ("not sealed: %s\n", error->message);
  *(gboolean *) data = TRUE;
}

static void
amending_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(EupAmending **) data = eup_case_amend_finish (EUP_CASE (source), result, NULL);
}

static void
amended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = eup_amending_seal_finish (EUP_AMENDING (source), result, NULL);
}

static EupAmending *
begin_amendment (EupCase *kase)
{
  EupAmending *amending = NULL;
  EupAmendment *amendment;

  eup_case_amend_async (kase, NULL, amending_cb, &amending);
  while (amending == NULL)
    g_main_context_iteration (NULL, TRUE);
  amendment = eup_amending_edit (amending);
  g_set_str (&amendment->kind, "changed-decision");
  g_set_str (&amendment->part, "decision");
  g_set_str (&amendment->old_words, eup_case_get_assessment (kase)->decision->content);
  g_set_str (&amendment->new_words, eup_case_get_assessment (kase)->decision->therefore);
  g_set_str (&amendment->reason, eup_case_get_assessment (kase)->decision->because);
  g_set_str (&amendment->decided_by, eup_case_get_assessment (kase)->decision->decider);
  g_set_str (&amendment->decided_by_role, eup_case_get_assessment (kase)->decision->decider_role);
  eup_amending_put (amending, amendment);
  return amending;
}

/* An amendment being written, then the register with it. */
static void
amend (GtkWidget *window, EupCase *kase)
{
  g_autoptr (EupAmending) amending = begin_amendment (kase);
  g_autofree char *id = NULL;
  EupAmendment *amendment;
  AdwDialog *dialog = eup_amend_dialog_new (amending);

  adw_dialog_present (dialog, window);
  take (window, "amend");
  adw_dialog_set_content_height (dialog, 1420);
  resize (window, 700, 1500);
  take (window, "amend-tall");
  resize (window, 360, 720);
  take (window, "amend-narrow");
  resize (window, 1200, 800);
  close_dialog (window);
  amendment = eup_amending_edit (amending);
  g_set_str (&amendment->decided, "2026-12-01");
  eup_amending_put (amending, amendment);
  eup_amending_seal_async (amending, NULL, amended_cb, &id);
  while (id == NULL)
    g_main_context_iteration (NULL, TRUE);
  eup_case_choose_document (kase, id);
  eup_archive_page_show_case (eup_window_get_archive (EUP_WINDOW (window)), kase);
  eup_archive_page_reload (eup_window_get_archive (EUP_WINDOW (window)));
  resize (window, 1200, 1300);
  settle (1500);
  take (window, "amended");
  resize (window, 1200, 800);
}

/* The decision within the meeting, then the sealed record. */
static void
meet (GtkWidget *window, EupCase *kase)
{
  gboolean over = FALSE;

  while (eup_window_go_back (EUP_WINDOW (window)))
    shots_look_settle (window);
  eup_archive_page_show_case (eup_window_get_archive (EUP_WINDOW (window)), kase);
  eup_window_preview (EUP_WINDOW (window));
  settle (1500);
  take (window, "draft");
  eup_window_go_back (EUP_WINDOW (window));
  shots_look_settle (window);
  eup_window_meet (EUP_WINDOW (window));
  shots_look_settle (window);
  gtk_widget_activate_action (window, "meeting.go-to", "s", "decide");
  resize (window, 1920, 1080);
  take (window, "decision");
  resize (window, 1366, 768);
  take (window, "decision-laptop");
  resize (window, 800, 2600);
  take (window, "decision-tall");
  resize (window, 1200, 800);
  eup_window_go_back (EUP_WINDOW (window));
  shots_look_settle (window);
  eup_case_seal_async (kase, NULL, sealed_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  settle (1500);
  take (window, "record");
  resize (window, 360, 720);
  take (window, "record-narrow");
  resize (window, 1200, 800);
  adw_dialog_present (eup_sign_dialog_new (kase), window);
  take (window, "sign");
  close_dialog (window);
  amend (window, kase);
  eup_archive_page_show_case (eup_window_get_archive (EUP_WINDOW (window)), NULL);
  take (window, "due");
}

static void
pages (GtkWidget *window, EupCase *kase)
{
  EupArchivePage *archive = eup_window_get_archive (EUP_WINDOW (window));

  take (window, "archive");
  resize (window, 360, 720);
  take (window, "archive-narrow");
  eup_archive_page_show_case (archive, kase);
  take (window, "case-narrow");
  resize (window, 1200, 800);
  take (window, "case");
  eup_window_prepare (EUP_WINDOW (window));
  resize (window, 1000, 1700);
  take (window, "prepare");
  resize (window, 360, 720);
  take (window, "prepare-narrow");
  resize (window, 1200, 800);
  adw_dialog_present (eup_person_dialog_new (kase, "resident", EUP_VOICE_RESIDENT), window);
  take (window, "person");
  close_dialog (window);
  adw_dialog_present (eup_preferences_dialog_new (NULL), window);
  take (window, "preferences");
  close_dialog (window);
  adw_dialog_present (eup_shortcuts_dialog_new (), window);
  take (window, "shortcuts");
  close_dialog (window);
  meet (window, kase);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static EupCase *
import (EupWorkspace *workspace, EupAssessment *assessment)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EupCase *kase;

  eup_workspace_import_case_async (workspace, assessment, NULL, imported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  kase = eup_workspace_import_case_finish (workspace, result, &error);
  if (kase == NULL)
    g_error ("%s", error->message);
  return kase;
}

/* From the first start: an invented case, its meeting and what the room sees of it; and back. */
static void
rehearse (GtkWidget *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GtkWidget *page;
  GtkWindow *shared;

  g_action_group_activate_action (G_ACTION_GROUP (application), "rehearse", NULL);
  settle (4000);
  take (window, "rehearsal");
  eup_window_meet (EUP_WINDOW (window));
  settle (500);
  take (window, "rehearsal-meeting");
  page = GTK_WIDGET (g_object_get_data (G_OBJECT (window), "meeting"));
  gtk_widget_activate_action (page, "meeting.shared", NULL);
  settle (500);
  shared = eup_meeting_page_get_shared_window (EUP_MEETING_PAGE (page));
  take (GTK_WIDGET (shared), "rehearsal-shared");
  gtk_widget_activate_action (page, "meeting.shared", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (application), "end-rehearsal", NULL);
  settle (500);
  adw_dialog_present (eup_about_dialog_new (window), window);
  take (window, "about");
  close_dialog (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("eup-shots-XXXXXX", NULL);
  g_autoptr (EupApplication) application = NULL;
  g_autoptr (EupCase) kase = NULL;
  GtkWidget *window;
  EupWorkspace *workspace;

  setlocale (LC_ALL, "");
  bindtextdomain (EUP_GETTEXT_DOMAIN, g_getenv ("EUPHORIA_LOCALEDIR"));
  bind_textdomain_codeset (EUP_GETTEXT_DOMAIN, "UTF-8");
  textdomain (EUP_GETTEXT_DOMAIN);
  g_setenv ("EUPHORIA_DATA", data, TRUE);
  application = eup_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_application_activate (G_APPLICATION (application));
  settle (1000);
  shots_look_init (argv[1], argv[2]);
  window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  take (window, "empty");
  rehearse (window);
  workspace = eup_window_get_workspace (EUP_WINDOW (window));
  for (int i = 3; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EupProblems) problems = NULL;
      EupAssessment *assessment = eup_assessment_load (argv[i], &problems, &error);

      if (assessment == NULL)
        g_error ("%s: %s", argv[i], error != NULL ? error->message : "not a case");
      g_clear_object (&kase);
      kase = import (workspace, assessment);
    }
  eup_archive_page_reload (eup_window_get_archive (EUP_WINDOW (window)));
  pages (window, kase);
  return 0;
}
