/* What stands in the parentheses of a fact: the question or the consent that it is asked of, and for
 * some a voice or a field of the question. */

#include "method/eup-expression-private.h"

/* How messages speak of each kind of parentheses. */
static const struct
{
  const char *example;
  const char *words;
  const char *name;
  const char *detail; /* (nullable): there is only one */
} shapes[] = {
  [EUP_ARGUMENTS_NONE] = { "", "nothing", "", NULL },
  [EUP_ARGUMENTS_QUESTION] = { "('question')", "a question", "the id of a question in quotes", NULL },
  [EUP_ARGUMENTS_QUESTION_VOICE] = { "('question', 'voice')", "a question and a voice",
                                     "the id of a question in quotes", "a voice in quotes" },
  [EUP_ARGUMENTS_QUESTION_FIELD] = { "('question', 'field')", "a question and a field",
                                     "the id of a question in quotes", "the id of a field in quotes" },
  [EUP_ARGUMENTS_CONSENT] = { "('consent')", "a consent", "the id of a consent in quotes", NULL },
};

static gboolean
parse_detail (EupParser *parser, EupNode *node, const EupFactInfo *info, GError **error)
{
  if (eup_token_is (eup_parser_peek (parser), EUP_TOKEN_SIGN, ")"))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, eup_parser_peek (parser)->place,
                           "“%s” takes %s, found only one", info->name, shapes[info->arguments].words);
      return FALSE;
    }
  if (!eup_parser_take_sign (parser, ",", error))
    return FALSE;
  node->detail_place = eup_parser_peek (parser)->place;
  node->detail = eup_parser_take_text (parser, shapes[info->arguments].detail, error);
  return node->detail != NULL;
}

/**
 * eup_parser_arguments:
 * @node: the fact, of which @info tells that it takes arguments
 *
 * Returns: whether they stand as they should; then @node has them
 */
gboolean
eup_parser_arguments (EupParser *parser, EupNode *node, const EupFactInfo *info, GError **error)
{
  if (!eup_parser_take_if (parser, EUP_TOKEN_SIGN, "("))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, eup_parser_peek (parser)->place,
                           "“%s” is asked of %s: expected %s%s", info->name, shapes[info->arguments].words,
                           info->name, shapes[info->arguments].example);
      return FALSE;
    }
  node->name_place = eup_parser_peek (parser)->place;
  node->name = eup_parser_take_text (parser, shapes[info->arguments].name, error);
  if (node->name == NULL)
    return FALSE;
  if (shapes[info->arguments].detail != NULL && !parse_detail (parser, node, info, error))
    return FALSE;
  if (eup_token_is (eup_parser_peek (parser), EUP_TOKEN_SIGN, ","))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, eup_parser_peek (parser)->place,
                           "“%s” takes %s, found more", info->name, shapes[info->arguments].words);
      return FALSE;
    }
  return eup_parser_take_sign (parser, ")", error) &&
         (parser->known == NULL || eup_node_check_names (node, parser->known, parser->data, error));
}

static gboolean
fail_unknown (const EupNode *node, EupNameKind kind, GError **error)
{
  switch (kind)
    {
    case EUP_NAME_QUESTION:
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, node->name_place, "there is no question “%s”",
                           node->name);
      break;
    case EUP_NAME_CONSENT:
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, node->name_place, "there is no consent “%s”",
                           node->name);
      break;
    case EUP_NAME_VOICE:
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, node->detail_place,
                           "the question “%s” does not ask a voice “%s”", node->name, node->detail);
      break;
    case EUP_NAME_FIELD:
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_TYPE, node->detail_place,
                           "the question “%s” has no field “%s”", node->name, node->detail);
      break;
    default:
      g_assert_not_reached ();
    }
  return FALSE;
}

/**
 * eup_node_check_names:
 * @self: a fact
 *
 * Returns: whether what it is asked of is there
 */
gboolean
eup_node_check_names (const EupNode *self, EupNameFunc known, gpointer data, GError **error)
{
  EupArguments arguments = eup_fact_get_info (self->fact)->arguments;
  EupNameKind kind = arguments == EUP_ARGUMENTS_CONSENT ? EUP_NAME_CONSENT : EUP_NAME_QUESTION;

  if (arguments == EUP_ARGUMENTS_NONE)
    return TRUE;
  if (!known (kind, self->name, NULL, data))
    return fail_unknown (self, kind, error);
  if (shapes[arguments].detail == NULL)
    return TRUE;
  kind = arguments == EUP_ARGUMENTS_QUESTION_VOICE ? EUP_NAME_VOICE : EUP_NAME_FIELD;
  return known (kind, self->name, self->detail, data) || fail_unknown (self, kind, error);
}
