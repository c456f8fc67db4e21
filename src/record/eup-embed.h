#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The faces as they go into the file: only the glyphs that are used, without subroutines. */
typedef struct _EupEmbed EupEmbed;

EupEmbed *eup_embed_new (void);
void eup_embed_free (EupEmbed *self);
void eup_embed_note (EupEmbed *self, const PangoGlyphItem *run);
void eup_embed_prepare (EupEmbed *self);
gboolean eup_embed_is_complete (const EupEmbed *self);
gboolean eup_embed_show (
    EupEmbed *self, cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupEmbed, eup_embed_free)

G_END_DECLS
