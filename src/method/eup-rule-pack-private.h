#pragma once

#include "method/eup-definition-private.h"
#include "method/eup-rule-pack.h"

G_BEGIN_DECLS

/* What the files of EupRulePack share; nobody else includes this. */

#define EUP_N_FOLLOW_UPS 4 /* one a level */

struct _EupRulePack
{
  gatomicrefcount references_held;
  char *id;
  char *version;
  char *digest;
  char *country;
  EupText *title;
  char **languages;
  GPtrArray *references;
  GPtrArray *consents;
  GPtrArray *roads;
  EupFollowUpLimit follow_up[EUP_N_FOLLOW_UPS];
  int urgent_days;
  int start_check_days;
  int withdrawal_days;
  EupRetentionRule retention;
  GHashTable *amendments; /* kind → char ** of ids of references */
  EupText *impact_assessment;
  char **impact_assessment_references;
  EupPersonalNumber personal_number;
  char *pdf_profile;
};

void eup_rule_pack_read (EupRulePack *self, EupDefinition *definition, JsonObject *root);

const char *eup_rule_pack_shipped_file (const char *wanted);

void eup_reference_free (gpointer data);
void eup_required_consent_free (gpointer data);
void eup_road_free (gpointer data);

G_END_DECLS
