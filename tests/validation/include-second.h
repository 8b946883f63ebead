/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef INCLUDE_SECOND_H
#define INCLUDE_SECOND_H
#include "include-first.h"
struct second {
	int level;
	struct first *first;
};
#endif
