/* Reads tokens by recursive descent; each node is checked for types as soon as it stands.
 *
 *   or         = and { "or" and }
 *   and        = not { "and" not }
 *   not        = "not" not | comparison
 *   comparison = value [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" ) value ]
 *   value      = number | text | "{" [ text { "," text } ] "}" | "(" or ")" | name [ "(" … ")" ]
 */

#include "method/eup-expression-private.h"

typedef struct
{
  GPtrArray *tokens;
  guint next;
  guint depth;
  EupNameFunc known; /* (nullable): any name is known */
  gpointer data;
} Parser;

static EupNode *parse_or (Parser *parser, GError **error);

static const EupToken *
peek (const Parser *parser)
{
  return parser->tokens->pdata[parser->next];
}

static const EupToken *
take (Parser *parser)
{
  const EupToken *token = peek (parser);

  if (token->kind != EUP_TOKEN_END)
    parser->next++;
  return token;
}

static gboolean
take_if (Parser *parser, EupTokenKind kind, const char *text)
{
  if (!eup_token_is (peek (parser), kind, text))
    return FALSE;
  take (parser);
  return TRUE;
}

static void
fail_expected (const Parser *parser, const char *expected, GError **error)
{
  const EupToken *token = peek (parser);
  g_autofree char *found = eup_token_describe (token);

  eup_expression_fail (error, EUP_EXPRESSION_ERROR_SYNTAX, token->place, "found %s, expected %s", found,
                       expected);
}

static gboolean
take_sign (Parser *parser, const char *sign, GError **error)
{
  g_autofree char *expected = g_strdup_printf ("“%s”", sign);

  if (take_if (parser, EUP_TOKEN_SIGN, sign))
    return TRUE;
  fail_expected (parser, expected, error);
  return FALSE;
}

static char *
take_text (Parser *parser, const char *expected, GError **error)
{
  if (peek (parser)->kind == EUP_TOKEN_TEXT)
    return g_strdup (take (parser)->text);
  fail_expected (parser, expected, error);
  return NULL;
}

static gboolean
go_deeper (Parser *parser, GError **error)
{
  if (parser->depth < EUP_EXPRESSION_MAX_DEPTH)
    {
      parser->depth++;
      return TRUE;
    }
  eup_expression_fail (error, EUP_EXPRESSION_ERROR_SYNTAX, peek (parser)->place, "nested more than %d times",
                       EUP_EXPRESSION_MAX_DEPTH);
  return FALSE;
}

static EupNode *
checked (EupNode *node, GError **error)
{
  if (eup_node_check (node, error))
    return node;
  eup_node_free (node);
  return NULL;
}

static EupNode *
parse_set (Parser *parser, guint place, GError **error)
{
  g_autoptr (EupNode) node = eup_node_new (EUP_NODE_SET, EUP_TYPE_SET, place);
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();

  while (!eup_token_is (peek (parser), EUP_TOKEN_SIGN, "}"))
    {
      g_autofree char *member = take_text (parser, "a text in quotes", error);

      if (member == NULL)
        return NULL;
      g_strv_builder_add (members, member);
      if (!take_if (parser, EUP_TOKEN_SIGN, ","))
        break;
    }
  if (!take_sign (parser, "}", error))
    return NULL;
  node->literal.set = g_strv_builder_end (members);
  return g_steal_pointer (&node);
}

static gboolean
check_names (const Parser *parser, const EupNode *node, guint place, GError **error)
{
  if (parser->known == NULL)
    return TRUE;
  if (!parser->known (node->question, NULL, parser->data))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, place, "there is no question “%s”",
                           node->question);
      return FALSE;
    }
  if (node->voice != NULL && !parser->known (node->question, node->voice, parser->data))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, place,
                           "the question “%s” does not ask a voice “%s”", node->question, node->voice);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_arguments (Parser *parser, EupNode *node, const EupFactInfo *info, GError **error)
{
  guint place = peek (parser)->place;

  if (!eup_token_is (peek (parser), EUP_TOKEN_SIGN, "("))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, place,
                           "“%s” is asked of a question: expected %s%s", info->name, info->name,
                           info->n_arguments == 1 ? "('question')" : "('question', 'voice')");
      return FALSE;
    }
  take (parser);
  place = peek (parser)->place;
  node->question = take_text (parser, "the id of a question in quotes", error);
  if (node->question == NULL)
    return FALSE;
  if (info->n_arguments == 2)
    {
      if (eup_token_is (peek (parser), EUP_TOKEN_SIGN, ")"))
        {
          eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, peek (parser)->place,
                               "“%s” takes a question and a voice, found only one", info->name);
          return FALSE;
        }
      if (!take_sign (parser, ",", error))
        return FALSE;
      node->voice = take_text (parser, "a voice in quotes", error);
      if (node->voice == NULL)
        return FALSE;
    }
  if (eup_token_is (peek (parser), EUP_TOKEN_SIGN, ","))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, peek (parser)->place,
                           "“%s” takes %s, found more", info->name,
                           info->n_arguments == 1 ? "a question" : "a question and a voice");
      return FALSE;
    }
  return take_sign (parser, ")", error) && check_names (parser, node, place, error);
}

static EupNode *
parse_filled (Parser *parser, guint place, GError **error)
{
  g_autoptr (EupNode) node = eup_node_new (EUP_NODE_FILLED, EUP_TYPE_TRUTH, place);
  EupNode *inner;

  if (!take_sign (parser, "(", error) || !go_deeper (parser, error))
    return NULL;
  inner = parse_or (parser, error);
  parser->depth--;
  if (inner == NULL)
    return NULL;
  g_ptr_array_add (node->children, inner);
  if (!take_sign (parser, ")", error))
    return NULL;
  return checked (g_steal_pointer (&node), error);
}

static EupNode *
parse_name (Parser *parser, const EupToken *name, GError **error)
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
  if (info->n_arguments > 0 && !parse_arguments (parser, node, info, error))
    return NULL;
  if (info->n_arguments == 0 && eup_token_is (peek (parser), EUP_TOKEN_SIGN, "("))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, peek (parser)->place,
                           "“%s” takes nothing in parentheses", info->name);
      return NULL;
    }
  return g_steal_pointer (&node);
}

static EupNode *
parse_group (Parser *parser, GError **error)
{
  g_autoptr (EupNode) node = NULL;

  if (!go_deeper (parser, error))
    return NULL;
  node = parse_or (parser, error);
  parser->depth--;
  if (node == NULL || !take_sign (parser, ")", error))
    return NULL;
  return g_steal_pointer (&node);
}

static gboolean
is_operator_word (const EupToken *token)
{
  static const char *const words[] = { "and", "or", "not", "in", NULL };

  return token->kind == EUP_TOKEN_NAME && g_strv_contains (words, token->text);
}

static EupNode *
parse_value (Parser *parser, GError **error)
{
  const EupToken *token = peek (parser);
  EupNode *node;

  if (token->kind == EUP_TOKEN_NUMBER)
    {
      node = eup_node_new (EUP_NODE_NUMBER, EUP_TYPE_NUMBER, token->place);
      node->literal.number = take (parser)->number;
      return node;
    }
  if (token->kind == EUP_TOKEN_TEXT)
    {
      node = eup_node_new (EUP_NODE_TEXT, EUP_TYPE_TEXT, token->place);
      node->literal.text = g_strdup (take (parser)->text);
      return node;
    }
  if (take_if (parser, EUP_TOKEN_SIGN, "{"))
    return parse_set (parser, token->place, error);
  if (take_if (parser, EUP_TOKEN_SIGN, "("))
    return parse_group (parser, error);
  if (token->kind == EUP_TOKEN_NAME && !is_operator_word (token))
    return parse_name (parser, take (parser), error);
  fail_expected (parser, "a value", error);
  return NULL;
}

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
parse_comparison (Parser *parser, GError **error)
{
  g_autoptr (EupNode) left = parse_value (parser, error);
  g_autoptr (EupNode) node = NULL;
  EupNodeKind kind;
  EupNode *right;

  if (left == NULL || !find_operator (peek (parser), &kind))
    return g_steal_pointer (&left);

  node = eup_node_new (kind, EUP_TYPE_TRUTH, take (parser)->place);
  g_ptr_array_add (node->children, g_steal_pointer (&left));
  right = parse_value (parser, error);
  if (right == NULL)
    return NULL;
  g_ptr_array_add (node->children, right);
  return checked (g_steal_pointer (&node), error);
}

static EupNode *
parse_not (Parser *parser, GError **error)
{
  guint place = peek (parser)->place;
  g_autoptr (EupNode) node = NULL;
  EupNode *inner;

  if (!take_if (parser, EUP_TOKEN_NAME, "not"))
    return parse_comparison (parser, error);

  if (!go_deeper (parser, error))
    return NULL;
  inner = parse_not (parser, error);
  parser->depth--;
  if (inner == NULL)
    return NULL;
  node = eup_node_new (EUP_NODE_NOT, EUP_TYPE_TRUTH, place);
  g_ptr_array_add (node->children, inner);
  return checked (g_steal_pointer (&node), error);
}

/* One or more of what @parse_part reads, with @word between. */
static EupNode *
parse_chain (Parser *parser,
             EupNodeKind kind,
             const char *word,
             EupNode *(*parse_part) (Parser *, GError **),
             GError **error)
{
  g_autoptr (EupNode) chain = NULL;
  EupNode *part = parse_part (parser, error);

  if (part == NULL || !eup_token_is (peek (parser), EUP_TOKEN_NAME, word))
    return part;

  chain = eup_node_new (kind, EUP_TYPE_TRUTH, peek (parser)->place);
  g_ptr_array_add (chain->children, part);
  while (take_if (parser, EUP_TOKEN_NAME, word))
    {
      part = parse_part (parser, error);
      if (part == NULL)
        return NULL;
      g_ptr_array_add (chain->children, part);
    }
  return checked (g_steal_pointer (&chain), error);
}

static EupNode *
parse_and (Parser *parser, GError **error)
{
  return parse_chain (parser, EUP_NODE_AND, "and", parse_not, error);
}

static EupNode *
parse_or (Parser *parser, GError **error)
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
  Parser parser = { tokens, 0, 0, known, data };
  g_autoptr (EupNode) node = parse_or (&parser, error);

  if (node == NULL)
    return NULL;
  if (peek (&parser)->kind != EUP_TOKEN_END)
    {
      fail_expected (&parser, "“and”, “or” or the end", error);
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
