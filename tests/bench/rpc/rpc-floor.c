// SPDX-License-Identifier: GPL-2.0-only
/*
 * rpc_floor.ko: an upcall and its reply over generic netlink with nothing on top,
 * the floor that the runtime is measured against. /dev/rpc_floor makes the calls.
 */
#include <linux/fs.h>
#include <linux/ktime.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/uaccess.h>
#include <linux/wait.h>
#include <net/genetlink.h>
#include "rpc-run.h"

static struct genl_family family;
static DEFINE_MUTEX(one_caller);
static DECLARE_WAIT_QUEUE_HEAD(wait);
static u32 portid;
static u32 answered;

static const struct nla_policy policy[] = {
	[RPC_FLOOR_A_SEQ] = { .type = NLA_U32 },
};

static int do_hello(struct sk_buff *skb, struct genl_info *info)
{
	portid = info->snd_portid;
	return 0;
}

static int do_call(struct sk_buff *skb, struct genl_info *info)
{
	if (!info->attrs[RPC_FLOOR_A_SEQ])
		return -EINVAL;
	WRITE_ONCE(answered, nla_get_u32(info->attrs[RPC_FLOOR_A_SEQ]));
	__wake_up_sync(&wait, TASK_NORMAL);
	return 0;
}

static const struct genl_small_ops ops[] = {
	{ .cmd = RPC_FLOOR_CMD_HELLO, .doit = do_hello, .flags = GENL_ADMIN_PERM },
	{ .cmd = RPC_FLOOR_CMD_CALL, .doit = do_call },
};

static struct genl_family family __ro_after_init = {
	.name = RPC_FLOOR_NAME, .version = 1, .maxattr = RPC_FLOOR_A_SEQ,
	.policy = policy, .module = THIS_MODULE, .small_ops = ops,
	.n_small_ops = ARRAY_SIZE(ops), .resv_start_op = RPC_FLOOR_CMD_CALL + 1,
	.parallel_ops = true,
};

static int call_once(u32 seq)
{
	struct sk_buff *skb = genlmsg_new(nla_total_size(4), GFP_KERNEL);
	void *hdr;
	int err;

	if (!skb)
		return -ENOMEM;
	hdr = genlmsg_put(skb, portid, 0, &family, 0, RPC_FLOOR_CMD_CALL);
	if (!hdr || nla_put_u32(skb, RPC_FLOOR_A_SEQ, seq)) {
		nlmsg_free(skb);
		return -EMSGSIZE;
	}
	genlmsg_end(skb, hdr);
	err = genlmsg_unicast(&init_net, skb, portid);
	if (err)
		return err;
	return wait_event_timeout(wait, READ_ONCE(answered) == seq, 5 * HZ) ? 0 : -ETIMEDOUT;
}

static long floor_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	static u32 seq;
	struct rpc_run run;
	u64 start;
	u32 i;

	if (cmd != RPC_IOC_RUN)
		return -ENOTTY;
	if (copy_from_user(&run, (void __user *)arg, sizeof(run)))
		return -EFAULT;
	mutex_lock(&one_caller);
	start = ktime_get_ns();
	for (i = 0, run.result = 0; i < run.count && !run.result; i++)
		run.result = call_once(++seq);
	run.ns = ktime_get_ns() - start;
	mutex_unlock(&one_caller);
	return copy_to_user((void __user *)arg, &run, sizeof(run)) ? -EFAULT : 0;
}

static const struct file_operations floor_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = floor_ioctl,
};

static struct miscdevice floor_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = RPC_FLOOR_NAME, .fops = &floor_fops,
};

static int __init floor_init(void)
{
	int err = genl_register_family(&family);

	if (err)
		return err;
	err = misc_register(&floor_misc);
	if (err)
		genl_unregister_family(&family);
	return err;
}

static void __exit floor_exit(void)
{
	misc_deregister(&floor_misc);
	genl_unregister_family(&family);
}

module_init(floor_init);
module_exit(floor_exit);
MODULE_DESCRIPTION("Bare generic netlink upcall, for comparison");
MODULE_LICENSE("GPL");
