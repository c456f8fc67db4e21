#define _GNU_SOURCE /* unshare() */

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "store-test.h"

enum
{
  KILLS = 20,
  KILLS_LONG = 1000, /* with EUP_LONG=1 */
  LONGEST_LIFE = 40, /* milliseconds */
  PARTS_A_PUT = 3,
};

static const char *program;

/* One put of several parts that belong together, or what went wrong. */
static gboolean
put_together (EupStore *store, guint number, gsize size, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *id = g_strdup_printf ("%u", number);
  g_autofree char *json = g_strnfill (size, 'x');
  GAsyncResult *slot = NULL;

  for (guint i = 0; i < PARTS_A_PUT; i++)
    {
      g_autofree char *kind = g_strdup_printf ("kind%u", i);

      g_ptr_array_add (parts, eup_store_part_new (kind, id, json));
    }
  eup_store_put_async (store, "c1", parts, NULL, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_put_finish (store, result, error);
}

/* How many puts are in the store; asserts that each is there with all of its parts. */
static guint
count_whole_puts (EupStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  guint n;

  eup_store_load_async (store, "c1", NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  parts = eup_store_load_finish (store, result, &error);
  if (g_error_matches (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND))
    return 0;
  g_assert_no_error (error);

  g_assert_cmpuint (parts->len % PARTS_A_PUT, ==, 0);
  n = parts->len / PARTS_A_PUT;
  for (guint i = 0; i < parts->len; i++)
    {
      EupStorePart *part = g_ptr_array_index (parts, i);

      g_assert_cmpuint (g_ascii_strtoull (part->id, NULL, 10), ==, i % n);
    }
  return n;
}

/* The child that is killed: writes on and on, and reports each put when it is durable. */
static int
write_until_killed (const char *folder)
{
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GError) error = NULL;

  for (guint i = count_whole_puts (store);; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u\n", i);

      if (!put_together (store, i, 50 + i % 3000, &error))
        g_error ("%s", error->message);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return 1;
    }
}

/* Reads one report, if there is one, of how many puts there are. */
static gboolean
read_report (GDataInputStream *lines, guint *n_puts)
{
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

  if (line != NULL)
    *n_puts = (guint) g_ascii_strtoull (line, NULL, 10) + 1;
  return line != NULL;
}

/* Lets a child live for @life milliseconds, from its start or from the first put that it @reported.
 * Returns: how many puts it reported in all, or @before if none. */
static guint
run_and_kill (const char *folder, gboolean reported, guint life, guint before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write", folder, NULL);
  g_autoptr (GDataInputStream) lines = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  if (reported)
    read_report (lines, &before);
  g_usleep (life * 1000);
  g_subprocess_force_exit (child);

  while (read_report (lines, &before))
    continue;
  g_subprocess_wait (child, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
  return before;
}

static void
what_was_reported_outlives_being_killed (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  guint n_kills = g_strcmp0 (g_getenv ("EUP_LONG"), "1") == 0 ? KILLS_LONG : KILLS;
  guint n_found = 0, n_progress = 0;

  for (guint i = 0; i < n_kills || n_progress < 3; i++)
    {
      guint life = (guint) g_test_rand_int_range (0, LONGEST_LIFE);
      guint n_reported = run_and_kill (folder, i % 4 != 0, life, n_found);
      g_autoptr (EupStore) store = store_test_open (folder);

      n_progress += n_reported > n_found;
      n_found = count_whole_puts (store);
      /* The last one may have become durable without being reported. */
      g_assert_cmpuint (n_found, >=, n_reported);
      g_assert_cmpuint (n_found, <=, n_reported + 1);
      eup_store_close (store);
    }

  g_test_message ("%u puts, %u kills in the middle of them", n_found, n_progress);
}

static void
store_is_sound_after_being_killed (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = NULL;
  g_autoptr (EupStoreFindings) findings = NULL;
  guint n = 0;

  while (n < 5)
    n = run_and_kill (folder, TRUE, 50, n);
  store = store_test_open (folder);
  findings = store_test_check (store);
  g_assert_cmpuint (findings->problems->len, ==, 0);
}

/* A disk that can be full: a small one of its own where this program may mount it, or else the limit of
 * file sizes, which no privilege is needed for. Only in a subprocess. */
typedef enum
{
  DISK_MOUNTED,
  DISK_LIMITED,
} Disk;

/* A mount table of its own, as root can have one. */
static gboolean
may_mount (void)
{
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static Disk
make_small_disk (Disk wanted, const char *folder)
{
  signal (SIGXFSZ, SIG_IGN);
  if (wanted == DISK_MOUNTED && mount ("none", folder, "tmpfs", 0, "size=1m,mode=0700") == 0)
    return DISK_MOUNTED;
  return DISK_LIMITED;
}

/* Of @size bytes from here on; RLIM_INFINITY is more than enough. */
static void
resize_disk (Disk disk, const char *folder, rlim_t size)
{
  struct rlimit limit;

  if (disk == DISK_MOUNTED)
    {
      g_autofree char *option =
          g_strdup_printf ("size=%" G_GUINT64_FORMAT, size == RLIM_INFINITY ? 64000000 : (guint64) size);

      g_assert_cmpint (mount ("none", folder, "tmpfs", MS_REMOUNT, option), ==, 0);
      return;
    }

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
remove_disk (Disk disk, const char *folder)
{
  if (disk == DISK_MOUNTED)
    g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* Writes until the disk of @size is full, makes room, and writes on. */
static void
fill_disk (Disk wanted, rlim_t size)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  Disk disk = make_small_disk (wanted, folder);
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStore) again = NULL;
  g_autoptr (EupStoreFindings) findings = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (put_together (store, n++, 100, NULL));
  resize_disk (disk, folder, size);
  while (put_together (store, n, 7000, &error))
    n++;
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_FULL);
  g_assert_cmpuint (count_whole_puts (store), ==, n);
  g_test_message ("%s disk: %u puts, then %s", disk == DISK_MOUNTED ? "mounted" : "limited", n,
                  error->message);

  /* Somebody made room: the same words can be written, and all of it is there later. */
  resize_disk (disk, folder, RLIM_INFINITY);
  g_clear_error (&error);
  put_together (store, n++, 7000, &error);
  g_assert_no_error (error);
  eup_store_close (store);
  again = store_test_open (folder);
  g_assert_cmpuint (count_whole_puts (again), ==, n);
  findings = store_test_check (again);
  g_assert_cmpuint (findings->problems->len, ==, 0);
  eup_store_close (again);
  remove_disk (disk, folder);
}

static void
full_disk_is_said_and_leaves_nothing_half_written (void)
{
  static const struct
  {
    Disk disk;
    rlim_t size;
  } disks[] = {
    { DISK_MOUNTED, 300000 }, { DISK_MOUNTED, 500000 }, { DISK_MOUNTED, 520000 }, { DISK_LIMITED, 40000 },
    { DISK_LIMITED, 100000 }, { DISK_LIMITED, 100001 }, { DISK_LIMITED, 250000 },
  };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  /* Without leave to mount, the first ones are limited as well. */
  if (!may_mount ())
    g_test_message ("no disk of its own can be mounted here");
  for (guint i = 0; i < G_N_ELEMENTS (disks); i++)
    fill_disk (disks[i].disk, disks[i].size);
}

static void
first_start_on_a_full_disk_leaves_nothing_in_the_way (void)
{
  static const rlim_t limits[] = { 0, 10, 64, 66, 4096, 30000 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder ();
      Disk disk = make_small_disk (DISK_LIMITED, folder);
      g_autoptr (EupStore) none = NULL;
      g_autoptr (EupStore) store = NULL;
      g_autoptr (GError) error = NULL;

      resize_disk (disk, folder, limits[i]);
      none = eup_store_open_sync (folder, &error);
      resize_disk (disk, folder, RLIM_INFINITY);
      g_assert_null (none);
      g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_FULL);

      store = store_test_open (folder);
      store_test_put (store, "c1", "statement", "q1", "1");
    }
}

static void
second_program_is_told_that_the_folder_is_in_use (void)
{
  g_autoptr (StoreTestFolder) folder = NULL;
  g_autoptr (EupStore) store = NULL;
  g_autofree char *loaded = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (eup_store_open_sync (g_getenv ("EUP_TEST_FOLDER"), &error));
      g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_IN_USE);
      return;
    }

  folder = store_test_folder ();
  g_setenv ("EUP_TEST_FOLDER", folder, TRUE);
  store = store_test_open (folder);
  store_test_put (store, "c1", "statement", "q1", "1");
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  store_test_put (store, "c1", "statement", "q2", "2");
  loaded = store_test_load (store, "c1");
  g_assert_cmpstr (loaded, ==, "statement/q1=1 statement/q2=2");
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_until_killed (argv[2]);

  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/store-crash/" #name, name)
  ADD (what_was_reported_outlives_being_killed);
  ADD (store_is_sound_after_being_killed);
  ADD (full_disk_is_said_and_leaves_nothing_half_written);
  ADD (first_start_on_a_full_disk_leaves_nothing_in_the_way);
  ADD (second_program_is_told_that_the_folder_is_in_use);
  return g_test_run ();
}
