/* Every change goes to the amendment at once and from there to the disk; the widgets are only filled when it
 * is opened and after a step back. */

#include "ui/record/eup-amend-dialog.h"

#include <glib/gi18n.h>
#include "casework/eup-case-documents.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"
#include "ui/meeting/eup-words.h"
#include "ui/record/eup-amend-parts.h"
#include "ui/record/eup-amend-preview.h"
#include "ui/record/eup-amend-words.h"

struct _EupAmendDialog
{
  AdwDialog parent_instance;

  EupAmending *amending;
  GPtrArray *parts; /* EupAmendPart, in the order of the row */
  gboolean filling; /* the program writes into the widgets, nobody types */

  GtkWidget *undo;
  GtkWidget *preview;
  GtkWidget *seal;
  GtkCheckButton *correction;
  GtkCheckButton *changed_decision;
  GtkCheckButton *considered_wrong;
  AdwComboRow *concerns;
  AdwComboRow *part;
  EupWords *old_words;
  GtkLabel *new_label;
  EupWords *new_words;
  EupWords *reason;
  EupNameRow *asked_by;
  GtkEditable *asked_by_role;
  EupNameRow *decided_by;
  GtkEditable *decided_by_role;
  EupDateRow *decided;
  EupWords *told;
  GtkLabel *missing;
  GtkLabel *problem;
  GtkWidget *progress;
  GtkWidget *discard;
};

enum
{
  SIGNAL_SEALED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupAmendDialog, eup_amend_dialog, ADW_TYPE_DIALOG)

static void
show_state (EupAmendDialog *self)
{
  const EupAmendment *amendment = eup_amending_get_amendment (self->amending);
  EupAmendWords words = eup_amend_words (eup_amendment_get_kind (amendment));
  EupAmendmentLacks lacks = eup_amendment_lacks (amendment);
  g_autofree char *missing = eup_amend_missing (lacks);

  gtk_label_set_label (self->new_label, words.new_words);
  eup_words_set_label (self->new_words, words.new_words);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->asked_by), words.asked_by);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->decided_by), words.decided_by);
  gtk_label_set_label (self->missing, missing);
  gtk_widget_set_sensitive (self->seal, lacks == EUP_AMENDMENT_LACKS_NOTHING);
  gtk_widget_set_sensitive (self->undo, eup_amending_get_can_undo (self->amending));
}

/* From the widgets to the amendment. */

static const EupAmendPart *
chosen_part (EupAmendDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->part);

  return selected > 0 && selected <= self->parts->len ? self->parts->pdata[selected - 1] : NULL;
}

static void
take_words (EupWords *from, char **to)
{
  g_autofree char *text = eup_words_get_text (from);

  g_set_str (to, text);
}

static void
take_kind (EupAmendDialog *self, EupAmendment *amendment)
{
  EupAmendmentKind kind = EUP_AMENDMENT_NONE;

  if (gtk_check_button_get_active (self->correction))
    kind = EUP_AMENDMENT_CORRECTION;
  else if (gtk_check_button_get_active (self->changed_decision))
    kind = EUP_AMENDMENT_CHANGED_DECISION;
  else if (gtk_check_button_get_active (self->considered_wrong))
    kind = EUP_AMENDMENT_CONSIDERED_WRONG;
  g_set_str (&amendment->kind, eup_amendment_kind_to_id (kind));
}

static void
take_place (EupAmendDialog *self, EupAmendment *amendment)
{
  GPtrArray *documents = eup_amending_get_documents (self->amending);
  guint concerns = adw_combo_row_get_selected (self->concerns);
  const EupAmendPart *part = chosen_part (self);

  if (documents->len > 1 && concerns < documents->len)
    g_set_str (&amendment->concerns, ((EupCaseDocument *) documents->pdata[concerns])->document_id);
  g_set_str (&amendment->part, part ? part->part : NULL);
  g_set_str (&amendment->question, part ? part->question : NULL);
  g_set_str (&amendment->person, part ? part->person : NULL);
}

static void
take (EupAmendDialog *self)
{
  EupAmendment *amendment;

  if (self->filling || self->amending == NULL)
    return;
  amendment = eup_amending_edit (self->amending);
  take_kind (self, amendment);
  take_place (self, amendment);
  take_words (self->old_words, &amendment->old_words);
  take_words (self->new_words, &amendment->new_words);
  take_words (self->reason, &amendment->reason);
  take_words (self->told, &amendment->told);
  g_set_str (&amendment->asked_by, gtk_editable_get_text (GTK_EDITABLE (self->asked_by)));
  g_set_str (&amendment->asked_by_role, gtk_editable_get_text (self->asked_by_role));
  g_set_str (&amendment->decided_by, gtk_editable_get_text (GTK_EDITABLE (self->decided_by)));
  g_set_str (&amendment->decided_by_role, gtk_editable_get_text (self->decided_by_role));
  g_set_str (&amendment->decided, eup_date_row_get_date (self->decided));
  eup_amending_put (self->amending, amendment);
}

static void
changed_cb (EupAmendDialog *self)
{
  take (self);
}

static gboolean
is_of_a_part (EupAmendDialog *self, const char *text)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_strcmp0 (((EupAmendPart *) self->parts->pdata[i])->words, text) == 0)
      return TRUE;
  return FALSE;
}

/* What stands there is filled in, unless somebody has written something else. */
static void
part_cb (EupAmendDialog *self)
{
  const EupAmendPart *part = self->parts != NULL && !self->filling ? chosen_part (self) : NULL;
  g_autofree char *before = eup_words_get_text (self->old_words);

  if (part != NULL && part->words != NULL && *part->words != '\0' &&
      (!eup_text_is_written (before) || is_of_a_part (self, before)))
    eup_words_set_text (self->old_words, part->words);
  take (self);
}

/* A name that is known brings its role along, into an empty row. */
static void
bring_role (EupAmendDialog *self, EupNameRow *name, GtkEditable *role)
{
  const char *known;

  if (self->filling || self->amending == NULL)
    return;
  known = eup_names_role_of (eup_case_get_assessment (eup_amending_get_case (self->amending)),
                             gtk_editable_get_text (GTK_EDITABLE (name)));
  if (known != NULL && !eup_entry_is_written (role))
    eup_entry_show (role, known);
  take (self);
}

static void
asked_cb (EupAmendDialog *self)
{
  bring_role (self, self->asked_by, self->asked_by_role);
}

static void
decided_by_cb (EupAmendDialog *self)
{
  bring_role (self, self->decided_by, self->decided_by_role);
}

/* From the amendment to the widgets. */

static void
show_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text ? text : "");
}

static guint
find_part (EupAmendDialog *self, const EupAmendment *amendment)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const EupAmendPart *part = self->parts->pdata[i];

      if (g_strcmp0 (part->part, amendment->part) == 0 &&
          g_strcmp0 (part->question, amendment->question) == 0 &&
          g_strcmp0 (part->person, amendment->person) == 0)
        return i + 1;
    }
  return 0;
}

static guint
find_document (EupAmendDialog *self, const char *id)
{
  GPtrArray *documents = eup_amending_get_documents (self->amending);

  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (((EupCaseDocument *) documents->pdata[i])->document_id, id) == 0)
      return i;
  return 0;
}

static void
fill (EupAmendDialog *self)
{
  const EupAmendment *amendment = eup_amending_get_amendment (self->amending);
  EupAmendmentKind kind = eup_amendment_get_kind (amendment);

  self->filling = TRUE;
  gtk_check_button_set_active (self->correction, kind == EUP_AMENDMENT_CORRECTION);
  gtk_check_button_set_active (self->changed_decision, kind == EUP_AMENDMENT_CHANGED_DECISION);
  gtk_check_button_set_active (self->considered_wrong, kind == EUP_AMENDMENT_CONSIDERED_WRONG);
  adw_combo_row_set_selected (self->concerns, find_document (self, amendment->concerns));
  adw_combo_row_set_selected (self->part, find_part (self, amendment));
  eup_words_set_text (self->old_words, amendment->old_words);
  eup_words_set_text (self->new_words, amendment->new_words);
  eup_words_set_text (self->reason, amendment->reason);
  eup_words_set_text (self->told, amendment->told);
  show_text (GTK_EDITABLE (self->asked_by), amendment->asked_by);
  show_text (self->asked_by_role, amendment->asked_by_role);
  show_text (GTK_EDITABLE (self->decided_by), amendment->decided_by);
  show_text (self->decided_by_role, amendment->decided_by_role);
  eup_date_row_set_date (self->decided, amendment->decided);
  self->filling = FALSE;
  show_state (self);
}

static void
undo_cb (EupAmendDialog *self)
{
  eup_amending_undo (self->amending);
  fill (self);
}

static void
close_cb (EupAmendDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Sealing and throwing away. */

static void
set_busy (EupAmendDialog *self, gboolean busy)
{
  gtk_widget_set_visible (self->progress, busy);
  gtk_widget_set_sensitive (self->discard, !busy);
  gtk_widget_set_sensitive (self->seal, !busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
}

static void
fail (EupAmendDialog *self, const GError *error)
{
  g_message ("An amendment can't be finished: %s", error->message);
  gtk_label_set_label (self->problem, eup_error_words (error));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  show_state (self);
}

static void
sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupAmendDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = eup_amending_seal_finish (EUP_AMENDING (source), result, &error);

  set_busy (self, FALSE);
  if (id == NULL)
    {
      fail (self, error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SEALED], 0, id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
seal_answer_cb (EupAmendDialog *self, const char *response)
{
  if (g_strcmp0 (response, "seal") != 0)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  set_busy (self, TRUE);
  eup_amending_seal_async (self->amending, NULL, sealed_cb, g_object_ref (self));
}

static void
seal_cb (EupAmendDialog *self)
{
  eup_amend_ask (ADW_DIALOG (self), _ ("Seal the Amendment?"),
                 _ ("It can’t be changed afterwards. The record itself stays as it is."), "seal", _ ("_Seal"),
                 ADW_RESPONSE_SUGGESTED, G_CALLBACK (seal_answer_cb));
}

static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupAmendDialog) self = data;
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (eup_amending_discard_finish (EUP_AMENDING (source), result, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    fail (self, error);
}

static void
discard_answer_cb (EupAmendDialog *self, const char *response)
{
  if (g_strcmp0 (response, "discard") != 0)
    return;
  set_busy (self, TRUE);
  eup_amending_discard_async (self->amending, NULL, discarded_cb, g_object_ref (self));
}

static void
discard_cb (EupAmendDialog *self)
{
  eup_amend_ask (ADW_DIALOG (self), _ ("Throw the Draft Away?"),
                 _ ("What you have written here is gone then. The record stays."), "discard",
                 _ ("_Throw away"), ADW_RESPONSE_DESTRUCTIVE, G_CALLBACK (discard_answer_cb));
}

/* Who shows the case may say now that a draft is there. */
static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!eup_amending_flush_finish (EUP_AMENDING (source), result, &error))
    g_warning ("A draft is not on disk yet: %s", error->message);
  g_signal_emit_by_name (eup_amending_get_case (EUP_AMENDING (source)), "amended");
}

static void
eup_amend_dialog_closed (AdwDialog *dialog)
{
  EupAmendDialog *self = EUP_AMEND_DIALOG (dialog);

  if (self->amending != NULL)
    eup_amending_flush_async (self->amending, NULL, flushed_cb, NULL);
}

static void
eup_amend_dialog_dispose (GObject *object)
{
  EupAmendDialog *self = EUP_AMEND_DIALOG (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_AMEND_DIALOG);
  g_clear_object (&self->amending);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_amend_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, undo);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, seal);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, correction);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, changed_decision);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, considered_wrong);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, concerns);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, part);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, old_words);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, new_label);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, new_words);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, asked_by);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, asked_by_role);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, decided_by);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, decided_by_role);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, decided);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, told);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, EupAmendDialog, discard);
}

static void
eup_amend_dialog_class_init (EupAmendDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_DATE_ROW);
  g_type_ensure (EUP_TYPE_NAME_ROW);
  g_type_ensure (EUP_TYPE_WORDS);
  G_OBJECT_CLASS (klass)->dispose = eup_amend_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = eup_amend_dialog_closed;
  signals[SIGNAL_SEALED] = g_signal_new ("sealed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-amend-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, decided_by_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, seal_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
eup_amend_dialog_init (EupAmendDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->old_words, "written", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->new_words, "written", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "written", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->told, "written", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  eup_words_set_label (self->old_words, _ ("As it stands there"));
  eup_words_set_label (self->reason, _ ("Why"));
  eup_words_set_label (self->told, _ ("Who was told, and what they said"));
}

static void
set_choices (EupAmendDialog *self)
{
  EupCase *kase = eup_amending_get_case (self->amending);
  GPtrArray *documents = eup_amending_get_documents (self->amending);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_auto (GStrv) people = eup_names_of_people (eup_case_get_assessment (kase));
  g_auto (GStrv) deciders = eup_names_of_deciders_first (eup_case_get_assessment (kase));
  g_autoptr (GtkExpression) search = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->parts = eup_amend_parts_new (kase);
  for (guint i = 0; i < documents->len; i++)
    gtk_string_list_append (names, ((EupCaseDocument *) documents->pdata[i])->document_id);
  gtk_string_list_append (labels, _ ("Not chosen yet"));
  for (guint i = 0; i < self->parts->len; i++)
    gtk_string_list_append (labels, ((EupAmendPart *) self->parts->pdata[i])->label);
  adw_combo_row_set_expression (self->part, search);
  adw_combo_row_set_search_match_mode (self->part, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (self->concerns, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->part, G_LIST_MODEL (labels));
  gtk_widget_set_visible (GTK_WIDGET (self->concerns), documents->len > 1);
  eup_name_row_set_names (self->asked_by, (const char *const *) people);
  eup_name_row_set_names (self->decided_by, (const char *const *) deciders);
}

/**
 * eup_amend_dialog_new:
 * @amending: (transfer none): what is written
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_amend_dialog_new (EupAmending *amending)
{
  EupAmendDialog *self = g_object_new (EUP_TYPE_AMEND_DIALOG, NULL);

  self->amending = g_object_ref (amending);
  set_choices (self);
  fill (self);
  eup_amend_preview_connect (self->preview, amending);
  g_signal_connect_object (amending, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
