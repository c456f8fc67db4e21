/* Rows are made anew when somebody comes into the case or goes out of it, else only filled again. */

#include "ui/meeting/eup-attendance-group.h"

#include <glib/gi18n.h>
#include "casework/eup-case-session.h"
#include "ui/common/eup-toasts.h"
#include "ui/meeting/eup-attendance-row.h"
#include "ui/meeting/eup-person-dialog.h"

struct _EupAttendanceGroup
{
  GtkBox parent_instance;
  EupCase *kase;
  const EupQuestion *question; /* (nullable) */
  char *shape;                 /* of the people that the rows are for */
  GtkLabel *ask;
  GtkListBox *list;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (EupAttendanceGroup, eup_attendance_group, GTK_TYPE_BOX)

/* The resident first, then voice by voice; last those who are there without a voice. */
static GPtrArray *
in_order (EupAttendanceGroup *self)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint voice = 0; voice <= EUP_N_VOICES; voice++)
    {
      g_autoptr (GPtrArray) some =
          eup_assessment_people_of (eup_case_get_assessment (self->kase), (EupVoice) voice);

      g_ptr_array_extend (people, some, NULL, NULL);
    }
  return people;
}

static void
remove_cb (EupAttendanceGroup *self, const char *id)
{
  const EupPerson *person = eup_assessment_find_person (eup_case_get_assessment (self->kase), id);
  g_autofree char *title = NULL;

  if (person == NULL)
    return;
  title = g_strdup_printf (_ ("%s is taken away"), person->name);
  eup_toast_removed (GTK_WIDGET (self), title, self->kase, EUP_PART_PERSON, id);
}

static const char *
presence_of (EupAttendanceGroup *self, const char *id)
{
  const EupPerson *person = id ? eup_assessment_find_person (eup_case_get_assessment (self->kase), id) : NULL;

  return person ? person->presence : NULL;
}

/* Whoever was added, or now takes part otherwise, comes or goes with that. */
static void
closed_cb (EupAttendanceGroup *self, EupPersonDialog *dialog)
{
  const char *id = eup_person_dialog_get_id (dialog);

  if (g_strcmp0 (presence_of (self, id), g_object_get_data (G_OBJECT (dialog), "presence")) != 0)
    eup_case_follow_presence (self->kase, id);
}

static void
present (EupAttendanceGroup *self, const char *id)
{
  AdwDialog *dialog = eup_person_dialog_new (self->kase, id, EUP_VOICE_RELATIVES);

  g_object_set_data_full (G_OBJECT (dialog), "presence", g_strdup (presence_of (self, id)), g_free);
  g_signal_connect_object (dialog, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
change_cb (EupAttendanceGroup *self, const char *id)
{
  present (self, id);
}

static void
add_cb (EupAttendanceGroup *self)
{
  present (self, NULL);
}

static void
rebuild (EupAttendanceGroup *self, GPtrArray *people)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < people->len; i++)
    {
      GtkWidget *row = eup_attendance_row_new (self->kase, ((EupPerson *) people->pdata[i])->id);

      g_signal_connect_object (row, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
}

static void
refresh (EupAttendanceGroup *self)
{
  g_autoptr (GPtrArray) people = in_order (self);
  g_autoptr (GString) shape = g_string_new (NULL);
  GtkListBoxRow *row;

  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];

      g_string_append_printf (shape, "%s %s\n", person->id, person->voice);
    }
  if (g_set_str (&self->shape, shape->str))
    rebuild (self, people);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    eup_attendance_row_refresh (EUP_ATTENDANCE_ROW (row), self->question);
  gtk_widget_set_sensitive (self->add, !eup_case_is_sealed (self->kase));
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupAttendanceGroup *self)
{
  if (kind != EUP_PART_STAGE_TIME)
    refresh (self);
}

static void
eup_attendance_group_dispose (GObject *object)
{
  EupAttendanceGroup *self = EUP_ATTENDANCE_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->shape, g_free);
  G_OBJECT_CLASS (eup_attendance_group_parent_class)->dispose (object);
}

static void
eup_attendance_group_class_init (EupAttendanceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_attendance_group_dispose;
}

static void
add_head (EupAttendanceGroup *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_ ("Who is here"));

  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add, _ ("Add a person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a person"), -1);
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->add);
  gtk_box_append (GTK_BOX (self), head);
}

static void
add_list (EupAttendanceGroup *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who is here"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), scroller);
}

static void
eup_attendance_group_init (EupAttendanceGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  add_head (self);
  self->ask = GTK_LABEL (gtk_label_new (_ ("You go on. Who is here now? Change what is no longer so.")));
  gtk_label_set_wrap (self->ask, TRUE);
  gtk_label_set_xalign (self->ask, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->ask), "gentle-note");
  gtk_widget_set_visible (GTK_WIDGET (self->ask), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->ask));
  add_list (self);
}

/**
 * eup_attendance_group_set_case:
 *
 * Called once, before anything is shown.
 */
void
eup_attendance_group_set_case (EupAttendanceGroup *self, EupCase *kase)
{
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  refresh (self);
}

/**
 * eup_attendance_group_show:
 * @question: (nullable): the question of which it is marked who has spoken
 */
void
eup_attendance_group_show (EupAttendanceGroup *self, const EupQuestion *question)
{
  self->question = question;
  gtk_widget_set_visible (GTK_WIDGET (self->ask), FALSE);
  refresh (self);
}

/* After a pause: asks, without holding anything up, whether those who are marked are here. */
void
eup_attendance_group_ask (EupAttendanceGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->ask), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->ask),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
