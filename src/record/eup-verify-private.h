#pragma once

/* The steps of eup_verify_run(), one file each. */

#include "record/eup-material.h"
#include "record/eup-qpdf.h"
#include "record/eup-verify.h"

#include <openssl/cms.h>

G_BEGIN_DECLS

/**
 * EupRange:
 * @dictionary: where its /ByteRange stands
 * @hole: where the < of its room stands
 * @resume: the first byte after the > of its room
 * @end: the first byte that it does not cover
 *
 * One signature, as the bytes of the file show it.
 */
typedef struct
{
  gsize dictionary;
  gsize hole;
  gsize resume;
  gsize end;
} EupRange;

GArray *eup_verify_find_ranges (GBytes *pdf, gboolean *sound);
GBytes *eup_verify_get_content (GBytes *pdf, const EupRange *range);
GBytes *eup_verify_get_room (GBytes *pdf, const EupRange *range);
GBytes *eup_verify_get_cms (GBytes *pdf, const EupRange *range, gboolean ours);
gboolean eup_verify_made_here (GBytes *pdf, const EupRange *range);
gboolean eup_verify_has_our_marks (GBytes *pdf);
gboolean eup_verify_ends_well (GBytes *pdf, gsize end);

gboolean eup_verify_cms (
    GBytes *cms, GBytes *content, gboolean ours, EupVerdictSignature *signature, GPtrArray *others);

gboolean eup_verify_read_stamp (CMS_SignerInfo *info, EupVerdictSignature *signature);
gboolean
eup_verify_archive_stamp (GBytes *token, GBytes *content, EupVerdictSignature *signature, GPtrArray *others);

void eup_verify_levels (EupVerdict *verdict, GArray *ranges, const EupMaterial *material, gsize material_end);

gboolean eup_verify_increment_is_ours (GBytes *pdf, gsize start, gsize end);

/**
 * EupChange:
 * @EUP_CHANGE_NONE: every object is as it was; there may be new ones that nothing leads to
 * @EUP_CHANGE_FILLED: one formerly empty place was filled
 * @EUP_CHANGE_EXTENDED: validation data was added
 * @EUP_CHANGE_FILLED_AND_EXTENDED: both, or somebody signed in a field of their own that shows nothing
 * @EUP_CHANGE_CONTENT: anything else
 */
typedef enum
{
  EUP_CHANGE_NONE,
  EUP_CHANGE_FILLED,
  EUP_CHANGE_EXTENDED,
  EUP_CHANGE_FILLED_AND_EXTENDED,
  EUP_CHANGE_CONTENT,
} EupChange;

EupChange eup_verify_compare (EupQpdf before, EupQpdf after);
qpdf_oh eup_verify_get_fields (EupQpdf q);
guint eup_verify_count_filled (EupQpdf q);
qpdf_oh eup_verify_find_field (EupQpdf q, GBytes *pdf, const EupRange *range);

gboolean eup_verify_read_xmp (EupQpdf q, EupVerdict *verdict);
gboolean eup_verify_read_twin (EupQpdf q, EupVerdict *verdict);

G_END_DECLS
