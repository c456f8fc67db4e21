#include "record/eup-sign.h"

#include "sample-pages.h"
#include "sample-signed.h"

#include "record/eup-finish.h"
#include "record/eup-qpdf.h"

#include <string.h>

static EupSigner *signer;

static gboolean
starts_with (GBytes *longer, GBytes *shorter)
{
  return g_bytes_get_size (longer) > g_bytes_get_size (shorter) &&
         memcmp (g_bytes_get_data (longer, NULL), g_bytes_get_data (shorter, NULL),
                 g_bytes_get_size (shorter)) == 0;
}

static qpdf_oh
get_field (EupQpdf q, int index)
{
  qpdf_oh form = qpdf_oh_get_key (q, qpdf_get_root (q), "/AcroForm");

  return qpdf_oh_get_array_item (q, qpdf_oh_get_key (q, form, "/Fields"), index);
}

static void
signing_only_appends (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (GBytes) one = sample_sign (pdf, NULL, signer, TRUE);
  g_autoptr (GBytes) two = sample_sign (one, NULL, signer, FALSE);

  g_assert_true (starts_with (one, pdf));
  g_assert_true (starts_with (two, one));
  g_assert_cmpuint (g_bytes_get_size (one) - g_bytes_get_size (pdf), <, 60000);
}

static void
signature_says_who_why_where_and_when (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (GBytes) sealed = sample_sign (pdf, "nurse", signer, TRUE);
  g_auto (EupQpdf) q = eup_qpdf_open (sealed, NULL);
  qpdf_oh value = qpdf_oh_get_key (q, get_field (q, 1), "/V");
  g_autofree char *name = eup_qpdf_dup_text (q, value, "/Name");
  g_autofree char *reason = eup_qpdf_dup_text (q, value, "/Reason");
  g_autofree char *place = eup_qpdf_dup_text (q, value, "/Location");

  g_assert_cmpstr (name, ==, "Åsa Ek");
  g_assert_cmpstr (reason, ==, "Beslut");
  g_assert_cmpstr (place, ==, "Västerås");
  g_assert_cmpstr (qpdf_oh_get_name (q, qpdf_oh_get_key (q, value, "/SubFilter")), ==,
                   "/ETSI.CAdES.detached");
  g_assert_true (qpdf_oh_is_null (q, eup_qpdf_get (q, get_field (q, 0), "/V")));
  g_assert_true (qpdf_oh_has_key (q, qpdf_oh_get_key (q, qpdf_get_root (q), "/Perms"), "/DocMDP"));
}

static void
appearance_is_drawn_without_fonts (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (EupSignature) details = sample_signature ("Beslut");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) operators = NULL;
  g_autofree char *text = NULL;
  EupQpdf q;
  qpdf_oh stream;

  g_set_str (&details->role, "安娜·林德, a role (with brackets) that is far too long for such a place");
  sealed = eup_sign_append (pdf, NULL, signer, details, &error);
  g_assert_no_error (error);
  q = eup_qpdf_open (sealed, NULL);
  stream = qpdf_oh_get_key (q, qpdf_oh_get_key (q, get_field (q, 0), "/AP"), "/N");
  operators = eup_qpdf_get_stream (q, stream, TRUE);
  text = g_strndup (g_bytes_get_data (operators, NULL), g_bytes_get_size (operators));
  g_assert_nonnull (strstr (text, " c\n"));
  g_assert_true (g_str_has_suffix (text, "f\n"));
  g_assert_null (strstr (text, "Tf"));
  eup_qpdf_close (q);
}

static void
expect_refusal (GBytes *pdf, const char *slot, EupSignature *details, EupSignError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = eup_sign_append (pdf, slot, signer, details, &error);

  g_assert_null (sealed);
  g_assert_error (error, EUP_SIGN_ERROR, (int) code);
}

static void
places_that_are_filled_or_missing_are_refused (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (GBytes) one = sample_sign (pdf, "nurse", signer, FALSE);
  g_autoptr (GBytes) two = sample_sign (one, NULL, signer, FALSE);
  g_autoptr (EupSignature) details = sample_signature ("Beslut");

  expect_refusal (one, "nurse", details, EUP_SIGN_ERROR_NO_SLOT);
  expect_refusal (one, "nobody", details, EUP_SIGN_ERROR_NO_SLOT);
  expect_refusal (two, NULL, details, EUP_SIGN_ERROR_NO_SLOT);
}

static void
documents_that_are_no_records_are_refused (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (EupPages) raw = sample_pages_new ();
  g_autoptr (EupSignature) details = sample_signature ("Beslut");
  gsize size = g_bytes_get_size (pdf);
  const gsize lengths[] = { 0, 10, size / 2, size - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (pdf, 0, lengths[i]);

      expect_refusal (part, NULL, details, EUP_SIGN_ERROR_UNREADABLE);
    }
  expect_refusal (raw->pdf, NULL, details, EUP_SIGN_ERROR_UNREADABLE);
}

/* No signer can put together what is not there: whose it is, the witness, the strokes. */
static void
half_an_acknowledgement_is_refused (void)
{
  static const char *const answers[] = { "drawn", "said", "not-asked", "signed" };
  g_autoptr (GBytes) pdf = sample_finished ();

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (EupSignature) details = sample_signature (NULL);
      EupAcknowledgement *of = eup_shape_new (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT));

      details->acknowledges = g_strdup ("Per B.");
      details->acknowledgement = of;
      of->answer = g_strdup (answers[i]);
      of->words = g_strdup ("Reste");
      of->at = g_strdup ("2026-12-03T10:05:00+01:00");
      expect_refusal (pdf, NULL, details, EUP_SIGN_ERROR_ACKNOWLEDGEMENT);
      of->witness = g_strdup ("Lena Sand");
      of->drawing = i == 0 ? g_strsplit ("1,1 2001,2", "|", -1) : NULL;
      if (i != 1)
        expect_refusal (pdf, NULL, details, EUP_SIGN_ERROR_ACKNOWLEDGEMENT);
      g_clear_pointer (&details->acknowledges, g_free);
      expect_refusal (pdf, NULL, details, EUP_SIGN_ERROR_ACKNOWLEDGEMENT);
    }
}

static EupSignature *
drawn_acknowledgement (void)
{
  EupSignature *details = eup_signature_new ("2026-12-03T10:06:00+01:00");
  EupAcknowledgement *of = eup_shape_new (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT));

  details->acknowledges = g_strdup ("Per B.");
  details->acknowledgement = of;
  of->answer = g_strdup ("drawn");
  of->at = g_strdup ("2026-12-03T10:05:00+01:00");
  of->witness = g_strdup ("Lena Sand");
  of->drawing = g_strsplit ("100,100 500,700 900,200", "|", -1);
  return details;
}

/* What is drawn where an acknowledgement is sealed into a place of @height points. */
static char *
draw_acknowledgement (const char *second, double height)
{
  g_autoptr (EupPages) pages = sample_pages_new ();
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (EupSignature) details = drawn_acknowledgement ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) operators = NULL;
  g_auto (EupQpdf) q = NULL;

  eup_pages_add_slot (pages, eup_slot_new ("spare-1", "Ytterligare", 1, 72, 400, 220, height));
  info->second_language = g_strdup (second);
  pdf = eup_finish_run (pages, info, &error);
  g_assert_no_error (error);
  sealed = eup_sign_append (pdf, NULL, signer, details, &error);
  g_assert_no_error (error);
  q = eup_qpdf_open (sealed, NULL);
  operators =
      eup_qpdf_get_stream (q, qpdf_oh_get_key (q, qpdf_oh_get_key (q, get_field (q, 2), "/AP"), "/N"), TRUE);
  return g_strndup (g_bytes_get_data (operators, NULL), g_bytes_get_size (operators));
}

static void
places_too_low_for_two_languages_speak_the_first (void)
{
  g_autofree char *one = draw_acknowledgement (NULL, 54);
  g_autofree char *same = draw_acknowledgement ("sv", 90);
  g_autofree char *low = draw_acknowledgement ("zh-CN", 54);
  g_autofree char *high = draw_acknowledgement ("zh-CN", 90);

  g_assert_true (g_str_equal (low, one)); /* thousands of numbers: nobody wants to read them */
  g_assert_cmpuint (strlen (high), >, strlen (same));
}

static void
only_the_first_signature_seals (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (GBytes) one = sample_sign (pdf, NULL, signer, TRUE);
  g_autoptr (GBytes) two = sample_sign (one, NULL, signer, TRUE);
  g_auto (EupQpdf) q = eup_qpdf_open (two, NULL);

  g_assert_true (qpdf_oh_has_key (q, qpdf_oh_get_key (q, get_field (q, 0), "/V"), "/Reference"));
  g_assert_false (qpdf_oh_has_key (q, qpdf_oh_get_key (q, get_field (q, 1), "/V"), "/Reference"));
}

static void
unreadable_times_are_refused (void)
{
  g_autoptr (GBytes) pdf = sample_finished ();
  g_autoptr (EupSignature) timeless = eup_signature_new ("yesterday");

  expect_refusal (pdf, NULL, timeless, EUP_SIGN_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  signer = sample_signer ("Åsa Ek", NULL);
#define ADD(name) g_test_add_func ("/sign/" #name, name)
  ADD (signing_only_appends);
  ADD (signature_says_who_why_where_and_when);
  ADD (appearance_is_drawn_without_fonts);
  ADD (places_that_are_filled_or_missing_are_refused);
  ADD (documents_that_are_no_records_are_refused);
  ADD (half_an_acknowledgement_is_refused);
  ADD (places_too_low_for_two_languages_speak_the_first);
  ADD (only_the_first_signature_seals);
  ADD (unreadable_times_are_refused);
  status = g_test_run ();
  g_object_unref (signer);
  return status;
}
