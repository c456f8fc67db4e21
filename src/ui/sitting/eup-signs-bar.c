/* Signs of tiredness and refusal, noted in one press. What the buttons show is what the case has. */

#include "ui/sitting/eup-signs-bar.h"

#include <glib/gi18n.h>

static const struct
{
  const char *sign;
  const char *icon;
  const char *words;
  const char *noted; /* announced */
} kinds[] = {
  { "tired", "eup-tired-symbolic", N_ ("Tired"), N_ ("Noted: tired") },
  { "refuses", "eup-refuses-symbolic", N_ ("Would rather not"), N_ ("Noted: would rather not talk") },
};

struct _EupSignsBar
{
  GtkBox parent_instance;

  EupCase *kase;
  gulong changed;
  char *sitting;
  char *question;
  gboolean filling;
  GtkToggleButton *buttons[G_N_ELEMENTS (kinds)];
};

G_DEFINE_FINAL_TYPE (EupSignsBar, eup_signs_bar, GTK_TYPE_BOX)

static void
refresh (EupSignsBar *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_toggle_button_set_active (self->buttons[i],
                                  eup_rules_sign (eup_case_get_assessment (self->kase), kinds[i].sign,
                                                  self->sitting, self->question) != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !eup_case_is_sealed (self->kase));
  self->filling = FALSE;
}

static void
case_changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupSignsBar *self)
{
  if (kind == EUP_PART_SIGN || kind == EUP_PART_DECISION)
    refresh (self);
}

static void
toggled_cb (GtkToggleButton *button, EupSignsBar *self)
{
  if (self->filling || self->kase == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (self->buttons[i] == button)
      eup_signs_bar_toggle (self, kinds[i].sign);
}

static GtkWidget *
new_button (EupSignsBar *self, guint i)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (kinds[i].icon);
  GtkWidget *label = gtk_label_new (_ (kinds[i].words));

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (content), icon);
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kinds[i].words),
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sign");
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

static void
eup_signs_bar_dispose (GObject *object)
{
  EupSignsBar *self = EUP_SIGNS_BAR (object);

  if (self->kase != NULL)
    g_clear_signal_handler (&self->changed, self->kase);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_signs_bar_parent_class)->dispose (object);
}

static void
eup_signs_bar_finalize (GObject *object)
{
  g_free (EUP_SIGNS_BAR (object)->sitting);
  g_free (EUP_SIGNS_BAR (object)->question);
  G_OBJECT_CLASS (eup_signs_bar_parent_class)->finalize (object);
}

static void
eup_signs_bar_class_init (EupSignsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_signs_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_signs_bar_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "signs");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
eup_signs_bar_init (EupSignsBar *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is seen without being said"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->buttons[i] = GTK_TOGGLE_BUTTON (new_button (self, i));
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->buttons[i]));
    }
}

/* Returns: (transfer floating): the bar; eup_signs_bar_show() says what it is about */
GtkWidget *
eup_signs_bar_new (void)
{
  return g_object_new (EUP_TYPE_SIGNS_BAR, NULL);
}

/**
 * eup_signs_bar_show:
 * @sitting: (nullable): %NULL in a meeting
 * @question: (nullable): the question that is asked now
 */
void
eup_signs_bar_show (EupSignsBar *self, EupCase *kase, const char *sitting, const char *question)
{
  if (self->kase != kase)
    {
      if (self->kase != NULL)
        g_clear_signal_handler (&self->changed, self->kase);
      g_set_object (&self->kase, kase);
      self->changed = g_signal_connect (kase, "changed", G_CALLBACK (case_changed_cb), self);
    }
  g_set_str (&self->sitting, sitting);
  g_set_str (&self->question, question);
  refresh (self);
}

/* Notes @sign, or takes it back, as a press does. */
void
eup_signs_bar_toggle (EupSignsBar *self, const char *sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].sign, sign) &&
        eup_case_toggle_sign (self->kase, sign, self->sitting, self->question))
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _ (kinds[i].noted),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
