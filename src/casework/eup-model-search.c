/* Which definitions a case names, and which of them have been found. */

#include "casework/eup-model-search.h"

#include "util/eup-digest.h"

static void
wanted_free (gpointer data)
{
  EupWanted *wanted = data;

  g_free (wanted->id);
  g_free (wanted->version);
  g_free (wanted->digest);
  g_clear_pointer (&wanted->bytes, g_bytes_unref);
  g_free (wanted);
}

void
eup_model_search_free (gpointer data)
{
  EupModelSearch *search = data;

  g_ptr_array_unref (search->wanted);
  g_free (search);
}

static char *
text_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
want (EupModelSearch *search, const char *kind, const EupPin *pin)
{
  EupWanted *wanted = g_new0 (EupWanted, 1);

  wanted->kind = kind;
  wanted->id = text_or_null (pin->id);
  wanted->version = text_or_null (pin->version);
  wanted->digest = text_or_null (pin->digest);
  g_ptr_array_add (search->wanted, wanted);
}

EupModelSearch *
eup_model_search_new (const EupAssessment *assessment, gboolean from_before)
{
  EupModelSearch *search = g_new0 (EupModelSearch, 1);

  search->wanted = g_ptr_array_new_with_free_func (wanted_free);
  search->from_before = from_before;
  want (search, EUP_STORE_DEFINITION_METHOD, assessment->method);
  want (search, EUP_STORE_DEFINITION_CATALOGUE, assessment->catalogue);
  want (search, EUP_STORE_DEFINITION_RULES, assessment->rules);
  for (guint i = 0; i < assessment->additions->len; i++)
    want (search, EUP_STORE_DEFINITION_ADDITION, assessment->additions->pdata[i]);
  return search;
}

/* What is built in now, whichever version: for a part that a case does not name. */
static GBytes *
current_source (const EupModel *current, guint i)
{
  return i < EUP_MODEL_SET_FIXED ? current->sources->pdata[i] : NULL;
}

/* @current: the model of a new case */
void
eup_model_search_take_shipped (EupModelSearch *search, const EupModelSet *models, const EupModel *current)
{
  for (guint i = 0; i < search->wanted->len; i++)
    {
      EupWanted *wanted = search->wanted->pdata[i];
      GBytes *bytes = wanted->id == NULL ? current_source (current, i)
                                         : eup_model_set_find_shipped (models, wanted->kind, wanted->id,
                                                                       wanted->version, &wanted->digest);

      wanted->bytes = bytes ? g_bytes_ref (bytes) : NULL;
    }
}

/* A case of before names bytes that nobody kept; it goes on with what is built in under the same name. */
void
eup_model_search_take_same_name (EupModelSearch *search, const EupModel *current)
{
  static const char *const kinds[] = { EUP_STORE_DEFINITION_METHOD, EUP_STORE_DEFINITION_CATALOGUE };
  const char *ids[] = { eup_method_get_id (current->method), eup_catalogue_get_id (current->catalogue) };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      EupWanted *wanted = search->wanted->pdata[i];

      if (wanted->bytes == NULL && g_strcmp0 (wanted->id, ids[i]) == 0)
        wanted->bytes = g_bytes_ref (current->sources->pdata[i]);
    }
}

/* A case file may name the version only; then the newest of that version counts. */
void
eup_model_search_fill_in_digests (EupModelSearch *search, GPtrArray *definitions)
{
  for (guint i = 0; i < search->wanted->len; i++)
    {
      EupWanted *wanted = search->wanted->pdata[i];

      if (wanted->bytes != NULL || wanted->digest != NULL)
        continue;
      for (guint j = 0; j < definitions->len; j++)
        {
          const EupStoreDefinition *definition = definitions->pdata[j];

          if (g_str_equal (definition->kind, wanted->kind) && g_strcmp0 (definition->id, wanted->id) == 0 &&
              g_strcmp0 (definition->version, wanted->version) == 0)
            g_set_str (&wanted->digest, definition->digest);
        }
    }
}

/* (transfer full): of what the store may have */
char **
eup_model_search_missing_digests (const EupModelSearch *search)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < search->wanted->len; i++)
    {
      const EupWanted *wanted = search->wanted->pdata[i];

      if (wanted->bytes == NULL && wanted->digest != NULL)
        g_strv_builder_add (builder, wanted->digest);
    }
  return g_strv_builder_end (builder);
}

/* @definitions: (element-type EupStoreDefinition): with bytes */
void
eup_model_search_take (EupModelSearch *search, GPtrArray *definitions)
{
  for (guint i = 0; i < search->wanted->len; i++)
    for (guint j = 0; j < definitions->len; j++)
      {
        EupWanted *wanted = search->wanted->pdata[i];
        const EupStoreDefinition *definition = definitions->pdata[j];

        if (wanted->bytes == NULL && g_strcmp0 (wanted->digest, definition->digest) == 0 &&
            g_str_equal (wanted->kind, definition->kind))
          wanted->bytes = g_bytes_ref (definition->bytes);
      }
}

const EupWanted *
eup_model_search_first_missing (const EupModelSearch *search)
{
  for (guint i = 0; i < search->wanted->len; i++)
    {
      const EupWanted *wanted = search->wanted->pdata[i];

      if (wanted->bytes == NULL)
        return wanted;
    }
  return NULL;
}

/* How a sentence calls a definition of that kind. */
const char *
eup_wanted_kind_words (const char *kind)
{
  return g_str_equal (kind, EUP_STORE_DEFINITION_RULES) ? "rule pack" : kind;
}

/* (transfer full): as eup_model_key() of the model that is made of what was found */
char *
eup_model_search_key (const EupModelSearch *search)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < search->wanted->len; i++)
    {
      const EupWanted *wanted = search->wanted->pdata[i];
      g_autofree char *digest = wanted->id != NULL && !search->from_before ? g_strdup (wanted->digest)
                                                                           : eup_digest_bytes (wanted->bytes);

      g_string_append_printf (key, "%s%s", i ? " " : "", digest);
    }
  return g_string_free_and_steal (key);
}

/* All that is wanted has been found. May run on any thread. (transfer full) (nullable): the model */
EupModel *
eup_model_search_make (const EupModelSearch *search, GError **error)
{
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  GBytes *bytes[EUP_MODEL_SET_FIXED];

  for (guint i = 0; i < search->wanted->len; i++)
    {
      const EupWanted *wanted = search->wanted->pdata[i];

      if (i < G_N_ELEMENTS (bytes))
        bytes[i] = wanted->bytes;
      else
        g_ptr_array_add (additions, wanted->bytes);
      g_strv_builder_add (builder, wanted->id ? wanted->id : wanted->kind);
    }
  names = g_strv_builder_end (builder);
  return eup_model_new (bytes[0], bytes[1], bytes[2], additions, (const char *const *) names, NULL, error);
}
