/* The facilitator sees what the wall shows, presses what the person answers, and writes what they say. */

#include "ui/meeting/eup-read-back-page.h"

#include <glib/gi18n.h>
#include "ui/meeting/eup-read-back-entry.h"
#include "ui/meeting/eup-read-back-people.h"
#include "ui/meeting/eup-read-back-view.h"

struct _EupReadBackPage
{
  AdwBin parent_instance;

  AdwBin *people;
  AdwBin *view;
  AdwBin *entry;
};

G_DEFINE_FINAL_TYPE (EupReadBackPage, eup_read_back_page, ADW_TYPE_BIN)

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
eup_read_back_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_READ_BACK_PAGE);
  G_OBJECT_CLASS (eup_read_back_page_parent_class)->dispose (object);
}

static void
eup_read_back_page_class_init (EupReadBackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_read_back_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-read-back-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, people);
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, view);
  gtk_widget_class_bind_template_child (widget_class, EupReadBackPage, entry);
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

  adw_bin_set_child (self->people, eup_read_back_people_new (read_back));
  adw_bin_set_child (self->view, eup_read_back_view_new (read_back, FALSE));
  adw_bin_set_child (self->entry, eup_read_back_entry_new (read_back));
  g_signal_connect_object (read_back, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
