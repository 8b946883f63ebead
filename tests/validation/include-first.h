/* SPDX-License-Identifier: GPL-2.0-only */
/* Includes the header that includes it: for diag-include-cycle.c. */
#ifndef INCLUDE_FIRST_H
#define INCLUDE_FIRST_H
#include "include-second.h"
struct first {
	struct second *second;
};
#endif
