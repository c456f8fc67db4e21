/* Where people of one voice stand, side by side: the stance as a word with its symbol, and below it who.
 * Those of one mind stand together; no stance is larger than another, however many they are. */

#include "ui/meeting/eup-wall-said.h"

#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-wall-words.h"

#define MOST_BESIDE 2
#define LONG_STANCE 16 /* letters: longer ones don't fit beside each other */

typedef struct
{
  char *stance;
  EupSide side;
  GPtrArray *names;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->stance);
  g_ptr_array_unref (group->names);
  g_free (group);
}

static Group *
find_group (GPtrArray *groups, const char *stance)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (((Group *) groups->pdata[i])->stance, stance))
      return groups->pdata[i];
  return NULL;
}

/* @name: (transfer full) */
static void
add (GPtrArray *groups, const char *stance, EupSide side, char *name)
{
  Group *group = find_group (groups, stance);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->stance = g_strdup (stance);
      group->side = side;
      group->names = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (groups, group);
    }
  g_ptr_array_add (group->names, name);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* People without names stand in each place where some of them do. */
static void
add_counts (GPtrArray *groups,
            const EupStatement *statement,
            const EupScale *scale,
            const EupPerson *person,
            const char *name,
            const char *language)
{
  for (guint i = 0; i < scale->options->len; i++)
    {
      const EupOption *option = scale->options->pdata[i];
      guint count = eup_statement_get_count (statement, EUP_ITEM_ANSWER, option->id);

      if (count > 0)
        add (groups, eup_text_get (option->label, language), option->side,
             g_strdup_printf (eup_wall_word (EUP_WALL_SOME_OF, language), name, count,
                              eup_person_get_size (person)));
    }
}
#pragma GCC diagnostic pop

/* In the order in which the stances come among the people. */
static GPtrArray *
make_groups (EupCase *kase, GPtrArray *statements)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  EupModel *model = eup_case_get_model (kase);
  const char *language = eup_rules_wall_language (assessment);
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];
      const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
      const EupQuestion *question = eup_method_find_question (model->method, statement->question);
      const EupScale *scale = question->scales[eup_person_voice (person)];
      g_autofree char *stance = eup_rules_stance_words (statement, assessment, model, language);
      g_autofree char *name = eup_wall_name (assessment, person);

      if (scale != NULL && question->items->len == 0 && eup_statement_has_counts (statement))
        add_counts (groups, statement, scale, person, name, language);
      else if (*stance != '\0')
        add (groups, stance, eup_rules_side (statement, assessment, model), g_steal_pointer (&name));
    }
  return groups;
}

/* Two short ones stand beside each other, more below each other. */
static gboolean
fit_beside (GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_utf8_strlen (((Group *) groups->pdata[i])->stance, -1) > LONG_STANCE)
      return FALSE;
  return groups->len <= MOST_BESIDE;
}

static GtkWidget *
new_cell (const Group *group, const char *language)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *names = eup_wall_say_people (group->names, language);
  const char *icon = eup_side_get_icon (group->side);

  gtk_widget_add_css_class (cell, "wall-stand");
  gtk_widget_add_css_class (head, "wall-stand-head");
  if (icon != NULL)
    {
      GtkWidget *symbol = gtk_image_new_from_icon_name (icon);

      gtk_widget_add_css_class (symbol, "wall-symbol");
      gtk_widget_set_valign (symbol, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (head), symbol);
    }
  gtk_widget_set_hexpand (eup_wall_append_label (head, group->stance, "wall-stance-long", 0), TRUE);
  gtk_box_append (GTK_BOX (cell), head);
  eup_wall_append_label (cell, names, "wall-stand-names", 0);
  return cell;
}

/**
 * eup_wall_sketch_new:
 * @statements: (element-type EupStatement): what people of one voice said
 *
 * Returns: (transfer floating) (nullable): where they stand; %NULL where they stand in one place
 */
GtkWidget *
eup_wall_sketch_new (EupCase *kase, GPtrArray *statements)
{
  const char *language = eup_rules_wall_language (eup_case_get_assessment (kase));
  g_autoptr (GPtrArray) groups = make_groups (kase, statements);
  gboolean beside = fit_beside (groups);
  GtkWidget *sketch;

  if (groups->len < 2)
    return NULL;
  sketch = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (sketch), beside);
  gtk_widget_add_css_class (sketch, "wall-sketch");
  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (GTK_BOX (sketch), new_cell (groups->pdata[i], language));
  return sketch;
}
