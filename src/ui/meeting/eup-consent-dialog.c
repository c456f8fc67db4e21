/* No answer is chosen beforehand. What is written down replaces an answer that still stands; one that
 * was withdrawn is left as it is, and a new one begins beside it. */

#include "ui/meeting/eup-consent-dialog.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-disc.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"
#include "ui/meeting/eup-consent-row.h"
#include "ui/meeting/eup-reference-rows.h"
#include "ui/meeting/eup-words.h"

static const char *const answers[] = { "yes", "no", "cannot" };
static const char *const forms[] = { "said", "written", "shown" };

#define N_CHOICES 3

G_STATIC_ASSERT (G_N_ELEMENTS (answers) == N_CHOICES && G_N_ELEMENTS (forms) == N_CHOICES);

struct _EupConsentDialog
{
  AdwDialog parent_instance;
  EupCase *kase;
  char *id; /* (nullable): of the answer that is being changed */
  char *consent;
  char *person;
  char *about; /* (nullable) */

  AdwBin *disc;
  GtkLabel *name;
  GtkLabel *question;
  GtkLabel *own_language;
  GtkLabel *why;
  AdwPreferencesGroup *rules;
  GtkCheckButton *yes, *no, *cannot;
  GtkCheckButton *said, *written, *shown;
  GtkEditable *explained;
  EupNameRow *asked_by;
  EupWords *words;
  GtkLabel *missing;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (EupConsentDialog, eup_consent_dialog, ADW_TYPE_DIALOG)

static const char *
chosen (GtkCheckButton *const radios[N_CHOICES], const char *const ids[N_CHOICES])
{
  for (guint i = 0; i < N_CHOICES; i++)
    if (gtk_check_button_get_active (radios[i]))
      return ids[i];
  return NULL;
}

static const char *
chosen_answer (EupConsentDialog *self)
{
  GtkCheckButton *const radios[N_CHOICES] = { self->yes, self->no, self->cannot };

  return chosen (radios, answers);
}

static const char *
chosen_form (EupConsentDialog *self)
{
  GtkCheckButton *const radios[N_CHOICES] = { self->said, self->written, self->shown };

  return chosen (radios, forms);
}

/* The button opens when it is clear who answered what to whom; until then it is said what is missing. */
static void
update_cb (EupConsentDialog *self)
{
  const char *answer = chosen_answer (self);
  const char *missing = NULL;

  if (answer == NULL)
    missing = _ ("The answer is missing.");
  else if (chosen_form (self) == NULL && g_strcmp0 (answer, "cannot") != 0)
    missing = _ ("How was it answered?");
  else if (!eup_entry_is_written (GTK_EDITABLE (self->asked_by)))
    missing = _ ("Who asked?");
  gtk_label_set_label (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
  gtk_widget_set_sensitive (self->note, missing == NULL);
}

static void
cancel_cb (EupConsentDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
note_cb (EupConsentDialog *self)
{
  EupConsent *consent = eup_case_edit (self->kase, EUP_PART_CONSENT, self->id);

  if (consent->at == NULL || g_strcmp0 (consent->answer, chosen_answer (self)) != 0)
    {
      g_free (consent->at);
      consent->at = eup_clock_now_iso (eup_case_get_clock (self->kase));
    }
  g_set_str (&consent->consent, self->consent);
  g_set_str (&consent->person, self->person);
  g_set_str (&consent->about, self->about);
  g_set_str (&consent->answer, chosen_answer (self));
  g_set_str (&consent->form, chosen_form (self));
  g_set_str (&consent->explained, gtk_editable_get_text (self->explained));
  g_set_str (&consent->asked_by, gtk_editable_get_text (GTK_EDITABLE (self->asked_by)));
  g_free (consent->words);
  consent->words = eup_words_get_text (self->words);
  eup_case_put (self->kase, EUP_PART_CONSENT, consent);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
eup_consent_dialog_dispose (GObject *object)
{
  EupConsentDialog *self = EUP_CONSENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_CONSENT_DIALOG);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_consent_dialog_parent_class)->dispose (object);
}

static void
eup_consent_dialog_finalize (GObject *object)
{
  EupConsentDialog *self = EUP_CONSENT_DIALOG (object);

  g_free (self->id);
  g_free (self->consent);
  g_free (self->person);
  g_free (self->about);
  G_OBJECT_CLASS (eup_consent_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, disc);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, name);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, question);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, own_language);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, why);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, rules);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, yes);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, no);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, cannot);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, said);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, written);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, shown);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, explained);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, asked_by);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, words);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, EupConsentDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
}

static void
eup_consent_dialog_class_init (EupConsentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_NAME_ROW);
  g_type_ensure (EUP_TYPE_WORDS);
  G_OBJECT_CLASS (klass)->dispose = eup_consent_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_consent_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-consent-dialog.ui");
  bind_children (widget_class);
}

static void
eup_consent_dialog_init (EupConsentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eup_words_set_label (self->words, _ ("What was said, word for word"));
  eup_words_set_placeholder (self->words, _ ("What was said, word for word"));
}

/* The question in the language of the one who is asked; beneath it, where that is another, the same
 * words for the one who asks. */
static void
show_question (EupConsentDialog *self, const EupConsentAsked *asked)
{
  const char *language = asked->person->language;
  g_autofree char *question = NULL, *mine = NULL, *why = NULL;

  if (!eup_text_is_written (language) || !eup_text_has (asked->kind->question, language))
    language = eup_ui_language ();
  question = eup_consent_question (self->kase, asked, language);
  mine = eup_consent_question (self->kase, asked, eup_ui_language ());
  why = eup_rules_say (asked->kind->why, eup_ui_language (), eup_case_get_assessment (self->kase),
                       eup_case_get_model (self->kase));
  gtk_label_set_label (self->question, question);
  gtk_label_set_label (self->own_language, mine);
  gtk_widget_set_visible (GTK_WIDGET (self->own_language), g_strcmp0 (question, mine) != 0);
  gtk_label_set_label (self->why, why);
}

static void
show_rules (EupConsentDialog *self)
{
  const EupRulePack *rules = eup_case_get_model (self->kase)->rules;
  GPtrArray *required = rules != NULL ? eup_rule_pack_get_consents (rules) : NULL;
  GtkWidget *row = NULL;

  for (guint i = 0; required != NULL && i < required->len && row == NULL; i++)
    {
      const EupRequiredConsent *one = required->pdata[i];

      if (g_strcmp0 (one->consent, self->consent) == 0)
        row = eup_reference_rows_new (rules, (const char *const *) one->references);
    }
  if (row != NULL)
    adw_preferences_group_add (self->rules, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rules), row != NULL);
}

static void
choose (GtkCheckButton *const radios[N_CHOICES], const char *const ids[N_CHOICES], const char *id)
{
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_check_button_set_active (radios[i], g_strcmp0 (ids[i], id) == 0);
}

static void
show_answer (EupConsentDialog *self, const EupConsent *consent)
{
  GtkCheckButton *const by_answer[N_CHOICES] = { self->yes, self->no, self->cannot };
  GtkCheckButton *const by_form[N_CHOICES] = { self->said, self->written, self->shown };

  if (consent == NULL || eup_text_is_written (consent->withdrawn))
    return;
  self->id = g_strdup (consent->id);
  choose (by_answer, answers, consent->answer);
  choose (by_form, forms, consent->form);
  eup_entry_show (self->explained, consent->explained);
  eup_entry_show (GTK_EDITABLE (self->asked_by), consent->asked_by);
  eup_words_set_text (self->words, consent->words);
}

/**
 * eup_consent_dialog_new:
 * @kase: (transfer none): the case
 * @asked: which consent
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_consent_dialog_new (EupCase *kase, const EupConsentAsked *asked)
{
  EupConsentDialog *self = g_object_new (EUP_TYPE_CONSENT_DIALOG, NULL);
  g_auto (GStrv) names = eup_names_of_people (eup_case_get_assessment (kase));
  g_autofree char *title = eup_consent_title (asked, eup_ui_language ());
  EupVoice voice = eup_person_voice (asked->person);
  GtkWidget *disc = eup_disc_new (voice == EUP_VOICE_NONE ? EUP_VOICE_FACILITATOR : voice);

  self->kase = g_object_ref (kase);
  self->consent = g_strdup (asked->kind->id);
  self->person = g_strdup (asked->person->id);
  self->about = asked->about != NULL ? g_strdup (asked->about->id) : NULL;
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_bin_set_child (self->disc, disc);
  gtk_label_set_label (self->name, eup_consent_person_name (kase, asked->person));
  eup_name_row_set_names (self->asked_by, (const char *const *) names);
  show_question (self, asked);
  show_rules (self);
  show_answer (self, asked->consent);
  update_cb (self);
  return ADW_DIALOG (self);
}
