/* Who heard their own words before the seal, and what they said of them. */

#include "record/eup-table.h"

/* When the person was last read to; of what still holds. */
static const EupConfirmation *
find_last (EupLayout *self, const EupOwnWords *own)
{
  const EupConfirmation *last = NULL;

  for (guint i = 0; i < own->statements->len; i++)
    {
      const EupConfirmation *confirmation =
          eup_rules_confirmation (self->assessment, own->statements->pdata[i]);

      if (confirmation != NULL && (last == NULL || g_strcmp0 (confirmation->at, last->at) > 0))
        last = confirmation;
    }
  return last;
}

static void
add_person (EupLayout *self, EupTable *table, const EupOwnWords *own)
{
  g_autofree char *role = EUP_BOTH (self, eup_layout_role, own->person);
  EupCell *cell = eup_table_add_text (table, "TH", EUP_STYLE_TABLE, eup_layout_name (self, own->person));

  if (*role != '\0')
    eup_cell_add (cell, eup_layout_text (self, role, EUP_STYLE_TABLE_GREY, EUP_COLUMN_WIDTH), NULL);
}

/* How much of it, when, and who read. */
static void
add_hearing (EupLayout *self, EupTable *table, const EupOwnWords *own)
{
  const EupConfirmation *last = find_last (self, own);
  g_autofree char *n = g_strdup_printf ("%u", own->n_heard);
  g_autofree char *all = g_strdup_printf ("%u", own->statements->len + own->n_covered);
  g_autofree char *some = eup_layout_fill (self, "read-some", "n", n, "all", all, NULL);
  g_autofree char *time = EUP_BOTH (self, eup_layout_time, last->at);
  EupCell *cell =
      eup_table_add_text (table, "TD", EUP_STYLE_TABLE,
                          eup_own_words_are_heard (own) ? eup_layout_both (self, "read-all") : some);

  eup_cell_add (cell, eup_layout_text (self, time, EUP_STYLE_TABLE_GREY, EUP_COLUMN_WIDTH), NULL);
  if (eup_layout_is_said (last->by))
    {
      g_autofree char *by = eup_layout_fill (self, "read-by", "name", last->by, NULL);

      eup_cell_add (cell, eup_layout_text (self, by, EUP_STYLE_TABLE_GREY, EUP_COLUMN_WIDTH), NULL);
    }
}

/* A label and the words after it, which go on in lines of their own where they were written so. */
static void
add_lines (EupLayout *self, EupCell *cell, const char *key, const char *text, const char *language)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  const char *colon = g_str_equal (self->language, "zh") ? "：" : ": ";
  const char *spoken = eup_layout_is_said (language) ? language : self->language;
  const char *label = eup_layout_word (self, key);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      EupParagraph *paragraph;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      paragraph = eup_paragraph_new (self->typeface, spoken);
      if (label != NULL)
        {
          eup_paragraph_add (paragraph, label, EUP_STYLE_TABLE_GREY);
          eup_paragraph_add (paragraph, colon, EUP_STYLE_TABLE_GREY);
          label = NULL;
        }
      eup_paragraph_add (paragraph, lines[i], EUP_STYLE_WORDS_TABLE);
      if (i == 0 && self->second != NULL)
        eup_layout_add_second (self->second, paragraph, eup_layout_word (self->second, key),
                               EUP_STYLE_TABLE_GREY);
      eup_paragraph_set (paragraph, EUP_TWO_COLUMNS, 0);
      eup_cell_add (cell, paragraph, eup_layout_tag_language (self, language));
    }
}

static void
add_subject (EupLayout *self, EupCell *cell, const EupStatement *statement)
{
  const EupQuestion *question = eup_method_find_question (self->snapshot->model->method, statement->question);
  g_autofree char *title = eup_layout_say_both (self, question->title);
  g_autofree char *label = g_strdup_printf ("%d\302\240\302\240%s", question->number, title);

  eup_cell_add_after (cell, eup_layout_text (self, label, EUP_STYLE_TABLE_STRONG, EUP_TWO_COLUMNS), 3);
}

/* What was changed, from what to what; what is objected to, and why. A plain yes needs no line. */
static gboolean
add_answer (EupLayout *self, EupCell *cell, const EupStatement *statement)
{
  const EupConfirmation *confirmation = eup_rules_confirmation (self->assessment, statement);
  gboolean changed = confirmation != NULL && g_strcmp0 (confirmation->answer, "changed") == 0;
  g_autofree char *stance = eup_layout_stance (self, statement);
  gboolean own = eup_layout_is_said (statement->words);

  if (confirmation == NULL || (!changed && g_strcmp0 (confirmation->answer, "objects") != 0))
    return FALSE;
  add_subject (self, cell, statement);
  if (changed)
    {
      add_lines (self, cell, "read-before", confirmation->before, statement->language);
      add_lines (self, cell, "read-now", statement->words, statement->language);
      return TRUE;
    }
  add_lines (self, cell, "read-objects", own ? statement->words : stance, own ? statement->language : NULL);
  add_lines (self, cell, "read-objection", confirmation->words, NULL);
  return TRUE;
}

static void
add_row (EupLayout *self, EupTable *table, const EupOwnWords *own)
{
  gboolean any = FALSE;
  EupCell *cell;

  add_person (self, table, own);
  add_hearing (self, table, own);
  cell = eup_table_add_cell (table, "TD");
  for (guint i = 0; i < own->statements->len; i++)
    any = add_answer (self, cell, own->statements->pdata[i]) || any;
  if (!any)
    eup_cell_add (cell,
                  eup_layout_text (self, eup_layout_both (self, "read-as-it-is"), EUP_STYLE_TABLE,
                                   EUP_TWO_COLUMNS),
                  NULL);
  eup_table_end_row (table);
}

/* Who goes without: it may be right, but it is said. */
static void
add_not_read (EupLayout *self, GPtrArray *all, gboolean rule)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL, *words = NULL;
  EupParagraph *note;
  EupBlock *block;

  for (guint i = 0; i < all->len; i++)
    if (((EupOwnWords *) all->pdata[i])->n_heard == 0)
      g_ptr_array_add (names, (gpointer) eup_layout_name (self, ((EupOwnWords *) all->pdata[i])->person));
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (eup_layout_word (self, "list-comma"), (char **) names->pdata);
  words = eup_layout_fill (self, "not-read", "names", joined, NULL);
  note = eup_layout_text (self, words, EUP_STYLE_TEXT, EUP_FULL_WIDTH);
  block = eup_block_new ();
  if (rule)
    eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  eup_block_set_height (block, 17 + eup_paragraph_get_n_lines (note) * eup_paragraph_get_leading (note));
  eup_block_add_text (block, "P", note, EUP_COLUMN_1, 17);
  eup_paper_place (self->paper, block);
}

/**
 * eup_layout_read_back:
 *
 * Draws who has heard their own words, what they changed and what they object to, and who has not heard
 * them; nothing where nobody said anything.
 */
void
eup_layout_read_back (EupLayout *self)
{
  const char *const heads[] = { eup_layout_both (self, "head-name"), eup_layout_both (self, "head-read"),
                                eup_layout_both (self, "head-read-said") };
  static const guint columns[] = { 1, 1, 2 };
  g_autoptr (GPtrArray) all = eup_rules_own_words (self->assessment, self->snapshot->model);
  EupTable *table = NULL;

  if (all->len == 0)
    return;
  eup_layout_section (self, eup_layout_both (self, "read-back"), eup_layout_both (self, "read-back-note"),
                      80);
  for (guint i = 0; i < all->len; i++)
    {
      const EupOwnWords *own = all->pdata[i];

      if (own->n_heard == 0)
        continue;
      if (table == NULL)
        table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
      add_row (self, table, own);
    }
  if (table != NULL)
    eup_table_end (table);
  add_not_read (self, all, table == NULL);
}
