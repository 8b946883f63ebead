/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How often a user half may die: so many times, one given back for each quiet while. */
#ifndef _MDRVD_BUDGET_H
#define _MDRVD_BUDGET_H

#include <stdbool.h>
#include <stdint.h>

/**
 * struct budget - restarts that are left
 * @most:	to begin with
 * @left:	now
 * @quiet_ms:	after this long without a death one more, up to @most
 * @since:	of the last death or gift, in ms; whoever calls reads the clock
 */
struct budget {
	unsigned int most;
	unsigned int left;
	int64_t quiet_ms;
	int64_t since;
};

void budget_init(struct budget *b, unsigned int most, unsigned int quiet_s, int64_t now);

/* "N" or "N/SECONDS". Return: false if it is neither. */
bool budget_parse(const char *text, unsigned int *most, unsigned int *quiet_s);

/* Give back what quiet has earned. */
void budget_settle(struct budget *b, int64_t now);

/* One has died. Return: may there be another? */
bool budget_take(struct budget *b, int64_t now);

/* When there is something to give back next, or -1. */
int64_t budget_next(const struct budget *b);

#endif /* _MDRVD_BUDGET_H */
