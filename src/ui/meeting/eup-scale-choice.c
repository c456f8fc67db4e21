/* One answer on one scale. No button of the group is active as long as nothing is chosen, so that an
 * unasked question never looks answered. (An unseen active button would do the same, but Tab goes
 * to a group's active button only, and would pass such a group by.) */

#include "ui/meeting/eup-scale-choice.h"

#include "ui/common/eup-face.h"
#include "ui/common/eup-voices.h"

struct _EupScaleChoice
{
  GtkBox parent_instance;
  GtkLabel *heading;  /* (nullable) */
  GPtrArray *buttons; /* GtkCheckButton, each with its option's id as "option" */
  char *chosen;
  gboolean setting;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupScaleChoice, eup_scale_choice, GTK_TYPE_BOX)

#define FACE_SIZE 58

static void
toggled_cb (GtkCheckButton *button, EupScaleChoice *self)
{
  const char *option = g_object_get_data (G_OBJECT (button), "option");

  if (self->setting || !gtk_check_button_get_active (button))
    return;
  if (g_set_str (&self->chosen, option))
    g_signal_emit (self, signals[CHOSEN], 0, option);
}

static GtkWidget *
new_face_content (const EupOption *option, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *word = gtk_label_new (label);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), eup_face_new (option->side, FACE_SIZE));
  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_label_set_justify (GTK_LABEL (word), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), word);
  return box;
}

/* The symbol of the side, faint before it is chosen: a word is read, a symbol is found again. */
static GtkWidget *
new_row_content (const EupOption *option, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *word = gtk_label_new (label);
  const char *icon = eup_side_get_icon (option->side);

  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (word), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_widget_set_hexpand (word, TRUE);
  gtk_box_append (GTK_BOX (box), word);
  if (icon != NULL)
    {
      GtkWidget *symbol = gtk_image_new_from_icon_name (icon);

      gtk_widget_add_css_class (symbol, "side");
      gtk_box_append (GTK_BOX (box), symbol);
    }
  return box;
}

static GtkWidget *
new_button (EupScaleChoice *self, const EupOption *option, const char *language, gboolean face)
{
  const char *label = eup_text_get (option->label, language);
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button),
                              face ? new_face_content (option, label) : new_row_content (option, label));
  gtk_widget_add_css_class (button, face ? "face-choice" : "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons->pdata[0]);
  g_object_set_data_full (G_OBJECT (button), "option", g_strdup (option->id), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static void
append_heading (EupScaleChoice *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-title");
  gtk_box_append (GTK_BOX (self), label);
  self->heading = GTK_LABEL (label);
}

static void
fill (EupScaleChoice *self, const EupScale *scale, const char *language)
{
  GtkWidget *faces = NULL;

  for (guint i = 0; i < scale->options->len; i++)
    {
      const EupOption *option = scale->options->pdata[i];
      gboolean face = scale->faces && option->side != EUP_SIDE_NONE;
      GtkWidget *button = new_button (self, option, language, face);

      if (face && faces == NULL)
        {
          faces = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
          gtk_box_set_homogeneous (GTK_BOX (faces), TRUE);
          gtk_box_append (GTK_BOX (self), faces);
        }
      gtk_box_append (GTK_BOX (face ? faces : GTK_WIDGET (self)), button);
    }
}

/* The arrows go through the options also inside a list, which would take them to go through its rows. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int direction;

  g_variant_get (arguments, "(i)", &direction);
  return gtk_widget_child_focus (widget, (GtkDirectionType) direction);
}

static void
eup_scale_choice_finalize (GObject *object)
{
  EupScaleChoice *self = EUP_SCALE_CHOICE (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->chosen);
  G_OBJECT_CLASS (eup_scale_choice_parent_class)->finalize (object);
}

static void
eup_scale_choice_class_init (EupScaleChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_scale_choice_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "scale-choice");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Up, 0, move_cb, "(i)", GTK_DIR_UP);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Down, 0, move_cb, "(i)", GTK_DIR_DOWN);
}

static void
eup_scale_choice_init (EupScaleChoice *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->buttons = g_ptr_array_new ();
}

/**
 * eup_scale_choice_new:
 * @scale: the scale
 * @language: which of its languages is shown
 * @heading: what is chosen about; the accessible name of the group
 * @show_heading: whether @heading is also seen
 *
 * Returns: (transfer floating): the choice, with nothing chosen
 */
GtkWidget *
eup_scale_choice_new (const EupScale *scale, const char *language, const char *heading, gboolean show_heading)
{
  EupScaleChoice *self = g_object_new (EUP_TYPE_SCALE_CHOICE, NULL);

  if (show_heading)
    append_heading (self);
  eup_scale_choice_set_heading (self, heading);
  fill (self, scale, language);
  return GTK_WIDGET (self);
}

/**
 * eup_scale_choice_set_heading:
 * @heading: what is chosen about from now on, on the same scale
 */
void
eup_scale_choice_set_heading (EupScaleChoice *self, const char *heading)
{
  if (self->heading != NULL)
    gtk_label_set_label (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

/**
 * eup_scale_choice_set_chosen:
 * @option: (nullable): the id of an option; %NULL, or one that the scale lacks, for none
 *
 * Shows a choice made elsewhere; "chosen" is not emitted.
 */
void
eup_scale_choice_set_chosen (EupScaleChoice *self, const char *option)
{
  gboolean found = FALSE;

  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      gboolean chosen = g_strcmp0 (option, g_object_get_data (self->buttons->pdata[i], "option")) == 0;

      gtk_check_button_set_active (self->buttons->pdata[i], chosen);
      found = found || chosen;
    }
  self->setting = FALSE;
  g_set_str (&self->chosen, found ? option : NULL);
}

/**
 * eup_scale_choice_get_chosen:
 *
 * Returns: (transfer none) (nullable): the chosen option's id
 */
const char *
eup_scale_choice_get_chosen (EupScaleChoice *self)
{
  return self->chosen;
}
