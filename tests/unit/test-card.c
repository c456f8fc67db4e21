#include "record/eup-card.h"

#include "sample-card.h"
#include "sample-signed.h"

#include "record/eup-verify.h"

typedef struct
{
  const char *const *pins; /* typed one after the other; then nothing more */
  GString *heard;          /* what was said about the tries, a letter each */
} Person;

static char *
type_pin (EupPinTries tries, guint wrong, gpointer data)
{
  Person *person = data;

  g_string_append_printf (person->heard, "%c%u", "efl"[tries], wrong);
  return *person->pins ? g_strdup (*person->pins++) : NULL;
}

static EupCardCertificate *
find (GPtrArray *found, const char *name)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (((EupCardCertificate *) found->pdata[i])->name, name))
      return found->pdata[i];
  return NULL;
}

static GPtrArray *
list (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  GPtrArray *found = eup_card_list (sample_card_module (), now, &error);

  g_assert_no_error (error);
  return found;
}

/* Opens @name's certificate with the PINs typed; says what was heard. */
static EupSigner *
open_with (const char *name, const char *const *pins, const char *heard, GError **error)
{
  g_autoptr (GPtrArray) found = list ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  Person person = { pins, g_string_new (NULL) };
  EupSigner *signer;

  g_assert_nonnull (find (found, name));
  signer = eup_signer_new_card (sample_card_module (), find (found, name), type_pin, &person, now, error);
  g_assert_cmpstr (person.heard->str, ==, heard);
  g_string_free (person.heard, TRUE);
  return signer;
}

static void
certificates_for_documents_are_listed_first (void)
{
  g_autoptr (GPtrArray) found = list ();
  EupCardCertificate *first = found->pdata[0];

  g_assert_cmpuint (found->len, ==, 5); /* not the one for servers, no authority */
  g_assert_true (first->for_documents);
  g_assert_false (((EupCardCertificate *) found->pdata[4])->for_documents);
  g_assert_cmpstr (find (found, "Åsa Ek")->token, ==, "Kort 1");
  g_assert_cmpstr (find (found, "Bo Dahl")->token, ==, "Kort 2");
  g_assert_cmpstr (find (found, "Åsa Ek")->issuer, ==, "Throw-away authority");
  g_assert_cmpstr (find (found, "Åsa Ek")->serial, !=, find (found, "Bo Dahl")->serial);
  g_assert_true (find (found, "Åsa Ek")->holds);
  g_assert_false (find (found, "Dag Gammal")->holds);
  g_assert_null (find (found, "Server"));
}

/* RSA and elliptic keys. */
static void
expect_records_are_signed (void)
{
  const char *const names[] = { "Åsa Ek", "Bo Dahl" };
  const char *const ids[] = { "01", "02" };
  g_autoptr (GBytes) pdf = sample_finished ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EupSigner) signer = sample_card_signer (names[i]);
      g_autoptr (GBytes) sealed = sample_sign (pdf, NULL, signer, TRUE);
      g_autoptr (GBytes) authority = sample_card_authority (ids[i]);
      g_autoptr (EupTrust) trust = eup_trust_new ();
      g_autoptr (EupVerdict) verdict = NULL;

      g_assert_true (eup_trust_add (trust, authority, NULL));
      verdict = eup_verify_run (sealed, trust, NULL);
      g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
      g_assert_false (verdict->certificate_unknown);
      g_assert_cmpstr (((EupVerdictSignature *) verdict->signatures->pdata[0])->name, ==, names[i]);
    }
}

static void
cards_sign_records (void)
{
  expect_records_are_signed ();
}

static void
cards_that_digest_by_themselves_sign (void)
{
  sample_card_put ("digests", TRUE);
  expect_records_are_signed ();
  sample_card_put ("digests", FALSE);
}

/* As OpenSC shows a card with one PIN to log in and another to sign. */
static void
one_card_may_have_several_pins (void)
{
  sample_card_put ("one", TRUE);
  expect_records_are_signed ();
  sample_card_put ("one", FALSE);
}

/* Nobody is asked for a PIN here, also not for the key that wants one each time. */
static void
pin_may_be_typed_on_the_reader (void)
{
  const char *const none[] = { NULL }, *const names[] = { "Åsa Ek", "Eva Alltid" };
  g_autoptr (GBytes) pdf = sample_finished ();

  sample_card_put ("keys", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EupSigner) signer = open_with (names[i], none, "", &error);
      g_autoptr (GBytes) sealed = NULL;

      g_assert_no_error (error);
      sealed = sample_sign (pdf, NULL, signer, TRUE);
      g_assert_nonnull (sealed);
    }
  sample_card_put ("keys", FALSE);
}

/* As the key of an identity card does: two signatures, one PIN typed. */
static void
key_that_wants_the_pin_each_time_signs (void)
{
  g_autoptr (EupSigner) signer = sample_card_signer ("Eva Alltid");
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (GBytes) one = sample_sign (pdf, NULL, signer, TRUE);
  g_autoptr (GBytes) two = sample_sign (one, NULL, signer, FALSE);
  g_autoptr (EupVerdict) verdict = eup_verify_run (two, NULL, NULL);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SIGNED_LATER);
}

static void
two_cards_sign_one_record (void)
{
  g_autoptr (EupSigner) one = sample_card_signer ("Åsa Ek");
  g_autoptr (EupSigner) two = sample_card_signer ("Bo Dahl");
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (GBytes) first = sample_sign (pdf, "nurse", two, TRUE);
  g_autoptr (GBytes) second = sample_sign (first, "decision-maker", one, FALSE);
  g_autoptr (EupVerdict) verdict = eup_verify_run (second, NULL, NULL);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SIGNED_LATER);
  g_clear_object (&one); /* the other card is still open */
  g_clear_pointer (&first, g_bytes_unref);
  first = sample_sign (pdf, NULL, two, FALSE);
}

/* As the dialog does every other second, only without a rest. */
static gpointer
look_until_told (gpointer done)
{
  while (!g_atomic_int_get ((gint *) done))
    {
      g_autoptr (EupCardModule) module = eup_card_module_open (sample_card_module (), NULL);
      g_autofree char *seen = eup_card_module_look (module);

      g_assert_cmpstr (seen, !=, "");
    }
  return NULL;
}

static void
cards_that_are_looked_at_sign_all_the_same (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  gint done = FALSE;
  GThread *looking = g_thread_new ("looking", look_until_told, &done);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (EupSigner) signer = sample_card_signer (i % 2 ? "Åsa Ek" : "Bo Dahl");
      g_autoptr (GBytes) signed_once = sample_sign (pdf, NULL, signer, FALSE);

      g_assert_nonnull (signed_once);
    }
  g_atomic_int_set (&done, TRUE);
  g_thread_join (looking);
}

static void
right_pin_after_wrong_ones_opens (void)
{
  const char *const pins[] = { "000000", "111111", SAMPLE_PIN, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EupSigner) signer = open_with ("Åsa Ek", pins, "e0f1l2", &error);
  g_autoptr (EupSigner) again = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (signer);
  again = open_with ("Åsa Ek", pins + 2, "e0", &error); /* counted from the beginning again */
  g_assert_nonnull (again);
}

/* A log-in that stands does not let a wrong PIN pass. */
static void
open_card_still_asks_for_its_pin (void)
{
  const char *const right[] = { SAMPLE_PIN, NULL }, *const wrong[] = { "000000", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EupSigner) signer = open_with ("Åsa Ek", right, "e0", &error);
  g_autoptr (EupSigner) second = open_with ("Åsa Ek", wrong, "e0f1", &error);
  g_autoptr (EupSigner) third = NULL;

  g_assert_null (second);
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_WRONG_PIN);
  g_clear_error (&error);
  third = open_with ("Åsa Ek", right, "f0", &error);
  g_assert_no_error (error);
}

static void
card_is_never_blocked_without_a_word (void)
{
  const char *const pins[] = { "1", "22222222222222222222222222222222222", "333333", "444444", NULL };
  const char *const two[] = { "000000", "111111", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (open_with ("Åsa Ek", two, "e0f1l2", &error));
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_WRONG_PIN);
  g_assert_nonnull (strstr (error->message, "One try is left"));
  g_clear_error (&error);
  g_assert_null (open_with ("Åsa Ek", pins + 2, "l0", &error));
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (open_with ("Åsa Ek", pins, "", &error)); /* nobody is asked for a PIN in vain */
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_LOCKED);
  sample_card_put ("wrong", FALSE);
  g_clear_error (&error);
  g_assert_null (open_with ("Åsa Ek", pins, "e0f1l2", &error)); /* three in one call, no fourth */
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_LOCKED);
  sample_card_put ("wrong", FALSE);
}

static void
nobody_needs_to_give_a_pin (void)
{
  const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (open_with ("Åsa Ek", none, "e0", &error));
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_CANCELLED);
}

static void
expect_failed_signature (EupSigner *signer, EupCardError code)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (EupSignature) details = sample_signature ("Beslut");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = eup_sign_append (pdf, NULL, signer, details, &error);

  g_assert_null (sealed);
  g_assert_error (error, EUP_CARD_ERROR, (int) code);
}

static void
wrong_pin_on_the_reader_is_told (void)
{
  const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EupSigner) signer = NULL;

  sample_card_put ("keys", TRUE);
  sample_card_put ("slip", TRUE);
  signer = open_with ("Åsa Ek", none, "", &error);
  g_assert_no_error (error);
  expect_failed_signature (signer, EUP_CARD_ERROR_WRONG_PIN);
  expect_failed_signature (signer, EUP_CARD_ERROR_WRONG_PIN);
  expect_failed_signature (signer, EUP_CARD_ERROR_LOCKED);
  sample_card_put ("slip", FALSE);
  sample_card_put ("keys", FALSE);
  sample_card_put ("wrong", FALSE);
}

static void
card_pulled_in_the_middle_is_told (void)
{
  g_autoptr (EupSigner) signer = sample_card_signer ("Åsa Ek");

  sample_card_put ("gone", TRUE);
  expect_failed_signature (signer, EUP_CARD_ERROR_GONE);
  sample_card_put ("gone", FALSE);
  sample_card_put ("pull", TRUE);
  expect_failed_signature (signer, EUP_CARD_ERROR_GONE);
  sample_card_put ("pull", FALSE);
  sample_card_put ("gone", FALSE);
  sample_card_put ("deaf", TRUE);
  expect_failed_signature (signer, EUP_CARD_ERROR_FAILED);
  sample_card_put ("deaf", FALSE);
}

static char *
pull_and_type (EupPinTries tries, guint wrong, gpointer data)
{
  sample_card_put ("gone", TRUE);
  return g_strdup (SAMPLE_PIN);
}

static void
card_pulled_while_the_pin_is_typed_is_told (void)
{
  g_autoptr (GPtrArray) found = list ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;

  g_assert_null (
      eup_signer_new_card (sample_card_module (), found->pdata[0], pull_and_type, NULL, now, &error));
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_GONE);
  g_clear_error (&error);
  g_assert_null (
      eup_signer_new_card (sample_card_module (), found->pdata[0], pull_and_type, NULL, now, &error));
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_NONE);
  g_clear_error (&error);
  g_assert_null (eup_card_list (sample_card_module (), now, &error));
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_NONE);
  sample_card_put ("gone", FALSE);
}

static void
certificates_out_of_their_time_are_refused (void)
{
  const char *const pins[] = { SAMPLE_PIN, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (open_with ("Dag Gammal", pins, "", &error)); /* before a PIN is asked for */
  g_assert_error (error, EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_EXPIRED);
}

static void
certificate_without_its_key_is_refused (void)
{
  const char *const pins[] = { SAMPLE_PIN, NULL };
  g_autoptr (GPtrArray) found = list ();
  EupCardCertificate *one = find (found, "Åsa Ek");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupSigner) signer = NULL;
  g_autoptr (GBytes) pdf = sample_finished (), sealed = NULL;
  g_autoptr (EupSignature) details = sample_signature ("Beslut");
  Person person = { pins, g_string_new (NULL) };

  g_bytes_unref (one->id);
  one->id = g_bytes_new_static ("\x77", 1);
  g_assert_null (eup_signer_new_card (sample_card_module (), one, type_pin, &person, now, &error));
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_FAILED);
  g_clear_error (&error);
  g_bytes_unref (one->id);
  one->id = g_bytes_new_static ("\x03", 1); /* another one's key: nothing is written that does not hold */
  person.pins = pins;
  signer = eup_signer_new_card (sample_card_module (), one, type_pin, &person, now, &error);
  g_assert_no_error (error);
  sealed = eup_sign_append (pdf, NULL, signer, details, &error);
  g_assert_null (sealed);
  g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_FAILED);
  g_string_free (person.heard, TRUE);
}

static void
files_that_are_no_modules_are_refused (void)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  const char *const paths[] = { "/nowhere/module.so", "/etc/passwd", own, "" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (eup_card_list (paths[i], now, &error));
      g_assert_error (error, EUP_CARD_ERROR, EUP_CARD_ERROR_MODULE);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!sample_cards_begin ())
    {
      g_print ("1..0 # SKIP no card can be played here\n");
      return 0;
    }
  sample_card_add ("Kort 1", "Åsa Ek", "01", NULL);
  sample_card_add ("Kort 2", "Bo Dahl", "02", "--key ec");
  sample_card_add ("Kort 1", "Åsa Legitimation", "03", "--usage digitalSignature");
  sample_card_add ("Kort 1", "Dag Gammal", "04", "--from -400 --days 365");
  sample_card_add ("Kort 2", "Eva Alltid", "06", "--always");
  sample_card_add ("Kort 1", "Server", "05", "--usage keyEncipherment");
#define ADD(name) g_test_add_func ("/card/" #name, name)
  ADD (certificates_for_documents_are_listed_first);
  ADD (cards_sign_records);
  ADD (cards_that_digest_by_themselves_sign);
  ADD (one_card_may_have_several_pins);
  ADD (pin_may_be_typed_on_the_reader);
  ADD (key_that_wants_the_pin_each_time_signs);
  ADD (two_cards_sign_one_record);
  ADD (cards_that_are_looked_at_sign_all_the_same);
  ADD (right_pin_after_wrong_ones_opens);
  ADD (open_card_still_asks_for_its_pin);
  ADD (card_is_never_blocked_without_a_word);
  ADD (nobody_needs_to_give_a_pin);
  ADD (wrong_pin_on_the_reader_is_told);
  ADD (card_pulled_in_the_middle_is_told);
  ADD (card_pulled_while_the_pin_is_typed_is_told);
  ADD (certificates_out_of_their_time_are_refused);
  ADD (certificate_without_its_key_is_refused);
  ADD (files_that_are_no_modules_are_refused);
  status = g_test_run ();
  sample_cards_end ();
  return status;
}
