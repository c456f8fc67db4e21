/* What the law says, as the rule pack has it: citation, what it says, and where a lawyer must look
 * before anybody relies on it. */

#include "ui/meeting/eup-reference-rows.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"

/* The badge is words, not only a mark. */
static GtkWidget *
new_badge (void)
{
  GtkWidget *badge = gtk_label_new (_ ("Verify with a lawyer"));

  gtk_label_set_wrap (GTK_LABEL (badge), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (badge), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "chip-pill");
  return badge;
}

/**
 * eup_reference_row_new:
 * @reference: of a rule pack
 *
 * Returns: (transfer floating): a row with its citation and what it says
 */
GtkWidget *
eup_reference_row_new (const EupReference *reference)
{
  const char *language = eup_ui_language ();
  GtkWidget *row = adw_action_row_new ();
  /* Translators: where the text of a law was read, and when: "Lag (2001:454) … (2025-10)" */
  g_autofree char *source = g_strdup_printf (_ ("Read in: %1$s (%2$s)"), reference->source, reference->read);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), eup_text_get (reference->citation, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), eup_text_get (reference->says, language));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_tooltip_text (row, source);
  if (reference->verify)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_badge ());
  return row;
}

/**
 * eup_reference_rows_new:
 * @rules: a rule pack
 * @ids: (nullable) (array zero-terminated=1): some of its references
 *
 * Returns: (transfer floating) (nullable): a row that opens on them; %NULL where there are none
 */
GtkWidget *
eup_reference_rows_new (const EupRulePack *rules, const char *const *ids)
{
  GtkWidget *expander;

  if (ids == NULL || ids[0] == NULL)
    return NULL;
  expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("What the rules say"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const EupReference *reference = eup_rule_pack_find_reference (rules, ids[i]);

      if (reference != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), eup_reference_row_new (reference));
    }
  return expander;
}
