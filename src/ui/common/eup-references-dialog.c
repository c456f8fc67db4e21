/* Those that must be verified come first, under a heading of their own; the rest below. */

#include "ui/common/eup-references-dialog.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"

struct _EupReferencesDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (EupReferencesDialog, eup_references_dialog, ADW_TYPE_DIALOG)

static void
eup_references_dialog_class_init (EupReferencesDialogClass *klass)
{
}

static void
eup_references_dialog_init (EupReferencesDialog *self)
{
}

static guint
count_to_verify (EupRulePack *rules)
{
  GPtrArray *references = eup_rule_pack_get_references (rules);
  guint n = 0;

  for (guint i = 0; i < references->len; i++)
    n += ((EupReference *) references->pdata[i])->verify ? 1 : 0;
  return n;
}

static GtkWidget *
new_row (const EupReference *reference)
{
  const char *language = eup_ui_language ();
  GtkWidget *row = adw_action_row_new ();
  /* Translators: where a rule was read, and when */
  g_autofree char *read = g_strdup_printf (_ ("Read: %1$s, %2$s"), reference->source, reference->read);
  g_autofree char *says = g_strdup_printf ("%s\n%s\n%s", eup_text_get (reference->title, language),
                                           eup_text_get (reference->says, language), read);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), eup_text_get (reference->citation, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), says);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static GtkWidget *
new_group (EupRulePack *rules, gboolean verify, const char *title, const char *description)
{
  GPtrArray *references = eup_rule_pack_get_references (rules);
  GtkWidget *group = adw_preferences_group_new ();
  guint n = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  for (guint i = 0; i < references->len; i++)
    {
      const EupReference *reference = references->pdata[i];

      if (reference->verify != verify)
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (reference));
      n++;
    }
  gtk_widget_set_visible (group, n > 0);
  return group;
}

/**
 * eup_references_dialog_new:
 * @rules: whose references
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_references_dialog_new (EupRulePack *rules)
{
  EupReferencesDialog *self =
      g_object_new (EUP_TYPE_REFERENCES_DIALOG, "content-width", 640, "content-height", 640, "title",
                    _ ("What the Rules Rest On"), NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_preferences_page_add (
      ADW_PREFERENCES_PAGE (page),
      ADW_PREFERENCES_GROUP (new_group (rules, TRUE, _ ("Verify with a lawyer"),
                                        _ ("Known at second hand or likely to change. Let a lawyer look "
                                           "before you rely on it."))));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (new_group (rules, FALSE, _ ("Read at the source"), NULL)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  return ADW_DIALOG (self);
}

/**
 * eup_references_describe:
 * @rules: a rule pack
 *
 * Returns: (transfer full): "65 references, of which 32 must be verified with a lawyer"
 */
char *
eup_references_describe (EupRulePack *rules)
{
  guint n = eup_rule_pack_get_references (rules)->len;
  guint verify = count_to_verify (rules);

  if (verify == 0)
    return g_strdup_printf (ngettext ("%u reference", "%u references", n), n);
  return g_strdup_printf (ngettext ("%1$u reference; verify with a lawyer: %2$u",
                                    "%1$u references; verify with a lawyer: %2$u", n),
                          n, verify);
}
