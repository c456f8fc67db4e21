/* Who signed, who is known, and what is no record of ours. */

#include "verify-test.h"

#include "sample-pages.h"

#include "record/eup-finish.h"
#include "util/eup-digest.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>

static void
one_signature_is_sealed_and_unchanged (void)
{
  g_autoptr (EupVerdict) verdict = verify_test_run (sealed);
  EupVerdictSignature *signature = verify_test_signature (verdict, 0);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_true (eup_verdict_is_good (verdict));
  g_assert_cmpstr (verdict->document_id, ==, "EUP-2026-0001");
  g_assert_cmpstr (verdict->method, ==, "welfare-technology 1.0");
  g_assert_cmpuint (verdict->signatures->len, ==, 1);
  g_assert_cmpstr (signature->name, ==, "Åsa Ek");
  g_assert_cmpstr (signature->reason, ==, "Beslut");
  g_assert_cmpstr (signature->role, ==, "enhetschef");
  g_assert_cmpstr (signature->place, ==, "Västerås");
  g_assert_cmpstr (signature->slot, ==, "decision-maker");
  g_assert_nonnull (signature->time);
  g_assert_true (signature->intact && signature->whole && signature->last && signature->known);
  g_assert_false (verdict->certificate_unknown);
}

static void
second_signature_is_signed_later_by_others (void)
{
  g_autoptr (EupVerdict) verdict = verify_test_run (twice);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SIGNED_LATER);
  g_assert_true (eup_verdict_is_good (verdict));
  g_assert_cmpuint (verdict->signatures->len, ==, 2);
  g_assert_false (verify_test_signature (verdict, 0)->last);
  g_assert_true (verify_test_signature (verdict, 1)->last);
  g_assert_cmpstr (verify_test_signature (verdict, 1)->name, ==, "Bo Dahl");
  g_assert_true (verify_test_signature (verdict, 0)->known);
  g_assert_false (verify_test_signature (verdict, 1)->known); /* of another authority */
  g_assert_true (verdict->certificate_unknown);
}

static void
without_trust_nobody_is_known (void)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (sealed, NULL, NULL);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_true (verdict->certificate_unknown);
}

/* A file with a key may come without the authority above it; who knows the authority still knows the
 * signer. */
static void
certificate_without_its_authority_can_be_known (void)
{
  g_autoptr (EupSigner) alone = sample_signer ("Eva Sund", "--alone");
  g_autoptr (GBytes) authority = sample_authority ();
  g_autoptr (EupTrust) own = eup_trust_new ();
  g_autoptr (GBytes) pdf = sample_sign (finished, NULL, alone, TRUE);
  g_autoptr (EupVerdict) verdict = NULL;

  g_assert_true (eup_trust_add (own, authority, NULL));
  verdict = eup_verify_run (pdf, own, NULL);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_false (verdict->certificate_unknown);
  verify_test_expect (pdf, EUP_VERDICT_SEALED);
}

static void
certificate_must_hold_when_it_signs (void)
{
  g_autoptr (EupSignature) details = eup_signature_new ("2019-05-01T12:00:00+02:00");
  g_autoptr (GBytes) pdf = eup_sign_append (finished, NULL, signer, details, NULL);
  g_autoptr (EupVerdict) verdict = verify_test_run (pdf);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_true (verdict->certificate_unknown);
}

/* Signs at a time of its own, as a clock that is wrong would, with a certificate of certificate.sh. */
static void
expect_standing (const char *options, const char *time, gboolean authority_is_known, EupStanding expected)
{
  g_autoptr (EupSigner) somebody = sample_signer ("Eva Sund", options);
  g_autoptr (GBytes) authority = sample_authority ();
  g_autoptr (EupTrust) own = eup_trust_new ();
  g_autoptr (EupSignature) details = eup_signature_new (time);
  g_autoptr (GBytes) pdf = eup_sign_append (finished, NULL, somebody, details, NULL);
  g_autoptr (EupVerdict) verdict = NULL;

  if (authority_is_known)
    g_assert_true (eup_trust_add (own, authority, NULL));
  verdict = eup_verify_run (pdf, own, NULL);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SEALED);
  g_assert_cmpstr (eup_standing_to_nick (verify_test_signature (verdict, 0)->standing), ==,
                   eup_standing_to_nick (expected));
  g_assert_cmpstr (((EupChainLink *) verify_test_signature (verdict, 0)->chain->pdata[0])->name, ==,
                   "Eva Sund");
}

static void
each_fault_of_a_certificate_has_its_word (void)
{
  expect_standing (NULL, "2026-05-01T12:00:00+02:00", TRUE, EUP_STANDING_KNOWN);
  expect_standing (NULL, "2026-05-01T12:00:00+02:00", FALSE, EUP_STANDING_UNKNOWN);
  expect_standing ("--self", "2026-05-01T12:00:00+02:00", FALSE, EUP_STANDING_SELF_MADE);
  expect_standing (NULL, "2019-05-01T12:00:00+02:00", TRUE, EUP_STANDING_NOT_YET);
  expect_standing (NULL, "2019-05-01T12:00:00+02:00", FALSE, EUP_STANDING_NOT_YET);
  expect_standing ("--days 600", "2049-05-01T12:00:00+02:00", TRUE, EUP_STANDING_EXPIRED);
}

static void
chain_names_each_issuer_and_where_it_is_known_from (void)
{
  g_autoptr (EupVerdict) verdict = verify_test_run (twice);
  GPtrArray *known = verify_test_signature (verdict, 0)->chain,
            *unknown = verify_test_signature (verdict, 1)->chain;
  const EupChainLink *signer_link = known->pdata[0], *above = known->pdata[1];

  g_assert_cmpuint (known->len, ==, 2);
  g_assert_cmpstr (signer_link->issuer, ==, above->name);
  g_assert_cmpstr (eup_origin_to_nick (signer_link->origin), ==, "none");
  g_assert_cmpstr (eup_origin_to_nick (above->origin), ==, "own");
  g_assert_cmpstr (signer_link->from, ==, "2026-01-01");
  g_assert_cmpuint (unknown->len, >=, 1);
  for (guint i = 0; i < unknown->len; i++)
    g_assert_cmpint ((int) ((EupChainLink *) unknown->pdata[i])->origin, ==, EUP_ORIGIN_NONE);
}

/* What a certificate is made for is asked even of one that is known itself. */
static void
wrong_use_is_told (void)
{
  g_autoptr (GBytes) p12 = sample_p12 ("server.example", "--extended serverAuth");
  g_autoptr (GBytes) authority = sample_authority ();
  g_autoptr (EupTrust) own = eup_trust_new ();
  g_autoptr (GBytes) certificate = sample_certificate (p12);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_true (eup_trust_add (own, authority, NULL));
  g_assert_cmpint ((int) eup_trust_judge (own, certificate, NULL, now, FALSE, NULL), ==,
                   EUP_STANDING_WRONG_USE);
}

static void
trust_folders_tell_what_is_broken (void)
{
  g_autoptr (EupTrust) own = eup_trust_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_dir_make_tmp ("euphoria-trust.XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "broken.pem", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "MII", -1, NULL));
  g_assert_true (eup_trust_add_folder (own, folder, problems, &error));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "broken.pem: There is no certificate"));
  g_unlink (path);
  g_rmdir (folder);
  g_assert_false (eup_trust_add_folder (own, folder, problems, &error));
  g_assert_error (error, EUP_TRUST_ERROR, EUP_TRUST_ERROR_NO_FOLDER);
}

static void
trust_needs_a_certificate (void)
{
  g_autoptr (EupTrust) empty = eup_trust_new ();
  const char *const texts[] = { "", "no certificate", "-----BEGIN CERTIFICATE-----\nMII\n",
                                "\x30\x03\x02\x01\x01" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_false (eup_trust_add (empty, bytes, &error));
      g_assert_error (error, EUP_TRUST_ERROR, EUP_TRUST_ERROR_UNUSABLE);
    }
  g_assert_true (
      eup_trust_add (empty, eup_signer_get_certificate (signer), NULL)); /* DER, and not an authority */
}

static void
record_without_signature_is_not_signed (void)
{
  g_autoptr (EupVerdict) verdict = verify_test_run (finished);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_NOT_SIGNED);
  g_assert_false (eup_verdict_is_good (verdict));
  g_assert_cmpstr (verdict->document_id, ==, "EUP-2026-0001");
}

static void
other_files_are_not_ours (void)
{
  g_autoptr (EupPages) raw = sample_pages_new ();
  const char *const texts[] = { "", "%PDF-1.7", "Dear diary", "/ByteRange [0 1 2 3]", "\xff\xfe\x00 binary" };

  verify_test_expect (raw->pdf, EUP_VERDICT_NOT_OURS);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      verify_test_expect (bytes, EUP_VERDICT_NOT_OURS);
    }
}

static void
larger_files_than_any_record_are_not_read (void)
{
  gsize size = (gsize) EUP_VERIFY_MOST_BYTES + 1;
  void *nothing = mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  g_autoptr (GBytes) bytes = g_bytes_new_static (nothing, size);
  g_autoptr (GError) error = NULL;

  g_assert_true (nothing != MAP_FAILED);
  g_assert_null (eup_verify_run (bytes, NULL, &error));
  g_assert_error (error, EUP_VERIFY_ERROR, EUP_VERIFY_ERROR_TOO_LARGE);
  munmap (nothing, size);
}

static void
twin_is_compared_by_its_digest (void)
{
  g_autoptr (EupPages) pages = sample_pages_new ();
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (GBytes) twin = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) changed = g_bytes_new_static ("{ }", 3);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) done = NULL;
  g_autoptr (EupVerdict) verdict = NULL;

  g_free (info->twin_digest);
  info->twin_digest = eup_digest_bytes (twin);
  pdf = eup_finish_run (pages, info, NULL);
  done = sample_sign (pdf, NULL, signer, TRUE);
  verdict = verify_test_run (done);
  g_assert_true (eup_verdict_matches_twin (verdict, twin));
  g_assert_false (eup_verdict_matches_twin (verdict, changed));
}

static void
every_verdict_has_its_word (void)
{
  for (int kind = EUP_VERDICT_SEALED; kind <= (int) EUP_VERDICT_NOT_OURS; kind++)
    for (int earlier = 0; earlier < kind; earlier++)
      g_assert_cmpstr (eup_verdict_kind_to_nick ((EupVerdictKind) kind), !=,
                       eup_verdict_kind_to_nick ((EupVerdictKind) earlier));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  verify_test_set_up ();
#define ADD(name) g_test_add_func ("/verify/" #name, name)
  ADD (one_signature_is_sealed_and_unchanged);
  ADD (second_signature_is_signed_later_by_others);
  ADD (without_trust_nobody_is_known);
  ADD (certificate_without_its_authority_can_be_known);
  ADD (certificate_must_hold_when_it_signs);
  ADD (trust_needs_a_certificate);
  ADD (each_fault_of_a_certificate_has_its_word);
  ADD (chain_names_each_issuer_and_where_it_is_known_from);
  ADD (wrong_use_is_told);
  ADD (trust_folders_tell_what_is_broken);
  ADD (record_without_signature_is_not_signed);
  ADD (other_files_are_not_ours);
  ADD (larger_files_than_any_record_are_not_read);
  ADD (twin_is_compared_by_its_digest);
  ADD (every_verdict_has_its_word);
  status = g_test_run ();
  verify_test_tear_down ();
  return status;
}
