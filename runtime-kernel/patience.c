// SPDX-License-Identifier: GPL-2.0-only
/*
 * Daemons that come and fail without end cost the machine more than the driver is
 * worth: after some that broke the rules or hung, the next has to wait, longer each
 * time. One that merely died may come again at once, but not many times a second.
 */
#include <linux/jiffies.h>
#include <linux/moduleparam.h>
#include "internal.h"

#define STRIKES_FREE	5
#define DELAY_MAX	6	/* as a power of two, in seconds */
#define QUIET		(60 * HZ)
#define WINDOW		(10 * HZ)
#define STARTS		30	/* in one window */

static bool backoff = true;
module_param(backoff, bool, 0644);
MODULE_PARM_DESC(backoff, "let daemons wait that attach after many sessions that ended badly");

static void forgive(struct mdrv_patience *p)
{
	unsigned long quiet = (jiffies - p->last) / QUIET;

	p->strikes -= min_t(unsigned long, p->strikes, quiet);
	p->last += quiet * QUIET;
}

void mdrv_patience_strike(struct mdrv_state *st, int why)
{
	struct mdrv_patience *p = &st->patience;

	lockdep_assert_held(&st->lock);
	if (!why || why == -EPIPE || why == -ENOMEM)
		return;
	forgive(p);
	p->last = jiffies;
	if (++p->strikes <= STRIKES_FREE)
		return;
	p->held = true;
	p->from = jiffies + (HZ << min_t(u32, p->strikes - STRIKES_FREE - 1, DELAY_MAX));
}

int mdrv_patience_ask(struct mdrv_state *st)
{
	struct mdrv_patience *p = &st->patience;

	lockdep_assert_held(&st->lock);
	if (!READ_ONCE(backoff))
		return 0;
	if (p->held && time_before(jiffies, p->from))
		return -EAGAIN;
	p->held = false;
	if (time_after_eq(jiffies, p->window + WINDOW)) {
		p->window = jiffies;
		p->started = 0;
	}
	return ++p->started > STARTS ? -EAGAIN : 0;
}
