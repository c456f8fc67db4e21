/* Each change is put into the case at once; a person without a name is not put at all, so that an
 * empty dialog leaves nothing behind. */

#include "ui/meeting/eup-person-dialog.h"

#include <glib/gi18n.h>
#include "ui/common/eup-languages.h"
#include "ui/common/eup-voices.h"

struct _EupPersonDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  char *id; /* known from the start, also of a person who is not there yet */
  gboolean filling;

  GtkEditable *name;
  GtkEditable *role;
  AdwSwitchRow *several;
  GtkWidget *size_row;
  GtkSpinButton *size;
  AdwComboRow *voice;
  AdwComboRow *language;
  AdwComboRow *presence;
  GtkEditable *reason;
  AdwSwitchRow *decides;
  AdwSwitchRow *cohabits;
  AdwSwitchRow *interprets;
  AdwComboRow *interest;
  GtkEditable *interest_words;
  GtkWidget *remove_group;
  GtkWidget *content;
};

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Nobody is thought to have an interest, or none, before they were asked. */
static const char *const interests[] = { NULL, "none", "some" };

static const char *const presences[] = { "room", "video", "phone", "later", "absent" };

G_DEFINE_FINAL_TYPE (EupPersonDialog, eup_person_dialog, ADW_TYPE_DIALOG)

static guint
presence_position (const char *presence)
{
  for (guint i = 0; i < G_N_ELEMENTS (presences); i++)
    if (g_strcmp0 (presences[i], presence) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
asks_for_reason (guint presence)
{
  return presence < G_N_ELEMENTS (presences) &&
         (g_str_equal (presences[presence], "absent") || g_str_equal (presences[presence], "later"));
}

/* One person decides: the others no longer do. */
static void
take_decision_from_others (EupPersonDialog *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *other = assessment->people->pdata[i];

      if (other->decides && g_strcmp0 (other->id, self->id) != 0)
        g_ptr_array_add (others, g_strdup (other->id));
    }
  for (guint i = 0; i < others->len; i++)
    {
      EupPerson *other = eup_case_edit (self->kase, EUP_PART_PERSON, others->pdata[i]);

      other->decides = FALSE;
      eup_case_put (self->kase, EUP_PART_PERSON, other);
    }
}

static guint
interest_position (const char *interest)
{
  for (guint i = 1; i < G_N_ELEMENTS (interests); i++)
    if (g_strcmp0 (interests[i], interest) == 0)
      return i;
  return 0;
}

/* Relatives and staff can answer together, as so and so many. */
static gboolean
may_be_several (EupPersonDialog *self)
{
  guint voice = adw_combo_row_get_selected (self->voice);

  return voice == EUP_VOICE_RELATIVES || voice == EUP_VOICE_STAFF;
}

/* (transfer full) (nullable): how many they are; %NULL for one person */
static char *
get_size (EupPersonDialog *self)
{
  if (!may_be_several (self) || !adw_switch_row_get_active (self->several))
    return NULL;
  return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->size));
}

/* Who lives with the resident, and who interprets, is somebody else than the resident. */
static void
show_what_applies (EupPersonDialog *self)
{
  gboolean resident = adw_combo_row_get_selected (self->voice) == EUP_VOICE_RESIDENT;
  guint interest = adw_combo_row_get_selected (self->interest);

  gtk_widget_set_visible (GTK_WIDGET (self->reason),
                          asks_for_reason (adw_combo_row_get_selected (self->presence)));
  gtk_widget_set_visible (GTK_WIDGET (self->several), may_be_several (self));
  gtk_widget_set_visible (self->size_row, may_be_several (self) && adw_switch_row_get_active (self->several));
  gtk_widget_set_visible (GTK_WIDGET (self->cohabits), !resident);
  gtk_widget_set_visible (GTK_WIDGET (self->interprets), !resident);
  gtk_widget_set_visible (GTK_WIDGET (self->interest), !resident);
  gtk_widget_set_visible (GTK_WIDGET (self->interest_words),
                          !resident && g_strcmp0 (interests[MIN (interest, 2)], "some") == 0);
}

static EupPerson *
edit_person (EupPersonDialog *self)
{
  gboolean there = eup_assessment_find_person (eup_case_get_assessment (self->kase), self->id) != NULL;
  EupPerson *person = eup_case_edit (self->kase, EUP_PART_PERSON, there ? self->id : NULL);

  g_set_str (&person->id, self->id);
  return person;
}

static void
changed_cb (EupPersonDialog *self)
{
  guint presence = adw_combo_row_get_selected (self->presence);
  guint voice = adw_combo_row_get_selected (self->voice);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *size = get_size (self);
  EupPerson *person;

  show_what_applies (self);
  if (self->filling || *name == '\0')
    return;
  if (adw_switch_row_get_active (self->decides))
    take_decision_from_others (self);
  person = edit_person (self);
  g_set_str (&person->name, name);
  g_set_str (&person->role, gtk_editable_get_text (self->role));
  g_set_str (&person->size, size);
  g_set_str (&person->voice, voice < EUP_N_VOICES ? eup_voice_to_id ((EupVoice) voice) : "none");
  g_set_str (&person->language, eup_languages_get (adw_combo_row_get_selected (self->language)));
  g_set_str (&person->presence, presence < G_N_ELEMENTS (presences) ? presences[presence] : NULL);
  g_set_str (&person->reason, asks_for_reason (presence) ? gtk_editable_get_text (self->reason) : NULL);
  person->decides = adw_switch_row_get_active (self->decides);
  person->cohabits = adw_switch_row_get_active (self->cohabits);
  person->interprets = adw_switch_row_get_active (self->interprets);
  g_set_str (&person->interest, interests[MIN (adw_combo_row_get_selected (self->interest), 2)]);
  g_set_str (&person->interest_words, gtk_editable_get_text (self->interest_words));
  eup_case_put (self->kase, EUP_PART_PERSON, person);
  gtk_widget_set_visible (self->remove_group, TRUE);
}

static void
remove_cb (EupPersonDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, self->id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
close_cb (EupPersonDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
eup_person_dialog_dispose (GObject *object)
{
  EupPersonDialog *self = EUP_PERSON_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_PERSON_DIALOG);
  g_clear_object (&self->kase);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (eup_person_dialog_parent_class)->dispose (object);
}

static void
eup_person_dialog_class_init (EupPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_person_dialog_dispose;
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", EUP_TYPE_PERSON_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, name);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, role);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, several);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, size);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, voice);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, language);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, presence);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, decides);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, cohabits);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, interprets);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, interest);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, interest_words);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, remove_group);
  gtk_widget_class_bind_template_child (widget_class, EupPersonDialog, content);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
fill_lists (EupPersonDialog *self)
{
  g_autoptr (GtkStringList) voices = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) ways = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) languages = eup_languages_new_list (NULL);
  const char *const answers[] = { _ ("Not asked yet"), _ ("None"), _ ("Some interest"), NULL };
  g_autoptr (GtkStringList) asked = gtk_string_list_new (answers);

  for (guint i = 0; i < EUP_N_VOICES; i++)
    gtk_string_list_append (voices, i == EUP_VOICE_FACILITATOR ? _ ("Leads or decides, no voice of their own")
                                                               : eup_voice_get_title ((EupVoice) i));
  gtk_string_list_append (voices, _ ("Takes part without a voice: interpreter, observer"));
  for (guint i = 0; i < G_N_ELEMENTS (presences); i++)
    {
      EupPerson person = { .presence = (char *) presences[i] };

      gtk_string_list_append (ways, eup_person_get_presence_words (&person));
    }
  adw_combo_row_set_model (self->voice, G_LIST_MODEL (voices));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (languages));
  adw_combo_row_set_model (self->presence, G_LIST_MODEL (ways));
  adw_combo_row_set_model (self->interest, G_LIST_MODEL (asked));
}

static void
eup_person_dialog_init (EupPersonDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_lists (self);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->name, "entry-activated", G_CALLBACK (close_cb), self);
  g_signal_connect_swapped (self->role, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->several, "notify::active", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->size, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->voice, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->presence, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->decides, "notify::active", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->cohabits, "notify::active", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->interprets, "notify::active", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->interest, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->interest_words, "changed", G_CALLBACK (changed_cb), self);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Somebody new: in the room, in the language of the record. */
static void
fill_new (EupPersonDialog *self, EupVoice voice)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;

  self->id = eup_case_new_id (self->kase);
  adw_combo_row_set_selected (self->voice, voice);
  adw_combo_row_set_selected (self->presence, 0);
  adw_combo_row_set_selected (self->language, eup_languages_find (card->language));
  if (voice == EUP_VOICE_RESIDENT)
    gtk_editable_set_text (self->name, or_empty (card->alias));
  gtk_widget_set_visible (self->remove_group, FALSE);
}

static void
fill_existing (EupPersonDialog *self, const EupPerson *person)
{
  self->id = g_strdup (person->id);
  gtk_editable_set_text (self->name, or_empty (person->name));
  gtk_editable_set_text (self->role, or_empty (person->role));
  gtk_editable_set_text (self->reason, or_empty (person->reason));
  adw_switch_row_set_active (self->several, eup_person_get_size (person) > 0);
  gtk_spin_button_set_value (self->size, MAX (eup_person_get_size (person), 2));
  if (eup_rules_counted (eup_case_get_assessment (self->kase), person->id) > 0)
    { /* what was counted stays true: they are no fewer than that */
      gtk_widget_set_sensitive (GTK_WIDGET (self->several), FALSE);
      gtk_spin_button_set_range (
          self->size, MAX (eup_rules_counted (eup_case_get_assessment (self->kase), person->id), 2),
          EUP_MOST_PEOPLE);
    }
  adw_combo_row_set_selected (self->voice, eup_person_voice (person));
  adw_combo_row_set_selected (self->language, eup_languages_find (person->language));
  adw_combo_row_set_selected (self->presence, presence_position (person->presence));
  adw_switch_row_set_active (self->decides, person->decides);
  adw_switch_row_set_active (self->cohabits, person->cohabits);
  adw_switch_row_set_active (self->interprets, person->interprets);
  adw_combo_row_set_selected (self->interest, interest_position (person->interest));
  gtk_editable_set_text (self->interest_words, or_empty (person->interest_words));
}

/**
 * eup_person_dialog_new:
 * @kase: (transfer none): the case
 * @id: (nullable): who; %NULL for somebody new
 * @voice: with which voice somebody new speaks to begin with
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_person_dialog_new (EupCase *kase, const char *id, EupVoice voice)
{
  EupPersonDialog *self = g_object_new (EUP_TYPE_PERSON_DIALOG, NULL);
  const EupPerson *person = eup_assessment_find_person (eup_case_get_assessment (kase), id);

  self->kase = g_object_ref (kase);
  if (person != NULL)
    fill_existing (self, person);
  else
    fill_new (self, voice);
  show_what_applies (self);
  gtk_widget_set_sensitive (self->content, !eup_case_is_sealed (kase));
  self->filling = FALSE;
  return ADW_DIALOG (self);
}

/* Whose dialog it is; of somebody new the id that the person gets with the first letter of the name. */
const char *
eup_person_dialog_get_id (EupPersonDialog *self)
{
  return self->id;
}
