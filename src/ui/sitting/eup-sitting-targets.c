/* The answers of one topic, as large as the window allows, all of the same size. */

#include "ui/sitting/eup-sitting-targets.h"

#include "ui/common/eup-face.h"
#include "ui/sitting/eup-mark.h"

struct _EupSittingTargets
{
  GtkBox parent_instance;
  GPtrArray *buttons; /* GtkCheckButton, each with its option's id as "option" */
  gboolean setting;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSittingTargets, eup_sitting_targets, GTK_TYPE_BOX)

static void
toggled_cb (GtkCheckButton *button, EupSittingTargets *self)
{
  if (!self->setting && gtk_check_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "option"));
}

static PangoAttrList *
new_attributes (const char *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (
                                          g_str_has_prefix (language, "zh") ? "zh-cn" : language)));
  return attributes;
}

static GtkWidget *
new_content (const EupScale *scale, const EupOption *option, const char *language, gboolean flat)
{
  GtkWidget *box = gtk_box_new (flat ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 0);
  gboolean face = scale->faces && option->side != EUP_SIDE_NONE;
  GtkWidget *sign = face ? eup_face_new (option->side, 48) : eup_mark_new (scale, option);
  GtkWidget *word = gtk_label_new (eup_text_get (option->label, language));
  g_autoptr (PangoAttrList) attributes = new_attributes (language);

  gtk_widget_add_css_class (box, "target-content");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_vexpand (sign, !flat && face);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_label_set_attributes (GTK_LABEL (word), attributes);
  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_label_set_justify (GTK_LABEL (word), flat ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (word), flat ? 0 : 0.5f);
  gtk_widget_set_hexpand (word, flat);
  gtk_widget_set_valign (box, flat ? GTK_ALIGN_CENTER : face ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_add_css_class (word, "target-word");
  gtk_label_set_natural_wrap_mode (GTK_LABEL (word), GTK_NATURAL_WRAP_WORD);
  gtk_box_append (GTK_BOX (box), word);
  return box;
}

static GtkWidget *
new_button (EupSittingTargets *self,
            const EupScale *scale,
            const EupOption *option,
            const char *language,
            gboolean flat)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), new_content (scale, option, language, flat));
  gtk_widget_add_css_class (button, "target");
  gtk_widget_set_vexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eup_text_get (option->label, language), -1);
  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons->pdata[0]);
  g_object_set_data_full (G_OBJECT (button), "option", g_strdup (option->id), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static GtkWidget *
append_row (EupSittingTargets *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "targets-row");
  gtk_box_append (GTK_BOX (self), row);
  return row;
}

/* The arrows go from one answer to the next. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int direction;

  g_variant_get (arguments, "(i)", &direction);
  return gtk_widget_child_focus (widget, (GtkDirectionType) direction);
}

static void
eup_sitting_targets_finalize (GObject *object)
{
  g_ptr_array_unref (EUP_SITTING_TARGETS (object)->buttons);
  G_OBJECT_CLASS (eup_sitting_targets_parent_class)->finalize (object);
}

static void
eup_sitting_targets_class_init (EupSittingTargetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = eup_sitting_targets_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "targets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "(i)", GTK_DIR_LEFT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "(i)", GTK_DIR_RIGHT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, move_cb, "(i)", GTK_DIR_UP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, move_cb, "(i)", GTK_DIR_DOWN);
}

static void
eup_sitting_targets_init (EupSittingTargets *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  self->buttons = g_ptr_array_new ();
}

/**
 * eup_sitting_targets_new:
 * @options: (element-type EupOption): those of @scale that can be chosen
 * @language: the resident's
 * @question: what is asked; the accessible name of the group
 * @most_in_a_row: how many stand beside each other at most
 *
 * Returns: (transfer floating): the targets, none of them chosen
 */
GtkWidget *
eup_sitting_targets_new (const EupScale *scale,
                         GPtrArray *options,
                         const char *language,
                         const char *question,
                         guint most_in_a_row)
{
  EupSittingTargets *self = g_object_new (EUP_TYPE_SITTING_TARGETS, NULL);
  guint rows = (options->len + most_in_a_row - 1) / most_in_a_row;
  guint in_a_row = rows > 0 ? (options->len + rows - 1) / rows : 0;
  gboolean flat = rows > 1 || most_in_a_row == 1;
  GtkWidget *row = NULL;

  for (guint i = 0; i < rows * in_a_row; i++)
    {
      if (i % in_a_row == 0)
        row = append_row (self);
      if (i < options->len)
        gtk_box_append (GTK_BOX (row), new_button (self, scale, options->pdata[i], language, flat));
      else /* none is larger than another, as if it were more wanted */
        gtk_box_append (GTK_BOX (row), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  return GTK_WIDGET (self);
}

/**
 * eup_sitting_targets_set_chosen:
 * @option: (nullable): what is chosen; "chosen" is not emitted
 */
void
eup_sitting_targets_set_chosen (EupSittingTargets *self, const char *option)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (self->buttons->pdata[i],
                                 g_strcmp0 (option, g_object_get_data (self->buttons->pdata[i], "option")) ==
                                     0);
  self->setting = FALSE;
}

/* Presses the answer at @i, from 0, where there is one. */
void
eup_sitting_targets_press (EupSittingTargets *self, guint i)
{
  if (i < self->buttons->len)
    gtk_check_button_set_active (self->buttons->pdata[i], TRUE);
}
