/* What one person says to one question, as the case has it: the widgets are filled from it, what is
 * done with them goes to it (eup-answer-form-edit.c). */

#include "ui/meeting/eup-answer-form-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-field-input.h"
#include "ui/meeting/eup-scale-choice.h"
#include "ui/meeting/eup-scale-counts.h"

/* A choice stands beside so many things. */
#define BESIDE_ROWS 8

G_DEFINE_FINAL_TYPE (EupAnswerForm, eup_answer_form, GTK_TYPE_BOX)

static char *
say (EupAnswerForm *self, const EupText *text)
{
  return eup_rules_say (text, eup_ui_language (), eup_case_get_assessment (self->kase),
                        eup_case_get_model (self->kase));
}

/* (nullable): the person may have been taken off the list. */
const EupPerson *
eup_answer_form_get_person (EupAnswerForm *self)
{
  return eup_assessment_find_person (eup_case_get_assessment (self->kase), self->person);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
new_choice (EupAnswerForm *self, const EupScale *scale, const char *heading, gboolean show_heading)
{
  gboolean several = eup_person_get_size (eup_answer_form_get_person (self)) > 0;
  GtkWidget *choice = several ? eup_scale_counts_new (scale, eup_ui_language (), heading)
                              : eup_scale_choice_new (scale, eup_ui_language (), heading, show_heading);

  if (several)
    g_signal_connect (choice, "counted", G_CALLBACK (eup_answer_form_counted_cb), self);
  else
    g_signal_connect (choice, "chosen", G_CALLBACK (eup_answer_form_chosen_cb), self);
  return choice;
}

/* What a choice is made for. One that was made for the same and is not needed now is only unseen, and asks about
 * something else when it is: to make it and to give its options their sizes takes far longer. */
static char *
describe_choice (EupAnswerForm *self, const EupScale *scale, gboolean show_heading)
{
  return g_strdup_printf ("%p %d %d", (gconstpointer) scale, show_heading,
                          eup_person_get_size (eup_answer_form_get_person (self)) > 0);
}

static GtkWidget *
find_choice (GtkWidget *first, const char *made_for)
{
  for (GtkWidget *choice = first; choice != NULL; choice = gtk_widget_get_next_sibling (choice))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (choice), "made-for"), made_for) == 0)
      return choice;
  return NULL;
}

/* @last: (nullable): the choice above. Returns: this one */
static GtkWidget *
put_choice (EupAnswerForm *self,
            GtkWidget *last,
            const EupScale *scale,
            const char *item,
            const char *heading,
            gboolean show_heading)
{
  g_autofree char *made_for = describe_choice (self, scale, show_heading);
  GtkWidget *next = last != NULL ? gtk_widget_get_next_sibling (last)
                                 : gtk_widget_get_first_child (GTK_WIDGET (self->scales));
  GtkWidget *choice = find_choice (next, made_for);

  if (choice == NULL)
    choice = new_choice (self, scale, heading, show_heading);
  else if (EUP_IS_SCALE_COUNTS (choice))
    eup_scale_counts_set_heading (EUP_SCALE_COUNTS (choice), heading);
  else
    eup_scale_choice_set_heading (EUP_SCALE_CHOICE (choice), heading);
  g_object_set_data_full (G_OBJECT (choice), "item", g_strdup (item), g_free);
  g_object_set_data_full (G_OBJECT (choice), "made-for", g_steal_pointer (&made_for), g_free);
  if (choice != next)
    gtk_widget_insert_after (choice, GTK_WIDGET (self->scales), last);
  gtk_widget_set_visible (choice, TRUE);
  return choice;
}

static GtkWidget *
put_choices (EupAnswerForm *self, const EupScale *scale)
{
  GPtrArray *items = self->question->items;
  GtkWidget *last = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const EupItem *item = items->pdata[i];
      gboolean own = self->voice == EUP_VOICE_RESIDENT && item->resident != NULL;
      g_autofree char *heading = say (self, own ? item->resident : item->label);

      last = put_choice (self, last, scale, item->id, heading, TRUE);
    }
  if (items->len == 0)
    {
      gboolean resident = self->voice == EUP_VOICE_RESIDENT;
      g_autofree char *heading = say (self, resident ? self->question->question : scale->title);

      last = put_choice (self, last, scale, EUP_ITEM_ANSWER, heading, !resident);
    }
  return last;
}

/* The scales of another method may lie where those of the one before lay. */
static void
fill_scales (EupAnswerForm *self)
{
  const EupScale *scale = self->question->scales[self->voice];
  GtkWidget *last = NULL;

  if (self->menus_of != eup_case_get_model (self->kase))
    clear_box (self->scales);
  gtk_widget_set_visible (GTK_WIDGET (self->scales), scale != NULL);
  if (scale != NULL)
    last = put_choices (self, scale);
  for (GtkWidget *rest = last != NULL ? gtk_widget_get_next_sibling (last)
                                      : gtk_widget_get_first_child (GTK_WIDGET (self->scales));
       rest != NULL; rest = gtk_widget_get_next_sibling (rest))
    gtk_widget_set_visible (rest, FALSE);
}

static void
fill_ticks (EupAnswerForm *self)
{
  clear_box (self->ticks);
  gtk_widget_set_visible (GTK_WIDGET (self->ticks), self->question->ticks->len > 0);
  for (guint i = 0; i < self->question->ticks->len; i++)
    {
      const EupItem *tick = self->question->ticks->pdata[i];
      g_autofree char *label = say (self, tick->label);
      GtkWidget *button = gtk_check_button_new ();
      GtkWidget *word = gtk_label_new (label);

      gtk_label_set_wrap (GTK_LABEL (word), TRUE);
      gtk_label_set_xalign (GTK_LABEL (word), 0);
      gtk_widget_set_hexpand (word, TRUE);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), word);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_add_css_class (button, "choice");
      g_object_set_data_full (G_OBJECT (button), "tick", g_strdup (tick->id), g_free);
      g_signal_connect (button, "toggled", G_CALLBACK (eup_answer_form_ticked_cb), self);
      gtk_box_append (self->ticks, button);
    }
}

static void
fill_fields (EupAnswerForm *self)
{
  GPtrArray *fields = self->question->fields;
  guint n = 0;

  clear_box (self->fields);
  for (guint i = 0; i < fields->len; i++)
    {
      const EupQuestionField *field = fields->pdata[i];
      GtkWidget *input;

      if ((field->voices & (1u << self->voice)) == 0)
        continue;
      input = eup_field_input_new (self->kase, field, self->voice);
      g_signal_connect (input, "filled", G_CALLBACK (eup_answer_form_filled_cb), self);
      gtk_box_append (self->fields, input);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields), n > 0);
}

static void
fill_person (EupAnswerForm *self, const EupPerson *person)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autofree char *name = eup_rules_name (assessment, person);
  g_autofree char *title = eup_person_own_words_title (assessment, person);
  g_autofree char *placeholder = self->voice == EUP_VOICE_FACILITATOR
                                     ? g_strdup (_ ("Write what you agree on"))
                                     : g_strdup_printf (_ ("Write what %s says"), name);

  gtk_label_set_label (self->words_title, title);
  eup_words_set_label (self->words, title);
  eup_words_set_placeholder (self->words, placeholder);
}

/* Focus goes to what is to be done next: the scale as long as nothing is chosen on it, then the words. */
static gboolean
eup_answer_form_grab_focus (GtkWidget *widget)
{
  EupAnswerForm *self = EUP_ANSWER_FORM (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->scales)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && EUP_IS_SCALE_CHOICE (child) &&
        eup_scale_choice_get_chosen (EUP_SCALE_CHOICE (child)) == NULL &&
        !gtk_widget_get_visible (GTK_WIDGET (self->non_answer)))
      return gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
eup_answer_form_dispose (GObject *object)
{
  EupAnswerForm *self = EUP_ANSWER_FORM (object);

  if (self->kase != NULL)
    eup_answer_form_finish_change (self);
  self->refreshing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_ANSWER_FORM);
  g_clear_object (&self->kase);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (eup_answer_form_parent_class)->dispose (object);
}

static void
eup_answer_form_finalize (GObject *object)
{
  g_free (EUP_ANSWER_FORM (object)->person);
  G_OBJECT_CLASS (eup_answer_form_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, scales);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, ticks);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, body);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, fields);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, non_answer);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, non_answer_label);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, reason);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, words_title);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, none_button);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, words);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, translation);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, translation_title);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, translation_words);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, translator);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, provenance);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, how);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, how_icon);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, how_label);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, exact);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, exact_label);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, when);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, when_label);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, when_popover);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, speech);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, speech_label);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, order);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, order_label);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, confirmed);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, confirmed_icon);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, confirmed_label);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, sources);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, source);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, chips);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, source_pick);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, source_hint);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, confirm);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, confirm_label);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, confirm_answers);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, confirm_done);
  gtk_widget_class_bind_template_child (widget_class, EupAnswerForm, objection);
}

static void
eup_answer_form_class_init (EupAnswerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_answer_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_answer_form_finalize;
  widget_class->grab_focus = eup_answer_form_grab_focus;
  g_type_ensure (EUP_TYPE_WORDS);
  g_type_ensure (EUP_TYPE_SITTING_CHIPS);
  g_type_ensure (EUP_TYPE_WHEN_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-answer-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback_full (widget_class, "take_back_cb",
                                                G_CALLBACK (eup_answer_form_take_back_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "reason_changed_cb",
                                                G_CALLBACK (eup_answer_form_reason_changed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "written_cb",
                                                G_CALLBACK (eup_answer_form_written_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "translator_changed_cb",
                                                G_CALLBACK (eup_answer_form_translator_changed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "source_changed_cb",
                                                G_CALLBACK (eup_answer_form_source_changed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "when_picked_cb",
                                                G_CALLBACK (eup_answer_form_when_picked_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "done_cb",
                                                G_CALLBACK (eup_answer_form_done_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "objection_changed_cb",
                                                G_CALLBACK (eup_answer_form_objection_changed_cb));
}

static void
eup_answer_form_init (EupAnswerForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eup_answer_form_install_actions (self);
}

/**
 * eup_answer_form_show:
 * @kase: the case
 * @question: one of its method's questions
 * @person: one of its people
 *
 * Shows what @person says to @question.
 */
void
eup_answer_form_show (EupAnswerForm *self,
                      EupCase *kase,
                      const EupQuestion *question,
                      const EupPerson *person)
{
  if (self->kase != NULL)
    eup_answer_form_finish_change (self);
  g_set_object (&self->kase, kase);
  self->question = question;
  self->voice = eup_person_voice (person);
  g_set_str (&self->person, person->id);
  self->refreshing = TRUE;
  fill_scales (self);
  fill_ticks (self);
  fill_fields (self);
  eup_answer_form_fill_menus (self);
  fill_person (self, person);
  self->refreshing = FALSE;
  eup_answer_form_refresh (self);
}

/**
 * eup_answer_form_set_wide:
 * @wide: whether the form has the room of all lanes: then the fields stand beside the words
 */
void
eup_answer_form_set_wide (EupAnswerForm *self, gboolean wide)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->body, wide);
  gtk_box_set_spacing (self->body, wide ? 24 : 14);
}

/**
 * eup_answer_form_set_beside:
 *
 * Puts the choices beside everything else for good: for a low and wide place with large letters.
 */
void
eup_answer_form_set_beside (EupAnswerForm *self)
{
  GtkLayoutManager *layout = gtk_grid_layout_new ();
  int rows[2] = { 0, 0 };

  g_object_set (layout, "column-spacing", 24, "row-spacing", 8, NULL);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = child == GTK_WIDGET (self->scales) || child == GTK_WIDGET (self->ticks) ? 0 : 1;

      g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", column, "row",
                    rows[column], "row-span", column == 0 ? BESIDE_ROWS : 1, NULL);
      rows[column] += column == 0 ? BESIDE_ROWS : 1;
    }
  gtk_widget_set_hexpand (GTK_WIDGET (self->body), TRUE);
}
