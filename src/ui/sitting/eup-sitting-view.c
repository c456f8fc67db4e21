/* One topic at a time. Everything that can be done stands in the "sitting" actions, which buttons, keys and
 * tests share; nothing goes on by itself, a press on “Next” does it. */

#include "ui/sitting/eup-sitting-view-private.h"

#include "ui/common/eup-shortcuts.h"

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define SMALLEST_SIDE 300

G_DEFINE_FINAL_TYPE (EupSittingView, eup_sitting_view, GTK_TYPE_WIDGET)

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_sitting_talk_next (EUP_SITTING_VIEW (widget)->talk);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_sitting_talk_previous (EUP_SITTING_VIEW (widget)->talk);
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_sitting_talk_stop (EUP_SITTING_VIEW (widget)->talk);
}

static void
go_on_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_sitting_talk_go_on (EUP_SITTING_VIEW (widget)->talk);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* The first answer is 1. */
static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupSittingView *self = EUP_SITTING_VIEW (widget);
  int i = g_variant_get_int32 (parameter);

  if (self->targets != NULL && i > 0 && eup_sitting_talk_get_state (self->talk) == EUP_TALK_ASKING)
    eup_sitting_targets_press (EUP_SITTING_TARGETS (self->targets), (guint) i - 1);
}

static void
sign_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupSittingView *self = EUP_SITTING_VIEW (widget);

  if (eup_sitting_talk_get_state (self->talk) != EUP_TALK_THANKING)
    eup_signs_bar_toggle (self->signs, g_variant_get_string (parameter, NULL));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_case_undo (eup_sitting_talk_get_case (EUP_SITTING_VIEW (widget)->talk));
}

static void
said_cb (EupSittingView *self)
{
  if (!self->filling)
    eup_sitting_talk_write (self->talk, gtk_editable_get_text (GTK_EDITABLE (self->said)));
}

static void
written_cb (EupSittingView *self)
{
  g_autofree char *text = eup_words_get_text (self->words);

  if (!self->filling)
    eup_sitting_talk_write (self->talk, text);
}

static void
case_changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupSittingView *self)
{
  if (kind == EUP_PART_SITTING_ANSWER || kind == EUP_PART_PERSON)
    eup_sitting_view_refresh (self);
}

static void
gone_cb (EupSittingView *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
resized_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EUP_SITTING_VIEW (widget)->resizing = 0;
  eup_sitting_view_resize (EUP_SITTING_VIEW (widget));
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
eup_sitting_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eup_sitting_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *stack = GTK_WIDGET (EUP_SITTING_VIEW (widget)->stack);
  int least = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  else
    gtk_widget_measure (stack, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (stack, orientation, for_size < 0 ? -1 : MAX (for_size, least), minimum, natural, NULL,
                      NULL);
  *minimum = MIN (*minimum, SMALLEST_SIDE);
  *minimum_baseline = *natural_baseline = -1;
}

/* Sizes must not change while they are being given out: the letters follow in the next frame. Until then
 * they may need more than there is, which is no reason for the window to grow. */
static void
eup_sitting_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EupSittingView *self = EUP_SITTING_VIEW (widget);
  int least_width, least_height;

  gtk_widget_measure (GTK_WIDGET (self->stack), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                      NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (GTK_WIDGET (self->stack), GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (self->stack), width, MAX (height, least_height), baseline, NULL);
  if (self->resizing == 0)
    self->resizing = gtk_widget_add_tick_callback (widget, resized_cb, NULL, NULL);
}

static gboolean
eup_sitting_view_grab_focus (GtkWidget *widget)
{
  EupSittingView *self = EUP_SITTING_VIEW (widget);

  if (eup_sitting_talk_get_state (self->talk) != EUP_TALK_ASKING)
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  eup_sitting_view_focus (self);
  return TRUE;
}

/* The plain widget would put the focus into the answers at each step from outside: Tab would never come to
 * what stands before them. */
static gboolean
eup_sitting_view_child_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (EUP_SITTING_VIEW (widget)->stack), direction);
}

static void
eup_sitting_view_dispose (GObject *object)
{
  EupSittingView *self = EUP_SITTING_VIEW (object);

  self->filling = TRUE;
  self->targets = NULL;
  eup_sitting_view_sizes_clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_SITTING_VIEW);
  g_clear_object (&self->talk);
  G_OBJECT_CLASS (eup_sitting_view_parent_class)->dispose (object);
}

static void
eup_sitting_view_finalize (GObject *object)
{
  g_free (EUP_SITTING_VIEW (object)->css_class);
  g_free (EUP_SITTING_VIEW (object)->shown);
  G_OBJECT_CLASS (eup_sitting_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, stack);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, topic);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, dots);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, stop_label);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, stop);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, question);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, answers);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, words);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, foot);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, above);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, bar);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, helper);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, said);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, signs);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, non_answers);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, back);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, next);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, next_label);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, offer);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, offer_words);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, offer_stop);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, offer_go_on);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, thanks);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, kept);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, go_on);
  gtk_widget_class_bind_template_child (widget_class, EupSittingView, close);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sitting.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "sitting.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "sitting.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "sitting.go-on", NULL, go_on_cb);
  gtk_widget_class_install_action (widget_class, "sitting.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "sitting.choose", "i", choose_cb);
  gtk_widget_class_install_action (widget_class, "sitting.sign", "s", sign_cb);
  gtk_widget_class_install_action (widget_class, "sitting.undo", NULL, undo_cb);
}

static void
eup_sitting_view_class_init (EupSittingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_sitting_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_sitting_view_finalize;
  widget_class->get_request_mode = eup_sitting_view_get_request_mode;
  widget_class->measure = eup_sitting_view_measure;
  widget_class->size_allocate = eup_sitting_view_size_allocate;
  widget_class->focus = eup_sitting_view_child_focus;
  widget_class->grab_focus = eup_sitting_view_grab_focus;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (EUP_TYPE_WORDS);
  g_type_ensure (EUP_TYPE_SIGNS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-sitting-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, said_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  install_actions (widget_class);
}

static void
eup_sitting_view_init (EupSittingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_controller (GTK_WIDGET (self), eup_shortcuts_new_controller ("sitting"));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  eup_sitting_view_sizes_init (self);
}

/**
 * eup_sitting_view_new:
 * @talk: the sitting
 * @with_helper: whether what the helper writes and notes is there too; not on a wall
 *
 * Returns: (transfer floating): the view; it follows the sitting
 */
GtkWidget *
eup_sitting_view_new (EupSittingTalk *talk, gboolean with_helper)
{
  EupSittingView *self = g_object_new (EUP_TYPE_SITTING_VIEW, NULL);

  self->talk = g_object_ref (talk);
  gtk_widget_set_visible (self->helper, with_helper);
  g_signal_connect_object (talk, "changed", G_CALLBACK (eup_sitting_view_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (eup_sitting_talk_get_case (talk), "changed", G_CALLBACK (case_changed_cb), self,
                           G_CONNECT_DEFAULT);
  eup_sitting_view_refresh (self);
  return GTK_WIDGET (self);
}
