/* What everybody of one voice said, on the wall: where they stand, their words as they fell, a translation
 * where the wall speaks its language, and where the words come from. */

#include "ui/meeting/eup-wall-said.h"

#include "ui/common/eup-language.h"
#include "ui/meeting/eup-wall-words.h"
#include "util/eup-text.h"

#define MOST_NAMES 6

/* No line of a sentence is shorter, whatever the letters: how narrow it can be is asked of every label, and with
 * a line for each letter the answer takes longer than all that follows. Two Han letters are as wide as four. */
#define SHORTEST_LINE 8
#define SHORTEST_HAN_LINE 3

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
fill (EupWallWord word, const char *language, const char *name)
{
  return g_strdup_printf (eup_wall_word (word, language), name);
}

static char *
count (EupWallWord word, const char *language, guint n)
{
  return g_strdup_printf (eup_wall_word (word, language), n);
}
#pragma GCC diagnostic pop

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

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_wall_language (const EupAssessment *assessment, const char *language)
{
  return g_strcmp0 (language, eup_rules_wall_language (assessment)) == 0 ||
         g_strcmp0 (language, eup_rules_wall_second_language (assessment)) == 0;
}

static void
append (GString *line, const char *part)
{
  if (has_text (part))
    g_string_append_printf (line, "%s%s", line->len ? " · " : "", part);
}

static GtkWidget *
append_sentence (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = eup_wall_append_label (box, words, css_class, 0);

  gtk_label_set_width_chars (GTK_LABEL (label),
                             g_str_equal (eup_ui_language (), "zh") ? SHORTEST_HAN_LINE : SHORTEST_LINE);
  return label;
}

/* Through whom, and on which day where it was not the meeting's. */
static void
append_how (GString *line, const EupAssessment *assessment, const EupStatement *statement)
{
  const char *language = eup_rules_wall_language (assessment);
  g_autofree char *source = has_text (statement->source)
                                ? eup_text_isolate (statement->source)
                                : g_strdup (eup_wall_word (EUP_WALL_SOMEBODY, language));
  g_autofree char *date = eup_rules_date (statement->said, language);
  g_autofree char *meeting = eup_rules_date (assessment->card->meeting, language);
  g_autofree char *how = NULL;

  if (g_strcmp0 (statement->how, "interpreter") == 0)
    how = fill (EUP_WALL_BY_INTERPRETER, language, source);
  else if (g_strcmp0 (statement->how, "told") == 0)
    how = fill (EUP_WALL_TOLD, language, source);
  else if (g_strcmp0 (statement->how, "observed") == 0)
    how = fill (EUP_WALL_SEEN, language, source);
  else if (g_strcmp0 (statement->how, "pictures") == 0)
    how = g_strdup (eup_wall_word (EUP_WALL_WITH_PICTURES, language));
  append (line, how);
  if (has_text (meeting) && g_strcmp0 (date, meeting) != 0)
    append (line, date);
}

static void
append_confirmation (GString *line,
                     const EupAssessment *assessment,
                     const EupStatement *statement,
                     const char *name)
{
  const EupConfirmation *confirmation = eup_rules_confirmation (assessment, statement);
  g_autofree char *words = NULL;

  if (confirmation == NULL)
    return;
  words = fill (g_strcmp0 (confirmation->answer, "objects") == 0   ? EUP_WALL_OBJECTS
                : g_strcmp0 (confirmation->answer, "changed") == 0 ? EUP_WALL_CHANGED
                                                                   : EUP_WALL_CONFIRMED,
                eup_rules_wall_language (assessment), name);
  append (line, words);
}

/* Whose words they are, where the name does not stand above them, and how they came here, whether they stand by them, and who spoke when. */
static void
append_provenance (GtkWidget *box,
                   const EupAssessment *assessment,
                   const EupQuestion *question,
                   const EupStatement *statement,
                   const char *name,
                   gboolean named)
{
  const char *language = eup_rules_wall_language (assessment);
  GString *words = g_string_new (NULL);
  g_autofree char *all = NULL, *whose = NULL, *spoke = NULL;
  guint place = eup_rules_speaking_place (assessment, question, statement->person);
  GtkWidget *line;

  if (has_text (statement->words) && (statement->summary || !named))
    whose = fill (statement->summary ? EUP_WALL_SUMMARY : EUP_WALL_OWN_WORDS, language, name);
  append (words, whose);
  append_how (words, assessment, statement);
  append_confirmation (words, assessment, statement, name);
  if (place > 0)
    spoke = place == 1 ? g_strdup (eup_wall_word (EUP_WALL_SPOKE_FIRST, language))
                       : count (EUP_WALL_SPOKE_AS, language, place);
  append (words, spoke);
  all = g_string_free_and_steal (words);
  if (*all == '\0')
    return;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (line, "wall-provenance");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("eup-quote-symbolic"));
  gtk_widget_set_hexpand (append_sentence (line, all, "wall-provenance-words"), TRUE);
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
      append_sentence (box, line, "wall-words-long");
    }
}

/* The words as they fell, and below them the translation in a language that the wall speaks. */
static void
append_words (GtkWidget *box, const EupAssessment *assessment, const EupStatement *statement)
{
  const char *language = eup_rules_wall_language (assessment);
  const char *translated = eup_statement_get_translation_language (statement, assessment);

  if (has_text (statement->words))
    {
      g_autofree char *quoted =
          quote (statement->words, has_text (statement->language) ? statement->language : language);

      eup_wall_set_words (GTK_LABEL (append_sentence (
                              box, NULL, g_utf8_strlen (quoted, -1) > 90 ? "wall-words-long" : "wall-words")),
                          quoted, has_text (statement->language) ? statement->language : language);
    }
  if (has_text (statement->translation) && is_wall_language (assessment, translated))
    {
      g_autofree char *words = fill (EUP_WALL_TRANSLATED, translated, statement->translation);

      eup_wall_set_words (GTK_LABEL (append_sentence (box, NULL, "wall-words-long")), words, translated);
    }
}

/* What one person said. @sketched: whether the stance stands above already */
static void
append_statement (GtkWidget *box, EupCase *kase, const EupStatement *statement, gboolean sketched)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *language = eup_rules_wall_language (assessment);
  const char *none = non_answer_words (kase, statement, language);
  g_autofree char *stance =
      none ? g_strdup (none)
           : eup_rules_stance_words (statement, assessment, eup_case_get_model (kase), language);

  if (has_text (stance) && !sketched)
    eup_wall_append_label (box, stance, g_utf8_strlen (stance, -1) > 26 ? "wall-stance-long" : "wall-stance",
                           0);
  if (none != NULL && has_text (statement->reason))
    append_sentence (box, statement->reason, "wall-words");
  append_words (box, assessment, statement);
  append_fields (box, kase, statement);
}

GtkWidget *
eup_wall_append_label (GtkWidget *box, const char *words, const char *css_class, float xalign)
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

/**
 * eup_wall_name:
 *
 * Returns: (transfer full): what @person is called on the wall: the resident by the alias, never by the
 *   full name
 */
char *
eup_wall_name (const EupAssessment *assessment, const EupPerson *person)
{
  if (eup_person_voice (person) == EUP_VOICE_RESIDENT && has_text (assessment->card->alias))
    return eup_text_isolate (assessment->card->alias);
  return eup_rules_name (assessment, person);
}

/**
 * eup_wall_say_people:
 * @names: (element-type utf8): some names
 *
 * Returns: (transfer full): the names in a row; of many people how many they are
 */
char *
eup_wall_say_people (GPtrArray *names, const char *language)
{
  return names->len > MOST_NAMES ? count (EUP_WALL_PEOPLE, language, names->len)
                                 : eup_wall_join (names, language);
}

/* What everybody with @voice said, in their order: (transfer container) (element-type EupStatement) */
static GPtrArray *
find_statements (const EupAssessment *assessment, const EupQuestion *question, EupVoice voice)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, voice);
  GPtrArray *statements = g_ptr_array_new ();

  for (guint i = 0; i < people->len; i++)
    {
      const EupStatement *statement =
          eup_assessment_find_statement (assessment, question->id, ((EupPerson *) people->pdata[i])->id);

      if (statement != NULL && !eup_statement_is_empty (statement))
        g_ptr_array_add (statements, (gpointer) statement);
    }
  return statements;
}

/**
 * eup_wall_said_fill:
 *
 * Puts into @box what everybody of @voice said to @question.
 *
 * Returns: (transfer full): who that is, in a row
 */
char *
eup_wall_said_fill (GtkWidget *box, EupCase *kase, const EupQuestion *question, EupVoice voice)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autoptr (GPtrArray) statements = find_statements (assessment, question, voice);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *sketch = eup_wall_sketch_new (kase, statements);

  if (sketch != NULL)
    gtk_box_append (GTK_BOX (box), sketch);
  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];
      const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
      char *name = eup_wall_name (assessment, person);

      g_ptr_array_add (names, name);
      if (statements->len > 1)
        {
          GtkWidget *label = eup_wall_append_label (box, name, "wall-name", 0);

          if (i > 0 || sketch != NULL)
            gtk_widget_add_css_class (label, "next");
        }
      append_statement (box, kase, statement, sketch != NULL);
      if (voice != EUP_VOICE_FACILITATOR)
        append_provenance (box, assessment, question, statement, name, statements->len > 1);
    }
  return eup_wall_say_people (names, eup_rules_wall_language (assessment));
}
