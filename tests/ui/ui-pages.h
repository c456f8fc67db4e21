#pragma once

#include "ui-test.h"

G_BEGIN_DECLS

/* Every page and dialog of the program, one after the other: for what must hold of all of them. */
typedef struct
{
  const char *name;
  GtkWindow *window; /* what is looked at */
  gboolean wall;     /* it is the shared view */
  gboolean wide;     /* it stands on a screen of 1920 × 1080 */
} UiPage;

typedef void (*UiPageFunc) (const UiPage *page, gpointer data);
void ui_pages_visit (UiPageFunc look, gpointer data);

/* Calls @look for each widget under @root that is seen and can be reached. */
typedef void (*UiWidgetFunc) (GtkWidget *widget, const UiPage *page, gpointer data);
void ui_pages_walk (GtkWidget *root, const UiPage *page, UiWidgetFunc look, gpointer data);

/* Faults are gathered, so that one run shows all of them. */
void ui_pages_begin (const char *about);
void ui_pages_complain (const UiPage *page, GtkWidget *widget, const char *format, ...) G_GNUC_PRINTF (3, 4);
void ui_pages_judge (const char *about);

G_END_DECLS
