#pragma once

#include <adwaita.h>
#include "assessment/eup-acknowledge.h"
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What somebody holds in their hands to acknowledge: their own name, what it came to, a place to write in,
 * and the other answers. Nothing else of the case, and nobody else.
 *
 * Signal "answered" (int kind, GStrv drawing): an #EupAcknowledged, and the strokes where something was
 * drawn. "given-back": without an answer. After either, whoever pushed the page takes it away. */
#define EUP_TYPE_ACKNOWLEDGE_PAGE (eup_acknowledge_page_get_type ())
G_DECLARE_FINAL_TYPE (EupAcknowledgePage, eup_acknowledge_page, EUP, ACKNOWLEDGE_PAGE, AdwNavigationPage)

GtkWidget *eup_acknowledge_page_new (EupCase *kase, const char *person, const char *name);

G_END_DECLS
