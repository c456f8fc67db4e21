#pragma once

#include <gio/gio.h>

#include "store/eup-store-values.h"

G_BEGIN_DECLS

#define EUP_TYPE_STORE (eup_store_get_type ())
G_DECLARE_FINAL_TYPE (EupStore, eup_store, EUP, STORE, GObject)

/* Opening and closing */

void eup_store_open_async (const char *folder,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
EupStore *eup_store_open_finish (GAsyncResult *result, GError **error);
EupStore *eup_store_open_sync (const char *folder, GError **error);
const char *eup_store_get_folder (EupStore *self);
void eup_store_flush_sync (EupStore *self);
void eup_store_close (EupStore *self);

/* Cases in parts */

void eup_store_put_async (EupStore *self,
                          const char *case_id,
                          GPtrArray *parts,
                          const EupStoreSummary *summary,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean eup_store_put_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_load_async (EupStore *self,
                           const char *case_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GPtrArray *eup_store_load_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_history_async (EupStore *self,
                              const char *case_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *eup_store_history_finish (EupStore *self, GAsyncResult *result, GError **error);

/* The list of cases */

void eup_store_list_async (EupStore *self,
                           const char *search,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GPtrArray *eup_store_list_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_list_removed_async (EupStore *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *eup_store_list_removed_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_find_async (EupStore *self,
                           const char *case_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
EupStoreSummary *eup_store_find_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_set_follow_up_async (EupStore *self,
                                    const char *case_id,
                                    const char *follow_up,
                                    const char *owner,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean eup_store_set_follow_up_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_remove_case_async (EupStore *self,
                                  const char *case_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean eup_store_remove_case_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_restore_case_async (EupStore *self,
                                   const char *case_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean eup_store_restore_case_finish (EupStore *self, GAsyncResult *result, GError **error);

/* What cases are begun with */

void eup_store_put_definitions_async (EupStore *self,
                                      GPtrArray *definitions,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean eup_store_put_definitions_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_load_definitions_async (EupStore *self,
                                       const char *const *digests,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *eup_store_load_definitions_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_list_definitions_async (EupStore *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *eup_store_list_definitions_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_use_addition_async (EupStore *self,
                                   const EupStoreDefinition *addition,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean eup_store_use_addition_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_drop_addition_async (EupStore *self,
                                    const char *id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean eup_store_drop_addition_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_list_additions_async (EupStore *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *eup_store_list_additions_finish (EupStore *self, GAsyncResult *result, GError **error);

/* Sealed records */

void eup_store_seal_async (EupStore *self,
                           const char *case_id,
                           const EupStoreRecord *record,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean eup_store_seal_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_seal_and_begin_async (EupStore *self,
                                     const char *case_id,
                                     const EupStoreRecord *record,
                                     GPtrArray *next_parts,
                                     const EupStoreSummary *next_summary,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean eup_store_seal_and_begin_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_append_record_async (EupStore *self,
                                    const char *case_id,
                                    const EupStoreRecord *record,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean eup_store_append_record_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_record_async (EupStore *self,
                             const char *case_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
EupStoreRecord *eup_store_record_finish (EupStore *self, GAsyncResult *result, GError **error);

/**
 * EupStorePlace:
 * @EUP_STORE_PLACE_NONE: no record with this number is here
 * @EUP_STORE_PLACE_SAME: the file is the latest one here, byte for byte
 * @EUP_STORE_PLACE_EARLIER: it is an earlier one; more was added since, such as a signature
 * @EUP_STORE_PLACE_OTHER: there are records with this number, and the file is none of them
 */
typedef enum
{
  EUP_STORE_PLACE_NONE,
  EUP_STORE_PLACE_SAME,
  EUP_STORE_PLACE_EARLIER,
  EUP_STORE_PLACE_OTHER,
} EupStorePlace;

void eup_store_find_record_async (EupStore *self,
                                  const char *document_id,
                                  const char *digest,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean
eup_store_find_record_finish (EupStore *self, GAsyncResult *result, EupStorePlace *place, GError **error);

/* Documents that follow a sealed record */

void eup_store_put_draft_async (EupStore *self,
                                const char *case_id,
                                const char *json,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean eup_store_put_draft_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_draft_async (EupStore *self,
                            const char *case_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
char *eup_store_draft_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_documents_async (EupStore *self,
                                const char *case_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *eup_store_documents_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_document_async (EupStore *self,
                               const char *case_id,
                               const char *document_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
EupStoreRecord *eup_store_document_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_seal_amendment_async (EupStore *self,
                                     const char *case_id,
                                     const EupStoreRecord *record,
                                     const char *previous_id,
                                     const char *previous_digest,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean eup_store_seal_amendment_finish (EupStore *self, GAsyncResult *result, GError **error);

/* What happens to a sealed case */

void eup_store_add_event_async (EupStore *self,
                                const char *case_id,
                                const EupStorePart *event,
                                const char *follow_up,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean eup_store_add_event_finish (EupStore *self, GAsyncResult *result, GError **error);

void eup_store_events_async (EupStore *self,
                             const char *case_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *eup_store_events_finish (EupStore *self, GAsyncResult *result, GError **error);

/* Checking */

void eup_store_check_async (EupStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
EupStoreFindings *eup_store_check_finish (EupStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
