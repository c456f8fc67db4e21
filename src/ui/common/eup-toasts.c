/* Short words at the foot of the window. What is taken away comes back with Undo. */

#include "ui/common/eup-toasts.h"

#include <glib/gi18n.h>

typedef struct
{
  EupCase *kase;
  EupPartKind kind;
  gpointer part;
  GPtrArray *stays; /* EupAttendance: of a person, who takes them along */
} Removed;

static void
removed_free (gpointer data, GClosure *closure)
{
  Removed *removed = data;

  if (removed->part != NULL)
    eup_shape_free (eup_part_shape (removed->kind), removed->part);
  g_ptr_array_unref (removed->stays);
  g_object_unref (removed->kase);
  g_free (removed);
}

static void
undo_cb (AdwToast *toast, Removed *removed)
{
  if (removed->part == NULL)
    return;
  eup_case_put (removed->kase, removed->kind, g_steal_pointer (&removed->part));
  for (guint i = 0; i < removed->stays->len; i++)
    eup_case_put (removed->kase, EUP_PART_ATTENDANCE,
                  eup_shape_copy (eup_part_shape (EUP_PART_ATTENDANCE), removed->stays->pdata[i]));
}

static void
stay_free (gpointer stay)
{
  eup_shape_free (eup_part_shape (EUP_PART_ATTENDANCE), stay);
}

static void
keep_stays (Removed *removed, const char *person)
{
  GPtrArray *attendance = eup_case_get_assessment (removed->kase)->attendance;

  for (guint i = 0; i < attendance->len; i++)
    if (g_strcmp0 (((EupAttendance *) attendance->pdata[i])->person, person) == 0)
      g_ptr_array_add (removed->stays,
                       eup_shape_copy (eup_part_shape (EUP_PART_ATTENDANCE), attendance->pdata[i]));
}

/**
 * eup_toast_show:
 * @widget: a widget of the window that speaks
 * @toast: (transfer full): what it says, in plain words
 */
void
eup_toast_show (GtkWidget *widget, AdwToast *toast)
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
  eup_toast_show (widget, adw_toast_new (title));
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
  removed->stays = g_ptr_array_new_with_free_func (stay_free);
  if (kind == EUP_PART_PERSON)
    keep_stays (removed, id);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removed, removed_free, 0);
  eup_case_remove (kase, kind, id);
  eup_toast_show (widget, toast);
}
