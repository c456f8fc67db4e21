/* The twin inside the document, where PDF/A-3 is chosen: the data that the pages were made from, named in the
 * catalog so that an archive finds it without knowing us (ISO 19005-3, 6.8). */

#include "record/eup-finish-private.h"

/* PDF names this digest and no other; whether the twin is the right one is for the SHA-256 in the metadata. */
static qpdf_oh
make_checksum (EupQpdf q, GBytes *data)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  guint8 digest[16];
  gsize length = sizeof digest;

  g_checksum_update (checksum, g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data));
  g_checksum_get_digest (checksum, digest, &length);
  return qpdf_oh_new_binary_string (q, (const char *) digest, length);
}

static qpdf_oh
make_file (EupQpdf q, GBytes *data, const char *date)
{
  qpdf_oh stream = eup_qpdf_add_stream (q, g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  qpdf_oh dict = qpdf_oh_get_dict (q, stream);
  qpdf_oh parameters = qpdf_oh_new_dictionary (q);

  eup_qpdf_put_integer (q, parameters, "/Size", (long long) g_bytes_get_size (data));
  eup_qpdf_put_text (q, parameters, "/ModDate", date);
  qpdf_oh_replace_key (q, parameters, "/CheckSum", make_checksum (q, data));
  eup_qpdf_put_name (q, dict, "/Type", "EmbeddedFile");
  eup_qpdf_put_name (q, dict, "/Subtype", "application/json");
  qpdf_oh_replace_key (q, dict, "/Params", parameters);
  return stream;
}

static qpdf_oh
make_specification (EupQpdf q, const EupDocumentInfo *info, const char *name, const char *date)
{
  qpdf_oh specification = qpdf_make_indirect_object (q, qpdf_oh_new_dictionary (q));
  qpdf_oh files = qpdf_oh_new_dictionary (q);
  qpdf_oh file = make_file (q, info->twin, date);

  qpdf_oh_replace_key (q, files, "/F", file);
  qpdf_oh_replace_key (q, files, "/UF", file);
  eup_qpdf_put_name (q, specification, "/Type", "Filespec");
  eup_qpdf_put_text (q, specification, "/F", name);
  eup_qpdf_put_text (q, specification, "/UF", name);
  eup_qpdf_put_text (q, specification, "/Desc", info->title);
  eup_qpdf_put_name (q, specification, "/AFRelationship", "Data");
  qpdf_oh_replace_key (q, specification, "/EF", files);
  return specification;
}

/* A name tree of one leaf. */
static void
add_to_names (EupQpdf q, const char *name, qpdf_oh specification)
{
  qpdf_oh root = qpdf_get_root (q);
  qpdf_oh tree = qpdf_oh_new_dictionary (q);
  qpdf_oh leaf = qpdf_oh_new_array (q);

  if (!qpdf_oh_is_dictionary (q, eup_qpdf_get (q, root, "/Names")))
    qpdf_oh_replace_key (q, root, "/Names", qpdf_oh_new_dictionary (q));
  qpdf_oh_append_item (q, leaf, qpdf_oh_new_unicode_string (q, name));
  qpdf_oh_append_item (q, leaf, specification);
  qpdf_oh_replace_key (q, tree, "/Names", leaf);
  qpdf_oh_replace_key (q, eup_qpdf_get (q, root, "/Names"), "/EmbeddedFiles", tree);
}

/**
 * eup_finish_twin:
 * @info: with a twin
 * @date: when the document was made, as PDF writes it
 *
 * Attaches the twin as NUMBER.json.
 */
void
eup_finish_twin (EupQpdf q, const EupDocumentInfo *info, const char *date)
{
  g_autofree char *name = g_strconcat (info->document_id, ".json", NULL);
  qpdf_oh specification = make_specification (q, info, name, date);
  qpdf_oh belonging = qpdf_oh_new_array (q);

  qpdf_oh_append_item (q, belonging, specification);
  qpdf_oh_replace_key (q, qpdf_get_root (q), "/AF", belonging);
  add_to_names (q, name, specification);
}
