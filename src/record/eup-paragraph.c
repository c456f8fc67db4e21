/* Words broken into lines. Pango shapes and breaks; the distance of the lines is ours, so that a
 * fallback font or a Chinese word never moves a line. */

#include "record/eup-paragraph-private.h"

#include <string.h>

#include "record/eup-binding.h"
#include "record/eup-script.h"

/* The last line of a paragraph is at least this part of the measure, where narrowing costs no line. */
#define SHORTEST_LAST_LINE 0.22
#define NARROWEST 0.80
#define NARROWING 0.02
/* Chinese lines stand a little further apart: 16.5 pt where Latin ones stand 15.5. */
#define HAN_LEADING (16.5 / 15.5)

/**
 * eup_paragraph_new:
 * @language: of the words: "sv", "zh" …
 *
 * Returns: (transfer full): a paragraph without words
 */
EupParagraph *
eup_paragraph_new (EupTypeface *typeface, const char *language)
{
  EupParagraph *self = g_rc_box_new0 (EupParagraph);

  self->typeface = typeface;
  self->layout = eup_typeface_new_layout (typeface);
  self->attributes = pango_attr_list_new ();
  self->text = g_string_new (NULL);
  self->key = g_string_new (language);
  self->language = g_strdup (language);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (self->layout, TRUE);
  return self;
}

/**
 * eup_paragraph_new_text:
 * @text: words in one style
 *
 * Returns: (transfer full): a paragraph, already broken into lines of @width
 */
EupParagraph *
eup_paragraph_new_text (
    EupTypeface *typeface, const char *language, const char *text, EupStyle style, double width)
{
  EupParagraph *self = eup_paragraph_new (typeface, language);

  eup_paragraph_add (self, text, style);
  eup_paragraph_set (self, width, 0);
  return self;
}

EupParagraph *
eup_paragraph_ref (EupParagraph *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (EupParagraph *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_string_free (self->text, TRUE);
  g_string_free (self->key, TRUE);
  g_free (self->language);
  g_free (self->second_language);
}

void
eup_paragraph_unref (EupParagraph *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

static void
add_attribute (EupParagraph *self, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (self->attributes, attribute);
}

static void
style_run (EupParagraph *self, EupStyle style, gboolean han, gsize start, gsize end)
{
  PangoFontDescription *font = eup_typeface_describe (style, han);
  guint colour = eup_style_measure (style)->colour;
  const char *language = self->second_language ? self->second_language : self->language;

  add_attribute (self, pango_attr_font_desc_new (font), start, end);
  if (style == EUP_STYLE_DIGITS)
    add_attribute (self, pango_attr_font_features_new ("tnum"), start, end);
  add_attribute (self, pango_attr_language_new (pango_language_from_string (han ? "zh-cn" : language)), start,
                 end);
  add_attribute (self,
                 pango_attr_foreground_new ((guint16) (((colour >> 16) & 0xff) * 0x101),
                                            (guint16) (((colour >> 8) & 0xff) * 0x101),
                                            (guint16) ((colour & 0xff) * 0x101)),
                 start, end);
  pango_font_description_free (font);
}

/* One line of words: what would start a new paragraph or a new column becomes a space. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_strdelimit (g_steal_pointer (&valid), "\r\n\t\v\f", ' ');
}

/* Lines of the second language never stand farther apart than those of the first. */
static void
measure_words (EupParagraph *self, const EupStyleMeasure *measure, gboolean han_text)
{
  double leading = measure->leading * (han_text ? HAN_LEADING : 1);

  if (self->second_language != NULL)
    {
      self->second_leading = MIN (self->leading, MAX (self->second_leading, measure->leading));
      return;
    }
  self->words = self->words || measure->face == EUP_FACE_WORDS;
  self->leading = MAX (self->leading, leading);
  self->rise = MAX (self->rise, leading / 2 + measure->size * 0.34);
}

static void
add_words (EupParagraph *self, const char *text, EupStyle style)
{
  g_autofree char *words = clean (text);
  gboolean han_text = eup_script_is_mostly_han (words);
  const char *c = words;

  if (self->second_language != NULL)
    style = eup_style_second (style);
  g_string_append_printf (self->key, "\n%s %u %" G_GSIZE_FORMAT " %s",
                          self->second_language ? self->second_language : "", (guint) style, strlen (words),
                          words);
  if (self->second_language != NULL && self->second == 0)
    {
      while (*c == ' ')
        c++;
      if (*c == '\0')
        return;
      g_string_append_c (self->text, '\n');
      self->second = self->text->len;
    }
  while (*c != '\0')
    {
      gboolean han;
      gsize start = self->text->len;
      gsize length = eup_script_run (c, han_text, &han);

      g_string_append_len (self->text, c, (gssize) length);
      style_run (self, style, han, start, self->text->len);
      c += length;
    }
  measure_words (self, eup_style_measure (style), han_text);
}

/**
 * eup_paragraph_add:
 * @text: words, or the same in two languages, see eup_paragraph_join(); line breaks in them count as
 *   spaces
 *
 * Adds @text at the end, before eup_paragraph_set(). The words of a second language stand on lines of
 * their own, in the quieter style that belongs to @style.
 */
void
eup_paragraph_add (EupParagraph *self, const char *text, EupStyle style)
{
  const char *language;
  const char *second = eup_paragraph_split (text, &language);
  g_autofree char *first = NULL;

  if (second == NULL)
    {
      add_words (self, text, style);
      return;
    }
  first = g_strndup (text, (gsize) (second - text) - EUP_MARK_LENGTH);
  add_words (self, first, style);
  eup_paragraph_begin_second (self, language);
  add_words (self, second, style);
}

static double
last_line_width (EupParagraph *self)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (self->layout, (int) self->n_lines - 1), NULL,
                                 &logical);
  return pango_units_to_double (logical.width);
}

static void
break_lines (EupParagraph *self, double width)
{
  pango_layout_set_width (self->layout, pango_units_from_double (width));
  self->n_lines = (guint) pango_layout_get_line_count (self->layout);
}

/* A paragraph that ends in one short word looks like a mistake: its lines become a little shorter, as
 * long as that costs no line; enough if that is possible, else as much as there is. */
static void
lengthen_last_line (EupParagraph *self, double width)
{
  guint n = self->n_lines;
  guint second = eup_paragraph_get_second (self, NULL);
  double best = width;
  double longest = last_line_width (self);

  if (n - second == 1)
    return; /* one line in the second language is as long as it is */
  for (double part = 1 - NARROWING; n > 1 && part > NARROWEST && longest < SHORTEST_LAST_LINE * width;
       part -= NARROWING)
    {
      break_lines (self, part * width);
      if (self->n_lines > n)
        break;
      if (last_line_width (self) > longest + 0.1)
        {
          best = part * width;
          longest = last_line_width (self);
        }
    }
  break_lines (self, best);
}

/* Where the last word begins that ends before @end; for Chinese, the last character. */
static gsize
last_word (const char *text, gsize end)
{
  const char *c = text + end;

  while (c > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (c))))
    c = g_utf8_prev_char (c);
  if (c > text && eup_script_is_han (g_utf8_get_char (g_utf8_prev_char (c))))
    return (gsize) (g_utf8_prev_char (c) - text);
  while (c > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (c))))
    c = g_utf8_prev_char (c);
  while (c > text && strchr (" ,;:-", g_utf8_prev_char (c)[0]) != NULL)
    c = g_utf8_prev_char (c);
  return (gsize) (c - text);
}

/* Where the words that are left end, and where the text does, with its "…". */
typedef struct
{
  guint words;
  guint text;
} End;

/* For pango_attr_list_filter(): drops an attribute of words that are gone. The last one left reaches
 * over "…" to its end: one that ended inside would tear its bytes apart. */
static gboolean
is_beyond_cb (PangoAttribute *attribute, gpointer data)
{
  const End *end = data;

  if (attribute->end_index >= end->words)
    attribute->end_index = end->text;
  return attribute->start_index >= end->words && attribute->start_index > 0;
}

/* Sets the text anew after it became shorter and got its "…". Pango reads as far as the attributes
 * say, so none of them may reach farther than the text. */
static void
shorten_text (EupParagraph *self, gsize words)
{
  End end = { (guint) words, (guint) self->text->len };
  g_autoptr (PangoAttrList) beyond = pango_attr_list_filter (self->attributes, is_beyond_cb, &end);

  pango_layout_set_attributes (self->layout, self->attributes);
  pango_layout_set_text (self->layout, self->text->str, (int) self->text->len);
}

/* Takes words away from the end until the rest and "…" fit into @max_lines. */
static void
cut_words (EupParagraph *self, double width, guint max_lines)
{
  const PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, (int) max_lines - 1);
  gsize end = (gsize) (pango_layout_line_get_start_index ((PangoLayoutLine *) line) +
                       pango_layout_line_get_length ((PangoLayoutLine *) line));

  self->cut = TRUE;
  do
    {
      end = last_word (self->text->str, end);
      g_string_truncate (self->text, end);
      g_string_append (self->text, "…");
      shorten_text (self, end);
      break_lines (self, width);
    }
  while (self->n_lines > max_lines && end > 0);
}

static gboolean
opens (gunichar c)
{
  return c == 0x201c || c == 0x2018 || c == 0x300c || c == 0x300e || c == 0x300a || c == 0x3008 ||
         c == 0xff08 || c == 0x3010;
}

/* An opening mark of a Chinese face is white on its left half: at the start of a line it would look
 * like an indent, so there it is set half as wide. */
static void
trim_openings (EupParagraph *self)
{
  const char *text = self->text->str;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_lines; i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, (int) i);
      gsize start = (gsize) pango_layout_line_get_start_index ((PangoLayoutLine *) line);
      const char *c = text + start;

      if (!opens (g_utf8_get_char (c)) || !eup_script_is_mostly_han (text))
        continue;
      add_attribute (self, pango_attr_font_features_new ("halt"), start,
                     (gsize) (g_utf8_next_char (c) - text));
      any = TRUE;
    }
  if (!any)
    return;
  pango_layout_context_changed (
      self->layout); /* the list is the same one, so Pango would not look at it again */
  self->n_lines = (guint) pango_layout_get_line_count (self->layout);
}

/* Pango moves a Chinese word beside Latin letters so that it stands on its own kind of baseline, and
 * the Chinese lines around it do not follow. On paper all of them stand on one. */
static void
level_lines (EupParagraph *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    for (GSList *l = pango_layout_get_line_readonly (self->layout, (int) i)->runs; l != NULL; l = l->next)
      ((PangoLayoutRun *) l->data)->y_offset = 0;
}

static void
set_lines (EupParagraph *self, double width, guint max_lines)
{
  add_attribute (self, pango_attr_insert_hyphens_new (strstr (self->text->str, "\302\255") != NULL), 0,
                 self->text->len);
  eup_binding_add (self->attributes, self->text->str);
  pango_layout_set_text (self->layout, self->text->str, (int) self->text->len);
  pango_layout_set_attributes (self->layout, self->attributes);
  break_lines (self, width);
  if (max_lines > 0 && self->n_lines > max_lines)
    cut_words (self, width, max_lines);
  else
    lengthen_last_line (self, width);
  trim_openings (self);
  level_lines (self);
}

/* The lines of a paragraph that was the same and is never changed again. */
static void
share_lines (EupParagraph *self, const EupParagraph *same)
{
  g_set_object (&self->layout, same->layout);
  g_string_assign (self->text, same->text->str);
  self->n_lines = same->n_lines;
  self->cut = same->cut;
}

/**
 * eup_paragraph_set:
 * @width: of the lines
 * @max_lines: how many lines there may be before the words are cut with "…"; 0 for as many as needed
 *
 * Breaks the words into lines. The typeface keeps them: the same words are broken once, however often
 * they stand on the pages and however often the pages are laid out.
 */
void
eup_paragraph_set (EupParagraph *self, double width, guint max_lines)
{
  GHashTable *known = eup_typeface_get_paragraphs (self->typeface);
  const EupParagraph *same;

  g_return_if_fail (!self->ready);

  self->width = width;
  g_string_append_printf (self->key, "\n%a %u", width, max_lines);
  same = g_hash_table_lookup (known, self->key->str);
  if (same != NULL)
    share_lines (self, same);
  else
    {
      set_lines (self, width, max_lines);
      g_hash_table_insert (known, self->key->str, eup_paragraph_ref (self));
    }
  self->ready = TRUE;
}

guint
eup_paragraph_get_n_lines (const EupParagraph *self)
{
  g_return_val_if_fail (self->ready, 0);

  return self->n_lines;
}

/**
 * eup_paragraph_is_cut:
 *
 * Returns: whether the words are longer than the lines they were allowed
 */
gboolean
eup_paragraph_is_cut (const EupParagraph *self)
{
  return self->cut;
}

double
eup_paragraph_get_leading (const EupParagraph *self)
{
  return self->leading;
}

/**
 * eup_paragraph_get_rise:
 *
 * Returns: how far the first baseline stands below the top of the first line
 */
double
eup_paragraph_get_rise (const EupParagraph *self)
{
  return self->rise;
}

/**
 * eup_paragraph_get_width:
 *
 * Returns: the width of the widest line
 */
double
eup_paragraph_get_width (const EupParagraph *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

const char *
eup_paragraph_get_language (const EupParagraph *self)
{
  return self->language;
}
