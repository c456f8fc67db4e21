/* What an amendment can be about: the parts of the record by the names that they have in it, and, among the
 * voices, what each person said. */

#include "ui/record/eup-amend-parts.h"

#include <glib/gi18n.h>
#include "assessment/eup-amendment.h"
#include "record/eup-words.h"
#include "ui/common/eup-language.h"

static void
part_free (gpointer data)
{
  EupAmendPart *part = data;

  g_free (part->question);
  g_free (part->person);
  g_free (part->words);
  g_free (part->label);
  g_free (part);
}

static EupAmendPart *
add (GPtrArray *parts, const char *part, const char *label)
{
  EupAmendPart *one = g_new0 (EupAmendPart, 1);
  g_auto (GStrv) pieces = g_strsplit (label, "\302\255", -1); /* soft hyphens are for paper */

  one->part = part;
  one->label = g_strjoinv (NULL, pieces);
  g_ptr_array_add (parts, one);
  return one;
}

static void
add_statement (GPtrArray *parts, EupCase *kase, const EupQuestion *question, const EupStatement *statement)
{
  const EupPerson *person = eup_assessment_find_person (eup_case_get_assessment (kase), statement->person);
  g_autofree char *label = NULL;
  EupAmendPart *part;

  if (person == NULL || statement->words == NULL || *statement->words == '\0')
    return;
  /* Translators: the number of a question, its title, and who answered it */
  label = g_strdup_printf (_ ("%1$d %2$s: %3$s"), question->number,
                           eup_text_get (question->title, eup_ui_language ()), person->name);
  part = add (parts, "voices", label);
  part->question = g_strdup (question->id);
  part->person = g_strdup (person->name);
  part->words = g_strdup (statement->words);
}

static void
add_statements (GPtrArray *parts, EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  GPtrArray *questions = eup_method_get_questions (eup_case_get_model (kase)->method);

  for (guint i = 0; i < questions->len; i++)
    for (guint j = 0; j < assessment->statements->len; j++)
      {
        const EupQuestion *question = questions->pdata[i];
        const EupStatement *statement = assessment->statements->pdata[j];

        if (g_strcmp0 (statement->question, question->id) == 0)
          add_statement (parts, kase, question, statement);
      }
}

static char *
words_of (const char *part, const EupDecision *decision)
{
  const char *reasons[] = { decision->because, decision->although, decision->therefore };
  GString *text = g_string_new (NULL);

  if (g_str_equal (part, "decision"))
    g_string_append (text, decision->content ? decision->content : "");
  for (guint i = 0; g_str_equal (part, "position") && i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] != NULL && *reasons[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len ? " " : "", reasons[i]);
  return g_string_free_and_steal (text);
}

/**
 * eup_amend_parts_new:
 * @kase: a sealed case
 *
 * Returns: (transfer full) (element-type EupAmendPart): in the order of the record
 */
GPtrArray *
eup_amend_parts_new (EupCase *kase)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  const char *const *ids = eup_amendment_parts ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *key = g_str_equal (ids[i], "decision") ? "formal" : ids[i];
      EupAmendPart *part = add (parts, ids[i], eup_words (key, eup_words_language (eup_ui_language ())));

      part->words = words_of (ids[i], eup_case_get_assessment (kase)->decision);
      if (g_str_equal (ids[i], "voices"))
        add_statements (parts, kase);
    }
  return parts;
}
