/* A whole case, and a short way of saying what is changed in it. */

#include "eup-whole.h"

#include <string.h>

static const char *const whole[] = {
  "card id=case-1 | card number=2026-1 | card alias=Anna | card technology=gps-alarm",
  "card functions=position-on-press,talk | card language=sv | card meeting=2026-11-26T13:30:00+01:00",
  "card purpose=Anna ska kunna gå till sjön | card impactAssessment=Dnr 2026/17 | card occasion=first",
  "card personalNumber=19420314-0000",
  "person anna name=Anna | person anna voice=resident | person anna presence=room",
  "person per name=Per | person per voice=relatives | person per presence=room",
  "person maria name=Maria | person maria voice=staff | person maria presence=room",
  "person karin name=Karin Lund | person karin voice=staff | person karin presence=later",
  "person karin decides=true | person karin interest=none",
  "person lena name=Lena | person lena voice=facilitator | person lena presence=room",
  "statement q2-anna ticks=resident-wish",
  "statement q10-anna stances.answer=yes | statement q10-anna words=Ja, gärna",
  "statement q20-anna stances.answer=good | statement q20-per stances.answer=same",
  "statement q20-maria stances.answer=same",
  "statement q21-anna stances.answer=none | statement q21-per stances.answer=none",
  "statement q21-lena fields.cost=0",
  "statement q23-maria stances.answer=same | statement q23-maria fields.control=never",
  "statement q25-lena fields.viewers=Nattpersonalen | statement q25-lena fields.keep-days=7",
  "statement q26-lena fields.reviewer=Karin Lund | statement q26-lena fields.reader=Maria",
  "statement q27-maria fields.backup=Vi går dit | statement q27-maria fields.charging=Nattpersonalen",
  "statement q27-maria fields.turn-out=Nattpersonalen",
  "statement q28-anna stances.answer=for",
  "weight q15 weight=no-concern | weight q16 weight=no-concern | weight q17 weight=no-concern",
  "weight q18 weight=no-concern | weight q19 weight=no-concern | weight q20 weight=no-concern",
  "consent c1-anna answer=yes | consent c2-anna answer=yes | consent c4-anna answer=yes",
  "consent c4-anna about=per",
  "alternative alarm title=Larmet | alternative alarm reason=Hon vill själv",
  "alternative company title=Sällskap | alternative company reason=Inte varje dag",
  "alternative company withoutTechnology=true",
  "dissent anna answer=none | dissent per answer=differs | dissent maria answer=none | dissent karin "
  "answer=none",
  "decision outcome=introduce | decision because=Anna vill ut | decision therefore=får hon larmet",
  "decision followUpDate=2026-12-20 | decision followUpOwner=Maria",
  "decision decider=Karin Lund | decision delegation=4.12",
};

EupModel *
eup_whole_model (const char *country)
{
  EupModel *model = eup_model_new_shipped (country);

  g_assert_nonnull (model);
  return model;
}

EupAssessment *
eup_whole_case (const EupModel *model)
{
  EupAssessment *assessment = eup_assessment_new ();
  const EupRoad *road = eup_rule_pack_get_roads (model->rules)->pdata[0];

  g_set_str (&assessment->method->id, eup_method_get_id (model->method));
  g_set_str (&assessment->method->version, eup_method_get_version (model->method));
  g_set_str (&assessment->rules->id, eup_rule_pack_get_id (model->rules));
  g_set_str (&assessment->rules->version, eup_rule_pack_get_version (model->rules));
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    eup_edit (assessment, whole[i]);
  g_set_str (&assessment->decision->road, road->id);
  g_set_str (&assessment->decision->provision, road->provisions[0]);
  return assessment;
}

/* "q10-anna" is what anna says to q10, "c2-anna" what she answers to c2, and "c4-anna" too. */
static void
name_new_part (EupPartKind kind, gpointer part, const char *id)
{
  g_autofree char *first = g_strdup (id);
  char *dash = strrchr (first, '-');

  if (dash != NULL)
    *dash++ = '\0';
  if (kind == EUP_PART_STATEMENT)
    {
      g_set_str (&((EupStatement *) part)->question, first);
      g_set_str (&((EupStatement *) part)->person, dash);
    }
  else if (kind == EUP_PART_CONSENT)
    {
      g_set_str (&((EupConsent *) part)->consent, first);
      g_set_str (&((EupConsent *) part)->person, dash);
    }
}

static const EupField *
find_field (const EupShape *shape, const char *name)
{
  for (guint i = 0; i < shape->n_fields; i++)
    if (g_str_equal (shape->fields[i].name, name))
      return &shape->fields[i];
  g_error ("no field is called %s", name);
}

static void
set_field (const EupShape *shape, gpointer part, const char *name, const char *value)
{
  g_auto (GStrv) names = g_strsplit (name, ".", 2);
  const EupField *field = find_field (shape, names[0]);
  gpointer place = (char *) part + field->offset;

  switch (field->kind)
    {
    case EUP_FIELD_STRING:
      g_set_str ((char **) place, *value ? value : NULL);
      break;
    case EUP_FIELD_BOOLEAN:
      *(gboolean *) place = g_str_equal (value, "true");
      break;
    case EUP_FIELD_STRV:
      g_strfreev (*(char ***) place);
      *(char ***) place = g_strsplit (value, ",", -1);
      break;
    case EUP_FIELD_MAP:
      if (*value)
        g_hash_table_insert (*(GHashTable **) place, g_strdup (names[1]), g_strdup (value));
      else
        g_hash_table_remove (*(GHashTable **) place, names[1]);
      break;
    case EUP_FIELD_LIST:
    case EUP_FIELD_OBJECT:
    default:
      g_error ("%s can't be edited", name);
    }
}

static gpointer
find_or_make (EupAssessment *assessment, EupPartKind kind, const char *id)
{
  gpointer part = eup_assessment_find (assessment, kind, id);

  if (part != NULL)
    return part;
  part = eup_shape_new (eup_part_shape (kind));
  set_field (eup_part_shape (kind), part, "id", id);
  name_new_part (kind, part, id);
  eup_assessment_put (assessment, kind, part);
  return part;
}

static void
edit (EupAssessment *assessment, const char *text)
{
  gboolean remove = *text == '-';
  gboolean alone = g_str_has_prefix (text, "card ") || g_str_has_prefix (text, "decision ");
  g_auto (GStrv) words = g_strsplit (text + remove, " ", alone ? 2 : 3);
  const char *id = alone ? NULL : words[1];
  char *change = words[alone ? 1 : 2];
  EupPartKind kind;

  if (!eup_part_kind_from_name (words[0], &kind))
    g_error ("no part is called %s", words[0]);
  if (remove)
    {
      g_assert_true (eup_assessment_remove (assessment, kind, id));
      return;
    }
  g_assert_nonnull (change);
  g_assert_nonnull (strchr (change, '='));
  *strchr (change, '=') = '\0';
  set_field (eup_part_shape (kind), find_or_make (assessment, kind, id), change,
             change + strlen (change) + 1);
}

void
eup_edit (EupAssessment *assessment, const char *edits)
{
  g_auto (GStrv) parts = g_strsplit (edits ? edits : "", " | ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    edit (assessment, parts[i]);
}
