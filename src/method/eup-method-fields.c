/* Reads what is filled in at a question beside the words. */

#include "method/eup-method-private.h"

/* The voices that an entry names: 1 << EupVoice of each. */
guint
eup_definition_voices (JsonObject *entry)
{
  g_auto (GStrv) found = eup_definition_strings (entry, "voices");
  guint voices = 0;

  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (g_strv_contains ((const char *const *) found, eup_voice_to_id ((EupVoice) i)))
      voices |= 1u << i;
  return voices;
}

EupItem *
eup_definition_item (EupDefinition *self, JsonObject *entry, const char *path)
{
  EupItem *item = g_new0 (EupItem, 1);

  item->id = eup_definition_string (entry, "id");
  item->label = eup_definition_text (self, entry, "label", path);
  item->resident = eup_definition_text (self, entry, "resident", path);
  return item;
}

static void
read_option_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  g_ptr_array_add (data, eup_definition_item (definition, entry, path));
}

static EupFieldInputKind
read_kind (JsonObject *entry)
{
  static const char *const names[] = { "line", "words", "choice", "choices", "number", "date" };
  const char *name = json_object_get_string_member (entry, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (EupFieldInputKind) i;
  g_assert_not_reached (); /* the schema has looked */
}

static void
check_voices (const EupQuestion *question,
              const EupQuestionField *field,
              EupDefinition *definition,
              const char *path)
{
  g_autofree char *voices = eup_json_path_member (path, "voices");
  g_autofree char *resident = eup_json_path_member (path, "resident");

  for (guint i = 0; i < EUP_N_VOICES; i++)
    if ((field->voices & ~question->voices & (1u << i)) != 0)
      EUP_DEFINITION_WRONG (definition, voices, "the question does not ask the voice “%s”",
                            eup_voice_to_id ((EupVoice) i));
  if (field->resident != NULL && (field->voices & (1u << EUP_VOICE_RESIDENT)) == 0)
    EUP_DEFINITION_WRONG (
        definition, resident,
        "words for the resident, who does not fill in “%s”, expected the resident among its "
        "voices",
        field->id);
}

static void
check_parts (const EupQuestionField *field, EupDefinition *definition, JsonObject *entry, const char *path)
{
  gboolean chooses = field->kind == EUP_FIELD_KIND_CHOICE || field->kind == EUP_FIELD_KIND_CHOICES;
  const char *kind = json_object_get_string_member (entry, "kind");
  g_autofree char *options = eup_json_path_member (path, "options");
  g_autofree char *unit = eup_json_path_member (path, "unit");

  if (chooses && field->options->len == 0)
    EUP_DEFINITION_WRONG (definition, path,
                          "the key “options” is missing: a field of the kind “%s” needs them", kind);
  if (!chooses && field->options->len > 0)
    EUP_DEFINITION_WRONG (definition, options,
                          "a field of the kind “%s” has no options, expected the kind “choice” or “choices”",
                          kind);
  if (field->unit != NULL && field->kind != EUP_FIELD_KIND_NUMBER)
    EUP_DEFINITION_WRONG (definition, unit,
                          "a field of the kind “%s” has no unit, expected the kind “number”", kind);
}

static void
read_field_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupQuestion *question = data;
  EupQuestionField *field = g_new0 (EupQuestionField, 1);

  field->id = eup_definition_string (entry, "id");
  field->kind = read_kind (entry);
  field->voices = eup_definition_voices (entry);
  field->label = eup_definition_text (definition, entry, "label", path);
  field->resident = eup_definition_text (definition, entry, "resident", path);
  field->unit = eup_definition_text (definition, entry, "unit", path);
  field->options = g_ptr_array_new_with_free_func (eup_item_free);
  g_ptr_array_add (question->fields, field);

  eup_definition_each (definition, entry, "options", path, NULL, read_option_cb, field->options);
  check_voices (question, field, definition, path);
  check_parts (field, definition, entry, path);
}

/* Reads the fields of the question that stands as @entry at @path; its voices have been read. */
void
eup_question_read_fields (EupQuestion *self, EupDefinition *definition, JsonObject *entry, const char *path)
{
  eup_definition_each (definition, entry, "fields", path, NULL, read_field_cb, self);
}
