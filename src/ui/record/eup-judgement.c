/* The verifier's verdict in the words of the windows. Verifying happens on a worker thread. */

#include "ui/record/eup-judgement.h"

#include <glib/gi18n.h>
#include "record/eup-verify.h"
#include "ui/common/eup-voices.h"
#include "util/eup-worker.h"

static const char *
words_for_kind (EupVerdictKind kind)
{
  switch (kind)
    {
    case EUP_VERDICT_SEALED:
      return _ ("Unchanged since it was signed, verified just now");
    case EUP_VERDICT_SIGNED_LATER:
      return _ ("Unchanged, and later signed by others; verified just now");
    case EUP_VERDICT_NOT_SIGNED:
      return _ ("Whole and kept as it was sealed; nobody has signed it yet");
    case EUP_VERDICT_EXTENDED:
      return _ ("Another program has added something. What was signed still stands.");
    case EUP_VERDICT_CHANGED:
      return _ ("Changed after it was signed. Do not rely on it; look for a copy.");
    case EUP_VERDICT_NOT_OURS:
      return _ ("This is not one of our records.");
    }
  return "";
}

/* "Acknowledgement of Per B., with Lena Sand": never among those who signed. */
static void
add_acknowledgements (GString *words, const EupVerdict *verdict)
{
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i];

      if (signature->acknowledges == NULL)
        continue;
      g_string_append (words, words->len > 0 ? "\n" : "");
      /* Translators: whose acknowledgement, who was the witness, whose certificate sealed it */
      g_string_append_printf (words, _ ("Acknowledgement of %1$s, with %2$s; sealed by %3$s"),
                              signature->acknowledges, signature->witness ? signature->witness : "?",
                              signature->name);
    }
}

static char *
describe_names (const EupVerdict *verdict)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      EupVerdictSignature *signature = verdict->signatures->pdata[i];

      if (!signature->is_stamp && signature->acknowledges == NULL)
        g_ptr_array_add (names, signature->name);
    }
  g_ptr_array_add (names, NULL);
  joined = eup_names_join ((const char *const *) names->pdata);
  g_string_append (words, joined);
  add_acknowledgements (words, verdict);
  if (verdict->signatures->len == 0 || !verdict->certificate_unknown)
    return g_string_free_and_steal (g_steal_pointer (&words));
  /* Translators: %s is one or more names */
  return g_strdup_printf (_ ("%s. Who issued the certificate is not known on this computer."), words->str);
}

static EupJudgement *
judge (const EupVerdict *verdict)
{
  EupJudgement *self = g_new0 (EupJudgement, 1);
  guint n = eup_verdict_count_people (verdict);

  self->sound = eup_verdict_is_good (verdict) || verdict->kind == EUP_VERDICT_NOT_SIGNED;
  self->words = g_strdup (words_for_kind (verdict->kind));
  self->signatures = n == 0 ? g_strdup (_ ("No signature yet"))
                            : g_strdup_printf (ngettext ("%u signature", "%u signatures", n), n);
  self->names = describe_names (verdict);
  return self;
}

static void
judge_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (EupTrust) trust = eup_trust_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupVerdict) verdict = eup_verify_run (data, trust, &error);
  EupJudgement *failed;

  if (verdict != NULL)
    {
      if (verdict->detail != NULL)
        g_debug ("Verifying: %s", verdict->detail);
      g_task_return_pointer (task, judge (verdict), (GDestroyNotify) eup_judgement_free);
      return;
    }
  g_warning ("A record can't be verified: %s", error->message);
  failed = g_new0 (EupJudgement, 1);
  failed->words = g_strdup (_ ("It could not be verified."));
  failed->signatures = g_strdup (_ ("Signatures"));
  failed->names = g_strdup ("");
  g_task_return_pointer (task, failed, (GDestroyNotify) eup_judgement_free);
}

/**
 * eup_judgement_find_async:
 * @pdf: a record
 *
 * Verifies it and puts the verdict into words.
 */
void
eup_judgement_find_async (GBytes *pdf, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, eup_judgement_find_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  eup_worker_run (task, judge_thread);
}

/**
 * eup_judgement_find_finish:
 *
 * Returns: (transfer full): the verdict in words; never %NULL, since not being able to say is one too
 */
EupJudgement *
eup_judgement_find_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
eup_judgement_free (EupJudgement *self)
{
  g_free (self->words);
  g_free (self->signatures);
  g_free (self->names);
  g_free (self);
}
