/* The three parts of the reasons, one field each: what speaks for it, what it costs, what follows. */

#include "ui/meeting/eup-reasons-box.h"

#include <glib/gi18n.h>
#include "ui/common/eup-follow.h"
#include "ui/meeting/eup-words.h"

static const struct
{
  const char *label;
  const char *placeholder;
  gsize text; /* in EupDecision */
} reasons[] = {
  { N_ ("Because"), N_ ("what weighs most, best in the resident’s words"),
    G_STRUCT_OFFSET (EupDecision, because) },
  { N_ ("although"), N_ ("what speaks against it, and for whom"), G_STRUCT_OFFSET (EupDecision, although) },
  { N_ ("therefore"), N_ ("what you do, and how the cost is made smaller"),
    G_STRUCT_OFFSET (EupDecision, therefore) },
};

#define N_REASONS G_N_ELEMENTS (reasons)

struct _EupReasonsBox
{
  GtkBox parent_instance;
  EupCase *kase;
  EupWords *words[N_REASONS];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupReasonsBox, eup_reasons_box, GTK_TYPE_BOX)

static void
written_cb (EupReasonsBox *self, EupWords *words)
{
  EupDecision *decision;

  if (self->filling)
    return;
  decision = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);
  for (guint i = 0; i < N_REASONS; i++)
    if (self->words[i] == words)
      {
        char **text = &G_STRUCT_MEMBER (char *, decision, reasons[i].text);

        g_free (*text);
        *text = eup_words_get_text (words);
      }
  eup_case_put (self->kase, EUP_PART_DECISION, decision);
}

static void
refresh (EupReasonsBox *self)
{
  const EupDecision *decision = eup_case_get_assessment (self->kase)->decision;

  self->filling = TRUE;
  for (guint i = 0; i < N_REASONS; i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, decision, reasons[i].text);
      g_autofree char *written = eup_words_get_text (self->words[i]);

      text = text != NULL ? text : "";
      if (g_strcmp0 (written, text) != 0)
        eup_words_set_text (self->words[i], text);
    }
  self->filling = FALSE;
}

static void
eup_reasons_box_dispose (GObject *object)
{
  g_clear_object (&EUP_REASONS_BOX (object)->kase);
  G_OBJECT_CLASS (eup_reasons_box_parent_class)->dispose (object);
}

static void
eup_reasons_box_class_init (EupReasonsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_reasons_box_dispose;
}

static void
add_reason (EupReasonsBox *self, GtkGrid *grid, guint i)
{
  GtkWidget *label = gtk_label_new (_ (reasons[i].label));
  GtkWidget *words = eup_words_new ();

  self->words[i] = EUP_WORDS (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 14);
  gtk_widget_add_css_class (label, "reason");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_size_request (words, -1, 72);
  eup_words_set_placeholder (self->words[i], _ (reasons[i].placeholder));
  eup_words_set_label (self->words[i], _ (reasons[i].label));
  g_signal_connect_swapped (words, "written", G_CALLBACK (written_cb), self);
  gtk_grid_attach (grid, label, 0, (int) i, 1, 1);
  gtk_grid_attach (grid, words, 1, (int) i, 1, 1);
}

static void
eup_reasons_box_init (EupReasonsBox *self)
{
  GtkWidget *title = gtk_label_new (_ ("The reasons"));
  GtkWidget *grid = gtk_grid_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  for (guint i = 0; i < N_REASONS; i++)
    add_reason (self, GTK_GRID (grid), i);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), grid);
}

/**
 * eup_reasons_box_set_case:
 * @self: the box
 * @kase: (transfer none): whose reasons; set once
 */
void
eup_reasons_box_set_case (EupReasonsBox *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_REASONS_BOX (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
