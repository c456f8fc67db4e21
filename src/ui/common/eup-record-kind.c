/* The kind of PDF that records are made as, where somebody has chosen one. */

#include "ui/common/eup-record-kind.h"

#include "method/eup-rule-pack.h"
#include "ui/common/eup-settings.h"

#include <glib/gi18n.h>

#define KEY "record-kind"

/* The first leaves it to the rules. */
static const struct
{
  const char *id;
  const char *name;
  const char *profile;
} kinds[] = {
  { "", N_ ("As the rules say"), NULL },
  { "beside", N_ ("For archives, with the data beside it"), EUP_PDF_PROFILE },
  { "inside", N_ ("For archives, with the data inside it"), EUP_PDF_PROFILE_TWIN },
};

static guint
get_chosen (void)
{
  g_autofree char *id = eup_settings_get (KEY);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, id))
      return i;
  return 0;
}

static void
selected_cb (AdwComboRow *row)
{
  guint position = adw_combo_row_get_selected (row);

  if (position < G_N_ELEMENTS (kinds))
    eup_settings_set (KEY, kinds[position].id);
}

/**
 * eup_record_kind_fill:
 * @row: gets the kinds; what is selected in it is remembered from now on
 */
void
eup_record_kind_fill (AdwComboRow *row)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (list, _ (kinds[i].name));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, get_chosen ());
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * eup_record_kind_get_profile:
 *
 * Returns: (nullable): what eup_case_set_profile() takes; %NULL when it is left to the rules
 */
const char *
eup_record_kind_get_profile (void)
{
  return kinds[get_chosen ()].profile;
}
