/* Every page and dialog for somebody who doesn't see it: whatever can have the focus has a role and a name,
 * Tab goes round and gets stuck nowhere, each page has a heading. */

#include "ui-pages.h"

/* Roles whose name is what stands in them. */
static gboolean
is_named_by_content (GtkAccessibleRole role)
{
  switch ((int) role)
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_RADIO:
    case GTK_ACCESSIBLE_ROLE_LINK:
    case GTK_ACCESSIBLE_ROLE_LABEL:
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
    case GTK_ACCESSIBLE_ROLE_ROW:
    case GTK_ACCESSIBLE_ROLE_TAB:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_OPTION:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
has_property (GtkWidget *widget, GtkAccessibleProperty property)
{
  g_autofree char *value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001");

  return value != NULL && *value != '\0' && !g_str_equal (value, "undefined");
}

static gboolean
holds_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds_words (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return has_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         gtk_widget_get_tooltip_text (widget) != NULL || (is_named_by_content (role) && holds_words (widget));
}

static gboolean
says_nothing (GtkAccessibleRole role)
{
  return role == GTK_ACCESSIBLE_ROLE_NONE || role == GTK_ACCESSIBLE_ROLE_GENERIC ||
         role == GTK_ACCESSIBLE_ROLE_WIDGET;
}

/* What is inside of another thing and acts for it has that one's name: the field of a row, the button of a
 * menu. */
static GtkWidget *
whole (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_TEXT (widget) || (GTK_IS_TOGGLE_BUTTON (widget) && GTK_IS_MENU_BUTTON (parent)) ||
      (GTK_IS_TOGGLE_BUTTON (widget) && GTK_IS_DROP_DOWN (parent)))
    for (; parent != NULL; parent = gtk_widget_get_parent (parent))
      if (GTK_IS_ENTRY (parent) || ADW_IS_ENTRY_ROW (parent) || GTK_IS_SPIN_BUTTON (parent) ||
          GTK_IS_SEARCH_ENTRY (parent) || GTK_IS_PASSWORD_ENTRY (parent) || GTK_IS_MENU_BUTTON (parent) ||
          GTK_IS_DROP_DOWN (parent))
        return parent;
  return widget;
}

/* What holds others and scrolls has the focus only when there is nothing in it that could (Tab shows). */
static gboolean
only_holds (GtkWidget *widget)
{
  return GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_BASE (widget) ||
         GTK_IS_WINDOW (widget) || GTK_IS_POPOVER (widget) || ADW_IS_DIALOG (widget) ||
         g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo");
}

static void
look_at_stop (GtkWidget *widget, const UiPage *page)
{
  GtkWidget *named = whole (widget);

  /* The toolkit's own page of one sentence scrolls, and there is nothing else to stop at. */
  if (gtk_widget_get_ancestor (widget, ADW_TYPE_STATUS_PAGE) != NULL && GTK_IS_SCROLLED_WINDOW (widget))
    return;
  if (named == widget && says_nothing (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))))
    ui_pages_complain (page, widget, "has no role");
  if (!has_name (named) && !has_name (widget))
    ui_pages_complain (page, widget, "has no name");
}

static void
look_at_widget (GtkWidget *widget, const UiPage *page, gpointer data)
{
  if (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (widget)))
    ui_pages_complain (page, widget, "keeps Tab for itself");
  if (gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget) && !only_holds (widget))
    look_at_stop (widget, page);
}

static void
look_for_heading (GtkWidget *widget, const UiPage *page, gpointer data)
{
  gboolean *found = data;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_HEADING)
    *found = TRUE;
}

/* A dialog has its title instead. */
static void
look_at_headings (const UiPage *page, gpointer data)
{
  gboolean found = ui_test_find (GTK_WIDGET (page->window), ADW_TYPE_DIALOG, NULL) != NULL;

  ui_pages_walk (GTK_WIDGET (page->window), page, look_for_heading, &found);
  if (!found)
    ui_pages_complain (page, GTK_WIDGET (page->window), "has no heading");
}

#define MOST_STEPS 400

static GtkWidget *
step (const UiPage *page, GtkDirectionType direction)
{
  g_signal_emit_by_name (page->window, "move-focus", direction);
  return gtk_window_get_focus (page->window);
}

/* Goes on until the first one comes again; how many steps that took, or what it got stuck at. */
static guint
go_round (const UiPage *page, GtkDirectionType direction)
{
  GtkWidget *first, *before, *now;
  guint n = 0;

  gtk_window_set_focus (page->window, NULL);
  first = before = step (page, direction);
  if (first == NULL)
    return 0;
  for (n = 1; n < MOST_STEPS; n++)
    {
      now = step (page, direction);
      if (now == first)
        return n;
      if (now != NULL && direction == GTK_DIR_TAB_FORWARD)
        look_at_stop (now, page);
      if (now == before)
        ui_pages_complain (page, now, "Tab stays there");
      if (now == before || now == NULL)
        return n;
      before = now;
    }
  ui_pages_complain (page, before, "Tab does not come back to the first");
  return n;
}

static void
look_at_order (const UiPage *page, gpointer data)
{
  guint there = go_round (page, GTK_DIR_TAB_FORWARD);
  guint back = go_round (page, GTK_DIR_TAB_BACKWARD);

  g_test_message ("%s: %u steps, %u back", page->name, there, back);
}

static void
look (const UiPage *page, gpointer data)
{
  ui_pages_begin ("names");
  ui_pages_walk (GTK_WIDGET (page->window), page, look_at_widget, NULL);
  ui_pages_begin ("headings");
  look_at_headings (page, NULL);
  ui_pages_begin ("order");
  look_at_order (page, NULL);
}

static GtkWidget *
plain (const char *words)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), words ? gtk_label_new (words) : gtk_image_new ());
  return button;
}

static void
a_button_without_a_name_would_be_found (void)
{
  GtkWidget *named = g_object_ref_sink (plain ("Next"));
  GtkWidget *bare = g_object_ref_sink (plain (NULL));

  g_assert_true (has_name (named));
  g_assert_false (has_name (bare));
  gtk_widget_set_tooltip_text (bare, "Next");
  g_assert_true (has_name (bare));
  g_object_unref (named);
  g_object_unref (bare);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_pages_visit (look, NULL);
  g_test_add_func ("/accessible/a_button_without_a_name_would_be_found",
                   a_button_without_a_name_would_be_found);
  g_test_add_data_func ("/accessible/everything_that_can_have_the_focus_has_a_role_and_a_name", "names",
                        (GTestDataFunc) ui_pages_judge);
  g_test_add_data_func ("/accessible/each_page_has_a_heading", "headings", (GTestDataFunc) ui_pages_judge);
  g_test_add_data_func ("/accessible/tab_goes_round_on_every_page", "order", (GTestDataFunc) ui_pages_judge);
  return ui_test_run ();
}
