/* Days, birthdays, and how long a record is kept. */

#include "assessment/eup-assessment-private.h"

static gboolean
read_digits (const char *text, guint n, guint *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (guint) (text[i] - '0');
    }
  return TRUE;
}

static gboolean
set_day (GDate *day, guint year, guint month, guint day_of_month)
{
  if (year == 0 || month == 0 || month > 12 || day_of_month > 31 ||
      !g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* The day of a date or time that begins with YYYY-MM-DD; FALSE when it is none. */
gboolean
eup_day_read (const char *iso, GDate *day)
{
  guint year, month, day_of_month;

  return iso != NULL && strlen (iso) >= 10 && read_digits (iso, 4, &year) && iso[4] == '-' &&
         read_digits (iso + 5, 2, &month) && iso[7] == '-' && read_digits (iso + 8, 2, &day_of_month) &&
         (iso[10] == '\0' || iso[10] == 'T') && set_day (day, year, month, day_of_month);
}

/* "+01:00", "-03:30", "Z": how many seconds the local time is ahead. */
static gboolean
read_offset (const char *text, gint64 *ahead)
{
  guint hours, minutes;

  *ahead = 0;
  if (g_str_equal (text, "Z"))
    return TRUE;
  if ((*text != '+' && *text != '-') || !read_digits (text + 1, 2, &hours) || text[3] != ':' ||
      !read_digits (text + 4, 2, &minutes) || text[6] != '\0')
    return FALSE;
  *ahead = (*text == '+' ? 1 : -1) * (gint64) (hours * 3600 + minutes * 60);
  return TRUE;
}

/* The point in time of an ISO 8601 time with its offset. A gate asks this of every statement, and a
 * GDateTime with its time zone costs too much for that. */
gboolean
eup_time_read (const char *iso, gint64 *seconds)
{
  guint hour, minute, second;
  const char *offset;
  gint64 ahead;
  GDate day;

  if (!eup_day_read (iso, &day) || iso[10] != 'T' || !read_digits (iso + 11, 2, &hour) || iso[13] != ':' ||
      !read_digits (iso + 14, 2, &minute) || iso[16] != ':' || !read_digits (iso + 17, 2, &second))
    return FALSE;
  offset = iso + 19;
  if (*offset == '.')
    offset += 1 + strspn (offset + 1, "0123456789");
  if (!read_offset (offset, &ahead))
    return FALSE;
  /* 719163 days lie before 1970 */
  *seconds =
      ((gint64) g_date_get_julian (&day) - 719163) * 86400 + hour * 3600 + minute * 60 + second - ahead;
  return TRUE;
}

/* Whole days from one to the other; -1 when either is no day. */
int
eup_days_between (const char *from, const char *to)
{
  GDate first, last;

  return eup_day_read (from, &first) && eup_day_read (to, &last) ? g_date_days_between (&first, &last) : -1;
}

/* YYYYMMDD-XXXX or YYMMDD-XXXX, with "+" for those past a hundred, also without the sign. Numbers
 * lent to people without one of their own have 60 added to the day. Only the day of the month counts
 * here, so the century of a short number may be any in which the day exists. */
static gboolean
read_swedish (const char *number, guint *day_of_month)
{
  gsize digits = strspn (number, "0123456789");
  gboolean with_sign = number[digits] == '-' || number[digits] == '+';
  const char *last = number + digits + with_sign;
  gsize before = with_sign ? digits : digits - MIN (digits, 4);
  guint year, month;
  GDate day;

  if (with_sign ? strspn (last, "0123456789") != 4 || last[4] != '\0' : *last != '\0')
    return FALSE;
  if (before != 6 && before != 8)
    return FALSE;
  if (!read_digits (number, (guint) before - 4, &year) || !read_digits (number + before - 4, 2, &month) ||
      !read_digits (number + before - 2, 2, day_of_month))
    return FALSE;
  if (*day_of_month > 60)
    *day_of_month -= 60;
  /* 2000 stands for any leap year with the same last digits */
  return set_day (&day, before == 8 ? year : 2000 + year, month, *day_of_month);
}

/* Eighteen digits, the last of which may be X; the seventh to the fourteenth are the birthday. */
static gboolean
read_chinese (const char *number, guint *day_of_month)
{
  gsize digits = strspn (number, "0123456789");
  guint year, month;
  GDate day;

  if (strlen (number) != 18 || digits < 17 || (digits == 17 && g_ascii_toupper (number[17]) != 'X'))
    return FALSE;
  return read_digits (number + 6, 4, &year) && read_digits (number + 10, 2, &month) &&
         read_digits (number + 12, 2, day_of_month) && set_day (&day, year, month, *day_of_month);
}

/* The day of the month on which the resident was born: from the number, else from the birthday. */
static gboolean
birth_day (const EupCard *card, EupPersonalNumber kind, guint *day_of_month)
{
  g_autofree char *number = g_strstrip (g_strdup (card->personal_number ? card->personal_number : ""));
  GDate day;

  if (kind == EUP_PERSONAL_NUMBER_SWEDISH && read_swedish (number, day_of_month))
    return TRUE;
  if (kind == EUP_PERSONAL_NUMBER_CHINESE && read_chinese (number, day_of_month))
    return TRUE;
  if (!eup_day_read (card->birthday, &day))
    return FALSE;
  *day_of_month = g_date_get_day (&day);
  return TRUE;
}

static guint
year_of (const char *iso)
{
  GDate day;

  return eup_day_read (iso, &day) ? g_date_get_year (&day) : 0;
}

/* The last entry is the sealing, or a consent that was withdrawn later. */
static guint
year_of_last_entry (const EupAssessment *assessment)
{
  guint year = year_of (assessment->decision->sealed);

  for (guint i = 0; year > 0 && i < assessment->consents->len; i++)
    year = MAX (year, year_of (((EupConsent *) assessment->consents->pdata[i])->withdrawn));
  return year;
}

/**
 * eup_rules_retention:
 *
 * Whole calendar years: an entry of 2026 that is kept for five years stays all of 2031, so 2032 is
 * the first year in which it may be weeded. It is a proposal: the last entry of the whole personal
 * file counts, and only the archive knows that one.
 *
 * Returns: how long the record is kept
 */
EupRetention
eup_rules_retention (const EupAssessment *assessment, const EupModel *model)
{
  EupRetention retention = { 0, FALSE, FALSE };
  const EupRetentionRule *rule = model->rules ? eup_rule_pack_get_retention (model->rules) : NULL;
  guint last = year_of_last_entry (assessment);
  guint day;

  if (rule == NULL)
    return retention;
  if (last > 0)
    retention.year = (int) last + rule->years + 1;
  if (rule->keep_birth_days == NULL || rule->keep_birth_days[0] == 0)
    return retention;
  if (!birth_day (assessment->card, eup_rule_pack_get_personal_number (model->rules), &day))
    {
      retention.birth_day_unknown = TRUE;
      return retention;
    }
  for (guint i = 0; rule->keep_birth_days[i] != 0; i++)
    retention.always = retention.always || (guint) rule->keep_birth_days[i] == day;
  return retention;
}
