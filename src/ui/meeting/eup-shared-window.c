/* The wall. What is on it is a widget of its own for each view (eup-wall-*.c), made when the view begins
 * and gone when it ends: nothing of another view, or of a blanked one, is in the window, not even behind
 * what is seen. Every measure follows the window's size: the CSS unit --eup-unit is one pixel where the
 * window is 1920 by 1080. */

#include "ui/meeting/eup-shared-window.h"

#include <glib/gi18n.h>
#include "ui/common/eup-full-words.h"
#include "ui/common/eup-handover.h"
#include "ui/common/eup-monitors.h"
#include "ui/meeting/eup-wall-bar.h"
#include "ui/meeting/eup-wall-decision.h"
#include "ui/meeting/eup-wall-differences.h"
#include "ui/meeting/eup-wall-pause.h"
#include "ui/meeting/eup-wall-question.h"
#include "ui/meeting/eup-wall-read-back.h"
#include "ui/meeting/eup-wall-weigh.h"
#include "ui/meeting/eup-wall-words.h"

struct _EupSharedWindow
{
  AdwWindow parent_instance;

  EupCase *kase;
  EupSharedState *state;
  GtkCssProvider *sizes;
  char *css_class; /* of this window alone, for its unit */
  double unit;
  guint resizing; /* tick callback, 0 for none */

  GtkBox *box;
  GtkStack *stack;
  GtkScrolledWindow *page;
  GtkWidget *bar;      /* (nullable): on one screen only */
  int view;            /* what the page is made for, -1 for nothing */
  GdkMonitor *monitor; /* (nullable): that the window fills */
};

enum
{
  MONITOR_GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSharedWindow, eup_shared_window, ADW_TYPE_WINDOW)

static void
update_unit (EupSharedWindow *self, int width, int height)
{
  double unit = MIN (width / 1920.0, height / 1080.0) * eup_shared_state_get_zoom (self->state);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  if (width <= 0 || height <= 0 || ABS (unit - self->unit) < 0.002)
    return;
  self->unit = unit;
  g_ascii_formatd (number, sizeof number, "%.4f", unit);
  css = g_strdup_printf (".%s { --eup-unit: %spx; }", self->css_class, number);
  gtk_css_provider_load_from_string (self->sizes, css);
}

static void
say_title (EupSharedWindow *self)
{
  /* Translators: the title of the window that is shown on the wall; %s is a first name or initials */
  g_autofree char *title =
      g_strdup_printf (_ ("%s – shared view"), eup_case_get_assessment (self->kase)->card->alias);

  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* (nullable): what the wall shows now; NULL while it is blank */
static GtkWidget *
page_of (EupSharedWindow *self)
{
  GtkWidget *child = gtk_scrolled_window_get_child (self->page);

  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child;
}

/* A new wall for the view. Another question is the same view: its widget follows the state by itself. */
static GtkWidget *
new_page (EupSharedWindow *self, EupView view)
{
  switch (view)
    {
    case EUP_VIEW_QUESTION:
      return eup_wall_question_new (self->kase, self->state);
    case EUP_VIEW_PAUSE:
      return eup_wall_pause_new (self->kase, self->state);
    case EUP_VIEW_DIFFERENCES:
      return eup_wall_differences_new (self->kase, self->state);
    case EUP_VIEW_WEIGH:
      return eup_wall_weigh_new (self->kase);
    case EUP_VIEW_READ_BACK:
      return eup_wall_read_back_new (self->state);
    case EUP_VIEW_DECIDE:
    default:
      return eup_wall_decision_new (self->kase);
    }
}

/* With one screen only what is done in the facilitator's window is done here. */
static void
update_bar (EupSharedWindow *self)
{
  gboolean one_screen = eup_shared_state_get_one_screen (self->state);

  if (one_screen && self->bar == NULL)
    {
      self->bar = eup_wall_bar_new (self->kase, self->state);
      gtk_box_append (self->box, self->bar);
    }
  else if (!one_screen && self->bar != NULL)
    {
      gtk_box_remove (self->box, g_steal_pointer (&self->bar));
    }
}

/* Blank means all of it: a dialog has nothing that isn't written down already. */
static void
close_dialogs (EupSharedWindow *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (self))) != NULL)
    adw_dialog_force_close (dialog);
}

static void
update (EupSharedWindow *self)
{
  gboolean blank = eup_shared_state_get_blank (self->state);
  int view = blank ? -1 : (int) eup_shared_state_get_view (self->state);

  if (blank)
    close_dialogs (self);
  update_bar (self);
  update_unit (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  if (view != self->view)
    gtk_scrolled_window_set_child (self->page, blank ? NULL : new_page (self, (EupView) view));
  self->view = view;
  gtk_stack_set_visible_child_name (self->stack, blank ? "blank" : "page");
}

static gboolean
resized_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EupSharedWindow *self = EUP_SHARED_WINDOW (widget);

  self->resizing = 0;
  update_unit (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  return G_SOURCE_REMOVE;
}

/* Sizes must not change while they are being given out: the letters follow in the next frame. Until
 * then they may be too wide, so the page asks for no width of its own (its scrolling is external). */
static void
eup_shared_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EupSharedWindow *self = EUP_SHARED_WINDOW (widget);

  GTK_WIDGET_CLASS (eup_shared_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->resizing == 0)
    self->resizing = gtk_widget_add_tick_callback (widget, resized_cb, NULL, NULL);
}

/* Without its screen the window would be nowhere. It comes back as a window wherever there is room. */
static void
monitors_changed_cb (GListModel *monitors, guint position, guint removed, guint added, EupSharedWindow *self)
{
  if (self->monitor == NULL || eup_monitors_have (monitors, self->monitor))
    return;
  g_clear_object (&self->monitor);
  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  g_signal_emit (self, signals[MONITOR_GONE], 0);
}

/* Also where the system's own key has filled the screen. */
static void
fullscreened_cb (EupSharedWindow *self)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    g_clear_object (&self->monitor);
  else if (self->monitor == NULL)
    g_set_object (&self->monitor, eup_monitor_of (GTK_WIDGET (self)));
}

static gboolean
leave_full_screen_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    return GDK_EVENT_PROPAGATE;
  gtk_window_unfullscreen (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

static void
eup_shared_window_dispose (GObject *object)
{
  EupSharedWindow *self = EUP_SHARED_WINDOW (object);

  if (self->sizes != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->sizes));
  g_clear_object (&self->sizes);
  g_clear_object (&self->monitor);
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_SHARED_WINDOW);
  g_clear_object (&self->kase);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (eup_shared_window_parent_class)->dispose (object);
}

static void
eup_shared_window_finalize (GObject *object)
{
  g_free (EUP_SHARED_WINDOW (object)->css_class);
  G_OBJECT_CLASS (eup_shared_window_parent_class)->finalize (object);
}

static void
eup_shared_window_class_init (EupSharedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_shared_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_shared_window_finalize;
  widget_class->size_allocate = eup_shared_window_size_allocate;
  signals[MONITOR_GONE] = g_signal_new ("monitor-gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  /* Where nobody writes one letter blanks it (meeting.blank); Escape brings its frame back. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_NO_MODIFIER_MASK, "meeting.blank", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_B, GDK_SHIFT_MASK, "meeting.blank", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, GDK_NO_MODIFIER_MASK, leave_full_screen_cb,
                                NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-shared-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, box);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, page);
}

static void
eup_shared_window_init (EupSharedWindow *self)
{
  static guint n_windows;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = -1;
  self->css_class = g_strdup_printf ("shared-%u", ++n_windows);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
  self->sizes = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  eup_full_words_install (GTK_WIDGET (self));
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))),
                           "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_DEFAULT);
}

/* Nobody in the room shall take it for real: on every view, also on the blank one. */
static void
stamp (EupSharedWindow *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const char *languages[] = { eup_rules_wall_language (assessment),
                              eup_rules_wall_second_language (assessment) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 36);

  gtk_widget_add_css_class (box, "rehearsal-stamp");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i] != NULL)
      {
        GtkWidget *label = gtk_label_new (NULL);

        eup_wall_set_words (GTK_LABEL (label), eup_wall_word (EUP_WALL_REHEARSAL, languages[i]),
                            languages[i]);
        gtk_widget_set_hexpand (label, TRUE);
        gtk_label_set_wrap (GTK_LABEL (label), TRUE);
        gtk_box_append (GTK_BOX (box), label);
      }
  gtk_box_prepend (self->box, box);
}

/**
 * eup_shared_window_new:
 * @kase: the case
 * @state: what is to be shown of it
 *
 * Returns: (transfer full): the window; destroy it with gtk_window_destroy()
 */
GtkWidget *
eup_shared_window_new (EupCase *kase, EupSharedState *state)
{
  EupSharedWindow *self = g_object_new (EUP_TYPE_SHARED_WINDOW, NULL);

  self->kase = g_object_ref (kase);
  self->state = g_object_ref (state);
  say_title (self);
  if (eup_case_get_assessment (kase)->card->rehearsal)
    stamp (self);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * eup_shared_window_speak:
 *
 * Says anew what is in the facilitator's language, after that has changed: the title, by which they find
 * the window in a list, and on the one screen what they work with. The rest of the wall has its own
 * languages and stays as it is.
 */
void
eup_shared_window_speak (EupSharedWindow *self)
{
  GtkWidget *old = page_of (self);
  GtkWidget *fresh, *found;

  say_title (self);
  if (self->bar == NULL)
    return;
  gtk_box_remove (self->box, g_steal_pointer (&self->bar));
  update_bar (self);
  if (old == NULL)
    return;
  g_object_ref (old);
  fresh = new_page (self, (EupView) self->view);
  found = eup_handover (old, fresh, gtk_window_get_focus (GTK_WINDOW (self)));
  gtk_scrolled_window_set_child (self->page, fresh);
  g_object_unref (old);
  if (!eup_handover_focus (found))
    eup_shared_window_focus_page (self);
}

/**
 * eup_shared_window_full_screen:
 * @monitor: (nullable): the screen to fill; %NULL for the one that the window is on
 */
void
eup_shared_window_full_screen (EupSharedWindow *self, GdkMonitor *monitor)
{
  if (monitor == NULL)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      return;
    }
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  g_set_object (&self->monitor, monitor);
}

/**
 * eup_shared_window_focus_page:
 *
 * Puts the focus into what is to be done next on the wall.
 */
void
eup_shared_window_focus_page (EupSharedWindow *self)
{
  GtkWidget *page = page_of (self);

  if (page == NULL || !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
eup_shared_window_announce (EupSharedWindow *self, const char *words)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self->stack), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
