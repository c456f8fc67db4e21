#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "util/eup-clock.h"

G_BEGIN_DECLS

#define EUP_STORE_DATABASE_FILE "euphoria.db"
#define EUP_STORE_LOCK_FILE "lock"
#define EUP_STORE_COPIES_FOLDER "copies"

/**
 * EupStoreDatabase:
 * @folder: the data folder
 * @sql: (nullable): the connection while it is open
 * @clock: for the times of the journal
 * @lock: descriptor of the lock file, -1 while not held
 *
 * Belongs to one thread at a time.
 */
typedef struct
{
  char *folder;
  sqlite3 *sql;
  EupClock *clock;
  int lock;
} EupStoreDatabase;

EupStoreDatabase *eup_store_database_new (const char *folder);
void eup_store_database_free (EupStoreDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreDatabase, eup_store_database_free)

gboolean eup_store_database_open (EupStoreDatabase *self, GError **error);
gboolean eup_store_database_open_reader (EupStoreDatabase *self, GError **error);
void eup_store_database_close (EupStoreDatabase *self);

G_END_DECLS
