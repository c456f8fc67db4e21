/* Nodes of an expression, and whether what they join fits together. */

#include "method/eup-expression-private.h"

EupNode *
eup_node_new (EupNodeKind kind, EupValueType type, guint place)
{
  EupNode *self = g_new0 (EupNode, 1);

  self->kind = kind;
  self->type = type;
  self->place = place;
  self->literal.type = type;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_node_free);
  return self;
}

void
eup_node_free (EupNode *self)
{
  g_free (self->literal.text);
  g_strfreev (self->literal.set);
  g_free (self->name);
  g_free (self->detail);
  g_ptr_array_unref (self->children);
  g_free (self);
}

const char *
eup_value_type_to_words (EupValueType type)
{
  static const char *const words[] = { "true or false", "a number", "a text", "a set" };

  return words[type];
}

static gboolean
expect (const EupNode *node, EupValueType type, GError **error)
{
  if (node->type == type)
    return TRUE;
  eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, node->place, "found %s, expected %s",
                       eup_value_type_to_words (node->type), eup_value_type_to_words (type));
  return FALSE;
}

static gboolean
expect_all (const EupNode *node, EupValueType type, GError **error)
{
  for (guint i = 0; i < node->children->len; i++)
    if (!expect (node->children->pdata[i], type, error))
      return FALSE;
  return TRUE;
}

static gboolean
expect_same (const EupNode *node, GError **error)
{
  const EupNode *left = node->children->pdata[0];
  const EupNode *right = node->children->pdata[1];

  if (left->type == right->type)
    return TRUE;
  eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, node->place, "%s can't be compared with %s",
                       eup_value_type_to_words (left->type), eup_value_type_to_words (right->type));
  return FALSE;
}

/**
 * eup_node_check:
 * @self: a node whose children have passed
 * @error: EUP_EXPRESSION_ERROR_TYPE
 *
 * Returns: whether the children are of the kind that the node works on
 */
gboolean
eup_node_check (const EupNode *self, GError **error)
{
  switch (self->kind)
    {
    case EUP_NODE_NOT:
    case EUP_NODE_AND:
    case EUP_NODE_OR:
      return expect_all (self, EUP_TYPE_TRUTH, error);
    case EUP_NODE_LESS:
    case EUP_NODE_LESS_OR_EQUAL:
    case EUP_NODE_MORE:
    case EUP_NODE_MORE_OR_EQUAL:
      return expect_all (self, EUP_TYPE_NUMBER, error);
    case EUP_NODE_EQUAL:
    case EUP_NODE_DIFFERENT:
      return expect_same (self, error);
    case EUP_NODE_IN:
      return expect (self->children->pdata[0], EUP_TYPE_TEXT, error) &&
             expect (self->children->pdata[1], EUP_TYPE_SET, error);
    case EUP_NODE_FILLED:
      return expect_all (self, EUP_TYPE_TEXT, error);
    case EUP_NODE_NUMBER:
    case EUP_NODE_TEXT:
    case EUP_NODE_SET:
    case EUP_NODE_FACT:
    default:
      return TRUE;
    }
}
