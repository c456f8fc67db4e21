/* A row an alternative, chosen or refused, all in the same size. Each row is a grid of the same columns, so
 * that they stand under each other and the row is one thing to who listens. */

#include "ui/meeting/eup-alternatives-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/common/eup-toasts.h"
#include "ui/meeting/eup-alternative-dialog.h"
#include "ui/meeting/eup-wall-text.h"
#include "ui/meeting/eup-wall-words.h"

#define N_COLUMNS 6 /* of 24 widths together */
#define SPACE_FOR_BUTTONS 3

struct _EupAlternativesTable
{
  GtkBox parent_instance;

  EupCase *kase;
  gboolean wall;
  char *shown; /* what the rows say */
};

G_DEFINE_FINAL_TYPE (EupAlternativesTable, eup_alternatives_table, GTK_TYPE_BOX)

static const struct
{
  EupWallText head;
  gsize text; /* in EupAlternative */
  int span;
} columns[N_COLUMNS] = {
  { { "Sätt", "Way", "办法" }, G_STRUCT_OFFSET (EupAlternative, title), 5 },
  { { "Möter behovet?", "Meets the need?", "能否满足需要？" },
    G_STRUCT_OFFSET (EupAlternative, meets_need),
    4 },
  { { "Ingrepp", "Intrusion", "干预程度" }, G_STRUCT_OFFSET (EupAlternative, intrusion), 4 },
  { { "Människors tid", "People’s time", "人的时间" }, G_STRUCT_OFFSET (EupAlternative, human_time), 3 },
  { { "Kostnad", "Cost", "费用" }, G_STRUCT_OFFSET (EupAlternative, cost), 3 },
  { { "Varför, eller varför inte", "Why, or why not", "选或不选的理由" },
    G_STRUCT_OFFSET (EupAlternative, reason),
    5 },
};
static const EupWallText without = { "Utan teknik", "Without technology", "不用技术" };
static const EupWallText chosen = { "Det här väljer vi", "This is what we choose", "我们选这个" };
static const EupWallText nothing = { "Inga sätt är uppskrivna än.", "No ways are written down yet.",
                                     "还没有写下任何办法。" };

static const char *
language_of (EupAlternativesTable *self)
{
  return self->wall ? eup_rules_wall_language (eup_case_get_assessment (self->kase)) : eup_ui_language ();
}

/* Our own words, in both of the wall's languages with @between. */
static char *
say (EupAlternativesTable *self, const EupWallText *text, const char *between)
{
  const char *second =
      self->wall ? eup_rules_wall_second_language (eup_case_get_assessment (self->kase)) : NULL;

  if (second == NULL)
    return g_strdup (eup_wall_text_get (text, language_of (self)));
  return g_strconcat (eup_wall_text_get (text, language_of (self)), between, eup_wall_text_get (text, second),
                      NULL);
}

static GtkWidget *
new_label (const char *words, const char *language, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  eup_wall_set_words (GTK_LABEL (label), words, language);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_row (const char *css_class)
{
  GtkWidget *row = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                 "column-homogeneous", TRUE, NULL);

  gtk_widget_add_css_class (row, css_class);
  return row;
}

/* A cell with @child in it, that is @role to who listens. */
static void
attach (GtkWidget *row, GtkWidget *child, GtkAccessibleRole role, int *at, int span)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  role, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (cell), child);
  gtk_grid_attach (GTK_GRID (row), cell, *at, 0, span, 1);
  *at += span;
}

static void
append_heads (EupAlternativesTable *self)
{
  GtkWidget *row = new_row ("alternative-heads");
  int at = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *words = say (self, &columns[i].head, "\n");

      attach (row, new_label (words, language_of (self), "alternative-head"),
              GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, &at, columns[i].span);
    }
  if (!self->wall)
    attach (row, gtk_label_new (NULL), GTK_ACCESSIBLE_ROLE_PRESENTATION, &at, SPACE_FOR_BUTTONS);
  gtk_box_append (GTK_BOX (self), row);
}

/* A mark with a word: chosen, or without technology. */
static GtkWidget *
new_mark (const char *icon, const char *words, const char *language, const char *css_class)
{
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (mark, css_class);
  gtk_box_append (GTK_BOX (mark),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL));
  gtk_box_append (GTK_BOX (mark), new_label (words, language, "alternative-mark-words"));
  return mark;
}

static GtkWidget *
new_title (EupAlternativesTable *self, const EupAlternative *alternative)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *choice = say (self, &chosen, " · ");
  g_autofree char *plain = say (self, &without, " · ");

  gtk_box_append (GTK_BOX (box), new_label (alternative->title ? alternative->title : "", language_of (self),
                                            "alternative-title"));
  if (alternative->chosen)
    gtk_box_append (GTK_BOX (box),
                    new_mark ("object-select-symbolic", choice, language_of (self), "alternative-chosen"));
  if (alternative->without_technology)
    gtk_box_append (GTK_BOX (box),
                    new_mark ("eup-resident-symbolic", plain, language_of (self), "alternative-plain"));
  return box;
}

static void
edit_cb (GtkButton *button, EupAlternativesTable *self)
{
  adw_dialog_present (eup_alternative_dialog_new (self->kase, gtk_widget_get_name (GTK_WIDGET (button))),
                      GTK_WIDGET (self));
}

static void
remove_cb (GtkButton *button, EupAlternativesTable *self)
{
  g_autofree char *id = g_strdup (gtk_widget_get_name (GTK_WIDGET (button))); /* the button goes away */

  eup_toast_removed (GTK_WIDGET (self), _ ("The alternative is removed"), self->kase, EUP_PART_ALTERNATIVE,
                     id);
}

static void
append_button (EupAlternativesTable *self,
               GtkWidget *box,
               const char *icon,
               const char *label,
               const EupAlternative *alternative,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_name (button, alternative->id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "table-button");
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_buttons (EupAlternativesTable *self, const EupAlternative *alternative)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *title = alternative->title ? alternative->title : "";
  g_autofree char *edit = g_strdup_printf (_ ("Change “%s”"), title);
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), title);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  append_button (self, box, "eup-pencil-symbolic", edit, alternative, G_CALLBACK (edit_cb));
  append_button (self, box, "user-trash-symbolic", remove, alternative, G_CALLBACK (remove_cb));
  return box;
}

static void
append_alternative (EupAlternativesTable *self, const EupAlternative *alternative)
{
  GtkWidget *row = new_row ("alternative");
  int at = 0;

  if (alternative->chosen)
    gtk_widget_add_css_class (row, "chosen");
  attach (row, new_title (self, alternative), GTK_ACCESSIBLE_ROLE_ROW_HEADER, &at, columns[0].span);
  for (guint i = 1; i < N_COLUMNS; i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, alternative, columns[i].text);

      attach (row,
              new_label (text != NULL && *text != '\0' ? text : "–", language_of (self), "alternative-cell"),
              GTK_ACCESSIBLE_ROLE_CELL, &at, columns[i].span);
    }
  if (!self->wall)
    attach (row, new_buttons (self, alternative), GTK_ACCESSIBLE_ROLE_CELL, &at, SPACE_FOR_BUTTONS);
  gtk_box_append (GTK_BOX (self), row);
}

static char *
describe (EupAlternativesTable *self)
{
  GPtrArray *alternatives = eup_case_get_assessment (self->kase)->alternatives;
  g_autofree char *head = say (self, &columns[0].head, "\n");
  GString *shown = g_string_new (head);

  for (guint i = 0; i < alternatives->len; i++)
    {
      const EupAlternative *alternative = alternatives->pdata[i];

      g_string_append_printf (shown, "\n%s %d %d", alternative->id, alternative->chosen,
                              alternative->without_technology);
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          const char *text = G_STRUCT_MEMBER (char *, alternative, columns[j].text);

          g_string_append_printf (shown, "\n%s", text ? text : "");
        }
    }
  return g_string_free_and_steal (shown);
}

/* How many lines all rows have, as the wall breaks them: about four letters on a 24th of its width. */
static guint
count_lines (EupAlternativesTable *self)
{
  GPtrArray *alternatives = eup_case_get_assessment (self->kase)->alternatives;
  guint n = 0;

  for (guint i = 0; i < alternatives->len; i++)
    {
      const EupAlternative *alternative = alternatives->pdata[i];
      guint most = 1;

      for (guint j = 0; j < N_COLUMNS; j++)
        {
          const char *text = G_STRUCT_MEMBER (char *, alternative, columns[j].text);
          guint letters = text != NULL ? (guint) g_utf8_strlen (text, -1) : 0;
          guint marks = j == 0 ? alternative->chosen + alternative->without_technology : 0;

          most = MAX (most, marks + letters / (4 * (guint) columns[j].span) + 1);
        }
      n += most;
    }
  return n;
}

static void
set_class (EupAlternativesTable *self, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* On the wall letters give way before a row is out of sight. */
static void
fit (EupAlternativesTable *self)
{
  const char *second = eup_rules_wall_second_language (eup_case_get_assessment (self->kase));
  guint n = count_lines (self) + (second != NULL ? 2 : 0);

  set_class (self, "many", self->wall && n > 16);
  set_class (self, "most", self->wall && n > 22);
}

static void
refresh (EupAlternativesTable *self)
{
  GPtrArray *alternatives = eup_case_get_assessment (self->kase)->alternatives;
  g_autofree char *shown = describe (self);
  GtkWidget *child;

  gtk_widget_set_sensitive (GTK_WIDGET (self), !eup_case_is_sealed (self->kase));
  fit (self);
  if (!g_set_str (&self->shown, shown))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  if (alternatives->len == 0)
    {
      g_autofree char *words = say (self, &nothing, "\n");

      gtk_box_append (GTK_BOX (self), new_label (words, language_of (self), "alternative-none"));
      return;
    }
  append_heads (self);
  for (guint i = 0; i < alternatives->len; i++)
    append_alternative (self, alternatives->pdata[i]);
}

static void
changed_cb (EupAlternativesTable *self, EupPartKind kind)
{
  if (kind == EUP_PART_ALTERNATIVE || kind == EUP_PART_CARD)
    refresh (self);
}

static void
eup_alternatives_table_dispose (GObject *object)
{
  EupAlternativesTable *self = EUP_ALTERNATIVES_TABLE (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_alternatives_table_parent_class)->dispose (object);
}

static void
eup_alternatives_table_class_init (EupAlternativesTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_alternatives_table_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
eup_alternatives_table_init (EupAlternativesTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "alternatives-table");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN); /* the last row's corners */
}

/**
 * eup_alternatives_table_new:
 * @kase: (transfer none): the case
 * @wall: whether it stands on the wall, in its languages and only to read
 *
 * Returns: (transfer floating): the table; it follows the case
 */
GtkWidget *
eup_alternatives_table_new (EupCase *kase, gboolean wall)
{
  EupAlternativesTable *self = g_object_new (EUP_TYPE_ALTERNATIVES_TABLE, NULL);

  self->kase = g_object_ref (kase);
  self->wall = wall;
  if (!wall)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Ways to meet the need"), -1);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
