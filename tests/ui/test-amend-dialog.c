/* Amending on the screen: what is typed is kept, the seal waits for what is missing, the register points
 * forward and back. */

#include "ui-test.h"

#include "casework/eup-amending.h"
#include "casework/eup-case-documents.h"
#include "ui/record/eup-amend-dialog.h"
#include "ui/record/eup-amend-preview.h"
#include "ui/record/eup-documents-group.h"

typedef struct
{
  EupAmending *amending;
  char *id;
  gboolean done;
} Answer;

static gboolean
is_done (gpointer data)
{
  return ((Answer *) data)->done;
}

static void
case_sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  eup_case_seal_finish (EUP_CASE (source), result, &error);
  g_assert_no_error (error);
  ((Answer *) data)->done = TRUE;
}

static void
amending_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Answer *) data)->amending = eup_case_amend_finish (EUP_CASE (source), result, NULL);
  ((Answer *) data)->done = TRUE;
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (eup_amending_flush_finish (EUP_AMENDING (source), result, NULL));
  ((Answer *) data)->done = TRUE;
}

static void
amendment_sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Answer *) data)->id = eup_amending_seal_finish (EUP_AMENDING (source), result, NULL);
  ((Answer *) data)->done = TRUE;
}

static EupCase *
sealed_case (void)
{
  EupCase *kase = ui_test_case ("night-camera.json");
  Answer answer = { 0 };

  ui_test_keep (kase);
  eup_case_seal_async (kase, NULL, case_sealed_cb, &answer);
  ui_test_wait (is_done, &answer);
  return kase;
}

static EupAmending *
begin (EupCase *kase)
{
  Answer answer = { 0 };

  eup_case_amend_async (kase, NULL, amending_cb, &answer);
  ui_test_wait (is_done, &answer);
  g_assert_nonnull (answer.amending);
  return answer.amending;
}

static void
flush (EupAmending *amending)
{
  Answer answer = { 0 };

  eup_amending_flush_async (amending, NULL, flushed_cb, &answer);
  ui_test_wait (is_done, &answer);
}

static GtkWindow *
present (EupAmending *amending, AdwDialog **dialog)
{
  GtkWindow *window = ui_test_present (gtk_label_new ("behind"), 800, 900);

  *dialog = eup_amend_dialog_new (amending);
  adw_dialog_present (*dialog, GTK_WIDGET (window));
  ui_test_settle ();
  return window;
}

static void
fill (EupAmending *amending)
{
  EupAmendment *amendment = eup_amending_edit (amending);

  g_set_str (&amendment->kind, "correction");
  g_set_str (&amendment->part, "decision");
  g_set_str (&amendment->old_words, "4.12");
  g_set_str (&amendment->new_words, "4.21");
  g_set_str (&amendment->decided_by, "Marianne Bergh");
  g_set_str (&amendment->decided, "2026-11-26");
  eup_amending_put (amending, amendment);
}

static void
what_is_chosen_and_typed_is_kept_at_once (void)
{
  g_autoptr (EupCase) kase = sealed_case ();
  g_autoptr (EupAmending) amending = begin (kase);
  AdwDialog *dialog;
  GtkWindow *window = present (amending, &dialog);
  GtkWidget *name = ui_test_row (GTK_WIDGET (dialog), "Who decided it");

  g_assert_null (eup_amending_get_amendment (amending)->kind);
  ui_test_choose (GTK_WIDGET (dialog), "Something else is decided");
  g_assert_cmpstr (eup_amending_get_amendment (amending)->kind, ==, "changed-decision");
  gtk_editable_set_text (GTK_EDITABLE (name), "Marianne Bergh");
  g_assert_cmpstr (eup_amending_get_amendment (amending)->decided_by, ==, "Marianne Bergh");
  g_assert_cmpstr (eup_amending_get_amendment (amending)->decided_by_role, ==, "enhetschef");
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "What is decided now"));
  flush (amending);
  gtk_window_destroy (window);
}

static void
the_seal_waits_for_what_is_missing_and_says_it (void)
{
  g_autoptr (EupCase) kase = sealed_case ();
  g_autoptr (EupAmending) amending = begin (kase);
  AdwDialog *dialog;
  GtkWindow *window = present (amending, &dialog);
  GtkWidget *seal = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Seal …");

  g_assert_false (gtk_widget_get_sensitive (seal));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Still missing: "));
  fill (amending);
  g_assert_true (gtk_widget_get_sensitive (seal));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Everything is there."));
  flush (amending);
  gtk_window_destroy (window);
}

static void
what_stands_there_is_filled_in_and_a_step_leads_back (void)
{
  g_autoptr (EupCase) kase = sealed_case ();
  g_autoptr (EupAmending) amending = begin (kase);
  AdwDialog *dialog;
  GtkWindow *window = present (amending, &dialog);
  AdwComboRow *part = ADW_COMBO_ROW (ui_test_row (GTK_WIDGET (dialog), "Which part"));
  const EupDecision *decision = eup_case_get_assessment (kase)->decision;
  guint at = 0;

  while (g_strcmp0 (eup_amending_get_amendment (amending)->part, "decision") != 0)
    adw_combo_row_set_selected (part, ++at);
  g_assert_cmpstr (eup_amending_get_amendment (amending)->old_words, ==, decision->content);
  ui_test_press (GTK_WIDGET (dialog), "Take the last step back");
  g_assert_cmpstr (eup_amending_get_amendment (amending)->part, !=, "decision");
  flush (amending);
  gtk_window_destroy (window);
}

static gboolean
lists_two (gpointer group)
{
  return ui_test_row (group, "Correction") != NULL;
}

static gboolean
lists (gpointer group)
{
  return ui_test_row (group, "Amend this record") != NULL;
}

static gboolean
goes_on (gpointer group)
{
  return ui_test_row (group, "Go on with the amendment") != NULL;
}

static void
the_register_points_forward_and_back (void)
{
  g_autoptr (EupCase) kase = sealed_case ();
  GtkWidget *group = g_object_new (EUP_TYPE_DOCUMENTS_GROUP, NULL);
  GtkWindow *window = ui_test_present (group, 700, 500);
  g_autoptr (EupAmending) amending = begin (kase);
  g_autofree char *forward = NULL, *back = NULL;
  Answer answer = { 0 };

  eup_documents_group_set_case (EUP_DOCUMENTS_GROUP (group), kase);
  ui_test_wait (lists, group);
  g_assert_null (ui_test_row (group, "The record"));
  fill (amending);
  flush (amending);
  g_signal_emit_by_name (kase, "amended");
  ui_test_wait (goes_on, group);
  answer.done = FALSE;
  eup_amending_seal_async (amending, NULL, amendment_sealed_cb, &answer);
  ui_test_wait (is_done, &answer);
  ui_test_wait (lists_two, group);
  forward = g_strdup_printf ("Amended by %s on ", answer.id);
  g_assert_true (ui_test_holds (group, forward));
  g_assert_true (ui_test_holds (group, "document 1 of 2"));
  g_assert_true (ui_test_holds (group, "document 2 of 2"));
  g_assert_true (ui_test_holds (group, "Follows SA-2026-298-1"));
  g_assert_cmpuint (eup_documents_group_get_chosen (EUP_DOCUMENTS_GROUP (group))->number, ==, 1);
  adw_action_row_activate (ADW_ACTION_ROW (ui_test_row (group, "Correction")));
  g_assert_cmpstr (eup_case_get_document (kase), ==, answer.id);
  adw_action_row_activate (ADW_ACTION_ROW (ui_test_row (group, "The record")));
  g_assert_null (eup_case_get_document (kase));
  gtk_window_destroy (window);
  g_free (answer.id);
}

static void
a_case_that_is_not_sealed_has_no_register (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("night-camera.json");
  GtkWidget *group = g_object_new (EUP_TYPE_DOCUMENTS_GROUP, NULL);
  GtkWindow *window;

  ui_test_keep (kase);
  window = ui_test_present (group, 700, 500);
  eup_documents_group_set_case (EUP_DOCUMENTS_GROUP (group), kase);
  ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (group));
  gtk_window_destroy (window);
}

static GtkWidget *
preview_over (GtkWindow *window)
{
  return GTK_WIDGET (ui_test_find_any (GTK_WIDGET (window), EUP_TYPE_AMEND_PREVIEW));
}

static gboolean
shows_pages (gpointer window)
{
  GtkWidget *preview = preview_over (window);
  GtkWidget *stack = preview ? ui_test_find_any (preview, GTK_TYPE_STACK) : NULL;

  return stack != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "pages") == 0;
}

/* From the first word on; nothing is sealed by it. */
static void
it_can_be_looked_at_before_it_is_sealed (void)
{
  g_autoptr (EupCase) kase = sealed_case ();
  g_autoptr (EupAmending) amending = begin (kase);
  AdwDialog *dialog;
  GtkWindow *window = present (amending, &dialog);

  ui_test_press (GTK_WIDGET (dialog), "Show _how it will look on paper");
  ui_test_wait (shows_pages, window);
  g_assert_true (ui_test_holds (preview_over (window), "A draft: nothing is sealed."));
  g_assert_false (ui_test_holds (preview_over (window), "4.21"));
  adw_dialog_force_close (ADW_DIALOG (preview_over (window)));
  ui_test_settle ();

  fill (amending);
  ui_test_press (GTK_WIDGET (dialog), "Show _how it will look on paper");
  ui_test_wait (shows_pages, window);
  g_assert_true (ui_test_holds (preview_over (window), "4.21"));
  g_assert_true (ui_test_holds (preview_over (window), "Marianne Bergh"));
  g_assert_cmpuint (eup_amending_get_documents (amending)->len, ==, 1);
  adw_dialog_force_close (ADW_DIALOG (preview_over (window)));
  ui_test_settle ();
  g_assert_null (preview_over (window));
  flush (amending);
  gtk_window_destroy (window);
}

#define ADD(name) g_test_add_func ("/amend-dialog/" #name, name)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  ADD (what_is_chosen_and_typed_is_kept_at_once);
  ADD (it_can_be_looked_at_before_it_is_sealed);
  ADD (the_seal_waits_for_what_is_missing_and_says_it);
  ADD (what_stands_there_is_filled_in_and_a_step_leads_back);
  ADD (the_register_points_forward_and_back);
  ADD (a_case_that_is_not_sealed_has_no_register);

  return ui_test_run ();
}
