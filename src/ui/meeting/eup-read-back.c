/* Slowly, a page at a time, the resident first. Who is not here is passed over; a page that is answered
 * gives way to the next. */

#include "ui/meeting/eup-read-back.h"

#include "ui/meeting/eup-read-back-pages.h"

struct _EupReadBack
{
  GObject parent_instance;

  EupCase *kase;
  GSimpleActionGroup *actions;
  char *person; /* (nullable): the end */
  guint page;
  char *chosen; /* (nullable): the statement that is pointed at */
  EupAsked asked;
  char *draft;
};

enum
{
  CHANGED,
  NOTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupReadBack, eup_read_back, G_TYPE_OBJECT)

static GPtrArray *
list_all (EupReadBack *self)
{
  return eup_rules_own_words (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
}

/* (nullable): what is read to the person now; of @all */
static const EupOwnWords *
find (GPtrArray *all, const char *person, guint *index)
{
  for (guint i = 0; person != NULL && i < all->len; i++)
    if (g_strcmp0 (((EupOwnWords *) all->pdata[i])->person->id, person) == 0)
      {
        if (index != NULL)
          *index = i;
        return all->pdata[i];
      }
  return NULL;
}

static void
emit_changed (EupReadBack *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
point_at (EupReadBack *self, const char *statement)
{
  if (g_set_str (&self->chosen, statement))
    g_clear_pointer (&self->draft, g_free);
}

static void
turn_to (EupReadBack *self, const char *person, guint page)
{
  g_set_str (&self->person, person);
  self->page = page;
  self->asked = EUP_ASKED_NOTHING;
  point_at (self, NULL);
  emit_changed (self);
}

/* The person @by before or after @index who is here and has something to hear; the end where there is none. */
static void
turn_to_neighbour (EupReadBack *self, GPtrArray *all, guint index, int by)
{
  for (guint i = index + (guint) by; i < all->len; i += (guint) by)
    {
      const EupOwnWords *own = all->pdata[i];

      if (own->here && own->statements->len > 0)
        {
          turn_to (self, own->person->id, by > 0 ? 0 : eup_read_back_count_pages (own->statements) - 1);
          return;
        }
    }
  if (by > 0)
    turn_to (self, NULL, 0);
}

static void
step (EupReadBack *self, int by)
{
  g_autoptr (GPtrArray) all = list_all (self);
  guint index = all->len; /* from the end it goes back to the last */
  const EupOwnWords *own = find (all, self->person, &index);

  if (own != NULL && by < 0 && self->page > 0)
    turn_to (self, self->person, self->page - 1);
  else if (own != NULL && by > 0 && self->page + 1 < eup_read_back_count_pages (own->statements))
    turn_to (self, self->person, self->page + 1);
  else
    turn_to_neighbour (self, all, index, by);
}

/* Whether something has been said of each sentence of the page. */
static gboolean
page_is_answered (EupReadBack *self)
{
  g_autoptr (GPtrArray) page = eup_read_back_get_page (self);

  for (guint i = 0; i < page->len; i++)
    if (eup_rules_confirmation (eup_case_get_assessment (self->kase), page->pdata[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether @answer is meant for it: the sentence that is pointed at, else what is left of the page. What was
 * said of one of several sentences as they were read back is not said otherwise by a word to the page. */
static gboolean
is_meant (EupReadBack *self, GPtrArray *page, const EupStatement *statement)
{
  const EupConfirmation *said = eup_rules_confirmation (eup_case_get_assessment (self->kase), statement);

  if (self->chosen != NULL)
    return g_strcmp0 (statement->id, self->chosen) == 0;
  return page->len == 1 || said == NULL || g_strcmp0 (said->occasion, "read-back") != 0;
}

/* Notes @answer for what it is meant for, and goes on when the page is done. */
static void
note (EupReadBack *self, const char *answer, const char *words)
{
  g_autoptr (GPtrArray) page = eup_read_back_get_page (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < page->len; i++)
    {
      const EupStatement *statement = page->pdata[i];

      if (is_meant (self, page, statement))
        g_ptr_array_add (ids, statement->id);
    }
  if (ids->len == 0 && page->len > 0) /* heard once more */
    step (self, 1);
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  if (!eup_case_read_back (self->kase, (const char *const *) ids->pdata, answer, words, &error))
    {
      g_warning ("What was said of a sentence can't be noted: %s", error->message);
      return;
    }
  g_signal_emit (self, signals[NOTED], 0, answer);
  if (page_is_answered (self))
    step (self, 1);
  else
    turn_to (self, self->person, self->page);
}

/* A yes is written down at once; the other two first ask which sentence, then for the words. */
static void
answer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupReadBack *self = data;
  const char *answer = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) page = eup_read_back_get_page (self);

  if (page->len == 0 || eup_case_is_sealed (self->kase))
    return;
  if (g_str_equal (answer, "yes"))
    {
      note (self, answer, NULL);
      return;
    }
  self->asked = g_str_equal (answer, "changed") ? EUP_ASKED_CHANGE : EUP_ASKED_OBJECTION;
  if (page->len == 1)
    point_at (self, ((EupStatement *) page->pdata[0])->id);
  emit_changed (self);
}

/* Pointing twice lets go, but not of the sentence whose words are being written. */
static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupReadBack *self = data;
  const char *statement = g_variant_get_string (parameter, NULL);
  gboolean again = g_strcmp0 (statement, self->chosen) == 0;

  point_at (self, again && self->asked == EUP_ASKED_NOTHING ? NULL : statement);
  emit_changed (self);
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, g_variant_get_int32 (parameter));
}

static void
person_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  turn_to (data, g_variant_get_string (parameter, NULL), 0);
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupReadBack *self = data;

  turn_to (self, self->person, self->page);
}

static const GActionEntry entries[] = {
  { .name = "answer", .activate = answer_cb, .parameter_type = "s" },
  { .name = "choose", .activate = choose_cb, .parameter_type = "s" },
  { .name = "step", .activate = step_cb, .parameter_type = "i" },
  { .name = "person", .activate = person_cb, .parameter_type = "s" },
  { .name = "cancel", .activate = cancel_cb },
};

/* Sentences may come and go while they are read; what is pointed at may go with them. */
static void
look_again (EupReadBack *self)
{
  g_autoptr (GPtrArray) all = list_all (self);
  const EupOwnWords *own = find (all, self->person, NULL);
  guint n_pages = own != NULL ? eup_read_back_count_pages (own->statements) : 0;

  if (n_pages == 0)
    g_clear_pointer (&self->person, g_free);
  self->page = MIN (self->page, MAX (n_pages, 1) - 1);
  if (eup_read_back_get_chosen (self) == NULL)
    {
      point_at (self, NULL);
      if (self->person == NULL)
        self->asked = EUP_ASKED_NOTHING;
    }
}

static void
case_changed_cb (EupReadBack *self)
{
  if (self->person != NULL)
    look_again (self);
  emit_changed (self);
}

static void
eup_read_back_dispose (GObject *object)
{
  EupReadBack *self = EUP_READ_BACK (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_read_back_parent_class)->dispose (object);
}

static void
eup_read_back_finalize (GObject *object)
{
  EupReadBack *self = EUP_READ_BACK (object);

  g_free (self->person);
  g_free (self->chosen);
  g_free (self->draft);
  G_OBJECT_CLASS (eup_read_back_parent_class)->finalize (object);
}

static void
eup_read_back_class_init (EupReadBackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_read_back_dispose;
  G_OBJECT_CLASS (klass)->finalize = eup_read_back_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[NOTED] = g_signal_new ("noted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
eup_read_back_init (EupReadBack *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

EupReadBack *
eup_read_back_new (EupCase *kase)
{
  EupReadBack *self = g_object_new (EUP_TYPE_READ_BACK, NULL);

  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

EupCase *
eup_read_back_get_case (EupReadBack *self)
{
  return self->kase;
}

GActionGroup *
eup_read_back_get_actions (EupReadBack *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * eup_read_back_begin:
 *
 * Goes to the first who is here and has not heard all; where it was begun already it stays.
 */
void
eup_read_back_begin (EupReadBack *self)
{
  g_autoptr (GPtrArray) all = list_all (self);

  if (find (all, self->person, NULL) != NULL)
    return;
  for (guint i = 0; i < all->len; i++)
    {
      const EupOwnWords *own = all->pdata[i];

      if (own->here && own->n_heard < own->statements->len)
        {
          turn_to (self, own->person->id, 0);
          return;
        }
    }
  turn_to (self, NULL, 0);
}

/**
 * eup_read_back_get_person:
 *
 * Returns: (transfer none) (nullable): whose sentences are read; %NULL at the end
 */
const EupPerson *
eup_read_back_get_person (EupReadBack *self)
{
  return self->person ? eup_assessment_find_person (eup_case_get_assessment (self->kase), self->person)
                      : NULL;
}

/**
 * eup_read_back_get_page:
 *
 * Returns: (transfer container) (element-type EupStatement): the sentences that are shown; empty at the end
 */
GPtrArray *
eup_read_back_get_page (EupReadBack *self)
{
  g_autoptr (GPtrArray) all = list_all (self);
  const EupOwnWords *own = find (all, self->person, NULL);

  return own != NULL ? eup_read_back_cut_page (own->statements, self->page, NULL) : g_ptr_array_new ();
}

/**
 * eup_read_back_get_numbers:
 * @page: (out): from 1
 * @n_pages: (out): of this person
 * @first: (out): the number of the first sentence on the page, from 1
 */
void
eup_read_back_get_numbers (EupReadBack *self, guint *page, guint *n_pages, guint *first)
{
  g_autoptr (GPtrArray) all = list_all (self);
  const EupOwnWords *own = find (all, self->person, NULL);
  g_autoptr (GPtrArray) cut = NULL;

  *page = self->page + 1;
  *n_pages = own != NULL ? eup_read_back_count_pages (own->statements) : 0;
  *first = 1;
  if (own != NULL)
    cut = eup_read_back_cut_page (own->statements, self->page, first);
}

/**
 * eup_read_back_get_passed_over:
 *
 * Returns: (transfer container) (element-type EupPerson): who comes just before the one who is read to now,
 *   or before the end, but is not here and has not heard their words
 */
GPtrArray *
eup_read_back_get_passed_over (EupReadBack *self)
{
  g_autoptr (GPtrArray) all = list_all (self);
  GPtrArray *people = g_ptr_array_new ();
  guint index = all->len;

  find (all, self->person, &index);
  for (; index > 0; index--)
    {
      const EupOwnWords *own = all->pdata[index - 1];

      if (own->here && self->person != NULL)
        break;
      if (!own->here && !eup_own_words_are_heard (own))
        g_ptr_array_insert (people, 0, (gpointer) own->person);
    }
  return people;
}

/**
 * eup_read_back_get_chosen:
 *
 * Returns: (transfer none) (nullable): the sentence that is pointed at
 */
const EupStatement *
eup_read_back_get_chosen (EupReadBack *self)
{
  g_autoptr (GPtrArray) page = eup_read_back_get_page (self);

  for (guint i = 0; self->chosen != NULL && i < page->len; i++)
    if (g_strcmp0 (((EupStatement *) page->pdata[i])->id, self->chosen) == 0)
      return page->pdata[i];
  return NULL;
}

EupAsked
eup_read_back_get_asked (EupReadBack *self)
{
  return self->asked;
}

/**
 * eup_read_back_get_draft:
 *
 * Returns: (transfer none): what is being written: of a change it begins with the words as they are
 */
const char *
eup_read_back_get_draft (EupReadBack *self)
{
  const EupStatement *chosen = eup_read_back_get_chosen (self);

  if (self->draft != NULL)
    return self->draft;
  return self->asked == EUP_ASKED_CHANGE && chosen != NULL && chosen->words != NULL ? chosen->words : "";
}

void
eup_read_back_set_draft (EupReadBack *self, const char *draft)
{
  g_set_str (&self->draft, draft);
}

/**
 * eup_read_back_can_write:
 *
 * Returns: whether what is written says something: a change needs other words than those that stand there,
 *   an objection may stand without
 */
gboolean
eup_read_back_can_write (EupReadBack *self)
{
  const EupStatement *chosen = eup_read_back_get_chosen (self);
  g_autofree char *draft = g_strstrip (g_strdup (eup_read_back_get_draft (self)));

  if (chosen == NULL || self->asked == EUP_ASKED_NOTHING)
    return FALSE;
  return self->asked == EUP_ASKED_OBJECTION ||
         (*draft != '\0' && chosen->words != NULL && !g_str_equal (draft, chosen->words));
}

/**
 * eup_read_back_write:
 *
 * Writes down what has been asked for, for the sentence that is pointed at.
 */
void
eup_read_back_write (EupReadBack *self)
{
  g_autofree char *draft = g_strstrip (g_strdup (eup_read_back_get_draft (self)));

  if (eup_read_back_can_write (self))
    note (self, self->asked == EUP_ASKED_CHANGE ? "changed" : "objects", *draft != '\0' ? draft : NULL);
}
