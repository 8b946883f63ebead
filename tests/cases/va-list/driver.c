// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/stdarg.h>

static struct chip { char text[32]; } chip;

static int chip_vnote(struct chip *c, const char *format, va_list args)
{
	return vscnprintf(c->text, sizeof(c->text), format, args);
}

static int __printf(2, 3) chip_note(struct chip *c, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = chip_vnote(c, format, args);
	va_end(args);
	return n;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return chip_note(&chip, "%u", command);
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
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
