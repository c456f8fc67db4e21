/* Reads tokens by recursive descent; each node is checked for types as soon as it stands.
 *
 *   or         = and { "or" and }
 *   and        = not { "and" not }
 *   not        = "not" not | comparison
 *   comparison = value [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" ) value ]
 *   value      = number | text | "{" [ text { "," text } ] "}" | "(" or ")" | name [ "(" … ")" ]
 */

#include "method/eup-expression-private.h"

static gboolean
find_operator (const EupToken *token, EupNodeKind *kind)
{
  static const struct
  {
    const char *text;
    EupNodeKind kind;
  } operators[] = {
    { "=", EUP_NODE_EQUAL }, { "!=", EUP_NODE_DIFFERENT },
    { "<", EUP_NODE_LESS },  { "<=", EUP_NODE_LESS_OR_EQUAL },
    { ">", EUP_NODE_MORE },  { ">=", EUP_NODE_MORE_OR_EQUAL },
    { "in", EUP_NODE_IN },
  };

  if (token->kind != EUP_TOKEN_SIGN && token->kind != EUP_TOKEN_NAME)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_equal (operators[i].text, token->text))
      {
        *kind = operators[i].kind;
        return TRUE;
      }
  return FALSE;
}

static EupNode *
parse_comparison (EupParser *parser, GError **error)
{
  g_autoptr (EupNode) left = eup_parser_value (parser, error);
  g_autoptr (EupNode) node = NULL;
  EupNodeKind kind;
  EupNode *right;

  if (left == NULL || !find_operator (eup_parser_peek (parser), &kind))
    return g_steal_pointer (&left);

  node = eup_node_new (kind, EUP_TYPE_TRUTH, eup_parser_take (parser)->place);
  g_ptr_array_add (node->children, g_steal_pointer (&left));
  right = eup_parser_value (parser, error);
  if (right == NULL)
    return NULL;
  g_ptr_array_add (node->children, right);
  return eup_node_checked (g_steal_pointer (&node), error);
}

static EupNode *
parse_not (EupParser *parser, GError **error)
{
  guint place = eup_parser_peek (parser)->place;
  g_autoptr (EupNode) node = NULL;
  EupNode *inner;

  if (!eup_parser_take_if (parser, EUP_TOKEN_NAME, "not"))
    return parse_comparison (parser, error);

  if (!eup_parser_go_deeper (parser, error))
    return NULL;
  inner = parse_not (parser, error);
  parser->depth--;
  if (inner == NULL)
    return NULL;
  node = eup_node_new (EUP_NODE_NOT, EUP_TYPE_TRUTH, place);
  g_ptr_array_add (node->children, inner);
  return eup_node_checked (g_steal_pointer (&node), error);
}

/* One or more of what @parse_part reads, with @word between. */
static EupNode *
parse_chain (EupParser *parser,
             EupNodeKind kind,
             const char *word,
             EupNode *(*parse_part) (EupParser *, GError **),
             GError **error)
{
  g_autoptr (EupNode) chain = NULL;
  EupNode *part = parse_part (parser, error);

  if (part == NULL || !eup_token_is (eup_parser_peek (parser), EUP_TOKEN_NAME, word))
    return part;

  chain = eup_node_new (kind, EUP_TYPE_TRUTH, eup_parser_peek (parser)->place);
  g_ptr_array_add (chain->children, part);
  while (eup_parser_take_if (parser, EUP_TOKEN_NAME, word))
    {
      part = parse_part (parser, error);
      if (part == NULL)
        return NULL;
      g_ptr_array_add (chain->children, part);
    }
  return eup_node_checked (g_steal_pointer (&chain), error);
}

static EupNode *
parse_and (EupParser *parser, GError **error)
{
  return parse_chain (parser, EUP_NODE_AND, "and", parse_not, error);
}

EupNode *
eup_parser_or (EupParser *parser, GError **error)
{
  return parse_chain (parser, EUP_NODE_OR, "or", parse_and, error);
}

/**
 * eup_expression_parse_tokens:
 * @tokens: (element-type EupToken): ending with EUP_TOKEN_END
 * @known: (nullable): whether a question, and a voice of it, exists
 * @error: EUP_EXPRESSION_ERROR
 *
 * Returns: (transfer full) (nullable): the tree; its type is EUP_TYPE_TRUTH
 */
EupNode *
eup_expression_parse_tokens (GPtrArray *tokens, EupNameFunc known, gpointer data, GError **error)
{
  EupParser parser = { tokens, 0, 0, known, data };
  g_autoptr (EupNode) node = eup_parser_or (&parser, error);

  if (node == NULL)
    return NULL;
  if (eup_parser_peek (&parser)->kind != EUP_TOKEN_END)
    {
      eup_parser_fail_expected (&parser, "“and”, “or” or the end", error);
      return NULL;
    }
  if (node->type != EUP_TYPE_TRUTH)
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, node->place,
                           "the whole is %s, expected true or false", eup_value_type_to_words (node->type));
      return NULL;
    }
  return g_steal_pointer (&node);
}
