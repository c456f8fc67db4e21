/* The wall. It is filled anew from the case and the shared state after each change; the words of an
 * answer are read only when its question is revealed. Every measure follows the window's size: the
 * CSS unit --eup-unit is one pixel where the window is 1920 by 1080. */

#include "ui/meeting/eup-shared-window.h"

#include <glib/gi18n.h>
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-difference.h"
#include "ui/meeting/eup-question-page.h"
#include "ui/meeting/eup-wall-lane.h"
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

  GtkStack *stack;
  GtkLabel *rest;
  GtkWidget *page;
  GtkLabel *stage;
  GtkLabel *count;
  GtkBox *dots;
  GtkLabel *topic;
  GtkLabel *question_label;
  GtkLabel *second_label;
  GtkGrid *lanes;
  GtkWidget *differences;
  GtkLabel *differ_title;
  GtkLabel *differ_words;
  GtkLabel *differ_note;
};

G_DEFINE_FINAL_TYPE (EupSharedWindow, eup_shared_window, ADW_TYPE_WINDOW)

static const int lane_spans[EUP_N_VOICES] = { 4, 3, 3, 3 };

static char *
say (EupSharedWindow *self, const EupText *text, const char *language)
{
  return eup_rules_say (text, language, eup_case_get_assessment (self->kase),
                        eup_case_get_model (self->kase));
}

/* Labels of Chinese need their language for the right shapes of the characters. */
static void
set_words (GtkLabel *label, const char *words, const char *language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gboolean chinese = g_strcmp0 (language, "zh") == 0;

  pango_attr_list_insert (
      attributes, pango_attr_language_new (pango_language_from_string (chinese ? "zh-cn" : language)));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, words);
}

static const char *
second_language (EupSharedWindow *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  gboolean other = card->second_language != NULL && *card->second_language != '\0' &&
                   g_strcmp0 (card->second_language, card->language) != 0;

  return other ? card->second_language : NULL;
}

static void
update_dots (EupSharedWindow *self, guint place, guint n)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->dots))) != NULL)
    gtk_box_remove (self->dots, child);
  for (guint i = 1; i <= n; i++)
    {
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "wall-dot");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      if (i == place)
        gtk_widget_add_css_class (dot, "now");
      else if (i < place)
        gtk_widget_add_css_class (dot, "past");
      gtk_box_append (self->dots, dot);
    }
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
update_head (EupSharedWindow *self, const EupQuestion *question)
{
  const char *language = eup_case_get_assessment (self->kase)->card->language;
  const char *second = second_language (self);
  EupModel *model = eup_case_get_model (self->kase);
  const EupStage *stage = eup_method_get_stages (model->method)->pdata[question->stage];
  guint n_open;
  guint at = eup_rules_place_in_stage (eup_case_get_assessment (self->kase), model, question, &n_open);
  g_autofree char *place = g_strdup_printf (eup_wall_word (EUP_WALL_STAGE, language), stage->number,
                                            eup_text_get (stage->title, language));
  g_autofree char *count =
      g_strdup_printf (eup_wall_word (EUP_WALL_QUESTION, language), (int) at, (int) n_open);
  g_autofree char *topic = second ? g_strdup_printf ("%s · %s", eup_text_get (question->title, language),
                                                     eup_text_get (question->title, second))
                                  : g_strdup (eup_text_get (question->title, language));

  set_words (self->stage, place, language);
  set_words (self->count, count, language);
  set_words (self->topic, topic, second && g_strcmp0 (second, "zh") == 0 ? second : language);
  update_dots (self, at, n_open);
}
#pragma GCC diagnostic pop

static void
update_question (EupSharedWindow *self, const EupQuestion *question, gboolean revealed)
{
  const char *language = eup_case_get_assessment (self->kase)->card->language;
  const char *second = second_language (self);
  g_autofree char *words = say (self, revealed ? question->question : question->resident, language);

  set_words (self->question_label, words, language);
  gtk_widget_set_visible (GTK_WIDGET (self->second_label), second != NULL);
  if (second != NULL)
    {
      g_autofree char *other = say (self, revealed ? question->question : question->resident, second);

      set_words (self->second_label, other, second);
    }
}

static void
update_lanes (EupSharedWindow *self, const EupQuestion *question, gboolean revealed)
{
  static const char *const steps[] = { "much", "more", "most" };
  GtkWidget *child;
  int column = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_remove_css_class (self->page, steps[i]);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lanes))) != NULL)
    gtk_grid_remove (self->lanes, child);
  for (guint i = 0; i < EUP_N_VOICES; i++)
    {
      EupVoice voice = (EupVoice) i;
      gboolean has_word = eup_shared_state_get_turn (self->state) == (int) i;
      GtkWidget *lane;

      if (!eup_question_page_has_lane (question, voice))
        continue;
      lane = revealed ? eup_wall_lane_new_revealed (self->kase, question, voice)
                      : eup_wall_lane_new (self->kase, question, voice, has_word);
      gtk_widget_set_hexpand (lane, TRUE);
      gtk_grid_attach (self->lanes, lane, column, 0, lane_spans[i], 1);
      column += lane_spans[i];
    }
}

static void
update_differences (EupSharedWindow *self, const EupQuestion *question, gboolean revealed)
{
  const char *language = eup_case_get_assessment (self->kase)->card->language;
  g_autofree char *words = revealed ? eup_difference_say (self->kase, question, language) : NULL;

  gtk_widget_set_visible (self->differences, words != NULL);
  set_words (self->differ_title, words ? eup_wall_word (EUP_WALL_DIFFER, language) : "", language);
  set_words (self->differ_words, words ? words : "", language);
  set_words (self->differ_note, words ? eup_wall_word (EUP_WALL_ALL_TRUE, language) : "", language);
}

/* An empty wall holds no words at all, not even behind what is seen. */
static void
clear (EupSharedWindow *self)
{
  GtkWidget *child;
  GtkLabel *labels[] = { self->stage,        self->count,        self->topic,        self->question_label,
                         self->second_label, self->differ_title, self->differ_words, self->differ_note };

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lanes))) != NULL)
    gtk_grid_remove (self->lanes, child);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_label_set_label (labels[i], "");
}

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
update (EupSharedWindow *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupQuestion *question = eup_shared_state_get_question (self->state);
  gboolean revealed;

  update_unit (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  if (eup_shared_state_get_blank (self->state) || question == NULL)
    {
      gboolean blank = eup_shared_state_get_blank (self->state);

      clear (self);
      set_words (self->rest, blank ? "" : eup_wall_word (EUP_WALL_DECIDE, assessment->card->language),
                 assessment->card->language);
      gtk_stack_set_visible_child_name (self->stack, blank ? "blank" : "rest");
      return;
    }
  revealed = eup_rules_is_revealed (assessment, question);
  if (revealed)
    gtk_widget_add_css_class (self->page, "revealed");
  else
    gtk_widget_remove_css_class (self->page, "revealed");
  update_head (self, question);
  update_question (self, question, revealed);
  update_lanes (self, question, revealed);
  update_differences (self, question, revealed);
  gtk_stack_set_visible_child_name (self->stack, "question");
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
  /* Nobody writes here: one letter blanks it (meeting.blank), Escape brings its frame back. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_NO_MODIFIER_MASK, "meeting.blank", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, GDK_NO_MODIFIER_MASK, leave_full_screen_cb,
                                NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-shared-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, rest);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, page);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, count);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, dots);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, topic);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, question_label);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, second_label);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, lanes);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, differences);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, differ_title);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, differ_words);
  gtk_widget_class_bind_template_child (widget_class, EupSharedWindow, differ_note);
}

static void
eup_shared_window_init (EupSharedWindow *self)
{
  static guint n_windows;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->css_class = g_strdup_printf ("shared-%u", ++n_windows);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
  self->sizes = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
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
  /* Translators: the title of the window that is shown on the wall; %s is a first name or initials */
  g_autofree char *title =
      g_strdup_printf (_ ("%s – shared view"), eup_case_get_assessment (kase)->card->alias);

  self->kase = g_object_ref (kase);
  self->state = g_object_ref (state);
  gtk_window_set_title (GTK_WINDOW (self), title);
  g_signal_connect_object (kase, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
