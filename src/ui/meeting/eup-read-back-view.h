#pragma once

#include <gtk/gtk.h>
#include "ui/meeting/eup-read-back.h"

G_BEGIN_DECLS

/* What is read, with its three answers: the same on the wall and in the facilitator's window, each in its
 * own languages. */
#define EUP_TYPE_READ_BACK_VIEW (eup_read_back_view_get_type ())
G_DECLARE_FINAL_TYPE (EupReadBackView, eup_read_back_view, EUP, READ_BACK_VIEW, GtkBox)

GtkWidget *eup_read_back_view_new (EupReadBack *read_back, gboolean wall);

G_END_DECLS
