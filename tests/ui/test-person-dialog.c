/* Whoever is there: with a voice or without, what they do, and what they have an interest in. */

#include "ui-test.h"
#include "ui/meeting/eup-people-group.h"
#include "ui/meeting/eup-person-dialog.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  GtkWidget *group;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  fixture->group = g_object_new (EUP_TYPE_PEOPLE_GROUP, NULL);
  eup_people_group_set_case (EUP_PEOPLE_GROUP (fixture->group), fixture->kase);
  fixture->window = ui_test_present (fixture->group, 700, 900);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static void
open_dialog (Fixture *fixture, const char *id)
{
  fixture->dialog = GTK_WIDGET (eup_person_dialog_new (fixture->kase, id, EUP_VOICE_RELATIVES));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->group);
  ui_test_settle ();
}

static const EupPerson *
person (Fixture *fixture, const char *id)
{
  return eup_assessment_find_person (eup_case_get_assessment (fixture->kase), id);
}

static GtkWidget *
row (Fixture *fixture, GType type, const char *title)
{
  return ui_test_find (fixture->dialog, type, title);
}

static void
somebody_can_take_part_without_a_voice (Fixture *fixture, gconstpointer data)
{
  const EupPerson *added = NULL;
  GPtrArray *people = eup_case_get_assessment (fixture->kase)->people;

  open_dialog (fixture, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row (fixture, ADW_TYPE_ENTRY_ROW, "Name")), "Hana Ito");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Speaks as")), EUP_VOICE_NONE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row (fixture, ADW_TYPE_SWITCH_ROW, "Interprets")), TRUE);
  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (((EupPerson *) people->pdata[i])->name, "Hana Ito") == 0)
      added = people->pdata[i];
  g_assert_nonnull (added);
  g_assert_cmpstr (added->voice, ==, "none");
  g_assert_true (added->interprets);
  g_assert_nonnull (ui_test_find (fixture->group, ADW_TYPE_ACTION_ROW, "Hana Ito"));
  g_assert_nonnull (ui_test_find (fixture->group, ADW_TYPE_ACTION_ROW, "Without a voice · interprets"));
}

static void
who_lives_with_the_resident_is_noted (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "per");
  adw_switch_row_set_active (ADW_SWITCH_ROW (row (fixture, ADW_TYPE_SWITCH_ROW, "Lives with")), TRUE);
  g_assert_true (person (fixture, "per")->cohabits);
}

static void
an_interest_is_neither_there_nor_not_before_it_is_asked (Fixture *fixture, gconstpointer data)
{
  EupPerson *per = eup_case_edit (fixture->kase, EUP_PART_PERSON, "per");
  AdwComboRow *interest;

  g_clear_pointer (&per->interest, g_free);
  eup_case_put (fixture->kase, EUP_PART_PERSON, per);
  open_dialog (fixture, "per");
  interest = ADW_COMBO_ROW (row (fixture, ADW_TYPE_COMBO_ROW, "Interest in the outcome"));
  g_assert_cmpuint (adw_combo_row_get_selected (interest), ==, 0);
  g_assert_null (row (fixture, ADW_TYPE_ENTRY_ROW, "Which interest"));
  adw_combo_row_set_selected (interest, 2);
  gtk_editable_set_text (GTK_EDITABLE (row (fixture, ADW_TYPE_ENTRY_ROW, "Which interest")), "Säljer larm");
  g_assert_cmpstr (person (fixture, "per")->interest, ==, "some");
  g_assert_cmpstr (person (fixture, "per")->interest_words, ==, "Säljer larm");
  adw_combo_row_set_selected (interest, 1);
  g_assert_cmpstr (person (fixture, "per")->interest, ==, "none");
}

static void
the_resident_is_not_asked_what_does_not_apply (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "anna");
  g_assert_null (row (fixture, ADW_TYPE_SWITCH_ROW, "Lives with"));
  g_assert_null (row (fixture, ADW_TYPE_SWITCH_ROW, "Interprets"));
  g_assert_null (row (fixture, ADW_TYPE_COMBO_ROW, "Interest in the outcome"));
}

static void
what_is_there_is_shown (Fixture *fixture, gconstpointer data)
{
  EupPerson *per = eup_case_edit (fixture->kase, EUP_PART_PERSON, "per");

  per->cohabits = TRUE;
  g_set_str (&per->interest, "some");
  g_set_str (&per->interest_words, "Säljer larm");
  eup_case_put (fixture->kase, EUP_PART_PERSON, per);
  open_dialog (fixture, "per");
  g_assert_true (
      adw_switch_row_get_active (ADW_SWITCH_ROW (row (fixture, ADW_TYPE_SWITCH_ROW, "Lives with"))));
  g_assert_true (ui_test_holds (row (fixture, ADW_TYPE_ENTRY_ROW, "Which interest"), "Säljer larm"));
  g_assert_true (person (fixture, "per")->cohabits);
}

#define ADD(name) g_test_add ("/person-dialog/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (somebody_can_take_part_without_a_voice);
  ADD (who_lives_with_the_resident_is_noted);
  ADD (an_interest_is_neither_there_nor_not_before_it_is_asked);
  ADD (the_resident_is_not_asked_what_does_not_apply);
  ADD (what_is_there_is_shown);
  return ui_test_run ();
}
