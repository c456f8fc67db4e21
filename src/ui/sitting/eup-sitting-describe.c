/* A sitting in the interface's words. */

#include "ui/sitting/eup-sitting-describe.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"

static const char *const occasions[] = { "morning", "midday", "afternoon", "evening", "night", NULL };
static const char *const methods[] = { "talk", "pictures", "object", NULL };

static const struct
{
  const char *id;
  const char *words;
} words[] = {
  { "morning", NC_ ("time of day", "Morning") },     { "midday", NC_ ("time of day", "Midday") },
  { "afternoon", NC_ ("time of day", "Afternoon") }, { "evening", NC_ ("time of day", "Evening") },
  { "night", NC_ ("time of day", "Night") },
};

const char *const *
eup_sitting_occasions (void)
{
  return occasions;
}

const char *const *
eup_sitting_methods (void)
{
  return methods;
}

const char *
eup_sitting_occasion_words (const char *occasion)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].id, occasion) == 0)
      return g_dpgettext2 (NULL, "time of day", words[i].words);
  return "";
}

const char *
eup_sitting_method_words (const char *method)
{
  if (g_strcmp0 (method, "talk") == 0)
    return _ ("By talking");
  if (g_strcmp0 (method, "pictures") == 0)
    return _ ("With pictures");
  if (g_strcmp0 (method, "object") == 0)
    return _ ("By showing the technology");
  return "";
}

const char *
eup_sitting_end_words (const EupSitting *sitting)
{
  if (sitting->ended == NULL || *sitting->ended == '\0')
    return _ ("not ended");
  if (g_strcmp0 (sitting->end, "done") == 0)
    return _ ("went through everything");
  if (g_strcmp0 (sitting->end, "tired") == 0)
    return _ ("stopped early, tired");
  if (g_strcmp0 (sitting->end, "refused") == 0)
    return _ ("stopped early, would rather not");
  return _ ("stopped early");
}

/* (transfer full): "24 Nov" */
char *
eup_sitting_short_date (const char *iso)
{
  char *day = eup_rules_day (iso, eup_ui_language ());

  return day != NULL ? day : g_strdup ("");
}

/* (transfer full): "24 November 2026, afternoon" */
char *
eup_sitting_describe_time (const EupSitting *sitting)
{
  g_autofree char *date = eup_rules_date (sitting->began, eup_ui_language ());
  g_autofree char *occasion = g_utf8_strdown (eup_sitting_occasion_words (sitting->occasion), -1);

  if (*occasion == '\0')
    return g_steal_pointer (&date);
  /* Translators: date and time of day */
  return g_strdup_printf (C_ ("date and occasion", "%1$s, %2$s"), date, occasion);
}

static void
append (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* (transfer full): "At Anna's home · With pictures · 5 answers · stopped early, tired" */
char *
eup_sitting_describe (const EupAssessment *assessment, const EupSitting *sitting)
{
  guint n = eup_rules_sitting_n_answers (assessment, sitting->id);
  g_autofree char *answers = g_strdup_printf (ngettext ("%u answer", "%u answers", n), n);
  GString *line = g_string_new (NULL);

  append (line, sitting->place);
  append (line, eup_sitting_method_words (sitting->method));
  append (line, answers);
  append (line, eup_sitting_end_words (sitting));
  if (eup_rules_sitting_has_sign (assessment, "tired", sitting->id) && g_strcmp0 (sitting->end, "tired") != 0)
    append (line, _ ("seemed tired"));
  if (eup_rules_sitting_has_sign (assessment, "refuses", sitting->id) &&
      g_strcmp0 (sitting->end, "refused") != 0)
    append (line, _ ("would rather not talk for a while"));
  return g_string_free_and_steal (line);
}
