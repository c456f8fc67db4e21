/* Calm words on a quiet ground: what is urgent is no reason to frighten anybody. */

#include "ui/meeting/eup-urgent-note.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-meeting-day.h"

struct _EupUrgentNote
{
  GtkBox parent_instance;
  EupCase *kase;
  GtkLabel *title;
  GtkLabel *limit;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (EupUrgentNote, eup_urgent_note, GTK_TYPE_BOX)

/* How long an interim decision can hold. */
static char *
describe_limit (EupUrgentNote *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupRulePack *rules = eup_case_get_model (self->kase)->rules;
  int days = rules != NULL ? eup_rule_pack_get_urgent_days (rules) : -1;
  g_autofree char *day = eup_meeting_day_after (assessment, days);
  g_autofree char *date = eup_rules_date (day, eup_ui_language ());

  if (days <= 0)
    return g_strdup ("");
  if (day == NULL)
    return g_strdup_printf (ngettext ("It holds for at most %d day.", "It holds for at most %d days.", days),
                            days);
  return g_strdup_printf (ngettext ("It holds for at most %1$d day, until %2$s.",
                                    "It holds for at most %1$d days, until %2$s.", days),
                          days, date);
}

static void
refresh (EupUrgentNote *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  g_autofree char *limit = describe_limit (self);
  g_autofree char *words = g_strdup_printf (
      "%s%s%s", limit, *limit != '\0' ? "\n" : "",
      _ ("Then it ends by itself: the whole assessment, with every question, must be made before that."));
  g_autofree char *reason = NULL;

  if (eup_text_is_written (card->urgent_reason))
    reason = g_strdup_printf (_ ("Why it is urgent: %s"), card->urgent_reason);
  else
    reason = g_strdup (_ ("It does not say yet why it is urgent."));
  gtk_label_set_label (self->limit, words);
  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self), card->urgent);
}

static void
eup_urgent_note_dispose (GObject *object)
{
  g_clear_object (&EUP_URGENT_NOTE (object)->kase);
  G_OBJECT_CLASS (eup_urgent_note_parent_class)->dispose (object);
}

static void
eup_urgent_note_class_init (EupUrgentNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_urgent_note_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
append_label (EupUrgentNote *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
eup_urgent_note_init (EupUrgentNote *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "urgent-note");
  self->title = append_label (self, _ ("Urgent: an interim decision"));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->limit = append_label (self, NULL);
  self->reason = append_label (self, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title,
                                  NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->limit, self->reason, NULL,
                                  -1);
}

/**
 * eup_urgent_note_set_case:
 * @self: the note
 * @kase: (transfer none): which case; set once
 */
void
eup_urgent_note_set_case (EupUrgentNote *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_URGENT_NOTE (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
