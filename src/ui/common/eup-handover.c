/* What a page keeps that its case does not: where it is scrolled to, where the cursor stands, what is
 * folded out, what was typed but can't be taken yet. A page of the same case made a second time has the
 * same widgets in the same order, so both trees are walked side by side; where they part, so does the
 * walk, and what is below stays as a new page has it. */

#include "ui/common/eup-handover.h"

#include <adwaita.h>
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-time-row.h"

/* What follows a page's size settles in the first frames: how far it scrolls, what gives way to what. */
#define FRAMES 8

typedef struct
{
  double across, down;
  gboolean sidebar;
  int frames;
} Place;

static gboolean
place_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Place *place = data;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (widget);

      gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (scroller), place->across);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), place->down);
    }
  else
    {
      adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (widget), place->sidebar);
    }
  return ++place->frames < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
hand_scroll (GtkScrolledWindow *old, GtkScrolledWindow *fresh)
{
  Place place = { .across = gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (old)),
                  .down = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (old)) };

  if (place.across >= 1 || place.down >= 1)
    gtk_widget_add_tick_callback (GTK_WIDGET (fresh), place_cb, g_memdup2 (&place, sizeof place), g_free);
}

static void
hand_sidebar (AdwOverlaySplitView *old, AdwOverlaySplitView *fresh)
{
  Place place = { .sidebar = adw_overlay_split_view_get_show_sidebar (old) };

  adw_overlay_split_view_set_show_sidebar (fresh, place.sidebar);
  gtk_widget_add_tick_callback (GTK_WIDGET (fresh), place_cb, g_memdup2 (&place, sizeof place), g_free);
}

static void
hand_cursor (GtkTextView *old, GtkTextView *fresh)
{
  GtkTextBuffer *from = gtk_text_view_get_buffer (old), *to = gtk_text_view_get_buffer (fresh);
  GtkTextIter cursor, bound;

  gtk_text_buffer_get_iter_at_mark (from, &cursor, gtk_text_buffer_get_insert (from));
  gtk_text_buffer_get_iter_at_mark (from, &bound, gtk_text_buffer_get_selection_bound (from));
  gtk_text_buffer_get_iter_at_offset (to, &cursor, gtk_text_iter_get_offset (&cursor));
  gtk_text_buffer_get_iter_at_offset (to, &bound, gtk_text_iter_get_offset (&bound));
  gtk_text_buffer_select_range (to, &cursor, &bound);
}

static void
hand_selection (GtkEditable *old, GtkEditable *fresh)
{
  int position = gtk_editable_get_position (old);
  int from = position, to = position;

  gtk_editable_get_selection_bounds (old, &from, &to);
  gtk_editable_select_region (fresh, position == from ? to : from, position);
}

/* A date or a time that is being typed is none yet, so the case does not have it. */
static void
hand_unfinished (GtkEditable *old, GtkEditable *fresh)
{
  g_autofree char *value = EUP_IS_DATE_ROW (old) ? eup_date_parse (gtk_editable_get_text (old))
                                                 : eup_time_parse (gtk_editable_get_text (old));
  gboolean unfinished = gtk_widget_has_css_class (GTK_WIDGET (old), "error") ||
                        (gtk_widget_get_state_flags (GTK_WIDGET (old)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (unfinished && value == NULL)
    gtk_editable_set_text (fresh, gtk_editable_get_text (old));
}

static void
hand_one (GtkWidget *old, GtkWidget *fresh)
{
  if (GTK_IS_SCROLLED_WINDOW (old))
    hand_scroll (GTK_SCROLLED_WINDOW (old), GTK_SCROLLED_WINDOW (fresh));
  else if (GTK_IS_TEXT_VIEW (old))
    hand_cursor (GTK_TEXT_VIEW (old), GTK_TEXT_VIEW (fresh));
  else if (GTK_IS_TEXT (old))
    hand_selection (GTK_EDITABLE (old), GTK_EDITABLE (fresh));
  else if (EUP_IS_DATE_ROW (old) || EUP_IS_TIME_ROW (old))
    hand_unfinished (GTK_EDITABLE (old), GTK_EDITABLE (fresh));
  else if (GTK_IS_SEARCH_ENTRY (old))
    gtk_editable_set_text (GTK_EDITABLE (fresh), gtk_editable_get_text (GTK_EDITABLE (old)));
  else if (ADW_IS_EXPANDER_ROW (old))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fresh),
                                   adw_expander_row_get_expanded (ADW_EXPANDER_ROW (old)));
  else if (ADW_IS_OVERLAY_SPLIT_VIEW (old))
    hand_sidebar (ADW_OVERLAY_SPLIT_VIEW (old), ADW_OVERLAY_SPLIT_VIEW (fresh));
  else if (ADW_IS_NAVIGATION_SPLIT_VIEW (old))
    adw_navigation_split_view_set_show_content (
        ADW_NAVIGATION_SPLIT_VIEW (fresh),
        adw_navigation_split_view_get_show_content (ADW_NAVIGATION_SPLIT_VIEW (old)));
}

/* Returns: (nullable): the widget under @fresh that stands where @focus stands under @old */
static GtkWidget *
walk (GtkWidget *old, GtkWidget *fresh, GtkWidget *focus)
{
  GtkWidget *found = old == focus ? fresh : NULL;
  GtkWidget *left, *right;

  if (G_OBJECT_TYPE (old) != G_OBJECT_TYPE (fresh))
    return NULL;
  hand_one (old, fresh);
  left = gtk_widget_get_first_child (old);
  right = gtk_widget_get_first_child (fresh);
  while (left != NULL && right != NULL)
    {
      GtkWidget *below = walk (left, right, focus);

      found = below != NULL ? below : found;
      left = gtk_widget_get_next_sibling (left);
      right = gtk_widget_get_next_sibling (right);
    }
  return found;
}

/**
 * eup_handover:
 * @old: a page that goes, still as people see it
 * @fresh: the page of the same thing that is to come in its place
 * @focus: (nullable): what has the focus in @old
 *
 * Returns: (transfer none) (nullable): what stands in @fresh where @focus stands: it can have the
 *   focus once @fresh is in the window
 */
GtkWidget *
eup_handover (GtkWidget *old, GtkWidget *fresh, GtkWidget *focus)
{
  return walk (old, fresh, focus);
}

/**
 * eup_handover_focus:
 * @found: (nullable): from eup_handover()
 *
 * Gives it the focus, with the cursor where it was handed to: a field would select all its words else.
 *
 * Returns: whether it has the focus now
 */
gboolean
eup_handover_focus (GtkWidget *found)
{
  if (found == NULL)
    return FALSE;
  return GTK_IS_TEXT (found) ? gtk_text_grab_focus_without_selecting (GTK_TEXT (found))
                             : gtk_widget_grab_focus (found);
}
