/* euphoria-cli sign: one more signature in a record. euphoria-cli cards: with what could be signed. */

#include "assessment/eup-amendment.h"
#include "cli/eup-cli-acknowledgement.h"
#include "cli/eup-cli-pdf.h"
#include "cli/eup-cli-signer.h"
#include "cli/eup-cli.h"
#include "record/eup-card.h"
#include "record/eup-sign.h"
#include "record/eup-verify.h"
#include "util/eup-clock.h"

typedef struct
{
  EupCliSigner signer;
  char *output;
  char *place;
  char *reason;
  char *role;
  char *location;
  char *acknowledgement;
  gboolean certify;
} Options;

static void
options_clear (Options *options)
{
  eup_cli_signer_clear (&options->signer);
  g_free (options->output);
  g_free (options->place);
  g_free (options->reason);
  g_free (options->role);
  g_free (options->location);
  g_free (options->acknowledgement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Only what is whole is signed. */
static gboolean
may_be_signed (const char *path, GBytes *pdf)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (pdf, NULL, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  if (verdict && eup_document_is_of_rehearsal (verdict->document_id))
    {
      eup_cli_complain ("%s: a rehearsal is never signed", shown);
      return FALSE;
    }
  if (verdict && (eup_verdict_is_good (verdict) || verdict->kind == EUP_VERDICT_NOT_SIGNED ||
                  verdict->kind == EUP_VERDICT_EXTENDED))
    return TRUE;
  eup_cli_complain ("%s: this is no record, or not as it was made; it is not signed", shown);
  return FALSE;
}

static int
sign (const char *path, const Options *options)
{
  g_autoptr (EupClock) clock = eup_clock_new_default ();
  g_autoptr (GDateTime) time = eup_clock_now (clock);
  g_autofree char *now = eup_clock_now_iso (clock);
  g_autofree char *shown = g_filename_display_name (options->output);
  g_autoptr (EupSignature) details = eup_signature_new (now);
  g_autoptr (GBytes) pdf = eup_cli_pdf_read (path);
  g_autoptr (EupSigner) signer = NULL;
  g_autoptr (GBytes) done = NULL;
  g_autoptr (GError) error = NULL;

  if (pdf == NULL || !may_be_signed (path, pdf))
    return EUP_CLI_BAD;
  if (options->acknowledgement && !eup_cli_acknowledgement_load (options->acknowledgement, details))
    return EUP_CLI_BAD;
  signer = eup_cli_signer_open (&options->signer, time);
  if (signer == NULL)
    return EUP_CLI_BAD;
  g_set_str (&details->reason, options->reason);
  g_set_str (&details->role, options->role);
  g_set_str (&details->place, options->location);
  details->certify = options->certify;
  done = eup_sign_append (pdf, options->place, signer, details, &error);
  if (done == NULL)
    return eup_cli_fail_for (path, error);
  if (!eup_cli_pdf_write (options->output, done))
    return EUP_CLI_BAD;
  if (details->acknowledges)
    eup_cli_say ("%s: acknowledgement of %s, sealed by %s", shown, details->acknowledges,
                 eup_signer_get_name (signer));
  else
    eup_cli_say ("%s: signed by %s", shown, eup_signer_get_name (signer));
  return EUP_CLI_GOOD;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_sign (int argc, char **argv)
{
  g_auto (Options) options = { { NULL } };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Where the signed record goes", "OUT.pdf" },
    { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &options.signer.certificate,
      "Sign with this certificate (PKCS#12)", "CERT.p12" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options.signer.password_file,
      "Its password is the first line of this file", "FILE" },
    { "card", 0, 0, G_OPTION_ARG_FILENAME, &options.signer.module,
      "Sign with a card, through the PKCS#11 module that came with it", "MODULE.so" },
    { "pin-file", 0, 0, G_OPTION_ARG_FILENAME, &options.signer.pin_file,
      "The card's PIN is the first line of this file; it is tried once", "FILE" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.signer.name,
      "Whose certificate on the card, if it holds several", "NAME" },
    { "last-try", 0, 0, G_OPTION_ARG_NONE, &options.signer.last_try,
      "Try the PIN although a wrong one would block the card", NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place,
      "Which place of the record, else the first empty one", "PLACE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, "Why it is signed", "TEXT" },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, "As whom", "TEXT" },
    { "location", 0, 0, G_OPTION_ARG_STRING, &options.location, "Where", "TEXT" },
    { "certify", 0, 0, G_OPTION_ARG_NONE, &options.certify,
      "If this is the first signature: allow nothing but signatures from now on", NULL },
    { "acknowledgement", 0, 0, G_OPTION_ARG_FILENAME, &options.acknowledgement,
      "Seal the acknowledgement in this file with the unit’s certificate; it is nobody’s signature",
      "FILE.json" },
    G_OPTION_ENTRY_NULL,
  };
  const char *problem;

  if (!eup_cli_parse (&argc, &argv, entries, "RECORD.pdf",
                      "Adds a signature to a record, by a certificate file or a card."))
    return EUP_CLI_USAGE;
  problem = argc != 2                ? "one record is named, not none or several"
            : options.output == NULL ? "the option -o OUT.pdf is missing"
            : options.acknowledgement && (options.certify || options.role)
                ? "an acknowledgement is nobody’s signature: --certify and --role do not belong to it"
                : eup_cli_signer_usage_problem (&options.signer);
  return eup_cli_usage_is_good ("sign", problem) ? sign (argv[1], &options) : EUP_CLI_USAGE;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_cards (int argc, char **argv)
{
  g_autoptr (EupClock) clock = eup_clock_new_default ();
  g_autoptr (GDateTime) now = eup_clock_now (clock);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  if (!eup_cli_parse (&argc, &argv, NULL, "MODULE.so",
                      "Lists the certificates on cards that records can be signed with, through the PKCS#11 "
                      "module that came with the cards. Asks for no PIN."))
    return EUP_CLI_USAGE;
  if (!eup_cli_usage_is_good ("cards", argc == 2 ? NULL : "one module is named, not none or several"))
    return EUP_CLI_USAGE;
  found = eup_card_list (argv[1], now, &error);
  if (found == NULL)
    {
      eup_cli_complain_error (error);
      return EUP_CLI_BAD;
    }
  for (guint i = 0; i < found->len; i++)
    {
      const EupCardCertificate *one = found->pdata[i];

      eup_cli_say ("%s: %s, issued by %s, on card %s%s%s", one->name,
                   one->for_documents ? "for documents" : "for log-in", one->issuer, one->token,
                   *one->serial ? " " : "", one->serial);
      if (!one->holds)
        eup_cli_say ("%s: does not hold today", one->name);
    }
  return EUP_CLI_GOOD;
}
