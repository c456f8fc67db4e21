/* What the wall is to show, set by the meeting page and read by the shared window. */

#include "ui/meeting/eup-shared-state.h"

struct _EupSharedState
{
  GObject parent_instance;
  EupView view;
  const EupQuestion *question; /* belongs to the method, which lives as long as the case */
  const EupStage *stage;       /* the same */
  EupReadBack *read_back;      /* (nullable) */
  int turn;
  gboolean blank;
  gboolean one_screen;
  double zoom;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupSharedState, eup_shared_state, G_TYPE_OBJECT)

static void
eup_shared_state_dispose (GObject *object)
{
  g_clear_object (&EUP_SHARED_STATE (object)->read_back);
  G_OBJECT_CLASS (eup_shared_state_parent_class)->dispose (object);
}

static void
eup_shared_state_class_init (EupSharedStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_shared_state_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
eup_shared_state_init (EupSharedState *self)
{
  self->view = EUP_VIEW_DECIDE;
  self->turn = EUP_NO_VOICE;
  self->zoom = 1;
}

/**
 * eup_view_works_alone:
 *
 * Returns: whether all that is to be done at @view can be done on the wall; else one screen shows the
 *   facilitator's window meanwhile
 */
gboolean
eup_view_works_alone (EupView view)
{
  switch (view)
    {
    case EUP_VIEW_WEIGH:
    case EUP_VIEW_DECIDE:
    case EUP_VIEW_PAUSE:
      return FALSE;
    case EUP_VIEW_QUESTION:
    case EUP_VIEW_DIFFERENCES:
    case EUP_VIEW_READ_BACK:
    default:
      return TRUE;
    }
}

EupSharedState *
eup_shared_state_new (void)
{
  return g_object_new (EUP_TYPE_SHARED_STATE, NULL);
}

EupView
eup_shared_state_get_view (EupSharedState *self)
{
  return self->view;
}

/**
 * eup_shared_state_get_question:
 *
 * Returns: (transfer none) (nullable): the question of %EUP_VIEW_QUESTION
 */
const EupQuestion *
eup_shared_state_get_question (EupSharedState *self)
{
  return self->question;
}

static void
show (EupSharedState *self, EupView view, const EupQuestion *question, const EupStage *stage)
{
  if (self->view == view && self->question == question && self->stage == stage)
    return;
  self->view = view;
  self->question = question;
  self->stage = stage;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * eup_shared_state_show:
 * @question: (nullable): of %EUP_VIEW_QUESTION
 */
void
eup_shared_state_show (EupSharedState *self, EupView view, const EupQuestion *question)
{
  show (self, view, question, NULL);
}

/**
 * eup_shared_state_get_stage:
 *
 * Returns: (transfer none) (nullable): the stage of %EUP_VIEW_DIFFERENCES
 */
const EupStage *
eup_shared_state_get_stage (EupSharedState *self)
{
  return self->stage;
}

void
eup_shared_state_show_differences (EupSharedState *self, const EupStage *stage)
{
  show (self, EUP_VIEW_DIFFERENCES, NULL, stage);
}

/**
 * eup_shared_state_get_read_back:
 *
 * Returns: (transfer none) (nullable): the reading back that %EUP_VIEW_READ_BACK follows
 */
EupReadBack *
eup_shared_state_get_read_back (EupSharedState *self)
{
  return self->read_back;
}

/**
 * eup_shared_state_set_read_back:
 * @read_back: (transfer none): the reading back; set once, before it is shown
 */
void
eup_shared_state_set_read_back (EupSharedState *self, EupReadBack *read_back)
{
  g_set_object (&self->read_back, read_back);
}

/**
 * eup_shared_state_get_turn:
 *
 * Returns: the voice that has the word, or %EUP_NO_VOICE
 */
int
eup_shared_state_get_turn (EupSharedState *self)
{
  return self->turn;
}

void
eup_shared_state_set_turn (EupSharedState *self, int voice)
{
  if (self->turn == voice)
    return;
  self->turn = voice;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
eup_shared_state_get_blank (EupSharedState *self)
{
  return self->blank;
}

void
eup_shared_state_set_blank (EupSharedState *self, gboolean blank)
{
  if (self->blank == blank)
    return;
  self->blank = blank;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
eup_shared_state_get_one_screen (EupSharedState *self)
{
  return self->one_screen;
}

/**
 * eup_shared_state_set_one_screen:
 * @one_screen: whether the meeting works with the wall alone, for want of a second screen
 */
void
eup_shared_state_set_one_screen (EupSharedState *self, gboolean one_screen)
{
  if (self->one_screen == one_screen)
    return;
  self->one_screen = one_screen;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * eup_shared_state_get_zoom:
 *
 * Returns: how much larger the wall is drawn than its window's size alone would make it
 */
double
eup_shared_state_get_zoom (EupSharedState *self)
{
  return self->zoom;
}

/**
 * eup_shared_state_set_zoom:
 * @zoom: kept between half and twice the size
 */
void
eup_shared_state_set_zoom (EupSharedState *self, double zoom)
{
  zoom = CLAMP (zoom, 0.5, 2);
  if (ABS (self->zoom - zoom) < 0.01)
    return;
  self->zoom = zoom;
  g_signal_emit (self, signals[CHANGED], 0);
}
