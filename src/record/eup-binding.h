#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

void eup_binding_add (PangoAttrList *attributes, const char *text);

G_END_DECLS
