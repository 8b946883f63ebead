// SPDX-License-Identifier: GPL-2.0-only
/*
 * Upcalls, and the downcalls within them. Both run on the kernel thread that made
 * the upcall. It holds the session's monitor (token) from mdrv_upcall_begin() to
 * mdrv_upcall_end(), except while the callee of a downcall runs: that may block,
 * and may depend on another thread's upcall.
 */
#include <linux/jiffies.h>
#include <linux/moduleparam.h>
#include <linux/preempt.h>
#include <linux/ratelimit.h>
#include <linux/rtnetlink.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include "internal.h"
#include "trace.h"

#define COMING	(HZ / 2)	/* for a standby to become the session: a work has to run */

unsigned int mdrv_watchdog_ms = 10000;
module_param_named(watchdog_ms, mdrv_watchdog_ms, uint, 0644);
MODULE_PARM_DESC(watchdog_ms, "end a session whose user half shows no progress for this long");

/* Off, since a user half that has itself traced could then hold its callers for ever. */
static bool debugger;
module_param(debugger, bool, 0644);
MODULE_PARM_DESC(debugger, "let a debugger hold a user half for as long as it likes");

/* The innermost upcall of this driver that the current thread is in, or NULL. */
struct mdrv_call *mdrv_call_current(struct mdrv_state *st)
{
	struct mdrv_call *call;

	lockdep_assert_held(&st->lock);
	if (!in_task())			/* an interrupt's doings are not its victim's */
		return NULL;
	list_for_each_entry_reverse(call, &st->calls, link) {
		if (call->task == current)
			return call;
	}
	return NULL;
}

static bool has_slot(struct mdrv_state *st)
{
	bool yes;

	spin_lock_irq(&st->lock);
	yes = !st->session || st->session->slots != MDRV_EVERY_CHAIN;
	spin_unlock_irq(&st->lock);
	return yes;
}

static bool is_release(const struct mdrv_call *call)
{
	return call->drv->plan->upcalls[call->func].mode == MDRV_RELEASE;
}

/* Which session serves @call; the bit in its objects' masks. state->lock held. */
static int take_slot(struct mdrv_call *call, struct mdrv_state *st)
{
	struct mdrv_session *s = st->session;

	if (!s || s->dead)
		return -ENODEV;
	/* What is nested in a torn call is part of its undoing: it fails at once. */
	if (call->parent && (call->parent->torn || call->parent->session != s))
		return -ENODEV;
	if (call->depth >= MDRV_NEST_MAX)
		return -ELOOP;
	if (s->slots == MDRV_EVERY_CHAIN)
		return -EBUSY;
	call->slot = ffz(s->slots);
	s->slots |= BIT_ULL(call->slot);
	mdrv_session_get(s);
	call->session = s;
	return 0;
}

/*
 * There is none, but one is on its way from standby: what begins now need not fail. What
 * gives something back does not wait: that is undone as well without a user half.
 */
static bool is_coming(const struct mdrv_call *call, const struct mdrv_state *st)
{
	return st->standby && !st->closing && (!st->session || st->session->dead) &&
	       !is_release(call);
}

static bool has_come(struct mdrv_call *call, struct mdrv_state *st)
{
	bool yes;

	spin_lock_irq(&st->lock);
	yes = !is_coming(call, st);
	spin_unlock_irq(&st->lock);
	return yes;
}

/*
 * Settle which session serves it. When all its chains are in use, as by callers that
 * sleep in the kernel, wait for one, unless with one in hand; likewise for a standby.
 * state->lock held, and released meanwhile.
 */
static int wait_for_slot(struct mdrv_call *call, struct mdrv_state *st)
{
	unsigned long left = msecs_to_jiffies(READ_ONCE(mdrv_watchdog_ms));
	int err = take_slot(call, st);

	if (err == -ENODEV && !call->parent && is_coming(call, st)) {
		spin_unlock_irq(&st->lock);
		wait_event_timeout(st->idle, has_come(call, st), COMING);
		spin_lock_irq(&st->lock);
		err = take_slot(call, st);
	}
	while (err == -EBUSY && !call->parent && left) {
		spin_unlock_irq(&st->lock);
		left = wait_event_timeout(st->idle, has_slot(st), left);
		spin_lock_irq(&st->lock);
		err = take_slot(call, st);
	}
	return err;
}

/* Enter the driver's list of calls. */
static int join(struct mdrv_call *call, struct mdrv_state *st)
{
	int err;

	spin_lock_irq(&st->lock);
	call->parent = mdrv_call_current(st);
	call->payer = call->parent ? call->parent->payer : mdrv_scope_owner(st) ?: call->owner;
	call->root = call->parent ? call->parent->root : ++st->next_root;
	call->depth = call->parent ? call->parent->depth + 1 : 0;
	call->mark = st->undo_seq;
	list_add_tail(&call->link, &st->calls);
	err = wait_for_slot(call, st);
	spin_unlock_irq(&st->lock);
	return err;
}

/* Its session has died before anything was sent: that is none of the next one's business. */
static int move_on(struct mdrv_call *call, struct mdrv_state *st)
{
	struct mdrv_session *s = call->session;
	int err;

	if (call->parent)
		return -ENODEV;
	spin_lock_irq(&st->lock);
	s->slots &= ~BIT_ULL(call->slot);
	call->session = NULL;
	err = wait_for_slot(call, st);
	spin_unlock_irq(&st->lock);
	mdrv_session_put(s);
	return err;
}

/* The monitor of a session that lives. */
static int enter(struct mdrv_call *call, struct mdrv_state *st)
{
	int err = join(call, st);
	bool moved = false;

	while (!err) {
		mutex_lock(&call->session->token);
		if (!READ_ONCE(call->session->dead))
			return 0;
		mutex_unlock(&call->session->token);
		err = moved ? -ENODEV : move_on(call, st);
		moved = true;
	}
	return err;
}

static void leave(struct mdrv_call *call, struct mdrv_state *st)
{
	struct mdrv_session *s = call->session;

	/* Once out of the list, @st lives only as long as the session's reference. */
	spin_lock_irq(&st->lock);
	list_del(&call->link);
	if (s)
		s->slots &= ~BIT_ULL(call->slot);
	if (waitqueue_active(&st->idle))
		wake_up_all(&st->idle);
	spin_unlock_irq(&st->lock);
	if (s)
		mdrv_session_put(s);
}

/* What a call acquired or was to release, when its user half did not finish it. */
static void settle(struct mdrv_call *call, struct mdrv_state *st)
{
	u32 mode = st->drv->plan->upcalls[call->func].mode;

	atomic64_inc(&st->stats.failures);
	call->torn = true;
	mdrv_scope_tear(st);
	call->broken = mode == MDRV_PLAIN && call->gave;
	/* Locks first: what is undone next may want them. */
	mdrv_undo_since(st, call->root, call->mark, mode != MDRV_UNDO && !call->broken);
	if (mode == MDRV_UNDO && call->allocated)
		mdrv_registry_loosen(st, call->root, call->mark);
	if (mode == MDRV_RELEASE) {
		mdrv_undo_owner(st, call->owner);
		mdrv_via_flush(st);
	}
	mdrv_limbo_settle(st, NULL, false);
}

static void warn_left(struct mdrv_state *st, u32 n, u32 func)
{
	static DEFINE_RATELIMIT_STATE(limit, DEFAULT_RATELIMIT_INTERVAL, DEFAULT_RATELIMIT_BURST);

	if (__ratelimit(&limit))
		pr_warn("mdrv: %s: undid %u acquisitions that the failed upcall %u had left\n",
			st->name, n, func);
}

/* An upcall has come to its regular end: what it says it did is made true. */
static void well_done(struct mdrv_call *call, struct mdrv_state *st)
{
	bool undo = call->failed && st->drv->plan->upcalls[call->func].mode == MDRV_UNDO;
	u32 n = undo ? mdrv_undo_since(st, call->root, call->mark, false) : 0;

	if (n)
		warn_left(st, n, call->func);
	if (undo && call->allocated)
		mdrv_registry_loosen(st, call->root, call->mark);
	/* Also in another's operation, as when unbinding closes an interface. */
	if (is_release(call) && (!call->parent || call->owner != call->payer))
		mdrv_undo_opened(st, call->owner);
	if (call->parent)
		return;
	mdrv_undo_forget_scoped(st, call->root);
	mdrv_limbo_settle(st, call, false);
}

/* There is nobody to make it. */
static int turn_away(struct mdrv_call *call, struct mdrv_state *st, int err)
{
	trace_upcall_end(call, err);
	settle(call, st);
	leave(call, st);
	return err;
}

bool mdrv_may_wait(void)
{
	/* Who frees memory for others waits for nobody; who has set his state is about to. */
	return IS_ENABLED(CONFIG_PREEMPT_COUNT) && preemptible() && !rcu_preempt_depth() &&
	       get_current_state() == TASK_RUNNING && !(current->flags & PF_MEMALLOC);
}
EXPORT_SYMBOL_GPL(mdrv_may_wait);

int mdrv_upcall_begin(struct mdrv_call *call, struct mdrv_driver *drv, u32 func,
		      const void *owner)
{
	struct mdrv_state *st = drv->state;
	int err;

	if (WARN_ON_ONCE(!st || func >= drv->plan->nupcalls))
		return -EINVAL;
	if (WARN_ONCE(in_atomic() || irqs_disabled(), "mdrv: %s: upcall %u in atomic context\n",
		      st->name, func))
		return -EWOULDBLOCK;
	memset(call, 0, sizeof(*call));
	call->drv = drv;
	call->func = func;
	call->owner = owner;
	call->task = current;
	err = enter(call, st);
	if (err)
		return turn_away(call, st, err);
	if (!++call->session->last_chain)
		call->session->last_chain = 1;
	call->chain = call->session->last_chain;
	call->out.base = call->session->args.base;
	call->out.cap = MDRV_LIST_MAX;
	trace_upcall_begin(call);
	return 0;
}
EXPORT_SYMBOL_GPL(mdrv_upcall_begin);

/* A debugger that holds the daemon is no hang. */
static bool is_traced(struct mdrv_session *s)
{
	struct task_struct *leader, *t;
	bool traced = false;

	if (!READ_ONCE(debugger))
		return false;
	rcu_read_lock();
	leader = pid_task(s->pid, PIDTYPE_TGID);
	if (leader) {
		for_each_thread(leader, t)
			traced |= READ_ONCE(t->ptrace) != 0;
	}
	rcu_read_unlock();
	return traced;
}

static bool has_news(struct mdrv_session *s)
{
	return READ_ONCE(s->inbox.skb) || READ_ONCE(s->dead);
}

/*
 * The user half has had @time more. Under RTNL, without which nothing of the network can be
 * configured, it may have much less in all: whose RTNL it is cannot be seen, so another's
 * counts as well.
 */
static void spend(struct mdrv_call *call, unsigned long time)
{
	call->spent += time;
	if (rtnl_is_locked())
		call->spent_rtnl += time;
}

static bool has_spent_all(const struct mdrv_call *call)
{
	unsigned long limit = msecs_to_jiffies(READ_ONCE(mdrv_watchdog_ms));

	return call->spent > MDRV_SPENT_MAX || call->spent_rtnl > limit * 2;
}

/* Sleep until the daemon speaks or the session is dead; see to it that one of them happens. */
static void wait_for_news(struct mdrv_call *call)
{
	unsigned long limit, last = jiffies, since = last;
	struct mdrv_session *s = call->session;

	while (!wait_event_timeout(s->wait, has_news(s), HZ / 4)) {
		limit = msecs_to_jiffies(READ_ONCE(mdrv_watchdog_ms));
		if (is_traced(s)) {
			last = since = jiffies;
			continue;
		}
		spend(call, jiffies - last);
		last = jiffies;
		if (time_after_eq(last, since + limit) || has_spent_all(call))
			mdrv_session_kill(s, -ETIMEDOUT);
	}
	if (last != jiffies)
		spend(call, jiffies - last);
}

/* The next message of the session: of this call, or a breach of protocol. */
static int receive(struct mdrv_call *call, struct mdrv_msg *msg)
{
	struct mdrv_session *s = call->session;

	wait_for_news(call);
	spin_lock(&s->inbox_lock);
	*msg = s->inbox;
	s->inbox.skb = NULL;
	s->waiting = false;
	spin_unlock(&s->inbox_lock);
	consume_skb(call->skb);
	call->skb = msg->skb;
	if (READ_ONCE(s->dead))
		return -EPIPE;
	if (msg->chain != call->chain)
		return -EPROTO;
	s->speaker = BIT_ULL(call->slot);
	call->in.at = msg->args;
	call->in.end = msg->args + msg->args_len;
	return mdrv_sync_in(s, msg->sync, msg->sync_len);
}

/* From here on the daemon holds the monitor; its answer may come at once. */
static int send(struct mdrv_call *call, u8 cmd, int error)
{
	struct mdrv_session *s = call->session;
	int err = mdrv_sync_out(s);

	if (err)
		return err;
	spin_lock(&s->inbox_lock);
	s->waiting = true;
	spin_unlock(&s->inbox_lock);
	err = mdrv_netlink_call(s, cmd, call, error);
	if (err) {
		spin_lock(&s->inbox_lock);
		s->waiting = false;
		spin_unlock(&s->inbox_lock);
	}
	return err;
}

bool mdrv_has_right(const struct mdrv_call *call, u32 right)
{
	const struct mdrv_upcall *up = &call->drv->plan->upcalls[call->func];
	u32 low = 0, high = up->nallowed;

	while (low < high) {
		u32 middle = (low + high) / 2;

		if (up->allowed[middle] == right)
			return true;
		if (up->allowed[middle] < right)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static bool is_allowed(const struct mdrv_call *call, u32 func)
{
	return func < call->drv->plan->ndowncalls && mdrv_has_right(call, func);
}

static int serve(struct mdrv_call *call, const struct mdrv_msg *msg)
{
	const struct mdrv_plan *plan = call->drv->plan;
	unsigned long since = jiffies;
	int err;

	if (++call->served > MDRV_SERVED_MAX)
		return -EDQUOT;
	/* One that always answers within the first poll is never caught waiting. */
	if (has_spent_all(call) && !is_traced(call->session))
		return -ETIMEDOUT;
	atomic64_inc(&call->drv->state->stats.downcalls);
	call->downcall = msg->func;
	call->out.len = 0;
	call->nptrs = 0;
	if (msg->func >= MDRV_DC_SYNC)
		err = mdrv_builtin(call);
	else if (is_allowed(call, msg->func))
		err = mdrv_downcall(call, plan->downcalls[msg->func]);
	else
		err = -EACCES;
	if (msg->func < plan->ndowncalls && (plan->downcalls[msg->func]->flags & MDRV_DC_TIMED))
		spend(call, jiffies - since);
	if (err < 0 && err != -EPROTO && !call->error)
		pr_warn_ratelimited("mdrv: %s: downcall %u in upcall %u refused: %d\n", plan->name,
				    msg->func, call->func, err);
	if (!err)
		err = call->error;
	if (!err)
		err = send(call, MDRV_CMD_DOWNCALL, 0);
	if (!err)
		mdrv_must_note(call, msg->func);
	trace_downcall(call, msg->func, err);
	mdrv_hold_free(call);
	call->nptrs = 0;
	return err;
}

static bool is_error(s64 result)
{
	return result < 0 && result >= -MAX_ERRNO;
}

/*
 * Has it returned an error? Its result comes first. Where it is narrower than its word,
 * it is what its caller will see of it that counts.
 */
static bool has_failed(const struct mdrv_call *call)
{
	s64 result;

	if (call->in.end - call->in.at < sizeof(result))
		return false;
	memcpy(&result, call->in.at, sizeof(result));
	return is_error(result) || is_error((s32)result);
}

int mdrv_upcall_run(struct mdrv_call *call)
{
	struct mdrv_session *s = call->session;
	struct mdrv_msg msg;
	int err = call->error;

	if (err)
		goto refused;
	atomic64_inc(&s->state->stats.upcalls);
	err = send(call, MDRV_CMD_UPCALL, 0);
	call->sent = true;
	while (!err) {
		err = receive(call, &msg);
		if (err)
			break;
		if (msg.cmd == MDRV_CMD_UPCALL) {
			err = msg.error;
			call->downcall = U32_MAX;	/* what is decoded now is the result */
			call->failed = !err && has_failed(call);
			if (!err)
				return 0;
			if (err < 0 && err >= -MAX_ERRNO)
				goto refused;	/* its right: the session goes on */
			err = -EPROTO;
			break;
		}
		err = serve(call, &msg);
	}
	if (err)
		mdrv_session_kill(s, err);
refused:
	call->error = err;
	call->torn = true;
	return err;
}
EXPORT_SYMBOL_GPL(mdrv_upcall_run);

void mdrv_upcall_end(struct mdrv_call *call)
{
	struct mdrv_session *s = call->session;
	struct mdrv_state *st = s->state;

	mdrv_hold_free(call);
	mdrv_words_free(call);
	consume_skb(call->skb);
	call->skb = NULL;
	if (call->error && call->sent && !call->torn)	/* a bad result */
		mdrv_session_kill(s, call->error);
	call->orphaned = mdrv_is_repeatable(call);
	trace_upcall_end(call, call->error);
	mdrv_parked_settle(s, is_release(call) ? call->owner : NULL);
	mdrv_objects_leave(s, call->slot);
	mutex_unlock(&s->token);
	/* Its own thread's: nesting does not multiply what an upcall may take. */
	if (call->parent) {
		call->parent->spent += call->spent;
		call->parent->spent_rtnl += call->spent_rtnl;
		call->parent->served += call->served;
	}
	if (call->torn || call->error || !call->sent)
		settle(call, st);
	else
		well_done(call, st);
	leave(call, st);
}
EXPORT_SYMBOL_GPL(mdrv_upcall_end);

/* All arguments are decoded: check, release the monitor. */
int mdrv_downcall_enter(struct mdrv_call *call)
{
	const struct mdrv_plan *plan = call->drv->plan;

	if (!call->error && call->in.at != call->in.end)
		mdrv_bad(call, "more arguments than expected");
	if (!call->error && (plan->downcalls[call->downcall]->flags & MDRV_DC_ACQUIRES))
		call->error = mdrv_undo_reserve(call);
	if (call->error)
		return call->error;
	call->outside = true;
	mutex_unlock(&call->session->token);
	return 0;
}

/* The callee has returned: take the monitor back. Never fails; puts may follow. */
void mdrv_downcall_leave(struct mdrv_call *call)
{
	mutex_lock(&call->session->token);
	call->outside = false;
	mdrv_undo_unreserve(call);
	if (call->disorderly)
		mdrv_bad(call, "had kept code called out of order");
	if (READ_ONCE(call->session->dead))
		call->error = -EPIPE;
}
