/* Reads the stages and questions of a method. */

#include "method/eup-method-private.h"

typedef struct
{
  EupMethod *method;
  EupStage *stage; /* the one being read */
  GHashTable *question_ids;
  GHashTable *question_numbers;
  GHashTable *stage_numbers;
} Reading;

static void
read_item_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupItem *item = g_new0 (EupItem, 1);

  item->id = eup_definition_string (entry, "id");
  item->label = eup_definition_text (definition, entry, "label", path);
  item->resident = eup_definition_text (definition, entry, "resident", path);
  g_ptr_array_add (data, item);
}

static guint
read_voices (JsonObject *entry)
{
  g_auto (GStrv) found = eup_definition_strings (entry, "voices");
  guint voices = 0;

  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (g_strv_contains ((const char *const *) found, eup_voice_to_id ((EupVoice) i)))
      voices |= 1u << i;
  return voices;
}

static const EupScale *
find_scale (const EupMethod *method, const char *id)
{
  for (guint i = 0; i < method->scales->len; i++)
    {
      const EupScale *scale = method->scales->pdata[i];

      if (g_str_equal (scale->id, id))
        return scale;
    }
  return NULL;
}

static void
read_scale_of_voice (Reading *reading,
                     EupDefinition *definition,
                     EupQuestion *question,
                     EupVoice voice,
                     const char *id,
                     const char *path)
{
  g_autofree char *scales = eup_json_path_member (path, "scales");
  g_autofree char *place = eup_json_path_member (scales, eup_voice_to_id (voice));

  question->scales[voice] = find_scale (reading->method, id);
  if (question->scales[voice] == NULL)
    EUP_DEFINITION_WRONG (definition, place, "there is no scale “%s” in $.scales", id);
  if (!eup_question_asks (question, voice))
    EUP_DEFINITION_WRONG (definition, place,
                          "the voice has a scale but is not asked, expected it among the voices");
}

static void
read_scales (
    Reading *reading, EupDefinition *definition, EupQuestion *question, JsonObject *entry, const char *path)
{
  JsonObject *scales =
      json_object_has_member (entry, "scales") ? json_object_get_object_member (entry, "scales") : NULL;
  gboolean any = FALSE;

  for (guint i = 0; scales != NULL && i < EUP_N_VOICES; i++)
    {
      const char *id =
          json_object_get_string_member_with_default (scales, eup_voice_to_id ((EupVoice) i), NULL);

      if (id == NULL)
        continue;
      any = TRUE;
      read_scale_of_voice (reading, definition, question, (EupVoice) i, id, path);
    }
  if (question->items->len > 0 && !any)
    {
      g_autofree char *place = eup_json_path_member (path, "items");

      EUP_DEFINITION_WRONG (definition, place, "items are answered on a scale, but no voice has one");
    }
}

static EupQuestionKind
read_kind (JsonObject *entry)
{
  const char *kind = json_object_get_string_member (entry, "kind");

  if (g_str_equal (kind, "purpose"))
    return EUP_QUESTION_PURPOSE;
  return g_str_equal (kind, "alternatives") ? EUP_QUESTION_ALTERNATIVES : EUP_QUESTION_STATEMENT;
}

static EupPath
read_path (JsonObject *entry)
{
  const char *path = json_object_get_string_member (entry, "path");

  if (g_str_equal (path, "short"))
    return EUP_PATH_SHORT;
  return g_str_equal (path, "signal") ? EUP_PATH_SIGNAL : EUP_PATH_FULL;
}

static void
read_question_words (EupQuestion *question, EupDefinition *definition, JsonObject *entry, const char *path)
{
  question->title = eup_definition_text (definition, entry, "title", path);
  question->question = eup_definition_text (definition, entry, "question", path);
  question->resident = eup_definition_text (definition, entry, "resident", path);
  question->relatives = eup_definition_text (definition, entry, "relatives", path);
  question->why = eup_definition_text (definition, entry, "why", path);
  question->example = eup_definition_text (definition, entry, "example", path);
}

static void
read_question_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  EupQuestion *question = g_new0 (EupQuestion, 1);
  g_autofree char *number = NULL;

  question->id = eup_definition_string (entry, "id");
  question->number = eup_definition_number (entry, "number");
  question->path = read_path (entry);
  question->kind = read_kind (entry);
  question->voices = read_voices (entry);
  question->items = g_ptr_array_new_with_free_func (eup_item_free);
  question->ticks = g_ptr_array_new_with_free_func (eup_item_free);
  question->attempts = eup_definition_truth (entry, "attempts");
  question->belief = eup_definition_truth (entry, "belief");
  question->minutes = eup_definition_number (entry, "minutes");
  question->stage = reading->method->stages->len - 1;
  question->index_in_stage = reading->stage->questions->len;
  g_ptr_array_add (reading->stage->questions, question);
  g_ptr_array_add (reading->method->questions, question);

  read_question_words (question, definition, entry, path);
  eup_definition_each (definition, entry, "items", path, NULL, read_item_cb, question->items);
  eup_definition_each (definition, entry, "ticks", path, NULL, read_item_cb, question->ticks);
  read_scales (reading, definition, question, entry, path);

  number = g_strdup_printf ("%d", question->number);
  eup_definition_once (definition, reading->question_numbers, path, "number", number);
}

static void
read_stage_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  EupStage *stage = g_new0 (EupStage, 1);
  g_autofree char *number = NULL;

  stage->id = eup_definition_string (entry, "id");
  stage->number = eup_definition_number (entry, "number");
  stage->title = eup_definition_text (definition, entry, "title", path);
  stage->minutes = eup_definition_number (entry, "minutes");
  stage->questions = g_ptr_array_new_with_free_func (eup_question_free);
  g_ptr_array_add (reading->method->stages, stage);

  number = g_strdup_printf ("%d", stage->number);
  eup_definition_once (definition, reading->stage_numbers, path, "number", number);
  reading->stage = stage;
  eup_definition_each (definition, entry, "questions", path, reading->question_ids, read_question_cb,
                       reading);
}

/* The scales have been read before. */
void
eup_method_read_stages (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  g_autoptr (GHashTable) ids = eup_definition_seen ();
  g_autoptr (GHashTable) numbers = eup_definition_seen ();
  g_autoptr (GHashTable) stage_numbers = eup_definition_seen ();
  Reading reading = { self, NULL, ids, numbers, stage_numbers };

  eup_definition_each (definition, root, "stages", "$", NULL, read_stage_cb, &reading);
}
