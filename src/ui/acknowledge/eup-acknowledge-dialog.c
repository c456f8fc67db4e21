/* No answer is filled in beforehand. The witness is the facilitator unless it is their own acknowledgement;
 * another name can be written. */

#include "ui/acknowledge/eup-acknowledge-dialog.h"

#include <glib/gi18n.h>
#include "casework/eup-case-acknowledge.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"
#include "ui/common/eup-toasts.h"

struct _EupAcknowledgeDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  char *person; /* (nullable) */
  GtkLabel *heading;
  EupNameRow *who;
  EupNameRow *witness;
  GtkWidget *hand_over;
  GtkWidget *not_asked;
  GtkEditable *reason;
  GtkWidget *note;
  GtkWidget *noted;
  GtkEditable *words;
  GtkLabel *problem;
};

enum
{
  SIGNAL_HAND_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupAcknowledgeDialog, eup_acknowledge_dialog, ADW_TYPE_DIALOG)

static const EupAcknowledgement *
find (EupAcknowledgeDialog *self)
{
  return self->person ? eup_assessment_find (eup_case_get_assessment (self->kase), EUP_PART_ACKNOWLEDGEMENT,
                                             self->person)
                      : NULL;
}

static const char *
get_name (EupAcknowledgeDialog *self)
{
  const EupPerson *person =
      self->person ? eup_assessment_find_person (eup_case_get_assessment (self->kase), self->person) : NULL;

  return person ? person->name : gtk_editable_get_text (GTK_EDITABLE (self->who));
}

static void
update (EupAcknowledgeDialog *self)
{
  const char *witness = gtk_editable_get_text (GTK_EDITABLE (self->witness));
  gboolean own = g_strcmp0 (witness, get_name (self)) == 0;

  eup_entry_mark (GTK_WIDGET (self->witness), own && *witness != '\0');
  gtk_widget_set_sensitive (self->hand_over, eup_text_is_written (get_name (self)) &&
                                                 eup_entry_is_written (GTK_EDITABLE (self->witness)) && !own);
  gtk_widget_set_sensitive (self->note, eup_entry_is_written (self->reason));
}

static void
written_cb (EupAcknowledgeDialog *self)
{
  update (self);
}

static void
cancel_cb (EupAcknowledgeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Whoever among those who took part has just this name: their own language is spoken to them then. */
static const char *
find_person (EupAcknowledgeDialog *self, const char *name)
{
  GPtrArray *people = eup_case_get_assessment (self->kase)->people;

  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (((EupPerson *) people->pdata[i])->name, name) == 0)
      return ((EupPerson *) people->pdata[i])->id;
  return NULL;
}

static void
hand_over_cb (EupAcknowledgeDialog *self)
{
  g_autofree char *name = g_strdup (get_name (self));
  g_autofree char *witness = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->witness)));
  const char *person = self->person ? self->person : find_person (self, name);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_HAND_OVER], 0, person, name, witness);
}

static void
note_cb (EupAcknowledgeDialog *self)
{
  EupAcknowledgement *of = eup_shape_new (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT));
  g_autoptr (GError) error = NULL;

  of->id = g_strdup (self->person);
  of->answer = g_strdup (eup_acknowledged_to_id (EUP_ACKNOWLEDGED_NOT_ASKED));
  of->words = g_strdup (gtk_editable_get_text (self->reason));
  if (eup_case_acknowledge (self->kase, of, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  g_message ("An acknowledgement can't be noted: %s", error->message);
  gtk_label_set_label (self->problem, eup_error_words (error));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/* Written down letter by letter, as everything is. */
static void
words_cb (EupAcknowledgeDialog *self)
{
  EupAcknowledgement *of;

  if (find (self) == NULL || g_strcmp0 (find (self)->words, gtk_editable_get_text (self->words)) == 0)
    return;
  of = eup_case_edit (self->kase, EUP_PART_ACKNOWLEDGEMENT, self->person);
  g_set_str (&of->words, gtk_editable_get_text (self->words));
  eup_case_put (self->kase, EUP_PART_ACKNOWLEDGEMENT, of);
}

static void
remove_cb (EupAcknowledgeDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *overlay = window ? gtk_window_get_child (GTK_WINDOW (window)) : NULL;

  eup_toast_removed (overlay ? overlay : GTK_WIDGET (self), _ ("The acknowledgement is taken away"),
                     self->kase, EUP_PART_ACKNOWLEDGEMENT, self->person);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
eup_acknowledge_dialog_dispose (GObject *object)
{
  EupAcknowledgeDialog *self = EUP_ACKNOWLEDGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_ACKNOWLEDGE_DIALOG);
  g_clear_object (&self->kase);
  g_clear_pointer (&self->person, g_free);
  G_OBJECT_CLASS (eup_acknowledge_dialog_parent_class)->dispose (object);
}

static void
eup_acknowledge_dialog_class_init (EupAcknowledgeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_NAME_ROW);
  G_OBJECT_CLASS (klass)->dispose = eup_acknowledge_dialog_dispose;
  signals[SIGNAL_HAND_OVER] =
      g_signal_new ("hand-over", EUP_TYPE_ACKNOWLEDGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/euphoria_care/Euphoria/ui/eup-acknowledge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, who);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, witness);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, hand_over);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, not_asked);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, note);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, noted);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, words);
  gtk_widget_class_bind_template_child (widget_class, EupAcknowledgeDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
eup_acknowledge_dialog_init (EupAcknowledgeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char **
all_names (const EupAssessment *assessment)
{
  g_autoptr (GPtrArray) people = eup_rules_who_may_acknowledge (assessment);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < people->len; i++)
    if (eup_text_is_written (((EupPerson *) people->pdata[i])->name))
      g_strv_builder_add (names, ((EupPerson *) people->pdata[i])->name);
  return g_strv_builder_end (names);
}

/**
 * eup_acknowledge_dialog_new:
 * @kase: (transfer none): the case, open or sealed
 * @person: (nullable): whose acknowledgement; %NULL: the dialog asks
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_acknowledge_dialog_new (EupCase *kase, const char *person)
{
  EupAcknowledgeDialog *self = g_object_new (EUP_TYPE_ACKNOWLEDGE_DIALOG, NULL);
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *facilitator = assessment->card->facilitator;
  g_auto (GStrv) witnesses = eup_names_of_people (assessment);
  g_auto (GStrv) people = all_names (assessment);
  const EupAcknowledgement *of;

  self->kase = g_object_ref (kase);
  self->person = g_strdup (person);
  of = find (self);
  eup_name_row_set_names (self->witness, (const char *const *) witnesses);
  eup_name_row_set_names (self->who, (const char *const *) people);
  if (eup_text_is_written (facilitator) && g_strcmp0 (facilitator, get_name (self)) != 0)
    eup_entry_show (GTK_EDITABLE (self->witness), facilitator);
  gtk_label_set_label (self->heading, person ? get_name (self) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), person != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->who), person == NULL);
  gtk_widget_set_visible (self->not_asked, person != NULL && of == NULL && !eup_case_is_sealed (kase));
  gtk_widget_set_visible (self->noted, of != NULL && !eup_case_is_sealed (kase));
  eup_entry_show (self->words, of && of->words ? of->words : "");
  update (self);
  return ADW_DIALOG (self);
}
