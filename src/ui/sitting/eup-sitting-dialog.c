/* Before a sitting. The place and who asks are taken over from the last one; how it is done is not, because
 * another way may be better this time. */

#include "ui/sitting/eup-sitting-dialog.h"

#include <glib/gi18n.h>
#include "ui/common/eup-name-row.h"
#include "ui/sitting/eup-sitting-describe.h"

struct _EupSittingDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  GPtrArray *choices; /* EupSittingTopic */
  GPtrArray *checks;  /* GtkCheckButton, one a topic */
  char *method;       /* (nullable): not chosen yet */

  GtkWidget *begin;
  GtkLabel *missing;
  GtkEditable *place;
  AdwComboRow *occasion;
  EupNameRow *by;
  AdwPreferencesGroup *methods;
  AdwPreferencesGroup *topics;
};

enum
{
  BEGUN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSittingDialog, eup_sitting_dialog, ADW_TYPE_DIALOG)

static guint
count_topics (EupSittingDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]) ? 1 : 0;
  return n;
}

static gboolean
has_text (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0';
}

static void
update (EupSittingDialog *self)
{
  guint n = count_topics (self);
  g_autofree char *ready = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  const char *missing = self->method == NULL                  ? _ ("Choose how it is done.")
                        : !has_text (GTK_EDITABLE (self->by)) ? _ ("Write who asks.")
                        : n == 0                              ? _ ("Choose at least one question.")
                                                              : NULL;

  gtk_label_set_label (self->missing, missing ? missing : ready);
  gtk_widget_set_sensitive (self->begin, missing == NULL && !eup_case_is_sealed (self->kase));
}

static void
changed_cb (EupSittingDialog *self)
{
  if (self->kase != NULL)
    update (self);
}

static void
method_cb (EupSittingDialog *self, GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    g_set_str (&self->method, gtk_widget_get_name (GTK_WIDGET (check)));
  update (self);
}

static void
cancel_cb (EupSittingDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* (transfer full): in the order in which they stand */
static char **
chosen_topics (EupSittingDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_take (builder, eup_sitting_topic_name (self->choices->pdata[i]));
  return g_strv_builder_end (builder);
}

static void
begin_cb (EupSittingDialog *self)
{
  EupSitting *sitting = eup_shape_new (eup_part_shape (EUP_PART_SITTING));
  g_autofree char *id = NULL;

  sitting->place = g_strdup (gtk_editable_get_text (self->place));
  sitting->occasion = g_strdup (eup_sitting_occasions ()[adw_combo_row_get_selected (self->occasion)]);
  sitting->method = g_strdup (self->method);
  sitting->by = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->by)));
  sitting->topics = chosen_topics (self);
  id = eup_case_begin_sitting (self->kase, sitting);
  adw_dialog_close (ADW_DIALOG (self));
  if (id != NULL)
    g_signal_emit (self, signals[BEGUN], 0, id);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (group, row);
  return check;
}

static void
fill_methods (EupSittingDialog *self)
{
  const char *const *methods = eup_sitting_methods ();
  GtkWidget *first = NULL;

  for (guint i = 0; methods[i] != NULL; i++)
    {
      GtkWidget *check = add_row (self->methods, eup_sitting_method_words (methods[i]), NULL);

      gtk_widget_set_name (check, methods[i]);
      if (first != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
      first = first ? first : check;
      g_signal_connect_object (check, "toggled", G_CALLBACK (method_cb), self, G_CONNECT_SWAPPED);
    }
}

/* In the resident's words, and their language: so it will be asked. */
static void
fill_topics (EupSittingDialog *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupModel *model = eup_case_get_model (self->kase);
  const char *language = eup_rules_resident_language (assessment);

  self->choices = eup_rules_sitting_topics (assessment, model);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const EupSittingTopic *topic = self->choices->pdata[i];
      g_autofree char *title = eup_rules_say (eup_sitting_topic_title (topic), language, assessment, model);
      g_autofree char *words = eup_rules_say (eup_sitting_topic_words (topic), language, assessment, model);
      GtkWidget *check = add_row (self->topics, title, words);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   !eup_rules_topic_is_answered (assessment, topic));
      g_ptr_array_add (self->checks, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
}

/* By the clock; the part of the day in which the hour lies. */
static guint
occasion_now (EupSittingDialog *self)
{
  g_autoptr (GDateTime) now = eup_clock_now (eup_case_get_clock (self->kase));
  int hour = g_date_time_get_hour (now);

  return hour < 5 || hour >= 22 ? 4 : hour < 11 ? 0 : hour < 14 ? 1 : hour < 18 ? 2 : 3;
}

static void
fill_occasions (EupSittingDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *const *occasions = eup_sitting_occasions ();

  for (guint i = 0; occasions[i] != NULL; i++)
    gtk_string_list_append (list, eup_sitting_occasion_words (occasions[i]));
  adw_combo_row_set_model (self->occasion, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->occasion, occasion_now (self));
}

static void
fill_who_and_where (EupSittingDialog *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (assessment);
  const EupSitting *last = sittings->len > 0 ? sittings->pdata[sittings->len - 1] : NULL;
  const char *by = last && last->by ? last->by : assessment->card->facilitator;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *person = assessment->people->pdata[i];

      if (eup_person_voice (person) != EUP_VOICE_RESIDENT && person->name != NULL && *person->name != '\0')
        g_ptr_array_add (names, person->name);
    }
  g_ptr_array_add (names, NULL);
  eup_name_row_set_names (self->by, (const char *const *) names->pdata);
  gtk_editable_set_text (GTK_EDITABLE (self->by), by ? by : "");
  gtk_editable_set_text (self->place, last && last->place ? last->place : "");
}

static void
eup_sitting_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_SITTING_DIALOG);
  g_clear_object (&EUP_SITTING_DIALOG (object)->kase);
  G_OBJECT_CLASS (eup_sitting_dialog_parent_class)->dispose (object);
}

static void
eup_sitting_dialog_finalize (GObject *object)
{
  EupSittingDialog *self = EUP_SITTING_DIALOG (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_free (self->method);
  G_OBJECT_CLASS (eup_sitting_dialog_parent_class)->finalize (object);
}

static void
eup_sitting_dialog_class_init (EupSittingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_sitting_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_sitting_dialog_finalize;
  signals[BEGUN] = g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (EUP_TYPE_NAME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-sitting-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSittingDialog, begin);
  gtk_widget_class_bind_template_child (widget_class, EupSittingDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, EupSittingDialog, place);
  gtk_widget_class_bind_template_child (widget_class, EupSittingDialog, occasion);
  gtk_widget_class_bind_template_child (widget_class, EupSittingDialog, by);
  gtk_widget_class_bind_template_child (widget_class, EupSittingDialog, methods);
  gtk_widget_class_bind_template_child (widget_class, EupSittingDialog, topics);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
}

static void
eup_sitting_dialog_init (EupSittingDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: (transfer floating): the dialog, filled from the last sitting */
AdwDialog *
eup_sitting_dialog_new (EupCase *kase)
{
  EupSittingDialog *self = g_object_new (EUP_TYPE_SITTING_DIALOG, NULL);
  const EupCard *card = eup_case_get_assessment (kase)->card;
  /* Translators: %s is a first name or initials */
  g_autofree char *title = g_strdup_printf (_ ("Sit with %s"), card->alias ? card->alias : "");

  self->kase = g_object_ref (kase);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  fill_occasions (self);
  fill_who_and_where (self);
  fill_methods (self);
  fill_topics (self);
  update (self);
  return ADW_DIALOG (self);
}
