/* The four answers have the same size and look: none is the one that is wished for. Only what was drawn
 * needs a drawing first. */

#include "ui/acknowledge/eup-acknowledge-page.h"

#include <glib/gi18n.h>
#include "ui/acknowledge/eup-acknowledge-words.h"
#include "ui/acknowledge/eup-ink-area.h"
#include "ui/acknowledge/eup-ink-layout.h"
#include "ui/common/eup-shortcuts.h"

struct _EupAcknowledgePage
{
  AdwNavigationPage parent_instance;

  const char *language; /* one of three */
  GtkLabel *name;
  GtkLabel *outcome;
  GtkLabel *ask;
  GtkWidget *ink_frame;
  EupInkArea *ink;
  GtkButton *undo;
  GtkButton *start_over;
  GtkButton *drawn;
  GtkButton *said;
  GtkButton *declined;
  GtkButton *cannot;
};

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_GIVEN_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupAcknowledgePage, eup_acknowledge_page, ADW_TYPE_NAVIGATION_PAGE)

static void
changed_cb (EupAcknowledgePage *self)
{
  gboolean empty = eup_ink_area_get_empty (self->ink);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "acknowledge.undo",
                                 eup_ink_area_get_can_undo (self->ink));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "acknowledge.start-over", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "acknowledge.done", !empty);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->ink), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      eup_acknowledge_word (empty ? EUP_ACKNOWLEDGE_EMPTY : EUP_ACKNOWLEDGE_DRAWN, self->language), -1);
}

static void
announce (EupAcknowledgePage *self)
{
  EupAcknowledgeWord word =
      eup_ink_area_get_empty (self->ink) ? EUP_ACKNOWLEDGE_EMPTY : EUP_ACKNOWLEDGE_DRAWN;

  gtk_accessible_announce (GTK_ACCESSIBLE (self->ink), eup_acknowledge_word (word, self->language),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_ink_area_undo (EUP_ACKNOWLEDGE_PAGE (widget)->ink);
  announce (EUP_ACKNOWLEDGE_PAGE (widget));
}

static void
start_over_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_ink_area_start_over (EUP_ACKNOWLEDGE_PAGE (widget)->ink);
  announce (EUP_ACKNOWLEDGE_PAGE (widget));
}

static void
done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupAcknowledgePage *self = EUP_ACKNOWLEDGE_PAGE (widget);
  g_auto (GStrv) drawing = eup_drawing_write (eup_ink_area_get_drawing (self->ink));

  if (drawing[0] != NULL)
    g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, (int) EUP_ACKNOWLEDGED_DRAWN, drawing);
}

/* What leaves no drawing behind. */
static void
answer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupAcknowledged kind = eup_acknowledged_from_id (g_variant_get_string (parameter, NULL));

  if (kind != EUP_ACKNOWLEDGED_OPEN && kind != EUP_ACKNOWLEDGED_DRAWN)
    g_signal_emit (widget, signals[SIGNAL_ANSWERED], 0, (int) kind, NULL);
}

static void
give_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_GIVEN_BACK], 0);
}

static void
eup_acknowledge_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_ACKNOWLEDGE_PAGE);
  G_OBJECT_CLASS (eup_acknowledge_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, name);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, outcome);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, ask);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, ink_frame);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, ink);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, undo);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, start_over);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, drawn);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, said);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, declined);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgePage, cannot);
}

static void
eup_acknowledge_page_class_init (EupAcknowledgePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_INK_AREA);
  G_OBJECT_CLASS (klass)->dispose = eup_acknowledge_page_dispose;
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", EUP_TYPE_ACKNOWLEDGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRV);
  signals[SIGNAL_GIVEN_BACK] = g_signal_new ("given-back", EUP_TYPE_ACKNOWLEDGE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/euphoria_care/Euphoria/ui/eup-acknowledge-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "acknowledge.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "acknowledge.start-over", NULL, start_over_cb);
  gtk_widget_class_install_action (widget_class, "acknowledge.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "acknowledge.answer", "s", answer_cb);
  gtk_widget_class_install_action (widget_class, "acknowledge.give-back", NULL, give_back_cb);
}

static void
eup_acknowledge_page_init (EupAcknowledgePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->ink_frame, eup_ink_layout_new ());
  gtk_widget_add_controller (GTK_WIDGET (self), eup_shortcuts_new_controller ("acknowledge"));
}

static void
label (GtkButton *button, EupAcknowledgeWord word, const char *language)
{
  GtkWidget *child = gtk_button_get_child (button);

  gtk_label_set_label (GTK_LABEL (child), eup_acknowledge_word (word, language));
}

static void
speak (EupAcknowledgePage *self)
{
  label (self->undo, EUP_ACKNOWLEDGE_UNDO, self->language);
  label (self->start_over, EUP_ACKNOWLEDGE_START_OVER, self->language);
  label (self->drawn, EUP_ACKNOWLEDGE_DONE, self->language);
  label (self->said, EUP_ACKNOWLEDGE_SAY, self->language);
  label (self->declined, EUP_ACKNOWLEDGE_DECLINE, self->language);
  label (self->cannot, EUP_ACKNOWLEDGE_CANNOT, self->language);
  gtk_label_set_label (self->ask, eup_acknowledge_word (EUP_ACKNOWLEDGE_ASK, self->language));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ink), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eup_acknowledge_word (EUP_ACKNOWLEDGE_AREA, self->language), -1);
}

/* "This is what the meeting has come to: …" */
static char *
say_outcome (const char *sentence, const char *language)
{
  GString *words = g_string_new (eup_acknowledge_word (EUP_ACKNOWLEDGE_OUTCOME, language));

  g_string_replace (words, "%s", sentence, 1);
  return g_string_free_and_steal (words);
}

/**
 * eup_acknowledge_page_new:
 * @kase: (transfer none): the case
 * @person: (nullable): the id of who holds it; %NULL for somebody who is not among those who took part
 * @name: of who holds it
 *
 * Returns: (transfer floating): a page to push, in the person's own language
 */
GtkWidget *
eup_acknowledge_page_new (EupCase *kase, const char *person, const char *name)
{
  EupAcknowledgePage *self = g_object_new (EUP_TYPE_ACKNOWLEDGE_PAGE, NULL);
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autofree char *sentence = NULL;
  g_autofree char *outcome = NULL;

  self->language =
      eup_acknowledge_language (assessment, person ? eup_assessment_find_person (assessment, person) : NULL);
  sentence = eup_rules_outcome_sentence (assessment, eup_case_get_model (kase), self->language);
  outcome = say_outcome (sentence, self->language);
  speak (self);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->outcome, outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), *sentence != '\0');
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  changed_cb (self);
  return GTK_WIDGET (self);
}
