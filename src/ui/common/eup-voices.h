#pragma once

#include <gtk/gtk.h>
#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* How a voice and a person are named and drawn in the windows: always icon, word and colour. */
const char *eup_voice_get_icon (EupVoice voice);
const char *eup_voice_get_title (EupVoice voice);
void eup_voice_mark (GtkWidget *widget, EupVoice voice);

char *eup_names_join (const char *const *names);
char *
eup_voice_describe_people (EupVoice voice, const EupAssessment *assessment, const EupQuestion *question);
gboolean eup_person_takes_part (const EupPerson *person);
char *eup_person_describe (const EupPerson *person);
const char *eup_person_get_presence_words (const EupPerson *person);
char *eup_person_own_words_title (const EupAssessment *assessment, const EupPerson *person);
const char *eup_side_get_icon (EupSide side);

/* How a statement was obtained. */
const char *const *eup_hows_get (void);
const char *eup_how_get_icon (const char *how);
const char *eup_how_get_words (const char *how);

G_END_DECLS
