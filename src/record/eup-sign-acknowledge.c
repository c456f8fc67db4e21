/* An acknowledgement of somebody who comes later, in a place that the unit's certificate seals. It is never
 * that person's signature: whose acknowledgement, who was the witness and whose certificate all stand in it. */

#include "record/eup-sign-private.h"

#include "record/eup-ink.h"
#include "record/eup-words.h"

/* Strokes at the left, words beside them, in points. */
#define INK_HEIGHT 42
#define INK_WIDTH (INK_HEIGHT * EUP_INK_RATIO)
#define INK_BOTTOM 5
#define GAP 8
#define SECOND_GAP 4
/* The lines are broken a little too wide and then shrunk: one line less, and hardly smaller. */
#define WIDER 1.04

static const char *
state_word (EupAcknowledged kind, const char *language)
{
  static const char *const keys[] = {
    [EUP_ACKNOWLEDGED_OPEN] = NULL,
    [EUP_ACKNOWLEDGED_DRAWN] = NULL,
    [EUP_ACKNOWLEDGED_SAID] = "acknowledged-said",
    [EUP_ACKNOWLEDGED_DECLINED] = "acknowledged-declined",
    [EUP_ACKNOWLEDGED_CANNOT] = "acknowledged-cannot",
    [EUP_ACKNOWLEDGED_NOT_ASKED] = NULL,
  };

  return keys[kind] ? eup_words (keys[kind], language) : "";
}

/**
 * eup_sign_check_acknowledgement:
 * @error: EUP_SIGN_ERROR_ACKNOWLEDGEMENT
 *
 * Returns: whether @details hold no acknowledgement, or one that can be sealed: with all that its answer
 *   needs, and whose it is
 */
gboolean
eup_sign_check_acknowledgement (const EupSignature *details, GError **error)
{
  const EupAcknowledgement *of = details->acknowledgement;
  const char *member = NULL;
  g_autofree char *problem = NULL;
  EupDrawing *drawing;
  gboolean drawn;

  if (of == NULL)
    return TRUE;
  problem = eup_acknowledgement_problem (of, details->acknowledges, &member);
  drawing = eup_acknowledgement_draw (of);
  drawn = drawing != NULL;
  g_clear_pointer (&drawing, eup_drawing_free);
  if (problem == NULL && details->acknowledges == NULL)
    problem = g_strdup ("expected whose it is");
  else if (problem == NULL && eup_acknowledgement_kind (of) == EUP_ACKNOWLEDGED_NOT_ASKED)
    problem = g_strdup ("nothing is sealed for who was not asked");
  else if (problem == NULL && eup_acknowledgement_kind (of) == EUP_ACKNOWLEDGED_DRAWN && !drawn)
    problem = g_strdup ("the strokes can’t be read");
  if (problem != NULL)
    g_set_error (error, EUP_SIGN_ERROR, EUP_SIGN_ERROR_ACKNOWLEDGEMENT,
                 "This acknowledgement can’t be sealed: %s.", problem);
  return problem == NULL;
}

/**
 * eup_sign_acknowledgement_reason:
 *
 * Returns: (transfer full): what other programs show as the reason of the signature
 */
char *
eup_sign_acknowledgement_reason (const EupSignature *details, const char *language)
{
  const EupAcknowledgement *of = details->acknowledgement;
  EupAcknowledged kind = eup_acknowledgement_kind (of);

  return eup_words_fill (kind == EUP_ACKNOWLEDGED_DRAWN ? "acknowledged-sealed-drawn" : "acknowledged-sealed",
                         language, "name", details->acknowledges, "state", state_word (kind, language),
                         "witness", of->witness, NULL);
}

/**
 * eup_sign_write_acknowledgement:
 *
 * Writes who acknowledges, how, and with whom, into the signature dictionary.
 */
void
eup_sign_write_acknowledgement (GString *out, const EupSignature *details)
{
  const EupAcknowledgement *of = details->acknowledgement;

  g_string_append (out, "\n/EUPH_Acknowledges ");
  eup_sign_write_text (out, details->acknowledges);
  g_string_append_printf (out, "\n/EUPH_Acknowledged /%s",
                          eup_acknowledged_to_id (eup_acknowledgement_kind (of)));
  g_string_append (out, "\n/EUPH_Witness ");
  eup_sign_write_text (out, of->witness);
}

/* Breaks @text into lines of @width, each a text of its own. */
static void
add_broken (GArray *lines, EupTypeface *typeface, EupStyle style, const char *text, double width)
{
  g_autoptr (PangoLayout) layout = eup_typeface_new_layout (typeface);
  g_autoptr (PangoFontDescription) description = eup_typeface_describe (style, FALSE);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * WIDER * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;

      eup_sign_lines_add (lines, g_strstrip (g_strndup (text + line->start_index, (gsize) line->length)),
                          style);
    }
}

/* How, when, with whom and whose certificate. */
static char *
say_how (EupSigner *signer, const EupSignature *details, const char *language)
{
  const EupAcknowledgement *of = details->acknowledgement;
  EupAcknowledged kind = eup_acknowledgement_kind (of);
  g_autofree char *time = eup_sign_say_time (of->at, language);

  return eup_words_fill (kind == EUP_ACKNOWLEDGED_DRAWN ? "acknowledged-look-drawn" : "acknowledged-look",
                         language, "time", time, "witness", of->witness, "name", eup_signer_get_name (signer),
                         "state", state_word (kind, language), NULL);
}

/* The same below in the second language, as wide as the place: how high that is. A place too low for it has
 * none: the document was not made for two. */
static double
add_second (GArray *lines, EupTypeface *typeface, const char *words, double width, double height)
{
  double wanted;

  if (words == NULL)
    return 0;
  add_broken (lines, typeface, EUP_STYLE_SECOND_SMALL, words, width);
  wanted = lines->len * eup_style_measure (EUP_STYLE_SECOND_SMALL)->leading + SECOND_GAP;
  return height >= wanted / 2 ? MIN (wanted, height) : 0;
}

/**
 * eup_sign_draw_acknowledgement:
 * @languages: of the document
 * @width: @height: of the place, in points
 * @error: of the fonts
 *
 * Returns: (transfer full) (nullable): drawing operators: strokes, and beside them whose they are
 */
char *
eup_sign_draw_acknowledgement (EupSigner *signer,
                               const EupSignature *details,
                               const EupSignLanguages *languages,
                               double width,
                               double height,
                               GError **error)
{
  g_autoptr (EupTypeface) typeface = eup_typeface_new (error);
  g_autoptr (GArray) first = eup_sign_lines_new ();
  g_autoptr (GArray) second = eup_sign_lines_new ();
  g_autofree char *how = say_how (signer, details, languages->first);
  g_autofree char *again = languages->second ? say_how (signer, details, languages->second) : NULL;
  g_autofree char *beside = NULL;
  g_autofree char *below = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  EupDrawing *drawing;
  double left, bottom;

  if (typeface == NULL)
    return NULL;
  drawing = eup_acknowledgement_draw (details->acknowledgement);
  left = drawing ? INK_WIDTH + GAP : 0;
  bottom = add_second (second, typeface, again, width, height - (INK_BOTTOM + INK_HEIGHT));
  add_broken (first, typeface, EUP_STYLE_TEXT_STRONG, details->acknowledges, width - left);
  add_broken (first, typeface, EUP_STYLE_SMALL, how, width - left);
  beside = eup_sign_lines_draw (first, typeface, width - left, height - bottom);
  if (drawing != NULL)
    eup_ink_write (out, drawing, 0, INK_BOTTOM + bottom, INK_WIDTH, EUP_COLOUR_TEXT);
  g_clear_pointer (&drawing, eup_drawing_free);
  g_string_append_printf (out, "q 1 0 0 1 %d %d cm\n%sQ\n", (int) left, (int) bottom, beside);
  if (bottom > 0)
    {
      below = eup_sign_lines_draw (second, typeface, width, bottom);
      g_string_append (out, below);
    }
  return g_string_free_and_steal (g_steal_pointer (&out));
}
