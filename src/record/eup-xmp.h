#pragma once

#include "record/eup-qpdf.h"

G_BEGIN_DECLS

gboolean eup_xmp_parse (EupQpdf q, const GMarkupParser *parser, gpointer user_data);

G_END_DECLS
