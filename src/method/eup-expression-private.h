#pragma once

#include "method/eup-expression.h"

G_BEGIN_DECLS

/* What the files of the expression language share; nobody else includes this. */

/* Parentheses and "not" may stand inside each other this often. */
#define EUP_EXPRESSION_MAX_DEPTH 64

typedef enum
{
  EUP_TOKEN_END,
  EUP_TOKEN_NUMBER,
  EUP_TOKEN_TEXT,
  EUP_TOKEN_NAME, /* also: and or not in */
  EUP_TOKEN_SIGN, /* ( ) { } , = != < <= > >= */
} EupTokenKind;

typedef struct
{
  EupTokenKind kind;
  guint place; /* the character it begins with, from 1 */
  int number;
  char *text; /* of a text without its quotes, of a name and a sign as it stands */
} EupToken;

GPtrArray *eup_expression_tokens (const char *text, GError **error);
gboolean eup_token_is (const EupToken *self, EupTokenKind kind, const char *text);
char *eup_token_describe (const EupToken *self);

typedef enum
{
  EUP_NODE_NUMBER,
  EUP_NODE_TEXT,
  EUP_NODE_SET,
  EUP_NODE_FACT,
  EUP_NODE_FILLED,
  EUP_NODE_NOT,
  EUP_NODE_AND,
  EUP_NODE_OR,
  EUP_NODE_EQUAL,
  EUP_NODE_DIFFERENT,
  EUP_NODE_LESS,
  EUP_NODE_LESS_OR_EQUAL,
  EUP_NODE_MORE,
  EUP_NODE_MORE_OR_EQUAL,
  EUP_NODE_IN,
} EupNodeKind;

typedef struct
{
  EupNodeKind kind;
  EupValueType type;
  guint place;
  EupValue literal;    /* of a number, a text, a set */
  EupFact fact;        /* of a fact */
  char *name;          /* of a fact (nullable): the question or the consent */
  char *detail;        /* of a fact (nullable): the voice or the field */
  guint name_place;    /* where the name stands */
  guint detail_place;  /* where the detail stands */
  GPtrArray *children; /* EupNode: what the operator works on */
} EupNode;

EupNode *eup_node_new (EupNodeKind kind, EupValueType type, guint place);
void eup_node_free (EupNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupNode, eup_node_free)

/* What stands in the parentheses of a fact. */
typedef enum
{
  EUP_ARGUMENTS_NONE,
  EUP_ARGUMENTS_QUESTION,
  EUP_ARGUMENTS_QUESTION_VOICE,
  EUP_ARGUMENTS_QUESTION_FIELD,
  EUP_ARGUMENTS_CONSENT,
} EupArguments;

typedef struct
{
  const char *name;
  EupFact fact;
  EupValueType type;
  EupArguments arguments;
  int minimum;        /* of a number */
  int maximum;        /* of a number */
  const char *values; /* (nullable): all that a text or a set can hold, with spaces between; a text that
                         can be empty begins with a space */
} EupFactInfo;

typedef struct
{
  GPtrArray *tokens;
  guint next;
  guint depth;
  EupNameFunc known; /* (nullable): any name is known */
  gpointer data;
} EupParser;

const EupToken *eup_parser_peek (const EupParser *parser);
const EupToken *eup_parser_take (EupParser *parser);
gboolean eup_parser_take_if (EupParser *parser, EupTokenKind kind, const char *text);
gboolean eup_parser_go_deeper (EupParser *parser, GError **error);
void eup_parser_fail_expected (const EupParser *parser, const char *expected, GError **error);
gboolean eup_parser_take_sign (EupParser *parser, const char *sign, GError **error);
char *eup_parser_take_text (EupParser *parser, const char *expected, GError **error);
gboolean eup_parser_arguments (EupParser *parser, EupNode *node, const EupFactInfo *info, GError **error);
EupNode *eup_parser_value (EupParser *parser, GError **error);
EupNode *eup_parser_or (EupParser *parser, GError **error);
EupNode *eup_node_checked (EupNode *node, GError **error);

EupNode *eup_expression_parse_tokens (GPtrArray *tokens, EupNameFunc known, gpointer data, GError **error);
gboolean eup_node_check (const EupNode *self, GError **error);
const char *eup_value_type_to_words (EupValueType type);

const EupFactInfo *eup_fact_find (const char *name);
const EupFactInfo *eup_fact_get_info (EupFact fact);

gboolean eup_values_compare (EupNodeKind kind, const EupValue *left, const EupValue *right);
gboolean eup_value_is_filled (const EupValue *value);

/* What a condition shall be. */
typedef struct
{
  const EupExpression *condition;
  gboolean truth;
  guint group;
} EupWanted;
gboolean eup_wanted_can_be (const EupWanted *wanted, guint n_wanted);

const EupNode *eup_expression_get_root (const EupExpression *self);
gboolean eup_node_check_names (const EupNode *self, EupNameFunc known, gpointer data, GError **error);

/* Told of each text that an expression compares with a fact. */
typedef void (*EupChoiceFunc) (
    EupFact fact, const char *name, const char *detail, const char *choice, guint place, gpointer data);
void eup_expression_foreach_choice (const EupExpression *self, EupChoiceFunc func, gpointer data);

void eup_expression_fail (GError **error, EupExpressionError code, guint place, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_END_DECLS
