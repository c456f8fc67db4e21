/* Opens what somebody signs with. Passwords and PINs come from files, never from the command line, which
 * every program on the machine can read. */

#include "cli/eup-cli-signer.h"

#include "cli/eup-cli.h"
#include "record/eup-card.h"
#include "util/eup-file.h"

#include <string.h>

#define MAX_CERTIFICATE (1024 * 1024)
#define MAX_PASSWORD 4096

void
eup_cli_signer_clear (EupCliSigner *self)
{
  g_free (self->certificate);
  g_free (self->password_file);
  g_free (self->module);
  g_free (self->pin_file);
  g_free (self->name);
}

/* Returns: (nullable): what is wrong with the options */
const char *
eup_cli_signer_usage_problem (const EupCliSigner *self)
{
  if ((self->certificate == NULL) == (self->module == NULL))
    return "either --certificate or --card says with what to sign";
  if ((self->certificate == NULL) != (self->password_file == NULL))
    return "--certificate and --password-file belong together";
  if ((self->module == NULL) != (self->pin_file == NULL))
    return "--card and --pin-file belong together";
  if (self->module == NULL && (self->name != NULL || self->last_try))
    return "--name and --last-try belong to --card";
  return NULL;
}

/* The first line of the file. */
static char *
read_line (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = eup_file_read (path, MAX_PASSWORD, &error);
  gsize length;
  const char *text = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  char *line;

  if (bytes == NULL)
    {
      eup_cli_complain_error (error);
      return NULL;
    }
  line = g_strndup (text ? text : "", text ? length : 0);
  line[strcspn (line, "\r\n")] = '\0';
  return line;
}

static EupSigner *
complain_for (const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);

  eup_cli_complain ("%s: %s", shown, error->message);
  return NULL;
}

static EupSigner *
open_file (const EupCliSigner *self, GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = eup_file_read (self->certificate, MAX_CERTIFICATE, &error);
  g_autofree char *password = NULL;
  EupSigner *signer;

  if (file == NULL)
    {
      eup_cli_complain_error (error);
      return NULL;
    }
  password = read_line (self->password_file);
  if (password == NULL)
    return NULL;
  signer = eup_signer_new_pkcs12 (file, password, now, &error);
  return signer ? signer : complain_for (self->certificate, error);
}

typedef struct
{
  const char *pin; /* given once */
  gboolean last_try;
  gboolean held_back; /* because it would have been the last try */
} Pin;

static char *
give_pin (EupPinTries tries, guint wrong, gpointer data)
{
  Pin *pin = data;

  if (wrong > 0)
    return NULL;
  pin->held_back = tries == EUP_PIN_TRIES_LAST && !pin->last_try;
  return pin->held_back ? NULL : g_strdup (pin->pin);
}

static const EupCardCertificate *
choose (GPtrArray *found, const char *name)
{
  for (guint i = 0; i < found->len; i++)
    if (name == NULL || g_str_equal (((EupCardCertificate *) found->pdata[i])->name, name))
      return found->pdata[i];
  eup_cli_complain ("There is no certificate of “%s” on a card; euphoria-cli cards lists them", name);
  return NULL;
}

static EupSigner *
open_card (const EupCliSigner *self, GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = eup_card_list (self->module, now, &error);
  const EupCardCertificate *chosen = found ? choose (found, self->name) : NULL;
  g_autofree char *line = chosen ? read_line (self->pin_file) : NULL;
  Pin pin = { line, self->last_try, FALSE };
  EupSigner *signer;

  if (found == NULL)
    {
      eup_cli_complain_error (error);
      return NULL;
    }
  if (line == NULL)
    return NULL;
  signer = eup_signer_new_card (self->module, chosen, give_pin, &pin, now, &error);
  memset (line, 0, strlen (line));
  if (pin.held_back)
    eup_cli_complain ("One try is left: a wrong PIN now blocks the card. Check the PIN and add --last-try.");
  else if (signer == NULL)
    eup_cli_complain_error (error);
  return signer;
}

/* Returns: (transfer full) (nullable): %NULL after the person has been told why */
EupSigner *
eup_cli_signer_open (const EupCliSigner *self, GDateTime *now)
{
  return self->module ? open_card (self, now) : open_file (self, now);
}
