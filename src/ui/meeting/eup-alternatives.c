/* The alternatives of the case as a list. Each row opens the dialog that writes it. */

#include "ui/meeting/eup-alternatives.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "ui/common/eup-toasts.h"
#include "ui/meeting/eup-alternative-dialog.h"

struct _EupAlternatives
{
  GtkBox parent_instance;
  EupCase *kase;
  GtkListBox *list;
  GtkButton *add;
};

G_DEFINE_FINAL_TYPE (EupAlternatives, eup_alternatives, GTK_TYPE_BOX)

static void
edit_cb (AdwActionRow *row, EupAlternatives *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "alternative");

  adw_dialog_present (eup_alternative_dialog_new (self->kase, id), GTK_WIDGET (self));
}

static void
remove_cb (GtkButton *button, EupAlternatives *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "alternative");

  eup_toast_removed (GTK_WIDGET (self), _ ("The alternative is removed"), self->kase, EUP_PART_ALTERNATIVE,
                     id);
}

/* "Without technology · meets the need: partly · 2 hours a week" of what is filled in. */
static char *
describe (const EupAlternative *alternative)
{
  const char *parts[] = {
    alternative->chosen ? _ ("Chosen") : NULL,
    alternative->without_technology ? _ ("Without technology") : NULL,
    alternative->meets_need,
    alternative->intrusion,
    alternative->human_time,
    alternative->cost,
  };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  return g_string_free_and_steal (words);
}

static GtkWidget *
new_row (EupAlternatives *self, const EupAlternative *alternative)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *subtitle = describe (alternative);
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s”"), alternative->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), alternative->title ? alternative->title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "alternative", g_strdup (alternative->id), g_free);
  g_object_set_data_full (G_OBJECT (remove), "alternative", g_strdup (alternative->id), g_free);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, label);
  gtk_widget_add_css_class (remove, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_signal_connect (row, "activated", G_CALLBACK (edit_cb), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  return row;
}

static void
refresh (EupAlternatives *self)
{
  GPtrArray *alternatives = eup_case_get_assessment (self->kase)->alternatives;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < alternatives->len; i++)
    gtk_list_box_append (self->list, new_row (self, alternatives->pdata[i]));
  gtk_widget_set_sensitive (GTK_WIDGET (self), !eup_case_is_sealed (self->kase));
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupAlternatives *self)
{
  if (kind == EUP_PART_ALTERNATIVE)
    refresh (self);
}

static void
add_cb (GtkButton *button, EupAlternatives *self)
{
  adw_dialog_present (eup_alternative_dialog_new (self->kase, NULL), GTK_WIDGET (self));
}

static void
eup_alternatives_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_ALTERNATIVES);
  g_clear_object (&EUP_ALTERNATIVES (object)->kase);
  G_OBJECT_CLASS (eup_alternatives_parent_class)->dispose (object);
}

static void
eup_alternatives_class_init (EupAlternativesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_alternatives_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-alternatives.ui");
  gtk_widget_class_bind_template_child (widget_class, EupAlternatives, list);
  gtk_widget_class_bind_template_child (widget_class, EupAlternatives, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
eup_alternatives_init (EupAlternatives *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_alternatives_new:
 *
 * Returns: (transfer floating): the list; it follows the case
 */
GtkWidget *
eup_alternatives_new (EupCase *kase)
{
  EupAlternatives *self = g_object_new (EUP_TYPE_ALTERNATIVES, NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  refresh (self);
  return GTK_WIDGET (self);
}
