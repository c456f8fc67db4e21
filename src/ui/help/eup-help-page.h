#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwNavigationPage *eup_help_page_new (const char *name);
void eup_help_page_show_section (AdwNavigationPage *page, const char *section);

G_END_DECLS
