/* How many sentences a person hears at once. The lines are counted as the wall breaks them at 64 pixels on
 * 1744; what is wrong by a line scrolls. */

#include "ui/meeting/eup-read-back-pages.h"

#include "assessment/eup-assessment.h"

#define MOST_SENTENCES 3
#define LINE_WIDTH 54 /* Latin letters; a Han character is as wide as two */
#define MOST_LINES 8  /* with what stands under each sentence */
#define DENSE 7       /* lines, from which on the letters give way a little */
#define UNDER_EACH 1  /* where and when, and the air around it */

static guint
count_lines (const char *words)
{
  guint width = 0;

  for (const char *at = words; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    width += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : *at == '\n' ? LINE_WIDTH : 1;
  return width > 0 ? (width + LINE_WIDTH - 1) / LINE_WIDTH : 0;
}

static guint
height_of (const EupStatement *statement)
{
  return MAX (count_lines (statement->words), 1) + count_lines (statement->translation) + UNDER_EACH;
}

/* How many from @begin stand on one page. */
static guint
count_on_page (GPtrArray *statements, guint begin)
{
  guint n = 0, height = 0;

  while (begin + n < statements->len && n < MOST_SENTENCES)
    {
      height += height_of (statements->pdata[begin + n]);
      if (n > 0 && height > MOST_LINES)
        break;
      n++;
    }
  return n;
}

guint
eup_read_back_count_pages (GPtrArray *statements)
{
  guint n_pages = 0;

  for (guint at = 0; at < statements->len; at += count_on_page (statements, at))
    n_pages++;
  return n_pages;
}

/**
 * eup_read_back_is_dense:
 * @page: (element-type EupStatement): the sentences of one page
 *
 * Returns: whether they need somewhat smaller letters to stand on the wall together
 */
gboolean
eup_read_back_is_dense (GPtrArray *page)
{
  guint height = 0;

  for (guint i = 0; i < page->len; i++)
    height += height_of (page->pdata[i]);
  return height >= DENSE;
}

/**
 * eup_read_back_cut_page:
 * @statements: (element-type EupStatement): all of one person
 * @page: from 0
 * @first: (out) (nullable): the number of the first on it, from 1
 *
 * Returns: (transfer container) (element-type EupStatement): those on the page; empty after the last
 */
GPtrArray *
eup_read_back_cut_page (GPtrArray *statements, guint page, guint *first)
{
  GPtrArray *cut = g_ptr_array_new ();
  guint at = 0;

  for (; page > 0 && at < statements->len; page--)
    at += count_on_page (statements, at);
  if (first != NULL)
    *first = at + 1;
  for (guint i = 0; i < (at < statements->len ? count_on_page (statements, at) : 0); i++)
    g_ptr_array_add (cut, statements->pdata[at + i]);
  return cut;
}
