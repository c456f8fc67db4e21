#pragma once

#include "record/eup-layout-private.h"

G_BEGIN_DECLS

/* What one person said to one question, line by line, ready to be broken over pages. */
typedef struct _EupStatementFlow EupStatementFlow;

EupStatementFlow *eup_statement_flow_new (EupLayout *layout, const EupPerson *person);
void eup_statement_flow_free (EupStatementFlow *self);
void
eup_statement_flow_add (EupStatementFlow *self, EupParagraph *paragraph, double gap, const char *language);
void eup_statement_flow_add_numbered (
    EupStatementFlow *self, EupParagraph *paragraph, double gap, const char *language, guint number);
void eup_statement_flow_add_source (EupStatementFlow *self, EupParagraph *paragraph, double gap);
double eup_statement_flow_get_least (const EupStatementFlow *self);
void eup_statement_flow_place (EupStatementFlow *self, const char *name_tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStatementFlow, eup_statement_flow_free)

G_END_DECLS
