/* All that is known of one verified file: the verdict, the file, then each signature with the certificates
 * above it. */

#include "ui/record/eup-finding-page.h"

#include <glib/gi18n.h>

static GtkWidget *
new_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A row that says one thing; what it says can be copied. */
static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *words)
{
  GtkWidget *row;

  if (words == NULL || *words == '\0')
    return NULL;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
  return row;
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_verdict (GtkBox *box, EupFinding *finding)
{
  GtkWidget *about = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (eup_finding_icon (finding));
  GtkWidget *title = new_label (eup_finding_title (finding), "title-1");

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 64);
  gtk_widget_add_css_class (icon, eup_finding_style (finding));
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_margin_bottom (icon, 6);
  gtk_box_append (GTK_BOX (about), icon);
  gtk_box_append (GTK_BOX (about), title);
  gtk_box_append (GTK_BOX (about), new_label (eup_finding_advice (finding), NULL));
  gtk_box_append (box, about);
}

static const char *
words_for_place (EupStorePlace place)
{
  switch (place)
    {
    case EUP_STORE_PLACE_SAME:
      return _ ("The same as the one that is kept here");
    case EUP_STORE_PLACE_EARLIER:
      return _ ("An earlier version of the one that is kept here; something was added there since");
    case EUP_STORE_PLACE_OTHER:
      return _ ("Not the one that is kept here, though it carries the same number");
    case EUP_STORE_PLACE_NONE:
      return _ ("No record with this number is kept here");
    }
  g_return_val_if_reached ("");
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autoptr (GError) error = NULL;
  EupStorePlace place;

  if (eup_store_find_record_finish (EUP_STORE (source), result, &place, &error))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words_for_place (place));
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("It could not be looked for"));
}

static void
add_file (GtkBox *box, EupFinding *finding, EupStore *store)
{
  const EupInspection *found = eup_finding_get (finding);
  AdwPreferencesGroup *group = add_group (box, _ ("The file"));
  g_autofree char *name = eup_finding_dup_file (finding);

  add_row (group, _ ("File name"), name);
  if (found->verdict == NULL)
    return;
  add_row (group, _ ("Number of the record"), found->verdict->document_id);
  if (store != NULL && found->verdict->document_id != NULL)
    {
      GtkWidget *row = add_row (group, _ ("In the archive here"), _ ("Looking …"));

      eup_store_find_record_async (store, found->verdict->document_id, found->digest, NULL, found_cb,
                                   g_object_ref (row));
    }
  add_row (group, _ ("Data file"), eup_finding_twin (found->twin));
}

/* Nothing is said of certificates when the signature itself does not hold. */
static void
add_chain (AdwPreferencesGroup *group, const char *title, EupStanding standing, GPtrArray *chain)
{
  GtkWidget *row;

  if (chain == NULL)
    return;
  row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), eup_finding_standing (standing));
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 0);
  for (guint i = 0; i < chain->len; i++)
    {
      const EupChainLink *link = chain->pdata[i];
      GtkWidget *one = adw_action_row_new ();
      g_autofree char *words = g_strdup_printf (
          /* Translators: first who vouches for a certificate, then its first and last day, then where it is
             known from, as in “known here, from the system” */
          _ ("Issued by %s, holds from %s to %s; %s"), link->issuer, link->from ? link->from : "?",
          link->until ? link->until : "?", eup_finding_origin (link->origin));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (one), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (one), link->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (one), words);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (one), 0);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), one);
    }
  adw_preferences_group_add (group, row);
}

static const char *
words_for_coverage (const EupVerdictSignature *signature)
{
  if (!signature->intact || !signature->whole)
    return _ ("It does not fit what it covers");
  return signature->last ? _ ("The whole file") : _ ("Everything up to here; what came later is told below");
}

static char *
title_of (const EupVerdictSignature *signature, guint number)
{
  if (signature->name == NULL)
    return g_strdup_printf (_ ("%u. A signature that does not hold"), number);
  /* Translators: the first, second … signature, and by whom */
  return g_strdup_printf (signature->is_stamp ? _ ("%u. Time stamp by %s") : _ ("%u. Signed by %s"), number,
                          signature->name);
}

static void
add_signature (GtkBox *box, const EupVerdictSignature *signature, guint number)
{
  g_autofree char *title = title_of (signature, number);
  AdwPreferencesGroup *group = add_group (box, title);
  g_autofree char *time = signature->time ? eup_finding_dup_time (signature->time) : NULL;
  g_autofree char *stamped = NULL;

  add_row (group, _ ("When"), time);
  add_row (group, _ ("As whom"), signature->role);
  add_row (group, _ ("Reason"), signature->reason);
  add_row (group, _ ("Where"), signature->place);
  add_row (group, _ ("What it covers"), words_for_coverage (signature));
  add_row (group, _ ("Level"), signature->is_stamp ? NULL : eup_finding_level (signature->level));
  add_chain (group, _ ("Certificate"), signature->standing, signature->chain);
  if (signature->stamped == NULL)
    return;
  stamped = eup_finding_dup_time (signature->stamped);
  add_row (group, _ ("Time stamp"), stamped);
  add_chain (group, signature->stamped_by, signature->stamp_standing, signature->stamp_chain);
}

/**
 * eup_finding_page_new:
 * @finding: (transfer none): what was found
 * @store: (nullable) (transfer none): where the same record is looked for
 *
 * Returns: (transfer floating): a page with all of it
 */
AdwNavigationPage *
eup_finding_page_new (EupFinding *finding, EupStore *store)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  const EupVerdict *verdict = eup_finding_get (finding)->verdict;
  g_autofree char *name = eup_finding_dup_file (finding);

  add_verdict (GTK_BOX (box), finding);
  add_file (GTK_BOX (box), finding, store);
  for (guint i = 0; verdict != NULL && i < verdict->signatures->len; i++)
    add_signature (GTK_BOX (box), verdict->signatures->pdata[i], i + 1);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroll);
  return adw_navigation_page_new (view, name);
}
