#pragma once

#include <adwaita.h>
#include "store/eup-store.h"
#include "ui/record/eup-finding.h"

G_BEGIN_DECLS

AdwNavigationPage *eup_finding_page_new (EupFinding *finding, EupStore *store);

G_END_DECLS
