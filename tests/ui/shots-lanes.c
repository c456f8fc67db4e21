/* Pictures of the lanes: how many people, how long they speak, what was retold. */

#include "shots.h"

#include "shots-look.h"
#include "ui/meeting/eup-lane.h"

static void
add_person (
    EupCase *kase, const char *id, const char *name, const char *role, const char *voice, const char *size)
{
  EupPerson *person = eup_case_edit (kase, EUP_PART_PERSON, id);

  g_set_str (&person->name, name);
  g_set_str (&person->role, role);
  g_set_str (&person->voice, voice);
  g_set_str (&person->presence, "room");
  g_set_str (&person->size, size);
  eup_case_put (kase, EUP_PART_PERSON, person);
}

/* Many in a lane, two of one name, one from right to left, staff without names. */
static void
crowd (EupCase *kase, const char *question, guint n)
{
  static const char *const stances[] = { "better", "same", "worse", "much-worse" };
  EupStatement *counted;

  add_person (kase, "eva-2", "Eva B.", "granne", "relatives", NULL);
  add_person (kase, "fatima", "فاطمة 🌻", "svärdotter", "relatives", NULL);
  ui_test_say (kase, question, "eva-2", "worse", "Då går jag inte över lika ofta.");
  ui_test_say (kase, question, "fatima", "better", "الحمد لله، هذا جيد");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);
      g_autofree char *name = g_strdup_printf ("Person %u", i + 1);

      add_person (kase, id, name, NULL, "relatives", NULL);
      ui_test_say (kase, question, id, stances[i % 4], i % 5 ? NULL : "Det är bra som det är.");
    }
  add_person (kase, "night", "Nattlaget", NULL, "staff", "5");
  counted = eup_case_edit_statement (kase, question, "night");
  eup_statement_set_count (counted, EUP_ITEM_ANSWER, "worse", 3);
  eup_statement_set_count (counted, EUP_ITEM_ANSWER, "same", 2);
  g_set_str (&counted->words, "Vi går våra rundor ändå.");
  counted->summary = TRUE;
  eup_case_put (kase, EUP_PART_STATEMENT, counted);
}

/* The daughter told it of the resident, who has now put it right. */
static void
retell (EupCase *kase, const char *question)
{
  EupStatement *told = eup_case_edit_statement (kase, question, "anna");
  g_autofree char *id = g_strdup (told->id);

  g_set_str (&told->how, "told");
  g_set_str (&told->source, "Eva B. (dotter)");
  g_set_str (&told->said, "2026-11-20");
  g_set_str (&told->translation_language, "en");
  g_set_str (&told->translation, "Gösta and the others sit by the jetty. I have not seen them since summer.");
  g_set_str (&told->translator, "Ali Noor");
  eup_case_put (kase, EUP_PART_STATEMENT, told);
}

void
shoot_lanes (const Shot *shot)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  g_autoptr (EupMeetingPage) page = NULL;
  gboolean wall = g_str_has_prefix (shot->name, "shared"), many = strstr (shot->name, "many") != NULL;
  gboolean told_lane = strstr (shot->name, "told") != NULL;
  const EupStatement *told;
  g_autofree char *long_words = NULL;
  GtkWindow *window;

  crowd (kase, shot->question, many ? 36 : 0);
  retell (kase, shot->question);
  told = eup_assessment_find_statement (eup_case_get_assessment (kase), shot->question, "anna");
  if (wall)
    eup_case_confirm (kase, told->id, "yes", "meeting", NULL, NULL);
  if (strstr (shot->name, "long") != NULL)
    {
      GString *words = g_string_new (NULL);

      while (words->len < 10000)
        g_string_append (words, "Det här är en lång berättelse som aldrig tar slut. ");
      long_words = g_string_free_and_steal (words);
      ui_test_say (kase, shot->question, "maria", "same", long_words);
    }
  if (!shot->reveal)
    eup_case_hide (kase, ui_test_question (kase, shot->question));
  page = g_object_ref_sink (eup_meeting_page_new (kase));
  window = wall ? NULL : ui_test_present (GTK_WIDGET (page), shot->width, shot->height);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  if (wall)
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "meeting.shared", NULL);
      window = eup_meeting_page_get_shared_window (page);
      gtk_window_set_default_size (window, shot->width, shot->height);
    }
  else
    {
      GtkWidget *staff = ui_test_find (GTK_WIDGET (page), EUP_TYPE_LANE, NULL);

      while (staff != NULL && eup_lane_get_voice (EUP_LANE (staff)) != EUP_VOICE_STAFF)
        staff = gtk_widget_get_next_sibling (staff);
      if (!shot->reveal)
        gtk_widget_activate_action (GTK_WIDGET (page), "meeting.lane", "i",
                                    (told_lane ? EUP_VOICE_RESIDENT : EUP_VOICE_STAFF) + 1);
      if (strstr (shot->name, "long") == NULL)
        eup_lane_show_person (EUP_LANE (staff), "night");
      else
        eup_lane_show_person (EUP_LANE (staff), "maria");
    }
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  shots_look_take (window, shot->name);
  if (!wall)
    gtk_window_destroy (window);
}
