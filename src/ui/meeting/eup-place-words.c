/* The places of the meeting as the windows call them. */

#include "ui/meeting/eup-place-words.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"

/**
 * eup_place_get_title:
 *
 * Returns: (transfer none): the question's title, or what is done at the place
 */
const char *
eup_place_get_title (const EupPlace *place)
{
  switch (place->kind)
    {
    case EUP_PLACE_QUESTION:
      return eup_text_get (place->question->title, eup_ui_language ());
    case EUP_PLACE_DIFFERENCES:
      return _ ("Where we differ");
    case EUP_PLACE_WEIGH:
      return _ ("Weigh together");
    case EUP_PLACE_READ_BACK:
      return _ ("Read back");
    case EUP_PLACE_DECIDE:
    default:
      return _ ("Decide");
    }
}

/**
 * eup_place_get_icon:
 *
 * Returns: (transfer none): the symbol of a place that is not a question
 */
const char *
eup_place_get_icon (const EupPlace *place)
{
  switch (place->kind)
    {
    case EUP_PLACE_DIFFERENCES:
      return "eup-speech-symbolic";
    case EUP_PLACE_WEIGH:
      return "eup-weigh-symbolic";
    case EUP_PLACE_READ_BACK:
      return "eup-quote-symbolic";
    case EUP_PLACE_DECIDE:
    case EUP_PLACE_QUESTION:
    default:
      return "eup-seal-symbolic";
    }
}
