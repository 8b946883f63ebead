// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/timer.h>
struct chip { u8 state[4]; u32 ticks; };
static struct chip chip;
static void chip_tick(struct timer_list *timer)
{
	chip.state[0]++;
	chip.ticks++;
	mod_timer(timer, jiffies + 1);
}
static DEFINE_TIMER(chip_timer, chip_tick);
static void chip_prepare(void) { mod_timer(&chip_timer, jiffies + 1); }
static void chip_end(void) { del_timer_sync(&chip_timer); }
static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument) { chip.state[1] = argument; return 0; }
static loff_t chip_seek(struct file *file, loff_t at, int whence) { return (u8)(chip.ticks - chip.state[0]); }

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
