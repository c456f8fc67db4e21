/* Acknowledgements: that each has what its answer needs, and that its strokes are strokes. */

#include "assessment/eup-acknowledge.h"
#include "assessment/eup-check-private.h"

static char *
place_of (guint i, const char *member)
{
  return g_strdup_printf ("$.acknowledgements[%u].%s", i, member);
}

static void
check_drawing (EupCheck *check, const EupAcknowledgement *acknowledgement, guint i)
{
  g_autofree char *list = place_of (i, "drawing");
  g_autofree char *problem = NULL;
  g_autofree char *place = NULL;
  guint wrong;
  EupDrawing *drawing = eup_drawing_read ((const char *const *) acknowledgement->drawing, &wrong, &problem);

  g_clear_pointer (&drawing, eup_drawing_free);
  if (problem == NULL)
    return;
  place = eup_json_path_element (list, wrong);
  EUP_WRONG (check, place, "%s", problem);
}

/* Whether the person is somebody who can acknowledge: one person, by name, with a voice. */
static const EupPerson *
check_who (EupCheck *check, const EupAcknowledgement *acknowledgement, guint i)
{
  const EupPerson *person = eup_assessment_find_person (check->assessment, acknowledgement->id);
  g_autofree char *place = place_of (i, "id");

  if (!eup_check_person (check, "acknowledgements", i, "id", acknowledgement->id))
    return NULL;
  if (eup_person_get_size (person) > 1)
    EUP_WRONG (check, place, "“%s” stands for several people, expected one", person->id);
  else if (eup_person_voice (person) == EUP_VOICE_NONE)
    EUP_WRONG (check, place, "“%s” has no voice, expected somebody who has", person->id);
  return person;
}

void
eup_check_acknowledgements (EupCheck *check)
{
  GPtrArray *acknowledgements = check->assessment->acknowledgements;

  for (guint i = 0; i < acknowledgements->len; i++)
    {
      const EupAcknowledgement *acknowledgement = acknowledgements->pdata[i];
      const EupPerson *person = check_who (check, acknowledgement, i);
      const char *member = NULL;
      g_autofree char *problem =
          eup_acknowledgement_problem (acknowledgement, person ? person->name : NULL, &member);
      g_autofree char *place = problem ? place_of (i, member) : NULL;

      if (problem != NULL)
        EUP_WRONG (check, place, "%s", problem);
      else
        check_drawing (check, acknowledgement, i);
    }
}
