/* An entry with a menu of names beside it. The menu only fills the entry, so a name that is not there
 * is as good as one that is. */

#include "ui/common/eup-name-row.h"

#include <glib/gi18n.h>

struct _EupNameRow
{
  AdwEntryRow parent_instance;
  GtkWidget *button;
  GStrv names; /* in the menu */
};

G_DEFINE_FINAL_TYPE (EupNameRow, eup_name_row, ADW_TYPE_ENTRY_ROW)

static void
pick_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (widget), g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (widget);
}

static void
eup_name_row_finalize (GObject *object)
{
  g_strfreev (EUP_NAME_ROW (object)->names);
  G_OBJECT_CLASS (eup_name_row_parent_class)->finalize (object);
}

static void
eup_name_row_class_init (EupNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_name_row_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "name.pick", "s", pick_cb);
}

static void
eup_name_row_init (EupNameRow *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (self->button, _ ("Pick somebody who takes part"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_visible (self->button, FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
}

/**
 * eup_name_row_set_names:
 * @self: the row
 * @names: (array zero-terminated=1): who can be picked
 */
void
eup_name_row_set_names (EupNameRow *self, const char *const *names)
{
  g_autoptr (GMenu) menu = NULL;

  g_return_if_fail (EUP_IS_NAME_ROW (self));
  if (self->names != NULL && g_strv_equal ((const char *const *) self->names, names))
    return; /* a menu takes time to make, and this is called at each keystroke */
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  menu = g_menu_new ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (names[i], NULL);

      g_menu_item_set_action_and_target (item, "name.pick", "s", names[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->button, names[0] != NULL);
}
