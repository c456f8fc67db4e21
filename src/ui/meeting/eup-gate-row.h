#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Rows for one gate. Their buttons use the actions of the group that they stand in:
 * gate.go-to (s: a question or place), gate.override (s: a gate), gate.take-back (s: a gate). */
GtkWidget *eup_gate_row_new (EupCase *kase, const EupGateState *state);
GtkWidget *eup_gate_row_new_closed (EupCase *kase, const EupGate *gate);

G_END_DECLS
