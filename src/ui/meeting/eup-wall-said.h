#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What people said, on the wall. Only to be called for a question whose answers are shown. */
char *eup_wall_said_fill (GtkWidget *box, EupCase *kase, const EupQuestion *question, EupVoice voice);

/* Where several speak with one voice: where each of them stands, side by side; NULL where they don't differ. */
GtkWidget *eup_wall_sketch_new (EupCase *kase, GPtrArray *statements);

/* What a person is called on the wall: the resident by the alias only */
char *eup_wall_name (const EupAssessment *assessment, const EupPerson *person);
char *eup_wall_say_people (GPtrArray *names, const char *language);
GtkWidget *eup_wall_append_label (GtkWidget *box, const char *words, const char *css_class, float xalign);

G_END_DECLS
