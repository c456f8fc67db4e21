/* Whose answer is shown: a button a person, with a check once they have answered and, when all is shown,
 * where they stand, so that two who differ stand side by side. More than a few are in a list. The buttons
 * stay as long as the people do, so that focus is not lost while somebody types. */

#include "ui/meeting/eup-person-choice.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/meeting/eup-person-list.h"

#define MOST_BUTTONS 6

struct _EupPersonChoice
{
  AdwBin parent_instance;
  AdwWrapBox *box;
  EupPersonList *list;
  gboolean many;
  gboolean setting;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupPersonChoice, eup_person_choice, ADW_TYPE_BIN)

/* What a button shows of its person. */
typedef struct
{
  char *id;
  char *name;
  GtkWidget *check;
  GtkWidget *stands;
  GtkWidget *symbol;
  GtkLabel *stance;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_free (shown->id);
  g_free (shown->name);
  g_free (shown);
}

static Shown *
shown_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "shown");
}

static void
toggled_cb (GtkToggleButton *button, EupPersonChoice *self)
{
  if (!self->setting && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0, shown_of (GTK_WIDGET (button))->id);
}

/* Where the person stands, below the name. */
static GtkWidget *
new_stands (Shown *shown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  shown->symbol = gtk_image_new ();
  shown->stance = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (shown->stance, TRUE);
  gtk_label_set_xalign (shown->stance, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (shown->stance), TRUE);
  gtk_widget_add_css_class (box, "stands");
  gtk_box_append (GTK_BOX (box), shown->symbol);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (shown->stance));
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
new_button (const EupPerson *person, const char *name, GtkToggleButton *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  Shown *shown = g_new0 (Shown, 1);

  shown->id = g_strdup (person->id);
  shown->name = g_strdup (name);
  shown->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (shown->check, FALSE);
  gtk_box_append (GTK_BOX (head), shown->check);
  gtk_box_append (GTK_BOX (head), label);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), head);
  shown->stands = new_stands (shown);
  gtk_box_append (GTK_BOX (box), shown->stands);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "person");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  g_object_set_data_full (G_OBJECT (button), "shown", shown, shown_free);
  return button;
}

static gboolean
buttons_fit (EupPersonChoice *self, const EupAssessment *assessment, GPtrArray *people)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  for (guint i = 0; i < people->len; i++, child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *name = eup_rules_name (assessment, people->pdata[i]);

      if (child == NULL || g_strcmp0 (((EupPerson *) people->pdata[i])->id, shown_of (child)->id) != 0 ||
          g_strcmp0 (name, shown_of (child)->name) != 0)
        return FALSE;
    }
  return child == NULL;
}

static void
fill (EupPersonChoice *self, const EupAssessment *assessment, GPtrArray *people)
{
  GtkToggleButton *group = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, child);
  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *name = eup_rules_name (assessment, people->pdata[i]);
      GtkWidget *button = new_button (people->pdata[i], name, group);

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
    if (g_strcmp0 (person, shown_of (child)->id) == 0)
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
list_chosen_cb (EupPersonList *list, const char *person, EupPersonChoice *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, person);
}

static void
eup_person_choice_init (EupPersonChoice *self)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  self->list = g_object_new (EUP_TYPE_PERSON_LIST, NULL);
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_box_append (GTK_BOX (both), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (both), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), both);
  g_signal_connect (self->list, "chosen", G_CALLBACK (list_chosen_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Whose answer"),
                                  -1);
}

/**
 * eup_person_choice_show:
 * @people: (element-type EupPerson): who can be chosen
 */
void
eup_person_choice_show (EupPersonChoice *self, const EupAssessment *assessment, GPtrArray *people)
{
  self->setting = TRUE;
  self->many = people->len > MOST_BUTTONS;
  gtk_widget_set_visible (GTK_WIDGET (self->box), !self->many);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->many);
  if (self->many)
    eup_person_list_fill (self->list, assessment, people);
  else if (!buttons_fit (self, assessment, people))
    fill (self, assessment, people);
  self->setting = FALSE;
}

/**
 * eup_person_choice_mark:
 * @person: the id of one of those who are shown
 * @answered: whether they have answered
 * @stance: (nullable): where they stand, once it may be seen
 * @icon: (nullable): the symbol of the side on which that lies
 */
void
eup_person_choice_mark (
    EupPersonChoice *self, const char *person, gboolean answered, const char *stance, const char *icon)
{
  GtkWidget *button = self->many ? NULL : find (self, person);

  if (self->many)
    eup_person_list_mark (self->list, person, answered, stance, icon);
  if (button == NULL)
    return;
  gtk_widget_set_visible (shown_of (button)->check, answered && stance == NULL);
  gtk_widget_set_visible (shown_of (button)->stands, stance != NULL);
  if (stance != NULL)
    gtk_widget_add_css_class (button, "stood");
  else
    gtk_widget_remove_css_class (button, "stood");
  gtk_widget_set_visible (shown_of (button)->symbol, icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (shown_of (button)->symbol), icon);
  gtk_label_set_label (shown_of (button)->stance, stance ? stance : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  stance     ? stance
                                  : answered ? _ ("Has answered")
                                             : _ ("Has not answered yet"),
                                  -1);
}

/**
 * eup_person_choice_choose:
 * @person: (nullable): the id of the one whose answer is shown
 */
void
eup_person_choice_choose (EupPersonChoice *self, const char *person)
{
  GtkWidget *button = self->many ? NULL : find (self, person);

  self->setting = TRUE;
  if (self->many)
    eup_person_list_choose (self->list, person);
  else if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  self->setting = FALSE;
}
