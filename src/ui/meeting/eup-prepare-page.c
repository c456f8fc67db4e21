/* The page has no Save button: every row writes its part of the case card at each change, and shows it
 * again when somebody undoes. What is missing before the meeting is said beside the button. */

#include "ui/meeting/eup-prepare-page.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-languages.h"
#include "ui/common/eup-unsaved-banner.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-occasion-group.h"
#include "ui/meeting/eup-people-group.h"
#include "ui/meeting/eup-rules-group.h"
#include "ui/meeting/eup-tasks-group.h"
#include "ui/meeting/eup-technology-group.h"
#include "ui/record/eup-sheet-dialog.h"
#include "ui/sitting/eup-sittings-group.h"

/* The stages that ask no questions. */
#define STAGE_PREPARE "prepare"
#define STAGE_FOLLOW_UP "follow-up"

struct _EupPreparePage
{
  AdwNavigationPage parent_instance;

  EupCase *kase;
  gboolean filling;

  AdwWindowTitle *title;
  GtkLabel *saved;
  EupUnsavedBanner *unsaved;
  GtkEditable *alias;
  GtkEditable *name;
  GtkEditable *personal_number;
  GtkEditable *number;
  EupDateRow *birthday;
  EupTasksGroup *tasks;
  EupTasksGroup *follow_up_tasks;
  EupOccasionGroup *occasion;
  EupRulesGroup *rules;
  EupTechnologyGroup *technology;
  EupPeopleGroup *people;
  EupSittingsGroup *sittings;
  EupDateRow *day;
  GtkEditable *time;
  GtkEditable *place;
  GtkEditable *facilitator;
  GtkEditable *unit;
  GtkEditable *authority;
  AdwComboRow *language;
  AdwComboRow *second_language;
  AdwComboRow *record_second_language;
  GtkLabel *missing;
  GtkWidget *begin;
  GtkWidget *content;
  GtkWidget *case_group;
};

enum
{
  SIGNAL_BEGIN,
  SIGNAL_RULES_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupPreparePage, eup_prepare_page, ADW_TYPE_NAVIGATION_PAGE)

/* The rows that hold one text of the case card each. */
static const struct
{
  gsize row;
  gsize text;
} fields[] = {
  { G_STRUCT_OFFSET (EupPreparePage, alias), G_STRUCT_OFFSET (EupCard, alias) },
  { G_STRUCT_OFFSET (EupPreparePage, name), G_STRUCT_OFFSET (EupCard, name) },
  { G_STRUCT_OFFSET (EupPreparePage, personal_number), G_STRUCT_OFFSET (EupCard, personal_number) },
  { G_STRUCT_OFFSET (EupPreparePage, number), G_STRUCT_OFFSET (EupCard, number) },
  { G_STRUCT_OFFSET (EupPreparePage, place), G_STRUCT_OFFSET (EupCard, place) },
  { G_STRUCT_OFFSET (EupPreparePage, facilitator), G_STRUCT_OFFSET (EupCard, facilitator) },
  { G_STRUCT_OFFSET (EupPreparePage, unit), G_STRUCT_OFFSET (EupCard, unit) },
  { G_STRUCT_OFFSET (EupPreparePage, authority), G_STRUCT_OFFSET (EupCard, authority) },
};

static GtkEditable *
field_row (EupPreparePage *self, guint i)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, fields[i].row);
}

static const EupCard *
card (EupPreparePage *self)
{
  return eup_case_get_assessment (self->kase)->card;
}

static EupCard *
edit_card (EupPreparePage *self)
{
  return eup_case_edit (self->kase, EUP_PART_CARD, eup_case_get_id (self->kase));
}

/* The name on the screen and the facilitator's are also those of the people, as long as they agreed. */
static void
name_person (EupPreparePage *self, EupVoice voice, const char *before, const char *after)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (eup_case_get_assessment (self->kase), voice);
  EupPerson *person;

  if (people->len == 0 || g_strcmp0 (((EupPerson *) people->pdata[0])->name, before) != 0)
    return;
  person = eup_case_edit (self->kase, EUP_PART_PERSON, ((EupPerson *) people->pdata[0])->id);
  g_set_str (&person->name, after);
  eup_case_put (self->kase, EUP_PART_PERSON, person);
}

/* The hour and minute that a row says, or FALSE. "1330", "13.30" and "13:30" are all understood. */
static gboolean
read_time (const char *text, int *hour, int *minute)
{
  int end = 0;

  if (sscanf (text, "%2d%*[:.]%2d%n", hour, minute, &end) == 2 && text[end] == '\0')
    return *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60;
  end = 0;
  if (sscanf (text, "%2d%2d%n", hour, minute, &end) == 2 && text[end] == '\0' && strlen (text) == 4)
    return *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60;
  *minute = 0;
  end = 0;
  return sscanf (text, "%2d%n", hour, &end) == 1 && text[end] == '\0' && *hour >= 0 && *hour < 24;
}

/* Day and time of the rows as one moment; without a time the day begins at its first minute. */
static char *
dup_meeting (EupPreparePage *self)
{
  const char *day = eup_date_row_get_date (self->day);
  int year, month, date, hour = 0, minute = 0;
  g_autoptr (GDateTime) when = NULL;

  if (day == NULL || sscanf (day, "%4d-%2d-%2d", &year, &month, &date) != 3)
    return NULL;
  if (!read_time (gtk_editable_get_text (self->time), &hour, &minute))
    hour = minute = 0;
  when = g_date_time_new_local (year, month, date, hour, minute, 0);
  return when != NULL ? g_date_time_format (when, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

static void
show_meeting (EupPreparePage *self)
{
  g_autofree char *shown = dup_meeting (self);
  const char *meeting = card (self)->meeting;

  if (g_strcmp0 (shown, meeting != NULL && *meeting != '\0' ? meeting : NULL) == 0)
    return;
  if (meeting != NULL && strlen (meeting) >= 16)
    {
      g_autofree char *day = g_strndup (meeting, 10);
      g_autofree char *time = g_strndup (meeting + 11, 5);

      eup_date_row_set_date (self->day, day);
      gtk_editable_set_text (self->time, time);
    }
  else
    {
      eup_date_row_set_date (self->day, NULL);
      gtk_editable_set_text (self->time, "");
    }
}

static void
show_saved (EupPreparePage *self)
{
  const char *problem = eup_case_get_problem (self->kase);

  if (problem != NULL)
    gtk_label_set_label (self->saved, _ ("Not saved yet"));
  else
    gtk_label_set_label (self->saved, eup_case_get_saved (self->kase) ? _ ("Saved") : _ ("Saving …"));
}

/* How long the record is kept may follow from the day of birth. That the personal number tells; only
 * where it does not is the day asked for. */
static void
show_birth (EupPreparePage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  const EupCard *values = card (self);
  EupPersonalNumber kind = eup_rule_pack_get_personal_number (model->rules);
  gboolean written = values->birthday != NULL && *values->birthday != '\0';
  const char *title = kind == EUP_PERSONAL_NUMBER_SWEDISH   ? _ ("Personal number, such as 19420314-0000")
                      : kind == EUP_PERSONAL_NUMBER_CHINESE ? _ ("Identity number, 18 characters")
                                                            : _ ("Personal number");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->personal_number), title);
  eup_date_row_set_date (self->birthday, values->birthday);
  gtk_widget_set_visible (GTK_WIDGET (self->birthday),
                          written || eup_rules_retention (assessment, model).birth_day_unknown);
}

static void
show_missing (EupPreparePage *self)
{
  g_autofree char *missing = eup_prepare_page_describe_missing (self->kase);
  gboolean sealed = eup_case_is_sealed (self->kase);

  gtk_label_set_label (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_sensitive (self->begin, missing == NULL && !sealed);
}

static void
refresh (EupPreparePage *self)
{
  const EupCard *values = card (self);

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, values, fields[i].text);

      text = text != NULL ? text : "";
      if (g_strcmp0 (gtk_editable_get_text (field_row (self, i)), text) != 0)
        gtk_editable_set_text (field_row (self, i), text);
    }
  show_meeting (self);
  show_birth (self);
  gtk_widget_set_visible (GTK_WIDGET (self->follow_up_tasks),
                          g_strcmp0 (values->occasion, "follow-up") == 0 &&
                              eup_tasks_group_get_n_tasks (self->follow_up_tasks) > 0);
  gtk_widget_set_sensitive (self->content, !eup_case_is_sealed (self->kase));
  adw_combo_row_set_selected (self->language, eup_languages_find (values->language));
  adw_combo_row_set_selected (self->second_language, eup_languages_find_or_none (values->second_language));
  adw_combo_row_set_selected (self->record_second_language,
                              eup_languages_find_or_none (values->record_second_language));
  self->filling = FALSE;
  adw_window_title_set_subtitle (self->title, values->alias != NULL ? values->alias : "");
  show_missing (self);
}

static void
changed_cb (EupPreparePage *self)
{
  refresh (self);
}

static void
field_changed_cb (EupPreparePage *self, GtkEditable *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields) && !self->filling; i++)
    if (field_row (self, i) == row)
      {
        EupCard *edited = edit_card (self);
        char **text = &G_STRUCT_MEMBER (char *, edited, fields[i].text);
        g_autofree char *before = g_strdup (*text != NULL ? *text : "");
        const char *after = gtk_editable_get_text (row);

        g_set_str (text, after);
        eup_case_put (self->kase, EUP_PART_CARD, edited);
        if (row == self->alias)
          name_person (self, EUP_VOICE_RESIDENT, before, after);
        else if (row == self->facilitator)
          name_person (self, EUP_VOICE_FACILITATOR, before, after);
        return;
      }
}

static void
meeting_changed_cb (EupPreparePage *self)
{
  EupCard *edited;

  if (self->filling)
    return;
  edited = edit_card (self);
  g_free (edited->meeting);
  edited->meeting = dup_meeting (self);
  eup_case_put (self->kase, EUP_PART_CARD, edited);
}

static void
birthday_cb (EupPreparePage *self)
{
  EupCard *edited;

  if (self->filling)
    return;
  edited = edit_card (self);
  g_set_str (&edited->birthday, eup_date_row_get_date (self->birthday));
  eup_case_put (self->kase, EUP_PART_CARD, edited);
}

static void
rules_chosen_cb (EupPreparePage *self, const char *country)
{
  g_signal_emit (self, signals[SIGNAL_RULES_CHOSEN], 0, country);
}

static void
language_cb (EupPreparePage *self)
{
  EupCard *edited;

  if (self->filling)
    return;
  edited = edit_card (self);
  g_set_str (&edited->language, eup_languages_get (adw_combo_row_get_selected (self->language)));
  g_set_str (&edited->second_language,
             eup_languages_get_or_none (adw_combo_row_get_selected (self->second_language)));
  g_set_str (&edited->record_second_language,
             eup_languages_get_or_none (adw_combo_row_get_selected (self->record_second_language)));
  eup_case_put (self->kase, EUP_PART_CARD, edited);
}

static void
begin_cb (EupPreparePage *self)
{
  g_signal_emit (self, signals[SIGNAL_BEGIN], 0);
}

static void
set_case (EupPreparePage *self, EupCase *kase)
{
  self->kase = g_object_ref (kase);
  eup_tasks_group_set_case (self->tasks, kase, STAGE_PREPARE);
  eup_tasks_group_set_case (self->follow_up_tasks, kase, STAGE_FOLLOW_UP);
  eup_occasion_group_set_case (self->occasion, kase);
  eup_rules_group_set_case (self->rules, kase);
  eup_technology_group_set_case (self->technology, kase);
  eup_people_group_set_case (self->people, kase);
  eup_sittings_group_set_case (self->sittings, kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (changed_cb));
  g_signal_connect_object (kase, "notify::saved", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kase, "notify::problem", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  refresh (self);
  show_saved (self);
  eup_unsaved_banner_set_case (self->unsaved, kase);
}

static void
send_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (eup_sheet_dialog_new (EUP_PREPARE_PAGE (widget)->kase, EUP_SHEET_SEND_OUT), widget);
}

static void
eup_prepare_page_dispose (GObject *object)
{
  EupPreparePage *self = EUP_PREPARE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_PREPARE_PAGE);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_prepare_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, title);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, saved);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, unsaved);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, alias);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, name);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, personal_number);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, number);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, birthday);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, tasks);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, follow_up_tasks);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, occasion);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, rules);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, technology);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, people);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, sittings);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, day);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, time);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, place);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, facilitator);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, unit);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, authority);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, language);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, second_language);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, record_second_language);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, missing);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, begin);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, content);
  gtk_widget_class_bind_template_child (widget_class, EupPreparePage, case_group);
}

static void
eup_prepare_page_class_init (EupPreparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_DATE_ROW);
  g_type_ensure (EUP_TYPE_TECHNOLOGY_GROUP);
  g_type_ensure (EUP_TYPE_PEOPLE_GROUP);
  g_type_ensure (EUP_TYPE_TASKS_GROUP);
  g_type_ensure (EUP_TYPE_OCCASION_GROUP);
  g_type_ensure (EUP_TYPE_RULES_GROUP);
  g_type_ensure (EUP_TYPE_SITTINGS_GROUP);
  g_type_ensure (EUP_TYPE_UNSAVED_BANNER);
  G_OBJECT_CLASS (klass)->dispose = eup_prepare_page_dispose;
  signals[SIGNAL_BEGIN] =
      g_signal_new ("begin", EUP_TYPE_PREPARE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RULES_CHOSEN] = g_signal_new ("rules-chosen", EUP_TYPE_PREPARE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-prepare-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_install_action (widget_class, "prepare.send-out", NULL, send_out_cb);
}

static void
eup_prepare_page_init (EupPreparePage *self)
{
  g_autoptr (GtkStringList) languages = eup_languages_new_list (NULL);
  g_autoptr (GtkStringList) second = eup_languages_new_list (C_ ("language", "None"));

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (languages));
  adw_combo_row_set_model (self->second_language, G_LIST_MODEL (second));
  adw_combo_row_set_model (self->record_second_language, G_LIST_MODEL (second));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_signal_connect_swapped (field_row (self, i), "changed", G_CALLBACK (field_changed_cb), self);
  g_signal_connect_swapped (self->day, "notify::date", G_CALLBACK (meeting_changed_cb), self);
  g_signal_connect_swapped (self->birthday, "notify::date", G_CALLBACK (birthday_cb), self);
  g_signal_connect_swapped (self->rules, "chosen", G_CALLBACK (rules_chosen_cb), self);
  g_signal_connect_swapped (self->time, "changed", G_CALLBACK (meeting_changed_cb), self);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (language_cb), self);
  g_signal_connect_swapped (self->second_language, "notify::selected", G_CALLBACK (language_cb), self);
  g_signal_connect_swapped (self->record_second_language, "notify::selected", G_CALLBACK (language_cb), self);
}

/**
 * eup_prepare_page_new:
 * @kase: (transfer none): the case to prepare
 *
 * Returns: (transfer floating): a page to push
 */
GtkWidget *
eup_prepare_page_new (EupCase *kase)
{
  EupPreparePage *self = g_object_new (EUP_TYPE_PREPARE_PAGE, NULL);

  set_case (self, kase);
  return GTK_WIDGET (self);
}

/**
 * eup_prepare_page_go_to:
 * @place: "prepare-case" or "prepare-people", one of the places of a gate's need
 *
 * Brings that part of the page into view, with the focus.
 */
void
eup_prepare_page_go_to (EupPreparePage *self, const char *place)
{
  GtkWidget *target = g_strcmp0 (place, "prepare-people") == 0 ? GTK_WIDGET (self->people) : self->case_group;

  gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD);
}
