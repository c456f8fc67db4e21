#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_EXPRESSION_ERROR (eup_expression_error_quark ())
GQuark eup_expression_error_quark (void);

/**
 * EupExpressionError:
 * @EUP_EXPRESSION_ERROR_SYNTAX: it can't be read
 * @EUP_EXPRESSION_ERROR_TYPE: it can be read but says something that has no meaning,
 *   such as comparing a text with a number, or an unknown name
 */
typedef enum
{
  EUP_EXPRESSION_ERROR_SYNTAX,
  EUP_EXPRESSION_ERROR_TYPE,
} EupExpressionError;

typedef enum
{
  EUP_TYPE_TRUTH,
  EUP_TYPE_NUMBER,
  EUP_TYPE_TEXT,
  EUP_TYPE_SET,
} EupValueType;

/* A value during evaluation. Texts and sets belong to the value. */
typedef struct
{
  EupValueType type;
  gboolean truth;
  int number;
  char *text;
  char **set;
} EupValue;

/* What a case can be asked for: the table stands in eup-fact.c and in docs/method-format.md. */
typedef enum
{
  EUP_FACT_LEVEL,
  EUP_FACT_PURPOSE,
  EUP_FACT_FOLLOW_UP_DAYS,
  EUP_FACT_FOLLOW_UP_LIMIT,
  EUP_FACT_FOLLOW_UP_OWNER,
  EUP_FACT_ALTERNATIVES,
  EUP_FACT_ALTERNATIVES_WITHOUT_TECHNOLOGY,
  EUP_FACT_ALTERNATIVES_WITHOUT_REASON,
  EUP_FACT_STANCE,
  EUP_FACT_TICKS,
  EUP_FACT_ANSWERED,
  EUP_FACT_REASON,
  EUP_FACT_ATTEMPTS,
  EUP_FACT_ATTEMPT_DAYS,
  EUP_FACT_ATTEMPT_METHODS,
} EupFact;

/* Answers a fact: fills @value (its type is set). @question and @voice as the fact takes them, else NULL. */
typedef void (*EupFactFunc) (
    EupFact fact, const char *question, const char *voice, EupValue *value, gpointer data);

typedef struct _EupExpression EupExpression;

/* Told of each question and voice that an expression names, with the place (from 0) in its text. */
typedef gboolean (*EupNameFunc) (const char *question, const char *voice, gpointer data);

EupExpression *eup_expression_parse (const char *text, EupNameFunc known, gpointer data, GError **error);
void eup_expression_free (EupExpression *self);
gboolean eup_expression_evaluate (const EupExpression *self, EupFactFunc fact, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupExpression, eup_expression_free)

G_END_DECLS
