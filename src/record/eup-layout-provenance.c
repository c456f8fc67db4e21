/* Where the record comes from: what it was made with and the data, each with its digest; counts of
 * sources; how long it is kept. */

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
  EupParagraph *name =
      eup_layout_text (self, eup_layout_both (self, label), EUP_STYLE_SMALL_STRONG, EUP_COLUMN_WIDTH);
  double beside = FIRST_BASELINE + eup_layout_second_depth (name);
  g_autofree char *digits = digest ? eup_digest_grouped (digest, 0) : NULL;

  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, first ? 1 : 0.4,
                      first ? EUP_COLOUR_TEXT : EUP_COLOUR_TABLE_ROW);
  eup_block_begin (block, "TR");
  eup_block_begin (block, "TH")->scope = g_strdup ("Row");
  eup_block_add_text (block, "P", name, EUP_COLUMN_1, FIRST_BASELINE);
  eup_block_end (block);
  eup_block_begin (block, "TD");
  last = eup_layout_stack (block, "P", eup_layout_text (self, text, EUP_STYLE_SMALL, EUP_TEXT_WIDTH),
                           EUP_COLUMN_2, last, 0);
  if (digits != NULL)
    last = eup_layout_stack (block, "P", eup_layout_text (self, digits, EUP_STYLE_DIGITS, EUP_TEXT_WIDTH),
                             EUP_COLUMN_2, last, 0);
  eup_block_end (block);
  eup_block_end (block);
  eup_block_set_height (block, MAX (last, beside) + AFTER);
  eup_paper_place (self->paper, block);
}

static char *
count_sources (EupLayout *self)
{
  guint answers = 0, verbatim = 0, summaries = 0, none = 0, translated = 0, withdrawn = 0;
  g_auto (GStrv) numbers = g_new0 (char *, 8);

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
  for (guint i = 0; i < self->assessment->consents->len; i++)
    withdrawn += eup_layout_is_said (
        ((const EupConsent *) g_ptr_array_index (self->assessment->consents, i))->withdrawn);
  numbers[0] = g_strdup_printf ("%u", answers);
  numbers[1] = g_strdup_printf ("%u", verbatim);
  numbers[2] = g_strdup_printf ("%u", summaries);
  numbers[3] = g_strdup_printf ("%u", none);
  numbers[4] = g_strdup_printf ("%u", translated);
  numbers[5] = g_strdup_printf ("%u", self->assessment->consents->len);
  numbers[6] = g_strdup_printf ("%u", withdrawn);
  return eup_words_fill ("sources-counts", self->language, "statements", numbers[0], "verbatim", numbers[1],
                         "summaries", numbers[2], "none", numbers[3], "translated", numbers[4], "consents",
                         numbers[5], "withdrawn", numbers[6], NULL);
}

static char *
say_source (EupLayout *self, const EupText *title, const char *id, const char *version)
{
  return eup_words_fill ("version", self->language, "title",
                         title ? eup_text_get (title, self->language)
                               : eup_layout_word (self, "technologies"),
                         "id", id, "version", version, NULL);
}

/* One of the files that the record was made with: title, or none for the catalogue, id, version, digest. */
static void
add_source (EupLayout *self,
            const char *label,
            const EupText *title,
            const char *id,
            const char *version,
            const char *digest,
            gboolean first)
{
  g_autofree char *text = EUP_BOTH (self, say_source, title, id, version);

  add_row (self, label, text, digest, first);
}

static void
add_sources (EupLayout *self)
{
  const EupModel *model = self->snapshot->model;

  add_source (self, "label-method", eup_method_get_title (model->method), eup_method_get_id (model->method),
              eup_method_get_version (model->method), eup_method_get_digest (model->method), TRUE);
  for (guint i = 0; model->additions != NULL && i < model->additions->len; i++)
    {
      const EupAdditionPin *addition = g_ptr_array_index (model->additions, i);

      add_source (self, "label-addition", addition->title, addition->id, addition->version, addition->digest,
                  FALSE);
    }
  add_source (self, "label-catalogue", NULL, eup_catalogue_get_id (model->catalogue),
              eup_catalogue_get_version (model->catalogue), eup_catalogue_get_digest (model->catalogue),
              FALSE);
  if (model->rules != NULL)
    add_source (self, "label-rules", eup_rule_pack_get_title (model->rules),
                eup_rule_pack_get_id (model->rules), eup_rule_pack_get_version (model->rules),
                eup_rule_pack_get_digest (model->rules), FALSE);
}

/* How long the record is kept: computed, never chosen; a proposal to the archive. */
static char *
make_retention (EupLayout *self)
{
  EupRulePack *rules = self->snapshot->model->rules;
  EupRetention retention = eup_rules_retention (self->assessment, self->snapshot->model);
  const EupRetentionRule *rule = rules ? eup_rule_pack_get_retention (rules) : NULL;
  const char *space = g_str_equal (self->language, "zh") ? "" : " ";
  g_autofree char *year = g_strdup_printf ("%d", retention.year);
  g_autofree char *years = rule ? g_strdup_printf ("%d", rule->years) : NULL;
  GString *text = g_string_new (NULL);

  if (retention.always)
    g_string_append (text, eup_layout_word (self, "kept-always"));
  else if (retention.year > 0)
    {
      g_autofree char *until =
          eup_words_fill ("kept-until", self->language, "year", year, "years", years, NULL);

      g_string_append (text, until);
    }
  if (retention.birth_day_unknown)
    g_string_append_printf (text, "%s%s", text->len ? space : "", eup_layout_word (self, "kept-unknown"));
  if (text->len > 0 && rule != NULL && rule->note != NULL)
    g_string_append_printf (text, "%s%s", space, eup_text_get (rule->note, self->language));
  if (text->len > 0 && rule != NULL &&
      eup_rule_pack_must_verify (rules, (const char *const *) rule->references))
    g_string_append_printf (text, "%s%s", space, eup_layout_word (self, "verify"));
  return g_string_free_and_steal (text);
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
  g_autofree char *file = eup_twin_file_name (snapshot);
  const char *place = eup_snapshot_holds_twin (snapshot) ? "twin-file-inside" : "twin-file";
  g_autofree char *twin = eup_layout_fill (self, place, "file", file, NULL);
  g_autofree char *counts = EUP_BOTH (self, count_sources);
  g_autofree char *kept = EUP_BOTH (self, make_retention);
  g_autofree char *sealed = EUP_BOTH (self, eup_layout_time, snapshot->sealed);

  eup_layout_section (self, eup_layout_both (self, "provenance"), eup_layout_both (self, "provenance-note"),
                      150);
  eup_paper_begin (self->paper, "Table");
  add_sources (self);
  add_row (self, "label-twin", twin, self->twin_digest, FALSE);
  if (snapshot->amendment == NULL)
    add_row (self, "label-sources", counts, NULL, FALSE);
  if (*kept != '\0')
    add_row (self, "label-kept", kept, NULL, FALSE);
  add_row (self, "label-sealed", snapshot->sealed ? sealed : eup_layout_both (self, "not-sealed"), NULL,
           FALSE);
  add_row (self, "label-program", "Euphoria " EUP_VERSION, NULL, FALSE);
  eup_paper_end (self->paper);
}
