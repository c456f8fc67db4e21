/* Where voices differ, as sentences beside each other: who, and what they chose. */

#include "ui/meeting/eup-difference.h"

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
add_sentence (GString *words, const EupPerson *person, const char *stance, const char *language)
{
  if (person != NULL && stance != NULL && *stance != '\0')
    g_string_append_printf (words, "%s%s%s%s", person->name, colon (language), stance, full_stop (language));
}

/* What the person chose about one item of the question; (nullable) */
static const EupOption *
chosen (const EupQuestion *question,
        const EupItem *item,
        const EupStatement *statement,
        const EupPerson *person)
{
  const EupScale *scale = person ? question->scales[eup_person_voice (person)] : NULL;
  const char *id = g_hash_table_lookup (statement->stances, item->id);

  return scale != NULL && id != NULL ? eup_scale_find_option (scale, id) : NULL;
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
      const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
      const EupOption *option = chosen (difference->question, item, statement, person);

      if (option != NULL)
        add_sentence (line, person, eup_text_get (option->label, language), language);
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

      add_sentence (line, eup_assessment_find_person (assessment, statement->person), choice, language);
    }
  add_line (words, label, line);
}

/* What each chose where the question asks for one thing. */
static void
say_stances (GString *words, EupCase *kase, const EupDifference *difference, const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < difference->statements->len; i++)
    {
      const EupStatement *statement = difference->statements->pdata[i];
      g_autofree char *stance =
          eup_rules_stance_words (statement, assessment, eup_case_get_model (kase), language);

      add_sentence (line, eup_assessment_find_person (assessment, statement->person), stance, language);
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
  const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
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
      const EupOption *option = chosen (question, item, statement, person);
      g_autofree char *label = eup_rules_say (item->label, language, assessment, model);

      if (option != NULL && g_ptr_array_find (difference->things, item->label, NULL))
        add_part (words, label, eup_text_get (option->label, language), language);
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
  g_autoptr (GPtrArray) differences =
      eup_rules_differences (eup_case_get_assessment (kase), eup_case_get_model (kase));

  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = differences->pdata[i];

      if (difference->question == question && difference->kind == EUP_DIFFERENCE_SIDES)
        return eup_difference_describe (kase, difference, language);
    }
  return NULL;
}
