/* Where people differ, on the wall. Where it is much, their own words stay at the question and only what
 * they chose stands here, in letters that can be read from three metres. */

#include "ui/meeting/eup-wall-differences.h"

#include "ui/meeting/eup-difference-columns.h"
#include "ui/meeting/eup-wall-words.h"

#define MOST_WITH_WORDS 4 /* lines of one question alone */
#define MANY 10           /* lines, from which on the letters give way */
#define MOST 16           /* lines, from which on they give way once more */

struct _EupWallDifferences
{
  GtkBox parent_instance;

  EupCase *kase;
  EupSharedState *state;
  GtkLabel *stage;
  GtkLabel *title;
  GtkBox *list;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (EupWallDifferences, eup_wall_differences, GTK_TYPE_BOX)

static const char *
language_of (EupWallDifferences *self)
{
  return eup_rules_wall_language (eup_case_get_assessment (self->kase));
}

static const char *
second_of (EupWallDifferences *self)
{
  return eup_rules_wall_second_language (eup_case_get_assessment (self->kase));
}

static void
set_both (EupWallDifferences *self, GtkLabel *label, const char *first, const char *second)
{
  g_autofree char *both = second ? g_strdup_printf ("%s · %s", first, second) : g_strdup (first);

  eup_wall_set_words (label, both, second ? second_of (self) : language_of (self));
}

static void
set_word (EupWallDifferences *self, GtkLabel *label, EupWallWord word)
{
  const char *second = second_of (self);

  set_both (self, label, eup_wall_word (word, language_of (self)),
            second ? eup_wall_word (word, second) : NULL);
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
append_difference (EupWallDifferences *self, const EupDifference *difference, gboolean words)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  const char *second = second_of (self);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = eup_rules_say (difference->question->title, language_of (self), assessment, model);
  g_autofree char *other =
      second ? eup_rules_say (difference->question->title, second, assessment, model) : NULL;

  gtk_widget_add_css_class (card, "difference-card");
  set_both (self, append_label (card, "difference-title"), title, other);
  gtk_box_append (GTK_BOX (card),
                  eup_difference_columns_new (self->kase, difference, language_of (self), second, words));
  gtk_box_append (self->list, card);
}

/* A line for the question and those of its fullest column. */
static guint
count_lines (EupWallDifferences *self, GPtrArray *differences)
{
  guint n = 0;

  for (guint i = 0; i < differences->len; i++)
    n += 1 + eup_difference_count_lines (self->kase, differences->pdata[i], language_of (self));
  return n;
}

static void
set_class (EupWallDifferences *self, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
update (EupWallDifferences *self)
{
  const EupStage *stage = eup_shared_state_get_stage (self->state);
  const char *second = second_of (self);
  g_autoptr (GPtrArray) differences = NULL;
  GtkWidget *child;
  guint n_lines;

  if (stage == NULL)
    return;
  differences = eup_rules_stage_differences (eup_case_get_assessment (self->kase),
                                             eup_case_get_model (self->kase), stage);
  n_lines = count_lines (self, differences);
  set_both (self, self->stage, eup_text_get (stage->title, language_of (self)),
            second ? eup_text_get (stage->title, second) : NULL);
  set_word (self, self->title, EUP_WALL_DIFFER);
  set_word (self, self->note, EUP_WALL_ALL_TRUE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  if (differences->len > 0)
    gtk_box_append (self->list, eup_difference_heads_new (self->kase, language_of (self), second));
  for (guint i = 0; i < differences->len; i++)
    append_difference (self, differences->pdata[i], differences->len == 1 && n_lines <= MOST_WITH_WORDS);
  set_class (self, "many", n_lines > MANY);
  set_class (self, "most", n_lines > MOST);
}

static void
eup_wall_differences_dispose (GObject *object)
{
  EupWallDifferences *self = EUP_WALL_DIFFERENCES (object);

  g_clear_object (&self->kase);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (eup_wall_differences_parent_class)->dispose (object);
}

static void
eup_wall_differences_class_init (EupWallDifferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_wall_differences_dispose;
}

static void
eup_wall_differences_init (EupWallDifferences *self)
{
  GtkWidget *box = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (box, "wall-page");
  gtk_widget_add_css_class (box, "wall-apart");
  self->stage = append_label (box, "wall-stage");
  self->title = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "wall-title");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  self->note = append_label (box, "wall-note");
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "difference-list");
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * eup_wall_differences_new:
 *
 * Returns: (transfer floating): what the wall shows after a stage; it follows the case
 */
GtkWidget *
eup_wall_differences_new (EupCase *kase, EupSharedState *state)
{
  EupWallDifferences *self = g_object_new (EUP_TYPE_WALL_DIFFERENCES, NULL);

  self->kase = g_object_ref (kase);
  self->state = g_object_ref (state);
  g_signal_connect_object (kase, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
