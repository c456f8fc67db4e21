/* Reads the stages, tasks and questions of a method. */

#include "method/eup-method-private.h"

typedef struct
{
  EupMethod *method;
  EupStage *stage; /* the one being read */
  GHashTable *question_ids;
  GHashTable *question_numbers;
  GHashTable *stage_numbers;
  GHashTable *task_ids;
  GPtrArray *opens; /* Opening: read when all questions are known */
} Reading;

/* A question that opens on a condition. */
typedef struct
{
  EupQuestion *question;
  JsonObject *entry;
  char *path;
} Opening;

static Opening *
opening_new (EupQuestion *question, JsonObject *entry, const char *path)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->question = question;
  opening->entry = entry;
  opening->path = g_strdup (path);
  return opening;
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static void
read_item_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  g_ptr_array_add (data, eup_definition_item (definition, entry, path));
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

  question->scales[voice] = eup_method_find (reading->method, EUP_INDEX_SCALE, id);
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
  question->voices = eup_definition_voices (entry);
  question->items = g_ptr_array_new_with_free_func (eup_item_free);
  question->ticks = g_ptr_array_new_with_free_func (eup_item_free);
  question->fields = g_ptr_array_new_with_free_func (eup_question_field_free);
  question->urgent = eup_definition_truth (entry, "urgent");
  question->weigh = eup_definition_truth (entry, "weigh");
  question->sheet = eup_definition_truth (entry, "sheet");
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
  eup_question_read_fields (question, definition, entry, path);
  read_scales (reading, definition, question, entry, path);
  if (json_object_has_member (entry, "opens"))
    g_ptr_array_add (reading->opens, opening_new (question, entry, path));

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
  stage->intro = eup_definition_text (definition, entry, "intro", path);
  stage->tasks = g_ptr_array_new_with_free_func (eup_item_free);
  stage->questions = g_ptr_array_new_with_free_func (eup_question_free);
  g_ptr_array_add (reading->method->stages, stage);

  number = g_strdup_printf ("%d", stage->number);
  eup_definition_once (definition, reading->stage_numbers, path, "number", number);
  reading->stage = stage;
  eup_definition_each (definition, entry, "tasks", path, reading->task_ids, read_item_cb, stage->tasks);
  eup_definition_each (definition, entry, "questions", path, reading->question_ids, read_question_cb,
                       reading);
  if (stage->questions->len == 0 && stage->tasks->len == 0)
    EUP_DEFINITION_WRONG (definition, path, "the stage has neither questions nor tasks");
}

/* The scales, consents and outcomes have been read before. */
void
eup_method_read_stages (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  g_autoptr (GHashTable) ids = eup_definition_seen ();
  g_autoptr (GHashTable) numbers = eup_definition_seen ();
  g_autoptr (GHashTable) stage_numbers = eup_definition_seen ();
  g_autoptr (GHashTable) tasks = eup_definition_seen ();
  g_autoptr (GPtrArray) opens = g_ptr_array_new_with_free_func (opening_free);
  Reading reading = { self, NULL, ids, numbers, stage_numbers, tasks, opens };

  eup_definition_each (definition, root, "stages", "$", NULL, read_stage_cb, &reading);
  eup_method_index (self, EUP_INDEX_QUESTION, self->questions);
  for (guint i = 0; i < opens->len; i++)
    {
      const Opening *opening = opens->pdata[i];

      opening->question->opens =
          eup_method_read_condition (self, definition, opening->entry, "opens", opening->path);
    }
  eup_method_check_opens (self, definition);
}
