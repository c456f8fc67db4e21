/* What the meeting weighed together, question by question: never a sum, never an order. */

#include "record/eup-table.h"

/* Whether an option is as heavy as the first that asks for a protection. */
static gboolean
is_heavy (const EupScale *scale, const EupOption *option)
{
  gboolean heavy = FALSE;

  for (guint i = 0; i < scale->options->len; i++)
    {
      const EupOption *each = g_ptr_array_index (scale->options, i);

      heavy = heavy || each->needs_safeguard;
      if (each == option)
        return heavy;
    }
  return FALSE;
}

static const EupOption *
find_option (const EupScale *scale, const EupWeight *weight)
{
  if (scale == NULL || weight == NULL || !eup_layout_is_said (weight->weight))
    return NULL;
  return eup_scale_find_option (scale, weight->weight);
}

static void
add_lines (EupLayout *self, EupTable *table, EupCell *cell, const char *key, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  const char *colon = g_str_equal (self->language, "zh") ? "：" : ": ";

  for (guint i = 0; lines[i] != NULL; i++)
    {
      EupParagraph *paragraph;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      paragraph = eup_paragraph_new (self->typeface, self->language);
      if (key != NULL)
        {
          eup_paragraph_add (paragraph, eup_layout_word (self, key), EUP_STYLE_TABLE_STRONG);
          eup_paragraph_add (paragraph, colon, EUP_STYLE_TABLE_STRONG);
        }
      eup_paragraph_add (paragraph, lines[i], EUP_STYLE_TABLE);
      if (key != NULL && self->second != NULL)
        eup_layout_add_second (self->second, paragraph, eup_layout_word (self->second, key), EUP_STYLE_TABLE);
      key = NULL;
      eup_paragraph_set (paragraph, eup_table_get_width (table, 2), 0);
      eup_cell_add (cell, paragraph, NULL);
    }
}

static void
add_weight (EupLayout *self, EupTable *table, const EupQuestion *question, const EupWeight *weight)
{
  const EupScale *scale = eup_method_get_weight_scale (self->snapshot->model->method);
  const EupOption *option = find_option (scale, weight);
  g_autofree char *title = eup_layout_say_both (self, question->title);
  g_autofree char *label = g_strdup_printf ("%d\302\240\302\240%s", question->number, title);
  g_autofree char *chosen = option ? eup_layout_get (self, option->label) : NULL;
  gboolean heavy = option != NULL && is_heavy (scale, option);
  EupCell *cell;

  eup_table_add_text (table, "TH", EUP_STYLE_TABLE, label);
  eup_table_add_text (table, "TD",
                      heavy            ? EUP_STYLE_TABLE_STRONG
                      : option != NULL ? EUP_STYLE_TABLE
                                       : EUP_STYLE_TABLE_GREY,
                      option ? chosen : eup_layout_both (self, "weight-none"));
  cell = eup_table_add_cell (table, "TD");
  if (weight != NULL)
    {
      add_lines (self, table, cell, NULL, weight->reason);
      add_lines (self, table, cell, "safeguard", weight->safeguard);
    }
  eup_table_end_row (table);
}

/**
 * eup_layout_weights:
 *
 * Draws how heavily the meeting held each question against a yes; nothing when it weighed none.
 */
void
eup_layout_weights (EupLayout *self)
{
  const char *const heads[] = { eup_layout_both (self, "head-value"), eup_layout_both (self, "head-weight"),
                                eup_layout_both (self, "head-reason") };
  static const guint columns[] = { 1, 1, 2 };
  g_autoptr (GPtrArray) open = eup_rules_open_questions (self->assessment, self->snapshot->model);
  GPtrArray *questions = eup_method_get_questions (self->snapshot->model->method);
  EupTable *table;

  if (self->assessment->weights->len == 0)
    return;
  eup_layout_section (self, eup_layout_both (self, "weights"), eup_layout_both (self, "weights-note"), 80);
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = g_ptr_array_index (questions, i);
      const EupWeight *weight = eup_assessment_find (self->assessment, EUP_PART_WEIGHT, question->id);

      if (weight != NULL || (question->weigh && g_ptr_array_find (open, question, NULL)))
        add_weight (self, table, question, weight);
    }
  eup_table_end (table);
}
