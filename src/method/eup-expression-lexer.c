/* Cuts an expression into tokens, each with the place where it begins. */

#include "method/eup-expression-private.h"

#include <string.h>

typedef struct
{
  const char *next;
  guint place; /* of next, from 1 */
  GPtrArray *tokens;
} Lexer;

static void
token_free (gpointer data)
{
  EupToken *token = data;

  g_free (token->text);
  g_free (token);
}

static EupToken *
add (Lexer *lexer, EupTokenKind kind, const char *text, gsize length)
{
  EupToken *token = g_new0 (EupToken, 1);

  token->kind = kind;
  token->place = lexer->place;
  token->text = g_strndup (text, length);
  g_ptr_array_add (lexer->tokens, token);
  return token;
}

/* Goes on behind @length bytes. */
static void
step (Lexer *lexer, gsize length)
{
  lexer->place += (guint) g_utf8_strlen (lexer->next, (gssize) length);
  lexer->next += length;
}

static gboolean
read_number (Lexer *lexer, GError **error)
{
  gsize length = strspn (lexer->next, "0123456789");
  g_autofree char *digits = g_strndup (lexer->next, length);
  guint64 number;

  if (!g_ascii_string_to_unsigned (digits, 10, 0, G_MAXINT, &number, NULL))
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_SYNTAX, lexer->place, "the number %s is too large",
                           digits);
      return FALSE;
    }
  add (lexer, EUP_TOKEN_NUMBER, digits, length)->number = (int) number;
  step (lexer, length);
  return TRUE;
}

static gboolean
read_text (Lexer *lexer, GError **error)
{
  const char *end = strchr (lexer->next + 1, '\'');

  if (end == NULL)
    {
      eup_expression_fail (error, EUP_EXPRESSION_ERROR_SYNTAX, lexer->place,
                           "a text begins here and has no second ' to end it");
      return FALSE;
    }
  add (lexer, EUP_TOKEN_TEXT, lexer->next + 1, (gsize) (end - lexer->next - 1));
  step (lexer, (gsize) (end + 1 - lexer->next));
  return TRUE;
}

static gsize
name_length (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalnum (text[length]) || text[length] == '_')
    length++;
  return length;
}

static gsize
sign_length (const char *text)
{
  static const char *const signs[] = { "!=", "<=", ">=", "=", "<", ">", "(", ")", "{", "}", "," };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return strlen (signs[i]);
  return 0;
}

static gboolean
read_word_or_sign (Lexer *lexer, GError **error)
{
  gsize length = name_length (lexer->next);
  EupTokenKind kind = length > 0 ? EUP_TOKEN_NAME : EUP_TOKEN_SIGN;

  if (length == 0)
    length = sign_length (lexer->next);
  if (length == 0)
    {
      g_autofree char *found = g_utf8_substring (lexer->next, 0, 1);

      eup_expression_fail (error, EUP_EXPRESSION_ERROR_SYNTAX, lexer->place, "“%s” has no meaning here",
                           found);
      return FALSE;
    }
  add (lexer, kind, lexer->next, length);
  step (lexer, length);
  return TRUE;
}

/**
 * eup_expression_tokens:
 * @text: UTF-8
 * @error: EUP_EXPRESSION_ERROR_SYNTAX
 *
 * Returns: (transfer full) (element-type EupToken) (nullable): the tokens, the last of them EUP_TOKEN_END
 */
GPtrArray *
eup_expression_tokens (const char *text, GError **error)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func (token_free);
  Lexer lexer = { text, 1, tokens };

  for (;;)
    {
      gboolean good;

      step (&lexer, strspn (lexer.next, " \t\r\n"));
      if (*lexer.next == '\0')
        break;
      if (g_ascii_isdigit (*lexer.next))
        good = read_number (&lexer, error);
      else if (*lexer.next == '\'')
        good = read_text (&lexer, error);
      else
        good = read_word_or_sign (&lexer, error);
      if (!good)
        return NULL;
    }
  add (&lexer, EUP_TOKEN_END, "", 0);
  return g_steal_pointer (&tokens);
}

gboolean
eup_token_is (const EupToken *self, EupTokenKind kind, const char *text)
{
  return self->kind == kind && g_str_equal (self->text, text);
}

/* The token as messages call it. */
char *
eup_token_describe (const EupToken *self)
{
  switch (self->kind)
    {
    case EUP_TOKEN_END:
      return g_strdup ("the end");
    case EUP_TOKEN_TEXT:
      return g_strdup_printf ("'%s'", self->text);
    case EUP_TOKEN_NUMBER:
    case EUP_TOKEN_NAME:
    case EUP_TOKEN_SIGN:
    default:
      return g_strdup_printf ("“%s”", self->text);
    }
}
