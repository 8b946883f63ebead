// SPDX-License-Identifier: GPL-2.0-only
/* /sys/kernel/debug/mdrv/<driver>/stats */
#include <linux/debugfs.h>
#include <linux/pid.h>
#include <linux/seq_file.h>
#include "internal.h"

static struct dentry *root;

static void show_session(struct seq_file *m, struct mdrv_state *st)
{
	struct mdrv_session *s;

	spin_lock_irq(&st->lock);
	s = st->session;
	if (s)
		mdrv_session_get(s);
	spin_unlock_irq(&st->lock);
	seq_printf(m, "objects %u\n", s ? READ_ONCE(s->nobjects) : 0);
	seq_printf(m, "registry %u\n", READ_ONCE(st->entries));
	seq_printf(m, "acquired %u\n", READ_ONCE(st->nheld));
	seq_printf(m, "sessions %lld\n", atomic64_read(&st->stats.sessions));
	if (s) {
		seq_printf(m, "session %u %d\n", s->id, pid_nr(s->pid));
		mdrv_session_put(s);
	} else {
		seq_puts(m, "session none 0\n");
	}
}

static void show_standby(struct seq_file *m, struct mdrv_state *st)
{
	pid_t pid = 0;
	u32 id = 0;

	spin_lock_irq(&st->lock);
	if (st->standby) {
		id = st->standby->id;
		pid = pid_nr(st->standby->pid);
	}
	spin_unlock_irq(&st->lock);
	seq_printf(m, "standby %u %d\n", id, pid);
}

static int stats_show(struct seq_file *m, void *unused)
{
	struct mdrv_state *st = m->private;

	seq_printf(m, "upcalls %lld\n", atomic64_read(&st->stats.upcalls));
	seq_printf(m, "downcalls %lld\n", atomic64_read(&st->stats.downcalls));
	seq_printf(m, "bytes_up %lld\n", atomic64_read(&st->stats.bytes_up));
	seq_printf(m, "bytes_down %lld\n", atomic64_read(&st->stats.bytes_down));
	seq_printf(m, "failures %lld\n", atomic64_read(&st->stats.failures));
	seq_printf(m, "repeats %lld\n", atomic64_read(&st->stats.repeats));
	show_session(m, st);
	show_standby(m, st);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(stats);

void mdrv_debugfs_add(struct mdrv_state *st)
{
	st->debugfs = debugfs_create_dir(st->name, root);
	debugfs_create_file("stats", 0444, st->debugfs, st, &stats_fops);
}

void mdrv_debugfs_remove(struct mdrv_state *st)
{
	debugfs_remove_recursive(st->debugfs);
}

void mdrv_debugfs_init(void)
{
	root = debugfs_create_dir("mdrv", NULL);
}

void mdrv_debugfs_exit(void)
{
	debugfs_remove_recursive(root);
}
