/* Chips in a row that breaks: the sitting from which the statement comes with its place, the others as the
 * same answer or another one. */

#include "ui/sitting/eup-sitting-chips.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/sitting/eup-sitting-describe.h"

struct _EupSittingChips
{
  GtkWidget parent_instance;
  AdwWrapBox *box;
};

G_DEFINE_FINAL_TYPE (EupSittingChips, eup_sitting_chips, GTK_TYPE_WIDGET)

static void
add_chip (EupSittingChips *self, const char *icon, const char *words)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (words);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (chip, "chip-pill");
  gtk_box_append (GTK_BOX (chip), image);
  gtk_box_append (GTK_BOX (chip), label);
  adw_wrap_box_append (self->box, chip);
}

/* (transfer full): "At Anna's home, 14 Nov" */
static char *
place_and_date (const EupSitting *sitting, const char *date)
{
  if (sitting->place == NULL || *sitting->place == '\0')
    return g_strdup_printf (_ ("Sitting %s"), date);
  /* Translators: place and date */
  return g_strdup_printf (C_ ("place and date", "%1$s, %2$s"), sitting->place, date);
}

static void
add_sitting (EupSittingChips *self,
             EupCase *kase,
             const EupSitting *sitting,
             const EupStatement *said,
             const EupStatement *statement)
{
  g_autofree char *date = eup_sitting_short_date (sitting->began);
  g_autofree char *words = NULL;
  EupAgreement agreement = eup_rules_answers_agree (statement, said);

  if (g_strcmp0 (statement->said, said->said) == 0 && agreement != EUP_AGREEMENT_DIFFERENT)
    {
      words = place_and_date (sitting, date);
      add_chip (self, "eup-home-symbolic", words);
      return;
    }
  if (agreement == EUP_AGREEMENT_SAME)
    {
      words = g_strdup_printf (_ ("Same answer %s"), date);
    }
  else if (agreement == EUP_AGREEMENT_DIFFERENT)
    {
      g_autofree char *stance = eup_rules_stance_words (said, eup_case_get_assessment (kase),
                                                        eup_case_get_model (kase), eup_ui_language ());

      words = g_strdup_printf (_ ("Another answer %1$s: %2$s"), date, stance);
    }
  else
    {
      words = g_strdup_printf (_ ("Also answered %s"), date);
    }
  add_chip (self, "eup-again-symbolic", words);
}

static void
eup_sitting_chips_dispose (GObject *object)
{
  EupSittingChips *self = EUP_SITTING_CHIPS (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  G_OBJECT_CLASS (eup_sitting_chips_parent_class)->dispose (object);
}

static void
eup_sitting_chips_class_init (EupSittingChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_sitting_chips_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
eup_sitting_chips_init (EupSittingChips *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 8);
  adw_wrap_box_set_line_spacing (self->box, 8);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Asked before in a sitting"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: (transfer floating): no chips yet */
GtkWidget *
eup_sitting_chips_new (void)
{
  return g_object_new (EUP_TYPE_SITTING_CHIPS, NULL);
}

/**
 * eup_sitting_chips_show:
 * @statement: (nullable): what stands in the meeting; chips only for the resident's
 *
 * Shows in which sittings the resident was asked @question, and hides where there was none.
 */
void
eup_sitting_chips_show (EupSittingChips *self,
                        EupCase *kase,
                        const EupQuestion *question,
                        const EupStatement *statement)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (assessment);
  const EupPerson *resident = eup_rules_resident (assessment);
  gboolean theirs = statement != NULL && resident != NULL && g_strcmp0 (statement->person, resident->id) == 0;
  gboolean any = FALSE;
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, chip);
  for (guint i = 0; theirs && i < sittings->len; i++)
    {
      const EupSitting *sitting = sittings->pdata[i];
      EupStatement *said = eup_rules_said_in_sittings (assessment, question, sitting->id);

      if (said == NULL)
        continue;
      add_sitting (self, kase, sitting, said, statement);
      eup_shape_free (eup_part_shape (EUP_PART_STATEMENT), said);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}
