/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of locks as JSON; the keys are described in README.md. */
#ifndef MDRV_LOCKS_JSON_H
#define MDRV_LOCKS_JSON_H

#include <json.h>

#include "locks.h"

struct json_object *locks_json(const struct locks *locks);

#endif /* MDRV_LOCKS_JSON_H */
