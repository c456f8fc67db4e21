/* On the way to the archive: each step says what is there, takes what comes as files, and refuses the rest. */

#include "ui-record.h"

#include "sample-revoked.h"
#include "sample-signed.h"
#include "sample-stamp.h"
#include "ui/record/eup-archive-road-dialog.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  EupArchiveRoadDialog *dialog;
  const char *said;
  guint revised;
} Fixture;

static SampleStamper *stamper;

static gboolean
is_quiet (gpointer data)
{
  return !eup_archive_road_dialog_is_busy (((Fixture *) data)->dialog);
}

static void
revised_cb (Fixture *fixture)
{
  fixture->revised++;
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = EUP_ARCHIVE_ROAD_DIALOG (eup_archive_road_dialog_new (fixture->kase));
  g_signal_connect_swapped (fixture->dialog, "revised", G_CALLBACK (revised_cb), fixture);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window));
  ui_test_wait (is_quiet, fixture);
  ui_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupSigner) signer = sample_signer ("Karin Lind", NULL);

  fixture->kase = ui_record_case ();
  fixture->window = ui_test_present (gtk_label_new (NULL), 800, 900);
  if (data != NULL)
    ui_record_sign (fixture->kase, signer, "decision-maker");
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->kase);
}

static gboolean
holds (Fixture *fixture, const char *words)
{
  return ui_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, words) != NULL;
}

static gboolean
says (gpointer data)
{
  Fixture *fixture = data;

  return is_quiet (data) && holds (fixture, fixture->said);
}

static void
expect (Fixture *fixture, const char *words)
{
  fixture->said = words;
  ui_test_wait (says, fixture);
}

static GBytes *
ask (Fixture *fixture, const char *name)
{
  g_autofree char *path = ui_record_path (name);
  char *contents;
  gsize size;

  eup_archive_road_dialog_save_request_to (fixture->dialog, path);
  expect (fixture, "Give it to the authority for time stamps");
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  return g_bytes_new_take (contents, size);
}

static void
take (Fixture *fixture, const char *name, GBytes *bytes, const char *second, GBytes *more)
{
  g_autofree char *one = ui_record_path (name), *two = second ? ui_record_path (second) : NULL;

  ui_record_write (one, bytes);
  if (two != NULL)
    ui_record_write (two, more);
  eup_archive_road_dialog_take (fixture->dialog, (const char *const[]) { one, two, NULL });
}

static void
stamp (Fixture *fixture, const char *name, SampleStampFault fault)
{
  g_autofree char *query = g_strconcat (name, ".tsq", NULL), *answer_name = g_strconcat (name, ".tsr", NULL);
  g_autoptr (GBytes) request = ask (fixture, query);
  g_autoptr (GBytes) answer = sample_stamper_answer (stamper, request, fault);

  take (fixture, answer_name, answer, NULL, NULL);
}

static void
add_lists (Fixture *fixture)
{
  g_autoptr (GBytes) authority = sample_authority (), key = sample_authority_key ();
  g_autoptr (GBytes) own = sample_list (authority, key, NULL, 0, 7);
  g_autoptr (GBytes) theirs =
      sample_list (sample_stamper_get_authority (stamper), sample_stamper_get_key (stamper), NULL, 0, 7);

  take (fixture, "own.crl", own, "theirs.crl", theirs);
}

static void
before_a_signature_that_is_what_comes_next (Fixture *fixture, gconstpointer data)
{
  g_assert_true (holds (fixture, "Nobody has signed yet."));
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON, "_Save the request …"));
}

static void
each_step_leads_to_the_next (Fixture *fixture, gconstpointer data)
{
  g_assert_true (holds (fixture, "Level B-B"));
  g_assert_true (holds (fixture, "By Karin Lind"));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON, "_Save the request …"));
  stamp (fixture, "first", SAMPLE_STAMP_GOOD);
  expect (fixture, "Level B-T");
  g_assert_true (holds (fixture, "Made by Tidsstämpel AB"));
  add_lists (fixture);
  expect (fixture, "Level B-LT");
  stamp (fixture, "second", SAMPLE_STAMP_GOOD);
  expect (fixture, "Level B-LTA");
  g_assert_true (holds (fixture, "Ready for the archive"));
  g_assert_cmpuint (fixture->revised, ==, 3);
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON, "_Take the answer …"));
}

static void
answers_that_do_not_fit_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = ui_record_get (fixture->kase);
  g_autoptr (GBytes) after = NULL;

  stamp (fixture, "refused", SAMPLE_STAMP_REFUSED);
  expect (fixture, "The authority did not make a time stamp.");
  stamp (fixture, "nonce", SAMPLE_STAMP_OTHER_NONCE);
  expect (fixture, "This answer belongs to another request.");
  stamp (fixture, "imprint", SAMPLE_STAMP_OTHER_IMPRINT);
  expect (fixture, "The time stamp is for another record");
  stamp (fixture, "anybody", SAMPLE_STAMP_BY_ANYBODY);
  expect (fixture, "Whoever made this time stamp is no authority for them");
  take (fixture, "rubbish.tsr", before, "rubbish.tsq", before);
  expect (fixture, "This is no answer from a time-stamp authority");
  after = ui_record_get (fixture->kase);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (fixture->revised, ==, 0);
}

static void
the_request_is_not_taken_for_the_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) request = ask (fixture, "only.tsq");

  take (fixture, "only.tsq", request, NULL, NULL);
  expect (fixture, "That is the request.");
}

static void
files_that_do_not_help_are_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("rubbish", 7);
  g_autoptr (GBytes) authority = sample_authority ();

  stamp (fixture, "first", SAMPLE_STAMP_GOOD);
  expect (fixture, "Level B-T");
  take (fixture, "rubbish.crl", rubbish, NULL, NULL);
  expect (fixture, "One of the files is no certificate");
  take (fixture, "authority.pem", authority, NULL, NULL);
  expect (fixture, "Something is still missing");
}

/* The first signature had no stamp when the second was made. */
static void
what_can_not_be_stamped_any_more_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupSigner) second = sample_signer ("Bo Dahl", NULL);

  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  ui_record_sign (fixture->kase, second, "facilitator");
  open_dialog (fixture);
  g_assert_true (holds (fixture, "The signature of Karin Lind got none before something was added after it"));
}

#define CASE(name, signed) g_test_add ("/archive-road/" #name, Fixture, signed, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  ui_test_init (&argc, &argv);
  stamper = sample_stamper_new ("Tidsstämpel AB", NULL);
  CASE (before_a_signature_that_is_what_comes_next, NULL);
  CASE (each_step_leads_to_the_next, "signed");
  CASE (answers_that_do_not_fit_are_refused, "signed");
  CASE (the_request_is_not_taken_for_the_answer, "signed");
  CASE (files_that_do_not_help_are_told, "signed");
  CASE (what_can_not_be_stamped_any_more_is_told, "signed");
  status = g_test_run ();
  sample_stamper_free (stamper);
  return status;
}
