/* Words in several languages. */

#include "util/eup-text.h"

static EupText *
text_of (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return eup_text_new_from_node (node);
}

static void
words_come_in_the_language_or_the_nearest_there_is (void)
{
  static const struct
  {
    const char *json;
    const char *language;
    const char *words;
  } table[] = {
    { "{\"sv\":\"ja\",\"en\":\"yes\",\"zh\":\"是\"}", "sv", "ja" },
    { "{\"sv\":\"ja\",\"en\":\"yes\",\"zh\":\"是\"}", "zh_CN.UTF-8", "是" },
    { "{\"sv\":\"ja\",\"en\":\"yes\",\"zh\":\"是\"}", "zh-Hans", "是" },
    { "{\"sv\":\"ja\",\"en\":\"yes\",\"zh\":\"是\"}", "en@quot", "yes" },
    { "{\"sv\":\"ja\",\"en\":\"yes\",\"zh\":\"是\"}", "fi", "yes" },
    { "{\"sv\":\"ja\",\"en\":\"yes\",\"zh\":\"是\"}", NULL, "yes" },
    { "{\"sv\":\"ja\",\"zh\":\"是\"}", "en", "ja" },
    { "{\"zh\":\"是\"}", "sv", "是" },
    { "{}", "sv", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupText) text = text_of (table[i].json);

      g_assert_cmpstr (eup_text_get (text, table[i].language), ==, table[i].words);
    }
  g_assert_cmpstr (eup_text_get (NULL, "sv"), ==, "");
}

static void
text_knows_its_languages (void)
{
  g_autoptr (EupText) text = text_of ("{\"sv\":\"ja\"}");

  g_assert_true (eup_text_has (text, "sv"));
  g_assert_false (eup_text_has (text, "en"));
}

static void
copy_outlives_the_original (void)
{
  EupText *text = text_of ("{\"sv\":\"ja\"}");
  g_autoptr (EupText) copy = eup_text_copy (text);

  eup_text_free (text);
  g_assert_cmpstr (eup_text_get (copy, "sv"), ==, "ja");
}

static void
names_in_braces_are_filled (void)
{
  static const struct
  {
    const char *text;
    const char *filled;
  } table[] = {
    { "Does {person} want {technology}?", "Does Elsa want the lamp?" },
    { "{person}{person}", "ElsaElsa" },
    { "{unknown} {person", "{unknown} {person" },
    { "{persons} {perso}", "{persons} {perso}" },
    { "{} } {{person}}", "{} } {Elsa}" },
    { "{none}!", "!" },
    { "", "" },
    { "李 {person} 外", "李 Elsa 外" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *filled =
          eup_text_fill (table[i].text, "person", "Elsa", "technology", "the lamp", "none", NULL, NULL);

      g_assert_cmpstr (filled, ==, table[i].filled);
    }
}

static void
what_is_filled_in_is_not_read_again (void)
{
  g_autofree char *filled = eup_text_fill ("{a} {b}", "a", "{b}", "b", "{a}", NULL);

  g_assert_cmpstr (filled, ==, "{b} {a}");
}

static void
words_begin_with_a_capital (void)
{
  static const struct
  {
    const char *text;
    const char *begun;
  } table[] = {
    { "night camera", "Night camera" }, { "åska", "Åska" },       { "GPS-larm", "GPS-larm" },
    { "定位呼叫器", "定位呼叫器" },     { "9 lives", "9 lives" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *begun = eup_text_begin (table[i].text);

      g_assert_cmpstr (begun, ==, table[i].begun);
    }
}

static void
control_characters_go_and_nothing_else (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } table[] = {
    { "Sjön\nkaffet\tja", "Sjön\nkaffet\tja" },
    { "a\007b\033[31mc\177d", "ab[31mcd" },
    { "a\302\205b\302\237c", "abc" }, /* the old double of them */
    { "one\r\ntwo\rthree", "one\ntwo\nthree" },
    { "🌻 李 فاطمة \342\200\215 <b>", "🌻 李 فاطمة \342\200\215 <b>" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *plain = eup_text_make_plain (table[i].text);

      g_assert_cmpstr (plain, ==, table[i].plain);
      g_assert_true (eup_text_is_plain (plain));
      g_assert_cmpint (eup_text_is_plain (table[i].text), ==, g_str_equal (plain, table[i].text));
    }
}

/* Also where the name itself holds the mark that would let it out. */
static void
a_name_from_right_to_left_is_closed_in (void)
{
  static const struct
  {
    const char *name;
    const char *closed;
  } table[] = {
    { "Eva", "Eva" },
    { "李 外", "李 外" },
    { "Åsa 🌻", "Åsa 🌻" },
    { "فاطمة", "\342\200\216\342\201\250فاطمة\342\201\251" },
    { "שרה B.", "\342\200\216\342\201\250שרה B.\342\201\251" },
    { "\342\200\256avE", "\342\200\216\342\201\250\342\200\256avE\342\201\251" },
    { "שרה\342\201\251", "\342\200\216\342\201\250שרה\342\201\251" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *closed = eup_text_isolate (table[i].name);

      g_assert_cmpstr (closed, ==, table[i].closed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/text/" #name, name)
  ADD (words_come_in_the_language_or_the_nearest_there_is);
  ADD (text_knows_its_languages);
  ADD (copy_outlives_the_original);
  ADD (names_in_braces_are_filled);
  ADD (what_is_filled_in_is_not_read_again);
  ADD (words_begin_with_a_capital);
  ADD (control_characters_go_and_nothing_else);
  ADD (a_name_from_right_to_left_is_closed_in);
  return g_test_run ();
}
