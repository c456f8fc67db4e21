/* Loads and checks what ships, again and again; or only parses the same bytes with json-glib.
 *
 * load-model ours|json N: method, catalogue, both rule packs and the addition from their bytes, N times.
 * "ours" makes of them all that the program makes of them: a model with the addition under each pack. */

#include <stdlib.h>

#include <json-glib/json-glib.h>

#include "method/eup-model.h"

static GBytes *
shipped (const char *name)
{
  g_autofree char *path = g_build_filename ("/io/github/euphoria_care/Euphoria", name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

static void
load_ours (GPtrArray *files)
{
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupModel) se = NULL;
  g_autoptr (EupModel) cn = NULL;

  g_ptr_array_add (additions, files->pdata[4]);
  se = eup_model_new (files->pdata[0], files->pdata[1], files->pdata[2], additions, NULL, NULL, &error);
  cn = se ? eup_model_with_rules (se, "CN", &error) : NULL;
  if (cn == NULL)
    g_error ("%s", error->message);
}

static void
parse_json (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (GError) error = NULL;
      gsize length;
      const char *text = g_bytes_get_data (files->pdata[i], &length);

      if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
        g_error ("%s", error->message);
    }
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "methods/tre-roster.json", "catalogue/technologies.json",
                                       "rules/se.json", "rules/cn.json", "additions/bjorkdalen.json" };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gboolean ours = argc == 3 && g_str_equal (argv[1], "ours");

  if (argc != 3 || (!ours && !g_str_equal (argv[1], "json")))
    {
      g_printerr ("usage: load-model ours|json N\n");
      return 2;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (files, shipped (names[i]));
  for (int n = atoi (argv[2]); n > 0; n--)
    if (ours)
      load_ours (files);
    else
      parse_json (files);
  return 0;
}
