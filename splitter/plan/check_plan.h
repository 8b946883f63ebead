/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The closing check of a plan: whatever user code looks at, the runtime can give it.
 * It looks at the finished plan alone, and decides nothing: what fails is told, and
 * closing.c keeps it in the kernel.
 */
#ifndef MDRV_CHECK_PLAN_H
#define MDRV_CHECK_PLAN_H

#include "knowledge.h"
#include "plan.h"

struct check {
	struct model *model;	/* texts of findings are kept there */
	const struct knowledge *knowledge;
	const struct plan *plan;
};

/* A function of the driver that the user half must not have. */
struct finding {
	struct function *function;
	struct location at;	/* of what it does there */
	const char *text;	/* one line without a final period */
	const char *hint;	/* YAML that would settle it, or NULL */
};

/* Return: struct finding *, in no order; empty if the plan holds. Owned by the caller. */
GPtrArray *check_plan(const struct check *check);

#endif /* MDRV_CHECK_PLAN_H */
