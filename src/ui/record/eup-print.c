/* Printing. The pages are those of the PDF: poppler draws each onto the printer's paper in its own size, or
 * smaller where the paper is. */

#include "ui/record/eup-print.h"

#include <glib/gi18n.h>
#include <poppler.h>
#include "util/eup-worker.h"

typedef struct
{
  GtkPrintOperation *operation;
  GtkWindow *parent;
  char *name;
  EupPrintFailedFunc failed;
  GObject *target;
} Printing;

static void
printing_free (Printing *self)
{
  g_clear_object (&self->operation);
  g_clear_object (&self->parent);
  g_clear_object (&self->target);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

/* poppler has no cleanup of its own for pages */
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

static void
let_go (gpointer document, GClosure *closure)
{
  g_object_unref (document);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, PopplerDocument *document)
{
  g_autoptr (Page) page = poppler_document_get_page (document, number);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  if (page == NULL)
    return;
  poppler_page_get_size (page, &width, &height);
  scale =
      MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  scale = MIN (scale, 1);
  cairo_translate (cr, (gtk_print_context_get_width (context) - width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  poppler_page_render_for_printing (page, cr);
}

/* The paper that the first page asks for; all pages of ours are alike. */
static GtkPageSetup *
page_setup_of (PopplerDocument *document)
{
  g_autoptr (Page) page = poppler_document_get_page (document, 0);
  g_autoptr (GtkPaperSize) paper = NULL;
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width = 595.28, height = 841.89;

  if (page != NULL)
    poppler_page_get_size (page, &width, &height);
  if (ABS (width - 595.28) < 2 && ABS (height - 841.89) < 2)
    paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  else
    paper =
        gtk_paper_size_new_custom ("as-the-document", _ ("As the document"), width, height, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, paper);
  return setup;
}

static void
thread (GTask *task, gpointer source, gpointer pdf, GCancellable *cancellable)
{
  GError *error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * eup_print_prepare_async:
 * @pdf: what to print
 *
 * Opens @pdf on a worker thread.
 */
void
eup_print_prepare_async (GBytes *pdf, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, eup_print_prepare_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  eup_worker_run (task, thread);
}

/**
 * eup_print_prepare_finish:
 * @name: what the printer's queue calls it; a number, never a person
 *
 * Returns: (transfer full) (nullable): the pages on their way to a printer; %NULL with poppler's error
 */
GtkPrintOperation *
eup_print_prepare_finish (GAsyncResult *result, const char *name, GError **error)
{
  PopplerDocument *document = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkPrintOperation *self;

  if (document == NULL)
    return NULL;
  self = gtk_print_operation_new ();
  setup = page_setup_of (document);
  gtk_print_operation_set_default_page_setup (self, setup);
  gtk_print_operation_set_n_pages (self, poppler_document_get_n_pages (document));
  gtk_print_operation_set_unit (self, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (self, TRUE);
  gtk_print_operation_set_embed_page_setup (self, TRUE);
  gtk_print_operation_set_allow_async (self, TRUE);
  gtk_print_operation_set_job_name (self, name);
  g_signal_connect_data (self, "draw-page", G_CALLBACK (draw_page_cb), document, let_go, 0);
  return self;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  g_autoptr (Printing) self = data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  g_warning ("It can't be printed: %s", error ? error->message : "the printer does not say why");
  self->failed (self->target, _ ("The printer did not take it. Save it, and print the file."));
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Printing *self = data;
  g_autoptr (GError) error = NULL;

  self->operation = eup_print_prepare_finish (result, self->name, &error);
  if (self->operation == NULL)
    {
      g_warning ("It can't be printed: %s", error->message);
      self->failed (self->target, _ ("The printer did not take it. Save it, and print the file."));
      printing_free (self);
      return;
    }
  g_signal_connect (self->operation, "done", G_CALLBACK (done_cb), self);
  gtk_print_operation_run (self->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, self->parent, NULL);
}

/**
 * eup_print:
 * @pdf: what to print
 * @name: what the printer's queue calls it; a number, never a person
 * @over: what asks
 * @failed: told what to say when the printer did not take it
 * @target: (type GObject): for @failed; kept until then
 *
 * Asks which printer, and prints.
 */
void
eup_print (GBytes *pdf, const char *name, GtkWidget *over, EupPrintFailedFunc failed, gpointer target)
{
  Printing *self = g_new0 (Printing, 1);

  self->parent = g_object_ref (GTK_WINDOW (gtk_widget_get_root (over)));
  self->failed = failed;
  self->target = g_object_ref (target);
  self->name = g_strdup (name);
  eup_print_prepare_async (pdf, prepared_cb, self);
}
