/* Pictures of dialogs, and of what stands beside a case. */

#include "shots.h"

#include "shots-look.h"
#include "ui-signed.h"
#include "casework/eup-case-session.h"
#include "casework/eup-known.h"
#include "ui/archive/eup-after-dialog.h"
#include "ui/common/eup-known-group.h"
#include "ui/common/eup-references-dialog.h"
#include "ui/help/eup-help-window.h"
#include "ui/meeting/eup-consent-dialog.h"
#include "ui/meeting/eup-override-dialog.h"
#include "ui/meeting/eup-person-dialog.h"
#include "ui/meeting/eup-stay-dialog.h"
#include "ui/meeting/eup-withdraw-dialog.h"
#include "ui/record/eup-verify-dialog.h"
#include "ui/sitting/eup-sitting-answers-dialog.h"
#include "ui/sitting/eup-sitting-dialog.h"

/* A dialog over a page; the one that a group of the decision opens by itself. */
void
shoot_dialog (const Shot *shot, EupCase *kase, AdwDialog *dialog)
{
  GtkWindow *window = ui_test_present (GTK_WIDGET (eup_meeting_page_new (kase)), shot->width, shot->height);

  adw_dialog_present (dialog, GTK_WIDGET (window));
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

/* The times of one person. */
void
shoot_stay (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);

  eup_case_begin_session (kase);
  shoot_dialog (shot, kase, eup_stay_dialog_new (kase, shot->question));
}

static AdwDialog *
new_consent_dialog (EupCase *kase,
                    const char *consent,
                    AdwDialog *(*dialog_new) (EupCase *kase, const EupConsentAsked *asked))
{
  g_autoptr (GPtrArray) consents =
      eup_rules_consents (eup_case_get_assessment (kase), eup_case_get_model (kase));

  for (guint i = 0; i < consents->len; i++)
    if (g_strcmp0 (((EupConsentAsked *) consents->pdata[i])->kind->id, consent) == 0)
      return dialog_new (kase, consents->pdata[i]);
  g_error ("The case does not ask for %s", consent);
}

void
shoot_consent (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);

  shoot_dialog (shot, kase, new_consent_dialog (kase, shot->question, eup_consent_dialog_new));
}

void
shoot_withdraw (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);

  shoot_dialog (shot, kase, new_consent_dialog (kase, shot->question, eup_withdraw_dialog_new));
}

void
shoot_override (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);
  const EupGate *gate = eup_method_find_gate (eup_case_get_model (kase)->method, shot->question);

  g_set_str (&card->impact_assessment, NULL);
  eup_case_put (kase, EUP_PART_CARD, card);
  shoot_dialog (shot, kase, eup_override_dialog_new (kase, gate));
}

/* A dialog over an empty window. */
static gboolean
is_verified (gpointer dialog)
{
  return eup_verify_dialog_is_done (dialog);
}

/* One file (@question), or several of which one is there no more. */
void
shoot_verify (const Shot *shot)
{
  char *files = ui_signed_new ();
  g_autofree char *good = g_build_filename (files, "signed.pdf", NULL);
  g_autofree char *changed = g_build_filename (files, "changed.pdf", NULL);
  g_autofree char *other = g_build_filename (files, "authority.pem", NULL);
  const char *one = g_strcmp0 (shot->question, "signed") == 0 ? good : changed;
  const char *const single[] = { one, NULL };
  const char *const several[] = { good, changed, other, "/nowhere/protokoll-2026-14.pdf", good, NULL };
  GtkWidget *under = gtk_label_new (NULL);
  GtkWindow *window = ui_test_present (under, shot->width, shot->height);
  AdwDialog *dialog;

  if (shot->reveal)
    g_assert_true (eup_known_add (other, NULL));
  dialog = eup_verify_dialog_new (shot->question ? single : several, NULL);
  adw_dialog_present (dialog, under);
  ui_test_wait (is_verified, dialog);
  ui_test_settle ();
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
  ui_signed_free (files);
}

/* The guide at the page @question. */
void
shoot_help (const Shot *shot)
{
  GtkWindow *window = eup_help_window_new ();

  gtk_window_set_default_size (window, shot->width, shot->height);
  gtk_window_present (window);
  eup_help_window_go (EUP_HELP_WINDOW (window), shot->question);
  ui_test_settle ();
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

void
shoot_known (const Shot *shot)
{
  char *files = ui_signed_new ();
  g_autofree char *authority = g_build_filename (files, "authority.pem", NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWindow *window;

  g_assert_true (eup_known_add (authority, NULL));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), g_object_new (EUP_TYPE_KNOWN_GROUP, NULL));
  window = ui_test_present (page, shot->width, shot->height);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
  ui_signed_free (files);
}

void
shoot_around (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  GtkWidget *under = gtk_label_new (NULL);
  GtkWindow *window = ui_test_present (under, shot->width, shot->height);
  AdwDialog *dialog = NULL;

  if (shot->reveal) /* of a sealed case */
    {
      EupDecision *decision = eup_case_edit (kase, EUP_PART_DECISION, NULL);

      g_set_str (&decision->sealed, "2026-11-26T16:00:00Z");
      eup_case_put (kase, EUP_PART_DECISION, decision);
      dialog = eup_after_dialog_new (NULL, kase);
    }
  else if (g_str_has_prefix (shot->question, "sitting-"))
    dialog = eup_sitting_answers_dialog_new (kase, shot->question);
  else if (g_str_equal (shot->question, "sit"))
    dialog = eup_sitting_dialog_new (kase);
  else if (g_str_equal (shot->question, "references"))
    dialog = eup_references_dialog_new (eup_case_get_model (kase)->rules);
  else
    dialog = eup_person_dialog_new (kase, shot->question, EUP_VOICE_RELATIVES);
  adw_dialog_present (dialog, under);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}
