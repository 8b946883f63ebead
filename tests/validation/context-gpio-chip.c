// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/gpio/driver.h>

static int on_request(struct gpio_chip *p0, unsigned int p1)
{
	return 0;
}

static void on_free(struct gpio_chip *p0, unsigned int p1)
{
}

static int on_get_direction(struct gpio_chip *p0, unsigned int p1)
{
	return 0;
}

static int on_direction_input(struct gpio_chip *p0, unsigned int p1)
{
	return 0;
}

static int on_direction_output(struct gpio_chip *p0, unsigned int p1, int p2)
{
	return 0;
}

static int on_get(struct gpio_chip *p0, unsigned int p1)
{
	return 0;
}

static int on_get_multiple(struct gpio_chip *p0, unsigned long *p1, unsigned long *p2)
{
	return 0;
}

static void on_set(struct gpio_chip *p0, unsigned int p1, int p2)
{
}

static void on_set_multiple(struct gpio_chip *p0, unsigned long *p1, unsigned long *p2)
{
}

static int on_set_config(struct gpio_chip *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

static int on_to_irq(struct gpio_chip *p0, unsigned int p1)
{
	return 0;
}

static void on_dbg_show(struct seq_file *p0, struct gpio_chip *p1)
{
}

static int on_init_valid_mask(struct gpio_chip *p0, unsigned long *p1, unsigned int p2)
{
	return 0;
}

static int on_add_pin_ranges(struct gpio_chip *p0)
{
	return 0;
}

static int on_en_hw_timestamp(struct gpio_chip *p0, u32 p1, unsigned long p2)
{
	return 0;
}

static int on_dis_hw_timestamp(struct gpio_chip *p0, u32 p1, unsigned long p2)
{
	return 0;
}

static unsigned long on_read_reg(void *p0)
{
	return 0;
}

static void on_write_reg(void *p0, unsigned long p1)
{
}

struct gpio_chip table = {
	.request = on_request,
	.free = on_free,
	.get_direction = on_get_direction,
	.direction_input = on_direction_input,
	.direction_output = on_direction_output,
	.get = on_get,
	.get_multiple = on_get_multiple,
	.set = on_set,
	.set_multiple = on_set_multiple,
	.set_config = on_set_config,
	.to_irq = on_to_irq,
	.dbg_show = on_dbg_show,
	.init_valid_mask = on_init_valid_mask,
	.add_pin_ranges = on_add_pin_ranges,
	.en_hw_timestamp = on_en_hw_timestamp,
	.dis_hw_timestamp = on_dis_hw_timestamp,
	.read_reg = on_read_reg,
	.write_reg = on_write_reg,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct gpio_chip
 * context: on_request: process
 * context: on_free: process
 * context: on_get_direction: process atomic softirq hardirq
 * context: on_direction_input: process atomic softirq hardirq
 * context: on_direction_output: process atomic softirq hardirq
 * context: on_get: process atomic softirq hardirq
 * context: on_get_multiple: process atomic softirq hardirq
 * context: on_set: process atomic softirq hardirq
 * context: on_set_multiple: process atomic softirq hardirq
 * context: on_set_config: process atomic softirq hardirq
 * context: on_to_irq: process atomic
 * context: on_dbg_show: process atomic
 * context: on_init_valid_mask: process
 * context: on_add_pin_ranges: process
 * context: on_en_hw_timestamp: process
 * context: on_dis_hw_timestamp: process
 * context: on_read_reg: process atomic softirq hardirq
 * context: on_write_reg: process atomic softirq hardirq
 */
