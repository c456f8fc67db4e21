#include "record/eup-finish.h"

#include "sample-pages.h"

#include "record/eup-qpdf.h"

#include <string.h>

static GBytes *
finish_sample (void)
{
  g_autoptr (EupPages) pages = sample_pages_new ();
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf = eup_finish_run (pages, info, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
same_pages_give_the_same_bytes (void)
{
  g_autoptr (GBytes) one = finish_sample ();
  g_autoptr (GBytes) two = finish_sample ();

  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), g_bytes_get_data (two, NULL),
                   g_bytes_get_size (two));
}

static void
catalog_says_language_title_and_marking (void)
{
  g_autoptr (GBytes) pdf = finish_sample ();
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  qpdf_oh root = qpdf_get_root (q);
  g_autofree char *language = eup_qpdf_dup_text (q, root, "/Lang");

  g_assert_cmpstr (language, ==, "sv");
  g_assert_true (
      qpdf_oh_get_bool_value (q, qpdf_oh_get_key (q, qpdf_oh_get_key (q, root, "/MarkInfo"), "/Marked")));
  g_assert_true (qpdf_oh_get_bool_value (
      q, qpdf_oh_get_key (q, qpdf_oh_get_key (q, root, "/ViewerPreferences"), "/DisplayDocTitle")));
  for (int i = 0; i < qpdf_get_num_pages (q); i++)
    g_assert_cmpstr (qpdf_oh_get_name (q, qpdf_oh_get_key (q, qpdf_get_page_n (q, i), "/Tabs")), ==, "/S");
  g_assert_true (eup_qpdf_check (q, NULL));
}

static void
info_and_xmp_say_the_same (void)
{
  g_autoptr (GBytes) pdf = finish_sample ();
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  qpdf_oh info = qpdf_oh_get_key (q, qpdf_get_trailer (q), "/Info");
  g_autoptr (GBytes) packet =
      eup_qpdf_get_stream (q, qpdf_oh_get_key (q, qpdf_get_root (q), "/Metadata"), TRUE);
  g_autofree char *xmp = g_strndup (g_bytes_get_data (packet, NULL), g_bytes_get_size (packet));
  g_autofree char *title = eup_qpdf_dup_text (q, info, "/Title");
  g_autofree char *date = eup_qpdf_dup_text (q, info, "/ModDate");

  g_assert_cmpstr (title, ==, "Beslut om välfärdsteknik – Ana Lind");
  g_assert_cmpstr (date, ==, "D:20261123100000+01'00'");
  g_assert_nonnull (strstr (xmp, ">Beslut om välfärdsteknik – Ana Lind<"));
  g_assert_nonnull (strstr (xmp, ">Etisk bedömning &lt;före&gt; beslut &amp; uppföljning<"));
  g_assert_nonnull (strstr (xmp, "<xmp:ModifyDate>2026-11-23T10:00:00+01:00<"));
  g_assert_nonnull (strstr (xmp, "<pdfaid:part>2<"));
  g_assert_nonnull (strstr (xmp, "<pdfuaid:part>1<"));
  g_assert_nonnull (strstr (xmp, "<euphoria:documentId>EUP-2026-0001<"));
  g_assert_nonnull (strstr (xmp, "<euphoria:twinDigest>aaaa"));
}

/* Finds the first object of which @key is the name @value. */
static qpdf_oh
find_object (EupQpdf q, const char *key, const char *value)
{
  for (int id = 1; id < eup_qpdf_count_objects (q); id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (q, id, 0);

      if (qpdf_oh_is_name_and_equals (q, eup_qpdf_get (q, object, key), value))
        return object;
    }
  g_assert_not_reached ();
}

static void
structure_carries_what_cairo_can_not_say (void)
{
  g_autoptr (GBytes) pdf = finish_sample ();
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  g_autofree char *figure = eup_qpdf_dup_text (q, find_object (q, "/S", "/Figure"), "/Alt");
  g_autofree char *link = eup_qpdf_dup_text (q, find_object (q, "/Subtype", "/Link"), "/Contents");
  qpdf_oh header = qpdf_oh_get_key (q, find_object (q, "/S", "/TH"), "/A");
  qpdf_oh list = qpdf_oh_get_key (q, find_object (q, "/S", "/L"), "/A");
  guint chinese = 0;

  g_assert_cmpstr (figure, ==, "Ritad bekräftelse av Ana Lind");
  g_assert_cmpstr (link, ==, "Metodens sida");
  g_assert_cmpstr (qpdf_oh_get_name (q, qpdf_oh_get_key (q, header, "/Scope")), ==, "/Column");
  g_assert_cmpstr (qpdf_oh_get_name (q, qpdf_oh_get_key (q, list, "/ListNumbering")), ==, "/Disc");
  for (int id = 1; id < eup_qpdf_count_objects (q); id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (q, id, 0);

      if (qpdf_oh_is_name_and_equals (q, eup_qpdf_get (q, object, "/S"), "/P"))
        {
          g_autofree char *language = eup_qpdf_dup_text (q, object, "/Lang");

          chinese += g_strcmp0 (language, "zh-CN") == 0;
        }
    }
  g_assert_cmpuint (chinese, ==, 1);
}

static void
slots_are_empty_fields_inside_the_structure (void)
{
  g_autoptr (GBytes) pdf = finish_sample ();
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  qpdf_oh form = qpdf_oh_get_key (q, qpdf_get_root (q), "/AcroForm");
  qpdf_oh fields = qpdf_oh_get_key (q, form, "/Fields");
  qpdf_oh first = qpdf_oh_get_array_item (q, fields, 0);
  g_autofree char *name = eup_qpdf_dup_text (q, first, "/T");
  g_autofree char *label = eup_qpdf_dup_text (q, first, "/TU");
  qpdf_oh section = find_object (q, "/S", "/Sect");
  qpdf_oh kids = qpdf_oh_get_key (q, section, "/K");
  qpdf_oh element = qpdf_oh_get_array_item (q, kids, 1);

  g_assert_cmpint (qpdf_oh_get_array_n_items (q, fields), ==, 4);
  g_assert_cmpint (qpdf_oh_get_int_value_as_int (q, qpdf_oh_get_key (q, form, "/SigFlags")), ==, 3);
  g_assert_cmpstr (name, ==, "decision-maker");
  g_assert_cmpstr (label, ==, "Underskrift av Åsa Ek, enhetschef");
  g_assert_false (qpdf_oh_has_key (q, first, "/V"));
  g_assert_cmpint (qpdf_oh_get_int_value_as_int (q, qpdf_oh_get_key (q, first, "/F")), ==, 132);
  g_assert_cmpint (qpdf_oh_get_array_n_items (q, kids), ==, 3); /* the paragraph and two fields */
  g_assert_cmpstr (qpdf_oh_get_name (q, qpdf_oh_get_key (q, element, "/S")), ==, "/Form");
  g_assert_cmpint (qpdf_oh_get_object_id (q, qpdf_oh_get_key (q, qpdf_oh_get_key (q, element, "/K"), "/Obj")),
                   ==, qpdf_oh_get_object_id (q, first));
  g_assert_cmpfloat_with_epsilon (
      qpdf_oh_get_numeric_value (q, qpdf_oh_get_array_item (q, qpdf_oh_get_key (q, first, "/Rect"), 3)),
      581.89, 0.01);
}

static char *
draw_first_place (const char *language)
{
  g_autoptr (EupPages) pages = sample_pages_new ();
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) operators = NULL;
  EupQpdf q;
  qpdf_oh fields;

  g_free (info->language);
  info->language = g_strdup (language);
  pdf = eup_finish_run (pages, info, NULL);
  q = eup_qpdf_open (pdf, NULL);
  fields = qpdf_oh_get_key (q, qpdf_oh_get_key (q, qpdf_get_root (q), "/AcroForm"), "/Fields");
  operators = eup_qpdf_get_stream (
      q, qpdf_oh_get_key (q, qpdf_oh_get_key (q, qpdf_oh_get_array_item (q, fields, 0), "/AP"), "/N"), TRUE);
  eup_qpdf_close (q);
  return g_strndup (g_bytes_get_data (operators, NULL), g_bytes_get_size (operators));
}

static void
empty_places_say_so_in_the_language_of_the_record (void)
{
  g_autofree char *swedish = draw_first_place ("sv");
  g_autofree char *chinese = draw_first_place ("zh-CN");

  g_assert_true (g_str_has_suffix (swedish, "f\n"));
  g_assert_true (g_str_has_suffix (chinese, "f\n"));
  g_assert_cmpstr (swedish, !=, chinese);
  g_assert_null (strstr (swedish, "Tf"));
}

static void
expect_refusal (EupPages *pages, EupDocumentInfo *info, EupFinishError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_finish_run (pages, info, &error);

  g_assert_null (pdf);
  g_assert_error (error, EUP_FINISH_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
tags_that_do_not_fit_are_refused (void)
{
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (EupPages) renamed = sample_pages_new ();
  g_autoptr (EupPages) fewer = sample_pages_new ();
  g_autoptr (EupPages) more = sample_pages_new ();
  EupTag *tag = g_ptr_array_index (renamed->tags, 1);

  g_free (tag->name);
  tag->name = g_strdup ("H3");
  expect_refusal (renamed, info, EUP_FINISH_ERROR_STRUCTURE, "element 2 is H1, but H3");
  g_ptr_array_set_size (fewer->tags, (int) fewer->tags->len - 1);
  expect_refusal (fewer, info, EUP_FINISH_ERROR_STRUCTURE, "none was announced");
  eup_pages_add_tag (more, "P");
  expect_refusal (more, info, EUP_FINISH_ERROR_STRUCTURE, "is missing");
}

static void
slots_that_do_not_fit_are_refused (void)
{
  const struct
  {
    const char *name, *label;
    guint page;
    double width;
    const char *word;
  } cases[] = {
    { "nurse", "Underskrift", 0, 100, "taken" }, { "a.b", "Underskrift", 0, 100, "letters" },
    { "", "Underskrift", 0, 100, "letters" },    { "other", "", 0, 100, "label" },
    { "other", "Underskrift", 2, 100, "page" },  { "other", "Underskrift", 0, 0, "size" },
  };
  g_autoptr (EupDocumentInfo) info = sample_info_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EupPages) pages = sample_pages_new ();

      eup_pages_add_slot (pages, eup_slot_new (cases[i].name, cases[i].label, cases[i].page, 0, 0,
                                               cases[i].width, 20));
      expect_refusal (pages, info, EUP_FINISH_ERROR_STRUCTURE, cases[i].word);
    }
}

static void
missing_facts_are_refused (void)
{
  const struct
  {
    gsize field;
    const char *value, *word;
  } cases[] = {
    { G_STRUCT_OFFSET (EupDocumentInfo, title), NULL, "title" },
    { G_STRUCT_OFFSET (EupDocumentInfo, author), "", "authority" },
    { G_STRUCT_OFFSET (EupDocumentInfo, subject), "a\nb", "subject" },
    { G_STRUCT_OFFSET (EupDocumentInfo, language), "\xff", "language" },
    { G_STRUCT_OFFSET (EupDocumentInfo, twin_digest), "abc", "digest" },
    { G_STRUCT_OFFSET (EupDocumentInfo, created), "yesterday", "time" },
  };
  g_autoptr (EupPages) pages = sample_pages_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EupDocumentInfo) info = sample_info_new ();
      char **field = G_STRUCT_MEMBER_P (info, cases[i].field);

      g_free (*field);
      *field = g_strdup (cases[i].value);
      expect_refusal (pages, info, EUP_FINISH_ERROR_INCOMPLETE, cases[i].word);
    }
}

static void
bytes_that_are_no_pages_are_refused (void)
{
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (EupPages) whole = sample_pages_new ();
  gsize size = g_bytes_get_size (whole->pdf);
  const gsize lengths[] = { 0, 1, 20, size / 2, size - 20, size - 200 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole->pdf, 0, lengths[i]);
      g_autoptr (EupPages) pages = eup_pages_new (part);

      expect_refusal (pages, info, EUP_FINISH_ERROR_DAMAGED, "can't be made into a record");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/finish/" #name, name)
  ADD (same_pages_give_the_same_bytes);
  ADD (catalog_says_language_title_and_marking);
  ADD (info_and_xmp_say_the_same);
  ADD (structure_carries_what_cairo_can_not_say);
  ADD (slots_are_empty_fields_inside_the_structure);
  ADD (empty_places_say_so_in_the_language_of_the_record);
  ADD (tags_that_do_not_fit_are_refused);
  ADD (slots_that_do_not_fit_are_refused);
  ADD (missing_facts_are_refused);
  ADD (bytes_that_are_no_pages_are_refused);
  return g_test_run ();
}
