/* A person's own words, a translation under them, where and when they were said, and what the person has
 * said of them now. The whole of it is the button. */

#include "ui/meeting/eup-sentence.h"

#include "ui/meeting/eup-read-back-words.h"
#include "ui/meeting/eup-wall-words.h"

#define LONG 220 /* characters: more than a page of the wall holds in full size */

static GtkWidget *
append (GtkWidget *box, const char *words, const char *language, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  eup_wall_set_words (GTK_LABEL (label), words, language);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static gboolean
is_written (const char *text)
{
  return text != NULL && *text != '\0';
}

/* What the answer looks like beside its words. */
static const char *
icon_of (const EupConfirmation *confirmation)
{
  if (g_strcmp0 (confirmation->answer, "objects") == 0)
    return "eup-hand-symbolic";
  return g_strcmp0 (confirmation->answer, "changed") == 0 ? "eup-pencil-symbolic" : "object-select-symbolic";
}

static void
append_result (GtkWidget *box, EupCase *kase, const EupStatement *statement, const EupSpoken *spoken)
{
  const EupConfirmation *confirmation = eup_rules_confirmation (eup_case_get_assessment (kase), statement);
  g_autofree char *words = eup_sentence_say_result (kase, statement, spoken->language);
  GtkWidget *line;

  if (confirmation == NULL)
    return;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (line, "sentence-result");
  gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_of (confirmation),
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  append (line, words, spoken->language, "sentence-said");
  gtk_box_append (GTK_BOX (box), line);
}

/* The number is for pointing with words: "the second one". */
static GtkWidget *
new_mark (guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (digits);

  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "sentence-mark");
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "eup-quote-symbolic",
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (label, "sentence-number");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
name_it (GtkWidget *button, EupCase *kase, const EupStatement *statement, guint number, const char *language)
{
  g_autofree char *words = eup_read_back_sentence (kase, statement, language);
  g_autofree char *source = eup_read_back_source (kase, statement, language);
  g_autofree char *result = eup_sentence_say_result (kase, statement, language);
  g_autofree char *name = g_strdup_printf ("%u. %s", number, words);
  g_autofree char *description = *result != '\0' ? g_strdup_printf ("%s\n%s", source, result) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description ? description : source,
                                  -1);
}

/**
 * eup_sentence_say_result:
 *
 * Returns: (transfer full): what the person has said of the sentence; "" while nothing
 */
char *
eup_sentence_say_result (EupCase *kase, const EupStatement *statement, const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupConfirmation *confirmation = eup_rules_confirmation (assessment, statement);
  EupReadWord word = EUP_READ_SAID_YES;

  if (confirmation == NULL)
    return g_strdup ("");
  if (g_strcmp0 (confirmation->answer, "objects") == 0)
    word = EUP_READ_SAID_OBJECTS;
  else if (g_strcmp0 (confirmation->answer, "changed") == 0)
    word = EUP_READ_SAID_CHANGED;
  return eup_read_back_word (word, language, eup_assessment_find_person (assessment, statement->person),
                             NULL);
}

/**
 * eup_sentence_new:
 * @number: of the sentence among the person's own, from 1
 * @spoken: what is spoken where it stands
 *
 * Returns: (transfer floating): a toggle button with the action "read-back.choose"
 */
GtkWidget *
eup_sentence_new (EupCase *kase, const EupStatement *statement, guint number, const EupSpoken *spoken)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean own = is_written (statement->words);
  g_autofree char *words = eup_read_back_sentence (kase, statement, spoken->language);
  g_autofree char *source = eup_read_back_source (kase, statement, spoken->language);
  GtkWidget *label =
      append (said, words, own && is_written (statement->language) ? statement->language : spoken->language,
              "sentence-words");

  if (g_utf8_strlen (words, -1) > LONG)
    gtk_widget_add_css_class (label, "long");
  if (own && is_written (statement->translation))
    append (said, statement->translation, statement->translation_language, "sentence-translation");
  if (!own && spoken->second != NULL)
    {
      g_autofree char *second = eup_read_back_sentence (kase, statement, spoken->second);

      append (said, second, spoken->second, "sentence-translation");
    }
  append (said, source, spoken->language, "sentence-source");
  append_result (said, kase, statement, spoken);
  gtk_widget_set_hexpand (said, TRUE);
  gtk_box_append (GTK_BOX (box), new_mark (number));
  gtk_box_append (GTK_BOX (box), said);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "sentence");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "read-back.choose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", statement->id);
  gtk_widget_set_name (button, statement->id);
  name_it (button, kase, statement, number, spoken->language);
  return button;
}
