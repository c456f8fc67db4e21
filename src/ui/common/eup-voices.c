/* How voices, people and the ways of hearing them are named and drawn in the windows. */

#include "ui/common/eup-voices.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "util/eup-text.h"

#define MOST_NAMES 6

typedef struct
{
  const char *id;
  const char *icon;
  const char *words;
} Named;

static const Named presences[] = {
  { "room", NULL, N_ ("In the room") },   { "video", NULL, N_ ("On video") },
  { "phone", NULL, N_ ("On the phone") }, { "later", NULL, N_ ("Comes later") },
  { "absent", NULL, N_ ("Not here") },
};

static const Named hows[] = {
  { "meeting", "eup-speech-symbolic", N_ ("In the meeting") },
  { "sitting", "eup-home-symbolic", N_ ("In a sitting of their own") },
  { "phone", "eup-phone-symbolic", N_ ("By phone") },
  { "video", "eup-video-symbolic", N_ ("By video") },
  { "letter", "eup-letter-symbolic", N_ ("In writing") },
  { "pictures", "eup-pictures-symbolic", N_ ("With pictures") },
  { "interpreter", "eup-speech-symbolic", N_ ("Through an interpreter") },
  { "told", "eup-quote-symbolic", N_ ("Told by someone else") },
  { "observed", "eup-hand-symbolic", N_ ("Seen, not said") },
};

static const char *how_ids[G_N_ELEMENTS (hows) + 1];

static const Named *
find (const Named *table, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (table[i].id, id) == 0)
      return &table[i];
  return NULL;
}

const char *
eup_voice_get_icon (EupVoice voice)
{
  switch ((guint) voice) /* EUP_VOICE_NONE is none of the enumeration's own */
    {
    case EUP_VOICE_RESIDENT:
      return "eup-resident-symbolic";
    case EUP_VOICE_RELATIVES:
      return "eup-relatives-symbolic";
    case EUP_VOICE_STAFF:
      return "eup-staff-symbolic";
    case EUP_N_VOICES:
      return "avatar-default-symbolic";
    case EUP_VOICE_FACILITATOR:
    default:
      return "eup-together-symbolic";
    }
}

const char *
eup_voice_get_title (EupVoice voice)
{
  switch ((guint) voice) /* EUP_VOICE_NONE is none of the enumeration's own */
    {
    case EUP_VOICE_RESIDENT:
      return _ ("The resident");
    case EUP_VOICE_RELATIVES:
      return _ ("Relatives");
    case EUP_VOICE_STAFF:
      return _ ("Staff");
    case EUP_N_VOICES:
      return _ ("Without a voice");
    case EUP_VOICE_FACILITATOR:
    default:
      return _ ("We together");
    }
}

/**
 * eup_voice_mark:
 * @widget: any widget
 * @voice: whose it is
 *
 * Gives the widget, and what stands in it, the colour of the voice; of none the colour of the words.
 */
void
eup_voice_mark (GtkWidget *widget, EupVoice voice)
{
  const char *name = voice < EUP_N_VOICES ? eup_voice_to_id (voice) : "facilitator";

  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (!g_str_equal (eup_voice_to_id ((EupVoice) i), name))
      gtk_widget_remove_css_class (widget, eup_voice_to_id ((EupVoice) i));
  gtk_widget_add_css_class (widget, name);
}

/**
 * eup_names_join:
 * @names: (array zero-terminated=1): some names
 *
 * Returns: (transfer full): "Eva", "Eva and Johan", "Eva, Johan and Maria"; of many how many they are
 */
char *
eup_names_join (const char *const *names)
{
  guint n = g_strv_length ((char **) names);
  g_autofree char *first = NULL;

  if (n == 0)
    return g_strdup ("");
  if (n > MOST_NAMES)
    return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  first = g_strdup (names[0]);
  for (guint i = 1; i < n; i++)
    {
      char *longer;

      if (i + 1 < n)
        /* Translators: names in a row, as in "Eva, Johan" (more follow) */
        longer = g_strdup_printf (_ ("%1$s, %2$s"), first, names[i]);
      else
        /* Translators: the last two of a row of names */
        longer = g_strdup_printf (_ ("%1$s and %2$s"), first, names[i]);
      g_free (first);
      first = longer;
    }
  return g_steal_pointer (&first);
}

static const char *
get_words_without_name (const EupPerson *person)
{
  return eup_person_voice (person) == EUP_VOICE_FACILITATOR ? _ ("Facilitator") : _ ("No name yet");
}

/**
 * eup_person_describe:
 *
 * Returns: (transfer full): the name, and the role where there is one: "Eva, daughter"; the role alone of
 *   whoever has no name yet; of several without names how many they are: "Night staff, 5 people"
 */
char *
eup_person_describe (const EupPerson *person)
{
  gboolean named = person->name != NULL && *person->name != '\0';
  gboolean has_role = person->role != NULL && *person->role != '\0';
  g_autofree char *name = eup_text_isolate (named      ? person->name
                                            : has_role ? person->role
                                                       : get_words_without_name (person));
  g_autofree char *role = eup_text_isolate (named && has_role ? person->role : "");
  guint size = eup_person_get_size (person);
  g_autofree char *people =
      size > 0 ? g_strdup_printf (ngettext ("%u person", "%u people", size), size) : NULL;
  g_autofree char *both = NULL;

  /* Translators: a person's name and role: "Eva, daughter" */
  both = *role != '\0' ? g_strdup_printf (C_ ("name and role", "%1$s, %2$s"), name, role)
                       : g_steal_pointer (&name);
  return people ? g_strdup_printf (C_ ("name and role", "%1$s, %2$s"), both, people)
                : g_steal_pointer (&both);
}

/**
 * eup_person_takes_part:
 *
 * Returns: whether the person is in the room or on a link now
 */
gboolean
eup_person_takes_part (const EupPerson *person)
{
  return g_strcmp0 (person->presence, "absent") != 0 && g_strcmp0 (person->presence, "later") != 0;
}

/**
 * eup_voice_describe_people:
 * @question: the question that is talked about
 *
 * Returns: (transfer full): who speaks with @voice, here or with an answer to @question that they
 *   left: the one with their role, several by name
 */
char *
eup_voice_describe_people (EupVoice voice, const EupAssessment *assessment, const EupQuestion *question)
{
  g_autoptr (GPtrArray) all = eup_assessment_people_of (assessment, voice);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      const EupPerson *person = all->pdata[i];

      if (eup_person_takes_part (person) ||
          eup_assessment_find_statement (assessment, question->id, person->id) != NULL)
        g_ptr_array_add (people, all->pdata[i]);
    }
  if (people->len == 1 && voice != EUP_VOICE_RESIDENT)
    return eup_person_describe (people->pdata[0]);
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (names, eup_rules_name (assessment, people->pdata[i]));
  g_ptr_array_add (names, NULL);
  return eup_names_join ((const char *const *) names->pdata);
}

/**
 * eup_side_get_icon:
 *
 * Returns: (transfer none) (nullable): the symbol of a side; none for an answer that lies on none
 */
const char *
eup_side_get_icon (EupSide side)
{
  switch (side)
    {
    case EUP_SIDE_FOR:
      return "eup-side-for-symbolic";
    case EUP_SIDE_BETWEEN:
      return "eup-side-between-symbolic";
    case EUP_SIDE_AGAINST:
      return "eup-side-against-symbolic";
    case EUP_SIDE_NONE:
    default:
      return NULL;
    }
}

const char *
eup_person_get_presence_words (const EupPerson *person)
{
  const Named *found = find (presences, G_N_ELEMENTS (presences), person->presence);

  return found ? _ (found->words) : "";
}

/**
 * eup_person_own_words_title:
 *
 * Returns: (transfer full): "In Anna's own words"
 */
char *
eup_person_own_words_title (const EupAssessment *assessment, const EupPerson *person)
{
  g_autofree char *name = eup_rules_name (assessment, person);
  gsize length = strlen (name);

  if (eup_person_voice (person) == EUP_VOICE_FACILITATOR)
    return g_strdup (_ ("What we say together"));
  if (eup_person_get_size (person) > 0 || g_strcmp0 (name, person->name) != 0)
    /* Translators: for names that can't take an ending, such as "Eva (daughter)" */
    return g_strdup_printf (C_ ("name takes no ending", "Own words: %s"), name);
  if (length > 0 && strchr ("sSxXzZ", name[length - 1]) != NULL)
    /* Translators: for names that end in s, x or z, where some languages add no s */
    return g_strdup_printf (C_ ("name ends in s", "In %s’ own words"), name);
  return g_strdup_printf (_ ("In %s’s own words"), name);
}

/**
 * eup_hows_get:
 *
 * Returns: (array zero-terminated=1) (transfer none): the ways a statement can be obtained
 */
const char *const *
eup_hows_get (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hows); i++)
    how_ids[i] = hows[i].id;
  return how_ids;
}

const char *
eup_how_get_icon (const char *how)
{
  const Named *found = find (hows, G_N_ELEMENTS (hows), how);

  return found ? found->icon : "eup-speech-symbolic";
}

const char *
eup_how_get_words (const char *how)
{
  const Named *found = find (hows, G_N_ELEMENTS (hows), how);

  return found ? _ (found->words) : _ ("How was it said?");
}
