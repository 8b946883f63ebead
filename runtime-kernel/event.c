// SPDX-License-Identifier: GPL-2.0-only
/*
 * What udev rules and supervisors hear of sessions: changes of /sys/module/mdrv, since
 * that outlives sessions and drivers. The kernel's word: no daemon can say it.
 */
#include <linux/kobject.h>
#include <linux/module.h>
#include "internal.h"

#define LINE	(MDRV_NAME_MAX + 16)

static void tell(const char *what, const char *driver, u32 session, pid_t pid, int error)
{
	char line[5][LINE];
	char *env[] = { line[0], line[1], line[2], line[3], line[4], NULL };

	snprintf(line[0], LINE, "MDRV_EVENT=%s", what);
	snprintf(line[1], LINE, "MDRV_DRIVER=%s", driver);
	snprintf(line[2], LINE, "MDRV_SESSION=%u", session);
	snprintf(line[3], LINE, "MDRV_PID=%d", pid);
	snprintf(line[4], LINE, "MDRV_ERROR=%d", error);
	kobject_uevent_env(&THIS_MODULE->mkobj.kobj, KOBJ_CHANGE, env);
}

void mdrv_event(const char *what, const struct mdrv_session *s)
{
	tell(what, s->state->name, s->id, pid_nr(s->pid), READ_ONCE(s->why));
}

int mdrv_event_failed(const char *name)
{
	struct mdrv_state *st;

	mutex_lock(&mdrv_drivers_mutex);
	st = mdrv_state_find(name);
	mutex_unlock(&mdrv_drivers_mutex);
	if (!st)
		return -ENOENT;
	pr_warn("mdrv: %s: its supervisor has given up\n", name);
	tell("failed", name, 0, 0, 0);
	return 0;
}
