/* Opens each page and dialog as it is met in the program. */

#include "ui-pages.h"

#include "ui-signed.h"

#include "casework/eup-workspace.h"
#include "ui/acknowledge/eup-acknowledge-dialog.h"
#include "ui/acknowledge/eup-acknowledge-page.h"
#include "ui/archive/eup-after-dialog.h"
#include "ui/common/eup-preferences-dialog.h"
#include "ui/common/eup-references-dialog.h"
#include "ui/common/eup-shortcuts-dialog.h"
#include "ui/eup-window.h"
#include "ui/help/eup-help-window.h"
#include "ui/meeting/eup-alternative-dialog.h"
#include "ui/meeting/eup-attempt-dialog.h"
#include "ui/meeting/eup-consent-dialog.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-override-dialog.h"
#include "ui/meeting/eup-person-dialog.h"
#include "ui/meeting/eup-prepare-page.h"
#include "ui/meeting/eup-stay-dialog.h"
#include "ui/meeting/eup-withdraw-dialog.h"
#include "ui/record/eup-archive-road-dialog.h"
#include "ui/record/eup-hand-off-dialog.h"
#include "ui/record/eup-record-page.h"
#include "ui/record/eup-sheet-dialog.h"
#include "ui/record/eup-sign-dialog.h"
#include "ui/record/eup-verify-dialog.h"
#include "ui/sitting/eup-sitting-answers-dialog.h"
#include "ui/sitting/eup-sitting-dialog.h"
#include "ui/sitting/eup-sitting-page.h"

#define CASE "gps-alarm.json"

static GHashTable *complaints; /* topic → GPtrArray of what is wrong */
static const char *topic = "";

typedef struct
{
  const char *name;
  const char *place; /* eup_place_from_name(), or part of the decision */
  gboolean hidden;   /* its answers are */
  int width, height;
  gboolean paused;
} Meeting;

static const Meeting meetings[] = {
  { "meeting, hidden answers", "q16", TRUE, 1920, 1080, FALSE },
  { "meeting, laptop", "q16", TRUE, 1366, 768, FALSE },
  { "meeting, narrow", "q16", FALSE, 600, 760, FALSE },
  { "meeting, shown answers", "q16", FALSE, 1920, 1080, FALSE },
  { "meeting, items", "q4", FALSE, 1920, 1080, FALSE },
  { "meeting, purpose", "q5", FALSE, 1366, 768, FALSE },
  { "meeting, alternatives", "q7", FALSE, 1366, 768, FALSE },
  { "meeting, will and attempts", "q10", FALSE, 1366, 768, FALSE },
  { "meeting, fields", "q23", FALSE, 1920, 1080, FALSE },
  { "meeting, ticks", "q2", FALSE, 1366, 768, FALSE },
  { "where we differ", "differences-values", FALSE, 1366, 768, FALSE },
  { "weighing", "weigh", FALSE, 1366, 768, FALSE },
  { "decision", "decide", FALSE, 1366, 768, FALSE },
  { "reading back", "read-back", FALSE, 1366, 768, FALSE },
  { "pause", "q16", FALSE, 1366, 768, TRUE },
};

static EupMeetingPage *
new_meeting (EupCase *kase, const Meeting *meeting, GtkWindow **window)
{
  EupMeetingPage *page;

  if (meeting->hidden)
    ui_test_forget (kase, meeting->place);
  page = eup_meeting_page_new (kase);
  *window = ui_test_present (GTK_WIDGET (page), meeting->width, meeting->height);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", meeting->place);
  if (meeting->paused)
    gtk_widget_activate_action (GTK_WIDGET (page), "meeting.pause", NULL);
  ui_test_settle ();
  return page;
}

static void
visit_meetings (UiPageFunc look, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      g_autoptr (EupCase) kase = ui_test_case (CASE);
      UiPage page = { meetings[i].name, NULL, FALSE, meetings[i].width > 1900 };

      new_meeting (kase, &meetings[i], &page.window);
      look (&page, data);
      gtk_window_destroy (page.window);
    }
}

static const struct
{
  const char *name, *action, *place;
  gboolean hidden;
} walls[] = {
  { "shared view, hidden answers", "meeting.shared", "q16", TRUE },
  { "shared view, shown answers", "meeting.shared", "q16", FALSE },
  { "shared view, fields", "meeting.shared", "q23", FALSE },
  { "shared view, differences", "meeting.shared", "differences-values", FALSE },
  { "shared view, weighing", "meeting.shared", "weigh", FALSE },
  { "shared view, deciding", "meeting.shared", "decide", FALSE },
  { "shared view, reading back", "meeting.shared", "read-back", FALSE },
  { "one screen, hidden answers", "meeting.one-screen", "q16", TRUE },
  { "one screen, the resident's faces", "meeting.one-screen", "q10", TRUE },
  { "one screen, fields", "meeting.one-screen", "q23", TRUE },
  { "one screen, purpose", "meeting.one-screen", "q5", TRUE },
  { "one screen, shown answers", "meeting.one-screen", "q16", FALSE },
  { "one screen, differences", "meeting.one-screen", "differences-values", FALSE },
  { "one screen, reading back", "meeting.one-screen", "read-back", FALSE },
};

static void
visit_walls (UiPageFunc look, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autoptr (EupCase) kase = ui_test_case (CASE);
      const Meeting meeting = { walls[i].name, walls[i].place, walls[i].hidden, 1366, 768, FALSE };
      UiPage page = { walls[i].name, NULL, TRUE, TRUE };
      GtkWindow *window;
      EupMeetingPage *meeting_page = new_meeting (kase, &meeting, &window);

      gtk_widget_activate_action (GTK_WIDGET (meeting_page), walls[i].action, NULL);
      page.window = eup_meeting_page_get_shared_window (meeting_page);
      gtk_window_set_default_size (page.window, 1920, 1080);
      ui_test_settle ();
      look (&page, data);
      gtk_window_destroy (window);
    }
}

static void
visit_prepare (UiPageFunc look, gpointer data)
{
  static const int widths[] = { 1000, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (EupCase) kase = ui_test_case (CASE);
      UiPage page = { i == 0 ? "preparation" : "preparation, narrow", NULL, FALSE, FALSE };

      page.window = ui_test_present (eup_prepare_page_new (kase), widths[i], 800);
      look (&page, data);
      gtk_window_destroy (page.window);
    }
}

static void
visit_dialog (const char *name, EupCase *kase, AdwDialog *dialog, UiPageFunc look, gpointer data)
{
  GtkWidget *under = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  UiPage page = { name, ui_test_present (under, 900, 800), FALSE, FALSE };

  adw_dialog_present (dialog, under);
  ui_test_settle ();
  look (&page, data);
  gtk_window_destroy (page.window);
}

/* The resident's sitting: a topic, and what is noted afterwards. */
static void
visit_sitting (UiPageFunc look, gpointer data)
{
  g_autoptr (EupCase) kase = ui_test_case (CASE);
  g_autofree char *sitting = ui_test_sit (kase, "q16");
  UiPage page = { "sitting", NULL, FALSE, TRUE };

  page.window = ui_test_present (eup_sitting_page_new (kase, sitting), 1920, 1080);
  look (&page, data);
  gtk_window_destroy (page.window);
  visit_dialog ("before a sitting", kase, eup_sitting_dialog_new (kase), look, data);
  visit_dialog ("what was said in a sitting", kase, eup_sitting_answers_dialog_new (kase, sitting), look,
                data);
}

/* What somebody holds in their hands, wide and narrow, and what comes before it. */
static void
visit_acknowledging (UiPageFunc look, gpointer data)
{
  static const int widths[] = { 1366, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (EupCase) kase = ui_test_case (CASE);
      UiPage page = { i == 0 ? "acknowledging" : "acknowledging, narrow", NULL, FALSE, FALSE };

      page.window = ui_test_present (eup_acknowledge_page_new (kase, "anna", "Anna B."), widths[i], 800);
      look (&page, data);
      gtk_window_destroy (page.window);
      visit_dialog (i == 0 ? "before acknowledging" : "before acknowledging afterwards", kase,
                    eup_acknowledge_dialog_new (kase, i == 0 ? "anna" : NULL), look, data);
    }
}

static gboolean
is_verified (gpointer dialog)
{
  return eup_verify_dialog_is_done (dialog);
}

/* One record in full, and a list. */
static void
visit_verifying (UiPageFunc look, gpointer data)
{
  char *files = ui_signed_new ();
  g_autofree char *good = g_build_filename (files, "signed.pdf", NULL);
  g_autofree char *changed = g_build_filename (files, "changed.pdf", NULL);
  const char *const paths[] = { good, changed, NULL };

  for (guint n = 1; n <= 2; n++)
    {
      GtkWidget *under = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      UiPage page = { n == 1 ? "a verified record" : "verified records", ui_test_present (under, 900, 800),
                      FALSE, FALSE };
      AdwDialog *dialog = eup_verify_dialog_new (n == 1 ? paths + 1 : paths, NULL);

      adw_dialog_present (dialog, under);
      ui_test_wait (is_verified, dialog);
      ui_test_settle ();
      look (&page, data);
      gtk_window_destroy (page.window);
    }
  ui_signed_free (files);
}

static const EupConsentAsked *
asked (GPtrArray *consents, gboolean given)
{
  for (guint i = 0; i < consents->len; i++)
    if ((((EupConsentAsked *) consents->pdata[i])->consent != NULL) == given)
      return consents->pdata[i];
  return consents->pdata[0];
}

static void
visit_dialogs (UiPageFunc look, gpointer data)
{
  g_autoptr (EupCase) kase = ui_test_case (CASE);
  EupModel *model = eup_case_get_model (kase);
  g_autoptr (GPtrArray) consents = eup_rules_consents (eup_case_get_assessment (kase), model);
  const EupAlternative *alternative = eup_case_get_assessment (kase)->alternatives->pdata[0];
  EupAttendance *stay = eup_case_edit (kase, EUP_PART_ATTENDANCE, NULL);

  visit_dialog ("person", kase, eup_person_dialog_new (kase, "per", EUP_VOICE_RELATIVES), look, data);
  visit_dialog ("alternative", kase, eup_alternative_dialog_new (kase, alternative->id), look, data);
  visit_dialog ("attempt", kase, eup_attempt_dialog_new (kase, ui_test_question (kase, "q10")), look, data);
  visit_dialog ("consent", kase, eup_consent_dialog_new (kase, asked (consents, FALSE)), look, data);
  visit_dialog ("withdrawal", kase, eup_withdraw_dialog_new (kase, asked (consents, TRUE)), look, data);
  visit_dialog ("override", kase, eup_override_dialog_new (kase, eup_method_find_gate (model->method, "g13")),
                look, data);
  visit_dialog ("references", kase, eup_references_dialog_new (model->rules), look, data);
  visit_dialog ("preferences", kase, eup_preferences_dialog_new (NULL), look, data);
  visit_dialog ("keys", kase, eup_shortcuts_dialog_new (), look, data);
  g_set_str (&stay->person, "per");
  g_set_str (&stay->joined, "2026-11-26T13:30:00Z");
  g_set_str (&stay->how, "room");
  eup_case_put (kase, EUP_PART_ATTENDANCE, stay);
  visit_dialog ("coming and going", kase, eup_stay_dialog_new (kase, "per"), look, data);
  visit_dialog ("signing", kase, eup_sign_dialog_new (kase), look, data);
}

/* The guide: its first page, one with steps, the keys. */
static void
visit_help (UiPageFunc look, gpointer data)
{
  static const char *const pages[] = { "index", "first-meeting", "keyboard" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat ("help, ", pages[i], NULL);
      UiPage page = { name, eup_help_window_new (), FALSE, FALSE };

      gtk_window_present (page.window);
      eup_help_window_go (EUP_HELP_WINDOW (page.window), pages[i]);
      ui_test_settle ();
      look (&page, data);
      gtk_window_destroy (page.window);
    }
}

/* The record and what can be done with it. */
static void
visit_record (UiPageFunc look, gpointer data)
{
  g_autoptr (EupCase) kase = ui_test_case (CASE);
  UiPage page = { "record", NULL, FALSE, FALSE };

  page.window = ui_test_present (eup_record_page_new (kase), 900, 800);
  look (&page, data);
  gtk_window_destroy (page.window);
  visit_dialog ("signing elsewhere", kase, eup_hand_off_dialog_new (kase), look, data);
  visit_dialog ("on the way to the archive", kase, eup_archive_road_dialog_new (kase), look, data);
  visit_dialog ("the resident's page", kase, eup_sheet_dialog_new (kase, EUP_SHEET_RESIDENT), look, data);
}

static EupWorkspace *
open_workspace (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-12-11T10:00:00Z", NULL);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (now);

  return ui_test_workspace (clock);
}

static EupCase *
import (EupWorkspace *workspace)
{
  g_autofree char *path = g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "cases", CASE, NULL);
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EupCase *kase;

  eup_workspace_import_case_async (workspace, eup_assessment_load (path, &problems, &error), NULL,
                                   ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  kase = eup_workspace_import_case_finish (workspace, result, &error);
  g_assert_no_error (error);
  return kase;
}

/* The program's own window: no case, a list, a case; wide and narrow. */
static void
visit_archive (UiPageFunc look, gpointer data)
{
  g_autoptr (EupWorkspace) workspace = open_workspace ();
  g_autoptr (EupCase) kase = NULL;
  EupWindow *window = eup_window_new (NULL);
  UiPage page = { "no cases", GTK_WINDOW (window), FALSE, FALSE };

  gtk_window_set_default_size (page.window, 1200, 800);
  gtk_window_present (page.window);
  eup_window_set_workspace (window, workspace);
  ui_test_settle ();
  look (&page, data);
  kase = import (workspace);
  eup_archive_page_reload (eup_window_get_archive (window));
  ui_test_settle ();
  page.name = "list of cases";
  look (&page, data);
  eup_archive_page_show_case (eup_window_get_archive (window), kase);
  ui_test_settle ();
  page.name = "case";
  look (&page, data);
  gtk_window_destroy (page.window);
  eup_store_close (eup_workspace_get_store (workspace));
}

/**
 * ui_pages_visit:
 * @look: called once for each page, which stands ready
 */
void
ui_pages_visit (UiPageFunc look, gpointer data)
{
  visit_archive (look, data);
  visit_prepare (look, data);
  visit_meetings (look, data);
  visit_walls (look, data);
  visit_sitting (look, data);
  visit_acknowledging (look, data);
  visit_dialogs (look, data);
  visit_verifying (look, data);
  visit_record (look, data);
  visit_help (look, data);
}

void
ui_pages_walk (GtkWidget *root, const UiPage *page, UiWidgetFunc look, gpointer data)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_mapped (root))
    return;
  look (root, page, data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_pages_walk (child, page, look, data);
}

/* A few words by which somebody finds the widget. */
static char *
describe (GtkWidget *widget)
{
  GString *words = g_string_new (G_OBJECT_TYPE_NAME (widget));
  g_autofree char *texts = ui_test_texts (widget);
  int depth = 0;

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL && depth < 12;
       parent = gtk_widget_get_parent (parent), depth++)
    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (parent), "Eup"))
      {
        g_string_append_printf (words, " in %s", G_OBJECT_TYPE_NAME (parent));
        break;
      }
  g_strdelimit (texts, "\n", '|');
  g_string_append_printf (words, " “%.60s”", texts);
  return g_string_free (words, FALSE);
}

/**
 * ui_pages_begin:
 * @about: what is looked at from now on
 *
 * Opening pages takes long: one visit can look at several things, each judged in a test of its own.
 */
void
ui_pages_begin (const char *about)
{
  topic = about;
  if (complaints == NULL)
    complaints = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (!g_hash_table_contains (complaints, about))
    g_hash_table_insert (complaints, (gpointer) about, g_ptr_array_new_with_free_func (g_free));
}

void
ui_pages_complain (const UiPage *page, GtkWidget *widget, const char *format, ...)
{
  va_list arguments;
  g_autofree char *what = NULL;
  g_autofree char *who = describe (widget);

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (g_hash_table_lookup (complaints, topic),
                   g_strdup_printf ("%s: %s: %s", page->name, who, what));
}

/* Fails the test with all that was said about it; also when nobody has looked. */
void
ui_pages_judge (const char *about)
{
  const GPtrArray *said = complaints != NULL ? g_hash_table_lookup (complaints, about) : NULL;

  g_assert_nonnull (said);
  for (guint i = 0; i < said->len; i++)
    g_printerr ("%s: %s\n", about, (char *) said->pdata[i]); /* seen without the log of the tests */
  if (said->len > 0)
    g_test_fail_printf ("%u faults", said->len);
}
