// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/timer.h>
struct state { u32 level; u32 limit; };
struct chip { void *priv; };
static struct chip chip;
static struct state state = { .limit = 10 };
static void chip_prepare(void) { chip.priv = &state; }
static void chip_end(void) { }
static int chip_set(struct chip *c, u32 value)
{
	struct state *s = c->priv;

	if (!s || value > s->limit)
		return -EINVAL;
	s->level = value;
	return 0;
}
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument) { return chip_set(&chip, argument); }
static loff_t chip_seek(struct file *file, loff_t at, int whence) { return state.level; }

static const struct file_operations chip_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = chip_ioctl,
	.llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "chip",
	.fops = &chip_fops,
};
static int __init chip_start(void)
{
	chip_prepare();
	return misc_register(&chip_misc);
}
module_init(chip_start);
static void __exit chip_stop(void)
{
	chip_end();
	misc_deregister(&chip_misc);
}
module_exit(chip_stop);
MODULE_LICENSE("GPL");
