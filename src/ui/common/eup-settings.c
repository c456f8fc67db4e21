/* What the program remembers besides the cases: sizes, what a new case starts with, and where the
 * certificate lies. Works without an installed schema too, and with one of an older version that lacks
 * some of the keys; then that much is not remembered. */

#include "ui/common/eup-settings.h"

#include "eup-config.h"

/* GSettings ends the program when it is asked for a key that the schema has not. */
static GSettingsSchema *
schema (void)
{
  static GSettingsSchema *found = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (found == NULL && source != NULL)
    found = g_settings_schema_source_lookup (source, EUP_SCHEMA_ID, TRUE);
  return found;
}

/**
 * eup_settings_get_default:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL where their schema is not installed
 */
GSettings *
eup_settings_get_default (void)
{
  static GSettings *settings = NULL;

  if (settings == NULL && schema () != NULL)
    settings = g_settings_new_full (schema (), NULL, NULL);
  return settings;
}

/* Whether @key is there, and holds what this version keeps in it. */
static gboolean
has (const char *key, const GVariantType *type)
{
  g_autoptr (GSettingsSchemaKey) found = NULL;

  if (eup_settings_get_default () == NULL || !g_settings_schema_has_key (schema (), key))
    return FALSE;
  found = g_settings_schema_get_key (schema (), key);
  return g_variant_type_equal (g_settings_schema_key_get_value_type (found), type);
}

/**
 * eup_settings_get:
 * @key: a key that holds a text
 *
 * Returns: (transfer full): its value, "" when nothing is remembered
 */
char *
eup_settings_get (const char *key)
{
  return has (key, G_VARIANT_TYPE_STRING) ? g_settings_get_string (eup_settings_get_default (), key)
                                          : g_strdup ("");
}

/**
 * eup_settings_set:
 * @key: a key that holds a text
 * @value: what to remember
 */
void
eup_settings_set (const char *key, const char *value)
{
  if (has (key, G_VARIANT_TYPE_STRING))
    g_settings_set_string (eup_settings_get_default (), key, value);
}

/**
 * eup_settings_is_on:
 * @key: a key that is on or off
 *
 * Returns: whether it is on; %FALSE when nothing is remembered
 */
gboolean
eup_settings_is_on (const char *key)
{
  return has (key, G_VARIANT_TYPE_BOOLEAN) && g_settings_get_boolean (eup_settings_get_default (), key);
}

/**
 * eup_settings_bind:
 * @key: a key
 * @object: (type GObject): what shows it and changes it
 * @property: a property of the key's type
 *
 * Keeps both alike as long as @object lives; where the key is not there @object is left as it is.
 */
void
eup_settings_bind (const char *key, gpointer object, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  const GVariantType *type = G_VARIANT_TYPE_STRING;

  g_return_if_fail (pspec != NULL);
  if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    type = G_VARIANT_TYPE_BOOLEAN;
  else if (G_IS_PARAM_SPEC_INT (pspec))
    type = G_VARIANT_TYPE_INT32;
  if (has (key, type))
    g_settings_bind (eup_settings_get_default (), key, object, property, G_SETTINGS_BIND_DEFAULT);
}
