/* SPDX-License-Identifier: GPL-2.0-only */
/* Without a guard on purpose: for diag-include-itself.c. */
#define DEPTH 1
#include "include-itself.h"
