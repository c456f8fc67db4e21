#pragma once

#include "ui-test.h"
#include "record/eup-signer.h"

G_BEGIN_DECLS

/* A sealed case of today and its record. */
EupCase *ui_record_case (void);
GBytes *ui_record_get (EupCase *kase);
void ui_record_sign (EupCase *kase, EupSigner *signer, const char *place);

/* A file in a folder that is the test's own. */
char *ui_record_path (const char *name);
void ui_record_write (const char *path, GBytes *bytes);

G_END_DECLS
