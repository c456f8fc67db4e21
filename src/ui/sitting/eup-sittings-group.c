/* One row a sitting, the latest first. Beginning one is the window's action “win.sit”, which goes on with a
 * sitting of today that has no end. */

#include "ui/sitting/eup-sittings-group.h"

#include <glib/gi18n.h>
#include <string.h>
#include "ui/sitting/eup-sitting-answers-dialog.h"
#include "ui/sitting/eup-sitting-describe.h"

struct _EupSittingsGroup
{
  AdwPreferencesGroup parent_instance;

  EupCase *kase;
  GPtrArray *rows;
  GtkWidget *sit; /* AdwActionRow */
};

G_DEFINE_FINAL_TYPE (EupSittingsGroup, eup_sittings_group, ADW_TYPE_PREFERENCES_GROUP)

/* What a removal can bring back. */
typedef struct
{
  EupCase *kase;
  EupAssessment *before;
  char *sitting;
} Removed;

static void
removed_free (gpointer data, GClosure *closure)
{
  Removed *removed = data;

  g_object_unref (removed->kase);
  eup_assessment_free (removed->before);
  g_free (removed->sitting);
  g_free (removed);
}

static void
undo_cb (AdwToast *toast, Removed *removed)
{
  eup_case_restore_sitting (removed->kase, removed->before, removed->sitting);
}

static void
remove_cb (EupSittingsGroup *self, const char *id)
{
  Removed *removed = g_new0 (Removed, 1);
  AdwToast *toast = adw_toast_new (_ ("The sitting is removed"));
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  removed->kase = g_object_ref (self->kase);
  removed->before = eup_assessment_copy (eup_case_get_assessment (self->kase));
  removed->sitting = g_strdup (id);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removed, removed_free, 0);
  eup_case_remove_sitting (self->kase, removed->sitting);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
  g_object_unref (toast);
}

static void
remove_clicked_cb (GtkWidget *button, EupSittingsGroup *self)
{
  g_autofree char *id = g_strdup (gtk_widget_get_name (button));

  remove_cb (self, id);
}

static void
row_cb (AdwActionRow *row, EupSittingsGroup *self)
{
  adw_dialog_present (eup_sitting_answers_dialog_new (self->kase, gtk_widget_get_name (GTK_WIDGET (row))),
                      GTK_WIDGET (self));
}

static GtkWidget *
new_row (EupSittingsGroup *self, const EupSitting *sitting)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = eup_sitting_describe_time (sitting);
  g_autofree char *subtitle = eup_sitting_describe (eup_case_get_assessment (self->kase), sitting);

  gtk_widget_set_name (row, sitting->id);
  gtk_widget_set_name (remove, sitting->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Remove this sitting"));
  gtk_widget_set_visible (remove, !eup_case_is_sealed (self->kase));
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_cb), self);
  return row;
}

static void
show_sit (EupSittingsGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autofree char *today = eup_clock_today (eup_case_get_clock (self->kase));
  const EupSitting *open = eup_rules_sitting_of_day (assessment, today);
  const char *alias = assessment->card->alias ? assessment->card->alias : "";
  /* Translators: %s is a first name or initials */
  g_autofree char *title =
      g_strdup_printf (open != NULL ? _ ("Go on with %s") : _ ("Sit with %s"), *alias ? alias : "…");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sit), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sit),
                               open != NULL
                                   ? _ ("The sitting of today has no end yet. Everything in it is kept.")
                                   : _ ("One question at a time, in peace and with faces"));
  gtk_widget_set_visible (self->sit, !eup_case_is_sealed (self->kase));
  gtk_widget_set_sensitive (self->sit, eup_rules_resident (assessment) != NULL);
}

static void
refresh (EupSittingsGroup *self)
{
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (eup_case_get_assessment (self->kase));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = sittings->len; i > 0; i--)
    {
      GtkWidget *row = new_row (self, sittings->pdata[i - 1]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  show_sit (self);
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupSittingsGroup *self)
{
  if (kind == EUP_PART_SITTING || kind == EUP_PART_SIGN || kind == EUP_PART_SITTING_ANSWER ||
      kind == EUP_PART_DECISION)
    refresh (self);
  else if (kind == EUP_PART_CARD || kind == EUP_PART_PERSON)
    show_sit (self);
}

static void
eup_sittings_group_dispose (GObject *object)
{
  g_clear_object (&EUP_SITTINGS_GROUP (object)->kase);
  g_clear_pointer (&EUP_SITTINGS_GROUP (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_sittings_group_parent_class)->dispose (object);
}

static void
eup_sittings_group_class_init (EupSittingsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_sittings_group_dispose;
}

static void
eup_sittings_group_init (EupSittingsGroup *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("eup-resident-symbolic");

  self->rows = g_ptr_array_new ();
  self->sit = adw_action_row_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Sittings before the meeting"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->sit), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->sit), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->sit), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->sit), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->sit), "win.sit");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->sit);
}

/* Returns: (transfer floating): the group; it follows the case */
GtkWidget *
eup_sittings_group_new (EupCase *kase)
{
  EupSittingsGroup *self = g_object_new (EUP_TYPE_SITTINGS_GROUP, NULL);

  eup_sittings_group_set_case (self, kase);
  return GTK_WIDGET (self);
}

/**
 * eup_sittings_group_set_case:
 * @kase: (transfer none): whose sittings; set once
 */
void
eup_sittings_group_set_case (EupSittingsGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_SITTINGS_GROUP (self) && self->kase == NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  refresh (self);
}
