/* The register of one case. The paper can't know what follows it; this does. */

#include "ui/record/eup-documents-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-language.h"

struct _EupDocumentsGroup
{
  AdwPreferencesGroup parent_instance;

  EupCase *kase;
  EupCaseDocuments *found; /* NULL: not read yet */
  GPtrArray *rows;         /* GtkWidget: ours */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_LISTED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupDocumentsGroup, eup_documents_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
kind_title (const EupCaseDocument *document)
{
  if (document->amendment == NULL)
    return _ ("The record");
  switch (eup_amendment_get_kind (document->amendment))
    {
    case EUP_AMENDMENT_CHANGED_DECISION:
      return _ ("Changed decision");
    case EUP_AMENDMENT_CONSIDERED_WRONG:
      return _ ("Something considered wrong");
    case EUP_AMENDMENT_CORRECTION:
    case EUP_AMENDMENT_NONE:
    default:
      return _ ("Correction");
    }
}

/* Where it stands, what it follows, what follows it, and whether the link between them holds. */
static char *
describe (EupDocumentsGroup *self, const EupCaseDocument *document)
{
  GString *text = g_string_new (NULL);
  g_autofree char *sealed = eup_rules_date (document->sealed, eup_ui_language ());

  /* Translators: the number of a document, its place among those of its case, the day of sealing */
  g_string_append_printf (text, _ ("%1$s, document %2$u of %3$u, sealed %4$s"), document->document_id,
                          document->number, document->of, sealed);
  if (document->number < document->of)
    {
      const EupCaseDocument *next = self->found->documents->pdata[document->number];
      g_autofree char *day = eup_rules_date (next->sealed, eup_ui_language ());

      /* Translators: the number of a document, and a day */
      g_string_append_printf (text, _ ("\nAmended by %1$s on %2$s"), next->document_id, day);
    }
  if (document->previous_id != NULL && document->holds)
    g_string_append_printf (text, _ ("\nFollows %s"), document->previous_id);
  else if (document->previous_id != NULL)
    g_string_append_printf (text, _ ("\nFollows %s, but not as it stands here: the chain is broken"),
                            document->previous_id);
  return g_string_free_and_steal (text);
}

static gboolean
is_chosen (EupDocumentsGroup *self, const EupCaseDocument *document)
{
  const char *chosen = eup_case_get_document (self->kase);

  return chosen ? g_strcmp0 (chosen, document->document_id) == 0 : document->number == 1;
}

static void show (EupDocumentsGroup *self);

static void
activated_cb (EupDocumentsGroup *self, AdwActionRow *row)
{
  const EupCaseDocument *document = g_object_get_data (G_OBJECT (row), "eup-document");

  if (is_chosen (self, document))
    return;
  eup_case_choose_document (self->kase, document->number == 1 ? NULL : document->document_id);
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static GtkWidget *
add_row (EupDocumentsGroup *self, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_document (EupDocumentsGroup *self, EupCaseDocument *document)
{
  g_autofree char *subtitle = describe (self, document);
  gboolean chosen = is_chosen (self, document);
  const char *icon = !document->holds              ? "dialog-warning-symbolic"
                     : document->amendment == NULL ? "eup-seal-symbolic"
                                                   : "document-edit-symbolic";
  GtkWidget *row = add_row (self, icon, kind_title (document), subtitle);

  g_object_set_data (G_OBJECT (row), "eup-document", document);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  if (chosen)
    {
      GtkWidget *shown = gtk_label_new (_ ("shown below"));

      gtk_widget_add_css_class (shown, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
    }
}

static void
clear (EupDocumentsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
show (EupDocumentsGroup *self)
{
  GPtrArray *documents = self->found ? self->found->documents : NULL;
  GtkWidget *row;

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), documents != NULL && documents->len > 0);
  if (documents == NULL || documents->len == 0)
    return;
  for (guint i = 0; documents->len > 1 && i < documents->len; i++)
    add_document (self, documents->pdata[i]);
  row = add_row (self, "document-edit-symbolic",
                 self->found->drafting ? _ ("Go on with the amendment") : _ ("Amend this record"),
                 self->found->drafting ? _ ("A draft is kept here, not sealed yet")
                                       : _ ("Put a slip right, change the decision, or note what somebody "
                                            "considers wrong. The record stays as it is."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.amend");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupDocumentsGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCaseDocuments) found = eup_case_documents_finish (EUP_CASE (source), result, &error);

  if (self->kase == NULL)
    return;
  if (found == NULL)
    {
      g_warning ("The documents of a case can't be listed: %s", error->message);
      return;
    }
  clear (self);
  g_clear_pointer (&self->found, eup_case_documents_free);
  self->found = g_steal_pointer (&found);
  show (self);
  g_signal_emit (self, signals[SIGNAL_LISTED], 0);
}

static void
read_again (EupDocumentsGroup *self)
{
  eup_case_documents_async (self->kase, NULL, found_cb, g_object_ref (self));
}

static void
eup_documents_group_dispose (GObject *object)
{
  EupDocumentsGroup *self = EUP_DOCUMENTS_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->found, eup_case_documents_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_documents_group_parent_class)->dispose (object);
}

static void
eup_documents_group_class_init (EupDocumentsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_documents_group_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LISTED] = g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
eup_documents_group_init (EupDocumentsGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * eup_documents_group_set_case:
 * @kase: (transfer none): whose documents; the group stays hidden while the case is not sealed
 */
void
eup_documents_group_set_case (EupDocumentsGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_DOCUMENTS_GROUP (self) && self->kase == NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "amended", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);
}

/* (transfer none) (nullable): the document that is shown; %NULL until the list has been read */
const EupCaseDocument *
eup_documents_group_get_chosen (EupDocumentsGroup *self)
{
  for (guint i = 0; self->found != NULL && i < self->found->documents->len; i++)
    if (is_chosen (self, self->found->documents->pdata[i]))
      return self->found->documents->pdata[i];
  return NULL;
}
