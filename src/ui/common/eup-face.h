#pragma once

#include <gtk/gtk.h>
#include "method/eup-method.h"

G_BEGIN_DECLS

/* One of three drawn faces, the same for all but for brows, mouth and the warmth of the cheeks. */
#define EUP_TYPE_FACE (eup_face_get_type ())
G_DECLARE_FINAL_TYPE (EupFace, eup_face, EUP, FACE, GtkWidget)

GtkWidget *eup_face_new (EupSide side, int size);

G_END_DECLS
