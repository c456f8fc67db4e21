#include "ui/archive/eup-no-case-page.h"

struct _EupNoCasePage
{
  AdwNavigationPage parent_instance;

  GtkStack *guide;
};

G_DEFINE_FINAL_TYPE (EupNoCasePage, eup_no_case_page, ADW_TYPE_NAVIGATION_PAGE)

static void
eup_no_case_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_NO_CASE_PAGE);
  G_OBJECT_CLASS (eup_no_case_page_parent_class)->dispose (object);
}

static void
eup_no_case_page_class_init (EupNoCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_no_case_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-no-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EupNoCasePage, guide);
}

static void
eup_no_case_page_init (EupNoCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * eup_no_case_page_new:
 * @has_cases: whether there is any that could be chosen
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
eup_no_case_page_new (gboolean has_cases)
{
  EupNoCasePage *self = g_object_new (EUP_TYPE_NO_CASE_PAGE, NULL);

  eup_no_case_page_set_has_cases (self, has_cases);
  return GTK_WIDGET (self);
}

/**
 * eup_no_case_page_set_has_cases:
 * @self: the page
 * @has_cases: whoever has no case yet reads how it goes
 */
void
eup_no_case_page_set_has_cases (EupNoCasePage *self, gboolean has_cases)
{
  g_return_if_fail (EUP_IS_NO_CASE_PAGE (self));
  gtk_stack_set_visible_child_name (self->guide, has_cases ? "choose" : "guide");
}
