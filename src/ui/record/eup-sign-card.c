/* What the card says of its PIN is told before somebody types it, and again after a wrong one. */

#include "ui/record/eup-sign-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "ui/record/eup-card-finder.h"
#include "ui/record/eup-card-program.h"
#include "ui/record/eup-sign-opening.h"

struct _EupSignCard
{
  GtkBox parent_instance;

  EupClock *clock;
  EupCardFinder *finder;
  char *module;
  GPtrArray *found; /* EupCardCertificate: those in the rows */
  GPtrArray *rows;
  GPtrArray *checks;
  char *chosen; /* the key of the one that was chosen */
  EupPinTries told;
  gboolean busy;
  GtkWidget *looking;
  GtkLabel *none;
  GtkWidget *module_group;
  AdwActionRow *module_row;
  AdwPreferencesGroup *found_group;
  GtkWidget *pin_group;
  GtkEditable *pin;
  GtkLabel *tries;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSignCard, eup_sign_card, GTK_TYPE_BOX)

/* Tells it from every other certificate. */
static char *
key_of (const EupCardCertificate *one)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, one->certificate);

  return g_strconcat (one->serial, " ", digest, NULL);
}

/* -1 when nothing is chosen. */
static int
chosen_index (EupSignCard *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      return (int) i;
  return -1;
}

static const EupCardCertificate *
chosen (EupSignCard *self)
{
  int index = chosen_index (self);

  return index >= 0 ? self->found->pdata[index] : NULL;
}

static const char *
words_for_pin (const EupPinState *pin)
{
  if (pin->blocked)
    return _ ("This card has blocked its PIN. Whoever issued the card can unblock it.");
  if (pin->tries == EUP_PIN_TRIES_LAST)
    return _ ("One try is left. One more wrong PIN blocks the card, so make sure of it first.");
  if (pin->tries == EUP_PIN_TRIES_FEW)
    return _ ("A wrong PIN was typed before. Few tries are left until the card blocks itself.");
  return pin->on_reader ? _ ("The PIN is typed on the reader’s own keys, after “Sign”.") : NULL;
}

static void
show_pin (EupSignCard *self)
{
  const EupCardCertificate *one = chosen (self);
  const char *words = one != NULL ? words_for_pin (&one->pin) : NULL;
  gboolean typed = one != NULL && one->holds && !one->pin.blocked && !one->pin.on_reader;

  self->told = one != NULL ? one->pin.tries : EUP_PIN_TRIES_ENOUGH;
  gtk_widget_set_visible (self->pin_group, typed);
  gtk_widget_set_visible (GTK_WIDGET (self->tries), words != NULL);
  if (words != NULL && g_strcmp0 (words, gtk_label_get_label (self->tries)) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_label_set_label (self->tries, words != NULL ? words : "");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
choose_cb (EupSignCard *self, GtkCheckButton *check)
{
  const EupCardCertificate *one = chosen (self);

  if (!gtk_check_button_get_active (check) || one == NULL)
    return;
  g_free (self->chosen);
  self->chosen = key_of (one);
  show_pin (self);
}

static char *
describe (const EupCardCertificate *one)
{
  const char *use = !one->holds ? _ ("Does not hold today: it has run out, or is not yet in force")
                    : one->for_documents
                        ? _ ("For signing documents")
                        : _ ("For log-in; whether such a signature counts is for your organisation to say");

  /* Translators: what the certificate is for, who issued it, the name of the card */
  return g_strdup_printf (_ ("%1$s. Issued by %2$s, on the card “%3$s”."), use, one->issuer, one->token);
}

static void
add_row (EupSignCard *self, const EupCardCertificate *one)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *subtitle = describe (one);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), one->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (row, one->holds);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, one->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->found_group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (choose_cb), self);
}

/* The one that was chosen, if it is still there; else the first that can sign. */
static void
choose_again (EupSignCard *self)
{
  int best = -1;

  for (guint i = 0; i < self->found->len; i++)
    {
      const EupCardCertificate *one = self->found->pdata[i];
      g_autofree char *key = key_of (one);

      if (one->holds && (best < 0 || g_strcmp0 (key, self->chosen) == 0))
        best = (int) i;
    }
  if (best >= 0)
    gtk_check_button_set_active (self->checks->pdata[best], TRUE);
}

static void
show_module (EupSignCard *self, const GError *error)
{
  gboolean asked = self->module == NULL || g_error_matches (error, EUP_CARD_ERROR, EUP_CARD_ERROR_MODULE);

  gtk_widget_set_visible (self->module_group, asked);
  adw_action_row_set_subtitle (self->module_row, self->module != NULL ? self->module : _ ("None is chosen"));
}

static void
show_none (EupSignCard *self, const char *words)
{
  gtk_label_set_label (self->none, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->none), words != NULL);
  if (words != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* A check that goes away still speaks; by then nobody listens. */
static void
forget_checks (EupSignCard *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    g_signal_handlers_disconnect_by_data (self->checks->pdata[i], self);
  g_ptr_array_set_size (self->checks, 0);
}

static void
show_found (EupSignCard *self)
{
  const GError *error = eup_card_finder_get_error (self->finder);
  GPtrArray *found = eup_card_finder_get_found (self->finder);

  forget_checks (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->found_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found != NULL ? g_ptr_array_ref (found) : NULL;
  gtk_widget_set_visible (self->looking, FALSE);
  show_module (self, error);
  show_none (self, error != NULL ? eup_error_words (error) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->found_group), found != NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    add_row (self, found->pdata[i]);
  if (found != NULL)
    choose_again (self);
  else
    gtk_editable_set_text (self->pin, ""); /* of a card that is not there any more */
  show_pin (self);
}

static void
start (EupSignCard *self)
{
  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_object (&self->finder);
  g_free (self->module);
  self->module = eup_card_program_get ();
  show_module (self, NULL);
  gtk_widget_set_visible (self->looking, self->module != NULL);
  show_none (self, self->module == NULL ? _ ("The program that came with the cards is not known here. "
                                             "Choose its file, or ask whoever looks after this computer.")
                                        : NULL);
  if (self->module == NULL)
    return;
  self->finder = eup_card_finder_new (self->module, self->clock);
  g_signal_connect_swapped (self->finder, "changed", G_CALLBACK (show_found), self);
}

static void
module_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupSignCard) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || g_file_peek_path (file) == NULL || self->clock == NULL)
    return;
  eup_card_program_set (g_file_peek_path (file));
  start (self);
}

static void
choose_module_cb (EupSignCard *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose the Program of the Cards"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, module_chosen_cb,
                        g_object_ref (self));
}

static void
typed_cb (EupSignCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
eup_sign_card_dispose (GObject *object)
{
  EupSignCard *self = EUP_SIGN_CARD (object);

  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_object (&self->finder);
  forget_checks (self);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_SIGN_CARD);
  G_OBJECT_CLASS (eup_sign_card_parent_class)->dispose (object);
}

static void
eup_sign_card_finalize (GObject *object)
{
  EupSignCard *self = EUP_SIGN_CARD (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->checks);
  g_free (self->module);
  g_free (self->chosen);
  G_OBJECT_CLASS (eup_sign_card_parent_class)->finalize (object);
}

static void
eup_sign_card_class_init (EupSignCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_sign_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_sign_card_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", EUP_TYPE_SIGN_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-sign-card.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSignCard, looking);
  gtk_widget_class_bind_template_child (widget_class, EupSignCard, none);
  gtk_widget_class_bind_template_child (widget_class, EupSignCard, module_group);
  gtk_widget_class_bind_template_child (widget_class, EupSignCard, module_row);
  gtk_widget_class_bind_template_child_full (widget_class, "found", FALSE,
                                             G_STRUCT_OFFSET (EupSignCard, found_group));
  gtk_widget_class_bind_template_child (widget_class, EupSignCard, pin_group);
  gtk_widget_class_bind_template_child (widget_class, EupSignCard, pin);
  gtk_widget_class_bind_template_child (widget_class, EupSignCard, tries);
  gtk_widget_class_bind_template_callback (widget_class, choose_module_cb);
}

static void
eup_sign_card_init (EupSignCard *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->module_row), FALSE);
  g_signal_connect_swapped (self->pin, "changed", G_CALLBACK (typed_cb), self);
}

/**
 * eup_sign_card_look:
 * @clock: (transfer none): says when something is signed
 *
 * Looks for cards from now on, if it does not yet.
 */
void
eup_sign_card_look (EupSignCard *self, EupClock *clock)
{
  g_return_if_fail (EUP_IS_SIGN_CARD (self));
  g_set_object (&self->clock, clock);
  if (self->finder == NULL)
    start (self);
}

gboolean
eup_sign_card_is_ready (EupSignCard *self)
{
  const EupCardCertificate *one;

  g_return_val_if_fail (EUP_IS_SIGN_CARD (self), FALSE);
  one = chosen (self);
  return one != NULL && one->holds && !one->pin.blocked &&
         (one->pin.on_reader || *gtk_editable_get_text (self->pin) != '\0');
}

/**
 * eup_sign_card_set_busy:
 * @busy: whether the card signs: then nobody else speaks with it, and nothing can be chosen
 */
void
eup_sign_card_set_busy (EupSignCard *self, gboolean busy)
{
  g_return_if_fail (EUP_IS_SIGN_CARD (self));
  if (self->busy == busy)
    return;
  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->found_group), !busy);
  gtk_editable_set_editable (self->pin, !busy);
  if (self->finder != NULL)
    eup_card_finder_rest (self->finder, busy);
}

void
eup_sign_card_focus (EupSignCard *self)
{
  g_return_if_fail (EUP_IS_SIGN_CARD (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->pin));
}

/**
 * eup_sign_card_open_async:
 *
 * Takes the PIN out of its field and opens the chosen key with it: eup_sign_open_finish().
 */
void
eup_sign_card_open_async (EupSignCard *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (EUP_IS_SIGN_CARD (self) && eup_sign_card_is_ready (self));
  now = eup_clock_now (self->clock);
  eup_sign_open_card_async (self->module, self->found, (guint) chosen_index (self),
                            eup_secret_take (self->pin), self->told, now, callback, user_data);
}
