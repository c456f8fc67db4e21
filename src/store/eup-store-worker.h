#pragma once

#include <gio/gio.h>

#include "store/eup-store-database.h"
#include "store/eup-store-values.h"

G_BEGIN_DECLS

/**
 * EupStoreRequest:
 *
 * What a verb is asked to do; each reads the fields it needs. It belongs to the worker.
 */
typedef struct
{
  char *case_id;
  GPtrArray *parts; /* of EupStorePart */
  EupStoreSummary *summary;
  EupStoreRecord *record;
  char *search;
  char *follow_up;
  char *owner;
  GPtrArray *definitions; /* of EupStoreDefinition */
  char **digests;
  char *name;
  char *json;
  char *previous_id; /* of a document that follows another one */
  char *previous_digest;
  char *next_id; /* of a case that is begun as another is sealed; parts and summary are its own */
} EupStoreRequest;

EupStoreRequest *eup_store_request_new (const char *case_id);
void eup_store_request_free (EupStoreRequest *request);

/**
 * EupStoreVerb:
 *
 * Runs on the worker's thread, in the order of the calls.
 *
 * Returns: (transfer full): the result, or %NULL with @error set; verbs without one return EUP_STORE_DONE
 */
typedef gpointer (*EupStoreVerb) (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);

#define EUP_STORE_DONE GINT_TO_POINTER (TRUE)

typedef struct _EupStoreWorker EupStoreWorker;

EupStoreWorker *eup_store_worker_new (const char *folder);
void eup_store_worker_free (EupStoreWorker *self);

void eup_store_worker_push (EupStoreWorker *self,
                            GTask *task,
                            EupStoreVerb verb,
                            EupStoreRequest *request,
                            GDestroyNotify free_result);
gpointer eup_store_worker_wait (EupStoreWorker *self, EupStoreVerb verb, GError **error);
void eup_store_worker_stop (EupStoreWorker *self);

G_END_DECLS
