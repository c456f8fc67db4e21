#pragma once

#include "record/eup-typeface.h"

G_BEGIN_DECLS

/* Some words in one or more styles, broken into lines of a given width. All in points. */
typedef struct _EupParagraph EupParagraph;

EupParagraph *eup_paragraph_new (EupTypeface *typeface, const char *language);
EupParagraph *eup_paragraph_new_text (
    EupTypeface *typeface, const char *language, const char *text, EupStyle style, double width);
EupParagraph *eup_paragraph_ref (EupParagraph *self);
void eup_paragraph_unref (EupParagraph *self);

void eup_paragraph_add (EupParagraph *self, const char *text, EupStyle style);
void eup_paragraph_begin_second (EupParagraph *self, const char *language);
char *eup_paragraph_join (const char *first, const char *second, const char *language);
void eup_paragraph_set (EupParagraph *self, double width, guint max_lines);

guint eup_paragraph_get_n_lines (const EupParagraph *self);
gboolean eup_paragraph_is_cut (const EupParagraph *self);
double eup_paragraph_get_leading (const EupParagraph *self);
double eup_paragraph_get_rise (const EupParagraph *self);
double eup_paragraph_get_width (const EupParagraph *self);
const char *eup_paragraph_get_language (const EupParagraph *self);
gboolean eup_paragraph_has_second (const EupParagraph *self);
guint eup_paragraph_get_second (const EupParagraph *self, const char **language);
double eup_paragraph_get_offset (const EupParagraph *self, guint first, guint line);
gunichar eup_paragraph_get_missing (const EupParagraph *self);
void eup_paragraph_note (const EupParagraph *self);
void
eup_paragraph_draw (const EupParagraph *self, cairo_t *cr, double x, double baseline, guint first, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupParagraph, eup_paragraph_unref)

G_END_DECLS
