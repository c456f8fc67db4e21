/* What tests of windows share. */

#include "ui-test.h"

#include <locale.h>
#include "ui/common/eup-full-words.h"
#include "ui/common/eup-looks.h"
#include "util/eup-worker.h"

static GtkApplication *application;

/* The look comes with the application, as in the program; it is not on any bus. What would move is there at
 * once: how long a movement takes depends on how busy the machine is. */
void
ui_test_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  gtk_test_init (argc, argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application =
      GTK_APPLICATION (adw_application_new ("io.github.euphoria_care.Euphoria", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  eup_looks_follow ();
}

/* As the program does at its end, it waits for whoever still works beside. */
int
ui_test_run (void)
{
  int status = g_test_run ();

  g_assert_true (eup_worker_wait_for_all (60));
  return status;
}

/* A case file of tests/data/cases in a new store. */
EupCase *
ui_test_case (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "cases", name, NULL);
  g_autofree char *folder = g_dir_make_tmp ("euphoria-ui-XXXXXX", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-26T13:30:00Z", NULL);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (now);
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (EupModel) model = NULL;
  g_autofree char *country = NULL;
  g_autoptr (EupStore) store = NULL;
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment;

  assessment = eup_assessment_load (path, &problems, &error);
  g_assert_no_error (error);
  /* The pack's id is the country's code in small letters. */
  country = assessment->rules->id != NULL ? g_ascii_strup (assessment->rules->id, -1) : NULL;
  model = eup_model_new_shipped (country);
  g_clear_pointer (&assessment->decision->sealed, g_free);
  store = eup_store_open_sync (folder, &error);
  g_assert_no_error (error);
  return eup_case_new (store, model, clock, assessment);
}

/* Sends the case to its store, where only what is changed goes; a record needs its case there. */
void
ui_test_keep (EupCase *kase)
{
  eup_case_put (kase, EUP_PART_CARD, eup_case_edit (kase, EUP_PART_CARD, NULL));
}

const EupQuestion *
ui_test_question (EupCase *kase, const char *id)
{
  const EupQuestion *question = eup_method_find_question (eup_case_get_model (kase)->method, id);

  g_assert_nonnull (question);
  return question;
}

/* As if @question had never been asked. */
void
ui_test_forget (EupCase *kase, const char *question)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  eup_case_hide (kase, ui_test_question (kase, question));
  for (guint i = assessment->statements->len; i > 0; i--)
    {
      const EupStatement *statement = assessment->statements->pdata[i - 1];

      if (g_strcmp0 (statement->question, question) == 0)
        eup_case_remove (kase, EUP_PART_STATEMENT, statement->id);
    }
}

void
ui_test_say (EupCase *kase, const char *question, const char *person, const char *option, const char *words)
{
  EupStatement *statement = eup_case_edit_statement (kase, question, person);

  if (option != NULL)
    g_hash_table_replace (statement->stances, g_strdup (EUP_ITEM_ANSWER), g_strdup (option));
  g_set_str (&statement->words, words);
  eup_case_put (kase, EUP_PART_STATEMENT, statement);
}

/* (transfer full): a sitting in which @topic is asked first; then others of which nothing was said */
char *
ui_test_sit (EupCase *kase, const char *topic)
{
  const char *const topics[] = { topic, "q6", "q15", "q1", "q21", NULL };
  EupSitting *sitting = eup_shape_new (eup_part_shape (EUP_PART_SITTING));

  sitting->place = g_strdup ("Hemma");
  sitting->occasion = g_strdup ("afternoon");
  sitting->method = g_strdup ("talk");
  sitting->by = g_strdup ("Karin Lind");
  sitting->topics = g_strdupv ((char **) topics);
  return eup_case_begin_sitting (kase, sitting);
}

/* Shows a page in a window of just that size. */
GtkWindow *
ui_test_present (GtkWidget *child, int width, int height)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_navigation_view_new ();

  if (ADW_IS_NAVIGATION_PAGE (child))
    {
      GtkWidget *cases = gtk_label_new (NULL);

      adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), adw_navigation_page_new (cases, "Euphoria"));
      adw_navigation_view_set_animate_transitions (ADW_NAVIGATION_VIEW (view), FALSE);
      adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (child));
      child = view;
    }
  else
    {
      g_object_ref_sink (view);
      g_object_unref (view);
    }
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), child);
  eup_full_words_install (window); /* as EupWindow does */
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return GTK_WINDOW (window);
}

/* For any call that is answered later, with a GAsyncResult * that is NULL until then as its data. */
void
ui_test_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

void
ui_test_wait_for_answer (GAsyncResult **result)
{
  ui_test_wait (is_answered, result);
}

/* (transfer full): a workspace without a case, in a new folder. @clock: what it takes the time from */
EupWorkspace *
ui_test_workspace (EupClock *clock)
{
  g_autofree char *folder = g_dir_make_tmp ("euphoria-ui-XXXXXX", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EupWorkspace *workspace;

  eup_workspace_open_async (folder, clock, NULL, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  workspace = eup_workspace_open_finish (result, &error);
  g_assert_no_error (error);
  return workspace;
}

static gboolean
in (const char *haystack, const char *needle)
{
  return haystack != NULL && strstr (haystack, needle) != NULL;
}

static gboolean
widget_holds (GtkWidget *widget, const char *text)
{
  if (in (gtk_widget_get_tooltip_text (widget), text) || in (gtk_widget_get_name (widget), text))
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return in (gtk_label_get_label (GTK_LABEL (widget)), text);
  if (GTK_IS_EDITABLE (widget))
    return in (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
  if (GTK_IS_WINDOW (widget) && in (gtk_window_get_title (GTK_WINDOW (widget)), text))
    return TRUE;
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;
      g_autofree char *words = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      words = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      return in (words, text);
    }
  return FALSE;
}

static gboolean
accessible_holds (GtkWidget *widget, const char *text)
{
  static const GtkAccessibleProperty properties[] = { GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *wrong =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), properties[i], "\001");

      if (in (wrong, text))
        return TRUE;
    }
  return FALSE;
}

gboolean
ui_test_holds (GtkWidget *root, const char *text)
{
  if (widget_holds (root, text) || accessible_holds (root, text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ui_test_holds (child, text))
      return TRUE;
  return FALSE;
}

static void
add (GString *texts, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (texts, text);
  g_string_append_c (texts, '\n');
}

static void
add_shown (GString *texts, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    add (texts, gtk_label_get_label (GTK_LABEL (widget)));
  if (GTK_IS_EDITABLE (widget))
    add (texts, gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (GTK_IS_TEXT (widget))
    add (texts, gtk_text_get_placeholder_text (GTK_TEXT (widget)));
  if (GTK_IS_WINDOW (widget))
    add (texts, gtk_window_get_title (GTK_WINDOW (widget)));
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;
      g_autofree char *words = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      words = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      add (texts, words);
    }
}

static void
add_texts (GString *texts, GtkWidget *root)
{
  static const GtkAccessibleProperty properties[] = { GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                      GTK_ACCESSIBLE_PROPERTY_HELP_TEXT,
                                                      GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                                      GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION,
                                                      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT };

  add (texts, gtk_widget_get_tooltip_text (root));
  add (texts, gtk_widget_get_name (root));
  add_shown (texts, root);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *value =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (root), properties[i], "\001");

      add (texts, g_strcmp0 (value, "undefined") != 0 ? value : NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_texts (texts, child);
}

/* Every text under @root, seen or not, a line each: for many searches. */
char *
ui_test_texts (GtkWidget *root)
{
  GString *texts = g_string_new (NULL);

  add_texts (texts, root);
  return g_string_free (texts, FALSE);
}

/* The first widget of @type under @root, seen or not. */
GtkWidget *
ui_test_find_any (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ui_test_find_any (child, type);
  return found;
}

/* The first widget of @type under @root, seen, that holds @label somewhere (NULL: any). */
GtkWidget *
ui_test_find (GtkWidget *root, GType type, const char *label)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (label == NULL || ui_test_holds (root, label)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_test_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
ui_test_press (GtkWidget *root, const char *label)
{
  GtkWidget *button = ui_test_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
ui_test_choose (GtkWidget *root, const char *title)
{
  GtkWidget *row = ui_test_row (root, title);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_sensitive (row));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
}

void
ui_test_decide (EupCase *kase, UiTestDecide change)
{
  EupDecision *decision = eup_case_edit (kase, EUP_PART_DECISION, NULL);

  change (decision);
  eup_case_put (kase, EUP_PART_DECISION, decision);
}

void
ui_test_edit_card (EupCase *kase, UiTestEditCard change)
{
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, eup_case_get_id (kase));

  change (card);
  eup_case_put (kase, EUP_PART_CARD, card);
}

void
ui_test_act (GtkWidget *widget, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (action, &name, &target, NULL));
  gtk_widget_activate_action_variant (widget, name, target);
  ui_test_settle ();
}
