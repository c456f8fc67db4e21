/* The purpose, at most 200 characters, written straight to the case card. */

#include "ui/meeting/eup-purpose.h"

#include <glib/gi18n.h>

struct _EupPurpose
{
  GtkBox parent_instance;
  EupCase *kase;
  GtkEntry *entry;
  GtkLabel *counter;
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (EupPurpose, eup_purpose, GTK_TYPE_BOX)

static void
refresh (EupPurpose *self)
{
  const char *purpose = eup_case_get_assessment (self->kase)->card->purpose;
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *count = NULL;

  self->refreshing = TRUE;
  if (g_strcmp0 (shown, purpose ? purpose : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), purpose ? purpose : "");
  self->refreshing = FALSE;
  /* Translators: characters written of those that there is room for */
  count = g_strdup_printf (_ ("%1$ld of %2$d characters"), g_utf8_strlen (purpose ? purpose : "", -1),
                           gtk_entry_get_max_length (self->entry));
  gtk_label_set_label (self->counter, count);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !eup_case_is_sealed (self->kase));
}

static void
changed_cb (GtkEditable *editable, EupPurpose *self)
{
  EupCard *card;

  if (self->refreshing || self->kase == NULL)
    return;
  card = eup_case_edit (self->kase, EUP_PART_CARD, NULL);
  g_set_str (&card->purpose, gtk_editable_get_text (editable));
  eup_case_put (self->kase, EUP_PART_CARD, card);
}

static void
eup_purpose_dispose (GObject *object)
{
  EupPurpose *self = EUP_PURPOSE (object);

  self->refreshing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_PURPOSE);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_purpose_parent_class)->dispose (object);
}

static void
eup_purpose_class_init (EupPurposeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_purpose_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-purpose.ui");
  gtk_widget_class_bind_template_child (widget_class, EupPurpose, entry);
  gtk_widget_class_bind_template_child (widget_class, EupPurpose, counter);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
eup_purpose_init (EupPurpose *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_purpose_new:
 *
 * Returns: (transfer floating): the field; it follows the case
 */
GtkWidget *
eup_purpose_new (EupCase *kase)
{
  EupPurpose *self = g_object_new (EUP_TYPE_PURPOSE, NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
