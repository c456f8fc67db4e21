/* The sections each follow the case by themselves; in a narrow window the table gives way to a list. */

#include "ui/meeting/eup-weigh-page.h"

#include <glib/gi18n.h>
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-scroll.h"
#include "ui/meeting/eup-alternative-dialog.h"
#include "ui/meeting/eup-alternatives-table.h"
#include "ui/meeting/eup-alternatives.h"
#include "ui/meeting/eup-differences-group.h"
#include "ui/meeting/eup-weights-group.h"

struct _EupWeighPage
{
  AdwBin parent_instance;

  EupCase *kase;
  GtkScrolledWindow *scroller;
  GtkLabel *purpose;
  GtkWidget *wide;
  AdwBin *table;
  AdwBin *narrow;
  EupDifferencesGroup *differences;
  EupWeightsGroup *weights;
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupWeighPage, eup_weigh_page, ADW_TYPE_BIN)

static void
changed_cb (EupWeighPage *self)
{
  const EupCard *card = eup_case_get_assessment (self->kase)->card;
  g_autofree char *purpose =
      g_strdup_printf (_ ("Purpose: %s"), eup_text_is_written (card->purpose) ? card->purpose : "–");

  gtk_label_set_label (self->purpose, purpose);
}

static void
add_cb (EupWeighPage *self)
{
  adw_dialog_present (eup_alternative_dialog_new (self->kase, NULL), GTK_WIDGET (self));
}

static void
go_to_cb (EupWeighPage *self, const char *target)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, target);
}

static void
eup_weigh_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_WEIGH_PAGE);
  g_clear_object (&EUP_WEIGH_PAGE (object)->kase);
  G_OBJECT_CLASS (eup_weigh_page_parent_class)->dispose (object);
}

static void
eup_weigh_page_class_init (EupWeighPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_weigh_page_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_WEIGH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (EUP_TYPE_DIFFERENCES_GROUP);
  g_type_ensure (EUP_TYPE_WEIGHTS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-weigh-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupWeighPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, EupWeighPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, EupWeighPage, wide);
  gtk_widget_class_bind_template_child (widget_class, EupWeighPage, table);
  gtk_widget_class_bind_template_child (widget_class, EupWeighPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, EupWeighPage, differences);
  gtk_widget_class_bind_template_child (widget_class, EupWeighPage, weights);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
}

static void
eup_weigh_page_init (EupWeighPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_weigh_page_new:
 * @kase: (transfer none): the case
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
eup_weigh_page_new (EupCase *kase)
{
  EupWeighPage *self = g_object_new (EUP_TYPE_WEIGH_PAGE, NULL);

  self->kase = g_object_ref (kase);
  adw_bin_set_child (self->table, eup_alternatives_table_new (kase, FALSE));
  adw_bin_set_child (self->narrow, eup_alternatives_new (kase));
  eup_differences_group_set_case (self->differences, kase);
  eup_weights_group_set_case (self->weights, kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (changed_cb));
  changed_cb (self);
  return GTK_WIDGET (self);
}

static GtkWidget *
section_of (EupWeighPage *self, const char *place)
{
  if (g_strcmp0 (place, "decision-weights") == 0)
    return GTK_WIDGET (self->weights);
  if (g_strcmp0 (place, "decision-differences") == 0)
    return GTK_WIDGET (self->differences);
  return gtk_widget_get_visible (self->wide) ? self->wide : GTK_WIDGET (self->narrow);
}

/**
 * eup_weigh_page_has:
 * @place: a place of the decision, as gates name them
 *
 * Returns: whether it stands on this page
 */
gboolean
eup_weigh_page_has (const char *place)
{
  return g_str_equal (place, "decision-alternatives") || g_str_equal (place, "decision-weights") ||
         g_str_equal (place, "decision-differences");
}

/**
 * eup_weigh_page_go_to:
 * @place: one that eup_weigh_page_has()
 *
 * Moves the focus to that section and scrolls there.
 */
void
eup_weigh_page_go_to (EupWeighPage *self, const char *place)
{
  g_return_if_fail (EUP_IS_WEIGH_PAGE (self));
  eup_scroll_to (self->scroller, section_of (self, place));
}
