#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_LAYOUT_ERROR (eup_layout_error_quark ())
GQuark eup_layout_error_quark (void);

/**
 * EupLayoutError:
 * @EUP_LAYOUT_ERROR_FONT: a font of the record is not on this machine
 * @EUP_LAYOUT_ERROR_GLYPH: somebody typed a character that none of the record's fonts can draw
 * @EUP_LAYOUT_ERROR_PDF: cairo can't write the pages
 */
typedef enum
{
  EUP_LAYOUT_ERROR_FONT,
  EUP_LAYOUT_ERROR_GLYPH,
  EUP_LAYOUT_ERROR_PDF,
} EupLayoutError;

G_END_DECLS
