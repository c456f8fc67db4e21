/* The facilitator sees what the wall shows, presses what the person answers, and writes what they say. */

#include "ui/meeting/eup-read-back-page.h"

#include <glib/gi18n.h>
#include "ui/meeting/eup-read-back-people.h"
#include "ui/meeting/eup-read-back-view.h"
#include "ui/meeting/eup-words.h"

struct _EupReadBackPage
{
  AdwBin parent_instance;

  EupReadBack *read_back;
  gboolean filling;
  AdwBin *people;
  AdwBin *view;
  GtkWidget *entry;
  GtkLabel *entry_title;
  EupWords *words;
  GtkWidget *write;
  GtkWidget *elsewhere;
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupReadBackPage, eup_read_back_page, ADW_TYPE_BIN)

static void
show_entry (EupReadBackPage *self, gboolean shown, gboolean change)
{
  gboolean appears = shown && !gtk_widget_get_visible (self->entry);
  const char *title = change ? _ ("What it is now, in their own words")
                             : _ ("What is wrong, in their own words (may be left empty)");
  g_autofree char *written = eup_words_get_text (self->words);
  const char *draft = eup_read_back_get_draft (self->read_back);

  gtk_widget_set_visible (self->entry, shown);
  gtk_label_set_label (self->entry_title, title);
  eup_words_set_label (self->words, title);
  self->filling = TRUE;
  if (g_strcmp0 (written, draft) != 0)
    eup_words_set_text (self->words, draft);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->write, eup_read_back_can_write (self->read_back));
  if (appears)
    gtk_widget_child_focus (GTK_WIDGET (self->words), GTK_DIR_TAB_FORWARD);
}

static void
update (EupReadBackPage *self)
{
  EupAsked asked = eup_read_back_get_asked (self->read_back);
  const EupStatement *chosen = eup_read_back_get_chosen (self->read_back);
  gboolean asking = asked != EUP_ASKED_NOTHING && chosen != NULL;
  gboolean change = asked == EUP_ASKED_CHANGE;
  gboolean has_words = chosen != NULL && chosen->words != NULL && *chosen->words != '\0';

  show_entry (self, asking && (!change || has_words), change);
  gtk_widget_set_visible (self->elsewhere, asking && change && !has_words);
}

static void
changed_cb (EupReadBackPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* What was written down is heard; the next page says by itself what it is. */
static void
noted_cb (EupReadBackPage *self, const char *answer)
{
  const char *words = g_str_equal (answer, "yes")       ? _ ("Written down: yes")
                      : g_str_equal (answer, "changed") ? _ ("Written down: changed")
                                                        : _ ("Written down: an objection");

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
written_cb (EupReadBackPage *self)
{
  g_autofree char *draft = eup_words_get_text (self->words);

  if (self->filling)
    return;
  eup_read_back_set_draft (self->read_back, draft);
  gtk_widget_set_sensitive (self->write, eup_read_back_can_write (self->read_back));
}

static void
write_cb (EupReadBackPage *self)
{
  eup_read_back_write (self->read_back);
}

static void
go_cb (EupReadBackPage *self)
{
  const EupStatement *chosen = eup_read_back_get_chosen (self->read_back);

  if (chosen != NULL)
    g_signal_emit (self, signals[SIGNAL_GO_TO], 0, chosen->question);
}

static void
eup_read_back_page_map (GtkWidget *widget)
{
  update (EUP_READ_BACK_PAGE (widget));
  GTK_WIDGET_CLASS (eup_read_back_page_parent_class)->map (widget);
}

static void
eup_read_back_page_dispose (GObject *object)
{
  EupReadBackPage *self = EUP_READ_BACK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_READ_BACK_PAGE);
  g_clear_object (&self->read_back);
  G_OBJECT_CLASS (eup_read_back_page_parent_class)->dispose (object);
}

static void
eup_read_back_page_class_init (EupReadBackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_read_back_page_dispose;
  widget_class->map = eup_read_back_page_map;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_READ_BACK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (EUP_TYPE_WORDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-read-back-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, people);
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, view);
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, entry);
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, entry_title);
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, words);
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, write);
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, elsewhere);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
eup_read_back_page_init (EupReadBackPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_read_back_page_new:
 * @read_back: (transfer none): what is read
 *
 * Returns: (transfer floating): the page; it follows @read_back
 */
GtkWidget *
eup_read_back_page_new (EupReadBack *read_back)
{
  EupReadBackPage *self = g_object_new (EUP_TYPE_READ_BACK_PAGE, NULL);

  self->read_back = g_object_ref (read_back);
  adw_bin_set_child (self->people, eup_read_back_people_new (read_back));
  adw_bin_set_child (self->view, eup_read_back_view_new (read_back, FALSE));
  g_signal_connect_object (read_back, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (read_back, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
