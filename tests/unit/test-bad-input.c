/* Documents made to cost time or memory, or to make a reader stumble. Each carries our marks, since others are
 * not even opened. None may take longer than a record does by much, and none may verify as unchanged. */

#include "record/eup-qpdf.h"
#include "record/eup-reading.h"
#include "record/eup-verify.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>

#define MARK "% https://euphoria-care.github.io/ns/record/1.0/\n"
#define SECONDS 60 /* a loop would last for ever */
#ifdef __SANITIZE_ADDRESS__
#define MEGABYTES 1200 /* what is given back is kept for a while, to see who still uses it */
#else
#define MEGABYTES 400
#endif

typedef struct
{
  GString *text;
  gsize offsets[16];
  guint n;
} Document;

static Document
begin (void)
{
  return (Document) { g_string_new ("%PDF-1.7\n" MARK), { 0 }, 1 };
}

static void
add (Document *document, const char *object)
{
  document->offsets[document->n] = document->text->len;
  g_string_append_printf (document->text, "%u 0 obj\n%s\nendobj\n", document->n, object);
  document->n++;
}

static void
add_stream (Document *document, const char *keys, GBytes *data)
{
  document->offsets[document->n] = document->text->len;
  g_string_append_printf (document->text, "%u 0 obj\n<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n",
                          document->n, keys, g_bytes_get_size (data));
  g_string_append_len (document->text, g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data));
  g_string_append (document->text, "\nendstream\nendobj\n");
  document->n++;
}

/* With a plain table; @more stands in the trailer. */
static GBytes *
end (Document *document, const char *size, const char *more)
{
  gsize table = document->text->len;

  g_string_append_printf (document->text, "xref\n0 %u\n0000000000 65535 f \n", document->n);
  for (guint i = 1; i < document->n; i++)
    g_string_append_printf (document->text, "%010" G_GSIZE_FORMAT " 00000 n \n", document->offsets[i]);
  g_string_append_printf (document->text,
                          "trailer\n<< /Size %s /Root 1 0 R %s >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          size, more, table);
  return g_string_free_to_bytes (g_steal_pointer (&document->text));
}

static GBytes *
pack (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);

  return g_converter_convert_bytes (G_CONVERTER (zlib), bytes, NULL);
}

/* Many megabytes in few bytes; packed twice, in some hundred. */
static GBytes *
bomb (guint megabytes, guint layers)
{
  GBytes *bytes = g_bytes_new_take (g_strnfill ((gsize) megabytes << 20, ' '), (gsize) megabytes << 20);

  for (guint i = 0; i < layers; i++)
    {
      GBytes *packed = pack (bytes);

      g_bytes_unref (bytes);
      bytes = packed;
    }
  return bytes;
}

static GBytes *
nested_objects (void)
{
  Document document = begin ();
  g_autofree char *open = g_strnfill (2000000, '[');

  add (&document, "<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R >>");
  add (&document, "<< /Type /Pages /Kids [] /Count 0 >>");
  add (&document, open);
  return end (&document, "4", "");
}

static GBytes *
pages_in_a_circle (void)
{
  Document document = begin ();

  add (&document, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&document, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add (&document, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>");
  return end (&document, "4", "");
}

static GBytes *
tables_in_a_circle (void)
{
  Document document = begin ();
  g_autofree char *previous = NULL;

  add (&document, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&document, "<< /Type /Pages /Kids [] /Count 0 >>");
  previous = g_strdup_printf ("/Prev %" G_GSIZE_FORMAT, document.text->len);
  return end (&document, "3", previous);
}

static GBytes *
length_that_names_itself (void)
{
  Document document = begin ();

  add (&document, "<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R >>");
  add (&document, "<< /Type /Pages /Kids [] /Count 0 >>");
  add (&document, "<< /Length 3 0 R >>\nstream\nabc\nendstream");
  return end (&document, "4", "");
}

static GBytes *
giant_size (void)
{
  Document document = begin ();

  add (&document, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&document, "<< /Type /Pages /Kids [] /Count 0 >>");
  return end (&document, "2147483647", "");
}

static GBytes *
table_of_a_billion (void)
{
  static const char text[] = "%PDF-1.7\n" MARK "xref\n0 999999999\n0000000000 65535 f \n"
                             "trailer\n<< /Size 999999999 /Root 1 0 R >>\nstartxref\n58\n%%EOF\n";

  return g_bytes_new_static (text, strlen (text));
}

/* The table itself is packed, as other programs do; this one unpacks to more than any memory. */
static GBytes *
packed_table (const char *filter, GBytes *packed)
{
  Document document = begin ();
  gsize table;
  g_autofree char *keys = g_strdup_printf ("/Type /XRef /W [1 2 1] /Size 3 /Root 1 0 R /Filter %s", filter);

  add (&document, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&document, "<< /Type /Pages /Kids [] /Count 0 >>");
  table = document.text->len;
  add_stream (&document, keys, packed);
  g_string_append_printf (document.text, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
  g_bytes_unref (packed);
  return g_string_free_to_bytes (g_steal_pointer (&document.text));
}

static GBytes *
table_that_unpacks (void)
{
  return packed_table ("/FlateDecode", bomb (100, 1));
}

static GBytes *
table_that_unpacks_twice (void)
{
  return packed_table ("[/FlateDecode /FlateDecode]", bomb (200, 2));
}

static GBytes *
table_in_another_packing (void)
{
  return packed_table ("/L#5aWDecode", g_bytes_new_static ("\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", 9));
}

static GBytes *
encrypted (void)
{
  Document document = begin ();

  add (&document, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&document, "<< /Type /Pages /Kids [] /Count 0 >>");
  add (&document, "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 "
                  "/O <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> "
                  "/U <0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20> >>");
  return end (&document, "4", "/Encrypt 3 0 R /ID [<01> <01>]");
}

/* Made for whoever reads the text: a page that unpacks to a giant one. */
static GBytes *
page_that_unpacks (void)
{
  Document document = begin ();
  g_autoptr (GBytes) packed = bomb (100, 1);

  add (&document, "<< /Type /Catalog /Pages 2 0 R >>");
  add (&document, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add (&document, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>");
  add_stream (&document, "/Filter /FlateDecode", packed);
  return end (&document, "5", "");
}

#define UNPACKS "it would unpack to more than any record"

typedef struct
{
  const char *name;
  GBytes *(*make) (void);
  const char *detail; /* what the log says, where it matters */
} Row;

static const Row rows[] = {
  { "objects-in-each-other", nested_objects },
  { "pages-in-a-circle", pages_in_a_circle },
  { "tables-in-a-circle", tables_in_a_circle, "loop detected" },
  { "length-that-names-itself", length_that_names_itself },
  { "giant-size", giant_size },
  { "table-of-a-billion", table_of_a_billion },
  { "table-that-unpacks", table_that_unpacks, UNPACKS },
  { "table-that-unpacks-twice", table_that_unpacks_twice, UNPACKS },
  { "table-in-another-packing", table_in_another_packing, UNPACKS },
  { "encrypted", encrypted, "invalid password" },
  { "page-that-unpacks", page_that_unpacks },
};

static long
memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/* Making a bomb takes memory too; so it is made before, and what counts is what comes on top. */
static void
row_is_met_calmly (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) pdf = row->make ();
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupVerdict) verdict = eup_verify_run (pdf, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_false (eup_verdict_is_good (verdict));
  g_assert_cmpint ((int) verdict->kind, !=, EUP_VERDICT_NOT_SIGNED);
  text = eup_reading_run (pdf, NULL);
  g_assert_true (text == NULL || strlen (text) < 100);
  g_test_message ("%s: %s, %.2f s, %ld MB", row->name, verdict->detail, g_timer_elapsed (timer, NULL),
                  memory ());
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SECONDS);
  g_assert_cmpint (memory (), <, MEGABYTES);
  if (row->detail)
    {
      g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_CHANGED);
      g_assert_nonnull (strstr (verdict->detail, row->detail));
    }
}

static void
harmless_documents_are_opened (void)
{
  g_autoptr (GBytes) small = pack (g_bytes_new_static ("\0\0\0\0\1\0\x3a\0\1\0\x6d\0", 12));
  g_autoptr (GBytes) pdf = packed_table ("/FlateDecode", g_bytes_ref (small));

  g_assert_true (eup_qpdf_is_bounded (pdf));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bad-input/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], row_is_met_calmly);
    }
  g_test_add_func ("/bad-input/harmless-documents-are-opened", harmless_documents_are_opened);
  return g_test_run ();
}
