// SPDX-License-Identifier: GPL-2.0-only
/*
 * The generic netlink family. Handlers run in the daemon's sendmsg(), check a
 * message's shape and hand it to the thread that waits for it; none runs code of
 * a driver, takes RTNL or the family lock, or waits for a call in progress.
 */
#include <linux/notifier.h>
#include <linux/ktime.h>
#include <linux/jiffies.h>
#include <linux/pid.h>
#include <linux/sched.h>
#include <net/genetlink.h>
#include <net/netlink.h>
#include "internal.h"

static struct genl_family family;

static const struct nla_policy policy[MDRV_A_MAX + 1] = {
	[MDRV_A_DRIVER] = { .type = NLA_NUL_STRING, .len = MDRV_NAME_MAX },
	[MDRV_A_HASH] = { .type = NLA_NUL_STRING, .len = MDRV_HASH_LEN },
	[MDRV_A_CHAIN] = { .type = NLA_U32 },
	[MDRV_A_FUNC] = { .type = NLA_U32 },
	[MDRV_A_ERROR] = { .type = NLA_S32 },
	[MDRV_A_ARGS] = { .type = NLA_BINARY, .len = MDRV_LIST_MAX },
	[MDRV_A_SYNC] = { .type = NLA_BINARY, .len = MDRV_LIST_MAX },
	[MDRV_A_STANDBY] = { .type = NLA_FLAG },
};

static int do_attach(struct sk_buff *skb, struct genl_info *info)
{
	if (!info->attrs[MDRV_A_DRIVER] || !info->attrs[MDRV_A_HASH])
		return -EINVAL;
	if (!netlink_capable(skb, CAP_SYS_ADMIN))
		return -EPERM;
	return mdrv_session_attach(nla_data(info->attrs[MDRV_A_DRIVER]),
				   nla_data(info->attrs[MDRV_A_HASH]),
				   info->snd_portid, info->snd_seq,
				   info->attrs[MDRV_A_STANDBY]);
}

/* A supervisor gives up: whoever watches devices is told. */
static int do_failed(struct sk_buff *skb, struct genl_info *info)
{
	if (!info->attrs[MDRV_A_DRIVER])
		return -EINVAL;
	if (!netlink_capable(skb, CAP_SYS_ADMIN))
		return -EPERM;
	return mdrv_event_failed(nla_data(info->attrs[MDRV_A_DRIVER]));
}

/*
 * The session of the socket that a message came on. Another process that has got hold of
 * it is none of ours: only the one that attached is watched, and may map.
 */
static struct mdrv_session *session_of(const struct genl_info *info)
{
	struct mdrv_session *s = mdrv_session_by_port(info->snd_portid);

	if (!s || task_tgid(current) == s->pid)
		return s;
	mdrv_session_kill(s, -EPROTO);
	mdrv_session_put(s);
	return NULL;
}

static int do_detach(struct sk_buff *skb, struct genl_info *info)
{
	struct mdrv_session *s = session_of(info);

	if (!s)
		return -ENOTCONN;
	mdrv_session_kill(s, -EPIPE);
	mdrv_session_put(s);
	return 0;
}

/* Give a message to the thread that waits for one; nobody waiting is a breach. */
static int deliver(struct mdrv_session *s, const struct mdrv_msg *msg)
{
	bool taken = false;

	spin_lock(&s->inbox_lock);
	if (s->waiting && !s->inbox.skb) {
		s->inbox = *msg;
		skb_get(msg->skb);
		taken = true;
	}
	spin_unlock(&s->inbox_lock);
	if (!taken) {
		mdrv_session_kill(s, -EPROTO);
		return -EPROTO;
	}
	/* The sender is about to sleep in recvmsg(): stay on its CPU. */
	__wake_up_sync(&s->wait, TASK_NORMAL);
	return 0;
}

static int do_call(struct sk_buff *skb, struct genl_info *info)
{
	struct nlattr **a = info->attrs;
	struct mdrv_msg msg = { .skb = skb, .cmd = info->genlhdr->cmd };
	struct mdrv_session *s = session_of(info);
	int err;

	if (!s)
		return -ENOTCONN;
	if (a[MDRV_A_CHAIN])
		msg.chain = nla_get_u32(a[MDRV_A_CHAIN]);
	msg.func = a[MDRV_A_FUNC] ? nla_get_u32(a[MDRV_A_FUNC]) : U32_MAX;
	if (a[MDRV_A_ERROR])
		msg.error = nla_get_s32(a[MDRV_A_ERROR]);
	if (a[MDRV_A_ARGS]) {
		msg.args = nla_data(a[MDRV_A_ARGS]);
		msg.args_len = nla_len(a[MDRV_A_ARGS]);
	}
	if (a[MDRV_A_SYNC]) {
		msg.sync = nla_data(a[MDRV_A_SYNC]);
		msg.sync_len = nla_len(a[MDRV_A_SYNC]);
	}
	atomic64_add(skb->len, &s->state->stats.bytes_down);
	err = deliver(s, &msg);
	mdrv_session_put(s);
	return err;
}

static const struct genl_small_ops ops[] = {
	{ .cmd = MDRV_CMD_ATTACH, .doit = do_attach, .flags = GENL_ADMIN_PERM },
	{ .cmd = MDRV_CMD_UPCALL, .doit = do_call },
	{ .cmd = MDRV_CMD_DOWNCALL, .doit = do_call },
	{ .cmd = MDRV_CMD_DETACH, .doit = do_detach },
	{ .cmd = MDRV_CMD_FAILED, .doit = do_failed, .flags = GENL_ADMIN_PERM },
};

static struct genl_family family __ro_after_init = {
	.name = MDRV_GENL_NAME,
	.version = MDRV_GENL_VERSION,
	.maxattr = MDRV_A_MAX,
	.policy = policy,
	.module = THIS_MODULE,
	.small_ops = ops,
	.n_small_ops = ARRAY_SIZE(ops),
	.resv_start_op = MDRV_CMD_MAX + 1,
	.parallel_ops = true,
};

int mdrv_netlink_attached(struct mdrv_session *s, u32 seq)
{
	struct sk_buff *skb = genlmsg_new(nla_total_size(4) * 2 + nla_total_size_64bit(8) * 2,
					  GFP_KERNEL);
	void *hdr;

	if (!skb)
		return -ENOMEM;
	hdr = genlmsg_put(skb, s->portid, seq, &family, 0, MDRV_CMD_ATTACH);
	if (!hdr || nla_put_u32(skb, MDRV_A_SESSION, s->id) ||
	    nla_put_u32(skb, MDRV_A_HZ, HZ) ||
	    nla_put_u64_64bit(skb, MDRV_A_JIFFIES, get_jiffies_64(), MDRV_A_PAD) ||
	    nla_put_u64_64bit(skb, MDRV_A_MONOTONIC, ktime_get_ns(), MDRV_A_PAD)) {
		nlmsg_free(skb);
		return -EMSGSIZE;
	}
	genlmsg_end(skb, hdr);
	return genlmsg_unicast(&init_net, skb, s->portid);
}

int mdrv_netlink_parked(struct mdrv_session *s, u32 seq)
{
	struct sk_buff *skb = genlmsg_new(nla_total_size(4) + nla_total_size(0), GFP_KERNEL);
	void *hdr;

	if (!skb)
		return -ENOMEM;
	hdr = genlmsg_put(skb, s->portid, seq, &family, 0, MDRV_CMD_ATTACH);
	if (!hdr || nla_put_u32(skb, MDRV_A_SESSION, s->id) ||
	    nla_put_flag(skb, MDRV_A_STANDBY)) {
		nlmsg_free(skb);
		return -EMSGSIZE;
	}
	genlmsg_end(skb, hdr);
	return genlmsg_unicast(&init_net, skb, s->portid);
}

static int put_list(struct sk_buff *skb, int attr, const u8 *data, u32 len)
{
	return len ? nla_put(skb, attr, len, data) : 0;
}

/**
 * mdrv_netlink_call() - send an upcall, or the answer to a downcall
 * @s:		the session; monitor held, SYNC made
 * @cmd:	MDRV_CMD_UPCALL or MDRV_CMD_DOWNCALL
 * @call:	the call, ARGS in its @out
 * @error:	answers: the crossing's own error
 */
int mdrv_netlink_call(struct mdrv_session *s, u8 cmd, const struct mdrv_call *call, int error)
{
	u32 parent = call->parent && call->parent->session == s ? call->parent->chain : 0;
	bool up = cmd == MDRV_CMD_UPCALL;
	struct sk_buff *skb;
	void *hdr;

	/* Exactly what is needed: netlink copies an skb with much room to spare. */
	skb = genlmsg_new(nla_total_size(4) * 3 +
			  (call->out.len ? nla_total_size(call->out.len) : 0) +
			  (s->sync.len ? nla_total_size(s->sync.len) : 0), GFP_KERNEL);
	if (!skb)
		return -ENOMEM;
	hdr = genlmsg_put(skb, s->portid, 0, &family, 0, cmd);
	if (!hdr || nla_put_u32(skb, MDRV_A_CHAIN, call->chain) ||
	    (up && nla_put_u32(skb, MDRV_A_FUNC, call->func)) ||
	    (up && parent && nla_put_u32(skb, MDRV_A_PARENT, parent)) ||
	    (error && nla_put_s32(skb, MDRV_A_ERROR, error)) ||
	    put_list(skb, MDRV_A_ARGS, call->out.base, call->out.len) ||
	    put_list(skb, MDRV_A_SYNC, s->sync.base, s->sync.len)) {
		nlmsg_free(skb);
		return -EMSGSIZE;
	}
	genlmsg_end(skb, hdr);
	atomic64_add(skb->len, &s->state->stats.bytes_up);
	return genlmsg_unicast(&init_net, skb, s->portid);
}

/* Tell a daemon that it is over; it may not be there any more. */
void mdrv_netlink_detach(u32 portid, int error)
{
	struct sk_buff *skb = genlmsg_new(nla_total_size(4), GFP_KERNEL);
	void *hdr;

	if (!skb)
		return;
	hdr = genlmsg_put(skb, portid, 0, &family, 0, MDRV_CMD_DETACH);
	if (!hdr || nla_put_s32(skb, MDRV_A_ERROR, error)) {
		nlmsg_free(skb);
		return;
	}
	genlmsg_end(skb, hdr);
	genlmsg_unicast(&init_net, skb, portid);
}

/* A daemon's death shows at once as the release of its socket. */
static int released(struct notifier_block *nb, unsigned long event, void *data)
{
	const struct netlink_notify *n = data;
	struct mdrv_session *s;

	if (event != NETLINK_URELEASE || n->protocol != NETLINK_GENERIC ||
	    !net_eq(n->net, &init_net))
		return NOTIFY_DONE;
	s = mdrv_session_by_port(n->portid);
	if (s) {
		mdrv_session_kill(s, -EPIPE);
		mdrv_session_put(s);
	}
	return NOTIFY_DONE;
}

static struct notifier_block release_notifier = { .notifier_call = released };

int mdrv_netlink_init(void)
{
	int err = netlink_register_notifier(&release_notifier);

	if (err)
		return err;
	err = genl_register_family(&family);
	if (err)
		netlink_unregister_notifier(&release_notifier);
	return err;
}

void mdrv_netlink_exit(void)
{
	genl_unregister_family(&family);
	netlink_unregister_notifier(&release_notifier);
}
