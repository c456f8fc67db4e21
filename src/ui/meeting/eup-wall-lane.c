/* One voice's card on the wall: before the reveal only who it is and whether they have spoken, then
 * what they said. Two functions, so that the first can't show what only the second may. */

#include "ui/meeting/eup-wall-lane.h"

#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-wall-said.h"
#include "ui/meeting/eup-wall-words.h"

#define REVEALED "revealed "

static GtkWidget *
new_disc (EupVoice voice)
{
  GtkWidget *disc = gtk_image_new_from_icon_name (eup_voice_get_icon (voice));

  gtk_widget_add_css_class (disc, "wall-disc");
  gtk_widget_set_halign (disc, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  return disc;
}

static GtkWidget *
new_card (EupVoice voice, const char *language)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  eup_voice_mark (card, voice);
  gtk_widget_add_css_class (card, "wall-lane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eup_wall_voice (voice, language), -1);
  return card;
}

static EupWallWord
word_of (gboolean has_word, gboolean answered)
{
  return has_word ? EUP_WALL_HAS_WORD : answered ? EUP_WALL_HAS_ANSWERED : EUP_WALL_WAITS;
}

/* Whether the voice has the word, waits or has answered: (transfer full) */
static char *
describe_state (const EupAssessment *assessment, EupVoice voice, gboolean has_word, gboolean answered)
{
  const char *language = eup_rules_wall_language (assessment);
  g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, voice);

  if (has_word && people->len == 1 && voice != EUP_VOICE_FACILITATOR)
    {
      g_autofree char *name = eup_wall_name (assessment, people->pdata[0]);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      return g_strdup_printf (eup_wall_word (EUP_WALL_NAMED_WORD, language), name);
#pragma GCC diagnostic pop
    }
  return g_strdup (eup_wall_word (word_of (has_word, answered), language));
}

/* The same in both languages of the wall. */
static void
say_state (
    GtkWidget *pill, const EupAssessment *assessment, EupVoice voice, gboolean has_word, gboolean answered)
{
  const char *second = eup_rules_wall_second_language (assessment);
  g_autofree char *first = describe_state (assessment, voice, has_word, answered);

  eup_wall_set_pair (GTK_LABEL (pill), first, eup_rules_wall_language (assessment),
                     second ? eup_wall_word (word_of (has_word, answered), second) : NULL, second);
}

/**
 * eup_wall_lane_describe:
 *
 * Returns: (transfer full): all that a card from eup_wall_lane_new() shows, in short: the card need only be
 *   made anew when this differs
 */
char *
eup_wall_lane_describe (EupCase *kase, const EupQuestion *question, EupVoice voice, gboolean has_word)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *second = eup_rules_wall_second_language (assessment);
  gboolean answered = eup_rules_has_answered (assessment, eup_case_get_model (kase), question, voice);
  g_autofree char *state = describe_state (assessment, voice, has_word, answered);

  return g_strdup_printf ("%s %s %d %d %s", eup_rules_wall_language (assessment), second ? second : "-",
                          has_word, answered, state);
}

/**
 * eup_wall_lane_new:
 * @has_word: whether it is this voice's turn
 *
 * Returns: (transfer floating): the card before the answers are shown: nothing of them is in it
 */
GtkWidget *
eup_wall_lane_new (EupCase *kase, const EupQuestion *question, EupVoice voice, gboolean has_word)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *language = eup_rules_wall_language (assessment);
  const char *second = eup_rules_wall_second_language (assessment);
  gboolean answered = eup_rules_has_answered (assessment, eup_case_get_model (kase), question, voice);
  GtkWidget *card = new_card (voice, language);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pill;

  gtk_widget_add_css_class (card, has_word ? "has-word" : answered ? "has-answered" : "waiting");
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (middle, TRUE);
  gtk_box_append (GTK_BOX (middle), new_disc (voice));
  eup_wall_set_words (GTK_LABEL (eup_wall_append_label (middle, NULL, "wall-voice", 0.5)),
                      eup_wall_voice (voice, language), language);
  if (second != NULL)
    eup_wall_set_words (GTK_LABEL (eup_wall_append_label (middle, NULL, "wall-voice-second", 0.5)),
                        eup_wall_voice (voice, second), second);
  pill = eup_wall_append_label (middle, NULL, "wall-state", 0.5);
  say_state (pill, assessment, voice, has_word, answered);
  gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (card), middle);
  return card;
}

/**
 * eup_wall_lane_describe_revealed:
 *
 * Returns: (transfer full): what a card from eup_wall_lane_new_revealed() shows that can change without a
 *   change of what its voice said: it is made anew when this differs, and when that changes
 */
char *
eup_wall_lane_describe_revealed (EupCase *kase, const EupQuestion *question, EupVoice voice)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *second = eup_rules_wall_second_language (assessment);
  g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, voice);
  g_autoptr (GString) shown = g_string_new (REVEALED);

  g_string_append_printf (shown, "%p %s %s", (gconstpointer) question, eup_rules_wall_language (assessment),
                          second ? second : "-");
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (
        shown, " %u", eup_rules_speaking_place (assessment, question, ((EupPerson *) people->pdata[i])->id));
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/* Whether @described comes from eup_wall_lane_describe_revealed(). */
gboolean
eup_wall_lane_is_revealed (const char *described)
{
  return g_str_has_prefix (described, REVEALED);
}

static void
append_head (GtkWidget *card, const EupAssessment *assessment, EupVoice voice, const char *names)
{
  const char *language = eup_rules_wall_language (assessment);
  const char *second = eup_rules_wall_second_language (assessment);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (head, "wall-head");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (head), new_disc (voice));
  eup_wall_set_pair (GTK_LABEL (eup_wall_append_label (box, NULL, "wall-voice-small", 0)),
                     eup_wall_voice (voice, language), language,
                     second ? eup_wall_voice (voice, second) : NULL, second);
  eup_wall_append_label (box, names, "wall-names", 0);
  gtk_box_append (GTK_BOX (head), box);
  gtk_box_append (GTK_BOX (card), head);
}

static gboolean
overflows (GtkAdjustment *adjustment)
{
  double there = gtk_adjustment_get_page_size (adjustment);

  return there >= 1 && gtk_adjustment_get_upper (adjustment) > there + 1;
}

/* Takes smaller letters, in all cards alike so that no voice looks louder than another; after the last step
 * the card scrolls. What is sure not to be enough is not tried: a step makes what was said no lower than
 * this part of its height. The steps stand in style.css. */
static gboolean
shrink_cb (GtkWidget *page, GdkFrameClock *clock, gpointer adjustment)
{
  static const struct
  {
    const char *css_class;
    double least;
  } steps[] = { { "much", 0.6 }, { "more", 0.8 }, { "most", 0.8 } };
  double there = gtk_adjustment_get_page_size (adjustment);
  double height = gtk_adjustment_get_upper (adjustment);

  g_object_set_data (G_OBJECT (page), "shrinking", NULL);
  for (guint i = 0; overflows (adjustment) && height > there + 1 && i < G_N_ELEMENTS (steps); i++)
    if (!gtk_widget_has_css_class (page, steps[i].css_class))
      {
        gtk_widget_add_css_class (page, steps[i].css_class);
        height *= steps[i].least;
      }
  return G_SOURCE_REMOVE;
}

/* Once a frame, however many cards ask for it: the next frame shows whether it was enough. */
static void
height_changed_cb (GtkAdjustment *adjustment, GtkWidget *card)
{
  GtkWidget *lanes = gtk_widget_get_parent (card);
  GtkWidget *page = lanes ? gtk_widget_get_parent (lanes) : NULL;

  if (page == NULL || !overflows (adjustment) || g_object_get_data (G_OBJECT (page), "shrinking") != NULL)
    return;
  g_object_set_data (G_OBJECT (page), "shrinking", page);
  gtk_widget_add_tick_callback (page, shrink_cb, g_object_ref (adjustment), g_object_unref);
}

static void
append_joint (GtkWidget *box, const EupAssessment *assessment, const EupQuestion *question)
{
  if (question->kind == EUP_QUESTION_PURPOSE && assessment->card->purpose != NULL)
    eup_wall_append_label (box, assessment->card->purpose, "wall-words", 0);
  for (guint i = 0; question->kind == EUP_QUESTION_ALTERNATIVES && i < assessment->alternatives->len; i++)
    eup_wall_append_label (box, ((EupAlternative *) assessment->alternatives->pdata[i])->title,
                           "wall-words-long", 0);
}

/**
 * eup_wall_lane_new_revealed:
 *
 * Returns: (transfer floating): the card with what everybody of @voice said; only to be called for
 *   a question whose answers are shown
 */
GtkWidget *
eup_wall_lane_new_revealed (EupCase *kase, const EupQuestion *question, EupVoice voice)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  GtkWidget *card = new_card (voice, eup_rules_wall_language (assessment));
  GtkWidget *scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *names = NULL;

  g_return_val_if_fail (eup_rules_is_revealed (assessment, question), card);

  gtk_widget_add_css_class (card, "revealed");
  names = eup_wall_said_fill (said, kase, question, voice);
  append_head (card, assessment, voice, names);
  if (voice == EUP_VOICE_FACILITATOR)
    append_joint (said, assessment, question);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), said);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "changed",
                           G_CALLBACK (height_changed_cb), card, G_CONNECT_DEFAULT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eup_wall_voice (voice, eup_rules_wall_language (assessment)), -1);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (card), scroller);
  return card;
}
