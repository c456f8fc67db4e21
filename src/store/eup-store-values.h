#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define EUP_STORE_ERROR (eup_store_error_quark ())
GQuark eup_store_error_quark (void);

/**
 * EupStoreError:
 * @EUP_STORE_ERROR_UNREADABLE: not our database, the wrong or no key, or damaged
 * @EUP_STORE_ERROR_NEWER: the database was made by a newer version of the program
 * @EUP_STORE_ERROR_FULL: the disk is full or can't be written; what stood there before still stands
 * @EUP_STORE_ERROR_NOT_FOUND: there is no such case, or it has no record
 * @EUP_STORE_ERROR_SEALED: the case or record is sealed; nothing was changed
 * @EUP_STORE_ERROR_IN_USE: another program has the folder open
 * @EUP_STORE_ERROR_OVERTAKEN: what it follows is no longer as it was when it was looked at; nothing was changed
 *
 * Besides these, G_IO_ERROR_CANCELLED and, after eup_store_close(), G_IO_ERROR_CLOSED.
 */
typedef enum
{
  EUP_STORE_ERROR_UNREADABLE,
  EUP_STORE_ERROR_NEWER,
  EUP_STORE_ERROR_FULL,
  EUP_STORE_ERROR_NOT_FOUND,
  EUP_STORE_ERROR_SEALED,
  EUP_STORE_ERROR_IN_USE,
  EUP_STORE_ERROR_OVERTAKEN,
} EupStoreError;

/**
 * EupStorePart:
 * @kind: what kind of part, such as "person"
 * @id: which one of its kind within the case
 * @json: (nullable): its text; in a put %NULL takes the part away
 */
typedef struct
{
  char *kind;
  char *id;
  char *json;
} EupStorePart;

EupStorePart *eup_store_part_new (const char *kind, const char *id, const char *json);
EupStorePart *eup_store_part_copy (const EupStorePart *part);
void eup_store_part_free (EupStorePart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStorePart, eup_store_part_free)

#define EUP_STORE_STATE_PREPARING "preparing"
#define EUP_STORE_STATE_MEETING "meeting"
#define EUP_STORE_STATE_SEALED "sealed"

/**
 * EupStoreSummary:
 * @id: the case's id
 * @number: the case's number, may be ""
 * @alias: the name shown on screen, may be ""
 * @state: EUP_STORE_STATE_PREPARING, _MEETING or _SEALED
 * @follow_up: (nullable): the date of the next follow-up, YYYY-MM-DD
 * @owner: who is responsible for it, may be ""
 * @updated: ISO 8601 time of the last change
 * @paused: (nullable): ISO 8601 time at which the meeting paused; set by who makes the summary
 * @amendments: how many documents follow its record; told by the store
 * @amended: (nullable): ISO 8601 time of the last of them; told by the store
 * @drafting: whether one more is being written; told by the store
 *
 * What lists show of a case, and nothing else: no health facts.
 */
typedef struct
{
  char *id;
  char *number;
  char *alias;
  char *state;
  char *follow_up;
  char *owner;
  char *updated;
  char *paused;
  guint amendments;
  char *amended;
  gboolean drafting;
} EupStoreSummary;

EupStoreSummary *eup_store_summary_new (const char *id,
                                        const char *number,
                                        const char *alias,
                                        const char *state,
                                        const char *follow_up,
                                        const char *owner,
                                        const char *updated);
EupStoreSummary *eup_store_summary_copy (const EupStoreSummary *summary);
void eup_store_summary_free (EupStoreSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreSummary, eup_store_summary_free)

/**
 * EupStoreRecord:
 * @document_id: the id printed in the record
 * @pdf: the sealed file, byte for byte
 * @twin: the machine-readable twin, byte for byte
 * @sealed: ISO 8601 time of sealing
 * @revision: 1 for the record as sealed, 2 and on for it with signatures added; given by the store
 * @digest: (nullable): this row's link of the chain, 64 hexadecimal digits; given by the store
 */
typedef struct
{
  char *document_id;
  GBytes *pdf;
  GBytes *twin;
  char *sealed;
  guint revision;
  char *digest;
} EupStoreRecord;

EupStoreRecord *eup_store_record_new (const char *document_id, GBytes *pdf, GBytes *twin, const char *sealed);
EupStoreRecord *eup_store_record_copy (const EupStoreRecord *record);
void eup_store_record_free (EupStoreRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreRecord, eup_store_record_free)

/**
 * EupStoreDocument:
 * @document_id: its number
 * @sealed: ISO 8601 time of sealing
 * @twin: what lies beside its file
 * @pdf_digest: SHA-256 of its file as it is now, 64 hexadecimal digits
 * @previous_id: (nullable): of an amendment: the document before it
 * @previous_digest: (nullable): SHA-256 of that document's file as it stood then
 * @holds: whether that document ever was that file; of a record, which follows none, always
 *
 * One document of a sealed case: its record, or one that follows it.
 */
typedef struct
{
  char *document_id;
  char *sealed;
  GBytes *twin;
  char *pdf_digest;
  char *previous_id;
  char *previous_digest;
  gboolean holds;
} EupStoreDocument;

EupStoreDocument *eup_store_document_copy (const EupStoreDocument *document);
void eup_store_document_free (EupStoreDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreDocument, eup_store_document_free)

/**
 * EupStoreChange:
 * @kind: kind of the part that was put
 * @id: its id
 * @json: (nullable): what was put; %NULL when it was taken away
 * @at: ISO 8601 time
 *
 * One line of a case's history.
 */
typedef struct
{
  char *kind;
  char *id;
  char *json;
  char *at;
} EupStoreChange;

void eup_store_change_free (EupStoreChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreChange, eup_store_change_free)

#define EUP_STORE_DEFINITION_METHOD "method"
#define EUP_STORE_DEFINITION_CATALOGUE "catalogue"
#define EUP_STORE_DEFINITION_RULES "rules"
#define EUP_STORE_DEFINITION_ADDITION "addition"

/**
 * EupStoreDefinition:
 * @kind: EUP_STORE_DEFINITION_METHOD, _CATALOGUE, _RULES or _ADDITION
 * @id: its own id
 * @version: its version
 * @digest: SHA-256 of @bytes, 64 hexadecimal digits
 * @bytes: (nullable): the file, byte for byte; %NULL in lists
 *
 * Something that cases are begun with. The store keeps it for ever.
 */
typedef struct
{
  char *kind;
  char *id;
  char *version;
  char *digest;
  GBytes *bytes;
} EupStoreDefinition;

EupStoreDefinition *
eup_store_definition_new (const char *kind, const char *id, const char *version, GBytes *bytes);
EupStoreDefinition *eup_store_definition_copy (const EupStoreDefinition *definition);
void eup_store_definition_free (EupStoreDefinition *definition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreDefinition, eup_store_definition_free)

/**
 * EupStoreAddition:
 * @definition: the addition, with its bytes
 * @name: of the file that it was read from
 * @added: ISO 8601 time
 *
 * A local addition that new cases begin with.
 */
typedef struct
{
  EupStoreDefinition *definition;
  char *name;
  char *added;
} EupStoreAddition;

void eup_store_addition_free (EupStoreAddition *addition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreAddition, eup_store_addition_free)

/**
 * EupStoreFindings:
 * @n_cases: how many cases there are, removed ones too
 * @n_records: how many sealed records were checked
 * @problems: (element-type utf8): one sentence each; none when all is sound
 */
typedef struct
{
  guint n_cases;
  guint n_records;
  GPtrArray *problems;
} EupStoreFindings;

void eup_store_findings_free (EupStoreFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreFindings, eup_store_findings_free)

G_END_DECLS
