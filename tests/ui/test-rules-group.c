/* The country's rules in the preparation, and what they ask for at which level. */

#include "ui-test.h"
#include "ui/common/eup-references-dialog.h"
#include "ui/meeting/eup-rules-group.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  GtkWidget *group;
  char *chosen;
} Fixture;

static void
chosen_cb (GtkWidget *group, const char *country, Fixture *fixture)
{
  g_set_str (&fixture->chosen, country);
}

static void
set_up (Fixture *fixture, gconstpointer file)
{
  EupCard *card;

  fixture->kase = ui_test_case (file);
  card = eup_case_edit (fixture->kase, EUP_PART_CARD, NULL);
  g_clear_pointer (&card->second_reader, g_free);
  g_clear_pointer (&card->second_reader_view, g_free);
  g_clear_pointer (&card->impact_assessment, g_free);
  eup_case_put (fixture->kase, EUP_PART_CARD, card);
  fixture->group = g_object_new (EUP_TYPE_RULES_GROUP, NULL);
  eup_rules_group_set_case (EUP_RULES_GROUP (fixture->group), fixture->kase);
  g_signal_connect (fixture->group, "chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = ui_test_present (fixture->group, 600, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
  g_free (fixture->chosen);
}

static AdwComboRow *
country (Fixture *fixture)
{
  return ADW_COMBO_ROW (ui_test_find (fixture->group, ADW_TYPE_COMBO_ROW, NULL));
}

static void
set_functions (Fixture *fixture, const char *function)
{
  EupCard *card = eup_case_edit (fixture->kase, EUP_PART_CARD, NULL);

  g_strfreev (card->functions);
  card->functions = g_strdupv ((char *[]) { (char *) function, NULL });
  eup_case_put (fixture->kase, EUP_PART_CARD, card);
}

static void
the_case_s_country_is_shown_and_another_can_be_asked_for (Fixture *fixture, gconstpointer data)
{
  GtkStringObject *shown = adw_combo_row_get_selected_item (country (fixture));

  g_assert_cmpstr (gtk_string_object_get_string (shown), ==, "Sweden");
  for (guint i = 1; i < 3; i++)
    adw_combo_row_set_selected (country (fixture), i);
  g_assert_cmpstr (fixture->chosen, ==, "CN");
  /* Nobody changed the case here: the row says what holds. */
  shown = adw_combo_row_get_selected_item (country (fixture));
  g_assert_cmpstr (gtk_string_object_get_string (shown), ==, "Sweden");
}

static void
nothing_is_chosen_for_a_case_without_rules (Fixture *fixture, gconstpointer data)
{
  EupPin *pin = eup_case_edit (fixture->kase, EUP_PART_RULES, NULL);

  g_clear_pointer (&pin->id, g_free);
  eup_case_put (fixture->kase, EUP_PART_RULES, pin);
  g_assert_cmpuint (adw_combo_row_get_selected (country (fixture)), ==, 0);
  g_assert_null (ui_test_find (fixture->group, ADW_TYPE_ACTION_ROW, "What they rest on"));
}

static void
how_much_must_be_verified_is_said (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = ui_test_find (fixture->group, ADW_TYPE_ACTION_ROW, "What they rest on");

  g_assert_true (ui_test_holds (row, "verify with a lawyer"));
  g_signal_emit_by_name (row, "activated");
  ui_test_settle ();
  g_assert_nonnull (
      ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_REFERENCES_DIALOG, "Verify with a lawyer"));
}

static void
the_impact_assessment_is_asked_for_from_level_2 (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  set_functions (fixture, "talk");
  g_assert_null (ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "impact assessment"));
  set_functions (fixture, "position-on-press");
  row = ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "Data protection impact assessment");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "KB 2026-7");
  g_assert_cmpstr (eup_case_get_assessment (fixture->kase)->card->impact_assessment, ==, "KB 2026-7");
  set_functions (fixture, "talk");
  g_assert_nonnull (ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "impact assessment"));
}

static void
a_second_reader_is_asked_for_at_level_3 (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  set_functions (fixture, "position-on-press");
  g_assert_null (ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "Second reader"));
  set_functions (fixture, "auto-answer");
  row = ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "Second reader");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Siri Ahl");
  g_assert_cmpstr (eup_case_get_assessment (fixture->kase)->card->second_reader, ==, "Siri Ahl");
  g_assert_nonnull (ui_test_find (fixture->group, ADW_TYPE_ENTRY_ROW, "What they say"));
}

#define ADD(name) g_test_add ("/rules-group/" #name, Fixture, "gps-alarm.json", set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (the_case_s_country_is_shown_and_another_can_be_asked_for);
  ADD (nothing_is_chosen_for_a_case_without_rules);
  ADD (how_much_must_be_verified_is_said);
  ADD (the_impact_assessment_is_asked_for_from_level_2);
  ADD (a_second_reader_is_asked_for_at_level_3);
  return ui_test_run ();
}
