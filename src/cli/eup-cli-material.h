#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* What a record is made of. The functions tell the person what is wrong. */
typedef struct
{
  EupAssessment *assessment;
  EupModel *model;
} EupCliMaterial;

gboolean
eup_cli_material_load (EupCliMaterial *material, const char *path, const char *rules, char **additions);
gboolean eup_cli_material_seal (const EupCliMaterial *material, const char *path, const char *now);
gboolean eup_cli_material_may_be_signed (const EupCliMaterial *material, const char *path);
void eup_cli_material_clear (EupCliMaterial *material);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupCliMaterial, eup_cli_material_clear)

G_END_DECLS
