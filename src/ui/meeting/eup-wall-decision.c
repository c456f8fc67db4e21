/* The outcome and its reasons as they come to be, in the wall's languages; before that a calm sentence. The
 * resident's own answer is read only where it has been shown. */

#include "ui/meeting/eup-wall-decision.h"

#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-own-answer.h"
#include "ui/meeting/eup-wall-text.h"
#include "ui/meeting/eup-wall-words.h"

#define N_REASONS 3

static const struct
{
  EupWallText label;
  gsize text; /* in EupDecision */
} reasons[N_REASONS] = {
  { { "Eftersom", "Because", "因为" }, G_STRUCT_OFFSET (EupDecision, because) },
  { { "trots att", "although", "尽管" }, G_STRUCT_OFFSET (EupDecision, although) },
  { { "därför", "therefore", "所以" }, G_STRUCT_OFFSET (EupDecision, therefore) },
};
static const EupWallText waiting = { "Vad kommer vi fram till?", "What do we arrive at?",
                                     "我们得出什么结论？" };
static const EupWallText arrived = { "Det här kommer vi fram till", "This is what we arrive at",
                                     "我们的结论" };
static const EupWallText follow_up = { "Vi ser efter igen den %s", "We look at it again on %s",
                                       "%s再来看一次" };

struct _EupWallDecision
{
  GtkBox parent_instance;

  EupCase *kase;
  GtkWidget *own;
  GtkLabel *stance;
  GtkLabel *sentence;
  GtkLabel *translation;
  GtkLabel *lead;
  GtkLabel *outcome;
  GtkLabel *second_outcome;
  GtkWidget *reasons;
  GtkLabel *labels[N_REASONS];
  GtkLabel *words[N_REASONS];
  GtkLabel *follow_up;
};

G_DEFINE_FINAL_TYPE (EupWallDecision, eup_wall_decision, GTK_TYPE_BOX)

static const char *
language_of (EupWallDecision *self)
{
  return eup_rules_wall_language (eup_case_get_assessment (self->kase));
}

static const char *
second_of (EupWallDecision *self)
{
  return eup_rules_wall_second_language (eup_case_get_assessment (self->kase));
}

static gboolean
is_written (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
set_both (EupWallDecision *self, GtkLabel *label, const char *first, const char *second)
{
  g_autofree char *both =
      second && !g_str_equal (first, second) ? g_strdup_printf ("%s · %s", first, second) : g_strdup (first);

  eup_wall_set_words (label, both, second ? second_of (self) : language_of (self));
}

static void
set_text (EupWallDecision *self, GtkLabel *label, const EupWallText *text)
{
  const char *second = second_of (self);

  set_both (self, label, eup_wall_text_get (text, language_of (self)),
            second ? eup_wall_text_get (text, second) : NULL);
}

static void
update_own (EupWallDecision *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupStatement *statement = eup_own_answer_find (self->kase);
  const EupQuestion *question =
      statement ? eup_method_find_question (eup_case_get_model (self->kase)->method, statement->question)
                : NULL;
  gboolean shown = question != NULL && eup_rules_is_revealed (assessment, question);
  const char *second = second_of (self);
  g_autofree char *title = shown ? eup_own_answer_title (self->kase, language_of (self)) : NULL;
  g_autofree char *other = shown && second ? eup_own_answer_title (self->kase, second) : NULL;
  g_autofree char *sentence = shown ? eup_own_answer_sentence (self->kase, language_of (self)) : NULL;
  const char *translation = shown && is_written (statement->translation) ? statement->translation : "";

  gtk_widget_set_visible (self->own, shown);
  set_both (self, self->stance, title ? title : "", other);
  eup_wall_set_words (self->sentence, sentence ? sentence : "",
                      shown && is_written (statement->language) ? statement->language : language_of (self));
  eup_wall_set_words (self->translation, translation,
                      shown && is_written (statement->translation_language) ? statement->translation_language
                                                                            : language_of (self));
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->translation), *translation != '\0');
}

static void
update_outcome (EupWallDecision *self, gboolean is_chosen)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  const char *second = second_of (self);
  g_autofree char *sentence = eup_rules_outcome_sentence (assessment, model, language_of (self));
  g_autofree char *other = second ? eup_rules_outcome_sentence (assessment, model, second) : NULL;

  set_text (self, self->lead, is_chosen ? &arrived : &waiting);
  eup_wall_set_words (self->outcome, sentence, language_of (self));
  eup_wall_set_words (self->second_outcome, other ? other : "", second);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), is_chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->second_outcome), is_chosen && other != NULL);
}

static void
update_reasons (EupWallDecision *self, gboolean is_chosen)
{
  const EupDecision *decision = eup_case_get_assessment (self->kase)->decision;

  gtk_widget_set_visible (self->reasons, is_chosen);
  for (guint i = 0; i < N_REASONS; i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, decision, reasons[i].text);

      set_text (self, self->labels[i], &reasons[i].label);
      eup_wall_set_words (self->words[i], is_written (text) ? text : "", language_of (self));
      gtk_widget_set_visible (GTK_WIDGET (self->labels[i]), is_written (text));
      gtk_widget_set_visible (GTK_WIDGET (self->words[i]), is_written (text));
    }
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
say_follow_up (const char *iso, const char *language)
{
  g_autofree char *date = eup_rules_date (iso, language);

  return g_strdup_printf (eup_wall_text_get (&follow_up, language), date);
}
#pragma GCC diagnostic pop

static void
update_follow_up (EupWallDecision *self, gboolean is_chosen)
{
  const char *date = eup_case_get_assessment (self->kase)->decision->follow_up_date;
  const char *second = second_of (self);
  g_autofree char *words = is_written (date) ? say_follow_up (date, language_of (self)) : g_strdup ("");
  g_autofree char *other = is_written (date) && second ? say_follow_up (date, second) : NULL;

  set_both (self, self->follow_up, words, other);
  gtk_widget_set_visible (GTK_WIDGET (self->follow_up), is_chosen && is_written (date));
}

static void
update (EupWallDecision *self)
{
  const EupDecision *decision = eup_case_get_assessment (self->kase)->decision;
  gboolean is_chosen =
      eup_method_find_outcome (eup_case_get_model (self->kase)->method, decision->outcome) != NULL;

  update_own (self);
  update_outcome (self, is_chosen);
  update_reasons (self, is_chosen);
  update_follow_up (self, is_chosen);
}

static void
eup_wall_decision_dispose (GObject *object)
{
  g_clear_object (&EUP_WALL_DECISION (object)->kase);
  G_OBJECT_CLASS (eup_wall_decision_parent_class)->dispose (object);
}

static void
eup_wall_decision_class_init (EupWallDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_wall_decision_dispose;
}

static GtkLabel *
new_label (const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "yalign", 0.0,
                                   "accessible-role", role, NULL);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkLabel *label = new_label (css_class, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
build_own (EupWallDecision *self)
{
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *disc =
      g_object_new (GTK_TYPE_IMAGE, "icon-name", eup_voice_get_icon (EUP_VOICE_RESIDENT), "accessible-role",
                    GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);

  self->own = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  eup_voice_mark (self->own, EUP_VOICE_RESIDENT);
  gtk_widget_add_css_class (self->own, "wall-own");
  gtk_widget_add_css_class (disc, "wall-disc");
  gtk_widget_set_hexpand (said, TRUE);
  gtk_widget_set_valign (said, GTK_ALIGN_CENTER);
  self->stance = append_label (said, "wall-own-stance");
  self->sentence = append_label (said, "wall-own-sentence");
  self->translation = append_label (said, "wall-own-translation");
  gtk_box_append (GTK_BOX (self->own), disc);
  gtk_box_append (GTK_BOX (self->own), said);
  gtk_box_append (GTK_BOX (self), self->own);
}

static void
build_reasons (EupWallDecision *self)
{
  self->reasons = gtk_grid_new ();
  gtk_widget_add_css_class (self->reasons, "wall-reasons");
  for (guint i = 0; i < N_REASONS; i++)
    {
      self->labels[i] = new_label ("wall-reason", GTK_ACCESSIBLE_ROLE_LABEL);
      self->words[i] = new_label ("wall-reason-words", GTK_ACCESSIBLE_ROLE_LABEL);
      gtk_widget_set_valign (GTK_WIDGET (self->labels[i]), GTK_ALIGN_START);
      gtk_widget_set_hexpand (GTK_WIDGET (self->words[i]), TRUE);
      gtk_grid_attach (GTK_GRID (self->reasons), GTK_WIDGET (self->labels[i]), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (self->reasons), GTK_WIDGET (self->words[i]), 1, (int) i, 1, 1);
    }
  gtk_box_append (GTK_BOX (self), self->reasons);
}

static void
eup_wall_decision_init (EupWallDecision *self)
{
  GtkWidget *box = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (box, "wall-page");
  gtk_widget_add_css_class (box, "wall-decision");
  build_own (self);
  self->lead = append_label (box, "wall-lead");
  self->outcome = new_label ("wall-outcome", GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->outcome));
  self->second_outcome = append_label (box, "wall-outcome-second");
  build_reasons (self);
  self->follow_up = append_label (box, "wall-follow-up");
}

/**
 * eup_wall_decision_new:
 *
 * Returns: (transfer floating): the page; it follows the case
 */
GtkWidget *
eup_wall_decision_new (EupCase *kase)
{
  EupWallDecision *self = g_object_new (EUP_TYPE_WALL_DECISION, NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
