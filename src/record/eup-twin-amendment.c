/* What the twin of an amendment says of its own document: above all which one it follows. */

#include "record/eup-twin-private.h"

#include "eup-config.h"

static JsonObject *
write_amends (const EupAmends *amends)
{
  JsonObject *object = json_object_new ();

  eup_twin_set_text (object, "documentId", amends->document_id);
  eup_twin_set_text (object, "digest", amends->digest);
  eup_twin_set_text (object, "sealed", amends->sealed);
  return object;
}

/* Returns: (transfer full): the member “record” of an amendment's twin */
JsonObject *
eup_twin_amendment_record (const EupSnapshot *snapshot)
{
  JsonObject *record = json_object_new ();

  json_object_set_int_member (record, "format", EUP_TWIN_FORMAT);
  json_object_set_string_member (record, "documentId", snapshot->document_id);
  eup_twin_set_text (record, "sealed", snapshot->sealed);
  json_object_set_boolean_member (record, "draft", snapshot->draft);
  json_object_set_string_member (record, "language", snapshot->language);
  eup_twin_set_text (record, "secondLanguage", snapshot->second_language);
  json_object_set_object_member (record, "amends", write_amends (snapshot->amends));
  eup_twin_set_retention (record, snapshot);
  json_object_set_string_member (record, "program", "Euphoria " EUP_VERSION);
  return record;
}
