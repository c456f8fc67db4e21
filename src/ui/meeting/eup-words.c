/* Where a person's own words are written: every keystroke goes on at once, Tab leaves the field.
 * The field has no undo of its own: Ctrl+Z takes back the last change of the case, whatever it was. */

#include "ui/meeting/eup-words.h"

#include "util/eup-text.h"

struct _EupWords
{
  GtkWidget parent_instance;
  GtkWidget *overlay;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder;
  gboolean setting;
};

enum
{
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupWords, eup_words, GTK_TYPE_WIDGET)

static void
changed_cb (GtkTextBuffer *buffer, EupWords *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), gtk_text_buffer_get_char_count (buffer) == 0);
  if (!self->setting)
    g_signal_emit (self, signals[WRITTEN], 0);
}

/* What is pasted comes without control characters; they would not come further than this, but taking
 * them out afterwards would move the cursor. */
static void
insert_cb (GtkTextBuffer *buffer, GtkTextIter *place, char *text, int length, EupWords *self)
{
  g_autofree char *typed = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_autofree char *plain = NULL;

  if (eup_text_is_plain (typed))
    return;
  plain = eup_text_make_plain (typed);
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, place, plain, -1);
}

static gboolean
eup_words_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (EUP_WORDS (widget)->view));
}

static gboolean
eup_words_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), direction);
}

static void
eup_words_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_WORDS);
  G_OBJECT_CLASS (eup_words_parent_class)->dispose (object);
}

static void
eup_words_class_init (EupWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_words_dispose;
  widget_class->grab_focus = eup_words_grab_focus;
  widget_class->focus = eup_words_focus;
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-words.ui");
  gtk_widget_class_bind_template_child (widget_class, EupWords, overlay);
  gtk_widget_class_bind_template_child (widget_class, EupWords, view);
  gtk_widget_class_bind_template_child (widget_class, EupWords, buffer);
  gtk_widget_class_bind_template_child (widget_class, EupWords, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_set_css_name (widget_class, "words");
}

static void
eup_words_init (EupWords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
eup_words_new (void)
{
  return g_object_new (EUP_TYPE_WORDS, NULL);
}

/**
 * eup_words_set_text:
 * @text: (nullable): the words; where they are there already the cursor stays
 */
void
eup_words_set_text (EupWords *self, const char *text)
{
  g_autofree char *now = eup_words_get_text (self);

  if (g_strcmp0 (now, text ? text : "") == 0)
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
  self->setting = FALSE;
}

/**
 * eup_words_get_text:
 *
 * Returns: (transfer full): the words
 */
char *
eup_words_get_text (EupWords *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
eup_words_set_placeholder (EupWords *self, const char *placeholder)
{
  gtk_label_set_label (self->placeholder, placeholder);
}

/**
 * eup_words_set_label:
 * @label: the accessible name of the field
 */
void
eup_words_set_label (EupWords *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
