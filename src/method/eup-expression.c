/* The small language of gates: a condition on a case, parsed and checked for types once, evaluated
 * often. It can't loop, write or fail: what is left at evaluation is true or false. */

#include "method/eup-expression.h"

#include <stdarg.h>
#include <string.h>

#include "method/eup-expression-private.h"

struct _EupExpression
{
  EupNode *root;
};

typedef struct
{
  EupFactFunc fact;
  gpointer data;
} Asker;

G_DEFINE_QUARK (eup-expression-error-quark, eup_expression_error)

static EupValue evaluate (const Asker *asker, const EupNode *node);

void
eup_expression_fail (GError **error, EupExpressionError code, guint place, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, EUP_EXPRESSION_ERROR, (gint) code, "character %u: %s", place, message);
}

static void
clear_value (EupValue *value)
{
  g_clear_pointer (&value->text, g_free);
  g_clear_pointer (&value->set, g_strfreev);
}

static gboolean
has_member (char **set, const char *member)
{
  return set != NULL && g_strv_contains ((const char *const *) set, member ? member : "");
}

static gboolean
is_subset (char **set, char **of)
{
  for (guint i = 0; set != NULL && set[i] != NULL; i++)
    if (!has_member (of, set[i]))
      return FALSE;
  return TRUE;
}

static gboolean
values_are_equal (const EupValue *a, const EupValue *b)
{
  switch (a->type)
    {
    case EUP_TYPE_TRUTH:
      return !a->truth == !b->truth;
    case EUP_TYPE_NUMBER:
      return a->number == b->number;
    case EUP_TYPE_TEXT:
      return g_str_equal (a->text ? a->text : "", b->text ? b->text : "");
    case EUP_TYPE_SET:
      return is_subset (a->set, b->set) && is_subset (b->set, a->set);
    default:
      g_assert_not_reached ();
    }
}

gboolean
eup_value_is_filled (const EupValue *value)
{
  return value->text != NULL && value->text[strspn (value->text, " \t\r\n")] != '\0';
}

/* What the operator @kind says of two values of the types that it works on. */
gboolean
eup_values_compare (EupNodeKind kind, const EupValue *left, const EupValue *right)
{
  switch ((int) kind)
    {
    case EUP_NODE_EQUAL:
      return values_are_equal (left, right);
    case EUP_NODE_DIFFERENT:
      return !values_are_equal (left, right);
    case EUP_NODE_LESS:
      return left->number < right->number;
    case EUP_NODE_LESS_OR_EQUAL:
      return left->number <= right->number;
    case EUP_NODE_MORE:
      return left->number > right->number;
    case EUP_NODE_MORE_OR_EQUAL:
      return left->number >= right->number;
    case EUP_NODE_IN:
      return has_member (right->set, left->text);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_true (const Asker *asker, const EupNode *node)
{
  EupValue value = evaluate (asker, node);

  g_assert (value.type == EUP_TYPE_TRUTH);
  return value.truth;
}

/* Whether any child is @wanted; stops at the first. */
static gboolean
any_is (const Asker *asker, const EupNode *node, gboolean wanted)
{
  for (guint i = 0; i < node->children->len; i++)
    if (!is_true (asker, node->children->pdata[i]) == !wanted)
      return TRUE;
  return FALSE;
}

static gboolean
evaluate_comparison (const Asker *asker, const EupNode *node)
{
  EupValue left = evaluate (asker, node->children->pdata[0]);
  EupValue right = evaluate (asker, node->children->pdata[1]);
  gboolean truth = eup_values_compare (node->kind, &left, &right);

  clear_value (&left);
  clear_value (&right);
  return truth;
}

static gboolean
evaluate_filled (const Asker *asker, const EupNode *node)
{
  EupValue value = evaluate (asker, node->children->pdata[0]);
  gboolean truth = eup_value_is_filled (&value);

  clear_value (&value);
  return truth;
}

static EupValue
evaluate (const Asker *asker, const EupNode *node)
{
  EupValue value = { .type = node->type };

  switch (node->kind)
    {
    case EUP_NODE_NUMBER:
    case EUP_NODE_TEXT:
    case EUP_NODE_SET:
      value.number = node->literal.number;
      value.text = g_strdup (node->literal.text);
      value.set = g_strdupv (node->literal.set);
      break;
    case EUP_NODE_FACT:
      asker->fact (node->fact, node->name, node->detail, &value, asker->data);
      g_assert (value.type == node->type);
      break;
    case EUP_NODE_FILLED:
      value.truth = evaluate_filled (asker, node);
      break;
    case EUP_NODE_NOT:
      value.truth = !is_true (asker, node->children->pdata[0]);
      break;
    case EUP_NODE_AND:
      value.truth = !any_is (asker, node, FALSE);
      break;
    case EUP_NODE_OR:
      value.truth = any_is (asker, node, TRUE);
      break;
    case EUP_NODE_EQUAL:
    case EUP_NODE_DIFFERENT:
    case EUP_NODE_LESS:
    case EUP_NODE_LESS_OR_EQUAL:
    case EUP_NODE_MORE:
    case EUP_NODE_MORE_OR_EQUAL:
    case EUP_NODE_IN:
      value.truth = evaluate_comparison (asker, node);
      break;
    default:
      g_assert_not_reached ();
    }
  return value;
}

static void
tell_choices (const EupNode *asked, const EupNode *literal, EupChoiceFunc func, gpointer data)
{
  if (asked->kind != EUP_NODE_FACT)
    return;
  if (literal->kind == EUP_NODE_TEXT)
    func (asked->fact, asked->name, asked->detail, literal->literal.text, literal->place, data);
  for (guint i = 0; literal->kind == EUP_NODE_SET && literal->literal.set[i] != NULL; i++)
    func (asked->fact, asked->name, asked->detail, literal->literal.set[i], literal->place, data);
}

static void
find_choices (const EupNode *node, EupChoiceFunc func, gpointer data)
{
  if (node->children->len == 2)
    {
      tell_choices (node->children->pdata[0], node->children->pdata[1], func, data);
      tell_choices (node->children->pdata[1], node->children->pdata[0], func, data);
    }
  for (guint i = 0; i < node->children->len; i++)
    find_choices (node->children->pdata[i], func, data);
}

/**
 * eup_expression_foreach_choice:
 *
 * Calls @func for each text that stands beside a fact, so that whoever knows what the fact can be
 * can check that it can ever be that.
 */
void
eup_expression_foreach_choice (const EupExpression *self, EupChoiceFunc func, gpointer data)
{
  find_choices (self->root, func, data);
}

static void
find_facts (const EupNode *node, EupAskedFunc func, gpointer data)
{
  if (node->kind == EUP_NODE_FACT)
    func (node->fact, node->name, node->detail, node->place, data);
  for (guint i = 0; i < node->children->len; i++)
    find_facts (node->children->pdata[i], func, data);
}

/* Calls @func for each fact that the expression asks for. */
void
eup_expression_foreach_fact (const EupExpression *self, EupAskedFunc func, gpointer data)
{
  find_facts (self->root, func, data);
}

const EupNode *
eup_expression_get_root (const EupExpression *self)
{
  return self->root;
}

static gboolean
check_all_names (const EupNode *node, EupNameFunc known, gpointer data, GError **error)
{
  if (node->kind == EUP_NODE_FACT && !eup_node_check_names (node, known, data, error))
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    if (!check_all_names (node->children->pdata[i], known, data, error))
      return FALSE;
  return TRUE;
}

/**
 * eup_expression_check_names:
 * @known: says whether what the expression names is there
 * @error: EUP_EXPRESSION_ERROR_TYPE: the first that is not, with its place
 *
 * For an expression that was parsed before its names could be known.
 */
gboolean
eup_expression_check_names (const EupExpression *self, EupNameFunc known, gpointer data, GError **error)
{
  return check_all_names (self->root, known, data, error);
}

/**
 * eup_expression_parse:
 * @text: a condition such as `level = 0 or 'yes' in stance('want', 'resident')`
 * @known: (nullable): says whether what the expression names is there; %NULL takes any name
 * @error: EUP_EXPRESSION_ERROR; the message begins with the place: "character 17: …", counted from 1
 *
 * Returns: (transfer full) (nullable): the expression, which can be evaluated without failing
 */
EupExpression *
eup_expression_parse (const char *text, EupNameFunc known, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) tokens = NULL;
  EupExpression *self;
  EupNode *root;

  g_return_val_if_fail (text != NULL, NULL);

  tokens = eup_expression_tokens (text, error);
  if (tokens == NULL)
    return NULL;
  root = eup_expression_parse_tokens (tokens, known, data, error);
  if (root == NULL)
    return NULL;

  self = g_new0 (EupExpression, 1);
  self->root = root;
  return self;
}

void
eup_expression_free (EupExpression *self)
{
  eup_node_free (self->root);
  g_free (self);
}

/**
 * eup_expression_evaluate:
 * @fact: answers what the expression asks of the case; gets the value with its type set and zeros
 *   otherwise, and hands over texts and sets
 *
 * Returns: whether the condition holds; `and` and `or` stop asking as soon as that is clear
 */
gboolean
eup_expression_evaluate (const EupExpression *self, EupFactFunc fact, gpointer data)
{
  Asker asker = { fact, data };

  g_return_val_if_fail (self != NULL && fact != NULL, FALSE);

  return is_true (&asker, self->root);
}
