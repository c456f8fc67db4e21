#pragma once

#include "ui-test.h"
#include "ui/meeting/eup-meeting-page.h"

G_BEGIN_DECLS

/* One picture. What @question names depends on @shoot: a question, a place, a consent, a gate, a part of
 * the height. */
typedef struct _Shot Shot;
struct _Shot
{
  const char *name;
  void (*shoot) (const Shot *shot);
  const char *file;
  const char *question;
  int width, height;
  gboolean reveal;
};

EupCase *shots_middle_of_meeting (const char *file, const char *question);
EupMeetingPage *shots_begin_read_back (const Shot *shot, EupCase *kase);
void shoot_dialog (const Shot *shot, EupCase *kase, AdwDialog *dialog);

void shoot_meeting (const Shot *shot);
void shoot_agenda (const Shot *shot);
void shoot_pause (const Shot *shot);
void shoot_case (const Shot *shot);
void shoot_shared (const Shot *shot);
void shoot_turned (const Shot *shot);
void shoot_one_screen (const Shot *shot);
void shoot_read_back (const Shot *shot);
void shoot_shared_read_back (const Shot *shot);
void shoot_open (const Shot *shot);
void shoot_stay (const Shot *shot);
void shoot_consent (const Shot *shot);
void shoot_withdraw (const Shot *shot);
void shoot_override (const Shot *shot);
void shoot_prepare (const Shot *shot);
void shoot_verify (const Shot *shot);
void shoot_help (const Shot *shot);
void shoot_known (const Shot *shot);
void shoot_around (const Shot *shot);
void shoot_sitting (const Shot *shot);
void shoot_lanes (const Shot *shot);
void shoot_acknowledging (const Shot *shot);
void shoot_before_acknowledging (const Shot *shot);

G_END_DECLS
