/* One card a question, with the way back to it. Made anew only when something else is to be read. */

#include "ui/meeting/eup-differences-page.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-difference-columns.h"
#include "ui/meeting/eup-difference.h"

struct _EupDifferencesPage
{
  AdwBin parent_instance;

  EupCase *kase;
  char *stage; /* its id: another model has stages of its own */
  char *shown; /* what the cards say, and how */
  GtkLabel *title;
  GtkWidget *none;
  GtkBox *list;
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupDifferencesPage, eup_differences_page, ADW_TYPE_BIN)

static const EupStage *
find_stage (EupDifferencesPage *self)
{
  GPtrArray *stages = eup_method_get_stages (eup_case_get_model (self->kase)->method);

  for (guint i = 0; self->stage != NULL && i < stages->len; i++)
    if (g_str_equal (((EupStage *) stages->pdata[i])->id, self->stage))
      return stages->pdata[i];
  return NULL;
}

/* There the voices stand under each other. */
static gboolean
is_narrow (EupDifferencesPage *self)
{
  AdwBreakpointBin *bin = ADW_BREAKPOINT_BIN (adw_bin_get_child (ADW_BIN (self)));

  return adw_breakpoint_bin_get_current_breakpoint (bin) != NULL;
}

static GtkWidget *
new_head (EupDifferencesPage *self, const EupQuestion *question)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Go to the question"));
  g_autofree char *words =
      eup_rules_say (question->title, eup_ui_language (), eup_case_get_assessment (self->kase),
                     eup_case_get_model (self->kase));
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "xalign", 0.0, "hexpand",
                                   TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "difference-title");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "tall");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "difference.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", question->id);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, title, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

static GtkWidget *
new_card (EupDifferencesPage *self, const EupDifference *difference)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "difference-card");
  gtk_box_append (GTK_BOX (card), new_head (self, difference->question));
  if (is_narrow (self))
    gtk_box_append (GTK_BOX (card), eup_difference_stack_new (self->kase, difference, eup_ui_language ()));
  else
    gtk_box_append (GTK_BOX (card),
                    eup_difference_columns_new (self->kase, difference, eup_ui_language (), NULL, TRUE));
  return card;
}

static void
append_line (GString *shown, const char *first, const char *second)
{
  g_string_append_c (shown, '\n');
  g_string_append (shown, first ? first : "");
  g_string_append_c (shown, '\n');
  g_string_append (shown, second ? second : "");
}

static char *
describe (EupDifferencesPage *self, GPtrArray *differences)
{
  GString *shown = g_string_new (eup_ui_language ());
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);

  g_string_append (shown, is_narrow (self) ? " narrow" : " wide");
  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = differences->pdata[i];

      g_string_append_printf (shown, "\n%s %u\n", difference->question->id, difference->missing);
      for (guint j = 0; j < difference->statements->len; j++)
        {
          const EupStatement *statement = difference->statements->pdata[j];
          const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
          g_autofree char *stance =
              eup_difference_say_one (self->kase, difference, statement, eup_ui_language ());

          append_line (shown, person ? person->name : NULL, stance);
          append_line (shown, statement->words, statement->translation);
        }
    }
  return g_string_free_and_steal (shown);
}

static void
refresh (EupDifferencesPage *self)
{
  const EupStage *stage = find_stage (self);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *shown = NULL, *title = NULL;
  GtkWidget *child;

  if (stage == NULL)
    return;
  differences = eup_rules_stage_differences (eup_case_get_assessment (self->kase),
                                             eup_case_get_model (self->kase), stage);
  shown = describe (self, differences);
  /* Translators: a stage of the meeting and what follows it: "Values: where we differ" */
  title = g_strdup_printf (_ ("%s: where we differ"), eup_text_get (stage->title, eup_ui_language ()));
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->none, differences->len == 0);
  if (!g_set_str (&self->shown, shown))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  if (differences->len > 0 && !is_narrow (self))
    gtk_box_append (self->list, eup_difference_heads_new (self->kase, eup_ui_language (), NULL));
  for (guint i = 0; i < differences->len; i++)
    gtk_box_append (self->list, new_card (self, differences->pdata[i]));
}

static void
changed_cb (EupDifferencesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static gboolean
turned_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  refresh (EUP_DIFFERENCES_PAGE (widget));
  return G_SOURCE_REMOVE;
}

/* Widgets must not come and go while sizes are being given out: they follow in the next frame. */
static void
narrow_cb (EupDifferencesPage *self)
{
  if (self->kase != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), turned_cb, NULL, NULL);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_GO_TO], 0, g_variant_get_string (parameter, NULL));
}

static void
eup_differences_page_dispose (GObject *object)
{
  EupDifferencesPage *self = EUP_DIFFERENCES_PAGE (object);

  g_clear_object (&self->kase);
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_DIFFERENCES_PAGE);
  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_differences_page_parent_class)->dispose (object);
}

static void
eup_differences_page_class_init (EupDifferencesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_differences_page_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_DIFFERENCES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "difference.go-to", "s", go_to_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/euphoria_care/Euphoria/ui/eup-differences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupDifferencesPage, title);
  gtk_widget_class_bind_template_child (widget_class, EupDifferencesPage, none);
  gtk_widget_class_bind_template_child (widget_class, EupDifferencesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
eup_differences_page_init (EupDifferencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_differences_page_new:
 * @kase: (transfer none): the case
 *
 * Returns: (transfer floating): the page, without a stage
 */
GtkWidget *
eup_differences_page_new (EupCase *kase)
{
  EupDifferencesPage *self = g_object_new (EUP_TYPE_DIFFERENCES_PAGE, NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * eup_differences_page_show:
 * @stage: the stage that has just been talked through
 */
void
eup_differences_page_show (EupDifferencesPage *self, const EupStage *stage)
{
  g_set_str (&self->stage, stage->id);
  refresh (self);
}
