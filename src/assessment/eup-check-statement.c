/* Each statement against its question: who is asked, on which scale, with which fields. */

#include "assessment/eup-check-private.h"

static gboolean
has_item (GPtrArray *items, const char *id)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (g_strcmp0 (((EupItem *) items->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
check_stances (EupCheck *check,
               const EupStatement *statement,
               const EupQuestion *question,
               const EupPerson *person,
               const char *path)
{
  const EupScale *scale = eup_question_scale_of (question, person);
  GHashTableIter iter;
  gpointer item, option;

  g_hash_table_iter_init (&iter, statement->stances);
  while (g_hash_table_iter_next (&iter, &item, &option))
    {
      g_autofree char *place = g_strdup_printf ("%s.stances.%s", path, (char *) item);
      gboolean known =
          question->items->len == 0 ? g_str_equal (item, EUP_ITEM_ANSWER) : has_item (question->items, item);

      if (!known)
        EUP_WRONG (check, place, "question “%s” is not answered for “%s”", question->id, (char *) item);
      else if (scale == NULL)
        EUP_WRONG (check, place, "question “%s” has no scale for this voice, expected words only",
                   question->id);
      else if (eup_scale_find_option (scale, option) == NULL)
        EUP_WRONG (check, place, "the scale “%s” has no option “%s”", scale->id, (char *) option);
    }
}

/* How many of @statement's people chose something of @item. */
static guint
sum_of_item (const EupStatement *statement, const EupScale *scale, const char *item)
{
  guint sum = 0;

  for (guint i = 0; i < scale->options->len; i++)
    sum += eup_statement_get_count (statement, item, ((EupOption *) scale->options->pdata[i])->id);
  return sum;
}

static void
check_count (EupCheck *check,
             const EupStatement *statement,
             const EupQuestion *question,
             const EupPerson *person,
             const char *key,
             const char *path)
{
  const EupScale *scale = eup_question_scale_of (question, person);
  g_auto (GStrv) parts = g_strsplit (key, "/", 2);
  const char *item = parts[0] ? parts[0] : "", *option = item[0] && parts[1] ? parts[1] : "";
  gboolean known =
      question->items->len == 0 ? g_str_equal (item, EUP_ITEM_ANSWER) : has_item (question->items, item);

  if (eup_person_get_size (person) == 0)
    EUP_WRONG (check, path, "“%s” is one person, expected no counts", person->id);
  else if (!known)
    EUP_WRONG (check, path, "question “%s” is not answered for “%s”", question->id, item);
  else if (scale == NULL)
    EUP_WRONG (check, path, "question “%s” has no scale for this voice, expected words only", question->id);
  else if (eup_scale_find_option (scale, option) == NULL)
    EUP_WRONG (check, path, "the scale “%s” has no option “%s”", scale->id, option);
  else if (sum_of_item (statement, scale, item) > eup_person_get_size (person))
    EUP_WRONG (check, path, "found %u answers, expected %s or fewer", sum_of_item (statement, scale, item),
               person->size);
}

static void
check_counts (EupCheck *check,
              const EupStatement *statement,
              const EupQuestion *question,
              const EupPerson *person,
              const char *path)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, statement->counts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *place = g_strdup_printf ("%s.counts.%s", path, (char *) key);

      check_count (check, statement, question, person, key, place);
    }
}

static void
check_ticks (EupCheck *check, const EupStatement *statement, const EupQuestion *question, const char *path)
{
  for (guint i = 0; statement->ticks != NULL && statement->ticks[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.ticks[%u]", path, i);

      if (!has_item (question->ticks, statement->ticks[i]))
        EUP_WRONG (check, place, "question “%s” has nothing to tick called “%s”", question->id,
                   statement->ticks[i]);
    }
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text) && strlen (text) <= 9;
}

static void
check_choices (EupCheck *check, const EupQuestionField *field, const char *value, const char *path)
{
  g_auto (GStrv) ids = g_strsplit (value, field->kind == EUP_FIELD_KIND_CHOICES ? " " : "\n", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!has_item (field->options, ids[i]))
        EUP_WRONG (check, path, "the field “%s” has no option “%s”", field->id, ids[i]);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (ids[i], ids[j]))
          EUP_WRONG (check, path, "the option “%s” is chosen twice, expected once", ids[i]);
    }
}

/* An empty value is a field that was emptied again. */
static void
check_value (EupCheck *check, const EupQuestionField *field, const char *value, const char *path)
{
  GDate day;

  if (!eup_has_text (value))
    return;
  switch (field->kind)
    {
    case EUP_FIELD_KIND_CHOICE:
    case EUP_FIELD_KIND_CHOICES:
      check_choices (check, field, value, path);
      break;
    case EUP_FIELD_KIND_NUMBER:
      if (!is_number (value))
        EUP_WRONG (check, path, "found “%s”, expected a whole number, 0 or more", value);
      break;
    case EUP_FIELD_KIND_DATE:
      if (strlen (value) != 10 || !eup_day_read (value, &day))
        EUP_WRONG (check, path, "found “%s”, expected a date such as 2026-11-26", value);
      break;
    case EUP_FIELD_KIND_LINE:
      if (strchr (value, '\n') != NULL)
        EUP_WRONG (check, path, "found several lines, expected one");
      break;
    case EUP_FIELD_KIND_WORDS:
    default:
      break;
    }
}

static void
check_fields (EupCheck *check,
              const EupStatement *statement,
              const EupQuestion *question,
              const EupPerson *person,
              const char *path)
{
  EupVoice voice = eup_person_voice (person);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, statement->fields);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      g_autofree char *place = g_strdup_printf ("%s.fields.%s", path, (char *) id);
      const EupQuestionField *field = eup_question_find_field (question, id);

      if (field == NULL)
        EUP_WRONG (check, place, "question “%s” has no field “%s”", question->id, (char *) id);
      else if (voice >= EUP_N_VOICES || (field->voices & (1u << voice)) == 0)
        EUP_WRONG (check, place, "the field “%s” does not ask the voice “%s”", field->id, person->voice);
      else
        check_value (check, field, value, place);
    }
}

/* The schema knows the form; that there is such a day is seen here. */
static void
check_said (EupCheck *check, const EupStatement *statement, const char *path)
{
  g_autofree char *place = eup_json_path_member (path, "said");
  gint64 moment;
  GDate day;

  if (eup_has_text (statement->said) && !eup_time_read (statement->said, &moment) &&
      !eup_day_read (statement->said, &day))
    EUP_WRONG (check, place, "found “%s”, expected a day or a time such as 2026-11-26", statement->said);
}

static void
check_statement (EupCheck *check, const EupStatement *statement, guint i)
{
  g_autofree char *path = eup_json_path_element ("$.statements", i);
  g_autofree char *person_path = eup_json_path_member (path, "person");
  g_autofree char *non_answer_path = eup_json_path_member (path, "nonAnswer");
  const EupQuestion *question = eup_method_find_question (check->model->method, statement->question);
  const EupPerson *person = eup_assessment_find_person (check->assessment, statement->person);
  gboolean known = eup_check_question (check, "statements", i, "question", statement->question);

  if (!eup_check_person (check, "statements", i, "person", statement->person))
    known = FALSE;
  if (statement->non_answer != NULL &&
      eup_method_find_non_answer (check->model->method, statement->non_answer) == NULL)
    EUP_WRONG (check, non_answer_path, "the method has no such non-answer as “%s”", statement->non_answer);
  if (!known)
    return;
  if (!eup_question_asks (question, eup_person_voice (person)))
    {
      EUP_WRONG (check, person_path, "question “%s” does not ask the voice “%s”", question->id,
                 person->voice);
      return; /* then its scales and fields mean nothing */
    }
  check_said (check, statement, path);
  check_stances (check, statement, question, person, path);
  check_counts (check, statement, question, person, path);
  check_ticks (check, statement, question, path);
  check_fields (check, statement, question, person, path);
  if (eup_assessment_find_statement (check->assessment, statement->question, statement->person) != statement)
    EUP_WRONG (check, path, "“%s” has answered question “%s” already, expected one statement", person->id,
               question->id);
}

void
eup_check_statements (EupCheck *check)
{
  for (guint i = 0; i < check->assessment->statements->len; i++)
    check_statement (check, check->assessment->statements->pdata[i], i);
}
