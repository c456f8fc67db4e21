/* The wall shows what may be seen and holds nothing else, seen or not. */

#include "ui-test.h"
#include "ui/meeting/eup-shared-window.h"

typedef struct
{
  EupCase *kase;
  EupSharedState *state;
  GtkWidget *window;
} Fixture;

static const char secret[] = "Vid bryggan sitter ju Gösta";

static void
open_window (Fixture *fixture)
{
  fixture->window = eup_shared_window_new (fixture->kase, fixture->state);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 720);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  fixture->state = eup_shared_state_new ();
  eup_case_set_note (fixture->kase, "Only the facilitator reads this");
  eup_shared_state_show (fixture->state, EUP_VIEW_QUESTION, ui_test_question (fixture->kase, "q16"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->state);
  g_object_unref (fixture->kase);
}

static void
assert_nothing_said_is_held (Fixture *fixture)
{
  GPtrArray *statements = eup_case_get_assessment (fixture->kase)->statements;

  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];

      if (statement->words != NULL && *statement->words != '\0')
        g_assert_false (ui_test_holds (fixture->window, statement->words));
      if (statement->reason != NULL && *statement->reason != '\0')
        g_assert_false (ui_test_holds (fixture->window, statement->reason));
    }
}

static void
hidden_answers_are_in_no_widget (Fixture *fixture, gconstpointer data)
{
  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  open_window (fixture);
  assert_nothing_said_is_held (fixture);
  g_assert_false (ui_test_holds (fixture->window, "Ingen skillnad"));
}

static void
an_answer_that_is_written_while_the_wall_is_open_stays_hidden (Fixture *fixture, gconstpointer data)
{
  ui_test_forget (fixture->kase, "q16");
  open_window (fixture);
  ui_test_say (fixture->kase, "q16", "anna", "good", "Nobody has heard this yet");
  ui_test_settle ();
  g_assert_false (ui_test_holds (fixture->window, "Nobody has heard this yet"));
  g_assert_true (ui_test_holds (fixture->window, "Har svarat"));
}

static void
revealed_answers_are_shown (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_true (ui_test_holds (fixture->window, secret));
  g_assert_true (ui_test_holds (fixture->window, "Här tänker vi olika"));
}

static void
answers_that_are_hidden_again_leave_the_wall (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  ui_test_settle ();
  assert_nothing_said_is_held (fixture);
}

static void
a_blank_wall_holds_nothing_of_the_case (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  eup_shared_state_set_blank (fixture->state, TRUE);
  ui_test_settle ();
  assert_nothing_said_is_held (fixture);
  g_assert_false (ui_test_holds (fixture->window, "GPS-larmet"));
  eup_shared_state_set_blank (fixture->state, FALSE);
  ui_test_settle ();
  g_assert_true (ui_test_holds (fixture->window, secret));
}

static void
private_things_are_never_on_the_wall (Fixture *fixture, gconstpointer data)
{
  const EupCard *card = eup_case_get_assessment (fixture->kase)->card;

  open_window (fixture);
  g_assert_false (ui_test_holds (fixture->window, "Only the facilitator reads this"));
  g_assert_false (ui_test_holds (fixture->window, card->personal_number));
  g_assert_false (ui_test_holds (fixture->window, card->name));
  g_assert_false (ui_test_holds (fixture->window, card->number));
}

static void
the_title_says_that_it_is_shared (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Anna – shared view");
}

static void
the_question_is_asked_in_the_words_for_the_resident_and_in_two_languages (Fixture *fixture,
                                                                          gconstpointer data)
{
  g_object_unref (fixture->kase);
  fixture->kase = ui_test_case ("medicine-dispenser.json");
  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  eup_shared_state_show (fixture->state, EUP_VIEW_QUESTION, ui_test_question (fixture->kase, "q16"));
  open_window (fixture);
  g_assert_true (ui_test_holds (fixture->window, "Skulle medicinautomaten göra att du träffar andra"));
  g_assert_true (ui_test_holds (fixture->window, "您和别人见面"));
}

static void
it_says_whose_turn_it_is (Fixture *fixture, gconstpointer data)
{
  ui_test_forget (fixture->kase, "q16");
  open_window (fixture);
  g_assert_false (ui_test_holds (fixture->window, "har ordet"));
  eup_shared_state_set_turn (fixture->state, EUP_VOICE_RESIDENT);
  ui_test_settle ();
  g_assert_true (ui_test_holds (fixture->window, "Anna har ordet"));
}

static void
letters_grow_with_the_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;
  int small, large;

  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  open_window (fixture);
  label = ui_test_find (fixture->window, GTK_TYPE_LABEL, "Skulle GPS-larmet");
  g_assert_nonnull (label);
  small = pango_font_description_get_size (
      pango_context_get_font_description (gtk_widget_get_pango_context (label)));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = eup_shared_window_new (fixture->kase, fixture->state);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  label = ui_test_find (fixture->window, GTK_TYPE_LABEL, "Skulle GPS-larmet");
  large = pango_font_description_get_size (
      pango_context_get_font_description (gtk_widget_get_pango_context (label)));
  g_assert_cmpint (large, >, small * 14 / 10);
}

/* Warnings of the toolkit end the test. */
static void
it_goes_to_full_size_and_back (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 1920, 700, 1600, 640, 1280 };

  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  open_window (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], widths[i] * 9 / 16);
      ui_test_settle ();
      g_assert_cmpint (ABS (gtk_widget_get_width (fixture->window) - widths[i]), <=, 20);
    }
}

static int
size_of_question (Fixture *fixture)
{
  GtkWidget *label = ui_test_find (fixture->window, GTK_TYPE_LABEL, "Skulle GPS-larmet");

  g_assert_nonnull (label);
  return pango_font_description_get_size (
      pango_context_get_font_description (gtk_widget_get_pango_context (label)));
}

static void
letters_can_be_made_larger (Fixture *fixture, gconstpointer data)
{
  int before;

  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  open_window (fixture);
  before = size_of_question (fixture);
  eup_shared_state_set_zoom (fixture->state, 1.5);
  ui_test_settle ();
  g_assert_cmpint (size_of_question (fixture), >, before * 14 / 10);
  eup_shared_state_set_zoom (fixture->state, 9);
  g_assert_cmpfloat (eup_shared_state_get_zoom (fixture->state), ==, 2);
}

#define ADD(name) g_test_add ("/shared-window/" #name, Fixture, NULL, set_up, name, tear_down)

/* A label with just these words that is seen. */
static GtkWidget *
shown (Fixture *fixture, const char *words)
{
  GtkWidget *label = ui_test_find (fixture->window, GTK_TYPE_LABEL, words);

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
  return label;
}

static GtkWidget *
find_class (GtkWidget *root, const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (root, css_class) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_class (child, css_class);
  return found;
}

static void
two_relatives_who_differ_stand_side_by_side (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t one, other;
  GtkWidget *sketch, *per, *eva;

  open_window (fixture);
  sketch = find_class (fixture->window, "wall-sketch");
  g_assert_nonnull (sketch);
  per = gtk_widget_get_first_child (sketch);
  eva = gtk_widget_get_next_sibling (per);
  g_assert_true (ui_test_holds (per, "Per B.") && ui_test_holds (per, "Ingen skillnad"));
  g_assert_true (ui_test_holds (eva, "Eva B.") && ui_test_holds (eva, "Bättre"));
  g_assert_true (gtk_widget_compute_bounds (per, fixture->window, &one));
  g_assert_true (gtk_widget_compute_bounds (eva, fixture->window, &other));
  g_assert_cmpfloat (one.origin.y, ==, other.origin.y);
  g_assert_cmpfloat (one.origin.x + one.size.width, <=, other.origin.x);
}

static void
people_without_names_are_counted_on_the_wall (Fixture *fixture, gconstpointer data)
{
  EupPerson *person = eup_case_edit (fixture->kase, EUP_PART_PERSON, "natt");
  EupStatement *counted;

  g_set_str (&person->size, "5");
  eup_case_put (fixture->kase, EUP_PART_PERSON, person);
  counted = eup_case_edit_statement (fixture->kase, "q16", "natt");
  eup_statement_set_count (counted, EUP_ITEM_ANSWER, "worse", 3);
  eup_statement_set_count (counted, EUP_ITEM_ANSWER, "same", 2);
  eup_case_put (fixture->kase, EUP_PART_STATEMENT, counted);
  open_window (fixture);
  shown (fixture, "Nattpersonalen (3\302\240av\302\2405)");
  shown (fixture, "Maria Ek och Nattpersonalen (2\302\240av\302\2405)");
}

static void
the_residents_full_name_is_never_on_the_wall (Fixture *fixture, gconstpointer data)
{
  EupPerson *anna = eup_case_edit (fixture->kase, EUP_PART_PERSON, "anna");

  g_set_str (&anna->name, "Anna Bengtsdotter");
  eup_case_put (fixture->kase, EUP_PART_PERSON, anna);
  open_window (fixture);
  g_assert_false (ui_test_holds (fixture->window, "Bengtsdotter"));
  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  eup_shared_state_set_turn (fixture->state, EUP_VOICE_RESIDENT);
  ui_test_settle ();
  g_assert_false (ui_test_holds (fixture->window, "Bengtsdotter"));
}

/* The case's languages are Swedish alone here: what is translated to Chinese is not for this wall. */
static void
a_translation_is_shown_where_the_wall_speaks_its_language (Fixture *fixture, gconstpointer data)
{
  EupStatement *said = eup_case_edit_statement (fixture->kase, "q16", "per");
  EupCard *card;

  g_set_str (&said->translation, "大概没什么区别。");
  g_set_str (&said->translation_language, "zh");
  eup_case_put (fixture->kase, EUP_PART_STATEMENT, said);
  open_window (fixture);
  g_assert_false (ui_test_holds (fixture->window, "大概没什么区别。"));
  card = eup_case_edit (fixture->kase, EUP_PART_CARD, NULL);
  g_set_str (&card->second_language, "zh");
  eup_case_put (fixture->kase, EUP_PART_CARD, card);
  ui_test_settle ();
  shown (fixture, "译文：大概没什么区别。");
  shown (fixture, "”Det gör nog ingen skillnad.”");
}

/* Anna was asked two days before, with pictures, and now says that it is right. */
static void
where_words_come_from_and_who_spoke_first_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (eup_case_confirm (fixture->kase, "s-q16-anna", "yes", "meeting", NULL, &error));
  g_assert_no_error (error);
  open_window (fixture);
  shown (fixture, "Med egna ord: Anna · med bilder · 24 november 2026 · bekräftat av Anna · talade först");
  g_assert_true (ui_test_holds (fixture->window, "talade som nummer 2"));
  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  ui_test_settle ();
  g_assert_false (ui_test_holds (fixture->window, "talade"));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (hidden_answers_are_in_no_widget);
  ADD (an_answer_that_is_written_while_the_wall_is_open_stays_hidden);
  ADD (revealed_answers_are_shown);
  ADD (answers_that_are_hidden_again_leave_the_wall);
  ADD (a_blank_wall_holds_nothing_of_the_case);
  ADD (private_things_are_never_on_the_wall);
  ADD (the_title_says_that_it_is_shared);
  ADD (the_question_is_asked_in_the_words_for_the_resident_and_in_two_languages);
  ADD (it_says_whose_turn_it_is);
  ADD (letters_grow_with_the_window);
  ADD (it_goes_to_full_size_and_back);
  ADD (letters_can_be_made_larger);
  ADD (two_relatives_who_differ_stand_side_by_side);
  ADD (people_without_names_are_counted_on_the_wall);
  ADD (the_residents_full_name_is_never_on_the_wall);
  ADD (a_translation_is_shown_where_the_wall_speaks_its_language);
  ADD (where_words_come_from_and_who_spoke_first_is_told);
  return ui_test_run ();
}
