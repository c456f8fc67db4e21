#include "record/eup-hand-off.h"

#include "sample-signed.h"
#include "sample-stamp.h"

#include "record/eup-sign-private.h"
#include "record/eup-verify.h"

#include <string.h>

static EupSigner *signer, *other;
static GBytes *finished, *sealed, *twice;

static void
expect_taken (GBytes *handed, GBytes *returned)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (eup_hand_off_check (handed, returned, &error));
  g_assert_no_error (error);
}

static void
expect_refused (GBytes *handed, GBytes *returned, EupHandOffError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (eup_hand_off_check (handed, returned, &error));
  g_assert_error (error, EUP_HAND_OFF_ERROR, (int) code);
}

static void
signatures_are_taken_back (void)
{
  g_autoptr (SampleStamper) stamper = sample_stamper_new ("Tidsstämpel AB", NULL);
  g_autoptr (GBytes) stamped = sample_stamp (stamper, sealed, EUP_STAMP_SIGNATURE);
  g_autoptr (GBytes) last_place = sample_sign (finished, "nurse", other, FALSE);

  expect_taken (finished, sealed);
  expect_taken (finished, twice);
  expect_taken (sealed, twice);
  expect_taken (finished, stamped);
  expect_taken (finished, last_place);
}

static void
what_nobody_signed_is_refused (void)
{
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (GBytes) blank = NULL;

  g_byte_array_append (longer, g_bytes_get_data (finished, NULL), (guint) g_bytes_get_size (finished));
  g_byte_array_append (longer, (const guint8 *) "\n", 1);
  blank = g_byte_array_free_to_bytes (g_steal_pointer (&longer));
  expect_refused (finished, finished, EUP_HAND_OFF_ERROR_UNSIGNED);
  expect_refused (sealed, sealed, EUP_HAND_OFF_ERROR_UNSIGNED);
  expect_refused (finished, blank, EUP_HAND_OFF_ERROR_UNSIGNED);
}

static void
other_files_are_refused (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Dear archive", 12);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) again = sample_sign (finished, NULL, signer, TRUE);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  g_autoptr (GBytes) touched = NULL;

  copy[300] ^= 1;
  touched = g_bytes_new (copy, g_bytes_get_size (sealed));
  expect_refused (finished, text, EUP_HAND_OFF_ERROR_OTHER_FILE);
  expect_refused (finished, nothing, EUP_HAND_OFF_ERROR_OTHER_FILE);
  expect_refused (nothing, sealed, EUP_HAND_OFF_ERROR_OTHER_FILE);
  expect_refused (finished, touched, EUP_HAND_OFF_ERROR_OTHER_FILE);
  expect_refused (twice, sealed, EUP_HAND_OFF_ERROR_OTHER_FILE); /* fewer than went out */
}

/* A revision that writes the page once more with @to for @from, before anybody signs. */
static GBytes *
edit_page (GBytes *pdf, const char *from, const char *to)
{
  g_autoptr (EupIncrement) increment = eup_increment_new (pdf, NULL);
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  qpdf_oh page = qpdf_get_page_n (q, 0);
  g_autoptr (GString) text = g_string_new (qpdf_oh_unparse_resolved (q, page));

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  eup_increment_begin (increment, qpdf_oh_get_object_id (q, page), 0);
  g_string_append (increment->bytes, text->str);
  eup_increment_end (increment);
  eup_increment_finish (increment, q, eup_qpdf_count_objects (q));
  return g_string_free_to_bytes (g_steal_pointer (&increment->bytes));
}

static void
changes_below_a_signature_are_refused (void)
{
  g_autoptr (GBytes) edited = edit_page (finished, "/MediaBox", "/Rotate 90 /MediaBox");
  g_autoptr (GBytes) over = sample_sign (edited, NULL, signer, TRUE);
  g_autoptr (GBytes) after = edit_page (sealed, "/MediaBox", "/Rotate 90 /MediaBox");
  g_autoptr (GBytes) between = sample_sign (after, NULL, other, FALSE);

  expect_refused (finished, over, EUP_HAND_OFF_ERROR_CHANGED);
  expect_refused (finished, after, EUP_HAND_OFF_ERROR_CHANGED);
  expect_refused (finished, between, EUP_HAND_OFF_ERROR_CHANGED);
  expect_refused (sealed, between, EUP_HAND_OFF_ERROR_CHANGED);
}

static void
broken_signatures_are_refused (void)
{
  gsize size = g_bytes_get_size (sealed);
  const char *data = g_bytes_get_data (sealed, NULL);
  gsize room = (gsize) ((const char *) memmem (data, size, "/Contents <30", 13) - data) + 11;
  g_autofree guint8 *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) damaged = NULL;

  copy[room + 2000] = copy[room + 2000] == '0' ? '1' : '0';
  damaged = g_bytes_new (copy, size);
  expect_refused (finished, damaged, EUP_HAND_OFF_ERROR_CHANGED);
}

#define ROOM 8192

/* Signs as a service does that knows nothing of the record's places: in a field of its own. */
static GBytes *
sign_in_own_field (GBytes *pdf, const char *rectangle, const char *more)
{
  g_autoptr (EupIncrement) increment = eup_increment_new (pdf, NULL);
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  qpdf_oh form = qpdf_oh_get_key (q, qpdf_get_root (q), "/AcroForm"), page = qpdf_get_page_n (q, 0);
  int id = eup_qpdf_count_objects (q);
  g_autoptr (GString) form_text = g_string_new (qpdf_oh_unparse_resolved (q, form));
  g_autoptr (GString) page_text = g_string_new (qpdf_oh_unparse_resolved (q, page));
  g_autofree char *zeros = g_strnfill (2 * ROOM, '0'), *reference = g_strdup_printf (" %d 0 R ]", id);
  g_autofree char *range = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GBytes) covered = NULL;
  g_autoptr (GBytes) cms = NULL;
  GString *out = increment->bytes;
  gsize hole, resume;
  char *end = strchr (strstr (page_text->str, "/Annots"), ']');

  g_string_replace (form_text, " ]", reference, 1);
  g_string_erase (page_text, end - page_text->str, 1);
  g_string_insert (page_text, end - page_text->str, reference);
  eup_increment_begin (increment, qpdf_oh_get_object_id (q, form), 0);
  g_string_append (out, form_text->str);
  eup_increment_end (increment);
  eup_increment_begin (increment, qpdf_oh_get_object_id (q, page), 0);
  g_string_append (out, page_text->str);
  eup_increment_end (increment);
  eup_increment_begin (increment, id, 0);
  g_string_append_printf (
      out, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Service) /F 132 /Rect %s /V %d 0 R %s >>",
      rectangle, id + 1, more);
  eup_increment_end (increment);
  eup_increment_begin (increment, id + 1, 0);
  g_string_append_printf (out,
                          "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
                          " /ByteRange [0 ?????????? ?????????? ??????????] /Contents <%s> >>",
                          zeros);
  eup_increment_end (increment);
  eup_increment_finish (increment, q, id + 2);
  hole = (gsize) (strstr (out->str + g_bytes_get_size (pdf), "/Contents <") - out->str) + 10;
  resume = hole + 2 * ROOM + 2;
  range = g_strdup_printf ("%010" G_GSIZE_FORMAT " %010" G_GSIZE_FORMAT " %010" G_GSIZE_FORMAT, hole, resume,
                           out->len - resume);
  memcpy (strstr (out->str + g_bytes_get_size (pdf), "??????????"), range, strlen (range));
  g_byte_array_append (content, (guint8 *) out->str, (guint) hole);
  g_byte_array_append (content, (guint8 *) out->str + resume, (guint) (out->len - resume));
  covered = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  cms = eup_signer_sign (other, covered, NULL);
  g_assert_true (eup_sign_fill_hole (out, hole, ROOM, cms, NULL));
  return g_string_free_to_bytes (g_steal_pointer (&increment->bytes));
}

static void
field_of_its_own_that_shows_nothing_is_taken_back (void)
{
  g_autoptr (GBytes) open = sample_sign (finished, NULL, signer, FALSE);
  g_autoptr (GBytes) hidden = sign_in_own_field (finished, "[0 0 0 0]", "");
  g_autoptr (GBytes) second = sign_in_own_field (open, "[0 0 0 0]", "");
  g_autoptr (EupVerdict) verdict = eup_verify_run (second, NULL, NULL);

  expect_taken (finished, hidden);
  expect_taken (open, second);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_EXTENDED);
}

static void
field_of_its_own_that_does_more_is_refused (void)
{
  g_autoptr (GBytes) large = sign_in_own_field (finished, "[50 50 300 400]", "");
  g_autoptr (GBytes) acts =
      sign_in_own_field (finished, "[0 0 0 0]", "/AA << /PO << /S /JavaScript /JS (app.alert\\(1\\)) >> >>");
  g_autoptr (GBytes) certified = sign_in_own_field (sealed, "[0 0 0 0]", ""); /* which allows no new fields */

  expect_refused (finished, large, EUP_HAND_OFF_ERROR_CHANGED);
  expect_refused (finished, acts, EUP_HAND_OFF_ERROR_CHANGED);
  expect_refused (sealed, certified, EUP_HAND_OFF_ERROR_CHANGED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  signer = sample_signer ("Åsa Ek", NULL);
  other = sample_signer ("Bo Dahl", "--key ec");
  finished = sample_finished ();
  sealed = sample_sign (finished, NULL, signer, TRUE);
  twice = sample_sign (sealed, NULL, other, FALSE);
#define ADD(name) g_test_add_func ("/hand-off/" #name, name)
  ADD (signatures_are_taken_back);
  ADD (what_nobody_signed_is_refused);
  ADD (other_files_are_refused);
  ADD (changes_below_a_signature_are_refused);
  ADD (broken_signatures_are_refused);
  ADD (field_of_its_own_that_shows_nothing_is_taken_back);
  ADD (field_of_its_own_that_does_more_is_refused);
  status = g_test_run ();
  g_object_unref (signer);
  g_object_unref (other);
  g_bytes_unref (finished);
  g_bytes_unref (sealed);
  g_bytes_unref (twice);
  return status;
}
