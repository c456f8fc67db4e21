/* Speaks the facilitator's language, who writes. What was not said in words is changed at its question. */

#include "ui/meeting/eup-read-back-entry.h"

#include <glib/gi18n.h>
#include "ui/meeting/eup-words.h"

struct _EupReadBackEntry
{
  GtkBox parent_instance;

  EupReadBack *read_back;
  gboolean filling;
  GtkLabel *title;
  EupWords *words;
  GtkWidget *write;
  GtkWidget *go;
};

G_DEFINE_FINAL_TYPE (EupReadBackEntry, eup_read_back_entry, GTK_TYPE_BOX)

static const char *
say_title (gboolean change, gboolean has_words)
{
  if (!change)
    return _ ("What is wrong, in their own words (may be left empty)");
  if (has_words)
    return _ ("What it is now, in their own words");
  return _ ("Nothing is written here in their own words. It is changed where it was asked.");
}

static void
fill (EupReadBackEntry *self)
{
  g_autofree char *written = eup_words_get_text (self->words);
  const char *draft = eup_read_back_get_draft (self->read_back);

  self->filling = TRUE;
  if (g_strcmp0 (written, draft) != 0)
    eup_words_set_text (self->words, draft);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->write, eup_read_back_can_write (self->read_back));
}

static void
update (EupReadBackEntry *self)
{
  EupAsked asked = eup_read_back_get_asked (self->read_back);
  const EupStatement *chosen = eup_read_back_get_chosen (self->read_back);
  gboolean asking = asked != EUP_ASKED_NOTHING && chosen != NULL;
  gboolean has_words = asking && chosen->words != NULL && *chosen->words != '\0';
  gboolean writes = asking && (asked == EUP_ASKED_OBJECTION || has_words);
  gboolean appears = asking && !gtk_widget_get_visible (GTK_WIDGET (self));
  const char *title = say_title (asked == EUP_ASKED_CHANGE, has_words);

  gtk_widget_set_visible (GTK_WIDGET (self), asking);
  gtk_label_set_label (self->title, title);
  eup_words_set_label (self->words, title);
  gtk_widget_set_visible (GTK_WIDGET (self->words), writes);
  gtk_widget_set_visible (self->write, writes);
  gtk_widget_set_visible (self->go, !writes);
  fill (self);
  if (appears && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
written_cb (EupReadBackEntry *self)
{
  g_autofree char *draft = eup_words_get_text (self->words);

  if (self->filling)
    return;
  eup_read_back_set_draft (self->read_back, draft);
  gtk_widget_set_sensitive (self->write, eup_read_back_can_write (self->read_back));
}

static void
write_cb (EupReadBackEntry *self)
{
  eup_read_back_write (self->read_back);
}

static void
go_cb (EupReadBackEntry *self)
{
  const EupStatement *chosen = eup_read_back_get_chosen (self->read_back);

  if (chosen != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "meeting.go-to", "s", chosen->question);
}

static void
eup_read_back_entry_dispose (GObject *object)
{
  g_clear_object (&EUP_READ_BACK_ENTRY (object)->read_back);
  G_OBJECT_CLASS (eup_read_back_entry_parent_class)->dispose (object);
}

static void
eup_read_back_entry_class_init (EupReadBackEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_read_back_entry_dispose;
}

static GtkWidget *
append_button (EupReadBackEntry *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "tall");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
eup_read_back_entry_init (EupReadBackEntry *self)
{
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *words = eup_words_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "read-entry");
  self->title = GTK_LABEL (title);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self), title);
  self->words = EUP_WORDS (words);
  g_signal_connect_swapped (words, "written", G_CALLBACK (written_cb), self);
  gtk_box_append (GTK_BOX (self), words);
  self->write = append_button (self, _ ("_Write Down"), G_CALLBACK (write_cb));
  gtk_widget_add_css_class (self->write, "suggested-action");
  self->go = append_button (self, _ ("Go to the question"), G_CALLBACK (go_cb));
}

/**
 * eup_read_back_entry_new:
 * @read_back: (transfer none): what is read
 *
 * Returns: (transfer floating): the field; it follows @read_back
 */
GtkWidget *
eup_read_back_entry_new (EupReadBack *read_back)
{
  EupReadBackEntry *self = g_object_new (EUP_TYPE_READ_BACK_ENTRY, NULL);

  self->read_back = g_object_ref (read_back);
  g_signal_connect_object (read_back, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
