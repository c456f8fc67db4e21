/* The road of the meeting. Rows are made once for the questions that the case's level opens;
 * afterwards only their marks change, so that focus stays where it is. */

#include "ui/meeting/eup-meeting-rail.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules-session.h"
#include "ui/common/eup-full-words.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-place-words.h"

struct _EupMeetingRail
{
  AdwBin parent_instance;
  EupCase *kase;
  EupPlace place;  /* where the meeting is */
  GPtrArray *open; /* EupQuestion: those the rows were made for */
  AdwWindowTitle *title;
  GtkListBox *list;
  GtkLabel *time;
  GtkProgressBar *progress;
  GtkLabel *rest;
};

G_DEFINE_FINAL_TYPE (EupMeetingRail, eup_meeting_rail, ADW_TYPE_BIN)

/* What a row stands for: a stage, one question or the differences of it, or (no stage) a place after the
 * questions. */
typedef struct
{
  GtkWidget *row;
  const EupStage *stage;
  const EupQuestion *question;
  EupPlace place;
  GtkWidget *number;
  GtkWidget *check;
  GtkWidget *arrow;
  GtkWidget *parked;
  GtkLabel *title;
  GtkLabel *count;
} Row;

static gboolean
is_done (EupMeetingRail *self, const EupQuestion *question)
{
  return eup_rules_may_reveal (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase),
                               question);
}

static void
count_stage (EupMeetingRail *self, const EupStage *stage, guint *n_done, guint *n)
{
  *n_done = *n = 0;
  for (guint i = 0; i < stage->questions->len; i++)
    if (g_ptr_array_find (self->open, stage->questions->pdata[i], NULL))
      {
        *n += 1;
        *n_done += is_done (self, stage->questions->pdata[i]) ? 1 : 0;
      }
}

static gboolean
is_parked (EupMeetingRail *self, const EupQuestion *question)
{
  return eup_rules_is_parked (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase),
                              question);
}

static guint
count_parked (EupMeetingRail *self, const EupStage *stage)
{
  guint n = 0;

  for (guint i = 0; i < stage->questions->len; i++)
    n += g_ptr_array_find (self->open, stage->questions->pdata[i], NULL) &&
         is_parked (self, stage->questions->pdata[i]);
  return n;
}

static void
set_current (GtkWidget *row, gboolean current)
{
  if (current)
    gtk_widget_add_css_class (row, "current");
  else
    gtk_widget_remove_css_class (row, "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
}

static void
set_name (Row *row, const char *state)
{
  g_autofree char *name = *state == '\0' ? g_strdup (gtk_label_get_label (row->title))
                                         : g_strdup_printf (C_ ("stage or question and state", "%1$s, %2$s"),
                                                            gtk_label_get_label (row->title), state);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_current_stage (EupMeetingRail *self, const EupStage *stage)
{
  return eup_place_get_stage (&self->place, eup_case_get_model (self->kase)) == stage;
}

static void
update_stage_row (EupMeetingRail *self, Row *row)
{
  gboolean current = is_current_stage (self, row->stage);
  guint n_parked = count_parked (self, row->stage);
  g_autofree char *parked = g_strdup_printf (ngettext ("%u parked", "%u parked", n_parked), n_parked);
  g_autofree char *count = NULL;
  g_autofree char *state = NULL;
  guint n_done, n;

  count_stage (self, row->stage, &n_done, &n);
  /* Translators: how many questions of a stage are answered */
  count = n_done > 0 || current ? g_strdup_printf (_ ("%1$u of %2$u"), n_done, n) : g_strdup_printf ("%u", n);
  gtk_label_set_label (row->count, count);
  gtk_widget_set_visible (row->check, n_done == n && !current);
  gtk_widget_set_visible (row->number, n_done != n || current);
  gtk_widget_set_visible (row->parked, n_parked > 0);
  eup_full_words_set_tooltip (row->parked, parked);
  set_current (row->row, current);
  state = n_parked > 0 ? g_strdup_printf (C_ ("answered and parked", "%1$s, %2$s"), count, parked)
                       : g_strdup (count);
  set_name (row, state);
}

static void
update_question_row (EupMeetingRail *self, Row *row)
{
  gboolean current = self->place.question == row->question;
  gboolean done = is_done (self, row->question);
  gboolean parked = is_parked (self, row->question);

  gtk_widget_set_visible (row->row, is_current_stage (self, row->stage));
  gtk_widget_set_visible (row->arrow, current);
  gtk_widget_set_opacity (row->check, done && !current ? 1 : 0);
  gtk_widget_set_visible (row->check, !current);
  set_current (row->row, current);
  gtk_widget_set_visible (row->parked, parked);
  gtk_widget_set_visible (GTK_WIDGET (row->count), parked);
  gtk_label_set_label (row->count, parked ? _ ("parked") : "");
  set_name (row, done ? _ ("answered") : parked ? _ ("parked") : "");
}

/* After the questions of a stage, where something differs in it. */
static void
update_differences_row (EupMeetingRail *self, Row *row)
{
  gboolean current = eup_place_equal (&row->place, &self->place);
  gboolean shown = is_current_stage (self, row->stage) &&
                   (current || eup_rules_has_place (eup_case_get_assessment (self->kase),
                                                    eup_case_get_model (self->kase), &row->place));

  gtk_widget_set_visible (row->row, shown);
  gtk_widget_set_visible (row->arrow, current);
  gtk_widget_set_visible (row->check, !current);
  set_current (row->row, current);
}

static void
update (EupMeetingRail *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      Row *data = g_object_get_data (G_OBJECT (row), "row");

      if (data->question != NULL)
        update_question_row (self, data);
      else if (data->place.kind == EUP_PLACE_DIFFERENCES)
        update_differences_row (self, data);
      else if (data->stage != NULL)
        update_stage_row (self, data);
      else
        set_current (data->row, eup_place_equal (&data->place, &self->place));
    }
}

static Row *
append_row (EupMeetingRail *self, const char *title, const char *css_class)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  row->row = gtk_list_box_row_new ();
  row->title = GTK_LABEL (gtk_label_new (title));
  row->count = GTK_LABEL (gtk_label_new (NULL));
  row->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  row->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  row->parked = gtk_image_new_from_icon_name ("eup-parked-symbolic");
  row->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->number, "number");
  gtk_widget_add_css_class (row->check, "check");
  gtk_widget_add_css_class (GTK_WIDGET (row->count), "count");
  gtk_widget_add_css_class (row->row, css_class);
  gtk_widget_set_valign (row->number, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (row->check, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (row->arrow, FALSE);
  gtk_widget_set_visible (row->parked, FALSE);
  gtk_label_set_xalign (row->title, 0);
  gtk_label_set_wrap (row->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (row->title), TRUE);
  gtk_box_append (GTK_BOX (box), row->number);
  gtk_box_append (GTK_BOX (box), row->check);
  gtk_box_append (GTK_BOX (box), row->arrow);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->title));
  gtk_box_append (GTK_BOX (box), row->parked);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  g_object_set_data_full (G_OBJECT (row->row), "row", row, g_free);
  gtk_list_box_append (self->list, row->row);
  return row;
}

static void
append_differences (EupMeetingRail *self, const EupStage *stage)
{
  EupPlace place = { EUP_PLACE_DIFFERENCES, NULL, stage };
  Row *row = append_row (self, eup_place_get_title (&place), "question-row");

  row->stage = stage;
  row->place = place;
  gtk_widget_set_visible (row->number, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (row->count), FALSE);
  gtk_image_set_from_icon_name (GTK_IMAGE (row->check), eup_place_get_icon (&place));
  set_name (row, "");
}

static void
append_stage (EupMeetingRail *self, const EupStage *stage)
{
  g_autofree char *number = g_strdup_printf ("%d", stage->number);
  Row *row = append_row (self, eup_text_get (stage->title, eup_ui_language ()), "stage");

  row->stage = stage;
  gtk_label_set_label (GTK_LABEL (row->number), number);
  for (guint i = 0; i < stage->questions->len; i++)
    {
      const EupQuestion *question = stage->questions->pdata[i];

      if (!g_ptr_array_find (self->open, question, NULL))
        continue;
      row = append_row (self, eup_text_get (question->title, eup_ui_language ()), "question-row");
      row->stage = stage;
      row->question = question;
      gtk_widget_set_visible (row->number, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (row->count), FALSE);
    }
  append_differences (self, stage);
}

static void
append_place (EupMeetingRail *self, const EupPlace *place)
{
  Row *row = append_row (self, eup_place_get_title (place), "stage");

  row->place = *place;
  gtk_widget_set_visible (row->number, FALSE);
  gtk_image_set_from_icon_name (GTK_IMAGE (row->check), eup_place_get_icon (place));
  set_name (row, "");
}

static void
fill (EupMeetingRail *self)
{
  EupModel *model = eup_case_get_model (self->kase);
  GPtrArray *stages = eup_method_get_stages (model->method);
  g_autoptr (GArray) places = eup_rules_places (eup_case_get_assessment (self->kase), model);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < stages->len; i++)
    {
      const EupStage *stage = stages->pdata[i];
      guint n_done, n;

      count_stage (self, stage, &n_done, &n);
      if (n > 0)
        append_stage (self, stage);
    }
  for (guint i = 0; i < places->len; i++)
    if (eup_place_get_stage (&g_array_index (places, EupPlace, i), model) == NULL)
      append_place (self, &g_array_index (places, EupPlace, i));
}

static gboolean
same_questions (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  return memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0;
}

/* Whoever does not see the road hears that it changed. */
static void
announce (EupMeetingRail *self, guint before, guint now)
{
  guint n = before < now ? now - before : before - now;
  g_autofree char *words =
      before < now
          ? g_strdup_printf (ngettext ("%u more question is asked", "%u more questions are asked", n), n)
          : g_strdup_printf (ngettext ("%u question fewer is asked", "%u questions fewer are asked", n), n);

  if (n > 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
refresh (EupMeetingRail *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  const EupTechnology *technology = eup_catalogue_find (model->catalogue, assessment->card->technology);
  GPtrArray *open = eup_rules_open_questions (assessment, model);

  adw_window_title_set_title (self->title, assessment->card->alias ? assessment->card->alias : "");
  adw_window_title_set_subtitle (self->title,
                                 technology ? eup_text_get (technology->name, eup_ui_language ()) : "");
  if (same_questions (self->open, open))
    {
      g_ptr_array_unref (open);
    }
  else
    {
      if (self->open != NULL)
        announce (self, self->open->len, open->len);
      g_clear_pointer (&self->open, g_ptr_array_unref);
      self->open = open;
      fill (self);
    }
  update (self);
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupMeetingRail *self)
{
  if (kind != EUP_PART_STAGE_TIME)
    refresh (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EupMeetingRail *self)
{
  Row *data = g_object_get_data (G_OBJECT (row), "row");
  const EupQuestion *target = data->question;

  if (data->stage == NULL || data->place.kind == EUP_PLACE_DIFFERENCES)
    {
      g_autofree char *name = eup_place_to_name (&data->place);

      gtk_widget_activate_action (GTK_WIDGET (self), "meeting.go-to", "s", name);
      return;
    }
  /* A stage: its first question that still waits for an answer, else its first. */
  for (guint i = 0; target == NULL && i < data->stage->questions->len; i++)
    {
      const EupQuestion *question = data->stage->questions->pdata[i];

      if (g_ptr_array_find (self->open, question, NULL) && !is_done (self, question))
        target = question;
    }
  for (guint i = 0; target == NULL && i < data->stage->questions->len; i++)
    if (g_ptr_array_find (self->open, data->stage->questions->pdata[i], NULL))
      target = data->stage->questions->pdata[i];
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "meeting.go-to", "s", target->id);
}

static void
eup_meeting_rail_dispose (GObject *object)
{
  EupMeetingRail *self = EUP_MEETING_RAIL (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_MEETING_RAIL);
  g_clear_object (&self->kase);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_meeting_rail_parent_class)->dispose (object);
}

static void
eup_meeting_rail_class_init (EupMeetingRailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_meeting_rail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-meeting-rail.ui");
  gtk_widget_class_bind_template_child (widget_class, EupMeetingRail, title);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingRail, list);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingRail, time);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingRail, progress);
  gtk_widget_class_bind_template_child (widget_class, EupMeetingRail, rest);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
eup_meeting_rail_init (EupMeetingRail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_meeting_rail_set_case:
 *
 * Called once, before anything is shown.
 */
void
eup_meeting_rail_set_case (EupMeetingRail *self, EupCase *kase)
{
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  refresh (self);
}

/**
 * eup_meeting_rail_show:
 * @place: where the meeting is
 */
void
eup_meeting_rail_show (EupMeetingRail *self, const EupPlace *place)
{
  self->place = *place;
  update (self);
}

/**
 * eup_meeting_rail_set_time:
 * @words: "Values: 6 of 15 min"
 * @fraction: how much of the stage's time has gone, from 0 to 1
 */
void
eup_meeting_rail_set_time (EupMeetingRail *self, const char *words, double fraction)
{
  gtk_label_set_label (self->time, words);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

/* @words: what is left of the planned time, or that there is no hurry */
void
eup_meeting_rail_set_rest (EupMeetingRail *self, const char *words)
{
  gtk_label_set_label (self->rest, words);
}
