// SPDX-License-Identifier: GPL-2.0-only
/*
 * Life of a session: a daemon attaches, is spoken to, and goes - by its own
 * will, by dying, by hanging, by saying what it may not, or because the driver
 * goes. However it ends, mdrv_session_kill() runs once: from then on the driver
 * is free for another daemon, and whoever waits for the old one is woken.
 */
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/pid.h>
#include <linux/sched.h>
#include <linux/vmalloc.h>
#include "internal.h"
#include "trace.h"

static DEFINE_SPINLOCK(sessions_lock);
static LIST_HEAD(sessions);
struct workqueue_struct *mdrv_wq;

struct mdrv_session *mdrv_session_by_port(u32 portid)
{
	struct mdrv_session *s, *found = NULL;

	spin_lock(&sessions_lock);
	list_for_each_entry(s, &sessions, link) {
		if (s->portid == portid) {
			mdrv_session_get(s);
			found = s;
			break;
		}
	}
	spin_unlock(&sessions_lock);
	return found;
}

struct mdrv_session *mdrv_session_by_id(u32 id)
{
	struct mdrv_session *s, *found = NULL;

	spin_lock(&sessions_lock);
	list_for_each_entry(s, &sessions, link) {
		if (s->id == id) {
			mdrv_session_get(s);
			found = s;
			break;
		}
	}
	spin_unlock(&sessions_lock);
	return found;
}

static void session_free(struct kref *ref)
{
	struct mdrv_session *s = container_of(ref, struct mdrv_session, ref);

	kfree_skb(s->inbox.skb);
	mdrv_objects_free(s);
	vfree(s->args.base);
	vfree(s->sync.base);
	if (s->inode)
		iput(s->inode);
	put_pid(s->pid);
	mdrv_state_put(s->state);
	kfree(s);
}

void mdrv_session_put(struct mdrv_session *s)
{
	kref_put(&s->ref, session_free);
}

/* What the end of a session needs and its killer's locks may not allow. */
static void session_end(struct work_struct *work)
{
	struct mdrv_session *s = container_of(work, struct mdrv_session, end_work);

	mdrv_standby_promote(s->state);
	cancel_work_sync(&s->zap_work);
	mdrv_event("death", s);
	mdrv_chardev_remove(s->id);
	mdrv_session_put(s);
}

static void session_zap(struct work_struct *work)
{
	mdrv_chardev_zap(container_of(work, struct mdrv_session, zap_work));
}

/**
 * mdrv_session_kill() - end a session; the first caller wins
 * @s:		the session; the caller holds a reference of its own
 * @why:	0: the driver goes; -EPIPE: the daemon has gone; else what it did
 * Context: process; may sleep. Not under state->lock.
 */
void mdrv_session_kill(struct mdrv_session *s, int why)
{
	struct mdrv_state *st = s->state;
	bool first;

	spin_lock_irq(&st->lock);
	first = !s->dead;
	if (first)
		s->why = why;
	WRITE_ONCE(s->dead, true);
	spin_unlock_irq(&st->lock);
	if (!first)
		return;
	spin_lock(&sessions_lock);
	list_del_init(&s->link);
	spin_unlock(&sessions_lock);
	wake_up_all(&s->wait);
	trace_session_detach(s, why);
	/*
	 * Nothing faults in again from here on. Only then is the driver let go of it:
	 * until then whoever frees a region finds the session and takes its pages back.
	 */
	mdrv_chardev_zap(s);
	spin_lock_irq(&st->lock);
	if (st->session == s)
		st->session = NULL;
	if (st->standby == s)
		st->standby = NULL;
	mdrv_patience_strike(st, why);
	wake_up_all(&st->idle);
	spin_unlock_irq(&st->lock);
	if (why && why != -EPIPE)
		pr_warn_ratelimited("mdrv: %s: session %u of process %d ended with error %d\n",
				    st->name, s->id, pid_nr(s->pid), why);
	if (why != -EPIPE)
		mdrv_netlink_detach(s->portid, why);
	queue_work(mdrv_wq, &s->end_work);
}

static struct mdrv_session *session_new(struct mdrv_state *st, u32 portid)
{
	struct mdrv_session *s = kzalloc(sizeof(*s), GFP_KERNEL);

	if (!s)
		return NULL;
	kref_init(&s->ref);
	INIT_LIST_HEAD(&s->link);
	s->state = st;
	mdrv_state_get(st);
	s->plan = st->drv->plan;
	s->portid = portid;
	s->pid = get_pid(task_tgid(current));
	mutex_init(&s->token);
	mutex_init(&s->map_mutex);
	spin_lock_init(&s->inbox_lock);
	init_waitqueue_head(&s->wait);
	INIT_WORK(&s->zap_work, session_zap);
	INIT_WORK(&s->end_work, session_end);
	/* Zeroed: a string that shrinks while it is copied leaves a gap in the message. */
	s->args.base = vzalloc(MDRV_LIST_MAX);
	s->sync.base = vzalloc(MDRV_LIST_MAX);
	if (mdrv_objects_init(s) || !s->args.base || !s->sync.base) {
		mdrv_session_put(s);
		return NULL;
	}
	return s;
}

/*
 * Make it known to the driver's upcalls. The driver's own init is queued before the
 * driver can begin to close, which then waits for it.
 */
static int session_publish(struct mdrv_session *s)
{
	struct mdrv_state *st = s->state;
	int err = 0;

	spin_lock_irq(&st->lock);
	if (st->closing) {
		err = -ENOENT;
	} else if (st->session) {
		err = -EBUSY;
	} else if (s->dead) {
		err = -EPIPE;
	} else {
		st->tenure++;
		st->user_entries = 0;
		st->user_bytes = 0;
		st->ncharged = 0;
		st->session = s;
		if (st->standby == s)
			st->standby = NULL;
		wake_up_all(&st->idle);
		queue_work(mdrv_wq, &st->init_work);
	}
	spin_unlock_irq(&st->lock);
	return err;
}

/* Make it known to messages, which might end it. */
void mdrv_session_list(struct mdrv_session *s)
{
	spin_lock(&sessions_lock);
	if (list_empty(&s->link) && !READ_ONCE(s->dead))
		list_add_tail(&s->link, &sessions);
	spin_unlock(&sessions_lock);
}

/**
 * mdrv_session_begin() - from here on it is the driver's session
 * @s:		of one that is still there; the caller holds a reference of its own
 * @seq:	for the answer that tells the daemon
 * Return: 0, -EBUSY if there is another, -ENOENT if the driver goes; else it is dead.
 */
int mdrv_session_begin(struct mdrv_session *s, u32 seq)
{
	int err;

	/* Upcalls may come as soon as it is published, but not before the answer. */
	mutex_lock(&s->token);
	err = session_publish(s);
	if (err) {
		mutex_unlock(&s->token);
		return err;
	}
	trace_session_attach(s, 0);
	mdrv_session_list(s);
	mdrv_parked_settle(s, NULL);
	err = mdrv_netlink_attached(s, seq);
	mutex_unlock(&s->token);
	if (err) {
		mdrv_session_kill(s, -EPIPE);
		return err;
	}
	atomic64_inc(&s->state->stats.sessions);
	mdrv_event("attach", s);
	return 0;
}

/* One that has ended is let go of as soon as its mappings are. */
static bool is_ending(struct mdrv_state *st)
{
	bool ending;

	spin_lock_irq(&st->lock);
	ending = st->session && st->session->dead;
	spin_unlock_irq(&st->lock);
	return ending;
}

/* Never known to anybody: no more than what session_new() and the device made. */
static void session_abandon(struct mdrv_session *s)
{
	mdrv_chardev_remove(s->id);
	mdrv_session_put(s);
}

/*
 * The daemon whose message this is serves while the machine goes to sleep and wakes up, as the
 * threads do that the driver would run in. Its own threads, all begun later, inherit it.
 */
static void stay_awake(void)
{
	current->flags |= PF_NOFREEZE;
}

static int session_start(struct mdrv_state *st, u32 portid, u32 seq, bool spare)
{
	struct mdrv_session *s = session_new(st, portid);
	int err;

	if (!s)
		return -ENOMEM;
	err = mdrv_chardev_add(s);
	if (err) {
		mdrv_session_put(s);
		return err;
	}
	mdrv_session_get(s);
	err = spare ? mdrv_standby_park(s, seq) : mdrv_session_begin(s, seq);
	if (!err)
		stay_awake();
	/* One that could not be told has been killed, and goes that way. */
	if (err && !READ_ONCE(s->dead))
		session_abandon(s);
	mdrv_session_put(s);
	return err;
}

static int ask(struct mdrv_state *st)
{
	int err;

	spin_lock_irq(&st->lock);
	err = mdrv_patience_ask(st);
	spin_unlock_irq(&st->lock);
	return err;
}

/**
 * mdrv_session_attach() - the current process wants to be a driver's daemon
 * @name:	the driver
 * @hash:	interface hash of its user half
 * @portid:	its socket
 * @seq:	sequence number of its message, for the answer
 * @spare:	only when the present session, if there is one, has ended
 *
 * Return: 0, -ENOENT (no such driver), -EKEYREJECTED (its plan differs), -EBUSY
 * (another session, or this socket has one), -EAGAIN (too many of late), -ENOMEM.
 */
int mdrv_session_attach(const char *name, const char *hash, u32 portid, u32 seq, bool spare)
{
	struct mdrv_session *old;
	struct mdrv_state *st;
	int err = 0;

	mutex_lock(&mdrv_drivers_mutex);
	/* Two threads may ask at once on one socket: its release ends one session only. */
	old = mdrv_session_by_port(portid);
	if (old) {
		mutex_unlock(&mdrv_drivers_mutex);
		mdrv_session_put(old);
		return -EBUSY;
	}
	st = mdrv_state_find(name);
	if (st)
		wait_event_timeout(st->idle, !is_ending(st), HZ);
	if (!st)
		err = -ENOENT;
	else if (strcmp(st->drv->plan->hash, hash))
		err = -EKEYREJECTED;
	else if (spare ? READ_ONCE(st->standby) : READ_ONCE(st->session))
		err = -EBUSY;
	else
		err = ask(st);
	if (!err)
		err = session_start(st, portid, seq, spare);
	mutex_unlock(&mdrv_drivers_mutex);
	return err;
}

int mdrv_session_init(void)
{
	mdrv_wq = alloc_workqueue("mdrv", WQ_UNBOUND, 0);
	return mdrv_wq ? 0 : -ENOMEM;
}

void mdrv_session_exit(void)
{
	destroy_workqueue(mdrv_wq);
}
