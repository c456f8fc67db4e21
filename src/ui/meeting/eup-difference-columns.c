/* Sentences beside each other, never a number. The size comes from where they stand (afterwards.css). */

#include "ui/meeting/eup-difference-columns.h"

#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-difference.h"
#include "ui/meeting/eup-wall-said.h"
#include "ui/meeting/eup-wall-words.h"

#define MOST_SENTENCES 6 /* of one voice: of more people those who chose the same stand together */

static const int spans[] = { 4, 3, 3 };

typedef struct
{
  EupCase *kase;
  const EupDifference *difference;
  const char *language;
  const char *second; /* (nullable) */
  gboolean words;     /* also what they said of it */
} Columns;

static GtkWidget *
append (GtkWidget *box, const char *words, const char *language, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  eup_wall_set_words (GTK_LABEL (label), words, language);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
append_both (
    GtkWidget *box, const Columns *self, const char *first, const char *second, const char *css_class)
{
  g_autofree char *both = second && g_strcmp0 (first, second) != 0
                              ? g_strdup_printf ("%s · %s", first, second)
                              : g_strdup (first);

  append (box, both, self->second ? self->second : self->language, css_class);
}

/* Whose column it is: icon, word and colour. */
static GtkWidget *
new_head (const Columns *self, EupVoice voice)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *disc = g_object_new (GTK_TYPE_IMAGE, "icon-name", eup_voice_get_icon (voice), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (disc, "difference-disc");
  gtk_widget_add_css_class (head, "difference-head");
  gtk_box_append (GTK_BOX (head), disc);
  append_both (head, self, eup_wall_voice (voice, self->language),
               self->second ? eup_wall_voice (voice, self->second) : NULL, "difference-voice");
  gtk_widget_set_hexpand (head, TRUE);
  eup_voice_mark (head, voice);
  return head;
}

/* Where they differ on several things: who, and a line for each. */
static void
append_things (
    GtkWidget *column, const Columns *self, const char *name, const char *things, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (things, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other ? other : "", "\n", -1);
  guint n = g_strv_length (lines);

  append (column, name, self->language, "difference-stance");
  for (guint i = 0; i < n; i++)
    append_both (column, self, lines[i], g_strv_length (others) == n ? others[i] : NULL, "difference-thing");
}

/* "Anna: in between" */
static void
append_stance (GtkWidget *column, const Columns *self, const EupStatement *statement, const char *name)
{
  g_autofree char *stance = eup_difference_say_one (self->kase, self->difference, statement, self->language);
  g_autofree char *other =
      self->second ? eup_difference_say_one (self->kase, self->difference, statement, self->second) : NULL;
  const char *colon = *stance == '\0' ? "" : g_strcmp0 (self->language, "zh") == 0 ? "：" : ": ";
  g_autofree char *sentence = g_strconcat (name, colon, stance, NULL);

  if (self->difference->things->len > 0 && eup_statement_is_answer (statement) && *stance != '\0')
    append_things (column, self, name, stance, other);
  else
    append_both (column, self, sentence, other != NULL && *other != '\0' ? other : NULL, "difference-stance");
}

static void
append_words (GtkWidget *column, const Columns *self, const EupStatement *statement)
{
  if (statement->words != NULL && *statement->words != '\0')
    {
      g_autofree char *quoted =
          g_strdup_printf (g_strcmp0 (self->language, "sv") == 0 ? "”%s”" : "“%s”", statement->words);

      append (column, quoted, statement->language, "difference-words");
    }
  if (statement->translation != NULL && *statement->translation != '\0')
    append (column, statement->translation, statement->translation_language, "difference-words");
}

/* What people with @voice said: (transfer container) */
static GPtrArray *
find_said (EupCase *kase, const EupDifference *difference, EupVoice voice)
{
  GPtrArray *said = g_ptr_array_new ();

  for (guint i = 0; i < difference->statements->len; i++)
    {
      const EupStatement *statement = difference->statements->pdata[i];
      const EupPerson *person =
          eup_assessment_find_person (eup_case_get_assessment (kase), statement->person);

      if (person != NULL && eup_person_voice (person) == voice)
        g_ptr_array_add (said, (gpointer) statement);
    }
  return said;
}

static char *
name_of (EupCase *kase, const EupStatement *statement)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  return eup_wall_name (assessment, eup_assessment_find_person (assessment, statement->person));
}

/* Nobody reads forty sentences: those who chose the same have one. Returns how many there are; with @column
 * they are put there. */
static guint
append_crowd (GtkWidget *column, const Columns *self, GPtrArray *said)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) first = g_ptr_array_new (); /* a statement of each group, in their order */

  for (guint i = 0; i < said->len; i++)
    {
      char *stance = eup_difference_say_one (self->kase, self->difference, said->pdata[i], self->language);
      GPtrArray *names = g_hash_table_lookup (groups, stance);

      if (names == NULL)
        {
          names = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (groups, g_strdup (stance), names);
          g_ptr_array_add (first, said->pdata[i]);
        }
      g_ptr_array_add (names, name_of (self->kase, said->pdata[i]));
      g_free (stance);
    }
  for (guint i = 0; column != NULL && i < first->len; i++)
    {
      g_autofree char *stance =
          eup_difference_say_one (self->kase, self->difference, first->pdata[i], self->language);
      g_autofree char *names = eup_wall_say_people (g_hash_table_lookup (groups, stance), self->language);

      append_stance (column, self, first->pdata[i], names);
    }
  return first->len;
}

static GtkWidget *
new_column (const Columns *self, EupVoice voice)
{
  g_autoptr (GPtrArray) said = find_said (self->kase, self->difference, voice);
  gboolean crowd = !self->words && said->len > MOST_SENTENCES;
  GtkWidget *column = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_GROUP, "hexpand", TRUE, NULL);

  eup_voice_mark (column, voice);
  gtk_widget_add_css_class (column, "difference-column");
  gtk_accessible_update_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eup_wall_voice (voice, self->language), -1);
  if (crowd)
    append_crowd (column, self, said);
  for (guint i = 0; !crowd && i < said->len; i++)
    {
      g_autofree char *name = name_of (self->kase, said->pdata[i]);

      append_stance (column, self, said->pdata[i], name);
      if (self->words)
        append_words (column, self, said->pdata[i]);
    }
  if (said->len == 0 && (self->difference->missing & (1u << voice)) != 0)
    append_both (column, self, eup_wall_word (EUP_WALL_NO_ANSWER, self->language),
                 self->second ? eup_wall_word (EUP_WALL_NO_ANSWER, self->second) : NULL, "difference-none");
  return column;
}

/* A voice that nobody speaks with has no column. One that is not asked has an empty one, so that all stand
 * under their heads. */
static gboolean
has_column (EupCase *kase, EupVoice voice)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (eup_case_get_assessment (kase), voice);

  return people->len > 0;
}

static GtkWidget *
new_grid (const Columns *self, GtkWidget *(*new_cell) (const Columns *self, EupVoice voice))
{
  GtkWidget *grid = gtk_grid_new ();
  int at = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_add_css_class (grid, "difference-columns");
  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    if (has_column (self->kase, (EupVoice) voice))
      {
        gtk_grid_attach (GTK_GRID (grid), new_cell (self, (EupVoice) voice), at, 0, spans[voice], 1);
        at += spans[voice];
      }
  return grid;
}

/**
 * eup_difference_heads_new:
 * @second: (nullable): a second language of the wall
 *
 * Returns: (transfer floating): icon, word and colour of each voice, above its column
 */
GtkWidget *
eup_difference_heads_new (EupCase *kase, const char *language, const char *second)
{
  Columns self = { kase, NULL, language, second, FALSE };
  GtkWidget *heads = new_grid (&self, new_head);

  gtk_widget_add_css_class (heads, "difference-heads");
  return heads;
}

/**
 * eup_difference_count_lines:
 *
 * Returns: how many lines the fullest column has, without their own words
 */
guint
eup_difference_count_lines (EupCase *kase, const EupDifference *difference, const char *language)
{
  Columns self = { kase, difference, language, NULL, FALSE };
  guint most = 1;

  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      g_autoptr (GPtrArray) said = find_said (kase, difference, (EupVoice) voice);
      guint each = difference->things->len > 0 ? difference->things->len + 1 : 1;
      guint n = said->len > MOST_SENTENCES ? append_crowd (NULL, &self, said) : said->len;

      most = MAX (most, n * each);
    }
  return most;
}

/**
 * eup_difference_columns_new:
 * @difference: of a question whose answers are shown
 * @language: of what is said here
 * @second: (nullable): a second language of the wall
 * @words: whether to tell their own words too
 *
 * Returns: (transfer floating): the columns; they don't follow the case
 */
GtkWidget *
eup_difference_columns_new (
    EupCase *kase, const EupDifference *difference, const char *language, const char *second, gboolean words)
{
  Columns self = { kase, difference, language, second, words };

  g_return_val_if_fail (eup_rules_is_revealed (eup_case_get_assessment (kase), difference->question),
                        gtk_label_new (NULL));

  return new_grid (&self, new_column);
}

/**
 * eup_difference_stack_new:
 *
 * Returns: (transfer floating): the same with their own words, a voice under the other, for a narrow window
 */
GtkWidget *
eup_difference_stack_new (EupCase *kase, const EupDifference *difference, const char *language)
{
  Columns self = { kase, difference, language, NULL, TRUE };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_return_val_if_fail (eup_rules_is_revealed (eup_case_get_assessment (kase), difference->question), box);

  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    if (has_column (kase, (EupVoice) voice) && eup_question_asks (difference->question, (EupVoice) voice))
      {
        gtk_box_append (GTK_BOX (box), new_head (&self, (EupVoice) voice));
        gtk_box_append (GTK_BOX (box), new_column (&self, (EupVoice) voice));
      }
  return box;
}
