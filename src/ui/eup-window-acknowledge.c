/* From the window to an acknowledgement: who sits beside, then the screen is handed over. The page covers the
 * whole of the facilitator's window and never stands on the shared one. Afterwards, of an open case, the
 * answer is noted; of a sealed one the unit seals it. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include "casework/eup-case-acknowledge.h"
#include "ui/acknowledge/eup-acknowledge-dialog.h"
#include "ui/acknowledge/eup-acknowledge-page.h"
#include "ui/common/eup-error-words.h"
#include "ui/record/eup-sign-dialog.h"

typedef struct
{
  EupWindow *window; /* outlives its pages */
  char *person;      /* (nullable) */
  char *name;
  char *witness;
} Asked;

static void
asked_free (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_free (asked->person);
  g_free (asked->name);
  g_free (asked->witness);
  g_free (asked);
}

static EupAcknowledgement *
make (const Asked *asked, EupAcknowledged kind, char **drawing)
{
  EupAcknowledgement *of = eup_shape_new (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT));

  of->id = g_strdup (asked->person);
  of->answer = g_strdup (eup_acknowledged_to_id (kind));
  of->witness = g_strdup (asked->witness);
  of->drawing = g_strdupv (drawing);
  return of;
}

static void
sealed_cb (EupWindow *self)
{
  eup_window_say (self, _ ("The acknowledgement is in the record"));
  eup_archive_page_show_case (self->archive, eup_window_get_case (self));
  eup_archive_page_reload (self->archive);
}

/* The record is sealed: only the unit's certificate can add to it. */
static void
seal (EupWindow *self, const Asked *asked, EupAcknowledgement *of)
{
  AdwDialog *dialog = eup_sign_dialog_new_for_acknowledgement (eup_window_get_case (self), asked->name, of);

  g_signal_connect_object (dialog, "signed", G_CALLBACK (sealed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* What stood there before an answer was noted. */
typedef struct
{
  EupCase *kase;
  char *person;
  EupAcknowledgement *before; /* (nullable) */
} Noted;

static void
noted_free (gpointer data, GClosure *closure)
{
  Noted *noted = data;

  g_object_unref (noted->kase);
  g_free (noted->person);
  eup_shape_free (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT), noted->before);
  g_free (noted);
}

static void
take_back_cb (AdwToast *toast, Noted *noted)
{
  if (noted->before != NULL)
    eup_case_put (noted->kase, EUP_PART_ACKNOWLEDGEMENT, g_steal_pointer (&noted->before));
  else
    eup_case_remove (noted->kase, EUP_PART_ACKNOWLEDGEMENT, noted->person);
}

static void
note (EupWindow *self, const Asked *asked, EupAcknowledgement *of)
{
  const EupShape *shape = eup_part_shape (EUP_PART_ACKNOWLEDGEMENT);
  Noted *noted = g_new0 (Noted, 1);
  gconstpointer before;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  AdwToast *toast;

  noted->kase = g_object_ref (eup_window_get_case (self));
  noted->person = g_strdup (asked->person);
  before =
      eup_assessment_find (eup_case_get_assessment (noted->kase), EUP_PART_ACKNOWLEDGEMENT, asked->person);
  noted->before = before ? eup_shape_copy (shape, before) : NULL;
  if (!eup_case_acknowledge (noted->kase, of, &error))
    {
      noted_free (noted, NULL);
      g_warning ("An acknowledgement can't be noted: %s", error->message);
      eup_window_toast (self, adw_toast_new (eup_error_words (error)));
      return;
    }
  /* Translators: %s is a name */
  words = g_strdup_printf (_ ("Noted what %s answered"), asked->name);
  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (take_back_cb), noted, noted_free, 0);
  eup_window_toast (self, toast);
}

static void
answered_cb (EupAcknowledgePage *page, int kind, char **drawing, Asked *asked)
{
  EupWindow *self = asked->window;
  EupCase *kase = eup_window_get_case (self);
  EupAcknowledgement *of = make (asked, (EupAcknowledged) kind, drawing);
  g_autofree char *now = eup_clock_now_iso (eup_case_get_clock (kase));

  if (eup_case_is_sealed (kase))
    {
      of->at = g_steal_pointer (&now);
      seal (self, asked, of);
    }
  else
    {
      note (self, asked, of);
    }
  adw_navigation_view_pop (self->view);
}

static void
given_back_cb (EupWindow *self)
{
  adw_navigation_view_pop (self->view);
}

static void
hand_over_cb (EupWindow *self, const char *person, const char *name, const char *witness)
{
  GtkWidget *page = eup_acknowledge_page_new (eup_window_get_case (self), person, name);
  Asked *asked = g_new0 (Asked, 1);

  asked->window = self;
  asked->person = g_strdup (person);
  asked->name = g_strdup (name);
  asked->witness = g_strdup (witness);
  adw_toast_overlay_dismiss_all (self->toasts); /* what the one before answered is not for this person */
  g_signal_connect_data (page, "answered", G_CALLBACK (answered_cb), asked, asked_free, 0);
  g_signal_connect_object (page, "given-back", G_CALLBACK (given_back_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
}

/**
 * eup_window_acknowledge:
 * @self: the window
 * @person: (nullable): whose acknowledgement; %NULL: the dialog asks
 *
 * Asks who sits beside, and hands the screen over.
 */
void
eup_window_acknowledge (EupWindow *self, const char *person)
{
  EupCase *kase = eup_window_get_case (self);
  AdwDialog *dialog;

  if (kase == NULL)
    return;
  dialog = eup_acknowledge_dialog_new (kase, person);
  g_signal_connect_object (dialog, "hand-over", G_CALLBACK (hand_over_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
