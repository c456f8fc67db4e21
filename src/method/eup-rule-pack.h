#pragma once

#include "method/eup-expression.h"
#include "util/eup-problems.h"
#include "util/eup-text.h"

G_BEGIN_DECLS

/* What the law and practice of one country ask for: immutable, shared by reference. The structs
 * below belong to the pack. docs/rule-packs.md explains them. */
typedef struct _EupRulePack EupRulePack;

typedef struct
{
  char *id;
  EupText *citation;
  EupText *title;
  EupText *says;
  char *source;
  char *read;      /* when: a year, a month or a day */
  gboolean verify; /* a lawyer must look before anybody relies on it */
} EupReference;

typedef struct
{
  char *consent;       /* of the method */
  EupExpression *when; /* (nullable): always */
  char **references;
} EupRequiredConsent;

typedef struct
{
  int first_days;
  int then_days;
} EupFollowUpLimit;

typedef struct
{
  char *id;
  EupText *title;
  EupText *meaning;
  gboolean appealable;
  EupText *appeal;   /* (nullable) */
  char **provisions; /* ids of references */
  char **references;
} EupRoad;

typedef struct
{
  int years;
  int *keep_birth_days; /* ends with 0 */
  EupText *note;        /* (nullable) */
  char **references;
} EupRetentionRule;

/* What the record promises to an archive: as a rule the first. */
#define EUP_PDF_PROFILE "PDF/A-2a"
#define EUP_PDF_PROFILE_UNICODE "PDF/A-2u"
#define EUP_PDF_PROFILE_TWIN "PDF/A-3a" /* the twin stands inside the record, not beside it */

typedef enum
{
  EUP_PERSONAL_NUMBER_NONE,
  EUP_PERSONAL_NUMBER_SWEDISH,
  EUP_PERSONAL_NUMBER_CHINESE,
} EupPersonalNumber;

EupRulePack *eup_rule_pack_new_from_node (JsonNode *node, GBytes *bytes, EupProblems *problems);
EupRulePack *eup_rule_pack_load (const char *path, EupProblems **problems, GError **error);
GPtrArray *eup_rule_packs_new_shipped (void);
EupRulePack *eup_rule_pack_ref (EupRulePack *self);
void eup_rule_pack_unref (EupRulePack *self);

const char *eup_rule_pack_get_id (const EupRulePack *self);
const char *eup_rule_pack_get_version (const EupRulePack *self);
const char *eup_rule_pack_get_digest (const EupRulePack *self);
const char *eup_rule_pack_get_country (const EupRulePack *self);
const EupText *eup_rule_pack_get_title (const EupRulePack *self);
GPtrArray *eup_rule_pack_get_references (const EupRulePack *self);
GPtrArray *eup_rule_pack_get_consents (const EupRulePack *self);
GPtrArray *eup_rule_pack_get_roads (const EupRulePack *self);
const EupFollowUpLimit *eup_rule_pack_get_follow_up (const EupRulePack *self, int level);
int eup_rule_pack_get_urgent_days (const EupRulePack *self);
int eup_rule_pack_get_start_check_days (const EupRulePack *self);
int eup_rule_pack_get_withdrawal_days (const EupRulePack *self);
const EupRetentionRule *eup_rule_pack_get_retention (const EupRulePack *self);
const EupText *eup_rule_pack_get_impact_assessment (const EupRulePack *self);
const char *const *eup_rule_pack_get_impact_assessment_references (const EupRulePack *self);
const char *const *eup_rule_pack_get_amendment_references (const EupRulePack *self, const char *kind);
EupPersonalNumber eup_rule_pack_get_personal_number (const EupRulePack *self);
const char *eup_rule_pack_get_pdf_profile (const EupRulePack *self);
const EupReference *eup_rule_pack_find_reference (const EupRulePack *self, const char *id);
const EupRoad *eup_rule_pack_find_road (const EupRulePack *self, const char *id);
gboolean eup_rule_pack_must_verify (const EupRulePack *self, const char *const *references);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupRulePack, eup_rule_pack_unref)

G_END_DECLS
