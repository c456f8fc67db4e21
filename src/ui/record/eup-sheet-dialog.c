/* The paper is made anew for each language, on a worker thread; the printer gets the very pages that are
 * shown. */

#include "ui/record/eup-sheet-dialog.h"

#include <glib/gi18n.h>
#include "casework/eup-case-later.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-languages.h"
#include "ui/record/eup-pdf-view.h"
#include "ui/record/eup-print.h"
#include "ui/record/eup-record-files.h"

struct _EupSheetDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  EupSheet sheet;
  GBytes *pdf;
  GCancellable *making;
  GtkWidget *save;
  GtkWidget *print;
  AdwPreferencesGroup *about;
  AdwComboRow *language;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed;
  EupPdfView *pages;
};

G_DEFINE_FINAL_TYPE (EupSheetDialog, eup_sheet_dialog, ADW_TYPE_DIALOG)

static void
say (EupSheetDialog *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
fail (EupSheetDialog *self, const GError *error)
{
  g_warning ("A paper can't be made: %s", error->message);
  if (self->kase == NULL)
    return;
  adw_status_page_set_description (self->failed, eup_error_words (error));
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSheetDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (self->kase == NULL)
    return;
  if (eup_pdf_view_set_pdf_finish (EUP_PDF_VIEW (source), result, &error))
    gtk_stack_set_visible_child_name (self->stack, "paper");
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSheetDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_case_sheet_finish (EUP_CASE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->kase == NULL)
    return;
  if (pdf == NULL)
    {
      fail (self, error);
      return;
    }
  self->pdf = g_steal_pointer (&pdf);
  gtk_widget_set_sensitive (self->save, TRUE);
  gtk_widget_set_sensitive (self->print, TRUE);
  eup_pdf_view_set_pdf_async (self->pages, self->pdf, shown_cb, g_object_ref (self));
}

static void
make (EupSheetDialog *self)
{
  const char *language = eup_languages_get (adw_combo_row_get_selected (self->language));

  if (self->kase == NULL) /* the list is emptied when the dialog goes */
    return;
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->making = g_cancellable_new ();
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_widget_set_sensitive (self->print, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "making");
  eup_case_sheet_async (self->kase, self->sheet, language, self->making, made_cb, g_object_ref (self));
}

static void
written_cb (gpointer target, const char *path, const GError *error)
{
  EupSheetDialog *self = target;

  if (self->kase != NULL)
    say (self, error == NULL ? _ ("The paper is saved") : eup_error_words (error));
}

static void
save_cb (EupSheetDialog *self)
{
  const char *number = eup_case_get_assessment (self->kase)->card->number;
  g_autofree char *name =
      g_strdup_printf ("%s-%s.pdf", number != NULL && *number != '\0' ? number : eup_case_get_id (self->kase),
                       self->sheet == EUP_SHEET_RESIDENT ? "resident" : "send-out");

  g_strdelimit (name, "/", '-');
  if (self->pdf != NULL)
    eup_files_save (GTK_WIDGET (self), _ ("Save the Paper"), name, self->pdf, FALSE, written_cb, self);
}

static void
not_printed_cb (gpointer target, const char *words)
{
  EupSheetDialog *self = target;

  if (self->kase != NULL)
    say (self, words);
}

static void
print_cb (EupSheetDialog *self)
{
  if (self->pdf != NULL)
    eup_print (self->pdf, eup_case_get_assessment (self->kase)->card->number, GTK_WIDGET (self),
               not_printed_cb, self);
}

static void
eup_sheet_dialog_dispose (GObject *object)
{
  EupSheetDialog *self = EUP_SHEET_DIALOG (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->kase); /* what still speaks after this is not heard */
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_SHEET_DIALOG);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  G_OBJECT_CLASS (eup_sheet_dialog_parent_class)->dispose (object);
}

static void
eup_sheet_dialog_class_init (EupSheetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_PDF_VIEW);
  G_OBJECT_CLASS (klass)->dispose = eup_sheet_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-sheet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSheetDialog, save);
  gtk_widget_class_bind_template_child (widget_class, EupSheetDialog, print);
  gtk_widget_class_bind_template_child (widget_class, EupSheetDialog, about);
  gtk_widget_class_bind_template_child (widget_class, EupSheetDialog, language);
  gtk_widget_class_bind_template_child (widget_class, EupSheetDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, EupSheetDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EupSheetDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, EupSheetDialog, pages);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
eup_sheet_dialog_init (EupSheetDialog *self)
{
  g_autoptr (GtkStringList) languages = eup_languages_new_list (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (languages));
}

static const char *
words_about (EupCase *kase, EupSheet sheet)
{
  if (sheet == EUP_SHEET_SEND_OUT)
    return _ ("The questions of the meeting, with room to answer, for somebody who can’t come.");
  return eup_case_is_sealed (kase)
             ? _ ("What was decided, in large plain words, to keep at home.")
             : _ ("What will be decided, in large plain words. A draft: it may still change.");
}

/**
 * eup_sheet_dialog_new:
 * @kase: (transfer none): the case
 * @sheet: which paper
 *
 * Returns: (transfer floating): a dialog to present; the paper is in the case's language first
 */
AdwDialog *
eup_sheet_dialog_new (EupCase *kase, EupSheet sheet)
{
  EupSheetDialog *self = g_object_new (EUP_TYPE_SHEET_DIALOG, NULL);
  guint position = eup_languages_find (eup_case_get_assessment (kase)->card->language);

  self->kase = g_object_ref (kase);
  self->sheet = sheet;
  adw_dialog_set_title (ADW_DIALOG (self), sheet == EUP_SHEET_RESIDENT ? _ ("The Resident’s Page")
                                                                       : _ ("Questions to Send Out"));
  adw_preferences_group_set_description (self->about, words_about (kase, sheet));
  adw_combo_row_set_selected (self->language, position == GTK_INVALID_LIST_POSITION ? 0 : position);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (make), self);
  make (self);
  return ADW_DIALOG (self);
}

/**
 * eup_sheet_dialog_save_to:
 * @path: where the paper goes that is shown
 */
void
eup_sheet_dialog_save_to (EupSheetDialog *self, const char *path)
{
  g_return_if_fail (EUP_IS_SHEET_DIALOG (self) && self->pdf != NULL);
  eup_files_write (self->pdf, path, FALSE, written_cb, self);
}
