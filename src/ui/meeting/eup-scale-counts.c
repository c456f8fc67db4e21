/* A row an option with a number beside it. Together they can't be more than the people are, and as long
 * as they are fewer the rest have not answered; nothing is worked out from them. */

#include "ui/meeting/eup-scale-counts.h"

#include <glib/gi18n.h>

struct _EupScaleCounts
{
  GtkBox parent_instance;

  GPtrArray *spins; /* GtkSpinButton, each with its option's id as "option" */
  GtkLabel *heading;
  GtkLabel *sum;
  guint size;
  gboolean setting;
};

enum
{
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupScaleCounts, eup_scale_counts, GTK_TYPE_BOX)

static guint
count_of (GtkSpinButton *spin)
{
  return (guint) MAX (gtk_spin_button_get_value_as_int (spin), 0);
}

/* Each can take what the others leave. */
static void
update_limits (EupScaleCounts *self)
{
  g_autofree char *words = NULL;
  guint sum = 0;

  for (guint i = 0; i < self->spins->len; i++)
    sum += count_of (self->spins->pdata[i]);
  for (guint i = 0; i < self->spins->len; i++)
    gtk_spin_button_set_range (self->spins->pdata[i], 0,
                               count_of (self->spins->pdata[i]) + (self->size > sum ? self->size - sum : 0));
  words = g_strdup_printf (_ ("%1$u of %2$u have answered"), sum, self->size);
  gtk_label_set_label (self->sum, words);
}

static void
value_changed_cb (GtkSpinButton *spin, EupScaleCounts *self)
{
  if (self->setting)
    return;
  update_limits (self);
  g_signal_emit (self, signals[COUNTED], 0, g_object_get_data (G_OBJECT (spin), "option"), count_of (spin));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->sum),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static GtkWidget *
new_row (EupScaleCounts *self, const EupOption *option, const char *language)
{
  const char *words = eup_text_get (option->label, language);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 0, 1);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (spin), "option", g_strdup (option->id), g_free);
  g_signal_connect (spin, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_ptr_array_add (self->spins, spin);
  gtk_widget_add_css_class (row, "count");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), spin);
  return row;
}

static GtkLabel *
append_label (EupScaleCounts *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-title");
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
eup_scale_counts_finalize (GObject *object)
{
  g_ptr_array_unref (EUP_SCALE_COUNTS (object)->spins);
  G_OBJECT_CLASS (eup_scale_counts_parent_class)->finalize (object);
}

static void
eup_scale_counts_class_init (EupScaleCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_scale_counts_finalize;
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "scale-counts");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
eup_scale_counts_init (EupScaleCounts *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->spins = g_ptr_array_new ();
}

/**
 * eup_scale_counts_new:
 * @scale: the scale
 * @language: which of its languages is shown
 * @heading: what is chosen about
 *
 * Returns: (transfer floating): the counts, with nobody counted
 */
GtkWidget *
eup_scale_counts_new (const EupScale *scale, const char *language, const char *heading)
{
  EupScaleCounts *self = g_object_new (EUP_TYPE_SCALE_COUNTS, NULL);

  self->heading = append_label (self, "");
  for (guint i = 0; i < scale->options->len; i++)
    gtk_box_append (GTK_BOX (self), new_row (self, scale->options->pdata[i], language));
  self->sum = append_label (self, "");
  eup_scale_counts_set_heading (self, heading);
  return GTK_WIDGET (self);
}

/**
 * eup_scale_counts_set_heading:
 * @heading: what is chosen about from now on, on the same scale
 */
void
eup_scale_counts_set_heading (EupScaleCounts *self, const char *heading)
{
  gtk_label_set_label (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

/**
 * eup_scale_counts_show:
 * @statement: (nullable): what they said
 * @size: how many they are
 *
 * Shows what the case has; "counted" is not emitted.
 */
void
eup_scale_counts_show (EupScaleCounts *self, const EupStatement *statement, const char *item, guint size)
{
  self->setting = TRUE;
  self->size = size;
  for (guint i = 0; i < self->spins->len; i++)
    {
      GtkSpinButton *spin = self->spins->pdata[i];
      guint count =
          statement ? eup_statement_get_count (statement, item, g_object_get_data (G_OBJECT (spin), "option"))
                    : 0;

      gtk_spin_button_set_range (spin, 0, MAX (size, count));
      gtk_spin_button_set_value (spin, count);
    }
  update_limits (self);
  self->setting = FALSE;
}
