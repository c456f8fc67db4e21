/* One row a task: a check button in front, the words beside it. Ticking off never hides a task: whoever
 * takes over the case sees what was done. */

#include "ui/meeting/eup-tasks-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"

struct _EupTasksGroup
{
  AdwPreferencesGroup parent_instance;

  EupCase *kase;
  char *stage; /* its id */
  char *shape; /* the words that are shown, to see when they change */
  GPtrArray *rows;
  GPtrArray *checks; /* GtkCheckButton, named by the task's id */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupTasksGroup, eup_tasks_group, ADW_TYPE_PREFERENCES_GROUP)

static const EupStage *
find_stage (EupTasksGroup *self)
{
  GPtrArray *stages = eup_method_get_stages (eup_case_get_model (self->kase)->method);

  for (guint i = 0; i < stages->len; i++)
    if (g_strcmp0 (((EupStage *) stages->pdata[i])->id, self->stage) == 0)
      return stages->pdata[i];
  return NULL;
}

static char *
say (EupTasksGroup *self, const EupText *text)
{
  return eup_rules_say (text, eup_ui_language (), eup_case_get_assessment (self->kase),
                        eup_case_get_model (self->kase));
}

static gboolean
is_done (EupTasksGroup *self, const char *task)
{
  char **done = eup_case_get_assessment (self->kase)->card->done;

  return done != NULL && g_strv_contains ((const char *const *) done, task);
}

/* Keeps what other stages' tasks have ticked off, in its order. */
static void
ticked_cb (GtkCheckButton *check, EupTasksGroup *self)
{
  const char *task = gtk_widget_get_name (GTK_WIDGET (check));
  gboolean active = gtk_check_button_get_active (check);
  g_autoptr (GStrvBuilder) done = g_strv_builder_new ();
  EupCard *card;

  if (self->filling || is_done (self, task) == active)
    return;
  card = eup_case_edit (self->kase, EUP_PART_CARD, NULL);
  for (guint i = 0; card->done != NULL && card->done[i] != NULL; i++)
    if (!g_str_equal (card->done[i], task))
      g_strv_builder_add (done, card->done[i]);
  if (active)
    g_strv_builder_add (done, task);
  g_strfreev (card->done);
  card->done = g_strv_builder_end (done);
  eup_case_put (self->kase, EUP_PART_CARD, card);
}

static void
add_row (EupTasksGroup *self, const EupItem *task, const char *words)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_set_name (check, task->id);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect (check, "toggled", G_CALLBACK (ticked_cb), self);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* Names and the technology stand in the words, so rows are made anew when those change. */
static void
fill (EupTasksGroup *self, const EupStage *stage)
{
  g_autoptr (GString) shape = g_string_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *intro = stage != NULL && stage->intro != NULL ? say (self, stage->intro) : NULL;

  for (guint i = 0; stage != NULL && i < stage->tasks->len; i++)
    {
      g_ptr_array_add (words, say (self, ((EupItem *) stage->tasks->pdata[i])->label));
      g_string_append_printf (shape, "%s\n", (char *) words->pdata[i]);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), intro);
  if (!g_set_str (&self->shape, shape->str))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < words->len; i++)
    add_row (self, stage->tasks->pdata[i], words->pdata[i]);
}

static void
refresh (EupTasksGroup *self)
{
  const EupStage *stage = find_stage (self);
  gboolean sealed = eup_case_is_sealed (self->kase);
  guint n = 0;

  self->filling = TRUE;
  fill (self, stage);
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = self->checks->pdata[i];
      gboolean done = is_done (self, gtk_widget_get_name (check));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
      gtk_widget_set_visible (check, !sealed);
      n += done ? 1 : 0;
    }
  if (stage != NULL && self->checks->len > 0)
    {
      const char *title = eup_text_get (stage->title, eup_ui_language ());
      /* Translators: a list of tasks, and how many are done: "Preparation: 3 of 13 done" */
      g_autofree char *counted =
          sealed ? g_strdup (title)
                 : g_strdup_printf (_ ("%1$s: %2$u of %3$u done"), title, n, self->checks->len);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), counted);
    }
  self->filling = FALSE;
}

static void
eup_tasks_group_dispose (GObject *object)
{
  EupTasksGroup *self = EUP_TASKS_GROUP (object);

  self->filling = TRUE;
  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->shape, g_free);
  g_clear_pointer (&self->stage, g_free);
  G_OBJECT_CLASS (eup_tasks_group_parent_class)->dispose (object);
}

static void
eup_tasks_group_class_init (EupTasksGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_tasks_group_dispose;
}

static void
eup_tasks_group_init (EupTasksGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
}

/**
 * eup_tasks_group_new:
 * @kase: (transfer none): the case
 * @stage: the id of the stage whose tasks they are
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
eup_tasks_group_new (EupCase *kase, const char *stage)
{
  EupTasksGroup *self = g_object_new (EUP_TYPE_TASKS_GROUP, NULL);

  eup_tasks_group_set_case (self, kase, stage);
  return GTK_WIDGET (self);
}

/**
 * eup_tasks_group_set_case:
 * @kase: (transfer none): the case; set once
 * @stage: the id of the stage whose tasks they are
 */
void
eup_tasks_group_set_case (EupTasksGroup *self, EupCase *kase, const char *stage)
{
  g_return_if_fail (EUP_IS_TASKS_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  self->stage = g_strdup (stage);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}

/**
 * eup_tasks_group_get_n_tasks:
 *
 * Returns: how many tasks there are to tick off
 */
guint
eup_tasks_group_get_n_tasks (EupTasksGroup *self)
{
  return self->checks->len;
}
