/* How the documents among the files of one call follow each other: an amendment names the one before it by
 * number and digest, and a document that another one names has been amended. Of each file only digests are
 * kept, so that thousands fit. */

#include "cli/eup-cli-chain.h"

#include "assessment/eup-amendment.h"
#include "cli/eup-cli.h"

#include <json-glib/json-glib.h>

typedef struct
{
  char *shown;
  char *document_id;
  char *amends; /* NULL: it is no amendment */
  char *amends_digest;
  GPtrArray *states; /* SHA-256 of the file, and of what it once was */
} Document;

struct _EupCliChain
{
  GPtrArray *documents;
  GHashTable *by_id;   /* document id → GPtrArray of Document: copies may have been given */
  GHashTable *by_case; /* document id of number 1 → how many files of the case */
  gboolean any_amends;
};

/* What became of the link from an amendment to the document before it. */
typedef enum
{
  LINK_HOLDS,
  LINK_OTHER,  /* there is a file with that number, but it is another one */
  LINK_GAP,    /* other documents of the case are there, this one is not */
  LINK_ABSENT, /* nothing else of the case is there */
} Link;

static const char *const link_nicks[] = { "holds", "other-file", "gap", "not-here" };

static void
document_free (gpointer data)
{
  Document *document = data;

  g_free (document->shown);
  g_free (document->document_id);
  g_free (document->amends);
  g_free (document->amends_digest);
  g_ptr_array_unref (document->states);
  g_free (document);
}

EupCliChain *
eup_cli_chain_new (void)
{
  EupCliChain *self = g_new0 (EupCliChain, 1);

  self->documents = g_ptr_array_new_with_free_func (document_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_case = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
eup_cli_chain_free (EupCliChain *self)
{
  g_hash_table_unref (self->by_case);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->documents);
  g_free (self);
}

/* The documents of one case share the number of its record. */
static char *
case_of (const char *document_id)
{
  return eup_document_number (document_id) > 0 ? eup_document_with_number (document_id, 1)
                                               : g_strdup (document_id);
}

static guint
count_of_case (const EupCliChain *self, const char *document_id)
{
  g_autofree char *name = case_of (document_id);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_case, name));
}

/**
 * eup_cli_chain_add:
 * @found: about one file; what is no record is passed over
 */
void
eup_cli_chain_add (EupCliChain *self, const EupInspection *found)
{
  const EupVerdict *verdict = found->verdict;
  Document *document;
  GPtrArray *same;
  char *name;

  if (found->states == NULL)
    return;
  document = g_new0 (Document, 1);
  document->shown = g_filename_display_name (found->path);
  document->document_id = g_strdup (verdict->document_id);
  document->amends = g_strdup (verdict->amends);
  document->amends_digest = g_strdup (verdict->amends_digest);
  document->states = g_ptr_array_ref (found->states);
  g_ptr_array_add (self->documents, document);
  self->any_amends = self->any_amends || document->amends != NULL;

  same = g_hash_table_lookup (self->by_id, document->document_id);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->by_id, document->document_id, same);
    }
  g_ptr_array_add (same, document);
  name = case_of (document->document_id);
  g_hash_table_replace (self->by_case, name,
                        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->by_case, name)) + 1));
}

/* @before: (out) (nullable): the file that it follows, or the one that only has its number */
static Link
look_back (const EupCliChain *self, const Document *document, const Document **before)
{
  GPtrArray *named = g_hash_table_lookup (self->by_id, document->amends);

  *before = NULL;
  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      *before = g_ptr_array_index (named, i);
      if (document->amends_digest != NULL &&
          g_ptr_array_find_with_equal_func ((*before)->states, document->amends_digest, g_str_equal, NULL))
        return LINK_HOLDS;
    }
  if (*before != NULL)
    return LINK_OTHER;
  return count_of_case (self, document->document_id) > 1 ? LINK_GAP : LINK_ABSENT;
}

static void
say_link (const Document *document, Link link, const Document *before)
{
  switch (link)
    {
    case LINK_HOLDS:
      eup_cli_say ("%s: %s follows %s, and the chain holds; %s has been amended", document->shown,
                   document->document_id, document->amends, before->shown);
      break;
    case LINK_OTHER:
      eup_cli_say ("%s: %s follows %s, but %s is not the file that it names", document->shown,
                   document->document_id, document->amends, before->shown);
      break;
    case LINK_GAP:
      eup_cli_say ("%s: %s follows %s, which is missing among the documents of its case", document->shown,
                   document->document_id, document->amends);
      break;
    case LINK_ABSENT:
    default:
      eup_cli_say ("%s: %s follows %s, which was not given here", document->shown, document->document_id,
                   document->amends);
      break;
    }
}

static void
say_link_json (const Document *document, Link link, const Document *before)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;
  const char *const members[] = { "link",     link_nicks[link],
                                  "file",     document->shown,
                                  "document", document->document_id,
                                  "amends",   document->amends,
                                  "before",   before ? before->shown : NULL };

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (members); i += 2)
    if (members[i + 1] != NULL)
      {
        json_builder_set_member_name (builder, members[i]);
        json_builder_add_string_value (builder, members[i + 1]);
      }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  eup_cli_say ("%s", line);
}

/**
 * eup_cli_chain_say:
 * @json: one JSON object a line
 *
 * Tells of each amendment which document it follows.
 *
 * Returns: whether nothing speaks against any link: the document before it is that file, or nothing of its
 *   case but itself was given
 */
gboolean
eup_cli_chain_say (const EupCliChain *self, gboolean json)
{
  gboolean good = TRUE;

  for (guint i = 0; self->any_amends && i < self->documents->len; i++)
    {
      const Document *document = g_ptr_array_index (self->documents, i);
      const Document *before = NULL;
      Link link;

      if (document->amends == NULL)
        continue;
      link = look_back (self, document, &before);
      if (json)
        say_link_json (document, link, before);
      else
        say_link (document, link, before);
      good = good && (link == LINK_HOLDS || link == LINK_ABSENT);
    }
  return good;
}
