#pragma once

#include <adwaita.h>
#include "ui/meeting/eup-read-back.h"

G_BEGIN_DECLS

/* Who hears their own words, and how far that has come; a row leads to the person's sentences. */
#define EUP_TYPE_READ_BACK_PEOPLE (eup_read_back_people_get_type ())
G_DECLARE_FINAL_TYPE (EupReadBackPeople, eup_read_back_people, EUP, READ_BACK_PEOPLE, AdwPreferencesGroup)

GtkWidget *eup_read_back_people_new (EupReadBack *read_back);
char *eup_read_back_say_not_heard (EupCase *kase);

G_END_DECLS
