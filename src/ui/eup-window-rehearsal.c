/* While somebody rehearses the window says so on every page, at its foot, with the way back. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>

/* In the language of the moment. */
void
eup_window_say_rehearsal (EupWindow *self)
{
  gboolean rehearsal = self->workspace != NULL && eup_workspace_is_rehearsal (self->workspace);

  adw_banner_set_title (self->rehearsal, _ ("Rehearsal with an invented case. Nothing here counts."));
  adw_banner_set_button_label (self->rehearsal, _ ("_End the Rehearsal"));
  adw_banner_set_revealed (self->rehearsal, rehearsal);
  gtk_widget_set_visible (GTK_WIDGET (self->rehearsal), rehearsal); /* else a screen reader would find it */
  gtk_window_set_title (GTK_WINDOW (self), rehearsal ? _ ("Euphoria – rehearsal") : _ ("Euphoria"));
}

/**
 * eup_window_show_follow_ups:
 * @self: the window
 *
 * Shows what is to be followed up. Nobody is led out of a meeting, out of a sitting, or away from what they write.
 */
void
eup_window_show_follow_ups (EupWindow *self)
{
  g_return_if_fail (EUP_IS_WINDOW (self));
  if (eup_window_may_open (self))
    eup_archive_page_show_due (self->archive);
}
