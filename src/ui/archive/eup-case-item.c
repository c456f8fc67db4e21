/* What a list says of a case: its alias, its number, its state, and when it is followed up. */

#include "ui/archive/eup-case-item.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-language.h"

struct _EupCaseItem
{
  GObject parent_instance;
  EupStoreSummary *summary;
  gboolean rehearsal;
};

G_DEFINE_FINAL_TYPE (EupCaseItem, eup_case_item, G_TYPE_OBJECT)

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A sealed record and what follows it: the list points forward. */
static char *
describe_sealed (const EupStoreSummary *summary)
{
  g_autofree char *day = eup_rules_date (summary->amended, eup_ui_language ());

  if (summary->drafting)
    return g_strdup (_ ("sealed, an amendment is being written"));
  if (summary->amendments == 0)
    return g_strdup (_ ("sealed"));
  /* Translators: a sealed record, and the day on which it was amended at last */
  return g_strdup_printf (_ ("sealed, amended %s"), day);
}

static char *
describe_state (const EupStoreSummary *summary)
{
  if (g_strcmp0 (summary->state, EUP_STORE_STATE_SEALED) == 0)
    return describe_sealed (summary);
  if (g_strcmp0 (summary->state, EUP_STORE_STATE_MEETING) != 0)
    return g_strdup (_ ("being prepared"));
  if (!is_empty (summary->paused))
    {
      g_autofree char *day = eup_rules_date (summary->paused, eup_ui_language ());

      /* Translators: a meeting, and on which day it paused */
      return g_strdup_printf (_ ("paused %s"), day);
    }
  return g_strdup (_ ("meeting begun"));
}

static void
eup_case_item_finalize (GObject *object)
{
  eup_store_summary_free (EUP_CASE_ITEM (object)->summary);
  G_OBJECT_CLASS (eup_case_item_parent_class)->finalize (object);
}

static void
eup_case_item_class_init (EupCaseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_case_item_finalize;
}

static void
eup_case_item_init (EupCaseItem *self)
{
}

/**
 * eup_case_item_new:
 * @summary: (transfer none): what the store says of the case
 *
 * Returns: (transfer full): the same for a list
 */
EupCaseItem *
eup_case_item_new (const EupStoreSummary *summary)
{
  EupCaseItem *self = g_object_new (EUP_TYPE_CASE_ITEM, NULL);

  self->summary = eup_store_summary_copy (summary);
  return self;
}

const EupStoreSummary *
eup_case_item_get_summary (EupCaseItem *self)
{
  g_return_val_if_fail (EUP_IS_CASE_ITEM (self), NULL);
  return self->summary;
}

/* Says that the case is invented; then its second line says so first. */
void
eup_case_item_set_rehearsal (EupCaseItem *self)
{
  g_return_if_fail (EUP_IS_CASE_ITEM (self));
  self->rehearsal = TRUE;
}

gboolean
eup_case_item_is_sealed (EupCaseItem *self)
{
  return g_strcmp0 (self->summary->state, EUP_STORE_STATE_SEALED) == 0;
}

char *
eup_case_item_dup_title (EupCaseItem *self)
{
  return g_strdup (is_empty (self->summary->alias) ? _ ("Nobody named yet") : self->summary->alias);
}

/**
 * eup_case_item_dup_subtitle:
 * @self: the case
 *
 * Returns: (transfer full): number and state, such as "2026-014 · sealed", or "Rehearsal · sealed"
 */
char *
eup_case_item_dup_subtitle (EupCaseItem *self)
{
  g_autofree char *state = describe_state (self->summary);

  if (self->rehearsal)
    return g_strdup_printf ("%s · %s", _ ("Rehearsal"), state);
  if (is_empty (self->summary->number))
    return g_steal_pointer (&state);
  return g_strdup_printf ("%s · %s", self->summary->number, state);
}

/**
 * eup_case_item_dup_initial:
 * @self: the case
 *
 * Returns: (transfer full): the first letter of the alias, a dash where there is none
 */
char *
eup_case_item_dup_initial (EupCaseItem *self)
{
  g_autofree char *upper = NULL;

  if (is_empty (self->summary->alias))
    return g_strdup ("–");
  upper = g_utf8_strup (self->summary->alias, -1);
  return g_utf8_substring (upper, 0, 1);
}

const char *
eup_case_item_get_icon_name (EupCaseItem *self)
{
  if (eup_case_item_is_sealed (self))
    return "eup-seal-symbolic";
  if (g_strcmp0 (self->summary->state, EUP_STORE_STATE_MEETING) == 0)
    return is_empty (self->summary->paused) ? "eup-speech-symbolic" : "eup-pause-symbolic";
  return "document-edit-symbolic";
}

static gboolean
read_date (const char *iso, GDate *date)
{
  int year, month, day;

  g_date_clear (date, 1);
  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * eup_case_item_days_left:
 * @self: the case
 * @today: YYYY-MM-DD
 *
 * Returns: days until the follow-up, negative when it is late, %G_MAXINT when there is none
 */
int
eup_case_item_days_left (EupCaseItem *self, const char *today)
{
  GDate now, then;

  if (!read_date (today, &now) || !read_date (self->summary->follow_up, &then))
    return G_MAXINT;
  return g_date_days_between (&now, &then);
}

/**
 * eup_case_item_dup_due_words:
 * @self: a case with a follow-up
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer full): when it is followed up, such as "in 3 days, 24 November"
 */
char *
eup_case_item_dup_due_words (EupCaseItem *self, const char *today)
{
  int days = eup_case_item_days_left (self, today);
  g_autofree char *date = eup_rules_date (self->summary->follow_up, eup_ui_language ());
  guint n = (guint) ABS (days);

  if (days == -1)
    return g_strdup (_ ("should have been followed up yesterday"));
  if (days < 0)
    return g_strdup_printf (ngettext ("should have been followed up %u day ago",
                                      "should have been followed up %u days ago", n),
                            n);
  if (days == 0)
    return g_strdup (_ ("is followed up today"));
  if (days == 1)
    return g_strdup (_ ("is followed up tomorrow"));
  return g_strdup_printf (ngettext ("in %u day, %s", "in %u days, %s", n), n, date);
}
