/* Reads the scales, the ways of not answering and the levels of a method. */

#include "method/eup-method-private.h"

static void
read_option_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  static const char *const sides[] = { "", "against", "between", "for" };
  const char *side = json_object_get_string_member_with_default (entry, "side", "");
  EupOption *option = g_new0 (EupOption, 1);

  option->id = eup_definition_string (entry, "id");
  option->label = eup_definition_text (definition, entry, "label", path);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (g_str_equal (sides[i], side))
      option->side = (EupSide) i;
  g_ptr_array_add (data, option);
}

static void
read_scale_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupScale *scale = g_new0 (EupScale, 1);

  scale->id = eup_definition_string (entry, "id");
  scale->title = eup_definition_text (definition, entry, "title", path);
  scale->faces = eup_definition_truth (entry, "faces");
  scale->options = g_ptr_array_new_with_free_func (eup_option_free);
  eup_definition_each (definition, entry, "options", path, NULL, read_option_cb, scale->options);
  g_ptr_array_add (data, scale);
}

static void
read_non_answer_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupNonAnswer *non_answer = g_new0 (EupNonAnswer, 1);

  non_answer->id = eup_definition_string (entry, "id");
  non_answer->label = eup_definition_text (definition, entry, "label", path);
  non_answer->needs_reason = eup_definition_truth (entry, "needsReason");
  g_ptr_array_add (data, non_answer);
}

static guint
read_paths (JsonObject *entry)
{
  static const char *const names[] = { "short", "signal", "full" };
  g_auto (GStrv) found = eup_definition_strings (entry, "paths");
  guint paths = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strv_contains ((const char *const *) found, names[i]))
      paths |= 1u << i;
  return paths;
}

static void
read_level_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupMethod *self = data;
  EupLevel *level = g_new0 (EupLevel, 1);

  level->level = eup_definition_number (entry, "level");
  level->title = eup_definition_text (definition, entry, "title", path);
  level->meaning = eup_definition_text (definition, entry, "meaning", path);
  level->paths = read_paths (entry);
  level->follow_up_days = eup_definition_number (entry, "followUpDays");
  if (self->levels[level->level] != NULL)
    {
      g_autofree char *place = eup_json_path_member (path, "level");

      EUP_DEFINITION_WRONG (definition, place, "the level %d stands already, expected each only once",
                            level->level);
      eup_level_free (level);
      return;
    }
  self->levels[level->level] = level;
}

void
eup_method_read_scales (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  eup_definition_each (definition, root, "scales", "$", NULL, read_scale_cb, self->scales);
  eup_definition_each (definition, root, "nonAnswers", "$", NULL, read_non_answer_cb, self->non_answers);
  eup_definition_each (definition, root, "levels", "$", NULL, read_level_cb, self);
  for (int i = 0; i < EUP_N_LEVELS; i++)
    if (self->levels[i] == NULL)
      EUP_DEFINITION_WRONG (definition, "$.levels", "the level %d is missing, expected each of 0 to 3", i);
}
