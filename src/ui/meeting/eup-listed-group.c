/* What is common to the lists of the pages after the questions: differences, parked questions, objections. */

#include "ui/meeting/eup-listed-group.h"

typedef struct
{
  GPtrArray *rows;
  char *says; /* (nullable): what the rows say; NULL before the first time */
} EupListedGroupPrivate;

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE_WITH_PRIVATE (EupListedGroup, eup_listed_group, ADW_TYPE_PREFERENCES_GROUP)

static EupListedGroupPrivate *
get (EupListedGroup *self)
{
  return eup_listed_group_get_instance_private (self);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_GO_TO], 0, g_variant_get_string (parameter, NULL));
}

static void
eup_listed_group_dispose (GObject *object)
{
  EupListedGroupPrivate *priv = get (EUP_LISTED_GROUP (object));

  g_clear_pointer (&priv->rows, g_ptr_array_unref);
  g_clear_pointer (&priv->says, g_free);
  G_OBJECT_CLASS (eup_listed_group_parent_class)->dispose (object);
}

static void
eup_listed_group_class_init (EupListedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_listed_group_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_LISTED_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "listed.go-to", "s", go_to_cb);
}

static void
eup_listed_group_init (EupListedGroup *self)
{
  get (self)->rows = g_ptr_array_new ();
}

/**
 * eup_listed_group_begin:
 * @says: all that the rows will say
 *
 * Takes the rows away where they say something else: then add the new ones and end.
 *
 * Returns: whether the rows are to be made anew
 */
gboolean
eup_listed_group_begin (EupListedGroup *self, const char *says)
{
  EupListedGroupPrivate *priv = get (self);

  if (!g_set_str (&priv->says, says))
    return FALSE;
  for (guint i = 0; i < priv->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), priv->rows->pdata[i]);
  g_ptr_array_set_size (priv->rows, 0);
  return TRUE;
}

void
eup_listed_group_add (EupListedGroup *self, GtkWidget *row)
{
  g_ptr_array_add (get (self)->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* All rows are there. */
void
eup_listed_group_end (EupListedGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), get (self)->rows->len > 0);
}

/* (transfer none) (element-type GtkWidget): those that are there now */
GPtrArray *
eup_listed_group_get_rows (EupListedGroup *self)
{
  return get (self)->rows;
}

/**
 * eup_listed_row_new:
 * @target: where it leads, for the signal “go-to” of the group it stands in
 *
 * Returns: (transfer floating): a row that is pressed to go there
 */
GtkWidget *
eup_listed_row_new (const char *title, const char *words, const char *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "listed.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  return row;
}
