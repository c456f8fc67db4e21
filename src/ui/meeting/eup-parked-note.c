/* Why a question is parked is asked afterwards, beside what goes on, and may be left empty. */

#include "ui/meeting/eup-parked-note.h"

#include <glib/gi18n.h>
#include "casework/eup-case-session.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-language.h"

struct _EupParkedNote
{
  GtkBox parent_instance;
  EupCase *kase;
  const EupQuestion *question; /* (nullable) */
  GtkLabel *title;
  GtkEditable *reason;
  gboolean filling;
};

enum
{
  SIGNAL_TAKEN_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupParkedNote, eup_parked_note, GTK_TYPE_BOX)

static void
refresh (EupParkedNote *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  gboolean parked = self->question != NULL &&
                    eup_rules_is_parked (assessment, eup_case_get_model (self->kase), self->question);
  const EupParked *part;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), parked);
  if (!parked)
    return;
  part = eup_assessment_find (assessment, EUP_PART_PARKED, self->question->id);
  title = g_strdup_printf (_ ("%s is parked"), eup_text_get (self->question->title, eup_ui_language ()));
  gtk_label_set_label (self->title, title);
  self->filling = TRUE;
  eup_entry_show (self->reason, part->reason);
  self->filling = FALSE;
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupParkedNote *self)
{
  if (kind != EUP_PART_STAGE_TIME)
    refresh (self);
}

static void
reason_cb (EupParkedNote *self)
{
  EupParked *parked;

  if (self->filling || self->question == NULL ||
      eup_assessment_find (eup_case_get_assessment (self->kase), EUP_PART_PARKED, self->question->id) == NULL)
    return;
  parked = eup_case_edit (self->kase, EUP_PART_PARKED, self->question->id);
  g_set_str (&parked->reason, gtk_editable_get_text (self->reason));
  eup_case_put (self->kase, EUP_PART_PARKED, parked);
}

static void
unpark_cb (EupParkedNote *self)
{
  const EupQuestion *question = self->question;

  eup_case_unpark (self->kase, question);
  g_signal_emit (self, signals[SIGNAL_TAKEN_UP], 0, question->id);
}

static void
eup_parked_note_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_PARKED_NOTE);
  g_clear_object (&EUP_PARKED_NOTE (object)->kase);
  G_OBJECT_CLASS (eup_parked_note_parent_class)->dispose (object);
}

static void
eup_parked_note_class_init (EupParkedNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_parked_note_dispose;
  signals[SIGNAL_TAKEN_UP] = g_signal_new ("taken-up", EUP_TYPE_PARKED_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-parked-note.ui");
  gtk_widget_class_bind_template_child (widget_class, EupParkedNote, title);
  gtk_widget_class_bind_template_child (widget_class, EupParkedNote, reason);
  gtk_widget_class_bind_template_callback (widget_class, unpark_cb);
}

static void
eup_parked_note_init (EupParkedNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (reason_cb), self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title,
                                  NULL, -1);
}

/**
 * eup_parked_note_set_case:
 *
 * Called once, before anything is shown.
 */
void
eup_parked_note_set_case (EupParkedNote *self, EupCase *kase)
{
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  refresh (self);
}

/**
 * eup_parked_note_show:
 * @question: (nullable): of which question it speaks
 */
void
eup_parked_note_show (EupParkedNote *self, const EupQuestion *question)
{
  self->question = question;
  refresh (self);
}
