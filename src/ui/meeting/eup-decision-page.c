/* The page holds the sections together: it says the resident's own sentence before the outcomes, leads
 * to where something is missing, and seals. What may be sealed is said by the rules alone. */

#include "ui/meeting/eup-decision-page.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/acknowledge/eup-acknowledgements-group.h"
#include "ui/common/eup-disc.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-scroll.h"
#include "ui/meeting/eup-conditions-group.h"
#include "ui/meeting/eup-consents-group.h"
#include "ui/meeting/eup-decider-group.h"
#include "ui/meeting/eup-dissent-group.h"
#include "ui/meeting/eup-follow-up-group.h"
#include "ui/meeting/eup-gates-group.h"
#include "ui/meeting/eup-objections-group.h"
#include "ui/meeting/eup-outcome-group.h"
#include "ui/meeting/eup-parked-group.h"
#include "ui/meeting/eup-own-answer.h"
#include "ui/meeting/eup-reasons-box.h"
#include "ui/meeting/eup-removal-group.h"
#include "ui/meeting/eup-retention-note.h"
#include "ui/meeting/eup-road-group.h"
#include "ui/meeting/eup-seal-bar.h"
#include "ui/meeting/eup-urgent-note.h"
#include "ui/meeting/eup-weigh-page.h"

struct _EupDecisionPage
{
  AdwBin parent_instance;

  EupCase *kase;
  GtkLabel *purpose;
  EupUrgentNote *urgent;
  EupGatesGroup *gates;
  EupParkedGroup *parked;
  EupConsentsGroup *consents;
  EupDissentGroup *dissent;
  EupObjectionsGroup *objections;
  AdwBin *own_disc;
  GtkLabel *own_stance;
  GtkLabel *own_sentence;
  GtkButton *ask;
  EupOutcomeGroup *outcome;
  EupRemovalGroup *removal;
  EupReasonsBox *reasons;
  EupConditionsGroup *conditions;
  EupFollowUpGroup *follow_up;
  EupRoadGroup *road;
  EupDeciderGroup *decider;
  EupRetentionNote *retention;
  EupAcknowledgementsGroup *acknowledgements;
  GtkScrolledWindow *scroller;
  GtkWidget *columns;
  AdwBin *foot;
  GtkWidget *bar; /* owned, since it may stand elsewhere */
};

enum
{
  SIGNAL_GO_TO,
  SIGNAL_SEALED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupDecisionPage, eup_decision_page, ADW_TYPE_BIN)

/* "Anna: yes, if …" and her sentence; where there is none, a way to ask. */
static void
show_own_words (EupDecisionPage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  gboolean asked = eup_own_answer_find (self->kase) != NULL;
  const char *alias =
      eup_text_is_written (assessment->card->alias) ? assessment->card->alias : _ ("The resident");
  g_autofree char *title = eup_own_answer_title (self->kase, eup_ui_language ());
  g_autofree char *sentence = asked ? eup_own_answer_sentence (self->kase, eup_ui_language ())
                                    : g_strdup_printf (_ ("We don’t know yet what %s wants."), alias);

  gtk_label_set_label (self->own_stance, title);
  gtk_label_set_label (self->own_sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->own_sentence), sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ask), !asked);
}

static void
refresh (EupDecisionPage *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  g_autofree char *purpose =
      g_strdup_printf (_ ("Purpose: %s"), eup_text_is_written (card->purpose) ? card->purpose : "–");

  gtk_label_set_label (self->purpose, purpose);
  show_own_words (self);
}

/* What stands on this page is shown here; questions, the preparation and what is weighed are somebody
 * else's. */
static void
go_to (EupDecisionPage *self, const char *target)
{
  if (!g_str_has_prefix (target, "decision-") || eup_weigh_page_has (target))
    g_signal_emit (self, signals[SIGNAL_GO_TO], 0, target);
  else
    eup_decision_page_go_to (self, target);
}

static void
go_to_cb (EupDecisionPage *self, const char *target)
{
  go_to (self, target);
}

static void
ask_cb (EupDecisionPage *self)
{
  const EupGateNeed *need = eup_own_answer_find_need (self->kase);

  if (need != NULL)
    go_to (self, need->go_to);
}

/* The bar may stand under another page: whoever has it there comes to this one first. */
static void
bar_go_to_cb (EupDecisionPage *self, const char *target)
{
  if (gtk_widget_is_ancestor (self->bar, GTK_WIDGET (self)))
    go_to (self, target);
  else
    g_signal_emit (self, signals[SIGNAL_GO_TO], 0, target);
}

static void
sealing_cb (EupDecisionPage *self)
{
  gtk_widget_set_sensitive (self->columns, !eup_seal_bar_get_sealing (EUP_SEAL_BAR (self->bar)));
}

static void
sealed_cb (EupDecisionPage *self)
{
  g_signal_emit (self, signals[SIGNAL_SEALED], 0);
}

static void
eup_decision_page_dispose (GObject *object)
{
  EupDecisionPage *self = EUP_DECISION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_DECISION_PAGE);
  g_clear_object (&self->bar);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_decision_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, urgent);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, gates);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, parked);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, consents);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, dissent);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, objections);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, own_disc);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, own_stance);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, own_sentence);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, ask);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, removal);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, follow_up);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, road);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, decider);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, retention);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, acknowledgements);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, columns);
  gtk_widget_class_bind_template_child (widget_class, EupDecisionPage, foot);
}

static void
ensure_types (void)
{
  g_type_ensure (EUP_TYPE_URGENT_NOTE);
  g_type_ensure (EUP_TYPE_GATES_GROUP);
  g_type_ensure (EUP_TYPE_PARKED_GROUP);
  g_type_ensure (EUP_TYPE_CONSENTS_GROUP);
  g_type_ensure (EUP_TYPE_DISSENT_GROUP);
  g_type_ensure (EUP_TYPE_OBJECTIONS_GROUP);
  g_type_ensure (EUP_TYPE_OUTCOME_GROUP);
  g_type_ensure (EUP_TYPE_REMOVAL_GROUP);
  g_type_ensure (EUP_TYPE_REASONS_BOX);
  g_type_ensure (EUP_TYPE_CONDITIONS_GROUP);
  g_type_ensure (EUP_TYPE_FOLLOW_UP_GROUP);
  g_type_ensure (EUP_TYPE_ROAD_GROUP);
  g_type_ensure (EUP_TYPE_DECIDER_GROUP);
  g_type_ensure (EUP_TYPE_RETENTION_NOTE);
  g_type_ensure (EUP_TYPE_ACKNOWLEDGEMENTS_GROUP);
}

static void
eup_decision_page_class_init (EupDecisionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ensure_types ();
  G_OBJECT_CLASS (klass)->dispose = eup_decision_page_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_DECISION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SEALED] =
      g_signal_new ("sealed", EUP_TYPE_DECISION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-decision-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
}

static void
eup_decision_page_init (EupDecisionPage *self)
{
  GtkWidget *disc;

  gtk_widget_init_template (GTK_WIDGET (self));
  disc = eup_disc_new (EUP_VOICE_RESIDENT);
  gtk_widget_remove_css_class (disc, "small");
  adw_bin_set_child (self->own_disc, disc);
}

/* The button beside the resident's words says what is to be done, as the method says it. */
static void
label_ask (EupDecisionPage *self)
{
  const EupGateNeed *forbidding = eup_own_answer_find_need (self->kase);
  const EupGateNeed *asking =
      forbidding != NULL ? eup_own_answer_find_asking (self->kase, forbidding->go_to) : NULL;
  g_autofree char *label = NULL;

  if (asking == NULL)
    return;
  label = eup_rules_say (asking->action, eup_ui_language (), eup_case_get_assessment (self->kase),
                         eup_case_get_model (self->kase));
  gtk_button_set_label (self->ask, label);
}

static void
fill_sections (EupDecisionPage *self)
{
  EupCase *kase = self->kase;

  eup_urgent_note_set_case (self->urgent, kase);
  eup_gates_group_set_case (self->gates, kase);
  eup_parked_group_set_case (self->parked, kase);
  eup_consents_group_set_case (self->consents, kase);
  eup_dissent_group_set_case (self->dissent, kase);
  eup_objections_group_set_case (self->objections, kase);
  eup_outcome_group_set_case (self->outcome, kase);
  eup_removal_group_set_case (self->removal, kase);
  eup_reasons_box_set_case (self->reasons, kase);
  eup_conditions_group_set_case (self->conditions, kase);
  eup_follow_up_group_set_case (self->follow_up, kase);
  eup_road_group_set_case (self->road, kase);
  eup_decider_group_set_case (self->decider, kase);
  eup_retention_note_set_case (self->retention, kase);
  eup_acknowledgements_group_set_case (self->acknowledgements, kase);
}

/**
 * eup_decision_page_new:
 * @kase: (transfer none): the case
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
eup_decision_page_new (EupCase *kase)
{
  EupDecisionPage *self = g_object_new (EUP_TYPE_DECISION_PAGE, NULL);

  self->kase = g_object_ref (kase);
  fill_sections (self);
  self->bar = g_object_ref_sink (eup_seal_bar_new (kase));
  g_signal_connect_object (self->bar, "notify::sealing", G_CALLBACK (sealing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "sealed", G_CALLBACK (sealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "go-to", G_CALLBACK (bar_go_to_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->foot, self->bar);
  label_ask (self);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
  return GTK_WIDGET (self);
}

/* The section that a place stands for; the outcome for what is not a place of this page. */
static GtkWidget *
section_of (EupDecisionPage *self, const char *place)
{
  const struct
  {
    const char *place;
    GtkWidget *section;
  } sections[] = {
    { "decision-reasons", GTK_WIDGET (self->reasons) },
    { "decision-follow-up", GTK_WIDGET (self->follow_up) },
    { "decision-consents", GTK_WIDGET (self->consents) },
    { "decision-conditions", GTK_WIDGET (self->conditions) },
    { "decision-dissent", GTK_WIDGET (self->dissent) },
    { "decision-decider", GTK_WIDGET (self->decider) },
    { "decision-removal", GTK_WIDGET (self->removal) },
    { "decision-acknowledgements", GTK_WIDGET (self->acknowledgements) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (sections[i].place, place) == 0 && gtk_widget_get_visible (sections[i].section))
      return sections[i].section;
  return GTK_WIDGET (self->outcome);
}

/**
 * eup_decision_page_go_to:
 * @self: the page
 * @place: one of the decision's places, as gates name them
 *
 * Moves the focus to that section and scrolls there.
 */
void
eup_decision_page_go_to (EupDecisionPage *self, const char *place)
{
  g_return_if_fail (EUP_IS_DECISION_PAGE (self));
  eup_scroll_to (self->scroller, section_of (self, place));
}

/**
 * eup_decision_page_take_bar:
 * @self: the page
 *
 * Takes what remains and the seal out of the page's foot, for a bar that is there already.
 *
 * Returns: (transfer none): the bar, without a parent
 */
GtkWidget *
eup_decision_page_take_bar (EupDecisionPage *self)
{
  g_return_val_if_fail (EUP_IS_DECISION_PAGE (self), NULL);
  adw_bin_set_child (self->foot, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), FALSE);
  return self->bar;
}
