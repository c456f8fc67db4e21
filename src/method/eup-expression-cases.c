/* The cases that conditions can tell apart. Each fact gets the few values that matter: the texts it is
 * compared with and something else, the numbers it is compared with and those between them, the subsets
 * of the texts that are looked for. */

#include "method/eup-expression-cases-private.h"

static void
fact_free (gpointer data)
{
  EupCaseFact *fact = data;

  for (guint i = 0; i < fact->values->len; i++)
    {
      EupValue *value = &g_array_index (fact->values, EupValue, i);

      g_free (value->text);
      g_strfreev (value->set);
    }
  g_array_unref (fact->values);
  g_free (fact);
}

static void
group_free (gpointer data)
{
  EupCaseGroup *group = data;

  g_ptr_array_unref (group->texts);
  g_array_unref (group->numbers);
  g_free (group);
}

static EupCaseFact *
find_fact (const EupCases *self, const EupNode *node)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      EupCaseFact *fact = self->facts->pdata[i];

      if (fact->node->fact == node->fact && g_strcmp0 (fact->node->name, node->name) == 0 &&
          g_strcmp0 (fact->node->detail, node->detail) == 0)
        return fact;
    }
  return NULL;
}

static EupCaseFact *
add_fact (EupCases *self, const EupNode *node)
{
  EupCaseFact *fact = g_new0 (EupCaseFact, 1);
  EupCaseGroup *group = g_new0 (EupCaseGroup, 1);

  group->n_facts = 1;
  group->texts = g_ptr_array_new ();
  group->numbers = g_array_new (FALSE, FALSE, sizeof (int));
  fact->node = node;
  fact->info = eup_fact_get_info (node->fact);
  fact->group = group;
  fact->values = g_array_new (FALSE, TRUE, sizeof (EupValue));
  fact->chosen = -1;
  if (node->type == EUP_TYPE_NUMBER)
    {
      g_array_append_val (group->numbers, fact->info->minimum);
      g_array_append_val (group->numbers, fact->info->maximum);
    }
  g_ptr_array_add (self->facts, fact);
  g_ptr_array_add (self->groups, group);
  return fact;
}

static void
find_facts (EupCases *self, const EupNode *node)
{
  if (node->kind == EUP_NODE_FACT)
    {
      EupCaseFact *fact = find_fact (self, node);

      g_hash_table_insert (self->of_node, (gpointer) node, fact ? fact : add_fact (self, node));
    }
  for (guint i = 0; i < node->children->len; i++)
    find_facts (self, node->children->pdata[i]);
}

static void
add_text (EupCaseGroup *group, const char *text)
{
  for (guint i = 0; i < group->texts->len; i++)
    if (g_str_equal (group->texts->pdata[i], text))
      return;
  g_ptr_array_add (group->texts, (gpointer) text);
}

static void
merge (EupCases *self, EupCaseGroup *into, EupCaseGroup *from)
{
  if (into == from)
    return;
  for (guint i = 0; i < from->texts->len; i++)
    add_text (into, from->texts->pdata[i]);
  g_array_append_vals (into->numbers, from->numbers->data, from->numbers->len);
  into->n_facts += from->n_facts;
  for (guint i = 0; i < self->facts->len; i++)
    {
      EupCaseFact *fact = self->facts->pdata[i];

      if (fact->group == from)
        fact->group = into;
    }
}

/* What stands beside @fact in a comparison. */
static void
meet (EupCases *self, const EupCaseFact *fact, const EupNode *other)
{
  EupCaseFact *second = g_hash_table_lookup (self->of_node, other);

  if (second != NULL)
    merge (self, fact->group, second->group);
  else if (other->kind == EUP_NODE_NUMBER)
    g_array_append_val (fact->group->numbers, other->literal.number);
  else if (other->kind == EUP_NODE_TEXT)
    add_text (fact->group, other->literal.text);
  else if (other->kind == EUP_NODE_SET)
    for (char **member = other->literal.set; *member != NULL; member++)
      add_text (fact->group, *member);
}

static void
find_meetings (EupCases *self, const EupNode *node)
{
  if (node->children->len == 2 && node->kind != EUP_NODE_AND && node->kind != EUP_NODE_OR)
    for (guint i = 0; i < 2; i++)
      {
        const EupCaseFact *fact = g_hash_table_lookup (self->of_node, node->children->pdata[i]);

        if (fact != NULL)
          meet (self, fact, node->children->pdata[1 - i]);
      }
  for (guint i = 0; i < node->children->len; i++)
    find_meetings (self, node->children->pdata[i]);
}

static void
add_number (EupCaseFact *fact, gint64 number)
{
  EupValue value = { .type = EUP_TYPE_NUMBER, .number = (int) number };

  if (number >= fact->info->minimum && number <= fact->info->maximum)
    g_array_append_val (fact->values, value);
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
fill_numbers (EupCaseFact *fact)
{
  GArray *numbers = fact->group->numbers;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, int, i);
      gint64 end = i + 1 < numbers->len ? g_array_index (numbers, int, i + 1) : number;

      if (i == 0 || number != g_array_index (numbers, int, i - 1))
        add_number (fact, number);
      for (gint64 j = number + 1; j < end && j <= number + fact->group->n_facts; j++)
        add_number (fact, j);
    }
}

/* A text that no condition names. */
static char *
something_else (guint i)
{
  return g_strdup_printf ("\001%u", i);
}

/* The texts that @fact can hold: those it meets and others beside them. */
static GPtrArray *
possible_texts (const EupCaseFact *fact)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) only = fact->info->values ? g_strsplit (fact->info->values, " ", -1) : NULL;

  for (guint i = 0; only != NULL && only[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (only[i]));
  for (guint i = 0; only == NULL && i < fact->group->n_facts; i++)
    g_ptr_array_add (texts, something_else (i));
  for (guint i = 0; only == NULL && i < fact->group->texts->len; i++)
    g_ptr_array_add (texts, g_strdup (fact->group->texts->pdata[i]));
  return texts;
}

static void
add_text_value (EupCaseFact *fact, const char *text)
{
  EupValue value = { .type = EUP_TYPE_TEXT, .text = g_strdup (text) };

  g_array_append_val (fact->values, value);
}

static void
fill_texts (EupCaseFact *fact)
{
  g_autoptr (GPtrArray) texts = possible_texts (fact);

  for (guint i = 0; i < texts->len; i++)
    add_text_value (fact, texts->pdata[i]);
  if (fact->info->values != NULL)
    return;
  add_text_value (fact, "");
  add_text_value (fact, " "); /* written, but not filled */
}

static void
fill_sets (EupCases *self, EupCaseFact *fact)
{
  g_autoptr (GPtrArray) texts = possible_texts (fact);

  self->too_many = self->too_many || texts->len > EUP_CASES_MAX_SET;
  for (guint subset = 0; !self->too_many && subset < (1u << texts->len); subset++)
    {
      EupValue value = { .type = EUP_TYPE_SET };
      g_autoptr (GStrvBuilder) members = g_strv_builder_new ();

      for (guint i = 0; i < texts->len; i++)
        if ((subset & (1u << i)) != 0)
          g_strv_builder_add (members, texts->pdata[i]);
      value.set = g_strv_builder_end (members);
      g_array_append_val (fact->values, value);
    }
}

static void
fill_values (EupCases *self, EupCaseFact *fact)
{
  switch (fact->node->type)
    {
    case EUP_TYPE_NUMBER:
      fill_numbers (fact);
      break;
    case EUP_TYPE_TEXT:
      fill_texts (fact);
      break;
    case EUP_TYPE_SET:
      fill_sets (self, fact);
      break;
    case EUP_TYPE_TRUTH:
    default:
      for (int truth = FALSE; truth <= TRUE; truth++)
        {
          EupValue value = { .type = EUP_TYPE_TRUTH, .truth = truth };

          g_array_append_val (fact->values, value);
        }
    }
}

void
eup_cases_init (EupCases *self)
{
  self->facts = g_ptr_array_new_with_free_func (fact_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->of_node = g_hash_table_new (NULL, NULL);
  self->too_many = FALSE;
}

void
eup_cases_clear (EupCases *self)
{
  g_hash_table_unref (self->of_node);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->groups);
}

/* Takes in what the condition @root asks for; it must live as long as @self. */
void
eup_cases_add (EupCases *self, const EupNode *root)
{
  find_facts (self, root);
  find_meetings (self, root);
}

/* Gives each fact its values, when all conditions have been added. */
void
eup_cases_fill (EupCases *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    fill_values (self, self->facts->pdata[i]);
}
