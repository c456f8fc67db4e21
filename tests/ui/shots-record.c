/* A card and an authority for time stamps are made once for all pictures. */

#include "shots-record.h"

#include "ui-record.h"
#include "shots-look.h"

#include "sample-card.h"
#include "sample-revoked.h"
#include "sample-signed.h"
#include "sample-stamp.h"
#include "casework/eup-amending.h"
#include "casework/eup-case-later.h"
#include "ui/common/eup-settings.h"
#include "ui/record/eup-amend-dialog.h"
#include "ui/record/eup-amend-preview.h"
#include "ui/record/eup-archive-road-dialog.h"
#include "ui/record/eup-hand-off-dialog.h"
#include "ui/record/eup-pdf-view.h"
#include "ui/record/eup-record-page.h"
#include "ui/record/eup-sheet-dialog.h"
#include "ui/record/eup-sign-dialog.h"

static void
begin_cards (void)
{
  static gboolean begun = FALSE;

  if (!begun && sample_cards_begin ())
    {
      sample_card_add ("SITHS e-id", "Karin Lind", "01", NULL);
      sample_card_add ("SITHS e-id", "Karin Lind, legitimering", "02", "--usage digitalSignature");
    }
  begun = TRUE;
  eup_settings_set ("card-module", sample_card_module ());
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return *(gboolean *) data;
}

static void
stamp (EupCase *kase, SampleStamper *stamper, EupStampKind kind)
{
  g_autoptr (GBytes) pdf = ui_record_get (kase);
  g_autoptr (GBytes) request = eup_stamp_request (pdf, kind, NULL);
  g_autoptr (GBytes) answer = sample_stamper_answer (stamper, request, SAMPLE_STAMP_GOOD);
  gboolean done = FALSE;

  eup_case_stamp_async (kase, request, answer, NULL, done_cb, &done);
  ui_test_wait (is_done, &done);
}

static void
go_all_the_way (EupCase *kase)
{
  g_autoptr (GBytes) authority = sample_authority (),
                     key = sample_authority_key (); /* before the other one */
  g_autoptr (SampleStamper) stamper = sample_stamper_new ("Tidsstämpel AB", NULL);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gboolean done = FALSE;

  stamp (kase, stamper, EUP_STAMP_SIGNATURE);
  g_ptr_array_add (lists, sample_list (authority, key, NULL, 0, 7));
  g_ptr_array_add (lists, sample_list (sample_stamper_get_authority (stamper),
                                       sample_stamper_get_key (stamper), NULL, 0, 7));
  eup_case_add_validation_async (kase, lists, NULL, done_cb, &done);
  ui_test_wait (is_done, &done);
  stamp (kase, stamper, EUP_STAMP_ARCHIVE);
}

static void
amending_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(EupAmending **) data = eup_case_amend_finish (EUP_CASE (source), result, NULL);
}

static gboolean
is_amending (gpointer data)
{
  return *(EupAmending **) data != NULL;
}

static AdwDialog *
new_amend_dialog (EupCase *kase, gboolean preview)
{
  const EupDecision *decision = eup_case_get_assessment (kase)->decision;
  g_autoptr (EupAmending) amending = NULL;
  EupAmendment *amendment;

  eup_case_amend_async (kase, NULL, amending_cb, &amending);
  ui_test_wait (is_amending, &amending);
  amendment = eup_amending_edit (amending);
  g_set_str (&amendment->kind, "changed-decision");
  g_set_str (&amendment->part, "decision");
  g_set_str (&amendment->old_words, decision->content);
  g_set_str (&amendment->new_words, decision->therefore);
  g_set_str (&amendment->reason, decision->because);
  g_set_str (&amendment->decided_by, decision->decider);
  g_set_str (&amendment->decided_by_role, decision->decider_role);
  g_set_str (&amendment->decided, "2026-12-01");
  eup_amending_put (amending, amendment);
  return preview ? eup_amend_preview_new (amending) : eup_amend_dialog_new (amending);
}

static AdwDialog *
new_dialog (EupCase *kase, const char *page)
{
  gboolean card = g_str_equal (page, "card") || g_str_equal (page, "last") || g_str_equal (page, "none");

  if (g_str_equal (page, "hand-off"))
    return eup_hand_off_dialog_new (kase);
  if (g_str_has_prefix (page, "road"))
    return eup_archive_road_dialog_new (kase);
  if (g_str_has_prefix (page, "amend"))
    return new_amend_dialog (kase, g_str_equal (page, "amend-preview"));
  if (g_str_equal (page, "own-page"))
    return eup_sheet_dialog_new (kase, EUP_SHEET_RESIDENT);
  if (g_str_equal (page, "send-out"))
    return eup_sheet_dialog_new (kase, EUP_SHEET_SEND_OUT);
  eup_settings_set ("sign-with", card ? "card" : "file");
  eup_settings_set ("certificate", "/home/karin/Certifikat/karin.p12");
  return eup_sign_dialog_new (kase);
}

/* What is read and made in the background comes within a moment. */
static void
let_it_come (void)
{
  for (guint i = 0; i < 12; i++)
    ui_test_settle ();
}

static void
show_foot (GtkWidget *page)
{
  GtkWidget *pages = ui_test_find (page, EUP_TYPE_PDF_VIEW, NULL);
  GtkWidget *scroller = gtk_widget_get_ancestor (pages, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  let_it_come ();
}

void
shots_record_take (const char *name, const char *page, gboolean is_signed, int width, int height)
{
  g_autoptr (EupCase) kase = ui_record_case ();
  g_autoptr (EupSigner) signer = sample_signer ("Karin Lind", NULL);
  gboolean whole = g_str_equal (page, "page") || g_str_equal (page, "foot");
  GtkWidget *under = whole ? NULL : gtk_label_new (NULL);
  g_autofree char *wrong = NULL;
  GtkWindow *window;

  begin_cards ();
  if (is_signed)
    ui_record_sign (kase, signer, "decision-maker");
  if (g_str_equal (page, "road-end"))
    go_all_the_way (kase);
  wrong = g_build_filename (g_getenv ("EUP_CARD_FOLDER"), "wrong", NULL);
  if (g_str_equal (page, "last"))
    g_assert_true (g_file_set_contents (wrong, "xx", 2, NULL));
  sample_card_put ("gone", g_str_equal (page, "none"));
  window = ui_test_present (whole ? eup_record_page_new (kase) : under, width, height);
  if (!whole)
    adw_dialog_present (new_dialog (kase, page), under);
  let_it_come ();
  if (g_str_equal (page, "foot"))
    show_foot (GTK_WIDGET (window));
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, name);
  gtk_window_destroy (window);
  sample_card_put ("wrong", FALSE);
  sample_card_put ("gone", FALSE);
}
