/* The seal: what is missing is said and led to, what the signature will miss is said before it is too
 * late, and sealing asks once. */

#include "ui-test.h"

#include "ui/meeting/eup-obstacle-words.h"
#include "ui/meeting/eup-seal-bar.h"

static GtkWindow *
show (EupCase *kase, GtkWidget **bar)
{
  *bar = eup_seal_bar_new (kase);
  return ui_test_present (*bar, 900, 300);
}

static void
forget_outcome (EupDecision *decision)
{
  g_set_str (&decision->outcome, NULL);
}

static void
forget_reasons (EupDecision *decision)
{
  g_set_str (&decision->because, NULL);
}

static void
forget_until (EupDecision *decision)
{
  g_set_str (&decision->until, NULL);
}

static void
forget_decider (EupDecision *decision)
{
  g_set_str (&decision->decider, NULL);
}

static void
forget_delegation (EupDecision *decision)
{
  g_set_str (&decision->delegation, NULL);
}

static void
choose_end (EupDecision *decision)
{
  g_set_str (&decision->outcome, "end");
}

static GtkWidget *
seal_of (GtkWidget *bar)
{
  GtkWidget *seal = ui_test_find (bar, GTK_TYPE_BUTTON, "_Seal …");

  g_assert_nonnull (seal);
  return seal;
}

static void
the_seal_waits_for_everything_and_says_for_what (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *bar;
  GtkWindow *window = show (kase, &bar);

  g_assert_true (gtk_widget_is_sensitive (seal_of (bar)));
  ui_test_decide (kase, forget_reasons);
  g_assert_false (gtk_widget_is_sensitive (seal_of (bar)));
  g_assert_true (ui_test_holds (bar, "“Because” and “therefore” are not written yet."));
  ui_test_decide (kase, forget_outcome);
  g_assert_true (ui_test_holds (bar, "What you arrive at is not chosen yet. And 1 more thing."));
  eup_case_undo (kase);
  eup_case_undo (kase);
  g_assert_true (gtk_widget_is_sensitive (seal_of (bar)));
  gtk_window_destroy (window);
}

static void
each_obstacle_has_words_and_a_place (void)
{
  static const struct
  {
    const char *file;
    UiTestDecide change;
    EupObstacleKind kind;
    const char *words;
    const char *place;
  } rows[] = {
    { "gps-alarm.json", forget_outcome, EUP_OBSTACLE_OUTCOME, "not chosen yet", "decision-outcome" },
    { "gps-alarm.json", choose_end, EUP_OBSTACLE_OUTCOME, "another kind of meeting", "decision-outcome" },
    { "gps-alarm.json", forget_until, EUP_OBSTACLE_DATE, "needs a date", "decision-outcome" },
    { "gps-alarm.json", forget_reasons, EUP_OBSTACLE_REASONS, "therefore", "decision-reasons" },
    { "gps-alarm.json", forget_decider, EUP_OBSTACLE_DECIDER, "who decides", "decision-decider" },
    { "urgent-door-lock.json", forget_until, EUP_OBSTACLE_URGENT, "at most 14 days", "decision-outcome" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EupCase) kase = ui_test_case (rows[i].file);
      g_autoptr (GPtrArray) obstacles = NULL;
      const EupObstacle *found = NULL;
      g_autofree char *words = NULL;

      ui_test_decide (kase, rows[i].change);
      obstacles = eup_rules_seal_obstacles (eup_case_get_assessment (kase), eup_case_get_model (kase));
      for (guint j = 0; j < obstacles->len; j++)
        if (((EupObstacle *) obstacles->pdata[j])->kind == rows[i].kind)
          found = obstacles->pdata[j];
      g_assert_nonnull (found);
      words = eup_obstacle_words (kase, found);
      g_assert_nonnull (strstr (words, rows[i].words));
      g_assert_cmpstr (eup_obstacle_place (found), ==, rows[i].place);
    }
}

static void
every_kind_of_obstacle_has_a_sentence_of_its_own (void)
{
  static const EupObstacleKind kinds[] = { EUP_OBSTACLE_OUTCOME, EUP_OBSTACLE_DATE,   EUP_OBSTACLE_CONDITION,
                                           EUP_OBSTACLE_REMOVAL, EUP_OBSTACLE_URGENT, EUP_OBSTACLE_RULES,
                                           EUP_OBSTACLE_REASONS, EUP_OBSTACLE_DECIDER };
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  ui_test_decide (kase, forget_outcome);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      EupObstacle obstacle = { .kind = kinds[i] };
      char *words = eup_obstacle_words (kase, &obstacle);

      g_assert_cmpstr (words, !=, "");
      g_assert_true (g_hash_table_add (seen, words));
    }
}

static void
take_cb (GtkWidget *bar, const char *target, char **taken)
{
  g_set_str (taken, target);
}

static void
the_bar_leads_to_what_is_missing_first (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *bar;
  GtkWindow *window;

  ui_test_forget (kase, "q27");
  window = show (kase, &bar);
  g_signal_connect (bar, "go-to", G_CALLBACK (take_cb), &target);
  ui_test_press (bar, "It does not say what applies for Anna");
  g_assert_cmpstr (target, ==, "q27");
  gtk_window_destroy (window);
}

static void
what_the_signature_will_miss_is_said_before_the_seal (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *bar;
  GtkWindow *window;
  AdwDialog *dialog;

  ui_test_decide (kase, forget_delegation);
  window = show (kase, &bar);
  g_signal_emit_by_name (seal_of (bar), "clicked");
  ui_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)),
                            "It does not say what gives the right to make the decision."));
  gtk_window_destroy (window);
}

static gboolean
is_sealed (gpointer data)
{
  return eup_case_is_sealed (data);
}

static void
sealed_cb (GtkWidget *bar, gboolean *sealed)
{
  *sealed = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
sealing_asks_once_and_then_tells (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("night-camera.json");
  gboolean sealed = FALSE;
  GtkWidget *bar;
  GtkWindow *window = show (kase, &bar);
  AdwDialog *dialog;

  ui_test_keep (kase);
  g_signal_connect (bar, "sealed", G_CALLBACK (sealed_cb), &sealed);
  g_signal_emit_by_name (seal_of (bar), "clicked");
  ui_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (dialog)), ==, "cancel");
  g_assert_false (eup_case_is_sealed (kase));
  ui_test_press (GTK_WIDGET (dialog), "_Seal");
  ui_test_wait (is_sealed, kase);
  ui_test_wait (is_true, &sealed);
  g_assert_false (gtk_widget_is_sensitive (seal_of (bar)));
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/seal-bar/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (the_seal_waits_for_everything_and_says_for_what);
  CASE (each_obstacle_has_words_and_a_place);
  CASE (every_kind_of_obstacle_has_a_sentence_of_its_own);
  CASE (the_bar_leads_to_what_is_missing_first);
  CASE (what_the_signature_will_miss_is_said_before_the_seal);
  CASE (sealing_asks_once_and_then_tells);
  return ui_test_run ();
}
