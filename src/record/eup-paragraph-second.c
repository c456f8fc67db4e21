/* The same words in two languages: the second stands below the first, quieter, on lines of its own.
 *
 * The form's words travel as one text from where they are looked up to where they are set: first the one
 * language, then a mark that says which comes, then the other. The marks are noncharacters of Unicode,
 * which are kept for such inner use: no keyboard has them and no font draws them. */

#include "record/eup-paragraph-private.h"

#include <string.h>

static const struct
{
  const char *mark;
  const char *language;
} marks[] = { { "\357\267\220", "sv" }, { "\357\267\221", "en" }, { "\357\267\222", "zh" } };

/**
 * eup_paragraph_join:
 * @first: words in the first language
 * @second: (nullable): the same in the second
 * @language: of @second: "sv", "en" or "zh"
 *
 * Returns: (transfer full): both as one text for eup_paragraph_add(); @first alone where there is no
 *   second, or it says the same letter by letter
 */
char *
eup_paragraph_join (const char *first, const char *second, const char *language)
{
  if (second == NULL || *second == '\0' || *first == '\0' || g_str_equal (first, second))
    return g_strdup (first);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (marks[i].language, language))
      return g_strconcat (first, marks[i].mark, second, NULL);
  g_return_val_if_reached (g_strdup (first));
}

/* Returns: (nullable) (transfer none): where the second language begins in @text, after its mark */
const char *
eup_paragraph_split (const char *text, const char **language)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (text, marks[i].mark);

      if (mark == NULL)
        continue;
      *language = marks[i].language;
      return mark + EUP_MARK_LENGTH;
    }
  return NULL;
}

/**
 * eup_paragraph_begin_second:
 * @language: "sv", "en" or "zh"
 *
 * What is added from here on is the same in another language. Nothing may come in the first any more.
 */
void
eup_paragraph_begin_second (EupParagraph *self, const char *language)
{
  if (self->text->len > 0)
    g_set_str (&self->second_language, language);
}

/**
 * eup_paragraph_has_second:
 *
 * Returns: whether it says the same in a second language
 */
gboolean
eup_paragraph_has_second (const EupParagraph *self)
{
  return self->second > 0;
}

/**
 * eup_paragraph_get_second:
 * @language: (out) (optional) (nullable): which language it is, as a tag says it: "zh-CN"
 *
 * Returns: the first line of the second language; the number of lines where there is none
 */
guint
eup_paragraph_get_second (const EupParagraph *self, const char **language)
{
  guint line = self->n_lines;

  if (language != NULL)
    *language = g_strcmp0 (self->second_language, "zh") == 0 ? "zh-CN" : self->second_language;
  if (self->second == 0)
    return line;
  while (line > 0 && (gsize) pango_layout_line_get_start_index (
                         pango_layout_get_line_readonly (self->layout, (int) line - 1)) >= self->second)
    line--;
  return line;
}

static double
line_top (const EupParagraph *self, guint line)
{
  guint second = eup_paragraph_get_second (self, NULL);

  if (line < second || second == self->n_lines)
    return line * self->leading;
  return second * self->leading - (self->leading - self->second_leading) * 0.8 +
         (line - second) * self->second_leading;
}

/**
 * eup_paragraph_get_offset:
 *
 * Returns: how far the baseline of @line stands below that of line @first
 */
double
eup_paragraph_get_offset (const EupParagraph *self, guint first, guint line)
{
  return line_top (self, line) - line_top (self, first);
}
