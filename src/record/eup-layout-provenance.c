/* Where the record comes from: method, catalogue and data with their digests, and counts of sources. */

#include "eup-config.h"
#include "record/eup-layout-private.h"
#include "record/eup-twin.h"
#include "util/eup-digest.h"

#define FIRST_BASELINE 12.5
#define AFTER 7.5

static void
add_row (EupLayout *self, const char *label, const char *text, const char *digest, gboolean first)
{
  EupBlock *block = eup_block_new ();
  double last = FIRST_BASELINE - 11;
  g_autofree char *digits = digest ? eup_digest_grouped (digest, 0) : NULL;

  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, first ? 1 : 0.4,
                      first ? EUP_COLOUR_TEXT : EUP_COLOUR_TABLE_ROW);
  eup_block_begin (block, "TR");
  eup_block_begin (block, "TH")->scope = g_strdup ("Row");
  eup_block_add_text (block, "P",
                      eup_layout_text (self, eup_layout_word (self, label), EUP_STYLE_SMALL_STRONG,
                                       EUP_COLUMN_WIDTH),
                      EUP_COLUMN_1, FIRST_BASELINE);
  eup_block_end (block);
  eup_block_begin (block, "TD");
  last = eup_layout_stack (block, "P", eup_layout_text (self, text, EUP_STYLE_SMALL, EUP_TEXT_WIDTH),
                           EUP_COLUMN_2, last, 0);
  if (digits != NULL)
    last = eup_layout_stack (block, "P", eup_layout_text (self, digits, EUP_STYLE_DIGITS, EUP_TEXT_WIDTH),
                             EUP_COLUMN_2, last, 0);
  eup_block_end (block);
  eup_block_end (block);
  eup_block_set_height (block, last + AFTER);
  eup_paper_place (self->paper, block);
}

static char *
count_sources (EupLayout *self)
{
  guint answers = 0, verbatim = 0, summaries = 0, none = 0, translated = 0;
  g_auto (GStrv) numbers = g_new0 (char *, 6);

  for (guint i = 0; i < self->assessment->statements->len; i++)
    {
      const EupStatement *statement = g_ptr_array_index (self->assessment->statements, i);
      gboolean words = eup_layout_is_said (statement->words);

      if (eup_statement_is_empty (statement))
        continue;
      answers += eup_statement_is_answer (statement);
      none += !eup_statement_is_answer (statement);
      verbatim += words && !statement->summary;
      summaries += words && statement->summary;
      translated += eup_layout_is_said (statement->translation);
    }
  numbers[0] = g_strdup_printf ("%u", answers);
  numbers[1] = g_strdup_printf ("%u", verbatim);
  numbers[2] = g_strdup_printf ("%u", summaries);
  numbers[3] = g_strdup_printf ("%u", none);
  numbers[4] = g_strdup_printf ("%u", translated);
  return eup_words_fill ("sources-counts", self->language, "statements", numbers[0], "verbatim", numbers[1],
                         "summaries", numbers[2], "none", numbers[3], "translated", numbers[4], NULL);
}

/**
 * eup_layout_provenance:
 *
 * Draws what lets anyone check the record without this program.
 */
void
eup_layout_provenance (EupLayout *self)
{
  const EupSnapshot *snapshot = self->snapshot;
  g_autofree char *title = eup_layout_say (self, eup_method_get_title (snapshot->model->method));
  g_autofree char *method = eup_words_fill ("version", self->language, "title", title, "version",
                                            eup_method_get_version (snapshot->model->method), NULL);
  g_autofree char *catalogue =
      eup_words_fill ("version", self->language, "title", eup_catalogue_get_id (snapshot->model->catalogue),
                      "version", eup_catalogue_get_version (snapshot->model->catalogue), NULL);
  g_autofree char *file = eup_twin_file_name (snapshot);
  g_autofree char *twin = eup_words_fill ("twin-file", self->language, "file", file, NULL);
  g_autofree char *counts = count_sources (self);
  g_autofree char *sealed = eup_layout_time (self, snapshot->sealed);

  eup_layout_section (self, eup_layout_word (self, "provenance"), eup_layout_word (self, "provenance-note"),
                      150);
  eup_paper_begin (self->paper, "Table");
  add_row (self, "label-method", method, eup_method_get_digest (snapshot->model->method), TRUE);
  add_row (self, "label-catalogue", catalogue, eup_catalogue_get_digest (snapshot->model->catalogue), FALSE);
  add_row (self, "label-twin", twin, self->twin_digest, FALSE);
  add_row (self, "label-sources", counts, NULL, FALSE);
  add_row (self, "label-sealed", snapshot->sealed ? sealed : eup_layout_word (self, "not-sealed"), NULL,
           FALSE);
  add_row (self, "label-program", "Euphoria " EUP_VERSION, NULL, FALSE);
  eup_paper_end (self->paper);
}
