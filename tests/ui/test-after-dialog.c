/* After the seal: a consent can still be taken back, and nothing else changes. */

#include "ui-test.h"
#include "ui/archive/eup-after-dialog.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  EupDecision *decision;
  GtkWidget *under = gtk_label_new (NULL);

  fixture->kase = ui_test_case ("gps-alarm.json");
  decision = eup_case_edit (fixture->kase, EUP_PART_DECISION, NULL);
  g_set_str (&decision->sealed, "2026-11-26T16:00:00Z");
  g_set_str (&decision->follow_up_date, "2027-01-05");
  g_set_str (&decision->follow_up_owner, "Maria Ek");
  eup_case_put (fixture->kase, EUP_PART_DECISION, decision);
  fixture->window = ui_test_present (under, 800, 800);
  fixture->dialog = GTK_WIDGET (eup_after_dialog_new (NULL, fixture->kase));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), under);
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static const EupConsent *
first_yes (Fixture *fixture)
{
  GPtrArray *consents = eup_case_get_assessment (fixture->kase)->consents;

  for (guint i = 0; i < consents->len; i++)
    {
      const EupConsent *consent = consents->pdata[i];

      if (g_strcmp0 (consent->answer, "yes") == 0 && consent->withdrawn == NULL)
        return consent;
    }
  return NULL;
}

static void
the_day_of_the_follow_up_and_its_owner_are_named (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = ui_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, "Next follow-up");

  g_assert_true (ui_test_holds (row, "5 January 2027, Maria Ek sees to it"));
}

static void
a_consent_that_is_taken_back_moves_the_follow_up (Fixture *fixture, gconstpointer data)
{
  const EupConsent *consent = first_yes (fixture);
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  g_assert_nonnull (consent);
  g_assert_nonnull (ui_test_find (fixture->dialog, GTK_TYPE_BUTTON, "Withdraw"));
  g_assert_true (
      eup_case_withdraw_consent (fixture->kase, consent->id, "Maria Ek", "Jag vill inte längre.", &error));
  g_assert_no_error (error);
  row = ui_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, "Next follow-up");
  /* Seven days under the Swedish rules; the clock stands at 26 November. */
  g_assert_true (ui_test_holds (row, "by 3 December 2026 at the latest"));
  g_assert_cmpstr (eup_case_get_assessment (fixture->kase)->decision->follow_up_date, ==, "2027-01-05");
}

static void
what_is_done_at_the_follow_up_can_be_read_and_not_ticked (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (ui_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, "each consent still holds"));
  g_assert_null (ui_test_find (fixture->dialog, GTK_TYPE_CHECK_BUTTON, NULL));
}

static void
nothing_newer_is_offered (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (ui_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, "version 1.0"));
  g_assert_null (ui_test_find (fixture->dialog, GTK_TYPE_BUTTON, "what changes"));
}

#define ADD(name) g_test_add ("/after-dialog/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (the_day_of_the_follow_up_and_its_owner_are_named);
  ADD (a_consent_that_is_taken_back_moves_the_follow_up);
  ADD (what_is_done_at_the_follow_up_can_be_read_and_not_ticked);
  ADD (nothing_newer_is_offered);
  return ui_test_run ();
}
