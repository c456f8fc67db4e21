/* What can be done with a record besides looking at it: each has its dialog, and the page is read again when
 * something was added. */

#include "ui/record/eup-record-page-actions.h"

#include "ui/common/eup-toasts.h"
#include "ui/record/eup-archive-road-dialog.h"
#include "ui/record/eup-hand-off-dialog.h"
#include "ui/record/eup-print.h"
#include "ui/record/eup-record-page.h"
#include "ui/record/eup-sheet-dialog.h"

static void
present (GtkWidget *page, AdwDialog *dialog, const char *revised)
{
  if (revised != NULL)
    g_signal_connect_object (dialog, revised, G_CALLBACK (eup_record_page_reload), page, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, page);
}

static void
hand_off_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, eup_hand_off_dialog_new (eup_record_page_get_case (EUP_RECORD_PAGE (widget))), "signed");
}

static void
archive_road_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, eup_archive_road_dialog_new (eup_record_page_get_case (EUP_RECORD_PAGE (widget))),
           "revised");
}

static void
own_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupCase *kase = eup_record_page_get_case (EUP_RECORD_PAGE (widget));

  present (widget, eup_sheet_dialog_new (kase, EUP_SHEET_RESIDENT), NULL);
}

static void
failed_cb (gpointer page, const char *words)
{
  eup_toast_say (page, words);
}

/* The very pages that are shown, of a draft too: each says what it is. */
static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupRecordPage *page = EUP_RECORD_PAGE (widget);
  GBytes *pdf = eup_record_page_get_pdf (page);

  if (pdf != NULL)
    eup_print (pdf, eup_case_get_assessment (eup_record_page_get_case (page))->card->number, widget,
               failed_cb, widget);
}

void
eup_record_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "record.hand-off", NULL, hand_off_cb);
  gtk_widget_class_install_action (widget_class, "record.archive-road", NULL, archive_road_cb);
  gtk_widget_class_install_action (widget_class, "record.own-page", NULL, own_page_cb);
  gtk_widget_class_install_action (widget_class, "record.print", NULL, print_cb);
}

/**
 * eup_record_page_update_actions:
 * @sealed: whether there is a record, not only a draft
 */
void
eup_record_page_update_actions (GtkWidget *page, gboolean sealed)
{
  EupCase *kase = eup_record_page_get_case (EUP_RECORD_PAGE (page));
  gboolean real = sealed && !eup_case_get_assessment (kase)->card->rehearsal;

  gtk_widget_action_set_enabled (page, "record.hand-off", real);
  gtk_widget_action_set_enabled (page, "record.archive-road", real);
}
