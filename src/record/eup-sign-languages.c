/* What a document speaks, asked of the document: /Lang is the first language, dc:language names both. */

#include "record/eup-sign-private.h"

#include "record/eup-words.h"
#include "record/eup-xmp.h"

typedef struct
{
  gboolean inside; /* of dc:language */
  GPtrArray *tags;
} Reading;

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Reading *reading = user_data;

  if (g_str_equal (element, "dc:language"))
    reading->inside = TRUE;
}

static void
end_element_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (g_str_equal (element, "dc:language"))
    reading->inside = FALSE;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (reading->inside && g_str_equal (g_markup_parse_context_get_element (context), "rdf:li"))
    g_ptr_array_add (reading->tags, g_strndup (text, length));
}

/**
 * eup_sign_read_languages:
 *
 * Returns: the languages that every word of the form stands in
 */
EupSignLanguages
eup_sign_read_languages (EupQpdf q)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tag = eup_qpdf_dup_text (q, qpdf_get_root (q), "/Lang");
  EupSignLanguages languages = { eup_words_language (tag), NULL };
  Reading reading = { FALSE, tags };

  if (eup_xmp_parse (q, &parser, &reading) && tags->len == 2)
    languages.second = eup_words_language (tags->pdata[1]);
  if (g_strcmp0 (languages.first, languages.second) == 0)
    languages.second = NULL;
  return languages;
}
