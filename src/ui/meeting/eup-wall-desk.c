/* The lane with the word on the one screen. It holds one person's answer at a time. Where several speak
 * with one voice, somebody who has answered is not opened by itself: the room sees this screen. */

#include "ui/meeting/eup-wall-desk.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-alternatives.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-person-choice.h"
#include "ui/meeting/eup-purpose.h"

struct _EupWallDesk
{
  GtkBox parent_instance;

  EupCase *kase;
  const EupQuestion *question;
  EupVoice voice;
  char *person; /* (nullable): whose answer is open */

  GtkImage *disc;
  GtkLabel *title;
  EupPersonChoice *people;
  GtkLabel *nobody;
  GtkScrolledWindow *scroller;
  GtkWidget *form; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (EupWallDesk, eup_wall_desk, GTK_TYPE_BOX)

static gboolean
is_joint (const EupQuestion *question, EupVoice voice)
{
  return voice == EUP_VOICE_FACILITATOR && question->kind != EUP_QUESTION_STATEMENT;
}

/* The facilitator knows who that is; the room reads the name that it knows. */
static void
show_title (EupWallDesk *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupPerson *person = self->person ? eup_assessment_find_person (assessment, self->person) : NULL;
  g_autofree char *words = NULL;

  if (self->voice == EUP_VOICE_RESIDENT)
    words = g_strdup (assessment->card->alias);
  else if (person != NULL && self->voice != EUP_VOICE_FACILITATOR)
    words = g_strdup_printf ("%s · %s", eup_voice_get_title (self->voice), person->name);
  gtk_label_set_label (self->title, words ? words : eup_voice_get_title (self->voice));
}

static void
put_form (EupWallDesk *self, GtkWidget *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->form = form;
  gtk_widget_set_vexpand (form, TRUE);
  gtk_box_append (GTK_BOX (box), form);
  gtk_scrolled_window_set_child (self->scroller, box);
}

static void
open_person (EupWallDesk *self, const char *id)
{
  const EupPerson *person = eup_assessment_find_person (eup_case_get_assessment (self->kase), id);
  GtkWidget *form;

  if (person == NULL)
    return;
  g_set_str (&self->person, id);
  form = g_object_new (EUP_TYPE_ANSWER_FORM, NULL);
  eup_answer_form_show (EUP_ANSWER_FORM (form), self->kase, self->question, person);
  eup_answer_form_set_beside (EUP_ANSWER_FORM (form));
  put_form (self, form);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), TRUE);
  show_title (self);
}

static void
update_people (EupWallDesk *self)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (eup_case_get_assessment (self->kase), self->voice);
  g_autoptr (GPtrArray) missing = eup_rules_missing_people (eup_case_get_assessment (self->kase),
                                                            eup_case_get_model (self->kase), self->question);

  gtk_widget_set_visible (GTK_WIDGET (self->people),
                          people->len > 1 && !is_joint (self->question, self->voice));
  if (people->len < 2)
    return;
  eup_person_choice_show (self->people, eup_case_get_assessment (self->kase), people);
  for (guint i = 0; i < people->len; i++)
    eup_person_choice_mark (self->people, ((EupPerson *) people->pdata[i])->id,
                            !g_ptr_array_find (missing, people->pdata[i], NULL), NULL, NULL);
  eup_person_choice_choose (self->people, self->person);
}

/* The first who has not answered; with one person there is nothing to choose. */
static const EupPerson *
whose_turn (EupWallDesk *self)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (eup_case_get_assessment (self->kase), self->voice);
  g_autoptr (GPtrArray) missing = eup_rules_missing_people (eup_case_get_assessment (self->kase),
                                                            eup_case_get_model (self->kase), self->question);

  for (guint i = 0; i < people->len; i++)
    if (g_ptr_array_find (missing, people->pdata[i], NULL))
      return people->pdata[i];
  return people->len == 1 ? people->pdata[0] : NULL;
}

static void
begin (EupWallDesk *self)
{
  const EupPerson *person = whose_turn (self);

  if (is_joint (self->question, self->voice))
    put_form (self, self->question->kind == EUP_QUESTION_PURPOSE ? eup_purpose_new (self->kase)
                                                                 : eup_alternatives_new (self->kase));
  else if (person != NULL)
    open_person (self, person->id);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), self->form == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), self->form != NULL);
  show_title (self);
  update_people (self);
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupWallDesk *self)
{
  if (self->form != NULL && EUP_IS_ANSWER_FORM (self->form))
    eup_answer_form_refresh (EUP_ANSWER_FORM (self->form));
  update_people (self);
}

static void
person_chosen_cb (EupPersonChoice *choice, const char *person, EupWallDesk *self)
{
  open_person (self, person);
  update_people (self);
}

static gboolean
eup_wall_desk_grab_focus (GtkWidget *widget)
{
  EupWallDesk *self = EUP_WALL_DESK (widget);

  if (self->form != NULL && EUP_IS_ANSWER_FORM (self->form))
    return gtk_widget_grab_focus (self->form);
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
eup_wall_desk_dispose (GObject *object)
{
  EupWallDesk *self = EUP_WALL_DESK (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_WALL_DESK);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_wall_desk_parent_class)->dispose (object);
}

static void
eup_wall_desk_finalize (GObject *object)
{
  g_free (EUP_WALL_DESK (object)->person);
  G_OBJECT_CLASS (eup_wall_desk_parent_class)->finalize (object);
}

static void
eup_wall_desk_class_init (EupWallDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_wall_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_wall_desk_finalize;
  widget_class->grab_focus = eup_wall_desk_grab_focus;
  g_type_ensure (EUP_TYPE_PERSON_CHOICE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-wall-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, EupWallDesk, disc);
  gtk_widget_class_bind_template_child (widget_class, EupWallDesk, title);
  gtk_widget_class_bind_template_child (widget_class, EupWallDesk, people);
  gtk_widget_class_bind_template_child (widget_class, EupWallDesk, nobody);
  gtk_widget_class_bind_template_child (widget_class, EupWallDesk, scroller);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
}

static void
eup_wall_desk_init (EupWallDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_wall_desk_new:
 * @voice: who has the word; eup_wall_desk_is_needed() must hold
 *
 * Returns: (transfer floating): the open lane
 */
GtkWidget *
eup_wall_desk_new (EupCase *kase, const EupQuestion *question, EupVoice voice)
{
  EupWallDesk *self = g_object_new (EUP_TYPE_WALL_DESK, NULL);

  self->kase = g_object_ref (kase);
  self->question = question;
  self->voice = voice;
  eup_voice_mark (GTK_WIDGET (self), voice);
  gtk_image_set_from_icon_name (self->disc, eup_voice_get_icon (voice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eup_voice_get_title (voice), -1);
  begin (self);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  return GTK_WIDGET (self);
}

/**
 * eup_wall_desk_is_needed:
 *
 * Returns: whether there is something to type for @voice: somebody speaks with it, or it is where the
 *   meeting writes together
 */
gboolean
eup_wall_desk_is_needed (EupCase *kase, const EupQuestion *question, EupVoice voice)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (eup_case_get_assessment (kase), voice);

  return people->len > 0 || is_joint (question, voice);
}
