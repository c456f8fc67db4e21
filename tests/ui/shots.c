/* Takes pictures of the windows: shots FOLDER LANGUAGE [NAME…]. The words come from the environment
 * (build-aux/dev/shots.sh), the looks from shots-look.c, sizes stand in the table below. Not a test:
 * somebody has to look. */

#include <glib/gi18n.h>
#include <locale.h>
#include "eup-config.h"
#include "shots-look.h"
#include "shots-record.h"
#include "shots.h"

/* What is done with a sealed record: @question names the page; signed by one person where @reveal says so. */
static void
shoot_record (const Shot *shot)
{
  shots_record_take (shot->name, shot->question, shot->reveal, shot->width, shot->height);
}

static const Shot shots[] = {
  { "acknowledging", shoot_acknowledging, "gps-alarm.json", NULL, 1366, 768, TRUE },
  { "acknowledging-zh", shoot_acknowledging, "medicine-dispenser.zh.json", "zh", 1280, 800, TRUE },
  { "acknowledging-narrow", shoot_acknowledging, "gps-alarm.json", NULL, 600, 960, FALSE },
  { "acknowledge-before", shoot_before_acknowledging, "medicine-dispenser.json", "jonas", 900, 800, FALSE },
  { "acknowledge-after", shoot_before_acknowledging, "medicine-dispenser.json", NULL, 900, 800, FALSE },
  { "decision-acknowledgements", shoot_meeting, "medicine-dispenser.json", "decision-acknowledgements", 1366,
    768, TRUE },
  { "record-page", shoot_record, NULL, "page", 1200, 900, TRUE },
  { "record-page-foot", shoot_record, NULL, "foot", 1200, 900, TRUE },
  { "sign-file", shoot_record, NULL, "file", 900, 860, FALSE },
  { "sign-card", shoot_record, NULL, "card", 900, 1000, FALSE },
  { "sign-card-last", shoot_record, NULL, "last", 900, 1000, FALSE },
  { "sign-card-none", shoot_record, NULL, "none", 900, 860, FALSE },
  { "hand-off", shoot_record, NULL, "hand-off", 900, 760, FALSE },
  { "archive-road", shoot_record, NULL, "road", 900, 900, TRUE },
  { "archive-road-end", shoot_record, NULL, "road-end", 900, 900, TRUE },
  { "amend", shoot_record, NULL, "amend", 900, 1300, TRUE },
  { "amend-preview", shoot_record, NULL, "amend-preview", 900, 1000, TRUE },
  { "own-page", shoot_record, NULL, "own-page", 900, 900, FALSE },
  { "send-out", shoot_record, NULL, "send-out", 900, 900, FALSE },
  { "meeting", shoot_meeting, "gps-alarm.json", "q16", 1920, 1080, FALSE },
  { "meeting-agenda", shoot_agenda, "gps-alarm.json", "q15", 1920, 1080, FALSE },
  { "meeting-agenda-laptop", shoot_agenda, "gps-alarm.json", "q15", 1366, 768, FALSE },
  { "meeting-paused", shoot_agenda, "gps-alarm.json", "q15", 1366, 768, TRUE },
  { "meeting-paused-small", shoot_agenda, "gps-alarm.json", "q15", 600, 760, TRUE },
  { "case-paused", shoot_case, "gps-alarm.json", "q15", 700, 640, FALSE },
  { "stay", shoot_stay, "gps-alarm.json", "eva", 1366, 768, FALSE },
  { "shared-pause", shoot_pause, "medicine-dispenser.json", NULL, 1920, 1080, FALSE },
  { "meeting-laptop", shoot_meeting, "gps-alarm.json", "q16", 1366, 768, FALSE },
  { "meeting-narrow", shoot_meeting, "gps-alarm.json", "q16", 1000, 768, FALSE },
  { "meeting-revealed", shoot_meeting, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "meeting-items", shoot_meeting, "gps-alarm.json", "q4", 1920, 1080, TRUE },
  { "meeting-purpose", shoot_meeting, "gps-alarm.json", "q5", 1920, 1080, FALSE },
  { "meeting-alternatives", shoot_meeting, "gps-alarm.json", "q7", 1920, 1080, FALSE },
  { "meeting-small", shoot_meeting, "gps-alarm.json", "q16", 600, 760, TRUE },
  { "meeting-ticks", shoot_meeting, "gps-alarm.json", "q2", 1366, 768, TRUE },
  { "meeting-will", shoot_meeting, "gps-alarm.json", "q10", 1366, 768, TRUE },
  { "meeting-translated", shoot_meeting, "medicine-dispenser.json", "q16", 1366, 768, TRUE },
  { "decision", shoot_meeting, "gps-alarm.json", "decide", 1920, 1080, TRUE },
  { "decision-refused", shoot_meeting, "night-camera.json", "decide", 1920, 1080, TRUE },
  { "decision-laptop", shoot_meeting, "night-camera.json", "decide", 1366, 768, TRUE },
  { "decision-consents", shoot_meeting, "gps-alarm.json", "decision-consents", 1366, 768, TRUE },
  { "weigh", shoot_meeting, "gps-alarm.json", "weigh", 1920, 1080, TRUE },
  { "weigh-laptop", shoot_meeting, "gps-alarm.json", "weigh", 1366, 768, TRUE },
  { "weigh-narrow", shoot_meeting, "gps-alarm.json", "weigh", 600, 900, TRUE },
  { "weigh-weights", shoot_meeting, "night-camera.json", "decision-weights", 1366, 768, TRUE },
  { "differences", shoot_meeting, "gps-alarm.json", "differences-values", 1920, 1080, TRUE },
  { "differences-laptop", shoot_meeting, "medicine-dispenser.json", "differences-need", 1366, 768, TRUE },
  { "differences-narrow", shoot_meeting, "gps-alarm.json", "differences-need", 600, 900, TRUE },
  { "read-back", shoot_read_back, "gps-alarm.json", "anna", 1920, 1080, FALSE },
  { "read-back-laptop", shoot_read_back, "medicine-dispenser.json", "min", 1366, 768, TRUE },
  { "read-back-narrow", shoot_read_back, "gps-alarm.json", "per", 600, 900, TRUE },
  { "decision-conditions", shoot_meeting, "gps-alarm.json", "decision-conditions", 1366, 768, TRUE },
  { "decision-decider", shoot_meeting, "medicine-dispenser.json", "decision-decider", 1366, 768, TRUE },
  { "decision-urgent", shoot_meeting, "urgent-door-lock.json", "decision-outcome", 1366, 768, TRUE },
  { "decision-narrow", shoot_meeting, "urgent-door-lock.json", "decision-outcome", 600, 900, TRUE },
  { "decision-open", shoot_open, "gps-alarm.json", "decision-outcome", 1366, 768, TRUE },
  { "consent", shoot_consent, "medicine-dispenser.json", "c2", 1366, 900, TRUE },
  { "withdraw", shoot_withdraw, "gps-alarm.json", "c1", 1366, 768, TRUE },
  { "override", shoot_override, "gps-alarm.json", "g13", 1366, 768, TRUE },
  { "meeting-fields", shoot_meeting, "gps-alarm.json", "q23", 1920, 1080, FALSE },
  { "meeting-fields-laptop", shoot_meeting, "gps-alarm.json", "q11", 1366, 768, TRUE },
  { "meeting-wide", shoot_meeting, "gps-alarm.json", "q25", 1920, 1080, TRUE },
  { "meeting-wide-laptop", shoot_meeting, "gps-alarm.json", "q13", 1366, 720, TRUE },
  { "meeting-wide-small", shoot_meeting, "gps-alarm.json", "q9", 600, 720, TRUE },
  { "meeting-weight", shoot_meeting, "gps-alarm.json", "q18", 1600, 1500, TRUE },
  { "prepare", shoot_prepare, "gps-alarm.json", NULL, 900, 1500, FALSE },
  { "prepare-middle", shoot_prepare, "gps-alarm.json", "0.33", 900, 1500, FALSE },
  { "prepare-tasks", shoot_prepare, "gps-alarm.json", "0.66", 900, 1500, FALSE },
  { "prepare-urgent", shoot_prepare, "urgent-door-lock.json", NULL, 500, 1500, FALSE },
  { "person", shoot_around, "medicine-dispenser.json", "hong", 800, 900, FALSE },
  { "verify", shoot_verify, NULL, "signed", 800, 1300, TRUE },
  { "verify-changed", shoot_verify, NULL, "changed", 800, 760, FALSE },
  { "verify-many", shoot_verify, NULL, NULL, 800, 760, FALSE },
  { "help", shoot_help, NULL, "index", 720, 1100, FALSE },
  { "help-steps", shoot_help, NULL, "first-meeting", 720, 1500, FALSE },
  { "help-keys", shoot_help, NULL, "keyboard", 720, 900, FALSE },
  { "help-terms", shoot_help, NULL, "amending", 720, 1500, FALSE },
  { "help-narrow", shoot_help, NULL, "trouble", 360, 720, FALSE },
  { "known", shoot_known, NULL, NULL, 700, 500, FALSE },
  { "references", shoot_around, "gps-alarm.json", "references", 800, 720, FALSE },
  { "after", shoot_around, "gps-alarm.json", NULL, 800, 1400, TRUE },
  { "shared-differences", shoot_shared, "gps-alarm.json", "differences-need", 1920, 1080, TRUE },
  { "shared-differences-many", shoot_shared, "gps-alarm.json", "differences-values", 1920, 1080, TRUE },
  { "shared-differences-two", shoot_shared, "medicine-dispenser.json", "differences-others", 1920, 1080,
    TRUE },
  { "shared-weigh", shoot_shared, "night-camera.json", "weigh", 1920, 1080, TRUE },
  { "shared-weigh-many", shoot_shared, "gps-alarm.json", "weigh", 1920, 1080, TRUE },
  { "shared-weigh-two", shoot_shared, "medicine-dispenser.json", "weigh", 1920, 1080, TRUE },
  { "shared-decision", shoot_shared, "gps-alarm.json", "decide", 1920, 1080, TRUE },
  { "shared-decision-no", shoot_shared, "night-camera.json", "decide", 1920, 1080, TRUE },
  { "shared-decision-two", shoot_shared, "medicine-dispenser.json", "decide", 1920, 1080, TRUE },
  { "shared-read-back", shoot_shared_read_back, "gps-alarm.json", "anna", 1920, 1080, FALSE },
  { "shared-read-back-two", shoot_shared_read_back, "medicine-dispenser.json", "min", 1920, 1080, FALSE },
  { "shared-read-back-change", shoot_shared_read_back, "gps-alarm.json", "per", 1920, 1080, TRUE },
  { "sit", shoot_around, "night-camera.json", "sit", 900, 1000, FALSE },
  { "sitting-answers", shoot_around, "night-camera.json", "sitting-1", 800, 800, FALSE },
  { "sitting-chips", shoot_meeting, "night-camera.json", "q15", 1920, 1500, TRUE },
  { "prepare-sittings", shoot_prepare, "night-camera.json", "0.45", 900, 1200, FALSE },
  { "sitting-faces", shoot_sitting, "gps-alarm.json", "q17", 1920, 1080, FALSE },
  { "sitting-pressed", shoot_sitting, "gps-alarm.json", "q20:pressed", 1920, 1080, FALSE },
  { "sitting-laptop", shoot_sitting, "gps-alarm.json", "q19:pressed", 1366, 768, FALSE },
  { "sitting-window", shoot_sitting, "gps-alarm.json", "q18", 1200, 800, FALSE },
  { "sitting-upright", shoot_sitting, "gps-alarm.json", "q18", 800, 1280, FALSE },
  { "sitting-narrow", shoot_sitting, "gps-alarm.json", "q18", 360, 720, FALSE },
  { "sitting-will", shoot_sitting, "gps-alarm.json", "q10:pressed", 1920, 1080, FALSE },
  { "sitting-amount", shoot_sitting, "gps-alarm.json", "q4/security", 1920, 1080, FALSE },
  { "sitting-words", shoot_sitting, "gps-alarm.json", "q1", 1920, 1080, FALSE },
  { "sitting-offer", shoot_sitting, "gps-alarm.json", "q16:offer", 1920, 1080, FALSE },
  { "sitting-thanks", shoot_sitting, "gps-alarm.json", "q16:thanks", 1920, 1080, FALSE },
  { "sitting-translated", shoot_sitting, "night-camera.zh.json", "q15", 1920, 1080, FALSE },
  /* Those of the store (docs/pictures/store-*.png): light-en, and the list of shell-shots.c. */
  { "store-meeting", shoot_meeting, "gps-alarm.en.json", "q16", 1920, 1080, TRUE },
  { "store-shared", shoot_shared, "gps-alarm.en.json", "q16", 1920, 1080, TRUE },
  { "store-sitting", shoot_sitting, "gps-alarm.en.json", "q17", 1920, 1080, FALSE },
  { "shared-fields", shoot_shared, "gps-alarm.json", "q23", 1920, 1080, TRUE },
  { "shared", shoot_shared, "medicine-dispenser.json", "q16", 1920, 1080, FALSE },
  { "shared-turned", shoot_turned, "medicine-dispenser.json", "q16", 1920, 1080, FALSE },
  { "shared-turned-revealed", shoot_turned, "medicine-dispenser.json", "q16", 1920, 1080, TRUE },
  { "shared-rest", shoot_shared, "medicine-dispenser.json", "decide", 1920, 1080, TRUE },
  { "shared-one-language", shoot_shared, "gps-alarm.json", "q16", 1280, 720, FALSE },
  { "shared-revealed", shoot_shared, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "lanes", shoot_lanes, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "lanes-laptop", shoot_lanes, "gps-alarm.json", "q16", 1366, 768, TRUE },
  { "lanes-many", shoot_lanes, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "lanes-counts", shoot_lanes, "gps-alarm.json", "q16", 1366, 768, FALSE },
  { "lanes-told", shoot_lanes, "gps-alarm.json", "q16", 1366, 1200, FALSE },
  { "lanes-long", shoot_lanes, "gps-alarm.json", "q16", 1366, 768, TRUE },
  { "shared-lanes", shoot_lanes, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "shared-lanes-many", shoot_lanes, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "person-several", shoot_around, "gps-alarm.json", "natt", 800, 900, FALSE },
  { "one-screen", shoot_one_screen, "gps-alarm.json", "q16", 1920, 1080, FALSE },
  { "one-screen-faces", shoot_one_screen, "gps-alarm.json", "q10", 1920, 1080, FALSE },
  { "one-screen-items", shoot_one_screen, "gps-alarm.json", "q4", 1920, 1080, FALSE },
  { "one-screen-fields", shoot_one_screen, "gps-alarm.json", "q23", 1920, 1080, FALSE },
  { "one-screen-revealed", shoot_one_screen, "gps-alarm.json", "q16", 1920, 1080, TRUE },
  { "shared-revealed-translated", shoot_shared, "medicine-dispenser.json", "q16", 1920, 1080, TRUE },
};

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  setlocale (LC_ALL, "");
  if (g_getenv ("EUPHORIA_LOCALEDIR") != NULL)
    bindtextdomain (EUP_GETTEXT_DOMAIN, g_getenv ("EUPHORIA_LOCALEDIR"));
  bind_textdomain_codeset (EUP_GETTEXT_DOMAIN, "UTF-8");
  textdomain (EUP_GETTEXT_DOMAIN);
  shots_look_init (argv[1], argv[2]);
  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    if (argc < 4 || g_strv_contains ((const char *const *) argv + 3, shots[i].name))
      shots[i].shoot (&shots[i]);
  return 0;
}
