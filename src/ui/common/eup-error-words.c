/* What people are told when something could not be done: what happened and one thing to do next.
 * The error's own message is for the log. */

#include "ui/common/eup-error-words.h"

#include <glib/gi18n.h>
#include "casework/eup-case.h"
#include "store/eup-store.h"
#include "util/eup-file.h"
#include "util/eup-problems.h"

static const char *
store_words (EupStoreError code)
{
  switch (code)
    {
    case EUP_STORE_ERROR_UNREADABLE:
      return _ (
          "The data folder can’t be read: its key is missing or wrong, or a file is damaged. Put back a "
          "copy of the folder, and begin again.");
    case EUP_STORE_ERROR_NEWER:
      return _ ("A newer Euphoria has been used with these cases. Install that version, and begin again.");
    case EUP_STORE_ERROR_FULL:
      return _ ("The disk is full or can’t be written. Free some space; nothing that was saved is lost.");
    case EUP_STORE_ERROR_NOT_FOUND:
      return _ ("The case is not there any more.");
    case EUP_STORE_ERROR_SEALED:
      return _ ("The case is sealed and stays as it is.");
    case EUP_STORE_ERROR_IN_USE:
      return _ ("Euphoria is already running with these cases. Close the other one, and begin again.");
    case EUP_STORE_ERROR_OVERTAKEN:
      return _ ("Something was signed or added to the case in the meantime. Look at it, and seal again.");
    }
  return _ ("The cases can’t be reached just now. Try again.");
}

static const char *
file_words (EupFileError code)
{
  switch (code)
    {
    case EUP_FILE_ERROR_UNREADABLE:
      return _ ("The file is not there, or may not be read. Choose another one.");
    case EUP_FILE_ERROR_TOO_LARGE:
      return _ ("The file is too large to be what it should be. Choose another one.");
    case EUP_FILE_ERROR_UNWRITABLE:
      return _ (
          "The file can’t be written there. Choose another folder; what stood there before still stands.");
    }
  return _ ("The file can’t be used. Choose another one.");
}

static const char *
case_words (EupCaseError code)
{
  switch (code)
    {
    case EUP_CASE_ERROR_NOT_YET:
      return _ ("Something is still missing first. The page says what.");
    case EUP_CASE_ERROR_SEALED:
      return _ ("The case is sealed and stays as it is.");
    case EUP_CASE_ERROR_REFUSED:
      return _ ("That can’t be done as the case stands now. Look at the page again, and choose anew.");
    case EUP_CASE_ERROR_UNKNOWN_MODEL:
      return _ (
          "The case was begun with a method or rules that are not on this computer. Install the version "
          "that has them, and open it again.");
    case EUP_CASE_ERROR_REHEARSAL:
      return _ ("Rehearsals are never signed, and never mixed with real cases. Open a real case among the "
                "real ones, "
                "and an invented one in the rehearsal.");
    }
  return _ ("That can’t be done with this case.");
}

/**
 * eup_error_words:
 * @error: what went wrong
 *
 * Returns: (transfer none): a translated sentence for it, chosen by domain and code
 */
const char *
eup_error_words (const GError *error)
{
  const char *words;

  g_return_val_if_fail (error != NULL, "");
  words = eup_error_words_of_record (error);
  if (words != NULL)
    return words;
  if (error->domain == EUP_STORE_ERROR)
    return store_words ((EupStoreError) error->code);
  if (error->domain == EUP_FILE_ERROR)
    return file_words ((EupFileError) error->code);
  if (error->domain == EUP_CASE_ERROR)
    return case_words ((EupCaseError) error->code);
  if (error->domain == EUP_DATA_ERROR)
    return _ ("The case holds something that this version can’t read. Put back a copy of the data folder.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return store_words (EUP_STORE_ERROR_FULL);
  return _ ("That did not work. Try again; if it happens once more, ask whoever looks after this computer.");
}
