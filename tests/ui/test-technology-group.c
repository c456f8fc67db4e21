/* The choice of the technology: none beforehand, and every one of the list can be chosen. */

#include "ui-test.h"
#include "ui/meeting/eup-technology-group.h"

static EupCase *
new_case (const char *technology)
{
  EupCase *kase = ui_test_case ("gps-alarm.json");
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, eup_case_get_id (kase));

  g_set_str (&card->technology, technology);
  g_clear_pointer (&card->functions, g_strfreev);
  eup_case_put (kase, EUP_PART_CARD, card);
  return kase;
}

static GtkWidget *
show (EupCase *kase, GtkWindow **window)
{
  GtkWidget *group = g_object_new (EUP_TYPE_TECHNOLOGY_GROUP, NULL);

  eup_technology_group_set_case (EUP_TECHNOLOGY_GROUP (group), kase);
  *window = ui_test_present (group, 600, 600);
  return ui_test_find (group, ADW_TYPE_COMBO_ROW, NULL);
}

static const char *
chosen (EupCase *kase)
{
  return eup_case_get_assessment (kase)->card->technology;
}

static void
nothing_is_chosen_beforehand (void)
{
  g_autoptr (EupCase) kase = new_case (NULL);
  GtkWindow *window;
  GtkWidget *row = show (kase, &window);
  GtkStringObject *shown = adw_combo_row_get_selected_item (ADW_COMBO_ROW (row));

  g_assert_null (chosen (kase));
  g_assert_null (
      eup_catalogue_find (eup_case_get_model (kase)->catalogue, gtk_string_object_get_string (shown)));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  gtk_window_destroy (window);
}

static void
every_technology_can_be_chosen_the_first_too (void)
{
  g_autoptr (EupCase) kase = new_case (NULL);
  GPtrArray *technologies = eup_catalogue_get_technologies (eup_case_get_model (kase)->catalogue);
  GtkWindow *window;
  GtkWidget *row = show (kase, &window);

  for (guint i = 0; i < technologies->len; i++)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i + 1);
      g_assert_cmpstr (chosen (kase), ==, ((EupTechnology *) technologies->pdata[i])->id);
    }
  gtk_window_destroy (window);
}

static void
a_choice_can_be_taken_back (void)
{
  g_autoptr (EupCase) kase = new_case ("gps-alarm");
  GtkWindow *window;
  GtkWidget *row = show (kase, &window);

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), >, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  g_assert_null (chosen (kase));
  gtk_window_destroy (window);
}

static void
what_is_usually_on_is_switched_on_for_a_new_choice (void)
{
  g_autoptr (EupCase) kase = new_case (NULL);
  GPtrArray *technologies = eup_catalogue_get_technologies (eup_case_get_model (kase)->catalogue);
  GtkWindow *window;
  GtkWidget *row = show (kase, &window);

  for (guint i = 0; i < technologies->len; i++)
    {
      const EupTechnology *technology = technologies->pdata[i];
      char **on;

      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i + 1);
      on = eup_case_get_assessment (kase)->card->functions;
      for (guint j = 0; j < technology->functions->len; j++)
        {
          const EupFunction *function = technology->functions->pdata[j];

          g_assert_true (function->usual ==
                         (on != NULL && g_strv_contains ((const char *const *) on, function->id)));
        }
    }
  gtk_window_destroy (window);
}

static void
a_case_that_is_opened_keeps_its_functions (void)
{
  g_autoptr (EupCase) kase = new_case ("gps-alarm");
  GtkWindow *window;

  show (kase, &window);
  g_assert_null (eup_case_get_assessment (kase)->card->functions);
  gtk_window_destroy (window);
}

static void
the_sheet_of_the_technology_can_be_read (void)
{
  g_autoptr (EupCase) kase = new_case ("gps-alarm");
  const EupTechnology *technology = eup_catalogue_find (eup_case_get_model (kase)->catalogue, "gps-alarm");
  GPtrArray *const parts[] = { technology->tensions, technology->data, technology->viewers,
                               technology->less_intrusive };
  GtkWindow *window;
  GtkWidget *group = gtk_widget_get_ancestor (show (kase, &window), EUP_TYPE_TECHNOLOGY_GROUP);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < parts[i]->len; j++)
      g_assert_true (ui_test_holds (group, eup_text_get (parts[i]->pdata[j], "en")));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/technology-group/nothing_is_chosen_beforehand", nothing_is_chosen_beforehand);
  g_test_add_func ("/technology-group/every_technology_can_be_chosen_the_first_too",
                   every_technology_can_be_chosen_the_first_too);
  g_test_add_func ("/technology-group/a_choice_can_be_taken_back", a_choice_can_be_taken_back);
  g_test_add_func ("/technology-group/what_is_usually_on_is_switched_on_for_a_new_choice",
                   what_is_usually_on_is_switched_on_for_a_new_choice);
  g_test_add_func ("/technology-group/a_case_that_is_opened_keeps_its_functions",
                   a_case_that_is_opened_keeps_its_functions);
  g_test_add_func ("/technology-group/the_sheet_of_the_technology_can_be_read",
                   the_sheet_of_the_technology_can_be_read);
  return ui_test_run ();
}
