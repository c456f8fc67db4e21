/* What stands in a place that was signed: who, when, with which certificate; in the record's language. */

#include "record/eup-sign-private.h"

#include "assessment/eup-rules.h"
#include "record/eup-certificate.h"
#include "record/eup-outlines.h"
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

static char *
draw (char **texts, double width, double height, GError **error)
{
  g_autoptr (EupTypeface) typeface = eup_typeface_new (error);
  guint n = g_strv_length (texts);
  g_autofree EupOutlineLine *lines = g_new0 (EupOutlineLine, n);

  for (guint i = 0; i < n; i++)
    lines[i] = (EupOutlineLine) { texts[i], i == 0 ? EUP_STYLE_LEAD : EUP_STYLE_SMALL };
  return typeface ? eup_outlines_draw (typeface, lines, n, width, height) : NULL;
}

/**
 * eup_sign_draw:
 * @language: of the document
 * @width: @height: of the place, in points
 * @error: of the fonts
 *
 * Returns: (transfer full) (nullable): drawing operators
 */
char *
eup_sign_draw (EupSigner *signer,
               const EupSignature *details,
               const char *language,
               double width,
               double height,
               GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *time = write_time (details->time, language);
  g_autofree char *certificate = write_certificate (signer, language);
  const char *name = eup_signer_get_name (signer);
  g_auto (GStrv) texts = NULL;

  if (details->acknowledgement)
    return eup_sign_draw_acknowledgement (signer, details, language, width, height, error);
  if (details->lines)
    return draw (details->lines, width, height, error);
  if (details->role)
    g_strv_builder_take (builder,
                         eup_words_fill ("decided-by", language, "name", name, "role", details->role, NULL));
  else
    g_strv_builder_add (builder, name);
  g_strv_builder_add (builder, time);
  if (certificate)
    g_strv_builder_add (builder, certificate);
  texts = g_strv_builder_end (builder);
  return draw (texts, width, height, error);
}
