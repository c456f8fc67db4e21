/* A thing that differs in several parts is one row that names them all. New things come first, then
 * those that go, those with another rule, and last those with other words only. */

#include "ui/archive/eup-changes-dialog.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-language.h"

struct _EupChangesDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  EupModel *newer;
  GPtrArray *changes; /* EupModelChange */
  AdwPreferencesPage *page;
  GtkLabel *problem;
  GtkWidget *take_over;
};

enum
{
  TAKEN_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupChangesDialog, eup_changes_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  const char *id;
  const char *words;
} Named;

static const Named sorts[] = {
  { "question", N_ ("Question") },
  { "gate", N_ ("What a yes waits for") },
  { "outcome", N_ ("Outcome") },
  { "consent", N_ ("Consent") },
  { "technology", N_ ("Technology") },
  { "scale", N_ ("Scale") },
  { "level", N_ ("Level") },
  { "stage", N_ ("Stage") },
  { "road", N_ ("Road to the decision") },
  { "reference", N_ ("Reference") },
  { "rules", N_ ("The rules") },
  { "method", N_ ("The method") },
  { "addition", N_ ("Local addition") },
};

/* Members of the files, in the words of those who meet. One that is not here goes without words. */
static const Named parts[] = {
  { "question", N_ ("the question") },
  { "resident", N_ ("the resident’s wording") },
  { "relatives", N_ ("the relatives’ wording") },
  { "title", N_ ("the title") },
  { "label", N_ ("the name") },
  { "name", N_ ("the name") },
  { "why", N_ ("why it is asked") },
  { "example", N_ ("the example") },
  { "voices", N_ ("who is asked") },
  { "scales", N_ ("how it is answered") },
  { "options", N_ ("the answers to choose from") },
  { "items", N_ ("what is answered") },
  { "ticks", N_ ("what can be ticked") },
  { "fields", N_ ("what is filled in") },
  { "path", N_ ("when it is asked") },
  { "opens", N_ ("when it is asked") },
  { "urgent", N_ ("whether it counts when it can’t wait") },
  { "weigh", N_ ("whether it is weighed") },
  { "stage", N_ ("where it is asked") },
  { "minutes", N_ ("the time") },
  { "tasks", N_ ("the tasks") },
  { "needs", N_ ("what it waits for") },
  { "when", N_ ("when it counts") },
  { "kind", N_ ("how strict it is") },
  { "functions", N_ ("the functions") },
  { "level", N_ ("how intrusive it is") },
  { "prompts", N_ ("what to think of") },
  { "tensions", N_ ("what to weigh") },
  { "followUp", N_ ("the latest follow-up") },
  { "retention", N_ ("how long the record is kept") },
  { "consents", N_ ("which consents are needed") },
  { "urgentDays", N_ ("how long an urgent decision holds") },
};

static const char *
words_for (const Named *table, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (table[i].id, id) == 0)
      return _ (table[i].words);
  return NULL;
}

static const struct
{
  EupModelChangeKind kind;
  const char *title;
  const char *description; /* (nullable) */
} kinds[] = {
  { EUP_MODEL_CHANGE_ADDED, N_ ("New"), NULL },
  { EUP_MODEL_CHANGE_REMOVED, N_ ("No longer there"), N_ ("What was answered stays in the case.") },
  { EUP_MODEL_CHANGE_RULE, N_ ("With another rule"), NULL },
  { EUP_MODEL_CHANGE_REWORDED, N_ ("With other words, the same rule"), NULL },
};

static gboolean
same_thing (const EupModelChange *a, const EupModelChange *b)
{
  return g_strcmp0 (a->of, b->of) == 0 && g_strcmp0 (a->id, b->id) == 0;
}

/* A thing with another rule is not also listed for its words. */
static gboolean
belongs (EupChangesDialog *self, const EupModelChange *change, EupModelChangeKind kind)
{
  if (change->kind != kind)
    return FALSE;
  for (guint i = 0; i < self->changes->len && kind == EUP_MODEL_CHANGE_REWORDED; i++)
    {
      const EupModelChange *other = self->changes->pdata[i];

      if (other->kind == EUP_MODEL_CHANGE_RULE && same_thing (other, change))
        return FALSE;
    }
  return TRUE;
}

static char *
say_parts (EupChangesDialog *self, const EupModelChange *change)
{
  GString *said = g_string_new (NULL);
  const char *sort = words_for (sorts, G_N_ELEMENTS (sorts), change->of);

  g_string_append (said, sort ? sort : "");
  for (guint i = 0; i < self->changes->len; i++)
    {
      const EupModelChange *other = self->changes->pdata[i];
      const char *part = words_for (parts, G_N_ELEMENTS (parts), other->part);

      if (!same_thing (other, change) || part == NULL || strstr (said->str, part) != NULL)
        continue;
      g_string_append_printf (said, "%s%s", said->len > 0 ? " · " : "", part);
    }
  return g_string_free_and_steal (said);
}

static GtkWidget *
new_row (EupChangesDialog *self, const EupModelChange *change)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *said = say_parts (self, change);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 change->title ? eup_text_get (change->title, eup_ui_language ())
                                               : change->id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
add_group (EupChangesDialog *self, guint k)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (kinds[k].title));
  if (kinds[k].description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ (kinds[k].description));
  for (guint i = 0; i < self->changes->len; i++)
    {
      EupModelChange *change = self->changes->pdata[i];
      gboolean there = FALSE;

      for (guint j = 0; j < shown->len; j++)
        there = there || same_thing (shown->pdata[j], change);
      if (there || !belongs (self, change, kinds[k].kind))
        continue;
      g_ptr_array_add (shown, change);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (self, change));
    }
  gtk_widget_set_visible (group, shown->len > 0);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
take_over_cb (EupChangesDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!eup_case_take_over (self->kase, self->newer, &error))
    {
      g_message ("A newer model can't be taken over: %s", error->message);
      gtk_label_set_label (self->problem, eup_error_words (error));
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  g_signal_emit (self, signals[TAKEN_OVER], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
eup_changes_dialog_dispose (GObject *object)
{
  EupChangesDialog *self = EUP_CHANGES_DIALOG (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->newer, eup_model_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_changes_dialog_parent_class)->dispose (object);
}

static void
eup_changes_dialog_class_init (EupChangesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_changes_dialog_dispose;
  signals[TAKEN_OVER] = g_signal_new ("taken-over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
}

static void
eup_changes_dialog_init (EupChangesDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  adw_dialog_set_title (ADW_DIALOG (self), _ ("What Changes"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 620);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  self->take_over = gtk_button_new_with_mnemonic (_ ("_Take over the newer version"));
  gtk_widget_set_halign (self->take_over, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->take_over, "suggested-action");
  gtk_widget_add_css_class (self->take_over, "tall");
  g_signal_connect_swapped (self->take_over, "clicked", G_CALLBACK (take_over_cb), self);
  gtk_widget_set_margin_top (bottom, 12);
  gtk_widget_set_margin_bottom (bottom, 12);
  gtk_box_append (GTK_BOX (bottom), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (bottom), self->take_over);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->page));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), bottom);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

/**
 * eup_changes_dialog_new:
 * @kase: (transfer none): a case that is not sealed
 * @newer: (transfer none): what it could be made with
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_changes_dialog_new (EupCase *kase, EupModel *newer)
{
  EupChangesDialog *self = g_object_new (EUP_TYPE_CHANGES_DIALOG, NULL);

  self->kase = g_object_ref (kase);
  self->newer = eup_model_ref (newer);
  self->changes = eup_model_compare (eup_case_get_model (kase), newer);
  adw_preferences_page_set_description (
      self->page, self->changes->len > 0
                      ? _ ("Everything that was said stays. You can undo it afterwards.")
                      : _ ("Only the number of the version differs: no question, rule or word has changed."));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    add_group (self, k);
  return ADW_DIALOG (self);
}
