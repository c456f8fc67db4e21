#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void eup_worker_run (GTask *task, GTaskThreadFunc work);
gboolean eup_worker_wait_for_all (guint seconds);

G_END_DECLS
