/* What stands in a place that was signed: who, when, with which certificate; in the record's language. */

#include "record/eup-sign-private.h"

#include "assessment/eup-rules.h"
#include "record/eup-certificate.h"
#include "record/eup-words.h"

static char *
write_clock (const char *iso, const char *language)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  return g_date_time_format (time, g_str_equal (language, "sv") ? "%H.%M" : "%H:%M");
}

static char *
write_time (const char *iso, const char *language)
{
  g_autofree char *date = eup_rules_date (iso, language);
  g_autofree char *clock = write_clock (iso, language);

  return eup_words_fill ("signed-at", language, "date", date, "time", clock, NULL);
}

/**
 * eup_sign_say_time:
 * @iso: a time with offset
 *
 * Returns: (transfer full): "26 November 2026, 15:20"
 */
char *
eup_sign_say_time (const char *iso, const char *language)
{
  g_autofree char *date = eup_rules_date (iso, language);
  g_autofree char *clock = write_clock (iso, language);

  return eup_words_fill ("date-and-time", language, "date", date, "time", clock, NULL);
}

static char *
write_certificate (EupSigner *signer, const char *language)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (eup_signer_get_certificate (signer), &size);
  g_autoptr (X509) certificate = d2i_X509 (NULL, &der, (long) size);
  g_autofree char *issuer = certificate ? eup_certificate_dup_issuer (certificate) : NULL;
  g_autofree char *serial = certificate ? eup_certificate_dup_serial (certificate) : NULL;

  return issuer && serial
             ? eup_words_fill ("signed-certificate", language, "issuer", issuer, "serial", serial, NULL)
             : NULL;
}

static void
clear_line (gpointer line)
{
  g_free ((char *) ((EupOutlineLine *) line)->text);
}

/**
 * eup_sign_lines_new:
 *
 * Returns: (transfer full) (element-type EupOutlineLine): lines that own their texts
 */
GArray *
eup_sign_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (EupOutlineLine));

  g_array_set_clear_func (lines, clear_line);
  return lines;
}

/**
 * eup_sign_lines_add:
 * @text: (transfer full) (nullable): nothing is added for %NULL
 */
void
eup_sign_lines_add (GArray *lines, char *text, EupStyle style)
{
  const EupOutlineLine line = { text, style };

  if (text != NULL)
    g_array_append_val (lines, line);
}

/**
 * eup_sign_lines_draw:
 *
 * Returns: (transfer full): see eup_outlines_draw()
 */
char *
eup_sign_lines_draw (GArray *lines, EupTypeface *typeface, double width, double height)
{
  return eup_outlines_draw (typeface, (const EupOutlineLine *) (gpointer) lines->data, lines->len, width,
                            height);
}

static char *
write_name (EupSigner *signer, const EupSignature *details, const char *language)
{
  const char *name = eup_signer_get_name (signer);

  return details->role ? eup_words_fill ("decided-by", language, "name", name, "role", details->role, NULL)
                       : g_strdup (name);
}

/* When, and with which certificate. */
static void
add_facts (
    GArray *lines, EupSigner *signer, const EupSignature *details, const char *language, EupStyle style)
{
  eup_sign_lines_add (lines, write_time (details->time, language), style);
  eup_sign_lines_add (lines, write_certificate (signer, language), style);
}

/**
 * eup_sign_draw:
 * @languages: of the document
 * @width: @height: of the place, in points
 * @error: of the fonts
 *
 * Returns: (transfer full) (nullable): drawing operators
 */
char *
eup_sign_draw (EupSigner *signer,
               const EupSignature *details,
               const EupSignLanguages *languages,
               double width,
               double height,
               GError **error)
{
  g_autoptr (EupTypeface) typeface = NULL;
  g_autoptr (GArray) lines = eup_sign_lines_new ();

  if (details->acknowledgement)
    return eup_sign_draw_acknowledgement (signer, details, languages, width, height, error);
  typeface = eup_typeface_new (error);
  if (typeface == NULL)
    return NULL;
  eup_sign_lines_add (lines, write_name (signer, details, languages->first), EUP_STYLE_LEAD);
  add_facts (lines, signer, details, languages->first, EUP_STYLE_SMALL);
  if (languages->second)
    add_facts (lines, signer, details, languages->second, EUP_STYLE_SECOND_SMALL);
  return eup_sign_lines_draw (lines, typeface, width, height);
}
