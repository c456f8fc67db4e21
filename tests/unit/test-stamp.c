#include "record/eup-stamp.h"

#include "sample-pages.h"
#include "sample-signed.h"
#include "sample-stamp.h"

#include "record/eup-verify.h"

#include <string.h>

static EupSigner *signer, *other;
static SampleStamper *stamper;
static EupTrust *trust;
static GBytes *finished, *sealed, *stamped, *archived;

static EupVerdictSignature *
get_signature (const EupVerdict *verdict, guint index)
{
  g_assert_cmpuint (verdict->signatures->len, >, index);
  return verdict->signatures->pdata[index];
}

static gboolean
is_same_but_the_room (GBytes *one, GBytes *two)
{
  gsize size = g_bytes_get_size (one), differ = 0;
  const char *a = g_bytes_get_data (one, NULL), *b = g_bytes_get_data (two, NULL);
  const char *room = memmem (a, size, "/Contents <", 11);
  gsize from = (gsize) (room - a), to = from + 2 * 12288 + 12;

  for (gsize i = 0; i < size; i++)
    differ += a[i] != b[i] && (i < from || i > to);
  return size == g_bytes_get_size (two) && differ == 0;
}

static void
stamp_goes_beside_the_signature (void)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (stamped, trust, NULL);
  EupVerdictSignature *signature = get_signature (verdict, 0);

  g_assert_true (is_same_but_the_room (sealed, stamped));
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_cmpint ((int) signature->level, ==, EUP_LEVEL_T);
  g_assert_cmpstr (signature->name, ==, "Åsa Ek");
  g_assert_cmpstr (signature->stamped_by, ==, "Tidsstämpel AB");
  g_assert_true (g_str_has_prefix (signature->stamped, "20"));
  g_assert_true (signature->stamp_known && signature->known);
  g_assert_false (signature->is_stamp);
}

static void
signature_without_a_stamp_is_of_the_lowest_level (void)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (sealed, trust, NULL);

  g_assert_cmpint ((int) get_signature (verdict, 0)->level, ==, EUP_LEVEL_B);
  g_assert_null (get_signature (verdict, 0)->stamped);
}

static void
unknown_authority_is_told (void)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (stamped, NULL, NULL);

  g_assert_cmpint ((int) get_signature (verdict, 0)->level, ==, EUP_LEVEL_T);
  g_assert_false (get_signature (verdict, 0)->stamp_known);
}

static void
others_sign_after_a_stamp (void)
{
  g_autoptr (GBytes) twice = sample_sign (stamped, NULL, other, FALSE);
  g_autoptr (GBytes) both = sample_stamp (stamper, twice, EUP_STAMP_SIGNATURE);
  g_autoptr (EupVerdict) verdict = eup_verify_run (both, trust, NULL);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SIGNED_LATER);
  g_assert_cmpint ((int) get_signature (verdict, 0)->level, ==, EUP_LEVEL_T);
  g_assert_cmpint ((int) get_signature (verdict, 1)->level, ==, EUP_LEVEL_T);
}

static void
whole_document_is_stamped_in_its_place (void)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (archived, trust, NULL);
  EupVerdictSignature *stamp = get_signature (verdict, 1);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_true (stamp->is_stamp && stamp->intact && stamp->whole && stamp->last && stamp->known);
  g_assert_cmpstr (stamp->slot, ==, "time-stamp-1");
  g_assert_cmpstr (stamp->name, ==, "Tidsstämpel AB");
  g_assert_nonnull (stamp->time);
  g_assert_cmpuint (g_bytes_get_size (archived), >, g_bytes_get_size (stamped));
  g_assert_cmpint (memcmp (g_bytes_get_data (archived, NULL), g_bytes_get_data (stamped, NULL),
                           g_bytes_get_size (stamped)),
                   ==, 0);
}

static void
places_for_stamps_run_out (void)
{
  g_autoptr (GBytes) two = sample_stamp (stamper, archived, EUP_STAMP_ARCHIVE);
  g_autoptr (EupVerdict) verdict = eup_verify_run (two, trust, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_null (eup_stamp_request (two, EUP_STAMP_ARCHIVE, &error));
  g_assert_error (error, EUP_STAMP_ERROR, EUP_STAMP_ERROR_NO_PLACE);
}

static void
expect_no_request (GBytes *pdf, EupStampKind kind, EupStampError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (eup_stamp_request (pdf, kind, &error));
  g_assert_error (error, EUP_STAMP_ERROR, (int) code);
}

static void
what_can_not_be_stamped_is_told (void)
{
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (sealed, 0, g_bytes_get_size (sealed) - 10);
  g_autoptr (GBytes) text = g_bytes_new_static ("Dear archive", 12);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  expect_no_request (finished, EUP_STAMP_SIGNATURE, EUP_STAMP_ERROR_NO_PLACE);
  expect_no_request (stamped, EUP_STAMP_SIGNATURE, EUP_STAMP_ERROR_NO_PLACE);  /* has one */
  expect_no_request (archived, EUP_STAMP_SIGNATURE, EUP_STAMP_ERROR_NO_PLACE); /* is covered */
  expect_no_request (part, EUP_STAMP_SIGNATURE, EUP_STAMP_ERROR_UNREADABLE);
  expect_no_request (part, EUP_STAMP_ARCHIVE, EUP_STAMP_ERROR_UNREADABLE);
  expect_no_request (text, EUP_STAMP_ARCHIVE, EUP_STAMP_ERROR_UNREADABLE);
  expect_no_request (nothing, EUP_STAMP_ARCHIVE, EUP_STAMP_ERROR_UNREADABLE);
}

static void
expect_refusal (GBytes *pdf, GBytes *request, GBytes *answer, EupStampError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) done = eup_stamp_take (pdf, request, answer, &error);

  g_assert_null (done);
  g_assert_error (error, EUP_STAMP_ERROR, (int) code);
}

static void
wrong_answers_are_told_apart (void)
{
  const struct
  {
    SampleStampFault fault;
    EupStampError code;
  } rows[] = {
    { SAMPLE_STAMP_REFUSED, EUP_STAMP_ERROR_REFUSED },
    { SAMPLE_STAMP_OTHER_NONCE, EUP_STAMP_ERROR_WRONG_NONCE },
    { SAMPLE_STAMP_NO_NONCE, EUP_STAMP_ERROR_WRONG_NONCE },
    { SAMPLE_STAMP_OTHER_IMPRINT, EUP_STAMP_ERROR_WRONG_IMPRINT },
    { SAMPLE_STAMP_BY_ANYBODY, EUP_STAMP_ERROR_FOREIGN },
  };
  const EupStampKind kinds[] = { EUP_STAMP_SIGNATURE, EUP_STAMP_ARCHIVE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        g_autoptr (GBytes) request = eup_stamp_request (sealed, kinds[k], NULL);
        g_autoptr (GBytes) answer = sample_stamper_answer (stamper, request, rows[i].fault);

        expect_refusal (sealed, request, answer, rows[i].code);
      }
}

static void
answers_for_another_document_are_refused (void)
{
  g_autoptr (GBytes) request = eup_stamp_request (sealed, EUP_STAMP_SIGNATURE, NULL);
  g_autoptr (GBytes) second = eup_stamp_request (sealed, EUP_STAMP_SIGNATURE, NULL);
  g_autoptr (GBytes) answer = sample_stamper_answer (stamper, request, SAMPLE_STAMP_GOOD);
  g_autoptr (GBytes) later = sample_sign (sealed, NULL, other, FALSE);

  g_assert_false (g_bytes_equal (request, second)); /* no nonce twice */
  expect_refusal (sealed, second, answer, EUP_STAMP_ERROR_WRONG_NONCE);
  expect_refusal (later, request, answer, EUP_STAMP_ERROR_WRONG_IMPRINT);
  expect_refusal (stamped, request, answer, EUP_STAMP_ERROR_WRONG_IMPRINT);
  expect_refusal (finished, request, answer, EUP_STAMP_ERROR_WRONG_IMPRINT);
}

static void
damaged_answers_are_refused (void)
{
  g_autoptr (GBytes) request = eup_stamp_request (sealed, EUP_STAMP_SIGNATURE, NULL);
  g_autoptr (GBytes) answer = sample_stamper_answer (stamper, request, SAMPLE_STAMP_GOOD);
  gsize size = g_bytes_get_size (answer);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (answer, 0, size / 2);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  expect_refusal (sealed, request, half, EUP_STAMP_ERROR_UNREADABLE);
  expect_refusal (sealed, request, nothing, EUP_STAMP_ERROR_UNREADABLE);
  expect_refusal (sealed, request, request, EUP_STAMP_ERROR_UNREADABLE);
  expect_refusal (sealed, answer, answer, EUP_STAMP_ERROR_UNREADABLE);
  expect_refusal (sealed, nothing, answer, EUP_STAMP_ERROR_UNREADABLE);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (answer, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GBytes) done = NULL;
      g_autoptr (EupVerdict) verdict = NULL;

      copy[g_test_rand_int_range (0, (gint32) size)] ^= (guint8) g_test_rand_int_range (1, 256);
      damaged = g_bytes_new (copy, size);
      done = eup_stamp_take (sealed, request, damaged, NULL);
      if (done == NULL)
        continue;
      verdict = eup_verify_run (done, trust, NULL); /* a byte that nothing depends on */
      g_assert_true (eup_verdict_is_good (verdict));
      g_assert_cmpstr (get_signature (verdict, 0)->stamped_by, ==, "Tidsstämpel AB");
    }
}

static void
stamp_that_does_not_fit_is_refused (void)
{
  g_autoptr (SampleStamper) wordy = sample_stamper_new ("Lång", "--fill 13000");
  const EupStampKind kinds[] = { EUP_STAMP_SIGNATURE, EUP_STAMP_ARCHIVE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GBytes) request = eup_stamp_request (sealed, kinds[k], NULL);
      g_autoptr (GBytes) answer = sample_stamper_answer (wordy, request, SAMPLE_STAMP_GOOD);

      expect_refusal (sealed, request, answer, EUP_STAMP_ERROR_TOO_LARGE);
    }
}

/* Also where the stamp's own signature does not cover it. */
static void
changed_bytes_of_a_stamp_are_found (void)
{
  gsize size = g_bytes_get_size (archived);

  for (guint i = 0; i < 1200; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (archived, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (EupVerdict) verdict = NULL;
      gint32 from = i % 2 ? (gint32) (size - 28000) : (gint32) (g_bytes_get_size (finished));
      gint32 at = g_test_rand_int_range (from, (gint32) size);

      copy[at] ^= (guint8) g_test_rand_int_range (1, 256);
      damaged = g_bytes_new_static (copy, size);
      verdict = eup_verify_run (damaged, trust, NULL);
      if (verdict->kind != EUP_VERDICT_CHANGED)
        g_test_message ("byte %d", at);
      g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_CHANGED);
    }
}

/* An authority may send certificates without the one above them. Nothing in the record would hold them, so
 * they stay outside. */
static void
only_certificates_that_are_held_come_in (void)
{
  g_autoptr (GBytes) request = eup_stamp_request (sealed, EUP_STAMP_SIGNATURE, NULL);
  g_autoptr (GBytes) answer = sample_stamper_answer (stamper, request, SAMPLE_STAMP_LOOSE);
  g_autoptr (GBytes) done = eup_stamp_take (sealed, request, answer, NULL);
  g_autoptr (EupVerdict) verdict = NULL;

  g_assert_nonnull (done);
  verdict = eup_verify_run (done, trust, NULL);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_cmpuint (get_signature (verdict, 0)->stamp_others->len, ==, 1);
  g_assert_true (get_signature (verdict, 0)->stamp_known);
}

static void
levels_have_their_names (void)
{
  g_assert_null (eup_verdict_level_to_nick (EUP_LEVEL_NONE));
  g_assert_cmpstr (eup_verdict_level_to_nick (EUP_LEVEL_T), ==, "B-T");
  g_assert_cmpstr (eup_verdict_level_to_nick (EUP_LEVEL_LTA), ==, "B-LTA");
}

int
main (int argc, char **argv)
{
  int status;
  g_autoptr (GBytes) authority = NULL;

  g_test_init (&argc, &argv, NULL);
  signer = sample_signer ("Åsa Ek", NULL);
  authority = sample_authority ();
  other = sample_signer ("Bo Dahl", "--key ec");
  stamper = sample_stamper_new ("Tidsstämpel AB", NULL);
  trust = eup_trust_new ();
  eup_trust_add (trust, authority, NULL);
  eup_trust_add (trust, sample_stamper_get_authority (stamper), NULL);
  finished = sample_finished ();
  sealed = sample_sign (finished, NULL, signer, TRUE);
  stamped = sample_stamp (stamper, sealed, EUP_STAMP_SIGNATURE);
  archived = sample_stamp (stamper, stamped, EUP_STAMP_ARCHIVE);
#define ADD(name) g_test_add_func ("/stamp/" #name, name)
  ADD (stamp_goes_beside_the_signature);
  ADD (signature_without_a_stamp_is_of_the_lowest_level);
  ADD (unknown_authority_is_told);
  ADD (others_sign_after_a_stamp);
  ADD (whole_document_is_stamped_in_its_place);
  ADD (places_for_stamps_run_out);
  ADD (what_can_not_be_stamped_is_told);
  ADD (wrong_answers_are_told_apart);
  ADD (answers_for_another_document_are_refused);
  ADD (damaged_answers_are_refused);
  ADD (stamp_that_does_not_fit_is_refused);
  ADD (changed_bytes_of_a_stamp_are_found);
  ADD (only_certificates_that_are_held_come_in);
  ADD (levels_have_their_names);
  status = g_test_run ();
  g_object_unref (signer);
  g_object_unref (other);
  sample_stamper_free (stamper);
  eup_trust_free (trust);
  g_bytes_unref (finished);
  g_bytes_unref (sealed);
  g_bytes_unref (stamped);
  g_bytes_unref (archived);
  return status;
}
