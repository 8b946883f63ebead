// SPDX-License-Identifier: GPL-2.0-only
/*
 * mdrv_rpc.ko: the kernel half of a microdriver without a device, written by hand
 * the way the code generator writes them. /dev/mdrv_rpc makes its upcalls.
 */
#include <linux/delay.h>
#include <linux/fs.h>
#include <linux/ktime.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <mdrv/kernel.h>
#include "rpc-plan.h"
#include "rpc-run.h"

static struct mdrv_driver rpc_driver;
static atomic_t acquired = ATOMIC_INIT(0);
static struct rpc_state rpc_global = { .value = { 1, 2, 3, 4, 5, 6, 7, 8 } };
static struct rpc_state *rpc_memory;	/* what ALLOC brought and FREE takes */

static int rpc_first(int n)
{
	return n + 1;
}

static int rpc_second(int n)
{
	return n + 2;
}

/* Downcalls */

MDRV_DOWNCALL(echo, 0, MDRV_AN_INT, MDRV_AN_INT)
{
	return MDRV_N(0, u64) + 1;
}

static s64 up_recurse(u32 n);

MDRV_DOWNCALL(recurse, 0, MDRV_AN_INT, MDRV_AN_INT)
{
	return up_recurse(MDRV_N(0, u32));
}

MDRV_DOWNCALL(string, 0, MDRV_AN_INT, MDRV_A_STR)
{
	const char *text = MDRV_P(0, const char *);

	return text ? strlen(text) : 0;
}

MDRV_DOWNCALL(buffer, 0, MDRV_NOTHING, MDRV_A_BUF(MDRV_RW, 1))
{
	u8 *buf = MDRV_P(0, u8 *);
	u64 len = MDRV_N(1, u64), i;

	for (i = 0; i < len; i++)
		buf[i]++;
	return 0;
}

MDRV_UNDO(rpc, 1, false, atomic_dec(&acquired));

MDRV_DOWNCALL(acquire, MDRV_DC_ACQUIRES, MDRV_NOTHING, MDRV_AN_INT)
{
	atomic_inc(&acquired);
	mdrv_took(mdrv_call, mdrv_call->drv, &mdrv_undo_rpc, MDRV_N(0, u64), 0);
	return 0;
}

MDRV_DOWNCALL(release, 0, MDRV_NOTHING, MDRV_AN_INT)
{
	mdrv_released(mdrv_call->drv, &mdrv_undo_rpc, MDRV_N(0, u64), 0);
	atomic_dec(&acquired);
	return 0;
}

MDRV_DOWNCALL(sleep, 0, MDRV_AN_INT, MDRV_AN_INT)
{
	msleep(min_t(u64, MDRV_N(0, u64), 5000));
	return 0;
}

static const struct mdrv_downcall *const downcalls[RPC_NDOWNCALLS] = {
	[RPC_DC_ECHO] = &mdrv_dc_echo, [RPC_DC_RECURSE] = &mdrv_dc_recurse,
	[RPC_DC_STRING] = &mdrv_dc_string, [RPC_DC_BUFFER] = &mdrv_dc_buffer,
	[RPC_DC_ACQUIRE] = &mdrv_dc_acquire, [RPC_DC_RELEASE] = &mdrv_dc_release,
	[RPC_DC_SLEEP] = &mdrv_dc_sleep,
};

/* Upcalls */

/* The many that take one int, or nothing, and bring back an int. */
static s64 up_int(u32 func, u32 n, u32 how)
{
	struct mdrv_call call;
	bool again = false;
	s64 ret;

once_more:
	ret = mdrv_upcall_begin(&call, &rpc_driver, func, &rpc_driver);
	if (ret)
		return ret;
	if (func != RPC_UP_NULL && func != RPC_UP_GLOBAL)
		mdrv_put_int(&call, n);
	if (func == RPC_UP_HELD)
		mdrv_put_int(&call, how);
	ret = mdrv_upcall_run(&call);
	if (!ret && func != RPC_UP_NULL)
		ret = mdrv_get_int(&call);
	mdrv_upcall_end(&call);
	if (mdrv_upcall_again(&call, &again))
		goto once_more;
	return ret;
}

static s64 up_recurse(u32 n)
{
	return up_int(RPC_UP_RECURSE, n, 0);
}

static s64 up_fields(u32 seed)
{
	static struct rpc_state state;
	struct mdrv_call call;
	s64 ret, sum = 0;
	int i;

	for (i = 0; i < RPC_FIELDS; i++) {
		state.value[i] = seed + i;
		sum += state.value[i];
	}
	ret = mdrv_upcall_begin(&call, &rpc_driver, RPC_UP_FIELDS, &state);
	if (ret)
		return ret;
	mdrv_put_ptr(&call, &state, RPC_REC_STATE);
	ret = mdrv_upcall_run(&call);
	if (!ret)
		ret = (s64)mdrv_get_int(&call) == sum ? 0 : -EBADMSG;
	mdrv_upcall_end(&call);
	return ret;
}

/* PAYLOAD sends a buffer, FILL receives one. */
static s64 up_buffer(u32 func, u32 len, u32 seed)
{
	static u8 buffer[RPC_PAYLOAD];
	struct mdrv_call call;
	u8 byte = seed + 1;
	s64 ret;
	u32 i;

	/* Every byte another one than last time; cheaply, since this is measured. */
	len = min_t(u32, len, sizeof(buffer));
	memset(buffer, byte, len);
	ret = mdrv_upcall_begin(&call, &rpc_driver, func, buffer);
	if (ret)
		return ret;
	mdrv_put_buf(&call, buffer, len, func == RPC_UP_PAYLOAD ? MDRV_R : MDRV_W);
	mdrv_put_int(&call, len);
	ret = mdrv_upcall_run(&call);
	if (!ret && func == RPC_UP_PAYLOAD)
		ret = mdrv_get_int(&call) == (u64)len * byte ? 0 : -EBADMSG;
	mdrv_upcall_end(&call);
	for (i = 0; i < len && !ret && func == RPC_UP_FILL; i++) {
		if (buffer[i] != ((i * 7) & 0xff))
			ret = -EBADMSG;
	}
	return ret;
}

static void peer_in(struct rpc_peer *peer, struct rpc_state *state, u8 *block)
{
	int i;

	memset(peer, 0, sizeof(*peer));
	peer->name = "peer-in";
	peer->state = state;
	peer->cookie = &rpc_driver;
	peer->fn = rpc_first;
	peer->mac[0] = 2;
	peer->mac[5] = 1;
	peer->low = 5;
	peer->high = 17;
	peer->delta = -7;
	peer->secret = 0x5ec2e7;
	peer->block = block;
	for (i = 0; i < 4; i++)
		peer->queue[i] = i + 1;
	for (i = 0; i < RPC_FIELDS; i++) {
		state->value[i] = 10 + i;
		peer->inner.value[i] = 100 + i;
	}
}

/* 0, or the number of the first field that is not as the user half should leave it. */
static int check_peer_out(const struct rpc_peer *peer, const struct rpc_state *state,
			  const u8 *block)
{
	int i;

	if (!peer->name || strcmp(peer->name, "peer-out"))
		return RPC_F_NAME + 1;
	if (peer->state != &peer->inner || state->value[0] != 99 || state->value[1] != 11)
		return RPC_F_STATE + 1;
	if (peer->cookie != peer)
		return RPC_F_COOKIE + 1;
	if (peer->fn != rpc_second)
		return RPC_F_FN + 1;
	if (peer->low != 2)
		return RPC_F_LOW + 1;
	if (peer->high != 30)
		return RPC_F_HIGH + 1;
	if (peer->delta != -7 || peer->secret != 0x5ec2e7)
		return RPC_F_DELTA + 1;
	for (i = 0; i < 6; i++) {
		if (peer->mac[i] != 0x10 + i)
			return RPC_F_MAC + 1;
	}
	for (i = 0; i < 4; i++) {
		if (peer->queue[i] != 1000 + i)
			return RPC_F_QUEUE + 1;
	}
	for (i = 0; i < RPC_FIELDS; i++) {
		if (peer->inner.value[i] != 200 + i)
			return RPC_F_INNER + 1;
	}
	return peer->block == block + RPC_BLOCK ? 0 : RPC_F_BLOCK + 1;
}

/* Result: 0, the user half's complaint, or 100 + that of this half. */
static s64 write_peer(struct rpc_peer *peer, struct rpc_state *state, const u8 *block)
{
	struct mdrv_call call;
	s64 ret;

	ret = mdrv_upcall_begin(&call, &rpc_driver, RPC_UP_WRITE, peer);
	if (ret)
		return ret;
	mdrv_put_ptr(&call, peer, RPC_REC_PEER);
	ret = mdrv_upcall_run(&call);
	if (!ret)
		ret = mdrv_get_int(&call);
	mdrv_upcall_end(&call);
	if (!ret) {
		ret = check_peer_out(peer, state, block);
		ret = ret ? 100 + ret : 0;
	}
	return ret;
}

/* Result: of the upcall, or 200 + @lie if the lie has come to rest in the peer. */
static s64 lie_about_peer(struct rpc_peer *peer, const struct rpc_state *state,
			  const u8 *block, u32 lie)
{
	struct mdrv_call call;
	s64 ret;

	peer->cookie = peer;
	ret = mdrv_upcall_begin(&call, &rpc_driver, RPC_UP_LIE, peer);
	if (ret)
		return ret;
	mdrv_put_ptr(&call, peer, RPC_REC_PEER);
	mdrv_put_int(&call, lie);
	ret = mdrv_upcall_run(&call);
	if (!ret)
		ret = mdrv_get_int(&call);
	mdrv_upcall_end(&call);
	if (!peer->name || peer->state != state || state->value[1] != 11 || peer->fn != rpc_first ||
	    peer->block != block || peer->cookie != peer)
		ret = 200 + lie;
	return ret;
}

/*
 * Memory that was tracked and has been freed, and after it more than anybody may
 * forget. Return: what is left of it, an address.
 */
static struct rpc_state *dig_graves(u32 n)
{
	struct rpc_state **dead = kcalloc(n, sizeof(*dead), GFP_KERNEL), *first = NULL;
	u32 i;

	for (i = 0; dead && i < n; i++) {
		dead[i] = kzalloc(sizeof(**dead), GFP_KERNEL);
		if (dead[i])
			mdrv_track(&rpc_driver, dead[i], sizeof(**dead), MDRV_O_RECORD,
				   RPC_REC_STATE);
	}
	if (dead)
		first = dead[0];
	for (i = 0; dead && i < n; i++) {
		mdrv_untrack(&rpc_driver, dead[i]);
		kfree(dead[i]);
	}
	kfree(dead);
	return first;
}

/* WRITE with @graves: the peer points at what has been freed, and so many things since. */
static s64 with_peer(u32 func, u32 arg, u32 graves)
{
	struct rpc_peer *peer = kzalloc(sizeof(*peer), GFP_KERNEL);
	struct rpc_state *state = kzalloc(sizeof(*state), GFP_KERNEL);
	u8 *block = kzalloc(2 * RPC_BLOCK, GFP_KERNEL);
	s64 ret = -ENOMEM;

	if (!peer || !state || !block ||
	    mdrv_track(&rpc_driver, state, sizeof(*state), MDRV_O_RECORD, RPC_REC_STATE) ||
	    mdrv_track(&rpc_driver, block, 2 * RPC_BLOCK, MDRV_O_BUFFER, MDRV_REC_BYTES))
		goto out;
	peer_in(peer, state, block);
	if (graves)
		peer->state = dig_graves(graves);
	if (func == RPC_UP_LIE)
		ret = lie_about_peer(peer, state, block, arg);
	else
		ret = write_peer(peer, state, block);
out:
	mdrv_untrack(&rpc_driver, block);
	mdrv_untrack(&rpc_driver, state);
	mdrv_untrack(&rpc_driver, peer);
	kfree(block);
	kfree(state);
	kfree(peer);
	return ret;
}

static s64 up_string(u32 len)
{
	char text[200];
	struct mdrv_call call;
	s64 ret;

	len = min_t(u32, len, sizeof(text) - 1);
	memset(text, 'x', len);
	text[len] = '\0';
	ret = mdrv_upcall_begin(&call, &rpc_driver, RPC_UP_STRING, NULL);
	if (ret)
		return ret;
	mdrv_put_str(&call, text);
	ret = mdrv_upcall_run(&call);
	if (!ret)
		ret = mdrv_get_int(&call) == len ? 0 : -EBADMSG;
	mdrv_upcall_end(&call);
	return ret;
}

static s64 up_alloc(void)
{
	struct mdrv_call call;
	s64 ret;
	int i;

	ret = mdrv_upcall_begin(&call, &rpc_driver, RPC_UP_ALLOC, NULL);
	if (ret)
		return ret;
	ret = mdrv_upcall_run(&call);
	if (!ret)
		rpc_memory = mdrv_get_ptr(&call, RPC_REC_STATE, 0);
	mdrv_upcall_end(&call);
	if (ret)
		return ret;
	for (i = 0; i < RPC_FIELDS; i++) {
		if (!rpc_memory || rpc_memory->value[i] != i + 1)
			return -EBADMSG;
	}
	return 0;
}

static s64 up_free(void)
{
	struct mdrv_call call;
	s64 ret;

	if (!rpc_memory)
		return -EINVAL;
	ret = mdrv_upcall_begin(&call, &rpc_driver, RPC_UP_FREE, NULL);
	if (ret)
		return ret;
	mdrv_put_ptr(&call, rpc_memory, RPC_REC_STATE);
	ret = mdrv_upcall_run(&call);
	mdrv_upcall_end(&call);
	if (!ret)
		rpc_memory = NULL;
	return ret;
}

/*
 * GLOBAL sums what the global was, and adds one to each. It begins from small values:
 * a daemon may write any, and one that wraps is no proof of a damaged twin.
 */
static s64 up_global(void)
{
	s64 before = 0, after = 0, ret;
	int i;

	for (i = 0; i < RPC_FIELDS; i++) {
		rpc_global.value[i] += i + 1;
		rpc_global.value[i] &= 0xffff;
		before += rpc_global.value[i];
	}
	ret = up_int(RPC_UP_GLOBAL, 0, 0);
	for (i = 0; i < RPC_FIELDS; i++)
		after += rpc_global.value[i];
	if (ret < 0)
		return ret;
	return ret == before && after == before + RPC_FIELDS ? 0 : -EBADMSG;
}

static const u16 all_rights[] = {
	RPC_DC_ECHO, RPC_DC_RECURSE, RPC_DC_STRING, RPC_DC_BUFFER, RPC_DC_ACQUIRE,
	RPC_DC_RELEASE, RPC_DC_SLEEP, MDRV_MAY_ALLOC(RPC_REC_STATE), MDRV_MAY_FREE,
};
/* Those of this file are made step by step: no words but that for the result. */
static const u32 no_words[] = { MDRV_NOTHING };
#define UPCALL(m) \
	{ .allowed = all_rights, .nallowed = ARRAY_SIZE(all_rights), .mode = m, \
	  .words = no_words, .nwords = 1, .owner = MDRV_NO_OWNER }

#define REPEATABLE(m) \
	{ .allowed = all_rights, .nallowed = ARRAY_SIZE(all_rights), .mode = m, \
	  .words = no_words, .nwords = 1, .owner = MDRV_NO_OWNER, .flags = MDRV_REPEATABLE }

static const struct mdrv_upcall upcalls[RPC_NUPCALLS] = {
	[RPC_UP_NULL] = UPCALL(MDRV_PLAIN),
	[RPC_UP_FIELDS] = UPCALL(MDRV_PLAIN),
	[RPC_UP_NESTED] = REPEATABLE(MDRV_PLAIN),
	[RPC_UP_PAYLOAD] = UPCALL(MDRV_PLAIN),
	[RPC_UP_FILL] = UPCALL(MDRV_PLAIN),
	[RPC_UP_WRITE] = UPCALL(MDRV_PLAIN),
	[RPC_UP_RECURSE] = UPCALL(MDRV_PLAIN),
	[RPC_UP_STRING] = UPCALL(MDRV_PLAIN),
	[RPC_UP_ALLOC] = UPCALL(MDRV_PLAIN),
	[RPC_UP_FREE] = UPCALL(MDRV_PLAIN),
	[RPC_UP_BUFFER] = UPCALL(MDRV_PLAIN),
	[RPC_UP_HELD] = REPEATABLE(MDRV_UNDO),
	[RPC_UP_DROP] = UPCALL(MDRV_RELEASE),
	[RPC_UP_GLOBAL] = UPCALL(MDRV_PLAIN),
	[RPC_UP_SLEEP] = UPCALL(MDRV_PLAIN),
	[RPC_UP_LIE] = UPCALL(MDRV_PLAIN),
};

static const struct mdrv_fn functions[RPC_NFNS] = {
	[RPC_FN_FIRST] = MDRV_FUNCTION("rpc_first", rpc_first),
	[RPC_FN_SECOND] = MDRV_FUNCTION("rpc_second", rpc_second),
};

static const struct mdrv_global globals[RPC_NGLOBALS] = {
	[RPC_GLOBAL_STATE] = {
		MDRV_NAMED("rpc_global") .addr = &rpc_global,
		.record = RPC_REC_STATE, .size = sizeof(rpc_global),
	},
};

static const struct mdrv_plan plan = {
	.name = RPC_NAME, .hash = RPC_HASH, .abi = MDRV_ABI,
	.nrecords = RPC_NRECORDS, .nfns = RPC_NFNS, .nglobals = RPC_NGLOBALS,
	.nupcalls = RPC_NUPCALLS, .ndowncalls = RPC_NDOWNCALLS,
	.records = rpc_records, .fns = functions, .globals = globals,
	.upcalls = upcalls, .downcalls = downcalls,
};

static s64 run_once(const struct rpc_run *run, u32 i)
{
	switch (run->test) {
	case RPC_UP_FIELDS:
		return up_fields(run->arg + i);
	case RPC_UP_PAYLOAD:
	case RPC_UP_FILL:
		return up_buffer(run->test, run->arg ?: RPC_PAYLOAD, i);
	case RPC_UP_WRITE:
	case RPC_UP_LIE:
		return with_peer(run->test, run->arg, run->test == RPC_UP_WRITE ? run->how : 0);
	case RPC_UP_STRING:
		return up_string(run->arg);
	case RPC_UP_ALLOC:
		return up_alloc();
	case RPC_UP_FREE:
		return up_free();
	case RPC_UP_GLOBAL:
		return up_global();
	default:
		return up_int(run->test, run->arg, run->how);
	}
}

static long rpc_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct rpc_run run;
	u64 start;
	u32 i;

	if (cmd != RPC_IOC_RUN)
		return -ENOTTY;
	if (copy_from_user(&run, (void __user *)arg, sizeof(run)))
		return -EFAULT;
	if (run.test >= RPC_NUPCALLS)
		return -EINVAL;
	start = ktime_get_ns();
	for (i = 0; i < run.count; i++) {
		run.result = run_once(&run, i);
		if (run.result < 0 || signal_pending(current))
			break;
	}
	run.ns = ktime_get_ns() - start;
	run.acquired = atomic_read(&acquired);
	return copy_to_user((void __user *)arg, &run, sizeof(run)) ? -EFAULT : 0;
}

static const struct file_operations rpc_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = rpc_ioctl,
};

static struct miscdevice rpc_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = RPC_NAME, .fops = &rpc_fops,
};

static struct mdrv_driver rpc_driver = { .plan = &plan, .owner = THIS_MODULE };

static int __init rpc_init(void)
{
	int err = mdrv_driver_register(&rpc_driver);

	if (err)
		return err;
	err = misc_register(&rpc_misc);
	if (err)
		mdrv_driver_unregister(&rpc_driver);
	return err;
}

static void __exit rpc_exit(void)
{
	misc_deregister(&rpc_misc);
	mdrv_driver_unregister(&rpc_driver);
}

module_init(rpc_init);
module_exit(rpc_exit);
MODULE_DESCRIPTION("Kernel half of the call benchmark");
MODULE_LICENSE("GPL");
