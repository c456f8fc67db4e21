/* Taking a part away: no question is asked, a toast offers it back. */

#include "ui/meeting/eup-removal.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  EupCase *kase;
  EupPartKind kind;
  gpointer part;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_clear_object (&removal->kase);
  if (removal->part != NULL)
    eup_shape_free (eup_part_shape (removal->kind), removal->part);
  g_free (removal);
}

static void
undo_cb (AdwToast *toast, Removal *removal)
{
  if (removal->part != NULL)
    eup_case_put (removal->kase, removal->kind, g_steal_pointer (&removal->part));
}

/**
 * eup_remove_with_undo:
 * @widget: a widget in the window that shows the toast
 * @kind: what kind of part
 * @id: which one
 * @words: what has happened, for the toast
 *
 * Removes the part from the case and offers it back.
 */
void
eup_remove_with_undo (GtkWidget *widget, EupCase *kase, EupPartKind kind, const char *id, const char *words)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  gpointer part = eup_assessment_find (eup_case_get_assessment (kase), kind, id);
  Removal *removal;
  AdwToast *toast;

  if (part == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->kase = g_object_ref (kase);
  removal->kind = kind;
  removal->part = eup_shape_copy (eup_part_shape (kind), part);
  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removal, removal_free, G_CONNECT_DEFAULT);
  eup_case_remove (kase, kind, id);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}
