#pragma once

#include <gtk/gtk.h>
#include "method/eup-method.h"

G_BEGIN_DECLS

/* A drawn sign for an answer that is no face: how much on a scale that goes from less to more, else yes,
 * neither, no, or something else. In the ink of the letters beside it; a no looks no worse than a yes. */
#define EUP_TYPE_MARK (eup_mark_get_type ())
G_DECLARE_FINAL_TYPE (EupMark, eup_mark, EUP, MARK, GtkWidget)

GtkWidget *eup_mark_new (const EupScale *scale, const EupOption *option);

G_END_DECLS
