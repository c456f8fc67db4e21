/* The place, as whom, why, and whether the first signature seals. Roles and reasons stand in the record, so
 * what is proposed is in its language. */

#include "ui/record/eup-sign-wish-group.h"

#include <glib/gi18n.h>
#include "record/eup-sign-places.h"
#include "record/eup-words.h"
#include "util/eup-worker.h"

struct _EupSignWishGroup
{
  AdwPreferencesGroup parent_instance;

  EupCase *kase;
  GPtrArray *places; /* EupSignPlace: the empty ones; NULL until they are known */
  char *proposed;    /* the role that was put there for the place */
  AdwComboRow *place;
  GtkEditable *role;
  GtkEditable *reason;
  AdwSwitchRow *certify;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSignWishGroup, eup_sign_wish_group, ADW_TYPE_PREFERENCES_GROUP)

static const EupSignPlace *
chosen (EupSignWishGroup *self)
{
  guint position = adw_combo_row_get_selected (self->place);

  return self->places != NULL && position < self->places->len ? self->places->pdata[position] : NULL;
}

static const char *
role_at (EupSignWishGroup *self, const EupSignPlace *place)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const char *language = eup_words_language (assessment->card->language);
  const char *role = assessment->decision->decider_role;

  if (g_strcmp0 (place->name, "decision-maker") == 0)
    return role != NULL ? role : "";
  if (g_strcmp0 (place->name, "facilitator") == 0)
    return eup_words ("sign-facilitator", language);
  if (g_strcmp0 (place->name, "presenter") == 0)
    return eup_words ("sign-presenter", language);
  return "";
}

/* What somebody wrote there themselves stays. */
static void
place_cb (EupSignWishGroup *self)
{
  const EupSignPlace *place = chosen (self);

  if (place == NULL || g_strcmp0 (gtk_editable_get_text (self->role), self->proposed) != 0)
    return;
  g_set_str (&self->proposed, role_at (self, place));
  gtk_editable_set_text (self->role, self->proposed);
}

static void
places_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, eup_sign_places (data), (GDestroyNotify) g_ptr_array_unref);
}

static void
places_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EupSignWishGroup *self = EUP_SIGN_WISH_GROUP (source);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  gboolean first = TRUE;

  if (self->kase == NULL)
    return;
  self->places = g_task_propagate_pointer (G_TASK (result), NULL);
  for (guint i = self->places->len; i > 0; i--)
    if (((EupSignPlace *) self->places->pdata[i - 1])->is_filled)
      {
        first = FALSE;
        g_ptr_array_remove_index (self->places, i - 1);
      }
  for (guint i = 0; i < self->places->len; i++)
    gtk_string_list_append (labels, ((EupSignPlace *) self->places->pdata[i])->label);
  adw_combo_row_set_model (self->place, G_LIST_MODEL (labels));
  gtk_widget_set_sensitive (GTK_WIDGET (self->place), self->places->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->certify), first);
  place_cb (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
record_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSignWishGroup) self = data;
  g_autoptr (GError) error = NULL;
  GBytes *pdf = eup_case_record_finish (EUP_CASE (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (pdf == NULL || self->kase == NULL)
    {
      if (pdf == NULL)
        g_warning ("The places of a record are not known: %s", error->message);
      g_clear_pointer (&pdf, g_bytes_unref);
      return;
    }
  task = g_task_new (self, NULL, places_cb, NULL);
  g_task_set_source_tag (task, record_cb);
  g_task_set_task_data (task, pdf, (GDestroyNotify) g_bytes_unref);
  eup_worker_run (task, places_thread);
}

static void
eup_sign_wish_group_dispose (GObject *object)
{
  EupSignWishGroup *self = EUP_SIGN_WISH_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->proposed, g_free);
  G_OBJECT_CLASS (eup_sign_wish_group_parent_class)->dispose (object);
}

static void
eup_sign_wish_group_class_init (EupSignWishGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_sign_wish_group_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", EUP_TYPE_SIGN_WISH_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
eup_sign_wish_group_init (EupSignWishGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->proposed = g_strdup ("");
  self->place = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Place in the record"), "use-markup", FALSE,
                              "subtitle-lines", 0, "sensitive", FALSE, "use-subtitle", TRUE, NULL);
  self->role = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("As whom, such as unit manager"), NULL);
  self->reason = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Why"), NULL);
  self->certify = g_object_new (
      ADW_TYPE_SWITCH_ROW, "title", _ ("After this, nothing but signatures"), "subtitle",
      _ ("You sign first. Whatever else somebody adds then shows as a change, in every program."),
      "subtitle-lines", 0, "active", TRUE, "visible", FALSE, NULL);
  adw_preferences_group_set_title (group, _ ("What the signature says"));
  adw_preferences_group_add (group, GTK_WIDGET (self->place));
  adw_preferences_group_add (group, GTK_WIDGET (self->role));
  adw_preferences_group_add (group, GTK_WIDGET (self->reason));
  adw_preferences_group_add (group, GTK_WIDGET (self->certify));
  g_signal_connect_swapped (self->place, "notify::selected", G_CALLBACK (place_cb), self);
}

/**
 * eup_sign_wish_group_set_case:
 * @kase: (transfer none): whose record is signed; of one that is not sealed nothing is read
 */
void
eup_sign_wish_group_set_case (EupSignWishGroup *self, EupCase *kase)
{
  const char *language;

  g_return_if_fail (EUP_IS_SIGN_WISH_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  language = eup_words_language (eup_case_get_assessment (kase)->card->language);
  gtk_editable_set_text (self->reason, eup_words ("decision", language));
  if (eup_case_is_sealed (kase))
    eup_case_record_async (kase, NULL, record_cb, g_object_ref (self));
}

/* Returns: whether somebody has signed in every place */
gboolean
eup_sign_wish_group_is_full (EupSignWishGroup *self)
{
  g_return_val_if_fail (EUP_IS_SIGN_WISH_GROUP (self), FALSE);
  return self->places != NULL && self->places->len == 0;
}

/* Returns: what was chosen; the texts belong to the group */
EupSignWish
eup_sign_wish_group_get (EupSignWishGroup *self)
{
  const EupSignPlace *place = chosen (self);

  return (EupSignWish) { place != NULL ? place->name : NULL, (char *) gtk_editable_get_text (self->reason),
                         (char *) gtk_editable_get_text (self->role),
                         adw_switch_row_get_active (self->certify) };
}
