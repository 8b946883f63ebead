// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/thermal.h>

static int on_get_max_state(struct thermal_cooling_device *p0, unsigned long *p1)
{
	return 0;
}

static int on_get_cur_state(struct thermal_cooling_device *p0, unsigned long *p1)
{
	return 0;
}

static int on_set_cur_state(struct thermal_cooling_device *p0, unsigned long p1)
{
	return 0;
}

static int on_get_requested_power(struct thermal_cooling_device *p0, u32 *p1)
{
	return 0;
}

static int on_state2power(struct thermal_cooling_device *p0, unsigned long p1, u32 *p2)
{
	return 0;
}

static int on_power2state(struct thermal_cooling_device *p0, u32 p1, unsigned long *p2)
{
	return 0;
}

struct thermal_cooling_device_ops table = {
	.get_max_state = on_get_max_state,
	.get_cur_state = on_get_cur_state,
	.set_cur_state = on_set_cur_state,
	.get_requested_power = on_get_requested_power,
	.state2power = on_state2power,
	.power2state = on_power2state,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct thermal_cooling_device_ops
 * context: on_get_max_state: process
 * context: on_get_cur_state: process
 * context: on_set_cur_state: process
 * context: on_get_requested_power: process
 * context: on_state2power: process
 * context: on_power2state: process
 */
