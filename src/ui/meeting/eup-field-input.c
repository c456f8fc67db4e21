/* The label above, the means of filling in below. A choice among few stands as buttons side by side,
 * pressed again to take it back; among many as a list whose first line stands for none. A number that
 * can't be read is marked and does not take the place of the one before. */

#include "ui/meeting/eup-field-input.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-full-words.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-words.h"

#define MOST_BUTTONS 5 /* more options than these are a list */

struct _EupFieldInput
{
  GtkBox parent_instance;

  char *id;
  EupFieldInputKind kind;
  char *value; /* as it was last shown or said */
  gboolean setting;
  GtkWidget *entry;   /* (nullable): of a line, a number */
  GtkWidget *words;   /* (nullable) */
  GtkWidget *date;    /* (nullable) */
  GtkWidget *list;    /* (nullable): a drop-down; its options' ids in @options */
  GPtrArray *buttons; /* GtkToggleButton or GtkCheckButton, each with its option's id as "option" */
  GStrv options;
};

enum
{
  FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupFieldInput, eup_field_input, GTK_TYPE_BOX)

static void
say (EupFieldInput *self, const char *value)
{
  if (g_set_str (&self->value, value))
    g_signal_emit (self, signals[FILLED], 0, value);
}

static void
mark (EupFieldInput *self, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  eup_full_words_set_tooltip (self->entry, wrong ? _ ("A whole number, in figures only") : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
is_whole_number (const char *text)
{
  return strlen (text) <= 9 && strspn (text, "0123456789") == strlen (text);
}

static void
entry_changed_cb (EupFieldInput *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->setting)
    return;
  if (self->kind == EUP_FIELD_KIND_NUMBER)
    {
      g_autofree char *figures = g_strstrip (g_strdup (text));

      mark (self, !is_whole_number (figures));
      if (is_whole_number (figures))
        say (self, figures);
    }
  else
    {
      say (self, text);
    }
}

static void
written_cb (EupFieldInput *self)
{
  g_autofree char *text = eup_words_get_text (EUP_WORDS (self->words));

  if (!self->setting)
    say (self, text);
}

static void
date_cb (EupFieldInput *self)
{
  const char *date = eup_date_row_get_date (EUP_DATE_ROW (self->date));

  if (!self->setting)
    say (self, date ? date : "");
}

static void
listed_cb (EupFieldInput *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));

  if (!self->setting && position != GTK_INVALID_LIST_POSITION)
    say (self, position == 0 ? "" : self->options[position - 1]);
}

static gboolean
is_pressed (GtkWidget *button)
{
  return GTK_IS_CHECK_BUTTON (button) ? gtk_check_button_get_active (GTK_CHECK_BUTTON (button))
                                      : gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

static void
press (GtkWidget *button, gboolean pressed)
{
  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), pressed);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), pressed);
}

/* Of one choice only the button pressed last stays down. */
static void
pressed_cb (GtkWidget *pressed, EupFieldInput *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (self->setting)
    return;
  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = self->buttons->pdata[i];

      if (self->kind == EUP_FIELD_KIND_CHOICE && button != pressed)
        press (button, FALSE);
      if (is_pressed (button))
        g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "",
                                (char *) g_object_get_data (G_OBJECT (button), "option"));
    }
  self->setting = FALSE;
  say (self, value->str);
}

static GtkWidget *
new_button (EupFieldInput *self, const EupItem *option, const char *label)
{
  gboolean several = self->kind == EUP_FIELD_KIND_CHOICES;
  GtkWidget *button = several ? gtk_check_button_new () : gtk_toggle_button_new ();
  GtkWidget *word = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (word), PANGO_WRAP_WORD_CHAR);
  if (several)
    {
      gtk_label_set_xalign (GTK_LABEL (word), 0);
      gtk_widget_set_hexpand (word, TRUE);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), word);
    }
  else
    {
      gtk_label_set_justify (GTK_LABEL (word), GTK_JUSTIFY_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), word);
    }
  gtk_widget_add_css_class (button, several ? "choice" : "person");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "option", g_strdup (option->id), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (pressed_cb), self);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static void
append_buttons (EupFieldInput *self, const EupQuestionField *field, EupCase *kase)
{
  GtkWidget *row = field->kind == EUP_FIELD_KIND_CHOICE ? adw_wrap_box_new () : NULL;

  if (row != NULL)
    {
      adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (row), 6);
      adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (row), 6);
      gtk_box_append (GTK_BOX (self), row);
    }
  for (guint i = 0; i < field->options->len; i++)
    {
      const EupItem *option = field->options->pdata[i];
      g_autofree char *label = eup_rules_say (option->label, eup_ui_language (),
                                              eup_case_get_assessment (kase), eup_case_get_model (kase));
      GtkWidget *button = new_button (self, option, label);

      if (row != NULL)
        adw_wrap_box_append (ADW_WRAP_BOX (row), button);
      else
        gtk_box_append (GTK_BOX (self), button);
    }
}

static void
append_list (EupFieldInput *self, const EupQuestionField *field, EupCase *kase)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) options = g_strv_builder_new ();

  gtk_string_list_append (labels, _ ("Not filled in"));
  for (guint i = 0; i < field->options->len; i++)
    {
      const EupItem *option = field->options->pdata[i];
      g_autofree char *label = eup_rules_say (option->label, eup_ui_language (),
                                              eup_case_get_assessment (kase), eup_case_get_model (kase));

      gtk_string_list_append (labels, label);
      g_strv_builder_add (options, option->id);
    }
  self->options = g_strv_builder_end (options);
  self->list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_widget_set_halign (self->list, GTK_ALIGN_START);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (listed_cb), self);
  gtk_box_append (GTK_BOX (self), self->list);
}

static void
append_entry (EupFieldInput *self, const EupQuestionField *field)
{
  gboolean number = field->kind == EUP_FIELD_KIND_NUMBER;

  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "field");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  if (number)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      GtkWidget *unit = gtk_label_new (field->unit ? eup_text_get (field->unit, eup_ui_language ()) : "");

      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_DIGITS);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 7);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 9);
      gtk_label_set_wrap (GTK_LABEL (unit), TRUE);
      gtk_label_set_xalign (GTK_LABEL (unit), 0);
      gtk_widget_set_hexpand (unit, TRUE);
      gtk_box_append (GTK_BOX (row), self->entry);
      gtk_box_append (GTK_BOX (row), unit);
      gtk_box_append (GTK_BOX (self), row);
    }
  else
    {
      gtk_box_append (GTK_BOX (self), self->entry);
    }
}

static void
append_words (EupFieldInput *self)
{
  self->words = eup_words_new ();
  gtk_widget_add_css_class (self->words, "small-words");
  gtk_widget_set_size_request (self->words, -1, 64);
  g_signal_connect_swapped (self->words, "written", G_CALLBACK (written_cb), self);
  gtk_box_append (GTK_BOX (self), self->words);
}

static void
append_date (EupFieldInput *self, const char *label)
{
  GtkWidget *box = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  self->date = eup_date_row_new (label);
  g_signal_connect_swapped (self->date, "notify::date", G_CALLBACK (date_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (box), self->date);
  gtk_box_append (GTK_BOX (self), box);
}

static void
append_input (EupFieldInput *self, const EupQuestionField *field, EupCase *kase, const char *label)
{
  switch (field->kind)
    {
    case EUP_FIELD_KIND_LINE:
    case EUP_FIELD_KIND_NUMBER:
      append_entry (self, field);
      break;
    case EUP_FIELD_KIND_WORDS:
      append_words (self);
      break;
    case EUP_FIELD_KIND_CHOICES:
      append_buttons (self, field, kase);
      break;
    case EUP_FIELD_KIND_CHOICE:
      if (field->options->len > MOST_BUTTONS)
        append_list (self, field, kase);
      else
        append_buttons (self, field, kase);
      break;
    case EUP_FIELD_KIND_DATE:
      append_date (self, label);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
name_input (EupFieldInput *self, const char *label, const char *unit)
{
  g_autofree char *counted =
      unit != NULL ? g_strdup_printf (C_ ("label and unit", "%1$s, %2$s"), label, unit) : g_strdup (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->entry != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, counted, -1);
  if (self->list != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->words != NULL)
    eup_words_set_label (EUP_WORDS (self->words), label);
}

static void
eup_field_input_finalize (GObject *object)
{
  EupFieldInput *self = EUP_FIELD_INPUT (object);

  g_free (self->id);
  g_free (self->value);
  g_strfreev (self->options);
  g_ptr_array_unref (self->buttons);
  G_OBJECT_CLASS (eup_field_input_parent_class)->finalize (object);
}

static void
eup_field_input_class_init (EupFieldInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_field_input_finalize;
  signals[FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
eup_field_input_init (EupFieldInput *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->buttons = g_ptr_array_new ();
  self->value = g_strdup ("");
}

/**
 * eup_field_input_new:
 * @kase: whose names stand in the label
 * @field: what is filled in
 * @voice: by whom: the resident may have a wording of their own
 *
 * Returns: (transfer floating): the input, with nothing filled in
 */
GtkWidget *
eup_field_input_new (EupCase *kase, const EupQuestionField *field, EupVoice voice)
{
  EupFieldInput *self = g_object_new (EUP_TYPE_FIELD_INPUT, NULL);
  const EupText *text =
      voice == EUP_VOICE_RESIDENT && field->resident != NULL ? field->resident : field->label;
  g_autofree char *label =
      eup_rules_say (text, eup_ui_language (), eup_case_get_assessment (kase), eup_case_get_model (kase));

  self->id = g_strdup (field->id);
  self->kind = field->kind;
  if (field->kind != EUP_FIELD_KIND_DATE)
    {
      GtkWidget *title = gtk_label_new (label);

      gtk_label_set_wrap (GTK_LABEL (title), TRUE);
      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_widget_add_css_class (title, "field-title");
      gtk_box_append (GTK_BOX (self), title);
    }
  append_input (self, field, kase, label);
  name_input (self, label, field->unit ? eup_text_get (field->unit, eup_ui_language ()) : NULL);
  return GTK_WIDGET (self);
}

const char *
eup_field_input_get_id (EupFieldInput *self)
{
  return self->id;
}

static gboolean
is_among (const char *value, const char *option)
{
  g_auto (GStrv) several = g_strsplit (value, " ", -1);

  return g_strv_contains ((const char *const *) several, option);
}

static void
show_listed (EupFieldInput *self, const char *value)
{
  guint position = 0;

  for (guint i = 0; self->options[i] != NULL; i++)
    if (g_str_equal (self->options[i], value))
      position = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), position);
}

/**
 * eup_field_input_set_value:
 * @value: (nullable): what is filled in, as a case has it
 *
 * Shows what was filled in elsewhere. Where it is there already the cursor stays.
 */
void
eup_field_input_set_value (EupFieldInput *self, const char *value)
{
  value = value ? value : "";
  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_set_str (&self->value, value);
  self->setting = TRUE;
  if (self->entry != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), value);
      mark (self, FALSE);
    }
  if (self->words != NULL)
    eup_words_set_text (EUP_WORDS (self->words), value);
  if (self->date != NULL)
    eup_date_row_set_date (EUP_DATE_ROW (self->date), value);
  if (self->list != NULL)
    show_listed (self, value);
  for (guint i = 0; i < self->buttons->len; i++)
    press (self->buttons->pdata[i], is_among (value, g_object_get_data (self->buttons->pdata[i], "option")));
  self->setting = FALSE;
}
