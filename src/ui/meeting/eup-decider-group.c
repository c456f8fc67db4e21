/* Name, role and delegation of the one who decides, who else took part, and the decision as it is
 * written, apart from what the meeting arrived at. The person marked in the preparation is offered
 * first; the name is only written when somebody says so. */

#include "ui/meeting/eup-decider-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-name-row.h"
#include "ui/common/eup-names.h"
#include "ui/meeting/eup-words.h"

struct _EupDeciderGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  EupNameRow *name;
  GtkEditable *role;
  GtkEditable *delegation;
  EupNameRow *presenter;
  GtkEditable *others;
  EupDateRow *decided;
  EupWords *content;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupDeciderGroup, eup_decider_group, ADW_TYPE_PREFERENCES_GROUP)

static void
put (EupDeciderGroup *self, const char *role)
{
  EupDecision *decision = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);

  g_set_str (&decision->decider, gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_set_str (&decision->decider_role, role);
  g_set_str (&decision->delegation, gtk_editable_get_text (self->delegation));
  g_set_str (&decision->presenter, gtk_editable_get_text (GTK_EDITABLE (self->presenter)));
  g_set_str (&decision->others, gtk_editable_get_text (self->others));
  g_set_str (&decision->decided, eup_date_row_get_date (self->decided));
  g_free (decision->content);
  decision->content = eup_words_get_text (self->content);
  eup_case_put (self->kase, EUP_PART_DECISION, decision);
}

/* A name that is known brings its role along, into an empty row. */
static void
named_cb (EupDeciderGroup *self)
{
  const char *role = gtk_editable_get_text (self->role);
  const char *known = eup_names_role_of (eup_case_get_assessment (self->kase),
                                         gtk_editable_get_text (GTK_EDITABLE (self->name)));

  if (!self->filling)
    put (self, *role == '\0' && known != NULL ? known : role);
}

/* A role that somebody clears stays empty. */
static void
written_cb (EupDeciderGroup *self)
{
  if (!self->filling)
    put (self, gtk_editable_get_text (self->role));
}

static void
refresh (EupDeciderGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupDecision *decision = assessment->decision;
  g_auto (GStrv) deciders = eup_names_of_deciders_first (assessment);
  g_auto (GStrv) names = eup_names_of_people (assessment);

  self->filling = TRUE;
  eup_entry_show (GTK_EDITABLE (self->name), decision->decider);
  eup_entry_show (self->role, decision->decider_role);
  eup_entry_show (self->delegation, decision->delegation);
  eup_entry_show (GTK_EDITABLE (self->presenter), decision->presenter);
  eup_entry_show (self->others, decision->others);
  eup_date_row_set_date (self->decided, decision->decided);
  eup_words_set_text (self->content, decision->content);
  eup_name_row_set_names (self->name, (const char *const *) deciders);
  eup_name_row_set_names (self->presenter, (const char *const *) names);
  self->filling = FALSE;
}

static void
eup_decider_group_dispose (GObject *object)
{
  g_clear_object (&EUP_DECIDER_GROUP (object)->kase);
  G_OBJECT_CLASS (eup_decider_group_parent_class)->dispose (object);
}

static void
eup_decider_group_class_init (EupDeciderGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_decider_group_dispose;
}

static GtkWidget *
new_content_row (EupDeciderGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("The decision, as it is written"));
  GtkWidget *words = eup_words_new ();

  self->content = EUP_WORDS (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_size_request (words, -1, 84);
  eup_words_set_label (self->content, _ ("The decision, as it is written"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), words);
  return g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "child", box,
                       NULL);
}

static void
eup_decider_group_init (EupDeciderGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _ ("Who decides"));
  self->name = g_object_new (EUP_TYPE_NAME_ROW, "title", _ ("Name"), NULL);
  self->role = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Role"), NULL);
  self->delegation = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("By which delegation"), NULL);
  self->presenter = g_object_new (EUP_TYPE_NAME_ROW, "title", _ ("Who presented the case"), NULL);
  self->others = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Who else took part without deciding"), NULL);
  self->decided = EUP_DATE_ROW (eup_date_row_new (_ ("Day of the decision")));
  adw_preferences_group_add (group, GTK_WIDGET (self->name));
  adw_preferences_group_add (group, GTK_WIDGET (self->role));
  adw_preferences_group_add (group, GTK_WIDGET (self->delegation));
  adw_preferences_group_add (group, GTK_WIDGET (self->presenter));
  adw_preferences_group_add (group, GTK_WIDGET (self->others));
  adw_preferences_group_add (group, GTK_WIDGET (self->decided));
  adw_preferences_group_add (group, new_content_row (self));
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (named_cb), self);
  g_signal_connect_swapped (self->role, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->delegation, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->presenter, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->others, "changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->decided, "notify::date", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->content, "written", G_CALLBACK (written_cb), self);
}

/**
 * eup_decider_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose decision; set once
 */
void
eup_decider_group_set_case (EupDeciderGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_DECIDER_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
