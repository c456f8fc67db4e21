/* Whether a condition can ever be true, or ever be false, whatever the case: so that a gate that
 * nobody could close is refused when its method is read. The facts are taken to be free of one another;
 * so a “never” is certain, a “perhaps” is not. */

#include "method/eup-expression-cases-private.h"

/* Beyond these the answer is “perhaps”. */
#define MAX_STEPS 20000

typedef enum
{
  ANSWER_NO,
  ANSWER_YES,
  ANSWER_OPEN,
} Answer;

typedef struct
{
  EupCases cases;
  const EupWanted *wanted;
  guint n_wanted;
  EupCaseFact *next; /* what the answer hangs on */
  guint steps;
} Search;

static Answer judge (Search *search, const EupNode *node);

/* Returns: (nullable): what the node says so far; of truths only when the answer is clear */
static const EupValue *
value_of (Search *search, const EupNode *node, EupValue *own)
{
  EupCaseFact *fact;
  Answer answer;

  if (node->kind == EUP_NODE_NUMBER || node->kind == EUP_NODE_TEXT || node->kind == EUP_NODE_SET)
    return &node->literal;
  if (node->kind == EUP_NODE_FACT)
    {
      fact = g_hash_table_lookup (search->cases.of_node, node);
      if (fact->chosen >= 0)
        return &g_array_index (fact->values, EupValue, fact->chosen);
      search->next = search->next ? search->next : fact;
      return NULL;
    }
  answer = judge (search, node);
  own->type = EUP_TYPE_TRUTH;
  own->truth = answer == ANSWER_YES;
  return answer == ANSWER_OPEN ? NULL : own;
}

static Answer
judge_chain (Search *search, const EupNode *node, Answer decides)
{
  gboolean open = FALSE;

  for (guint i = 0; i < node->children->len; i++)
    {
      Answer answer = judge (search, node->children->pdata[i]);

      if (answer == decides)
        return decides;
      open = open || answer == ANSWER_OPEN;
    }
  if (open)
    return ANSWER_OPEN;
  return decides == ANSWER_YES ? ANSWER_NO : ANSWER_YES;
}

static Answer
judge_comparison (Search *search, const EupNode *node)
{
  EupValue first = { 0 };
  EupValue second = { 0 };
  const EupValue *left = value_of (search, node->children->pdata[0], &first);
  const EupValue *right = value_of (search, node->children->pdata[1], &second);

  if (left == NULL || right == NULL)
    return ANSWER_OPEN;
  return eup_values_compare (node->kind, left, right) ? ANSWER_YES : ANSWER_NO;
}

/* The answer as far as the facts are chosen; search->next is one that it hangs on. */
static Answer
judge (Search *search, const EupNode *node)
{
  EupValue own = { 0 };
  const EupValue *value;
  Answer answer;

  switch ((int) node->kind)
    {
    case EUP_NODE_AND:
      return judge_chain (search, node, ANSWER_NO);
    case EUP_NODE_OR:
      return judge_chain (search, node, ANSWER_YES);
    case EUP_NODE_NOT:
      answer = judge (search, node->children->pdata[0]);
      return answer == ANSWER_OPEN ? answer : answer == ANSWER_YES ? ANSWER_NO : ANSWER_YES;
    case EUP_NODE_FILLED:
      value = value_of (search, node->children->pdata[0], &own);
      return value == NULL ? ANSWER_OPEN : eup_value_is_filled (value) ? ANSWER_YES : ANSWER_NO;
    case EUP_NODE_FACT:
      value = value_of (search, node, &own);
      return value == NULL ? ANSWER_OPEN : value->truth ? ANSWER_YES : ANSWER_NO;
    default:
      return judge_comparison (search, node);
    }
}

/* Whether all that is wanted is so, as far as the facts are chosen. */
static Answer
judge_all (Search *search)
{
  Answer all = ANSWER_YES;

  for (guint i = 0; i < search->n_wanted;)
    {
      guint group = search->wanted[i].group;
      Answer any = ANSWER_NO;

      for (; i < search->n_wanted && search->wanted[i].group == group; i++)
        {
          Answer answer = judge (search, eup_expression_get_root (search->wanted[i].condition));

          if (answer == ANSWER_OPEN)
            any = any == ANSWER_YES ? any : ANSWER_OPEN;
          else if ((answer == ANSWER_YES) == !!search->wanted[i].truth)
            any = ANSWER_YES;
        }
      if (any == ANSWER_NO)
        return ANSWER_NO;
      all = any == ANSWER_OPEN ? ANSWER_OPEN : all;
    }
  return all;
}

/* Tries the values of one fact after the other, as long as the answer hangs on them. */
static gboolean
find_case (Search *search)
{
  Answer answer;
  EupCaseFact *fact;

  search->next = NULL;
  answer = judge_all (search);
  if (answer != ANSWER_OPEN)
    return answer == ANSWER_YES;

  fact = search->next;
  for (guint i = 0; i < fact->values->len; i++)
    {
      if (search->steps++ > MAX_STEPS)
        return TRUE;
      fact->chosen = (int) i;
      if (find_case (search))
        return TRUE;
    }
  fact->chosen = -1;
  return FALSE;
}

/**
 * eup_wanted_can_be:
 * @wanted: (array length=n_wanted): what shall be so; of those that stand side by side with the same
 *   group one is enough
 *
 * Returns: %FALSE when no case can ever make it so; %TRUE when one can, or when there are too many
 *   kinds of cases to tell
 */
gboolean
eup_wanted_can_be (const EupWanted *wanted, guint n_wanted)
{
  Search search = { .wanted = wanted, .n_wanted = n_wanted };
  gboolean answer;

  eup_cases_init (&search.cases);
  for (guint i = 0; i < n_wanted; i++)
    eup_cases_add (&search.cases, eup_expression_get_root (wanted[i].condition));
  eup_cases_fill (&search.cases);
  answer = search.cases.too_many || find_case (&search);
  eup_cases_clear (&search.cases);
  return answer;
}

/**
 * eup_expression_can_be:
 * @truth: what it shall be
 *
 * Returns: %FALSE when no case can ever make it so; %TRUE when one can, or when there are too many
 *   kinds of cases to tell
 */
gboolean
eup_expression_can_be (const EupExpression *self, gboolean truth)
{
  const EupWanted wanted = { self, truth, 0 };

  return eup_wanted_can_be (&wanted, 1);
}
