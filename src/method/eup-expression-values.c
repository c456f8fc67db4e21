/* Reads what an expression works on: numbers, texts, sets, groups, and what a case can be asked. */

#include "method/eup-expression-private.h"

const EupToken *
eup_parser_peek (const EupParser *parser)
{
  return parser->tokens->pdata[parser->next];
}

const EupToken *
eup_parser_take (EupParser *parser)
{
  const EupToken *token = eup_parser_peek (parser);

  if (token->kind != EUP_TOKEN_END)
    parser->next++;
  return token;
}

gboolean
eup_parser_take_if (EupParser *parser, EupTokenKind kind, const char *text)
{
  if (!eup_token_is (eup_parser_peek (parser), kind, text))
    return FALSE;
  eup_parser_take (parser);
  return TRUE;
}

void
eup_parser_fail_expected (const EupParser *parser, const char *expected, GError **error)
{
  const EupToken *token = eup_parser_peek (parser);
  g_autofree char *found = eup_token_describe (token);

  eup_expression_fail (error, EUP_EXPRESSION_ERROR_SYNTAX, token->place, "found %s, expected %s", found,
                       expected);
}

gboolean
eup_parser_take_sign (EupParser *parser, const char *sign, GError **error)
{
  g_autofree char *expected = g_strdup_printf ("“%s”", sign);

  if (eup_parser_take_if (parser, EUP_TOKEN_SIGN, sign))
    return TRUE;
  eup_parser_fail_expected (parser, expected, error);
  return FALSE;
}

char *
eup_parser_take_text (EupParser *parser, const char *expected, GError **error)
{
  if (eup_parser_peek (parser)->kind == EUP_TOKEN_TEXT)
    return g_strdup (eup_parser_take (parser)->text);
  eup_parser_fail_expected (parser, expected, error);
  return NULL;
}

gboolean
eup_parser_go_deeper (EupParser *parser, GError **error)
{
  if (parser->depth < EUP_EXPRESSION_MAX_DEPTH)
    {
      parser->depth++;
      return TRUE;
    }
  eup_expression_fail (error, EUP_EXPRESSION_ERROR_SYNTAX, eup_parser_peek (parser)->place,
                       "nested more than %d times", EUP_EXPRESSION_MAX_DEPTH);
  return FALSE;
}

EupNode *
eup_node_checked (EupNode *node, GError **error)
{
  if (eup_node_check (node, error))
    return node;
  eup_node_free (node);
  return NULL;
}

static EupNode *
parse_set (EupParser *parser, guint place, GError **error)
{
  g_autoptr (EupNode) node = eup_node_new (EUP_NODE_SET, EUP_TYPE_SET, place);
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();

  while (!eup_token_is (eup_parser_peek (parser), EUP_TOKEN_SIGN, "}"))
    {
      g_autofree char *member = eup_parser_take_text (parser, "a text in quotes", error);

      if (member == NULL)
        return NULL;
      g_strv_builder_add (members, member);
      if (!eup_parser_take_if (parser, EUP_TOKEN_SIGN, ","))
        break;
    }
  if (!eup_parser_take_sign (parser, "}", error))
    return NULL;
  node->literal.set = g_strv_builder_end (members);
  return g_steal_pointer (&node);
}

static EupNode *
parse_filled (EupParser *parser, guint place, GError **error)
{
  g_autoptr (EupNode) node = eup_node_new (EUP_NODE_FILLED, EUP_TYPE_TRUTH, place);
  EupNode *inner;

  if (!eup_parser_take_sign (parser, "(", error) || !eup_parser_go_deeper (parser, error))
    return NULL;
  inner = eup_parser_or (parser, error);
  parser->depth--;
  if (inner == NULL)
    return NULL;
  g_ptr_array_add (node->children, inner);
  if (!eup_parser_take_sign (parser, ")", error))
    return NULL;
  return eup_node_checked (g_steal_pointer (&node), error);
}

static EupNode *
parse_name (EupParser *parser, const EupToken *name, GError **error)
{
  const EupFactInfo *info = eup_fact_find (name->text);
  g_autoptr (EupNode) node = NULL;

  if (g_str_equal (name->text, "filled"))
    return parse_filled (parser, name->place, error);
  if (info == NULL)
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, name->place, "the name “%s” is not known",
                           name->text);
      return NULL;
    }
  node = eup_node_new (EUP_NODE_FACT, info->type, name->place);
  node->fact = info->fact;
  if (info->arguments != EUP_ARGUMENTS_NONE && !eup_parser_arguments (parser, node, info, error))
    return NULL;
  if (info->arguments == EUP_ARGUMENTS_NONE && eup_token_is (eup_parser_peek (parser), EUP_TOKEN_SIGN, "("))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, eup_parser_peek (parser)->place,
                           "“%s” takes nothing in parentheses", info->name);
      return NULL;
    }
  return g_steal_pointer (&node);
}

static EupNode *
parse_group (EupParser *parser, GError **error)
{
  g_autoptr (EupNode) node = NULL;

  if (!eup_parser_go_deeper (parser, error))
    return NULL;
  node = eup_parser_or (parser, error);
  parser->depth--;
  if (node == NULL || !eup_parser_take_sign (parser, ")", error))
    return NULL;
  return g_steal_pointer (&node);
}

static gboolean
is_operator_word (const EupToken *token)
{
  static const char *const words[] = { "and", "or", "not", "in", NULL };

  return token->kind == EUP_TOKEN_NAME && g_strv_contains (words, token->text);
}

EupNode *
eup_parser_value (EupParser *parser, GError **error)
{
  const EupToken *token = eup_parser_peek (parser);
  EupNode *node;

  if (token->kind == EUP_TOKEN_NUMBER)
    {
      node = eup_node_new (EUP_NODE_NUMBER, EUP_TYPE_NUMBER, token->place);
      node->literal.number = eup_parser_take (parser)->number;
      return node;
    }
  if (token->kind == EUP_TOKEN_TEXT)
    {
      node = eup_node_new (EUP_NODE_TEXT, EUP_TYPE_TEXT, token->place);
      node->literal.text = g_strdup (eup_parser_take (parser)->text);
      return node;
    }
  if (eup_parser_take_if (parser, EUP_TOKEN_SIGN, "{"))
    return parse_set (parser, token->place, error);
  if (eup_parser_take_if (parser, EUP_TOKEN_SIGN, "("))
    return parse_group (parser, error);
  if (token->kind == EUP_TOKEN_NAME && !is_operator_word (token))
    return parse_name (parser, eup_parser_take (parser), error);
  eup_parser_fail_expected (parser, "a value", error);
  return NULL;
}
