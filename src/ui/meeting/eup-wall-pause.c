/* A pause on the wall says nothing about what was talked of. */

#include "ui/meeting/eup-wall-pause.h"

#include "assessment/eup-rules.h"
#include "assessment/eup-rules-session.h"
#include "ui/meeting/eup-wall-words.h"

static void
append (GtkWidget *box, const char *words, const char *language, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  eup_wall_set_words (GTK_LABEL (label), words, language);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* "We go on at 15.00", or on which day; NULL when nobody has said. */
static char *
describe_resumes (const EupSession *session, const char *language)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (session == NULL || session->resumes == NULL || *session->resumes == '\0')
    return NULL;
  time = eup_rules_time_of_day (session->resumes, language);
  day = eup_rules_date (session->resumes, language);
  if (session->ended != NULL && strncmp (session->ended, session->resumes, strlen ("YYYY-MM-DD")) == 0)
    return g_strdup_printf (eup_wall_word (EUP_WALL_GOES_ON, language), time);
  return g_strdup_printf (eup_wall_word (EUP_WALL_GOES_ON_DAY, language), day, time);
}
#pragma GCC diagnostic pop

static void
add_language (GtkWidget *box, EupCase *kase, const char *language, gboolean first)
{
  const EupSession *session = eup_rules_last_session (eup_case_get_assessment (kase));
  g_autofree char *resumes = describe_resumes (session, language);

  append (box, eup_wall_word (EUP_WALL_PAUSE, language), language,
          first ? "wall-question" : "wall-pause-second");
  if (resumes != NULL)
    append (box, resumes, language, first ? "wall-resumes" : "wall-resumes-second");
}

static void
refresh (GtkWidget *box, EupPartKind kind, const char *id, EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *second = eup_rules_wall_second_language (assessment);
  GtkWidget *child;

  if (kind != EUP_PART_CARD && kind != EUP_PART_SESSION)
    return;
  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  add_language (box, kase, eup_rules_wall_language (assessment), TRUE);
  if (second != NULL)
    add_language (box, kase, second, FALSE);
}

/**
 * eup_wall_pause_new:
 *
 * Returns: (transfer floating): the word, in each of the wall's languages
 */
GtkWidget *
eup_wall_pause_new (EupCase *kase, EupSharedState *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "wall-page");
  g_signal_connect_object (kase, "changed", G_CALLBACK (refresh), box, G_CONNECT_SWAPPED);
  refresh (box, EUP_PART_CARD, NULL, kase);
  return box;
}
