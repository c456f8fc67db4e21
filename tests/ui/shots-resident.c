/* Pictures of what the resident holds in their hands. */

#include "shots.h"

#include "shots-look.h"
#include "ui/acknowledge/eup-acknowledge-dialog.h"
#include "ui/acknowledge/eup-acknowledge-page.h"
#include "ui/acknowledge/eup-ink-area.h"
#include "ui/sitting/eup-sitting-page.h"
#include "ui/sitting/eup-sitting-view.h"

/* A sitting at @question: a topic, with another sign after a colon: pressed, "offer" or "thanks". */
void
shoot_sitting (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  g_auto (GStrv) wish = g_strsplit (shot->question, ":", 2);
  g_autofree char *id = ui_test_sit (kase, wish[0]);
  GtkWidget *page = eup_sitting_page_new (kase, id);
  GtkWidget *view;
  GtkWindow *window = ui_test_present (page, shot->width, shot->height);

  view = ui_test_find (page, EUP_TYPE_SITTING_VIEW, NULL);
  if (g_strcmp0 (wish[1], "pressed") == 0)
    gtk_widget_activate_action (view, "sitting.choose", "i", 1);
  else if (g_strcmp0 (wish[1], "offer") == 0)
    gtk_widget_activate_action (view, "sitting.sign", "s", "refuses");
  else if (g_strcmp0 (wish[1], "thanks") == 0)
    gtk_widget_activate_action (view, "sitting.stop", NULL);
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

/* "Anna", as a hand draws it: in parts of the box. */
static void
draw_name (EupInkArea *ink)
{
  static const double points[][2] = {
    { 0.08, 0.82 },   { 0.15, 0.48 },  { 0.21, 0.17 }, { 0.235, 0.48 }, { 0.28, 0.83 },  { -1, 0 },
    { 0.115, 0.60 },  { 0.20, 0.56 },  { 0.26, 0.57 }, { -1, 0 },       { 0.32, 0.52 },  { 0.33, 0.83 },
    { 0.335, 0.66 },  { 0.37, 0.52 },  { 0.40, 0.60 }, { 0.405, 0.83 }, { -1, 0 },       { 0.44, 0.52 },
    { 0.45, 0.83 },   { 0.455, 0.66 }, { 0.49, 0.52 }, { 0.52, 0.60 },  { 0.525, 0.83 }, { -1, 0 },
    { 0.645, 0.57 },  { 0.60, 0.53 },  { 0.56, 0.65 }, { 0.575, 0.81 }, { 0.62, 0.77 },  { 0.645, 0.58 },
    { 0.6475, 0.74 }, { 0.685, 0.82 },
  };
  double width = gtk_widget_get_width (GTK_WIDGET (ink)), height = gtk_widget_get_height (GTK_WIDGET (ink));
  gboolean down = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      if (points[i][0] < 0)
        eup_ink_area_up (ink);
      else if (down)
        eup_ink_area_move (ink, points[i][0] * width, points[i][1] * height);
      else
        eup_ink_area_down (ink, points[i][0] * width, points[i][1] * height);
      down = points[i][0] >= 0;
    }
  eup_ink_area_up (ink);
}

/* What the resident holds in their hands; with @reveal something is drawn. */
void
shoot_acknowledging (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  const EupPerson *resident = eup_rules_resident (eup_case_get_assessment (kase));
  EupPerson *copy = eup_case_edit (kase, EUP_PART_PERSON, resident->id);
  GtkWidget *page;
  GtkWindow *window;

  if (shot->question != NULL)
    g_set_str (&copy->language, shot->question);
  eup_case_put (kase, EUP_PART_PERSON, copy);
  resident = eup_rules_resident (eup_case_get_assessment (kase));
  page = eup_acknowledge_page_new (kase, resident->id, resident->name);
  window = ui_test_present (page, shot->width, shot->height);
  ui_test_settle ();
  if (shot->reveal)
    draw_name (EUP_INK_AREA (ui_test_find (page, EUP_TYPE_INK_AREA, NULL)));
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  gtk_window_destroy (window);
}

void
shoot_before_acknowledging (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);

  shoot_dialog (shot, kase, eup_acknowledge_dialog_new (kase, shot->question));
}
