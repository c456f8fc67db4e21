/* Where the words come from: how they were obtained, when, through whom, in which language they are, and
 * who translated them. Chips that say it and can be pressed to change it. */

#include "ui/meeting/eup-answer-form-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-languages.h"
#include "ui/common/eup-names.h"
#include "ui/common/eup-voices.h"

/* The ways of hearing somebody in which somebody else has a part. */
static const struct
{
  const char *how;
  const char *question;
} parts[] = {
  { "interpreter", N_ ("Who interpreted?") }, { "told", N_ ("Who told it?") },
  { "observed", N_ ("Who saw it?") },         { "pictures", N_ ("Who asked?") },
  { "sitting", N_ ("Who asked?") },
};

static const char *
who_question (const char *how)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].how, how) == 0)
      return _ (parts[i].question);
  return NULL;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
set_chip (GtkMenuButton *chip, GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Who can be picked: the interpreters where one is asked for, else everybody but the person. */
static GMenuModel *
new_names_menu (EupAnswerForm *self, gboolean interpreters)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *person = assessment->people->pdata[i];
      g_autofree char *name = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if ((interpreters && !person->interprets) || g_strcmp0 (person->id, self->person) == 0 ||
          eup_person_voice (person) == EUP_VOICE_RESIDENT || !has_text (person->name))
        continue;
      name = eup_rules_name (assessment, person);
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "answer.source", "s", name);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
refresh_source (EupAnswerForm *self, const EupStatement *statement)
{
  const char *question = who_question (statement->how);
  const char *label = question ? question : _ ("Who told it, or interpreted?");
  gboolean named = has_text (statement->source);
  gboolean must = question != NULL && g_strcmp0 (question, _ ("Who asked?")) != 0;
  g_autoptr (GMenuModel) names = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->sources), question != NULL || named);
  gtk_widget_set_visible (GTK_WIDGET (self->source_hint), must && !named);
  eup_answer_form_set_entry (self->source, statement->source);
  if (g_strcmp0 (gtk_entry_get_placeholder_text (self->source), label) == 0 &&
      gtk_menu_button_get_menu_model (self->source_pick) != NULL)
    return;
  gtk_entry_set_placeholder_text (self->source, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  names = new_names_menu (self, g_strcmp0 (statement->how, "interpreter") == 0);
  gtk_menu_button_set_menu_model (self->source_pick, names);
  gtk_widget_set_visible (GTK_WIDGET (self->source_pick), g_menu_model_get_n_items (names) > 0);
}

static void
refresh_when (EupAnswerForm *self, const EupStatement *statement)
{
  g_autofree char *today = eup_clock_today (eup_case_get_clock (self->kase));
  g_autofree char *date = eup_answer_form_short_date (statement->said);
  gboolean now = has_text (statement->said) && g_str_has_prefix (statement->said, today);

  set_chip (self->when, self->when_label, now ? _ ("Today") : date ? date : _ ("When?"));
  eup_when_popover_set_date (self->when_popover, statement->said, today);
}

/* Who spoke when is seen once all have spoken. */
static void
refresh_order (EupAnswerForm *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  guint place = eup_rules_is_revealed (assessment, self->question)
                    ? eup_rules_speaking_place (assessment, self->question, self->person)
                    : 0;
  g_autofree char *words = place > 1 ? g_strdup_printf (_ ("Spoke as number %u"), place) : NULL;

  gtk_widget_set_visible (self->order, place > 0);
  gtk_label_set_label (self->order_label, place == 1 ? _ ("Spoke first") : words ? words : "");
}

void
eup_answer_form_refresh_origin (EupAnswerForm *self, const EupStatement *statement)
{
  const char *language = eup_languages_name (statement->language);

  gtk_widget_set_visible (GTK_WIDGET (self->provenance), statement->id != NULL &&
                                                             !eup_statement_is_empty (statement) &&
                                                             self->voice != EUP_VOICE_FACILITATOR);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->provenance)))
    return;
  gtk_image_set_from_icon_name (self->how_icon, eup_how_get_icon (statement->how));
  set_chip (self->how, self->how_label, eup_how_get_words (statement->how));
  refresh_when (self, statement);
  set_chip (self->exact, self->exact_label, statement->summary ? _ ("A summary") : _ ("Word for word"));
  gtk_widget_set_visible (GTK_WIDGET (self->exact), has_text (statement->words));
  set_chip (self->speech, self->speech_label, has_text (language) ? language : _ ("Which language?"));
  gtk_widget_set_visible (GTK_WIDGET (self->speech), has_text (statement->words));
  refresh_order (self);
  refresh_source (self, statement);
}

/**
 * eup_answer_form_translation_target:
 *
 * Returns: (transfer none) (nullable): the language to translate to: the one that was chosen, else the
 *   record's where the words are in another
 */
const char *
eup_answer_form_translation_target (EupAnswerForm *self, const EupStatement *statement)
{
  const EupPerson *person = eup_answer_form_get_person (self);
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  const char *spoken = has_text (statement->language) ? statement->language : person->language;

  if (has_text (statement->translation_language))
    return statement->translation_language;
  if (has_text (spoken) && g_strcmp0 (spoken, card->language) != 0)
    return card->language;
  return has_text (statement->translation) ? card->language : NULL;
}

static const char *
language_name (const char *language)
{
  if (g_strcmp0 (language, "sv") == 0)
    return _ ("Swedish");
  if (g_strcmp0 (language, "zh") == 0)
    return _ ("Chinese");
  return _ ("English");
}

void
eup_answer_form_refresh_translation (EupAnswerForm *self, const EupStatement *statement)
{
  const char *target =
      self->voice == EUP_VOICE_FACILITATOR ? NULL : eup_answer_form_translation_target (self, statement);
  g_autofree char *title = target ? g_strdup_printf (_ ("Translated to %s"), language_name (target)) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->translation), target != NULL);
  eup_words_set_text (self->translation_words, statement->translation);
  eup_answer_form_set_entry (self->translator, statement->translator);
  if (target == NULL || g_strcmp0 (gtk_label_get_label (self->translation_title), title) == 0)
    return;
  gtk_label_set_label (self->translation_title, title);
  eup_words_set_label (self->translation_words, title);
}

void
eup_answer_form_source_changed_cb (GtkEditable *editable, EupAnswerForm *self)
{
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  g_set_str (&statement->source, gtk_editable_get_text (editable));
  eup_answer_form_end (self, statement);
}

void
eup_answer_form_translator_changed_cb (GtkEditable *editable, EupAnswerForm *self)
{
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  g_set_str (&statement->translator, gtk_editable_get_text (editable));
  eup_answer_form_end (self, statement);
}

/* Today has its time of day; of another day nobody knows it any more. */
void
eup_answer_form_when_picked_cb (GtkWidget *popover, const char *date, EupAnswerForm *self)
{
  EupStatement *statement = eup_answer_form_begin (self);
  g_autofree char *now = eup_clock_now_iso (eup_case_get_clock (self->kase));

  if (statement == NULL)
    return;
  g_set_str (&statement->said, *date != '\0' ? date : now);
  eup_answer_form_end (self, statement);
}

static void
how_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  EupAnswerForm *self = data;
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  g_set_str (&statement->how, g_variant_get_string (value, NULL));
  eup_answer_form_end (self, statement);
}

static void
summary_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  EupAnswerForm *self = data;
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  statement->summary = g_variant_get_boolean (value);
  eup_answer_form_end (self, statement);
}

static void
language_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  EupAnswerForm *self = data;
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  g_set_str (&statement->language, g_variant_get_string (value, NULL));
  eup_answer_form_end (self, statement);
}

/* Without a language the translation goes; the original is never touched. */
static void
translate_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  EupAnswerForm *self = data;
  EupStatement *statement = eup_answer_form_begin (self);
  const char *language = g_variant_get_string (value, NULL);
  gboolean any = *language != '\0';

  if (statement == NULL)
    return;
  g_set_str (&statement->translation_language, any ? language : NULL);
  if (!any)
    {
      g_clear_pointer (&statement->translation, g_free);
      g_clear_pointer (&statement->translator, g_free);
    }
  eup_answer_form_end (self, statement);
  if (any)
    gtk_widget_grab_focus (GTK_WIDGET (self->translation_words));
}

static void
source_cb (GSimpleAction *action, GVariant *name, gpointer data)
{
  EupAnswerForm *self = data;

  gtk_editable_set_text (GTK_EDITABLE (self->source), g_variant_get_string (name, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->source));
}

static const GActionEntry entries[] = {
  { .name = "how", .parameter_type = "s", .state = "''", .change_state = how_cb },
  { .name = "summary", .parameter_type = "b", .state = "false", .change_state = summary_cb },
  { .name = "language", .parameter_type = "s", .state = "''", .change_state = language_cb },
  { .name = "translate", .parameter_type = "s", .state = "''", .change_state = translate_cb },
  { .name = "source", .parameter_type = "s", .activate = source_cb },
};

void
eup_answer_form_add_origin_actions (EupAnswerForm *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
