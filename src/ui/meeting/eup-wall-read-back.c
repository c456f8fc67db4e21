/* The reading back on the wall. */

#include "ui/meeting/eup-wall-read-back.h"

#include "ui/meeting/eup-read-back-view.h"

/**
 * eup_wall_read_back_new:
 * @state: which names what is read
 *
 * Returns: (transfer floating): the view in the wall's size and languages
 */
GtkWidget *
eup_wall_read_back_new (EupSharedState *state)
{
  GtkWidget *view = eup_read_back_view_new (eup_shared_state_get_read_back (state), TRUE);

  gtk_widget_add_css_class (view, "wall-page");
  return view;
}
