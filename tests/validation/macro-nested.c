// SPDX-License-Identifier: GPL-2.0-only
#include <linux/device.h>
#include <linux/log2.h>
#include <linux/module.h>

#define note(dev, format, ...) dev_dbg(dev, format, ##__VA_ARGS__)
#define note_it(dev, format, arg...) \
do { \
	if (dev) \
		note(dev, "it: " format, ## arg); \
} while (0)
#define note_both(dev) do { dev_dbg(dev, "a"); put_it(dev, dev_name(dev)); } while (0)
#define put_it(dev, name) dev_info(dev, "%s (b)", name)
#define note_size(dev, size) dev_dbg(dev, "%u\n", roundup_pow_of_two(size))
#define note_caller(dev, text) dev_dbg(dev, "%s: " text, current->comm)
#define interrupts local_irq_enable()
#define note_on(dev) do { interrupts; dev_info(dev, "on\n"); } while (0)
#define PREFIX "prefix: "
#define note_level(format) note(thing.dev, PREFIX format, size_of.dev)
#define note_name(dev) dev_dbg(dev, "%s\n", name_of(dev))

static const char *name_of(struct device *dev)
{
	return dev_name(dev);
}

static struct { struct device *dev; } thing;
static struct { int dev; } size_of;

static int called(struct device *dev)
{
	note_caller(dev, "(\n");
	return 0;
}

static int on(struct device *dev)
{
	note_on(dev);
	return 0;
}

static int level(struct device *dev)
{
	note_level("%d\n");
	return 0;
}

static int once(struct device *dev)
{
	note(dev, "%d\n", 1);
	return 0;
}

static int twice(struct device *dev)
{
	note_it(dev, "%d (if)\n", 2);
	return 0;
}

static int both(struct device *dev)
{
	note_both(dev);
	return 0;
}

static int size(struct device *dev, unsigned int size)
{
	note_size(dev, size);
	return 0;
}

static int named(struct device *dev)
{
	note_name(dev);
	return 0;
}

static int bound(struct device *dev)
{
	return once(dev) + twice(dev) + both(dev) + size(dev, 5) + named(dev) +
	       called(dev) + on(dev) + level(dev);
}

int (*const functions[])(struct device *dev) = { bound };
MODULE_LICENSE("GPL");
/*
 * check-name: a macro that only stands for one of the kernel's is that one
 * expect: once: call .* __dynamic_dev_dbg .* macro=dev_dbg
 * expect: twice: call .* __dynamic_dev_dbg .* macro=dev_dbg
 * expect: both: call .* __dynamic_dev_dbg .* macro=note_both
 * expect: both: call .* _dev_info .* macro=note_both
 * expect: size: call .* __dynamic_dev_dbg .* macro=note_size
 * expect: named: call .* __dynamic_dev_dbg .* macro=dev_dbg
 * expect: named: call .* name_of .* macro=note_name
 * expect: called: call .* get_current macro=note_caller
 * expect: called: call .* __dynamic_dev_dbg .* macro=note_caller
 * expect: on: call .* arch_local_irq_enable macro=note_on
 * expect: level: call .* __dynamic_dev_dbg .* macro=dev_dbg
 * no-reason: once: arch_static_branch
 * no-reason: twice: arch_static_branch
 * no-reason: named: arch_static_branch
 * no-reason: both: arch_static_branch
 * no-reason: size: arch_static_branch
 * no-reason: called: arch_static_branch
 */
