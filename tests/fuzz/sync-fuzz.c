// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Lists of synchronisation items into the user half: any bytes, cut into messages.
 * Whatever is accepted must leave the two sides agreed (nothing to send back), and
 * each object's address must translate there and back.
 */
#include <stdlib.h>
#include <string.h>
#include "internal.h"
#include "rpc-plan.h"

static struct rpc_state rpc_global;
static const struct mdrv_global globals[] = {
	{ "rpc_global", &rpc_global, RPC_REC_STATE, sizeof(rpc_global) },
};

static int some_function(int n)
{
	return n;
}

static const struct mdrv_fn fns[] = { { "some_function", some_function } };
static const struct mdrv_plan plan = {
	.name = "fuzz", .abi = MDRV_ABI, .nrecords = RPC_NRECORDS, .nglobals = 1, .nfns = 1,
	.records = rpc_records, .globals = globals, .fns = fns,
};

static void check_objects(void)
{
	struct mdrv_ptr ptr;
	void *back;

	mdrv_sync_out();
	if (mdrv_self.sync_len)
		abort();
	for (u32 i = 1; i <= MDRV_OBJECTS_MAX; i++) {
		const struct mdrv_obj *o = &mdrv_self.obj[i];

		if (!o->live)
			continue;
		if (!mdrv_pointer_out(o->addr, MDRV_REC_VOID, &ptr) || ptr.obj != i ||
		    !mdrv_pointer_in(&ptr, MDRV_REC_VOID, &back) || back != o->addr)
			abort();
	}
}

int LLVMFuzzerTestOneInput(const u8 *data, size_t size)
{
	static u8 list[MDRV_LIST_MAX] __attribute__((aligned(8)));

	if (!mdrv_self.handles) {
		mdrv_self.plan = &plan;
		mdrv_twins_init();
	}
	/* Two bytes say how many words the next message has. */
	while (size >= 2) {
		size_t len = (data[0] | (data[1] & 3) << 8) * 8;

		data += 2;
		size -= 2;
		if (len > size)
			len = size & ~7ul;
		memcpy(list, data, len);
		data += len;
		size -= len;
		if (mdrv_sync_in(list, len))
			break;
		check_objects();
	}
	mdrv_twins_reset();
	mdrv_intern_reset();
	return 0;
}
