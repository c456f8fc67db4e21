/* The twin inside a record: how it is attached, and what the verifier says when it is not the right one. */

#include "record/eup-finish.h"
#include "record/eup-verify.h"

#include "sample-pages.h"
#include "sample-signed.h"

#include <string.h>

static EupSigner *signer;

static GBytes *
make (GBytes *twin)
{
  g_autoptr (EupPages) pages = sample_pages_new ();
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  sample_attach (info, twin);
  pdf = eup_finish_run (pages, info, &error);
  g_assert_no_error (error);
  return pdf;
}

static GBytes *
make_sample (void)
{
  g_autoptr (GBytes) twin = g_bytes_new_static (SAMPLE_TWIN, strlen (SAMPLE_TWIN));

  return make (twin);
}

/* The first @old after @anchor; the same length, so that the table still fits. */
static GBytes *
replace (GBytes *pdf, const char *anchor, const char *old, const char *new)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  guint8 *copy = g_memdup2 (data, size);
  guint8 *start = memmem (copy, size, anchor, strlen (anchor));
  guint8 *place = start ? memmem (start, size - (gsize) (start - copy), old, strlen (old)) : NULL;

  g_assert_cmpuint (strlen (old), ==, strlen (new));
  g_assert_nonnull (place);
  memcpy (place, new, strlen (new));
  return g_bytes_new_take (copy, size);
}

/* Whoever signs what is wrong does not make it right. */
static void
assert_not_ours (GBytes *pdf)
{
  g_autoptr (GBytes) sealed = sample_sign (pdf, NULL, signer, TRUE);
  GBytes *both[] = { pdf, sealed };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autoptr (EupVerdict) verdict = eup_verify_run (both[i], NULL, NULL);

      g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_NOT_OURS);
      g_assert_cmpstr (verdict->detail, ==, "what is attached to it is not the data that its metadata names");
      g_assert_null (verdict->twin);
    }
}

static void
twin_comes_out_as_it_went_in (void)
{
  g_autoptr (GBytes) pdf = make_sample ();
  g_autoptr (GBytes) sealed = sample_sign (pdf, NULL, signer, TRUE);
  g_autoptr (GBytes) twice = sample_sign (sealed, NULL, signer, FALSE);
  GBytes *files[] = { pdf, sealed, twice };
  const EupVerdictKind kinds[] = { EUP_VERDICT_NOT_SIGNED, EUP_VERDICT_SEALED, EUP_VERDICT_SIGNED_LATER };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (EupVerdict) verdict = eup_verify_run (files[i], NULL, NULL);

      g_assert_cmpint ((int) verdict->kind, ==, (int) kinds[i]);
      g_assert_nonnull (verdict->twin);
      g_assert_cmpmem (g_bytes_get_data (verdict->twin, NULL), g_bytes_get_size (verdict->twin), SAMPLE_TWIN,
                       strlen (SAMPLE_TWIN));
    }
}

static void
without_a_twin_inside_there_is_none (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (EupVerdict) verdict = eup_verify_run (pdf, NULL, NULL);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_NOT_SIGNED);
  g_assert_null (verdict->twin);
}

static void
same_twin_gives_the_same_bytes (void)
{
  g_autoptr (GBytes) one = make_sample ();
  g_autoptr (GBytes) two = make_sample ();

  g_assert_true (g_bytes_equal (one, two));
}

static void
another_twin_is_not_attached (void)
{
  g_autoptr (EupPages) pages = sample_pages_new ();
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  info->twin = g_bytes_new_static (SAMPLE_TWIN, strlen (SAMPLE_TWIN));
  pdf = eup_finish_run (pages, info, &error);
  g_assert_null (pdf);
  g_assert_error (error, EUP_FINISH_ERROR, EUP_FINISH_ERROR_INCOMPLETE);
}

static void
metadata_that_names_another_is_found (void)
{
  g_autoptr (GBytes) twin = g_bytes_new_static (SAMPLE_TWIN, strlen (SAMPLE_TWIN));
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, twin);
  g_autofree char *other = g_strdup (digest);
  g_autoptr (GBytes) pdf = make_sample ();
  g_autoptr (GBytes) changed = NULL;

  other[0] = digest[0] == '0' ? '1' : '0';
  changed = replace (pdf, "<euphoria:twinDigest>", digest, other);
  assert_not_ours (changed);
}

static void
file_that_hangs_elsewhere_is_found (void)
{
  static const char *const changes[][3] = {
    { "%PDF", "/AF", "/AG" },
    { "%PDF", "/EmbeddedFiles", "/EmbeddedPiles" },
    { "/EmbeddedFiles", "/Names", "/Namez" },
    { "/AFRelationship", "/EF", "/EG" },
    { "/AFRelationship /Data", "/UF", "/UG" },
    { "/AFRelationship /Data", "/F", "/G" },
    { "/application#2fjson", "stream\nx", "stream\nX" }, /* it no longer unpacks */
  };
  g_autoptr (GBytes) pdf = make_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GBytes) changed = NULL;

      g_test_message ("%s", changes[i][2]);
      changed = replace (pdf, changes[i][0], changes[i][1], changes[i][2]);
      assert_not_ours (changed);
    }
}

/* Packed it is small. */
static void
twin_without_end_is_not_unpacked (void)
{
  gsize size = 33 * 1024 * 1024;
  g_autoptr (GBytes) twin = g_bytes_new_take (g_strnfill (size, ' '), size);
  g_autoptr (GBytes) pdf = make (twin);

  g_assert_cmpuint (g_bytes_get_size (pdf), <, 1024 * 1024);
  assert_not_ours (pdf);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  signer = sample_signer ("Åsa Ek", "--key ec");
#define ADD(name) g_test_add_func ("/attached/" #name, name)
  ADD (twin_comes_out_as_it_went_in);
  ADD (without_a_twin_inside_there_is_none);
  ADD (same_twin_gives_the_same_bytes);
  ADD (another_twin_is_not_attached);
  ADD (metadata_that_names_another_is_found);
  ADD (file_that_hangs_elsewhere_is_found);
  ADD (twin_without_end_is_not_unpacked);
#undef ADD
  status = g_test_run ();
  g_object_unref (signer);
  return status;
}
