/* One voice's card on the wall: before the reveal only who it is and whether they have spoken, then
 * what they said. Two functions, so that the first can't show what only the second may. */

#include "ui/meeting/eup-wall-lane.h"

#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-wall-words.h"

static GtkWidget *
append_label (GtkWidget *box, const char *words, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (xalign > 0)
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Han characters have other shapes in Chinese than in Japanese; the letters must know. */
static void
set_language (GtkWidget *label, const char *language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (language == NULL || *language == '\0')
    return;
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (
                                          g_str_has_prefix (language, "zh") ? "zh-cn" : language)));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

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

/* Whether the voice has the word, waits or has answered, in both languages of the wall. */
static void
say_state (
    GtkWidget *pill, const EupAssessment *assessment, EupVoice voice, gboolean has_word, gboolean answered)
{
  const EupCard *card = assessment->card;
  const char *language = eup_rules_wall_language (assessment);
  const char *second = eup_rules_wall_second_language (assessment);
  g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, voice);
  EupWallWord word = has_word ? EUP_WALL_HAS_WORD : answered ? EUP_WALL_HAS_ANSWERED : EUP_WALL_WAITS;
  g_autofree char *first = NULL;

  if (has_word && people->len == 1 && voice != EUP_VOICE_FACILITATOR)
    {
      const EupPerson *person = people->pdata[0];
      const char *name = voice == EUP_VOICE_RESIDENT ? card->alias : person->name;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      first = g_strdup_printf (eup_wall_word (EUP_WALL_NAMED_WORD, language), name);
#pragma GCC diagnostic pop
    }
  else
    {
      first = g_strdup (eup_wall_word (word, language));
    }
  eup_wall_set_pair (GTK_LABEL (pill), first, language, second ? eup_wall_word (word, second) : NULL, second);
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
  set_language (append_label (middle, eup_wall_voice (voice, language), "wall-voice", 0.5), language);
  if (second != NULL)
    set_language (append_label (middle, eup_wall_voice (voice, second), "wall-voice-second", 0.5), second);
  pill = append_label (middle, NULL, "wall-state", 0.5);
  say_state (pill, assessment, voice, has_word, answered);
  gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (card), middle);
  return card;
}

static char *
quote (const char *words, const char *language)
{
  if (g_strcmp0 (language, "sv") == 0)
    return g_strdup_printf ("”%s”", words);
  return g_strdup_printf ("“%s”", words);
}

static const char *
non_answer_words (EupCase *kase, const EupStatement *statement, const char *language)
{
  const EupNonAnswer *non_answer =
      statement->non_answer
          ? eup_method_find_non_answer (eup_case_get_model (kase)->method, statement->non_answer)
          : NULL;

  return non_answer ? eup_text_get (non_answer->label, language) : NULL;
}

static void
append_provenance (GtkWidget *box,
                   const EupStatement *statement,
                   const EupPerson *person,
                   const char *language)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  EupWallWord word = statement->summary ? EUP_WALL_SUMMARY : EUP_WALL_OWN_WORDS;
  g_autofree char *words = NULL;
  GtkWidget *label;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = g_strdup_printf (eup_wall_word (word, language), person->name);
#pragma GCC diagnostic pop
  gtk_widget_add_css_class (line, "wall-provenance");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("eup-quote-symbolic"));
  label = append_label (line, words, "wall-provenance-words", 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), line);
}

/* What was filled in beside the words, label and answer in a line each. */
static void
append_fields (GtkWidget *box, EupCase *kase, const EupStatement *statement)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  EupModel *model = eup_case_get_model (kase);
  const EupQuestion *question = eup_method_find_question (model->method, statement->question);
  const char *language = eup_rules_wall_language (assessment);

  for (guint i = 0; question != NULL && i < question->fields->len; i++)
    {
      const EupQuestionField *field = question->fields->pdata[i];
      g_autofree char *words = eup_rules_field_words (statement, field, language);
      g_autofree char *label = eup_rules_say (field->label, language, assessment, model);
      g_autofree char *line = NULL;
      gsize length = strlen (label);

      if (words == NULL || *words == '\0')
        continue;
      line = length > 0 && g_str_has_suffix (label, "?")    ? g_strdup_printf ("%s %s", label, words)
             : length > 0 && g_str_has_suffix (label, "？") ? g_strdup_printf ("%s%s", label, words)
             : g_strcmp0 (language, "zh") == 0              ? g_strdup_printf ("%s：%s", label, words)
                                                            : g_strdup_printf ("%s: %s", label, words);
      append_label (box, line, "wall-words-long", 0);
    }
}

/* What one person said: the stance, the words as they fell, and a translation where there is one. */
static void
append_statement (GtkWidget *box, EupCase *kase, const EupStatement *statement)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *language = eup_rules_wall_language (assessment);
  const char *none = non_answer_words (kase, statement, language);
  g_autofree char *stance =
      none ? g_strdup (none)
           : eup_rules_stance_words (statement, assessment, eup_case_get_model (kase), language);

  if (stance != NULL && *stance != '\0')
    append_label (box, stance, g_utf8_strlen (stance, -1) > 26 ? "wall-stance-long" : "wall-stance", 0);
  if (none != NULL && statement->reason != NULL && *statement->reason != '\0')
    append_label (box, statement->reason, "wall-words", 0);
  if (statement->words != NULL && *statement->words != '\0')
    {
      g_autofree char *quoted =
          quote (statement->words, statement->language != NULL ? statement->language : language);

      set_language (append_label (box, quoted,
                                  g_utf8_strlen (quoted, -1) > 90 ? "wall-words-long" : "wall-words", 0),
                    statement->language);
    }
  if (statement->translation != NULL && *statement->translation != '\0')
    {
      g_autofree char *translated =
          g_strdup_printf ("%s: %s", eup_wall_word (EUP_WALL_TRANSLATED, language), statement->translation);

      append_label (box, translated, "wall-words-long", 0);
    }
  append_fields (box, kase, statement);
}

/* Where several speak with one voice: whose words follow, or whose they sum up. */
static void
append_name (GtkWidget *box,
             const EupStatement *statement,
             const EupPerson *person,
             const char *language,
             gboolean next)
{
  g_autofree char *words = NULL;
  GtkWidget *name;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = statement->summary ? g_strdup_printf (eup_wall_word (EUP_WALL_SUMMARY, language), person->name)
                             : g_strdup (person->name);
#pragma GCC diagnostic pop
  name = append_label (box, words, "wall-name", 0);
  if (next)
    gtk_widget_add_css_class (name, "next");
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
  eup_wall_set_pair (GTK_LABEL (append_label (box, NULL, "wall-voice-small", 0)),
                     eup_wall_voice (voice, language), language,
                     second ? eup_wall_voice (voice, second) : NULL, second);
  append_label (box, names, "wall-names", 0);
  gtk_box_append (GTK_BOX (head), box);
  gtk_box_append (GTK_BOX (card), head);
}

static gboolean
overflows (GtkAdjustment *adjustment)
{
  double there = gtk_adjustment_get_page_size (adjustment);

  return there >= 1 && gtk_adjustment_get_upper (adjustment) > there + 1;
}

/* Takes the next smaller letters, in all cards alike so that no voice looks louder than another.
 * The steps stand in style.css; after the last one the card scrolls. */
static gboolean
shrink_cb (GtkWidget *page, GdkFrameClock *clock, gpointer adjustment)
{
  static const char *const steps[] = { "much", "more", "most" };

  g_object_set_data (G_OBJECT (page), "shrinking", NULL);
  for (guint i = 0; overflows (adjustment) && i < G_N_ELEMENTS (steps); i++)
    if (!gtk_widget_has_css_class (page, steps[i]))
      {
        gtk_widget_add_css_class (page, steps[i]);
        break;
      }
  return G_SOURCE_REMOVE;
}

/* One step a frame, however many cards ask for it: the next frame shows whether it was enough. */
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
    append_label (box, assessment->card->purpose, "wall-words", 0);
  for (guint i = 0; question->kind == EUP_QUESTION_ALTERNATIVES && i < assessment->alternatives->len; i++)
    append_label (box, ((EupAlternative *) assessment->alternatives->pdata[i])->title, "wall-words-long", 0);
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
  g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, voice);
  GtkWidget *card = new_card (voice, eup_rules_wall_language (assessment));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_return_val_if_fail (eup_rules_is_revealed (assessment, question), card);

  gtk_widget_add_css_class (card, "revealed");
  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];
      const EupStatement *statement = eup_assessment_find_statement (assessment, question->id, person->id);

      if (statement == NULL || eup_statement_is_empty (statement))
        continue;
      if (people->len > 1)
        append_name (said, statement, person, eup_rules_wall_language (assessment), names->len > 0);
      g_ptr_array_add (names, person->name);
      append_statement (said, kase, statement);
      if (people->len == 1 && statement->words != NULL && *statement->words != '\0')
        append_provenance (said, statement, person, eup_rules_wall_language (assessment));
    }
  joined = eup_wall_join (names, eup_rules_wall_language (assessment));
  append_head (card, assessment, voice, joined);
  if (voice == EUP_VOICE_FACILITATOR)
    append_joint (said, assessment, question);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), said);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "changed",
                           G_CALLBACK (height_changed_cb), card, G_CONNECT_DEFAULT);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (card), scroller);
  return card;
}
