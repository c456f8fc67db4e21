#include "record/eup-validation.h"

#include "sample-revoked.h"
#include "sample-signed.h"
#include "sample-stamp.h"

#include "record/eup-validation-private.h"
#include "record/eup-verify.h"

static EupSigner *signer;
static SampleStamper *stamper;
static GBytes *authority, *key;    /* above the signer */
static GBytes *own, *from_stamper; /* lists of revoked certificates: nobody is on them */
static GBytes *sealed, *stamped, *long_term, *archived;

static EupVerdictSignature *
get_signature (const EupVerdict *verdict, guint index)
{
  g_assert_cmpuint (verdict->signatures->len, >, index);
  return verdict->signatures->pdata[index];
}

/* Appends what @first and @second (nullable) say. */
static GBytes *
append (GBytes *pdf, GBytes *first, GBytes *second, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (first)
    g_ptr_array_add (files, first);
  if (second)
    g_ptr_array_add (files, second);
  return eup_validation_append (pdf, files, error);
}

static void
expect_refusal (GBytes *pdf, GBytes *first, GBytes *second, EupValidationError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (append (pdf, first, second, &error));
  g_assert_error (error, EUP_VALIDATION_ERROR, (int) code);
}

static void
expect_level (GBytes *pdf, EupVerdictLevel level)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (pdf, NULL, NULL);

  if (!eup_verdict_is_good (verdict))
    g_test_message ("%s: %s", eup_verdict_kind_to_nick (verdict->kind), verdict->detail);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_cmpint ((int) get_signature (verdict, 0)->level, ==, (int) level);
  g_assert_false (get_signature (verdict, 0)->revoked);
}

static void
each_step_reaches_its_level (void)
{
  expect_level (sealed, EUP_LEVEL_B);
  expect_level (stamped, EUP_LEVEL_T);
  expect_level (long_term, EUP_LEVEL_LT);
  expect_level (archived, EUP_LEVEL_LTA);
}

static void
answers_of_ocsp_do_as_well (void)
{
  g_autoptr (GBytes) answer =
      sample_answer (authority, key, eup_signer_get_certificate (signer), FALSE, 0, 7);
  g_autoptr (GBytes) pdf = append (stamped, answer, from_stamper, NULL);

  g_assert_nonnull (pdf);
  expect_level (pdf, EUP_LEVEL_LT);
}

static void
what_is_missing_is_named (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (append (stamped, own, NULL, &error));
  g_assert_error (error, EUP_VALIDATION_ERROR, EUP_VALIDATION_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "Tidsstämpel AB"));
  g_clear_error (&error);
  g_assert_null (append (stamped, from_stamper, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Åsa Ek"));
}

static void
lists_that_say_nothing_about_it_do_not_count (void)
{
  g_autoptr (GBytes) old = sample_list (authority, key, NULL, 0, -1);
  g_autoptr (GBytes) forged = sample_list (authority, sample_stamper_get_key (stamper), NULL, 0, 7);
  g_autoptr (EupSigner) other = sample_signer ("Bo Dahl", NULL);
  g_autoptr (GBytes) about_other =
      sample_answer (authority, key, eup_signer_get_certificate (other), FALSE, 0, 7);
  g_autoptr (GBytes) forged_answer =
      sample_answer (sample_stamper_get_authority (stamper), sample_stamper_get_key (stamper),
                     eup_signer_get_certificate (signer), FALSE, 0, 7);

  expect_refusal (stamped, old, from_stamper, EUP_VALIDATION_ERROR_MISSING);
  expect_refusal (stamped, forged, from_stamper, EUP_VALIDATION_ERROR_MISSING);
  expect_refusal (stamped, forged_answer, from_stamper, EUP_VALIDATION_ERROR_MISSING);
  expect_refusal (stamped, about_other, from_stamper, EUP_VALIDATION_ERROR_MISSING);
}

static void
revoked_certificates_are_found (void)
{
  GBytes *certificate = eup_signer_get_certificate (signer);
  g_autoptr (GBytes) before = sample_list (authority, key, certificate, 5, 7);
  g_autoptr (GBytes) later = sample_list (authority, key, certificate, -5, 7);
  g_autoptr (GBytes) answer = sample_answer (authority, key, certificate, TRUE, 5, 7);
  g_autoptr (GBytes) pdf = NULL;

  expect_refusal (stamped, before, from_stamper, EUP_VALIDATION_ERROR_REVOKED);
  expect_refusal (stamped, answer, from_stamper, EUP_VALIDATION_ERROR_REVOKED);
  pdf = append (stamped, later, from_stamper, NULL); /* it held when it signed */
  expect_level (pdf, EUP_LEVEL_LT);
}

/* The same question where the file holds no such data: lists that are known here. */
static void
whoever_is_on_a_list_is_not_known (void)
{
  const struct
  {
    int hours;
    gboolean known;
  } rows[] = { { 5, FALSE }, { -5, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) list =
          sample_list (authority, key, eup_signer_get_certificate (signer), rows[i].hours, -1);
      g_autoptr (EupTrust) trust = eup_trust_new ();
      g_autoptr (EupVerdict) verdict = NULL;

      g_assert_true (eup_trust_add (trust, authority, NULL));
      g_assert_true (eup_trust_add (trust, list, NULL));
      verdict = eup_verify_run (sealed, trust, NULL);
      g_assert_cmpint (verdict->certificate_unknown, ==, !rows[i].known);
    }
}

/* A certificate that vouches for itself signs, but is known only to who was told of just this one. */
static void
self_made_certificates_are_unknown (void)
{
  g_autoptr (EupSigner) own_maker = sample_signer ("Egen Hand", "--self");
  g_autoptr (GBytes) finished = sample_finished ();
  g_autoptr (GBytes) pdf = sample_sign (finished, NULL, own_maker, TRUE);
  g_autoptr (EupTrust) trust = eup_trust_new ();
  g_autoptr (EupVerdict) verdict = NULL;
  g_autoptr (EupVerdict) told = NULL;

  g_assert_true (eup_trust_add (trust, authority, NULL));
  verdict = eup_verify_run (pdf, trust, NULL);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_true (verdict->certificate_unknown);
  g_assert_true (eup_trust_add (trust, eup_signer_get_certificate (own_maker), NULL));
  told = eup_verify_run (pdf, trust, NULL);
  g_assert_false (told->certificate_unknown);
}

static void
records_that_are_not_ready_are_refused (void)
{
  g_autoptr (GBytes) finished = sample_finished ();
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (stamped, 0, g_bytes_get_size (stamped) - 9);

  expect_refusal (finished, own, from_stamper, EUP_VALIDATION_ERROR_RECORD);
  expect_refusal (sealed, own, from_stamper, EUP_VALIDATION_ERROR_RECORD); /* no time stamp */
  expect_refusal (part, own, from_stamper, EUP_VALIDATION_ERROR_RECORD);
  expect_refusal (long_term, own, from_stamper, EUP_VALIDATION_ERROR_ALREADY);
}

static void
files_that_are_nothing_of_it_are_refused (void)
{
  const char *const texts[] = { "", "text", "0", "-----BEGIN X509 CRL-----\nMII\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      expect_refusal (stamped, own, bytes, EUP_VALIDATION_ERROR_MATERIAL);
    }
}

static void
only_what_is_needed_goes_in (void)
{
  g_autoptr (SampleStamper) other = sample_stamper_new ("En annan", NULL);
  g_autoptr (GBytes) list =
      sample_list (sample_stamper_get_authority (other), sample_stamper_get_key (other), NULL, 0, 7);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GBytes) pdf = NULL;

  g_ptr_array_add (files, list);
  g_ptr_array_add (files, own);
  g_ptr_array_add (files, own);
  g_ptr_array_add (files, sample_stamper_get_authority (other));
  g_ptr_array_add (files, from_stamper);
  pdf = eup_validation_append (stamped, files, NULL);
  g_assert_nonnull (pdf);
  g_assert_true (g_bytes_equal (pdf, long_term));
}

/* Every byte of what was appended: it is found, or it is called what another program added. */
static void
changed_bytes_are_never_good (void)
{
  gsize from = g_bytes_get_size (stamped), size = g_bytes_get_size (long_term);

  for (guint i = 0; i < 600; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (long_term, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (EupVerdict) verdict = NULL;
      gsize at = (gsize) g_test_rand_int_range ((gint32) from, (gint32) size);

      copy[at] ^= (guint8) g_test_rand_int_range (1, 256);
      damaged = g_bytes_new_static (copy, size);
      verdict = eup_verify_run (damaged, NULL, NULL);
      if (eup_verdict_is_good (verdict))
        g_test_message ("byte %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, at - from, size - from);
      g_assert_false (eup_verdict_is_good (verdict));
    }
}

/* In our form to the last byte, but with a piece that no authority in it holds. */
static void
pieces_that_nobody_holds_are_not_ours (void)
{
  g_autoptr (GBytes) forged = sample_list (authority, sample_stamper_get_key (stamper), NULL, 0, 7);
  g_autoptr (GBytes) answer =
      sample_answer (sample_stamper_get_authority (stamper), sample_stamper_get_key (stamper),
                     eup_signer_get_certificate (signer), FALSE, 0, 7);
  GBytes *const pieces[] = { own, forged, answer };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (EupMaterial) material = eup_material_new ();
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (EupVerdict) verdict = NULL;

      g_assert_true (eup_material_add (material, authority));
      g_assert_true (eup_material_add (material, pieces[i]));
      pdf = eup_validation_write (stamped, material);
      verdict = eup_verify_run (pdf, NULL, NULL);
      g_assert_cmpint ((int) verdict->kind, ==, i == 0 ? EUP_VERDICT_SEALED : EUP_VERDICT_EXTENDED);
      g_assert_cmpint ((int) get_signature (verdict, 0)->level, ==, EUP_LEVEL_T);
    }
}

static void
cut_off_data_is_never_good (void)
{
  gsize from = g_bytes_get_size (stamped), size = g_bytes_get_size (long_term);

  for (gsize length = from + 1; length < size; length += 97)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (long_term, 0, length);
      g_autoptr (EupVerdict) verdict = eup_verify_run (part, NULL, NULL);

      g_assert_false (eup_verdict_is_good (verdict));
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  signer = sample_signer ("Åsa Ek", NULL);
  authority = sample_authority ();
  key = sample_authority_key ();
  stamper = sample_stamper_new ("Tidsstämpel AB", NULL);
  own = sample_list (authority, key, NULL, 0, 7);
  from_stamper =
      sample_list (sample_stamper_get_authority (stamper), sample_stamper_get_key (stamper), NULL, 0, 7);
  {
    g_autoptr (GBytes) finished = sample_finished ();

    sealed = sample_sign (finished, NULL, signer, TRUE);
  }
  stamped = sample_stamp (stamper, sealed, EUP_STAMP_SIGNATURE);
  long_term = append (stamped, own, from_stamper, NULL);
  g_assert_nonnull (long_term);
  archived = sample_stamp (stamper, long_term, EUP_STAMP_ARCHIVE);
#define ADD(name) g_test_add_func ("/validation/" #name, name)
  ADD (each_step_reaches_its_level);
  ADD (answers_of_ocsp_do_as_well);
  ADD (what_is_missing_is_named);
  ADD (lists_that_say_nothing_about_it_do_not_count);
  ADD (revoked_certificates_are_found);
  ADD (whoever_is_on_a_list_is_not_known);
  ADD (self_made_certificates_are_unknown);
  ADD (records_that_are_not_ready_are_refused);
  ADD (files_that_are_nothing_of_it_are_refused);
  ADD (only_what_is_needed_goes_in);
  ADD (changed_bytes_are_never_good);
  ADD (pieces_that_nobody_holds_are_not_ours);
  ADD (cut_off_data_is_never_good);
  status = g_test_run ();
  g_object_unref (signer);
  sample_stamper_free (stamper);
  for (guint i = 0; i < 8; i++)
    g_bytes_unref (
        (GBytes *[]) { authority, key, own, from_stamper, sealed, stamped, long_term, archived }[i]);
  return status;
}
