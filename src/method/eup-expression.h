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
  EUP_FACT_TECHNOLOGY,
  EUP_FACT_FUNCTIONS,
  EUP_FACT_URGENT,
  EUP_FACT_OCCASION,
  EUP_FACT_COUNTRY,
  EUP_FACT_PURPOSE,
  EUP_FACT_FOLLOW_UP_DAYS,
  EUP_FACT_FOLLOW_UP_LIMIT,
  EUP_FACT_FOLLOW_UP_OWNER,
  EUP_FACT_UNTIL_DAYS,
  EUP_FACT_URGENT_LIMIT,
  EUP_FACT_ALTERNATIVES,
  EUP_FACT_ALTERNATIVES_WITHOUT_TECHNOLOGY,
  EUP_FACT_ALTERNATIVES_WITHOUT_REASON,
  EUP_FACT_CONDITIONS,
  EUP_FACT_WEIGHTS,
  EUP_FACT_UNWEIGHED,
  EUP_FACT_SAFEGUARDS_MISSING,
  EUP_FACT_IMPACT_ASSESSMENT,
  EUP_FACT_SECOND_READER,
  EUP_FACT_SECOND_READER_VIEW,
  EUP_FACT_TECHNOLOGY_NEEDS_SECOND_READER,
  EUP_FACT_DECIDER,
  EUP_FACT_DELEGATION,
  EUP_FACT_DECIDER_INTEREST,
  EUP_FACT_ROAD,
  EUP_FACT_PROVISION,
  EUP_FACT_OUTCOME,
  EUP_FACT_COHABITANTS,
  EUP_FACT_INTERPRETERS,
  EUP_FACT_RELATIVE_INTERPRETS,
  EUP_FACT_LANGUAGES_DIFFER,
  EUP_FACT_DISSENTS_UNASKED,
  EUP_FACT_ABSENT_WITHOUT_VIEW,
  EUP_FACT_QUICK_VOICES,
  EUP_FACT_RESIDENT_JARGON,
  EUP_FACT_SAME_WORDS,
  EUP_FACT_BIRTH_UNKNOWN,
  EUP_FACT_TICKS,
  EUP_FACT_ATTEMPTS,
  EUP_FACT_ATTEMPT_DAYS,
  EUP_FACT_ATTEMPT_METHODS,
  EUP_FACT_WEIGHT,
  EUP_FACT_CONDITIONS_FOR,
  EUP_FACT_STANCE,
  EUP_FACT_ANSWERED,
  EUP_FACT_REASON,
  EUP_FACT_FIELD,
  EUP_FACT_CHOICES,
  EUP_FACT_CONSENT,
  EUP_FACT_CONSENT_REQUIRED,
  EUP_FACT_CONSENT_BY_OTHER,
} EupFact;

/* Answers a fact: fills @value (its type is set). @name is the question or the consent that it is asked
 * of, @detail the voice or the field, as the fact takes them; else %NULL. */
typedef void (*EupFactFunc) (
    EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);

typedef struct _EupExpression EupExpression;

typedef enum
{
  EUP_NAME_QUESTION, /* @name */
  EUP_NAME_VOICE,    /* @name is the question, @detail the voice */
  EUP_NAME_FIELD,    /* @name is the question, @detail the field */
  EUP_NAME_CONSENT,  /* @name */
} EupNameKind;

/* Whether what an expression names is there. */
typedef gboolean (*EupNameFunc) (EupNameKind kind, const char *name, const char *detail, gpointer data);

EupExpression *eup_expression_parse (const char *text, EupNameFunc known, gpointer data, GError **error);
void eup_expression_free (EupExpression *self);
gboolean
eup_expression_check_names (const EupExpression *self, EupNameFunc known, gpointer data, GError **error);
gboolean eup_expression_evaluate (const EupExpression *self, EupFactFunc fact, gpointer data);
gboolean eup_expression_can_be (const EupExpression *self, gboolean truth);

/* Told of each fact that an expression asks for, once for each place where it stands. */
typedef void (*EupAskedFunc) (EupFact fact, const char *name, const char *detail, guint place, gpointer data);
void eup_expression_foreach_fact (const EupExpression *self, EupAskedFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupExpression, eup_expression_free)

G_END_DECLS
