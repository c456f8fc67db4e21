/* The consents that the rule pack requires stand open; what may be asked too waits in an expander, so
 * that it does not look like something that is missing. */

#include "ui/meeting/eup-consents-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-consent-dialog.h"
#include "ui/meeting/eup-consent-row.h"
#include "ui/meeting/eup-withdraw-dialog.h"

struct _EupConsentsGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  GPtrArray *rows;
  AdwExpanderRow *others; /* (nullable): among the rows */
  char *shown;            /* what the rows say */
};

G_DEFINE_FINAL_TYPE (EupConsentsGroup, eup_consents_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add (EupConsentsGroup *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_others (EupConsentsGroup *self, GPtrArray *consents, gboolean expanded)
{
  self->others = NULL;
  for (guint i = 0; i < consents->len; i++)
    {
      const EupConsentAsked *asked = consents->pdata[i];

      if (asked->required)
        continue;
      if (self->others == NULL)
        {
          self->others = ADW_EXPANDER_ROW (adw_expander_row_new ());
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->others), _ ("May be asked too"));
          add (self, GTK_WIDGET (self->others));
        }
      adw_expander_row_add_row (self->others, eup_consent_row_new (self->kase, asked));
    }
  if (self->others != NULL)
    adw_expander_row_set_expanded (self->others, expanded);
}

static void
rebuild (EupConsentsGroup *self, GPtrArray *consents)
{
  gboolean expanded = self->others != NULL && adw_expander_row_get_expanded (self->others);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < consents->len; i++)
    if (((EupConsentAsked *) consents->pdata[i])->required)
      add (self, eup_consent_row_new (self->kase, consents->pdata[i]));
  add_others (self, consents, expanded);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
append_asked (EupConsentsGroup *self, GString *shown, const EupConsentAsked *asked)
{
  g_autofree char *title = eup_consent_title (asked, eup_ui_language ());
  g_autofree char *words = eup_consent_describe (self->kase, asked);

  g_string_append_printf (shown, "%s %s %d %d %d\n", title, words, asked->state, asked->required,
                          eup_case_is_sealed (self->kase));
}

static void
refresh (EupConsentsGroup *self)
{
  g_autoptr (GPtrArray) consents =
      eup_rules_consents (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autoptr (GString) shown = g_string_new ("-");

  for (guint i = 0; i < consents->len; i++)
    append_asked (self, shown, consents->pdata[i]);
  if (g_set_str (&self->shown, shown->str))
    rebuild (self, consents);
  gtk_widget_set_visible (GTK_WIDGET (self), consents->len > 0);
}

/* Finds the consent that a button speaks of and opens @dialog_new on it. */
static void
open_dialog (EupConsentsGroup *self,
             GVariant *which,
             AdwDialog *(*dialog_new) (EupCase *kase, const EupConsentAsked *asked))
{
  const char *consent, *person, *about;
  g_autoptr (GPtrArray) consents =
      eup_rules_consents (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));

  g_variant_get (which, "(&s&s&s)", &consent, &person, &about);
  for (guint i = 0; i < consents->len; i++)
    {
      const EupConsentAsked *asked = consents->pdata[i];

      if (g_strcmp0 (asked->kind->id, consent) == 0 && g_strcmp0 (asked->person->id, person) == 0 &&
          g_strcmp0 (asked->about != NULL ? asked->about->id : "", about) == 0)
        {
          adw_dialog_present (dialog_new (self->kase, asked), GTK_WIDGET (self));
          return;
        }
    }
}

static void
ask_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_dialog (EUP_CONSENTS_GROUP (widget), parameter, eup_consent_dialog_new);
}

static void
withdraw_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_dialog (EUP_CONSENTS_GROUP (widget), parameter, eup_withdraw_dialog_new);
}

static void
eup_consents_group_dispose (GObject *object)
{
  EupConsentsGroup *self = EUP_CONSENTS_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_consents_group_parent_class)->dispose (object);
}

static void
eup_consents_group_class_init (EupConsentsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_consents_group_dispose;
  gtk_widget_class_install_action (widget_class, "consent.ask", "(sss)", ask_cb);
  gtk_widget_class_install_action (widget_class, "consent.withdraw", "(sss)", withdraw_cb);
}

static void
eup_consents_group_init (EupConsentsGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Consents"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("To think it is a good idea is not to consent. Ask for each consent by itself."));
}

/**
 * eup_consents_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose consents; set once
 */
void
eup_consents_group_set_case (EupConsentsGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_CONSENTS_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
