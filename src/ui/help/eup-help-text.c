/* Reads a page of the guide. Of Mallard (projectmallard.org) it knows the few elements that our pages
 * use; another one is a fault of the page, not something to pass over. */

#include "ui/help/eup-help-text.h"

#include <gio/gio.h>
#include <string.h>

/* What stands inside a sentence, and how it looks. */
static const struct
{
  const char *name, *before, *after;
} marks[] = {
  { "em", "<b>", "</b>" },     { "gui", "<b>", "</b>" },    { "key", "<b>", "</b>" },
  { "guiseq", "", "" },        { "keyseq", "", "" },        { "cmd", "<tt>", "</tt>" },
  { "file", "<tt>", "</tt>" }, { "code", "<tt>", "</tt>" },
};

static const char *const holders[] = { "page",  "info", "section", "list", "steps",
                                       "terms", "item", "note",    NULL };
static const char *const passed_over[] = { "revision", "credit", "name", "license", NULL };

typedef struct
{
  EupHelpText *text;
  GPtrArray *topics; /* of the section that is open: they come before its heading in the file */
  GPtrArray *open;   /* names of the elements that are open, the outermost first */
  GString *words;    /* (nullable): the sentence that is being read */
  gboolean skipped;  /* it is for others: a title to sort by, a licence */
  gboolean joined;   /* in a row of keys or menus the next one is not the first */
  char *section;     /* (owned) (nullable): the section whose heading comes next */
  guint step;        /* the number of the step that is open */
  gboolean goes_on;  /* the item that is open has said something */
} Reader;

static void
block_free (gpointer data)
{
  EupHelpBlock *block = data;

  g_free (block->name);
  g_free (block->markup);
  g_free (block);
}

static gboolean
is_open (const Reader *reader, const char *name)
{
  for (guint i = 0; i < reader->open->len; i++)
    if (g_str_equal (reader->open->pdata[i], name))
      return TRUE;
  return FALSE;
}

/* The element @up levels above the one that is read. */
static const char *
above (const Reader *reader, guint up)
{
  return reader->open->len > up ? reader->open->pdata[reader->open->len - 1 - up] : "";
}

static const char *
attribute (const char **names, const char **values, const char *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], wanted))
      return values[i];
  return NULL;
}

static EupHelpBlock *
add_block (Reader *reader, EupHelpKind kind, const char *name)
{
  EupHelpBlock *block = g_new0 (EupHelpBlock, 1);

  block->kind = kind;
  block->name = g_strdup (name);
  g_ptr_array_add (reader->text->blocks, block);
  return block;
}

/* A topic in its section, or what to read next; the way up to the guide is known anyway. */
static void
take_link_of_page (Reader *reader, const char *type, const char *xref)
{
  if (g_strcmp0 (type, "topic") == 0)
    g_ptr_array_add (reader->topics, g_strdup (xref));
  else if (g_strcmp0 (type, "seealso") == 0)
    g_ptr_array_add (reader->text->see_also, g_strdup (xref));
}

static gboolean
begin_mark (Reader *reader, const char *name, const char **names, const char **values)
{
  if (g_str_equal (name, "link"))
    {
      const char *xref = attribute (names, values, "xref");
      g_autofree char *safe = g_markup_escape_text (xref != NULL ? xref : "", -1);

      g_string_append_printf (reader->words, "<a href=\"%s\">", safe);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (name, marks[i].name))
      {
        if (g_str_has_suffix (name, "seq"))
          reader->joined = FALSE;
        else if (g_str_has_suffix (above (reader, 0), "seq"))
          {
            if (reader->joined)
              g_string_append (reader->words, g_str_equal (name, "key") ? "+" : " › ");
            reader->joined = TRUE;
          }
        g_string_append (reader->words, marks[i].before);
        return TRUE;
      }
  return FALSE;
}

static void
begin_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reader *reader = data;
  gboolean known = TRUE;

  if (reader->words != NULL)
    known = reader->skipped || begin_mark (reader, name, names, values);
  else if (g_str_equal (name, "link"))
    take_link_of_page (reader, attribute (names, values, "type"), attribute (names, values, "xref"));
  else if (g_str_equal (name, "p") || g_str_equal (name, "title") || g_str_equal (name, "desc"))
    {
      reader->words = g_string_new (NULL);
      reader->skipped = is_open (reader, "info") && !g_str_equal (name, "desc");
    }
  else if (g_strv_contains (holders, name))
    {
      if (g_str_equal (name, "section"))
        g_set_str (&reader->section, attribute (names, values, "id"));
      if (g_str_equal (name, "steps"))
        reader->step = 0;
      if (g_str_equal (name, "item"))
        {
          reader->step++;
          reader->goes_on = FALSE;
        }
    }
  else
    known = g_strv_contains (passed_over, name);
  if (!known)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                 "“%s” is not one of the elements of the guide", name);
  g_ptr_array_add (reader->open, g_strdup (name));
}

static void
end_paragraph (Reader *reader, const char *name)
{
  const char *parent = above (reader, 0), *list = above (reader, 1);
  gboolean title = g_str_equal (name, "title"), item = g_str_equal (parent, "item");
  EupHelpKind kind = EUP_HELP_PARAGRAPH;
  EupHelpBlock *block;

  if (item && g_str_equal (list, "terms"))
    kind = title ? EUP_HELP_TERM : EUP_HELP_TERM_TEXT;
  else if (item)
    kind = g_str_equal (list, "steps") ? EUP_HELP_STEP : EUP_HELP_ITEM;
  else if (g_str_equal (parent, "note"))
    kind = EUP_HELP_NOTE;
  else if (title)
    kind = EUP_HELP_HEADING;
  block = add_block (reader, kind, kind == EUP_HELP_HEADING ? reader->section : NULL);
  block->number = kind == EUP_HELP_STEP && !reader->goes_on ? reader->step : 0;
  block->markup = g_strdup (g_strstrip (reader->words->str));
  reader->goes_on = TRUE;
}

static void
end_words (Reader *reader, const char *name)
{
  if (g_str_equal (name, "desc"))
    g_set_str (&reader->text->description, g_strstrip (reader->words->str));
  else if (g_str_equal (name, "title") && g_str_equal (above (reader, 0), "page"))
    g_set_str (&reader->text->title, g_strstrip (reader->words->str));
  else if (!reader->skipped)
    end_paragraph (reader, name);
  g_string_free (g_steal_pointer (&reader->words), TRUE);
}

static void
end_section (Reader *reader)
{
  for (guint i = 0; i < reader->topics->len; i++)
    add_block (reader, EUP_HELP_TOPIC, reader->topics->pdata[i]);
  g_ptr_array_set_size (reader->topics, 0);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *reader = data;

  g_ptr_array_set_size (reader->open, (int) reader->open->len - 1);
  if (g_str_equal (name, "section") || g_str_equal (name, "page"))
    end_section (reader);
  if (reader->words == NULL)
    return;
  if (g_str_equal (name, "p") || g_str_equal (name, "title") || g_str_equal (name, "desc"))
    {
      end_words (reader, name);
      return;
    }
  if (g_str_equal (name, "link"))
    g_string_append (reader->words, "</a>");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (name, marks[i].name))
      g_string_append (reader->words, marks[i].after);
}

/* Lines are broken where there is room, not where the file has them. */
static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  if (reader->words == NULL || g_str_has_suffix (above (reader, 0), "seq"))
    return;
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      g_autofree char *safe = NULL;

      if (!g_ascii_isspace (*at))
        safe = g_markup_escape_text (at, g_utf8_next_char (at) - at);
      else if (reader->words->len > 0 && !g_str_has_suffix (reader->words->str, " "))
        safe = g_strdup (" ");
      g_string_append (reader->words, safe != NULL ? safe : "");
    }
}

/**
 * eup_help_text_new:
 * @page: a page of the guide
 * @length: its length
 * @error: what is wrong with it, of G_MARKUP_ERROR
 *
 * Returns: (transfer full) (nullable): the page as it is read
 */
EupHelpText *
eup_help_text_new (const char *page, gsize length, GError **error)
{
  static const GMarkupParser parser = { begin_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (EupHelpText) text = g_new0 (EupHelpText, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  Reader reader = { .text = text };
  gboolean good;

  text->blocks = g_ptr_array_new_with_free_func (block_free);
  text->see_also = g_ptr_array_new_with_free_func (g_free);
  reader.open = g_ptr_array_new_with_free_func (g_free);
  reader.topics = g_ptr_array_new_with_free_func (g_free);
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  good = g_markup_parse_context_parse (context, page, (gssize) length, error) &&
         g_markup_parse_context_end_parse (context, error);
  g_ptr_array_unref (reader.open);
  g_ptr_array_unref (reader.topics);
  g_free (reader.section);
  if (reader.words != NULL)
    g_string_free (reader.words, TRUE);
  return good ? g_steal_pointer (&text) : NULL;
}

/**
 * eup_help_text_load:
 * @language: "sv", "zh", or another for English
 * @name: the page, such as "first-meeting"
 * @error: that there is no such page, of G_RESOURCE_ERROR
 *
 * Returns: (transfer full) (nullable): a page of the guide that came with the program
 */
EupHelpText *
eup_help_text_load (const char *language, const char *name, GError **error)
{
  const char *folder = g_str_equal (language, "sv") ? "sv" : g_str_equal (language, "zh") ? "zh_CN" : "C";
  g_autofree char *path = g_strdup_printf ("/io/github/euphoria_care/Euphoria/help/%s/%s.page", folder, name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize length = 0;
  const char *page = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return page != NULL ? eup_help_text_new (page, length, error) : NULL;
}

/**
 * eup_help_text_free:
 * @self: (nullable): a page
 */
void
eup_help_text_free (EupHelpText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->description);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->see_also);
  g_free (self);
}
