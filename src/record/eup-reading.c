/* The text of a record in the order in which a screen reader speaks it: a line for each tagged element,
 * without the lines at the foot of the pages. Only qpdf and the document itself are needed, so that an
 * archive can read a record where nothing else of ours is. */

#include "record/eup-reading.h"

#include "record/eup-reading-private.h"

#include <string.h>

/* In thousandths of the font's size: what lies further apart is not one word. */
#define WIDEST_KERN 400

/* More than any page draws, and any record says. */
#define MOST_CONTENT (32 * 1024 * 1024)

/* More than all streams of any record hold that are read here, tables of fonts once for each page. */
#define MOST_UNPACKED (512 * 1024 * 1024)

/* Elements inside each other on a page; ours need three. */
#define MAX_DEPTH 64

G_DEFINE_QUARK (eup-reading-error-quark, eup_reading_error)

typedef enum
{
  MARK_OTHER,
  MARK_CONTENT,  /* one element of the document */
  MARK_ARTIFACT, /* decoration: not read */
  MARK_SPOKEN,   /* its characters have been given by ActualText */
} Mark;

typedef struct
{
  EupQpdf q;
  GString *text;       /* of the document */
  GString *line;       /* of the element that is open */
  GArray *marks;       /* Mark: those that are open */
  GPtrArray *operands; /* EupLexeme, in front of the next operator */
  guint n_operands;
  GHashTable *fonts; /* name on this page → EupReadingFont */
  qpdf_oh font_dictionary;
  const EupReadingFont *font;
  gsize budget; /* bytes that may still be unpacked */
} Reading;

static void
lexeme_free (gpointer data)
{
  EupLexeme *lexeme = data;

  g_string_free (lexeme->bytes, TRUE);
  g_free (lexeme);
}

/* The lexeme to be filled next. */
static EupLexeme *
next_operand (Reading *reading)
{
  if (reading->n_operands == reading->operands->len)
    {
      EupLexeme *lexeme = g_new0 (EupLexeme, 1);

      lexeme->bytes = g_string_new (NULL);
      g_ptr_array_add (reading->operands, lexeme);
    }
  return reading->operands->pdata[reading->n_operands];
}

static const EupLexeme *
operand (const Reading *reading, guint i)
{
  return i < reading->n_operands ? reading->operands->pdata[i] : NULL;
}

static gboolean
is_open (const Reading *reading, Mark mark)
{
  for (guint i = 0; i < reading->marks->len; i++)
    if (g_array_index (reading->marks, Mark, i) == mark)
      return TRUE;
  return FALSE;
}

static gboolean
is_read (const Reading *reading)
{
  return is_open (reading, MARK_CONTENT) && !is_open (reading, MARK_ARTIFACT) &&
         !is_open (reading, MARK_SPOKEN);
}

static void
choose_font (Reading *reading)
{
  const EupLexeme *name = operand (reading, 0);
  g_autofree char *key = NULL;
  EupReadingFont *font;

  reading->font = NULL;
  if (name == NULL || name->kind != EUP_LEXEME_NAME)
    return;
  font = g_hash_table_lookup (reading->fonts, name->bytes->str);
  if (font == NULL)
    {
      key = g_strconcat ("/", name->bytes->str, NULL);
      font = eup_reading_font_new (reading->q, eup_qpdf_get (reading->q, reading->font_dictionary, key),
                                   &reading->budget);
      g_hash_table_insert (reading->fonts, g_strdup (name->bytes->str), font);
    }
  reading->font = font;
}

/* Another place on the same line, such as the next column. */
static void
begin_piece (Reading *reading)
{
  if (reading->line->len > 0 && !g_ascii_isspace (reading->line->str[reading->line->len - 1]))
    g_string_append_c (reading->line, ' ');
}

static void
show (Reading *reading)
{
  if (reading->font == NULL || !is_read (reading) || reading->line->len > MOST_CONTENT)
    return;
  for (guint i = 0; i < reading->n_operands; i++)
    {
      const EupLexeme *lexeme = operand (reading, i);

      if (lexeme->kind == EUP_LEXEME_STRING)
        eup_reading_font_append (reading->font, reading->line, lexeme->bytes);
      else if (lexeme->kind == EUP_LEXEME_WORD && g_ascii_strtod (lexeme->bytes->str, NULL) < -WIDEST_KERN)
        begin_piece (reading);
    }
}

/* The string behind the name ActualText among the operands. */
static const EupLexeme *
find_actual_text (const Reading *reading)
{
  for (guint i = 0; i + 1 < reading->n_operands; i++)
    {
      const EupLexeme *name = operand (reading, i);

      if (name->kind == EUP_LEXEME_NAME && g_str_equal (name->bytes->str, "ActualText") &&
          operand (reading, i + 1)->kind == EUP_LEXEME_STRING)
        return operand (reading, i + 1);
    }
  return NULL;
}

static gboolean
has_name (const Reading *reading, const char *name)
{
  for (guint i = 0; i < reading->n_operands; i++)
    if (operand (reading, i)->kind == EUP_LEXEME_NAME && g_str_equal (operand (reading, i)->bytes->str, name))
      return TRUE;
  return FALSE;
}

static void
begin_mark (Reading *reading)
{
  const EupLexeme *tag = operand (reading, 0);
  const EupLexeme *spoken = find_actual_text (reading);
  Mark mark = MARK_OTHER;

  if (tag != NULL && tag->kind == EUP_LEXEME_NAME && g_str_equal (tag->bytes->str, "Artifact"))
    mark = MARK_ARTIFACT;
  else if (has_name (reading, "MCID"))
    mark = MARK_CONTENT;
  else if (spoken != NULL)
    mark = MARK_SPOKEN;

  if (mark == MARK_CONTENT && tag->bytes->str[0] == 'H' && reading->text->len > 0)
    g_string_append_c (reading->text, '\n');
  if (spoken != NULL && mark != MARK_ARTIFACT && (mark == MARK_CONTENT || is_read (reading)))
    {
      g_autofree char *text = eup_reading_from_utf16 (spoken->bytes);

      g_string_append (reading->line, text);
    }
  if (reading->marks->len < MAX_DEPTH)
    g_array_append_val (reading->marks, mark);
}

static void
end_line (Reading *reading)
{
  g_autofree char *line = g_strstrip (g_strdup (reading->line->str));

  g_string_truncate (reading->line, 0);
  if (*line != '\0')
    g_string_append_printf (reading->text, "%s\n", line);
}

static void
end_mark (Reading *reading)
{
  if (reading->marks->len > 0)
    g_array_set_size (reading->marks, reading->marks->len - 1);
  if (!is_open (reading, MARK_CONTENT))
    end_line (reading);
}

/* "dx 0 Td": a jump to the right; inside a word cairo kerns instead. */
static gboolean
stays_on_line (const Reading *reading)
{
  const EupLexeme *down = operand (reading, 1);

  return down != NULL && down->kind == EUP_LEXEME_WORD && g_ascii_strtod (down->bytes->str, NULL) == 0;
}

static void
operate (Reading *reading, EupLexer *lexer, const char *operator)
{
  if (g_str_equal (operator, "BT") || (g_str_equal (operator, "Td") && stays_on_line (reading)))
    begin_piece (reading);
  else if (g_str_equal (operator, "Tf"))
    choose_font (reading);
  else if (g_str_equal (operator, "Tj") || g_str_equal (operator, "TJ") || g_str_equal (operator, "'"))
    show (reading);
  else if (g_str_equal (operator, "BDC") || g_str_equal (operator, "BMC"))
    begin_mark (reading);
  else if (g_str_equal (operator, "EMC"))
    end_mark (reading);
  else if (g_str_equal (operator, "ID"))
    eup_lexer_skip_image (lexer);
}

static gboolean
is_operator (const EupLexeme *lexeme)
{
  return lexeme->kind == EUP_LEXEME_WORD && lexeme->bytes->len > 0 &&
         !g_ascii_isdigit (lexeme->bytes->str[0]) && strchr ("+-.", lexeme->bytes->str[0]) == NULL;
}

static void
read_page (Reading *reading, GBytes *content)
{
  EupLexer lexer;

  eup_lexer_init (&lexer, content);
  reading->n_operands = 0;
  reading->font = NULL;
  g_array_set_size (reading->marks, 0);
  while (eup_lexer_next (&lexer, next_operand (reading)))
    {
      EupLexeme *lexeme = reading->operands->pdata[reading->n_operands];

      if (is_operator (lexeme))
        {
          operate (reading, &lexer, lexeme->bytes->str);
          reading->n_operands = 0;
        }
      else
        reading->n_operands++;
    }
  end_line (reading);
}

/* What a page draws may stand in several streams, which are one after the other. */
static GBytes *
get_content (EupQpdf q, qpdf_oh page)
{
  qpdf_oh contents = eup_qpdf_get (q, page, "/Contents");
  g_autoptr (GByteArray) all = g_byte_array_new ();

  for (int i = 0; i < eup_qpdf_list_length (q, contents); i++)
    {
      g_autoptr (GBytes) one = eup_qpdf_get_bounded (q, eup_qpdf_list_item (q, contents, i), MOST_CONTENT);

      if (one == NULL || all->len + g_bytes_get_size (one) > MOST_CONTENT)
        return NULL;
      g_byte_array_append (all, g_bytes_get_data (one, NULL), (guint) g_bytes_get_size (one));
      g_byte_array_append (all, (const guint8 *) "\n", 1);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static gboolean
read_page_number (Reading *reading, guint number)
{
  qpdf_oh page = qpdf_get_page_n (reading->q, number);
  qpdf_oh resources = eup_qpdf_get (reading->q, page, "/Resources");
  g_autoptr (GBytes) content = get_content (reading->q, page);

  if (content == NULL || g_bytes_get_size (content) > reading->budget)
    {
      eup_qpdf_check (reading->q, NULL); /* a fault that nobody asks for is told to the terminal */
      return FALSE;
    }
  reading->budget -= g_bytes_get_size (content);
  g_hash_table_remove_all (reading->fonts);
  reading->font_dictionary = eup_qpdf_get (reading->q, resources, "/Font");
  read_page (reading, content);
  return reading->text->len <= MOST_CONTENT && eup_qpdf_check (reading->q, NULL);
}

/**
 * eup_reading_run:
 * @pdf: a record
 * @error: EUP_READING_ERROR_UNREADABLE
 *
 * Returns: (transfer full) (nullable): its text, UTF-8, a line for each element, an empty line before
 *   each heading
 */
char *
eup_reading_run (GBytes *pdf, GError **error)
{
  g_auto (EupQpdf) q = eup_qpdf_open (pdf, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autoptr (GPtrArray) operands = g_ptr_array_new_with_free_func (lexeme_free);
  g_autoptr (GHashTable) fonts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) eup_reading_font_free);
  Reading reading = { q, text, line, marks, operands, 0, fonts, 0, NULL, MOST_UNPACKED };
  int n_pages = q ? qpdf_get_num_pages (q) : -1;
  gboolean good = q && eup_qpdf_check (q, NULL) && n_pages > 0;

  for (int i = 0; good && i < n_pages; i++)
    good = read_page_number (&reading, (guint) i);
  if (good)
    return g_string_free_and_steal (g_steal_pointer (&text));

  g_set_error_literal (error, EUP_READING_ERROR, EUP_READING_ERROR_UNREADABLE,
                       "This is not a whole PDF document that can be read.");
  return NULL;
}
