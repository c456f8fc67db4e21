#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_STAMP_ERROR (eup_stamp_error_quark ())
GQuark eup_stamp_error_quark (void);

/**
 * EupStampError:
 * @EUP_STAMP_ERROR_UNREADABLE: the record, the request or the answer is damaged or something else
 * @EUP_STAMP_ERROR_NO_PLACE: there is no signature that can still be stamped, or no place for a stamp left
 * @EUP_STAMP_ERROR_REFUSED: the authority did not stamp
 * @EUP_STAMP_ERROR_WRONG_NONCE: the answer belongs to another request
 * @EUP_STAMP_ERROR_WRONG_IMPRINT: something else was stamped
 * @EUP_STAMP_ERROR_FOREIGN: whoever signed the answer is no authority for time stamps, or it was changed
 * @EUP_STAMP_ERROR_TOO_LARGE: the stamp does not fit into the room that is left
 */
typedef enum
{
  EUP_STAMP_ERROR_UNREADABLE,
  EUP_STAMP_ERROR_NO_PLACE,
  EUP_STAMP_ERROR_REFUSED,
  EUP_STAMP_ERROR_WRONG_NONCE,
  EUP_STAMP_ERROR_WRONG_IMPRINT,
  EUP_STAMP_ERROR_FOREIGN,
  EUP_STAMP_ERROR_TOO_LARGE,
} EupStampError;

/**
 * EupStampKind:
 * @EUP_STAMP_SIGNATURE: when the last signature was there at the latest (PAdES B-T)
 * @EUP_STAMP_ARCHIVE: when the whole document was there at the latest (B-LTA)
 */
typedef enum
{
  EUP_STAMP_SIGNATURE,
  EUP_STAMP_ARCHIVE,
} EupStampKind;

/**
 * EupStampTransport:
 * @request: DER, as an authority expects it in application/timestamp-query
 *
 * Returns: (transfer full) (nullable): what the authority answered
 */
typedef GBytes *(*EupStampTransport) (GBytes *request, gpointer data, GError **error);

GBytes *eup_stamp_request (GBytes *pdf, EupStampKind kind, GError **error);
GBytes *eup_stamp_take (GBytes *pdf, GBytes *request, GBytes *answer, GError **error);
GBytes *eup_stamp_through (
    GBytes *pdf, EupStampKind kind, EupStampTransport transport, gpointer data, GError **error);

G_END_DECLS
