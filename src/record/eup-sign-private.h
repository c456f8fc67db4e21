#pragma once

#include "record/eup-outlines.h"
#include "record/eup-qpdf.h"
#include "record/eup-sign.h"

G_BEGIN_DECLS

/* Room for the CMS in the document, in bytes; written as twice as many hexadecimal digits. */
#define EUP_SIGN_ROOM 12288

/* One more revision at the end of a document: objects, their table, the trailer. */
typedef struct
{
  GString *bytes; /* the whole document so far */
  GArray *entries;
  guint64 previous; /* where the table of the revision before begins */
} EupIncrement;

EupIncrement *eup_increment_new (GBytes *pdf, GError **error);
void eup_increment_free (EupIncrement *self);
void eup_increment_begin (EupIncrement *self, int id, int generation);
void eup_increment_end (EupIncrement *self);
void eup_increment_finish (EupIncrement *self, EupQpdf q, int size);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupIncrement, eup_increment_free)

void eup_increment_write_again (EupIncrement *increment, EupQpdf q, qpdf_oh dict, const char *more);

/**
 * EupHole:
 * @range: where the value of /ByteRange begins
 * @room: where the < of /Contents stands
 */
typedef struct
{
  gsize range;
  gsize room;
} EupHole;

void eup_sign_write_hole (GString *out, EupHole *hole);
GBytes *eup_sign_close_range (GString *out, const EupHole *hole);
gboolean eup_sign_fill_hole (GString *out, gsize room, gsize size, GBytes *cms, GError **error);

void eup_sign_write_text (GString *out, const char *utf8);

/**
 * EupSignLanguages:
 * @first: "sv", "en" or "zh"
 * @second: (nullable): another of them, below the first
 */
typedef struct
{
  const char *first;
  const char *second;
} EupSignLanguages;

EupSignLanguages eup_sign_read_languages (EupQpdf q);

GArray *eup_sign_lines_new (void);
void eup_sign_lines_add (GArray *lines, char *text, EupStyle style);
char *eup_sign_lines_draw (GArray *lines, EupTypeface *typeface, double width, double height);

char *eup_sign_say_time (const char *iso, const char *language);
gboolean eup_sign_check_acknowledgement (const EupSignature *details, GError **error);
char *eup_sign_acknowledgement_reason (const EupSignature *details, const char *language);
void eup_sign_write_acknowledgement (GString *out, const EupSignature *details);
char *eup_sign_draw_acknowledgement (EupSigner *signer,
                                     const EupSignature *details,
                                     const EupSignLanguages *languages,
                                     double width,
                                     double height,
                                     GError **error);

char *eup_sign_draw (EupSigner *signer,
                     const EupSignature *details,
                     const EupSignLanguages *languages,
                     double width,
                     double height,
                     GError **error);

G_END_DECLS
