#pragma once

#include "ui-test.h"
#include "ui/meeting/eup-lane.h"

G_BEGIN_DECLS

/* What the tests of a lane share: a case in which nobody has answered question 16, and one lane shown. */
typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  EupLane *lane;
} LaneTest;

void lane_test_set_up (LaneTest *self, gconstpointer data);
void lane_test_tear_down (LaneTest *self, gconstpointer data);

void lane_test_show (LaneTest *self, EupVoice voice, const char *question, gboolean has_word);
const EupStatement *lane_test_said (LaneTest *self, const char *question, const char *person);

G_END_DECLS
