// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * rpc.so: the user half of a microdriver without a device, written by hand the
 * way the code generator writes them, and built against the C library, because it
 * has no driver source that would need kernel headers.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <mdrv/user.h>
#include "rpc-plan.h"

static struct rpc_state rpc_global;

/* Stand-ins of the kernel half's functions: their addresses cross, nothing else. */
static int rpc_first(int n)
{
	return n + 1;
}

static int rpc_second(int n)
{
	return n + 2;
}

/* Downcalls */

static long dc_int(__u32 func, __u64 n)
{
	struct mdrv_call call;

	mdrv_downcall_begin(&call, func);
	mdrv_put_int(&call, n);
	mdrv_downcall_run(&call);
	return mdrv_downcall_end(&call, mdrv_get_int(&call));
}

/* Those without a result. */
static void dc_none(__u32 func, __u64 n)
{
	struct mdrv_call call;

	mdrv_downcall_begin(&call, func);
	mdrv_put_int(&call, n);
	mdrv_downcall_run(&call);
	mdrv_downcall_end(&call, 0);
}

static long dc_string(const char *text)
{
	struct mdrv_call call;

	mdrv_downcall_begin(&call, RPC_DC_STRING);
	mdrv_put_str(&call, text);
	mdrv_downcall_run(&call);
	return mdrv_downcall_end(&call, mdrv_get_int(&call));
}

static void dc_buffer(void *buf, __u64 len)
{
	struct mdrv_call call;

	mdrv_downcall_begin(&call, RPC_DC_BUFFER);
	mdrv_put_buf(&call, buf, len, MDRV_RW);
	mdrv_downcall_run(&call);
	mdrv_get_bufresult(&call, buf, len);
	mdrv_downcall_end(&call, 0);
}

/* What the upcalls do */

static long sum_and_step(struct rpc_state *state, int step)
{
	long sum = 0;

	for (int i = 0; i < RPC_FIELDS; i++) {
		sum += state->value[i];
		state->value[i] += step;
	}
	return sum;
}

static long check_peer_in(const struct rpc_peer *peer)
{
	if (!peer->name || strcmp(peer->name, "peer-in"))
		return RPC_F_NAME + 1;
	if (!peer->state || peer->state->value[0] != 10 || peer->state->value[7] != 17)
		return RPC_F_STATE + 1;
	if (!peer->cookie)
		return RPC_F_COOKIE + 1;
	if (peer->fn != rpc_first || peer->fn(1) != 2)
		return RPC_F_FN + 1;
	if (peer->mac[0] != 2 || peer->mac[1] || peer->mac[5] != 1)
		return RPC_F_MAC + 1;
	if (peer->low != 5)
		return RPC_F_LOW + 1;
	if (peer->high != 17)
		return RPC_F_HIGH + 1;
	for (int i = 0; i < 4; i++) {
		if (peer->queue[i] != i + 1)
			return RPC_F_QUEUE + 1;
	}
	if (peer->delta != -7 || peer->secret == 0x5ec2e7)
		return RPC_F_DELTA + 1;
	for (int i = 0; i < RPC_FIELDS; i++) {
		if (peer->inner.value[i] != 100u + i)
			return RPC_F_INNER + 1;
	}
	if (!peer->block || peer->block[2 * RPC_BLOCK - 1])
		return RPC_F_BLOCK + 1;
	return 0;
}

static long write_peer(struct rpc_peer *peer)
{
	long failed = check_peer_in(peer);

	if (failed)
		return failed;
	peer->name = "peer-out";
	peer->state->value[0] = 99;
	peer->state = &peer->inner;
	peer->cookie = peer;
	peer->fn = rpc_second;
	peer->low = 2;
	peer->high = 30;
	for (int i = 0; i < 6; i++)
		peer->mac[i] = 0x10 + i;
	for (int i = 0; i < 4; i++)
		peer->queue[i] = 1000 + i;
	for (int i = 0; i < RPC_FIELDS; i++)
		peer->inner.value[i] = 200 + i;
	peer->block += RPC_BLOCK;
	return 0;
}

static void alloc_peer(void)
{
	struct mdrv_call call;

	mdrv_downcall_begin(&call, MDRV_DC_ALLOC);
	mdrv_put_int(&call, sizeof(struct rpc_peer));
	mdrv_put_int(&call, 0);
	mdrv_put_int(&call, RPC_REC_PEER);
	mdrv_downcall_run(&call);
	mdrv_get_ptr(&call, RPC_REC_PEER);
	mdrv_downcall_end(&call, 0);
}

static void lie_about(struct rpc_peer *peer, int lie)
{
	switch (lie) {
	case RPC_LIE_NULL:
		peer->state = NULL;
		break;
	case RPC_LIE_NULL_STRING:
		peer->name = NULL;
		break;
	case RPC_LIE_NULL_FN:
		peer->fn = NULL;
		break;
	case RPC_LIE_ERR:
		peer->block = (void *)(long)-EIO;
		break;
	case RPC_LIE_SHORT:
		peer->block += RPC_BLOCK + 1;
		break;
	case RPC_LIE_SMALLER:
		peer->cookie = &peer->inner;
		break;
	case RPC_LIE_ALLOC:
		alloc_peer();
		break;
	case RPC_LIE_FREE_USED:
		mdrv_free(peer->state);
		break;
	case RPC_LIE_FREE_ASLEEP:
		mdrv_free(peer->state);
		dc_int(RPC_DC_SLEEP, 3000);
		break;
	}
}

static long buffer_there_and_back(int len)
{
	unsigned char *buf = malloc(len);
	long ret = 0;

	if (!buf)
		return -ENOMEM;
	for (int i = 0; i < len; i++)
		buf[i] = i;
	dc_buffer(buf, len);
	for (int i = 0; i < len; i++) {
		if (buf[i] != (unsigned char)(i + 1))
			ret = -EBADMSG;
	}
	free(buf);
	return ret;
}

/* Handlers */

static int up_null(struct mdrv_call *call)
{
	return mdrv_upcall_enter(call) ? -EPROTO : 0;
}

static int up_fields(struct mdrv_call *call)
{
	struct rpc_state *state = mdrv_get_ptr(call, RPC_REC_STATE);

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	mdrv_put_int(call, sum_and_step(state, 0));
	return 0;
}

static int up_nested(struct mdrv_call *call)
{
	int n = mdrv_get_int(call);
	long ret;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	ret = dc_int(RPC_DC_ECHO, n);
	mdrv_put_int(call, ret);
	return 0;
}

static int up_payload(struct mdrv_call *call)
{
	const unsigned char *buf = mdrv_get_ptr(call, MDRV_REC_BYTES);
	int len = mdrv_get_int(call);
	long sum = 0;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	for (int i = 0; i < len; i++)
		sum += buf[i];
	mdrv_put_int(call, sum);
	return 0;
}

static int up_fill(struct mdrv_call *call)
{
	unsigned char *buf = mdrv_get_ptr(call, MDRV_REC_BYTES);
	int len = mdrv_get_int(call);

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	for (int i = 0; i < len; i++)
		buf[i] = i * 7;
	return 0;
}

static int up_write(struct mdrv_call *call)
{
	struct rpc_peer *peer = mdrv_get_ptr(call, RPC_REC_PEER);
	long ret;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	ret = write_peer(peer);
	mdrv_put_int(call, ret);
	return 0;
}

static int up_recurse(struct mdrv_call *call)
{
	int n = mdrv_get_int(call);
	long ret;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	ret = n ? 1 + dc_int(RPC_DC_RECURSE, n - 1) : 0;
	mdrv_put_int(call, ret);
	return 0;
}

static int up_string(struct mdrv_call *call)
{
	const char *text = mdrv_get_str(call);
	long ret;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	ret = dc_string(text);
	mdrv_put_int(call, ret);
	return 0;
}

/* Its place in the plan's table of sites, in place of a line number. */
#define ALLOC_LINE	1

static int up_alloc(struct mdrv_call *call)
{
	struct rpc_state *state;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	state = mdrv_alloc(__FILE__, ALLOC_LINE, sizeof(*state), 0);
	for (int i = 0; state && i < RPC_FIELDS; i++)
		state->value[i] = i + 1;
	mdrv_put_ptr(call, state, RPC_REC_STATE);
	return 0;
}

static int up_free(struct mdrv_call *call)
{
	struct rpc_state *state = mdrv_get_ptr(call, RPC_REC_STATE);

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	mdrv_free(state);
	return 0;
}

static int up_buffer(struct mdrv_call *call)
{
	int len = mdrv_get_int(call);
	long ret;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	ret = buffer_there_and_back(len);
	mdrv_put_int(call, ret);
	return 0;
}

static int up_held(struct mdrv_call *call)
{
	int n = mdrv_get_int(call);
	int how = mdrv_get_int(call);

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	for (int i = 1; i <= n; i++)
		dc_none(RPC_DC_ACQUIRE, i);
	if (how == RPC_DIE)
		kill(getpid(), SIGKILL);
	while (how == RPC_HANG)
		pause();
	mdrv_put_int(call, how == RPC_FAIL ? -EIO : 0);
	return 0;
}

static int up_drop(struct mdrv_call *call)
{
	int n = mdrv_get_int(call);

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	for (int i = 1; i <= n; i++)
		dc_none(RPC_DC_RELEASE, i);
	mdrv_put_int(call, 0);
	return 0;
}

static int up_global(struct mdrv_call *call)
{
	long sum;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	sum = sum_and_step(&rpc_global, 1);
	mdrv_put_int(call, sum);
	return 0;
}

static int up_sleep(struct mdrv_call *call)
{
	int ms = mdrv_get_int(call);
	long ret;

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	ret = dc_int(RPC_DC_SLEEP, ms);
	mdrv_put_int(call, ret);
	return 0;
}

static int up_lie(struct mdrv_call *call)
{
	struct rpc_peer *peer = mdrv_get_ptr(call, RPC_REC_PEER);
	int lie = mdrv_get_int(call);

	if (mdrv_upcall_enter(call))
		return -EPROTO;
	lie_about(peer, lie);
	mdrv_put_int(call, 0);
	return 0;
}

static const struct mdrv_upcall upcalls[RPC_NUPCALLS] = {
	[RPC_UP_NULL] = { .name = "null", .handler = up_null },
	[RPC_UP_FIELDS] = { .name = "fields", .handler = up_fields },
	[RPC_UP_NESTED] = { .name = "nested", .handler = up_nested },
	[RPC_UP_PAYLOAD] = { .name = "payload", .handler = up_payload },
	[RPC_UP_FILL] = { .name = "fill", .handler = up_fill },
	[RPC_UP_WRITE] = { .name = "write", .handler = up_write },
	[RPC_UP_RECURSE] = { .name = "recurse", .handler = up_recurse },
	[RPC_UP_STRING] = { .name = "string", .handler = up_string },
	[RPC_UP_ALLOC] = { .name = "alloc", .handler = up_alloc },
	[RPC_UP_FREE] = { .name = "free", .handler = up_free },
	[RPC_UP_BUFFER] = { .name = "buffer", .handler = up_buffer },
	[RPC_UP_HELD] = { .name = "held", .handler = up_held },
	[RPC_UP_DROP] = { .name = "drop", .handler = up_drop },
	[RPC_UP_GLOBAL] = { .name = "global", .handler = up_global },
	[RPC_UP_SLEEP] = { .name = "sleep", .handler = up_sleep },
	[RPC_UP_LIE] = { .name = "lie", .handler = up_lie },
};

static const char *const downcalls[RPC_NDOWNCALLS] = {
	[RPC_DC_ECHO] = "echo",
	[RPC_DC_RECURSE] = "recurse",
	[RPC_DC_STRING] = "string",
	[RPC_DC_BUFFER] = "buffer",
	[RPC_DC_ACQUIRE] = "acquire",
	[RPC_DC_RELEASE] = "release",
	[RPC_DC_SLEEP] = "sleep",
};

static const struct mdrv_fn functions[RPC_NFNS] = {
	[RPC_FN_FIRST] = { "rpc_first", rpc_first },
	[RPC_FN_SECOND] = { "rpc_second", rpc_second },
};

static const struct mdrv_global globals[RPC_NGLOBALS] = {
	[RPC_GLOBAL_STATE] = {
		.name = "rpc_global", .addr = &rpc_global,
		.record = RPC_REC_STATE, .size = sizeof(rpc_global),
	},
};

static const struct mdrv_site sites[] = {
	{ .file = "rpc-user.c", .line = ALLOC_LINE, .record = RPC_REC_STATE },
};

static const struct mdrv_plan plan = {
	.name = RPC_NAME, .hash = RPC_HASH, .abi = MDRV_ABI,
	.nrecords = RPC_NRECORDS, .nfns = RPC_NFNS, .nglobals = RPC_NGLOBALS,
	.nupcalls = RPC_NUPCALLS, .ndowncalls = RPC_NDOWNCALLS, .nsites = 1,
	.records = rpc_records, .fns = functions, .globals = globals,
	.upcalls = upcalls, .downcall_names = downcalls, .sites = sites,
};

__attribute__((visibility("default"))) const struct mdrv_half mdrv_half = { &plan };
