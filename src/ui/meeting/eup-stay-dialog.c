/* Only the time of day can be typed: the day and the offset stay those of the stay. */

#include "ui/meeting/eup-stay-dialog.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "casework/eup-case-session.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-time-row.h"
#include "ui/common/eup-voices.h"

struct _EupStayDialog
{
  AdwDialog parent_instance;
  EupCase *kase;
  GPtrArray *stays; /* StayRows, oldest first */
  GtkBox *groups;
  GtkLabel *name;
  GtkLabel *fault;
  GtkWidget *note;
};

typedef struct
{
  EupAttendance *stay; /* as it was */
  EupTimeRow *joined;
  EupTimeRow *left;
} StayRows;

G_DEFINE_FINAL_TYPE (EupStayDialog, eup_stay_dialog, ADW_TYPE_DIALOG)

static void
stay_rows_free (gpointer data)
{
  StayRows *rows = data;

  eup_shape_free (eup_part_shape (EUP_PART_ATTENDANCE), rows->stay);
  g_free (rows);
}

/* The time of @iso with the hour and minute of @row; to the second as it was where they are the same.
 * (nullable): nothing is written. */
static char *
with_time (const char *iso, EupTimeRow *row)
{
  const char *time = eup_time_row_get_time (row);

  if (time == NULL)
    return NULL;
  if (strncmp (iso + 11, time, 5) == 0)
    return g_strdup (iso);
  return g_strdup_printf ("%.11s%s:00%s", iso, time, iso + 19);
}

static char *
read_left (const StayRows *rows)
{
  const char *left = rows->stay->left;

  return with_time (left != NULL && *left != '\0' ? left : rows->stay->joined, rows->left);
}

static EupStayFault
check (EupStayDialog *self, const StayRows *rows)
{
  g_autofree char *joined = with_time (rows->stay->joined, rows->joined);
  g_autofree char *left = read_left (rows);
  g_autofree char *now = eup_case_now (self->kase);

  if (eup_time_row_is_wrong (rows->left))
    return EUP_STAY_NO_TIME;
  return eup_rules_check_stay (eup_case_get_assessment (self->kase), joined, left, now);
}

static const char *
fault_words (EupStayFault fault)
{
  switch (fault)
    {
    case EUP_STAY_NO_TIME:
      return _ ("Write a time of day, such as 14:05.");
    case EUP_STAY_FUTURE:
      return _ ("That is later than now.");
    case EUP_STAY_BACKWARD:
      return _ ("Nobody leaves before they came.");
    case EUP_STAY_ALONE:
      return _ ("The meeting does not sit now, so write when they left.");
    case EUP_STAY_GOOD:
    default:
      return "";
    }
}

static void
update (EupStayDialog *self)
{
  EupStayFault fault = EUP_STAY_GOOD;

  for (guint i = 0; i < self->stays->len && fault == EUP_STAY_GOOD; i++)
    fault = check (self, self->stays->pdata[i]);
  gtk_label_set_label (self->fault, fault_words (fault));
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != EUP_STAY_GOOD);
  gtk_widget_set_sensitive (self->note, fault == EUP_STAY_GOOD);
}

static void
changed_cb (EupStayDialog *self)
{
  update (self);
}

static void
cancel_cb (EupStayDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
note_cb (EupStayDialog *self)
{
  for (guint i = 0; i < self->stays->len; i++)
    {
      const StayRows *rows = self->stays->pdata[i];
      g_autofree char *joined = with_time (rows->stay->joined, rows->joined);
      g_autofree char *left = read_left (rows);
      g_autoptr (GError) error = NULL;

      if (g_strcmp0 (joined, rows->stay->joined) == 0 && g_strcmp0 (left, rows->stay->left) == 0)
        continue;
      if (!eup_case_change_stay (self->kase, rows->stay->id, joined, left, &error))
        {
          g_debug ("not changed: %s", error->message);
          update (self);
          return;
        }
    }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
eup_stay_dialog_dispose (GObject *object)
{
  EupStayDialog *self = EUP_STAY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_STAY_DIALOG);
  g_clear_object (&self->kase);
  g_clear_pointer (&self->stays, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_stay_dialog_parent_class)->dispose (object);
}

static void
eup_stay_dialog_class_init (EupStayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_stay_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-stay-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupStayDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, EupStayDialog, name);
  gtk_widget_class_bind_template_child (widget_class, EupStayDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, EupStayDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
}

static void
eup_stay_dialog_init (EupStayDialog *self)
{
  self->stays = g_ptr_array_new_with_free_func (stay_rows_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static EupTimeRow *
add_time (EupStayDialog *self, GtkWidget *group, const char *title, const char *iso)
{
  GtkWidget *row = eup_time_row_new (title);
  g_autofree char *time = iso != NULL && *iso != '\0' ? g_strndup (iso + 11, 5) : NULL;

  eup_time_row_set_time (EUP_TIME_ROW (row), time);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return EUP_TIME_ROW (row);
}

static void
add_stay (EupStayDialog *self, const EupAttendance *stay)
{
  StayRows *rows = g_new0 (StayRows, 1);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *day = eup_rules_date (stay->joined, eup_ui_language ());
  gboolean open = stay->left == NULL || *stay->left == '\0';

  rows->stay = eup_shape_copy (eup_part_shape (EUP_PART_ATTENDANCE), stay);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), day);
  rows->joined = add_time (self, group, _ ("Came at"), stay->joined);
  rows->left = add_time (self, group, open ? _ ("Left at (empty: still here)") : _ ("Left at"), stay->left);
  g_ptr_array_add (self->stays, rows);
  gtk_box_insert_child_after (self->groups, group, gtk_widget_get_prev_sibling (GTK_WIDGET (self->fault)));
}

/**
 * eup_stay_dialog_new:
 * @person: who has been there at least once
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_stay_dialog_new (EupCase *kase, const char *person)
{
  EupStayDialog *self = g_object_new (EUP_TYPE_STAY_DIALOG, NULL);
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autofree char *name = eup_person_describe (eup_assessment_find_person (assessment, person));

  self->kase = g_object_ref (kase);
  gtk_label_set_label (self->name, name);
  for (guint i = 0; i < assessment->attendance->len; i++)
    if (g_strcmp0 (((EupAttendance *) assessment->attendance->pdata[i])->person, person) == 0)
      add_stay (self, assessment->attendance->pdata[i]);
  update (self);
  return ADW_DIALOG (self);
}
