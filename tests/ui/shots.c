/* Takes pictures of the windows: shots FOLDER LANGUAGE [NAME…]. The words come from the environment
 * (build-aux/dev/shots.sh), the looks from shots-look.c, sizes stand in the table below. Not a test:
 * somebody has to look. */

#include <glib/gi18n.h>
#include <locale.h>
#include "eup-config.h"
#include "shots-look.h"
#include "shots-record.h"
#include "ui-signed.h"
#include "ui-test.h"
#include "casework/eup-case-session.h"
#include "casework/eup-known.h"
#include "ui/acknowledge/eup-acknowledge-dialog.h"
#include "ui/acknowledge/eup-acknowledge-page.h"
#include "ui/acknowledge/eup-ink-area.h"
#include "ui/archive/eup-after-dialog.h"
#include "ui/archive/eup-case-page.h"
#include "ui/common/eup-known-group.h"
#include "ui/common/eup-references-dialog.h"
#include "ui/help/eup-help-window.h"
#include "ui/meeting/eup-consent-dialog.h"
#include "ui/meeting/eup-lane.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-override-dialog.h"
#include "ui/meeting/eup-person-dialog.h"
#include "ui/meeting/eup-prepare-page.h"
#include "ui/meeting/eup-stay-dialog.h"
#include "ui/meeting/eup-withdraw-dialog.h"
#include "ui/record/eup-verify-dialog.h"
#include "ui/sitting/eup-sitting-answers-dialog.h"
#include "ui/sitting/eup-sitting-dialog.h"
#include "ui/sitting/eup-sitting-page.h"
#include "ui/sitting/eup-sitting-view.h"

/* One picture. What @question names depends on @shoot: a question, a place, a consent, a gate, a part of
 * the height. */
typedef struct _Shot Shot;
struct _Shot
{
  const char *name;
  void (*shoot) (const Shot *shot, const char *folder);
  const char *file;
  const char *question;
  int width, height;
  gboolean reveal;
};

/* In all looks that are wanted (shots-look.c). */
static void
save (GtkWindow *window, const char *folder, const char *name)
{
  shots_look_take (window, name);
}

/* The meeting in the middle: the resident and the relatives have spoken, the staff have the word. */
static EupCase *
middle_of_meeting (const char *file, const char *question)
{
  EupCase *kase = ui_test_case (file);
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupQuestion *asked = ui_test_question (kase, question);
  g_autoptr (GPtrArray) staff = eup_assessment_people_of (assessment, EUP_VOICE_STAFF);
  g_autoptr (GPtrArray) questions =
      g_ptr_array_copy (eup_method_get_questions (eup_case_get_model (kase)->method), NULL, NULL);

  for (guint i = 0; i < questions->len; i++)
    if (((EupQuestion *) questions->pdata[i])->stage > asked->stage)
      ui_test_forget (kase, ((EupQuestion *) questions->pdata[i])->id);
  eup_case_hide (kase, asked);
  for (guint i = 0; i < staff->len; i++)
    {
      const EupStatement *statement =
          eup_assessment_find_statement (assessment, question, ((EupPerson *) staff->pdata[i])->id);

      if (statement != NULL)
        eup_case_remove (kase, EUP_PART_STATEMENT, statement->id);
    }
  eup_case_go_to (kase, &(EupPlace) { EUP_PLACE_QUESTION, asked, NULL });
  eup_case_set_note (kase, "Maria tvekar. Fråga henne om promenaderna när Karin inte sitter med.");
  return kase;
}

static void
shoot_meeting (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase =
      shot->reveal ? ui_test_case (shot->file) : middle_of_meeting (shot->file, shot->question);
  EupMeetingPage *page = eup_meeting_page_new (kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

/* The last person of a voice leaves early; who decides has not been asked about an interest. */
static void
let_somebody_leave (EupCase *kase, EupVoice voice, const char *interest)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (eup_case_get_assessment (kase), voice);
  g_autofree char *id = g_strdup (((EupPerson *) people->pdata[people->len - 1])->id);
  EupPerson *person = eup_case_edit (kase, EUP_PART_PERSON, id);

  person->decides = interest == NULL;
  g_set_str (&person->interest, interest);
  eup_case_put (kase, EUP_PART_PERSON, person);
  if (interest != NULL)
    eup_case_leave (kase, id);
}

/* Somebody has left, a question is parked, six minutes have gone; with @reveal the meeting is paused. */
static void
shoot_agenda (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = middle_of_meeting (shot->file, shot->question);
  const EupQuestion *question = ui_test_question (kase, shot->question);
  GPtrArray *stages = eup_method_get_stages (eup_case_get_model (kase)->method);
  EupMeetingPage *page = eup_meeting_page_new (kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);

  let_somebody_leave (kase, EUP_VOICE_RELATIVES, "some");
  let_somebody_leave (kase, EUP_VOICE_STAFF, NULL);
  eup_case_add_stage_time (kase, stages->pdata[question->stage], 6 * 60);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.park", NULL);
  if (shot->reveal)
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "meeting.pause", NULL);
      eup_case_set_resumes (kase, "2026-12-03T14:00:00+01:00");
    }
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

/* The wall of a meeting that is paused. */
static void
shoot_pause (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  g_autoptr (EupMeetingPage) page = g_object_ref_sink (eup_meeting_page_new (kase));
  GtkWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.shared", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.pause", NULL);
  eup_case_set_resumes (kase, "2026-12-03T14:00:00+01:00");
  window = eup_meeting_page_get_shared_window (page);
  gtk_window_set_default_size (window, shot->width, shot->height);
  save (window, folder, shot->name);
}

/* The case beside the list, paused. */
static void
shoot_case (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = middle_of_meeting (shot->file, shot->question);
  GtkWindow *window;

  eup_case_begin_session (kase);
  eup_case_park (kase, ui_test_question (kase, shot->question));
  eup_case_pause (kase);
  eup_case_set_resumes (kase, "2026-12-03T14:00:00+01:00");
  window = ui_test_present (eup_case_page_new (NULL, kase), shot->width, shot->height);
  gtk_window_set_focus (window, NULL);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

static void
shoot_wall (const Shot *shot, const char *folder, EupCase *kase)
{
  g_autoptr (EupMeetingPage) page = g_object_ref_sink (eup_meeting_page_new (kase));
  GtkWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.shared", NULL);
  window = eup_meeting_page_get_shared_window (page);
  gtk_window_set_default_size (window, shot->width, shot->height);
  save (window, folder, shot->name);
}

static void
shoot_shared (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase =
      shot->reveal ? ui_test_case (shot->file) : middle_of_meeting (shot->file, shot->question);

  shoot_wall (shot, folder, kase);
}

/* The wall with its two languages the other way round. */
static void
shoot_turned (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase =
      shot->reveal ? ui_test_case (shot->file) : middle_of_meeting (shot->file, shot->question);

  eup_case_choose_wall_language (kase, FALSE,
                                 eup_rules_wall_second_language (eup_case_get_assessment (kase)));
  shoot_wall (shot, folder, kase);
}

/* The wall as the only screen: what is said is typed in there. */
static void
shoot_one_screen (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase =
      shot->reveal ? ui_test_case (shot->file) : middle_of_meeting (shot->file, shot->question);
  EupMeetingPage *page = eup_meeting_page_new (kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);
  GtkWindow *wall;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.one-screen", NULL);
  wall = eup_meeting_page_get_shared_window (page);
  gtk_window_set_default_size (wall, shot->width, shot->height);
  save (wall, folder, shot->name);
  gtk_window_destroy (window);
}

/* The reading back of @question's words; in the middle of a change where @reveal says so. */
static EupMeetingPage *
begin_read_back (const Shot *shot, EupCase *kase)
{
  EupMeetingPage *page = eup_meeting_page_new (kase);
  EupReadBack *read_back = eup_shared_state_get_read_back (eup_meeting_page_get_shared_state (page));
  GActionGroup *actions = eup_read_back_get_actions (read_back);
  g_autoptr (GPtrArray) sentences = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", "read-back");
  g_action_group_activate_action (actions, "answer", g_variant_new_string ("yes"));
  g_action_group_activate_action (actions, "person", g_variant_new_string (shot->question));
  sentences = eup_read_back_get_page (read_back);
  g_action_group_activate_action (
      actions, "choose", g_variant_new_string (((EupStatement *) sentences->pdata[sentences->len - 1])->id));
  if (shot->reveal)
    g_action_group_activate_action (actions, "answer", g_variant_new_string ("changed"));
  return page;
}

static void
shoot_read_back (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  EupMeetingPage *page = begin_read_back (shot, kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);

  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

static void
shoot_shared_read_back (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  g_autoptr (EupMeetingPage) page = g_object_ref_sink (begin_read_back (shot, kase));
  GtkWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.shared", NULL);
  window = eup_meeting_page_get_shared_window (page);
  gtk_window_set_default_size (window, shot->width, shot->height);
  save (window, folder, shot->name);
}

/* A decision where much is still missing. */
static void
shoot_open (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  EupDecision *decision = eup_case_edit (kase, EUP_PART_DECISION, NULL);
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);
  EupMeetingPage *page;
  GtkWindow *window;

  g_set_str (&decision->follow_up_date, NULL);
  g_set_str (&decision->follow_up_owner, NULL);
  g_set_str (&decision->delegation, NULL);
  eup_case_put (kase, EUP_PART_DECISION, decision);
  g_set_str (&card->impact_assessment, NULL);
  eup_case_put (kase, EUP_PART_CARD, card);
  ui_test_forget (kase, "q23");
  ui_test_forget (kase, "q27");
  page = eup_meeting_page_new (kase);
  window = ui_test_present (GTK_WIDGET (page), shot->width, shot->height);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.go-to", "s", shot->question);
  gtk_window_set_focus (window, NULL);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

/* A dialog over a page; the one that a group of the decision opens by itself. */
static void
shoot_dialog (const Shot *shot, const char *folder, EupCase *kase, AdwDialog *dialog)
{
  GtkWindow *window = ui_test_present (GTK_WIDGET (eup_meeting_page_new (kase)), shot->width, shot->height);

  adw_dialog_present (dialog, GTK_WIDGET (window));
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

/* The times of one person. */
static void
shoot_stay (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);

  eup_case_begin_session (kase);
  shoot_dialog (shot, folder, kase, eup_stay_dialog_new (kase, shot->question));
}

static AdwDialog *
new_consent_dialog (EupCase *kase,
                    const char *consent,
                    AdwDialog *(*dialog_new) (EupCase *kase, const EupConsentAsked *asked))
{
  g_autoptr (GPtrArray) consents =
      eup_rules_consents (eup_case_get_assessment (kase), eup_case_get_model (kase));

  for (guint i = 0; i < consents->len; i++)
    if (g_strcmp0 (((EupConsentAsked *) consents->pdata[i])->kind->id, consent) == 0)
      return dialog_new (kase, consents->pdata[i]);
  g_error ("The case does not ask for %s", consent);
}

static void
shoot_consent (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);

  shoot_dialog (shot, folder, kase, new_consent_dialog (kase, shot->question, eup_consent_dialog_new));
}

static void
shoot_withdraw (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);

  shoot_dialog (shot, folder, kase, new_consent_dialog (kase, shot->question, eup_withdraw_dialog_new));
}

static void
shoot_override (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);
  const EupGate *gate = eup_method_find_gate (eup_case_get_model (kase)->method, shot->question);

  g_set_str (&card->impact_assessment, NULL);
  eup_case_put (kase, EUP_PART_CARD, card);
  shoot_dialog (shot, folder, kase, eup_override_dialog_new (kase, gate));
}

/* The preparation; of a place further down where @question names one. */
static void
shoot_prepare (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  GtkWidget *page = eup_prepare_page_new (kase);
  GtkWindow *window = ui_test_present (page, shot->width, shot->height);
  GtkWidget *scroller = ui_test_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_window_set_focus (window, NULL);
  if (shot->question != NULL)
    gtk_adjustment_set_value (adjustment,
                              g_ascii_strtod (shot->question, NULL) * gtk_adjustment_get_upper (adjustment));
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

/* A dialog over an empty window. */
static gboolean
is_verified (gpointer dialog)
{
  return eup_verify_dialog_is_done (dialog);
}

/* One file (@question), or several of which one is there no more. */
static void
shoot_verify (const Shot *shot, const char *folder)
{
  char *files = ui_signed_new ();
  g_autofree char *good = g_build_filename (files, "signed.pdf", NULL);
  g_autofree char *changed = g_build_filename (files, "changed.pdf", NULL);
  g_autofree char *other = g_build_filename (files, "authority.pem", NULL);
  const char *one = g_strcmp0 (shot->question, "signed") == 0 ? good : changed;
  const char *const single[] = { one, NULL };
  const char *const several[] = { good, changed, other, "/nowhere/protokoll-2026-14.pdf", good, NULL };
  GtkWidget *under = gtk_label_new (NULL);
  GtkWindow *window = ui_test_present (under, shot->width, shot->height);
  AdwDialog *dialog;

  if (shot->reveal)
    g_assert_true (eup_known_add (other, NULL));
  dialog = eup_verify_dialog_new (shot->question ? single : several, NULL);
  adw_dialog_present (dialog, under);
  ui_test_wait (is_verified, dialog);
  ui_test_settle ();
  save (window, folder, shot->name);
  gtk_window_destroy (window);
  ui_signed_free (files);
}

/* The guide at the page @question. */
static void
shoot_help (const Shot *shot, const char *folder)
{
  GtkWindow *window = eup_help_window_new ();

  gtk_window_set_default_size (window, shot->width, shot->height);
  gtk_window_present (window);
  eup_help_window_go (EUP_HELP_WINDOW (window), shot->question);
  ui_test_settle ();
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

static void
shoot_known (const Shot *shot, const char *folder)
{
  char *files = ui_signed_new ();
  g_autofree char *authority = g_build_filename (files, "authority.pem", NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWindow *window;

  g_assert_true (eup_known_add (authority, NULL));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), g_object_new (EUP_TYPE_KNOWN_GROUP, NULL));
  window = ui_test_present (page, shot->width, shot->height);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
  ui_signed_free (files);
}

static void
shoot_around (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  GtkWidget *under = gtk_label_new (NULL);
  GtkWindow *window = ui_test_present (under, shot->width, shot->height);
  AdwDialog *dialog = NULL;

  if (shot->reveal) /* of a sealed case */
    {
      EupDecision *decision = eup_case_edit (kase, EUP_PART_DECISION, NULL);

      g_set_str (&decision->sealed, "2026-11-26T16:00:00Z");
      eup_case_put (kase, EUP_PART_DECISION, decision);
      dialog = eup_after_dialog_new (NULL, kase);
    }
  else if (g_str_has_prefix (shot->question, "sitting-"))
    dialog = eup_sitting_answers_dialog_new (kase, shot->question);
  else if (g_str_equal (shot->question, "sit"))
    dialog = eup_sitting_dialog_new (kase);
  else if (g_str_equal (shot->question, "references"))
    dialog = eup_references_dialog_new (eup_case_get_model (kase)->rules);
  else
    dialog = eup_person_dialog_new (kase, shot->question, EUP_VOICE_RELATIVES);
  adw_dialog_present (dialog, under);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

/* A sitting at @question: a topic, with another sign after a colon: pressed, "offer" or "thanks". */
static void
shoot_sitting (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  g_auto (GStrv) wish = g_strsplit (shot->question, ":", 2);
  g_autofree char *id = ui_test_sit (kase, wish[0]);
  GtkWidget *page = eup_sitting_page_new (kase, id);
  GtkWidget *view;
  GtkWindow *window = ui_test_present (page, shot->width, shot->height);

  view = ui_test_find (page, EUP_TYPE_SITTING_VIEW, NULL);
  if (g_strcmp0 (wish[1], "pressed") == 0)
    gtk_widget_activate_action (view, "sitting.choose", "i", 1);
  else if (g_strcmp0 (wish[1], "offer") == 0)
    gtk_widget_activate_action (view, "sitting.sign", "s", "refuses");
  else if (g_strcmp0 (wish[1], "thanks") == 0)
    gtk_widget_activate_action (view, "sitting.stop", NULL);
  ui_test_settle ();
  gtk_window_set_focus (window, NULL);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

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

static void
shoot_lanes (const Shot *shot, const char *folder)
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
  save (window, folder, shot->name);
  if (!wall)
    gtk_window_destroy (window);
}

/* "Anna", as a hand draws it: in parts of the box. */
static void
draw_name (EupInkArea *ink)
{
  static const double points[][2] = {
    { 0.08, 0.82 },   { 0.15, 0.48 },  { 0.21, 0.17 }, { 0.235, 0.48 }, { 0.28, 0.83 },  { -1, 0 },
    { 0.115, 0.60 },  { 0.20, 0.56 },  { 0.26, 0.57 }, { -1, 0 },       { 0.32, 0.52 },  { 0.33, 0.83 },
    { 0.335, 0.66 },  { 0.37, 0.52 },  { 0.40, 0.60 }, { 0.405, 0.83 }, { -1, 0 },       { 0.44, 0.52 },
    { 0.45, 0.83 },   { 0.455, 0.66 }, { 0.49, 0.52 }, { 0.52, 0.60 },  { 0.525, 0.83 }, { -1, 0 },
    { 0.645, 0.57 },  { 0.60, 0.53 },  { 0.56, 0.65 }, { 0.575, 0.81 }, { 0.62, 0.77 },  { 0.645, 0.58 },
    { 0.6475, 0.74 }, { 0.685, 0.82 },
  };
  double width = gtk_widget_get_width (GTK_WIDGET (ink)), height = gtk_widget_get_height (GTK_WIDGET (ink));
  gboolean down = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      if (points[i][0] < 0)
        eup_ink_area_up (ink);
      else if (down)
        eup_ink_area_move (ink, points[i][0] * width, points[i][1] * height);
      else
        eup_ink_area_down (ink, points[i][0] * width, points[i][1] * height);
      down = points[i][0] >= 0;
    }
  eup_ink_area_up (ink);
}

/* What the resident holds in their hands; with @reveal something is drawn. */
static void
shoot_acknowledging (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);
  const EupPerson *resident = eup_rules_resident (eup_case_get_assessment (kase));
  EupPerson *copy = eup_case_edit (kase, EUP_PART_PERSON, resident->id);
  GtkWidget *page;
  GtkWindow *window;

  if (shot->question != NULL)
    g_set_str (&copy->language, shot->question);
  eup_case_put (kase, EUP_PART_PERSON, copy);
  resident = eup_rules_resident (eup_case_get_assessment (kase));
  page = eup_acknowledge_page_new (kase, resident->id, resident->name);
  window = ui_test_present (page, shot->width, shot->height);
  ui_test_settle ();
  if (shot->reveal)
    draw_name (EUP_INK_AREA (ui_test_find (page, EUP_TYPE_INK_AREA, NULL)));
  gtk_window_set_focus (window, NULL);
  save (window, folder, shot->name);
  gtk_window_destroy (window);
}

static void
shoot_before_acknowledging (const Shot *shot, const char *folder)
{
  g_autoptr (EupCase) kase = ui_test_case (shot->file);

  shoot_dialog (shot, folder, kase, eup_acknowledge_dialog_new (kase, shot->question));
}

/* What is done with a sealed record: @question names the page; signed by one person where @reveal says so. */
static void
shoot_record (const Shot *shot, const char *folder)
{
  shots_record_take (shot->name, shot->question, shot->reveal, shot->width, shot->height);
}

static const Shot shots[] = {
  { "acknowledging", shoot_acknowledging, "gps-alarm.json", NULL, 1366, 768, TRUE },
  { "acknowledging-zh", shoot_acknowledging, "medicine-dispenser.zh.json", "zh", 1280, 800, TRUE },
  { "acknowledging-narrow", shoot_acknowledging, "gps-alarm.json", NULL, 600, 960, FALSE },
  { "acknowledge-before", shoot_before_acknowledging, "medicine-dispenser.json", "jonas", 900, 800, FALSE },
  { "acknowledge-after", shoot_before_acknowledging, "medicine-dispenser.json", NULL, 900, 800, FALSE },
  { "decision-acknowledgements", shoot_meeting, "medicine-dispenser.json", "decision-acknowledgements", 1366,
    768, TRUE },
  { "record-page", shoot_record, NULL, "page", 1200, 900, TRUE },
  { "record-page-foot", shoot_record, NULL, "foot", 1200, 900, TRUE },
  { "sign-file", shoot_record, NULL, "file", 900, 860, FALSE },
  { "sign-card", shoot_record, NULL, "card", 900, 1000, FALSE },
  { "sign-card-last", shoot_record, NULL, "last", 900, 1000, FALSE },
  { "sign-card-none", shoot_record, NULL, "none", 900, 860, FALSE },
  { "hand-off", shoot_record, NULL, "hand-off", 900, 760, FALSE },
  { "archive-road", shoot_record, NULL, "road", 900, 900, TRUE },
  { "archive-road-end", shoot_record, NULL, "road-end", 900, 900, TRUE },
  { "amend", shoot_record, NULL, "amend", 900, 1300, TRUE },
  { "amend-preview", shoot_record, NULL, "amend-preview", 900, 1000, TRUE },
  { "own-page", shoot_record, NULL, "own-page", 900, 900, FALSE },
  { "send-out", shoot_record, NULL, "send-out", 900, 900, FALSE },
  { "meeting", shoot_meeting, "gps-alarm.json", "q16", 1920, 1080, FALSE },
  { "meeting-agenda", shoot_agenda, "gps-alarm.json", "q15", 1920, 1080, FALSE },
  { "meeting-agenda-laptop", shoot_agenda, "gps-alarm.json", "q15", 1366, 768, FALSE },
  { "meeting-paused", shoot_agenda, "gps-alarm.json", "q15", 1366, 768, TRUE },
  { "meeting-paused-small", shoot_agenda, "gps-alarm.json", "q15", 600, 760, TRUE },
  { "case-paused", shoot_case, "gps-alarm.json", "q15", 700, 640, FALSE },
  { "stay", shoot_stay, "gps-alarm.json", "eva", 1366, 768, FALSE },
  { "shared-pause", shoot_pause, "medicine-dispenser.json", NULL, 1920, 1080, FALSE },
  { "meeting-laptop", shoot_meeting, "gps-alarm.json", "q16", 1366, 768, FALSE },
  { "meeting-narrow", shoot_meeting, "gps-alarm.json", "q16", 1000, 768, FALSE },
  { "meeting-revealed", shoot_meeting, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "meeting-items", shoot_meeting, "gps-alarm.json", "q4", 1920, 1080, TRUE },
  { "meeting-purpose", shoot_meeting, "gps-alarm.json", "q5", 1920, 1080, FALSE },
  { "meeting-alternatives", shoot_meeting, "gps-alarm.json", "q7", 1920, 1080, FALSE },
  { "meeting-small", shoot_meeting, "gps-alarm.json", "q16", 600, 760, TRUE },
  { "meeting-ticks", shoot_meeting, "gps-alarm.json", "q2", 1366, 768, TRUE },
  { "meeting-will", shoot_meeting, "gps-alarm.json", "q10", 1366, 768, TRUE },
  { "meeting-translated", shoot_meeting, "medicine-dispenser.json", "q16", 1366, 768, TRUE },
  { "decision", shoot_meeting, "gps-alarm.json", "decide", 1920, 1080, TRUE },
  { "decision-refused", shoot_meeting, "night-camera.json", "decide", 1920, 1080, TRUE },
  { "decision-laptop", shoot_meeting, "night-camera.json", "decide", 1366, 768, TRUE },
  { "decision-consents", shoot_meeting, "gps-alarm.json", "decision-consents", 1366, 768, TRUE },
  { "weigh", shoot_meeting, "gps-alarm.json", "weigh", 1920, 1080, TRUE },
  { "weigh-laptop", shoot_meeting, "gps-alarm.json", "weigh", 1366, 768, TRUE },
  { "weigh-narrow", shoot_meeting, "gps-alarm.json", "weigh", 600, 900, TRUE },
  { "weigh-weights", shoot_meeting, "night-camera.json", "decision-weights", 1366, 768, TRUE },
  { "differences", shoot_meeting, "gps-alarm.json", "differences-values", 1920, 1080, TRUE },
  { "differences-laptop", shoot_meeting, "medicine-dispenser.json", "differences-need", 1366, 768, TRUE },
  { "differences-narrow", shoot_meeting, "gps-alarm.json", "differences-need", 600, 900, TRUE },
  { "read-back", shoot_read_back, "gps-alarm.json", "anna", 1920, 1080, FALSE },
  { "read-back-laptop", shoot_read_back, "medicine-dispenser.json", "min", 1366, 768, TRUE },
  { "read-back-narrow", shoot_read_back, "gps-alarm.json", "per", 600, 900, TRUE },
  { "decision-conditions", shoot_meeting, "gps-alarm.json", "decision-conditions", 1366, 768, TRUE },
  { "decision-decider", shoot_meeting, "medicine-dispenser.json", "decision-decider", 1366, 768, TRUE },
  { "decision-urgent", shoot_meeting, "urgent-door-lock.json", "decision-outcome", 1366, 768, TRUE },
  { "decision-narrow", shoot_meeting, "urgent-door-lock.json", "decision-outcome", 600, 900, TRUE },
  { "decision-open", shoot_open, "gps-alarm.json", "decision-outcome", 1366, 768, TRUE },
  { "consent", shoot_consent, "medicine-dispenser.json", "c2", 1366, 900, TRUE },
  { "withdraw", shoot_withdraw, "gps-alarm.json", "c1", 1366, 768, TRUE },
  { "override", shoot_override, "gps-alarm.json", "g13", 1366, 768, TRUE },
  { "meeting-fields", shoot_meeting, "gps-alarm.json", "q23", 1920, 1080, FALSE },
  { "meeting-fields-laptop", shoot_meeting, "gps-alarm.json", "q11", 1366, 768, TRUE },
  { "meeting-wide", shoot_meeting, "gps-alarm.json", "q25", 1920, 1080, TRUE },
  { "meeting-wide-laptop", shoot_meeting, "gps-alarm.json", "q13", 1366, 720, TRUE },
  { "meeting-wide-small", shoot_meeting, "gps-alarm.json", "q9", 600, 720, TRUE },
  { "meeting-weight", shoot_meeting, "gps-alarm.json", "q18", 1600, 1500, TRUE },
  { "prepare", shoot_prepare, "gps-alarm.json", NULL, 900, 1500, FALSE },
  { "prepare-middle", shoot_prepare, "gps-alarm.json", "0.33", 900, 1500, FALSE },
  { "prepare-tasks", shoot_prepare, "gps-alarm.json", "0.66", 900, 1500, FALSE },
  { "prepare-urgent", shoot_prepare, "urgent-door-lock.json", NULL, 500, 1500, FALSE },
  { "person", shoot_around, "medicine-dispenser.json", "hong", 800, 900, FALSE },
  { "verify", shoot_verify, NULL, "signed", 800, 1300, TRUE },
  { "verify-changed", shoot_verify, NULL, "changed", 800, 760, FALSE },
  { "verify-many", shoot_verify, NULL, NULL, 800, 760, FALSE },
  { "help", shoot_help, NULL, "index", 720, 1100, FALSE },
  { "help-steps", shoot_help, NULL, "first-meeting", 720, 1500, FALSE },
  { "help-keys", shoot_help, NULL, "keyboard", 720, 900, FALSE },
  { "help-terms", shoot_help, NULL, "amending", 720, 1500, FALSE },
  { "help-narrow", shoot_help, NULL, "trouble", 360, 720, FALSE },
  { "known", shoot_known, NULL, NULL, 700, 500, FALSE },
  { "references", shoot_around, "gps-alarm.json", "references", 800, 720, FALSE },
  { "after", shoot_around, "gps-alarm.json", NULL, 800, 1400, TRUE },
  { "shared-differences", shoot_shared, "gps-alarm.json", "differences-need", 1920, 1080, TRUE },
  { "shared-differences-many", shoot_shared, "gps-alarm.json", "differences-values", 1920, 1080, TRUE },
  { "shared-differences-two", shoot_shared, "medicine-dispenser.json", "differences-others", 1920, 1080,
    TRUE },
  { "shared-weigh", shoot_shared, "night-camera.json", "weigh", 1920, 1080, TRUE },
  { "shared-weigh-many", shoot_shared, "gps-alarm.json", "weigh", 1920, 1080, TRUE },
  { "shared-weigh-two", shoot_shared, "medicine-dispenser.json", "weigh", 1920, 1080, TRUE },
  { "shared-decision", shoot_shared, "gps-alarm.json", "decide", 1920, 1080, TRUE },
  { "shared-decision-no", shoot_shared, "night-camera.json", "decide", 1920, 1080, TRUE },
  { "shared-decision-two", shoot_shared, "medicine-dispenser.json", "decide", 1920, 1080, TRUE },
  { "shared-read-back", shoot_shared_read_back, "gps-alarm.json", "anna", 1920, 1080, FALSE },
  { "shared-read-back-two", shoot_shared_read_back, "medicine-dispenser.json", "min", 1920, 1080, FALSE },
  { "shared-read-back-change", shoot_shared_read_back, "gps-alarm.json", "per", 1920, 1080, TRUE },
  { "sit", shoot_around, "night-camera.json", "sit", 900, 1000, FALSE },
  { "sitting-answers", shoot_around, "night-camera.json", "sitting-1", 800, 800, FALSE },
  { "sitting-chips", shoot_meeting, "night-camera.json", "q15", 1920, 1500, TRUE },
  { "prepare-sittings", shoot_prepare, "night-camera.json", "0.45", 900, 1200, FALSE },
  { "sitting-faces", shoot_sitting, "gps-alarm.json", "q17", 1920, 1080, FALSE },
  { "sitting-pressed", shoot_sitting, "gps-alarm.json", "q20:pressed", 1920, 1080, FALSE },
  { "sitting-laptop", shoot_sitting, "gps-alarm.json", "q19:pressed", 1366, 768, FALSE },
  { "sitting-window", shoot_sitting, "gps-alarm.json", "q18", 1200, 800, FALSE },
  { "sitting-upright", shoot_sitting, "gps-alarm.json", "q18", 800, 1280, FALSE },
  { "sitting-narrow", shoot_sitting, "gps-alarm.json", "q18", 360, 720, FALSE },
  { "sitting-will", shoot_sitting, "gps-alarm.json", "q10:pressed", 1920, 1080, FALSE },
  { "sitting-amount", shoot_sitting, "gps-alarm.json", "q4/security", 1920, 1080, FALSE },
  { "sitting-words", shoot_sitting, "gps-alarm.json", "q1", 1920, 1080, FALSE },
  { "sitting-offer", shoot_sitting, "gps-alarm.json", "q16:offer", 1920, 1080, FALSE },
  { "sitting-thanks", shoot_sitting, "gps-alarm.json", "q16:thanks", 1920, 1080, FALSE },
  { "sitting-translated", shoot_sitting, "night-camera.zh.json", "q15", 1920, 1080, FALSE },
  /* Those of the store (docs/pictures/store-*.png): light-en, and the list of shell-shots.c. */
  { "store-meeting", shoot_meeting, "gps-alarm.en.json", "q16", 1920, 1080, TRUE },
  { "store-shared", shoot_shared, "gps-alarm.en.json", "q16", 1920, 1080, TRUE },
  { "store-sitting", shoot_sitting, "gps-alarm.en.json", "q17", 1920, 1080, FALSE },
  { "shared-fields", shoot_shared, "gps-alarm.json", "q23", 1920, 1080, TRUE },
  { "shared", shoot_shared, "medicine-dispenser.json", "q16", 1920, 1080, FALSE },
  { "shared-turned", shoot_turned, "medicine-dispenser.json", "q16", 1920, 1080, FALSE },
  { "shared-turned-revealed", shoot_turned, "medicine-dispenser.json", "q16", 1920, 1080, TRUE },
  { "shared-rest", shoot_shared, "medicine-dispenser.json", "decide", 1920, 1080, TRUE },
  { "shared-one-language", shoot_shared, "gps-alarm.json", "q16", 1280, 720, FALSE },
  { "shared-revealed", shoot_shared, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "lanes", shoot_lanes, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "lanes-laptop", shoot_lanes, "gps-alarm.json", "q16", 1366, 768, TRUE },
  { "lanes-many", shoot_lanes, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "lanes-counts", shoot_lanes, "gps-alarm.json", "q16", 1366, 768, FALSE },
  { "lanes-told", shoot_lanes, "gps-alarm.json", "q16", 1366, 1200, FALSE },
  { "lanes-long", shoot_lanes, "gps-alarm.json", "q16", 1366, 768, TRUE },
  { "shared-lanes", shoot_lanes, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "shared-lanes-many", shoot_lanes, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "person-several", shoot_around, "gps-alarm.json", "natt", 800, 900, FALSE },
  { "one-screen", shoot_one_screen, "gps-alarm.json", "q16", 1920, 1080, FALSE },
  { "one-screen-faces", shoot_one_screen, "gps-alarm.json", "q10", 1920, 1080, FALSE },
  { "one-screen-items", shoot_one_screen, "gps-alarm.json", "q4", 1920, 1080, FALSE },
  { "one-screen-fields", shoot_one_screen, "gps-alarm.json", "q23", 1920, 1080, FALSE },
  { "one-screen-revealed", shoot_one_screen, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "shared-revealed-translated", shoot_shared, "medicine-dispenser.json", "q16", 1920, 1080, TRUE },
};

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  setlocale (LC_ALL, "");
  if (g_getenv ("EUPHORIA_LOCALEDIR") != NULL)
    bindtextdomain (EUP_GETTEXT_DOMAIN, g_getenv ("EUPHORIA_LOCALEDIR"));
  bind_textdomain_codeset (EUP_GETTEXT_DOMAIN, "UTF-8");
  textdomain (EUP_GETTEXT_DOMAIN);
  shots_look_init (argv[1], argv[2]);
  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    if (argc < 4 || g_strv_contains ((const char *const *) argv + 3, shots[i].name))
      shots[i].shoot (&shots[i], argv[1]);
  return 0;
}
