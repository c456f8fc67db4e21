/* Taking back needs no reason: only who was told. What the person said is noted when there is
 * something to note. */

#include "ui/meeting/eup-withdraw-dialog.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"
#include "ui/meeting/eup-consent-row.h"
#include "ui/meeting/eup-words.h"

struct _EupWithdrawDialog
{
  AdwDialog parent_instance;
  EupCase *kase;
  char *id; /* of the consent */
  GtkLabel *what;
  GtkLabel *follows;
  EupNameRow *told_to;
  EupWords *words;
  GtkWidget *withdraw;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (EupWithdrawDialog, eup_withdraw_dialog, ADW_TYPE_DIALOG)

static void
update_cb (EupWithdrawDialog *self)
{
  gtk_widget_set_sensitive (self->withdraw, eup_entry_is_written (GTK_EDITABLE (self->told_to)));
}

static void
cancel_cb (EupWithdrawDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
withdraw_cb (EupWithdrawDialog *self)
{
  g_autofree char *words = eup_words_get_text (self->words);
  g_autoptr (GError) error = NULL;

  if (eup_case_withdraw_consent (self->kase, self->id, gtk_editable_get_text (GTK_EDITABLE (self->told_to)),
                                 words, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  g_message ("A consent can't be withdrawn: %s", error->message);
  gtk_label_set_label (self->problem, eup_error_words (error));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
eup_withdraw_dialog_dispose (GObject *object)
{
  EupWithdrawDialog *self = EUP_WITHDRAW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_WITHDRAW_DIALOG);
  g_clear_object (&self->kase);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (eup_withdraw_dialog_parent_class)->dispose (object);
}

static void
eup_withdraw_dialog_class_init (EupWithdrawDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_NAME_ROW);
  g_type_ensure (EUP_TYPE_WORDS);
  G_OBJECT_CLASS (klass)->dispose = eup_withdraw_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-withdraw-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupWithdrawDialog, what);
  gtk_widget_class_bind_template_child (widget_class, EupWithdrawDialog, follows);
  gtk_widget_class_bind_template_child (widget_class, EupWithdrawDialog, told_to);
  gtk_widget_class_bind_template_child (widget_class, EupWithdrawDialog, words);
  gtk_widget_class_bind_template_child (widget_class, EupWithdrawDialog, withdraw);
  gtk_widget_class_bind_template_child (widget_class, EupWithdrawDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
}

static void
eup_withdraw_dialog_init (EupWithdrawDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eup_words_set_label (self->words, _ ("What was said, word for word; no reason is needed"));
  eup_words_set_placeholder (self->words, _ ("What was said, word for word; no reason is needed"));
}

static void
show_what_follows (EupWithdrawDialog *self)
{
  const EupRulePack *rules = eup_case_get_model (self->kase)->rules;
  int days = rules != NULL ? eup_rule_pack_get_withdrawal_days (rules) : 0;
  const char *last = eup_case_is_sealed (self->kase)
                         ? _ ("The sealed record stays as it is; this is kept beside it and can’t be undone.")
                         : _ ("You can ask again later.");
  g_autofree char *words = NULL;

  if (days > 0)
    words = g_strdup_printf (ngettext ("A follow-up is then due within %1$d day. %2$s",
                                       "A follow-up is then due within %1$d days. %2$s", days),
                             days, last);
  else
    words = g_strdup (last);
  gtk_label_set_label (self->follows, words);
}

/**
 * eup_withdraw_dialog_new:
 * @kase: (transfer none): the case; may be sealed
 * @asked: a consent that was given
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_withdraw_dialog_new (EupCase *kase, const EupConsentAsked *asked)
{
  EupWithdrawDialog *self = g_object_new (EUP_TYPE_WITHDRAW_DIALOG, NULL);
  g_auto (GStrv) names = eup_names_of_people (eup_case_get_assessment (kase));
  g_autofree char *title = eup_consent_title (asked, eup_ui_language ());
  /* Translators: who takes a consent back, and which one */
  g_autofree char *what = g_strdup_printf (C_ ("name and consent", "%1$s: %2$s"),
                                           eup_consent_person_name (kase, asked->person), title);

  self->kase = g_object_ref (kase);
  self->id = asked->consent != NULL ? g_strdup (asked->consent->id) : NULL;
  gtk_label_set_label (self->what, what);
  eup_name_row_set_names (self->told_to, (const char *const *) names);
  show_what_follows (self);
  update_cb (self);
  return ADW_DIALOG (self);
}
