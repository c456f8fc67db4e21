/* A copy of the open case as a file, for a colleague who goes on with it elsewhere. What is private stays here. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include <string.h>
#include "ui/common/eup-error-words.h"
#include "ui/record/eup-record-files.h"
#include "util/eup-json.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
written_cb (gpointer window, const char *path, const GError *error)
{
  eup_window_toast (window,
                    adw_toast_new (error ? eup_error_words (error) : _ ("A copy of the case is saved")));
}

/* By its number, which names nobody. */
static char *
name_of (const EupCard *card)
{
  char *name = g_strconcat (card->number, ".euphoria.json", NULL);

  return g_strdelimit (name, "/\\:", '-');
}

/* (nullable): the open case as a file; NULL while it lacks what a case file must have */
static GBytes *
copy_of (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupCard *card = assessment->card;
  g_autoptr (JsonNode) node = NULL;
  char *text;

  if (!has_text (card->number) || !has_text (card->alias) || !has_text (card->technology))
    return NULL;
  node = eup_assessment_write (assessment);
  text = eup_json_pretty (node);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * eup_window_save_copy:
 * @self: the window
 *
 * Saves a copy of the open case where somebody wants it.
 */
void
eup_window_save_copy (EupWindow *self)
{
  EupCase *kase = eup_window_get_case (self);
  g_autoptr (GBytes) bytes = kase ? copy_of (kase) : NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (EUP_IS_WINDOW (self));
  if (kase == NULL)
    return;
  if (bytes == NULL)
    {
      eup_window_toast (self, adw_toast_new (_ ("Give the case a number, a name and a technology first")));
      return;
    }
  name = name_of (eup_case_get_assessment (kase)->card);
  eup_files_save (GTK_WIDGET (self), _ ("Save a Copy of the Case"), name, bytes, FALSE, written_cb, self);
}

/**
 * eup_window_save_copy_to:
 * @self: the window, with a case that could be begun
 * @path: where the copy goes
 */
void
eup_window_save_copy_to (EupWindow *self, const char *path)
{
  EupCase *kase = eup_window_get_case (self);
  g_autoptr (GBytes) bytes = kase ? copy_of (kase) : NULL;

  g_return_if_fail (bytes != NULL);
  eup_files_write (bytes, path, FALSE, written_cb, self);
}
