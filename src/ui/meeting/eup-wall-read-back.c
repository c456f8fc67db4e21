/* The reading back on the wall. On one screen only the facilitator writes there too. */

#include "ui/meeting/eup-wall-read-back.h"

#include "ui/meeting/eup-read-back-entry.h"
#include "ui/meeting/eup-read-back-view.h"

/* With two screens nothing that is only being written is in the wall, not even unseen. */
static void
changed_cb (GtkBox *place, EupSharedState *state)
{
  gboolean one_screen = eup_shared_state_get_one_screen (state);
  GtkWidget *entry = gtk_widget_get_first_child (GTK_WIDGET (place));

  if (one_screen && entry == NULL)
    gtk_box_append (place, eup_read_back_entry_new (eup_shared_state_get_read_back (state)));
  else if (!one_screen && entry != NULL)
    gtk_box_remove (place, entry);
}

/**
 * eup_wall_read_back_new:
 * @state: which names what is read
 *
 * Returns: (transfer floating): the view in the wall's size and languages
 */
GtkWidget *
eup_wall_read_back_new (EupSharedState *state)
{
  EupReadBack *read_back = eup_shared_state_get_read_back (state);
  GtkWidget *view = eup_read_back_view_new (read_back, TRUE);
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (view), place);
  gtk_widget_add_css_class (view, "wall-page");
  g_signal_connect_object (state, "changed", G_CALLBACK (changed_cb), place, G_CONNECT_SWAPPED);
  changed_cb (GTK_BOX (place), state);
  return view;
}
