/* A PIN is tried once for each time that somebody types it, and the last try that a card has is only used
 * when the person was told so before. */

#include "ui/record/eup-sign-opening.h"

#include <gtk/gtk.h>
#include <string.h>
#include "util/eup-file.h"
#include "util/eup-worker.h"

#define MAX_CERTIFICATE (1024 * 1024) /* bytes; real ones have some thousand */

typedef struct
{
  char *path; /* of the certificate or of the module */
  char *secret;
  GPtrArray *found; /* EupCardCertificate; NULL for a file */
  guint which;
  EupPinTries told;
  GDateTime *now;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  eup_secret_free (opening->secret);
  g_clear_pointer (&opening->found, g_ptr_array_unref);
  g_date_time_unref (opening->now);
  g_free (opening);
}

/**
 * eup_secret_take:
 * @editable: (type GtkEditable): a field for a password
 *
 * Empties the field. Its own memory is overwritten by the toolkit.
 *
 * Returns: (transfer full): what was typed, for eup_secret_free()
 */
char *
eup_secret_take (gpointer editable)
{
  char *secret = g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable)));

  gtk_editable_set_text (GTK_EDITABLE (editable), "");
  return secret;
}

void
eup_secret_free (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static EupSigner *
open_file (const Opening *opening, GError **error)
{
  g_autoptr (GBytes) file = eup_file_read (opening->path, MAX_CERTIFICATE, error);

  return file != NULL ? eup_signer_new_pkcs12 (file, opening->secret, opening->now, error) : NULL;
}

/* Called by the card on the worker thread. */
static char *
give_pin (EupPinTries tries, guint wrong, gpointer data)
{
  const Opening *opening = data;

  if (wrong > 0 || (tries == EUP_PIN_TRIES_LAST && opening->told != EUP_PIN_TRIES_LAST))
    return NULL;
  return g_strdup (opening->secret);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  EupSigner *signer =
      opening->found == NULL
          ? open_file (opening, &error)
          : eup_signer_new_card (opening->path, g_ptr_array_index (opening->found, opening->which), give_pin,
                                 opening, opening->now, &error);

  if (signer != NULL)
    g_task_return_pointer (task, signer, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
begin (Opening *opening, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, opening, opening_free);
  eup_worker_run (task, open_thread);
}

/**
 * eup_sign_open_file_async:
 * @path: a PKCS#12 file
 * @password: (transfer full): of eup_secret_take()
 * @now: (transfer none): when it shall sign
 */
void
eup_sign_open_file_async (
    const char *path, char *password, GDateTime *now, GAsyncReadyCallback callback, gpointer user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->secret = password;
  opening->now = g_date_time_ref (now);
  begin (opening, eup_sign_open_file_async, callback, user_data);
}

/**
 * eup_sign_open_card_async:
 * @module: the module that speaks with the card
 * @found: (transfer none) (element-type EupCardCertificate): of eup_card_list()
 * @which: the one of them that signs
 * @pin: (transfer full): of eup_secret_take()
 * @told: how many tries are left, as the person was told; the last one is not used before they were
 * @now: (transfer none): when it shall sign
 */
void
eup_sign_open_card_async (const char *module,
                          GPtrArray *found,
                          guint which,
                          char *pin,
                          EupPinTries told,
                          GDateTime *now,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (found != NULL && which < found->len);
  opening->path = g_strdup (module);
  opening->secret = pin;
  opening->found = g_ptr_array_ref (found);
  opening->which = which;
  opening->told = told;
  opening->now = g_date_time_ref (now);
  begin (opening, eup_sign_open_card_async, callback, user_data);
}

/* Returns: (transfer full) (nullable): a signer; EUP_CARD_ERROR_CANCELLED when the last try was not used */
EupSigner *
eup_sign_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
