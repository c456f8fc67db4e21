/* For eyes and hands: with letters twice as large no word is cut off or lies over another, whatever can be
 * pressed is large enough for a finger, and nothing moves for somebody who wants it still. With EUP_PSEUDO
 * (pseudo.py) the same of a language with long words and high letters, in their usual size. */

#include "ui-pages.h"

#include <glib/gi18n.h>
#include <locale.h>
#include "eup-config.h"
#include "ui/common/eup-full-words.h"

#define DOTS_PER_INCH 96
#define TARGET 44
#define WALL_TARGET 88

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (DOTS_PER_INCH * 1024 * scale), NULL);
  ui_test_settle ();
}

static gboolean
tooltip_says (GtkWidget *widget, const char *words)
{
  g_autofree char *full = gtk_widget_get_has_tooltip (GTK_WIDGET (gtk_widget_get_root (widget)))
                              ? eup_full_words_of (widget)
                              : NULL;

  if (full != NULL && strstr (full, words) != NULL)
    return TRUE;
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (widget);

      if (tooltip != NULL && strstr (tooltip, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_cut (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  if (pango_layout_is_ellipsized (layout))
    return TRUE;
  pango_layout_get_pixel_size (layout, &width, &height);
  return height > gtk_widget_get_height (GTK_WIDGET (label)) + 1 ||
         width > gtk_widget_get_width (GTK_WIDGET (label)) + 1;
}

/* Where the two lie on the page; FALSE where one has no room at all. */
static gboolean
overlap (GtkWidget *a, GtkWidget *b, GtkWidget *root)
{
  graphene_rect_t one, other, both;

  return gtk_widget_compute_bounds (a, root, &one) && gtk_widget_compute_bounds (b, root, &other) &&
         graphene_rect_intersection (&one, &other, &both) && both.size.width > 1 && both.size.height > 1;
}

/* The title of an empty field stands in it, and above it for when it is filled; one of the two is seen. */
static gboolean
same_words (GtkWidget *label, GtkWidget *other)
{
  return g_str_equal (gtk_label_get_text (GTK_LABEL (label)), gtk_label_get_text (GTK_LABEL (other)));
}

static void
look_at_siblings (GtkWidget *label, const UiPage *page)
{
  if (GTK_IS_OVERLAY (gtk_widget_get_parent (label)) || GTK_IS_STACK (gtk_widget_get_parent (label)))
    return;
  for (GtkWidget *other = gtk_widget_get_next_sibling (label); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (GTK_IS_LABEL (other) && !same_words (label, other) && gtk_widget_get_mapped (other) &&
        gtk_widget_get_child_visible (other) && overlap (label, other, GTK_WIDGET (page->window)))
      ui_pages_complain (page, label, "lies over “%s”", gtk_label_get_text (GTK_LABEL (other)));
}

static void
look_at_label (GtkWidget *widget, const UiPage *page, gpointer data)
{
  const char *words = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  if (*words == '\0')
    return;
  if (is_cut (GTK_LABEL (widget)) && !tooltip_says (widget, words))
    ui_pages_complain (page, widget, "is cut off");
  look_at_siblings (widget, page);
}

static void
look_at_letters (const UiPage *page, gpointer data)
{
  ui_test_settle ();
  ui_pages_walk (GTK_WIDGET (page->window), page, look_at_label, NULL);
}

static gboolean
is_target (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_TEXT_VIEW (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget) ||
         (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

/* A press anywhere on a row, or around a field, does the same as one on what is in it. */
static gboolean
is_part_of_target (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  if (GTK_IS_SPIN_BUTTON (parent) || GTK_IS_TEXT (parent))
    return TRUE;
  return ADW_IS_ACTION_ROW (row) && adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) == widget;
}

static void
look_at_target (GtkWidget *widget, const UiPage *page, gpointer data)
{
  float least = page->wall ? WALL_TARGET : TARGET;
  graphene_rect_t bounds;

  if (!is_target (widget) || is_part_of_target (widget) ||
      !gtk_widget_compute_bounds (widget, widget, &bounds))
    return;
  if (bounds.size.width < least - 0.5f || bounds.size.height < least - 0.5f)
    ui_pages_complain (page, widget, "is %.0f × %.0f", bounds.size.width, bounds.size.height);
}

static void
look_at_motion (GtkWidget *widget, const UiPage *page, gpointer data)
{
  if (GTK_IS_STACK (widget) && gtk_stack_get_transition_running (GTK_STACK (widget)))
    ui_pages_complain (page, widget, "moves");
  if (GTK_IS_REVEALER (widget) && gtk_revealer_get_child_revealed (GTK_REVEALER (widget)) !=
                                      gtk_revealer_get_reveal_child (GTK_REVEALER (widget)))
    ui_pages_complain (page, widget, "moves");
}

/* Shows each other child of each stack for a moment, which would start its motion. */
static void
turn_stacks (GtkWidget *widget, const UiPage *page, gpointer data)
{
  GtkWidget *shown;

  if (!GTK_IS_STACK (widget))
    return;
  shown = gtk_stack_get_visible_child (GTK_STACK (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != shown && gtk_widget_get_visible (child))
      {
        gtk_stack_set_visible_child (GTK_STACK (widget), child);
        look_at_motion (widget, page, data);
      }
  gtk_stack_set_visible_child (GTK_STACK (widget), shown);
}

static void
look_at_rest (const UiPage *page, gpointer data)
{
  ui_pages_begin ("targets");
  ui_pages_walk (GTK_WIDGET (page->window), page, look_at_target, NULL);
  ui_pages_begin ("motion");
  ui_pages_walk (GTK_WIDGET (page->window), page, turn_stacks, NULL);
  ui_pages_walk (GTK_WIDGET (page->window), page, look_at_motion, NULL);
}

static void
a_word_that_is_cut_off_would_be_found (void)
{
  GtkWidget *label = gtk_label_new ("A sentence that is far too long for the room that it has here");
  GtkWindow *window;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  window = ui_test_present (label, 120, 100);
  g_assert_true (is_cut (GTK_LABEL (label)));
  g_assert_true (tooltip_says (label, gtk_label_get_text (GTK_LABEL (label))));
  gtk_widget_set_can_target (label, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  g_assert_false (tooltip_says (label, gtk_label_get_text (GTK_LABEL (label))));
  gtk_widget_set_tooltip_text (label, gtk_label_get_text (GTK_LABEL (label)));
  g_assert_true (tooltip_says (label, gtk_label_get_text (GTK_LABEL (label))));
  gtk_window_destroy (window);
}

/* That language, and not English once more. */
static void
speak_pseudo (const char *folder)
{
  setlocale (LC_ALL, "");
  bindtextdomain (EUP_GETTEXT_DOMAIN, folder);
  bind_textdomain_codeset (EUP_GETTEXT_DOMAIN, "UTF-8");
  textdomain (EUP_GETTEXT_DOMAIN);
  g_assert_cmpstr (_ ("Quit"), !=, "Quit");
}

static int
look_at_pseudo (const char *folder)
{
  speak_pseudo (folder);
  ui_pages_begin ("letters");
  ui_pages_visit (look_at_letters, NULL);
  g_test_add_data_func ("/large-letters/no_word_is_cut_off_in_a_long_language", "letters",
                        (GTestDataFunc) ui_pages_judge);
  return ui_test_run ();
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  if (g_getenv ("EUP_PSEUDO") != NULL)
    return look_at_pseudo (g_getenv ("EUP_PSEUDO"));
  set_text_scale (2);
  ui_pages_begin ("letters");
  ui_pages_visit (look_at_letters, NULL);
  set_text_scale (1);
  ui_pages_visit (look_at_rest, NULL);
  g_test_add_func ("/large-letters/a_word_that_is_cut_off_would_be_found",
                   a_word_that_is_cut_off_would_be_found);
  g_test_add_data_func ("/large-letters/no_word_is_cut_off_when_letters_are_twice_as_large", "letters",
                        (GTestDataFunc) ui_pages_judge);
  g_test_add_data_func ("/large-letters/everything_can_be_pressed_with_a_finger", "targets",
                        (GTestDataFunc) ui_pages_judge);
  g_test_add_data_func ("/large-letters/nothing_moves_for_who_wants_it_still", "motion",
                        (GTestDataFunc) ui_pages_judge);
  return ui_test_run ();
}
