/* Whose answer is shown: a button a person, with a check once they have answered. The buttons stay
 * as long as the people do, so that focus is not lost while somebody types. */

#include "ui/meeting/eup-person-choice.h"

#include <glib/gi18n.h>

struct _EupPersonChoice
{
  AdwBin parent_instance;
  AdwWrapBox *box;
  gboolean setting;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupPersonChoice, eup_person_choice, ADW_TYPE_BIN)

static void
toggled_cb (GtkToggleButton *button, EupPersonChoice *self)
{
  if (!self->setting && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "person"));
}

static GtkWidget *
new_button (const EupPerson *person, GtkToggleButton *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *name = gtk_label_new (person->name);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (check, FALSE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "person");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, person->name, -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  g_object_set_data_full (G_OBJECT (button), "person", g_strdup (person->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (person->name), g_free);
  g_object_set_data (G_OBJECT (button), "check", check);
  return button;
}

static gboolean
buttons_fit (EupPersonChoice *self, GPtrArray *people)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  for (guint i = 0; i < people->len; i++, child = gtk_widget_get_next_sibling (child))
    {
      const EupPerson *person = people->pdata[i];

      if (child == NULL || g_strcmp0 (person->id, g_object_get_data (G_OBJECT (child), "person")) != 0 ||
          g_strcmp0 (person->name, g_object_get_data (G_OBJECT (child), "name")) != 0)
        return FALSE;
    }
  return child == NULL;
}

static void
fill (EupPersonChoice *self, GPtrArray *people)
{
  GtkToggleButton *group = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, child);
  for (guint i = 0; i < people->len; i++)
    {
      GtkWidget *button = new_button (people->pdata[i], group);

      group = group ? group : GTK_TOGGLE_BUTTON (button);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      adw_wrap_box_append (self->box, button);
    }
}

static GtkWidget *
find (EupPersonChoice *self, const char *person)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (person, g_object_get_data (G_OBJECT (child), "person")) == 0)
      return child;
  return NULL;
}

static void
eup_person_choice_class_init (EupPersonChoiceClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
eup_person_choice_init (EupPersonChoice *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Whose answer"),
                                  -1);
}

/**
 * eup_person_choice_show:
 * @people: (element-type EupPerson): who can be chosen
 * @chosen: (nullable): the id of the one who is
 */
void
eup_person_choice_show (EupPersonChoice *self, GPtrArray *people, const char *chosen)
{
  GtkWidget *button;

  self->setting = TRUE;
  if (!buttons_fit (self, people))
    fill (self, people);
  button = find (self, chosen);
  if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  self->setting = FALSE;
}

/**
 * eup_person_choice_mark:
 * @person: the id of one of those who are shown
 * @answered: whether they have answered
 */
void
eup_person_choice_mark (EupPersonChoice *self, const char *person, gboolean answered)
{
  GtkWidget *button = find (self, person);

  if (button != NULL)
    gtk_widget_set_visible (g_object_get_data (G_OBJECT (button), "check"), answered);
}
