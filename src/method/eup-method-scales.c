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
  option->needs_safeguard = eup_definition_truth (entry, "needsSafeguard");
  option->noted = eup_definition_truth (entry, "noted");
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

static void
check_safeguards (const EupMethod *self, EupDefinition *definition)
{
  gboolean without = FALSE;
  gboolean with = FALSE;

  for (guint i = 0; i < self->scales->len; i++)
    {
      const EupScale *scale = self->scales->pdata[i];

      for (guint j = 0; j < scale->options->len; j++)
        {
          const EupOption *option = scale->options->pdata[j];
          g_autofree char *place = g_strdup_printf ("$.scales[%u].options[%u].%s", i, j,
                                                    option->needs_safeguard ? "needsSafeguard" : "side");

          if (scale != self->weight_scale && option->needs_safeguard)
            EUP_DEFINITION_WRONG (definition, place,
                                  "“%s” is not the weight scale: only there is a safeguard named", scale->id);
          if (scale == self->weight_scale && option->side != EUP_SIDE_NONE)
            EUP_DEFINITION_WRONG (definition, place, "an option of the weight scale takes no side");
          without = without || (scale == self->weight_scale && !option->needs_safeguard);
          with = with || (scale == self->weight_scale && option->needs_safeguard);
        }
    }
  if (self->weight_scale != NULL && !with)
    EUP_DEFINITION_WRONG (definition, "$.weightScale",
                          "no option of “%s” needs a safeguard, expected one at least",
                          self->weight_scale->id);
  if (self->weight_scale != NULL && !without)
    EUP_DEFINITION_WRONG (definition, "$.weightScale",
                          "every option of “%s” needs a safeguard, expected one at least that does not",
                          self->weight_scale->id);
}

/* What the author must have meant by a weight scale that is not there, so that one slip is told once. */
static const EupScale *
guess_weight_scale (const EupMethod *self)
{
  for (guint i = 0; i < self->scales->len; i++)
    {
      const EupScale *scale = self->scales->pdata[i];

      for (guint j = 0; j < scale->options->len; j++)
        if (((const EupOption *) scale->options->pdata[j])->needs_safeguard)
          return scale;
    }
  return NULL;
}

static void
read_weight_scale (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  const char *id = json_object_get_string_member_with_default (root, "weightScale", NULL);

  self->weight_scale = eup_method_find (self, EUP_INDEX_SCALE, id);
  if (id != NULL && self->weight_scale == NULL)
    {
      EUP_DEFINITION_WRONG (definition, "$.weightScale", "there is no scale “%s” in $.scales", id);
      self->weight_scale = guess_weight_scale (self);
    }
  check_safeguards (self, definition);
}

static void
check_levels (const EupMethod *self, EupDefinition *definition)
{
  static const char *const names[] = { "short", "signal", "full" };

  for (int i = 0; i < EUP_N_LEVELS; i++)
    if (self->levels[i] == NULL)
      EUP_DEFINITION_WRONG (definition, "$.levels", "the level %d is missing, expected each of 0 to 3", i);
  for (int i = 1; i < EUP_N_LEVELS; i++)
    for (guint path = 0; path < G_N_ELEMENTS (names); path++)
      if (self->levels[i] != NULL && self->levels[i - 1] != NULL &&
          (self->levels[i - 1]->paths & ~self->levels[i]->paths & (1u << path)) != 0)
        EUP_DEFINITION_WRONG (
            definition, "$.levels",
            "the level %d leaves out the path “%s”, which the level %d opens: a higher level "
            "never asks less",
            i, names[path], i - 1);
}

void
eup_method_read_scales (EupMethod *self, EupDefinition *definition, JsonObject *root)
{
  eup_definition_each (definition, root, "scales", "$", NULL, read_scale_cb, self->scales);
  eup_definition_each (definition, root, "nonAnswers", "$", NULL, read_non_answer_cb, self->non_answers);
  eup_definition_each (definition, root, "levels", "$", NULL, read_level_cb, self);
  eup_method_index (self, EUP_INDEX_SCALE, self->scales);
  eup_method_index (self, EUP_INDEX_NON_ANSWER, self->non_answers);
  read_weight_scale (self, definition, root);
  check_levels (self, definition);
}
