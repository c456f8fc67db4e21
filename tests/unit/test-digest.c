#include "util/eup-digest.h"

static void
digest_is_sha256 (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *digest = eup_digest_bytes (bytes);

  g_assert_cmpstr (digest, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
digest_is_shown_in_groups_of_four (void)
{
  g_autofree char *some = eup_digest_grouped ("0123456789abcdef", 10);
  g_autofree char *all = eup_digest_grouped ("01234567", 0);

  g_assert_cmpstr (some, ==, "0123 4567 89");
  g_assert_cmpstr (all, ==, "0123 4567");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/digest_is_sha256", digest_is_sha256);
  g_test_add_func ("/digest/digest_is_shown_in_groups_of_four", digest_is_shown_in_groups_of_four);
  return g_test_run ();
}
