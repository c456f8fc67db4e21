/* The bar of the one screen. It speaks the facilitator's language, who leads with it; whoever is waited
 * for is called by the name that the room knows. */

#include "ui/meeting/eup-wall-bar.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-voices.h"

struct _EupWallBar
{
  GtkBox parent_instance;

  EupCase *kase;
  EupSharedState *state;

  GtkWidget *lead; /* all but Blank: nothing of the case is there while the wall is blank */
  GtkLabel *waiting;
  GtkLabel *note;
  GtkButton *reveal;
  GtkLabel *reveal_label;
  GtkLabel *blank_label;
};

G_DEFINE_FINAL_TYPE (EupWallBar, eup_wall_bar, GTK_TYPE_BOX)

static char *
say_who_is_waited_for (EupWallBar *self, const EupQuestion *question)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) missing =
      eup_rules_missing_people (assessment, eup_case_get_model (self->kase), question);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (eup_rules_is_revealed (assessment, question))
    return g_strdup (_ ("The answers are shown"));
  if (missing->len == 0)
    return g_strdup (_ ("All have answered"));
  for (guint i = 0; i < missing->len; i++)
    {
      const EupPerson *person = missing->pdata[i];

      g_ptr_array_add (names, eup_person_voice (person) == EUP_VOICE_RESIDENT ? assessment->card->alias
                                                                              : person->name);
    }
  g_ptr_array_add (names, NULL);
  joined = eup_names_join ((const char *const *) names->pdata);
  return g_strdup_printf (_ ("Waiting for %s"), joined);
}

static void
update (EupWallBar *self)
{
  const EupQuestion *question = eup_shared_state_get_question (self->state);
  gboolean blank = eup_shared_state_get_blank (self->state);
  gboolean asks = question != NULL && eup_shared_state_get_view (self->state) == EUP_VIEW_QUESTION;
  g_autofree char *waiting = asks && !blank ? say_who_is_waited_for (self, question) : g_strdup ("");

  gtk_widget_set_visible (self->lead, !blank);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !blank);
  gtk_widget_set_visible (GTK_WIDGET (self->reveal), asks);
  gtk_label_set_label (self->waiting, waiting);
  gtk_label_set_label (
      self->note,
      eup_case_get_problem (self->kase) != NULL
          ? _ ("The disk is full or can’t be written. What you write is kept here and saved as soon "
               "as there is room. Go on, but don’t close the program.")
          : _ ("Everybody sees this screen. Private notes are not available until there are "
               "two windows again."));
  gtk_label_set_label (self->blank_label, blank ? _ ("Show Again") : _ ("Blank"));
  gtk_label_set_label (self->reveal_label,
                       asks && eup_rules_is_revealed (eup_case_get_assessment (self->kase), question)
                           ? _ ("Hide Answers")
                           : _ ("Show Answers"));
}

static void
eup_wall_bar_dispose (GObject *object)
{
  EupWallBar *self = EUP_WALL_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_WALL_BAR);
  g_clear_object (&self->kase);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (eup_wall_bar_parent_class)->dispose (object);
}

static void
eup_wall_bar_class_init (EupWallBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_wall_bar_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-wall-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EupWallBar, lead);
  gtk_widget_class_bind_template_child (widget_class, EupWallBar, waiting);
  gtk_widget_class_bind_template_child (widget_class, EupWallBar, note);
  gtk_widget_class_bind_template_child (widget_class, EupWallBar, reveal);
  gtk_widget_class_bind_template_child (widget_class, EupWallBar, reveal_label);
  gtk_widget_class_bind_template_child (widget_class, EupWallBar, blank_label);
}

static void
eup_wall_bar_init (EupWallBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_wall_bar_new:
 *
 * Returns: (transfer floating): the bar; its buttons are for the actions “meeting” of its window
 */
GtkWidget *
eup_wall_bar_new (EupCase *kase, EupSharedState *state)
{
  EupWallBar *self = g_object_new (EUP_TYPE_WALL_BAR, NULL);

  self->kase = g_object_ref (kase);
  self->state = g_object_ref (state);
  g_signal_connect_object (kase, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kase, "notify::problem", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
