/* What was filled in beside the words: a grey label, then what stands there. */

#include "record/eup-layout-fields.h"

#include <string.h>

#define LABEL_GAP "  "

static gboolean
is_filled (const EupStatement *statement, const EupQuestionField *field)
{
  return eup_layout_is_said (eup_statement_get_field (statement, field->id));
}

/**
 * eup_layout_has_fields:
 *
 * Returns: whether something was filled in beside the words
 */
gboolean
eup_layout_has_fields (const EupQuestion *question, const EupStatement *statement)
{
  for (guint i = 0; i < question->fields->len; i++)
    if (is_filled (statement, g_ptr_array_index (question->fields, i)))
      return TRUE;
  return FALSE;
}

/* A label that asks ends with its own mark, any other with a colon. */
static char *
make_label (EupLayout *self, const EupQuestionField *field)
{
  g_autofree char *label = eup_layout_say (self, field->label);
  gboolean asks = g_str_has_suffix (label, "?") || g_str_has_suffix (label, "？");

  if (g_str_equal (self->language, "zh"))
    return g_strconcat (label, asks ? "" : "：", NULL);
  return g_strconcat (label, asks ? LABEL_GAP : ": ", NULL);
}

/* Whether somebody wrote it, rather than chose it from a list. */
static gboolean
is_written (const EupQuestionField *field)
{
  return field->kind == EUP_FIELD_KIND_LINE || field->kind == EUP_FIELD_KIND_WORDS;
}

static EupStyle
value_style (const EupStatement *statement, const EupQuestionField *field, gboolean table)
{
  if (is_written (field) && !statement->summary)
    return table ? EUP_STYLE_WORDS_TABLE : EUP_STYLE_WORDS;
  return table ? EUP_STYLE_TABLE : EUP_STYLE_TEXT;
}

static char *
make_value (EupLayout *self, const EupStatement *statement, const EupQuestionField *field)
{
  if (field->kind == EUP_FIELD_KIND_DATE)
    return eup_layout_date (self, eup_statement_get_field (statement, field->id));
  return eup_rules_field_words (statement, field, self->language);
}

/* The label again, with what was chosen; what was written stands once. */
static void
add_second (EupLayout *second,
            EupParagraph *paragraph,
            const EupStatement *statement,
            const EupQuestionField *field,
            gboolean table)
{
  EupStyle style = table ? EUP_STYLE_TABLE_GREY : EUP_STYLE_TEXT_GREY;
  g_autofree char *label = second ? make_label (second, field) : NULL;
  g_autofree char *value = second && !is_written (field) ? make_value (second, statement, field) : NULL;

  eup_layout_add_second (second, paragraph, label, style);
  eup_layout_add_second (second, paragraph, value, style);
}

/* Label and value as paragraphs; words in another language stand apart from the label, so that a
 * screen reader says each in its own. */
static void
write_field (EupLayout *self,
             const EupStatement *statement,
             const EupQuestionField *field,
             double width,
             gboolean table,
             EupFieldFunc func,
             gpointer data)
{
  const char *tag = is_written (field) ? eup_layout_tag_language (self, statement->language) : NULL;
  EupStyle style = value_style (statement, field, table);
  g_autofree char *label = make_label (self, field);
  g_autofree char *value = make_value (self, statement, field);
  g_auto (GStrv) parts = g_strsplit (value, "\n", -1);
  EupParagraph *paragraph = eup_paragraph_new (self->typeface, self->language);

  eup_paragraph_add (paragraph, label, table ? EUP_STYLE_TABLE_GREY : EUP_STYLE_TEXT_GREY);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) == '\0')
        continue;
      if (paragraph != NULL && tag == NULL)
        eup_paragraph_add (paragraph, parts[i], style);
      if (paragraph != NULL)
        {
          add_second (self->second, paragraph, statement, field, table);
          eup_paragraph_set (paragraph, width, 0);
          func (g_steal_pointer (&paragraph), NULL, data);
          if (tag == NULL)
            continue;
        }
      func (eup_paragraph_new_text (self->typeface, tag ? statement->language : self->language, parts[i],
                                    style, width),
            tag, data);
    }
  g_clear_pointer (&paragraph, eup_paragraph_unref);
}

/**
 * eup_layout_fields:
 * @width: of the lines
 * @table: whether they stand in a table, where letters are smaller
 * @func: takes over each paragraph
 *
 * Writes what was filled in beside the words, field by field in the method's order.
 */
void
eup_layout_fields (EupLayout *self,
                   const EupQuestion *question,
                   const EupStatement *statement,
                   double width,
                   gboolean table,
                   EupFieldFunc func,
                   gpointer data)
{
  for (guint i = 0; i < question->fields->len; i++)
    {
      const EupQuestionField *field = g_ptr_array_index (question->fields, i);

      if (is_filled (statement, field))
        write_field (self, statement, field, width, table, func, data);
    }
}
