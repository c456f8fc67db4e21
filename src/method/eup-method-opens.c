/* Questions that open on a condition: each must be able to open, and none may wait for itself. */

#include "method/eup-expression-private.h"
#include "method/eup-method-private.h"

/* The questions that are being followed, from the first to the one that is looked at. */
typedef struct
{
  const EupMethod *method;
  EupDefinition *definition;
  GPtrArray *trail;  /* EupQuestion */
  GHashTable *clear; /* EupQuestion: no circle begins there */
} Walk;

static char *
path_of (const EupQuestion *question)
{
  return g_strdup_printf ("$.stages[%u].questions[%u].opens", question->stage, question->index_in_stage);
}

static void
tell_circle (const Walk *walk, guint first)
{
  const EupQuestion *start = walk->trail->pdata[first];
  g_autofree char *place = path_of (start);
  g_autoptr (GString) circle = g_string_new (NULL);

  for (guint i = first; i < walk->trail->len; i++)
    g_string_append_printf (circle, "“%s” waits for ", ((const EupQuestion *) walk->trail->pdata[i])->id);
  EUP_DEFINITION_WRONG (walk->definition, place, "it waits for itself: %s“%s”", circle->str, start->id);
}

static void follow (Walk *walk, const EupQuestion *question);

static void
follow_fact_cb (EupFact fact, const char *name, const char *detail, guint place, gpointer data)
{
  Walk *walk = data;
  EupArguments arguments = eup_fact_get_info (fact)->arguments;
  const EupQuestion *question;

  if (arguments == EUP_ARGUMENTS_NONE || arguments == EUP_ARGUMENTS_CONSENT)
    return;
  question = eup_method_find_question (walk->method, name);
  if (question->opens != NULL)
    follow (walk, question);
}

static void
follow (Walk *walk, const EupQuestion *question)
{
  guint first;

  if (g_hash_table_contains (walk->clear, question))
    return;
  if (g_ptr_array_find (walk->trail, question, &first))
    {
      tell_circle (walk, first);
      return;
    }
  g_ptr_array_add (walk->trail, (gpointer) question);
  eup_expression_foreach_fact (question->opens, follow_fact_cb, walk);
  g_ptr_array_set_size (walk->trail, (gint) walk->trail->len - 1);
  g_hash_table_add (walk->clear, (gpointer) question);
}

/* What hangs on which questions are open can't open one. */
static void
check_fact_cb (EupFact fact, const char *name, const char *detail, guint place, gpointer data)
{
  const Walk *walk = data;
  g_autofree char *path = NULL;

  if (fact != EUP_FACT_UNWEIGHED)
    return;
  path = path_of (walk->trail->pdata[0]);
  EUP_DEFINITION_WRONG (walk->definition, path,
                        "character %u: “%s” hangs on which questions are open, so none can open by it", place,
                        eup_fact_get_info (fact)->name);
}

static void
check_can_open (Walk *walk, const EupQuestion *question)
{
  g_autofree char *path = path_of (question);

  g_ptr_array_set_size (walk->trail, 0);
  g_ptr_array_add (walk->trail, (gpointer) question);
  eup_expression_foreach_fact (question->opens, check_fact_cb, walk);
  g_ptr_array_set_size (walk->trail, 0);
  if (!eup_expression_can_be (question->opens, TRUE))
    EUP_DEFINITION_WRONG (walk->definition, path, "this can never be so: the question would never open");
}

/* All questions and their conditions have been read. */
void
eup_method_check_opens (const EupMethod *self, EupDefinition *definition)
{
  g_autoptr (GPtrArray) trail = g_ptr_array_new ();
  g_autoptr (GHashTable) clear = g_hash_table_new (NULL, NULL);
  Walk walk = { self, definition, trail, clear };

  for (guint i = 0; i < self->questions->len; i++)
    {
      const EupQuestion *question = self->questions->pdata[i];

      if (question->opens == NULL)
        continue;
      check_can_open (&walk, question);
      follow (&walk, question);
    }
}
