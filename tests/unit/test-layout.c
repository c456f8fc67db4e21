/* The record as pages: tags in order, places for signatures, the same bytes on any thread. */

#include "eup-sample.h"
#include "record/eup-finish.h"
#include "record/eup-layout.h"
#include "record/eup-reading.h"

#include <string.h>

#define DIGEST "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static EupSnapshot *
make_snapshot (const char *name, const char *language)
{
  g_autoptr (EupAssessment) assessment = eup_sample_file (name);
  g_autoptr (EupModel) model = eup_model_new_shipped (assessment->rules->id);

  g_set_str (&assessment->decision->sealed, "2026-11-26T15:31:00+01:00");
  return eup_snapshot_new (assessment, model, language, FALSE);
}

static EupPages *
make_pages (const EupSnapshot *snapshot)
{
  g_autoptr (GError) error = NULL;
  EupPages *pages = eup_layout_run (snapshot, DIGEST, &error);

  g_assert_no_error (error);
  return pages;
}

static const EupTag *
get_tag (const EupPages *pages, guint i)
{
  return g_ptr_array_index (pages->tags, i);
}

static void
headings_leave_no_level_out (void)
{
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("gps-alarm.json", "sv");
  g_autoptr (EupPages) pages = make_pages (snapshot);
  int level = 0;
  guint n = 0;

  g_assert_cmpstr (get_tag (pages, 0)->name, ==, "Document");
  for (guint i = 0; i < pages->tags->len; i++)
    {
      const char *name = get_tag (pages, i)->name;

      if (name[0] != 'H' || !g_ascii_isdigit (name[1]))
        continue;
      g_assert_cmpint (name[1] - '0', <=, level + 1);
      level = name[1] - '0';
      n++;
    }
  g_assert_cmpuint (n, >, 20);
}

static void
every_head_of_a_table_says_what_it_heads (void)
{
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("gps-alarm.json", "sv");
  g_autoptr (EupPages) pages = make_pages (snapshot);
  guint n = 0;

  for (guint i = 0; i < pages->tags->len; i++)
    if (g_str_equal (get_tag (pages, i)->name, "TH"))
      {
        g_assert_nonnull (get_tag (pages, i)->scope);
        n++;
      }
  g_assert_cmpuint (n, >, 20);
}

static void
words_in_another_language_say_so (void)
{
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("medicine-dispenser.json", "sv");
  g_autoptr (EupPages) pages = make_pages (snapshot);
  guint n = 0;

  for (guint i = 0; i < pages->tags->len; i++)
    n += g_strcmp0 (get_tag (pages, i)->lang, "zh-CN") == 0;
  g_assert_cmpuint (n, >, 0);
}

static void
whoever_has_no_voice_has_no_symbol_but_is_there (void)
{
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("urgent-door-lock.json", "sv");
  g_autoptr (EupPages) before = make_pages (snapshot);
  g_autoptr (EupPages) after = NULL;
  EupPerson *person = eup_shape_new (eup_part_shape (EUP_PART_PERSON));
  EupDissent *dissent = eup_shape_new (eup_part_shape (EUP_PART_DISSENT));

  person->id = g_strdup ("wang");
  person->name = g_strdup ("Wang Jun");
  person->voice = g_strdup ("none");
  dissent->id = g_strdup ("wang");
  dissent->answer = g_strdup ("none");
  eup_assessment_put (snapshot->assessment, EUP_PART_PERSON, person);
  eup_assessment_put (snapshot->assessment, EUP_PART_DISSENT, dissent);
  after = make_pages (snapshot);
  g_assert_cmpuint (after->tags->len, >, before->tags->len);
}

static void
people_without_a_name_are_called_something (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_file ("urgent-door-lock.json");
  g_autoptr (EupModel) model = eup_model_new_shipped (NULL);
  g_autoptr (EupSnapshot) snapshot = NULL;
  g_autoptr (EupPages) pages = NULL;

  for (guint i = 0; i < assessment->people->len; i++)
    g_clear_pointer (&((EupPerson *) assessment->people->pdata[i])->name, g_free);
  snapshot = eup_snapshot_new (assessment, model, "sv", TRUE);
  pages = make_pages (snapshot);
  g_assert_cmpuint (pages->tags->len, >, 20);
}

/* That the places are these, all on the paper and each in an element of its own. */
static void
check_places (const EupPages *pages, const char *const *names)
{
  g_assert_cmpuint (pages->slots->len, ==, g_strv_length ((char **) names));
  for (guint i = 0; names[i] != NULL; i++)
    {
      const EupSlot *slot = g_ptr_array_index (pages->slots, i);

      g_assert_cmpstr (slot->name, ==, names[i]);
      g_assert_cmpstr (get_tag (pages, slot->tag)->name, ==, "Sect");
      g_assert_cmpfloat (slot->y + slot->height, <, 774);
      g_assert_cmpfloat (slot->x + slot->width, <, 539);
    }
}

static void
five_can_sign (void)
{
  static const char *const names[] = {
    "decision-maker", "facilitator", "presenter", "spare-1", "spare-2", "spare-3", NULL,
  };
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("gps-alarm.json", "sv");
  g_autoptr (EupPages) pages = make_pages (snapshot);

  check_places (pages, names);
  g_assert_nonnull (strstr (((EupSlot *) pages->slots->pdata[0])->label, "Karin Lund"));
}

/* Maria Ek decides too, and Karin Lund, who decides, is among the people as well. */
static void
there_is_a_place_for_each_who_has_a_reason_to_sign (void)
{
  static const char *const names[] = {
    "decision-maker", "facilitator", "decides-1", "presenter", "second-reader",
    "spare-1",        "spare-2",     "spare-3",   NULL,
  };
  g_autoptr (EupAssessment) assessment = eup_sample_file ("gps-alarm.json");
  g_autoptr (EupModel) model = eup_model_new_shipped (assessment->rules->id);
  g_autoptr (EupSnapshot) snapshot = NULL;
  g_autoptr (EupPages) pages = NULL;

  for (guint i = 0; i < assessment->people->len; i++)
    if (g_str_equal (((EupPerson *) assessment->people->pdata[i])->name, "Maria Ek"))
      ((EupPerson *) assessment->people->pdata[i])->decides = TRUE;
  g_set_str (&assessment->decision->presenter, "Olle Dal");
  g_set_str (&assessment->card->second_reader, "Siv Ros");
  snapshot = eup_snapshot_new (assessment, model, "sv", TRUE);
  pages = make_pages (snapshot);
  check_places (pages, names);
  g_assert_nonnull (strstr (((EupSlot *) pages->slots->pdata[2])->label, "kontaktperson, beslutar också"));
}

/* More than one page holds. */
static void
places_go_on_where_many_decide (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_file ("gps-alarm.json");
  g_autoptr (EupModel) model = eup_model_new_shipped (assessment->rules->id);
  g_autoptr (EupSnapshot) snapshot = NULL;
  g_autoptr (EupPages) pages = NULL;
  const EupSlot *last;

  for (guint i = 0; i < 20; i++)
    {
      EupPerson *person = eup_shape_new (eup_part_shape (EUP_PART_PERSON));

      person->id = g_strdup_printf ("many-%u", i);
      person->name = g_strdup_printf ("Person %u", i);
      person->voice = g_strdup ("staff");
      person->decides = TRUE;
      eup_assessment_put (assessment, EUP_PART_PERSON, person);
    }
  snapshot = eup_snapshot_new (assessment, model, "sv", TRUE);
  pages = make_pages (snapshot);
  g_assert_cmpuint (pages->slots->len, ==, 26);
  last = g_ptr_array_index (pages->slots, 25);
  g_assert_cmpuint (last->page, >, ((const EupSlot *) pages->slots->pdata[0])->page);
  g_assert_cmpfloat (last->y + last->height, <, 774);
}

static void
finish_agrees_with_the_tags (void)
{
  static const char *const languages[] = { "sv", "en", "zh" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (EupSnapshot) snapshot = make_snapshot ("urgent-door-lock.json", languages[i]);
      g_autoptr (EupPages) pages = make_pages (snapshot);
      g_autoptr (EupDocumentInfo) info = eup_layout_info (snapshot, DIGEST);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = eup_finish_run (pages, info, &error);

      g_assert_no_error (error);
      g_assert_nonnull (pdf);
      g_assert_cmpstr (info->language, ==, i == 2 ? "zh-CN" : languages[i]);
    }
}

/* What stands in the metadata of a record whose rule pack asks for @profile. */
static char *
make_metadata (const char *profile)
{
  g_autoptr (EupModel) shipped = eup_model_new_shipped ("SE");
  GString *rules = g_string_new (NULL);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (EupModel) model = NULL;
  g_autoptr (EupAssessment) assessment = eup_sample_file ("urgent-door-lock.json");
  g_autoptr (EupSnapshot) snapshot = NULL;
  g_autoptr (EupPages) pages = NULL;
  g_autoptr (EupDocumentInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gsize size;
  const char *data = g_bytes_get_data (shipped->sources->pdata[2], &size);

  g_string_append_len (rules, data, size);
  g_assert_cmpuint (g_string_replace (rules, "\"PDF/A-2a\"", profile, 0), ==, 1);
  changed = g_string_free_to_bytes (rules);
  model = eup_model_new (shipped->sources->pdata[0], shipped->sources->pdata[1], changed, NULL, NULL, NULL,
                         &error);
  g_assert_no_error (error);
  snapshot = eup_snapshot_new (assessment, model, "sv", TRUE);
  pages = make_pages (snapshot);
  info = eup_layout_info (snapshot, DIGEST);
  pdf = eup_finish_run (pages, info, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (pdf, &size);
  data = memmem (data, size, "<pdfaid:part>", strlen ("<pdfaid:part>"));
  g_assert_nonnull (data);
  return g_strndup (data, 120);
}

static void
the_rule_pack_says_what_is_promised_to_an_archive (void)
{
  g_autofree char *tagged = make_metadata ("\"PDF/A-2a\"");
  g_autofree char *unicode = make_metadata ("\"PDF/A-2u\"");

  g_assert_nonnull (strstr (tagged, "<pdfaid:conformance>A<"));
  g_assert_nonnull (strstr (unicode, "<pdfaid:conformance>U<"));
}

static void
reveal_all (EupAssessment *assessment)
{
  for (guint i = 0; i < assessment->statements->len; i++)
    {
      EupReveal *reveal = eup_shape_new (eup_part_shape (EUP_PART_REVEAL));

      g_set_str (&reveal->id, ((EupStatement *) assessment->statements->pdata[i])->question);
      eup_assessment_put (assessment, EUP_PART_REVEAL, reveal);
    }
}

/* What @person said of their first statement. */
static void
confirm (
    EupAssessment *assessment, const char *person, const char *answer, const char *before, const char *words)
{
  for (guint i = 0; i < assessment->statements->len; i++)
    {
      const EupStatement *statement = assessment->statements->pdata[i];
      EupConfirmation *confirmation;

      if (g_strcmp0 (statement->person, person) != 0)
        continue;
      confirmation = eup_shape_new (eup_part_shape (EUP_PART_CONFIRMATION));
      g_set_str (&confirmation->id, statement->id);
      g_set_str (&confirmation->person, person);
      g_set_str (&confirmation->answer, answer);
      g_set_str (&confirmation->before, before);
      g_set_str (&confirmation->words, words);
      g_set_str (&confirmation->by, "Nadia Berg");
      g_set_str (&confirmation->at, "2026-12-10T16:05:00+01:00");
      eup_assessment_put (assessment, EUP_PART_CONFIRMATION, confirmation);
      return;
    }
}

/* All that can be read in the finished record, without spaces and breaks. */
static char *
read_record (const EupSnapshot *snapshot)
{
  g_autoptr (EupPages) pages = make_pages (snapshot);
  g_autoptr (EupDocumentInfo) info = eup_layout_info (snapshot, DIGEST);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_finish_run (pages, info, &error);
  g_autofree char *text = NULL;
  GString *squeezed = g_string_new (NULL);

  g_assert_no_error (error);
  text = eup_reading_run (pdf, &error);
  g_assert_no_error (error);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (squeezed, g_utf8_get_char (at));
  return g_string_free_and_steal (squeezed);
}

static void
assert_holds (const char *text, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autofree char *squeezed = g_strjoinv ("", parts);

  if (strstr (text, squeezed) == NULL)
    g_error ("The record does not say “%s”", words);
}

static void
what_people_said_of_their_own_words_is_in_the_record (void)
{
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("urgent-door-lock.json", "sv");
  g_autofree char *text = NULL;

  reveal_all (snapshot->assessment);
  confirm (snapshot->assessment, "sven", "yes", NULL, NULL);
  confirm (snapshot->assessment, "ingrid", "changed", "Som jag sade förut", NULL);
  confirm (snapshot->assessment, "kristina", "objects", NULL, "Det har jag aldrig sagt");
  text = read_record (snapshot);
  assert_holds (text, "Uppläsning av egna ord");
  assert_holds (text, "Hört 1 av 3");
  assert_holds (text, "10 december 2026 kl. 16.05");
  assert_holds (text, "Läst av Nadia Berg");
  assert_holds (text, "Ja, så är det menat.");
  assert_holds (text, "Före: Som jag sade förut");
  assert_holds (text, "Ändrat till:");
  assert_holds (text, "Invänder mot:");
  assert_holds (text, "Skäl: Det har jag aldrig sagt");
  assert_holds (text, "Inte uppläst för Bosse Lind, Hanna Fors.");
}

static void
a_record_that_was_read_back_to_nobody_says_so (void)
{
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("urgent-door-lock.json", "en");
  g_autofree char *text = read_record (snapshot);

  assert_holds (text, "Not read back to Sven L., Ingrid L., Kristina L., Bosse Lind, Hanna Fors.");
  g_assert_null (strstr (text, "Heard"));
}

static gpointer
lay_out_cb (gpointer data)
{
  return make_pages (data);
}

static void
the_same_snapshot_gives_the_same_bytes_on_any_thread (void)
{
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("urgent-door-lock.zh.json", "zh");
  GThread *threads[3];
  g_autoptr (EupPages) expected = make_pages (snapshot);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("layout", lay_out_cb, snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (EupPages) pages = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (pages->pdf, expected->pdf));
    }
}

static void
a_character_without_a_font_stops_the_record (void)
{
  g_autoptr (EupSnapshot) snapshot = make_snapshot ("gps-alarm.json", "sv");
  g_autoptr (GError) error = NULL;
  g_autoptr (EupPages) pages = NULL;

  g_set_str (&((EupStatement *) snapshot->assessment->statements->pdata[0])->words, "Hej \356\200\200");
  pages = eup_layout_run (snapshot, DIGEST, &error);
  g_assert_null (pages);
  g_assert_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_GLYPH);
}

/* How many sections and tables with a title of their own there are. */
static guint
count_headings (const EupPages *pages)
{
  guint n = 0;

  for (guint i = 0; i < pages->tags->len; i++)
    n += g_str_equal (get_tag (pages, i)->name, "H2") || g_str_equal (get_tag (pages, i)->name, "H3");
  return n;
}

static void
sittings_stand_in_the_record_with_what_was_otherwise (void)
{
  g_autoptr (EupSnapshot) with = make_snapshot ("night-camera.json", "sv");
  g_autoptr (EupSnapshot) same = make_snapshot ("night-camera.json", "sv");
  g_autoptr (EupSnapshot) without = make_snapshot ("night-camera.json", "sv");
  g_autoptr (EupPages) all = make_pages (with);
  g_autoptr (EupPages) unchanged = NULL;
  g_autoptr (EupPages) none = NULL;

  for (guint i = same->assessment->sitting_answers->len; i > 0; i--)
    {
      const EupSittingAnswer *answer = same->assessment->sitting_answers->pdata[i - 1];

      if (g_strcmp0 (answer->option, "mostly") != 0)
        eup_assessment_remove (same->assessment, EUP_PART_SITTING_ANSWER, answer->id);
    }
  eup_sample_forget (without->assessment, EUP_PART_SITTING_ANSWER);
  eup_sample_forget (without->assessment, EUP_PART_SITTING);
  unchanged = make_pages (same);
  none = make_pages (without);
  g_assert_cmpuint (count_headings (all), ==, count_headings (none) + 2);
  g_assert_cmpuint (count_headings (unchanged), ==, count_headings (none) + 1);
}

/* What the record says is counted in tags. */
static guint
count_tags (EupAssessment *assessment)
{
  g_autoptr (EupModel) model = eup_model_new_shipped (assessment->rules->id);
  g_autoptr (EupSnapshot) snapshot = eup_snapshot_new (assessment, model, "sv", TRUE);
  g_autoptr (EupPages) pages = make_pages (snapshot);

  return pages->tags->len;
}

static void
sessions_stays_and_parked_questions_are_told (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_file ("night-camera.json");
  guint all = count_tags (assessment);
  guint before = all;

  for (EupPartKind kind = EUP_PART_SESSION; kind <= EUP_PART_PARKED; kind++)
    {
      g_autoptr (GPtrArray) ids = eup_assessment_list_ids (assessment, kind);
      guint now;

      for (guint i = 0; i < ids->len; i++)
        eup_assessment_remove (assessment, kind, ids->pdata[i]);
      now = count_tags (assessment);
      if (kind == EUP_PART_STAGE_TIME) /* how long it took is nobody's business later */
        g_assert_cmpuint (now, ==, before);
      else
        g_assert_cmpuint (now, <, before);
      before = now;
    }
}

static void
a_meeting_that_was_broken_off_and_one_of_two_days_can_be_told (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_file ("night-camera.json");
  EupSession *session = assessment->sessions->pdata[0];
  EupSession *second = eup_shape_new (eup_part_shape (EUP_PART_SESSION));
  guint before = count_tags (assessment);

  session->interrupted = TRUE;
  second->id = g_strdup ("m2");
  second->began = g_strdup ("2026-11-25T10:00:00+01:00");
  eup_assessment_put (assessment, EUP_PART_SESSION, second);
  g_assert_cmpuint (count_tags (assessment), >, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/headings_leave_no_level_out", headings_leave_no_level_out);
  g_test_add_func ("/layout/every_head_of_a_table_says_what_it_heads",
                   every_head_of_a_table_says_what_it_heads);
  g_test_add_func ("/layout/words_in_another_language_say_so", words_in_another_language_say_so);
  g_test_add_func ("/layout/whoever_has_no_voice_has_no_symbol_but_is_there",
                   whoever_has_no_voice_has_no_symbol_but_is_there);
  g_test_add_func ("/layout/people_without_a_name_are_called_something",
                   people_without_a_name_are_called_something);
  g_test_add_func ("/layout/five_can_sign", five_can_sign);
  g_test_add_func ("/layout/there_is_a_place_for_each_who_has_a_reason_to_sign",
                   there_is_a_place_for_each_who_has_a_reason_to_sign);
  g_test_add_func ("/layout/places_go_on_where_many_decide", places_go_on_where_many_decide);
  g_test_add_func ("/layout/finish_agrees_with_the_tags", finish_agrees_with_the_tags);
  g_test_add_func ("/layout/the_rule_pack_says_what_is_promised_to_an_archive",
                   the_rule_pack_says_what_is_promised_to_an_archive);
  g_test_add_func ("/layout/what_people_said_of_their_own_words_is_in_the_record",
                   what_people_said_of_their_own_words_is_in_the_record);
  g_test_add_func ("/layout/a_record_that_was_read_back_to_nobody_says_so",
                   a_record_that_was_read_back_to_nobody_says_so);
  g_test_add_func ("/layout/the_same_snapshot_gives_the_same_bytes_on_any_thread",
                   the_same_snapshot_gives_the_same_bytes_on_any_thread);
  g_test_add_func ("/layout/a_character_without_a_font_stops_the_record",
                   a_character_without_a_font_stops_the_record);
  g_test_add_func ("/layout/sittings_stand_in_the_record_with_what_was_otherwise",
                   sittings_stand_in_the_record_with_what_was_otherwise);
  g_test_add_func ("/layout/sessions_stays_and_parked_questions_are_told",
                   sessions_stays_and_parked_questions_are_told);
  g_test_add_func ("/layout/a_meeting_that_was_broken_off_and_one_of_two_days_can_be_told",
                   a_meeting_that_was_broken_off_and_one_of_two_days_can_be_told);
  return g_test_run ();
}
