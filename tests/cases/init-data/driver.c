// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/init.h>

static const u32 levels[] __initconst = { 1, 2, 3 };
static u32 level __read_mostly, first __ro_after_init;
static char label[16] __initdata = "chip";
static struct chip { char name[16]; u32 n; } chip;


static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	level = argument + first;
	chip.n++;
	return 0;
}

static const struct file_operations chip_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = chip_ioctl,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "chip",
	.fops = &chip_fops,
};
static int __init_or_module chip_start(void)
{
	first = levels[0];
	strscpy(chip.name, label, sizeof(chip.name));
	return misc_register(&chip_misc);
}
subsys_initcall(chip_start);
static void __exit chip_stop(void) { misc_deregister(&chip_misc); }
module_exit(chip_stop);
MODULE_LICENSE("GPL");
