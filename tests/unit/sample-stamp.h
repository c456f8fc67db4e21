#pragma once

#include "record/eup-signer.h"
#include "record/eup-stamp.h"

G_BEGIN_DECLS

/* What the authority does wrong. */
typedef enum
{
  SAMPLE_STAMP_GOOD,
  SAMPLE_STAMP_REFUSED,
  SAMPLE_STAMP_OTHER_NONCE,
  SAMPLE_STAMP_NO_NONCE,
  SAMPLE_STAMP_OTHER_IMPRINT,
  SAMPLE_STAMP_LOOSE,      /* sends a certificate that nothing above it holds */
  SAMPLE_STAMP_BY_ANYBODY, /* signed with a certificate that is not for time stamps */
} SampleStampFault;

/* An authority for time stamps inside the test. */
typedef struct _SampleStamper SampleStamper;

SampleStamper *sample_stamper_new (const char *name, const char *options);
void sample_stamper_free (SampleStamper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleStamper, sample_stamper_free)

GBytes *sample_stamper_get_authority (SampleStamper *self);
GBytes *sample_stamper_get_key (SampleStamper *self);
GBytes *sample_stamper_answer (SampleStamper *self, GBytes *request, SampleStampFault fault);
GBytes *sample_stamper_transport (GBytes *request, gpointer self, GError **error);
GBytes *sample_stamp (SampleStamper *self, GBytes *pdf, EupStampKind kind);

G_END_DECLS
