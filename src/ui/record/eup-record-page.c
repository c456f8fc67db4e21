/* Bytes come from the case, pages from poppler, and the verdict on them from our own verifier; each on
 * its own thread. */

#include "ui/record/eup-record-page.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-record-kind.h"
#include "ui/common/eup-shortcuts.h"
#include "ui/record/eup-documents-group.h"
#include "ui/record/eup-pdf-view.h"
#include "ui/record/eup-judgement.h"
#include "ui/record/eup-record-page-actions.h"

struct _EupRecordPage
{
  AdwNavigationPage parent_instance;

  EupCase *kase;
  GBytes *pdf;
  GCancellable *loading;
  AdwWindowTitle *title;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkWidget *menu;
  GtkWidget *export;
  GtkWidget *states;
  GtkWidget *draft;
  EupDocumentsGroup *documents;
  AdwClamp *clamp;
  AdwActionRow *sealed;
  GtkImage *sealed_icon;
  GtkWidget *verify;
  AdwActionRow *signatures;
  AdwActionRow *follow_up;
  GtkWidget *out;
  GtkWidget *road;
  EupPdfView *pages;
};

G_DEFINE_FINAL_TYPE (EupRecordPage, eup_record_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* "Sealed 21 November 2026, 15:24" */
static char *
describe_sealing (const char *sealed)
{
  g_autofree char *date = eup_rules_date (sealed, eup_ui_language ());
  g_autofree char *time = NULL;

  if (sealed == NULL || strlen (sealed) < 16)
    return g_strdup_printf (_ ("Sealed %s"), date);
  time = g_strndup (sealed + 11, 5);
  /* Translators: a date and a time of day */
  return g_strdup_printf (_ ("Sealed %1$s, %2$s"), date, time);
}

static void
show_follow_up (EupRecordPage *self, const EupDecision *decision)
{
  g_autofree char *date = eup_rules_date (decision->follow_up_date, eup_ui_language ());
  g_autofree char *title = g_strdup_printf (_ ("Follow-up %s"), date);
  g_autofree char *owner = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->follow_up), has_text (decision->follow_up_date));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->follow_up), title);
  if (has_text (decision->follow_up_owner))
    owner = g_strdup_printf (_ ("Responsible: %s"), decision->follow_up_owner);
  adw_action_row_set_subtitle (self->follow_up, owner != NULL ? owner : "");
}

static void
show_states (EupRecordPage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  gboolean sealed = eup_case_is_sealed (self->kase);

  adw_window_title_set_title (self->title,
                              has_text (assessment->card->alias) ? assessment->card->alias : _ ("Record"));
  adw_window_title_set_subtitle (self->title,
                                 has_text (assessment->card->number) ? assessment->card->number : "");
  gtk_widget_set_visible (self->states, sealed);
  gtk_widget_set_visible (self->export, sealed);
  gtk_widget_set_visible (self->draft, !sealed);
  gtk_widget_set_visible (self->out, sealed);
  gtk_widget_set_visible (self->road, sealed);
  eup_record_page_update_actions (GTK_WIDGET (self), sealed);
  if (sealed)
    {
      const EupCaseDocument *shown = eup_documents_group_get_chosen (self->documents);
      g_autofree char *title = describe_sealing (shown ? shown->sealed : assessment->decision->sealed);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sealed), title);
      show_follow_up (self, assessment->decision);
    }
}

static void
fail (EupRecordPage *self, const GError *error)
{
  g_warning ("A record can't be shown: %s", error->message);
  adw_status_page_set_description (self->failed, eup_error_words (error));
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupRecordPage) self = data;
  g_autoptr (EupJudgement) judgement = eup_judgement_find_finish (result);

  gtk_widget_set_sensitive (self->verify, TRUE);
  adw_action_row_set_subtitle (self->sealed, judgement->words);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->signatures), judgement->signatures);
  adw_action_row_set_subtitle (self->signatures, judgement->names);
  gtk_image_set_from_icon_name (self->sealed_icon,
                                judgement->sound ? "eup-seal-symbolic" : "dialog-warning-symbolic");
}

static void
judge (EupRecordPage *self)
{
  if (!eup_case_is_sealed (self->kase) || self->pdf == NULL)
    return;
  gtk_widget_set_sensitive (self->verify, FALSE);
  adw_action_row_set_subtitle (self->sealed, _ ("Verifying …"));
  eup_judgement_find_async (self->pdf, judged_cb, g_object_ref (self));
}

static void
verify_cb (EupRecordPage *self)
{
  judge (self);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupRecordPage) self = data;
  g_autoptr (GError) error = NULL;

  if (eup_pdf_view_set_pdf_finish (EUP_PDF_VIEW (source), result, &error))
    gtk_stack_set_visible_child_name (self->stack, "record");
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupRecordPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_case_record_finish (EUP_CASE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->kase == NULL)
    return;
  if (pdf == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = g_steal_pointer (&pdf);
  eup_pdf_view_set_pdf_async (self->pages, self->pdf, shown_cb, g_object_ref (self));
  judge (self);
}

/* Another document of the case. */
static void
chosen_cb (EupRecordPage *self)
{
  eup_record_page_reload (self);
}

static void
try_again_cb (EupRecordPage *self)
{
  eup_record_page_reload (self);
}

/* The clamp follows the zoom, so that larger pages may be wider than the rows above them. */
static void
zoom (EupRecordPage *self, int steps)
{
  eup_pdf_view_zoom (self->pages, steps);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom (EUP_RECORD_PAGE (widget), 1);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom (EUP_RECORD_PAGE (widget), -1);
}

static void
zoom_normal_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom (EUP_RECORD_PAGE (widget), 0);
}

static void
eup_record_page_dispose (GObject *object)
{
  EupRecordPage *self = EUP_RECORD_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_RECORD_PAGE);
  g_clear_object (&self->kase);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  G_OBJECT_CLASS (eup_record_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, documents);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, title);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, failed);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, menu);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, export);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, states);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, draft);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, sealed);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, sealed_icon);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, verify);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, signatures);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, follow_up);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, out);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, road);
  gtk_widget_class_bind_template_child (widget_class, EupRecordPage, pages);
}

static void
eup_record_page_class_init (EupRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_DOCUMENTS_GROUP);
  g_type_ensure (EUP_TYPE_PDF_VIEW);
  G_OBJECT_CLASS (klass)->dispose = eup_record_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-record-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  eup_record_page_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "record.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "record.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "record.zoom-normal", NULL, zoom_normal_cb);
}

static void
eup_record_page_init (EupRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_controller (GTK_WIDGET (self), eup_shortcuts_new_controller ("record"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->signatures), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->follow_up), FALSE);
}

/**
 * eup_record_page_new:
 * @kase: (transfer none): the case; of one that is not sealed the page shows a draft
 *
 * Returns: (transfer floating): the page; it reads and draws at once
 */
GtkWidget *
eup_record_page_new (EupCase *kase)
{
  EupRecordPage *self = g_object_new (EUP_TYPE_RECORD_PAGE, NULL);

  self->kase = g_object_ref (kase);
  eup_documents_group_set_case (self->documents, kase);
  g_signal_connect_object (self->documents, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->documents, "listed", G_CALLBACK (show_states), self, G_CONNECT_SWAPPED);
  eup_record_page_reload (self);
  return GTK_WIDGET (self);
}

/* Returns: (transfer none): whose record it is */
EupCase *
eup_record_page_get_case (EupRecordPage *self)
{
  g_return_val_if_fail (EUP_IS_RECORD_PAGE (self), NULL);
  return self->kase;
}

/* Returns: (transfer none) (nullable): the bytes that are shown; %NULL while they are on their way */
GBytes *
eup_record_page_get_pdf (EupRecordPage *self)
{
  g_return_val_if_fail (EUP_IS_RECORD_PAGE (self), NULL);
  return self->pdf;
}

/**
 * eup_record_page_reload:
 * @self: the page
 *
 * Reads the record again, as after a signature. What is shown stays until the new one is there.
 */
void
eup_record_page_reload (EupRecordPage *self)
{
  g_return_if_fail (EUP_IS_RECORD_PAGE (self));
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  show_states (self);
  if (self->pdf == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  eup_case_set_profile (self->kase, eup_record_kind_get_profile ());
  eup_case_record_async (self->kase, self->loading, loaded_cb, g_object_ref (self));
}
