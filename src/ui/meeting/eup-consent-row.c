/* Who agrees, to what, about whom, and how it stands: in words, with a mark beside them. */

#include "ui/meeting/eup-consent-row.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-disc.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-language.h"

/**
 * eup_consent_state_label:
 *
 * Returns: (transfer none): how a consent stands, in a word or two
 */
const char *
eup_consent_state_label (EupConsentState state)
{
  switch (state)
    {
    case EUP_CONSENT_YES:
      return C_ ("consent", "Yes");
    case EUP_CONSENT_NO:
      return C_ ("consent", "No");
    case EUP_CONSENT_CANNOT:
      return C_ ("consent", "Can’t answer");
    case EUP_CONSENT_WITHDRAWN:
      return C_ ("consent", "Withdrawn");
    case EUP_CONSENT_MISSING:
    default:
      return C_ ("consent", "Not asked yet");
    }
}

static const char *
icon_of (EupConsentState state)
{
  switch (state)
    {
    case EUP_CONSENT_YES:
      return "object-select-symbolic";
    case EUP_CONSENT_NO:
    case EUP_CONSENT_WITHDRAWN:
      return "eup-hand-symbolic";
    case EUP_CONSENT_CANNOT:
      return "dialog-information-symbolic";
    case EUP_CONSENT_MISSING:
    default:
      return NULL;
    }
}

static const char *
alias_of (EupCase *kase)
{
  const EupCard *card = eup_case_get_assessment (kase)->card;

  return eup_text_is_written (card->alias) ? card->alias : _ ("The resident");
}

/**
 * eup_consent_person_name:
 *
 * Returns: (transfer none): who is asked; the resident goes by the alias in the windows
 */
const char *
eup_consent_person_name (EupCase *kase, const EupPerson *person)
{
  return eup_person_voice (person) == EUP_VOICE_RESIDENT ? alias_of (kase) : person->name;
}

/**
 * eup_consent_title:
 *
 * Returns: (transfer full): "Consent to others knowing: Eva B."
 */
char *
eup_consent_title (const EupConsentAsked *asked, const char *language)
{
  const char *title = eup_text_get (asked->kind->title, language);

  if (asked->about == NULL)
    return g_strdup (title);
  /* Translators: what is agreed to, and about whom: "Consent to others knowing: Eva B." */
  return g_strdup_printf (C_ ("consent and person", "%1$s: %2$s"), title, asked->about->name);
}

/**
 * eup_consent_question:
 *
 * Returns: (transfer full): the question as it is put to the person, with the names filled in
 */
char *
eup_consent_question (EupCase *kase, const EupConsentAsked *asked, const char *language)
{
  const EupPerson *other = asked->about != NULL ? asked->about : asked->person;
  g_autofree char *question = eup_rules_say (asked->kind->question, language, eup_case_get_assessment (kase),
                                             eup_case_get_model (kase));

  return eup_text_fill (question, "other", other->name, NULL);
}

static GtkWidget *
new_state (EupConsentState state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (eup_consent_state_label (state));

  if (icon_of (state) != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_of (state),
                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "chip-pill");
  return box;
}

static GtkWidget *
new_button (const char *label, const char *action, const EupConsentAsked *asked, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", asked->kind->id, asked->person->id,
                                    asked->about != NULL ? asked->about->id : "");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "tall");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL,
                                  -1);
  return button;
}

static const char *
ask_label (EupConsentState state)
{
  switch (state)
    {
    case EUP_CONSENT_MISSING:
      return _ ("Ask …");
    case EUP_CONSENT_YES:
      return _ ("Show …");
    case EUP_CONSENT_NO:
    case EUP_CONSENT_CANNOT:
    case EUP_CONSENT_WITHDRAWN:
    default:
      return _ ("Ask again …");
    }
}

/* Who, and how it was given: "Anna. Yes, said to Maria Sund on 26 November." */
static char *
describe (EupCase *kase, const EupConsentAsked *asked)
{
  g_autofree char *words = NULL;

  if (asked->state == EUP_CONSENT_MISSING)
    return g_strdup (eup_consent_person_name (kase, asked->person));
  words = eup_rules_consent_words (asked, eup_case_get_assessment (kase), eup_case_get_model (kase),
                                   eup_ui_language ());
  /* Translators: who was asked for a consent, and what the answer was */
  return g_strdup_printf (C_ ("name and consent", "%1$s: %2$s"),
                          eup_consent_person_name (kase, asked->person), words);
}

GtkWidget *
eup_consent_row_new (EupCase *kase, const EupConsentAsked *asked)
{
  GtkWidget *row = adw_action_row_new ();
  EupVoice voice = eup_person_voice (asked->person);
  g_autofree char *title = eup_consent_title (asked, eup_ui_language ());
  g_autofree char *subtitle = describe (kase, asked);
  gboolean sealed = eup_case_is_sealed (kase);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             eup_disc_new (voice == EUP_VOICE_NONE ? EUP_VOICE_FACILITATOR : voice));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_state (asked->state));
  if (asked->state == EUP_CONSENT_YES)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               new_button (_ ("Withdraw …"), "consent.withdraw", asked, row));
  if (!sealed)
    {
      GtkWidget *ask = new_button (ask_label (asked->state), "consent.ask", asked, row);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), ask);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), ask);
    }
  return row;
}
