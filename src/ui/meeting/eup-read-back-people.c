/* The resident first. Who is not here can be read to all the same, on the phone afterwards for instance. */

#include "ui/meeting/eup-read-back-people.h"

#include <glib/gi18n.h>
#include "ui/common/eup-disc.h"
#include "ui/common/eup-voices.h"

struct _EupReadBackPeople
{
  AdwPreferencesGroup parent_instance;
  EupReadBack *read_back;
  GPtrArray *rows;
  char *shown; /* what the rows say */
};

G_DEFINE_FINAL_TYPE (EupReadBackPeople, eup_read_back_people, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe_heard (const EupOwnWords *own)
{
  guint n = own->statements->len;

  if (n == 0)
    return g_strdup (_ ("The answers are not shown yet"));
  if (own->n_heard == 0)
    return g_strdup (own->here ? _ ("Not read back yet") : _ ("Not here. Not read back"));
  if (own->n_heard < n)
    return g_strdup_printf (ngettext ("%1$u of %2$u sentence heard", "%1$u of %2$u sentences heard", n),
                            own->n_heard, n);
  return g_strdup (_ ("Has heard it all"));
}

/* "Has heard it all · 1 objection · 2 answers are not shown yet" */
static char *
describe (const EupOwnWords *own)
{
  g_autofree char *heard = describe_heard (own);
  GString *words = g_string_new (heard);

  if (own->n_objections > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u objection", "%u objections", own->n_objections),
                              own->n_objections);
    }
  if (own->n_covered > 0 && own->statements->len > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (
          words, ngettext ("%u answer is not shown yet", "%u answers are not shown yet", own->n_covered),
          own->n_covered);
    }
  return g_string_free_and_steal (words);
}

static GtkWidget *
new_row (const EupOwnWords *own, const char *words, gboolean current)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = eup_person_describe (own->person);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), eup_disc_new (eup_person_voice (own->person)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible",
                                           eup_own_words_are_heard (own), NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), own->statements->len > 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "read-back.person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", own->person->id);
  if (current)
    gtk_widget_add_css_class (row, "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
  return row;
}

static void
rebuild (EupReadBackPeople *self, GPtrArray *all, const EupPerson *person)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkWidget *current = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const EupOwnWords *own = all->pdata[i];
      g_autofree char *words = describe (own);
      GtkWidget *row = new_row (own, words, own->person == person);

      if (own->person == person)
        current = row;
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
  if (focused && current != NULL)
    gtk_widget_grab_focus (current);
}

static void
update (EupReadBackPeople *self)
{
  EupCase *kase = eup_read_back_get_case (self->read_back);
  const EupPerson *person = eup_read_back_get_person (self->read_back);
  g_autoptr (GPtrArray) all = eup_rules_own_words (eup_case_get_assessment (kase), eup_case_get_model (kase));
  g_autoptr (GString) shown = g_string_new ("-");

  for (guint i = 0; i < all->len; i++)
    {
      const EupOwnWords *own = all->pdata[i];
      g_autofree char *name = eup_person_describe (own->person);
      g_autofree char *words = describe (own);

      g_string_append_printf (shown, "%s %s %s %d\n", own->person->id, name, words, own->person == person);
    }
  if (g_set_str (&self->shown, shown->str))
    rebuild (self, all, person);
}

static void
changed_cb (EupReadBackPeople *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
eup_read_back_people_map (GtkWidget *widget)
{
  update (EUP_READ_BACK_PEOPLE (widget));
  GTK_WIDGET_CLASS (eup_read_back_people_parent_class)->map (widget);
}

static void
eup_read_back_people_dispose (GObject *object)
{
  EupReadBackPeople *self = EUP_READ_BACK_PEOPLE (object);

  g_clear_object (&self->read_back);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_read_back_people_parent_class)->dispose (object);
}

static void
eup_read_back_people_class_init (EupReadBackPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_read_back_people_dispose;
  GTK_WIDGET_CLASS (klass)->map = eup_read_back_people_map;
}

static void
eup_read_back_people_init (EupReadBackPeople *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Whose words"));
}

/**
 * eup_read_back_people_new:
 * @read_back: (transfer none): what is read
 *
 * Returns: (transfer floating): the list; it follows @read_back
 */
GtkWidget *
eup_read_back_people_new (EupReadBack *read_back)
{
  EupReadBackPeople *self = g_object_new (EUP_TYPE_READ_BACK_PEOPLE, NULL);

  self->read_back = g_object_ref (read_back);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "read-back", eup_read_back_get_actions (read_back));
  g_signal_connect_object (read_back, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * eup_read_back_say_not_heard:
 *
 * Returns: (transfer full): who has not heard all their own words yet, as a sentence; "" for nobody
 */
char *
eup_read_back_say_not_heard (EupCase *kase)
{
  g_autoptr (GPtrArray) all = eup_rules_own_words (eup_case_get_assessment (kase), eup_case_get_model (kase));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < all->len; i++)
    if (!eup_own_words_are_heard (all->pdata[i]))
      g_ptr_array_add (names, eup_rules_name (eup_case_get_assessment (kase),
                                              ((EupOwnWords *) all->pdata[i])->person));
  if (names->len == 0)
    return g_strdup ("");
  g_ptr_array_add (names, NULL);
  joined = eup_names_join ((const char *const *) names->pdata);
  /* Translators: %s is one name, or several joined */
  return g_strdup_printf (_ ("Not read back to %s."), joined);
}
