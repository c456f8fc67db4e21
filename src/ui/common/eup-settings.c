/* What the program remembers besides the cases: sizes, what a new case starts with, and where the
 * certificate lies. Works without an installed schema too; then nothing is remembered. */

#include "ui/common/eup-settings.h"

#include "eup-config.h"

/**
 * eup_settings_get_default:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL where their schema is not installed
 */
GSettings *
eup_settings_get_default (void)
{
  static GSettings *settings = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings != NULL || source == NULL)
    return settings;
  schema = g_settings_schema_source_lookup (source, EUP_SCHEMA_ID, TRUE);
  if (schema != NULL)
    settings = g_settings_new_full (schema, NULL, NULL);
  return settings;
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
  GSettings *settings = eup_settings_get_default ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * eup_settings_set:
 * @key: a key that holds a text
 * @value: what to remember
 */
void
eup_settings_set (const char *key, const char *value)
{
  GSettings *settings = eup_settings_get_default ();

  if (settings != NULL)
    g_settings_set_string (settings, key, value);
}
