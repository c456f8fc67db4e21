/* Where the meeting comes by, in which order, and where it goes on. */

#include "eup-whole.h"

#include "assessment/eup-place.h"

#define REVEALED(question) "reveal " question " at=2026-11-26T14:00:00Z"
#define DIFFERS "statement q18-anna stances.answer=bad | statement q18-per stances.answer=better"

/* From the place @from on, the names of the places in their order. */
static char *
road (const EupAssessment *assessment, const EupModel *model, const char *from)
{
  g_autoptr (GArray) places = eup_rules_places (assessment, model);
  GString *names = g_string_new (NULL);
  gboolean began = FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *name = eup_place_to_name (&g_array_index (places, EupPlace, i));

      began = began || g_str_equal (name, from);
      if (began)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", name);
    }
  return g_string_free_and_steal (names);
}

typedef struct
{
  const char *edits;
  const char *road; /* from q19 on */
} RoadCase;

/* In the whole case Karin is asked at each question that staff are asked, and answers none; so one answer of
 * Anna alone is a difference as soon as it is shown. */
static const RoadCase road_cases[] = {
  { "card purpose=x", "q19 q20 q21 q22 q23 q24 q25 q26 q27 q28 weigh decide read-back" },
  { DIFFERS, "q19 q20 q21 q22 q23 q24 q25 q26 q27 q28 weigh decide read-back" },
  { DIFFERS " | " REVEALED ("q18"),
    "q19 q20 differences-values q21 q22 q23 q24 q25 q26 q27 q28 weigh decide read-back" },
  { REVEALED ("q28"), "q19 q20 q21 q22 q23 q24 q25 q26 q27 q28 differences-weigh weigh decide read-back" },
  { "statement q16-maria nonAnswer=unknown | " REVEALED ("q16"),
    "q19 q20 differences-values q21 q22 q23 q24 q25 q26 q27 q28 weigh decide read-back" },
  { "statement q28-per stances.answer=for | statement q28-maria stances.answer=for | " REVEALED ("q28"),
    "q19 q20 q21 q22 q23 q24 q25 q26 q27 q28 weigh decide read-back" },
};

static void
a_stage_that_differs_ends_with_its_differences (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (road_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autofree char *names = NULL;

      eup_edit (assessment, road_cases[i].edits);
      names = road (assessment, model, "q19");
      g_assert_cmpstr (names, ==, road_cases[i].road);
    }
}

static void
each_place_leads_to_the_next_and_back (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GArray) places = NULL;
  EupPlace next;

  eup_edit (assessment, DIFFERS " | " REVEALED ("q18") " | " REVEALED ("q28"));
  places = eup_rules_places (assessment, model);
  for (guint i = 0; i + 1 < places->len; i++)
    {
      const EupPlace *place = &g_array_index (places, EupPlace, i);
      const EupPlace *after = &g_array_index (places, EupPlace, i + 1);

      g_assert_true (eup_rules_next_place (assessment, model, place, 1, &next));
      g_assert_true (eup_place_equal (&next, after));
      g_assert_true (eup_rules_next_place (assessment, model, after, -1, &next));
      g_assert_true (eup_place_equal (&next, place));
    }
  g_assert_false (eup_rules_next_place (assessment, model, &g_array_index (places, EupPlace, 0), -1, &next));
  g_assert_false (
      eup_rules_next_place (assessment, model, &g_array_index (places, EupPlace, places->len - 1), 1, &next));
}

static void
names_lead_back_to_their_places (void)
{
  static const char *const wrong[] = { "lunch", "differences-lunch", "differences-", "", NULL };
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GArray) places = NULL;
  EupPlace place = { EUP_PLACE_DECIDE, NULL, NULL };

  eup_edit (assessment, DIFFERS " | " REVEALED ("q18"));
  places = eup_rules_places (assessment, model);
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *name = eup_place_to_name (&g_array_index (places, EupPlace, i));

      g_assert_true (eup_place_from_name (name, model, &place));
      g_assert_true (eup_place_equal (&place, &g_array_index (places, EupPlace, i)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (eup_place_from_name (wrong[i], model, &place));
}

typedef struct
{
  const char *edits;
  const char *stands;
} StandsCase;

static const StandsCase stands_cases[] = {
  { "card purpose=x", "q1" },
  { "card question=q18", "q18" },
  { "card question=q18 | card stands=read-back", "read-back" },
  { "card question=q18 | card stands=weigh", "weigh" },
  { DIFFERS " | card question=q18 | card stands=differences-values | " REVEALED ("q18"),
    "differences-values" },
  { DIFFERS " | card question=q18 | card stands=differences-values", "q1" }, /* covered again */
  { "card question=q99", "q1" },
};

static void
a_meeting_is_found_where_it_stood (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (stands_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autofree char *name = NULL;
      EupPlace place;

      eup_edit (assessment, stands_cases[i].edits);
      place = eup_rules_current_place (assessment, model);
      name = eup_place_to_name (&place);
      g_assert_cmpstr (name, ==, stands_cases[i].stands);
    }
}

static void
from_differences_that_are_gone_it_goes_on (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  EupPlace gone, next;

  g_assert_true (eup_place_from_name ("differences-values", model, &gone));
  g_assert_true (eup_rules_next_place (assessment, model, &gone, 1, &next));
  g_assert_cmpstr (next.question->id, ==, "q21");
  g_assert_true (eup_rules_next_place (assessment, model, &gone, -1, &next));
  g_assert_cmpstr (next.question->id, ==, "q20");
}

#define CASE(name) g_test_add_func ("/places/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE (a_stage_that_differs_ends_with_its_differences);
  CASE (each_place_leads_to_the_next_and_back);
  CASE (names_lead_back_to_their_places);
  CASE (a_meeting_is_found_where_it_stood);
  CASE (from_differences_that_are_gone_it_goes_on);
  return g_test_run ();
}
