#pragma once

#include "record/eup-qpdf.h"

G_BEGIN_DECLS

/* What reading the text of a document is made of; nobody else includes this. */

typedef enum
{
  EUP_LEXEME_END,
  EUP_LEXEME_STRING, /* its bytes, whichever way they were written */
  EUP_LEXEME_NAME,   /* without the slash */
  EUP_LEXEME_WORD,   /* a number or an operator */
  EUP_LEXEME_MARK,   /* << >> [ ] */
} EupLexemeKind;

typedef struct
{
  EupLexemeKind kind;
  GString *bytes;
} EupLexeme;

/* Cuts a stream of PDF operators into pieces. */
typedef struct
{
  const char *next;
  const char *end;
} EupLexer;

void eup_lexer_init (EupLexer *self, GBytes *bytes);
gboolean eup_lexer_next (EupLexer *self, EupLexeme *lexeme);
void eup_lexer_skip_image (EupLexer *self);

/* Which characters the codes of a font stand for. */
typedef struct _EupReadingFont EupReadingFont;

EupReadingFont *eup_reading_font_new (EupQpdf q, qpdf_oh font, gsize *budget);
void eup_reading_font_free (EupReadingFont *self);
void eup_reading_font_append (const EupReadingFont *self, GString *text, const GString *codes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupReadingFont, eup_reading_font_free)

char *eup_reading_from_utf16 (const GString *bytes);

G_END_DECLS
