/* Where voices differ, as sentences beside each other: who, and what they chose. */

#include "ui/meeting/eup-difference.h"

#include "ui/meeting/eup-wall-said.h"

#define MOST_SENTENCES 9

static const char *
colon (const char *language)
{
  return g_strcmp0 (language, "zh") == 0 ? "：" : ": ";
}

static const char *
full_stop (const char *language)
{
  return g_strcmp0 (language, "zh") == 0 ? "。" : ". ";
}

static void
add_sentence (GString *words,
              const EupAssessment *assessment,
              const EupStatement *statement,
              const char *stance,
              const char *language)
{
  const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
  g_autofree char *name = person ? eup_wall_name (assessment, person) : NULL;

  if (name != NULL && stance != NULL && *stance != '\0')
    g_string_append_printf (words, "%s%s%s%s", name, colon (language), stance, full_stop (language));
}

static void
add_line (GString *words, const char *label, GString *line)
{
  if (line->len == 0)
    return;
  g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? "\n" : "", label, *label != '\0' ? " – " : "",
                          g_strchomp (line->str));
}

/* "Secure – Anna: Mostly. Eva: A little." */
static void
say_item (
    GString *words, EupCase *kase, const EupDifference *difference, const EupItem *item, const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autofree char *label = eup_rules_say (item->label, language, assessment, eup_case_get_model (kase));
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < difference->statements->len; i++)
    {
      const EupStatement *statement = difference->statements->pdata[i];
      g_autofree char *stance =
          eup_rules_item_words (statement, item->id, assessment, eup_case_get_model (kase), language);

      add_sentence (line, assessment, statement, stance, language);
    }
  add_line (words, label, line);
}

/* "Do relatives agree – Per: No. Eva: Yes." */
static void
say_field (GString *words,
           EupCase *kase,
           const EupDifference *difference,
           const EupQuestionField *field,
           const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autofree char *label = eup_rules_say (field->label, language, assessment, eup_case_get_model (kase));
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < difference->statements->len; i++)
    {
      const EupStatement *statement = difference->statements->pdata[i];
      g_autofree char *choice = eup_rules_field_words (statement, field, language);

      add_sentence (line, assessment, statement, choice, language);
    }
  add_line (words, label, line);
}

/* Of many people those who chose the same stand together: nobody reads forty sentences. */
static void
say_crowd (GString *line, EupCase *kase, GPtrArray *statements, const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autoptr (GPtrArray) stances = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < statements->len; i++)
    {
      char *stance =
          eup_rules_stance_words (statements->pdata[i], assessment, eup_case_get_model (kase), language);

      g_ptr_array_add (stances, stance);
    }
  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *people = NULL;

      for (guint j = 0; j < statements->len; j++)
        if (g_strcmp0 (stances->pdata[i], stances->pdata[j]) == 0)
          {
            const EupStatement *statement = statements->pdata[j];

            if (j < i) /* said already */
              break;
            g_ptr_array_add (names, eup_wall_name (assessment, eup_assessment_find_person (
                                                                   assessment, statement->person)));
          }
      if (names->len == 0 || *(char *) stances->pdata[i] == '\0')
        continue;
      people = eup_wall_say_people (names, language);
      g_string_append_printf (line, "%s%s%s%s", people, colon (language), (char *) stances->pdata[i],
                              full_stop (language));
    }
}

/* What each chose where the question asks for one thing. */
static void
say_stances (GString *words, EupCase *kase, const EupDifference *difference, const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean crowd = difference->statements->len > MOST_SENTENCES;

  if (crowd)
    say_crowd (line, kase, difference->statements, language);
  for (guint i = 0; !crowd && i < difference->statements->len; i++)
    {
      const EupStatement *statement = difference->statements->pdata[i];
      g_autofree char *stance =
          eup_rules_stance_words (statement, assessment, eup_case_get_model (kase), language);

      add_sentence (line, assessment, statement, stance, language);
    }
  add_line (words, "", line);
}

/**
 * eup_difference_describe:
 * @difference: where people lie on different sides
 * @language: of the sentences
 *
 * Returns: (transfer full): a line for each thing on which they differ: "Anna: Good. Eva: No difference."
 */
char *
eup_difference_describe (EupCase *kase, const EupDifference *difference, const char *language)
{
  const EupQuestion *question = difference->question;
  GString *words = g_string_new (NULL);

  if (question->items->len == 0)
    say_stances (words, kase, difference, language);
  for (guint i = 0; i < question->items->len; i++)
    {
      const EupItem *item = question->items->pdata[i];

      if (g_ptr_array_find (difference->things, item->label, NULL))
        say_item (words, kase, difference, item, language);
    }
  for (guint i = 0; i < question->fields->len; i++)
    {
      const EupQuestionField *field = question->fields->pdata[i];

      if (g_ptr_array_find (difference->things, field->label, NULL))
        say_field (words, kase, difference, field, language);
    }
  return g_string_free_and_steal (words);
}

/* "Secure: mostly"; a label that asks needs no colon. */
static void
add_part (GString *words, const char *label, const char *choice, const char *language)
{
  const char *between = g_str_has_suffix (label, "?")    ? " "
                        : g_str_has_suffix (label, "？") ? ""
                                                         : colon (language);

  if (choice == NULL || *choice == '\0')
    return;
  g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? "\n" : "", label, between, choice);
}

/**
 * eup_difference_say_one:
 * @statement: one of those that @difference sets side by side
 *
 * Returns: (transfer full): what the person chose of that on which people differ, a line each: "Good",
 *   "Secure: mostly"; "" for words alone
 */
char *
eup_difference_say_one (EupCase *kase,
                        const EupDifference *difference,
                        const EupStatement *statement,
                        const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  EupModel *model = eup_case_get_model (kase);
  const EupQuestion *question = difference->question;
  g_autofree char *stance = eup_rules_stance_words (statement, assessment, model, language);
  GString *words = g_string_new (NULL);

  if (difference->things->len == 0 || !eup_statement_is_answer (statement))
    {
      g_string_append (words, stance);
      return g_string_free_and_steal (words);
    }
  if (question->items->len == 0)
    g_string_append (words, stance);
  for (guint i = 0; i < question->items->len; i++)
    {
      const EupItem *item = question->items->pdata[i];
      g_autofree char *label = eup_rules_say (item->label, language, assessment, model);
      g_autofree char *choice = eup_rules_item_words (statement, item->id, assessment, model, language);

      if (g_ptr_array_find (difference->things, item->label, NULL))
        add_part (words, label, choice, language);
    }
  for (guint i = 0; i < question->fields->len; i++)
    {
      const EupQuestionField *field = question->fields->pdata[i];
      g_autofree char *label = eup_rules_say (field->label, language, assessment, model);
      g_autofree char *choice = eup_rules_field_words (statement, field, language);

      if (g_ptr_array_find (difference->things, field->label, NULL))
        add_part (words, label, choice, language);
    }
  return g_string_free_and_steal (words);
}

/**
 * eup_difference_say:
 * @question: a question whose answers are shown
 * @language: of the sentences
 *
 * Returns: (transfer full) (nullable): "Anna: Good. Eva: No difference."; %NULL where nobody differs
 */
char *
eup_difference_say (EupCase *kase, const EupQuestion *question, const char *language)
{
  g_autoptr (EupDifference) difference =
      eup_rules_difference (eup_case_get_assessment (kase), eup_case_get_model (kase), question);

  if (difference == NULL || difference->kind != EUP_DIFFERENCE_SIDES)
    return NULL;
  return eup_difference_describe (kase, difference, language);
}
