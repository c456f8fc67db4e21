#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What a signature says and where it stands: a part of the dialog for signing. Signal "changed": the places
 * are known. */
#define EUP_TYPE_SIGN_WISH_GROUP (eup_sign_wish_group_get_type ())
G_DECLARE_FINAL_TYPE (EupSignWishGroup, eup_sign_wish_group, EUP, SIGN_WISH_GROUP, AdwPreferencesGroup)

void eup_sign_wish_group_set_case (EupSignWishGroup *self, EupCase *kase);
gboolean eup_sign_wish_group_is_full (EupSignWishGroup *self);
EupSignWish eup_sign_wish_group_get (EupSignWishGroup *self);

G_END_DECLS
