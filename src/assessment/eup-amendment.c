/* Amendments of a sealed record as plain values: their shape, their file, and what they lack. */

#include "assessment/eup-amendment.h"

#include "assessment/eup-assessment-private.h"
#include "assessment/eup-shapes-private.h"
#include "util/eup-json.h"
#include "util/eup-schema.h"

#include <stdlib.h>

static const EupField fields[] = {
  STRING (EupAmendment, "id", id),
  STRING (EupAmendment, "kind", kind),
  STRING (EupAmendment, "concerns", concerns),
  STRING (EupAmendment, "part", part),
  STRING (EupAmendment, "question", question),
  STRING (EupAmendment, "person", person),
  STRING (EupAmendment, "oldWords", old_words),
  STRING (EupAmendment, "newWords", new_words),
  STRING (EupAmendment, "reason", reason),
  STRING (EupAmendment, "askedBy", asked_by),
  STRING (EupAmendment, "askedByRole", asked_by_role),
  STRING (EupAmendment, "decidedBy", decided_by),
  STRING (EupAmendment, "decidedByRole", decided_by_role),
  STRING (EupAmendment, "decided", decided),
  STRING (EupAmendment, "told", told),
};

static const EupShape shape = EUP_SHAPE (EupAmendment, fields);

static const char *const kinds[EUP_N_AMENDMENT_KINDS] = {
  [EUP_AMENDMENT_NONE] = NULL,
  [EUP_AMENDMENT_CORRECTION] = "correction",
  [EUP_AMENDMENT_CHANGED_DECISION] = "changed-decision",
  [EUP_AMENDMENT_CONSIDERED_WRONG] = "considered-wrong",
};

EupAmendment *
eup_amendment_new (void)
{
  return eup_shape_new (&shape);
}

EupAmendment *
eup_amendment_copy (const EupAmendment *self)
{
  return eup_shape_copy (&shape, self);
}

void
eup_amendment_free (EupAmendment *self)
{
  eup_shape_free (&shape, self);
}

gboolean
eup_amendment_equal (const EupAmendment *a, const EupAmendment *b)
{
  return eup_shape_equal (&shape, a, b);
}

/* Takes out what no font and no file can hold, as of every part that comes into a case. */
void
eup_amendment_make_plain (EupAmendment *self)
{
  eup_shape_make_plain (&shape, self);
}

/* Returns: (transfer full): an object with what it says */
JsonNode *
eup_amendment_write (const EupAmendment *self)
{
  return eup_shape_write (&shape, self);
}

/* @node: an object as eup_amendment_write() made it */
EupAmendment *
eup_amendment_read (JsonNode *node)
{
  return eup_shape_read (&shape, node);
}

EupAmendmentKind
eup_amendment_get_kind (const EupAmendment *self)
{
  for (guint i = EUP_AMENDMENT_CORRECTION; i < EUP_N_AMENDMENT_KINDS; i++)
    if (g_strcmp0 (self->kind, kinds[i]) == 0)
      return (EupAmendmentKind) i;
  return EUP_AMENDMENT_NONE;
}

/* (nullable): as it stands in files; %NULL for EUP_AMENDMENT_NONE */
const char *
eup_amendment_kind_to_id (EupAmendmentKind kind)
{
  g_return_val_if_fail ((guint) kind < EUP_N_AMENDMENT_KINDS, NULL);
  return kinds[kind];
}

/* Ends with %NULL: the parts of a record in the order in which they are printed. */
const char *const *
eup_amendment_parts (void)
{
  static const char *const parts[] = {
    "meeting",  "voices",   "differences", "alternatives", "weights",    "consents",   "sheet", "gates",
    "position", "decision", "follow-up",   "read-back",    "signatures", "provenance", NULL,
  };

  return parts;
}

/**
 * eup_amendment_lacks:
 *
 * A correction and a changed decision say what stood there, what is so instead, who decided it and when; the
 * latter also why. What somebody considers wrong is theirs: who says so, and who noted it when.
 *
 * Returns: what must be filled in before it can be sealed
 */
EupAmendmentLacks
eup_amendment_lacks (const EupAmendment *self)
{
  EupAmendmentKind kind = eup_amendment_get_kind (self);
  guint lacks = 0;

  lacks |= kind == EUP_AMENDMENT_NONE ? EUP_AMENDMENT_LACKS_KIND : 0;
  lacks |= !eup_has_text (self->part) ? EUP_AMENDMENT_LACKS_PART : 0;
  lacks |= !eup_has_text (self->old_words) ? EUP_AMENDMENT_LACKS_OLD_WORDS : 0;
  lacks |= !eup_has_text (self->new_words) ? EUP_AMENDMENT_LACKS_NEW_WORDS : 0;
  lacks |=
      !eup_has_text (self->reason) && kind == EUP_AMENDMENT_CHANGED_DECISION ? EUP_AMENDMENT_LACKS_REASON : 0;
  lacks |= !eup_has_text (self->asked_by) && kind == EUP_AMENDMENT_CONSIDERED_WRONG
               ? EUP_AMENDMENT_LACKS_ASKED_BY
               : 0;
  lacks |= !eup_has_text (self->decided_by) ? EUP_AMENDMENT_LACKS_DECIDED_BY : 0;
  lacks |= !eup_has_text (self->decided) ? EUP_AMENDMENT_LACKS_DECIDED : 0;
  return (EupAmendmentLacks) lacks;
}

/* Its number among the documents of its case; 0 when it says none. */
guint
eup_amendment_get_number (const EupAmendment *self)
{
  return self->id ? (guint) g_ascii_strtoull (self->id, NULL, 10) : 0;
}

EupAmends *
eup_amends_new (const char *document_id, const char *digest, const char *sealed)
{
  EupAmends *self = g_new0 (EupAmends, 1);

  self->document_id = g_strdup (document_id);
  self->digest = g_strdup (digest);
  self->sealed = g_strdup (sealed);
  return self;
}

EupAmends *
eup_amends_copy (const EupAmends *self)
{
  return eup_amends_new (self->document_id, self->digest, self->sealed);
}

void
eup_amends_free (EupAmends *self)
{
  g_free (self->document_id);
  g_free (self->digest);
  g_free (self->sealed);
  g_free (self);
}

/**
 * eup_document_is_of_rehearsal:
 * @document_id: (nullable): the number that is printed in a document
 *
 * Returns: whether the document is one of an invented case, which counts for nothing
 */
gboolean
eup_document_is_of_rehearsal (const char *document_id)
{
  return document_id != NULL && g_str_has_prefix (document_id, EUP_DOCUMENT_OF_REHEARSAL);
}

/**
 * eup_document_number:
 * @document_id: such as "SA-2026-311-2"
 *
 * Returns: the number after the last hyphen; 0 when there is none
 */
guint
eup_document_number (const char *document_id)
{
  const char *hyphen = document_id ? strrchr (document_id, '-') : NULL;
  const char *digits = hyphen ? hyphen + 1 : "";

  if (*digits == '\0' || *digits == '0' || strlen (digits) > 6 ||
      strspn (digits, "0123456789") != strlen (digits))
    return 0;
  return (guint) g_ascii_strtoull (digits, NULL, 10);
}

/**
 * eup_document_with_number:
 * @document_id: a document of which eup_document_number() is not 0
 *
 * Returns: (transfer full): what the document with @number of the same case is called
 */
char *
eup_document_with_number (const char *document_id, guint number)
{
  const char *hyphen = strrchr (document_id, '-');

  g_return_val_if_fail (hyphen != NULL, NULL);
  return g_strdup_printf ("%.*s-%u", (int) (hyphen - document_id), document_id, number);
}

/* The file. */

static EupField file_fields[] = {
  OBJECT (EupAmendmentFile, "method", method, NULL),
  OBJECT (EupAmendmentFile, "catalogue", catalogue, NULL),
  OBJECT (EupAmendmentFile, "rules", rules, NULL),
  LIST (EupAmendmentFile, "additions", additions, NULL),
  OBJECT (EupAmendmentFile, "card", card, NULL),
  OBJECT (EupAmendmentFile, "amendment", amendment, &shape),
};

/* The shapes of the parts are known to the assessment alone, so they are asked for once. */
static const EupShape *
file_shape (void)
{
  static const EupPartKind of[] = { EUP_PART_METHOD, EUP_PART_CATALOGUE, EUP_PART_RULES, EUP_PART_ADDITION,
                                    EUP_PART_CARD };
  static EupShape file = EUP_SHAPE (EupAmendmentFile, file_fields);
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (of); i++)
        file_fields[i].of = eup_part_shape (of[i]);
      g_once_init_leave (&ready, 1);
    }
  return &file;
}

/* @node: a file that its schema has passed */
EupAmendmentFile *
eup_amendment_file_read (JsonNode *node)
{
  return eup_shape_read (file_shape (), node);
}

void
eup_amendment_file_free (EupAmendmentFile *self)
{
  eup_shape_free (file_shape (), self);
}

/**
 * eup_amendment_file_load:
 * @path: a file of the kind “amendment”
 * @problems: (out) (optional) (transfer full): all that is wrong with it
 * @error: EUP_FILE_ERROR or EUP_DATA_ERROR
 *
 * Returns: (transfer full) (nullable): what it says
 */
EupAmendmentFile *
eup_amendment_file_load (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupProblems) found = NULL;
  g_autoptr (JsonNode) node = eup_json_load (path, &found, error);
  EupAmendmentFile *self = NULL;

  if (node != NULL)
    {
      g_autoptr (EupSchema) schema = eup_schema_new_from_resource ("amendment.schema.json");

      if (eup_schema_check (schema, node, found))
        self = eup_amendment_file_read (node);
      else
        eup_problems_to_error (found, error);
    }
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return self;
}

static void
set_member (JsonObject *object, const char *name, EupPartKind kind, gconstpointer part)
{
  if (eup_has_text (eup_part_get_id (kind, part)))
    json_object_set_member (object, name, eup_shape_write (eup_part_shape (kind), part));
}

/* Whom and what it is about, and when: nothing of what was said, which stays in the record alone. */
static JsonNode *
write_card (const EupCard *card)
{
  const EupCard cover = {
    .id = card->id,
    .number = card->number,
    .alias = card->alias,
    .name = card->name,
    .personal_number = card->personal_number,
    .birthday = card->birthday,
    .technology = card->technology,
    .language = card->language,
    .authority = card->authority,
    .unit = card->unit,
    .meeting = card->meeting,
    .facilitator = card->facilitator,
  };

  return eup_shape_write (eup_part_shape (EUP_PART_CARD), &cover);
}

/**
 * eup_amendment_file_write:
 * @cover: a case, of which only the card and what it is made with are told
 *
 * Returns: (transfer full): the file, without what its record says of itself
 */
JsonNode *
eup_amendment_file_write (const EupAssessment *cover, const EupAmendment *amendment)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "format", 1);
  json_object_set_string_member (object, "kind", "amendment");
  set_member (object, "method", EUP_PART_METHOD, cover->method);
  set_member (object, "catalogue", EUP_PART_CATALOGUE, cover->catalogue);
  set_member (object, "rules", EUP_PART_RULES, cover->rules);
  json_object_set_member (object, "card", write_card (cover->card));
  json_object_set_member (object, "amendment", eup_amendment_write (amendment));
  json_node_take_object (node, object);
  return node;
}
