/* A certificate from a file or on a card. The password or PIN is used once and forgotten; only where the
 * certificate lies and which way was chosen are remembered. */

#include "ui/record/eup-sign-dialog.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "casework/eup-case-acknowledge.h"
#include "record/eup-signer.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-settings.h"
#include "ui/meeting/eup-obstacle-words.h"
#include "ui/record/eup-sign-card.h"
#include "ui/record/eup-sign-opening.h"
#include "ui/record/eup-sign-wish-group.h"
#include "util/eup-file.h"

struct _EupSignDialog
{
  AdwDialog parent_instance;

  EupCase *kase;
  gboolean busy;
  gboolean held_back; /* the record is not yet one that may be signed */
  char *name;         /* (nullable): whose acknowledgement is sealed */
  EupAcknowledgement *acknowledgement;
  GtkLabel *explains;
  GtkWidget *obstacle_box;
  GtkLabel *obstacles;
  AdwToggleGroup *way;
  GtkStack *ways;
  GtkEditable *file;
  GtkEditable *password;
  EupSignCard *card;
  EupSignWishGroup *wish;
  GtkWidget *sign;
  GtkWidget *progress;
  GtkLabel *problem;
};

enum
{
  SIGNAL_SIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSignDialog, eup_sign_dialog, ADW_TYPE_DIALOG)

/**
 * eup_sign_words_for_error:
 * @error: why a signature could not be made
 *
 * Returns: (transfer none): what to say about it, and what to do
 */
const char *
eup_sign_words_for_error (const GError *error)
{
  if (g_error_matches (error, EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_WRONG_PASSWORD))
    return _ ("That is not the password of this certificate. Try again.");
  if (g_error_matches (error, EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_EXPIRED))
    return _ (
        "This certificate does not hold today: it has run out, or is not yet in force. Choose another one.");
  if (g_error_matches (error, EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_UNUSABLE))
    return _ ("Nothing can be signed with this file. Choose a certificate with its key, made for signing.");
  if (g_error_matches (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNREADABLE))
    return _ ("The certificate file is not there, or may not be read. Choose it again.");
  return eup_error_words (error);
}

static gboolean
with_card (EupSignDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->way), "card") == 0;
}

static gboolean
is_ready (EupSignDialog *self)
{
  if (self->busy || self->held_back ||
      (self->acknowledgement == NULL && eup_sign_wish_group_is_full (self->wish)))
    return FALSE;
  return with_card (self) ? eup_sign_card_is_ready (self->card) : *gtk_editable_get_text (self->file) != '\0';
}

static void
update (EupSignDialog *self)
{
  if (self->kase == NULL)
    return;
  gtk_widget_set_sensitive (self->sign, is_ready (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->way), !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->wish), !self->busy);
  gtk_editable_set_editable (self->file, !self->busy);
  gtk_editable_set_editable (self->password, !self->busy);
  eup_sign_card_set_busy (self->card, self->busy);
  gtk_widget_set_visible (self->progress, self->busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->busy);
}

static void
say (EupSignDialog *self, const char *words)
{
  gtk_label_set_label (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
  if (words != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
focus_secret (EupSignDialog *self)
{
  if (with_card (self))
    eup_sign_card_focus (self->card);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
say_problem (EupSignDialog *self, const GError *error)
{
  g_message ("Signing: %s", error->message);
  if (self->kase == NULL)
    return;
  say (self, eup_sign_words_for_error (error));
  self->busy = FALSE;
  update (self);
  focus_secret (self);
}

static void
signed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSignDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_case_sign_finish (EUP_CASE (source), result, &error);

  if (pdf == NULL)
    {
      say_problem (self, error);
      return;
    }
  self->busy = FALSE;
  update (self);
  g_signal_emit (self, signals[SIGNAL_SIGNED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSignDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupSigner) signer = eup_sign_open_finish (result, &error);
  EupSignWish wish;

  if (signer == NULL || self->kase == NULL)
    {
      if (signer == NULL)
        say_problem (self, error);
      return;
    }
  if (!with_card (self))
    eup_settings_set ("certificate", gtk_editable_get_text (self->file));
  eup_settings_set ("sign-with", adw_toggle_group_get_active_name (self->way));
  if (self->acknowledgement != NULL)
    {
      eup_case_acknowledge_afterwards_async (self->kase, self->name, self->acknowledgement, signer, NULL,
                                             signed_cb, g_object_ref (self));
      return;
    }
  wish = eup_sign_wish_group_get (self->wish);
  eup_case_sign_async (self->kase, signer, &wish, NULL, signed_cb, g_object_ref (self));
}

static void
sign_cb (EupSignDialog *self)
{
  g_autoptr (GDateTime) now = eup_clock_now (eup_case_get_clock (self->kase));

  if (!is_ready (self))
    return;
  say (self, NULL);
  self->busy = TRUE;
  if (with_card (self))
    eup_sign_card_open_async (self->card, opened_cb, g_object_ref (self));
  else
    eup_sign_open_file_async (gtk_editable_get_text (self->file), eup_secret_take (self->password), now,
                              opened_cb, g_object_ref (self));
  update (self);
}

static void
cancel_cb (EupSignDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSignDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  gtk_editable_set_text (self->file, g_file_peek_path (file));
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
browse_cb (EupSignDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Certificates"));
  gtk_file_filter_add_suffix (filter, "p12");
  gtk_file_filter_add_suffix (filter, "pfx");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Choose the Certificate File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                        g_object_ref (self));
}

static void
way_cb (EupSignDialog *self)
{
  gtk_stack_set_visible_child_name (self->ways, adw_toggle_group_get_active_name (self->way));
  if (with_card (self))
    eup_sign_card_look (self->card, eup_case_get_clock (self->kase));
  say (self, NULL);
  update (self);
}

static void
places_cb (EupSignDialog *self)
{
  if (self->kase == NULL)
    return;
  if (eup_sign_wish_group_is_full (self->wish))
    say (self, _ ("Somebody has signed in every place of this record. There is none left."));
  update (self);
}

static void
eup_sign_dialog_dispose (GObject *object)
{
  EupSignDialog *self = EUP_SIGN_DIALOG (object);

  g_clear_object (&self->kase); /* what still speaks after this is not heard */
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_SIGN_DIALOG);
  g_clear_pointer (&self->name, g_free);
  eup_shape_free (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT), g_steal_pointer (&self->acknowledgement));
  G_OBJECT_CLASS (eup_sign_dialog_parent_class)->dispose (object);
}

static void
eup_sign_dialog_class_init (EupSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_SIGN_CARD);
  g_type_ensure (EUP_TYPE_SIGN_WISH_GROUP);
  G_OBJECT_CLASS (klass)->dispose = eup_sign_dialog_dispose;
  signals[SIGNAL_SIGNED] =
      g_signal_new ("signed", EUP_TYPE_SIGN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, explains);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, obstacle_box);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, obstacles);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, way);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, ways);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, card);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, wish);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, file);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, password);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, EupSignDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, browse_cb);
}

static void
eup_sign_dialog_init (EupSignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->file, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->card, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->wish, "changed", G_CALLBACK (places_cb), self);
}

/* What the gates of signing still wait for: said at once, not only when somebody has typed a password. */
static void
show_obstacles (EupSignDialog *self)
{
  g_autoptr (GPtrArray) obstacles =
      eup_rules_sign_obstacles (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autofree char *list = eup_obstacles_list (self->kase, obstacles);

  /* What holds the record back does not hold back what corrects it. */
  self->held_back = obstacles->len > 0 && eup_case_get_document (self->kase) == NULL;
  gtk_label_set_label (self->obstacles, list);
  gtk_widget_set_visible (self->obstacle_box, self->held_back);
}

static EupSignDialog *
new_dialog (EupCase *kase)
{
  EupSignDialog *self = g_object_new (EUP_TYPE_SIGN_DIALOG, NULL);
  g_autofree char *certificate = eup_settings_get ("certificate");

  self->kase = g_object_ref (kase);
  gtk_editable_set_text (self->file, certificate);
  return self;
}

/* After everything else is set: looking for cards begins here. */
static void
choose_way (EupSignDialog *self)
{
  g_autofree char *way = eup_settings_get ("sign-with");

  adw_toggle_group_set_active_name (self->way, g_str_equal (way, "card") ? "card" : "file");
  g_signal_connect_swapped (self->way, "notify::active-name", G_CALLBACK (way_cb), self);
  way_cb (self);
}

/**
 * eup_sign_dialog_new:
 * @kase: (transfer none): a sealed case
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_sign_dialog_new (EupCase *kase)
{
  EupSignDialog *self = new_dialog (kase);

  show_obstacles (self);
  eup_sign_wish_group_set_case (self->wish, kase);
  choose_way (self);
  return ADW_DIALOG (self);
}

/**
 * eup_sign_dialog_new_for_acknowledgement:
 * @kase: (transfer none): a sealed case
 * @name: whose acknowledgement
 * @acknowledgement: (transfer full): what that person did
 *
 * The same with the unit's certificate, which seals what somebody who came later answered. “signed” then
 * means that it is in the record.
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_sign_dialog_new_for_acknowledgement (EupCase *kase, const char *name, EupAcknowledgement *acknowledgement)
{
  EupSignDialog *self = new_dialog (kase);
  /* Translators: %s is the name of somebody who acknowledges */
  g_autofree char *words = g_strdup_printf (_ ("%s has answered. The unit’s certificate seals the answer "
                                               "into the record; it is nobody’s signature."),
                                            name);

  self->name = g_strdup (name);
  self->acknowledgement = acknowledgement;
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Seal the Acknowledgement"));
  gtk_label_set_label (self->explains, words);
  gtk_button_set_label (GTK_BUTTON (self->sign), _ ("_Seal"));
  gtk_widget_set_visible (GTK_WIDGET (self->wish), FALSE);
  choose_way (self);
  return ADW_DIALOG (self);
}
