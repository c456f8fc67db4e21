#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a person's own words are written. Tab leaves it.
 *
 * Signal "written": after each keystroke; eup_words_set_text() does not emit it. */
#define EUP_TYPE_WORDS (eup_words_get_type ())
G_DECLARE_FINAL_TYPE (EupWords, eup_words, EUP, WORDS, GtkWidget)

GtkWidget *eup_words_new (void);
void eup_words_set_text (EupWords *self, const char *text);
char *eup_words_get_text (EupWords *self);
void eup_words_set_placeholder (EupWords *self, const char *placeholder);
void eup_words_set_label (EupWords *self, const char *label);

G_END_DECLS
