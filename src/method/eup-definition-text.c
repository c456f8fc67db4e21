/* Words in data files: there must be some in each language of the file, and they may only let the
 * program fill in what it knows. */

#include "method/eup-definition-private.h"

#include <string.h>

/* What messages call a language. */
const char *
eup_definition_language_name (const char *code)
{
  static const char *const names[][2] = { { "sv", "Swedish" }, { "en", "English" }, { "zh", "Chinese" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], code))
      return names[i][1];
  return code;
}

static gboolean
is_name_to_fill (const char *name, gsize length, EupFill fill)
{
  static const struct
  {
    const char *name;
    EupFill fill;
  } names[] = { { "person", EUP_FILL_ANY },
                { "technology", EUP_FILL_ANY },
                { "date", EUP_FILL_DATE },
                { "other", EUP_FILL_OTHER } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == length && strncmp (names[i].name, name, length) == 0)
      return names[i].fill == EUP_FILL_ANY || fill == EUP_FILL_ANY || fill == names[i].fill;
  return FALSE;
}

static void
check_names_to_fill (
    EupDefinition *self, const char *words, const char *place, const char *language, EupFill fill)
{
  static const char *const expected[] = { "{person} or {technology}", "{person}, {technology} or {date}",
                                          "{person}, {technology} or {other}",
                                          "{person}, {technology}, {date} or {other}" };

  for (const char *open = strchr (words, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      gsize length = strcspn (open + 1, "}");
      gboolean closed = open[1 + length] == '}';
      g_autofree char *found = NULL;

      if (closed && is_name_to_fill (open + 1, length, fill))
        continue;
      found = closed ? g_strndup (open, length + 2)
                     : g_utf8_substring (open, 0, MIN (g_utf8_strlen (open, -1), 30));
      EUP_DEFINITION_WRONG (self, place, "the %s (%s) words have “%s”, expected %s",
                            eup_definition_language_name (language), language, found, expected[fill]);
    }
}

static gboolean
are_good (const EupDefinition *self, const EupText *text)
{
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (!eup_text_has (text, self->languages[i]) ||
        strchr (eup_text_get (text, self->languages[i]), '{') != NULL)
      return FALSE;
  return TRUE;
}

/* Complains about each language of the file in which @text has no words or fills in what it can't. */
void
eup_definition_check_words (EupDefinition *self, const EupText *text, const char *place, EupFill fill)
{
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      const char *language = self->languages[i];

      if (!eup_text_has (text, language))
        EUP_DEFINITION_WRONG (self, place, "the %s (%s) words are missing",
                              eup_definition_language_name (language), language);
      else
        check_names_to_fill (self, eup_text_get (text, language), place, language, fill);
    }
}

/**
 * eup_definition_text:
 * @name: a member of @object, which stands at @path
 *
 * Returns: (transfer full) (nullable): its words; %NULL when the member is not there
 */
EupText *
eup_definition_text (EupDefinition *self, JsonObject *object, const char *name, const char *path)
{
  return eup_definition_text_filling (self, object, name, path, EUP_FILL_NOTHING_MORE);
}

/* Like eup_definition_text(), where more can be filled in. */
EupText *
eup_definition_text_filling (
    EupDefinition *self, JsonObject *object, const char *name, const char *path, EupFill fill)
{
  JsonNode *node = json_object_get_member (object, name);
  EupText *text;

  if (node == NULL)
    return NULL;
  text = eup_text_new_from_node (node);
  if (!are_good (self, text))
    {
      g_autofree char *place = eup_json_path_member (path, name);

      eup_definition_check_words (self, text, place, fill);
    }
  return text;
}

/* The list of words @name: (transfer full) (element-type EupText); empty when it is not there. */
GPtrArray *
eup_definition_texts (EupDefinition *self, JsonObject *object, const char *name, const char *path)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_text_free);
  JsonArray *array =
      json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      EupText *text = eup_text_new_from_node (json_array_get_element (array, i));

      if (!are_good (self, text))
        {
          g_autofree char *list = eup_json_path_member (path, name);
          g_autofree char *place = eup_json_path_element (list, i);

          eup_definition_check_words (self, text, place, EUP_FILL_NOTHING_MORE);
        }
      g_ptr_array_add (texts, text);
    }
  return texts;
}
