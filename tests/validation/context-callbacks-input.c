// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void input_ff_create_memless(long p0, long p1, int (*p2)(void *));
void input_setup_polling(long p0, int (*p1)(void *));
void phy_connect_direct(long p0, long p1, int (*p2)(void *), long p3);

static int input_ff_create_memless_2(void *data)
{
	return 0;
}

static int input_setup_polling_1(void *data)
{
	return 0;
}

static int phy_connect_direct_2(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	input_ff_create_memless(0, 0, input_ff_create_memless_2);
	input_setup_polling(0, input_setup_polling_1);
	phy_connect_direct(0, 0, phy_connect_direct_2, 0);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: force feedback without memory, polled input devices, PHY links
 * context: input_ff_create_memless_2: atomic softirq
 * context: input_setup_polling_1: process
 * context: phy_connect_direct_2: process
 */
