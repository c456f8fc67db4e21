/* Pages of a PDF for the screen, when several documents are opened at once, as after the sealing. This program
 * stands in front of the library that makes colour profiles. */

#define _GNU_SOURCE
#include <dlfcn.h>

#include "ui-record.h"
#include "ui-test.h"

#include "ui/record/eup-pdf-document.h"

#define DOCUMENTS 6
#define PATIENCE (20 * G_TIME_SPAN_MILLISECOND)

static GMutex counting;
static GCond made;
static guint profiles; /* how many were made */

void *cmsCreate_sRGBProfile (void);

/* Whoever makes one waits for another thread that finds none yet: it comes where nothing keeps it out. */
void *
cmsCreate_sRGBProfile (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  void *(*make) (void) = NULL;
  guint mine;

  *(void **) &make = dlsym (RTLD_NEXT, "cmsCreate_sRGBProfile");
  g_assert_nonnull (make);
  g_mutex_lock (&counting);
  mine = ++profiles;
  g_cond_broadcast (&made);
  while (profiles == mine && g_cond_wait_until (&made, &counting, end))
    ;
  g_mutex_unlock (&counting);
  return make ();
}

static void
wait_for_all (GAsyncResult **results)
{
  for (guint i = 0; i < DOCUMENTS; i++)
    ui_test_wait_for_answer (&results[i]);
}

static void
open_all (GBytes *pdf, EupPdfDocument **documents)
{
  GAsyncResult *results[DOCUMENTS] = { NULL };

  for (guint i = 0; i < DOCUMENTS; i++)
    eup_pdf_document_open_async (pdf, NULL, ui_test_answered_cb, &results[i]);
  wait_for_all (results);
  for (guint i = 0; i < DOCUMENTS; i++)
    {
      g_autoptr (GError) error = NULL;

      documents[i] = eup_pdf_document_open_finish (results[i], &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
}

static void
draw_all (EupPdfDocument **documents)
{
  GAsyncResult *results[DOCUMENTS] = { NULL };

  for (guint i = 0; i < DOCUMENTS; i++)
    eup_pdf_document_render_async (documents[i], 0, 300, NULL, ui_test_answered_cb, &results[i]);
  wait_for_all (results);
  for (guint i = 0; i < DOCUMENTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkTexture) texture = eup_pdf_document_render_finish (documents[i], results[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, 300);
      g_object_unref (results[i]);
    }
}

/* Poppler keeps one profile for all; a second one would free the first under whoever works with it. */
static void
documents_that_are_opened_at_once_share_one_profile (void)
{
  g_autoptr (EupCase) kase = ui_record_case ();
  g_autoptr (GBytes) pdf = ui_record_get (kase);
  EupPdfDocument *documents[DOCUMENTS] = { NULL };

  profiles = 0; /* the record has one of its own */
  open_all (pdf, documents);
  draw_all (documents);
  g_assert_cmpuint (profiles, ==, 1);
  for (guint i = 0; i < DOCUMENTS; i++)
    {
      g_assert_nonnull (strstr (eup_pdf_document_get_text (documents[i], 0), "Beslut"));
      g_object_unref (documents[i]);
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/pdf-document/documents_that_are_opened_at_once_share_one_profile",
                   documents_that_are_opened_at_once_share_one_profile);
  return ui_test_run ();
}
