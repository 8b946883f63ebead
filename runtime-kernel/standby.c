// SPDX-License-Identifier: GPL-2.0-only
/*
 * The session that is to follow. All that can fail is done when it is parked, with
 * privilege: memory, device node, the plan compared. When the driver's session ends,
 * the standby becomes it from the same work that clears the old one away, and is told.
 * Parking is what patience counts, so whoever stands by need not wait, and storms do.
 */
#include "internal.h"

/* Known to messages before anybody may promote it: its own end must find it. */
static int park(struct mdrv_session *s)
{
	struct mdrv_state *st = s->state;
	int err = 0;

	mdrv_session_list(s);
	spin_lock_irq(&st->lock);
	if (st->closing)
		err = -ENOENT;
	else if (s->dead)
		err = -EPIPE;
	else if (st->standby)
		err = -EBUSY;
	else
		st->standby = s;
	spin_unlock_irq(&st->lock);
	return err;
}

/**
 * mdrv_standby_park() - @s waits for the end of the driver's session
 * @s:		new; the caller holds a reference of its own
 * @seq:	for the answer
 * Return: 0, or negative errno: then @s is dead.
 */
int mdrv_standby_park(struct mdrv_session *s, u32 seq)
{
	/* The token keeps a promotion, and its message, behind the answer. */
	int err;

	mutex_lock(&s->token);
	err = park(s);
	if (!err)
		err = mdrv_netlink_parked(s, seq);
	mutex_unlock(&s->token);
	if (err) {
		mdrv_session_kill(s, -EPIPE);
		return err;
	}
	mdrv_event("standby", s);
	mdrv_standby_promote(s->state);
	return 0;
}

void mdrv_standby_promote(struct mdrv_state *st)
{
	struct mdrv_session *s = NULL;

	spin_lock_irq(&st->lock);
	if (!st->session && !st->closing && st->standby) {
		s = st->standby;
		mdrv_session_get(s);
	}
	spin_unlock_irq(&st->lock);
	if (!s)
		return;
	/* What keeps it from it is another that came first, or its own end. */
	mdrv_session_begin(s, 0);
	mdrv_session_put(s);
}
