/* Who agrees, to what, about whom, and how it stands: in words, with a mark beside them. The row opens
 * what was answered; its button is the next thing to do. */

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
  return eup_rules_consent_words (asked, eup_case_get_assessment (kase), eup_case_get_model (kase), language);
}

static GtkWidget *
new_state (EupConsentState state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (eup_consent_state_label (state));

  if (icon_of (state) != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_of (state),
                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_label_set_wrap (GTK_LABEL (label), g_utf8_strlen (eup_consent_state_label (state), -1) > 4);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "chip-pill");
  return box;
}

static void
point_to (GtkActionable *widget, const char *action, const EupConsentAsked *asked)
{
  gtk_actionable_set_action_name (widget, action);
  gtk_actionable_set_action_target (widget, "(sss)", asked->kind->id, asked->person->id,
                                    asked->about != NULL ? asked->about->id : "");
}

static GtkWidget *
new_button (const char *label, const char *action, const EupConsentAsked *asked, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  point_to (GTK_ACTIONABLE (button), action, asked);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "tall");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL,
                                  -1);
  return button;
}

static const char *
form_words (const char *form)
{
  if (g_strcmp0 (form, "said") == 0)
    return C_ ("form of an answer", "In speech");
  if (g_strcmp0 (form, "written") == 0)
    return C_ ("form of an answer", "In writing");
  if (g_strcmp0 (form, "shown") == 0)
    return C_ ("form of an answer", "Shown with gestures or pictures");
  return NULL;
}

static void
append_part (GString *words, const char *part)
{
  if (eup_text_is_written (part))
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

/**
 * eup_consent_describe:
 *
 * Returns: (transfer full): who, and how it was answered: "Anna · In speech · asked by Maria Sund ·
 *   26 November 2026 · “Yes, if I may take it off.”"
 */
char *
eup_consent_describe (EupCase *kase, const EupConsentAsked *asked)
{
  const EupConsent *consent = asked->consent;
  gboolean withdrawn = asked->state == EUP_CONSENT_WITHDRAWN;
  g_autofree char *date = NULL, *by = NULL, *quoted = NULL;
  const char *name, *said;
  GString *words = g_string_new (NULL);

  append_part (words, eup_consent_person_name (kase, asked->person));
  if (consent == NULL || asked->state == EUP_CONSENT_MISSING)
    return g_string_free_and_steal (words);
  date = eup_rules_date (withdrawn ? consent->withdrawn : consent->at, eup_ui_language ());
  name = withdrawn ? consent->withdrawn_to : consent->asked_by;
  said = withdrawn ? consent->withdrawn_words : consent->words;
  if (eup_text_is_written (name))
    by = g_strdup_printf (withdrawn ? _ ("told to %s") : _ ("asked by %s"), name);
  if (eup_text_is_written (said))
    quoted = g_strdup_printf (_ ("“%s”"), said);
  append_part (words, withdrawn ? NULL : form_words (consent->form));
  append_part (words, by);
  append_part (words, date);
  append_part (words, quoted);
  return g_string_free_and_steal (words);
}

/* How it stands, and the next thing to do; below each other where the letters are large. */
static GtkWidget *
new_end (const EupConsentAsked *asked, gboolean sealed, GtkWidget *row)
{
  GtkWidget *end = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (end), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (end), 6);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  adw_wrap_box_append (ADW_WRAP_BOX (end), new_state (asked->state));
  if (asked->state == EUP_CONSENT_YES)
    adw_wrap_box_append (ADW_WRAP_BOX (end), new_button (_ ("Withdraw …"), "consent.withdraw", asked, row));
  else if (!sealed)
    adw_wrap_box_append (ADW_WRAP_BOX (end),
                         new_button (asked->state == EUP_CONSENT_MISSING ? _ ("Ask …") : _ ("Ask again …"),
                                     "consent.ask", asked, row));
  return end;
}

GtkWidget *
eup_consent_row_new (EupCase *kase, const EupConsentAsked *asked)
{
  GtkWidget *row = adw_action_row_new ();
  EupVoice voice = eup_person_voice (asked->person);
  g_autofree char *title = eup_consent_title (asked, eup_ui_language ());
  g_autofree char *subtitle = eup_consent_describe (kase, asked);
  gboolean sealed = eup_case_is_sealed (kase);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             eup_disc_new (voice == EUP_VOICE_NONE ? EUP_VOICE_FACILITATOR : voice));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_end (asked, sealed, row));
  if (!sealed)
    point_to (GTK_ACTIONABLE (row), "consent.ask", asked);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !sealed);
  return row;
}
