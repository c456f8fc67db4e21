#pragma once

#include "record/eup-statement-flow.h"

G_BEGIN_DECLS

EupStatementFlow *eup_statement_make_flow (EupLayout *layout,
                                           const EupQuestion *question,
                                           const EupPerson *person,
                                           const EupStatement *statement);
EupStatementFlow *eup_statement_make_missing (EupLayout *layout, const EupPerson *person);
EupStatementFlow *
eup_statement_make_whole (EupLayout *layout, const EupPerson *person, const EupStatement *statement);
gboolean eup_statement_is_long (const char *words);
char *eup_statement_opening (const char *words, guint n_characters);

G_END_DECLS
