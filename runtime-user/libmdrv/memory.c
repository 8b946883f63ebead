// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Memory and "once" of the user half. What the plan gives a record belongs to the
 * kernel half, made and freed by downcalls; the rest is this process's own, kept
 * in a list so that freeing and error messages know it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "internal.h"

struct local {
	struct local *next;
	struct local *prev;
	const char *file;
	u32 line;
	u64 size;
	u8 data[] __attribute__((aligned(MDRV_ALIGN)));
};

static struct local *locals;

static const char *base_name(const char *file)
{
	const char *slash = strrchr(file, '/');

	return slash ? slash + 1 : file;
}

static u32 site_record(const char *file, u32 line)
{
	const struct mdrv_plan *plan = mdrv_self.plan;

	file = base_name(file);
	for (u32 i = 0; i < plan->nsites; i++) {
		if (plan->sites[i].line == line && !strcmp(plan->sites[i].file, file))
			return plan->sites[i].record;
	}
	return MDRV_REC_VOID;
}

static void *local_alloc(const char *file, u32 line, u64 size)
{
	u64 bytes = sizeof(struct local) + size;
	struct local *l;

	if (size > MDRV_TWIN_MAX)
		return NULL;
	l = aligned_alloc(MDRV_ALIGN, (bytes + MDRV_ALIGN - 1) & ~(u64)(MDRV_ALIGN - 1));
	if (!l)
		return NULL;
	*l = (struct local){ .next = locals, .file = base_name(file), .line = line, .size = size };
	memset(l->data, 0, size);
	if (locals)
		locals->prev = l;
	locals = l;
	return l->data;
}

bool mdrv_local_at(const volatile void *addr, const char **file, u32 *line)
{
	const u8 *at = (const u8 *)addr;

	for (const struct local *l = locals; l; l = l->next) {
		if (at >= l->data && at - l->data <= (ptrdiff_t)l->size) {
			*file = l->file;
			*line = l->line;
			return true;
		}
	}
	return false;
}

/* @dev: whose the memory is, for MDRV_DC_MANAGED. */
static void *kernel_alloc(enum mdrv_builtin func, u32 record, u64 size, u32 gfp, const void *dev)
{
	struct mdrv_call call;
	void *ptr;

	mdrv_downcall_begin(&call, func);
	mdrv_put_int(&call, size);
	mdrv_put_int(&call, gfp);
	mdrv_put_int(&call, record);
	if (func == MDRV_DC_MANAGED)
		mdrv_put_ptr(&call, dev, mdrv_self.plan->device);
	mdrv_downcall_run(&call);
	ptr = mdrv_get_ptr(&call, record);
	mdrv_downcall_end(&call, 0);
	return ptr;
}

void *mdrv_alloc(const char *file, __u32 line, __u64 size, __u32 gfp)
{
	u32 record = site_record(file, line);

	if (record == MDRV_REC_VOID)
		return local_alloc(file, line, size);
	return kernel_alloc(MDRV_DC_ALLOC, record, size, gfp, NULL);
}

void *mdrv_managed(const char *file, __u32 line, const void *dev, __u64 size, __u32 gfp)
{
	u32 record = site_record(file, line);

	/* The plan keeps such a function in the kernel: memory of this process has no owner. */
	if (record == MDRV_REC_VOID)
		mdrv_fatal("%s:%u: managed memory of no known type", base_name(file), line);
	return kernel_alloc(MDRV_DC_MANAGED, record, size, gfp, dev);
}

void *mdrv_managed_dup(const char *file, __u32 line, const void *dev, const void *src, __u64 size,
		       __u32 gfp)
{
	void *copy = mdrv_managed(file, line, dev, size, gfp);

	if (copy)
		memcpy(copy, src, size);
	return copy;
}

void *mdrv_memdup(const char *file, __u32 line, const void *src, __u64 size, __u32 gfp)
{
	void *copy = mdrv_alloc(file, line, size, gfp);

	if (copy)
		memcpy(copy, src, size);
	return copy;
}

static bool local_free(const void *ptr)
{
	for (struct local *l = locals; l; l = l->next) {
		if (l->data != ptr)
			continue;
		if (l->next)
			l->next->prev = l->prev;
		if (l->prev)
			l->prev->next = l->next;
		else
			locals = l->next;
		free(l);
		return true;
	}
	return false;
}

void mdrv_free(const void *ptr)
{
	struct mdrv_call call;
	u64 offset;
	u16 gen;

	/* NULL and ZERO_SIZE_PTR, as kfree() takes them. */
	if ((uintptr_t)ptr <= 16)
		return;
	if (!mdrv_twin_at(ptr, &offset) && !mdrv_handle_at(ptr, &offset, &gen)) {
		char what[160];

		if (local_free(ptr))
			return;
		mdrv_describe(ptr, what, sizeof(what));
		mdrv_fatal("freed what was not allocated: %s", what);
	}
	mdrv_downcall_begin(&call, MDRV_DC_FREE);
	mdrv_put_ptr(&call, ptr, MDRV_REC_VOID);
	mdrv_downcall_run(&call);
	mdrv_downcall_end(&call, 0);
}

void *mdrv_hand_over(const char *file, __u32 line, void *ptr, __u64 size, __u32 gfp)
{
	u32 record = site_record(file, line);
	void *copy;

	if (!ptr || record == MDRV_REC_VOID)
		return ptr;
	copy = kernel_alloc(MDRV_DC_ALLOC, record, size, gfp, NULL);
	if (copy)
		memcpy(copy, ptr, size);
	local_free(ptr);
	return copy;
}

int mdrv_once(const char *file, __u32 line)
{
	u64 key = 0xcbf29ce484222325;
	struct mdrv_call call;

	for (file = base_name(file); *file; file++)
		key = (key ^ (u8)*file) * 0x100000001b3;
	for (; line; line >>= 8)
		key = (key ^ (u8)line) * 0x100000001b3;
	mdrv_downcall_begin(&call, MDRV_DC_ONCE);
	mdrv_put_int(&call, key);
	mdrv_downcall_run(&call);
	return mdrv_downcall_end(&call, mdrv_get_int(&call));
}
