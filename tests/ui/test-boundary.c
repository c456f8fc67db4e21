/* The wall's boundary. Everything private in a case is a mark that can be found again; wherever the meeting
 * is and whatever the wall shows, no mark is under the shared window that must not be: not in a label or
 * a field, a tooltip or an accessible name, seen or not. */

#include "ui-test.h"
#include "ui/meeting/eup-meeting-page.h"

/* One private thing: never on the wall, or not before its question's answers are shown. */
typedef struct
{
  char *mark;
  const char *question; /* (nullable): never */
  const char *person;
} Secret;

typedef struct
{
  EupCase *kase;
  GPtrArray *secrets; /* Secret */
  EupMeetingPage *page;
  GtkWindow *window;
  GtkWidget *wall;
} Fixture;

static void
secret_free (gpointer data)
{
  Secret *secret = data;

  g_free (secret->mark);
  g_free (secret);
}

/* Puts a mark in place of a text. */
static void
mark (Fixture *fixture, char **text, const char *question, const char *person)
{
  Secret *secret = g_new0 (Secret, 1);

  secret->mark = g_strdup_printf ("mark-%u.", fixture->secrets->len);
  secret->question = g_intern_string (question);
  secret->person = g_intern_string (person);
  g_ptr_array_add (fixture->secrets, secret);
  g_set_str (text, secret->mark);
}

static void
mark_fields (Fixture *fixture, EupStatement *statement)
{
  GHashTableIter iter;
  gpointer id, value;
  g_autoptr (GHashTable) marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (statement->fields == NULL)
    return;
  g_hash_table_iter_init (&iter, statement->fields);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      char *text = NULL;

      mark (fixture, &text, statement->question, statement->person);
      g_hash_table_replace (marked, g_strdup (id), text);
    }
  g_hash_table_iter_init (&iter, marked);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_replace (statement->fields, g_strdup (id), g_strdup (value));
}

/* What was answered: a secret until it is shown. Who wrote it down is one for good. */
static void
mark_statements (Fixture *fixture)
{
  const GPtrArray *all = eup_case_get_assessment (fixture->kase)->statements;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (ids, g_strdup (((EupStatement *) all->pdata[i])->id));
  for (guint i = 0; i < ids->len; i++)
    {
      EupStatement *statement = eup_case_edit (fixture->kase, EUP_PART_STATEMENT, ids->pdata[i]);
      char **texts[] = { &statement->words, &statement->translation, &statement->translator,
                         &statement->source, statement->non_answer != NULL ? &statement->reason : NULL };

      for (guint t = 0; t < G_N_ELEMENTS (texts) && texts[t] != NULL; t++)
        mark (fixture, texts[t], statement->question, statement->person);
      mark_fields (fixture, statement);
      mark (fixture, &statement->entered_by, NULL, NULL);
      eup_case_put (fixture->kase, EUP_PART_STATEMENT, statement);
    }
}

static void
mark_card (Fixture *fixture)
{
  EupCard *card = eup_case_edit (fixture->kase, EUP_PART_CARD, NULL);
  char **texts[] = { &card->name,          &card->personal_number,    &card->number,
                     &card->product,       &card->authority,          &card->unit,
                     &card->place,         &card->urgent_reason,      &card->impact_assessment,
                     &card->second_reader, &card->second_reader_role, &card->second_reader_view };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    mark (fixture, texts[i], NULL, NULL);
  eup_case_put (fixture->kase, EUP_PART_CARD, card);
}

/* One part of each kind that keeps what is not for the wall. Lists are read anew: they change. */
static void
mark_parts (Fixture *fixture)
{
  const EupAssessment *assessment = eup_case_get_assessment (fixture->kase);
  EupSitting *sitting = eup_case_edit (fixture->kase, EUP_PART_SITTING, NULL);
  EupSign *sign = eup_case_edit (fixture->kase, EUP_PART_SIGN, NULL);

  for (guint i = 0; i < assessment->people->len; i++)
    {
      EupPerson *person =
          eup_case_edit (fixture->kase, EUP_PART_PERSON, ((EupPerson *) assessment->people->pdata[i])->id);

      mark (fixture, &person->reason, NULL, NULL);
      g_set_str (&person->interest, "some");
      mark (fixture, &person->interest_words, NULL, NULL);
      eup_case_put (fixture->kase, EUP_PART_PERSON, person);
    }
  for (guint i = 0; i < assessment->attempts->len; i++)
    {
      EupAttempt *attempt = eup_case_edit (fixture->kase, EUP_PART_ATTEMPT,
                                           ((EupAttempt *) assessment->attempts->pdata[i])->id);

      mark (fixture, &attempt->note, NULL, NULL);
      mark (fixture, &attempt->by, NULL, NULL);
      mark (fixture, &attempt->occasion, NULL, NULL);
      eup_case_put (fixture->kase, EUP_PART_ATTEMPT, attempt);
    }
  for (guint i = 0; i < assessment->consents->len; i++)
    {
      EupConsent *consent = eup_case_edit (fixture->kase, EUP_PART_CONSENT,
                                           ((EupConsent *) assessment->consents->pdata[i])->id);

      mark (fixture, &consent->words, NULL, NULL);
      mark (fixture, &consent->explained, NULL, NULL);
      mark (fixture, &consent->asked_by, NULL, NULL);
      eup_case_put (fixture->kase, EUP_PART_CONSENT, consent);
    }
  for (guint i = 0; i < assessment->dissents->len; i++)
    {
      EupDissent *dissent = eup_case_edit (fixture->kase, EUP_PART_DISSENT,
                                           ((EupDissent *) assessment->dissents->pdata[i])->id);

      mark (fixture, &dissent->words, NULL, NULL);
      eup_case_put (fixture->kase, EUP_PART_DISSENT, dissent);
    }
  g_set_str (&sitting->began, "2026-11-24T10:00:00Z");
  mark (fixture, &sitting->note, NULL, NULL);
  mark (fixture, &sitting->by, NULL, NULL);
  eup_case_put (fixture->kase, EUP_PART_SITTING, sitting);
  g_set_str (&sign->sign, "tired");
  g_set_str (&sign->at, "2026-11-26T13:31:00Z");
  mark (fixture, &sign->by, NULL, NULL);
  eup_case_put (fixture->kase, EUP_PART_SIGN, sign);
}

static void
set_up (Fixture *fixture, gconstpointer file)
{
  char *note = NULL;

  fixture->secrets = g_ptr_array_new_with_free_func (secret_free);
  fixture->kase = ui_test_case (file ? file : "gps-alarm.json");
  mark (fixture, &note, NULL, NULL);
  eup_case_set_note (fixture->kase, note);
  g_free (note);
  mark_card (fixture);
  mark_parts (fixture);
  mark_statements (fixture);
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), 1366, 768);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.shared", NULL);
  fixture->wall = GTK_WIDGET (eup_meeting_page_get_shared_window (fixture->page));
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_ptr_array_unref (fixture->secrets);
  g_object_unref (fixture->kase);
}

static void
hide_all (Fixture *fixture)
{
  const GPtrArray *questions = eup_method_get_questions (eup_case_get_model (fixture->kase)->method);

  for (guint i = 0; i < questions->len; i++)
    eup_case_hide (fixture->kase, questions->pdata[i]);
}

static gboolean
is_revealed (Fixture *fixture, const char *question)
{
  return eup_rules_is_revealed (eup_case_get_assessment (fixture->kase),
                                ui_test_question (fixture->kase, question));
}

/* The first mark under @root that must not be there; NULL where there is none. @open is the question whose
 * answer is open to be written in, on one screen. */
static const Secret *
find_leak (Fixture *fixture, GtkWidget *root, const char *open)
{
  g_autofree char *held = ui_test_texts (root);

  for (guint i = 0; i < fixture->secrets->len; i++)
    {
      const Secret *secret = fixture->secrets->pdata[i];

      if (strstr (held, secret->mark) != NULL &&
          (secret->question == NULL ||
           (!is_revealed (fixture, secret->question) && g_strcmp0 (open, secret->question) != 0)))
        return secret;
    }
  return NULL;
}

static void
assert_closed (Fixture *fixture)
{
  const Secret *leak = find_leak (fixture, fixture->wall, NULL);

  if (leak != NULL)
    g_error ("“%s” of %s, %s is on the wall", leak->mark, leak->question ? leak->question : "the case",
             leak->person ? leak->person : "nobody");
  g_assert_null (ui_test_find_any (fixture->wall, ADW_TYPE_TOAST_OVERLAY));
  g_assert_null (ui_test_find_any (fixture->wall, ADW_TYPE_BANNER));
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
}

/* Everything that the wall can show of where the meeting is, blank and not. */
static void
look_at_every_view (Fixture *fixture)
{
  EupSharedState *state = eup_meeting_page_get_shared_state (fixture->page);
  EupView now = eup_shared_state_get_view (state);
  const EupQuestion *question = eup_shared_state_get_question (state);

  assert_closed (fixture);
  for (guint view = 0; view < EUP_N_VIEWS; view++)
    if (view != EUP_VIEW_QUESTION || question != NULL)
      {
        eup_shared_state_show (state, (EupView) view, question);
        assert_closed (fixture);
      }
  eup_shared_state_show (state, now, question);
}

/* From the first place to the last, as the meeting goes. */
static guint
walk (Fixture *fixture, void (*look) (Fixture *fixture))
{
  const EupAssessment *assessment = eup_case_get_assessment (fixture->kase);
  EupModel *model = eup_case_get_model (fixture->kase);
  g_autoptr (GArray) places = eup_rules_places (assessment, model);

  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *name = eup_place_to_name (&g_array_index (places, EupPlace, i));

      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.go-to", "s", name);
      look (fixture);
    }
  return places->len;
}

static void
nothing_hidden_or_private_is_on_the_wall_at_any_place (Fixture *fixture, gconstpointer data)
{
  hide_all (fixture);
  g_assert_cmpuint (walk (fixture, look_at_every_view), >, 4);
}

static void
nothing_private_is_on_the_wall_when_all_answers_are_shown (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (walk (fixture, look_at_every_view), >, 4);
}

/* Whoever has the word: the answers of all others are away. */
static void
look_with_each_turn (Fixture *fixture)
{
  for (int voice = 1; voice <= EUP_N_VOICES; voice++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.lane", "i", voice);
      assert_closed (fixture);
    }
}

static void
giving_the_word_shows_nothing (Fixture *fixture, gconstpointer data)
{
  hide_all (fixture);
  walk (fixture, look_with_each_turn);
}

static void
assert_words_are_shown (Fixture *fixture)
{
  const EupQuestion *question = eup_meeting_page_get_question (fixture->page);
  g_autofree char *held = ui_test_texts (fixture->wall);
  const GPtrArray *statements = eup_case_get_assessment (fixture->kase)->statements;

  if (question == NULL || question->kind != EUP_QUESTION_STATEMENT || !is_revealed (fixture, question->id))
    return;
  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];

      if (g_str_equal (statement->question, question->id) && !eup_statement_is_empty (statement))
        g_assert_nonnull (strstr (held, statement->words));
    }
}

static void
what_is_shown_is_there (Fixture *fixture, gconstpointer data)
{
  walk (fixture, assert_words_are_shown);
}

/* Not only no answer: nothing of what was on it. */
static void
assert_blank (Fixture *fixture)
{
  EupSharedState *state = eup_meeting_page_get_shared_state (fixture->page);
  const EupQuestion *question = eup_meeting_page_get_question (fixture->page);
  g_autofree char *held = NULL;

  eup_shared_state_set_blank (state, TRUE);
  assert_closed (fixture);
  held = ui_test_texts (fixture->wall);
  for (guint i = 0; i < fixture->secrets->len; i++)
    g_assert_null (strstr (held, ((Secret *) fixture->secrets->pdata[i])->mark));
  if (question != NULL)
    g_assert_null (strstr (held, eup_text_get (question->title, "sv")));
  eup_shared_state_set_blank (state, FALSE);
}

static void
a_blank_wall_holds_no_word (Fixture *fixture, gconstpointer data)
{
  walk (fixture, assert_blank);
}

/* The stances have words of the method, which can't be marks. */
static void
assert_no_stance (Fixture *fixture)
{
  const EupQuestion *question = eup_meeting_page_get_question (fixture->page);
  EupModel *model = eup_case_get_model (fixture->kase);
  const GPtrArray *statements = eup_case_get_assessment (fixture->kase)->statements;
  g_autofree char *held = ui_test_texts (fixture->wall);

  for (guint i = 0; question != NULL && i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];
      g_autofree char *stance = NULL;

      if (!g_str_equal (statement->question, question->id))
        continue;
      stance = eup_rules_stance_words (statement, eup_case_get_assessment (fixture->kase), model, "sv");
      /* A short word may be in the question itself. */
      if (stance != NULL && g_utf8_strlen (stance, -1) > 6)
        g_assert_null (strstr (held, stance));
    }
}

static void
no_stance_is_on_the_wall_before_it_is_shown (Fixture *fixture, gconstpointer data)
{
  hide_all (fixture);
  walk (fixture, assert_no_stance);
}

/* On one screen the lane with the word is open, for one person at a time; nothing else is. */
static void
look_at_one_screen (Fixture *fixture)
{
  const EupQuestion *question = eup_meeting_page_get_question (fixture->page);

  for (int voice = 0; question != NULL && voice < EUP_N_VOICES; voice++)
    {
      const char *seen = NULL;
      g_autofree char *held = NULL;

      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.lane", "i", voice + 1);
      g_assert_null (find_leak (fixture, fixture->wall, question->id));
      held = ui_test_texts (fixture->wall);
      for (guint i = 0; i < fixture->secrets->len; i++)
        {
          const Secret *secret = fixture->secrets->pdata[i];

          if (strstr (held, secret->mark) == NULL)
            continue;
          g_assert_true (seen == NULL || g_str_equal (seen, secret->person));
          seen = secret->person;
          g_assert_cmpint ((int) eup_person_voice (
                               eup_assessment_find_person (eup_case_get_assessment (fixture->kase), seen)),
                           ==, eup_meeting_page_get_turn (fixture->page));
        }
    }
}

static void
on_one_screen_only_one_answer_is_open (Fixture *fixture, gconstpointer data)
{
  hide_all (fixture);
  act (fixture, "meeting.one-screen");
  walk (fixture, look_at_one_screen);
}

/* What is said for a moment is said in the facilitator's window: here that there is one screen only. */
static void
toasts_stay_in_the_facilitators_window (Fixture *fixture, gconstpointer data)
{
  static const char words[] = "Does the room see this same screen?";

  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->window), words));
  g_assert_false (ui_test_holds (fixture->wall, words));
}

/* Ways in which something could come under the window without being seen. */
static void
leak_in_hidden_label (GtkWidget *label, const char *mark)
{
  gtk_label_set_label (GTK_LABEL (label), mark);
  gtk_widget_set_visible (label, FALSE);
}

static void
leak_in_tooltip (GtkWidget *label, const char *mark)
{
  gtk_widget_set_tooltip_text (label, mark);
}

static void
leak_in_name (GtkWidget *label, const char *mark)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, mark, -1);
}

static void
leak_in_description (GtkWidget *label, const char *mark)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mark, -1);
}

static void
leak_in_title (GtkWidget *label, const char *mark)
{
  gtk_window_set_title (GTK_WINDOW (gtk_widget_get_root (label)), mark);
}

static void
leak_in_popover (GtkWidget *label, const char *mark)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), gtk_label_new (mark));
  gtk_widget_set_parent (popover, gtk_widget_get_parent (label));
}

static void
leak_in_field (GtkWidget *label, const char *mark)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), mark, -1);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (label)), view);
}

static void
the_search_finds_a_leak_wherever_it_is (Fixture *fixture, gconstpointer data)
{
  void (*const leaks[]) (GtkWidget *, const char *) = {
    leak_in_hidden_label, leak_in_tooltip, leak_in_name,  leak_in_description,
    leak_in_title,        leak_in_popover, leak_in_field,
  };
  const Secret *note = fixture->secrets->pdata[0];

  g_assert_null (find_leak (fixture, fixture->wall, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (leaks); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *label = gtk_label_new ("harmless");

      gtk_box_append (GTK_BOX (box), label);
      gtk_window_set_child (GTK_WINDOW (window), box);
      g_assert_null (find_leak (fixture, window, NULL));
      leaks[i](label, note->mark);
      g_assert_true (find_leak (fixture, window, NULL) == note);
      for (GtkWidget *child = gtk_widget_get_last_child (box); GTK_IS_POPOVER (child);
           child = gtk_widget_get_last_child (box))
        gtk_widget_unparent (child);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

#define ADD(name, file) g_test_add ("/boundary/" #name, Fixture, file, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (the_search_finds_a_leak_wherever_it_is, NULL);
  ADD (nothing_hidden_or_private_is_on_the_wall_at_any_place, NULL);
  ADD (nothing_private_is_on_the_wall_when_all_answers_are_shown, NULL);
  ADD (giving_the_word_shows_nothing, NULL);
  ADD (no_stance_is_on_the_wall_before_it_is_shown, NULL);
  ADD (what_is_shown_is_there, NULL);
  ADD (a_blank_wall_holds_no_word, NULL);
  ADD (on_one_screen_only_one_answer_is_open, NULL);
  ADD (toasts_stay_in_the_facilitators_window, NULL);
  return ui_test_run ();
}
