/* What stays on one line: a figure with the word that it counts, a Chinese date. */

#include "record/eup-binding.h"

#include <string.h>

static void
bind (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* A figure stays with the word that it counts: "45 minuter". */
static void
bind_figures (PangoAttrList *attributes, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 1; i + 1 < length; i++)
    if (text[i] == ' ' && g_ascii_isdigit (text[i - 1]) && g_unichar_isalpha (g_utf8_get_char (text + i + 1)))
      bind (attributes, i - 1, (gsize) (g_utf8_next_char (text + i + 1) - text));
}

static gboolean
is_date_part (gunichar c)
{
  return g_unichar_isdigit (c) || c == 0x5e74 || c == 0x6708 || c == 0x65e5;
}

/* A Chinese date stays in one line: 2027年1月7日. */
static void
bind_dates (PangoAttrList *attributes, const char *text)
{
  const char *start = NULL;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gboolean part = is_date_part (g_utf8_get_char (c));

      if (part && start == NULL && g_unichar_isdigit (g_utf8_get_char (c)))
        start = c;
      if (start != NULL && (!part || *g_utf8_next_char (c) == '\0'))
        {
          const char *end = part ? g_utf8_next_char (c) : c;

          bind (attributes, (gsize) (start - text), (gsize) (end - text));
          start = NULL;
        }
    }
}

/**
 * eup_binding_add:
 * @attributes: of the paragraph that @text is
 *
 * Forbids line breaks where one would tear apart what is read as one.
 */
void
eup_binding_add (PangoAttrList *attributes, const char *text)
{
  bind_figures (attributes, text);
  bind_dates (attributes, text);
}
