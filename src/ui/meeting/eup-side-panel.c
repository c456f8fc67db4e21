/* Who is here, and what only the facilitator sees. */

#include "ui/meeting/eup-side-panel.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-prompts.h"
#include "ui/meeting/eup-words.h"

struct _EupSidePanel
{
  AdwBin parent_instance;
  EupCase *kase;
  const EupQuestion *question; /* (nullable) */
  GtkListBox *people;
  GtkWidget *prompts_box;
  GtkBox *prompts;
  EupWords *note;
};

G_DEFINE_FINAL_TYPE (EupSidePanel, eup_side_panel, ADW_TYPE_BIN)

static GtkWidget *
new_person_row (const EupPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *disc = gtk_image_new_from_icon_name (eup_voice_get_icon (eup_person_voice (person)));
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *title = eup_person_describe (person);
  gboolean because = person->reason != NULL && *person->reason != '\0';
  const char *presence = eup_person_get_presence_words (person);
  g_autofree char *subtitle =
      because ? g_strdup_printf (C_ ("presence and reason", "%1$s: %2$s"), presence, person->reason)
              : g_strdup (presence);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  eup_voice_mark (row, eup_person_voice (person));
  gtk_widget_add_css_class (disc, "disc");
  gtk_widget_add_css_class (disc, "small");
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), disc);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "person", g_strdup (person->id), g_free);
  return row;
}

static void
update_checks (EupSidePanel *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->people, i)) != NULL; i++)
    {
      GtkWidget *check = g_object_get_data (G_OBJECT (row), "check");
      const EupStatement *statement =
          self->question ? eup_assessment_find_statement (assessment, self->question->id,
                                                          g_object_get_data (G_OBJECT (row), "person"))
                         : NULL;
      gboolean answered = statement != NULL && !eup_statement_is_empty (statement);

      gtk_widget_set_visible (check, answered);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Has answered"), -1);
    }
}

static void
fill_people (EupSidePanel *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);

  gtk_list_box_remove_all (self->people);
  /* The last round is for those who are there without a voice. */
  for (guint voice = 0; voice <= EUP_N_VOICES; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, (EupVoice) voice);

      for (guint i = 0; i < people->len; i++)
        gtk_list_box_append (self->people, new_person_row (people->pdata[i]));
    }
  update_checks (self);
}

static void
update_prompts (EupSidePanel *self)
{
  g_autoptr (GPtrArray) prompts = self->question
                                      ? eup_rules_prompts (eup_case_get_assessment (self->kase),
                                                           eup_case_get_model (self->kase), self->question)
                                      : NULL;

  gtk_widget_set_visible (self->prompts_box, prompts != NULL && prompts->len > 0);
  if (prompts != NULL)
    eup_prompts_fill (self->prompts, prompts, self->kase);
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupSidePanel *self)
{
  if (kind == EUP_PART_PERSON)
    fill_people (self);
  else
    update_checks (self);
  if (kind == EUP_PART_CARD)
    update_prompts (self);
}

static void
written_cb (EupWords *words, EupSidePanel *self)
{
  g_autofree char *note = eup_words_get_text (words);

  if (self->kase != NULL)
    eup_case_set_note (self->kase, note);
}

static void
eup_side_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_SIDE_PANEL);
  g_clear_object (&EUP_SIDE_PANEL (object)->kase);
  G_OBJECT_CLASS (eup_side_panel_parent_class)->dispose (object);
}

static void
eup_side_panel_class_init (EupSidePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_side_panel_dispose;
  g_type_ensure (EUP_TYPE_WORDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, people);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, prompts_box);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, prompts);
  gtk_widget_class_bind_template_child (widget_class, EupSidePanel, note);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
}

static void
eup_side_panel_init (EupSidePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eup_words_set_label (self->note, _ ("Private note"));
  eup_words_set_placeholder (self->note, _ ("Only you see this"));
}

/**
 * eup_side_panel_set_case:
 *
 * Called once, before anything is shown.
 */
void
eup_side_panel_set_case (EupSidePanel *self, EupCase *kase)
{
  self->kase = g_object_ref (kase);
  eup_words_set_text (self->note, eup_case_get_note (kase));
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  fill_people (self);
}

/**
 * eup_side_panel_show:
 * @question: (nullable): the question of which it is marked who has answered
 */
void
eup_side_panel_show (EupSidePanel *self, const EupQuestion *question)
{
  self->question = question;
  update_checks (self);
  update_prompts (self);
}

void
eup_side_panel_focus_note (EupSidePanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}
