#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EupSignPlace:
 * @name: what eup_sign_append() takes
 * @label: what it says of itself, such as "Signature of Karin Lind, decides"; in the record's language
 * @is_filled: whether somebody signed there
 *
 * A place of the record that is printed and that a person signs in.
 */
typedef struct
{
  char *name;
  char *label;
  gboolean is_filled;
} EupSignPlace;

void eup_sign_place_free (EupSignPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupSignPlace, eup_sign_place_free)

GPtrArray *eup_sign_places (GBytes *pdf);

G_END_DECLS
