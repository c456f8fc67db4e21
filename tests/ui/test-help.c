/* The guide as the program shows it by itself. */

#include "ui-test.h"

#include "ui/common/eup-language.h"
#include "ui/common/eup-settings.h"
#include "ui/help/eup-help-text.h"
#include "ui/help/eup-help-window.h"
#include "ui/help/eup-help.h"

#define PAGE(inside)                                                                                         \
  "<page xmlns=\"http://projectmallard.org/1.0/\" id=\"a\"><title>A</title>" inside "</page>"

static EupHelpText *
read_page (const char *page)
{
  g_autoptr (GError) error = NULL;
  EupHelpText *text = eup_help_text_new (page, strlen (page), &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_block (EupHelpText *text, guint at, EupHelpKind kind, guint number, const char *markup)
{
  const EupHelpBlock *block = text->blocks->pdata[at];

  g_assert_cmpuint (at, <, text->blocks->len);
  g_assert_cmpint ((int) block->kind, ==, (int) kind);
  g_assert_cmpuint (block->number, ==, number);
  g_assert_cmpstr (block->markup, ==, markup);
}

static void
each_piece_of_a_page_is_known (void)
{
  g_autoptr (EupHelpText) text = read_page (
      PAGE ("<info><title type=\"sort\">3</title><link type=\"seealso\" xref=\"b\"/><desc>What</desc></info>"
            "<p>One <em>two</em>\n   &amp; three</p><list><item><p>Point</p></item></list>"
            "<steps><item><p>First</p></item><item><p>Second</p></item></steps><note><p>Mind</p></note>"
            "<section id=\"s\"><title>Part</title>"
            "<terms><item><title>Word</title><p>Meaning</p></item></terms></section>"));

  g_assert_cmpstr (text->title, ==, "A");
  g_assert_cmpstr (text->description, ==, "What");
  g_assert_cmpuint (text->see_also->len, ==, 1);
  assert_block (text, 0, EUP_HELP_PARAGRAPH, 0, "One <b>two</b> &amp; three");
  assert_block (text, 1, EUP_HELP_ITEM, 0, "Point");
  assert_block (text, 2, EUP_HELP_STEP, 1, "First");
  assert_block (text, 3, EUP_HELP_STEP, 2, "Second");
  assert_block (text, 4, EUP_HELP_NOTE, 0, "Mind");
  assert_block (text, 5, EUP_HELP_HEADING, 0, "Part");
  g_assert_cmpstr (((EupHelpBlock *) text->blocks->pdata[5])->name, ==, "s");
  assert_block (text, 6, EUP_HELP_TERM, 0, "Word");
  assert_block (text, 7, EUP_HELP_TERM_TEXT, 0, "Meaning");
  g_assert_cmpuint (text->blocks->len, ==, 8);
}

static void
keys_and_menus_stand_in_a_row (void)
{
  g_autoptr (EupHelpText) text = read_page (PAGE (
      "<p><keyseq><key>Ctrl</key><key>1</key></keyseq>, <guiseq><gui>More</gui> <gui>Sit</gui></guiseq>, "
      "<key>F9</key>, <link xref=\"b#c\">there</link></p>"));

  assert_block (text, 0, EUP_HELP_PARAGRAPH, 0,
                "<b>Ctrl</b>+<b>1</b>, <b>More</b> › <b>Sit</b>, <b>F9</b>, <a href=\"b#c\">there</a>");
}

static void
topics_stand_below_the_heading_of_their_section (void)
{
  g_autoptr (EupHelpText) text = read_page (
      PAGE ("<section id=\"s\"><info><link type=\"topic\" xref=\"b\"/></info><title>Part</title></section>"));

  assert_block (text, 0, EUP_HELP_HEADING, 0, "Part");
  assert_block (text, 1, EUP_HELP_TOPIC, 0, NULL);
  g_assert_cmpstr (((EupHelpBlock *) text->blocks->pdata[1])->name, ==, "b");
}

static void
what_the_reader_does_not_know_is_a_fault (void)
{
  static const char *const wrong[] = { PAGE ("<table/>"), PAGE ("<p>One <span>two</span></p>"),
                                       PAGE ("<p>One") };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EupHelpText) text = eup_help_text_new (wrong[i], strlen (wrong[i]), &error);

      g_assert_null (text);
      g_assert_true (error != NULL && error->domain == G_MARKUP_ERROR);
    }
}

/* Every page of every language is read whole; what they say is looked at by build-aux/dev/help.py. */
static void
every_page_can_be_read_in_every_language (void)
{
  static const char *const languages[] = { "en", "sv", "zh" };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pages = g_resources_enumerate_children ("/io/github/euphoria_care/Euphoria/help/C",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (pages), >=, 11);
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint i = 0; pages[i] != NULL; i++)
      {
        g_autofree char *name = g_strndup (pages[i], strlen (pages[i]) - strlen (".page"));
        g_autoptr (EupHelpText) text = eup_help_text_load (languages[l], name, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (text->blocks->len, >, 3);
        for (guint k = 0; k < text->blocks->len; k++)
          {
            const EupHelpBlock *block = text->blocks->pdata[k];

            if (block->markup != NULL)
              g_assert_true (pango_parse_markup (block->markup, -1, 0, NULL, NULL, NULL, &error));
            g_assert_no_error (error);
          }
      }
}

static GtkWindow *
open_guide (GtkApplication *application)
{
  eup_help_open (application, "index");
  ui_test_settle ();
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (EUP_IS_HELP_WINDOW (item->data))
      return item->data;
  g_assert_not_reached ();
}

static const char *
shown (GtkWindow *guide)
{
  ui_test_settle ();
  return eup_help_window_get_page (EUP_HELP_WINDOW (guide));
}

static void
rows_lead_to_pages_and_back (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWindow *guide = open_guide (application);
  GtkWidget *row = ui_test_row (GTK_WIDGET (guide), "Closing and signing");

  g_assert_cmpstr (shown (guide), ==, "index");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_activate (row));
  g_assert_cmpstr (shown (guide), ==, "closing");
  ui_test_act (GTK_WIDGET (guide), "help.go::archivist#years");
  g_assert_cmpstr (shown (guide), ==, "archivist");
  ui_test_act (GTK_WIDGET (guide), "help.go::closing");
  g_assert_cmpstr (shown (guide), ==, "closing");
  g_assert_true (open_guide (application) == guide);
  g_assert_cmpstr (shown (guide), ==, "index");
  gtk_window_destroy (guide);
}

static void
it_speaks_the_language_of_the_windows_at_once (void)
{
  GtkWindow *guide = open_guide (GTK_APPLICATION (g_application_get_default ()));

  eup_help_window_go (EUP_HELP_WINDOW (guide), "sitting");
  ui_test_settle ();
  g_assert_true (ui_test_holds (GTK_WIDGET (guide), "Sitting down with the resident"));
  eup_ui_language_begin ();
  eup_ui_language_set ("sv");
  eup_help_window_speak (EUP_HELP_WINDOW (guide));
  ui_test_settle ();
  g_assert_true (ui_test_holds (GTK_WIDGET (guide), "Sitta ned med den enskilde"));
  g_assert_false (ui_test_holds (GTK_WIDGET (guide), "Sitting down with the resident"));
  g_assert_cmpstr (shown (guide), ==, "sitting");
  eup_ui_language_set ("en");
  gtk_window_destroy (guide);
}

static void
the_page_has_the_keyboard_and_a_name (void)
{
  GtkWindow *guide = open_guide (GTK_APPLICATION (g_application_get_default ()));
  GtkWidget *focus;

  eup_help_window_go (EUP_HELP_WINDOW (guide), "trouble");
  ui_test_settle ();
  focus = gtk_window_get_focus (guide);
  g_assert_true (GTK_IS_SCROLLED_WINDOW (focus));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_window_destroy (guide);
}

static void
it_goes_with_the_window_of_the_program (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWidget *first = gtk_application_window_new (application);
  GtkWindow *guide;

  gtk_window_present (GTK_WINDOW (first));
  guide = open_guide (application);
  g_object_add_weak_pointer (G_OBJECT (guide), (gpointer *) &guide);
  gtk_window_destroy (GTK_WINDOW (first));
  ui_test_settle ();
  g_assert_null (guide);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/help/each_piece_of_a_page_is_known", each_piece_of_a_page_is_known);
  g_test_add_func ("/help/keys_and_menus_stand_in_a_row", keys_and_menus_stand_in_a_row);
  g_test_add_func ("/help/topics_stand_below_the_heading_of_their_section",
                   topics_stand_below_the_heading_of_their_section);
  g_test_add_func ("/help/what_the_reader_does_not_know_is_a_fault",
                   what_the_reader_does_not_know_is_a_fault);
  g_test_add_func ("/help/every_page_can_be_read_in_every_language",
                   every_page_can_be_read_in_every_language);
  g_test_add_func ("/help/rows_lead_to_pages_and_back", rows_lead_to_pages_and_back);
  g_test_add_func ("/help/it_speaks_the_language_of_the_windows_at_once",
                   it_speaks_the_language_of_the_windows_at_once);
  g_test_add_func ("/help/the_page_has_the_keyboard_and_a_name", the_page_has_the_keyboard_and_a_name);
  g_test_add_func ("/help/it_goes_with_the_window_of_the_program", it_goes_with_the_window_of_the_program);
  return ui_test_run ();
}
