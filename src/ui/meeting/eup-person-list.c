/* A button with the name of the one who is chosen. Its list has everybody, with a check once they have
 * answered and, when all is shown, where they stand; it can be searched. */

#include "ui/meeting/eup-person-list.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"

struct _EupPersonList
{
  AdwBin parent_instance;

  char *chosen;
  GtkMenuButton *button;
  GtkLabel *name;
  GtkLabel *count;
  GtkSearchEntry *search;
  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupPersonList, eup_person_list, ADW_TYPE_BIN)

/* What a row shows of its person. */
typedef struct
{
  char *id;
  char *name;
  char *folded; /* for the search */
  GtkWidget *check;
  GtkWidget *symbol;
  GtkLabel *stance;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row->name);
  g_free (row->folded);
  g_free (row);
}

static Row *
row_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "row");
}

static GtkListBoxRow *
find (EupPersonList *self, const char *person)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (row_of (row)->id, person) == 0)
      return row;
  return NULL;
}

static GtkWidget *
new_row (const EupAssessment *assessment, const EupPerson *person)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  Row *row = g_new0 (Row, 1);
  GtkWidget *name;

  row->id = g_strdup (person->id);
  row->name = eup_rules_name (assessment, person);
  row->folded = g_utf8_casefold (row->name, -1);
  row->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  row->symbol = gtk_image_new ();
  row->stance = GTK_LABEL (gtk_label_new (NULL));
  name = gtk_label_new (row->name);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (row->stance, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (row->stance), "voice-ink");
  gtk_widget_set_opacity (row->check, 0); /* its place is kept, so that names stand below each other */
  gtk_widget_set_visible (row->symbol, FALSE);
  gtk_widget_add_css_class (row->symbol, "voice-ink");
  gtk_box_append (GTK_BOX (box), row->check);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), row->symbol);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->stance));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  gtk_widget_add_css_class (widget, "person-row");
  g_object_set_data_full (G_OBJECT (widget), "row", row, row_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
  return widget;
}

static gboolean
matches_cb (GtkListBoxRow *row, gpointer data)
{
  EupPersonList *self = data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  return strstr (row_of (row)->folded, wanted) != NULL;
}

static void
search_changed_cb (GtkSearchEntry *entry, EupPersonList *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
take (EupPersonList *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (row_of (row)->id);

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EupPersonList *self)
{
  take (self, row);
}

/* Enter in the search takes the first that is found, also when it comes before the search has begun. */
static void
search_activated_cb (GtkSearchEntry *entry, EupPersonList *self)
{
  GtkListBoxRow *row;

  gtk_list_box_invalidate_filter (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        take (self, row);
        return;
      }
}

static void
opened_cb (GtkPopover *popover, EupPersonList *self)
{
  GtkListBoxRow *row = find (self, self->chosen);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
eup_person_list_finalize (GObject *object)
{
  g_free (EUP_PERSON_LIST (object)->chosen);
  G_OBJECT_CLASS (eup_person_list_parent_class)->finalize (object);
}

static void
eup_person_list_class_init (EupPersonListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_person_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_popover (EupPersonList *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_filter_func (self->list, matches_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Whose answer"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search for a person"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, 320, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "show", G_CALLBACK (opened_cb), self);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  return popover;
}

static void
eup_person_list_init (EupPersonList *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "lane-names");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->count));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_popover (self->button, new_popover (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "person-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

static void
update_button (EupPersonList *self)
{
  GtkListBoxRow *chosen = find (self, self->chosen), *row;
  g_autofree char *count = NULL, *label = NULL;
  guint n = 0, answered = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++, n++)
    answered += gtk_widget_get_opacity (row_of (row)->check) > 0 ? 1 : 0;
  count = g_strdup_printf (_ ("%1$u of %2$u have answered"), answered, n);
  gtk_label_set_label (self->name, chosen ? row_of (chosen)->name : _ ("Whose answer"));
  gtk_label_set_label (self->count, count);
  /* Translators: whose answer is shown, and how many have answered */
  label = g_strdup_printf (C_ ("whose answer", "%1$s. %2$s"), gtk_label_get_label (self->name), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * eup_person_list_fill:
 * @people: (element-type EupPerson): who can be chosen
 *
 * Rows stay where the people are the same.
 */
void
eup_person_list_fill (EupPersonList *self, const EupAssessment *assessment, GPtrArray *people)
{
  gboolean same = gtk_list_box_get_row_at_index (self->list, (int) people->len) == NULL;

  for (guint i = 0; same && i < people->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      g_autofree char *name = eup_rules_name (assessment, people->pdata[i]);

      same = row != NULL && g_str_equal (row_of (row)->id, ((EupPerson *) people->pdata[i])->id) &&
             g_str_equal (row_of (row)->name, name);
    }
  if (same)
    return;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < people->len; i++)
    gtk_list_box_append (self->list, new_row (assessment, people->pdata[i]));
}

void
eup_person_list_choose (EupPersonList *self, const char *person)
{
  g_set_str (&self->chosen, person);
  update_button (self);
}

/**
 * eup_person_list_mark:
 * @answered: whether they have answered
 * @stance: (nullable): where they stand, once it may be seen
 * @icon: (nullable): the symbol of the side on which that lies
 */
void
eup_person_list_mark (
    EupPersonList *self, const char *person, gboolean answered, const char *stance, const char *icon)
{
  GtkListBoxRow *row = find (self, person);

  if (row == NULL)
    return;
  gtk_widget_set_opacity (row_of (row)->check, answered ? 1 : 0);
  gtk_label_set_label (row_of (row)->stance, stance ? stance : "");
  gtk_widget_set_visible (row_of (row)->symbol, icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (row_of (row)->symbol), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  stance     ? stance
                                  : answered ? _ ("Has answered")
                                             : _ ("Has not answered yet"),
                                  -1);
}
