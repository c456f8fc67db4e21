/* Signing with a card from the window: what is on it, its PIN and the tries that are left, a card that comes
 * and goes, and what the signature says. */

#include "ui-record.h"

#include "sample-card.h"
#include "record/eup-sign-places.h"
#include "record/eup-verify.h"
#include "ui/common/eup-settings.h"
#include "ui/record/eup-sign-card.h"
#include "ui/record/eup-sign-dialog.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  AdwDialog *dialog;
  gboolean done;
} Fixture;

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  return ui_test_find (GTK_WIDGET (fixture->dialog), type, label);
}

/* Not the field for a file's password, which lies behind. */
static GtkWidget *
find_pin (Fixture *fixture)
{
  return ui_test_find (find (fixture, EUP_TYPE_SIGN_CARD, NULL), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);
}

static gboolean
sees_asa (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "Åsa Ek") != NULL;
}

static gboolean
sees_places (gpointer data)
{
  return find (data, ADW_TYPE_COMBO_ROW, NULL) != NULL &&
         gtk_widget_is_sensitive (find (data, ADW_TYPE_COMBO_ROW, NULL));
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = eup_sign_dialog_new (fixture->kase);
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  ui_test_wait (sees_places, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  eup_settings_set ("card-module", sample_card_module ());
  eup_settings_set ("sign-with", "card");
  fixture->kase = ui_record_case ();
  fixture->window = ui_test_present (gtk_label_new (NULL), 800, 900);
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->kase);
  for (const char *const *file = (const char *const[]) { "wrong", "gone", "pull", "deaf", NULL }; *file;
       file++)
    sample_card_put (*file, FALSE);
}

static void
signed_cb (EupSignDialog *dialog, Fixture *fixture)
{
  fixture->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

static void
type_and_sign (Fixture *fixture, const char *pin)
{
  GtkWidget *sign = find (fixture, GTK_TYPE_BUTTON, "_Sign");

  gtk_editable_set_text (GTK_EDITABLE (find_pin (fixture)), pin);
  g_assert_true (gtk_widget_is_sensitive (sign));
  g_signal_emit_by_name (sign, "clicked");
}

static EupVerdict *
verify (Fixture *fixture)
{
  g_autoptr (GBytes) pdf = ui_record_get (fixture->kase);

  return eup_verify_run (pdf, NULL, NULL);
}

static void
who_is_on_the_cards_is_shown_those_for_documents_first (Fixture *fixture, gconstpointer data)
{
  ui_test_wait (sees_asa, fixture);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL,
                          "For signing documents. Issued by Throw-away authority, on "
                          "the card “Kort 1”."));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "For log-in; whether such a signature counts"));
  g_assert_true (
      gtk_check_button_get_active (GTK_CHECK_BUTTON (find (fixture, GTK_TYPE_CHECK_BUTTON, NULL))));
  gtk_test_accessible_assert_role (find (fixture, GTK_TYPE_CHECK_BUTTON, NULL), GTK_ACCESSIBLE_ROLE_RADIO);
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Sign"))); /* no PIN yet */
}

/* The second place, not the first; and what the signature says is in the file. */
static void
a_card_signs_in_the_chosen_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupVerdict) verdict = NULL;
  const EupVerdictSignature *signature;

  ui_test_wait (sees_asa, fixture);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, NULL)), 1);
  g_signal_connect (fixture->dialog, "signed", G_CALLBACK (signed_cb), fixture);
  type_and_sign (fixture, SAMPLE_PIN);
  ui_test_wait (is_done, fixture);
  verdict = verify (fixture);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  signature = verdict->signatures->pdata[0];
  g_assert_cmpstr (signature->name, ==, "Åsa Ek");
  g_assert_cmpstr (signature->slot, ==, "facilitator");
  g_assert_cmpstr (signature->role, ==, "samtalsledare");
  g_assert_cmpstr (signature->reason, ==, "Beslut");
}

static void
a_filled_place_is_not_offered_and_only_the_first_seals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupSigner) signer = sample_card_signer ("Bo Dahl");
  GListModel *before = adw_combo_row_get_model (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, NULL)));
  guint n = g_list_model_get_n_items (before);

  g_assert_cmpuint (n, >=, 4);
  g_assert_nonnull (find (fixture, ADW_TYPE_SWITCH_ROW, NULL));
  adw_dialog_force_close (fixture->dialog);
  ui_record_sign (fixture->kase, signer, "facilitator");
  open_dialog (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (
                        adw_combo_row_get_model (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, NULL)))),
                    ==, n - 1);
  g_assert_null (find (fixture, ADW_TYPE_SWITCH_ROW, NULL));
}

static gboolean
says_wrong_pin (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "That is not the PIN of this card.") != NULL;
}

static gboolean
says_few (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "Few tries are left") != NULL;
}

static gboolean
says_last (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "One try is left.") != NULL;
}

static gboolean
says_blocked (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "This card has blocked its PIN.") != NULL;
}

static void
wrong_pins_are_counted_aloud_before_the_card_blocks_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupVerdict) verdict = NULL;

  ui_test_wait (sees_asa, fixture);
  g_assert_false (says_few (fixture));
  type_and_sign (fixture, "000000");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_pin (fixture))), ==, "");
  ui_test_wait (says_wrong_pin, fixture);
  ui_test_wait (says_few, fixture);
  type_and_sign (fixture, "111111");
  ui_test_wait (says_last, fixture);
  type_and_sign (fixture, "222222");
  ui_test_wait (says_blocked, fixture);
  g_assert_null (find_pin (fixture)); /* nobody types in vain */
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Sign")));
  verdict = verify (fixture);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_NOT_SIGNED);
}

static gboolean
says_nothing_was_tried (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "No PIN was tried, and nothing was signed.") != NULL;
}

/* Somebody typed wrong ones elsewhere, and the window has not seen it yet. */
static void
the_last_try_is_never_used_unseen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wrong = g_build_filename (g_getenv ("EUP_CARD_FOLDER"), "wrong", NULL);
  g_autofree char *contents = NULL;

  ui_test_wait (sees_asa, fixture);
  g_assert_true (g_file_set_contents (wrong, "xx", 2, NULL));
  type_and_sign (fixture, "000000");
  ui_test_wait (says_nothing_was_tried, fixture);
  ui_test_wait (says_last, fixture);
  g_assert_true (g_file_get_contents (wrong, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "xx");
  g_signal_connect (fixture->dialog, "signed", G_CALLBACK (signed_cb), fixture);
  type_and_sign (fixture, SAMPLE_PIN);
  ui_test_wait (is_done, fixture);
}

static gboolean
says_no_card (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "There is no card to sign with in a reader.") != NULL;
}

static void
cards_that_come_and_go_are_noticed (Fixture *fixture, gconstpointer data)
{
  ui_test_wait (sees_asa, fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_pin (fixture)), "123");
  sample_card_put ("gone", TRUE);
  ui_test_wait (says_no_card, fixture);
  g_assert_false (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Sign")));
  sample_card_put ("gone", FALSE);
  ui_test_wait (sees_asa, fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_pin (fixture))), ==, "");
}

static gboolean
says_gone (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "The card was taken out too early.") != NULL;
}

static void
a_card_pulled_in_the_middle_leaves_the_record_as_it_was (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = ui_record_get (fixture->kase);
  g_autoptr (GBytes) after = NULL;

  ui_test_wait (sees_asa, fixture);
  sample_card_put ("pull", TRUE);
  type_and_sign (fixture, SAMPLE_PIN);
  ui_test_wait (says_gone, fixture);
  after = ui_record_get (fixture->kase);
  g_assert_true (g_bytes_equal (before, after));
  sample_card_put ("pull", FALSE);
  sample_card_put ("gone", FALSE);
  ui_test_wait (sees_asa, fixture);
  g_signal_connect (fixture->dialog, "signed", G_CALLBACK (signed_cb), fixture);
  type_and_sign (fixture, SAMPLE_PIN);
  ui_test_wait (is_done, fixture);
}

static gboolean
says_it_cant (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "The card can’t sign with this certificate.") != NULL;
}

static void
a_card_that_refuses_is_told (Fixture *fixture, gconstpointer data)
{
  ui_test_wait (sees_asa, fixture);
  sample_card_put ("deaf", TRUE);
  type_and_sign (fixture, SAMPLE_PIN);
  ui_test_wait (says_it_cant, fixture);
}

static gboolean
asks_for_the_program (gpointer data)
{
  return find (data, GTK_TYPE_LABEL, "The program that came with the cards can’t be used.") != NULL &&
         find (data, GTK_TYPE_BUTTON, "C_hoose …") != NULL;
}

static void
a_program_that_is_none_is_told (Fixture *fixture, gconstpointer data)
{
  adw_dialog_force_close (fixture->dialog);
  eup_settings_set ("card-module", "/etc/passwd");
  open_dialog (fixture);
  ui_test_wait (asks_for_the_program, fixture);
}

static void
the_places_say_whose_they_are (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = ui_record_get (fixture->kase);
  g_autoptr (GPtrArray) places = eup_sign_places (pdf);
  g_autoptr (GBytes) other = g_bytes_new_static ("not a record", 12);
  g_autoptr (GPtrArray) none = eup_sign_places (other);

  g_assert_cmpuint (places->len, >=, 4);
  for (guint i = 0; i < places->len; i++) /* and not those for time stamps */
    g_assert_false (g_str_has_prefix (((EupSignPlace *) places->pdata[i])->name, "time-stamp"));
  g_assert_cmpstr (((EupSignPlace *) places->pdata[0])->name, ==, "decision-maker");
  g_assert_true (g_str_has_prefix (((EupSignPlace *) places->pdata[0])->label, "Underskrift av "));
  g_assert_cmpuint (none->len, ==, 0);
}

#define CASE(name) g_test_add ("/sign-card/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  ui_test_init (&argc, &argv);
  if (!sample_cards_begin ())
    {
      g_print ("1..0 # SKIP no card can be played here\n");
      return 0;
    }
  sample_card_add ("Kort 1", "Åsa Ek", "01", NULL);
  sample_card_add ("Kort 2", "Bo Dahl", "02", "--usage digitalSignature");
  CASE (who_is_on_the_cards_is_shown_those_for_documents_first);
  CASE (a_card_signs_in_the_chosen_place);
  CASE (a_filled_place_is_not_offered_and_only_the_first_seals);
  CASE (wrong_pins_are_counted_aloud_before_the_card_blocks_itself);
  CASE (the_last_try_is_never_used_unseen);
  CASE (cards_that_come_and_go_are_noticed);
  CASE (a_card_pulled_in_the_middle_leaves_the_record_as_it_was);
  CASE (a_card_that_refuses_is_told);
  CASE (a_program_that_is_none_is_told);
  CASE (the_places_say_whose_they_are);
  status = g_test_run ();
  sample_cards_end ();
  return status;
}
