#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* A row for one consent. Its buttons use the actions of the group that it stands in: consent.ask and
 * consent.withdraw, each with (sss): the consent, the person, and whom it is about or "". */
GtkWidget *eup_consent_row_new (EupCase *kase, const EupConsentAsked *asked);

char *eup_consent_title (const EupConsentAsked *asked, const char *language);
char *eup_consent_question (EupCase *kase, const EupConsentAsked *asked, const char *language);
char *eup_consent_describe (EupCase *kase, const EupConsentAsked *asked);
const char *eup_consent_state_label (EupConsentState state);
const char *eup_consent_person_name (EupCase *kase, const EupPerson *person);

G_END_DECLS
