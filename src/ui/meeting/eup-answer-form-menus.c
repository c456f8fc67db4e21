/* The menus of the form: why there is no answer, and what its chips offer. */

#include "ui/meeting/eup-answer-form-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/common/eup-languages.h"
#include "ui/common/eup-voices.h"

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_none_menu (EupAnswerForm *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) reasons = g_menu_new ();
  g_autoptr (GMenu) clear = g_menu_new ();
  GPtrArray *non_answers = eup_method_get_non_answers (eup_case_get_model (self->kase)->method);

  for (guint i = 0; i < non_answers->len; i++)
    {
      const EupNonAnswer *non_answer = non_answers->pdata[i];

      append (reasons, eup_text_get (non_answer->label, eup_ui_language ()), "answer.non-answer",
              non_answer->id);
    }
  g_menu_append (clear, _ ("Clear the Choice"), "answer.clear");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reasons));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clear));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_how_menu (void)
{
  GMenu *menu = g_menu_new ();
  const char *const *hows = eup_hows_get ();

  for (guint i = 0; hows[i] != NULL; i++)
    append (menu, eup_how_get_words (hows[i]), "answer.how", hows[i]);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_exact_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Word for Word"), "answer.summary(false)");
  g_menu_append (menu, _ ("A Summary"), "answer.summary(true)");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_speech_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) spoken = g_menu_new ();
  g_autoptr (GMenu) translated = g_menu_new ();

  for (guint i = 0; eup_languages_get (i) != NULL; i++)
    {
      append (spoken, eup_languages_name (eup_languages_get (i)), "answer.language", eup_languages_get (i));
      append (translated, eup_languages_name (eup_languages_get (i)), "answer.translate",
              eup_languages_get (i));
    }
  append (translated, _ ("No Translation"), "answer.translate", "");
  g_menu_append_section (menu, _ ("The words are in"), G_MENU_MODEL (spoken));
  g_menu_append_section (menu, _ ("Translate to"), G_MENU_MODEL (translated));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_confirm_menu (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("This Is Right"), "answer.confirm", "yes");
  append (menu, _ ("Change It"), "answer.confirm", "changed");
  append (menu, _ ("Not Right"), "answer.confirm", "objects");
  return G_MENU_MODEL (menu);
}

static void
fill_menus (EupAnswerForm *self)
{
  g_autoptr (GMenuModel) none = new_none_menu (self);
  g_autoptr (GMenuModel) how = new_how_menu ();
  g_autoptr (GMenuModel) exact = new_exact_menu ();
  g_autoptr (GMenuModel) speech = new_speech_menu ();
  g_autoptr (GMenuModel) confirm = new_confirm_menu ();

  gtk_menu_button_set_menu_model (self->none_button, none);
  gtk_menu_button_set_menu_model (self->how, how);
  gtk_menu_button_set_menu_model (self->exact, exact);
  gtk_menu_button_set_menu_model (self->speech, speech);
  gtk_menu_button_set_menu_model (self->confirmed, confirm);
}

/* Each button makes all widgets of its menu at once. What the menus offer follows from the method alone, so
 * they stay for the next question and for another person. */
void
eup_answer_form_fill_menus (EupAnswerForm *self)
{
  EupModel *model = eup_case_get_model (self->kase);

  if (self->menus_of == model)
    return;
  self->menus_of = model;
  fill_menus (self);
}

/* (transfer full) (nullable): "24 Nov", of a day or a time; the year stands in the record */
char *
eup_answer_form_short_date (const char *iso)
{
  return eup_rules_day (iso, eup_ui_language ());
}
