#pragma once

#include "ui/meeting/eup-words.h"
#include "ui/sitting/eup-signs-bar.h"
#include "ui/sitting/eup-sitting-targets.h"
#include "ui/sitting/eup-sitting-view.h"
#include "ui/sitting/eup-sitting-words.h"

G_BEGIN_DECLS

struct _EupSittingView
{
  GtkWidget parent_instance;

  EupSittingTalk *talk;
  gboolean filling;
  char *shown;        /* what the answers are made for; NULL for nothing yet */
  GtkWidget *targets; /* (nullable): in words only */

  GtkCssProvider *sizes;
  char *css_class; /* of this view alone, for its measures */
  double unit, letter;
  gboolean upright;
  gboolean large_letters;
  guint resizing; /* tick callback, 0 for none */

  GtkStack *stack;
  GtkLabel *topic;
  GtkBox *dots;
  GtkLabel *stop_label;
  GtkWidget *stop;
  GtkScrolledWindow *scroller;
  GtkLabel *question;
  AdwBin *answers;
  EupWords *words;
  GtkStack *foot;
  GtkBox *above;
  GtkCenterBox *bar;
  GtkWidget *helper;
  GtkEntry *said;
  EupSignsBar *signs;
  GtkBox *non_answers;
  GtkWidget *back;
  GtkWidget *next;
  GtkLabel *next_label;
  GtkBox *offer;
  GtkLabel *offer_words;
  GtkButton *offer_stop;
  GtkButton *offer_go_on;
  GtkLabel *thanks;
  GtkLabel *kept;
  GtkButton *go_on;
  GtkButton *close;
};

/* eup-sitting-view-fill.c: from the sitting to the widgets */
void eup_sitting_view_refresh (EupSittingView *self);
void eup_sitting_view_focus (EupSittingView *self);

/* eup-sitting-view-sizes.c: how large everything is */
void eup_sitting_view_sizes_init (EupSittingView *self);
void eup_sitting_view_sizes_clear (EupSittingView *self);
void eup_sitting_view_resize (EupSittingView *self);

G_END_DECLS
