#include "verify-test.h"

EupSigner *signer, *other;
EupTrust *trust;
GBytes *finished, *sealed, *twice;

EupVerdict *
verify_test_run (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  EupVerdict *verdict = eup_verify_run (pdf, trust, &error);

  g_assert_no_error (error);
  return verdict;
}

void
verify_test_expect (GBytes *pdf, EupVerdictKind kind)
{
  g_autoptr (EupVerdict) verdict = verify_test_run (pdf);

  if (verdict->kind != kind)
    g_test_message ("expected %s, found %s: %s", eup_verdict_kind_to_nick (kind),
                    eup_verdict_kind_to_nick (verdict->kind), verdict->detail);
  g_assert_cmpint ((int) verdict->kind, ==, (int) kind);
}

EupVerdictSignature *
verify_test_signature (const EupVerdict *verdict, guint index)
{
  return g_ptr_array_index (verdict->signatures, index);
}

void
verify_test_set_up (void)
{
  g_autoptr (GBytes) authority = NULL;

  signer = sample_signer ("Åsa Ek", NULL);
  authority = sample_authority ();
  other = sample_signer ("Bo Dahl", "--key ec");
  trust = eup_trust_new ();
  g_assert_true (eup_trust_add (trust, authority, NULL));
  finished = sample_finished ();
  sealed = sample_sign (finished, NULL, signer, TRUE);
  twice = sample_sign (sealed, NULL, other, FALSE);
}

void
verify_test_tear_down (void)
{
  g_object_unref (signer);
  g_object_unref (other);
  eup_trust_free (trust);
  g_bytes_unref (finished);
  g_bytes_unref (sealed);
  g_bytes_unref (twice);
}
