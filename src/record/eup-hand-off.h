#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_HAND_OFF_ERROR (eup_hand_off_error_quark ())
GQuark eup_hand_off_error_quark (void);

/**
 * EupHandOffError:
 * @EUP_HAND_OFF_ERROR_OTHER_FILE: what came back does not begin with what was handed over
 * @EUP_HAND_OFF_ERROR_UNSIGNED: nobody signed it
 * @EUP_HAND_OFF_ERROR_CHANGED: something else than signatures was added, or a signature does not hold
 */
typedef enum
{
  EUP_HAND_OFF_ERROR_OTHER_FILE,
  EUP_HAND_OFF_ERROR_UNSIGNED,
  EUP_HAND_OFF_ERROR_CHANGED,
} EupHandOffError;

gboolean eup_hand_off_check (GBytes *handed, GBytes *returned, GError **error);

G_END_DECLS
