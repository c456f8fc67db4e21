/* Nothing is answered beforehand: not to have been asked is another thing than not to differ. A formal
 * reservation is for those who decide or handle the case on behalf of the authority. */

#include "ui/meeting/eup-dissent-row.h"

#include <glib/gi18n.h>
#include "ui/common/eup-disc.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-words.h"

static const struct
{
  const char *id;
  const char *label;
  const char *meaning;     /* NULL: says it by itself */
  const char *placeholder; /* NULL: needs no words */
} answers[] = {
  { "none", N_ ("Does not differ"), NULL, NULL },
  { "differs", N_ ("Differs"), N_ ("Anybody may. It is noted in their own words."),
    N_ ("In their own words") },
  { "reservation", N_ ("Formal reservation"),
    N_ ("For those who decide or handle the case. It is noted before the decision leaves the office."),
    N_ ("The reservation as it shall stand") },
  { "not-asked", N_ ("Not asked"), NULL, N_ ("Why not") },
};

#define N_ANSWERS G_N_ELEMENTS (answers)

struct _EupDissentRow
{
  AdwExpanderRow parent_instance;
  EupCase *kase;
  char *person;
  GtkCheckButton *radios[N_ANSWERS];
  GtkWidget *words_row;
  EupWords *words;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupDissentRow, eup_dissent_row, ADW_TYPE_EXPANDER_ROW)

static int
find_answer (const char *id)
{
  for (guint i = 0; i < N_ANSWERS; i++)
    if (g_strcmp0 (answers[i].id, id) == 0)
      return (int) i;
  return -1;
}

static void
put (EupDissentRow *self, int answer)
{
  EupDissent *dissent = eup_case_edit (self->kase, EUP_PART_DISSENT, self->person);
  g_autofree char *words = eup_words_get_text (self->words);

  g_set_str (&dissent->answer, answers[answer].id);
  g_set_str (&dissent->words, answers[answer].placeholder != NULL ? words : NULL);
  eup_case_put (self->kase, EUP_PART_DISSENT, dissent);
}

static int
current_answer (EupDissentRow *self)
{
  for (guint i = 0; i < N_ANSWERS; i++)
    if (gtk_check_button_get_active (self->radios[i]))
      return (int) i;
  return -1;
}

static void
chosen_cb (EupDissentRow *self, GtkCheckButton *radio)
{
  if (!self->filling && gtk_check_button_get_active (radio))
    put (self, current_answer (self));
}

static void
written_cb (EupDissentRow *self)
{
  int answer = current_answer (self);

  if (!self->filling && answer >= 0)
    put (self, answer);
}

static void
add_answer (EupDissentRow *self, guint i, gboolean offered)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *radio = gtk_check_button_new ();

  self->radios[i] = GTK_CHECK_BUTTON (radio);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (answers[i].label));
  if (answers[i].meaning != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (answers[i].meaning));
      gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      _ (answers[i].meaning), -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (answers[i].label),
                                  -1);
  gtk_widget_set_valign (radio, GTK_ALIGN_CENTER);
  if (i > 0)
    gtk_check_button_set_group (self->radios[i], self->radios[0]);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), radio);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), radio);
  gtk_widget_set_visible (row, offered);
  g_signal_connect_swapped (radio, "toggled", G_CALLBACK (chosen_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_words (EupDissentRow *self)
{
  GtkWidget *words = eup_words_new ();

  self->words = EUP_WORDS (words);
  gtk_widget_set_margin_top (words, 8);
  gtk_widget_set_margin_bottom (words, 12);
  gtk_widget_set_margin_start (words, 12);
  gtk_widget_set_margin_end (words, 12);
  gtk_widget_set_size_request (words, -1, 84);
  self->words_row =
      g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "child", words, NULL);
  g_signal_connect_swapped (words, "written", G_CALLBACK (written_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->words_row);
}

static void
eup_dissent_row_dispose (GObject *object)
{
  EupDissentRow *self = EUP_DISSENT_ROW (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->person, g_free);
  G_OBJECT_CLASS (eup_dissent_row_parent_class)->dispose (object);
}

static void
eup_dissent_row_class_init (EupDissentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_dissent_row_dispose;
}

static void
eup_dissent_row_init (EupDissentRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 2);
}

/**
 * eup_dissent_row_new:
 * @kase: (transfer none): the case
 * @person: the id of somebody who takes part
 *
 * Returns: (transfer floating): a row with that person's answer
 */
GtkWidget *
eup_dissent_row_new (EupCase *kase, const char *person)
{
  EupDissentRow *self = g_object_new (EUP_TYPE_DISSENT_ROW, NULL);
  const EupPerson *who = eup_assessment_find_person (eup_case_get_assessment (kase), person);
  EupVoice voice = eup_person_voice (who);
  gboolean official = voice == EUP_VOICE_STAFF || voice == EUP_VOICE_FACILITATOR || who->decides;

  self->kase = g_object_ref (kase);
  self->person = g_strdup (person);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self),
                               eup_disc_new (voice == EUP_VOICE_NONE ? EUP_VOICE_FACILITATOR : voice));
  for (guint i = 0; i < N_ANSWERS; i++)
    add_answer (self, i, official || !g_str_equal (answers[i].id, "reservation"));
  add_words (self);
  eup_dissent_row_refresh (self);
  return GTK_WIDGET (self);
}

static char *
describe (const EupDissent *dissent, int answer)
{
  if (answer < 0)
    return g_strdup (_ ("Not asked yet"));
  if (answers[answer].placeholder == NULL || dissent->words == NULL || *dissent->words == '\0')
    return g_strdup (_ (answers[answer].label));
  if (g_str_equal (dissent->answer, "differs"))
    /* Translators: quotation marks around what somebody said */
    return g_strdup_printf (_ ("“%s”"), dissent->words);
  return g_strdup_printf (C_ ("answer and reason", "%1$s: %2$s"), _ (answers[answer].label), dissent->words);
}

/**
 * eup_dissent_row_refresh:
 * @self: the row
 *
 * Shows what the case says now.
 */
void
eup_dissent_row_refresh (EupDissentRow *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupPerson *who = eup_assessment_find_person (assessment, self->person);
  const EupDissent *dissent = eup_assessment_find (assessment, EUP_PART_DISSENT, self->person);
  int answer = dissent != NULL ? find_answer (dissent->answer) : -1;
  gboolean needs_words = answer >= 0 && answers[answer].placeholder != NULL;
  g_autofree char *name = who != NULL ? eup_person_describe (who) : g_strdup ("");
  g_autofree char *words = describe (dissent, answer);
  g_autofree char *written = eup_words_get_text (self->words);

  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  for (guint i = 0; i < N_ANSWERS; i++)
    gtk_check_button_set_active (self->radios[i], (int) i == answer);
  gtk_widget_set_visible (self->words_row, needs_words);
  if (needs_words)
    {
      const char *text = dissent->words != NULL ? dissent->words : "";

      eup_words_set_placeholder (self->words, _ (answers[answer].placeholder));
      eup_words_set_label (self->words, _ (answers[answer].label));
      if (g_strcmp0 (written, text) != 0)
        eup_words_set_text (self->words, text);
    }
  self->filling = FALSE;
}
