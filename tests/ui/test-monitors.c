/* Screens come and go. A virtual display has one screen; here the toolkit is told of others: it asks the
 * functions of RANDR below, which stand in front of those of the library. A change is made known as RANDR
 * makes it known, by way of the display's server. openbox gives windows their size. */

#include <X11/Xatom.h>
#include <X11/extensions/Xrandr.h>
#include "ui-test.h"
#include "ui/common/eup-monitors.h"
#include "ui/meeting/eup-meeting-page.h"

typedef struct
{
  const char *name;
  int x, y, width, height;
  RROutput output;
} FakeScreen;

static const FakeScreen screens[] = {
  { "eDP-1", 0, 0, 1800, 1600, 0x7001 },
  { "HDMI_1", 1800, 0, 800, 600, 0x7002 },
};
static guint n_plugged = 1;
static const char gone[] = "The screen of the shared view is gone.";

/* The functions that the toolkit calls, under the names of the library. */

XRRMonitorInfo *
XRRGetMonitors (Display *display, Window window, Bool active, int *n_monitors)
{
  XRRMonitorInfo *infos = calloc (n_plugged, sizeof (XRRMonitorInfo) + sizeof (RROutput));
  RROutput *outputs = (RROutput *) (infos + n_plugged);

  for (guint i = 0; i < n_plugged; i++)
    {
      infos[i].name = XInternAtom (display, screens[i].name, False);
      infos[i].primary = i == 0;
      infos[i].noutput = 1;
      infos[i].x = screens[i].x;
      infos[i].y = screens[i].y;
      infos[i].width = screens[i].width;
      infos[i].height = screens[i].height;
      infos[i].mwidth = screens[i].width / 4;
      infos[i].mheight = screens[i].height / 4;
      outputs[i] = screens[i].output;
      infos[i].outputs = &outputs[i];
    }
  *n_monitors = (int) n_plugged;
  return infos;
}

void
XRRFreeMonitors (XRRMonitorInfo *monitors)
{
  free (monitors);
}

XRROutputInfo *
XRRGetOutputInfo (Display *display, XRRScreenResources *resources, RROutput output)
{
  XRROutputInfo *info = calloc (1, sizeof (XRROutputInfo));

  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    if (screens[i].output == output)
      {
        info->name = (char *) screens[i].name;
        info->nameLen = (int) strlen (screens[i].name);
        info->connection = i < n_plugged ? RR_Connected : RR_Disconnected;
        info->mm_width = (unsigned long) screens[i].width / 4;
        info->mm_height = (unsigned long) screens[i].height / 4;
      }
  return info;
}

void
XRRFreeOutputInfo (XRROutputInfo *info)
{
  free (info);
}

int
XRRGetOutputProperty (Display *display,
                      RROutput output,
                      Atom property,
                      long offset,
                      long length,
                      Bool delete,
                      Bool pending,
                      Atom type,
                      Atom *actual_type,
                      int *actual_format,
                      unsigned long *n_items,
                      unsigned long *bytes_after,
                      unsigned char **value)
{
  *actual_type = None;
  *actual_format = 0;
  *n_items = *bytes_after = 0;
  *value = NULL;
  return Success;
}

/* The display's server tells the toolkit that something is new; then it asks again. */
static void
plug (guint n)
{
  static int turn;
  Display *display = XOpenDisplay (NULL);
  XRRScreenResources *resources = XRRGetScreenResources (display, DefaultRootWindow (display));
  unsigned char value = (unsigned char) ++turn;

  n_plugged = n;
  XRRChangeOutputProperty (display, resources->outputs[0], XInternAtom (display, "EUPHORIA_TEST", False),
                           XA_INTEGER, 8, PropModeReplace, &value, 1);
  XRRFreeScreenResources (resources);
  XCloseDisplay (display);
}

typedef struct
{
  EupCase *kase;
  EupMeetingPage *page;
  GtkWindow *window;
} Fixture;

static gboolean
as_many_as_plugged (gpointer data)
{
  return g_list_model_get_n_items (gdk_display_get_monitors (gdk_display_get_default ())) == n_plugged;
}

static void
plug_and_wait (guint n)
{
  plug (n);
  ui_test_wait (as_many_as_plugged, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), 1000, 700);
  plug_and_wait (2);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
  plug_and_wait (1);
}

static gboolean
fills_screen (gpointer window)
{
  return gtk_window_is_fullscreen (window);
}

static gboolean
is_window (gpointer window)
{
  return !gtk_window_is_fullscreen (window);
}

static GtkWindow *
fill (Fixture *fixture, const char *name)
{
  GtkWindow *wall;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.full-screen-on", "s", name);
  wall = eup_meeting_page_get_shared_window (fixture->page);
  g_assert_nonnull (wall);
  ui_test_wait (fills_screen, wall);
  return wall;
}

/* The entries of the menu as they stand there, a line each. */
static char *
entries (Fixture *fixture)
{
  GMenu *menu = g_menu_new ();
  GString *words = g_string_new (NULL);

  eup_monitors_fill_menu (menu, gtk_widget_get_display (GTK_WIDGET (fixture->page)),
                          eup_monitor_of (GTK_WIDGET (fixture->page)), "meeting.full-screen-on");
  for (int i = 0; i < g_menu_model_get_n_items (G_MENU_MODEL (menu)); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_string_append_printf (words, "%s\n", label);
    }
  g_object_unref (menu);
  return g_string_free (words, FALSE);
}

static void
the_menu_names_each_screen_with_its_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *two = entries (fixture);
  g_autofree char *one = NULL;

  g_assert_nonnull (strstr (two, "eDP-1 · 1800 × 1600 (this screen)"));
  g_assert_nonnull (strstr (two, "HDMI__1 · 800 × 600\n")); /* a low line alone would mark a key */
  plug_and_wait (1);
  one = entries (fixture);
  g_assert_null (strstr (one, "HDMI"));
}

static gboolean
leads_to_screens (GMenuModel *menu)
{
  g_autofree char *action = NULL;

  return g_menu_model_get_n_items (menu) > 0 &&
         g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action) &&
         g_str_equal (action, "meeting.full-screen-on");
}

/* -1: the section has no menu of screens */
static int
n_entries_of (GMenuModel *section)
{
  for (int i = 0; i < g_menu_model_get_n_items (section); i++)
    {
      g_autoptr (GMenuModel) menu = g_menu_model_get_item_link (section, i, G_MENU_LINK_SUBMENU);

      if (menu != NULL && leads_to_screens (menu))
        return g_menu_model_get_n_items (menu);
    }
  return -1;
}

static int
n_entries_shown (Fixture *fixture)
{
  GtkWidget *button = ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_MENU_BUTTON, "Main Menu");
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  int n = -1;

  for (int i = 0; i < g_menu_model_get_n_items (menu) && n < 0; i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      n = section != NULL ? n_entries_of (section) : -1;
    }
  return n;
}

static void
the_menu_follows_the_screens (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (n_entries_shown (fixture), ==, 2);
  plug_and_wait (1);
  g_assert_cmpint (n_entries_shown (fixture), ==, 1);
  plug_and_wait (2);
  g_assert_cmpint (n_entries_shown (fixture), ==, 2);
}

static void
one_key_fills_the_other_screen_and_leaves_it (Fixture *fixture, gconstpointer data)
{
  GtkWindow *wall;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.full-screen", NULL);
  wall = eup_meeting_page_get_shared_window (fixture->page);
  ui_test_wait (fills_screen, wall);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.full-screen", NULL);
  ui_test_wait (is_window, wall);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.full-screen", NULL);
  ui_test_wait (fills_screen, wall);
  plug_and_wait (1); /* it was the other one */
  ui_test_wait (is_window, wall);
}

static void
without_its_screen_it_is_a_window_again_and_says_so (Fixture *fixture, gconstpointer data)
{
  GtkWindow *wall = fill (fixture, "HDMI_1");

  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->window), gone));
  plug_and_wait (1);
  ui_test_wait (is_window, wall);
  g_assert_true (eup_meeting_page_get_shared_window (fixture->page) == wall);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (wall)));
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->window), gone));
  g_assert_false (ui_test_holds (GTK_WIDGET (wall), gone));
}

static void
another_screen_that_goes_changes_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWindow *wall = fill (fixture, "eDP-1");

  plug_and_wait (1);
  ui_test_settle ();
  g_assert_true (gtk_window_is_fullscreen (wall));
  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->window), gone));
}

static void
a_screen_that_is_not_there_is_passed_by (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.full-screen-on", "s", "DP-9");
  g_assert_null (eup_meeting_page_get_shared_window (fixture->page));
}

static gboolean
has_window_manager (gpointer display)
{
  Atom check = XInternAtom (display, "_NET_SUPPORTING_WM_CHECK", False), type = None;
  unsigned long n_items, left;
  unsigned char *value = NULL;
  int format;

  XGetWindowProperty (display, DefaultRootWindow (display), check, 0, 1, False, XA_WINDOW, &type, &format,
                      &n_items, &left, &value);
  XFree (value);
  return type == XA_WINDOW;
}

#define ADD(name) g_test_add ("/monitors/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (GSubprocess) openbox = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "openbox", NULL);
  Display *display = XOpenDisplay (NULL);
  int result;

  g_assert_nonnull (openbox);
  while (!has_window_manager (display))
    XSync (display, False);
  XCloseDisplay (display);
  ui_test_init (&argc, &argv);
  ADD (the_menu_names_each_screen_with_its_size);
  ADD (the_menu_follows_the_screens);
  ADD (one_key_fills_the_other_screen_and_leaves_it);
  ADD (without_its_screen_it_is_a_window_again_and_says_so);
  ADD (another_screen_that_goes_changes_nothing);
  ADD (a_screen_that_is_not_there_is_passed_by);
  result = g_test_run ();
  g_subprocess_force_exit (openbox);
  return result;
}
