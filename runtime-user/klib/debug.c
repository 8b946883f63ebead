// SPDX-License-Identifier: GPL-2.0-or-later
/* Checks that the kernel's inlines call out of line. */
#include "klib.h"

/* Same layout in every kernel: two pointers. */
struct list_head {
	struct list_head *next, *prev;
};

/* Which misuse it was does not matter to who reads the log: the place does. */
void refcount_warn_saturate(void *refcount, int type)
{
	(void)refcount;
	(void)type;
	mdrv_warned("refcount_t: saturated, leaking memory", 0);
}

bool __list_add_valid(struct list_head *new, struct list_head *prev, struct list_head *next)
{
	if (next->prev == prev && prev->next == next && new != prev && new != next)
		return true;
	mdrv_warned("list_add: corrupted list", 0);
	return false;
}

bool __list_del_entry_valid(struct list_head *entry)
{
	if (entry->prev->next == entry && entry->next->prev == entry)
		return true;
	mdrv_warned("list_del: corrupted list", 0);
	return false;
}

/* Whoever runs here is a process that may sleep; the kernel half made sure of it. */
void __might_sleep(const char *file, int line)
{
	(void)file;
	(void)line;
}

void __might_resched(const char *file, int line, unsigned int offsets)
{
	(void)file;
	(void)line;
	(void)offsets;
}
