#pragma once

#include "record/eup-certificate.h"
#include "record/eup-trust.h"

G_BEGIN_DECLS

EupChainLink *eup_chain_link_new (X509 *certificate, EupOrigin origin);

G_END_DECLS
