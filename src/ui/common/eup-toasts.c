/* Short words at the foot of the window. What is taken away comes back with Undo. */

#include "ui/common/eup-toasts.h"

#include <glib/gi18n.h>

typedef struct
{
  EupCase *kase;
  EupPartKind kind;
  gpointer part;
} Removed;

static void
removed_free (gpointer data, GClosure *closure)
{
  Removed *removed = data;

  if (removed->part != NULL)
    eup_shape_free (eup_part_shape (removed->kind), removed->part);
  g_object_unref (removed->kase);
  g_free (removed);
}

static void
undo_cb (AdwToast *toast, Removed *removed)
{
  if (removed->part != NULL)
    eup_case_put (removed->kase, removed->kind, g_steal_pointer (&removed->part));
}

static void
show (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  adw_toast_set_use_markup (toast, FALSE);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
  g_object_unref (toast);
}

/**
 * eup_toast_say:
 * @widget: a widget of the window that speaks
 * @title: what it says
 */
void
eup_toast_say (GtkWidget *widget, const char *title)
{
  show (widget, adw_toast_new (title));
}

/**
 * eup_toast_removed:
 * @widget: a widget of the window that speaks
 * @title: what it says
 * @kase: the case
 * @kind: what kind of part
 * @id: which one
 *
 * Takes the part out of the case and offers to put it back as it was.
 */
void
eup_toast_removed (GtkWidget *widget, const char *title, EupCase *kase, EupPartKind kind, const char *id)
{
  Removed *removed = g_new0 (Removed, 1);
  AdwToast *toast = adw_toast_new (title);
  gpointer part = eup_assessment_find (eup_case_get_assessment (kase), kind, id);

  removed->kase = g_object_ref (kase);
  removed->kind = kind;
  removed->part = part != NULL ? eup_shape_copy (eup_part_shape (kind), part) : NULL;
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removed, removed_free, 0);
  eup_case_remove (kase, kind, id);
  show (widget, toast);
}
