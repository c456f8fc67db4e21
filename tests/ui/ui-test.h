#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

/* What tests of windows share: a started toolkit with our looks, a case in a store of its own, and
 * ways of looking at a tree of widgets. */
void ui_test_init (int *argc, char ***argv);
int ui_test_run (void);

EupCase *ui_test_case (const char *name);
void ui_test_keep (EupCase *kase);
void ui_test_forget (EupCase *kase, const char *question);
void
ui_test_say (EupCase *kase, const char *question, const char *person, const char *option, const char *words);
char *ui_test_sit (EupCase *kase, const char *topic);
const EupQuestion *ui_test_question (EupCase *kase, const char *id);

GtkWindow *ui_test_present (GtkWidget *child, int width, int height);
void ui_test_settle (void);

/* Lets the main loop work until @condition holds; fails the test where it is called when it never does. */
typedef gboolean (*UiTestCondition) (gpointer data);
#define ui_test_wait(condition, data)                                                                        \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    if (!ui_test_holds_soon (condition, data))                                                               \
      g_assertion_message_expr (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC, #condition);                    \
  }                                                                                                          \
  G_STMT_END
gboolean ui_test_holds_soon (UiTestCondition condition, gpointer data);
void ui_test_answered_cb (GObject *source, GAsyncResult *result, gpointer data);
void ui_test_wait_for_answer (GAsyncResult **result);
EupWorkspace *ui_test_workspace (EupClock *clock);

/* Whether any widget under @root, seen or not, holds @text: labels, fields, tooltips, accessible names. */
gboolean ui_test_holds (GtkWidget *root, const char *text);
char *ui_test_texts (GtkWidget *root);
GtkWidget *ui_test_find_any (GtkWidget *root, GType type);
GtkWidget *ui_test_find (GtkWidget *root, GType type, const char *label);

/* Does what @action says, in full (“meeting.go-to::q16”), and lets it have its effect. */
void ui_test_act (GtkWidget *widget, const char *action);

/* The row with just that title, seen or not; NULL where there is none. */
GtkWidget *ui_test_row (GtkWidget *root, const char *title);

/* Presses the first button that is seen and holds @label, or chooses the radio or check before a row. */
void ui_test_press (GtkWidget *root, const char *label);
void ui_test_choose (GtkWidget *root, const char *title);

/* Changes the decision or the card as @change says. */
typedef void (*UiTestDecide) (EupDecision *decision);
typedef void (*UiTestEditCard) (EupCard *card);
void ui_test_decide (EupCase *kase, UiTestDecide change);
void ui_test_edit_card (EupCase *kase, UiTestEditCard change);

G_END_DECLS
