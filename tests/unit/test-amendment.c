/* Amendments as values, and the chain between files. */

#include "assessment/eup-amendment.h"
#include "record/eup-chain.h"
#include "util/eup-digest.h"

static void
each_kind_lacks_what_it_needs (void)
{
  const struct
  {
    const char *kind;
    guint lacks;
  } rows[] = {
    { NULL, EUP_AMENDMENT_LACKS_KIND },
    { "whim", EUP_AMENDMENT_LACKS_KIND },
    { "correction", 0 },
    { "changed-decision", EUP_AMENDMENT_LACKS_REASON },
    { "considered-wrong", EUP_AMENDMENT_LACKS_ASKED_BY },
  };
  const guint always = EUP_AMENDMENT_LACKS_PART | EUP_AMENDMENT_LACKS_OLD_WORDS |
                       EUP_AMENDMENT_LACKS_NEW_WORDS | EUP_AMENDMENT_LACKS_DECIDED_BY |
                       EUP_AMENDMENT_LACKS_DECIDED;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EupAmendment) amendment = eup_amendment_new ();

      g_set_str (&amendment->kind, rows[i].kind);
      g_set_str (&amendment->new_words, " \n\t");
      g_assert_cmpuint (eup_amendment_lacks (amendment), ==, rows[i].lacks | always);
    }
}

static void
a_full_one_lacks_nothing (void)
{
  g_autoptr (EupAmendment) amendment = eup_amendment_new ();

  g_set_str (&amendment->kind, "considered-wrong");
  g_set_str (&amendment->part, "position");
  g_set_str (&amendment->old_words, "a");
  g_set_str (&amendment->new_words, "b");
  g_set_str (&amendment->asked_by, "Birgit");
  g_set_str (&amendment->decided_by, "Tomas");
  g_set_str (&amendment->decided, "2026-12-03");
  g_assert_cmpuint (eup_amendment_lacks (amendment), ==, EUP_AMENDMENT_LACKS_NOTHING);
  g_assert_cmpint (eup_amendment_get_kind (amendment), ==, EUP_AMENDMENT_CONSIDERED_WRONG);
}

static void
what_is_written_can_be_read_again (void)
{
  g_autoptr (EupAmendment) amendment = eup_amendment_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (EupAmendment) again = NULL;

  g_set_str (&amendment->id, "3");
  g_set_str (&amendment->told, "Gunnar – “bra”");
  node = eup_amendment_write (amendment);
  again = eup_amendment_read (node);
  g_assert_true (eup_amendment_equal (amendment, again));
  g_assert_cmpuint (eup_amendment_get_number (again), ==, 3);
}

static void
documents_count_on_within_their_case (void)
{
  const struct
  {
    const char *id;
    guint number;
  } rows[] = {
    { "SA-2026-311-1", 1 },
    { "SA-2026-311-12", 12 },
    { "A-1", 1 },
    { "A", 0 },
    { "A-", 0 },
    { "A-0", 0 },
    { "A-01", 0 },
    { "A-x", 0 },
    { "", 0 },
    { NULL, 0 },
    { "A-1234567", 0 },
    { "A-1-resident", 0 },
  };
  g_autofree char *next = eup_document_with_number ("SA-2026-311-9", 10);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (eup_document_number (rows[i].id), ==, rows[i].number);
  g_assert_cmpstr (next, ==, "SA-2026-311-10");
}

static gboolean
holds (const char *later, const char *named)
{
  g_autoptr (GBytes) file = g_bytes_new (later, strlen (later));
  g_autoptr (GBytes) earlier = g_bytes_new (named, strlen (named));
  g_autofree char *digest = eup_digest_bytes (earlier);

  return eup_chain_holds (file, digest);
}

static void
a_file_that_grew_at_its_end_is_still_the_one_that_was_named (void)
{
  g_assert_true (holds ("%PDF a %%EOF\n", "%PDF a %%EOF\n"));
  g_assert_true (holds ("%PDF a %%EOF\nmore %%EOF\n", "%PDF a %%EOF\n"));
  g_assert_true (holds ("%PDF a %%EOF\r\nmore %%EOF\r\nstill more", "%PDF a %%EOF\r\nmore %%EOF\r\n"));
  g_assert_true (holds ("nothing", "nothing"));
  g_assert_true (holds ("", ""));
  g_assert_false (holds ("%PDF b %%EOF\nmore %%EOF\n", "%PDF a %%EOF\n"));
  g_assert_false (holds ("%PDF a %%EOF\nmore", "%PDF a"));
  g_assert_false (holds ("%PDF a %%EOF\n", "%PDF a %%EOF\nmore %%EOF\n"));
}

#define ADD(name) g_test_add_func ("/amendment/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (each_kind_lacks_what_it_needs);
  ADD (a_full_one_lacks_nothing);
  ADD (what_is_written_can_be_read_again);
  ADD (documents_count_on_within_their_case);
  ADD (a_file_that_grew_at_its_end_is_still_the_one_that_was_named);

  return g_test_run ();
}
