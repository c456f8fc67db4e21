/* What the form of an amendment says: by its kind, of what is missing, and before something is final. */

#include "ui/record/eup-amend-words.h"

#include <glib/gi18n.h>

/* By the kind; the words are translated. */
EupAmendWords
eup_amend_words (EupAmendmentKind kind)
{
  switch (kind)
    {
    case EUP_AMENDMENT_CHANGED_DECISION:
      return (EupAmendWords) { _ ("What is decided now"), _ ("Who asked for it"), _ ("Who decided it") };
    case EUP_AMENDMENT_CONSIDERED_WRONG:
      return (EupAmendWords) { _ ("What is right, in that person’s own words"), _ ("Who considers it wrong"),
                               _ ("Who notes it") };
    case EUP_AMENDMENT_CORRECTION:
    case EUP_AMENDMENT_NONE:
    default:
      return (EupAmendWords) { _ ("What it should say"), _ ("Who asked for it"), _ ("Who decided it") };
    }
}

/* Returns: (transfer full): a sentence on what has not been written yet */
char *
eup_amend_missing (EupAmendmentLacks lacks)
{
  const struct
  {
    EupAmendmentLacks lack;
    const char *words;
  } all[] = {
    { EUP_AMENDMENT_LACKS_KIND, _ ("what it is about") },
    { EUP_AMENDMENT_LACKS_PART, _ ("which part") },
    { EUP_AMENDMENT_LACKS_OLD_WORDS, _ ("what stands there") },
    { EUP_AMENDMENT_LACKS_NEW_WORDS, _ ("what is right instead") },
    { EUP_AMENDMENT_LACKS_REASON, _ ("why") },
    { EUP_AMENDMENT_LACKS_ASKED_BY, _ ("who considers it wrong") },
    { EUP_AMENDMENT_LACKS_DECIDED_BY, _ ("who decided or noted it") },
    { EUP_AMENDMENT_LACKS_DECIDED, _ ("the day") },
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (lacks & all[i].lack)
      g_string_append_printf (list, "%s%s", list->len ? _ (", ") : "", all[i].words);
  if (list->len == 0)
    return g_strdup (_ ("Everything is there. It can be sealed."));
  /* Translators: a list of what has not been written yet */
  return g_strdup_printf (_ ("Still missing: %s."), list->str);
}

/**
 * eup_amend_ask:
 * @id: what the answer is called when somebody goes ahead
 * @answer: called with @self and the answer, "back" or @id
 *
 * Asks before something that can't be taken back.
 */
void
eup_amend_ask (AdwDialog *self,
               const char *heading,
               const char *body,
               const char *id,
               const char *label,
               AdwResponseAppearance appearance,
               GCallback answer)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "back", _ ("_Go back"), id, label, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), id, appearance);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "back");
  g_signal_connect_object (dialog, "response", answer, self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
