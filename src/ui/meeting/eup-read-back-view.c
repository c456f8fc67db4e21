/* Whose sentences, the sentences, and the answers, of equal weight. Sentences are made anew only when others
 * are shown or something new is said of them, so that focus stays where it is. */

#include "ui/meeting/eup-read-back-view.h"

#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-read-back-pages.h"
#include "ui/meeting/eup-read-back-words.h"
#include "ui/meeting/eup-sentence.h"
#include "ui/meeting/eup-wall-said.h"
#include "ui/meeting/eup-wall-words.h"

#define N_ANSWERS 3

static const struct
{
  const char *id;
  const char *icon;
  EupReadWord word, meaning;
} answers[N_ANSWERS] = {
  { "yes", "object-select-symbolic", EUP_READ_YES, EUP_READ_YES_MEANING },
  { "changed", "eup-pencil-symbolic", EUP_READ_CHANGE, EUP_READ_CHANGE_MEANING },
  { "objects", "eup-hand-symbolic", EUP_READ_OBJECT, EUP_READ_OBJECT_MEANING },
};

struct _EupReadBackView
{
  GtkBox parent_instance;

  EupReadBack *read_back;
  gboolean wall;
  char *shown; /* what the sentences say */

  GtkImage *disc;
  GtkLabel *title;
  GtkLabel *second_title;
  GtkLabel *subtitle;
  GtkWidget *pages;
  GtkWidget *earlier;
  GtkLabel *progress;
  GtkWidget *later;
  GtkLabel *passed_over;
  GtkBox *sentences;
  GtkLabel *hint;
  GtkWidget *answers;
  GtkWidget *buttons[N_ANSWERS];
  GtkLabel *words[N_ANSWERS];
  GtkLabel *meanings[N_ANSWERS];
  GtkLabel *seconds[N_ANSWERS];
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (EupReadBackView, eup_read_back_view, GTK_TYPE_BOX)

static const EupAssessment *
assessment_of (EupReadBackView *self)
{
  return eup_case_get_assessment (eup_read_back_get_case (self->read_back));
}

static EupSpoken
spoken (EupReadBackView *self)
{
  EupSpoken here = { eup_ui_language (), NULL };

  if (self->wall)
    {
      here.language = eup_rules_wall_language (assessment_of (self));
      here.second = eup_rules_wall_second_language (assessment_of (self));
    }
  return here;
}

/* (transfer full): as it is said to the person who is read to, or to everybody */
static char *
say (EupReadBackView *self, EupReadWord word, const char *language, const char *name, const char *value)
{
  static const EupPerson nobody;
  const EupPerson *person = eup_read_back_get_person (self->read_back);

  return eup_read_back_word (word, language, person ? person : &nobody, name, value, NULL);
}

/* Words in the languages that are spoken here, the second after the first. */
static void
set_words (EupReadBackView *self, GtkLabel *label, EupReadWord word, const char *name, const char *value)
{
  EupSpoken here = spoken (self);
  g_autofree char *first = say (self, word, here.language, name, value);
  g_autofree char *second = here.second ? say (self, word, here.second, name, value) : NULL;
  g_autofree char *both = second ? g_strdup_printf ("%s · %s", first, second) : NULL;

  eup_wall_set_words (label, both ? both : first, here.second ? here.second : here.language);
}

/* The second language has a line of its own. */
static void
set_title (EupReadBackView *self, EupReadWord word, const char *name)
{
  EupSpoken here = spoken (self);
  g_autofree char *first = say (self, word, here.language, "name", name);
  g_autofree char *second = here.second ? say (self, word, here.second, "name", name) : NULL;

  eup_wall_set_words (self->title, first, here.language);
  eup_wall_set_words (self->second_title, second ? second : "", here.second);
  gtk_widget_set_visible (GTK_WIDGET (self->second_title), second != NULL);
}

static void
update_head (EupReadBackView *self, const EupPerson *person)
{
  guint page, n_pages, first;
  EupSpoken here = spoken (self);
  g_autofree char *name = NULL, *at = NULL, *of = NULL, *progress = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->disc), person != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), person != NULL);
  if (person == NULL)
    {
      set_title (self, EUP_READ_END, "");
      gtk_widget_set_visible (self->later, FALSE);
      gtk_label_set_label (self->progress, "");
      return;
    }
  eup_read_back_get_numbers (self->read_back, &page, &n_pages, &first);
  eup_voice_mark (GTK_WIDGET (self), eup_person_voice (person));
  gtk_image_set_from_icon_name (self->disc, eup_voice_get_icon (eup_person_voice (person)));
  name = eup_wall_name (assessment_of (self), person);
  set_title (self, EUP_READ_TITLE, name);
  set_words (self, self->subtitle, EUP_READ_OWN, NULL, NULL);
  at = g_strdup_printf ("%u", page);
  of = g_strdup_printf ("%u", n_pages);
  progress = eup_read_back_word (EUP_READ_PROGRESS, here.language, person, "page", at, "pages", of, NULL);
  eup_wall_set_words (self->progress, progress, here.language);
  gtk_widget_set_visible (self->later, TRUE);
}

/* "Per and Eva are not here now. What they said is not read out." */
static void
update_passed_over (EupReadBackView *self)
{
  g_autoptr (GPtrArray) people = eup_read_back_get_passed_over (self->read_back);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (names, eup_wall_name (assessment_of (self), people->pdata[i]));
  joined = people->len > 0 ? eup_wall_say_people (names, spoken (self).language) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->passed_over), people->len > 0);
  if (people->len > 0)
    set_words (self, self->passed_over, EUP_READ_NOT_HERE, "name", joined);
}

/* Everything that a sentence shows, so that it is made anew when something of it changes. */
static char *
describe_page (EupReadBackView *self, GPtrArray *page)
{
  EupCase *kase = eup_read_back_get_case (self->read_back);
  EupSpoken here = spoken (self);
  GString *shown = g_string_new (here.language);

  g_string_append (shown, here.second ? here.second : "");
  for (guint i = 0; i < page->len; i++)
    {
      const EupStatement *statement = page->pdata[i];
      g_autofree char *words = eup_read_back_sentence (kase, statement, here.language);
      g_autofree char *source = eup_read_back_source (kase, statement, here.language);
      g_autofree char *result = eup_sentence_say_result (kase, statement, here.language);

      g_string_append_printf (shown, "\n%s\n%s\n%s\n%s\n%s", statement->id, words, source, result,
                              statement->translation ? statement->translation : "");
    }
  return g_string_free_and_steal (shown);
}

static void
rebuild_sentences (EupReadBackView *self, GPtrArray *page)
{
  EupCase *kase = eup_read_back_get_case (self->read_back);
  EupSpoken here = spoken (self);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->sentences)) != NULL;
  guint at, n_pages, first;
  GtkWidget *child;

  eup_read_back_get_numbers (self->read_back, &at, &n_pages, &first);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sentences))) != NULL)
    gtk_box_remove (self->sentences, child);
  for (guint i = 0; i < page->len; i++)
    gtk_box_append (self->sentences, eup_sentence_new (kase, page->pdata[i], first + i, &here));
  if (eup_read_back_is_dense (page))
    gtk_widget_add_css_class (GTK_WIDGET (self->sentences), "dense");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sentences), "dense");
  if (focused)
    gtk_widget_grab_focus (self->buttons[0]);
}

static void
update_sentences (EupReadBackView *self)
{
  g_autoptr (GPtrArray) page = eup_read_back_get_page (self->read_back);
  const EupStatement *chosen = eup_read_back_get_chosen (self->read_back);
  g_autofree char *shown = describe_page (self, page);

  if (g_set_str (&self->shown, shown))
    rebuild_sentences (self, page);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sentences)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  chosen != NULL && g_strcmp0 (gtk_widget_get_name (child), chosen->id) == 0);
}

/* The number of the sentence that is pointed at, from 1; 0 for none */
static guint
number_of_chosen (EupReadBackView *self, GPtrArray *page)
{
  const EupStatement *chosen = eup_read_back_get_chosen (self->read_back);
  guint at, n_pages, first, index;

  eup_read_back_get_numbers (self->read_back, &at, &n_pages, &first);
  return chosen != NULL && g_ptr_array_find (page, chosen, &index) ? first + index : 0;
}

static void
update_hint (EupReadBackView *self)
{
  g_autoptr (GPtrArray) page = eup_read_back_get_page (self->read_back);
  EupAsked asked = eup_read_back_get_asked (self->read_back);
  guint number = number_of_chosen (self, page);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  gtk_widget_set_visible (GTK_WIDGET (self->hint), page->len > 1 || asked != EUP_ASKED_NOTHING);
  if (asked != EUP_ASKED_NOTHING && number > 0)
    set_words (self, self->hint, EUP_READ_WRITING, NULL, NULL);
  else if (asked == EUP_ASKED_CHANGE)
    set_words (self, self->hint, EUP_READ_WHICH_CHANGE, NULL, NULL);
  else if (asked == EUP_ASKED_OBJECTION)
    set_words (self, self->hint, EUP_READ_WHICH_OBJECTION, NULL, NULL);
  else if (number > 0)
    set_words (self, self->hint, EUP_READ_POINTED, "number", digits);
  else
    set_words (self, self->hint, EUP_READ_POINT, NULL, NULL);
}

static void
name_button (GtkWidget *button, const char *words)
{
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_answer (EupReadBackView *self, guint i)
{
  EupSpoken here = spoken (self);
  g_autofree char *word = say (self, answers[i].word, here.language, NULL, NULL);
  g_autofree char *meaning = say (self, answers[i].meaning, here.language, NULL, NULL);

  eup_wall_set_words (self->words[i], word, here.language);
  eup_wall_set_words (self->meanings[i], meaning, here.language);
  gtk_widget_set_visible (GTK_WIDGET (self->seconds[i]), here.second != NULL);
  if (here.second != NULL)
    {
      g_autofree char *other = say (self, answers[i].word, here.second, NULL, NULL);
      g_autofree char *more = say (self, answers[i].meaning, here.second, NULL, NULL);
      g_autofree char *both = g_strdup_printf ("%s · %s", other, more);

      eup_wall_set_words (self->seconds[i], both, here.second);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, word,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
}

static void
update_answers (EupReadBackView *self, const EupPerson *person)
{
  EupAsked asked = eup_read_back_get_asked (self->read_back);
  const char *language = spoken (self).language;
  g_autofree char *earlier = say (self, EUP_READ_EARLIER, language, NULL, NULL);
  g_autofree char *later = say (self, EUP_READ_LATER, language, NULL, NULL);
  g_autofree char *together = say (self, EUP_READ_ANSWERS, language, NULL, NULL);

  gtk_widget_set_visible (self->answers, person != NULL && asked == EUP_ASKED_NOTHING);
  gtk_widget_set_visible (self->back, person != NULL && asked != EUP_ASKED_NOTHING);
  gtk_widget_set_sensitive (self->answers, !eup_case_is_sealed (eup_read_back_get_case (self->read_back)));
  for (guint i = 0; i < N_ANSWERS; i++)
    update_answer (self, i);
  set_words (self, GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->back))), EUP_READ_RETURN, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers), GTK_ACCESSIBLE_PROPERTY_LABEL, together,
                                  -1);
  name_button (self->earlier, earlier);
  name_button (self->later, later);
}

static void
update (EupReadBackView *self)
{
  const EupPerson *person = eup_read_back_get_person (self->read_back);

  update_head (self, person);
  update_passed_over (self);
  update_sentences (self);
  update_hint (self);
  update_answers (self, person);
}

/* Only while it is seen: there is much to look up, and the case changes with every keystroke. */
static void
changed_cb (EupReadBackView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
eup_read_back_view_map (GtkWidget *widget)
{
  update (EUP_READ_BACK_VIEW (widget));
  GTK_WIDGET_CLASS (eup_read_back_view_parent_class)->map (widget);
}

static void
eup_read_back_view_dispose (GObject *object)
{
  EupReadBackView *self = EUP_READ_BACK_VIEW (object);

  g_clear_object (&self->read_back);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_read_back_view_parent_class)->dispose (object);
}

static void
eup_read_back_view_class_init (EupReadBackViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_read_back_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = eup_read_back_view_map;
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_step (const char *icon, int by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "read-back.step");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", by);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "read-step");
  return button;
}

static void
build_head (EupReadBackView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->disc = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                             GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->disc), self->wall ? "wall-disc" : "disc");
  gtk_widget_add_css_class (head, "read-head");
  gtk_widget_set_hexpand (titles, TRUE);
  gtk_widget_set_valign (titles, GTK_ALIGN_CENTER);
  self->title = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "read-title");
  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->title));
  self->second_title = append_label (titles, "read-second-title");
  self->subtitle = append_label (titles, "read-subtitle");
  self->pages = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->pages, "read-pages");
  self->earlier = new_step ("go-previous-symbolic", -1);
  self->later = new_step ("go-next-symbolic", 1);
  gtk_box_append (GTK_BOX (self->pages), self->earlier);
  self->progress = append_label (self->pages, "read-progress");
  gtk_label_set_wrap (self->progress, FALSE);
  gtk_box_append (GTK_BOX (self->pages), self->later);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->disc));
  gtk_box_append (GTK_BOX (head), titles);
  gtk_box_append (GTK_BOX (head), self->pages);
  gtk_box_append (GTK_BOX (self), head);
}

/* Icon, word, meaning; none of the three is suggested. */
static void
build_answer (EupReadBackView *self, guint i)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (said, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", answers[i].icon,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->words[i] = append_label (said, "answer-word");
  self->meanings[i] = append_label (said, "answer-meaning");
  self->seconds[i] = append_label (said, "answer-meaning");
  gtk_box_append (GTK_BOX (box), said);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "read-back.answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", answers[i].id);
  gtk_widget_add_css_class (button, "read-answer");
  self->buttons[i] = button;
  gtk_box_append (GTK_BOX (self->answers), button);
}

static void
build (EupReadBackView *self)
{
  build_head (self);
  self->passed_over = append_label (GTK_WIDGET (self), "read-passed-over");
  self->sentences = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->sentences), "sentences");
  gtk_widget_set_vexpand (GTK_WIDGET (self->sentences), self->wall);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sentences));
  self->hint = append_label (GTK_WIDGET (self), "read-hint");
  self->answers =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "homogeneous", TRUE, NULL);
  gtk_widget_add_css_class (self->answers, "read-answers");
  for (guint i = 0; i < N_ANSWERS; i++)
    build_answer (self, i);
  gtk_box_append (GTK_BOX (self), self->answers);
  self->back = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->back), gtk_label_new (NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "read-back.cancel");
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->back, "read-cancel");
  gtk_box_append (GTK_BOX (self), self->back);
}

static void
eup_read_back_view_init (EupReadBackView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "read-back");
}

/**
 * eup_read_back_view_new:
 * @read_back: (transfer none): what is read
 * @wall: whether it stands on the wall and speaks its languages; else the interface's
 *
 * Returns: (transfer floating): the view; it follows @read_back
 */
GtkWidget *
eup_read_back_view_new (EupReadBack *read_back, gboolean wall)
{
  EupReadBackView *self = g_object_new (EUP_TYPE_READ_BACK_VIEW, NULL);

  self->read_back = g_object_ref (read_back);
  self->wall = wall;
  build (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "read-back", eup_read_back_get_actions (read_back));
  g_signal_connect_object (read_back, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
