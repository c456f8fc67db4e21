/* When the meeting goes on is kept with the session that has just ended. */

#include "ui/meeting/eup-pause-page.h"

#include "casework/eup-case-session.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-time-row.h"
#include "ui/meeting/eup-pause-words.h"

struct _EupPausePage
{
  AdwBin parent_instance;
  EupCase *kase;
  gboolean filling;
  GtkLabel *where;
  EupTimeRow *time;
  EupDateRow *date;
  GtkWidget *go_on;
};

G_DEFINE_FINAL_TYPE (EupPausePage, eup_pause_page, ADW_TYPE_BIN)

/* The time that is written, on the day that is written, else today; NULL while there is no time. */
static char *
read_resumes (EupPausePage *self)
{
  const char *time = eup_time_row_get_time (self->time);
  const char *day = eup_date_row_get_date (self->date);
  g_autofree char *now = eup_case_now (self->kase);
  g_autofree char *words = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) at = NULL;

  if (time == NULL)
    return NULL;
  words = day != NULL ? g_strdup_printf ("%sT%s:00", day, time) : g_strdup_printf ("%.10sT%s:00", now, time);
  at = g_date_time_new_from_iso8601 (words, zone);
  return at ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

static void
changed_cb (EupPausePage *self)
{
  g_autofree char *resumes = NULL;

  if (self->filling)
    return;
  resumes = read_resumes (self);
  eup_case_set_resumes (self->kase, resumes);
}

static void
refresh (EupPausePage *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autofree char *words = NULL;

  if (eup_rules_open_session (assessment) != NULL || eup_rules_last_session (assessment) == NULL)
    return;
  words = eup_pause_describe (self->kase);
  gtk_label_set_label (self->where, words);
}

static void
eup_pause_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_PAUSE_PAGE);
  g_clear_object (&EUP_PAUSE_PAGE (object)->kase);
  G_OBJECT_CLASS (eup_pause_page_parent_class)->dispose (object);
}

static void
eup_pause_page_class_init (EupPausePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_pause_page_dispose;
  g_type_ensure (EUP_TYPE_DATE_ROW);
  g_type_ensure (EUP_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-pause-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupPausePage, where);
  gtk_widget_class_bind_template_child (widget_class, EupPausePage, time);
  gtk_widget_class_bind_template_child (widget_class, EupPausePage, date);
  gtk_widget_class_bind_template_child (widget_class, EupPausePage, go_on);
}

static void
eup_pause_page_init (EupPausePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->time, "notify::time", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->date, "notify::date", G_CALLBACK (changed_cb), self);
}

/**
 * eup_pause_page_new:
 *
 * Returns: (transfer floating): the page; call eup_pause_page_begin() when the pause begins
 */
GtkWidget *
eup_pause_page_new (EupCase *kase)
{
  EupPausePage *self = g_object_new (EUP_TYPE_PAUSE_PAGE, NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Fills the page with the pause that is now; the focus waits at the way on. */
void
eup_pause_page_begin (EupPausePage *self)
{
  const EupSession *session = eup_rules_last_session (eup_case_get_assessment (self->kase));
  const char *resumes = session && session->resumes && *session->resumes != '\0' ? session->resumes : NULL;
  g_autofree char *time = resumes ? g_strndup (resumes + strlen ("YYYY-MM-DDT"), strlen ("HH:MM")) : NULL;
  g_autofree char *day = resumes ? g_strndup (resumes, strlen ("YYYY-MM-DD")) : NULL;

  self->filling = TRUE;
  eup_time_row_set_time (self->time, time);
  eup_date_row_set_date (self->date, day);
  self->filling = FALSE;
  refresh (self);
  gtk_widget_grab_focus (self->go_on);
}

/* The same pause on another page: what was said of its end stays. */
void
eup_pause_page_take_over (EupPausePage *self, EupPausePage *old)
{
  self->filling = TRUE;
  eup_time_row_set_time (self->time, eup_time_row_get_time (old->time));
  eup_date_row_set_date (self->date, eup_date_row_get_date (old->date));
  self->filling = FALSE;
  refresh (self);
}
