#pragma once

#include "record/eup-layout-private.h"

G_BEGIN_DECLS

/* Takes over @paragraph; @language (nullable) is of its words where it is not the record's. */
typedef void (*EupFieldFunc) (EupParagraph *paragraph, const char *language, gpointer data);

gboolean eup_layout_has_fields (const EupQuestion *question, const EupStatement *statement);
void eup_layout_fields (EupLayout *self,
                        const EupQuestion *question,
                        const EupStatement *statement,
                        double width,
                        gboolean table,
                        EupFieldFunc func,
                        gpointer data);

G_END_DECLS
