/* The row is made once for a person and filled again after each change, so that the focus stays. */

#include "ui/meeting/eup-attendance-row.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "casework/eup-case-session.h"
#include "ui/common/eup-full-words.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-attendance-words.h"
#include "ui/meeting/eup-stay-dialog.h"

struct _EupAttendanceRow
{
  GtkListBoxRow parent_instance;
  EupCase *kase;
  char *person;
  char *offered; /* what the menu was made for */
  GtkImage *disc;
  GtkLabel *name;
  GtkLabel *where;
  GtkWidget *silent;
  GtkWidget *interest;
  GtkLabel *interest_words;
  GtkWidget *check;
  GtkMenuButton *menu_button;
};

enum
{
  SIGNAL_CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupAttendanceRow, eup_attendance_row, GTK_TYPE_LIST_BOX_ROW)

static const EupPerson *
get_person (EupAttendanceRow *self)
{
  return eup_assessment_find_person (eup_case_get_assessment (self->kase), self->person);
}

static gboolean
is_missing (EupAttendanceRow *self, const EupQuestion *question)
{
  g_autoptr (GPtrArray) missing = eup_rules_missing_people (eup_case_get_assessment (self->kase),
                                                            eup_case_get_model (self->kase), question);

  return g_ptr_array_find (missing, get_person (self), NULL);
}

static void
append (GMenu *menu, const char *label, const char *action)
{
  g_menu_append (menu, label, action);
}

/* Coming: in one of three ways; whoever is here can go over to another. */
static GMenu *
new_coming (gboolean here, const char *how)
{
  GMenu *menu = g_menu_new ();

  if (g_strcmp0 (how, "room") != 0)
    append (menu, here ? _ ("Is in the room now") : _ ("Comes now, into the room"), "stay.join::room");
  if (g_strcmp0 (how, "video") != 0)
    append (menu, here ? _ ("Is on video now") : _ ("Comes now, on video"), "stay.join::video");
  if (g_strcmp0 (how, "phone") != 0)
    append (menu, here ? _ ("Is on the phone now") : _ ("Comes now, on the phone"), "stay.join::phone");
  return menu;
}

static void
fill_menu (EupAttendanceRow *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupAttendance *open = eup_rules_open_stay (assessment, self->person);
  gboolean stayed = eup_rules_last_stay (assessment, self->person) != NULL;
  g_autofree char *offered = g_strdup_printf ("%s %d", open ? open->how : "-", stayed);
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) coming = NULL;
  g_autoptr (GMenu) more = NULL;

  if (!g_set_str (&self->offered, offered))
    return;
  menu = g_menu_new ();
  coming = new_coming (open != NULL, open ? open->how : NULL);
  more = g_menu_new ();
  if (open != NULL)
    {
      g_autoptr (GMenu) leaving = g_menu_new ();

      append (leaving, _ ("Leaves now"), "stay.leave");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (leaving));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (coming));
  if (stayed)
    append (more, _ ("Change the Times…"), "stay.times");
  append (more, _ ("About the Person…"), "stay.person");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
update_name (EupAttendanceRow *self, const char *title, const char *where)
{
  g_autofree char *name = g_strdup_printf (C_ ("person and where", "%1$s, %2$s"), title, where);
  /* Translators: %s is a name; the button of a menu */
  g_autofree char *menu = g_strdup_printf (_ ("%s comes, leaves, and when"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu,
                                  -1);
  eup_full_words_set_tooltip (GTK_WIDGET (self->menu_button), menu);
}

static void
say (EupAttendanceRow *self)
{
  g_autofree char *where = eup_attendance_describe (eup_case_get_assessment (self->kase), get_person (self));
  g_autofree char *words = g_strdup_printf (C_ ("who and how", "%1$s: %2$s"), get_person (self)->name, where);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
join_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupAttendanceRow *self = EUP_ATTENDANCE_ROW (widget);

  eup_case_join (self->kase, self->person, g_variant_get_string (parameter, NULL));
  say (self);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupAttendanceRow *self = EUP_ATTENDANCE_ROW (widget);

  eup_case_leave (self->kase, self->person);
  say (self);
}

static void
times_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupAttendanceRow *self = EUP_ATTENDANCE_ROW (widget);

  adw_dialog_present (eup_stay_dialog_new (self->kase, self->person), widget);
}

static void
person_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CHANGE], 0, EUP_ATTENDANCE_ROW (widget)->person);
}

static void
person_cb (EupAttendanceRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGE], 0, self->person);
}

static void
eup_attendance_row_dispose (GObject *object)
{
  EupAttendanceRow *self = EUP_ATTENDANCE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_ATTENDANCE_ROW);
  g_clear_object (&self->kase);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->offered, g_free);
  G_OBJECT_CLASS (eup_attendance_row_parent_class)->dispose (object);
}

static void
eup_attendance_row_class_init (EupAttendanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_attendance_row_dispose;
  signals[SIGNAL_CHANGE] = g_signal_new ("change", EUP_TYPE_ATTENDANCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-attendance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EupAttendanceRow, disc);
  gtk_widget_class_bind_template_child (widget_class, EupAttendanceRow, name);
  gtk_widget_class_bind_template_child (widget_class, EupAttendanceRow, where);
  gtk_widget_class_bind_template_child (widget_class, EupAttendanceRow, silent);
  gtk_widget_class_bind_template_child (widget_class, EupAttendanceRow, interest);
  gtk_widget_class_bind_template_child (widget_class, EupAttendanceRow, interest_words);
  gtk_widget_class_bind_template_child (widget_class, EupAttendanceRow, check);
  gtk_widget_class_bind_template_child (widget_class, EupAttendanceRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, person_cb);
  gtk_widget_class_install_action (widget_class, "stay.join", "s", join_cb);
  gtk_widget_class_install_action (widget_class, "stay.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "stay.times", NULL, times_cb);
  gtk_widget_class_install_action (widget_class, "stay.person", NULL, person_action_cb);
}

static void
eup_attendance_row_init (EupAttendanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_attendance_row_new:
 * @person: whose row; there is such a person in @kase
 *
 * Returns: (transfer floating): the row; fill it with eup_attendance_row_refresh()
 */
GtkWidget *
eup_attendance_row_new (EupCase *kase, const char *person)
{
  EupAttendanceRow *self = g_object_new (EUP_TYPE_ATTENDANCE_ROW, NULL);

  self->kase = g_object_ref (kase);
  self->person = g_strdup (person);
  return GTK_WIDGET (self);
}

/**
 * eup_attendance_row_refresh:
 * @question: (nullable): the question at which it is marked who has spoken
 */
void
eup_attendance_row_refresh (EupAttendanceRow *self, const EupQuestion *question)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupPerson *person = get_person (self);
  const EupStatement *statement =
      question ? eup_assessment_find_statement (assessment, question->id, self->person) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *where = NULL;
  EupInterest interest;

  if (person == NULL)
    return;
  title = eup_person_describe (person);
  where = eup_attendance_describe (assessment, person);
  interest = eup_rules_interest (person);
  gtk_image_set_from_icon_name (self->disc, eup_voice_get_icon (eup_person_voice (person)));
  eup_voice_mark (GTK_WIDGET (self), eup_person_voice (person));
  gtk_label_set_label (self->name, title);
  gtk_label_set_label (self->where, where);
  gtk_widget_set_visible (self->check, statement != NULL && !eup_statement_is_empty (statement));
  gtk_widget_set_visible (self->silent, question != NULL && is_missing (self, question));
  gtk_label_set_label (self->interest_words, eup_interest_get_words (interest));
  gtk_widget_set_visible (self->interest, interest != EUP_INTEREST_NONE);
  fill_menu (self);
  update_name (self, title, where);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), !eup_case_is_sealed (self->kase));
}
