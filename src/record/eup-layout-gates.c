/* What can hold a yes back: what is open, what somebody went past, and by name what is in order. */

#include "record/eup-table.h"

static void
add_needs (EupLayout *self, EupTable *table, EupCell *cell, const EupGateState *state, EupStyle style)
{
  for (guint i = 0; i < state->needs->len; i++)
    {
      const EupGateNeed *need = g_ptr_array_index (state->needs, i);
      g_autofree char *missing = eup_layout_say_both (self, need->missing);

      eup_cell_add_after (cell, eup_layout_text (self, missing, style, eup_table_get_width (table, 2)), 2);
    }
}

/* "Karin Lund, unit manager, went ahead all the same, 7 January 2027" */
static char *
make_overridden (EupLayout *self, const EupOverride *override)
{
  g_autofree char *who = eup_layout_who (self, override->name, override->role);
  g_autofree char *time = eup_layout_time (self, override->at);

  return *time ? eup_words_fill ("overridden-by", self->language, "who", who, "time", time, NULL)
               : g_strdup (who);
}

/* Who went ahead, when, and the reason in that person's own words. */
static void
add_override (EupLayout *self, EupTable *table, EupCell *cell, const EupOverride *override)
{
  g_autofree char *line = EUP_BOTH (self, make_overridden, override);
  g_auto (GStrv) reason = g_strsplit (override->reason ? override->reason : "", "\n", -1);
  double width = eup_table_get_width (table, 2);

  eup_cell_add_after (cell, eup_layout_text (self, line, EUP_STYLE_TABLE_STRONG, width), 3);
  for (guint i = 0; reason[i] != NULL; i++)
    if (*g_strstrip (reason[i]) != '\0')
      eup_cell_add (cell, eup_layout_text (self, reason[i], EUP_STYLE_WORDS_TABLE, width), NULL);
}

static const char *
state_key (const EupGateState *state)
{
  if (state->overridden)
    return "gate-overridden";
  if (!state->open)
    return "gates-closed";
  if (state->gate->kind == EUP_GATE_WARNING)
    return "gate-warning";
  return state->gate->at_signing ? "gate-signing" : "gate-open";
}

static const EupOverride *
find_override (EupLayout *self, const EupGateState *state)
{
  return eup_assessment_find (self->assessment, EUP_PART_OVERRIDE, state->gate->id);
}

/* Whether its name says enough. What somebody wrote beside a gate stands, also when it was met later. */
static gboolean
is_closed (EupLayout *self, const EupGateState *state)
{
  return !state->open && !state->overridden && find_override (self, state) == NULL;
}

static void
add_gate (EupLayout *self, EupTable *table, const EupGateState *state)
{
  gboolean holds = state->open && state->gate->kind != EUP_GATE_WARNING;
  const EupOverride *override = find_override (self, state);
  g_autofree char *title = eup_layout_say_both (self, state->gate->title);
  EupCell *cell;

  eup_table_add_text (table, "TH", EUP_STYLE_TABLE, title);
  eup_table_add_text (table, "TD", holds || state->overridden ? EUP_STYLE_TABLE_STRONG : EUP_STYLE_TABLE,
                      eup_layout_both (self, state_key (state)));
  cell = eup_table_add_cell (table, "TD");
  add_needs (self, table, cell, state, holds ? EUP_STYLE_TABLE_STRONG : EUP_STYLE_TABLE);
  if (override != NULL)
    add_override (self, table, cell, override);
  eup_table_end_row (table);
}

/* What somebody wrote beside a gate that does not count in this case stands as well. */
static void
add_elsewhere (EupLayout *self, EupTable *table, const EupOverride *override)
{
  const EupGate *gate = eup_method_find_gate (self->snapshot->model->method, override->id);
  g_autofree char *title = gate ? eup_layout_say_both (self, gate->title) : g_strdup (override->id);

  eup_table_add_text (table, "TH", EUP_STYLE_TABLE, title);
  eup_table_add_text (table, "TD", EUP_STYLE_TABLE, eup_layout_both (self, "gate-elsewhere"));
  add_override (self, table, eup_table_add_cell (table, "TD"), override);
  eup_table_end_row (table);
}

static gboolean
counts (GPtrArray *gates, const char *id)
{
  for (guint i = 0; i < gates->len; i++)
    if (g_strcmp0 (((const EupGateState *) g_ptr_array_index (gates, i))->gate->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_rows (EupLayout *self, GPtrArray *gates)
{
  for (guint i = 0; i < gates->len; i++)
    if (!is_closed (self, g_ptr_array_index (gates, i)))
      return TRUE;
  return self->assessment->overrides->len > 0;
}

/* Those in order need no row each: their names are enough, the twin has every one. */
static char *
list_closed (EupLayout *self, GPtrArray *gates)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (gates->len, g_free, TRUE);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = g_ptr_array_index (gates, i);

      if (is_closed (self, state))
        g_ptr_array_add (titles, eup_layout_say (self, state->gate->title));
    }
  return g_strjoinv ("\302\240· ", (char **) titles->pdata);
}

static void
add_closed (EupLayout *self, GPtrArray *gates)
{
  g_autofree char *list = EUP_BOTH (self, list_closed, gates);
  EupParagraph *paragraph;

  if (*list == '\0')
    return;
  paragraph = eup_layout_text (self, list, EUP_STYLE_TEXT, EUP_TEXT_WIDTH);
  eup_layout_row (self, eup_layout_both (self, "gates-closed"), &paragraph, 1,
                  has_rows (self, gates) ? 0.4 : 1);
}

static void
add_open (EupLayout *self, GPtrArray *gates)
{
  const char *const heads[] = { eup_layout_both (self, "head-gate"), eup_layout_both (self, "head-state"),
                                eup_layout_both (self, "head-closed-by") };
  static const guint columns[] = { 1, 1, 2 };
  GPtrArray *overrides = self->assessment->overrides;
  EupTable *table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);

  for (guint i = 0; i < gates->len; i++)
    if (!is_closed (self, g_ptr_array_index (gates, i)))
      add_gate (self, table, g_ptr_array_index (gates, i));
  for (guint i = 0; i < overrides->len; i++)
    {
      const EupOverride *override = g_ptr_array_index (overrides, i);

      if (!counts (gates, override->id))
        add_elsewhere (self, table, override);
    }
  eup_table_end (table);
}

/* A result is worth as much as its time: that of the sealing, when each was asked for the last time. */
static char *
make_note (EupLayout *self)
{
  g_autofree char *time = eup_layout_time (self, self->snapshot->sealed);
  g_autofree char *when = NULL;

  if (self->snapshot->draft || *time == '\0')
    return g_strdup (eup_layout_word (self, "gates-note"));
  when = eup_words_fill ("gates-when", self->language, "time", time, NULL);
  return g_strconcat (eup_layout_word (self, "gates-note"), g_str_equal (self->language, "zh") ? "" : " ",
                      when, NULL);
}

/**
 * eup_layout_gates:
 *
 * Draws what a yes requires: each requirement that is open with what is missing, each that somebody
 * went past with name and reason, the names of those that are met, and when all this was so.
 */
void
eup_layout_gates (EupLayout *self)
{
  g_autoptr (GPtrArray) gates = eup_rules_gates (self->assessment, self->snapshot->model);
  g_autofree char *note = EUP_BOTH (self, make_note);
  EupBlock *anchor;

  if (gates->len == 0)
    return;
  eup_layout_section (self, eup_layout_both (self, "gates"), note, 80);
  anchor = eup_block_new ();
  eup_block_add_anchor (anchor, "gates");
  eup_paper_place (self->paper, anchor);
  if (has_rows (self, gates))
    add_open (self, gates);
  add_closed (self, gates);
}
