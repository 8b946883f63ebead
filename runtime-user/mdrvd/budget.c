// SPDX-License-Identifier: GPL-2.0-or-later
/* The arithmetic of restarts. */
#include <ctype.h>
#include <stdio.h>
#include "budget.h"

#define MOST	1000000

void budget_init(struct budget *b, unsigned int most, unsigned int quiet_s, int64_t now)
{
	*b = (struct budget){
		.most = most, .left = most, .quiet_ms = quiet_s * INT64_C(1000), .since = now,
	};
}

bool budget_parse(const char *text, unsigned int *most, unsigned int *quiet_s)
{
	int used = 0;

	if (!isdigit((unsigned char)text[0]))
		return false;
	if (sscanf(text, "%7u%n/%7u%n", most, &used, quiet_s, &used) < 1 || text[used])
		return false;
	return *most <= MOST && *quiet_s && *quiet_s <= MOST;
}

void budget_settle(struct budget *b, int64_t now)
{
	int64_t earned = (now - b->since) / b->quiet_ms;

	if (earned <= 0)
		return;
	b->since += earned * b->quiet_ms;
	b->left = earned < b->most - b->left ? b->left + earned : b->most;
}

bool budget_take(struct budget *b, int64_t now)
{
	budget_settle(b, now);
	b->since = now;
	if (!b->left)
		return false;
	b->left--;
	return true;
}

int64_t budget_next(const struct budget *b)
{
	return b->left < b->most ? b->since + b->quiet_ms : -1;
}
