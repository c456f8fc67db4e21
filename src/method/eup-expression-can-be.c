/* Whether a condition can ever be true, or ever be false, whatever the case: so that a gate that
 * nobody could close is refused when its method is read.
 *
 * Each fact gets the few values that the condition can tell apart: the texts it is compared with and
 * something else, the numbers it is compared with and those between them, the subsets of the texts that
 * are looked for. Those are tried, fact by fact, as long as the answer hangs on them. Facts are taken to
 * be free of one another; so a “never” is certain, a “perhaps” is not. */

#include "method/eup-expression-private.h"

#include <string.h>

/* Beyond these the answer is “perhaps”. */
#define MAX_STEPS 20000
#define MAX_SET 8

/* Facts that are compared with each other, and what they are compared with. */
typedef struct
{
  guint n_facts;
  GPtrArray *texts; /* const char * */
  GArray *numbers;  /* int */
} Group;

typedef struct
{
  const EupNode *node; /* the first place that asks for it */
  const EupFactInfo *info;
  Group *group;
  GArray *values; /* EupValue */
  int chosen;     /* of values; -1: not yet */
} Variable;

typedef enum
{
  ANSWER_NO,
  ANSWER_YES,
  ANSWER_OPEN,
} Answer;

typedef struct
{
  GPtrArray *variables;
  GPtrArray *groups;
  GHashTable *of_node; /* EupNode → Variable */
  const EupNode *root;
  Variable *next; /* what the answer hangs on */
  guint steps;
  gboolean gave_up;
} Search;

static void
variable_free (gpointer data)
{
  Variable *variable = data;

  for (guint i = 0; i < variable->values->len; i++)
    {
      EupValue *value = &g_array_index (variable->values, EupValue, i);

      g_free (value->text);
      g_strfreev (value->set);
    }
  g_array_unref (variable->values);
  g_free (variable);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->texts);
  g_array_unref (group->numbers);
  g_free (group);
}

static Variable *
find_variable (const Search *search, const EupNode *node)
{
  for (guint i = 0; i < search->variables->len; i++)
    {
      Variable *variable = search->variables->pdata[i];

      if (variable->node->fact == node->fact && g_strcmp0 (variable->node->name, node->name) == 0 &&
          g_strcmp0 (variable->node->detail, node->detail) == 0)
        return variable;
    }
  return NULL;
}

static Variable *
add_variable (Search *search, const EupNode *node)
{
  Variable *variable = g_new0 (Variable, 1);
  Group *group = g_new0 (Group, 1);

  group->n_facts = 1;
  group->texts = g_ptr_array_new ();
  group->numbers = g_array_new (FALSE, FALSE, sizeof (int));
  variable->node = node;
  variable->info = eup_fact_get_info (node->fact);
  variable->group = group;
  variable->values = g_array_new (FALSE, TRUE, sizeof (EupValue));
  variable->chosen = -1;
  if (node->type == EUP_TYPE_NUMBER)
    {
      g_array_append_val (group->numbers, variable->info->minimum);
      g_array_append_val (group->numbers, variable->info->maximum);
    }
  g_ptr_array_add (search->variables, variable);
  g_ptr_array_add (search->groups, group);
  return variable;
}

static void
find_variables (Search *search, const EupNode *node)
{
  if (node->kind == EUP_NODE_FACT)
    {
      Variable *variable = find_variable (search, node);

      g_hash_table_insert (search->of_node, (gpointer) node,
                           variable ? variable : add_variable (search, node));
    }
  for (guint i = 0; i < node->children->len; i++)
    find_variables (search, node->children->pdata[i]);
}

static void
add_text (Group *group, const char *text)
{
  for (guint i = 0; i < group->texts->len; i++)
    if (g_str_equal (group->texts->pdata[i], text))
      return;
  g_ptr_array_add (group->texts, (gpointer) text);
}

static void
merge (Search *search, Group *into, Group *from)
{
  if (into == from)
    return;
  for (guint i = 0; i < from->texts->len; i++)
    add_text (into, from->texts->pdata[i]);
  g_array_append_vals (into->numbers, from->numbers->data, from->numbers->len);
  into->n_facts += from->n_facts;
  for (guint i = 0; i < search->variables->len; i++)
    {
      Variable *variable = search->variables->pdata[i];

      if (variable->group == from)
        variable->group = into;
    }
}

/* What stands beside @variable in a comparison. */
static void
meet (Search *search, const Variable *variable, const EupNode *other)
{
  Variable *second = g_hash_table_lookup (search->of_node, other);

  if (second != NULL)
    merge (search, variable->group, second->group);
  else if (other->kind == EUP_NODE_NUMBER)
    g_array_append_val (variable->group->numbers, other->literal.number);
  else if (other->kind == EUP_NODE_TEXT)
    add_text (variable->group, other->literal.text);
  else if (other->kind == EUP_NODE_SET)
    for (char **member = other->literal.set; *member != NULL; member++)
      add_text (variable->group, *member);
}

static void
find_meetings (Search *search, const EupNode *node)
{
  if (node->children->len == 2 && node->kind != EUP_NODE_AND && node->kind != EUP_NODE_OR)
    for (guint i = 0; i < 2; i++)
      {
        const Variable *variable = g_hash_table_lookup (search->of_node, node->children->pdata[i]);

        if (variable != NULL)
          meet (search, variable, node->children->pdata[1 - i]);
      }
  for (guint i = 0; i < node->children->len; i++)
    find_meetings (search, node->children->pdata[i]);
}

static void
add_number (Variable *variable, gint64 number)
{
  EupValue value = { .type = EUP_TYPE_NUMBER, .number = (int) number };

  if (number >= variable->info->minimum && number <= variable->info->maximum)
    g_array_append_val (variable->values, value);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const int *first = a;
  const int *second = b;

  return (*first > *second) - (*first < *second);
}

/* Each number that it meets, and between two of them as many as there are facts to put in order. */
static void
fill_numbers (Variable *variable)
{
  GArray *numbers = variable->group->numbers;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, int, i);
      gint64 end = i + 1 < numbers->len ? g_array_index (numbers, int, i + 1) : number;

      if (i == 0 || number != g_array_index (numbers, int, i - 1))
        add_number (variable, number);
      for (gint64 j = number + 1; j < end && j <= number + variable->group->n_facts; j++)
        add_number (variable, j);
    }
}

/* A text that no condition names. */
static char *
something_else (guint i)
{
  return g_strdup_printf ("\001%u", i);
}

/* The texts that @variable can hold: those it meets and others beside them. */
static GPtrArray *
possible_texts (const Variable *variable)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) only = variable->info->values ? g_strsplit (variable->info->values, " ", -1) : NULL;

  for (guint i = 0; only != NULL && only[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (only[i]));
  for (guint i = 0; only == NULL && i < variable->group->n_facts; i++)
    g_ptr_array_add (texts, something_else (i));
  for (guint i = 0; only == NULL && i < variable->group->texts->len; i++)
    g_ptr_array_add (texts, g_strdup (variable->group->texts->pdata[i]));
  return texts;
}

static void
add_text_value (Variable *variable, const char *text)
{
  EupValue value = { .type = EUP_TYPE_TEXT, .text = g_strdup (text) };

  g_array_append_val (variable->values, value);
}

static void
fill_texts (Variable *variable)
{
  g_autoptr (GPtrArray) texts = possible_texts (variable);

  for (guint i = 0; i < texts->len; i++)
    add_text_value (variable, texts->pdata[i]);
  if (variable->info->values != NULL)
    return;
  add_text_value (variable, "");
  add_text_value (variable, " "); /* written, but not filled */
}

static void
fill_sets (Search *search, Variable *variable)
{
  g_autoptr (GPtrArray) texts = possible_texts (variable);

  search->gave_up = search->gave_up || texts->len > MAX_SET;
  for (guint subset = 0; !search->gave_up && subset < (1u << texts->len); subset++)
    {
      EupValue value = { .type = EUP_TYPE_SET };
      g_autoptr (GStrvBuilder) members = g_strv_builder_new ();

      for (guint i = 0; i < texts->len; i++)
        if ((subset & (1u << i)) != 0)
          g_strv_builder_add (members, texts->pdata[i]);
      value.set = g_strv_builder_end (members);
      g_array_append_val (variable->values, value);
    }
}

static void
fill_values (Search *search, Variable *variable)
{
  switch (variable->node->type)
    {
    case EUP_TYPE_NUMBER:
      fill_numbers (variable);
      break;
    case EUP_TYPE_TEXT:
      fill_texts (variable);
      break;
    case EUP_TYPE_SET:
      fill_sets (search, variable);
      break;
    case EUP_TYPE_TRUTH:
    default:
      for (int truth = FALSE; truth <= TRUE; truth++)
        {
          EupValue value = { .type = EUP_TYPE_TRUTH, .truth = truth };

          g_array_append_val (variable->values, value);
        }
    }
}

static Answer judge (Search *search, const EupNode *node);

/* Returns: (nullable): what the node says so far; of truths only when the answer is clear */
static const EupValue *
value_of (Search *search, const EupNode *node, EupValue *own)
{
  Variable *variable;
  Answer answer;

  if (node->kind == EUP_NODE_NUMBER || node->kind == EUP_NODE_TEXT || node->kind == EUP_NODE_SET)
    return &node->literal;
  if (node->kind == EUP_NODE_FACT)
    {
      variable = g_hash_table_lookup (search->of_node, node);
      if (variable->chosen >= 0)
        return &g_array_index (variable->values, EupValue, variable->chosen);
      search->next = search->next ? search->next : variable;
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

static gboolean
can_be (Search *search, gboolean truth)
{
  Answer answer;
  Variable *variable;

  search->next = NULL;
  answer = judge (search, search->root);
  if (answer != ANSWER_OPEN)
    return (answer == ANSWER_YES) == truth;

  variable = search->next;
  for (guint i = 0; i < variable->values->len; i++)
    {
      if (search->steps++ > MAX_STEPS)
        return TRUE;
      variable->chosen = (int) i;
      if (can_be (search, truth))
        return TRUE;
    }
  variable->chosen = -1;
  return FALSE;
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
  g_autoptr (GPtrArray) variables = g_ptr_array_new_with_free_func (variable_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) of_node = g_hash_table_new (NULL, NULL);
  Search search = { variables, groups, of_node, eup_expression_get_root (self), NULL, 0, FALSE };

  find_variables (&search, search.root);
  find_meetings (&search, search.root);
  for (guint i = 0; i < variables->len; i++)
    fill_values (&search, variables->pdata[i]);
  return search.gave_up || can_be (&search, !!truth);
}
