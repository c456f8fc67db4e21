/* Whatever is changed, added or cut off after signing is found. */

#include "verify-test.h"

#include "record/eup-sign-private.h"

#include <string.h>

#define N_FLIPS 2000

static void
flip (GBytes *pdf, gsize at, guint8 with)
{
  gsize size = g_bytes_get_size (pdf);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (pdf, NULL), size);
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (EupVerdict) verdict = NULL;

  copy[at] ^= with;
  damaged = g_bytes_new_static (copy, size);
  verdict = verify_test_run (damaged);
  if (verdict->kind != EUP_VERDICT_CHANGED)
    g_test_message ("byte %" G_GSIZE_FORMAT " with %02x: %s", at, with,
                    eup_verdict_kind_to_nick (verdict->kind));
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_CHANGED);
}

static void
any_changed_byte_is_found (void)
{
  gsize size = g_bytes_get_size (twice);

  for (guint i = 0; i < N_FLIPS; i++) /* all of them: tests/record/flip.c */
    flip (twice, (gsize) g_test_rand_int_range (0, (gint32) size), (guint8) g_test_rand_int_range (1, 256));
}

/* Where the room for the CMS of the first signature begins. */
static gsize
find_room (GBytes *pdf)
{
  const char *data = g_bytes_get_data (pdf, NULL);
  const char *found = memmem (data, g_bytes_get_size (pdf), "/Contents <30", 13);

  g_assert_nonnull (found);
  return (gsize) (found - data) + 11;
}

/* The CMS holds bytes that its own signature does not cover; each of them is tried here. */
static void
any_changed_digit_of_a_signature_is_found (void)
{
  gsize room = find_room (sealed);
  const char *data = g_bytes_get_data (sealed, NULL);
  g_autofree char *head = g_strndup (data + room + 4, 4);
  gsize length = (g_ascii_strtoull (head, NULL, 16) + 4) * 2;
  const guint8 flips[] = { 1, 2, 4, 8, 0x20 };

  for (gsize at = room; at < room + length + 8; at++)
    flip (sealed, at, flips[at % G_N_ELEMENTS (flips)]);
}

static void
cut_off_records_are_never_good (void)
{
  gsize size = g_bytes_get_size (twice);

  for (guint i = 0; i < 300; i++)
    {
      gsize length = i < 100 ? size - 1 - i : (gsize) g_test_rand_int_range (0, (gint32) size);
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (twice, 0, length);
      g_autoptr (EupVerdict) verdict = verify_test_run (part);

      if (length == g_bytes_get_size (sealed) || length == g_bytes_get_size (finished) ||
          length == g_bytes_get_size (finished) - 1)
        continue; /* just an earlier revision; the line break after the unsigned one is nobody's */
      g_assert_false (eup_verdict_is_good (verdict));
      g_assert_cmpint ((int) verdict->kind, !=, EUP_VERDICT_NOT_SIGNED);
    }
  for (gsize more = 1; more < 1500; more += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (twice, 0, g_bytes_get_size (finished) + more);

      verify_test_expect (part, EUP_VERDICT_CHANGED);
    }
}

/* A revision that replaces object @id, or adds it, as any editor could append it. */
static GBytes *
append_object (GBytes *pdf, int id, const char *text)
{
  g_autoptr (EupIncrement) increment = eup_increment_new (pdf, NULL);
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  int size = eup_qpdf_count_objects (q);

  eup_increment_begin (increment, id > 0 ? id : size, 0);
  g_string_append (increment->bytes, text);
  eup_increment_end (increment);
  eup_increment_finish (increment, q, id > 0 ? size : size + 1);
  return g_string_free_to_bytes (g_steal_pointer (&increment->bytes));
}

/* Writes object @id once more with @from replaced by @to. */
static GBytes *
edit_object (GBytes *pdf, int id, const char *from, const char *to)
{
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  g_autoptr (GString) text = g_string_new (qpdf_oh_unparse_resolved (q, qpdf_get_object_by_id (q, id, 0)));

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return append_object (pdf, id, text->str);
}

static int
object_of (GBytes *pdf, const char *what)
{
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  qpdf_oh root = qpdf_get_root (q);
  qpdf_oh fields = qpdf_oh_get_key (q, qpdf_oh_get_key (q, root, "/AcroForm"), "/Fields");
  qpdf_oh found = root;

  if (strcmp (what, "page") == 0)
    found = qpdf_get_page_n (q, 0);
  else if (strcmp (what, "content") == 0)
    found = qpdf_oh_get_key (q, qpdf_get_page_n (q, 0), "/Contents");
  else if (strcmp (what, "info") == 0)
    found = qpdf_oh_get_key (q, qpdf_get_trailer (q), "/Info");
  else if (strcmp (what, "metadata") == 0)
    found = qpdf_oh_get_key (q, root, "/Metadata");
  else if (strcmp (what, "signed field") == 0)
    found = qpdf_oh_get_array_item (q, fields, 0);
  else if (strcmp (what, "empty field") == 0)
    found = qpdf_oh_get_array_item (q, fields, 1);
  else if (strcmp (what, "signature") == 0)
    found = qpdf_oh_get_key (q, qpdf_oh_get_array_item (q, fields, 0), "/V");
  return qpdf_oh_get_object_id (q, found);
}

static void
appended_revisions_that_change_content_are_found (void)
{
  const struct
  {
    const char *object, *from, *to;
  } edits[] = {
    { "page", "/Tabs /S", "/Tabs /R" },
    { "page", "/MediaBox", "/Rotate 90 /MediaBox" },
    { "info", "/Creator", "/Keywords (more) /Creator" },
    { "root", "/Lang", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Lang" },
    { "signed field", "/V ", "/W " },
    { "signed field", "/AP ", "/AQ " },
    { "signed field", "/F 132", "/F 134" },
    { "empty field", "/F 132", "/F 4" },
    { "signature", "/Reason", "/Raison" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GBytes) edited =
          edit_object (sealed, object_of (sealed, edits[i].object), edits[i].from, edits[i].to);
      g_autoptr (GBytes) signed_over = sample_sign (edited, "nurse", other, FALSE);

      g_test_message ("%s: %s", edits[i].object, edits[i].to);
      verify_test_expect (edited, EUP_VERDICT_CHANGED);
      verify_test_expect (signed_over, EUP_VERDICT_CHANGED);
    }
}

static void
replaced_streams_are_found (void)
{
  const char *const streams[] = { "content", "metadata" };

  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      g_autoptr (GBytes) edited = append_object (sealed, object_of (sealed, streams[i]),
                                                 "<< /Length 13 >>\nstream\n14 into 99 Tj\nendstream");

      verify_test_expect (edited, EUP_VERDICT_CHANGED);
    }
}

static void
additions_that_change_nothing_are_told_apart (void)
{
  g_autoptr (GBytes) unused = append_object (sealed, 0, "<< /Unused true >>");
  g_autoptr (GBytes) again = append_object (unused, 0, "<< /Unused true >>");
  g_autoptr (GBytes) validation =
      edit_object (sealed, object_of (sealed, "root"), "/Lang", "/DSS << >> /Lang");
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (GBytes) blank = NULL;

  g_byte_array_append (longer, g_bytes_get_data (sealed, NULL), (guint) g_bytes_get_size (sealed));
  g_byte_array_append (longer, (const guint8 *) "\n", 1);
  blank = g_byte_array_free_to_bytes (g_steal_pointer (&longer));
  verify_test_expect (unused, EUP_VERDICT_EXTENDED);
  verify_test_expect (again, EUP_VERDICT_EXTENDED);
  verify_test_expect (validation, EUP_VERDICT_EXTENDED);
  verify_test_expect (blank, EUP_VERDICT_EXTENDED);
}

static void
signature_filled_in_without_signing_is_found (void)
{
  g_autoptr (GBytes) edited =
      edit_object (sealed, object_of (sealed, "empty field"), "/F 132", "/F 132 /V << /Type /Sig >>");
  g_autoptr (GBytes) unsigned_edit =
      edit_object (finished, object_of (finished, "empty field"), "/F 132", "/F 132 /V << /Type /Sig >>");

  verify_test_expect (edited, EUP_VERDICT_CHANGED);
  verify_test_expect (unsigned_edit, EUP_VERDICT_CHANGED);
}

#define ROOM_ELSEWHERE 4096

/* Fills the second place as another program would, with @dictionary as the signature. */
static GString *
fill_elsewhere (GBytes *pdf, const char *dictionary)
{
  g_autoptr (EupIncrement) increment = eup_increment_new (pdf, NULL);
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  int size = eup_qpdf_count_objects (q), field = object_of (pdf, "empty field");
  g_autofree char *old = g_strdup (qpdf_oh_unparse_resolved (q, qpdf_get_object_by_id (q, field, 0)));

  eup_increment_begin (increment, field, 0);
  g_string_append_len (increment->bytes, old, (gssize) strlen (old) - 2);
  g_string_append_printf (increment->bytes, "/V %d 0 R >>", size);
  eup_increment_end (increment);
  eup_increment_begin (increment, size, 0);
  g_string_append (increment->bytes, dictionary);
  eup_increment_end (increment);
  eup_increment_finish (increment, q, size + 1);
  return g_steal_pointer (&increment->bytes);
}

static GBytes *
sign_elsewhere (GBytes *pdf)
{
  g_autofree char *zeros = g_strnfill (2 * ROOM_ELSEWHERE, '0');
  g_autofree char *dictionary =
      g_strdup_printf ("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
                       " /ByteRange [0 ?????????? ?????????? ??????????] /Contents <%s> >>",
                       zeros);
  GString *out = fill_elsewhere (pdf, dictionary);
  gsize hole = (gsize) (strstr (out->str + g_bytes_get_size (pdf), "/Contents <") - out->str) + 10;
  gsize resume = hole + 2 * ROOM_ELSEWHERE + 2;
  g_autofree char *range = g_strdup_printf (
      "%010" G_GSIZE_FORMAT " %010" G_GSIZE_FORMAT " %010" G_GSIZE_FORMAT, hole, resume, out->len - resume);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GBytes) covered = NULL;
  g_autoptr (GBytes) cms = NULL;

  memcpy (strstr (out->str + g_bytes_get_size (pdf), "??????????"), range, strlen (range));
  g_byte_array_append (content, (guint8 *) out->str, (guint) hole);
  g_byte_array_append (content, (guint8 *) out->str + resume, (guint) (out->len - resume));
  covered = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  cms = eup_signer_sign (other, covered, NULL);
  for (gsize i = 0; i < g_bytes_get_size (cms); i++)
    {
      guint8 byte = ((const guint8 *) g_bytes_get_data (cms, NULL))[i];

      out->str[hole + 1 + 2 * i] = "0123456789ABCDEF"[byte >> 4];
      out->str[hole + 2 + 2 * i] = "0123456789ABCDEF"[byte & 15];
    }
  return g_string_free_to_bytes (out);
}

static void
signature_of_another_program_is_an_extension (void)
{
  g_autoptr (GBytes) pdf = sign_elsewhere (sealed);
  g_autoptr (EupVerdict) verdict = verify_test_run (pdf);

  verify_test_expect (pdf, EUP_VERDICT_EXTENDED);
  g_assert_cmpuint (verdict->signatures->len, ==, 2);
  g_assert_true (verify_test_signature (verdict, 1)->intact);
  g_assert_cmpstr (verify_test_signature (verdict, 1)->name, ==, "Bo Dahl");
}

/* What was appended in between changes nothing, but is not ours either. */
static void
revision_under_a_later_signature_is_an_extension (void)
{
  g_autoptr (GBytes) between = append_object (sealed, 0, "<< /Unused true >>");
  g_autoptr (GBytes) pdf = sample_sign (between, NULL, other, FALSE);

  verify_test_expect (pdf, EUP_VERDICT_EXTENDED);
}

static void
place_filled_with_something_else_is_found (void)
{
  const char *const values[] = { "<< /Type /Sig >>", "<< /Type /Sig /Contents <30> >>", "(yes)" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GBytes) after = g_string_free_to_bytes (fill_elsewhere (sealed, values[i]));
      g_autoptr (GBytes) before = g_string_free_to_bytes (fill_elsewhere (finished, values[i]));
      g_autoptr (GBytes) sealed_over = sample_sign (before, NULL, signer, FALSE);

      verify_test_expect (after, EUP_VERDICT_CHANGED);
      verify_test_expect (before, EUP_VERDICT_CHANGED);
      verify_test_expect (sealed_over, EUP_VERDICT_CHANGED);
    }
}

static GBytes *
with_room (GBytes *pdf, const char *text)
{
  gsize size = g_bytes_get_size (pdf);
  guint8 *copy = g_memdup2 (g_bytes_get_data (pdf, NULL), size);

  memcpy (copy + find_room (pdf), text, strlen (text));
  return g_bytes_new_take (copy, size);
}

static void
damaged_signatures_are_found (void)
{
  const char *const heads[] = { "00", "30820000",   "30807fffff", "3084ffffffff",
                                "zz", "3003020101", ">>",         "  30" };
  g_autoptr (GBytes) another = sample_sign (finished, NULL, signer, FALSE);
  g_autofree char *foreign =
      g_strndup ((const char *) g_bytes_get_data (another, NULL) + find_room (another), 6000);
  g_autoptr (GBytes) swapped = with_room (sealed, foreign);
  g_autofree char *digits =
      g_strndup ((const char *) g_bytes_get_data (sealed, NULL) + find_room (sealed), 6000);
  g_autofree char *upper = g_ascii_strup (digits, -1);
  g_autoptr (GBytes) shouted = with_room (sealed, upper);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GBytes) damaged = with_room (sealed, heads[i]);

      verify_test_expect (damaged, EUP_VERDICT_CHANGED);
    }
  verify_test_expect (swapped, EUP_VERDICT_CHANGED);
  verify_test_expect (shouted, EUP_VERDICT_CHANGED);
}

static void
damage_is_never_a_crash (void)
{
  for (guint i = 0; i < 300; i++)
    {
      GBytes *source = i % 3 == 0 ? finished : i % 3 == 1 ? sealed : twice;
      gsize size = g_bytes_get_size (source);
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (source, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (EupVerdict) verdict = NULL;

      for (guint n = 0; n < 20; n++)
        copy[g_test_rand_int_range (0, (gint32) size)] = (guint8) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new_static (copy, size);
      verdict = verify_test_run (damaged);
      g_assert_false (eup_verdict_is_good (verdict));
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  verify_test_set_up ();
#define ADD(name) g_test_add_func ("/verify-changed/" #name, name)
  ADD (any_changed_byte_is_found);
  ADD (any_changed_digit_of_a_signature_is_found);
  ADD (cut_off_records_are_never_good);
  ADD (appended_revisions_that_change_content_are_found);
  ADD (replaced_streams_are_found);
  ADD (additions_that_change_nothing_are_told_apart);
  ADD (signature_filled_in_without_signing_is_found);
  ADD (signature_of_another_program_is_an_extension);
  ADD (revision_under_a_later_signature_is_an_extension);
  ADD (place_filled_with_something_else_is_found);
  ADD (damaged_signatures_are_found);
  ADD (damage_is_never_a_crash);
  status = g_test_run ();
  verify_test_tear_down ();
  return status;
}
