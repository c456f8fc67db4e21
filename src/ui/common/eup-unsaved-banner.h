#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

#define EUP_TYPE_UNSAVED_BANNER (eup_unsaved_banner_get_type ())
G_DECLARE_FINAL_TYPE (EupUnsavedBanner, eup_unsaved_banner, EUP, UNSAVED_BANNER, AdwBin)

void eup_unsaved_banner_set_case (EupUnsavedBanner *self, EupCase *kase);

G_END_DECLS
