/* One page of the guide as the program shows it by itself. */

#include "ui/help/eup-help-page.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/common/eup-scroll.h"
#include "ui/help/eup-help-text.h"

#define READING_WIDTH 640

static gboolean
activate_link_cb (GtkWidget *label, const char *uri, gpointer data)
{
  return gtk_widget_activate_action (label, "help.go", "s", uri);
}

static GtkWidget *
new_words (const char *markup, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  return label;
}

static GtkWidget *
new_heading (const EupHelpBlock *block)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_markup (GTK_LABEL (label), block->markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "help-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  if (block->name != NULL)
    gtk_widget_set_name (label, block->name);
  return label;
}

/* A point or a step, with its mark before it. */
static GtkWidget *
new_item (const EupHelpBlock *block)
{
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 12, NULL);
  g_autofree char *mark = block->kind == EUP_HELP_ITEM ? g_strdup ("•")
                          : block->number > 0          ? g_strdup_printf ("%u.", block->number)
                                                       : g_strdup ("");
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_widget_add_css_class (label, "help-mark");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_words (block->markup, "help-words"));
  return box;
}

/* A row that leads to another page: its title, and what it is about. */
static GtkWidget *
new_way (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "#", 2);
  g_autoptr (EupHelpText) text = eup_help_text_load (eup_ui_language (), parts[0], NULL);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text != NULL ? text->title : name);
  if (text != NULL && text->description != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->description);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "help.go");
  return row;
}

/* Points, steps and ways each stand in a list of their own; a list goes on as long as its kind does. */
static GtkWidget *
find_list (GtkWidget *column, const EupHelpBlock *block, EupHelpKind before)
{
  GtkWidget *last = gtk_widget_get_last_child (column);
  gboolean ways = block->kind == EUP_HELP_TOPIC;
  GtkWidget *list;

  if (last != NULL && before == block->kind && block->number != 1)
    return last;
  if (ways)
    list = gtk_list_box_new ();
  else
    list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  if (ways)
    {
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
    }
  gtk_box_append (GTK_BOX (column), list);
  return list;
}

static void
add_block (GtkWidget *column, const EupHelpBlock *block, EupHelpKind before)
{
  switch (block->kind)
    {
    case EUP_HELP_HEADING:
      gtk_box_append (GTK_BOX (column), new_heading (block));
      break;
    case EUP_HELP_ITEM:
    case EUP_HELP_STEP:
      gtk_box_append (GTK_BOX (find_list (column, block, before)), new_item (block));
      break;
    case EUP_HELP_TOPIC:
      gtk_list_box_append (GTK_LIST_BOX (find_list (column, block, before)), new_way (block->name));
      break;
    case EUP_HELP_NOTE:
      gtk_box_append (GTK_BOX (column), new_words (block->markup, "help-note"));
      break;
    case EUP_HELP_TERM:
      gtk_box_append (GTK_BOX (column), new_words (block->markup, "help-term"));
      break;
    case EUP_HELP_TERM_TEXT:
      gtk_box_append (GTK_BOX (column), new_words (block->markup, "help-term-text"));
      break;
    case EUP_HELP_PARAGRAPH:
    default:
      gtk_box_append (GTK_BOX (column), new_words (block->markup, "help-words"));
      break;
    }
}

static void
add_see_also (GtkWidget *column, GPtrArray *see_also)
{
  EupHelpBlock heading = { EUP_HELP_HEADING, 0, NULL, NULL };

  if (see_also->len == 0)
    return;
  heading.markup = g_markup_escape_text (_ ("Read on"), -1);
  add_block (column, &heading, EUP_HELP_PARAGRAPH);
  g_free (heading.markup);
  for (guint i = 0; i < see_also->len; i++)
    {
      EupHelpBlock way = { EUP_HELP_TOPIC, 0, see_also->pdata[i], NULL };

      add_block (column, &way, i == 0 ? EUP_HELP_PARAGRAPH : EUP_HELP_TOPIC);
    }
}

static GtkWidget *
new_column (const EupHelpText *text)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                   text->title, "use-markup", TRUE, "wrap", TRUE, "xalign", 0.0, NULL);
  EupHelpKind before = EUP_HELP_PARAGRAPH;

  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_widget_add_css_class (title, "help-title");
  gtk_widget_add_css_class (column, "help");
  gtk_box_append (GTK_BOX (column), title);
  for (guint i = 0; i < text->blocks->len; i++)
    {
      const EupHelpBlock *block = text->blocks->pdata[i];

      add_block (column, block, before);
      before = block->kind;
    }
  add_see_also (column, text->see_also);
  return column;
}

/**
 * eup_help_page_new:
 * @name: a page of the guide, such as "index"
 *
 * Returns: (transfer floating): the page in the language of the windows; its tag is its name
 */
AdwNavigationPage *
eup_help_page_new (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupHelpText) text = eup_help_text_load (eup_ui_language (), name, &error);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_ARTICLE, NULL);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *bar = adw_header_bar_new ();
  AdwNavigationPage *page;

  if (text == NULL)
    {
      g_warning ("The page “%s” of the guide can't be read: %s", name, error->message);
      text = eup_help_text_new ("<page><title/></page>", sizeof "<page><title/></page>" - 1, NULL);
    }
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), READING_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), new_column (text));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, text->title, -1);
  /* The page says its own title, in letters that wrap. */
  adw_header_bar_set_show_title (ADW_HEADER_BAR (bar), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  page = adw_navigation_page_new_with_tag (view, text->title, name);
  g_object_set_data (G_OBJECT (page), "scroller", scroller);
  return page;
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = g_str_equal (gtk_widget_get_name (widget), name) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

/**
 * eup_help_page_show_section:
 * @page: of eup_help_page_new()
 * @section: (nullable): the id of a section; where there is none, the page stays at its beginning
 *
 * Gives the page the keyboard, so that its keys scroll, and shows the section.
 */
void
eup_help_page_show_section (AdwNavigationPage *page, const char *section)
{
  GtkWidget *scroller = g_object_get_data (G_OBJECT (page), "scroller");
  GtkWidget *heading = section != NULL ? find_named (scroller, section) : NULL;

  gtk_widget_grab_focus (scroller);
  if (heading != NULL)
    eup_scroll_to (GTK_SCROLLED_WINDOW (scroller), heading);
}
