#include "record/eup-verify.h"

#include "sample-pages.h"
#include "sample-signed.h"

#include "record/eup-finish.h"
#include "record/eup-sign-private.h"
#include "util/eup-digest.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>

#define N_FLIPS 2000

static EupSigner *signer, *other;
static EupTrust *trust;
static GBytes *finished, *sealed, *twice;

static EupVerdict *
verify (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  EupVerdict *verdict = eup_verify_run (pdf, trust, &error);

  g_assert_no_error (error);
  return verdict;
}

static void
expect (GBytes *pdf, EupVerdictKind kind)
{
  g_autoptr (EupVerdict) verdict = verify (pdf);

  if (verdict->kind != kind)
    g_test_message ("expected %s, found %s: %s", eup_verdict_kind_to_nick (kind),
                    eup_verdict_kind_to_nick (verdict->kind), verdict->detail);
  g_assert_cmpint ((int) verdict->kind, ==, (int) kind);
}

static EupVerdictSignature *
get_signature (const EupVerdict *verdict, guint index)
{
  return g_ptr_array_index (verdict->signatures, index);
}

static void
one_signature_is_sealed_and_unchanged (void)
{
  g_autoptr (EupVerdict) verdict = verify (sealed);
  EupVerdictSignature *signature = get_signature (verdict, 0);

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
  g_autoptr (EupVerdict) verdict = verify (twice);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_SIGNED_LATER);
  g_assert_true (eup_verdict_is_good (verdict));
  g_assert_cmpuint (verdict->signatures->len, ==, 2);
  g_assert_false (get_signature (verdict, 0)->last);
  g_assert_true (get_signature (verdict, 1)->last);
  g_assert_cmpstr (get_signature (verdict, 1)->name, ==, "Bo Dahl");
  g_assert_true (get_signature (verdict, 0)->known);
  g_assert_false (get_signature (verdict, 1)->known); /* of another authority */
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
  expect (pdf, EUP_VERDICT_SEALED);
}

static void
certificate_must_hold_when_it_signs (void)
{
  g_autoptr (EupSignature) details = eup_signature_new ("2019-05-01T12:00:00+02:00");
  g_autoptr (GBytes) pdf = eup_sign_append (finished, NULL, signer, details, NULL);
  g_autoptr (EupVerdict) verdict = verify (pdf);

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
  g_assert_cmpstr (eup_standing_to_nick (get_signature (verdict, 0)->standing), ==,
                   eup_standing_to_nick (expected));
  g_assert_cmpstr (((EupChainLink *) get_signature (verdict, 0)->chain->pdata[0])->name, ==, "Eva Sund");
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
  g_autoptr (EupVerdict) verdict = verify (twice);
  GPtrArray *known = get_signature (verdict, 0)->chain, *unknown = get_signature (verdict, 1)->chain;
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
  g_autoptr (EupVerdict) verdict = verify (finished);

  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_NOT_SIGNED);
  g_assert_false (eup_verdict_is_good (verdict));
  g_assert_cmpstr (verdict->document_id, ==, "EUP-2026-0001");
}

static void
other_files_are_not_ours (void)
{
  g_autoptr (EupPages) raw = sample_pages_new ();
  const char *const texts[] = { "", "%PDF-1.7", "Dear diary", "/ByteRange [0 1 2 3]", "\xff\xfe\x00 binary" };

  expect (raw->pdf, EUP_VERDICT_NOT_OURS);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      expect (bytes, EUP_VERDICT_NOT_OURS);
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
flip (GBytes *pdf, gsize at, guint8 with)
{
  gsize size = g_bytes_get_size (pdf);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (pdf, NULL), size);
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (EupVerdict) verdict = NULL;

  copy[at] ^= with;
  damaged = g_bytes_new_static (copy, size);
  verdict = verify (damaged);
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
      g_autoptr (EupVerdict) verdict = verify (part);

      if (length == g_bytes_get_size (sealed) || length == g_bytes_get_size (finished) ||
          length == g_bytes_get_size (finished) - 1)
        continue; /* just an earlier revision; the line break after the unsigned one is nobody's */
      g_assert_false (eup_verdict_is_good (verdict));
      g_assert_cmpint ((int) verdict->kind, !=, EUP_VERDICT_NOT_SIGNED);
    }
  for (gsize more = 1; more < 1500; more += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (twice, 0, g_bytes_get_size (finished) + more);

      expect (part, EUP_VERDICT_CHANGED);
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
      expect (edited, EUP_VERDICT_CHANGED);
      expect (signed_over, EUP_VERDICT_CHANGED);
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

      expect (edited, EUP_VERDICT_CHANGED);
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
  expect (unused, EUP_VERDICT_EXTENDED);
  expect (again, EUP_VERDICT_EXTENDED);
  expect (validation, EUP_VERDICT_EXTENDED);
  expect (blank, EUP_VERDICT_EXTENDED);
}

static void
signature_filled_in_without_signing_is_found (void)
{
  g_autoptr (GBytes) edited =
      edit_object (sealed, object_of (sealed, "empty field"), "/F 132", "/F 132 /V << /Type /Sig >>");
  g_autoptr (GBytes) unsigned_edit =
      edit_object (finished, object_of (finished, "empty field"), "/F 132", "/F 132 /V << /Type /Sig >>");

  expect (edited, EUP_VERDICT_CHANGED);
  expect (unsigned_edit, EUP_VERDICT_CHANGED);
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
  g_autoptr (EupVerdict) verdict = verify (pdf);

  expect (pdf, EUP_VERDICT_EXTENDED);
  g_assert_cmpuint (verdict->signatures->len, ==, 2);
  g_assert_true (get_signature (verdict, 1)->intact);
  g_assert_cmpstr (get_signature (verdict, 1)->name, ==, "Bo Dahl");
}

/* What was appended in between changes nothing, but is not ours either. */
static void
revision_under_a_later_signature_is_an_extension (void)
{
  g_autoptr (GBytes) between = append_object (sealed, 0, "<< /Unused true >>");
  g_autoptr (GBytes) pdf = sample_sign (between, NULL, other, FALSE);

  expect (pdf, EUP_VERDICT_EXTENDED);
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

      expect (after, EUP_VERDICT_CHANGED);
      expect (before, EUP_VERDICT_CHANGED);
      expect (sealed_over, EUP_VERDICT_CHANGED);
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

      expect (damaged, EUP_VERDICT_CHANGED);
    }
  expect (swapped, EUP_VERDICT_CHANGED);
  expect (shouted, EUP_VERDICT_CHANGED);
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
      verdict = verify (damaged);
      g_assert_false (eup_verdict_is_good (verdict));
    }
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
  verdict = verify (done);
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

static void
set_up (void)
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

static void
tear_down (void)
{
  g_object_unref (signer);
  g_object_unref (other);
  eup_trust_free (trust);
  g_bytes_unref (finished);
  g_bytes_unref (sealed);
  g_bytes_unref (twice);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
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
  ADD (twin_is_compared_by_its_digest);
  ADD (every_verdict_has_its_word);
  status = g_test_run ();
  tear_down ();
  return status;
}
