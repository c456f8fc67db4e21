/* From the sitting to what is seen of it. The answers are made anew for each topic; otherwise only what
 * changed is filled in, so that the focus stays. */

#include "ui/sitting/eup-sitting-view-private.h"

#include <glib/gi18n.h>

static void
set_words (GtkLabel *label, const char *words, const char *language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (
                                          g_str_has_prefix (language, "zh") ? "zh-cn" : language)));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, words);
}

static void
set_word (GtkLabel *label, EupSittingWord word, const char *language)
{
  set_words (label, eup_sitting_word (word, language), language);
}

/* A button's label is made for it, and wraps. */
static void
set_button (GtkButton *button, EupSittingWord word, const char *language)
{
  GtkWidget *label = gtk_button_get_child (button);

  if (label == NULL || !GTK_IS_LABEL (label))
    {
      label = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
      gtk_button_set_child (button, label);
    }
  set_word (GTK_LABEL (label), word, language);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_dots (EupSittingView *self, const char *language)
{
  guint n = eup_sitting_talk_get_n_topics (self->talk), place = eup_sitting_talk_get_place (self->talk);
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (eup_sitting_word (EUP_SITTING_PLACE, language), place + 1, n);
#pragma GCC diagnostic pop
  clear_box (self->dots);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "sitting-dot");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      if (i <= place)
        gtk_widget_add_css_class (dot, i < place ? "past" : "now");
      gtk_box_append (self->dots, dot);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
chosen_cb (EupSittingView *self, const char *option)
{
  if (!self->filling)
    eup_sitting_talk_choose (self->talk, option);
}

static void
non_answer_cb (GtkToggleButton *button, EupSittingView *self)
{
  if (!self->filling)
    eup_sitting_talk_decline (self->talk, gtk_toggle_button_get_active (button)
                                              ? g_object_get_data (G_OBJECT (button), "non-answer")
                                              : NULL);
}

/* Those that need no reason: they can be said by whoever is asked. */
static void
fill_non_answers (EupSittingView *self, const char *language)
{
  EupModel *model = eup_case_get_model (eup_sitting_talk_get_case (self->talk));
  GPtrArray *all = eup_method_get_non_answers (model->method);

  clear_box (self->non_answers);
  for (guint i = 0; i < all->len; i++)
    {
      const EupNonAnswer *non_answer = all->pdata[i];
      GtkWidget *button, *label;

      if (non_answer->needs_reason)
        continue;
      button = gtk_toggle_button_new ();
      label = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
      set_words (GTK_LABEL (label), eup_text_get (non_answer->label, language), language);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "sitting-button");
      g_object_set_data_full (G_OBJECT (button), "non-answer", g_strdup (non_answer->id), g_free);
      g_signal_connect (button, "toggled", G_CALLBACK (non_answer_cb), self);
      gtk_box_append (self->non_answers, button);
    }
}

static guint
in_a_row (EupSittingView *self)
{
  return self->upright ? 1 : self->large_letters ? 3 : 5;
}

static void
fill_answers (EupSittingView *self, const EupSittingTopic *topic, const char *question, const char *language)
{
  const EupScale *scale = eup_sitting_topic_scale (topic);
  g_autoptr (GPtrArray) options = eup_sitting_talk_get_options (self->talk);

  self->targets = NULL;
  adw_bin_set_child (self->answers, NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->answers), "many");
  if (options->len > 0)
    {
      self->targets = eup_sitting_targets_new (scale, options, language, question, in_a_row (self));
      g_signal_connect_object (self->targets, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->answers, self->targets);
      if (options->len > 3)
        gtk_widget_add_css_class (GTK_WIDGET (self->answers), "many");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->answers), options->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->words), options->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->said), options->len > 0);
}

static void
fill_fixed (EupSittingView *self, const char *language)
{
  set_word (self->stop_label, EUP_SITTING_STOP, language);
  set_word (self->offer_words, EUP_SITTING_OFFER, language);
  set_button (self->offer_stop, EUP_SITTING_STOP, language);
  set_button (self->offer_go_on, EUP_SITTING_GO_ON, language);
  set_button (self->go_on, EUP_SITTING_GO_ON, language);
  set_button (self->close, EUP_SITTING_CLOSE, language);
  set_word (self->kept, EUP_SITTING_KEPT, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eup_sitting_word (EUP_SITTING_BACK, language), -1);
  gtk_widget_set_tooltip_text (self->back, eup_sitting_word (EUP_SITTING_BACK, language));
}

/* The helper's field: in the interface's language. */
static void
fill_helper (EupSittingView *self)
{
  const EupCard *card = eup_case_get_assessment (eup_sitting_talk_get_case (self->talk))->card;
  const char *name = card->alias ? card->alias : "";
  /* Translators: beside the answers, a field for what the resident says; %s is a name */
  g_autofree char *said = g_strdup_printf (_ ("%s said …"), name);
  g_autofree char *write = g_strdup_printf (_ ("Write what %s says"), name);

  gtk_entry_set_placeholder_text (self->said, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->said), GTK_ACCESSIBLE_PROPERTY_LABEL, write, -1);
  eup_words_set_label (self->words, write);
  eup_words_set_placeholder (self->words, write);
}

static void
fill_topic (EupSittingView *self, const EupSittingTopic *topic, const char *language)
{
  g_autofree char *title = eup_sitting_talk_say (self->talk, eup_sitting_topic_title (topic));
  g_autofree char *question = eup_sitting_talk_say (self->talk, eup_sitting_topic_words (topic));
  gboolean again = self->shown != NULL;

  set_words (self->topic, title, language);
  set_words (self->question, question, language);
  fill_dots (self, language);
  fill_non_answers (self, language);
  fill_answers (self, topic, question, language);
  fill_fixed (self, language);
  fill_helper (self);
  gtk_widget_set_sensitive (self->back, eup_sitting_talk_get_place (self->talk) > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (again)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), question, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_words (EupSittingView *self, const EupSittingAnswer *answer)
{
  const char *words = answer && answer->words ? answer->words : "";

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->said)), words) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->said), words);
  eup_words_set_text (self->words, words);
}

static void
show_answer (EupSittingView *self, const char *language)
{
  const EupSittingAnswer *answer = eup_sitting_talk_get_answer (self->talk);
  gboolean last = eup_sitting_talk_get_place (self->talk) + 1 == eup_sitting_talk_get_n_topics (self->talk);

  if (self->targets != NULL)
    eup_sitting_targets_set_chosen (EUP_SITTING_TARGETS (self->targets), answer ? answer->option : NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->non_answers)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  answer != NULL && answer->non_answer != NULL &&
                                      g_strcmp0 (answer->non_answer,
                                                 g_object_get_data (G_OBJECT (child), "non-answer")) == 0);
  show_words (self, answer);
  set_word (self->next_label,
            answer == NULL ? EUP_SITTING_SKIP
            : last         ? EUP_SITTING_FINISH
                           : EUP_SITTING_NEXT,
            language);
  if (answer != NULL)
    gtk_widget_add_css_class (self->next, "answered");
  else
    gtk_widget_remove_css_class (self->next, "answered");
}

static void
show_thanks (EupSittingView *self, const char *language)
{
  const EupCard *card = eup_case_get_assessment (eup_sitting_talk_get_case (self->talk))->card;
  g_autofree char *thanks = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  thanks = g_strdup_printf (eup_sitting_word (EUP_SITTING_THANKS, language), card->alias ? card->alias : "");
#pragma GCC diagnostic pop
  fill_fixed (self, language);
  set_words (self->thanks, thanks, language);
  gtk_widget_set_visible (GTK_WIDGET (self->go_on), eup_sitting_talk_get_n_topics (self->talk) > 0);
}

/* Another state of the sitting is announced, and the focus goes to what can be pressed now. */
static void
show_state (EupSittingView *self, EupTalkState state)
{
  const char *page = state == EUP_TALK_THANKING ? "thanks" : "ask";
  const char *foot = state == EUP_TALK_OFFERING ? "offer" : "answer";
  GtkLabel *heard = state == EUP_TALK_THANKING ? self->thanks : self->offer_words;
  GtkWidget *focus = GTK_WIDGET (state == EUP_TALK_THANKING ? self->close : self->offer_go_on);
  gboolean same = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0 &&
                  g_strcmp0 (gtk_stack_get_visible_child_name (self->foot), foot) == 0;

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_stack_set_visible_child_name (self->foot, foot);
  if (same)
    return;
  if (state == EUP_TALK_ASKING)
    {
      eup_sitting_view_focus (self);
      return;
    }
  if (gtk_widget_get_root (focus) != NULL)
    gtk_widget_grab_focus (focus);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (heard),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * eup_sitting_view_refresh:
 *
 * Shows the sitting as it is now.
 */
void
eup_sitting_view_refresh (EupSittingView *self)
{
  EupTalkState state = eup_sitting_talk_get_state (self->talk);
  const EupSittingTopic *topic = eup_sitting_talk_get_topic (self->talk);
  const char *language = eup_sitting_talk_get_language (self->talk);
  g_autofree char *name = topic ? eup_sitting_topic_name (topic) : NULL;
  g_autofree char *shown = g_strdup_printf ("%s/%s/%u", name ? name : "", language, in_a_row (self));
  gboolean fresh = g_strcmp0 (self->shown, shown) != 0;

  self->filling = TRUE;
  if (topic != NULL && fresh)
    fill_topic (self, topic, language);
  if (topic != NULL)
    {
      show_answer (self, language);
      eup_signs_bar_show (self->signs, eup_sitting_talk_get_case (self->talk),
                          eup_sitting_talk_get_sitting (self->talk), topic->question->id);
    }
  if (state == EUP_TALK_THANKING)
    show_thanks (self, language);
  show_state (self, state);
  g_set_str (&self->shown, shown);
  self->filling = FALSE;
  if (fresh && state == EUP_TALK_ASKING)
    eup_sitting_view_focus (self);
}

/* The focus goes to the answers. */
void
eup_sitting_view_focus (EupSittingView *self)
{
  GtkWidget *answers = self->targets ? self->targets : GTK_WIDGET (self->words);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_child_focus (answers, GTK_DIR_TAB_FORWARD);
}
