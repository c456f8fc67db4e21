/* From the window to a sitting with the resident. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include "assessment/eup-sittings.h"
#include "ui/sitting/eup-sitting-dialog.h"
#include "ui/sitting/eup-sitting-page.h"

static void
show_sitting (EupWindow *self, const char *sitting)
{
  adw_navigation_view_push (self->view,
                            ADW_NAVIGATION_PAGE (eup_sitting_page_new (eup_window_get_case (self), sitting)));
}

/**
 * eup_window_sit:
 * @self: the window
 *
 * Sits down with the resident: asks where and how first, unless a sitting of today goes on.
 */
void
eup_window_sit (EupWindow *self)
{
  EupCase *kase = eup_window_get_case (self);
  g_autofree char *today = NULL;
  const EupSitting *open;
  AdwDialog *dialog;

  if (kase == NULL || eup_case_is_sealed (kase))
    return;
  if (eup_rules_resident (eup_case_get_assessment (kase)) == NULL)
    {
      eup_window_say (self, _ ("First write down the resident, among those who take part"));
      return;
    }
  today = eup_clock_today (eup_case_get_clock (kase));
  open = eup_rules_sitting_of_day (eup_case_get_assessment (kase), today);
  if (open != NULL)
    {
      show_sitting (self, open->id);
      return;
    }
  dialog = eup_sitting_dialog_new (kase);
  g_signal_connect_object (dialog, "begun", G_CALLBACK (show_sitting), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
