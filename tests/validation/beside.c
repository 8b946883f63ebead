// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/module.h>

/* Whoever calls may have more of them there; the user half is given one. */
static int indexed(struct inode *inode, struct file *file)
{
	return inode[file->f_flags & 3].i_mode;
}

static unsigned int sum(struct file *from, unsigned int n)
{
	unsigned int all = 0;

	while (n--)
		all += from++->f_flags;
	return all;
}

static long handed_on(struct file *file, unsigned int command, unsigned long argument)
{
	return sum(file, command & 7);
}

static loff_t moved(struct file *file, loff_t offset, int whence)
{
	struct file *other = file + whence;

	return other->f_flags;
}

static int stepped(struct inode *inode, struct file *file)
{
	struct inode *one = inode;
	int all = 0, n = file->f_flags & 3;

	for (; n--; one++)
		all += one->i_mode;
	return all;
}

static int of_a_field(struct file *file, fl_owner_t id)
{
	struct inode *all = file->f_inode;

	return all[file->f_flags & 3].i_mode;
}

static int by_a_constant(int number, struct file *file, int on)
{
	return file[1].f_flags;
}

static long the_first(struct file *file, unsigned int command, unsigned long argument)
{
	struct file *same = &file[0];

	return file[0].f_flags + same->f_flags;
}

struct mode {
	unsigned int flags;
	const char *name;
};

struct kind {
	const struct mode *modes;
	unsigned int count;
};

/* The driver's own: both halves have them. */
static const struct mode modes[] = { { 1, "one" }, { 2, "two" } };
static const struct kind kind = { modes, 2 };

static unsigned int mode_flags(const struct mode *from, unsigned int n)
{
	return from[n].flags;
}

static long own_table(struct file *file, unsigned int command, unsigned long argument)
{
	const struct mode *mode = kind.modes;
	unsigned int all = 0, i;

	for (i = 0; i < kind.count; i++, mode++)
		all |= mode->flags | kind.modes[i].flags;
	return all + mode_flags(modes, command & 1);
}

const struct file_operations first = {
	.open = indexed,
	.unlocked_ioctl = handed_on,
	.compat_ioctl = the_first,
	.llseek = moved,
	.flush = of_a_field,
};

const struct file_operations second = {
	.open = stepped,
	.fasync = by_a_constant,
	.unlocked_ioctl = own_table,
};

MODULE_LICENSE("GPL");
/*
 * check-name: who looks at more than one record by a pointer of the kernel half's stays
 * domain: indexed: kernel
 * reason: indexed: looks at more than one struct inode by a pointer of the kernel half's
 * domain: handed_on: user
 * domain: sum: kernel
 * reason: sum: looks at more than one struct file by a pointer
 * domain: moved: kernel
 * domain: stepped: kernel
 * domain: of_a_field: kernel
 * domain: by_a_constant: kernel
 * domain: the_first: user
 * domain: own_table: user
 * domain: mode_flags: user
 */
