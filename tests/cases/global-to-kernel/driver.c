// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/uaccess.h>

static u32 parsed, scanned[2];
static u8 bytes[4];
static char text[16], copy[16], other[16];
static u64 total;
static int chosen, one, two;
static struct { u32 low; u64 high; } pair;

static int *chip_choose(int which)
{
	return which ? &one : &two;
}

static void chip_swap(int *a, int *b)
{
	swap(*a, *b);
}

static ssize_t chip_write(struct file *file, const char __user *from, size_t n, loff_t *at)
{
	if (n >= sizeof(text) || copy_from_user(text, from, n))
		return -EFAULT;
	text[n] = '\0';
	strcpy(copy, text);
	memcpy(other + 1, text, n);
	other[0] = '=';
	if (sscanf(text, "%u,%u", &scanned[0], &scanned[1]) != 2)
		return -EINVAL;
	if (kstrtou32(strchr(text, ',') + 1, 0, &parsed))
		return -ERANGE;
	if (hex2bin(bytes, "0a0b0c0d", 4))
		return -EINVAL;
	*chip_choose(parsed & 1) += parsed;
	chip_swap(&one, &chosen);
	memcpy(&pair.high, text, 8);
	swap(pair.low, parsed);
	*&total = total + scanned[0];
	return n;
}
static loff_t chip_seek(struct file *file, loff_t at, int whence)
{
	return parsed + 3 * scanned[0] + 5 * scanned[1] + bytes[3] + 7 * one + 11 * two +
	       13 * chosen + total + 17 * pair.low + (pair.high & 0xff) + copy[1] + other[0] +
	       19 * other[3];
}
static const struct file_operations chip_fops = {
	.owner = THIS_MODULE, .write = chip_write, .llseek = chip_seek,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR, .name = "chip", .fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
