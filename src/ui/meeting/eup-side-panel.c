/* Who is here, and what only the facilitator sees. */

#include "ui/meeting/eup-side-panel.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "assessment/eup-sittings.h"
#include "ui/meeting/eup-attendance-group.h"
#include "ui/meeting/eup-parked-note.h"
#include "ui/meeting/eup-prompts.h"
#include "ui/meeting/eup-words.h"
#include "ui/sitting/eup-signs-bar.h"

struct _EupSidePanel
{
  AdwBin parent_instance;
  EupCase *kase;
  const EupQuestion *question; /* (nullable) */
  EupAttendanceGroup *people;
  EupParkedNote *parked;
  GtkWidget *prompts_box;
  GtkBox *prompts;
  EupWords *note;
  GtkWidget *signs_box;
  GtkLabel *signs_title;
  EupSignsBar *signs;
};

G_DEFINE_FINAL_TYPE (EupSidePanel, eup_side_panel, ADW_TYPE_BIN)

static void
update_prompts (EupSidePanel *self)
{
  g_autoptr (GPtrArray) prompts = self->question
                                      ? eup_rules_prompts (eup_case_get_assessment (self->kase),
                                                           eup_case_get_model (self->kase), self->question)
                                      : NULL;

  gtk_widget_set_visible (self->prompts_box, prompts != NULL && prompts->len > 0);
  if (prompts != NULL)
    eup_prompts_fill (self->prompts, prompts, self->kase);
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupSidePanel *self)
{
  if (kind == EUP_PART_CARD)
    update_prompts (self);
}

static void
written_cb (EupWords *words, EupSidePanel *self)
{
  g_autofree char *note = eup_words_get_text (words);

  if (self->kase != NULL)
    eup_case_set_note (self->kase, note);
}

static void
eup_side_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_SIDE_PANEL);
  g_clear_object (&EUP_SIDE_PANEL (object)->kase);
  G_OBJECT_CLASS (eup_side_panel_parent_class)->dispose (object);
}

/* What is seen of the resident and not said, noted at the question that is asked. */
static void
update_signs (EupSidePanel *self)
{
  const EupPerson *resident = eup_rules_resident (eup_case_get_assessment (self->kase));
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->signs_box, resident != NULL && self->question != NULL);
  if (resident == NULL || self->question == NULL)
    return;
  /* Translators: %s is the resident's first name or initials; buttons follow: “Tired”, “Would rather not” */
  title = g_strdup_printf (_ ("If you see it in %s:"), eup_case_get_assessment (self->kase)->card->alias);
  gtk_label_set_label (self->signs_title, title);
  eup_signs_bar_show (self->signs, self->kase, NULL, self->question->id);
}

static void
eup_side_panel_class_init (EupSidePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_side_panel_dispose;
  g_type_ensure (EUP_TYPE_ATTENDANCE_GROUP);
  g_type_ensure (EUP_TYPE_PARKED_NOTE);
  g_type_ensure (EUP_TYPE_SIGNS_BAR);
  g_type_ensure (EUP_TYPE_WORDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, people);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, parked);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, signs_box);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, signs_title);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, signs);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, prompts_box);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, prompts);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, note);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
}

static void
eup_side_panel_init (EupSidePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eup_words_set_label (self->note, _ ("Private note"));
  eup_words_set_placeholder (self->note, _ ("Only you see this"));
}

/**
 * eup_side_panel_set_case:
 *
 * Called once, before anything is shown.
 */
void
eup_side_panel_set_case (EupSidePanel *self, EupCase *kase)
{
  self->kase = g_object_ref (kase);
  eup_words_set_text (self->note, eup_case_get_note (kase));
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  eup_attendance_group_set_case (self->people, kase);
  eup_parked_note_set_case (self->parked, kase);
}

/**
 * eup_side_panel_show:
 * @question: (nullable): the question of which it is marked who has answered
 */
void
eup_side_panel_show (EupSidePanel *self, const EupQuestion *question)
{
  self->question = question;
  eup_attendance_group_show (self->people, question);
  eup_parked_note_show (self->parked, question);
  update_signs (self);
  update_prompts (self);
}

/**
 * eup_side_panel_show_parked:
 * @question: has just been parked, and another is shown; until the next is shown, why can be said here
 */
void
eup_side_panel_show_parked (EupSidePanel *self, const EupQuestion *question)
{
  eup_parked_note_show (self->parked, question);
}

/* After a pause: asks gently who is here. */
void
eup_side_panel_ask_who_is_here (EupSidePanel *self)
{
  eup_attendance_group_ask (self->people);
}

void
eup_side_panel_focus_note (EupSidePanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}
