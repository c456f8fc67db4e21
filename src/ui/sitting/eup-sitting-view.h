#pragma once

#include <adwaita.h>
#include "ui/sitting/eup-sitting-talk.h"

G_BEGIN_DECLS

/* A sitting to look at and press: one topic at a time, as large as there is room.
 *
 * Signal "closed": somebody has finished it, or it was taken away. */
#define EUP_TYPE_SITTING_VIEW (eup_sitting_view_get_type ())
G_DECLARE_FINAL_TYPE (EupSittingView, eup_sitting_view, EUP, SITTING_VIEW, GtkWidget)

GtkWidget *eup_sitting_view_new (EupSittingTalk *talk, gboolean with_helper);

G_END_DECLS
