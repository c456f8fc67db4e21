#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Two small buttons that note what is seen without being said: that the resident is tired, or would rather
 * not talk. One press notes it at what is asked now, another takes it back. Place it where it frightens
 * nobody. */
#define EUP_TYPE_SIGNS_BAR (eup_signs_bar_get_type ())
G_DECLARE_FINAL_TYPE (EupSignsBar, eup_signs_bar, EUP, SIGNS_BAR, GtkBox)

GtkWidget *eup_signs_bar_new (void);
void eup_signs_bar_show (EupSignsBar *self, EupCase *kase, const char *sitting, const char *question);
void eup_signs_bar_toggle (EupSignsBar *self, const char *sign);

G_END_DECLS
