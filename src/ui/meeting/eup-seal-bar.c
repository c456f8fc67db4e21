/* Says what the rules say is missing and leads there, asks once, and seals while the window stays alive. */

#include "ui/meeting/eup-seal-bar.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-record-kind.h"
#include "ui/common/eup-toasts.h"
#include "ui/meeting/eup-obstacle-words.h"
#include "ui/meeting/eup-read-back-people.h"

struct _EupSealBar
{
  GtkBox parent_instance;

  EupCase *kase;
  gboolean is_sealing;
  GtkWidget *remains;
  GtkWidget *ring;
  GtkWidget *go;
  GtkLabel *remaining;
  GtkLabel *ready;
  GtkLabel *not_heard;
  GtkWidget *progress;
  GtkWidget *seal;
};

enum
{
  PROP_SEALING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_SEALED,
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSealBar, eup_seal_bar, GTK_TYPE_BOX)

/* One thing is said as it is; of several the first, and how many more. */
static char *
describe_obstacles (EupSealBar *self, GPtrArray *obstacles)
{
  g_autofree char *first = NULL;
  guint more = obstacles->len - 1;

  first = eup_obstacle_words (self->kase, obstacles->pdata[0]);
  if (more == 0)
    return g_steal_pointer (&first);
  /* Translators: %s is a whole sentence about the first thing that is missing */
  return g_strdup_printf (ngettext ("%1$s And %2$u more thing.", "%1$s And %2$u more things.", more), first,
                          more);
}

static void
show_remaining (EupSealBar *self)
{
  g_autoptr (GPtrArray) obstacles =
      eup_rules_seal_obstacles (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  gboolean ready = obstacles->len == 0;
  g_autofree char *words = ready ? g_strdup ("") : describe_obstacles (self, obstacles);
  g_autofree char *not_heard = ready ? eup_read_back_say_not_heard (self->kase) : g_strdup ("");

  gtk_label_set_label (self->remaining, words);
  gtk_widget_set_name (self->go, ready ? "" : eup_obstacle_place (obstacles->pdata[0]));
  gtk_widget_set_visible (self->go, !ready);
  gtk_widget_set_visible (GTK_WIDGET (self->ready), ready);
  gtk_label_set_label (self->not_heard, not_heard);
  gtk_widget_set_visible (GTK_WIDGET (self->not_heard), *not_heard != '\0');
  gtk_widget_set_visible (self->ring, !ready);
  gtk_widget_set_visible (self->remains, !self->is_sealing);
  gtk_widget_set_visible (self->progress, self->is_sealing);
  gtk_widget_set_sensitive (self->seal, ready && !self->is_sealing && !eup_case_is_sealed (self->kase));
}

/* What remains is much work to find out, and nobody asks before the decision is reached. */
static void
changed_cb (EupSealBar *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_remaining (self);
}

static void
eup_seal_bar_map (GtkWidget *widget)
{
  show_remaining (EUP_SEAL_BAR (widget));
  GTK_WIDGET_CLASS (eup_seal_bar_parent_class)->map (widget);
}

static void
set_sealing (EupSealBar *self, gboolean sealing)
{
  self->is_sealing = sealing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEALING]);
  if (self->kase != NULL)
    show_remaining (self);
}

static void
sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSealBar) self = data;
  g_autoptr (GError) error = NULL;
  gboolean sealed = eup_case_seal_finish (EUP_CASE (source), result, &error);

  set_sealing (self, FALSE);
  if (sealed)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("The case is sealed"),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      g_signal_emit (self, signals[SIGNAL_SEALED], 0);
      return;
    }
  g_warning ("A case can't be sealed: %s", error->message);
  eup_toast_say (GTK_WIDGET (self), eup_error_words (error));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSealBar) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (answer, "seal") != 0 || self->kase == NULL)
    return;
  set_sealing (self, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Sealing …"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  eup_case_set_profile (self->kase, eup_record_kind_get_profile ());
  eup_case_seal_async (self->kase, NULL, sealed_cb, g_object_ref (self));
}

static void
go_cb (EupSealBar *self)
{
  g_autofree char *place = g_strdup (gtk_widget_get_name (self->go)); /* what is there may close the gap */

  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, place);
}

/* What the signature will miss: after the seal it is too late to write it. */
static void
append_sign_obstacles (EupSealBar *self, GString *body)
{
  g_autoptr (GPtrArray) obstacles =
      eup_rules_sign_obstacles (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autofree char *list = eup_obstacles_list (self->kase, obstacles);

  if (obstacles->len > 0)
    g_string_append_printf (
        body, "\n\n%s\n%s",
        _ ("The record can’t be signed as it is now, and after the seal it is too late to change it:"), list);
}

/* Who goes without having heard their own words: it may be right, and the record says it. */
static void
append_not_heard (EupSealBar *self, GString *body)
{
  g_autofree char *words = eup_read_back_say_not_heard (self->kase);

  if (*words != '\0')
    g_string_append_printf (
        body, "\n\n%s\n%s", words,
        _ ("It can be sealed all the same; the record says who has heard their own words."));
}

/* The only question that the program asks before doing something: this can't be undone. */
static void
seal_cb (EupSealBar *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autofree char *outcome =
      eup_rules_outcome_sentence (assessment, eup_case_get_model (self->kase), eup_ui_language ());
  g_autoptr (GString) body = g_string_new (NULL);
  AdwDialog *dialog;

  /* Translators: %s is the outcome: "Trial with GPS alarm until 7 January 2027" */
  g_string_append_printf (body, _ ("%s."), outcome);
  g_string_append_printf (
      body, "\n\n%s",
      _ ("After this nothing in it can be changed. A correction becomes a record of its own "
         "that points to this one."));
  append_not_heard (self, body);
  append_sign_obstacles (self, body);
  if (eup_text_is_written (eup_case_get_note (self->kase)))
    g_string_append_printf (
        body, "\n\n%s",
        _ ("Your private note is not in the record, but it is kept beside it and somebody may "
           "ask to see it. Delete it first if it should not be kept."));
  dialog = adw_alert_dialog_new (_ ("Seal the Case?"), body->str);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Not yet"), "seal", _ ("_Seal"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "seal", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, answered_cb,
                           g_object_ref (self));
}

static void
eup_seal_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, EUP_SEAL_BAR (object)->is_sealing);
}

static void
eup_seal_bar_dispose (GObject *object)
{
  EupSealBar *self = EUP_SEAL_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_SEAL_BAR);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_seal_bar_parent_class)->dispose (object);
}

static void
eup_seal_bar_class_init (EupSealBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eup_seal_bar_dispose;
  object_class->get_property = eup_seal_bar_get_property;
  widget_class->map = eup_seal_bar_map;
  properties[PROP_SEALING] = g_param_spec_boolean (
      "sealing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_SEALED] =
      g_signal_new ("sealed", EUP_TYPE_SEAL_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_SEAL_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-seal-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSealBar, remains);
  gtk_widget_class_bind_template_child (widget_class, EupSealBar, ring);
  gtk_widget_class_bind_template_child (widget_class, EupSealBar, go);
  gtk_widget_class_bind_template_child (widget_class, EupSealBar, remaining);
  gtk_widget_class_bind_template_child (widget_class, EupSealBar, ready);
  gtk_widget_class_bind_template_child (widget_class, EupSealBar, not_heard);
  gtk_widget_class_bind_template_child (widget_class, EupSealBar, progress);
  gtk_widget_class_bind_template_child (widget_class, EupSealBar, seal);
  gtk_widget_class_bind_template_callback (widget_class, seal_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
eup_seal_bar_init (EupSealBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_seal_bar_new:
 * @kase: (transfer none): the case
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
eup_seal_bar_new (EupCase *kase)
{
  EupSealBar *self = g_object_new (EUP_TYPE_SEAL_BAR, NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_remaining (self);
  return GTK_WIDGET (self);
}

gboolean
eup_seal_bar_get_sealing (EupSealBar *self)
{
  g_return_val_if_fail (EUP_IS_SEAL_BAR (self), FALSE);
  return self->is_sealing;
}
