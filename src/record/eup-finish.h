#pragma once

#include "record/eup-pages.h"

G_BEGIN_DECLS

#define EUP_FINISH_ERROR (eup_finish_error_quark ())
GQuark eup_finish_error_quark (void);

/**
 * EupFinishError:
 * @EUP_FINISH_ERROR_DAMAGED: the pages are not a PDF as cairo writes it
 * @EUP_FINISH_ERROR_STRUCTURE: the tags or slots do not fit the pages
 * @EUP_FINISH_ERROR_INCOMPLETE: the document says too little about itself
 */
typedef enum
{
  EUP_FINISH_ERROR_DAMAGED,
  EUP_FINISH_ERROR_STRUCTURE,
  EUP_FINISH_ERROR_INCOMPLETE,
} EupFinishError;

/* The namespace of our own properties in the XMP: documentId, twinDigest, method; of an amendment also amends, amendsDigest. */
#define EUP_FINISH_NAMESPACE "https://euphoria-care.github.io/ns/record/1.0/"

GBytes *eup_finish_run (const EupPages *pages, const EupDocumentInfo *info, GError **error);

G_END_DECLS
