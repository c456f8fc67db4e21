#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* A sealed text is never changed. What is wrong in it, or no longer so, is said in a document of its own
 * that names the one before it (docs/record-format.md, R20). Strings as in eup-assessment.h. */

/**
 * EupAmendmentKind:
 * @EUP_AMENDMENT_NONE: nobody has said yet
 * @EUP_AMENDMENT_CORRECTION: an obvious slip is put right; what was decided stays
 * @EUP_AMENDMENT_CHANGED_DECISION: something else is decided
 * @EUP_AMENDMENT_CONSIDERED_WRONG: the resident or somebody close considers that something is wrong; it is
 *   noted and nothing is changed
 */
typedef enum
{
  EUP_AMENDMENT_NONE,
  EUP_AMENDMENT_CORRECTION,
  EUP_AMENDMENT_CHANGED_DECISION,
  EUP_AMENDMENT_CONSIDERED_WRONG,
} EupAmendmentKind;
#define EUP_N_AMENDMENT_KINDS 4

typedef struct
{
  char *id;       /* its number among the documents of its case: "2" and on */
  char *kind;     /* eup_amendment_kind_to_id() */
  char *concerns; /* the document whose words it is about; NULL: the one before */
  char *part;     /* of the record: one of eup_amendment_parts() */
  char *question; /* (nullable): of the method, in the part “voices” */
  char *person;   /* (nullable): whose words they are, by name */
  char *old_words;
  char *new_words; /* what is right, what is decided, or what somebody considers right */
  char *reason;
  char *asked_by;
  char *asked_by_role;
  char *decided_by; /* of what somebody considers wrong: who noted it */
  char *decided_by_role;
  char *decided; /* the day */
  char *told;    /* who was told, and what they said */
} EupAmendment;

/* The document that an amendment follows, as its file stood when the amendment was sealed. */
typedef struct
{
  char *document_id;
  char *digest; /* SHA-256 of the PDF with all its signatures, hexadecimal */
  char *sealed; /* ISO 8601 */
} EupAmends;

/* A file with an amendment: its twin, or just the words of one that is to be made. */
typedef struct
{
  EupPin *method;
  EupPin *catalogue;
  EupPin *rules;
  GPtrArray *additions; /* EupPin */
  EupCard *card;
  EupAmendment *amendment;
} EupAmendmentFile;

/* What an amendment still lacks before it can be sealed. */
typedef enum
{
  EUP_AMENDMENT_LACKS_NOTHING = 0,
  EUP_AMENDMENT_LACKS_KIND = 1 << 0,
  EUP_AMENDMENT_LACKS_PART = 1 << 1,
  EUP_AMENDMENT_LACKS_OLD_WORDS = 1 << 2,
  EUP_AMENDMENT_LACKS_NEW_WORDS = 1 << 3,
  EUP_AMENDMENT_LACKS_REASON = 1 << 4,
  EUP_AMENDMENT_LACKS_ASKED_BY = 1 << 5,
  EUP_AMENDMENT_LACKS_DECIDED_BY = 1 << 6,
  EUP_AMENDMENT_LACKS_DECIDED = 1 << 7,
} EupAmendmentLacks;

EupAmendment *eup_amendment_new (void);
EupAmendment *eup_amendment_copy (const EupAmendment *self);
void eup_amendment_free (EupAmendment *self);
gboolean eup_amendment_equal (const EupAmendment *a, const EupAmendment *b);
void eup_amendment_make_plain (EupAmendment *self);
JsonNode *eup_amendment_write (const EupAmendment *self);
EupAmendment *eup_amendment_read (JsonNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupAmendment, eup_amendment_free)

EupAmendmentKind eup_amendment_get_kind (const EupAmendment *self);
const char *eup_amendment_kind_to_id (EupAmendmentKind kind);
const char *const *eup_amendment_parts (void);
EupAmendmentLacks eup_amendment_lacks (const EupAmendment *self);
guint eup_amendment_get_number (const EupAmendment *self);

EupAmends *eup_amends_new (const char *document_id, const char *digest, const char *sealed);
EupAmends *eup_amends_copy (const EupAmends *self);
void eup_amends_free (EupAmends *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupAmends, eup_amends_free)

EupAmendmentFile *eup_amendment_file_read (JsonNode *node);
EupAmendmentFile *eup_amendment_file_load (const char *path, EupProblems **problems, GError **error);
JsonNode *eup_amendment_file_write (const EupAssessment *cover, const EupAmendment *amendment);
void eup_amendment_file_free (EupAmendmentFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupAmendmentFile, eup_amendment_file_free)

/* How the number of each document of a rehearsal begins. */
#define EUP_DOCUMENT_OF_REHEARSAL "REHEARSAL-"
gboolean eup_document_is_of_rehearsal (const char *document_id);

/* The number of a document within its case, and the name of another of the same case. */
guint eup_document_number (const char *document_id);
char *eup_document_with_number (const char *document_id, guint number);

G_END_DECLS
