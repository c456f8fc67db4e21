/* Files: read with a limit, written whole or not at all. */

#include "util/eup-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("euphoria-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  eup_file_replace (path, bytes, 0600, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static void
what_is_written_is_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("a\0b", 3);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) empty = NULL;
  GStatBuf status;

  g_assert_true (eup_file_replace (fixture->path, bytes, 0600, NULL));
  back = eup_file_read (fixture->path, 3, NULL);
  g_assert_true (g_bytes_equal (back, bytes));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  g_assert_true (eup_file_replace (fixture->path, nothing, 0600, NULL));
  empty = eup_file_read (fixture->path, 0, NULL);
  g_assert_nonnull (empty);
  g_assert_cmpint (g_bytes_get_size (empty), ==, 0);
}

static void
file_that_is_not_there_is_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *message = g_strdup_printf ("%s: No such file or directory", fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (eup_file_read (fixture->path, 100, &error));
  g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNREADABLE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
what_is_no_file_is_unreadable (Fixture *fixture, gconstpointer data)
{
  const char *paths[] = { fixture->folder, "/dev/zero", fixture->path };

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0); /* reading it would wait for ever */
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (eup_file_read (paths[i], 100, &error));
      g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNREADABLE);
      g_assert_true (g_str_has_suffix (error->message, ": this is not a file"));
    }
}

static void
file_that_is_too_large_is_refused_before_it_is_read (Fixture *fixture, gconstpointer data)
{
  static const gint64 sizes[] = { 101, 200 * 1000 * 1000, G_GINT64_CONSTANT (1) << 40 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *size = g_format_size ((guint64) sizes[i]);
      g_autofree char *limit = g_format_size (100);
      g_autofree char *message = NULL;
      g_autoptr (GError) error = NULL;
      int fd = g_open (fixture->path, O_CREAT | O_WRONLY, 0600);

      g_assert_cmpint (ftruncate (fd, sizes[i]), ==, 0);
      g_close (fd, NULL);
      g_assert_null (eup_file_read (fixture->path, 100, &error));
      g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_TOO_LARGE);
      message = g_strdup_printf ("%s: the file has %s; at most %s is expected", fixture->path, size, limit);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* Root may write anywhere, so the places here are such that nobody can. */
static void
what_can_not_be_written_leaves_what_stood_there (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below_file = g_build_filename (fixture->path, "below", NULL);
  g_autofree char *in_nowhere = g_build_filename (fixture->folder, "nowhere", "file", NULL);
  const struct
  {
    const char *path;
    const char *reason;
  } table[] = {
    { below_file, "Not a directory" },
    { in_nowhere, "No such file or directory" },
    { fixture->folder, "Is a directory" },
    { "/proc/nope.pdf", "" } /* the reason is another one for root */,
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GDir) folder = NULL;

  write_text (fixture->path, "old");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *message = g_strdup_printf ("%s: can't be written: %s", table[i].path, table[i].reason);
      g_autoptr (GError) error = NULL;

      g_assert_false (eup_file_replace (table[i].path, bytes, 0600, &error));
      g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNWRITABLE);
      g_assert_true (g_str_has_prefix (error->message, message));
    }
  assert_holds (fixture->path, "old");
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "file");
  g_assert_null (g_dir_read_name (folder));
}

/* A limit on the size of files stands for the full disk: the write fails in its middle. */
static void
write_that_fails_in_its_middle_leaves_what_stood_there (Fixture *fixture, gconstpointer data)
{
  g_autofree char *much = g_strnfill (100 * 1000, 'n');
  g_autoptr (GBytes) bytes = g_bytes_new_static (much, 100 * 1000);
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;

  write_text (fixture->path, "old");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 50 * 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (eup_file_replace (fixture->path, bytes, 0600, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNWRITABLE);
  assert_holds (fixture->path, "old");
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "file");
  g_assert_null (g_dir_read_name (folder));
}

static void
only_a_file_of_the_document_portal_stands_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *given = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", "SA-1.pdf", NULL);
  g_autofree char *folder =
      g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", "records", "SA-1.pdf", NULL);

  g_assert_true (eup_file_stands_alone (given));
  g_assert_true (eup_file_stands_alone ("/run/flatpak/doc/1a2b3c/SA-1.pdf"));
  g_assert_false (eup_file_stands_alone (folder)); /* a whole folder was given */
  g_assert_false (eup_file_stands_alone (fixture->path));
  g_assert_false (eup_file_stands_alone ("SA-1.pdf"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add ("/file/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (what_is_written_is_read);
  ADD (file_that_is_not_there_is_unreadable);
  ADD (what_is_no_file_is_unreadable);
  ADD (file_that_is_too_large_is_refused_before_it_is_read);
  ADD (what_can_not_be_written_leaves_what_stood_there);
  ADD (write_that_fails_in_its_middle_leaves_what_stood_there);
  ADD (only_a_file_of_the_document_portal_stands_alone);
  return g_test_run ();
}
