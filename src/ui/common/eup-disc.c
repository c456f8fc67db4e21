/* The small round mark of a voice before a person's name. */

#include "ui/common/eup-disc.h"

#include "ui/common/eup-voices.h"

/**
 * eup_disc_new:
 * @voice: whose it is
 *
 * Returns: (transfer floating): its icon on a disc in its colour, said to nobody: the name stands beside it
 */
GtkWidget *
eup_disc_new (EupVoice voice)
{
  GtkWidget *disc = g_object_new (GTK_TYPE_IMAGE, "icon-name", eup_voice_get_icon (voice), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (disc, "disc");
  gtk_widget_add_css_class (disc, "small");
  eup_voice_mark (disc, voice);
  return disc;
}
